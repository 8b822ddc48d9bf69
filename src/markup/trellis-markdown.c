/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-markdown.h"

#include "trellis-markdown-definition.h"
#include "trellis-markdown-inlines.h"
#include "trellis-markdown-read.h"
#include "trellis-markdown-tidy.h"
#include "trellis-text.h"

/* Fills `labels` with the first definition of each label. */
static void
collect_definitions (const TrellisNode *document,
                     GHashTable        *labels)
{
  for (const TrellisNode *node = document; node != NULL; node = trellis_node_next_in_tree (node, document))
    {
      TrellisDefinition *definition;
      g_autofree char   *folded = NULL;

      if (node->type != TRELLIS_NODE_DEFINITION)
        continue;
      definition = trellis_definition_new (node->text);
      folded = trellis_markdown_label_fold (definition->label);
      if (trellis_definition_is_comment (definition) || g_hash_table_contains (labels, folded))
        trellis_definition_free (definition);
      else
        g_hash_table_insert (labels, g_steal_pointer (&folded), definition);
    }
}

/* Reads the inlines of all blocks, whose sources stand in their `text`. */
static void
read_all_inlines (TrellisNode *document,
                  GHashTable  *labels)
{
  TrellisNode *next;

  for (TrellisNode *node = document; node != NULL; node = next)
    {
      g_autofree char *source = NULL;

      next = trellis_node_next_in_tree (node, document);
      if (!trellis_markdown_holds_inlines (node))
        continue;
      source = g_steal_pointer (&node->text);
      trellis_markdown_read_inlines (node, source, labels);
      trellis_markdown_tidy_inlines (node);
    }
}

static TrellisNode *
read_document (const char *markdown)
{
  g_autoptr (TrellisMarkdownLines) lines = trellis_markdown_lines_new (markdown);
  g_autoptr (GHashTable)           labels = trellis_markdown_labels_new ();
  TrellisMarkdownReader            reader = { lines, 0 };
  TrellisNode                     *document = trellis_node_new (TRELLIS_NODE_DOCUMENT);

  if (lines->front != NULL)
    trellis_node_append (document, trellis_node_new_text (TRELLIS_NODE_FRONT_MATTER, lines->front));
  trellis_markdown_read_blocks (&reader, document, lines->lines);
  collect_definitions (document, labels);
  read_all_inlines (document, labels);
  return document;
}

TrellisNode *
trellis_markdown_parse (const char *markdown)
{
  return read_document (markdown);
}

TrellisNode *
trellis_markdown_parse_inlines (const char *markdown)
{
  TrellisNode *paragraph = trellis_node_new (TRELLIS_NODE_PARAGRAPH);

  trellis_markdown_read_inlines (paragraph, markdown, NULL);
  trellis_markdown_tidy_inlines (paragraph);
  return paragraph;
}
