/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-history-dialog.h"

#include "trellis-history-item.h"

#include <glib/gi18n-lib.h>

struct _TrellisHistoryDialog
{
  AdwDialog parent_instance;

  GtkStack    *stack;
  GtkListView *view;
  GtkButton   *go;
  GtkWidget   *bar;

  TrellisSession     *session;
  GListStore         *items; /* TrellisHistoryItem, the newest first */
  GtkSingleSelection *selection;
  guint               step_source;
  gint64              target; /* the change to go to; 0: none */
  gboolean            ahead;  /* it waits to be redone */
};

G_DEFINE_FINAL_TYPE (TrellisHistoryDialog, trellis_history_dialog, ADW_TYPE_DIALOG)

static TrellisStore *
get_store (TrellisHistoryDialog *self)
{
  return trellis_session_get_store (self->session);
}

static TrellisHistoryItem *
get_selected (TrellisHistoryDialog *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
update_button (TrellisHistoryDialog *self)
{
  TrellisHistoryItem *item = get_selected (self);
  gboolean            undone = item != NULL && trellis_history_item_is_undone (item);

  gtk_button_set_label (self->go, undone ? _("Go Forward to Here") : _("Go Back to Here"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->go), item != NULL
                                                       && !trellis_history_item_is_here (item)
                                                       && self->target == 0);
}

/* (transfer full) (element-type gint64 utf8): the titles of the reports, by their ids */
static GHashTable *
list_titles (TrellisHistoryDialog *self)
{
  g_autoptr (GPtrArray) reports = trellis_store_list_reports (get_store (self), NULL);
  GHashTable           *titles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        g_free);

  for (guint i = 0; reports != NULL && i < reports->len; i++)
    {
      const TrellisReportSummary *report = reports->pdata[i];

      g_hash_table_insert (titles, g_memdup2 (&report->id, sizeof report->id),
                           g_strdup (report->title));
    }
  return titles;
}

/* Of the report that is open nothing has to be told. */
static TrellisHistoryItem *
create_item (TrellisHistoryDialog *self,
             const TrellisChange  *change,
             GHashTable           *titles,
             gboolean              here)
{
  gboolean open = change->report_id == trellis_session_get_report_id (self->session);

  return trellis_history_item_new (
      change, open ? NULL : g_hash_table_lookup (titles, &change->report_id), here);
}

static void
show_item (TrellisHistoryDialog *self,
           guint                 position)
{
  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT,
                             NULL);
  update_button (self);
}

/* Lists the changes anew, and shows the one that was made last. */
static void
load (TrellisHistoryDialog *self)
{
  g_autoptr (GPtrArray)  changes = trellis_store_list_history (get_store (self), NULL);
  g_autoptr (GHashTable) titles = list_titles (self);
  g_autoptr (GPtrArray)  items = g_ptr_array_new_with_free_func (g_object_unref);
  guint                  here = G_MAXUINT;

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const TrellisChange *change = changes->pdata[i];
      gboolean             is_here = here == G_MAXUINT && !change->undone;

      if (is_here)
        here = i;
      g_ptr_array_add (items, create_item (self, change, titles, is_here));
    }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "list" : "empty");
  gtk_widget_set_visible (self->bar, items->len > 0);
  show_item (self, here);
}

static gboolean
is_there (TrellisHistoryDialog *self)
{
  g_autoptr (TrellisChange) last = trellis_store_get_undo_change (get_store (self));

  return last != NULL && last->id == self->target;
}

static gboolean
step (TrellisHistoryDialog *self)
{
  if (self->ahead)
    return trellis_store_can_redo (get_store (self)) && trellis_session_redo (self->session);
  return trellis_store_can_undo (get_store (self)) && trellis_session_undo (self->session);
}

static void
arrive (TrellisHistoryDialog *self)
{
  self->step_source = 0;
  self->target = 0;
  load (self);
}

/* One step a turn, so that the window stays awake; a long one is the worker's, and is waited for.
 */
static gboolean
step_cb (gpointer data)
{
  TrellisHistoryDialog *self = data;

  if (trellis_store_get_busy (get_store (self)))
    return G_SOURCE_CONTINUE;

  if (!is_there (self) && step (self))
    return G_SOURCE_CONTINUE;

  arrive (self);
  return G_SOURCE_REMOVE;
}

static void
go_cb (TrellisHistoryDialog *self)
{
  TrellisHistoryItem *item = get_selected (self);

  if (item == NULL || trellis_history_item_is_here (item) || self->target != 0)
    return;

  self->target = trellis_history_item_get_id (item);
  self->ahead = trellis_history_item_is_undone (item);
  update_button (self);
  self->step_source = g_timeout_add (1, step_cb, self);
}

