/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-standing-row.h"

#include "trellis-alias-dialog.h"
#include "trellis-commands.h"
#include "trellis-demand-index.h"
#include "trellis-text-row.h"
#include "trellis-text.h"

#include <glib/gi18n-lib.h>

struct _TrellisStandingRow
{
  TrellisRecordRow parent_instance;

  GtkWidget        *name;
  TrellisTextField *name_field; /* owned by `name` */
  GtkWidget        *level;      /* what I have */
  GtkWidget        *note;
  GtkWidget        *challenging; /* what I lack */
  gboolean          showing;     /* the rows inside are being filled */
};

G_DEFINE_FINAL_TYPE (TrellisStandingRow, trellis_standing_row, TRELLIS_TYPE_RECORD_ROW)

static TrellisSession *
get_session (TrellisStandingRow *self)
{
  return trellis_record_row_get_session (TRELLIS_RECORD_ROW (self));
}

static const TrellisStanding *
get_standing (TrellisStandingRow *self)
{
  return trellis_report_find (trellis_session_get_report (get_session (self)),
                              &trellis_standing_type,
                              trellis_record_row_get_id (TRELLIS_RECORD_ROW (self)));
}

static const char *
get_level_name (int level)
{
  switch ((TrellisLevel) level)
    {
    case TRELLIS_LEVEL_BEGINNER:
      return _("Beginner");
    case TRELLIS_LEVEL_INTERMEDIATE:
      return _("Intermediate");
    case TRELLIS_LEVEL_ADVANCED:
      return _("Advanced");
    default:
      return _("No Level");
    }
}

/* The author's own words for the level, where they say more than its name. */
static const char *
get_level_wording (const TrellisStanding *standing)
{
  return trellis_text_equal_folded (standing->level_wording, get_level_name (standing->level))
             ? ""
             : standing->level_wording;
}

/* A row that comes into another list is gone afterwards. */
static void
set_int (TrellisStandingRow *self,
         const char         *field,
         gint64              value)
{
  TrellisSession *session = get_session (self);
  gint64          id = trellis_record_row_get_id (TRELLIS_RECORD_ROW (self));
  GError         *error = NULL;

  trellis_session_flush (session);
  trellis_commands_set_int (trellis_session_get_store (session), &trellis_standing_type, id, field,
                            value, &error);
  trellis_session_report_error (session, error);
}

static void
level_cb (TrellisStandingRow *self)
{
  if (!self->showing)
    set_int (self, "level", adw_combo_row_get_selected (ADW_COMBO_ROW (self->level)));
}

static void
challenging_cb (TrellisStandingRow *self)
{
  if (!self->showing)
    set_int (self, "challenging", adw_switch_row_get_active (ADW_SWITCH_ROW (self->challenging)));
}

static void
move_to_other_list_cb (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  const TrellisStanding *standing = get_standing (TRELLIS_STANDING_ROW (widget));

  if (standing != NULL)
    set_int (TRELLIS_STANDING_ROW (widget), "list",
             standing->list == TRELLIS_STANDING_HAVE ? TRELLIS_STANDING_LACK
                                                     : TRELLIS_STANDING_HAVE);
}

static void
aliases_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  TrellisStandingRow    *self = TRELLIS_STANDING_ROW (widget);
  const TrellisStanding *standing = get_standing (self);

  if (standing != NULL)
    adw_dialog_present (trellis_alias_dialog_new (get_session (self), standing->name), widget);
}

static gboolean
stands_elsewhere (const TrellisReport   *report,
                  const TrellisStanding *standing)
{
  for (guint i = 0; i < report->standings->len; i++)
    {
      const TrellisStanding *other = report->standings->pdata[i];

      if (other != standing && trellis_text_equal_folded (other->name, standing->name))
        return TRUE;
    }

  return FALSE;
}

static const char *
find_warning (const TrellisReport   *report,
              const TrellisStanding *standing)
{
  if (stands_elsewhere (report, standing))
    return _("This skill stands in your lists twice.");
  if (standing->list == TRELLIS_STANDING_HAVE && standing->level == TRELLIS_LEVEL_NONE)
    return _("It has no level yet.");
  if (standing->list == TRELLIS_STANDING_LACK && *standing->note == '\0')
    return _("It does not say yet why it matters.");
  return NULL;
}

