/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-library-row.h"

#include "trellis-page.h"
#include "trellis-ring.h"

#include <glib/gi18n-lib.h>

struct _TrellisLibraryRow
{
  AdwActionRow parent_instance;

  gint64         id;
  TrellisRing   *ring;
  GtkLabel      *figure;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (TrellisLibraryRow, trellis_library_row, ADW_TYPE_ACTION_ROW)

/* “edited yesterday”, in local time. */
static char *
word_day (const char *edited)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) then_utc = g_date_time_new_from_iso8601 (edited, utc);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) then = NULL;
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (now, -1);
  g_autofree char      *day = NULL;

  if (then_utc == NULL)
    return NULL;

  then = g_date_time_to_local (then_utc);
  if (g_date_time_get_year (then) == g_date_time_get_year (now)
      && g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (now))
    return g_strdup (_("edited today"));
  if (g_date_time_get_year (then) == g_date_time_get_year (yesterday)
      && g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (yesterday))
    return g_strdup (_("edited yesterday"));

  day = g_date_time_format (then, "%x");
  /* Translators: a date, as in “edited 05/03/26”. */
  return g_strdup_printf (_("edited %s"), day);
}

static void
append_part (GString    *line,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

static char *
describe (const TrellisReportSummary *summary)
{
  GString         *line = g_string_new (NULL);
  g_autofree char *day = word_day (summary->edited);
  g_autofree char *components = g_strdup_printf (
      ngettext ("%u component", "%u components", summary->n_components), summary->n_components);

  append_part (line, summary->author);
  append_part (line, summary->course);
  append_part (line, components);
  append_part (line, day);
  return g_string_free_and_steal (line);
}

static GMenuModel *
create_menu (gint64 id)
{
  static const struct
  {
    const char *label;
    const char *action;
  } items[] = {
    { N_("Open"), "win.open-report" },
    { N_("Rename…"), "win.rename-report" },
    { N_("Duplicate"), "win.duplicate-report" },
    { N_("Export…"), "win.export-report" },
    { N_("Delete"), "win.delete-report-id" },
  };
  GMenu            *menu = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (items[i].label), NULL);

      g_menu_item_set_action_and_target (item, items[i].action, "x", id);
      g_menu_append_item (i + 1 < G_N_ELEMENTS (items) ? menu : last, item);
    }

  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  return G_MENU_MODEL (menu);
}

/* Made when it is first opened: a library of a thousand reports has a thousand rows. */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       data)
{
  g_autoptr (GMenuModel) menu = create_menu (TRELLIS_LIBRARY_ROW (data)->id);

  gtk_menu_button_set_menu_model (button, menu);
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   data)
{
  const char *action;

  g_variant_get (args, "(&s)", &action);
  return gtk_widget_activate_action (widget, action, "x", TRELLIS_LIBRARY_ROW (widget)->id);
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  gtk_menu_button_popup (TRELLIS_LIBRARY_ROW (widget)->menu_button);
  return TRUE;
}

static void
pressed_cb (TrellisLibraryRow *self)
{
  gtk_menu_button_popup (self->menu_button);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, key_cb, "(s)", "win.rename-report");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, key_cb, "(s)",
                                "win.duplicate-report");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, key_cb, "(s)",
                                "win.delete-report-id");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, key_cb, "(s)",
                                "win.delete-report-id");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);
}

static void
trellis_library_row_class_init (TrellisLibraryRowClass *klass)
{
  add_keys (GTK_WIDGET_CLASS (klass));
}

static void
trellis_library_row_init (TrellisLibraryRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget  *button = gtk_menu_button_new ();

  self->menu_button = GTK_MENU_BUTTON (button);
  gtk_menu_button_set_icon_name (self->menu_button, "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (self->menu_button, create_popup_cb, self, NULL);
  gtk_widget_set_tooltip_text (button, _("Row Menu"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");

  self->ring = TRELLIS_RING (trellis_ring_new ());
  self->figure = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->figure), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->figure), "dimmed");
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->ring));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->figure));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
trellis_library_row_new (const TrellisReportSummary *summary)
{
  TrellisLibraryRow *self = g_object_new (TRELLIS_TYPE_LIBRARY_ROW,
                                          "title-lines", 2,
                                          "activatable", TRUE,
                                          NULL);
  g_autofree char   *line = describe (summary);

  /* In this order: the title is shown as soon as it is set. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), summary->title);
  self->id = summary->id;
  trellis_menu_button_name (self->menu_button, summary->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), line);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.open-report");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "x", summary->id);
  return GTK_WIDGET (self);
}

/* How many of the course's criteria the report meets. */
void
trellis_library_row_show_figure (TrellisLibraryRow *self,
                                 guint              met,
                                 guint              all)
{
  g_autofree char *figure = g_strdup_printf (_("%u of %u"), met, all);
  g_autofree char *spoken = g_strdup_printf (_("%u of %u met"), met, all);

  g_return_if_fail (TRELLIS_IS_LIBRARY_ROW (self));

  trellis_ring_show (self->ring, met, all);
  gtk_label_set_label (self->figure, figure);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->figure), spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->figure), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

gint64
trellis_library_row_get_id (TrellisLibraryRow *self)
{
  g_return_val_if_fail (TRELLIS_IS_LIBRARY_ROW (self), 0);

  return self->id;
}
