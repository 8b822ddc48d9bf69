/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-html.h"

#include <string.h>

#define OPTIONS (HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET)

/**
 * trellis_posting_html_parse:
 * @html: UTF-8, however broken
 *
 * Returns: (transfer full) (nullable): the page; %NULL when there is nothing in it
 */
xmlDoc *
trellis_posting_html_parse (const char *html)
{
  g_autofree char *flat = trellis_posting_html_flatten (html);
  htmlParserCtxt  *parser;
  xmlDoc          *page;
  gsize            length;

  if (flat != NULL)
    html = flat;
  length = strlen (html);
  if (length == 0 || length > G_MAXINT)
    return NULL;
  parser = htmlCreateMemoryParserCtxt (html, (int) length);
  if (parser == NULL)
    return NULL;

  /* Without it, what nests deeper than 256 would be left out, and all behind it. */
  parser->options |= XML_PARSE_HUGE;
  page = htmlCtxtReadMemory (parser, html, (int) length, NULL, "UTF-8", OPTIONS);
  htmlFreeParserCtxt (parser);
  return page;
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

static const char *
find_attribute (xmlNode    *node,
                const char *name,
                gsize       length)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (g_ascii_strncasecmp ((const char *) attribute->name, name, length) == 0
        && attribute->name[length] == '\0')
      return attribute->children != NULL && attribute->children->content != NULL
                 ? (const char *) attribute->children->content
                 : "";
  return NULL;
}

/* Returns: (nullable): the attribute's value; names are compared in any case */
const char *
trellis_posting_html_attribute (xmlNode    *node,
                                const char *name)
{
  return node->type == XML_ELEMENT_NODE ? find_attribute (node, name, strlen (name)) : NULL;
}

/* Whether one of the words of @value is the @length bytes at @word, in any case. */
static gboolean
has_word (const char *value,
          const char *word,
          gsize       length)
{
  for (const char *p = value; *p != '\0';)
    {
      gsize token = strcspn (p, " \t\r\n");

      if (token == length && g_ascii_strncasecmp (p, word, length) == 0)
        return TRUE;
      p += token;
      p += strspn (p, " \t\r\n");
    }
  return FALSE;
}

/* Whether the attribute has the value that "name=value]" asks for, or has it among others, as
 * classes stand. */
static gboolean
has_attribute (xmlNode    *node,
               const char *condition)
{
  gsize       length = strcspn (condition, "=]");
  const char *value = find_attribute (node, condition, length);

  if (value == NULL || condition[length] != '=')
    return value != NULL;
  return has_word (value, condition + length + 1, strcspn (condition + length + 1, "]"));
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
      return value != NULL && has_word (value, selector + tag + 1, strlen (selector + tag + 1));
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
begins_name (const char *value,
             const char *p)
{
  return p == value || !g_ascii_isalpha (p[-1])
         || (g_ascii_islower (p[-1]) && g_ascii_isupper (*p));
}

static gboolean
ends_name (const char *p)
{
  return !g_ascii_islower (*p) || (*p == 's' && !g_ascii_islower (p[1]));
}

/**
 * trellis_posting_html_names:
 * @value: names as programs make them: "job-description", "jobDescription x1", "job_descriptions"
 * @length: so many bytes of it
 * @word: in small letters
 *
 * Returns: whether @word, or its plural, is a part of one
 */
gboolean
trellis_posting_html_names (const char *value,
                            gsize       length,
                            const char *word)
{
  gsize n = strlen (word);

  for (const char *p = value; (gsize) (p - value) + n <= length; p++)
    if (g_ascii_tolower (*p) == *word && g_ascii_strncasecmp (p, word, n) == 0
        && begins_name (value, p) && ((gsize) (p - value) + n == length || ends_name (p + n)))
      return TRUE;
  return FALSE;
}