static void
show_fields (TrellisStandingRow    *self,
             const TrellisStanding *standing)
{
  gboolean have = standing->list == TRELLIS_STANDING_HAVE;

  self->showing = TRUE;
  trellis_text_field_show (self->name_field, standing->base.id, standing->name);
  gtk_widget_set_visible (self->level, have);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->level), (guint) standing->level);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->level), get_level_wording (standing));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->note),
                                 have ? _("What You Can Do With It") : _("Why It Matters"));
  trellis_text_row_show (TRELLIS_TEXT_ROW (self->note), standing->base.id, standing->note);
  gtk_widget_set_visible (self->challenging, !have);
  adw_switch_row_set_active (ADW_SWITCH_ROW (self->challenging), standing->challenging);
  self->showing = FALSE;
}

static char *
describe (const TrellisStanding *standing)
{
  if (standing->list == TRELLIS_STANDING_LACK)
    return g_strdup (standing->challenging ? _("Most challenging") : "");

  return g_strdup (*get_level_wording (standing) != '\0' ? standing->level_wording
                                                         : get_level_name (standing->level));
}

static void
trellis_standing_row_update (TrellisRecordRow *row,
                             gconstpointer     record,
                             gboolean          filled)
{
  TrellisStandingRow    *self = TRELLIS_STANDING_ROW (row);
  const TrellisStanding *standing = record;
  TrellisSession        *session = get_session (self);
  const TrellisReport   *report = trellis_session_get_report (session);
  g_autoptr (GArray)     postings
      = trellis_demand_index_find (trellis_session_get_demand_index (session), standing->name);
  g_autofree char *subtitle = describe (standing);
  g_autofree char *title = *standing->qualifier != '\0'
                               ? g_strdup_printf ("%s (%s)", standing->name, standing->qualifier)
                               : g_strdup (standing->name);
  /* Translators: of the postings, how many ask for a skill */
  g_autofree char *note = g_strdup_printf (_("%u of %u"), postings->len, report->postings->len);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  trellis_record_row_set_count (row, postings->len, report->postings->len > 0 ? note : "",
                                find_warning (report, standing));
  if (filled)
    show_fields (self, standing);
}

static void
add_level (TrellisStandingRow *self)
{
  g_autoptr (GtkStringList) levels = gtk_string_list_new (NULL);

  for (int level = TRELLIS_LEVEL_NONE; level <= TRELLIS_LEVEL_ADVANCED; level++)
    gtk_string_list_append (levels, get_level_name (level));

  self->level = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->level), _("Level"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->level), G_LIST_MODEL (levels));
  g_signal_connect_object (self->level, "notify::selected", G_CALLBACK (level_cb), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->level);
}

static void
trellis_standing_row_fill (TrellisRecordRow *row)
{
  TrellisStandingRow *self = TRELLIS_STANDING_ROW (row);

  self->name = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name), _("Name"));
  self->name_field = trellis_text_field_new_for_editable (
      GTK_EDITABLE (self->name), get_session (self), &trellis_standing_type, "name");
  trellis_text_field_set_required (self->name_field, TRUE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->name);

  add_level (self);

  self->note = trellis_text_row_new ("");
  trellis_text_row_bind (TRELLIS_TEXT_ROW (self->note), get_session (self), &trellis_standing_type,
                         "note");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->note);

  self->challenging = adw_switch_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->challenging),
                                 _("Most Challenging to Learn"));
  g_signal_connect_object (self->challenging, "notify::active", G_CALLBACK (challenging_cb), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->challenging);
}

static void
trellis_standing_row_rename (TrellisRecordRow *row)
{
  gtk_widget_grab_focus (TRELLIS_STANDING_ROW (row)->name);
}

static void
trellis_standing_row_class_init (TrellisStandingRowClass *klass)
{
  TrellisRecordRowClass *row_class = TRELLIS_RECORD_ROW_CLASS (klass);

  row_class->type = &trellis_standing_type;
  row_class->fill = trellis_standing_row_fill;
  row_class->update = trellis_standing_row_update;
  row_class->rename = trellis_standing_row_rename;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "row.move-to-other-list", NULL,
                                   move_to_other_list_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "row.aliases", NULL, aliases_cb);
  gtk_widget_class_set_template_from_resource (
      GTK_WIDGET_CLASS (klass), "/io/github/trellis_app/Trellis/ui/standing-row.ui");
}

static void
trellis_standing_row_init (TrellisStandingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
