/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-row.h"

#include "trellis-chip-row.h"
#include "trellis-commands.h"
#include "trellis-count-links.h"
#include "trellis-found-row.h"
#include "trellis-posting-highlight.h"
#include "trellis-posting-same.h"
#include "trellis-posting-skills.h"
#include "trellis-text-row.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  ENTRY_TITLE,
  ENTRY_EMPLOYER,
  ENTRY_PLACE,
  ENTRY_LINK,
  ENTRY_CAPTURED,
  N_ENTRIES
} Entry;

struct _TrellisPostingRow
{
  TrellisRecordRow parent_instance;

  GtkWidget        *entries[N_ENTRIES];
  TrellisTextField *fields[N_ENTRIES]; /* owned by the entries */
  GtkWidget        *open;
  GtkWidget        *link_hint; /* what is wrong with the link */
  GtkWidget        *same;      /* the posting seems to be there twice */
  gint64            same_id;
  GtkWidget        *skills;
  GtkWidget        *found;
  GtkWidget        *text;
};

G_DEFINE_FINAL_TYPE (TrellisPostingRow, trellis_posting_row, TRELLIS_TYPE_RECORD_ROW)

static TrellisSession *
get_session (TrellisPostingRow *self)
{
  return trellis_record_row_get_session (TRELLIS_RECORD_ROW (self));
}

static const TrellisReport *
get_report (TrellisPostingRow *self)
{
  return trellis_session_get_report (get_session (self));
}

static const TrellisPosting *
get_posting (TrellisPostingRow *self)
{
  return trellis_report_find (get_report (self), &trellis_posting_type,
                              trellis_record_row_get_id (TRELLIS_RECORD_ROW (self)));
}

static void
skill_removed_cb (TrellisPostingRow *self,
                  guint              index)
{
  g_autoptr (GPtrArray) skills = trellis_posting_skills_list (get_report (self),
                                                              get_posting (self));
  GError               *error = NULL;

  if (index >= skills->len)
    return;
  trellis_commands_delete (trellis_session_get_store (get_session (self)),
                           &trellis_posting_skill_type,
                           ((const TrellisPostingSkill *) skills->pdata[index])->base.id, &error);
  trellis_session_report_error (get_session (self), error);
}

static void
skill_marked_cb (TrellisPostingRow *self,
                 guint              index,
                 guint              kind)
{
  g_autoptr (GPtrArray) skills = trellis_posting_skills_list (get_report (self),
                                                              get_posting (self));
  GError               *error = NULL;

  if (index >= skills->len)
    return;
  trellis_commands_set_int (trellis_session_get_store (get_session (self)),
                            &trellis_posting_skill_type,
                            ((const TrellisPostingSkill *) skills->pdata[index])->base.id,
                            "requirement",
                            kind > 0 ? TRELLIS_REQUIREMENT_NICE : TRELLIS_REQUIREMENT_MUST,
                            &error);
  trellis_session_report_error (get_session (self), error);
}

static void
add_skills (TrellisPostingRow *self,
            GPtrArray         *skills)
{
  GError *error = NULL;

  trellis_session_flush (get_session (self));
  trellis_commands_add_posting_skills (trellis_session_get_store (get_session (self)),
                                       trellis_record_row_get_id (TRELLIS_RECORD_ROW (self)),
                                       skills, &error);
  trellis_session_report_error (get_session (self), error);
}

static void
skill_typed_cb (TrellisPostingRow *self,
                const char        *name)
{
  g_autoptr (GPtrArray) skills = g_ptr_array_new ();
  TrellisPostingSkill   skill = { .name = (char *) name };

  g_ptr_array_add (skills, &skill);
  add_skills (self, skills);
}

/* @index: of what was found; -1: all of it */
static void
take_found (TrellisPostingRow *self,
            int                index,
            gboolean           dismiss)
{
  g_autoptr (GPtrArray) found = trellis_posting_skills_find (
      get_report (self), get_posting (self), trellis_session_get_vocabulary (get_session (self)));
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < found->len; i++)
    {
      TrellisPostingSkill *skill = found->pdata[i];

      if (index >= 0 && (int) i != index)
        continue;
      if (dismiss)
        skill->requirement = TRELLIS_REQUIREMENT_DISMISSED;
      g_ptr_array_add (chosen, skill);
    }
  if (chosen->len > 0)
    add_skills (self, chosen);
}

