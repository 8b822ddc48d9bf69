/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-search-results.h"

#include "trellis-pages-table.h"
#include "trellis-report-search.h"

#include <glib/gi18n-lib.h>

/* More than these nobody reads through; fewer words find too much. */
#define MAX_HITS 100
/* So much is searched at a time, bytes: a few milliseconds. */
#define STEP 65536

struct _TrellisSearchResults
{
  AdwBin parent_instance;

  TrellisSession      *session;
  char                *words;
  TrellisReportSearch *search; /* NULL: none is under way */
  guint                source;
  guint                n_announced;
  gboolean             made;  /* it has its widgets */
  gboolean             fresh; /* the words are new */
  gboolean             going; /* Return was pressed before the search was done */

  GtkStack   *stack;
  GtkListBox *list;
  GtkLabel   *more;
};

G_DEFINE_FINAL_TYPE (TrellisSearchResults, trellis_search_results, ADW_TYPE_BIN)

enum
{
  END,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
create_label (const char *text,
              const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (label), 2);
      gtk_widget_add_css_class (label, style);
      gtk_widget_add_css_class (label, "dimmed");
    }
  return label;
}

static const char *
find_page_title (GPtrArray  *entries,
                 const char *page)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const TrellisPageEntry *entry = entries->pdata[i];

      if (g_strcmp0 (entry->name, page) == 0)
        return entry->title;
    }

  return _("Report");
}

static GtkWidget *
create_row (const TrellisHit *hit,
            const char       *page_title,
            const char       *word)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char      *title = *hit->title != '\0' ? hit->title : page_title;
  g_autofree char *spoken = g_strjoin (", ", title, hit->excerpt, NULL);

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), create_label (title, NULL));
  if (hit->excerpt != NULL)
    gtk_box_append (GTK_BOX (box), create_label (hit->excerpt, "caption"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);

  g_object_set_data_full (G_OBJECT (row), "trellis-page", g_strdup (page_title), g_free);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-place");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sxss)", hit->type->name, hit->id,
                                    hit->field, word);
  return row;
}

static void
header_func (GtkListBoxRow *row,
             GtkListBoxRow *before,
             gpointer       data)
{
  const char *page = g_object_get_data (G_OBJECT (row), "trellis-page");
  const char *above
      = before != NULL ? g_object_get_data (G_OBJECT (before), "trellis-page") : NULL;
  GtkWidget *header = NULL;

  if (g_strcmp0 (page, above) != 0)
    {
      header = create_label (page, NULL);
      gtk_widget_add_css_class (header, "sidebar-heading");
    }
  gtk_list_box_row_set_header (row, header);
}

static void
fill (TrellisSearchResults *self)
{
  const TrellisReport  *report = trellis_session_get_report (self->session);
  GPtrArray            *hits = trellis_report_search_get_hits (self->search);
  const char           *word = trellis_report_search_get_first_word (self->search);
  g_autoptr (GPtrArray) entries = trellis_page_entries (report, NULL);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < hits->len; i++)
    {
      const TrellisHit *hit = hits->pdata[i];
      g_autofree char  *page = trellis_page_name_for_record (report, hit->type, hit->id);

      gtk_list_box_append (self->list,
                           create_row (hit, find_page_title (entries, page), word));
    }
}

static void
announce (TrellisSearchResults *self,
          guint                 n)
{
  g_autofree char *sentence = g_strdup_printf (ngettext ("%u result", "%u results", n), n);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_more (TrellisSearchResults *self,
           guint                 n)
{
  g_autofree char *sentence = g_strdup_printf (
      ngettext ("%u more: use more words.", "%u more: use more words.", n), n);

  gtk_label_set_label (self->more, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n > 0);
}

/* The row that has the focus keeps it, when there is one in its place. */
static void
show (TrellisSearchResults *self)
{
  GtkWidget     *focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  int            index = focused != NULL
                             ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focused))
                             : -1;
  guint          n = trellis_report_search_get_n_found (self->search);
  GtkListBoxRow *row;

  fill (self);
  show_more (self, n > MAX_HITS ? n - MAX_HITS : 0);
  gtk_stack_set_visible_child_name (self->stack, n > 0 || *self->words == '\0' ? "list" : "none");
  row = index >= 0 ? gtk_list_box_get_row_at_index (self->list, index) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
