/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-overview-page.h"

#include "trellis-commands.h"
#include "trellis-criterion-row.h"

#include <glib/gi18n-lib.h>

/* So many rows at least are made before the window is drawn the first time. */
#define FIRST_ROWS 8

struct _TrellisOverviewPage
{
  TrellisPage parent_instance;

  gboolean seen;        /* it has been filled */
  guint    rest_source; /* to show what waits for the first frame */

  GtkWidget      *content;
  GtkLabel       *figure;
  GtkProgressBar *bar;
  GtkWidget      *next;
  GtkLabel       *next_sentence;
  GtkButton      *next_button;
  AdwToggleGroup *filter;
  GtkBox         *groups;

  GPtrArray  *shown; /* ids (static) of the criteria in the rows, in order */
  GPtrArray  *rows;  /* TrellisCriterionRow */
  guint       n_contradictions;
  GHashTable *statuses; /* id → status + 1, to announce what flips */
  gint64      report_id;
};

G_DEFINE_FINAL_TYPE (TrellisOverviewPage, trellis_overview_page, TRELLIS_TYPE_PAGE)

typedef struct
{
  guint met;
  guint unmet;
  guint judge;
} Count;

static const TrellisCheck *
get_check (TrellisOverviewPage *self)
{
  return trellis_session_get_check (trellis_page_get_session (TRELLIS_PAGE (self)));
}

static const TrellisReport *
get_report (TrellisOverviewPage *self)
{
  return trellis_session_get_report (trellis_page_get_session (TRELLIS_PAGE (self)));
}

static Count
count (const TrellisCheck *check)
{
  guint met, all;

  trellis_check_count (check, &met, &all);
  return (Count) { .met = met, .unmet = all - met, .judge = check->criteria->len - all };
}

static gboolean
is_wanted (TrellisOverviewPage    *self,
           const TrellisCriterion *criterion)
{
  const char *filter = adw_toggle_group_get_active_name (self->filter);

  if (g_strcmp0 (filter, "unmet") == 0)
    return criterion->status == TRELLIS_CRITERION_UNMET;
  if (g_strcmp0 (filter, "judge") == 0)
    return criterion->status == TRELLIS_CRITERION_JUDGE;
  return TRUE;
}

static GPtrArray *
get_wanted (TrellisOverviewPage *self,
            const TrellisCheck  *check)
{
  GPtrArray *wanted = g_ptr_array_new ();

  for (guint i = 0; i < check->criteria->len; i++)
    if (is_wanted (self, check->criteria->pdata[i]))
      g_ptr_array_add (wanted, check->criteria->pdata[i]);

  return wanted;
}

/* The cheapest step: the first unmet criterion that can be answered here. */
static const TrellisCriterion *
find_next (TrellisOverviewPage *self,
           const TrellisCheck  *check)
{
  for (guint i = 0; i < check->criteria->len; i++)
    {
      const TrellisCriterion *criterion = check->criteria->pdata[i];
      g_autofree char        *page = NULL;

      if (criterion->status != TRELLIS_CRITERION_UNMET)
        continue;
      page = trellis_page_name_for_criterion (get_report (self), criterion);
      if (page != NULL)
        return criterion;
    }

  return NULL;
}

static void
show_next (TrellisOverviewPage *self,
           const TrellisCheck  *check,
           Count                n)
{
  g_autofree char        *sentence = NULL;
  const TrellisCriterion *next = find_next (self, check);

  gtk_widget_set_visible (self->next, next != NULL || n.unmet == 0);
  if (next != NULL)
    {
      /* Translators: the next step, as in “Next: 4 of 5–7 postings: 1 more.” */
      sentence = g_strdup_printf (_("Next: %s"), next->message);
      gtk_label_set_label (self->next_sentence, sentence);
      gtk_button_set_label (self->next_button, _("Go There"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next_button), NULL);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->next_button), "s", next->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next_button), "win.show-criterion");
    }
  else if (n.unmet == 0)
    {
      gtk_label_set_label (self->next_sentence, _("All that can be counted is there."));
      gtk_button_set_label (self->next_button, _("Export…"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next_button), NULL);
      gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->next_button), NULL);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next_button), "win.export");
    }
}

static void
name_toggle (TrellisOverviewPage *self,
             const char          *name,
             const char          *label,
             guint                n)
{
  AdwToggle       *toggle = adw_toggle_group_get_toggle_by_name (self->filter, name);
  g_autofree char *text = g_strdup_printf ("%s %u", label, n);

  adw_toggle_set_label (toggle, n > 0 ? text : label);
}

