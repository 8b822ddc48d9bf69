/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-node.h"

/* The tree as text: what is read aloud or searched, and what tests compare. */

static const char *const type_names[] = {
  "document", "heading", "paragraph", "list", "item", "quote", "code-block", "html-block", "table",
  "table-row", "table-cell", "rule", "front-matter", "definition",
  "cover", "matrix", "component", "involvement", "role", "skill", "posting", "demand", "demand-bar",
  "evidence", "criteria", "criterion",
  "text", "emphasis", "strong", "strike", "code", "link", "image", "html", "soft-break",
  "hard-break",
};

static const char *const attribute_names[TRELLIS_N_ATTRIBUTES] = {
  "name", "label", "qualifier", "level", "target", "target-label", "target-text", "skills-label",
  "employer",
  "place", "date", "author", "course", "advisor", "language",
};

G_STATIC_ASSERT (G_N_ELEMENTS (type_names) == TRELLIS_NODE_HARD_BREAK + 1);

/* Every byte over 127, which g_strescape() shall leave alone. */
static const char *
beyond_ascii (void)
{
  static char bytes[129];

  if (bytes[0] == '\0')
    for (int i = 127; i >= 0; i--)
      bytes[i] = (char) (128 + i);

  return bytes;
}

static void
append_escaped (GString    *out,
                const char *key,
                const char *value)
{
  g_autofree char *escaped = g_strescape (value, beyond_ascii ());

  g_string_append_printf (out, " %s=\"%s\"", key, escaped);
}

static void
dump_one (GString           *out,
          const TrellisNode *node,
          int                depth)
{
  g_string_append_printf (out, "%*s%s", depth * 2, "", type_names[node->type]);
  if (node->number != 0)
    g_string_append_printf (out, " %d", node->number);
  if (node->flag)
    g_string_append (out, " !");
  if (node->text != NULL)
    append_escaped (out, "text", node->text);
  for (int i = 0; i < TRELLIS_N_ATTRIBUTES; i++)
    if (*trellis_node_get (node, i) != '\0')
      append_escaped (out, attribute_names[i], trellis_node_get (node, i));
  for (guint i = 0; i < trellis_node_n_values (node); i++)
    append_escaped (out, "value", trellis_node_value (node, i));
  g_string_append_c (out, '\n');
}

static int
depth_of (const TrellisNode *node,
          const TrellisNode *root)
{
  int depth = 0;

  for (; node != root; node = node->parent)
    depth++;

  return depth;
}

/* Returns: (transfer full): one indented line a node, for tests and for looking at */
char *
trellis_node_dump (const TrellisNode *self)
{
  GString *out = g_string_new (NULL);

  for (const TrellisNode *node = self; node != NULL; node = trellis_node_next_in_tree (node, self))
    dump_one (out, node, depth_of (node, self));

  return g_string_free_and_steal (out);
}

static void
start_line (GString *out)
{
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, '\n');
}

/* Returns: (transfer full): what a person reads, a line a block; markup, comments and addresses out
 */
char *
trellis_node_to_plain_text (const TrellisNode *self)
{
  GString *out = g_string_new (NULL);

  for (const TrellisNode *node = self; node != NULL; node = trellis_node_next_in_tree (node, self))
    {
      if (trellis_node_is_block (node))
        start_line (out);
      if (node->type >= TRELLIS_NODE_COVER && node->type <= TRELLIS_NODE_CRITERION)
        {
          g_string_append (out, trellis_node_get (node, TRELLIS_ATTRIBUTE_NAME));
          start_line (out);
        }
      else if (node->type == TRELLIS_NODE_SOFT_BREAK || node->type == TRELLIS_NODE_HARD_BREAK)
        g_string_append_c (out, ' ');
      else if ((node->type == TRELLIS_NODE_TEXT || node->type == TRELLIS_NODE_CODE
                || node->type == TRELLIS_NODE_CODE_BLOCK)
               && node->text != NULL)
        g_string_append (out, node->text);
    }

  return g_string_free_and_steal (out);
}