/* What is done elsewhere meanwhile is listed, too. */
static void
changed_cb (TrellisHistoryDialog *self)
{
  if (self->target == 0)
    load (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *time = gtk_label_new (NULL);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *report = gtk_label_new (NULL);
  GtkWidget *here = gtk_label_new (_("You are here"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (report), 0);
  gtk_label_set_ellipsize (GTK_LABEL (report), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (time, "numeric");
  gtk_widget_add_css_class (time, "dimmed");
  gtk_widget_add_css_class (report, "caption");
  gtk_widget_add_css_class (report, "dimmed");
  gtk_widget_add_css_class (here, "caption-heading");
  gtk_widget_add_css_class (here, "accent");
  gtk_box_append (GTK_BOX (texts), label);
  gtk_box_append (GTK_BOX (texts), report);
  gtk_box_append (GTK_BOX (row), time);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), here);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item)
{
  TrellisHistoryItem *item = gtk_list_item_get_item (list_item);
  GtkWidget          *row = gtk_list_item_get_child (list_item);
  GtkWidget          *time = gtk_widget_get_first_child (row);
  GtkWidget          *texts = gtk_widget_get_next_sibling (time);
  GtkWidget          *label = gtk_widget_get_first_child (texts);
  GtkWidget          *report = gtk_widget_get_next_sibling (label);
  g_autofree char    *when = trellis_history_item_format_time (item);
  g_autofree char    *spoken = trellis_history_item_describe (item);
  const char         *title = trellis_history_item_get_report (item);

  gtk_label_set_label (GTK_LABEL (time), when);
  gtk_label_set_label (GTK_LABEL (label), trellis_history_item_get_label (item));
  gtk_label_set_label (GTK_LABEL (report), title != NULL ? title : "");
  gtk_widget_set_visible (report, title != NULL);
  gtk_widget_set_visible (gtk_widget_get_next_sibling (texts), trellis_history_item_is_here (item));
  if (trellis_history_item_is_undone (item))
    gtk_widget_add_css_class (label, "dimmed");
  else
    gtk_widget_remove_css_class (label, "dimmed");
  gtk_list_item_set_accessible_label (list_item, spoken);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory,
                 GtkListHeader            *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "sidebar-heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (GtkSignalListItemFactory *factory,
                GtkListHeader            *header)
{
  g_autofree char *day = trellis_history_item_format_day (gtk_list_header_get_item (header));

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), day);
}

static int
compare_days (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  return trellis_history_item_compare_days ((TrellisHistoryItem *) a, (TrellisHistoryItem *) b);
}

static void
create_list (TrellisHistoryDialog *self)
{
  GtkSorter          *days = GTK_SORTER (gtk_custom_sorter_new (compare_days, NULL, NULL));
  GtkSortListModel   *sorted;
  GtkListItemFactory *rows = gtk_signal_list_item_factory_new ();
  GtkListItemFactory *heads = gtk_signal_list_item_factory_new ();

  self->items = g_list_store_new (TRELLIS_TYPE_HISTORY_ITEM);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), NULL);
  gtk_sort_list_model_set_section_sorter (sorted, days);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  g_object_unref (days);

  g_signal_connect (rows, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (rows, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (heads, "setup", G_CALLBACK (setup_header_cb), NULL);
  g_signal_connect (heads, "bind", G_CALLBACK (bind_header_cb), NULL);
  gtk_list_view_set_factory (self->view, rows);
  gtk_list_view_set_header_factory (self->view, heads);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (rows);
  g_object_unref (heads);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (update_button),
                           self, G_CONNECT_SWAPPED);
}

static void
trellis_history_dialog_dispose (GObject *object)
{
  TrellisHistoryDialog *self = TRELLIS_HISTORY_DIALOG (object);

  g_clear_handle_id (&self->step_source, g_source_remove);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (trellis_history_dialog_parent_class)->dispose (object);
}

static void
trellis_history_dialog_class_init (TrellisHistoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_history_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/trellis_app/Trellis/ui/history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisHistoryDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TrellisHistoryDialog, view);
  gtk_widget_class_bind_template_child (widget_class, TrellisHistoryDialog, go);
  gtk_widget_class_bind_template_child (widget_class, TrellisHistoryDialog, bar);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
}

static void
trellis_history_dialog_init (TrellisHistoryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  create_list (self);
}

AdwDialog *
trellis_history_dialog_new (TrellisSession *session)
{
  TrellisHistoryDialog *self = g_object_new (TRELLIS_TYPE_HISTORY_DIALOG, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  load (self);
  return ADW_DIALOG (self);
}
