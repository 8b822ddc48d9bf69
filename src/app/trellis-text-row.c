/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-text-row.h"

struct _TrellisTextRow
{
  AdwPreferencesRow parent_instance;

  GtkTextView      *view;
  TrellisTextField *field; /* owned by the view */
};

G_DEFINE_FINAL_TYPE (TrellisTextRow, trellis_text_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
trellis_text_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TRELLIS_TEXT_ROW (widget)->view));
}

static void
trellis_text_row_class_init (TrellisTextRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = trellis_text_row_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/trellis_app/Trellis/ui/text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisTextRow, view);
}

static void
trellis_text_row_init (TrellisTextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
trellis_text_row_new (const char *title)
{
  return g_object_new (TRELLIS_TYPE_TEXT_ROW, "title", title, NULL);
}

/* Which text of a record it edits: a static string. */
void
trellis_text_row_bind (TrellisTextRow          *self,
                       TrellisSession          *session,
                       const TrellisRecordType *type,
                       const char              *name)
{
  g_return_if_fail (TRELLIS_IS_TEXT_ROW (self) && self->field == NULL);

  self->field = trellis_text_field_new_for_text_view (self->view, session, type, name);
}

void
trellis_text_row_show (TrellisTextRow *self,
                       gint64          id,
                       const char     *text)
{
  g_return_if_fail (TRELLIS_IS_TEXT_ROW (self) && self->field != NULL);

  trellis_text_field_show (self->field, id, text);
}
