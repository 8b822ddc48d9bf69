/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-plan-read.h"

#include <string.h>

#include "trellis-outline.h"
#include "trellis-plan-date.h"
#include "trellis-plan-words.h"

#define LINE_LEVEL 7 /* of a plain line that stands for a heading: below them all */

typedef struct
{
  TrellisPlan     *plan;
  gboolean         in_section;
  TrellisPlanKind  section;
  int              level;   /* of the section's heading */
  TrellisPlanPart *goal;    /* being read, or NULL */
  TrellisPlanPart *item;    /* of a list, being read, or NULL */
  TrellisPlanPart *run;     /* of other text, being read, or NULL */
  TrellisPlanSpan *open;    /* what the next line may go on with, or NULL */
  char            *heading; /* the last one */
  gboolean         titled;  /* the line before is a heading */
} Reader;

typedef struct
{
  const TrellisLine *line;
  gsize              begin;
  gsize              content; /* where its text begins, behind the marker */
  gsize              end;     /* of its text */
  gsize              next;    /* where the next line begins */
  const char        *text;    /* of the line; empty: it does not stand there as it reads */
} Place;

static TrellisPlanPart *
add_part (Reader         *reader,
          TrellisPlanKind kind,
          const Place    *place)
{
  TrellisPlanPart *part = g_new0 (TrellisPlanPart, 1);

  part->kind = kind;
  part->form = TRELLIS_PLAN_FORM_ITEM;
  part->begin = place->begin;
  part->content = place->content;
  part->end = place->next;
  g_ptr_array_add (reader->plan->parts, part);
  reader->run = NULL;
  reader->open = NULL;
  return part;
}

static void
set_span (TrellisPlanPart *part,
          TrellisPlanField field,
          const Place     *place,
          gsize            begin,
          gsize            end)
{
  TrellisPlanSpan *span = &part->fields[field];

  span->there = TRUE;
  span->line = place->begin;
  span->label = place->content;
  span->begin = MIN (begin, end);
  span->end = end;
}

/* What stands between ** and **, if nothing else is there. */
static void
strip_strong (const char *text,
              gsize      *begin,
              gsize      *end)
{
  const char *close;

  if (*end - *begin < 5 || strncmp (text + *begin, "**", 2) != 0)
    return;

  close = strstr (text + *begin + 2, "**");
  if (close == text + *end - 2)
    {
      *begin += 2;
      *end -= 2;
    }
}

/* Everything that is open now reaches to the end of this line. */
static void
extend (Reader      *reader,
        const Place *place)
{
  if (reader->in_section)
    reader->plan->sections[reader->section].end = place->next;
  if (reader->goal != NULL)
    reader->goal->end = place->next;
  if (reader->item != NULL)
    reader->item->end = place->next;
}

static void
close_parts (Reader *reader)
{
  reader->goal = NULL;
  reader->item = NULL;
  reader->run = NULL;
  reader->open = NULL;
}

static void
open_section (Reader         *reader,
              TrellisPlanKind kind,
              int             level,
              const Place    *place)
{
  TrellisPlanSection *section = &reader->plan->sections[kind];

  close_parts (reader);
  reader->in_section = TRUE;
  reader->section = kind;
  reader->level = level;
  section->there = TRUE;
  section->level = level < LINE_LEVEL ? level : 0;
  section->begin = place->begin;
  section->end = place->next;
}

static void
read_goal_heading (Reader      *reader,
                   const Place *place,
                   gsize        prefix)
{
  gsize begin = place->content + prefix;
  gsize end = place->end;

  close_parts (reader);
  reader->goal = add_part (reader, TRELLIS_PLAN_GOAL, place);
  reader->goal->form = TRELLIS_PLAN_FORM_HEADING;
  reader->goal->level = place->line->level;
  strip_strong (reader->plan->text, &begin, &end);
  set_span (reader->goal, TRELLIS_PLAN_NAME, place, begin, end);
}

static gboolean
is_in (const Reader   *reader,
       TrellisPlanKind kind)
{
  return reader->in_section && reader->section == kind;
}

