/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-date-button.h"

#include <glib/gi18n-lib.h>

struct _TrellisDateButton
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkCalendar   *calendar;
  GtkWidget     *clear;
  gboolean       there;
  GDate          date;
};

G_DEFINE_FINAL_TYPE (TrellisDateButton, trellis_date_button, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The calendar turns to the date, or to today. */
static void
show_cb (TrellisDateButton *self)
{
  g_autoptr (GDateTime) day
      = self->there ? g_date_time_new_local (g_date_get_year (&self->date),
                                             (int) g_date_get_month (&self->date),
                                             g_date_get_day (&self->date), 0, 0, 0)
                    : g_date_time_new_now_local ();

  gtk_calendar_select_day (self->calendar, day);
  gtk_widget_set_visible (self->clear, self->there);
}

static void
choose (TrellisDateButton *self,
        const GDate       *date)
{
  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[CHOSEN], 0, date);
}

static void
choose_cb (TrellisDateButton *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  GDate                 date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (day),
                  (GDateMonth) g_date_time_get_month (day),
                  (GDateYear) g_date_time_get_year (day));
  choose (self, &date);
}

static void
clear_cb (TrellisDateButton *self)
{
  choose (self, NULL);
}

static gboolean
trellis_date_button_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TRELLIS_DATE_BUTTON (widget)->button));
}

static void
trellis_date_button_class_init (TrellisDateButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = trellis_date_button_grab_focus;
  signals[CHOSEN] = g_signal_new ("chosen", TRELLIS_TYPE_DATE_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DATE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/trellis_app/Trellis/ui/date-button.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisDateButton, button);
  gtk_widget_class_bind_template_child (widget_class, TrellisDateButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, TrellisDateButton, clear);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
trellis_date_button_init (TrellisDateButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
trellis_date_button_new (void)
{
  return g_object_new (TRELLIS_TYPE_DATE_BUTTON, NULL);
}

/* @date: (nullable) */
void
trellis_date_button_set_date (TrellisDateButton *self,
                              const GDate       *date)
{
  g_return_if_fail (TRELLIS_IS_DATE_BUTTON (self));

  self->there = date != NULL;
  if (date != NULL)
    self->date = *date;
}

/* “5 October 2026”, in the person's language. */
char *
trellis_date_describe (const GDate *date)
{
  g_autoptr (GDateTime) day = g_date_time_new_utc (
      g_date_get_year (date), (int) g_date_get_month (date), g_date_get_day (date), 0, 0, 0);

  /* Translators: a date: “5 October 2026”. For the month, %B or %OB, whichever has the case that
   * stands behind a day. */
  return g_date_time_format (day, _("%-d %B %Y"));
}
