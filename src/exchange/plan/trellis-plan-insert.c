/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-plan-insert.h"

#include <string.h>

#include "trellis-plan-words.h"

#define MAX_LEVEL 6

/* The text with other bytes in the place of [begin, end). */
char *
trellis_plan_replace (const char *text,
                      gsize       begin,
                      gsize       end,
                      const char *with)
{
  GString *new = g_string_new_len (text, (gssize) begin);

  g_string_append (new, with);
  g_string_append (new, text + end);
  return g_string_free_and_steal (new);
}

/* Lines at the beginning of a line. `apart`: with a blank line before and behind them. */
static char *
insert_lines (const char *text,
              gsize       at,
              const char *lines,
              gboolean    apart)
{
  GString *new = g_string_new_len (text, (gssize) at);
  const char *rest = text + at;

  if (new->len > 0 && new->str[new->len - 1] != '\n')
    g_string_append_c (new, '\n');
  if (apart && new->len > 0 && !g_str_has_suffix (new->str, "\n\n")
      && !g_str_has_suffix (new->str, "\n\r\n"))
    g_string_append_c (new, '\n');
  g_string_append (new, lines);
  g_string_append_c (new, '\n');
  if (apart && *rest != '\0' && strchr ("\r\n", *rest) == NULL)
    g_string_append_c (new, '\n');
  g_string_append (new, rest);
  return g_string_free_and_steal (new);
}

static const TrellisPlanPart *
get_last (const TrellisPlan *self,
          TrellisPlanKind    kind)
{
  guint n = trellis_plan_count (self, kind);

  return n > 0 ? trellis_plan_get (self, kind, n - 1) : NULL;
}

/* Of the headings of sections; those that are plain lines tell nothing. */
static int
get_section_level (const TrellisPlan      *self,
                   const TrellisPlanStyle *style)
{
  for (guint i = 0; i < TRELLIS_PLAN_N_KINDS; i++)
    if (self->sections[i].there && self->sections[i].level > 0)
      return self->sections[i].level;

  return CLAMP (style->level, 1, MAX_LEVEL);
}

static char *
write_heading (int         level,
               const char *words)
{
  g_autofree char *marks = g_strnfill ((gsize) CLAMP (level, 1, MAX_LEVEL), '#');

  return g_strdup_printf ("%s %s", marks, words);
}

static char *
write_goal_heading (const TrellisPlan      *self,
                    guint                   number,
                    const char             *title,
                    const TrellisPlanStyle *style)
{
  int              level = get_section_level (self, style) + 1;
  g_autofree char *words = g_strdup_printf (
      "%s %u: %s", trellis_plan_words_name_goal (style->russian), number, title);

  for (guint i = trellis_plan_count (self, TRELLIS_PLAN_GOAL); i > 0; i--)
    {
      const TrellisPlanPart *goal = trellis_plan_get (self, TRELLIS_PLAN_GOAL, i - 1);

      if (goal->form == TRELLIS_PLAN_FORM_HEADING)
        return write_heading (goal->level, words);
    }

  if (self->sections[TRELLIS_PLAN_GOAL].there && self->sections[TRELLIS_PLAN_GOAL].level > 0)
    level = self->sections[TRELLIS_PLAN_GOAL].level + 1;
  return write_heading (level, words);
}

/* A heading above a goal that has only its labels. */
char *
trellis_plan_insert_title (const TrellisPlan      *self,
                           const TrellisPlanPart  *goal,
                           const char             *title,
                           const TrellisPlanStyle *style)
{
  guint            number = 1;
  g_autofree char *heading = NULL;

  while (trellis_plan_get (self, TRELLIS_PLAN_GOAL, number - 1) != goal)
    number++;
  heading = write_goal_heading (self, number, title, style);
  return insert_lines (self->text, goal->begin, heading, TRUE);
}

/* Behind the line end, if there is one. */
gsize
trellis_plan_find_line_end (const char *text,
                            gsize       at)
{
  at += strcspn (text + at, "\r\n");
  if (text[at] == '\r')
    at++;
  return text[at] == '\n' ? at + 1 : at;
}

/* The SMART part before this one, else the one behind. Returns: (nullable) */
static const TrellisPlanSpan *
find_neighbour (const TrellisPlanPart *goal,
                TrellisPlanField       field)
{
  for (int i = (int) field - 1; i >= TRELLIS_PLAN_SPECIFIC; i--)
    if (goal->fields[i].there)
      return &goal->fields[i];
  for (int i = (int) field + 1; i <= TRELLIS_PLAN_TIME_BOUND; i++)
    if (goal->fields[i].there)
      return &goal->fields[i];

  return NULL;
}

/* As the neighbour's line begins: “- **”, “1. ” or nothing. */
static char *
copy_marker (const TrellisPlan     *self,
             const TrellisPlanSpan *neighbour)
{
  return g_strndup (self->text + neighbour->line, neighbour->label - neighbour->line);
}

