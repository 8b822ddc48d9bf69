/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-postings-page.h"

#include "trellis-alias.h"
#include "trellis-commands.h"
#include "trellis-posting-row.h"
#include "trellis-posting-view.h"
#include "trellis-postings-adding.h"
#include "trellis-record-box.h"

#include <glib/gi18n-lib.h>

struct _TrellisPostingsPage
{
  TrellisPage parent_instance;

  GtkStack               *stack;
  AdwNavigationSplitView *split;
  AdwNavigationPage      *detail;
  TrellisRecordBox       *box;
  TrellisPostingView     *view;

  gint64 shown; /* the posting beside the list, or 0 */
  guint  index; /* its place in the list */
};

G_DEFINE_FINAL_TYPE (TrellisPostingsPage, trellis_postings_page, TRELLIS_TYPE_PAGE)

static const TrellisReport *
get_report (TrellisPostingsPage *self)
{
  return trellis_session_get_report (trellis_page_get_session (TRELLIS_PAGE (self)));
}

/* The one posting has the page's room for itself. */
static gboolean
is_pushed (TrellisPostingsPage *self)
{
  return adw_navigation_split_view_get_collapsed (self->split)
         && adw_navigation_split_view_get_show_content (self->split) && self->shown != 0;
}

static void
name_header (TrellisPostingsPage *self)
{
  const TrellisPosting *posting
      = trellis_report_find (get_report (self), &trellis_posting_type, self->shown);
  const char *title = posting != NULL && *posting->title != '\0' ? posting->title : _("No Title");

  adw_navigation_page_set_title (self->detail, title);
  trellis_page_set_inner (TRELLIS_PAGE (self), is_pushed (self) ? title : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.back", is_pushed (self));
}

static void
mark_shown (TrellisPostingsPage *self)
{
  GPtrArray *postings = get_report (self)->postings;
  gboolean   beside = !adw_navigation_split_view_get_collapsed (self->split);

  for (guint i = 0; i < postings->len; i++)
    {
      gint64            id = ((const TrellisPosting *) postings->pdata[i])->base.id;
      TrellisRecordRow *row = trellis_record_box_peek (self->box, id);

      if (id == self->shown)
        self->index = i;
      if (row != NULL)
        trellis_posting_row_set_shown (TRELLIS_POSTING_ROW (row), beside && id == self->shown);
    }
}

/* Shows the posting beside the list, or, where one has been deleted, the next. */
static void
show_posting (TrellisPostingsPage *self,
              gint64               id)
{
  GPtrArray *postings = get_report (self)->postings;

  self->shown = id;
  if (trellis_report_find (get_report (self), &trellis_posting_type, id) == NULL)
    {
      adw_navigation_split_view_set_show_content (self->split, FALSE);
      self->shown = postings->len == 0
                        ? 0
                        : ((const TrellisPosting *) postings
                               ->pdata[MIN (self->index, postings->len - 1)])
                              ->base.id;
    }
  if (self->shown != 0)
    trellis_posting_view_show (self->view, self->shown);
  mark_shown (self);
  name_header (self);
}

/* What is being typed belongs to the one that was shown until now. */
static void
go_to_posting (TrellisPostingsPage *self,
               gint64               id)
{
  if (id != self->shown)
    trellis_session_flush (trellis_page_get_session (TRELLIS_PAGE (self)));
  show_posting (self, id);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

/* The focus goes to the posting, unless it is there. */
static void
focus_view (TrellisPostingsPage *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    trellis_posting_view_enter (self->view);
}

/* Return shows the posting, and on the one that is shown goes on to it. */
static void
opened_cb (TrellisPostingsPage *self,
           TrellisRecordRow    *row)
{
  gint64   id = trellis_record_row_get_id (row);
  gboolean again = id == self->shown;

  go_to_posting (self, id);
  if (again || is_pushed (self))
    focus_view (self);
}

static void
pane_cb (TrellisPostingsPage *self)
{
  TrellisRecordRow *row = trellis_record_box_peek (self->box, self->shown);

  if (get_report (self) == NULL)
    return;

  mark_shown (self);
  name_header (self);
  if (row != NULL && adw_navigation_split_view_get_collapsed (self->split) && !is_pushed (self)
      && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static void
back_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  adw_navigation_split_view_set_show_content (TRELLIS_POSTINGS_PAGE (widget)->split, FALSE);
}

static void
edit_title_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  trellis_posting_view_edit_title (TRELLIS_POSTINGS_PAGE (widget)->view);
}

static void
add_cb (TrellisPostingsPage *self,
        const char          *title)
{
  TrellisSession  *session = trellis_page_get_session (TRELLIS_PAGE (self));
  g_autofree char *today = trellis_postings_adding_today ();
  TrellisPosting  *posting = trellis_record_new (&trellis_posting_type);
  gint64           id = 0;
  GError          *error = NULL;

  g_set_str (&posting->title, title);
  g_set_str (&posting->captured, today);
  trellis_session_flush (session);
  trellis_commands_add (trellis_session_get_store (session), &trellis_posting_type,
                        trellis_session_get_report_id (session), posting, &id, &error);
  trellis_record_free (&trellis_posting_type, posting);
  if (trellis_session_report_error (session, error) && id != 0)
    show_posting (self, id);
}

static gboolean
is_touched (const TrellisAnnouncement *announcement)
{
  return announcement == NULL || announcement->cause == TRELLIS_CAUSE_OTHER
         || trellis_announcement_touches (announcement, &trellis_posting_type)
         || trellis_announcement_touches (announcement, &trellis_posting_skill_type)
         || trellis_announcement_touches (announcement, &trellis_alias_type);
}

static void
trellis_postings_page_update (TrellisPage               *page,
                              const TrellisAnnouncement *announcement)
{
  TrellisPostingsPage *self = TRELLIS_POSTINGS_PAGE (page);
  gboolean             had_one = self->shown != 0;

  if (!is_touched (announcement))
    return;

  trellis_record_box_update (self->box, announcement);
  show_posting (self, self->shown);
  if (get_report (self)->postings->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (announcement == NULL || had_one)
    trellis_page_show_empty (page, self->stack);
}

static gboolean
show_skill (TrellisPostingsPage *self,
            gint64               id)
{
  const TrellisPostingSkill *skill
      = trellis_report_find (get_report (self), &trellis_posting_skill_type, id);

  if (skill == NULL)
    return FALSE;

  go_to_posting (self, skill->posting_id);
  return trellis_posting_view_arrive_at_skill (self->view, id);
}

static gboolean
trellis_postings_page_show_record (TrellisPage             *page,
                                   const TrellisRecordType *type,
                                   gint64                   id)
{
  TrellisPostingsPage *self = TRELLIS_POSTINGS_PAGE (page);
  TrellisRecordRow    *row;

  if (type == &trellis_posting_skill_type)
    return show_skill (self, id);

  row = type == &trellis_posting_type ? trellis_record_box_find (self->box, id) : NULL;
  if (row == NULL)
    return FALSE;

  go_to_posting (self, id);
  if (is_pushed (self))
    focus_view (self);
  else
    trellis_record_row_arrive (row);
  return TRUE;
}

static void
trellis_postings_page_add (TrellisPage *page)
{
  TrellisPostingsPage *self = TRELLIS_POSTINGS_PAGE (page);

  gtk_stack_set_visible_child_name (self->stack, "list");
  adw_navigation_split_view_set_show_content (self->split, FALSE);
  trellis_record_box_focus_add (self->box);
}

static void
files_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (TrellisPostingsPage) self = data;
  g_autoptr (GListModel)          files
      = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (files != NULL)
    trellis_postings_adding_start (TRELLIS_PAGE (self), files);
}

static void
open_files_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore)    filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _("Saved Pages, JSON and Text"));
  for (guint i = 0; trellis_postings_adding_suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, trellis_postings_adding_suffixes[i]);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _("Open Postings"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL,
                                 files_chosen_cb, g_object_ref (widget));
}

