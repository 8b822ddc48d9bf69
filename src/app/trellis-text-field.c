/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-text-field.h"

#include "trellis-commands.h"
#include "trellis-page.h"

#include <adwaita.h>

#define COMMIT_DELAY 600 /* ms after the last key */

/* How long a place in a text is held while the text is laid out, µs. */
#define SCROLL_TIME (250 * 1000)

struct _TrellisTextField
{
  GObject parent_instance;

  TrellisSession          *session;
  const TrellisRecordType *type;
  const char              *name;   /* of the record's field; static */
  GtkWidget               *widget; /* owns this object */
  GtkTextBuffer           *buffer; /* NULL: the widget is a GtkEditable */
  gint64                   id;
  char                    *text;     /* what the record says */
  gboolean                 required; /* an empty text is not committed */
  gboolean                 pending;  /* something was typed since */
  gboolean                 showing;  /* the text is being set from the record */
  guint                    timeout;
  TrellisTextComposeFunc   compose; /* NULL: the text is the record's whole text */
  gpointer                 compose_data;
};

G_DEFINE_FINAL_TYPE (TrellisTextField, trellis_text_field, G_TYPE_OBJECT)

static char *
get_typed (TrellisTextField *self)
{
  GtkTextIter start, end;

  if (self->buffer == NULL)
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->widget))));

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

static void
set_invalid (TrellisTextField *self,
             gboolean          invalid)
{
  if (invalid)
    gtk_widget_add_css_class (self->widget, "error");
  else
    gtk_widget_remove_css_class (self->widget, "error");

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_STATE_INVALID,
                               invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
set_pending (TrellisTextField *self,
             gboolean          pending)
{
  if (self->pending == pending)
    return;

  self->pending = pending;
  trellis_session_set_pending (self->session, pending);
}

static void
timeout_cb (gpointer data)
{
  TrellisTextField *self = data;

  self->timeout = 0;
  trellis_text_field_commit (self);
}

static void
changed_cb (TrellisTextField *self)
{
  g_autofree char *typed = NULL;

  if (self->showing || self->id == 0)
    return;

  typed = get_typed (self);
  set_pending (self, TRUE);
  set_invalid (self, self->required && *typed == '\0');
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add_once (COMMIT_DELAY, timeout_cb, self);
}

/* Whether the two say the same: the blank lines around a part are not its own. */
static gboolean
is_same (TrellisTextField *self,
         const char       *typed,
         const char       *text)
{
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  if (self->compose == NULL)
    return g_str_equal (typed, text);

  a = g_strstrip (g_strdup (typed));
  b = g_strstrip (g_strdup (text));
  return g_str_equal (a, b);
}

static void
set_shown (TrellisTextField *self,
           const char       *text)
{
  g_autofree char *shown = get_typed (self);

  if (is_same (self, shown, text))
    return;

  self->showing = TRUE;
  if (self->buffer != NULL)
    gtk_text_buffer_set_text (self->buffer, text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->widget), text);
  self->showing = FALSE;
}

/* Leaving: an empty name goes back to what it was. */
static void
leave_cb (TrellisTextField *self)
{
  trellis_text_field_commit (self);
  set_shown (self, self->text);
  set_invalid (self, FALSE);
  trellis_store_end_merge (trellis_session_get_store (self->session));
}

static void
trellis_text_field_dispose (GObject *object)
{
  TrellisTextField *self = TRELLIS_TEXT_FIELD (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->session != NULL)
    set_pending (self, FALSE);
  g_clear_object (&self->buffer);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (trellis_text_field_parent_class)->dispose (object);
}

static void
trellis_text_field_finalize (GObject *object)
{
  TrellisTextField *self = TRELLIS_TEXT_FIELD (object);

  g_free (self->text);

  G_OBJECT_CLASS (trellis_text_field_parent_class)->finalize (object);
}

static void
trellis_text_field_class_init (TrellisTextFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trellis_text_field_dispose;
  object_class->finalize = trellis_text_field_finalize;
}

static void
trellis_text_field_init (TrellisTextField *self)
{
  self->text = g_strdup ("");
}

