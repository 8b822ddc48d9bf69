/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-reader-rows.h"

#include <string.h>

#include "trellis-sections.h"
#include "trellis-text.h"

static gboolean
holds_items (TrellisReaderRange body)
{
  for (guint i = body.begin; i < body.end; i++)
    if (trellis_reader_is_item (body, i))
      return TRUE;
  return FALSE;
}

/* Lists below the names of roles: the skills are one level down, which no row holds. */
static gboolean
are_roles (const TrellisReaderEntries *entries)
{
  for (guint i = 0; i < entries->entries->len; i++)
    {
      const TrellisReaderEntry *entry = g_ptr_array_index (entries->entries, i);

      if (!holds_items (entry->body) || !trellis_sections_is_role_name (entry->head))
        return FALSE;
    }
  return TRUE;
}

/* Skills that roles have in common, in groups where sub-headings make some. A sub-heading is a
 * skill itself only where it holds no items. */
gboolean
trellis_reader_read_common (TrellisReport              *report,
                            const TrellisReaderEntries *entries)
{
  if (are_roles (entries))
    return FALSE;
  for (guint i = 0; i < entries->entries->len; i++)
    {
      const TrellisReaderEntry  *entry = g_ptr_array_index (entries->entries, i);
      g_auto (TrellisReaderHead) head = trellis_reader_split_name (entry->head);
      TrellisCommonSkill        *skill
          = trellis_reader_add (report, &trellis_common_skill_type, entry->body, entry->line);

      skill->position = (int) report->common_skills->len;
      g_free (skill->name);
      skill->name = trellis_reader_trim_separators (head.name);
      g_set_str (&skill->grouping, entry->grouping);
      if (entry->line->kind == TRELLIS_LINE_HEADING && holds_items (entry->body))
        return FALSE;
      g_free (skill->note);
      skill->note = trellis_reader_note (head.rest, trellis_reader_trim (entry->body));
      if (!trellis_reader_says_something (skill->name))
        return FALSE;
    }
  return TRUE;
}

/* Where the first segment of `text` ends: at a full stop, comma, semicolon, colon, bracket or
 * dash. A dash within a range of levels ("Beginner–Intermediate") has no blank around it. */
static gsize
first_segment (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean blank_before = at > text && at[-1] == ' ';

      if (strchr (".,;:(", *at) != NULL || c == 0x2014 || (c == 0x2013 && blank_before)
          || (c == '-' && blank_before))
        return at - text;
    }
  return strlen (text);
}

static gboolean
is_level (const char *text,
          gsize       length)
{
  g_autofree char *segment = g_strndup (text, length);

  return trellis_reader_level (segment) != TRELLIS_LEVEL_NONE;
}

/* Where the level at the front of `text` ends, if it has one: "Beginner", or all of
 * "Beginner – Intermediate" and "Beginner, Intermediate". */
static gsize
first_level (const char *text)
{
  gsize length = first_segment (text);

  while (text[length] != '\0' && strchr (".;:(", text[length]) == NULL && is_level (text, length))
    {
      const char *next = g_utf8_next_char (text + length);
      gsize       more = first_segment (next);

      if (!is_level (next, more))
        break;
      length = (gsize) (next - text) + more;
    }
  return length;
}

/* Takes a level off the front of what is said about a skill. */
static void
take_level (TrellisStanding *standing,
            char           **rest)
{
  gsize            length = first_level (*rest);
  g_autofree char *segment = g_strndup (*rest, length);
  TrellisLevel     level = trellis_reader_level (segment);
  const char      *behind = *rest + length;

  if (level == TRELLIS_LEVEL_NONE || *behind == '(')
    return;
  standing->level = level;
  g_free (standing->level_wording);
  standing->level_wording = trellis_reader_plain (segment);
  if (*behind != '\0')
    behind = g_utf8_next_char (behind);
  /* "**Beginner:** can …" closes its marks behind the colon. */
  if (g_str_has_prefix (*rest, "**") && g_str_has_prefix (behind, "**"))
    behind += 2;
  {
    g_autofree char *taken = *rest;

    *rest = g_strstrip (g_strdup (behind));
  }
}

