/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-components-page.h"

#include "trellis-commands.h"
#include "trellis-component-row.h"
#include "trellis-plantuml-import.h"
#include "trellis-record-box.h"

#include <glib/gi18n-lib.h>

struct _TrellisComponentsPage
{
  TrellisPage parent_instance;

  GtkStack         *stack;
  TrellisRecordBox *box;
};

G_DEFINE_FINAL_TYPE (TrellisComponentsPage, trellis_components_page, TRELLIS_TYPE_PAGE)

static void
add_cb (TrellisComponentsPage *self,
        const char            *name)
{
  TrellisSession *session = trellis_page_get_session (TRELLIS_PAGE (self));
  GError         *error = NULL;

  trellis_commands_add_component (trellis_session_get_store (session),
                                  trellis_session_get_report_id (session), name, NULL, &error);
  trellis_session_report_error (session, error);
}

static void
trellis_components_page_update (TrellisPage               *page,
                                const TrellisAnnouncement *announcement)
{
  TrellisComponentsPage *self = TRELLIS_COMPONENTS_PAGE (page);
  const TrellisReport   *report = trellis_session_get_report (trellis_page_get_session (page));

  if (announcement != NULL && announcement->cause != TRELLIS_CAUSE_OTHER
      && !trellis_announcement_touches (announcement, &trellis_component_type)
      && !trellis_announcement_touches (announcement, &trellis_role_type)
      && !trellis_announcement_touches (announcement, &trellis_involvement_type))
    return;

  trellis_record_box_update (self->box, announcement);
  if (report->components->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (announcement == NULL
           || trellis_announcement_touches (announcement, &trellis_component_type))
    trellis_page_show_empty (page, self->stack);
}

static gboolean
trellis_components_page_show_record (TrellisPage             *page,
                                     const TrellisRecordType *type,
                                     gint64                   id)
{
  TrellisComponentsPage *self = TRELLIS_COMPONENTS_PAGE (page);
  TrellisRecordRow      *row = NULL;

  if (type == &trellis_component_type)
    row = trellis_record_box_find (self->box, id);
  if (row == NULL)
    return FALSE;

  trellis_record_row_arrive (row);
  return TRUE;
}

static void
trellis_components_page_add (TrellisPage *page)
{
  TrellisComponentsPage *self = TRELLIS_COMPONENTS_PAGE (page);

  gtk_stack_set_visible_child_name (self->stack, "list");
  trellis_record_box_focus_add (self->box);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const TrellisComponent *x = *(const TrellisComponent *const *) a;
  const TrellisComponent *y = *(const TrellisComponent *const *) b;
  int                     order = g_utf8_collate (x->name, y->name);

  return order != 0 ? order : x->position - y->position;
}

static void
sort_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  TrellisSession       *session = trellis_page_get_session (TRELLIS_PAGE (widget));
  const TrellisReport  *report = trellis_session_get_report (session);
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (report->components, NULL, NULL);
  g_autoptr (GArray)    ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError               *error = NULL;

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_names);
  for (guint i = 0; i < sorted->len; i++)
    g_array_append_val (ids, ((const TrellisComponent *) sorted->pdata[i])->base.id);

  trellis_session_flush (session);
  trellis_commands_reorder (trellis_session_get_store (session), &trellis_component_type,
                            (const gint64 *) ids->data, ids->len, &error);
  trellis_session_report_error (session, error);
}

static void
import_plantuml_cb (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  trellis_plantuml_import_choose (TRELLIS_PAGE (widget));
}

static void
trellis_components_page_constructed (GObject *object)
{
  TrellisComponentsPage *self = TRELLIS_COMPONENTS_PAGE (object);

  G_OBJECT_CLASS (trellis_components_page_parent_class)->constructed (object);

  trellis_record_box_set_up (self->box, trellis_page_get_session (TRELLIS_PAGE (self)),
                             TRELLIS_TYPE_COMPONENT_ROW, _("Components"), _("Add Component"));
}

static void
trellis_components_page_class_init (TrellisComponentsPageClass *klass)
{
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  TrellisPageClass *page_class = TRELLIS_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = trellis_components_page_constructed;
  page_class->update = trellis_components_page_update;
  page_class->show_record = trellis_components_page_show_record;
  page_class->add = trellis_components_page_add;

  g_type_ensure (TRELLIS_TYPE_RECORD_BOX);
  gtk_widget_class_install_action (widget_class, "page.sort", NULL, sort_cb);
  gtk_widget_class_install_action (widget_class, "page.import-plantuml", NULL, import_plantuml_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/trellis_app/Trellis/ui/components-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisComponentsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrellisComponentsPage, box);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
trellis_components_page_init (TrellisComponentsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
