/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-cli-title.h"

#include "trellis-outline.h"

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

/* “title: Quillbox” between two lines of three dashes at the very beginning. */
static char *
find_in_front_matter (const TrellisOutline *outline)
{
  guint            n = MIN (outline->lines->len, MAX_FRONT_MATTER);
  g_autofree char *title = NULL;

  if (n == 0 || !g_str_equal (trellis_outline_get_line (outline, 0)->source, "---"))
    return NULL;

  for (guint i = 1; i < n; i++)
    {
      const char *source = trellis_outline_get_line (outline, i)->source;

      if (g_str_equal (source, "---") || g_str_equal (source, "..."))
        return g_steal_pointer (&title);
      if (title == NULL && g_ascii_strncasecmp (source, "title:", 6) == 0)
        title = unquote (source + 6);
    }

  return NULL;
}

static char *
find_first_heading (const TrellisOutline *outline)
{
  for (guint i = 0; i < outline->lines->len; i++)
    {
      const TrellisLine *line = trellis_outline_get_line (outline, i);

      if (line->kind == TRELLIS_LINE_HEADING && line->level == 1)
        return trellis_line_strip_emphasis (line->text);
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
 * trellis_cli_title_choose:
 * @path: its first file
 *
 * Returns: (transfer full): the title that the first file's front matter gives, or the report has,
 *   or its first heading of level 1, or else the file's name without its ending
 */
char *
trellis_cli_title_choose (const TrellisCliInput *input,
                          const char            *path)
{
  const TrellisOutline *first = g_ptr_array_index (input->outlines, 0);
  g_autofree char      *front = first->file != NULL ? find_in_front_matter (first) : NULL;
  g_autofree char      *heading = NULL;

  if (is_title (front))
    return g_steal_pointer (&front);
  if (*input->report->title != '\0')
    return g_strdup (input->report->title);

  heading = first->file != NULL ? find_first_heading (first) : NULL;
  return is_title (heading) ? g_steal_pointer (&heading) : name_file (path);
}
