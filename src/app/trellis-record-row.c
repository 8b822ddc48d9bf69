/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-record-row.h"

#include "trellis-commands.h"
#include "trellis-page.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TrellisSession *session;
  gint64          id;
  gboolean        filled;
  gboolean        narrow;
  guint           count;
  char           *words; /* what the count means */

  GtkWidget     *handle;
  GtkLabel      *note;
  GtkWidget     *warning;
  GtkMenuButton *menu_button;
  GMenuModel    *menu;
} TrellisRecordRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TrellisRecordRow, trellis_record_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_RECORD_ID,
  PROP_MENU,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const TrellisRecordType *
get_record_type (TrellisRecordRow *self)
{
  return TRELLIS_RECORD_ROW_GET_CLASS (self)->type;
}

static gconstpointer
get_record (TrellisRecordRow *self)
{
  TrellisRecordRowPrivate *priv = trellis_record_row_get_instance_private (self);
  const TrellisReport     *report = trellis_session_get_report (priv->session);

  return report != NULL ? trellis_report_find (report, get_record_type (self), priv->id) : NULL;
}

static int
get_position (TrellisRecordRow *self)
{
  const TrellisField *field = trellis_record_type_find_field (get_record_type (self), "position");
  gconstpointer       record = get_record (self);

  return record != NULL ? trellis_record_get_int (field, record) : 0;
}

static void
move_to (TrellisRecordRow *self,
         int               position)
{
  TrellisRecordRowPrivate *priv = trellis_record_row_get_instance_private (self);
  const TrellisReport     *report = trellis_session_get_report (priv->session);
  GError                  *error = NULL;

  if (position < 1
      || position > (int) trellis_report_get_part (report, get_record_type (self))->len)
    return;

  trellis_commands_move (trellis_session_get_store (priv->session), get_record_type (self),
                         priv->id, (guint) position, &error);
  trellis_session_report_error (priv->session, error);
}

static void
move_up_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  move_to (TRELLIS_RECORD_ROW (widget), get_position (TRELLIS_RECORD_ROW (widget)) - 1);
}

static void
move_down_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  move_to (TRELLIS_RECORD_ROW (widget), get_position (TRELLIS_RECORD_ROW (widget)) + 1);
}

static void
delete_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  TrellisRecordRow        *self = TRELLIS_RECORD_ROW (widget);
  TrellisRecordRowPrivate *priv = trellis_record_row_get_instance_private (self);
  TrellisSession          *session = priv->session;
  GError                  *error = NULL;

  trellis_commands_delete (trellis_session_get_store (session), get_record_type (self), priv->id,
                           &error);
  trellis_session_report_error (session, error);
}

/* It has nothing inside. */
static gboolean
leads_on (TrellisRecordRow *self)
{
  return TRELLIS_RECORD_ROW_GET_CLASS (self)->fill == NULL;
}

static void
rename_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  TRELLIS_RECORD_ROW_GET_CLASS (widget)->rename (TRELLIS_RECORD_ROW (widget));
}

static void
menu_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  TrellisRecordRowPrivate *priv
      = trellis_record_row_get_instance_private (TRELLIS_RECORD_ROW (widget));

  gtk_menu_button_popup (priv->menu_button);
}

static void
context_cb (TrellisRecordRow *self,
            double            x,
            double            y,
            GtkGesture       *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  menu_cb (GTK_WIDGET (self), NULL, NULL);
}

static void
pressed_cb (TrellisRecordRow *self,
            int               n_press,
            double            x,
            double            y,
            GtkGesture       *gesture)
{
  context_cb (self, x, y, gesture);
}

