/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-role-row.h"

#include "trellis-chip-row.h"
#include "trellis-commands.h"
#include "trellis-text-row.h"
#include "trellis-text.h"

#include <glib/gi18n-lib.h>

struct _TrellisRoleRow
{
  TrellisRecordRow parent_instance;

  GtkWidget        *name;
  TrellisTextField *name_field; /* owned by the entry */
  GtkWidget        *responsibilities;
  GtkWidget        *aliases;
  GtkWidget        *components;
};

G_DEFINE_FINAL_TYPE (TrellisRoleRow, trellis_role_row, TRELLIS_TYPE_RECORD_ROW)

static TrellisSession *
get_session (TrellisRoleRow *self)
{
  return trellis_record_row_get_session (TRELLIS_RECORD_ROW (self));
}

static const TrellisReport *
get_report (TrellisRoleRow *self)
{
  return trellis_session_get_report (get_session (self));
}

static gint64
get_id (TrellisRoleRow *self)
{
  return trellis_record_row_get_id (TRELLIS_RECORD_ROW (self));
}

/* The component at @index among those that the role works on, or among those that it does not. */
static gint64
find_component (TrellisRoleRow *self,
                gboolean        involved,
                guint           index)
{
  const TrellisReport *report = get_report (self);

  for (guint i = 0; i < report->components->len; i++)
    {
      const TrellisComponent *component = report->components->pdata[i];

      if ((trellis_report_find_involvement (report, component->base.id, get_id (self)) != NULL)
              == involved
          && index-- == 0)
        return component->base.id;
    }

  return 0;
}

static void
set_involved (TrellisRoleRow *self,
              guint           index,
              gboolean        involved)
{
  GError *error = NULL;

  trellis_commands_set_involved (trellis_session_get_store (get_session (self)),
                                 find_component (self, !involved, index), get_id (self), involved,
                                 &error);
  trellis_session_report_error (get_session (self), error);
}

static void
component_removed_cb (TrellisRoleRow *self,
                      guint           index)
{
  set_involved (self, index, FALSE);
}

static void
component_chosen_cb (TrellisRoleRow *self,
                     guint           index)
{
  set_involved (self, index, TRUE);
}

static void
set_aliases (TrellisRoleRow *self,
             GPtrArray      *aliases)
{
  g_autofree char *text = NULL;
  GError          *error = NULL;

  g_ptr_array_add (aliases, NULL);
  text = g_strjoinv ("\n", (char **) aliases->pdata);
  trellis_store_end_merge (trellis_session_get_store (get_session (self)));
  trellis_commands_set_text (trellis_session_get_store (get_session (self)), &trellis_role_type,
                             get_id (self), "aliases", text, &error);
  trellis_session_report_error (get_session (self), error);
}

static GPtrArray *
get_aliases (TrellisRoleRow *self)
{
  const TrellisRole *role = trellis_report_find (get_report (self), &trellis_role_type,
                                                 get_id (self));
  g_auto (GStrv)     lines = g_strsplit (role->aliases, "\n", -1);
  GPtrArray         *aliases = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_ptr_array_add (aliases, g_strdup (lines[i]));

  return aliases;
}

static void
alias_removed_cb (TrellisRoleRow *self,
                  guint           index)
{
  g_autoptr (GPtrArray) aliases = get_aliases (self);

  g_ptr_array_remove_index (aliases, index);
  set_aliases (self, aliases);
}

static void
alias_typed_cb (TrellisRoleRow *self,
                const char     *alias)
{
  g_autoptr (GPtrArray) aliases = get_aliases (self);

  for (guint i = 0; i < aliases->len; i++)
    if (trellis_text_equal_folded (aliases->pdata[i], alias))
      return;

  g_ptr_array_add (aliases, g_strdup (alias));
  set_aliases (self, aliases);
}

static void
show_aliases (TrellisRoleRow *self)
{
  g_autoptr (GPtrArray) aliases = get_aliases (self);

  g_ptr_array_add (aliases, NULL);
  trellis_chip_row_show (TRELLIS_CHIP_ROW (self->aliases), (const char *const *) aliases->pdata,
                         NULL, NULL);
}

static void
show_components (TrellisRoleRow *self)
{
  const TrellisReport  *report = get_report (self);
  g_autoptr (GPtrArray) chips = g_ptr_array_new ();
  g_autoptr (GPtrArray) wordings = g_ptr_array_new ();
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();

  for (guint i = 0; i < report->components->len; i++)
    {
      const TrellisComponent   *component = report->components->pdata[i];
      const TrellisInvolvement *cell
          = trellis_report_find_involvement (report, component->base.id, get_id (self));

      g_ptr_array_add (cell != NULL ? chips : choices, component->name);
      if (cell != NULL)
        g_ptr_array_add (wordings, cell->wording);
    }

  g_ptr_array_add (chips, NULL);
  g_ptr_array_add (wordings, NULL);
  g_ptr_array_add (choices, NULL);
  trellis_chip_row_show (TRELLIS_CHIP_ROW (self->components), (const char *const *) chips->pdata,
                         (const char *const *) wordings->pdata,
                         (const char *const *) choices->pdata);
}