static void
read_heading (Reader      *reader,
              const Place *place)
{
  const TrellisLine *line = place->line;
  TrellisPlanKind    kind;
  gsize              prefix = trellis_plan_words_match_goal (place->text);
  gboolean           below = reader->in_section && line->level > reader->level;

  g_set_str (&reader->heading, line->text);
  if (reader->goal != NULL && reader->goal->form == TRELLIS_PLAN_FORM_HEADING
      && line->level > reader->goal->level && prefix == 0)
    {
      reader->run = NULL;
      reader->open = NULL;
    }
  else if (prefix == 0 && trellis_plan_words_find_section (line->text, &kind))
    open_section (reader, kind, line->level, place);
  else if (*place->text != '\0' && (prefix > 0 || (below && is_in (reader, TRELLIS_PLAN_GOAL))))
    {
      if (!below)
        reader->in_section = FALSE;
      read_goal_heading (reader, place, prefix);
    }
  else
    {
      close_parts (reader);
      reader->in_section = below;
    }

  extend (reader, place);
}

/* “**Resources**” or “Resources:” alone on a line. */
static gboolean
read_section_line (Reader      *reader,
                   const Place *place)
{
  const TrellisLine *line = place->line;
  TrellisPlanKind    kind;

  if (line->kind != TRELLIS_LINE_TEXT
      || !(trellis_line_is_bold (line) || g_str_has_suffix (line->text, ":"))
      || !trellis_plan_words_find_section (line->text, &kind))
    return FALSE;

  g_set_str (&reader->heading, line->text);
  open_section (reader, kind, LINE_LEVEL, place);
  return TRUE;
}

static void
read_text (Reader      *reader,
           const Place *place)
{
  gboolean about = is_in (reader, TRELLIS_PLAN_ABOUT);

  reader->open = NULL;
  if (reader->run == NULL)
    {
      reader->run = add_part (reader, about ? TRELLIS_PLAN_ABOUT : TRELLIS_PLAN_TEXT, place);
      if (reader->heading != NULL)
        reader->run->heading = trellis_line_strip_emphasis (reader->heading);
      set_span (reader->run, TRELLIS_PLAN_BODY, place, place->begin, place->begin);
    }

  reader->run->end = place->next;
  reader->run->fields[TRELLIS_PLAN_BODY].end = place->end;
  extend (reader, place);
}

static gboolean
is_item (const Place *place)
{
  return *place->text != '\0'
         && (place->line->kind == TRELLIS_LINE_ITEM || place->line->kind == TRELLIS_LINE_NUMBERED);
}

static gboolean
is_words (const Place *place)
{
  return *place->text != '\0' && (place->line->kind == TRELLIS_LINE_TEXT || is_item (place));
}

/* “- **Specific:** …” below a goal, or the first of them, which opens one. */
static gboolean
read_label (Reader      *reader,
            const Place *place)
{
  TrellisPlanField field;
  gsize            begin, end = place->end;

  if (!is_words (place) || !(reader->goal != NULL || is_in (reader, TRELLIS_PLAN_GOAL))
      || !trellis_plan_words_match_label (place->text, &field, &begin))
    return FALSE;

  if (reader->goal == NULL
      || (reader->goal->fields[field].there && reader->goal->form == TRELLIS_PLAN_FORM_LINES))
    {
      reader->goal = add_part (reader, TRELLIS_PLAN_GOAL, place);
      reader->goal->form = TRELLIS_PLAN_FORM_LINES;
      reader->goal->indent = place->line->indent;
    }
  if (reader->goal->fields[field].there)
    return FALSE;

  begin += place->content;
  /* “**Specific: …**” */
  if (g_str_has_prefix (place->text, "**") && end >= begin + 2
      && strncmp (reader->plan->text + end - 2, "**", 2) == 0
      && g_strstr_len (place->text + 2, (gssize) (end - place->content - 3), "**") == NULL)
    end -= 2;
  set_span (reader->goal, field, place, begin, end);
  reader->run = NULL;
  reader->open = &reader->goal->fields[field];
  extend (reader, place);
  return TRUE;
}

