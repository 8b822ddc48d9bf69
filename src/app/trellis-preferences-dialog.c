/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-preferences-dialog.h"

struct _TrellisPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  GtkWidget *author;
  GtkWidget *course;
  GtkWidget *advisor;
  GtkWidget *paper;
  GtkWidget *language;
};

G_DEFINE_FINAL_TYPE (TrellisPreferencesDialog,
                     trellis_preferences_dialog,
                     ADW_TYPE_PREFERENCES_DIALOG)

static void
trellis_preferences_dialog_class_init (TrellisPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/trellis_app/Trellis/ui/preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisPreferencesDialog, author);
  gtk_widget_class_bind_template_child (widget_class, TrellisPreferencesDialog, course);
  gtk_widget_class_bind_template_child (widget_class, TrellisPreferencesDialog, advisor);
  gtk_widget_class_bind_template_child (widget_class, TrellisPreferencesDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, TrellisPreferencesDialog, language);
}

static void
trellis_preferences_dialog_init (TrellisPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The setting is a name, the row a place in a list of them. */
static gboolean
name_to_place (GValue   *value,
               GVariant *variant,
               gpointer  data)
{
  const char *const *names = data;
  const char        *name = g_variant_get_string (variant, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }

  return FALSE;
}

static GVariant *
place_to_name (const GValue       *value,
               const GVariantType *type,
               gpointer            data)
{
  const char *const *names = data;

  return g_variant_new_string (names[g_value_get_uint (value)]);
}

AdwDialog *
trellis_preferences_dialog_new (GSettings *settings)
{
  static const char *const  papers[] = { "a4", "letter", NULL };
  static const char *const  languages[] = { "en", "ru", NULL };
  TrellisPreferencesDialog *self = g_object_new (TRELLIS_TYPE_PREFERENCES_DIALOG, NULL);

  g_settings_bind (settings, "author", self->author, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "course", self->course, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "advisor", self->advisor, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings, "paper", self->paper, "selected", G_SETTINGS_BIND_DEFAULT,
                                name_to_place, place_to_name, (gpointer) papers, NULL);
  g_settings_bind_with_mapping (settings, "language", self->language, "selected",
                                G_SETTINGS_BIND_DEFAULT, name_to_place, place_to_name,
                                (gpointer) languages, NULL);
  return ADW_DIALOG (self);
}