static void
show_head (TrellisOverviewPage *self,
           const TrellisCheck  *check)
{
  Count            n = count (check);
  guint            all = n.met + n.unmet;
  g_autofree char *figure = g_strdup_printf (_("%u of %u met"), n.met, all);

  gtk_label_set_label (self->figure, figure);
  gtk_progress_bar_set_fraction (self->bar, all > 0 ? (double) n.met / all : 0);
  name_toggle (self, "unmet", _("Unmet"), n.unmet);
  name_toggle (self, "judge", _("To Judge"), n.judge);
  show_next (self, check, n);
}

static GtkWidget *
add_group (TrellisOverviewPage *self,
           const char          *title)
{
  GtkWidget       *group = adw_preferences_group_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  gtk_box_append (self->groups, group);
  return group;
}

static TrellisCriterionRow *
add_row (TrellisOverviewPage *self,
         GtkWidget           *group)
{
  GtkWidget *row = trellis_criterion_row_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return TRELLIS_CRITERION_ROW (row);
}

static void
add_contradictions (TrellisOverviewPage *self,
                    GPtrArray           *contradictions)
{
  GtkWidget *group, *button;

  if (contradictions->len == 0)
    return;

  group = add_group (self, _("Contradictions"));
  button = gtk_button_new_with_label (_("Use Computed Lists"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.use-computed");
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
  for (guint i = 0; i < contradictions->len; i++)
    trellis_criterion_row_show_contradiction (add_row (self, group), contradictions->pdata[i]);
}

static void
clear (TrellisOverviewPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  g_ptr_array_set_size (self->shown, 0);
  g_ptr_array_set_size (self->rows, 0);
}

/* Whether the rows are those of the first criteria that are wanted. */
static gboolean
shows_first (TrellisOverviewPage *self,
             const TrellisCheck  *check,
             GPtrArray           *wanted)
{
  if (check->contradictions->len > 0 || self->n_contradictions > 0
      || self->shown->len > wanted->len)
    return FALSE;

  for (guint i = 0; i < self->shown->len; i++)
    if (self->shown->pdata[i] != ((const TrellisCriterion *) wanted->pdata[i])->id)
      return FALSE;

  return TRUE;
}

/* Makes the rows that are not there yet, up to a group's end. Returns: whether that was all */
static gboolean
add_rows (TrellisOverviewPage *self,
          GPtrArray           *wanted,
          guint                at_least)
{
  for (guint i = self->shown->len; i < wanted->len; i++)
    {
      const TrellisCriterion *criterion = wanted->pdata[i];
      const TrellisCriterion *before = i > 0 ? wanted->pdata[i - 1] : NULL;
      gboolean                begins = before == NULL || criterion->section != before->section;

      if (begins && i >= at_least)
        return FALSE;
      if (begins)
        add_group (self, trellis_section_kind_title (criterion->section));
      g_ptr_array_add (self->rows,
                       add_row (self, gtk_widget_get_last_child (GTK_WIDGET (self->groups))));
      g_ptr_array_add (self->shown, (gpointer) criterion->id);
    }

  return TRUE;
}

static void show (TrellisOverviewPage *self);

static gboolean
show_rest_cb (gpointer data)
{
  TrellisOverviewPage *self = data;

  self->rest_source = 0;
  show (self);
  return G_SOURCE_REMOVE;
}

/* What begins below the window's end waits until the window has been drawn. */
static void
fill (TrellisOverviewPage *self,
      const TrellisCheck  *check,
      GPtrArray           *wanted)
{
  if (!shows_first (self, check, wanted))
    {
      clear (self);
      add_contradictions (self, check->contradictions);
      self->n_contradictions = check->contradictions->len;
    }
  if (!add_rows (self, wanted, self->seen ? wanted->len : FIRST_ROWS) && self->rest_source == 0)
    self->rest_source = g_idle_add_full (G_PRIORITY_LOW, show_rest_cb, self, NULL);
  self->seen = TRUE;
}

/* A criterion that was met, or no longer is, says so. */
static void
announce (TrellisOverviewPage    *self,
          const TrellisCriterion *criterion)
{
  gpointer         before = g_hash_table_lookup (self->statuses, criterion->id);
  gpointer         now = GINT_TO_POINTER (criterion->status + 1);
  g_autofree char *sentence = NULL;

  g_hash_table_insert (self->statuses, (gpointer) criterion->id, now);
  if (before == NULL || before == now)
    return;

  sentence = g_strdup_printf (criterion->status == TRELLIS_CRITERION_MET
                                  ? _("Met: %s")
                                  : _("Unmet: %s"),
                              criterion->message);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
show (TrellisOverviewPage *self)
{
  const TrellisCheck   *check = get_check (self);
  g_autoptr (GPtrArray) wanted = NULL;

  /* Of a report that was just opened nothing is known yet. It is for a moment: to take the rows
   * away and bring them back would last longer. */
  gtk_widget_set_opacity (self->content, check != NULL ? 1 : 0);
  gtk_widget_set_can_focus (self->content, check != NULL);
  if (check == NULL)
    return;

  if (self->report_id != get_report (self)->base.id)
    g_hash_table_remove_all (self->statuses);
  self->report_id = get_report (self)->base.id;

  wanted = get_wanted (self, check);
  fill (self, check, wanted);
  for (guint i = 0; i < self->rows->len; i++)
    trellis_criterion_row_show (self->rows->pdata[i], get_report (self), wanted->pdata[i]);
  for (guint i = 0; i < check->criteria->len; i++)
    announce (self, check->criteria->pdata[i]);
  show_head (self, check);
}

static void
trellis_overview_page_update (TrellisPage               *page,
                              const TrellisAnnouncement *announcement)
{
  if (announcement == NULL)
    show (TRELLIS_OVERVIEW_PAGE (page));
}

static void
trellis_overview_page_checked (TrellisPage *page)
{
  show (TRELLIS_OVERVIEW_PAGE (page));
}

static void
filter_cb (TrellisOverviewPage *self)
{
  if (trellis_page_get_session (TRELLIS_PAGE (self)) != NULL && get_report (self) != NULL)
    show (self);
}

static void
use_computed_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  TrellisSession *session = trellis_page_get_session (TRELLIS_PAGE (widget));
  GError         *error = NULL;

  trellis_commands_set_int (trellis_session_get_store (session), &trellis_report_type,
                            trellis_session_get_report_id (session), "lists",
                            TRELLIS_LISTS_COMPUTED, &error);
  trellis_session_report_error (session, error);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  static const char *const marks[] = { "[x]", "[ ]", "[?]" };
  const TrellisCheck      *check
      = trellis_session_ensure_check (trellis_page_get_session (TRELLIS_PAGE (widget)));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < check->criteria->len; i++)
    {
      const TrellisCriterion *criterion = check->criteria->pdata[i];

      g_string_append_printf (text, "%s %s: %s\n", marks[criterion->status],
                              trellis_section_kind_title (criterion->section), criterion->message);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
}

static void
trellis_overview_page_finalize (GObject *object)
{
  TrellisOverviewPage *self = TRELLIS_OVERVIEW_PAGE (object);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->statuses);

  G_OBJECT_CLASS (trellis_overview_page_parent_class)->finalize (object);
}

static void
trellis_overview_page_class_init (TrellisOverviewPageClass *klass)
{
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  TrellisPageClass *page_class = TRELLIS_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = trellis_overview_page_finalize;
  page_class->update = trellis_overview_page_update;
  page_class->checked = trellis_overview_page_checked;

  gtk_widget_class_install_action (widget_class, "page.use-computed", NULL, use_computed_cb);
  gtk_widget_class_install_action (widget_class, "page.copy", NULL, copy_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/trellis_app/Trellis/ui/overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisOverviewPage, content);
  gtk_widget_class_bind_template_child (widget_class, TrellisOverviewPage, figure);
  gtk_widget_class_bind_template_child (widget_class, TrellisOverviewPage, bar);
  gtk_widget_class_bind_template_child (widget_class, TrellisOverviewPage, next);
  gtk_widget_class_bind_template_child (widget_class, TrellisOverviewPage, next_sentence);
  gtk_widget_class_bind_template_child (widget_class, TrellisOverviewPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, TrellisOverviewPage, filter);
  gtk_widget_class_bind_template_child (widget_class, TrellisOverviewPage, groups);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
}

static void
trellis_overview_page_init (TrellisOverviewPage *self)
{
  self->shown = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->statuses = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_widget_init_template (GTK_WIDGET (self));
}