/* A goal as an item of a list, or as a line “Goal 1: …”. */
static gboolean
read_goal_item (Reader      *reader,
                const Place *place)
{
  gsize prefix = is_words (place) ? trellis_plan_words_match_goal (place->text) : 0;
  gsize begin = place->content + prefix;
  gsize end = place->end;

  if (!is_in (reader, TRELLIS_PLAN_GOAL) || !(prefix > 0 || is_item (place)))
    return FALSE;
  if (reader->goal != NULL && prefix == 0
      && (reader->goal->form != TRELLIS_PLAN_FORM_ITEM
          || place->line->indent > reader->goal->indent))
    return FALSE;

  reader->goal = add_part (reader, TRELLIS_PLAN_GOAL, place);
  reader->goal->indent = place->line->indent;
  strip_strong (reader->plan->text, &begin, &end);
  set_span (reader->goal, TRELLIS_PLAN_NAME, place, begin, end);
  reader->open = &reader->goal->fields[TRELLIS_PLAN_NAME];
  extend (reader, place);
  return TRUE;
}

/* “[ ] ” and “[x] ” of a list of tasks. */
static gsize
skip_box (const char *text)
{
  return text[0] == '[' && text[1] != '\0' && strchr (" xX", text[1]) != NULL && text[2] == ']'
                 && text[3] == ' '
             ? 4
             : 0;
}

/* “**2026-10-05** — first tests”, “first tests (by 2026-10-05)” */
static void
find_date (TrellisPlanPart *part,
           const char      *text,
           const Place     *place,
           gsize           *begin,
           gsize           *end)
{
  gsize            start = *begin;
  gsize            at = start;
  gsize            length;
  GDate            date;
  char            *bracket;
  gsize            from, to;
  g_autofree char *content = g_strndup (text + start, *end - start);

  at += strspn (text + at, "*_`");
  length = trellis_plan_date_match (text + at, &date);
  if (length > 0)
    {
      set_span (part, TRELLIS_PLAN_DATE, place, at, at + length);
      at += length;
      at += strspn (text + at, "*_`");
      at += strspn (text + at, " ");
      at += strspn (text + at, ":*_");
      if (g_str_has_prefix (text + at, "—") || g_str_has_prefix (text + at, "–"))
        at += strlen ("—");
      else if (text[at] == '-' && text[at + 1] == ' ')
        at++;
      at += strspn (text + at, " ");
      *begin = MIN (at, *end);
      return;
    }

  bracket = strrchr (content, '(');
  if (bracket != NULL && g_str_has_suffix (content, ")")
      && trellis_plan_date_find (bracket, &date, &from, &to))
    {
      gsize name_end = (gsize) (bracket - content);

      set_span (part, TRELLIS_PLAN_DATE, place, start + name_end + from, start + name_end + to);
      while (name_end > 0 && content[name_end - 1] == ' ')
        name_end--;
      *end = start + name_end;
    }
}

/* “[Testing guide](https://…)”, “Testing guide: https://…”, “<https://…>” */
static void
find_link (TrellisPlanPart *part,
           const char      *text,
           const Place     *place,
           gsize           *begin,
           gsize           *end)
{
  g_autofree char *content = g_strndup (text + *begin, *end - *begin);
  char            *middle = *content == '[' ? strstr (content, "](") : NULL;
  char            *close = middle != NULL ? strchr (middle, ')') : NULL;
  char            *address;
  gsize            name_end;

  if (close != NULL)
    {
      set_span (part, TRELLIS_PLAN_LINK, place, *begin + (gsize) (middle + 2 - content),
                *begin + (gsize) (close - content));
      *end = *begin + (gsize) (middle - content);
      *begin += 1;
      return;
    }

  address = strstr (content, "https://");
  if (address == NULL)
    address = strstr (content, "http://");
  if (address == NULL)
    return;

  set_span (part, TRELLIS_PLAN_LINK, place, *begin + (gsize) (address - content),
            *begin + (gsize) (address - content)
                + strcspn (address, address > content && address[-1] == '(' ? ")" : " >\t"));
  name_end = (gsize) (address - content);
  while (name_end > 0 && strchr (" <(:-", content[name_end - 1]) != NULL)
    name_end--;
  if (name_end >= strlen ("—")
      && (g_str_has_prefix (content + name_end - 3, "—")
          || g_str_has_prefix (content + name_end - 3, "–")))
    name_end -= strlen ("—");
  while (name_end > 0 && content[name_end - 1] == ' ')
    name_end--;
  *end = *begin + name_end;
}

