/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-postings-page.h"

#include "trellis-alias.h"
#include "trellis-commands.h"
#include "trellis-posting-row.h"
#include "trellis-postings-adding.h"
#include "trellis-record-box.h"

#include <glib/gi18n-lib.h>

struct _TrellisPostingsPage
{
  TrellisPage parent_instance;

  GtkStack         *stack;
  TrellisRecordBox *box;
};

G_DEFINE_FINAL_TYPE (TrellisPostingsPage, trellis_postings_page, TRELLIS_TYPE_PAGE)

static void
add_cb (TrellisPostingsPage *self,
        const char          *title)
{
  TrellisSession  *session = trellis_page_get_session (TRELLIS_PAGE (self));
  g_autofree char *today = trellis_postings_adding_today ();
  TrellisPosting  *posting = trellis_record_new (&trellis_posting_type);
  GError          *error = NULL;

  g_set_str (&posting->title, title);
  g_set_str (&posting->captured, today);
  trellis_commands_add (trellis_session_get_store (session), &trellis_posting_type,
                        trellis_session_get_report_id (session), posting, NULL, &error);
  trellis_record_free (&trellis_posting_type, posting);
  trellis_session_report_error (session, error);
}

static void
trellis_postings_page_update (TrellisPage               *page,
                              const TrellisAnnouncement *announcement)
{
  TrellisPostingsPage *self = TRELLIS_POSTINGS_PAGE (page);
  const TrellisReport *report = trellis_session_get_report (trellis_page_get_session (page));

  if (announcement != NULL && announcement->cause != TRELLIS_CAUSE_OTHER
      && !trellis_announcement_touches (announcement, &trellis_posting_type)
      && !trellis_announcement_touches (announcement, &trellis_posting_skill_type)
      && !trellis_announcement_touches (announcement, &trellis_alias_type))
    return;

  trellis_record_box_update (self->box, announcement);
  if (report->postings->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (announcement == NULL
           || trellis_announcement_touches (announcement, &trellis_posting_type))
    gtk_stack_set_visible_child_name (self->stack, "empty");
}

static gboolean
trellis_postings_page_show_record (TrellisPage             *page,
                                   const TrellisRecordType *type,
                                   gint64                   id)
{
  TrellisPostingsPage *self = TRELLIS_POSTINGS_PAGE (page);
  TrellisRecordRow    *row
      = type == &trellis_posting_type ? trellis_record_box_find (self->box, id) : NULL;

  if (row == NULL)
    return FALSE;

  trellis_record_row_arrive (row);
  return TRUE;
}

static void
trellis_postings_page_add (TrellisPage *page)
{
  TrellisPostingsPage *self = TRELLIS_POSTINGS_PAGE (page);

  gtk_stack_set_visible_child_name (self->stack, "list");
  trellis_record_box_focus_add (self->box);
}

static void
opened_cb (GObject      *source,
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
                                 opened_cb, g_object_ref (widget));
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
}

static void
trellis_postings_page_class_init (TrellisPostingsPageClass *klass)
{
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  TrellisPageClass *page_class = TRELLIS_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = trellis_postings_page_constructed;
  page_class->update = trellis_postings_page_update;
  page_class->show_record = trellis_postings_page_show_record;
  page_class->add = trellis_postings_page_add;

  g_type_ensure (TRELLIS_TYPE_RECORD_BOX);
  gtk_widget_class_install_action (widget_class, "page.paste-posting", NULL, paste_cb);
  gtk_widget_class_install_action (widget_class, "page.open-postings", NULL, open_files_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "page.paste-posting",
                                       NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/trellis_app/Trellis/ui/postings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisPostingsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrellisPostingsPage, box);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
trellis_postings_page_init (TrellisPostingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
