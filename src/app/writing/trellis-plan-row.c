/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-plan-row.h"

#include "trellis-date-button.h"
#include "trellis-plan-date.h"
#include "trellis-text-field.h"
#include "trellis-window.h"

#include <glib/gi18n-lib.h>

#define MAX_FIELDS 6

typedef struct
{
  TrellisPlanRow   *row;
  TrellisPlanField  field;
  GtkWidget        *entry;
  TrellisTextField *text; /* owned by the entry */
} Field;

struct _TrellisPlanRow
{
  AdwExpanderRow parent_instance;

  TrellisPlanEditor *editor;
  TrellisPlanKind    kind;
  guint              index;
  Field              fields[MAX_FIELDS];
  guint              n_fields;

  GtkMenuButton *menu_button;
  GtkWidget     *date;   /* TrellisDateButton, or NULL */
  GtkWidget     *opener; /* of a link, or NULL */
};

G_DEFINE_FINAL_TYPE (TrellisPlanRow, trellis_plan_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  MOVED,
  DELETED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
get (TrellisPlanRow  *self,
     TrellisPlanField field)
{
  return trellis_plan_editor_get (self->editor, self->kind, self->index, field);
}

/* What a part is called that has no name. */
static char *
get_title (TrellisPlanRow *self)
{
  g_autofree char *name = get (self, TRELLIS_PLAN_NAME);

  if (*name != '\0')
    return g_steal_pointer (&name);

  switch (self->kind)
    {
    case TRELLIS_PLAN_GOAL:
      return g_strdup_printf (_("Goal %u"), self->index + 1);
    case TRELLIS_PLAN_RESOURCE:
      return get (self, TRELLIS_PLAN_LINK);
    default:
      return g_strdup_printf ("%u", self->index + 1);
    }
}

static const char *
get_prompt (TrellisPlanField field)
{
  switch (field)
    {
    case TRELLIS_PLAN_SPECIFIC:
      return _("Specific: what exactly?");
    case TRELLIS_PLAN_MEASURABLE:
      return _("Measurable: how will you know?");
    case TRELLIS_PLAN_ACHIEVABLE:
      return _("Achievable: what makes it possible?");
    case TRELLIS_PLAN_RELEVANT:
      return _("Relevant: why does it matter?");
    case TRELLIS_PLAN_TIME_BOUND:
      return _("Time-bound: by when?");
    case TRELLIS_PLAN_LINK:
      return _("Link");
    default:
      return _("Name");
    }
}

static const char *
get_name_prompt (TrellisPlanKind kind)
{
  switch (kind)
    {
    case TRELLIS_PLAN_GOAL:
      return _("Goal");
    case TRELLIS_PLAN_MILESTONE:
      return _("What Is Reached");
    case TRELLIS_PLAN_MEASURE:
      return _("What Shows Your Progress");
    default:
      return _("Name");
    }
}

static const char *
name_smart_part (TrellisPlanField field)
{
  switch (field)
    {
    case TRELLIS_PLAN_SPECIFIC:
      return _("specific");
    case TRELLIS_PLAN_MEASURABLE:
      return _("measurable");
    case TRELLIS_PLAN_ACHIEVABLE:
      return _("achievable");
    case TRELLIS_PLAN_RELEVANT:
      return _("relevant");
    default:
      return _("time-bound");
    }
}

/* “Not yet: measurable, relevant”, or when it is due. */
static char *
describe_goal (TrellisPlanRow *self)
{
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();
  g_auto (GStrv)           names = NULL;
  g_autofree char         *list = NULL;

  for (int i = TRELLIS_PLAN_SPECIFIC; i <= TRELLIS_PLAN_TIME_BOUND; i++)
    {
      g_autofree char *value = get (self, (TrellisPlanField) i);

      if (*value == '\0')
        g_strv_builder_add (missing, name_smart_part ((TrellisPlanField) i));
    }

  names = g_strv_builder_end (missing);
  if (*names == NULL)
    return get (self, TRELLIS_PLAN_TIME_BOUND);

  list = g_strjoinv (", ", names);
  /* Translators: what a goal is not yet: specific, measurable … */
  return g_strdup_printf (_("Not yet: %s"), list);
}

static char *
get_subtitle (TrellisPlanRow *self)
{
  g_autofree char *date = NULL;
  GDate            day;

  switch (self->kind)
    {
    case TRELLIS_PLAN_GOAL:
      return describe_goal (self);
    case TRELLIS_PLAN_RESOURCE:
      return get (self, TRELLIS_PLAN_LINK);
    case TRELLIS_PLAN_MILESTONE:
      date = get (self, TRELLIS_PLAN_DATE);
      if (trellis_plan_date_match (date, &day) > 0)
        return trellis_date_describe (&day);
      return g_strdup (_("No date"));
    default:
      return g_strdup ("");
    }
}

static void
update_date (TrellisPlanRow *self)
{
  TrellisPlanField field = self->kind == TRELLIS_PLAN_GOAL ? TRELLIS_PLAN_TIME_BOUND
                                                           : TRELLIS_PLAN_DATE;
  g_autofree char *text = NULL;
  gsize            begin, end;
  GDate            date;

  if (self->date == NULL)
    return;

  text = get (self, field);
  trellis_date_button_set_date (TRELLIS_DATE_BUTTON (self->date),
                                trellis_plan_date_find (text, &date, &begin, &end) ? &date : NULL);
}

static void
set_milestone_date (TrellisPlanRow *self,
                    const GDate    *date)
{
  g_autofree char *old = get (self, TRELLIS_PLAN_DATE);
  g_autofree char *written = date != NULL ? trellis_plan_date_write (date, old) : g_strdup ("");

  trellis_plan_editor_set (self->editor, self->kind, self->index, TRELLIS_PLAN_DATE, written);
}

static void
set_due_date (TrellisPlanRow *self,
              const GDate    *date)
{
  g_autofree char *old = NULL;
  g_autofree char *written = NULL;

  trellis_session_flush (trellis_plan_editor_get_session (self->editor));
  old = get (self, TRELLIS_PLAN_TIME_BOUND);
  written = date != NULL ? trellis_plan_date_replace (old, date) : g_strdup ("");
  trellis_plan_editor_set (self->editor, self->kind, self->index, TRELLIS_PLAN_TIME_BOUND,
                           written);
}

static void
chosen_cb (TrellisPlanRow *self,
           const GDate    *date)
{
  if (self->kind == TRELLIS_PLAN_GOAL)
    set_due_date (self, date);
  else
    set_milestone_date (self, date);
}

static void
add_date_button (TrellisPlanRow *self)
{
  self->date = trellis_date_button_new ();
  g_signal_connect_object (self->date, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
open_cb (TrellisPlanRow *self)
{
  g_autofree char           *link = get (self, TRELLIS_PLAN_LINK);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (link);
  GtkRoot                   *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (root), NULL, NULL, NULL);
}

static void
add_opener (TrellisPlanRow *self)
{
  self->opener = gtk_button_new_from_icon_name ("adw-external-link-symbolic");
  gtk_widget_set_tooltip_text (self->opener, _("Open Link"));
  gtk_widget_set_valign (self->opener, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->opener, "flat");
  g_signal_connect_object (self->opener, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), self->opener);
}

static char *
compose (const char *typed,
         gpointer    data)
{
  const Field *field = data;

  return trellis_plan_editor_compose (field->row->editor, field->row->kind, field->row->index,
                                      field->field, typed);
}

static void
add_field (TrellisPlanRow  *self,
           TrellisPlanField field)
{
  Field      *added = &self->fields[self->n_fields++];
  const char *title = field == TRELLIS_PLAN_NAME ? get_name_prompt (self->kind)
                                                 : get_prompt (field);

  added->row = self;
  added->field = field;
  added->entry = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (added->entry), title);
  added->text = trellis_text_field_new_for_editable (
      GTK_EDITABLE (added->entry), trellis_plan_editor_get_session (self->editor),
      &trellis_section_type, "text");
  trellis_text_field_set_compose (added->text, compose, added);
  trellis_text_field_set_required (added->text, field == TRELLIS_PLAN_NAME);
  if (field == TRELLIS_PLAN_LINK)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (added->entry), GTK_INPUT_PURPOSE_URL);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), added->entry);
}

