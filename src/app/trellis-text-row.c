/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-text-row.h"

/* Of a short text, px: 3 lines. A long one is shown whole, and the page scrolls. */
#define MIN_HEIGHT 54

struct _TrellisTextRow
{
  AdwPreferencesRow parent_instance;

  GtkScrolledWindow *scrolled;
  GtkTextView       *view;
  guint              source;
  TrellisTextField  *field; /* owned by the view */
};

G_DEFINE_FINAL_TYPE (TrellisTextRow, trellis_text_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
fit_source (gpointer data)
{
  TrellisTextRow *self = data;
  GtkTextIter     end;
  int             y, height;

  self->source = 0;
  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (self->view), &end);
  gtk_text_view_get_line_yrange (self->view, &end, &y, &height);
  gtk_scrolled_window_set_min_content_height (self->scrolled, MAX (y + height, MIN_HEIGHT));
  return G_SOURCE_REMOVE;
}

/* A text view knows how high its lines are only when it has laid them out in their width, and asks
 * for no more room then. One without a width would break them at every letter. */
static void
queue_fit (TrellisTextRow *self)
{
  if (self->source == 0 && gtk_widget_get_width (GTK_WIDGET (self->view)) > 0)
    self->source = g_idle_add_full (GTK_TEXT_VIEW_PRIORITY_VALIDATE + 1, fit_source,
                                    self, NULL);
}

static void
trellis_text_row_dispose (GObject *object)
{
  TrellisTextRow *self = TRELLIS_TEXT_ROW (object);

  g_clear_handle_id (&self->source, g_source_remove);

  G_OBJECT_CLASS (trellis_text_row_parent_class)->dispose (object);
}

static gboolean
trellis_text_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TRELLIS_TEXT_ROW (widget)->view));
}

static void
trellis_text_row_class_init (TrellisTextRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_text_row_dispose;
  widget_class->grab_focus = trellis_text_row_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/trellis_app/Trellis/ui/text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisTextRow, scrolled);
  gtk_widget_class_bind_template_child (widget_class, TrellisTextRow, view);
}

static void
trellis_text_row_init (TrellisTextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (queue_fit),
                           self, G_CONNECT_SWAPPED);
  /* It has another width, or has laid out more of a long text. */
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scrolled), "changed",
                           G_CALLBACK (queue_fit), self, G_CONNECT_SWAPPED);
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

/* What is typed is only a part of that text, see trellis_text_field_set_compose(). */
void
trellis_text_row_set_compose (TrellisTextRow        *self,
                              TrellisTextComposeFunc compose,
                              gpointer               data)
{
  g_return_if_fail (TRELLIS_IS_TEXT_ROW (self) && self->field != NULL);

  trellis_text_field_set_compose (self->field, compose, data);
}

/* For marks in the text. Returns: (transfer none) */
GtkTextBuffer *
trellis_text_row_get_buffer (TrellisTextRow *self)
{
  g_return_val_if_fail (TRELLIS_IS_TEXT_ROW (self), NULL);

  return gtk_text_view_get_buffer (self->view);
}

void
trellis_text_row_show (TrellisTextRow *self,
                       gint64          id,
                       const char     *text)
{
  g_return_if_fail (TRELLIS_IS_TEXT_ROW (self) && self->field != NULL);

  trellis_text_field_show (self->field, id, text);
}
