/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-front.h"

#include <string.h>

#define MAX_FRONT_MATTER 100 /* lines */
#define MAX_TITLE 200        /* bytes */

static char *
unquote (const char *text)
{
  char *value = g_strstrip (g_strdup (text));
  gsize n = strlen (value);

  if (n >= 2 && (*value == '"' || *value == '\'') && value[n - 1] == *value)
    {
      value[n - 1] = '\0';
      memmove (value, value + 1, n - 1);
    }

  return value;
}

/* “title: Quillbox” between two lines of three dashes at the very beginning. Returns: (nullable):
 * the value of the key */
static char *
find_in_front_matter (const TrellisOutline *outline,
                      const char           *key)
{
  guint            n = MIN (outline->lines->len, MAX_FRONT_MATTER);
  gsize            length = strlen (key);
  g_autofree char *value = NULL;

  if (n == 0 || !g_str_equal (trellis_outline_get_line (outline, 0)->source, "---"))
    return NULL;

  for (guint i = 1; i < n; i++)
    {
      const char *source = trellis_outline_get_line (outline, i)->source;

      if (g_str_equal (source, "---") || g_str_equal (source, "..."))
        return g_steal_pointer (&value);
      if (value == NULL && g_ascii_strncasecmp (source, key, length) == 0 && source[length] == ':')
        value = unquote (source + length + 1);
    }

  return NULL;
}

/* The first heading of all, if it is of level 1: another one is no title. */
static char *
find_first_heading (const TrellisOutline *outline)
{
  for (guint i = 0; i < outline->lines->len; i++)
    {
      const TrellisLine *line = trellis_outline_get_line (outline, i);

      if (line->kind == TRELLIS_LINE_HEADING)
        return line->level == 1 ? trellis_line_strip_emphasis (line->text) : NULL;
    }

  return NULL;
}

static gboolean
is_title (const char *text)
{
  return text != NULL && *text != '\0' && strlen (text) <= MAX_TITLE;
}

static char *
name_file (const char *path)
{
  char *name = g_path_get_basename (path);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return name;
}

/**
 * trellis_report_choose_title:
 * @outlines: (element-type TrellisOutline): the files of the report
 * @path: its first file
 *
 * Returns: (transfer full): the title that the first file's front matter gives, or the report has,
 *   or its first heading if that is of level 1, or else the file's name without its ending
 */
char *
trellis_report_choose_title (const TrellisReport *report,
                             GPtrArray           *outlines,
                             const char          *path)
{
  const TrellisOutline *first = outlines->len > 0 ? g_ptr_array_index (outlines, 0) : NULL;
  gboolean              is_file = first != NULL && first->file != NULL;
  g_autofree char      *front = is_file ? find_in_front_matter (first, "title") : NULL;
  g_autofree char      *heading = NULL;

  if (is_title (front))
    return g_steal_pointer (&front);
  if (*report->title != '\0')
    return g_strdup (report->title);

  heading = is_file ? find_first_heading (first) : NULL;
  return is_title (heading) ? g_steal_pointer (&heading) : name_file (path);
}

/**
 * trellis_report_take_front_matter:
 *
 * Fills in author, course and advisor, where the report has none, from the first file's front
 * matter. The words stay in the text too.
 */
void
trellis_report_take_front_matter (TrellisReport *report,
                                  GPtrArray     *outlines)
{
  const struct
  {
    const char *key;
    char      **field;
  } keys[] = {
    { "author", &report->author },
    { "автор", &report->author },
    { "course", &report->course },
    { "курс", &report->course },
    { "advisor", &report->advisor },
    { "supervisor", &report->advisor },
    { "руководитель", &report->advisor },
  };

  for (guint i = 0; outlines->len > 0 && i < G_N_ELEMENTS (keys); i++)
    if (**keys[i].field == '\0')
      {
        g_autofree char *value
            = find_in_front_matter (g_ptr_array_index (outlines, 0), keys[i].key);

        if (is_title (value))
          g_set_str (keys[i].field, value);
      }
}
