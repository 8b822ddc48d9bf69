/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-demand-page.h"

#include "trellis-alias-dialog.h"
#include "trellis-commands.h"
#include "trellis-csv-file.h"
#include "trellis-demand-row.h"
#include "trellis-matrix-csv.h"
#include "trellis-skill-names.h"

#include <glib/gi18n-lib.h>

#define N_BUCKETS (TRELLIS_DEMAND_SINGLE + 1)

/* So many rows of a bucket are shown at first, and more each time that more are asked for. */
#define STEP 100

struct _TrellisDemandPage
{
  TrellisPage parent_instance;

  GtkStack  *stack;
  GtkLabel  *summary;
  AdwBanner *banner;
  GtkBox    *groups;

  GtkWidget       *group[N_BUCKETS];
  GtkWidget       *list[N_BUCKETS];
  GtkWidget       *more[N_BUCKETS];
  guint            limit[N_BUCKETS];
  TrellisEvidence *evidence; /* NULL until a row is opened */
};

G_DEFINE_FINAL_TYPE (TrellisDemandPage, trellis_demand_page, TRELLIS_TYPE_PAGE)

static TrellisSession *
get_session (TrellisDemandPage *self)
{
  return trellis_page_get_session (TRELLIS_PAGE (self));
}

static const TrellisReport *
get_report (TrellisDemandPage *self)
{
  return trellis_session_get_report (get_session (self));
}

static void
opened_cb (TrellisDemandPage *self,
           TrellisDemandRow  *row)
{
  if (self->evidence == NULL)
    self->evidence = trellis_evidence_new (get_report (self),
                                           trellis_session_get_vocabulary (get_session (self)));
  trellis_demand_row_show_evidence (row, get_report (self), self->evidence);
}

/* @quoted: (nullable): the sentence, as its text has it */
static void
posting_cb (TrellisDemandPage *self,
            guint              number,
            const char        *quoted)
{
  const TrellisPosting *posting = get_report (self)->postings->pdata[number - 1];

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-place", "(sxss)",
                              trellis_posting_type.name, posting->base.id,
                              quoted != NULL ? "text" : "", quoted != NULL ? quoted : "");
}

static void
add_cb (TrellisDemandPage *self,
        guint              list,
        TrellisDemandRow  *row)
{
  TrellisStanding *standing = trellis_record_new (&trellis_standing_type);
  GError          *error = NULL;

  standing->list = (int) list;
  g_set_str (&standing->name, trellis_demand_row_get_skill (row));
  trellis_commands_add (trellis_session_get_store (get_session (self)), &trellis_standing_type,
                        trellis_session_get_report_id (get_session (self)), standing, NULL,
                        &error);
  trellis_record_free (&trellis_standing_type, standing);
  trellis_session_report_error (get_session (self), error);
}

static void
aliases_cb (TrellisDemandPage *self,
            TrellisDemandRow  *row)
{
  adw_dialog_present (
      trellis_alias_dialog_new (get_session (self), trellis_demand_row_get_skill (row)),
      GTK_WIDGET (self));
}

static void
use_computed_cb (TrellisDemandPage *self)
{
  GError *error = NULL;

  trellis_commands_set_int (trellis_session_get_store (get_session (self)), &trellis_report_type,
                            trellis_session_get_report_id (get_session (self)), "lists",
                            TRELLIS_LISTS_COMPUTED, &error);
  trellis_session_report_error (get_session (self), error);
}

static char *
write_csv (TrellisDemandPage *self,
           TrellisCsvForm     form)
{
  trellis_session_flush (get_session (self));
  return trellis_demand_csv_write (get_report (self),
                                   trellis_session_get_template (get_session (self))->several,
                                   form);
}

static void
copy_csv_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_autofree char *text = write_csv (TRELLIS_DEMAND_PAGE (widget), TRELLIS_CSV_EXCHANGE);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
export_csv_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  trellis_csv_file_choose_save (TRELLIS_PAGE (widget), _("Export Demand"), _("Demand"),
                                write_csv (TRELLIS_DEMAND_PAGE (widget), TRELLIS_CSV_SPREADSHEET));
}