static void
read_text_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (TrellisPostingsPage) self = data;
  g_autofree char                *text
      = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && *g_strstrip (text) != '\0')
    trellis_postings_adding_paste (TRELLIS_PAGE (self), text);
  else
    trellis_session_fail (trellis_page_get_session (TRELLIS_PAGE (self)),
                          _("The clipboard holds no text. Copy the posting first."));
}

static void
paste_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, read_text_cb,
                                 g_object_ref (widget));
}

static gboolean
drop_cb (TrellisPostingsPage *self,
         const GValue        *value)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  GSList                *list;

  if (G_VALUE_HOLDS_STRING (value))
    {
      trellis_postings_adding_paste (TRELLIS_PAGE (self), g_value_get_string (value));
      return TRUE;
    }

  list = gdk_file_list_get_files (g_value_get_boxed (value));
  for (GSList *l = list; l != NULL; l = l->next)
    g_list_store_append (files, l->data);
  g_slist_free (list);
  trellis_postings_adding_start (TRELLIS_PAGE (self), G_LIST_MODEL (files));
  return TRUE;
}

static void
trellis_postings_page_constructed (GObject *object)
{
  TrellisPostingsPage *self = TRELLIS_POSTINGS_PAGE (object);
  GtkDropTarget       *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType                types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };

  G_OBJECT_CLASS (trellis_postings_page_parent_class)->constructed (object);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  trellis_record_box_set_up (self->box, trellis_page_get_session (TRELLIS_PAGE (self)),
                             TRELLIS_TYPE_POSTING_ROW, _("Postings"), _("Add Posting"));
  trellis_posting_view_set_up (self->view, trellis_page_get_session (TRELLIS_PAGE (self)));
}

static void
trellis_postings_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRELLIS_TYPE_POSTINGS_PAGE);

  G_OBJECT_CLASS (trellis_postings_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "page.edit-title", NULL, edit_title_cb);
  gtk_widget_class_install_action (widget_class, "page.paste-posting", NULL, paste_cb);
  gtk_widget_class_install_action (widget_class, "page.open-postings", NULL, open_files_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "page.paste-posting",
                                       NULL);
}

static void
trellis_postings_page_class_init (TrellisPostingsPageClass *klass)
{
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  TrellisPageClass *page_class = TRELLIS_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = trellis_postings_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = trellis_postings_page_dispose;
  page_class->update = trellis_postings_page_update;
  page_class->show_record = trellis_postings_page_show_record;
  page_class->add = trellis_postings_page_add;

  g_type_ensure (TRELLIS_TYPE_POSTING_VIEW);
  g_type_ensure (TRELLIS_TYPE_RECORD_BOX);
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/trellis_app/Trellis/ui/postings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisPostingsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrellisPostingsPage, split);
  gtk_widget_class_bind_template_child (widget_class, TrellisPostingsPage, detail);
  gtk_widget_class_bind_template_child (widget_class, TrellisPostingsPage, box);
  gtk_widget_class_bind_template_child (widget_class, TrellisPostingsPage, view);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_cb);
}

static void
trellis_postings_page_init (TrellisPostingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
