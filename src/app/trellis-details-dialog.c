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
  char          **layouts;   /* ids of templates, in the order of the row */

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
  return self->layouts[adw_combo_row_get_selected (self->layout)];
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
  const TrellisTemplate    *layout = trellis_template_get (get_layout (self));
  g_autoptr (TrellisReport) report
      = trellis_new_report (layout != NULL ? layout : trellis_template_get ("classic"), language);
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

/* What ships, what the library has, and what the report follows, though it may not be here. */
static char **
list_layouts (TrellisDetailsDialog *self,
              const char           *layout)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GPtrArray)    own
      = trellis_store_list_templates (trellis_session_get_store (self->session), NULL);

  g_strv_builder_addv (ids, (const char **) trellis_template_list ());
  for (guint i = 0; own != NULL && i < own->len; i++)
    g_strv_builder_add (ids, ((TrellisTemplateRecord *) g_ptr_array_index (own, i))->name);
  if (*layout != '\0' && trellis_template_get (layout) == NULL)
    g_strv_builder_add (ids, layout);
  return g_strv_builder_end (ids);
}

static void
select_layout (TrellisDetailsDialog *self,
               const char           *layout)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint                     selected = 0;

  g_strfreev (self->layouts);
  self->layouts = list_layouts (self, layout);
  for (guint i = 0; self->layouts[i] != NULL; i++)
    {
      const TrellisTemplate *one = trellis_template_get (self->layouts[i]);

      gtk_string_list_append (names, one != NULL
                                         ? trellis_template_choose_words (one->name, one->name_ru)
                                         : layout);
      if (g_str_equal (self->layouts[i], layout))
        selected = i;
    }

  adw_combo_row_set_model (self->layout, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->layout, selected);
}

/* Takes @error. A toast would stand behind the dialog. */
static void
tell_wrong (TrellisDetailsDialog *self,
            GError               *error)
{
  AdwDialog *alert = adw_alert_dialog_new (_("The Template Was Not Added"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
  g_error_free (error);
}

static void
template_chosen_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      data)
{
  g_autoptr (TrellisDetailsDialog) self = data;
  g_autoptr (GFile)                file
      = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && self->session != NULL)
    trellis_details_dialog_add_template (self, file);
}

static void
add_template_cb (TrellisDetailsDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore)    filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _("Templates (JSON)"));
  gtk_file_filter_add_suffix (filter, "json");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _("Add Template"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        template_chosen_cb, g_object_ref (self));
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
  if (trellis_template_get (report->layout) == NULL)
    g_set_str (&report->layout, "classic");
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
  g_clear_pointer (&self->layouts, g_strfreev);

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
  gtk_widget_class_bind_template_callback (widget_class, add_template_cb);
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

/**
 * trellis_details_dialog_add_template:
 * @file: a course's template
 *
 * Adds the template to the library, and chooses it. What is wrong with it is told.
 */
void
trellis_details_dialog_add_template (TrellisDetailsDialog *self,
                                     GFile                *file)
{
  TrellisStore    *store = trellis_session_get_store (self->session);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_basename (file);
  GError          *error = NULL;
  g_autofree char *json = trellis_template_read_file (path, &error);

  if (json != NULL && trellis_commands_add_template (store, json, name, NULL, &error))
    select_layout (self, trellis_template_register (json, name, NULL)->id);
  if (error != NULL)
    tell_wrong (self, error);
}