static GtkWidget *
create_row (TrellisDemandPage *self)
{
  GtkWidget *row = trellis_demand_row_new ();

  g_signal_connect_object (row, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "posting", G_CALLBACK (posting_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "add", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "aliases", G_CALLBACK (aliases_cb), self, G_CONNECT_SWAPPED);
  trellis_demand_row_set_narrow (TRELLIS_DEMAND_ROW (row),
                                 trellis_page_get_narrow (TRELLIS_PAGE (self)));
  return row;
}

/* The row at @index of the list, made where there is none. */
static TrellisDemandRow *
get_row (TrellisDemandPage *self,
         GtkListBox        *list,
         guint              index)
{
  GtkListBoxRow *there = gtk_list_box_get_row_at_index (list, (int) index);
  GtkWidget     *row;

  if (there != NULL && TRELLIS_IS_DEMAND_ROW (there))
    return TRELLIS_DEMAND_ROW (there);

  row = create_row (self);
  gtk_list_box_insert (list, row, (int) index);
  return TRELLIS_DEMAND_ROW (row);
}

static void
drop_rows_from (GtkListBox *list,
                guint       index)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, (int) index)) != NULL
         && TRELLIS_IS_DEMAND_ROW (row))
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static const char *
get_bucket_title (TrellisDemandBucket bucket)
{
  switch (bucket)
    {
    case TRELLIS_DEMAND_SEVERAL:
      return _("Several Postings");
    case TRELLIS_DEMAND_TWO:
      return _("Exactly Two Postings");
    case TRELLIS_DEMAND_SINGLE:
      return _("A Single Posting");
    default:
      g_return_val_if_reached ("");
    }
}

static void
show_bucket (TrellisDemandPage  *self,
             TrellisDemandBucket bucket,
             GPtrArray          *demands)
{
  GtkListBox      *list = GTK_LIST_BOX (self->list[bucket]);
  g_autofree char *title = NULL;
  guint            n = 0;

  for (guint i = 0; i < demands->len; i++)
    {
      const TrellisDemand *demand = demands->pdata[i];

      if (demand->bucket != bucket)
        continue;
      if (n < self->limit[bucket])
        trellis_demand_row_show (get_row (self, list, n), demand, get_report (self)->postings->len);
      n++;
    }
  drop_rows_from (list, MIN (n, self->limit[bucket]));

  title = g_strdup_printf ("%s (%u)", get_bucket_title (bucket), n);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group[bucket]), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_visible (self->group[bucket], n > 0);
  gtk_widget_set_visible (self->more[bucket], n > self->limit[bucket]);
}

static void
show_summary (TrellisDemandPage *self,
              int                several)
{
  const TrellisReport *report = get_report (self);
  g_autofree char     *postings = g_strdup_printf (
      ngettext ("%u posting", "%u postings", report->postings->len), report->postings->len);
  g_autofree char *summary = g_strdup_printf (
      /* Translators: how many postings there are, and how many are “several” */
      ngettext ("%s. Several means %d or more; fragile, that it would not be so with one less.",
                "%s. Several means %d or more; fragile, that it would not be so with one less.",
                (gulong) several),
      postings, several);

  gtk_label_set_label (self->summary, summary);
}

static void
show (TrellisDemandPage *self)
{
  const TrellisReport  *report = get_report (self);
  int                   several = trellis_session_get_template (get_session (self))->several;
  g_autoptr (GPtrArray) demands = trellis_demand_compute (
      report, several, trellis_session_get_vocabulary (get_session (self)));

  g_clear_pointer (&self->evidence, trellis_evidence_free);
  for (guint i = 0; i < N_BUCKETS; i++)
    show_bucket (self, (TrellisDemandBucket) i, demands);
  show_summary (self, several);
  adw_banner_set_revealed (self->banner,
                           report->lists == TRELLIS_LISTS_AUTHORED && demands->len > 0);
  gtk_stack_set_visible_child_name (self->stack, demands->len > 0 ? "list" : "empty");
}

static void
more_cb (TrellisDemandPage *self,
         GtkWidget         *row)
{
  guint bucket = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "bucket"));
  guint first_new = self->limit[bucket];

  self->limit[bucket] += STEP;
  show (self);
  gtk_widget_child_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (
                              GTK_LIST_BOX (self->list[bucket]), (int) first_new)),
                          GTK_DIR_TAB_FORWARD);
}

static void
narrow_cb (TrellisDemandPage *self)
{
  gboolean narrow = trellis_page_get_narrow (TRELLIS_PAGE (self));

  for (guint i = 0; i < N_BUCKETS; i++)
    for (GtkWidget *row = gtk_widget_get_first_child (self->list[i]); row != NULL;
         row = gtk_widget_get_next_sibling (row))
      if (TRELLIS_IS_DEMAND_ROW (row))
        trellis_demand_row_set_narrow (TRELLIS_DEMAND_ROW (row), narrow);
}