static void
expanded_cb (TrellisRecordRow *self)
{
  TrellisRecordRowPrivate *priv = trellis_record_row_get_instance_private (self);
  gconstpointer            record = get_record (self);

  if (priv->filled || record == NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;

  if (leads_on (self))
    {
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), FALSE);
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
      g_signal_emit (self, signals[OPENED], 0);
      return;
    }

  TRELLIS_RECORD_ROW_GET_CLASS (self)->fill (self);
  priv->filled = TRUE;
  TRELLIS_RECORD_ROW_GET_CLASS (self)->update (self, record, TRUE);
}

static GdkContentProvider *
drag_prepare_cb (TrellisRecordRow *self)
{
  TrellisRecordRowPrivate *priv = trellis_record_row_get_instance_private (self);

  return gdk_content_provider_new_typed (G_TYPE_INT64, priv->id);
}

static void
drag_begin_cb (TrellisRecordRow *self,
               GdkDrag          *drag,
               GtkDragSource    *source)
{
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, icon, 12, 12);
}

static gboolean
drop_cb (TrellisRecordRow *self,
         const GValue     *value)
{
  TrellisRecordRowPrivate *priv = trellis_record_row_get_instance_private (self);
  gint64                   id = g_value_get_int64 (value);
  GError                  *error = NULL;

  if (id == priv->id
      || trellis_report_find (trellis_session_get_report (priv->session), get_record_type (self),
                              id)
             == NULL)
    return FALSE;

  trellis_commands_move (trellis_session_get_store (priv->session), get_record_type (self), id,
                         (guint) get_position (self), &error);
  return trellis_session_report_error (priv->session, error);
}

static void
trellis_record_row_constructed (GObject *object)
{
  G_OBJECT_CLASS (trellis_record_row_parent_class)->constructed (object);

  if (leads_on (TRELLIS_RECORD_ROW (object)))
    {
      gtk_widget_add_css_class (GTK_WIDGET (object), "leads-on");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (object), GTK_ACCESSIBLE_STATE_EXPANDED);
    }
}

static void
trellis_record_row_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TrellisRecordRowPrivate *priv
      = trellis_record_row_get_instance_private (TRELLIS_RECORD_ROW (object));

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;
    case PROP_RECORD_ID:
      g_value_set_int64 (value, priv->id);
      break;
    case PROP_MENU:
      g_value_set_object (value, priv->menu);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
