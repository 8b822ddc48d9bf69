/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-html.h"

#include <string.h>

/* No page was seen to nest a hundred deep. The parser looks through all that is open at each tag,
 * so that more would take the square of its time. */
#define MAX_DEPTH 500

/* Tags that end by themselves, and those that have no end. */
static const char *const shallow[] = {
  "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta",
  "option", "p", "param", "path", "source", "tbody", "td", "th", "thead", "tr", "track", "wbr",
};

/* Tags that break no line. */
static const char *const inlines[] = {
  "a", "abbr", "b", "big", "code", "em", "font", "i", "label", "small", "span", "strong", "sub",
  "sup", "tt", "u",
};

/* What is inside these is no HTML. */
static const char *const raw[] = { "script", "style", "textarea", "title" };

typedef enum
{
  TAG_NONE, /* text */
  TAG_OPEN,
  TAG_CLOSE,
  TAG_OTHER, /* one that does not nest, a comment, a script with all that is in it */
} Tag;

static gboolean
is_name (const char        *name,
         gsize              length,
         const char *const *names,
         guint              n_names)
{
  char first = g_ascii_tolower (*name);

  for (guint i = 0; i < n_names; i++)
    if (first == *names[i] && strlen (names[i]) == length
        && g_ascii_strncasecmp (name, names[i], length) == 0)
      return TRUE;
  return FALSE;
}

static gsize
get_name_length (const char *name)
{
  const char *end = name;

  while (g_ascii_isalnum (*end))
    end++;
  return (gsize) (end - name);
}

/* Returns: where "</name" stands in @p, or the end of all */
static const char *
skip_raw (const char *p,
          const char *name,
          gsize       length)
{
  const char *end = strstr (p, "</");

  while (end != NULL && g_ascii_strncasecmp (end + 2, name, length) != 0)
    end = strstr (end + 2, "</");
  return end != NULL ? end : p + strlen (p);
}

/* Returns: where the tag at @p ends: behind its ">", which may also stand in its attributes */
static const char *
skip_tag (const char *p)
{
  char quote = '\0';

  for (; *p != '\0'; p++)
    if (quote != '\0')
      quote = *p == quote ? '\0' : quote;
    else if (*p == '>')
      return p + 1;
    else if ((*p == '"' || *p == '\'') && p[-1] == '=')
      quote = *p;
  return p;
}

/* Reads what begins with the "<" at @p; @end: (out): behind it */
static Tag
read_tag (const char  *p,
          const char **end)
{
  gboolean    is_end = p[1] == '/';
  const char *name = p + 1 + is_end;
  gsize       length = get_name_length (name);
  const char *after;

  if (strncmp (p, "<!--", 4) == 0)
    {
      after = strstr (p + 4, "-->");
      *end = after != NULL ? after + 3 : p + strlen (p);
      return TAG_OTHER;
    }
  if (!g_ascii_isalpha (*name))
    {
      *end = p + 1;
      return TAG_NONE;
    }

  *end = skip_tag (name);
  if (!is_end && is_name (name, length, raw, G_N_ELEMENTS (raw)))
    {
      *end = skip_raw (*end, name, length);
      return TAG_OTHER;
    }
  if (is_name (name, length, shallow, G_N_ELEMENTS (shallow))
      || is_name (name, length, raw, G_N_ELEMENTS (raw)) || (*end)[-2] == '/')
    return TAG_OTHER;
  return is_end ? TAG_CLOSE : TAG_OPEN;
}

/* Puts what is left of a tag that nests too deep: the line that it breaks. */
static void
put_break (GString    *out,
           const char *tag)
{
  const char *name = tag + 1 + (tag[1] == '/');
  gsize       length = get_name_length (name);

  if (!is_name (name, length, inlines, G_N_ELEMENTS (inlines)))
    g_string_append (out, "<br>");
}

/* Drops the tags that nest too deep; @out: (nullable): where the rest goes.
 * Returns: how deep it nests */
static guint
scan (const char *html,
      GString    *out)
{
  guint depth = 0, deepest = 0;

  for (const char *p = html; *p != '\0';)
    {
      gsize       text = strcspn (p, "<");
      const char *end = p + text;
      Tag         tag = p[text] == '<' ? read_tag (p + text, &end) : TAG_NONE;
      gboolean    is_kept = tag != TAG_CLOSE || depth <= MAX_DEPTH;

      depth += tag == TAG_OPEN;
      depth -= tag == TAG_CLOSE && depth > 0;
      deepest = MAX (deepest, depth);
      if (tag == TAG_OPEN)
        is_kept = depth <= MAX_DEPTH;
      if (out != NULL)
        {
          g_string_append_len (out, p, is_kept ? end - p : (gssize) text);
          if (!is_kept)
            put_break (out, p + text);
        }
      p = end;
    }
  return deepest;
}

/**
 * trellis_posting_html_flatten:
 *
 * Returns: (transfer full) (nullable): @html without the tags that nest deeper than 500, but with
 *   all that is in them, and the lines that they break; %NULL when there are none
 */
char *
trellis_posting_html_flatten (const char *html)
{
  GString *out;

  if (scan (html, NULL) <= MAX_DEPTH)
    return NULL;
  out = g_string_sized_new (strlen (html));
  scan (html, out);
  return g_string_free_and_steal (out);
}
