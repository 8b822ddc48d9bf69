/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-html.h"

#include "trellis-posting-text.h"

#include <string.h>

/* HTML, escaped twice, in a tag that is not: no site was seen to do more. */
#define MAX_PASSES 4
#define MAX_TAG 16

/* The tags that descriptions hold. Texts hold others that are none: "vector<Rope>". */
static const char *const tags[] = {
  "a", "abbr", "address", "article", "aside", "b", "big", "blockquote", "body", "br", "button",
  "caption", "center", "code", "col", "dd", "del", "details", "div", "dl", "dt", "em", "embed",
  "figcaption", "figure", "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head",
  "header", "highlighttext", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd", "label",
  "li", "link", "main", "mark", "meta", "nav", "nobr", "noindex", "noscript", "object", "ol",
  "option", "p", "picture", "pre", "q", "s", "samp", "script", "section", "select", "small",
  "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody",
  "td", "template", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "tt", "u", "ul",
  "var", "video", "wbr",
};

static int
compare (const void *name,
         const void *tag)
{
  return strcmp (name, *(const char *const *) tag);
}

/* Whether a tag, its end, or a comment begins at the "<" of @p. */
static gboolean
is_tag (const char *p)
{
  const char *name = p[1] == '/' ? p + 2 : p + 1;
  gsize       length = strspn (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS);
  char        tag[MAX_TAG];

  if (p[1] == '!')
    return strncmp (p, "<!--", 4) == 0 || g_ascii_isalpha (p[2]);
  /* Of word processors and of programs: <o:p>, <my-list>. */
  if (length > 0 && (name[length] == ':' || name[length] == '-')
      && g_ascii_isalpha (name[length + 1]))
    return strchr (name, '>') != NULL;
  if (length == 0 || length >= sizeof tag || name[length] == '\0'
      || strchr ("> /\t\r\n", name[length]) == NULL)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    tag[i] = g_ascii_tolower (name[i]);
  tag[length] = '\0';
  return bsearch (tag, tags, G_N_ELEMENTS (tags), sizeof *tags, compare) != NULL;
}

static gboolean
holds_tag (const char *text)
{
  for (const char *p = strchr (text, '<'); p != NULL; p = strchr (p + 1, '<'))
    if (is_tag (p))
      return TRUE;
  return FALSE;
}

/* Whether what a reader would see is HTML itself: it ends a block, or breaks a line. A text that
 * only names a tag does neither. */
static gboolean
holds_markup (const char *text)
{
  static const char *const signs[]
      = { "</p>", "</li>", "</ul>", "</ol>", "</div>", "<br>", "<br/>", "<br />" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (text, signs[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
holds_escaped_tag (const char *text)
{
  return strstr (text, "&lt;") != NULL || strstr (text, "&amp;lt;") != NULL
         || strstr (text, "&#60;") != NULL || strstr (text, "&amp;#60;") != NULL;
}

/* The parser would take what stands in angle brackets for a tag, and nobody would see it. */
static char *
escape_others (const char *html)
{
  GString *out = g_string_sized_new (strlen (html));

  for (const char *p = html; *p != '\0'; p++)
    if (*p == '<' && !is_tag (p))
      g_string_append (out, "&lt;");
    else
      g_string_append_c (out, *p);
  return g_string_free_and_steal (out);
}

static char *
read_html (const char *html)
{
  g_autofree char   *escaped = escape_others (html);
  g_autoptr (xmlDoc) page = trellis_posting_html_parse (escaped);
  xmlNode           *root = page != NULL ? xmlDocGetRootElement (page) : NULL;

  return root != NULL ? trellis_posting_html_text (root, TRELLIS_POSTING_HTML_TEXT)
                      : g_strdup ("");
}

/**
 * trellis_posting_html_to_text:
 * @html: (nullable): a description: HTML, HTML escaped once or twice, also inside HTML, or plain
 *   text with entities
 *
 * Returns: (transfer full): it as plain text, not cleaned yet
 */
char *
trellis_posting_html_to_text (const char *html)
{
  g_autofree char *text = g_strdup (html != NULL ? html : "");
  gboolean         was_html = FALSE;

  for (int i = 0; i < MAX_PASSES; i++)
    {
      char *next;

      if (was_html ? holds_markup (text) : holds_tag (text))
        {
          next = read_html (text);
          was_html = TRUE;
        }
      else if (!was_html && holds_escaped_tag (text))
        next = trellis_posting_text_decode_entities (text);
      else
        break;
      g_free (text);
      text = next;
    }

  /* "R&amp;amp;D": entities of entities, which no reader is meant to see. */
  for (int i = 0; i < 2 && strchr (text, '&') != NULL; i++)
    {
      char *decoded = trellis_posting_text_decode_entities (text);

      g_free (text);
      text = decoded;
    }
  return g_steal_pointer (&text);
}
