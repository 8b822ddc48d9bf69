/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-html.h"

#include "trellis-posting-text.h"

#include <string.h>

#define OPTIONS (HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET)

/* A description that was escaped twice is decoded twice, no more. */
#define MAX_DECODINGS 2

/**
 * trellis_posting_html_parse:
 * @html: UTF-8, however broken
 *
 * Returns: (transfer full) (nullable): the page; %NULL when there is nothing in it
 */
xmlDoc *
trellis_posting_html_parse (const char *html)
{
  gsize length = strlen (html);

  if (length == 0 || length > G_MAXINT)
    return NULL;
  return htmlReadMemory (html, (int) length, NULL, "UTF-8", OPTIONS);
}

/* Returns: (nullable): what follows @node inside @root, in the order of the page */
xmlNode *
trellis_posting_html_next (xmlNode *node,
                           xmlNode *root)
{
  if (node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;

  while (node != root && node->next == NULL)
    {
      node = node->parent;
      if (node == NULL)
        return NULL;
    }
  return node != root ? node->next : NULL;
}

/* Returns: (nullable): the attribute's value; names are compared in any case */
const char *
trellis_posting_html_attribute (xmlNode    *node,
                                const char *name)
{
  if (node->type != XML_ELEMENT_NODE)
    return NULL;

  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (g_ascii_strcasecmp ((const char *) attribute->name, name) == 0)
      return attribute->children != NULL && attribute->children->content != NULL
                 ? (const char *) attribute->children->content
                 : "";
  return NULL;
}

static gboolean
has_class (const char *classes,
           const char *name)
{
  gsize length = strlen (name);

  for (const char *p = classes; *p != '\0';)
    {
      gsize token = strcspn (p, " \t\r\n");

      if (token == length && strncmp (p, name, length) == 0)
        return TRUE;
      p += token;
      p += strspn (p, " \t\r\n");
    }
  return FALSE;
}

/* Whether @value is the attribute's that "name=value]" asks for. */
static gboolean
has_attribute (xmlNode    *node,
               const char *condition)
{
  gsize            length = strcspn (condition, "=]");
  g_autofree char *name = g_strndup (condition, length);
  const char      *value = trellis_posting_html_attribute (node, name);
  const char      *wanted = condition + length + 1;

  if (value == NULL || condition[length] != '=')
    return value != NULL;
  return strlen (value) == strcspn (wanted, "]")
         && strncmp (value, wanted, strlen (value)) == 0;
}

/**
 * trellis_posting_html_matches:
 * @selector: one of "tag", ".class", "#id", "[name]", "[name=value]", or a tag before one of these
 */
gboolean
trellis_posting_html_matches (xmlNode    *node,
                              const char *selector)
{
  gsize       tag = strcspn (selector, ".#[");
  const char *value;

  if (node->type != XML_ELEMENT_NODE)
    return FALSE;
  if (tag > 0
      && (strlen ((const char *) node->name) != tag
          || g_ascii_strncasecmp ((const char *) node->name, selector, tag) != 0))
    return FALSE;

  switch (selector[tag])
    {
    case '.':
      value = trellis_posting_html_attribute (node, "class");
      return value != NULL && has_class (value, selector + tag + 1);
    case '#':
      value = trellis_posting_html_attribute (node, "id");
      return value != NULL && g_str_equal (value, selector + tag + 1);
    case '[':
      return has_attribute (node, selector + tag + 1);
    default:
      return TRUE;
    }
}

/* Returns: (nullable): the first element inside @root that @selector fits */
xmlNode *
trellis_posting_html_find (xmlNode    *root,
                           const char *selector)
{
  for (xmlNode *node = root; node != NULL; node = trellis_posting_html_next (node, root))
    if (trellis_posting_html_matches (node, selector))
      return node;
  return NULL;
}

/* Returns: (transfer full): all text inside @node as it stands, scripts' and templates' too */
char *
trellis_posting_html_raw (xmlNode *root)
{
  GString *out = g_string_new (NULL);

  for (xmlNode *node = root; node != NULL; node = trellis_posting_html_next (node, root))
    if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        && node->content != NULL)
      g_string_append (out, (const char *) node->content);
  return g_string_free_and_steal (out);
}

static gboolean
holds_tag (const char *text)
{
  for (const char *p = strchr (text, '<'); p != NULL; p = strchr (p + 1, '<'))
    if (g_ascii_isalpha (p[1]) || p[1] == '/' || p[1] == '!')
      return TRUE;
  return FALSE;
}

static gboolean
holds_escaped_tag (const char *text)
{
  return strstr (text, "&lt;") != NULL || strstr (text, "&amp;lt;") != NULL
         || strstr (text, "&#60;") != NULL || strstr (text, "&amp;#60;") != NULL;
}

/**
 * trellis_posting_html_to_text:
 * @html: (nullable): a description: HTML, HTML escaped once or twice, or plain text with entities
 *
 * Returns: (transfer full): it as plain text, not cleaned yet
 */
char *
trellis_posting_html_to_text (const char *html)
{
  g_autofree char   *text = g_strdup (html != NULL ? html : "");
  g_autoptr (xmlDoc) page = NULL;

  for (int i = 0; i < MAX_DECODINGS && !holds_tag (text) && holds_escaped_tag (text); i++)
    {
      g_autofree char *decoded = trellis_posting_text_decode_entities (text);

      g_set_str (&text, decoded);
    }
  if (!holds_tag (text))
    return trellis_posting_text_decode_entities (text);

  page = trellis_posting_html_parse (text);
  if (page == NULL || xmlDocGetRootElement (page) == NULL)
    return g_strdup ("");
  return trellis_posting_html_text (xmlDocGetRootElement (page), TRELLIS_POSTING_HTML_TEXT);
}
