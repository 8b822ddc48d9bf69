/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-details-dialog.h"

#include "trellis-commands.h"
#include "trellis-new-report.h"

#include <glib/gi18n-lib.h>

static const char *const languages[] = { "en", "ru" };

struct _TrellisDetailsDialog
{
  AdwDialog parent_instance;

  TrellisSession *session;
  GSettings      *settings;
  gint64          report_id; /* 0: a new one */

  GtkButton   *done;
  AdwEntryRow *title;
  AdwEntryRow *author;
  AdwEntryRow *course;
  AdwEntryRow *advisor;
  AdwComboRow *layout;
  AdwComboRow *language;
};

G_DEFINE_FINAL_TYPE (TrellisDetailsDialog, trellis_details_dialog, ADW_TYPE_DIALOG)

enum
{
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_text (char       **text,
          AdwEntryRow *row)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  g_set_str (text, typed);
}

static const char *
get_layout (TrellisDetailsDialog *self)
{
  return trellis_template_list ()[adw_combo_row_get_selected (self->layout)];
}

/* What was typed, as a report's own row. */
static void
take_details (TrellisDetailsDialog *self,
              TrellisReport        *report)
{
  set_text (&report->title, self->title);
  if (*report->title == '\0')
    g_set_str (&report->title, _("Untitled Report"));
  set_text (&report->author, self->author);
  set_text (&report->course, self->course);
  set_text (&report->advisor, self->advisor);
  g_set_str (&report->language, languages[adw_combo_row_get_selected (self->language)]);
  g_set_str (&report->layout, get_layout (self));
}

/* The next report begins with these. */
static void
remember (TrellisDetailsDialog *self,
          const TrellisReport  *report)
{
  g_settings_set_string (self->settings, "author", report->author);
  g_settings_set_string (self->settings, "course", report->course);
  g_settings_set_string (self->settings, "advisor", report->advisor);
  g_settings_set_string (self->settings, "template", report->layout);
  g_settings_set_string (self->settings, "language", report->language);
}

static void
create_report (TrellisDetailsDialog *self)
{
  const char               *language = languages[adw_combo_row_get_selected (self->language)];
  g_autoptr (TrellisReport) report
      = trellis_new_report (trellis_template_get (get_layout (self)), language);
  gint64  id = 0;
  GError *error = NULL;

  take_details (self, report);
  remember (self, report);
  trellis_commands_new_report (trellis_session_get_store (self->session), report, &id, &error);
  if (trellis_session_report_error (self->session, error) && id != 0)
    g_signal_emit (self, signals[CREATED], 0, id);
}

static void
change_report (TrellisDetailsDialog *self)
{
  g_autoptr (TrellisReport) report
      = trellis_report_copy (trellis_session_get_report (self->session));
  GError *error = NULL;

  take_details (self, report);
  trellis_commands_set_details (trellis_session_get_store (self->session), self->report_id, report,
                                &error);
  trellis_session_report_error (self->session, error);
}

static void
done_cb (TrellisDetailsDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
  if (self->report_id == 0)
    create_report (self);
  else
    change_report (self);
}

static void
select_layout (TrellisDetailsDialog *self,
               const char           *layout)
{
  const char *const        *ids = trellis_template_list ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint                     selected = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const TrellisTemplate *one = trellis_template_get (ids[i]);

      gtk_string_list_append (names, trellis_template_choose_words (one->name, one->name_ru));
      if (g_str_equal (ids[i], layout))
        selected = i;
    }

  adw_combo_row_set_model (self->layout, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->layout, selected);
}

static void
show (TrellisDetailsDialog *self,
      const TrellisReport  *report)
{
  gtk_editable_set_text (GTK_EDITABLE (self->title), report->title);
  gtk_editable_set_text (GTK_EDITABLE (self->author), report->author);
  gtk_editable_set_text (GTK_EDITABLE (self->course), report->course);
  gtk_editable_set_text (GTK_EDITABLE (self->advisor), report->advisor);
  select_layout (self, report->layout);
  adw_combo_row_set_selected (self->language, g_str_has_prefix (report->language, "ru") ? 1 : 0);
}

static void
show_remembered (TrellisDetailsDialog *self)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();

  g_set_str (&report->title, _("Untitled Report"));
  g_clear_pointer (&report->author, g_free);
  report->author = g_settings_get_string (self->settings, "author");
  g_clear_pointer (&report->course, g_free);
  report->course = g_settings_get_string (self->settings, "course");
  g_clear_pointer (&report->advisor, g_free);
  report->advisor = g_settings_get_string (self->settings, "advisor");
  g_clear_pointer (&report->layout, g_free);
  report->layout = g_settings_get_string (self->settings, "template");
  g_clear_pointer (&report->language, g_free);
  report->language = g_settings_get_string (self->settings, "language");
  show (self, report);
}

static void
trellis_details_dialog_dispose (GObject *object)
{
  TrellisDetailsDialog *self = TRELLIS_DETAILS_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (trellis_details_dialog_parent_class)->dispose (object);
}

static void
trellis_details_dialog_class_init (TrellisDetailsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_details_dialog_dispose;

  signals[CREATED] = g_signal_new ("created", TRELLIS_TYPE_DETAILS_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/trellis_app/Trellis/ui/details-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisDetailsDialog, done);
  gtk_widget_class_bind_template_child (widget_class, TrellisDetailsDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TrellisDetailsDialog, author);
  gtk_widget_class_bind_template_child (widget_class, TrellisDetailsDialog, course);
  gtk_widget_class_bind_template_child (widget_class, TrellisDetailsDialog, advisor);
  gtk_widget_class_bind_template_child (widget_class, TrellisDetailsDialog, layout);
  gtk_widget_class_bind_template_child (widget_class, TrellisDetailsDialog, language);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
trellis_details_dialog_init (TrellisDetailsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trellis_details_dialog_new:
 * @report_id: the session's report; 0: a new one
 */
AdwDialog *
trellis_details_dialog_new (TrellisSession *session,
                            GSettings      *settings,
                            gint64          report_id)
{
  TrellisDetailsDialog *self = g_object_new (TRELLIS_TYPE_DETAILS_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  self->report_id = report_id;
  if (report_id != 0)
    {
      adw_dialog_set_title (ADW_DIALOG (self), _("Report Details"));
      gtk_button_set_label (self->done, _("_Apply"));
      show (self, trellis_session_get_report (session));
    }
  else
    show_remembered (self);
  return ADW_DIALOG (self);
}
