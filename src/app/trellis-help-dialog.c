/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-help-dialog.h"

struct _TrellisHelpDialog
{
  AdwDialog parent_instance;

  AdwActionRow *place;
};

G_DEFINE_FINAL_TYPE (TrellisHelpDialog, trellis_help_dialog, ADW_TYPE_DIALOG)

static void
trellis_help_dialog_class_init (TrellisHelpDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/trellis_app/Trellis/ui/help-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisHelpDialog, place);
}

static void
trellis_help_dialog_init (TrellisHelpDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @library_path: (nullable): the file that the person's reports are in */
AdwDialog *
trellis_help_dialog_new (const char *library_path)
{
  TrellisHelpDialog *self = g_object_new (TRELLIS_TYPE_HELP_DIALOG, NULL);

  adw_action_row_set_subtitle (self->place, library_path != NULL ? library_path : "");
  gtk_widget_set_visible (GTK_WIDGET (self->place), library_path != NULL);
  return ADW_DIALOG (self);
}