static gboolean
is_same (TrellisSkillNames *names,
         const char        *a,
         const char        *b)
{
  GArray *one = trellis_skill_names_resolve (names, a, NULL);
  GArray *other = trellis_skill_names_resolve (names, b, NULL);

  return one->len > 0 && other->len > 0
         && g_str_equal (g_array_index (one, TrellisSkillName, 0).key,
                         g_array_index (other, TrellisSkillName, 0).key);
}

/* The row of the skill, shown if need be. Returns: (transfer none) (nullable) */
static TrellisDemandRow *
find_row (TrellisDemandPage *self,
          const char        *skill)
{
  g_autoptr (GPtrArray) demands
      = trellis_demand_compute (get_report (self),
                                trellis_session_get_template (get_session (self))->several,
                                trellis_session_get_vocabulary (get_session (self)));
  g_autoptr (TrellisSkillNames) names
      = trellis_skill_names_new (trellis_session_get_vocabulary (get_session (self)));
  guint n[N_BUCKETS] = { 0 };

  for (guint i = 0; i < demands->len; i++)
    {
      const TrellisDemand *demand = demands->pdata[i];
      guint                index = n[demand->bucket]++;

      if (!is_same (names, demand->skill, skill))
        continue;
      if (index >= self->limit[demand->bucket])
        {
          self->limit[demand->bucket] = index + STEP;
          show (self);
        }
      return TRELLIS_DEMAND_ROW (
          gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list[demand->bucket]), (int) index));
    }
  return NULL;
}

/* What the author claims of a skill leads to what the postings say of it. */
static gboolean
trellis_demand_page_show_record (TrellisPage             *page,
                                 const TrellisRecordType *type,
                                 gint64                   id)
{
  TrellisDemandPage  *self = TRELLIS_DEMAND_PAGE (page);
  const TrellisClaim *claim
      = type == &trellis_claim_type ? trellis_report_find (get_report (self), type, id) : NULL;
  TrellisDemandRow *row = claim != NULL ? find_row (self, claim->name) : NULL;

  if (row == NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (page));
      return FALSE;
    }

  gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
  trellis_widget_tint (GTK_WIDGET (row));
  return TRUE;
}

static void
trellis_demand_page_update (TrellisPage               *page,
                            const TrellisAnnouncement *announcement)
{
  show (TRELLIS_DEMAND_PAGE (page));
}

static void
add_group (TrellisDemandPage *self,
           guint              bucket)
{
  GtkWidget *more = adw_button_row_new ();

  self->group[bucket] = adw_preferences_group_new ();
  self->list[bucket] = gtk_list_box_new ();
  self->limit[bucket] = STEP;
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list[bucket]), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list[bucket], "boxed-list");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group[bucket]), self->list[bucket]);
  gtk_box_append (self->groups, self->group[bucket]);

  self->more[bucket] = more;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (more), _("Show More"));
  g_object_set_data (G_OBJECT (more), "bucket", GUINT_TO_POINTER (bucket));
  g_signal_connect_object (more, "activated", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (self->list[bucket]), more);
}

static void
trellis_demand_page_dispose (GObject *object)
{
  g_clear_pointer (&TRELLIS_DEMAND_PAGE (object)->evidence, trellis_evidence_free);

  G_OBJECT_CLASS (trellis_demand_page_parent_class)->dispose (object);
}

static void
trellis_demand_page_class_init (TrellisDemandPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_demand_page_dispose;
  TRELLIS_PAGE_CLASS (klass)->update = trellis_demand_page_update;
  TRELLIS_PAGE_CLASS (klass)->show_record = trellis_demand_page_show_record;

  gtk_widget_class_install_action (widget_class, "page.copy-csv", NULL, copy_csv_cb);
  gtk_widget_class_install_action (widget_class, "page.export-csv", NULL, export_csv_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/trellis_app/Trellis/ui/demand-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisDemandPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrellisDemandPage, summary);
  gtk_widget_class_bind_template_child (widget_class, TrellisDemandPage, banner);
  gtk_widget_class_bind_template_child (widget_class, TrellisDemandPage, groups);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_computed_cb);
}

static void
trellis_demand_page_init (TrellisDemandPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_BUCKETS; i++)
    add_group (self, i);
}