static void
take_level_from_bracket (TrellisStanding *standing)
{
  TrellisLevel level = trellis_reader_level (standing->qualifier);

  if (standing->level != TRELLIS_LEVEL_NONE || level == TRELLIS_LEVEL_NONE)
    return;
  standing->level = level;
  g_set_str (&standing->level_wording, standing->qualifier);
  g_set_str (&standing->qualifier, "");
}

static gboolean
speaks_of_challenge (const char *note)
{
  static const char *const words[] = { "most challenging", "the hardest", "самый трудн",
                                       "самый сложн", "самое сложн", "самое трудн" };
  g_autofree char         *folded = trellis_text_fold (note);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Skills that I have or lack. */
gboolean
trellis_reader_read_standings (TrellisReport              *report,
                               const TrellisReaderEntries *entries,
                               TrellisStandingList         list)
{
  for (guint i = 0; i < entries->entries->len; i++)
    {
      const TrellisReaderEntry  *entry = g_ptr_array_index (entries->entries, i);
      g_auto (TrellisReaderHead) head = trellis_reader_split_head (entry->head);
      TrellisStanding           *standing
          = trellis_reader_add (report, &trellis_standing_type, entry->body, entry->line);

      standing->list = list;
      standing->position = (int) i + 1;
      g_free (standing->name);
      standing->name = trellis_reader_trim_separators (head.name);
      g_set_str (&standing->qualifier, head.qualifier);
      take_level (standing, &head.rest);
      take_level_from_bracket (standing);
      g_free (standing->note);
      standing->note = trellis_reader_note (head.rest, trellis_reader_trim (entry->body));
      standing->challenging = list == TRELLIS_STANDING_LACK && speaks_of_challenge (standing->note);
      if (!trellis_reader_says_something (standing->name))
        return FALSE;
    }
  return TRUE;
}

/* The number of postings that a remark states: "4 of 6", "4 out of 6", "4/6", "in 4 postings";
 * 0 when it states none. */
static int
stated_count (const char *remark)
{
  static GRegex         *regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char       *plain = trellis_reader_plain (remark);
  g_autofree char       *number = NULL;

  if (g_once_init_enter_pointer (&regex))
    g_once_init_leave_pointer (
        &regex, g_regex_new ("(\\d{1,6})\\s*(?:of|out of|/|из)\\s*\\d{1,6}\\b|(\\d{1,6})\\s+(?:job "
                             ")?(?:posting|vacanc|ваканс)",
                             G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  if (!g_regex_match (regex, plain, 0, &match))
    return 0;
  number = g_match_info_fetch (match, 1);
  if (*number == '\0')
    {
      g_free (number);
      number = g_match_info_fetch (match, 2);
    }
  return atoi (number);
}

/* The author's own lists of recurring and single skills. */
gboolean
trellis_reader_read_claims (TrellisReport              *report,
                            const TrellisReaderEntries *entries,
                            TrellisClaimList            list)
{
  for (guint i = 0; i < entries->entries->len; i++)
    {
      const TrellisReaderEntry  *entry = g_ptr_array_index (entries->entries, i);
      g_auto (TrellisReaderHead) head = trellis_reader_split_head (entry->head);
      TrellisClaim              *claim
          = trellis_reader_add (report, &trellis_claim_type, entry->body, entry->line);

      claim->list = list;
      claim->position = (int) i + 1;
      g_free (claim->name);
      claim->name = trellis_reader_trim_separators (head.name);
      g_set_str (&claim->qualifier, head.qualifier);
      g_free (claim->note);
      claim->note = trellis_reader_note (head.rest, trellis_reader_trim (entry->body));
      claim->claimed = stated_count (*claim->qualifier != '\0' ? claim->qualifier : claim->note);
      if (claim->claimed == 0)
        claim->claimed = stated_count (claim->note);
      if (!trellis_reader_says_something (claim->name))
        return FALSE;
    }
  return TRUE;
}