static TrellisTextField *
field_new (GtkWidget               *widget,
           TrellisSession          *session,
           const TrellisRecordType *type,
           const char              *name)
{
  TrellisTextField   *self = g_object_new (TRELLIS_TYPE_TEXT_FIELD, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->widget = widget;
  self->session = g_object_ref (session);
  self->type = type;
  self->name = name;
  g_signal_connect_object (session, "flush", G_CALLBACK (trellis_text_field_commit), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
  g_object_set_data_full (G_OBJECT (widget), "trellis-field", self, g_object_unref);
  return self;
}

/* Returns: (transfer none): owned by @editable */
TrellisTextField *
trellis_text_field_new_for_editable (GtkEditable             *editable,
                                     TrellisSession          *session,
                                     const TrellisRecordType *type,
                                     const char              *name)
{
  TrellisTextField *self = field_new (GTK_WIDGET (editable), session, type, name);

  gtk_editable_set_enable_undo (editable, FALSE);
  g_signal_connect_object (editable, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/* Returns: (transfer none): owned by @view */
TrellisTextField *
trellis_text_field_new_for_text_view (GtkTextView             *view,
                                      TrellisSession          *session,
                                      const TrellisRecordType *type,
                                      const char              *name)
{
  TrellisTextField *self = field_new (GTK_WIDGET (view), session, type, name);

  self->buffer = g_object_ref (gtk_text_view_get_buffer (view));
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/* What is typed is only a part of the record's text: @compose puts it there. */
void
trellis_text_field_set_compose (TrellisTextField      *self,
                                TrellisTextComposeFunc compose,
                                gpointer               data)
{
  g_return_if_fail (TRELLIS_IS_TEXT_FIELD (self));

  self->compose = compose;
  self->compose_data = data;
}

/* A required text is not committed while it is empty. */
void
trellis_text_field_set_required (TrellisTextField *self,
                                 gboolean          required)
{
  g_return_if_fail (TRELLIS_IS_TEXT_FIELD (self));

  self->required = required;
}

/* Shows what the record @id says, unless something else is being typed there. */
void
trellis_text_field_show (TrellisTextField *self,
                         gint64            id,
                         const char       *text)
{
  g_return_if_fail (TRELLIS_IS_TEXT_FIELD (self));

  if (self->id != id)
    {
      g_clear_handle_id (&self->timeout, g_source_remove);
      set_pending (self, FALSE);
    }
  self->id = id;
  g_set_str (&self->text, text);
  if (!self->pending)
    set_shown (self, text);
}

/* Commits what was typed, if anything was. */
void
trellis_text_field_commit (TrellisTextField *self)
{
  g_autofree char *typed = NULL;
  g_autofree char *composed = NULL;
  GError          *error = NULL;

  g_return_if_fail (TRELLIS_IS_TEXT_FIELD (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (!self->pending)
    return;

  typed = get_typed (self);
  set_pending (self, FALSE);
  if (is_same (self, typed, self->text) || (self->required && *typed == '\0'))
    return;

  if (self->compose != NULL)
    composed = self->compose (typed, self->compose_data);

  /* The announcement calls trellis_text_field_show() with the new text. */
  if (!trellis_commands_set_text (trellis_session_get_store (self->session), self->type, self->id,
                                  self->name, composed != NULL ? composed : typed, &error))
    set_shown (self, self->text);
  trellis_session_report_error (self->session, error);
}

/* Returns: (transfer none) (nullable): the field of a widget at or below @root that writes this
 * text of this record, the whole of it */
TrellisTextField *
trellis_text_field_find (GtkWidget               *root,
                         const TrellisRecordType *type,
                         gint64                   id,
                         const char              *name)
{
  TrellisTextField *self = g_object_get_data (G_OBJECT (root), "trellis-field");

  if (self != NULL && self->type == type && self->id == id && self->compose == NULL
      && g_str_equal (self->name, name))
    return self;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      self = trellis_text_field_find (child, type, id, name);
      if (self != NULL)
        return self;
    }

  return NULL;
}

/* What scrolls the page around a text view that is as high as its text. */
static GtkWidget *
find_outer (GtkWidget *view)
{
  GtkWidget *inner = gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW);

  return inner != NULL
             ? gtk_widget_get_ancestor (gtk_widget_get_parent (inner), GTK_TYPE_SCROLLED_WINDOW)
             : NULL;
}

/* Brings the cursor's line to a third of the page's height. */
static void
scroll_page (GtkTextView *view,
             GtkWidget   *outer)
{
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (outer));
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (view);
  double           value = gtk_adjustment_get_value (adjustment);
  GtkTextIter      iter;
  GdkRectangle     line;
  graphene_point_t at;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (view, &iter, &line);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, line.x, line.y, &line.x,
                                         &line.y);
  if (gtk_widget_compute_point (GTK_WIDGET (view), outer,
                                &GRAPHENE_POINT_INIT ((float) line.x, (float) line.y), &at))
    gtk_adjustment_set_value (adjustment,
                              value + (double) at.y
                                  - gtk_adjustment_get_page_size (adjustment) / 3);
}

/* Again for some frames: a text that has just been shown is laid out little by little. */
static gboolean
scroll_cb (GtkWidget     *view,
           GdkFrameClock *clock,
           gpointer       data)
{
  gint64    *until = data;
  GtkWidget *outer = find_outer (view);

  if (outer == NULL)
    return G_SOURCE_REMOVE;
  if (*until == 0)
    *until = gdk_frame_clock_get_frame_time (clock) + SCROLL_TIME;
  scroll_page (GTK_TEXT_VIEW (view), outer);
  return gdk_frame_clock_get_frame_time (clock) < *until ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
select_word (TrellisTextField *self,
             const char       *word)
{
  GtkTextIter start, match, end;

  gtk_text_buffer_get_start_iter (self->buffer, &start);
  if (!gtk_text_iter_forward_search (&start, word,
                                     GTK_TEXT_SEARCH_TEXT_ONLY | GTK_TEXT_SEARCH_CASE_INSENSITIVE,
                                     &match, &end, NULL))
    return;

  gtk_text_buffer_select_range (self->buffer, &match, &end);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->widget),
                                gtk_text_buffer_get_insert (self->buffer), 0.1, FALSE, 0, 0);
  gtk_widget_add_tick_callback (self->widget, scroll_cb, g_new0 (gint64, 1), g_free);
}

/* A place on another page of a stack comes to the front. */
static void
reveal (GtkWidget *widget)
{
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL;
       widget = parent, parent = gtk_widget_get_parent (parent))
    if (ADW_IS_VIEW_STACK (parent))
      adw_view_stack_set_visible_child (ADW_VIEW_STACK (parent), widget);
}

/**
 * trellis_text_field_arrive:
 * @word: (nullable): what to select in a text of several lines
 *
 * Takes the person here: the focus, and a tint for a moment.
 */
void
trellis_text_field_arrive (TrellisTextField *self,
                           const char       *word)
{
  GtkWidget *row;

  g_return_if_fail (TRELLIS_IS_TEXT_FIELD (self));

  row = gtk_widget_get_ancestor (self->widget, GTK_TYPE_LIST_BOX_ROW);
  reveal (self->widget);
  gtk_widget_grab_focus (self->widget);
  if (self->buffer != NULL && word != NULL && *word != '\0')
    select_word (self, word);
  trellis_widget_tint (row != NULL ? row : self->widget);
}

/* Puts the text at the cursor, apart from the word before it, and goes there. */
void
trellis_text_view_insert (GtkTextView *view,
                          const char  *text)
{
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter      place;
  g_autofree char *spaced = NULL;
  gboolean         apart;

  gtk_text_buffer_get_iter_at_mark (buffer, &place, gtk_text_buffer_get_insert (buffer));
  apart = gtk_text_iter_starts_line (&place)
          || (gtk_text_iter_backward_char (&place)
              && g_unichar_isspace (gtk_text_iter_get_char (&place)));
  spaced = g_strconcat (apart ? "" : " ", text, NULL);
  gtk_text_buffer_insert_at_cursor (buffer, spaced, -1);
  gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (buffer));
  gtk_widget_grab_focus (GTK_WIDGET (view));
}