static void
found_added_cb (TrellisPostingRow *self,
                int                index)
{
  take_found (self, index, FALSE);
}

static void
found_dismissed_cb (TrellisPostingRow *self,
                    int                index)
{
  take_found (self, index, TRUE);
}

static void
open_cb (TrellisPostingRow *self)
{
  const TrellisPosting      *posting = get_posting (self);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (posting->link);

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                           NULL, NULL);
}

static void
show_skills (TrellisPostingRow    *self,
             const TrellisPosting *posting)
{
  g_autoptr (GPtrArray) skills = trellis_posting_skills_list (get_report (self), posting);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GArray)    kinds = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < skills->len; i++)
    {
      const TrellisPostingSkill *skill = skills->pdata[i];
      guint                      kind = skill->requirement == TRELLIS_REQUIREMENT_NICE;

      g_ptr_array_add (names, skill->name);
      g_array_append_val (kinds, kind);
    }
  g_ptr_array_add (names, NULL);
  trellis_chip_row_show_kinds (TRELLIS_CHIP_ROW (self->skills), (const char *const *) names->pdata,
                               (const guint *) kinds->data);
}

static void
show_found (TrellisPostingRow    *self,
            const TrellisPosting *posting)
{
  g_autoptr (GPtrArray) found = trellis_posting_skills_find (
      get_report (self), posting, trellis_session_get_vocabulary (get_session (self)));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (names, ((const TrellisPostingSkill *) found->pdata[i])->name);
  g_ptr_array_add (names, NULL);
  trellis_found_row_show (TRELLIS_FOUND_ROW (self->found), (const char *const *) names->pdata);
}

static const char *
get_link_hint (TrellisPostingRow    *self,
               const TrellisPosting *posting)
{
  const GPtrArray       *postings = get_report (self)->postings;
  g_autoptr (GPtrArray)  links = g_ptr_array_new ();
  g_autoptr (GHashTable) ids = NULL;

  if (*posting->link == '\0')
    return NULL;

  for (guint i = 0; i < postings->len; i++)
    g_ptr_array_add (links, ((const TrellisPosting *) postings->pdata[i])->link);
  ids = trellis_links_collect_ids (links);
  switch (trellis_links_classify (posting->link, ids))
    {
    case TRELLIS_LINK_LISTING:
      return _("This is a search page. Open the posting there and copy its own address.");
    case TRELLIS_LINK_INVENTED:
      return _("No posting has such an address. Copy it from the posting’s own page.");
    default:
      return NULL;
    }
}

static void
show_hints (TrellisPostingRow    *self,
            const TrellisPosting *posting)
{
  const char           *hint = get_link_hint (self, posting);
  const TrellisPosting *same = trellis_posting_find_same (get_report (self), posting);

  gtk_widget_set_visible (self->link_hint, hint != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->link_hint), hint != NULL ? hint : "");
  gtk_widget_set_visible (self->same, same != NULL);
  self->same_id = same != NULL ? same->base.id : 0;
  if (same != NULL)
    {
      g_autofree char *title = g_strdup_printf (_("This looks like “%s”"),
                                                *same->title != '\0' ? same->title
                                                                     : _("No Title"));

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->same), title);
    }
}

static void
show_same_cb (TrellisPostingRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ssx)", "postings",
                              trellis_posting_type.name, self->same_id);
}

static void
show_fields (TrellisPostingRow    *self,
             const TrellisPosting *posting)
{
  const char *texts[N_ENTRIES]
      = { posting->title, posting->employer, posting->place, posting->link, posting->captured };

  for (guint i = 0; i < N_ENTRIES; i++)
    trellis_text_field_show (self->fields[i], posting->base.id, texts[i]);
  gtk_widget_set_sensitive (self->open, g_uri_peek_scheme (posting->link) != NULL);
  trellis_text_row_show (TRELLIS_TEXT_ROW (self->text), posting->base.id, posting->text);
  trellis_posting_highlight (trellis_text_row_get_buffer (TRELLIS_TEXT_ROW (self->text)),
                             get_report (self), posting,
                             trellis_session_get_vocabulary (get_session (self)));
  show_hints (self, posting);
  show_skills (self, posting);
  show_found (self, posting);
}

