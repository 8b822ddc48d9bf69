/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-library-page.h"

#include <glib/gi18n-lib.h>

struct _TrellisLibraryPage
{
  AdwNavigationPage parent_instance;

  TrellisSession *session;
  GtkStack       *stack;
  GtkListBox     *list;
  GtkWidget      *first;
  guint           source;
};

G_DEFINE_FINAL_TYPE (TrellisLibraryPage, trellis_library_page, ADW_TYPE_NAVIGATION_PAGE)

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

static GtkWidget *
create_menu_button (TrellisLibraryPage *self,
                    gint64              id)
{
  static const struct
  {
    const char *label;
    const char *action;
  } items[] = {
    { N_("Open"), "win.open-report" },
    { N_("Duplicate"), "win.duplicate-report" },
    { N_("Delete"), "win.delete-report-id" },
  };
  GtkWidget        *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (items[i].label), NULL);

      g_menu_item_set_action_and_target (item, items[i].action, "x", id);
      g_menu_append_item (menu, item);
    }

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _("Row Menu"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
create_row (TrellisLibraryPage         *self,
            const TrellisReportSummary *summary)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *icon = gtk_image_new_from_icon_name ("x-office-document-symbolic");
  g_autofree char *line = describe (summary);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), summary->title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_menu_button (self, summary->id));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-report");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", summary->id);
  return row;
}

static void
update (TrellisLibraryPage *self)
{
  TrellisStore         *store = trellis_session_get_store (self->session);
  GError               *error = NULL;
  g_autoptr (GPtrArray) reports = trellis_store_list_reports (store, &error);

  if (!trellis_session_report_error (self->session, error))
    return;

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < reports->len; i++)
    gtk_list_box_append (self->list, create_row (self, reports->pdata[i]));
  gtk_stack_set_visible_child_name (self->stack, reports->len > 0 ? "list" : "empty");
}

static void
update_cb (gpointer data)
{
  TrellisLibraryPage *self = data;

  self->source = 0;
  update (self);
}

/* Typing in a report changes the library at each step; nobody sees that while the list is hidden.
 */
static void
queue_update (TrellisLibraryPage *self)
{
  if (self->source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->source = g_idle_add_once (update_cb, self);
}

static void
trellis_library_page_map (GtkWidget *widget)
{
  if (TRELLIS_LIBRARY_PAGE (widget)->session != NULL)
    update (TRELLIS_LIBRARY_PAGE (widget));
  GTK_WIDGET_CLASS (trellis_library_page_parent_class)->map (widget);
}

static gboolean
trellis_library_page_grab_focus (GtkWidget *widget)
{
  TrellisLibraryPage *self = TRELLIS_LIBRARY_PAGE (widget);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "empty"))
    return gtk_widget_grab_focus (self->first);
  return gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
trellis_library_page_dispose (GObject *object)
{
  TrellisLibraryPage *self = TRELLIS_LIBRARY_PAGE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (trellis_library_page_parent_class)->dispose (object);
}

static void
trellis_library_page_class_init (TrellisLibraryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_library_page_dispose;
  widget_class->map = trellis_library_page_map;
  widget_class->grab_focus = trellis_library_page_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/trellis_app/Trellis/ui/library-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisLibraryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrellisLibraryPage, list);
  gtk_widget_class_bind_template_child (widget_class, TrellisLibraryPage, first);
}

static void
trellis_library_page_init (TrellisLibraryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Once. */
void
trellis_library_page_set_session (TrellisLibraryPage *self,
                                  TrellisSession     *session)
{
  g_return_if_fail (TRELLIS_IS_LIBRARY_PAGE (self) && self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "library-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