static char *
write_label (const TrellisPlan      *self,
             const TrellisPlanPart  *goal,
             const TrellisPlanSpan  *neighbour,
             TrellisPlanField        field,
             const char             *value,
             const TrellisPlanStyle *style)
{
  const char      *label = trellis_plan_words_name_label (field, style->russian);
  g_autofree char *marker = NULL;
  gboolean         plain = FALSE;

  if (neighbour != NULL)
    {
      marker = copy_marker (self, neighbour);
      plain = self->text[neighbour->label] != '*';
    }
  else if (goal->form == TRELLIS_PLAN_FORM_ITEM)
    {
      int indent = (int) (goal->content - goal->begin);

      marker = g_strdup_printf ("%*s- ", CLAMP (indent, 2, 8), "");
    }
  else
    marker = g_strdup ("- ");

  return plain ? g_strdup_printf ("%s%s: %s", marker, label, value)
               : g_strdup_printf ("%s**%s:** %s", marker, label, value);
}

/* Writes a SMART part in the order of the word, as the goal's others are written. */
char *
trellis_plan_insert_label (const TrellisPlan      *self,
                           const TrellisPlanPart  *goal,
                           TrellisPlanField        field,
                           const char             *value,
                           const TrellisPlanStyle *style)
{
  const TrellisPlanSpan *neighbour = find_neighbour (goal, field);
  const TrellisPlanSpan *name = &goal->fields[TRELLIS_PLAN_NAME];
  g_autofree char       *line = write_label (self, goal, neighbour, field, value, style);
  gboolean               listed = neighbour == NULL || neighbour->label > neighbour->line;
  gboolean               before = neighbour != NULL
                    && neighbour > &goal->fields[field];
  gsize at;

  if (neighbour != NULL)
    at = before ? neighbour->line : trellis_plan_find_line_end (self->text, neighbour->end);
  else
    at = trellis_plan_find_line_end (self->text, name->end);
  return insert_lines (self->text, at, line,
                       !listed
                           || (neighbour == NULL && goal->form == TRELLIS_PLAN_FORM_HEADING));
}

/* The last item's line start with the next number: “- ”, “3. ”. */
static char *
write_marker (const TrellisPlan     *self,
              const TrellisPlanPart *last)
{
  g_autofree char *marker = NULL;
  char            *digits;
  char            *behind;
  guint64          number;

  if (last == NULL)
    return g_strdup ("- ");

  marker = g_strndup (self->text + last->begin, last->content - last->begin);
  digits = marker + strcspn (marker, "0123456789");
  if (*digits == '\0')
    return g_steal_pointer (&marker);

  number = g_ascii_strtoull (digits, &behind, 10);
  *digits = '\0';
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT "%s",
                          marker, number < G_MAXUINT ? number + 1 : 1, behind);
}

/* The new lines themselves; as the last of its kind, or as the first. */
static char *
write_part (const TrellisPlan      *self,
            TrellisPlanKind         kind,
            const TrellisPlanPart  *last,
            const char             *name,
            const TrellisPlanStyle *style)
{
  g_autofree char *marker = NULL;

  if (kind == TRELLIS_PLAN_ABOUT)
    return g_strdup (name);
  if (kind == TRELLIS_PLAN_GOAL && (last == NULL || last->form != TRELLIS_PLAN_FORM_ITEM))
    return write_goal_heading (self, trellis_plan_count (self, kind) + 1, name, style);

  marker = write_marker (self, last);
  return g_strconcat (marker, name, NULL);
}

/* Where a section that is not there yet belongs: before the first of those behind it. */
static gsize
find_section_place (const TrellisPlan *self,
                    TrellisPlanKind    kind)
{
  gsize place = strlen (self->text);

  for (guint i = kind + 1; i < TRELLIS_PLAN_TEXT; i++)
    if (self->sections[i].there)
      place = MIN (place, self->sections[i].begin);
  for (guint i = 0; kind == TRELLIS_PLAN_ABOUT && i < self->parts->len; i++)
    {
      const TrellisPlanPart *part = self->parts->pdata[i];

      if (part->kind == TRELLIS_PLAN_GOAL)
        place = MIN (place, part->begin);
    }
  return place;
}

/**
 * trellis_plan_add:
 * @kind: not TRELLIS_PLAN_TEXT; about the skill there is only one text
 * @name: Markdown of one line; of the text about the skill: of several
 *
 * Adds a part behind the others of its kind, and its section where there is none.
 *
 * Returns: (transfer full): the plan's text with it
 */
char *
trellis_plan_add (const TrellisPlan      *self,
                  TrellisPlanKind         kind,
                  const char             *name,
                  const TrellisPlanStyle *style)
{
  const TrellisPlanSection *section = &self->sections[kind];
  const TrellisPlanPart    *last = get_last (self, kind);
  g_autofree char          *lines = NULL;
  g_autofree char          *heading = NULL;
  g_autofree char          *all = NULL;

  g_return_val_if_fail (kind < TRELLIS_PLAN_TEXT, NULL);

  lines = write_part (self, kind, last, name, style);
  if (last != NULL)
    return insert_lines (self->text, last->end, lines, last->form != TRELLIS_PLAN_FORM_ITEM);
  if (section->there)
    return insert_lines (self->text, section->end, lines, TRUE);

  heading = write_heading (get_section_level (self, style),
                           trellis_plan_words_name_section (kind, style->russian));
  all = g_strconcat (heading, "\n\n", lines, NULL);
  return insert_lines (self->text, find_section_place (self, kind), all, TRUE);
}
