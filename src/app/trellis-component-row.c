/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-component-row.h"

#include "trellis-chip-row.h"
#include "trellis-commands.h"
#include "trellis-text-row.h"
#include "trellis-text.h"

#include <glib/gi18n-lib.h>

struct _TrellisComponentRow
{
  TrellisRecordRow parent_instance;

  GtkWidget        *name;
  TrellisTextField *name_field; /* owned by the entry */
  GtkWidget        *description;
  GtkWidget        *roles;
};

G_DEFINE_FINAL_TYPE (TrellisComponentRow, trellis_component_row, TRELLIS_TYPE_RECORD_ROW)

static const TrellisReport *
get_report (TrellisComponentRow *self)
{
  return trellis_session_get_report (trellis_record_row_get_session (TRELLIS_RECORD_ROW (self)));
}

/* The role at @index among those that work on the component, or among those that do not. */
static gint64
find_role (TrellisComponentRow *self,
           gboolean             involved,
           guint                index)
{
  const TrellisReport *report = get_report (self);
  gint64               id = trellis_record_row_get_id (TRELLIS_RECORD_ROW (self));

  for (guint i = 0; i < report->roles->len; i++)
    {
      const TrellisRole *role = report->roles->pdata[i];

      if ((trellis_report_find_involvement (report, id, role->base.id) != NULL) == involved
          && index-- == 0)
        return role->base.id;
    }

  return 0;
}

static void
set_involved (TrellisComponentRow *self,
              guint                index,
              gboolean             involved)
{
  TrellisSession *session = trellis_record_row_get_session (TRELLIS_RECORD_ROW (self));
  gint64          role = find_role (self, !involved, index);
  GError         *error = NULL;

  trellis_commands_set_involved (trellis_session_get_store (session),
                                 trellis_record_row_get_id (TRELLIS_RECORD_ROW (self)), role,
                                 involved, &error);
  trellis_session_report_error (session, error);
}

static void
removed_cb (TrellisComponentRow *self,
            guint                index)
{
  set_involved (self, index, FALSE);
}

static void
chosen_cb (TrellisComponentRow *self,
           guint                index)
{
  set_involved (self, index, TRUE);
}

static void
show_roles (TrellisComponentRow *self,
            gint64               id)
{
  const TrellisReport     *report = get_report (self);
  g_autoptr (GStrvBuilder) chips = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) wordings = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) choices = g_strv_builder_new ();
  g_auto (GStrv)           chip_names = NULL;
  g_auto (GStrv)           tooltips = NULL;
  g_auto (GStrv)           choice_names = NULL;

  for (guint i = 0; i < report->roles->len; i++)
    {
      const TrellisRole        *role = report->roles->pdata[i];
      const TrellisInvolvement *cell = trellis_report_find_involvement (report, id, role->base.id);

      g_strv_builder_add (cell != NULL ? chips : choices, role->name);
      if (cell != NULL)
        g_strv_builder_add (wordings, cell->wording);
    }

  chip_names = g_strv_builder_end (chips);
  tooltips = g_strv_builder_end (wordings);
  choice_names = g_strv_builder_end (choices);
  trellis_chip_row_show (TRELLIS_CHIP_ROW (self->roles), (const char *const *) chip_names,
                         (const char *const *) tooltips, (const char *const *) choice_names);
}

static const char *
find_warning (TrellisComponentRow    *self,
              const TrellisComponent *component,
              guint                   n_roles)
{
  const TrellisReport *report = get_report (self);

  for (guint i = 0; i < report->components->len; i++)
    {
      const TrellisComponent *other = report->components->pdata[i];

      if (other != component && trellis_text_equal_folded (other->name, component->name))
        return _("Another component has this name.");
    }

  return n_roles == 0 ? _("No role works on it yet.") : NULL;
}

static void
trellis_component_row_update (TrellisRecordRow *row,
                              gconstpointer     record,
                              gboolean          filled)
{
  TrellisComponentRow    *self = TRELLIS_COMPONENT_ROW (row);
  const TrellisComponent *component = record;
  const TrellisReport    *report = get_report (self);
  guint                   n_roles = 0;
  g_autofree char        *note = NULL;

  for (guint i = 0; i < report->involvements->len; i++)
    n_roles += ((const TrellisInvolvement *) report->involvements->pdata[i])->component_id
               == component->base.id;

  note = g_strdup_printf (ngettext ("%u role", "%u roles", n_roles), n_roles);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), component->name);
  trellis_record_row_set_count (row, n_roles, note, find_warning (self, component, n_roles));
  if (!filled)
    return;

  trellis_text_field_show (self->name_field, component->base.id, component->name);
  trellis_text_row_show (TRELLIS_TEXT_ROW (self->description), component->base.id,
                         component->description);
  show_roles (self, component->base.id);
}

static void
trellis_component_row_fill (TrellisRecordRow *row)
{
  TrellisComponentRow *self = TRELLIS_COMPONENT_ROW (row);
  TrellisSession      *session = trellis_record_row_get_session (row);

  self->name = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name), _("Name"));
  self->name_field = trellis_text_field_new_for_editable (GTK_EDITABLE (self->name), session,
                                                          &trellis_component_type, "name");
  trellis_text_field_set_required (self->name_field, TRUE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->name);

  self->description = trellis_text_row_new (_("Description"));
  trellis_text_row_bind (TRELLIS_TEXT_ROW (self->description), session, &trellis_component_type,
                         "description");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->description);

  self->roles = trellis_chip_row_new (_("Roles"), _("Add Role"), FALSE);
  g_signal_connect_object (self->roles, "removed", G_CALLBACK (removed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->roles, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->roles);
}

static void
trellis_component_row_rename (TrellisRecordRow *row)
{
  gtk_widget_grab_focus (TRELLIS_COMPONENT_ROW (row)->name);
}

static void
show_in_matrix_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  gint64 id = trellis_record_row_get_id (TRELLIS_RECORD_ROW (widget));

  gtk_widget_activate_action (widget, "win.show-record", "(ssx)", "matrix",
                              trellis_component_type.name, id);
}

static void
trellis_component_row_class_init (TrellisComponentRowClass *klass)
{
  TrellisRecordRowClass *row_class = TRELLIS_RECORD_ROW_CLASS (klass);

  row_class->type = &trellis_component_type;
  row_class->fill = trellis_component_row_fill;
  row_class->update = trellis_component_row_update;
  row_class->rename = trellis_component_row_rename;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "row.show-in-matrix", NULL,
                                   show_in_matrix_cb);
  gtk_widget_class_set_template_from_resource (
      GTK_WIDGET_CLASS (klass), "/io/github/trellis_app/Trellis/ui/component-row.ui");
}

static void
trellis_component_row_init (TrellisComponentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
