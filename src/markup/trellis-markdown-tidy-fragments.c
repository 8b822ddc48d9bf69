/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-markdown-tidy.h"

#include <string.h>

#include "trellis-markdown-addresses.h"

/* "[Roles](#roles)" has to lead to a heading of the document. */

static gboolean
is_word (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_UPPERCASE_LETTER:
    case G_UNICODE_LOWERCASE_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
    case G_UNICODE_MODIFIER_LETTER:
    case G_UNICODE_OTHER_LETTER:
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_DECIMAL_NUMBER:
    case G_UNICODE_LETTER_NUMBER:
    case G_UNICODE_OTHER_NUMBER:
    case G_UNICODE_CONNECT_PUNCTUATION:
      return TRUE;
    default:
      return c == '-' || c == ' ';
    }
}

/* The text that counts for a heading's anchor: not that of images or bare addresses. */
static char *
anchor_text (const TrellisNode *heading)
{
  GString           *text = g_string_new (NULL);
  const TrellisNode *next;

  for (const TrellisNode *node = heading; node != NULL; node = next)
    {
      next = trellis_node_next_in_tree (node, heading);
      if (node->type == TRELLIS_NODE_IMAGE
          || (node->type == TRELLIS_NODE_LINK && node->first_child != NULL
              && node->first_child->text != NULL
              && trellis_markdown_address_is_text_of (node, node->first_child->text)))
        next = trellis_markdown_next_beside (node, heading);
      else if (node->type == TRELLIS_NODE_TEXT || node->type == TRELLIS_NODE_CODE)
        g_string_append (text, node->text);
    }
  return g_string_free_and_steal (text);
}

/* The anchor that GitHub gives a heading, without its number. */
static char *
anchor_of (const TrellisNode *heading)
{
  g_autofree char *text = anchor_text (heading);
  g_autofree char *folded = g_utf8_strdown (text, -1);
  GString         *anchor = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_word (c))
        g_string_append_unichar (anchor, c == ' ' ? '-' : c);
    }
  return g_string_free_and_steal (anchor);
}

/* The anchors of all headings; the second of a kind ends in -1, the third in -2. */
static GHashTable *
collect_anchors (const TrellisNode *document)
{
  GHashTable            *anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_hash_table_add (anchors, g_strdup ("top"));
  for (const TrellisNode *node = document; node != NULL;
       node = trellis_node_next_in_tree (node, document))
    {
      char *anchor;
      guint count;

      if (node->type != TRELLIS_NODE_HEADING)
        continue;
      anchor = anchor_of (node);
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, anchor));
      g_hash_table_add (anchors,
                        count > 0 ? g_strdup_printf ("%s-%u", anchor, count) : g_strdup (anchor));
      g_hash_table_insert (counts, anchor, GUINT_TO_POINTER (count + 1));
    }
  return anchors;
}

static gboolean
is_fragment_link (const TrellisNode *node)
{
  return node->type == TRELLIS_NODE_LINK
         && *trellis_node_get (node, TRELLIS_ATTRIBUTE_TARGET) == '#';
}

/* "[Roles](#roles)" becomes "Roles (#roles)". */
static void
spell_out (TrellisNode *link)
{
  g_autofree char *target = g_strdup_printf (" (%s)",
                                             trellis_node_get (link, TRELLIS_ATTRIBUTE_TARGET));
  TrellisNode     *text = trellis_node_new_text (TRELLIS_NODE_TEXT, target);

  if (link->next != NULL)
    trellis_node_insert_before (link->next, text);
  else
    trellis_node_append (link->parent, text);
  trellis_markdown_unwrap (link);
}

/* Spells out the links of `container` that `anchors` do not have. */
static void
tidy_container (TrellisNode *container,
                GHashTable  *anchors)
{
  gboolean     changed = FALSE;
  TrellisNode *next;

  for (TrellisNode *node = container->first_child; node != NULL; node = next)
    {
      next = trellis_node_next_in_tree (node, container);
      if (!is_fragment_link (node))
        continue;
      if (anchors != NULL
          && g_hash_table_contains (anchors, trellis_node_get (node, TRELLIS_ATTRIBUTE_TARGET) + 1))
        continue;
      next = trellis_markdown_next_beside (node, container);
      spell_out (node);
      changed = TRUE;
    }
  if (changed)
    trellis_markdown_tidy_inlines (container);
}

/**
 * trellis_markdown_tidy_fragments:
 * @document: with its headings as they will be written
 *
 * Links within the document that lead to no heading become text.
 */
void
trellis_markdown_tidy_fragments (TrellisNode *document)
{
  g_autoptr (GHashTable) anchors = NULL;

  for (TrellisNode *node = document; node != NULL;
       node = trellis_node_next_in_tree (node, document))
    if (node->type == TRELLIS_NODE_HEADING)
      tidy_container (node, NULL);
  anchors = collect_anchors (document);
  for (TrellisNode *node = document; node != NULL;
       node = trellis_node_next_in_tree (node, document))
    if (trellis_markdown_holds_inlines (node))
      tidy_container (node, anchors);
}
