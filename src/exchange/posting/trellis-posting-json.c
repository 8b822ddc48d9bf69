/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-json.h"

#include "trellis-posting-json-repair.h"
#include "trellis-posting-text.h"

#include <string.h>

/* json-glib recurses; a hundred thousand brackets would end the program. */
#define MAX_DEPTH 64

/* Takes off what pages wrap JSON in: an HTML comment, a CDATA section, a last semicolon. */
static char *
unwrap (const char *text)
{
  static const char *const before[]
      = { "\xEF\xBB\xBF", "<!--", "<![CDATA[", "//<![CDATA[", "// <![CDATA[" };
  static const char *const after[] = { ";", "-->", "]]>", "//" };
  const char              *end;
  gboolean                 again = TRUE;

  while (again)
    {
      again = FALSE;
      text += strspn (text, " \t\r\n");
      for (guint i = 0; i < G_N_ELEMENTS (before); i++)
        if (strncmp (text, before[i], strlen (before[i])) == 0)
          {
            text += strlen (before[i]);
            again = TRUE;
          }
    }

  end = text + strlen (text);
  for (again = TRUE; again;)
    {
      again = FALSE;
      while (end > text && strchr (" \t\r\n", end[-1]) != NULL)
        end--;
      for (guint i = 0; i < G_N_ELEMENTS (after); i++)
        {
          gsize length = strlen (after[i]);

          if ((gsize) (end - text) >= length && memcmp (end - length, after[i], length) == 0)
            {
              end -= length;
              again = TRUE;
            }
        }
    }

  return g_strndup (text, (gsize) (end - text));
}

/* Only while it fails does the parser know where. */
static void
on_error (JsonParser *parser,
          gpointer    error,
          gpointer    line)
{
  *(guint *) line = json_parser_get_current_line (parser);
}

static JsonNode *
parse_once (const char *text,
            guint      *line,
            gboolean   *is_too_deep)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autofree char       *repaired = NULL;
  guint                  depth;

  repaired = trellis_posting_json_repair (text, &depth);
  *is_too_deep = depth > MAX_DEPTH;
  if (*is_too_deep)
    return NULL;

  parser = json_parser_new ();
  g_signal_connect (parser, "error", G_CALLBACK (on_error), line);
  if (!json_parser_load_from_data (parser, repaired, -1, NULL)
      || json_parser_get_root (parser) == NULL)
    return NULL;
  return json_parser_steal_root (parser);
}

/**
 * trellis_posting_json_parse:
 * @text: UTF-8
 * @line: (out) (optional): where it does not parse
 * @is_too_deep: (out) (optional): whether it nests deeper than 64, and was not parsed
 *
 * Parses JSON as pages hold it: wrapped in comments, with the slips that sites make, its quotes
 * written as entities.
 *
 * Returns: (transfer full) (nullable): the root
 */
JsonNode *
trellis_posting_json_parse (const char *text,
                            guint      *line,
                            gboolean   *is_too_deep)
{
  g_autofree char *json = unwrap (text);
  guint            error_line = 1;
  gboolean         deep = FALSE;
  JsonNode        *root = parse_once (json, &error_line, &deep);

  if (root == NULL && !deep
      && (strstr (json, "&#34;") != NULL || strstr (json, "&quot;") != NULL))
    {
      g_autofree char *decoded = trellis_posting_text_decode_entities (json);
      guint            ignored;

      root = parse_once (decoded, &ignored, &deep);
    }

  if (line != NULL)
    *line = error_line;
  if (is_too_deep != NULL)
    *is_too_deep = deep;
  return root;
}

/* Returns: (transfer none) (nullable): the member; %NULL too where @node is no object */
JsonNode *
trellis_posting_json_get (JsonNode   *node,
                          const char *member)
{
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node) || json_node_get_object (node) == NULL)
    return NULL;
  return json_object_get_member (json_node_get_object (node), member);
}

/* Returns: (transfer none) (nullable): the member of the member … */
JsonNode *
trellis_posting_json_get_path (JsonNode   *node,
                               const char *member,
                               ...)
{
  va_list args;

  va_start (args, member);
  for (; member != NULL; member = va_arg (args, const char *))
    node = trellis_posting_json_get (node, member);
  va_end (args);
  return node;
}

/**
 * trellis_posting_json_list:
 *
 * Sites write one thing where they could write a list of them.
 *
 * Returns: (transfer full) (element-type JsonNode): an array's elements, else @node itself; none
 *   for null
 */
GPtrArray *
trellis_posting_json_list (JsonNode *node)
{
  GPtrArray *list = g_ptr_array_new ();

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return list;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
        g_ptr_array_add (list, json_array_get_element (array, i));
    }
  else
    g_ptr_array_add (list, node);
  return list;
}

/* Returns: (transfer none) (nullable): the text, when it is one */
const char *
trellis_posting_json_string (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

/**
 * trellis_posting_json_text:
 *
 * Returns: (transfer full) (nullable): what @node says in whatever shape: a text, a whole number,
 *   an object's value or name, the first of a list that says something; %NULL when it says nothing
 */
char *
trellis_posting_json_text (JsonNode *node)
{
  static const char *const members[] = { "$", "@value", "name", "value", "termCode" };
  const char              *text = trellis_posting_json_string (node);

  if (text != NULL)
    return *text != '\0' ? g_strdup (text) : NULL;
  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));

  for (guint i = 0; JSON_NODE_HOLDS_OBJECT (node) && i < G_N_ELEMENTS (members); i++)
    {
      char *found = trellis_posting_json_text (trellis_posting_json_get (node, members[i]));

      if (found != NULL)
        return found;
    }
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      g_autoptr (GPtrArray) list = trellis_posting_json_list (node);

      for (guint i = 0; i < list->len; i++)
        {
          char *found = trellis_posting_json_text (g_ptr_array_index (list, i));

          if (found != NULL)
            return found;
        }
    }
  return NULL;
}
