/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-plantuml-dialog.h"

#include "trellis-commands.h"
#include "trellis-text.h"

#include <glib/gi18n-lib.h>

/* So many elements get a row; of the others, what is a component comes along. */
#define MAX_ROWS 500

struct _TrellisPlantumlDialog
{
  AdwDialog parent_instance;

  GtkButton *import;
  GtkLabel  *left_out;
  GtkBox    *groups;

  TrellisSession  *session;
  gint64           report_id;
  TrellisPlantuml *plantuml;
};

G_DEFINE_FINAL_TYPE (TrellisPlantumlDialog, trellis_plantuml_dialog, ADW_TYPE_DIALOG)

static void
show_count (TrellisPlantumlDialog *self)
{
  guint n = trellis_plantuml_count_ticked (self->plantuml);
  /* Translators: a short button, with the number of components chosen */
  g_autofree char *label = g_strdup_printf (_("_Import %u"), n);
  g_autofree char *spoken
      = g_strdup_printf (ngettext ("Import %u Component", "Import %u Components", n), n);

  gtk_button_set_label (self->import, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import), n > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->import), n > 0 ? spoken : _("Nothing Is Chosen"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->import), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
toggled_cb (TrellisPlantumlDialog *self,
            GtkCheckButton        *check)
{
  TrellisPlantumlElement *element = g_object_get_data (G_OBJECT (check), "element");

  element->ticked = gtk_check_button_get_active (check);
  show_count (self);
}

static void
import_cb (TrellisPlantumlDialog *self)
{
  g_autoptr (TrellisReport) chosen = trellis_plantuml_to_report (self->plantuml, NULL);
  GError                   *error = NULL;

  trellis_session_flush (self->session);
  trellis_commands_add_many (trellis_session_get_store (self->session), &trellis_component_type,
                             self->report_id, chosen->components, &error);
  trellis_session_report_error (self->session, error);
  adw_dialog_close (ADW_DIALOG (self));
}

static GtkWidget *
create_row (TrellisPlantumlDialog  *self,
            TrellisPlantumlElement *element,
            gboolean                is_there)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), element->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               is_there ? _("Already in the report") : element->kind);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), element->ticked);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  element->name, -1);
  g_object_set_data (G_OBJECT (check), "element", element);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_widget_set_sensitive (row, !is_there);
  return row;
}

static AdwPreferencesGroup *
add_group (TrellisPlantumlDialog *self,
           const char            *title)
{
  GtkWidget       *group = adw_preferences_group_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  gtk_box_append (self->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

/* The folded names of the report's components. */
static GHashTable *
collect_names (const TrellisReport *report)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < report->components->len; i++)
    g_hash_table_add (names, trellis_text_fold (
                                 ((const TrellisComponent *) report->components->pdata[i])->name));
  return names;
}

/* Whether it was drawn before, in the same group. */
static gboolean
is_repeated (GHashTable                   *seen,
             const TrellisPlantumlElement *element)
{
  return !g_hash_table_add (seen, g_strconcat (element->group, "\n", element->name, NULL));
}

static void
say_left_out (TrellisPlantumlDialog *self,
              guint                  n)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u component is in the report already and left out.",
                "%u components are in the report already and left out.", n),
      n);

  gtk_label_set_label (self->left_out, text);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out), n > 0);
}

static void
show_elements (TrellisPlantumlDialog *self)
{
  g_autoptr (GHashTable) names = collect_names (trellis_session_get_report (self->session));
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint                  n_there = 0;

  for (guint i = 0, n_rows = 0; i < self->plantuml->elements->len; i++)
    {
      TrellisPlantumlElement *element = self->plantuml->elements->pdata[i];
      g_autofree char        *folded = trellis_text_fold (element->name);
      gboolean                is_there = g_hash_table_contains (names, folded);
      AdwPreferencesGroup    *group;

      if (!element->offered || is_repeated (seen, element))
        {
          element->ticked = FALSE;
          continue;
        }

      element->ticked = element->ticked && !is_there;
      n_there += is_there;
      if (n_rows++ >= MAX_ROWS)
        continue;

      group = g_hash_table_lookup (groups, element->group);
      if (group == NULL)
        {
          group = add_group (self, element->group);
          g_hash_table_insert (groups, element->group, group);
        }
      adw_preferences_group_add (group, create_row (self, element, is_there));
    }

  say_left_out (self, n_there);
}

static void
add_line (AdwExpanderRow *expander,
          const char     *title,
          const char     *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  adw_expander_row_add_row (expander, row);
}

static void
show_not_understood (TrellisPlantumlDialog *self)
{
  guint            n = self->plantuml->n_not_understood;
  GPtrArray       *lines = self->plantuml->not_understood;
  g_autofree char *title = g_strdup_printf (
      ngettext ("%u Line Not Understood", "%u Lines Not Understood", n), n);
  GtkWidget *expander;

  if (n == 0)
    return;

  expander = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  adw_preferences_group_add (add_group (self, ""), expander);
  for (guint i = 0; i < lines->len; i++)
    {
      const TrellisPlantumlSkipped *line = lines->pdata[i];
      g_autofree char              *number = g_strdup_printf (_("Line %d"), line->line);

      add_line (ADW_EXPANDER_ROW (expander), number, line->text);
    }
  if (n > lines->len)
    {
      guint            more = n - lines->len;
      g_autofree char *text = g_strdup_printf (ngettext ("%u more.", "%u more.", more), more);

      add_line (ADW_EXPANDER_ROW (expander), text, "");
    }
}

static void
trellis_plantuml_dialog_dispose (GObject *object)
{
  g_clear_object (&TRELLIS_PLANTUML_DIALOG (object)->session);

  G_OBJECT_CLASS (trellis_plantuml_dialog_parent_class)->dispose (object);
}

static void
trellis_plantuml_dialog_finalize (GObject *object)
{
  g_clear_pointer (&TRELLIS_PLANTUML_DIALOG (object)->plantuml, trellis_plantuml_free);

  G_OBJECT_CLASS (trellis_plantuml_dialog_parent_class)->finalize (object);
}

static void
trellis_plantuml_dialog_class_init (TrellisPlantumlDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_plantuml_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = trellis_plantuml_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/trellis_app/Trellis/ui/plantuml-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisPlantumlDialog, left_out);
  gtk_widget_class_bind_template_child (widget_class, TrellisPlantumlDialog, import);
  gtk_widget_class_bind_template_child (widget_class, TrellisPlantumlDialog, groups);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
}

static void
trellis_plantuml_dialog_init (TrellisPlantumlDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trellis_plantuml_dialog_new:
 * @plantuml: (transfer full): what was read
 * @name: of the file
 */
AdwDialog *
trellis_plantuml_dialog_new (TrellisSession  *session,
                             TrellisPlantuml *plantuml,
                             const char      *name)
{
  TrellisPlantumlDialog *self = g_object_new (TRELLIS_TYPE_PLANTUML_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->report_id = trellis_session_get_report_id (session);
  self->plantuml = plantuml;
  adw_dialog_set_title (ADW_DIALOG (self), name);
  show_elements (self);
  show_not_understood (self);
  show_count (self);
  return ADW_DIALOG (self);
}