static gboolean
read_list_item (Reader      *reader,
                const Place *place)
{
  gsize            begin = place->content;
  gsize            end = place->end;
  gsize            box = skip_box (place->text);
  TrellisPlanPart *item;

  if (!is_item (place) || !reader->in_section || reader->section < TRELLIS_PLAN_MILESTONE
      || reader->section > TRELLIS_PLAN_MEASURE)
    return FALSE;
  if (reader->item != NULL && place->line->indent > reader->item->indent + 1)
    return FALSE;

  item = reader->item = add_part (reader, reader->section, place);
  item->indent = place->line->indent;
  item->content = begin = begin + MIN (box, end - begin);
  if (item->kind == TRELLIS_PLAN_MILESTONE)
    find_date (item, reader->plan->text, place, &begin, &end);
  else if (item->kind == TRELLIS_PLAN_RESOURCE)
    find_link (item, reader->plan->text, place, &begin, &end);
  set_span (item, TRELLIS_PLAN_NAME, place, begin, end);
  /* A further line goes on with what ends its own line. */
  if (item->fields[TRELLIS_PLAN_NAME].end == place->end)
    reader->open = &item->fields[TRELLIS_PLAN_NAME];
  extend (reader, place);
  return TRUE;
}

/* A paragraph's next line. */
static gboolean
read_continuation (Reader      *reader,
                   const Place *place)
{
  if (reader->open == NULL || place->line->kind != TRELLIS_LINE_TEXT || *place->text == '\0')
    return FALSE;

  if (reader->open->begin == reader->open->end)
    reader->open->begin = place->content;
  reader->open->end = place->end;
  extend (reader, place);
  return TRUE;
}

/* A paragraph at the margin is below no item. */
static void
leave_item (Reader      *reader,
            const Place *place)
{
  if (place->line->indent > 0 || reader->open != NULL)
    return;

  reader->item = NULL;
  if (reader->goal != NULL && reader->goal->form == TRELLIS_PLAN_FORM_ITEM && !is_item (place))
    reader->goal = NULL;
}

static void
read_line (Reader      *reader,
           const Place *place)
{
  gboolean underline = reader->titled && place->line->kind == TRELLIS_LINE_RULE;

  reader->titled = place->line->kind == TRELLIS_LINE_HEADING;
  if (place->line->kind == TRELLIS_LINE_BLANK)
    reader->open = NULL;
  else if (underline)
    extend (reader, place);
  else if (place->line->kind == TRELLIS_LINE_HEADING)
    read_heading (reader, place);
  else if (!read_section_line (reader, place) && !read_label (reader, place)
           && !read_goal_item (reader, place) && !read_list_item (reader, place)
           && !read_continuation (reader, place))
    {
      leave_item (reader, place);
      read_text (reader, place);
    }
}

static gboolean
ends_with (const char *source,
           gsize       length,
           const char *text,
           gsize       wanted)
{
  return wanted > 0 && wanted <= length
         && strncmp (source + length - wanted, text, wanted) == 0;
}

static gsize
trim (const char *source,
      gsize       length,
      const char *marks)
{
  while (length > 0 && strchr (marks, source[length - 1]) != NULL)
    length--;
  return length;
}

/* Where the outline's line stands in the text. */
static void
find_place (const char        *text,
            const TrellisLine *line,
            gsize              begin,
            Place             *place)
{
  const char *source = text + begin;
  gsize       length = strcspn (source, "\r\n");
  gsize       wanted = strlen (line->text);
  gsize       trimmed = trim (source, length, " \t");

  /* “## Goals ##” */
  if (line->kind == TRELLIS_LINE_HEADING && !ends_with (source, trimmed, line->text, wanted))
    trimmed = trim (source, trim (source, trimmed, "#"), " \t");

  place->line = line;
  place->begin = begin;
  place->next = begin + length;
  if (text[place->next] == '\r')
    place->next++;
  if (text[place->next] == '\n')
    place->next++;
  place->text = ends_with (source, trimmed, line->text, wanted) ? line->text : "";
  place->end = begin + trimmed;
  place->content = place->end - strlen (place->text);
}

/* Finds the parts of the plan's text. */
void
trellis_plan_read (TrellisPlan *plan)
{
  g_autoptr (TrellisOutline) outline = trellis_outline_new (plan->text, NULL);
  Reader                     reader = { .plan = plan };
  gsize                      begin = 0;

  for (guint i = 0; i < outline->lines->len; i++)
    {
      Place place;

      find_place (plan->text, trellis_outline_get_line (outline, i), begin, &place);
      read_line (&reader, &place);
      begin = place.next;
    }

  g_free (reader.heading);
}