static void
add_fields (TrellisPlanRow *self)
{
  add_field (self, TRELLIS_PLAN_NAME);
  switch (self->kind)
    {
    case TRELLIS_PLAN_GOAL:
      for (int i = TRELLIS_PLAN_SPECIFIC; i <= TRELLIS_PLAN_TIME_BOUND; i++)
        add_field (self, (TrellisPlanField) i);
      add_date_button (self);
      adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->fields[self->n_fields - 1].entry),
                                self->date);
      break;
    case TRELLIS_PLAN_MILESTONE:
      add_date_button (self);
      adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), self->date);
      break;
    case TRELLIS_PLAN_RESOURCE:
      add_field (self, TRELLIS_PLAN_LINK);
      add_opener (self);
      break;
    default:
      break;
    }
}

static void
rename_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  TrellisPlanRow *self = TRELLIS_PLAN_ROW (widget);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (self->fields[0].entry);
}

static void
move (TrellisPlanRow *self,
      int             by)
{
  if (trellis_plan_editor_move (self->editor, self->kind, self->index, by))
    g_signal_emit (self, signals[MOVED], 0, by);
}

static void
move_up_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  move (TRELLIS_PLAN_ROW (widget), -1);
}

static void
move_down_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  move (TRELLIS_PLAN_ROW (widget), 1);
}

