/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-roles-page.h"

#include "trellis-commands.h"
#include "trellis-merge-dialog.h"
#include "trellis-my-role.h"
#include "trellis-record-box.h"
#include "trellis-role-row.h"
#include "trellis-text-row.h"

#include <glib/gi18n-lib.h>

struct _TrellisRolesPage
{
  TrellisPage parent_instance;

  GtkStack         *stack;
  AdwComboRow      *mine;
  TrellisTextRow   *reason;
  TrellisRecordBox *box;
  gboolean          showing; /* the combo row is being filled */
};

G_DEFINE_FINAL_TYPE (TrellisRolesPage, trellis_roles_page, TRELLIS_TYPE_PAGE)

static TrellisSession *
get_session (TrellisRolesPage *self)
{
  return trellis_page_get_session (TRELLIS_PAGE (self));
}

static const TrellisReport *
get_report (TrellisRolesPage *self)
{
  return trellis_session_get_report (get_session (self));
}

static void
add_cb (TrellisRolesPage *self,
        const char       *name)
{
  GError *error = NULL;

  trellis_commands_add_role (trellis_session_get_store (get_session (self)),
                             trellis_session_get_report_id (get_session (self)), name, NULL,
                             &error);
  trellis_session_report_error (get_session (self), error);
}

/* The names that can be chosen: none, and the report's roles. */
static GtkStringList *
get_choices (const TrellisReport *report)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Not Chosen"));
  for (guint i = 0; i < report->roles->len; i++)
    gtk_string_list_append (names, ((const TrellisRole *) report->roles->pdata[i])->name);

  return names;
}

static gboolean
has_same_names (GListModel    *model,
                GtkStringList *names)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (names));

  if (model == NULL || g_list_model_get_n_items (model) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i),
                      gtk_string_list_get_string (names, i)))
      return FALSE;

  return TRUE;
}

/* The row does not bear another model while it says what was selected: it is kept if it can be. */
static void
show_choices (TrellisRolesPage *self)
{
  const TrellisReport      *report = get_report (self);
  const TrellisRole        *mine = trellis_my_role_find (report);
  g_autoptr (GtkStringList) names = get_choices (report);
  guint                     selected = 0;

  if (mine != NULL && g_ptr_array_find (report->roles, mine, &selected))
    selected++;

  self->showing = TRUE;
  if (!has_same_names (adw_combo_row_get_model (self->mine), names))
    adw_combo_row_set_model (self->mine, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->mine, selected);
  self->showing = FALSE;
}

static void
show_mine (TrellisRolesPage *self)
{
  const TrellisSection *section = trellis_my_role_find_section (get_report (self));

  show_choices (self);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), section != NULL);
  if (section != NULL)
    trellis_text_row_show (self->reason, section->base.id, section->text);
}

/* A report whose layout has no place for the role gets one at its end. */
static void
add_section (TrellisRolesPage *self,
             const char       *text)
{
  const TrellisReport           *report = get_report (self);
  const TrellisTemplateDocument *document = NULL;
  const TrellisTemplateSection  *wanted = trellis_template_find_section (
      trellis_session_get_template (get_session (self)), TRELLIS_SECTION_ROLE, &document);
  gboolean       russian = g_str_has_prefix (report->language, "ru");
  TrellisSection section = {
    .kind = TRELLIS_SECTION_ROLE,
    .level = wanted != NULL ? wanted->level : 2,
    .document = document != NULL ? document->file : (char *) "",
    .heading = wanted == NULL ? (char *) _("Your Role")
               : russian      ? wanted->heading_ru
                              : wanted->heading,
    .before = (char *) "",
    .after = (char *) "",
    .text = (char *) text,
  };
  GError *error = NULL;

  trellis_commands_add (trellis_session_get_store (get_session (self)), &trellis_section_type,
                        report->base.id, &section, NULL, &error);
  trellis_session_report_error (get_session (self), error);
}

static void
choose (TrellisRolesPage  *self,
        const TrellisRole *role)
{
  const TrellisSection *section;
  g_autofree char      *text = NULL;
  GError               *error = NULL;

  trellis_session_flush (get_session (self));
  section = trellis_my_role_find_section (get_report (self));
  text = trellis_my_role_choose (get_report (self), role);
  if (section == NULL)
    {
      add_section (self, text);
      return;
    }

  trellis_commands_set_text (trellis_session_get_store (get_session (self)), &trellis_section_type,
                             section->base.id, "text", text, &error);
  trellis_store_end_merge (trellis_session_get_store (get_session (self)));
  trellis_session_report_error (get_session (self), error);
}