trellis_record_row_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  TrellisRecordRowPrivate *priv
      = trellis_record_row_get_instance_private (TRELLIS_RECORD_ROW (object));

  switch (property_id)
    {
    case PROP_SESSION:
      priv->session = g_value_dup_object (value);
      break;
    case PROP_RECORD_ID:
      priv->id = g_value_get_int64 (value);
      break;
    case PROP_MENU:
      if (g_set_object (&priv->menu, g_value_get_object (value)) && priv->menu != NULL)
        trellis_menu_button_set_menu (priv->menu_button, priv->menu);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
trellis_record_row_dispose (GObject *object)
{
  TrellisRecordRowPrivate *priv
      = trellis_record_row_get_instance_private (TRELLIS_RECORD_ROW (object));

  g_clear_object (&priv->session);
  g_clear_object (&priv->menu);
  g_clear_pointer (&priv->words, g_free);

  G_OBJECT_CLASS (trellis_record_row_parent_class)->dispose (object);
}

static void
trellis_record_row_class_init (TrellisRecordRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = trellis_record_row_constructed;
  object_class->get_property = trellis_record_row_get_property;
  object_class->set_property = trellis_record_row_set_property;
  object_class->dispose = trellis_record_row_dispose;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, TRELLIS_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_RECORD_ID]
      = g_param_spec_int64 ("record-id", NULL, NULL, 0, G_MAXINT64, 0,
                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MENU] = g_param_spec_object ("menu", NULL, NULL, G_TYPE_MENU_MODEL,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OPENED] = g_signal_new ("opened", TRELLIS_TYPE_RECORD_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "row.rename", NULL, rename_cb);
  gtk_widget_class_install_action (widget_class, "row.move-up", NULL, move_up_cb);
  gtk_widget_class_install_action (widget_class, "row.move-down", NULL, move_down_cb);
  gtk_widget_class_install_action (widget_class, "row.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "row.menu", NULL, menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "row.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "row.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "row.move-down",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "row.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "row.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "row.menu", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/trellis_app/Trellis/ui/record-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, TrellisRecordRow, handle);
  gtk_widget_class_bind_template_child_private (widget_class, TrellisRecordRow, note);
  gtk_widget_class_bind_template_child_private (widget_class, TrellisRecordRow, warning);
  gtk_widget_class_bind_template_child_private (widget_class, TrellisRecordRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, context_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
}

static void
trellis_record_row_init (TrellisRecordRow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

TrellisSession *
trellis_record_row_get_session (TrellisRecordRow *self)
{
  TrellisRecordRowPrivate *priv = trellis_record_row_get_instance_private (self);

  g_return_val_if_fail (TRELLIS_IS_RECORD_ROW (self), NULL);

  return priv->session;
}

gint64
trellis_record_row_get_id (TrellisRecordRow *self)
{
  TrellisRecordRowPrivate *priv = trellis_record_row_get_instance_private (self);

  g_return_val_if_fail (TRELLIS_IS_RECORD_ROW (self), 0);

  return priv->id;
}

/* Shows the record as it is now, if it is still there. */
void
trellis_record_row_update (TrellisRecordRow *self)
{
  TrellisRecordRowPrivate *priv = trellis_record_row_get_instance_private (self);
  gconstpointer            record;

  g_return_if_fail (TRELLIS_IS_RECORD_ROW (self));

  record = get_record (self);
  if (record != NULL)
    TRELLIS_RECORD_ROW_GET_CLASS (self)->update (self, record, priv->filled);
}

static void
show_note (TrellisRecordRow *self)
{
  TrellisRecordRowPrivate *priv = trellis_record_row_get_instance_private (self);
  g_autofree char         *number = g_strdup_printf ("%u", priv->count);
  const char              *words = priv->words != NULL ? priv->words : number;

  gtk_label_set_label (priv->note, priv->narrow && *words != '\0' ? number : words);
}

/**
 * trellis_record_row_set_count:
 * @note: what @count means: "4 roles"; where there is little room only the number stands; empty:
 *   there is nothing to count
 * @warning: (nullable): a sentence; what is wrong with the record
 */
void
trellis_record_row_set_count (TrellisRecordRow *self,
                              guint             count,
                              const char       *note,
                              const char       *warning)
{
  TrellisRecordRowPrivate *priv = trellis_record_row_get_instance_private (self);
  const char              *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  g_autofree char         *spoken = NULL;

  g_return_if_fail (TRELLIS_IS_RECORD_ROW (self));

  priv->count = count;
  g_set_str (&priv->words, note);
  show_note (self);
  gtk_widget_set_visible (priv->warning, warning != NULL);
  gtk_widget_set_tooltip_text (priv->warning, warning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->warning), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  warning != NULL ? warning : "", -1);

  trellis_menu_button_name (priv->menu_button, title);
  spoken = g_strjoin (", ", title, note, warning, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* There is little room. */
void
trellis_record_row_set_narrow (TrellisRecordRow *self,
                               gboolean          narrow)
{
  TrellisRecordRowPrivate *priv = trellis_record_row_get_instance_private (self);

  g_return_if_fail (TRELLIS_IS_RECORD_ROW (self));

  priv->narrow = narrow;
  /* With the boxes around it, which would leave a gap. */
  gtk_widget_set_visible (gtk_widget_get_parent (gtk_widget_get_parent (priv->handle)), !narrow);
  show_note (self);
}

/* A person was taken here. */
void
trellis_record_row_arrive (TrellisRecordRow *self)
{
  g_return_if_fail (TRELLIS_IS_RECORD_ROW (self));

  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  trellis_widget_tint (GTK_WIDGET (self));
}
