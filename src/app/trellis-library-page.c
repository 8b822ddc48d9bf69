/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-library-page.h"

#include "trellis-library-figures.h"
#include "trellis-library-row.h"
#include "trellis-page.h"
#include "trellis-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many rows are made at first: a library may have a thousand reports. */
#define FIRST_ROWS 30

struct _TrellisLibraryPage
{
  AdwNavigationPage parent_instance;

  TrellisSession        *session;
  GPtrArray             *reports; /* TrellisReportSummary, last edited first, or NULL */
  TrellisLibraryFigures *figures;
  gboolean               made;     /* it has its widgets */
  gboolean               all;      /* of very many, all are wanted */
  gint64                 arriving; /* the report to go to at the next update, or 0 */
  guint                  source;

  GtkWidget      *search;
  GtkSearchBar   *bar;
  GtkSearchEntry *entry;
  GtkStack       *stack;
  GtkListBox     *list;
  GtkWidget      *more; /* the row that shows the rest, or NULL */
  GtkWidget      *first;
};

G_DEFINE_FINAL_TYPE (TrellisLibraryPage, trellis_library_page, ADW_TYPE_NAVIGATION_PAGE)

/* Whether the title, the author and the course together have all of the words. */
static gboolean
is_wanted (const TrellisReportSummary *summary,
           char                      **words)
{
  g_autofree char *all = g_strjoin ("\n", summary->title, summary->author, summary->course, NULL);
  g_autofree char *folded = trellis_text_fold (all);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static GPtrArray *
find_wanted (TrellisLibraryPage *self)
{
  g_autofree char *folded = trellis_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_auto (GStrv)   words = g_strsplit (folded, " ", -1);
  GPtrArray       *wanted = g_ptr_array_new ();

  for (guint i = 0; i < self->reports->len; i++)
    if (is_wanted (self->reports->pdata[i], words))
      g_ptr_array_add (wanted, self->reports->pdata[i]);

  return wanted;
}

static void
show_list (TrellisLibraryPage *self,
           guint               n)
{
  const char *name = self->reports->len == 0 ? "empty" : n == 0 ? "none"
                                                                : "list";

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->search, self->reports->len > 0);
  if (self->reports->len == 0)
    gtk_search_bar_set_search_mode (self->bar, FALSE);
}

static void
add_more_row (TrellisLibraryPage *self,
              guint               n)
{
  g_autofree char *title = g_strdup_printf (ngettext ("Show %u More", "Show %u More", n), n);

  self->more = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more), title);
  gtk_list_box_append (self->list, self->more);
}

static void
add_row (TrellisLibraryPage         *self,
         const TrellisReportSummary *summary)
{
  GtkWidget *row = trellis_library_row_new (summary);
  guint      met, all;

  if (trellis_library_figures_get (self->figures, summary->id, &met, &all))
    trellis_library_row_show_figure (TRELLIS_LIBRARY_ROW (row), met, all);
  gtk_list_box_append (self->list, row);
}

static void
fill (TrellisLibraryPage *self,
      GPtrArray          *wanted)
{
  guint n = self->all ? wanted->len : MIN (wanted->len, FIRST_ROWS);

  gtk_list_box_remove_all (self->list);
  self->more = NULL;
  for (guint i = 0; i < n; i++)
    add_row (self, wanted->pdata[i]);
  if (n < wanted->len)
    add_more_row (self, wanted->len - n);
  trellis_library_figures_want (self->figures, wanted, n);
}

/* Returns: (nullable): the row that has the focus, or holds what has it */
static GtkListBoxRow *
get_focused (TrellisLibraryPage *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return GTK_IS_LIST_BOX_ROW (focus) ? GTK_LIST_BOX_ROW (focus) : NULL;
}

static GtkListBoxRow *
find_row (TrellisLibraryPage *self,
          gint64              id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (TRELLIS_IS_LIBRARY_ROW (row)
        && trellis_library_row_get_id (TRELLIS_LIBRARY_ROW (row)) == id)
      return row;

  return NULL;
}

static void
found_cb (TrellisLibraryPage *self,
          gint64              id)
{
  GtkListBoxRow *row = find_row (self, id);
  guint          met, all;

  if (row != NULL && trellis_library_figures_get (self->figures, id, &met, &all))
    trellis_library_row_show_figure (TRELLIS_LIBRARY_ROW (row), met, all);
}

/* Back to the report, where it went, else to the one that took its place. */
static void
focus_again (TrellisLibraryPage *self,
             gint64              id,
             int                 index)
{
  GtkListBoxRow *row = find_row (self, id);

  for (; row == NULL && index >= 0; index--)
    row = gtk_list_box_get_row_at_index (self->list, index);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else if (self->reports->len == 0)
    gtk_widget_grab_focus (self->first);
}

static void
arrive (TrellisLibraryPage *self)
{
  GtkListBoxRow *row = find_row (self, self->arriving);

  self->arriving = 0;
  if (row == NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (row));
  trellis_widget_tint (GTK_WIDGET (row));
}

static void
show (TrellisLibraryPage *self)
{
  GtkListBoxRow        *focused = get_focused (self);
  int                   index = focused != NULL ? gtk_list_box_row_get_index (focused) : -1;
  gint64                id = 0;
  g_autoptr (GPtrArray) wanted = find_wanted (self);

  if (TRELLIS_IS_LIBRARY_ROW (focused))
    id = trellis_library_row_get_id (TRELLIS_LIBRARY_ROW (focused));
  fill (self, wanted);
  show_list (self, wanted->len);
  if (self->arriving != 0)
    arrive (self);
  else if (focused != NULL)
    focus_again (self, id, index);
}