static void
trellis_posting_row_update (TrellisRecordRow *row,
                            gconstpointer     record,
                            gboolean          filled)
{
  TrellisPostingRow    *self = TRELLIS_POSTING_ROW (row);
  const TrellisPosting *posting = record;
  g_autoptr (GPtrArray) skills = trellis_posting_skills_list (get_report (self), posting);
  g_autofree char      *note
      = g_strdup_printf (ngettext ("%u skill", "%u skills", skills->len), skills->len);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 *posting->title != '\0' ? posting->title : _("No Title"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), posting->employer);
  trellis_record_row_set_count (row, skills->len, note,
                                *posting->link == '\0' ? _("It has no link yet.")
                                : skills->len < 3
                                    ? _("It names fewer than three skills.")
                                    : NULL);
  if (filled)
    show_fields (self, posting);
}

static void
add_entry (TrellisPostingRow *self,
           Entry              entry,
           const char        *title,
           const char        *field)
{
  GtkWidget *row = adw_entry_row_new ();

  self->entries[entry] = row;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  self->fields[entry] = trellis_text_field_new_for_editable (
      GTK_EDITABLE (row), get_session (self), &trellis_posting_type, field);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

/* A sentence about the posting, not yet to be seen. */
static GtkWidget *
add_hint (TrellisPostingRow *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_add_css_class (icon, "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_widget_set_visible (row, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  return row;
}

static void
add_same_row (TrellisPostingRow *self)
{
  GtkWidget *button = gtk_button_new_with_label (_("Show It"));

  self->same = add_hint (self);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_same_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->same), button);
}

static void
add_open_button (TrellisPostingRow *self)
{
  self->open = gtk_button_new_from_icon_name ("adw-external-link-symbolic");
  gtk_widget_set_valign (self->open, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->open, "flat");
  gtk_widget_set_tooltip_text (self->open, _("Open in the Browser"));
  g_signal_connect_object (self->open, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->entries[ENTRY_LINK]), self->open);
}

static void
add_skill_rows (TrellisPostingRow *self)
{
  const char *const kinds[] = { _("Must Have"), _("Nice to Have"), NULL };

  self->skills = trellis_chip_row_new (_("Skills It Asks For"), _("Add Skill"), TRUE);
  trellis_chip_row_set_kinds (TRELLIS_CHIP_ROW (self->skills), kinds);
  g_signal_connect_object (self->skills, "marked", G_CALLBACK (skill_marked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->skills, "removed", G_CALLBACK (skill_removed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->skills, "typed", G_CALLBACK (skill_typed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->skills);

  self->found = trellis_found_row_new (_("Found in the Text"));
  g_signal_connect_object (self->found, "added", G_CALLBACK (found_added_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->found, "dismissed", G_CALLBACK (found_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->found);
}

static void
trellis_posting_row_fill (TrellisRecordRow *row)
{
  TrellisPostingRow *self = TRELLIS_POSTING_ROW (row);

  add_same_row (self);
  add_entry (self, ENTRY_TITLE, _("Title"), "title");
  add_entry (self, ENTRY_EMPLOYER, _("Employer"), "employer");
  add_entry (self, ENTRY_PLACE, _("Place"), "place");
  add_entry (self, ENTRY_LINK, _("Link"), "link");
  add_open_button (self);
  self->link_hint = add_hint (self);
  add_entry (self, ENTRY_CAPTURED, _("Captured On"), "captured");
  add_skill_rows (self);

  self->text = trellis_text_row_new (_("Text of the Posting"));
  trellis_text_row_bind (TRELLIS_TEXT_ROW (self->text), get_session (self), &trellis_posting_type,
                         "text");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->text);
}

static void
trellis_posting_row_rename (TrellisRecordRow *row)
{
  gtk_widget_grab_focus (TRELLIS_POSTING_ROW (row)->entries[ENTRY_TITLE]);
}

static void
trellis_posting_row_class_init (TrellisPostingRowClass *klass)
{
  TrellisRecordRowClass *row_class = TRELLIS_RECORD_ROW_CLASS (klass);

  row_class->type = &trellis_posting_type;
  row_class->fill = trellis_posting_row_fill;
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
