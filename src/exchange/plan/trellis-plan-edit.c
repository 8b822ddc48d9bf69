/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-plan-edit.h"

#include <string.h>

#include "trellis-plan-insert.h"

/* On one line, so that it opens nothing new. */
static char *
flatten (const char *value)
{
  return g_strstrip (g_strdelimit (g_strdup (value), "\t\r\n", ' '));
}

static char *
clean_address (const char *value)
{
  g_autofree char *flat = flatten (value);
  GString         *address = g_string_new (flat);

  g_string_replace (address, " ", "%20", 0);
  g_string_replace (address, "(", "%28", 0);
  g_string_replace (address, ")", "%29", 0);
  g_string_replace (address, "<", "%3C", 0);
  g_string_replace (address, ">", "%3E", 0);
  return g_string_free_and_steal (address);
}

/* Whole paragraphs: no blank lines around them, and no line end behind. */
static char *
clean_body (const char *value)
{
  const char *begin = value;
  char       *body;

  for (const char *at = value; *at != '\0' && strchr (" \t\r\n", *at) != NULL; at++)
    if (*at == '\n')
      begin = at + 1;
  body = g_strdup (begin);
  for (gsize length = strlen (body); length > 0 && strchr (" \t\r\n", body[length - 1]) != NULL;
       length--)
    body[length - 1] = '\0';
  return body;
}

static char *
clean (TrellisPlanField field,
       const char      *value)
{
  if (field == TRELLIS_PLAN_BODY)
    return clean_body (value);
  return field == TRELLIS_PLAN_LINK ? clean_address (value) : flatten (value);
}

/* What has to stand between a label or “Goal 1” and what is written behind it for the first time.
 */
static const char *
get_glue (const TrellisPlan     *self,
          const TrellisPlanPart *part,
          const TrellisPlanSpan *span)
{
  gsize            from = MAX (span->label, part->begin);
  g_autofree char *before = NULL;

  if (span->begin < span->end || span->begin == 0
      || strchr (" \t\n", self->text[span->begin - 1]) != NULL)
    return "";

  before = g_strndup (self->text + from, span->begin - from);
  return strpbrk (before, ":.)") != NULL || strstr (before, "—") != NULL
                 || strstr (before, "–") != NULL
             ? " "
             : ": ";
}

/* A paragraph right below a list item would go on with it. */
static gboolean
joins_line_above (const TrellisPlan     *self,
                  const TrellisPlanPart *part,
                  const char            *body)
{
  gsize begin = part->fields[TRELLIS_PLAN_BODY].begin;
  gsize line = begin;

  if (begin < 2 || strchr (" -*+|>#`", *body) != NULL || g_ascii_isdigit (*body))
    return FALSE;

  for (line -= 1; line > 0 && self->text[line - 1] != '\n'; line--)
    ;
  return self->text[line + strspn (self->text + line, " \t\r")] != '\n' && self->text[line] != '#';
}

static char *
remove_date (const TrellisPlan     *self,
             const TrellisPlanPart *part)
{
  const TrellisPlanSpan *date = &part->fields[TRELLIS_PLAN_DATE];
  const TrellisPlanSpan *name = &part->fields[TRELLIS_PLAN_NAME];

  if (date->begin < name->begin)
    return trellis_plan_replace (self->text, part->content, name->begin, "");
  return trellis_plan_replace (self->text, name->end,
                               date->end + strcspn (self->text + date->end, "\r\n"), "");
}

static char *
remove_link (const TrellisPlan     *self,
             const TrellisPlanPart *part)
{
  const TrellisPlanSpan *link = &part->fields[TRELLIS_PLAN_LINK];
  const TrellisPlanSpan *name = &part->fields[TRELLIS_PLAN_NAME];
  gsize                  end = link->end;
  g_autofree char       *kept = g_strndup (self->text + name->begin, name->end - name->begin);

  if (self->text[end] == '>' || self->text[end] == ')')
    end++;
  if (name->begin == part->content + 1 && self->text[part->content] == '[')
    return trellis_plan_replace (self->text, part->content, end, kept);
  return trellis_plan_replace (self->text, name->end, end, "");
}

/* “[name](address)”, or “name: address” for a name that has brackets itself. */
static char *
add_link (const TrellisPlan     *self,
          const TrellisPlanPart *part,
          const char            *address)
{
  const TrellisPlanSpan *name = &part->fields[TRELLIS_PLAN_NAME];
  g_autofree char       *kept = trellis_plan_get_field (self, part, TRELLIS_PLAN_NAME);
  g_autofree char       *written = strpbrk (kept, "[]") != NULL
                                       ? g_strdup_printf ("%s: %s", kept, address)
                                       : g_strdup_printf ("[%s](%s)", kept, address);

  return trellis_plan_replace (self->text, name->begin, name->end, written);
}

static char *
add_field (const TrellisPlan      *self,
           const TrellisPlanPart  *part,
           TrellisPlanField        field,
           const char             *value,
           const TrellisPlanStyle *style)
{
  g_autofree char *dated = NULL;

  if (*value == '\0')
    return g_strdup (self->text);

  switch (field)
    {
    case TRELLIS_PLAN_NAME:
      return trellis_plan_insert_title (self, part, value, style);
    case TRELLIS_PLAN_DATE:
      dated = g_strconcat (value, ": ", NULL);
      return trellis_plan_replace (self->text, part->content, part->content, dated);
    case TRELLIS_PLAN_LINK:
      return add_link (self, part, value);
    default:
      return trellis_plan_insert_label (self, part, field, value, style);
    }
}