static void
update (TrellisLibraryPage *self)
{
  TrellisStore *store = trellis_session_get_store (self->session);
  GError       *error = NULL;
  GPtrArray    *reports = trellis_store_list_reports (store, &error);

  if (!trellis_session_report_error (self->session, error))
    return;

  g_clear_pointer (&self->reports, g_ptr_array_unref);
  self->reports = reports;
  show (self);
}

static void
search_cb (TrellisLibraryPage *self)
{
  g_autoptr (GPtrArray) wanted = NULL;
  g_autofree char      *sentence = NULL;

  if (self->reports == NULL)
    return;

  self->all = FALSE;
  show (self);
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    return;

  wanted = find_wanted (self);
  sentence = g_strdup_printf (ngettext ("%u result", "%u results", wanted->len), wanted->len);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Return in the entry opens the first that was found. */
static void
activate_cb (TrellisLibraryPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    gtk_widget_activate (GTK_WIDGET (row));
}

static void
row_activated_cb (TrellisLibraryPage *self,
                  GtkListBoxRow      *row)
{
  int index = gtk_list_box_row_get_index (row);

  if (GTK_WIDGET (row) != self->more)
    return;

  self->all = TRUE;
  show (self);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, index)));
}

static void
update_cb (gpointer data)
{
  TrellisLibraryPage *self = data;

  self->source = 0;
  update (self);
}

/* Typing in a report changes the library at each step; nobody sees that while the list is hidden.
 */
static void
queue_update (TrellisLibraryPage *self)
{
  if (self->source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->source = g_idle_add_once (update_cb, self);
}

/* When it is first needed: often a report is shown, from the beginning. */
static void
make (TrellisLibraryPage *self)
{
  if (self->made)
    return;

  self->made = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
  gtk_search_bar_set_key_capture_widget (self->bar, GTK_WIDGET (self));
}

static void
trellis_library_page_map (GtkWidget *widget)
{
  make (TRELLIS_LIBRARY_PAGE (widget));
  if (TRELLIS_LIBRARY_PAGE (widget)->session != NULL)
    update (TRELLIS_LIBRARY_PAGE (widget));
  GTK_WIDGET_CLASS (trellis_library_page_parent_class)->map (widget);
}

/* Nobody looks any more, and the library may soon be closed. */
static void
trellis_library_page_unmap (GtkWidget *widget)
{
  if (TRELLIS_LIBRARY_PAGE (widget)->figures != NULL)
    trellis_library_figures_want (TRELLIS_LIBRARY_PAGE (widget)->figures, NULL, 0);
  GTK_WIDGET_CLASS (trellis_library_page_parent_class)->unmap (widget);
}

static gboolean
trellis_library_page_grab_focus (GtkWidget *widget)
{
  TrellisLibraryPage *self = TRELLIS_LIBRARY_PAGE (widget);

  make (self);
  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "empty"))
    return gtk_widget_grab_focus (self->first);
  return gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
trellis_library_page_dispose (GObject *object)
{
  TrellisLibraryPage *self = TRELLIS_LIBRARY_PAGE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->reports, g_ptr_array_unref);
  if (self->figures != NULL)
    trellis_library_figures_want (self->figures, NULL, 0);
  g_clear_object (&self->figures);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (trellis_library_page_parent_class)->dispose (object);
}

static void
trellis_library_page_class_init (TrellisLibraryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_library_page_dispose;
  widget_class->map = trellis_library_page_map;
  widget_class->unmap = trellis_library_page_unmap;
  widget_class->grab_focus = trellis_library_page_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/trellis_app/Trellis/ui/library-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisLibraryPage, search);
  gtk_widget_class_bind_template_child (widget_class, TrellisLibraryPage, bar);
  gtk_widget_class_bind_template_child (widget_class, TrellisLibraryPage, entry);
  gtk_widget_class_bind_template_child (widget_class, TrellisLibraryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrellisLibraryPage, list);
  gtk_widget_class_bind_template_child (widget_class, TrellisLibraryPage, first);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
trellis_library_page_init (TrellisLibraryPage *self)
{
}

/* Once. The reports are listed when the page is shown. */
void
trellis_library_page_set_session (TrellisLibraryPage *self,
                                  TrellisSession     *session)
{
  g_return_if_fail (TRELLIS_IS_LIBRARY_PAGE (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->figures = trellis_library_figures_new (session);
  g_signal_connect_object (self->figures, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "library-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

/* Begins a search. */
void
trellis_library_page_search (TrellisLibraryPage *self)
{
  g_return_if_fail (TRELLIS_IS_LIBRARY_PAGE (self));

  if (self->reports == NULL || self->reports->len == 0)
    return;

  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* Goes to the report in the list, also where it is not listed yet. */
void
trellis_library_page_show_report (TrellisLibraryPage *self,
                                  gint64              report_id)
{
  g_return_if_fail (TRELLIS_IS_LIBRARY_PAGE (self));

  self->arriving = report_id;
  queue_update (self);
}

/* Returns: (transfer none) (nullable): what the report is called, if it is there */
const char *
trellis_library_page_get_title (TrellisLibraryPage *self,
                                gint64              report_id)
{
  g_return_val_if_fail (TRELLIS_IS_LIBRARY_PAGE (self), NULL);

  make (self);
  if (self->reports == NULL)
    update (self);
  for (guint i = 0; self->reports != NULL && i < self->reports->len; i++)
    {
      const TrellisReportSummary *summary = self->reports->pdata[i];

      if (summary->id == report_id)
        return summary->title;
    }

  return NULL;
}