static const char *
find_warning (TrellisRoleRow    *self,
              const TrellisRole *role,
              guint              n_components)
{
  const TrellisReport *report = get_report (self);

  for (guint i = 0; i < report->roles->len; i++)
    {
      const TrellisRole *other = report->roles->pdata[i];

      if (other != role && trellis_text_equal_folded (other->name, role->name))
        return _("Another role has this name.");
    }

  if (n_components == 0)
    return _("It works on no component yet.");
  return *role->responsibilities == '\0' ? _("It has no responsibilities yet.") : NULL;
}

static void
trellis_role_row_update (TrellisRecordRow *row,
                         gconstpointer     record,
                         gboolean          filled)
{
  TrellisRoleRow      *self = TRELLIS_ROLE_ROW (row);
  const TrellisRole   *role = record;
  const TrellisReport *report = get_report (self);
  guint                n = 0;
  g_autofree char     *note = NULL;

  for (guint i = 0; i < report->involvements->len; i++)
    n += ((const TrellisInvolvement *) report->involvements->pdata[i])->role_id == role->base.id;

  note = g_strdup_printf (ngettext ("%u component", "%u components", n), n);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), role->name);
  trellis_record_row_set_count (row, n, note, find_warning (self, role, n));
  if (!filled)
    return;

  trellis_text_field_show (self->name_field, role->base.id, role->name);
  trellis_text_row_show (TRELLIS_TEXT_ROW (self->responsibilities), role->base.id,
                         role->responsibilities);
  show_aliases (self);
  show_components (self);
}

static void
add_name (TrellisRoleRow *self)
{
  self->name = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name), _("Name"));
  self->name_field = trellis_text_field_new_for_editable (
      GTK_EDITABLE (self->name), get_session (self), &trellis_role_type, "name");
  trellis_text_field_set_required (self->name_field, TRUE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->name);
}

static void
trellis_role_row_fill (TrellisRecordRow *row)
{
  TrellisRoleRow *self = TRELLIS_ROLE_ROW (row);

  add_name (self);

  self->responsibilities = trellis_text_row_new (_("Responsibilities"));
  trellis_text_row_bind (TRELLIS_TEXT_ROW (self->responsibilities), get_session (self),
                         &trellis_role_type, "responsibilities");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->responsibilities);

  self->aliases = trellis_chip_row_new (_("Also Called"), _("Add Other Name"), TRUE);
  g_signal_connect_object (self->aliases, "removed", G_CALLBACK (alias_removed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->aliases, "typed", G_CALLBACK (alias_typed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->aliases);

  self->components = trellis_chip_row_new (_("Works On"), _("Add Component"), FALSE);
  g_signal_connect_object (self->components, "removed", G_CALLBACK (component_removed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->components, "chosen", G_CALLBACK (component_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->components);
}

static void
trellis_role_row_rename (TrellisRecordRow *row)
{
  gtk_widget_grab_focus (TRELLIS_ROLE_ROW (row)->name);
}

static void
show_in_matrix_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.show-record", "(ssx)", "matrix", trellis_role_type.name,
                              get_id (TRELLIS_ROLE_ROW (widget)));
}

static void
choose_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "page.choose-role", "x", get_id (TRELLIS_ROLE_ROW (widget)));
}

static void
merge_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "page.merge-role", "x", get_id (TRELLIS_ROLE_ROW (widget)));
}

static void
trellis_role_row_class_init (TrellisRoleRowClass *klass)
{
  GtkWidgetClass        *widget_class = GTK_WIDGET_CLASS (klass);
  TrellisRecordRowClass *row_class = TRELLIS_RECORD_ROW_CLASS (klass);

  row_class->type = &trellis_role_type;
  row_class->fill = trellis_role_row_fill;
  row_class->update = trellis_role_row_update;
  row_class->rename = trellis_role_row_rename;

  gtk_widget_class_install_action (widget_class, "row.show-in-matrix", NULL, show_in_matrix_cb);
  gtk_widget_class_install_action (widget_class, "row.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "row.merge", NULL, merge_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/trellis_app/Trellis/ui/role-row.ui");
}

static void
trellis_role_row_init (TrellisRoleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