/**
 * trellis_plan_set_field:
 * @value: a date as YYYY-MM-DD; else Markdown: of a body as it is, else all on one line
 *
 * Writes one field. What is emptied goes with its label; only a name cannot be emptied.
 *
 * Returns: (transfer full): the plan's text with it
 */
char *
trellis_plan_set_field (const TrellisPlan      *self,
                        const TrellisPlanPart  *part,
                        TrellisPlanField        field,
                        const char             *value,
                        const TrellisPlanStyle *style)
{
  const TrellisPlanSpan *span = &part->fields[field];
  g_autofree char       *old = trellis_plan_get_field (self, part, field);
  g_autofree char *new = clean (field, value);
  g_autofree char *glued = NULL;

  if (g_strcmp0 (old, value) == 0 || g_strcmp0 (old, new) == 0
      || (field == TRELLIS_PLAN_NAME && *new == '\0'))
    return g_strdup (self->text);
  if (!span->there)
    return add_field (self, part, field, new, style);
  if (*new == '\0')
    switch (field)
      {
      case TRELLIS_PLAN_DATE:
        return remove_date (self, part);
      case TRELLIS_PLAN_LINK:
        return remove_link (self, part);
      case TRELLIS_PLAN_BODY:
        return trellis_plan_remove (self, part);
      default:
        return trellis_plan_replace (self->text, span->line,
                                     trellis_plan_find_line_end (self->text, span->end), "");
      }

  if (field == TRELLIS_PLAN_BODY)
    glued = g_strconcat (joins_line_above (self, part, new) ? "\n" : "", new, NULL);
  else
    glued = g_strconcat (get_glue (self, part, span), new, NULL);
  return trellis_plan_replace (self->text, span->begin, span->end, glued);
}

static gboolean
is_after_blank (const char *text,
                gsize       at)
{
  return at == 0
         || (at >= 2 && text[at - 1] == '\n' && (text[at - 2] == '\n' || text[at - 2] == '\r'));
}

/* Takes out a part with all that is written below it. Returns: (transfer full) */
char *
trellis_plan_remove (const TrellisPlan     *self,
                     const TrellisPlanPart *part)
{
  gsize end = part->end;

  /* Of the blank lines before and behind it, those before stay. */
  while (is_after_blank (self->text, part->begin) && self->text[end] != '\0'
         && strchr ("\r\n", self->text[end]) != NULL)
    end++;
  return trellis_plan_replace (self->text, part->begin, end, "");
}

/* The number that it is counted by: of “2. …” or “Goal 2: …”. */
static gboolean
find_number (const TrellisPlan     *self,
             const TrellisPlanPart *part,
             gsize                 *begin,
             gsize                 *end)
{
  gsize limit = part->kind == TRELLIS_PLAN_GOAL && part->fields[TRELLIS_PLAN_NAME].there
                    ? part->fields[TRELLIS_PLAN_NAME].begin
                    : part->content;

  for (*begin = part->begin; *begin < limit; (*begin)++)
    if (g_ascii_isdigit (self->text[*begin]))
      {
        *end = *begin + strspn (self->text + *begin, "0123456789");
        return TRUE;
      }

  return FALSE;
}

/* The part's lines, with the other's number if both have one, and a line end. */
static char *
write_as (const TrellisPlan     *self,
          const TrellisPlanPart *part,
          const TrellisPlanPart *other)
{
  gsize            begin, end, from, to;
  g_autofree char *lines = NULL;

  if (find_number (self, part, &begin, &end) && find_number (self, other, &from, &to))
    lines = g_strdup_printf ("%.*s%.*s%.*s", (int) (begin - part->begin), self->text + part->begin,
                             (int) (to - from), self->text + from, (int) (part->end - end),
                             self->text + end);
  else
    lines = g_strndup (self->text + part->begin, part->end - part->begin);
  return g_str_has_suffix (lines, "\n") ? g_steal_pointer (&lines)
                                        : g_strconcat (lines, "\n", NULL);
}

static guint
find_index (const TrellisPlan     *self,
            const TrellisPlanPart *part)
{
  guint index = 0;

  while (trellis_plan_get (self, part->kind, index) != part)
    index++;
  return index;
}

/* Changes places with the next part of its kind (@by 1) or the one before (-1).
 * Returns: (transfer full) (nullable): NULL: there is none */
char *
trellis_plan_move (const TrellisPlan     *self,
                   const TrellisPlanPart *part,
                   int                    by)
{
  guint                  index = find_index (self, part);
  const TrellisPlanPart *other = (by < 0 && index == 0)
                                     ? NULL
                                     : trellis_plan_get (self, part->kind,
                                                         by < 0 ? index - 1 : index + 1);
  const TrellisPlanPart *first = by < 0 ? other : part;
  const TrellisPlanPart *second = by < 0 ? part : other;
  g_autofree char       *lines = NULL;
  g_autofree char       *others = NULL;

  if (other == NULL || first->end > second->begin)
    return NULL;

  lines = write_as (self, first, second);
  others = write_as (self, second, first);
  return g_strdup_printf ("%.*s%s%.*s%s%s", (int) first->begin, self->text, others,
                          (int) (second->begin - first->end), self->text + first->end, lines,
                          self->text + second->end);
}