stop (TrellisSearchResults *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->search, trellis_report_search_free);
}

static void
finish (TrellisSearchResults *self)
{
  guint n = trellis_report_search_get_n_found (self->search);

  show (self);
  if (*self->words != '\0' && (self->fresh || n != self->n_announced))
    announce (self, n);
  self->n_announced = n;
  self->fresh = FALSE;
  g_clear_pointer (&self->search, trellis_report_search_free);
  if (self->going)
    trellis_search_results_activate_first (self);
}

static gboolean
step_cb (gpointer data)
{
  TrellisSearchResults *self = data;

  if (trellis_report_search_step (self->search, STEP))
    return G_SOURCE_CONTINUE;

  self->source = 0;
  finish (self);
  return G_SOURCE_REMOVE;
}

/* A short report is searched before this returns. */
static void
begin (TrellisSearchResults *self)
{
  const TrellisReport *report = trellis_session_get_report (self->session);

  stop (self);
  if (report == NULL)
    return;

  self->search = trellis_report_search_new (report, self->words, MAX_HITS);
  if (trellis_report_search_step (self->search, STEP))
    self->source = g_idle_add (step_cb, self);
  else
    finish (self);
}

/* The report that is searched is not there any longer as it was. */
static void
changed_cb (TrellisSearchResults *self)
{
  gboolean under_way = self->search != NULL;

  stop (self);
  if (under_way || (gtk_widget_get_mapped (GTK_WIDGET (self)) && *self->words != '\0'))
    begin (self);
}

/* When it is first needed. */
static void
make (TrellisSearchResults *self)
{
  if (self->made)
    return;

  self->made = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_func, NULL, NULL);
}

static void
trellis_search_results_map (GtkWidget *widget)
{
  make (TRELLIS_SEARCH_RESULTS (widget));
  GTK_WIDGET_CLASS (trellis_search_results_parent_class)->map (widget);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  g_signal_emit (widget, signals[END], 0);
  return TRUE;
}

static void
trellis_search_results_dispose (GObject *object)
{
  TrellisSearchResults *self = TRELLIS_SEARCH_RESULTS (object);

  stop (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (trellis_search_results_parent_class)->dispose (object);
}

static void
trellis_search_results_class_init (TrellisSearchResultsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_search_results_dispose;
  widget_class->map = trellis_search_results_map;

  signals[END] = g_signal_new ("end", TRELLIS_TYPE_SEARCH_RESULTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/trellis_app/Trellis/ui/search-results.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisSearchResults, stack);
  gtk_widget_class_bind_template_child (widget_class, TrellisSearchResults, list);
  gtk_widget_class_bind_template_child (widget_class, TrellisSearchResults, more);
}

static void
trellis_search_results_init (TrellisSearchResults *self)
{
  self->words = g_strdup ("");
}

/* Once. */
void
trellis_search_results_set_session (TrellisSearchResults *self,
                                    TrellisSession       *session)
{
  g_return_if_fail (TRELLIS_IS_SEARCH_RESULTS (self) && self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "opened", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

void
trellis_search_results_search (TrellisSearchResults *self,
                               const char           *words)
{
  g_return_if_fail (TRELLIS_IS_SEARCH_RESULTS (self) && self->session != NULL);

  self->going = FALSE;
  if (!g_set_str (&self->words, words))
    return;

  make (self);
  self->fresh = TRUE;
  begin (self);
}

/* Goes to the first result, as soon as there is one. */
void
trellis_search_results_activate_first (TrellisSearchResults *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (TRELLIS_IS_SEARCH_RESULTS (self));

  make (self);
  self->going = self->search != NULL;
  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (!self->going && row != NULL)
    gtk_widget_activate (GTK_WIDGET (row));
}
