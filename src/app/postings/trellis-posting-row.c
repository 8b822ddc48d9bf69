/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-row.h"

#include "trellis-posting-skills.h"

#include <glib/gi18n-lib.h>

struct _TrellisPostingRow
{
  TrellisRecordRow parent_instance;
};

G_DEFINE_FINAL_TYPE (TrellisPostingRow, trellis_posting_row, TRELLIS_TYPE_RECORD_ROW)

/* “Nordlicht Ferries · 2 to confirm” */
static void
show_subtitle (TrellisPostingRow    *self,
               const TrellisPosting *posting,
               const char           *to_confirm)
{
  g_autofree char *subtitle = NULL;

  if (to_confirm == NULL || *posting->employer == '\0')
    subtitle = g_strdup (to_confirm != NULL ? to_confirm : posting->employer);
  else
    subtitle = g_strdup_printf ("%s · %s", posting->employer, to_confirm);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
}

static const char *
get_warning (const TrellisPosting *posting,
             guint                 n_skills)
{
  if (*posting->link == '\0')
    return _("It has no link yet.");
  return n_skills < 3 ? _("It names fewer than three skills.") : NULL;
}

/* “Title, 6 skills, 2 to confirm” */
static void
speak (TrellisPostingRow    *self,
       const TrellisPosting *posting,
       const char           *note,
       const char           *to_confirm,
       const char           *warning)
{
  const char         *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  g_autoptr (GString) spoken = g_string_new (title);
  const char         *words[] = { posting->employer, note, to_confirm, warning };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] != NULL && *words[i] != '\0')
      g_string_append_printf (spoken, ", %s", words[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken->str, -1);
}

static void
trellis_posting_row_update (TrellisRecordRow *row,
                            gconstpointer     record,
                            gboolean          filled)
{
  TrellisPostingRow    *self = TRELLIS_POSTING_ROW (row);
  const TrellisPosting *posting = record;
  TrellisSession       *session = trellis_record_row_get_session (row);
  const TrellisReport  *report = trellis_session_get_report (session);
  g_autoptr (GPtrArray) skills = trellis_posting_skills_list (report, posting);
  g_autoptr (GPtrArray) found
      = trellis_posting_skills_find (report, posting, trellis_session_get_vocabulary (session));
  g_autofree char *note
      = g_strdup_printf (ngettext ("%u skill", "%u skills", skills->len), skills->len);
  /* Translators: skills that a text names, which a person has not confirmed yet */
  g_autofree char *to_confirm = found->len > 0
                                    ? g_strdup_printf (ngettext ("%u to confirm", "%u to confirm",
                                                                 found->len),
                                                       found->len)
                                    : NULL;
  const char      *warning = get_warning (posting, skills->len);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 *posting->title != '\0' ? posting->title : _("No Title"));
  show_subtitle (self, posting, to_confirm);
  trellis_record_row_set_count (row, skills->len, note, warning);
  speak (self, posting, note, to_confirm, warning);
}

/* The title is edited where the posting is shown. */
static void
trellis_posting_row_rename (TrellisRecordRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "page.edit-title", NULL);
}

static void
trellis_posting_row_class_init (TrellisPostingRowClass *klass)
{
  TrellisRecordRowClass *row_class = TRELLIS_RECORD_ROW_CLASS (klass);

  row_class->type = &trellis_posting_type;
  row_class->update = trellis_posting_row_update;
  row_class->rename = trellis_posting_row_rename;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/trellis_app/Trellis/ui/posting-row.ui");
}

static void
trellis_posting_row_init (TrellisPostingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* It is the one that is shown beside the list. */
void
trellis_posting_row_set_shown (TrellisPostingRow *self,
                               gboolean           shown)
{
  g_return_if_fail (TRELLIS_IS_POSTING_ROW (self));

  if (shown)
    gtk_widget_add_css_class (GTK_WIDGET (self), "shown");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "shown");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, shown, -1);
}