static void
selected_cb (TrellisRolesPage *self)
{
  guint selected = adw_combo_row_get_selected (self->mine);

  if (self->showing || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (selected > 0)
    choose (self, get_report (self)->roles->pdata[selected - 1]);
  else
    show_mine (self); /* a text that names a role goes on naming it */
}

static void
choose_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  TrellisRolesPage  *self = TRELLIS_ROLES_PAGE (widget);
  const TrellisRole *role = trellis_report_find (get_report (self), &trellis_role_type,
                                                 g_variant_get_int64 (parameter));

  if (role != NULL)
    choose (self, role);
}

static void
merge_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  TrellisRolesPage *self = TRELLIS_ROLES_PAGE (widget);

  trellis_session_flush (get_session (self));
  adw_dialog_present (
      trellis_merge_dialog_new (get_session (self), g_variant_get_int64 (parameter)), widget);
}

static void
trellis_roles_page_update (TrellisPage               *page,
                           const TrellisAnnouncement *announcement)
{
  TrellisRolesPage *self = TRELLIS_ROLES_PAGE (page);

  if (announcement != NULL && announcement->cause != TRELLIS_CAUSE_OTHER
      && !trellis_announcement_touches (announcement, &trellis_component_type)
      && !trellis_announcement_touches (announcement, &trellis_role_type)
      && !trellis_announcement_touches (announcement, &trellis_section_type)
      && !trellis_announcement_touches (announcement, &trellis_involvement_type))
    return;

  trellis_record_box_update (self->box, announcement);
  show_mine (self);
  if (get_report (self)->roles->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (announcement == NULL || trellis_announcement_touches (announcement, &trellis_role_type))
    trellis_page_show_empty (page, self->stack);
}

static gboolean
trellis_roles_page_show_record (TrellisPage             *page,
                                const TrellisRecordType *type,
                                gint64                   id)
{
  TrellisRolesPage     *self = TRELLIS_ROLES_PAGE (page);
  const TrellisSection *section = trellis_my_role_find_section (get_report (self));
  TrellisRecordRow     *row = NULL;

  if (type == &trellis_section_type && section != NULL && section->base.id == id)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->mine));
      trellis_widget_tint (GTK_WIDGET (self->reason));
      return TRUE;
    }

  if (type == &trellis_role_type)
    row = trellis_record_box_find (self->box, id);
  if (row == NULL)
    return FALSE;

  trellis_record_row_arrive (row);
  return TRUE;
}

static void
trellis_roles_page_add (TrellisPage *page)
{
  TrellisRolesPage *self = TRELLIS_ROLES_PAGE (page);

  gtk_stack_set_visible_child_name (self->stack, "list");
  trellis_record_box_focus_add (self->box);
}

static void
trellis_roles_page_constructed (GObject *object)
{
  TrellisRolesPage *self = TRELLIS_ROLES_PAGE (object);

  G_OBJECT_CLASS (trellis_roles_page_parent_class)->constructed (object);

  trellis_record_box_set_up (self->box, get_session (self), TRELLIS_TYPE_ROLE_ROW, _("Roles"),
                             _("Add Role"));
  trellis_text_row_bind (self->reason, get_session (self), &trellis_section_type, "text");
}

static void
trellis_roles_page_class_init (TrellisRolesPageClass *klass)
{
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  TrellisPageClass *page_class = TRELLIS_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = trellis_roles_page_constructed;
  page_class->update = trellis_roles_page_update;
  page_class->show_record = trellis_roles_page_show_record;
  page_class->add = trellis_roles_page_add;

  g_type_ensure (TRELLIS_TYPE_RECORD_BOX);
  g_type_ensure (TRELLIS_TYPE_TEXT_ROW);
  gtk_widget_class_install_action (widget_class, "page.choose-role", "x", choose_cb);
  gtk_widget_class_install_action (widget_class, "page.merge-role", "x", merge_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/trellis_app/Trellis/ui/roles-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisRolesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrellisRolesPage, mine);
  gtk_widget_class_bind_template_child (widget_class, TrellisRolesPage, reason);
  gtk_widget_class_bind_template_child (widget_class, TrellisRolesPage, box);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
trellis_roles_page_init (TrellisRolesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
