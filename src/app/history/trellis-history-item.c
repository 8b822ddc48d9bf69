/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-history-item.h"

#include <glib/gi18n-lib.h>

struct _TrellisHistoryItem
{
  GObject parent_instance;

  gint64     id;
  gboolean   undone;
  gboolean   here;
  char      *label;
  char      *report; /* its title; NULL: it needs no telling */
  GDateTime *made;   /* in local time; NULL: nobody knows */
};

G_DEFINE_FINAL_TYPE (TrellisHistoryItem, trellis_history_item, G_TYPE_OBJECT)

static void
trellis_history_item_finalize (GObject *object)
{
  TrellisHistoryItem *self = TRELLIS_HISTORY_ITEM (object);

  g_free (self->label);
  g_free (self->report);
  g_clear_pointer (&self->made, g_date_time_unref);

  G_OBJECT_CLASS (trellis_history_item_parent_class)->finalize (object);
}

static void
trellis_history_item_class_init (TrellisHistoryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trellis_history_item_finalize;
}

static void
trellis_history_item_init (TrellisHistoryItem *self)
{
}

static GDateTime *
read_time (const char *made)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) then = made != NULL ? g_date_time_new_from_iso8601 (made, utc) : NULL;

  return then != NULL ? g_date_time_to_local (then) : NULL;
}

/* @report: (nullable): the title of the report that was changed, where it has to be told
 * @here: whether it is the last change that holds */
TrellisHistoryItem *
trellis_history_item_new (const TrellisChange *change,
                          const char          *report,
                          gboolean             here)
{
  TrellisHistoryItem *self = g_object_new (TRELLIS_TYPE_HISTORY_ITEM, NULL);

  self->id = change->id;
  self->undone = change->undone;
  self->here = here;
  self->label = trellis_change_get_label (change);
  self->report = g_strdup (report);
  self->made = read_time (change->made);
  return self;
}

gint64
trellis_history_item_get_id (TrellisHistoryItem *self)
{
  return self->id;
}

/* Whether it waits to be redone. */
gboolean
trellis_history_item_is_undone (TrellisHistoryItem *self)
{
  return self->undone;
}

gboolean
trellis_history_item_is_here (TrellisHistoryItem *self)
{
  return self->here;
}

const char *
trellis_history_item_get_label (TrellisHistoryItem *self)
{
  return self->label;
}

const char *
trellis_history_item_get_report (TrellisHistoryItem *self)
{
  return self->report;
}

/* Returns: (transfer full): hours and minutes */
char *
trellis_history_item_format_time (TrellisHistoryItem *self)
{
  return self->made != NULL ? g_date_time_format (self->made, "%R") : g_strdup ("");
}

static gboolean
is_same_day (GDateTime *a,
             GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b)
         && g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

/* Returns: (transfer full): “Today”, “Yesterday” or a date */
char *
trellis_history_item_format_day (TrellisHistoryItem *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (now, -1);

  if (self->made == NULL)
    return g_strdup (_("Some Day"));
  if (is_same_day (self->made, now))
    return g_strdup (_("Today"));
  if (is_same_day (self->made, yesterday))
    return g_strdup (_("Yesterday"));
  return g_date_time_format (self->made, "%x");
}

/* Returns: (transfer full): all of it in a line, to be read aloud */
char *
trellis_history_item_describe (TrellisHistoryItem *self)
{
  GString         *line = g_string_new (self->label);
  g_autofree char *time = trellis_history_item_format_time (self);

  if (self->report != NULL)
    g_string_append_printf (line, ", %s", self->report);
  g_string_append_printf (line, ", %s", time);
  if (self->here)
    g_string_append_printf (line, ", %s", _("You are here"));
  else if (self->undone)
    g_string_append_printf (line, ", %s", _("undone"));
  return g_string_free_and_steal (line);
}

/* Orders the days, the latest first. */
int
trellis_history_item_compare_days (TrellisHistoryItem *a,
                                   TrellisHistoryItem *b)
{
  int year_a, month_a, day_a, year_b, month_b, day_b;

  if (a->made == NULL || b->made == NULL)
    return (a->made == NULL) - (b->made == NULL);

  g_date_time_get_ymd (a->made, &year_a, &month_a, &day_a);
  g_date_time_get_ymd (b->made, &year_b, &month_b, &day_b);
  if (year_a != year_b)
    return year_b - year_a;
  return month_a != month_b ? month_b - month_a : day_b - day_a;
}
