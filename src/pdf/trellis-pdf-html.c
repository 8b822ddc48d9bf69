/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-inlines.h"

#include <string.h>

static const char *const tags[] = {
  "a", "abbr", "b", "big", "blockquote", "body", "br", "center", "code", "dd", "del", "details",
  "div", "dl", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "html", "i",
  "img", "ins", "kbd", "li", "link", "mark", "meta", "ol", "p", "pre", "q", "s", "samp", "script",
  "section", "small", "span", "strike", "strong", "style", "sub", "summary", "sup", "table",
  "tbody", "td", "tfoot", "th", "thead", "title", "tr", "tt", "u", "ul", "video", NULL,
};

/* What is in angle brackets but no tag of HTML is what the author wrote: "<Backend>". */
static gboolean
is_tag (const char *start,
        const char *end)
{
  g_autofree char *name = NULL;
  gsize            length = 0;

  if (*start == '/')
    start++;
  while (start + length < end && g_ascii_isalnum (start[length]))
    length++;
  name = g_ascii_strdown (start, (gssize) length);
  return *start == '!' || *start == '?' || g_strv_contains (tags, name);
}

static const char *
skip_markup (const char *p)
{
  const char *end;

  if (g_str_has_prefix (p, "<!--"))
    {
      end = strstr (p, "-->");
      return end != NULL ? end + 3 : p + strlen (p);
    }
  end = strchr (p, '>');
  return end != NULL && is_tag (p + 1, end) ? end + 1 : NULL;
}

static const char *
append_entity (GString    *text,
               const char *p)
{
  static const struct
  {
    const char *name;
    const char *value;
  } entities[] = {
    { "&amp;", "&" },
    { "&lt;", "<" },
    { "&gt;", ">" },
    { "&quot;", "\"" },
    { "&apos;", "'" },
    { "&nbsp;", " " },
    { "&mdash;", "\u2014" },
    { "&ndash;", "\u2013" },
    { "&laquo;", "«" },
    { "&raquo;", "»" },
    { "&hellip;", "…" },
    { "&copy;", "©" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_has_prefix (p, entities[i].name))
      {
        g_string_append (text, entities[i].value);
        return p + strlen (entities[i].name);
      }
  if (p[1] == '#')
    {
      gboolean hex = p[2] == 'x' || p[2] == 'X';
      char    *end;
      guint64  c = g_ascii_strtoull (p + (hex ? 3 : 2), &end, hex ? 16 : 10);

      if (*end == ';' && c > 0 && c <= 0x10ffff && g_unichar_validate ((gunichar) c))
        {
          g_string_append_unichar (text, (gunichar) c);
          return end + 1;
        }
    }
  g_string_append_c (text, '&');
  return p + 1;
}

/**
 * trellis_pdf_html_to_text:
 * @html: raw HTML as it stood in the Markdown
 *
 * Returns: (transfer full): its words, without comments and tags, entities resolved
 */
char *
trellis_pdf_html_to_text (const char *html)
{
  GString    *text = g_string_new (NULL);
  const char *p = html;

  while (*p != '\0')
    {
      const char *after = *p == '<' ? skip_markup (p) : NULL;

      if (after != NULL)
        p = after;
      else if (*p == '&')
        p = append_entity (text, p);
      else
        g_string_append_c (text, *p++);
    }
  return g_string_free_and_steal (text);
}