static void
delete_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  TrellisPlanRow  *self = TRELLIS_PLAN_ROW (widget);
  GtkRoot         *root = gtk_widget_get_root (widget);
  g_autofree char *name = get_title (self);
  g_autofree char *title = g_strdup_printf (_("Deleted “%s”"), name);

  g_object_ref (self);
  if (trellis_plan_editor_remove (self->editor, self->kind, self->index))
    {
      if (TRELLIS_IS_WINDOW (root))
        trellis_window_toast (TRELLIS_WINDOW (root), title, _("Undo"), "win.undo");
      g_signal_emit (self, signals[DELETED], 0);
    }
  g_object_unref (self);
}

static void
menu_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  gtk_menu_button_popup (TRELLIS_PLAN_ROW (widget)->menu_button);
}

static void
context_cb (TrellisPlanRow *self,
            double          x,
            double          y,
            GtkGesture     *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_menu_button_popup (self->menu_button);
}

static void
pressed_cb (TrellisPlanRow *self,
            int             n_press,
            double          x,
            double          y,
            GtkGesture     *gesture)
{
  context_cb (self, x, y, gesture);
}

static void
trellis_plan_row_dispose (GObject *object)
{
  g_clear_object (&TRELLIS_PLAN_ROW (object)->editor);

  G_OBJECT_CLASS (trellis_plan_row_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
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
}

static void
trellis_plan_row_class_init (TrellisPlanRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_plan_row_dispose;
  signals[MOVED] = g_signal_new ("moved", TRELLIS_TYPE_PLAN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DELETED] = g_signal_new ("deleted", TRELLIS_TYPE_PLAN_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/trellis_app/Trellis/ui/plan-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisPlanRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, context_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
trellis_plan_row_init (TrellisPlanRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
trellis_plan_row_new (TrellisPlanEditor *editor,
                      TrellisPlanKind    kind,
                      guint              index)
{
  TrellisPlanRow *self = g_object_new (TRELLIS_TYPE_PLAN_ROW, NULL);

  self->editor = g_object_ref (editor);
  self->kind = kind;
  self->index = index;
  add_fields (self);
  trellis_plan_row_update (self);
  return GTK_WIDGET (self);
}

/* Shows its part as it is now. */
void
trellis_plan_row_update (TrellisPlanRow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  g_return_if_fail (TRELLIS_IS_PLAN_ROW (self));

  title = get_title (self);
  subtitle = get_subtitle (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  for (guint i = 0; i < self->n_fields; i++)
    {
      g_autofree char *value = get (self, self->fields[i].field);

      trellis_text_field_show (self->fields[i].text,
                               trellis_plan_editor_get_section (self->editor), value);
    }
  update_date (self);
  if (self->opener != NULL)
    gtk_widget_set_visible (self->opener, g_str_has_prefix (subtitle, "http"));
}

/* Opens it, and goes to what is to be filled in behind its name. */
void
trellis_plan_row_open_fields (TrellisPlanRow *self)
{
  g_return_if_fail (TRELLIS_IS_PLAN_ROW (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (self->fields[self->n_fields > 1 ? 1 : 0].entry);
}
