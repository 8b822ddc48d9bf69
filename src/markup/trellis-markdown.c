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
  for (const TrellisNode *node = document; node != NULL;
       node = trellis_node_next_in_tree (node, document))
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

/* The source lines as one paragraph of plain text. */
static TrellisNode *
read_plainly (const char *source)
{
  TrellisNode *paragraph = trellis_node_new (TRELLIS_NODE_PARAGRAPH);

  trellis_node_append (paragraph, trellis_node_new_text (TRELLIS_NODE_TEXT, source));
  trellis_markdown_tidy_inlines (paragraph);
  return paragraph;
}

static gboolean
loses_words (const char        *source,
             const TrellisNode *document)
{
  g_autofree char *written = trellis_markdown_write (document);
  g_autofree char *missing = trellis_text_missing_words (source, written);

  return missing != NULL;
}

static char *
source_of (const TrellisMarkdownLines  *lines,
           const TrellisMarkdownRegion *region)
{
  GString *source = g_string_new (NULL);

  for (guint i = region->begin; i < region->end; i++)
    {
      const TrellisMarkdownLine *line = g_ptr_array_index (lines->lines, i);

      g_string_append_printf (source, "%s\n", line->comment ? line->text : line->raw);
    }
  return g_string_free_and_steal (source);
}

/* Replaces the blocks from `first` to `last` by their source, when they lose a word of it. */
static void
mend_region (TrellisNode *document,
             TrellisNode *first,
             TrellisNode *last,
             const char  *source)
{
  g_autoptr (TrellisNode) alone = trellis_node_new (TRELLIS_NODE_DOCUMENT);
  TrellisNode            *next = first;

  for (const TrellisNode *block = first; block != last->next; block = block->next)
    trellis_node_append (alone, trellis_node_copy (block));
  if (!loses_words (source, alone))
    return;
  trellis_node_insert_before (first, read_plainly (source));
  for (TrellisNode *end = last->next; next != end; next = first)
    {
      first = next->next;
      trellis_markdown_drop (next);
    }
}

/* Reads once more, as plain lines, what lost a word. */
static void
mend (TrellisNode                *document,
      const TrellisMarkdownLines *lines,
      const GArray               *regions)
{
  TrellisNode *first = document->first_child;

  if (first != NULL && first->type == TRELLIS_NODE_FRONT_MATTER)
    first = first->next;
  for (guint i = 0; i < regions->len && first != NULL; i++)
    {
      const TrellisMarkdownRegion *region = &g_array_index (regions, TrellisMarkdownRegion, i);
      TrellisNode                 *next;
      g_autofree char             *source = NULL;

      source = source_of (lines, region);
      next = region->last->next;
      mend_region (document, first, region->last, source);
      first = next;
    }
}

/**
 * trellis_markdown_parse:
 * @markdown: a document, or any part of one
 *
 * Reads what people write as Markdown. Never fails and never loses a word: what the tree would be
 * short of stands in it as plain lines. Time and memory are linear in @markdown.
 *
 * Returns: (transfer full): a DOCUMENT
 */
TrellisNode *
trellis_markdown_parse (const char *markdown)
{
  g_autoptr (TrellisMarkdownLines) lines = trellis_markdown_lines_new (markdown);
  g_autoptr (GHashTable)           labels = trellis_markdown_labels_new ();
  g_autoptr (GArray)               regions
      = g_array_new (FALSE, FALSE, sizeof (TrellisMarkdownRegion));
  TrellisMarkdownReader reader = { lines, regions, 0 };
  TrellisNode          *document = trellis_node_new (TRELLIS_NODE_DOCUMENT);

  if (lines->front != NULL)
    trellis_node_append (document, trellis_node_new_text (TRELLIS_NODE_FRONT_MATTER, lines->front));
  trellis_markdown_read_blocks (&reader, document, lines->lines);
  collect_definitions (document, labels);
  read_all_inlines (document, labels);
  if (!loses_words (markdown, document))
    return document;

  mend (document, lines, regions);
  if (loses_words (markdown, document))
    {
      while (document->first_child != NULL)
        trellis_markdown_drop (document->first_child);
      trellis_node_append (document, read_plainly (markdown));
    }
  return document;
}

/**
 * trellis_markdown_parse_inlines:
 * @markdown: what stands inside one paragraph
 *
 * Returns: (transfer full): a PARAGRAPH
 */
TrellisNode *
trellis_markdown_parse_inlines (const char *markdown)
{
  g_autofree char *clean = trellis_markdown_lines_clean (markdown);
  TrellisNode     *paragraph = trellis_node_new (TRELLIS_NODE_PARAGRAPH);

  trellis_markdown_read_inlines (paragraph, clean, NULL);
  trellis_markdown_tidy_inlines (paragraph);
  return paragraph;
}
