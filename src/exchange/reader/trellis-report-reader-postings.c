/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-reader-rows.h"

#include <string.h>

#include "trellis-count-words.h"
#include "trellis-text.h"

/* One posting while its lines are read. */
typedef struct
{
  TrellisReport  *report;
  TrellisPosting *posting;
  GString        *note;
  int             position; /* of the last skill */
  gboolean        skills;   /* the lines that follow may be skills */
  gboolean        open;     /* … also items beside the label: it had nothing behind it */
  int             indent;   /* of the label's line */
  gboolean        apart;    /* a blank line stands before the one being read */
  gboolean        awaited;  /* a label of skills is still to come */
} Reading;

static gboolean
contains_any (const char        *text,
              const char *const *words)
{
  g_autofree char *folded = trellis_text_fold (text);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* "Posting 1", "Role title", "First job posting": says that a title follows, not which. */
static gboolean
is_title_label (const char *label)
{
  static const char *const words[] = { "posting", "vacancy", "title", "role", "position",
                                       "job", "ваканси", "должност", "позици", NULL };

  return contains_any (label, words) && g_utf8_strlen (label, -1) < 30;
}

static gboolean
is_ordinal_label (const char *label)
{
  static const char *const words[]
      = { "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "перв",
          "втор", "трет", "четв", "пят", "шест", "седьм", NULL };

  return is_title_label (label)
         && (strpbrk (label, "0123456789") != NULL || contains_any (label, words));
}

static gboolean
is_skills_label (const char *label)
{
  static const char *const words[] = { "skill", "requir", "stack", "technolog", "навык",
                                       "требован", "обязательн", "технолог", "стек", NULL };

  return contains_any (label, words);
}

static void
add_note (Reading    *reading,
          const char *markdown)
{
  if (*markdown == '\0')
    return;
  if (reading->note->len > 0)
    g_string_append (reading->note, "\n\n");
  g_string_append (reading->note, markdown);
}

static void
add_skills (Reading           *reading,
            const char        *text,
            TrellisReaderRange range,
            const TrellisLine *line)
{
  g_autoptr (GPtrArray) pieces = trellis_reader_split_pieces (text);

  for (guint i = 0; i < pieces->len; i++)
    {
      TrellisPostingSkill *skill
          = trellis_reader_add (reading->report, &trellis_posting_skill_type, range, line);

      skill->posting_id = reading->posting->base.id;
      skill->position = ++reading->position;
      g_set_str (&skill->name, g_ptr_array_index (pieces, i));
    }
}

/* What stands around a link on its line, without the dash before it. */
static char *
join_around (const TrellisReaderLink *link)
{
  g_autofree char *before = trellis_reader_trim_separators (link->before);
  g_autofree char *after = trellis_reader_trim_separators (link->after);

  if (*before == '\0')
    return g_steal_pointer (&after);
  if (*after == '\0')
    return g_steal_pointer (&before);
  return g_strconcat (before, " ", after, NULL);
}

static void
set_link (TrellisPosting          *posting,
          const TrellisReaderLink *link)
{
  g_set_str (&posting->link, link->target);
  g_free (posting->link_text);
  posting->link_text = trellis_reader_plain (link->text);
}

/* "Title ([link](…))": the brackets hold nothing else. */
static void
drop_brackets_around (TrellisReaderLink *link)
{
  g_strchomp (link->before);
  if (!g_str_has_suffix (link->before, "(") || *link->after != ')')
    return;
  link->before[strlen (link->before) - 1] = '\0';
  memmove (link->after, link->after + 1, strlen (link->after));
}

/* The title stands before the link; without any, a link text that says something is the title. */
static void
read_head (Reading    *reading,
           const char *head)
{
  TrellisPosting            *posting = reading->posting;
  g_auto (TrellisReaderLink) link = { 0 };
  g_autofree char           *label = NULL;
  g_autofree char           *rest = NULL;
  g_autofree char           *text = g_strdup (head);
  g_autofree char           *title = NULL;

  if (trellis_reader_split_label (head, &label, &rest) && is_title_label (label))
    {
      g_set_str (&posting->label, label);
      g_set_str (&text, rest);
    }
  if (trellis_reader_find_link (text, &link))
    {
      g_autofree char *after = NULL;

      drop_brackets_around (&link);
      after = trellis_reader_trim_separators (link.after);
      set_link (posting, &link);
      title = trellis_reader_plain (link.before);
      if (strspn (title, "*_ -:") == strlen (title)
          && !trellis_words_are_empty_link (posting->link_text))
        {
          g_set_str (&title, posting->link_text);
          g_set_str (&posting->link_text, "");
        }
      if (strspn (after, "*_ ") < strlen (after))
        add_note (reading, after);
    }
  else
    {
      title = trellis_reader_plain (text);
    }
  g_free (posting->title);
  posting->title = trellis_reader_trim_separators (title);
  if (*posting->label == '\0' && is_ordinal_label (posting->title))
    {
      g_set_str (&posting->label, posting->title);
      g_set_str (&posting->title, "");
    }
}

static void
read_link_line (Reading                 *reading,
                const char              *label,
                const TrellisReaderLink *link)
{
  g_autofree char *around = join_around (link);

  set_link (reading->posting, link);
  if (label != NULL)
    g_set_str (&reading->posting->link_label, label);
  add_note (reading, around);
  reading->skills = FALSE;
}

static void
begin_skills (Reading           *reading,
              const TrellisLine *line,
              gboolean           open)
{
  reading->skills = TRUE;
  reading->open = open;
  reading->indent = line->indent;
}

/* Skills go on in what is indented below their label, in plain lines directly behind it, and
 * beside it where the label stands alone. */
static gboolean
continues_skills (const Reading     *reading,
                  const TrellisLine *line)
{
  if (!reading->skills)
    return FALSE;
  if (line->kind == TRELLIS_LINE_TEXT)
    return !reading->apart;
  return reading->open || line->indent > reading->indent + 1;
}

/* "Title: …" below "Posting 1": both label it. */
static void
read_title_line (TrellisPosting *posting,
                 const char     *label,
                 const char     *title)
{
  g_free (posting->title);
  posting->title = trellis_reader_plain (title);
  if (label != NULL)
    {
      g_autofree char *before = g_steal_pointer (&posting->label);

      posting->label = g_strstrip (g_strconcat (before, " ", label, NULL));
    }
}

/* One line of a posting. The first line without a label is its title, where only an ordinal
 * stood in its head; then come the link, and the skills, behind their label or without any. */
static void
read_line (Reading           *reading,
           TrellisReaderRange range,
           const TrellisLine *line)
{
  TrellisPosting            *posting = reading->posting;
  g_auto (TrellisReaderLink) link = { 0 };
  g_autofree char           *label = NULL;
  g_autofree char           *rest = NULL;
  gboolean                   labelled = trellis_reader_split_label (line->text, &label, &rest);

  if (*posting->link == '\0' && trellis_reader_find_link (labelled ? rest : line->text, &link))
    read_link_line (reading, label, &link);
  else if (*posting->title == '\0' && *posting->link == '\0'
           && (!labelled || is_title_label (label)))
    read_title_line (posting, label, labelled ? rest : line->text);
  else if (labelled && *posting->skills_label == '\0' && is_skills_label (label)
           && reading->position == 0)
    {
      g_set_str (&posting->skills_label, label);
      add_skills (reading, rest, range, line);
      begin_skills (reading, line, *rest == '\0');
      reading->awaited = FALSE;
    }
  else if (continues_skills (reading, line))
    {
      add_skills (reading, line->text, range, line);
    }
  else if (!labelled && reading->position == 0 && !reading->awaited)
    {
      add_skills (reading, line->text, range, line);
      begin_skills (reading, line, TRUE);
    }
  else
    add_note (reading, line->text);
}

static gboolean
has_skills_label (TrellisReaderRange body)
{
  for (guint i = body.begin; i < body.end; i++)
    {
      g_autofree char *label = NULL;
      g_autofree char *rest = NULL;

      if (trellis_reader_split_label (trellis_reader_line (body, i)->text, &label, &rest)
          && is_skills_label (label))
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_lines (Reading           *reading,
            TrellisReaderRange body)
{
  reading->awaited = has_skills_label (body);
  for (guint i = body.begin; i < body.end; i++)
    {
      const TrellisLine *line = trellis_reader_line (body, i);

      switch (line->kind)
        {
        case TRELLIS_LINE_BLANK:
          reading->apart = TRUE;
          continue;
        case TRELLIS_LINE_ITEM:
          if (*line->text != '\0')
            read_line (reading, body, line);
          break;
        case TRELLIS_LINE_TEXT:
          read_line (reading, body, line);
          break;
        case TRELLIS_LINE_COMMENT:
          add_note (reading, line->source);
          break;
        default:
          return FALSE;
        }
      reading->apart = FALSE;
    }
  return TRUE;
}

static Reading
begin_posting (TrellisReport            *report,
               const TrellisReaderEntry *entry)
{
  Reading reading = { .report = report };

  reading.posting = trellis_reader_add (report, &trellis_posting_type, entry->body, entry->line);
  reading.posting->position = (int) report->postings->len;
  reading.note = g_string_new (NULL);
  return reading;
}

static void
end_posting (Reading *reading)
{
  g_autofree char *note = g_string_free_and_steal (g_steal_pointer (&reading->note));

  g_free (reading->posting->note);
  reading->posting->note = trellis_reader_canonical (note);
}

static gboolean
read_posting (TrellisReport            *report,
              const TrellisReaderEntry *entry)
{
  Reading  reading = begin_posting (report, entry);
  gboolean read;

  read_head (&reading, entry->head);
  read = read_lines (&reading, trellis_reader_trim (entry->body));
  end_posting (&reading);
  return read && (*reading.posting->title != '\0' || *reading.posting->link != '\0');
}

/* Postings with what they ask for. At least half of them have to have a link or skills: other
 * lists stand in market sections too. */
gboolean
trellis_reader_read_postings (TrellisReport              *report,
                              const TrellisReaderEntries *entries)
{
  guint links = 0;

  for (guint i = 0; i < entries->entries->len; i++)
    if (!read_posting (report, g_ptr_array_index (entries->entries, i)))
      return FALSE;
  for (guint i = 0; i < report->postings->len; i++)
    links += *((TrellisPosting *) g_ptr_array_index (report->postings, i))->link != '\0';
  return links * 2 >= report->postings->len;
}
