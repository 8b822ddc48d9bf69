/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-markdown-tidy.h"

#include <string.h>

#include "trellis-markdown-html.h"
#include "trellis-markdown-inlines.h"
#include "trellis-markdown-lines.h"

#define SEPARATOR "<!-- -->"

static gboolean
is_list (const TrellisNode *node)
{
  return node != NULL && node->type == TRELLIS_NODE_LIST;
}

/* Whether a node that may hold others holds none. */
static gboolean
is_hollow (const TrellisNode *node)
{
  switch (node->type)
    {
    case TRELLIS_NODE_PARAGRAPH:
    case TRELLIS_NODE_LIST:
    case TRELLIS_NODE_ITEM:
    case TRELLIS_NODE_QUOTE:
    case TRELLIS_NODE_TABLE:
      return node->first_child == NULL;
    case TRELLIS_NODE_HTML_BLOCK:
      return *node->text == '\0';
    default:
      return FALSE;
    }
}

static void
drop_hollow (TrellisNode *document)
{
  TrellisNode *next;

  for (TrellisNode *node = document->first_child; node != NULL; node = next)
    {
      TrellisNode *parent = node->parent;

      next = trellis_node_next_in_tree (node, document);
      while (is_hollow (node))
        {
          trellis_markdown_drop (node);
          if (parent == document)
            break;
          node = parent;
          parent = node->parent;
        }
    }
}

static void
tidy_all_inlines (TrellisNode *document,
                  GHashTable  *labels)
{
  TrellisNode *next;

  for (TrellisNode *node = document; node != NULL; node = next)
    {
      next = trellis_node_next_in_tree (node, document);
      if (!trellis_markdown_holds_inlines (node))
        continue;
      next = trellis_markdown_next_beside (node, document);
      if (labels == NULL)
        trellis_markdown_tidy_inlines (node);
      else
        trellis_markdown_settle_inlines (node, labels);
    }
}

static gboolean
begins_html (const TrellisNode *inline_node)
{
  return inline_node->type == TRELLIS_NODE_HTML
         && (g_str_has_prefix (inline_node->text, "<!--")
             || trellis_markdown_html_begins_block (inline_node->text) != TRELLIS_HTML_NONE);
}

static gboolean
has_reference (const TrellisNode *paragraph)
{
  for (const TrellisNode *node = paragraph; node != NULL;
       node = trellis_node_next_in_tree (node, paragraph))
    if (*trellis_node_get (node, TRELLIS_ATTRIBUTE_LABEL) != '\0')
      return TRUE;
  return FALSE;
}

static gboolean
is_head_of_item (const TrellisNode *paragraph)
{
  return paragraph->previous == NULL && paragraph->parent->type == TRELLIS_NODE_ITEM;
}

/* Tags that would begin a block may not begin a line of a paragraph: one goes up to the line
 * before; at the beginning of a paragraph it becomes the block. */
static void
place_html (TrellisNode *paragraph)
{
  TrellisNode *first = paragraph->first_child;

  for (TrellisNode *node = first; node != NULL; node = node->next)
    if (node->next != NULL && begins_html (node->next)
        && (node->type == TRELLIS_NODE_SOFT_BREAK || node->type == TRELLIS_NODE_HARD_BREAK))
      {
        node->type = TRELLIS_NODE_TEXT;
        node->text = g_strdup (" ");
      }
  while (first != NULL && begins_html (first) && !is_head_of_item (paragraph))
    {
      first->type = TRELLIS_NODE_HTML_BLOCK;
      trellis_node_insert_before (paragraph, trellis_node_unlink (first));
      trellis_markdown_tidy_inlines (paragraph);
      first = paragraph->first_child;
    }
  /* Markup behind such a tag is none; only a reference would be missed. */
  if (first != NULL && begins_html (first) && is_head_of_item (paragraph)
      && has_reference (paragraph))
    first->type = TRELLIS_NODE_TEXT;
  trellis_markdown_tidy_inlines (paragraph);
}

/* The ends of sentences, for markdownlint's MD036. */
static gboolean
ends_sentence (const char *text)
{
  gunichar last = g_utf8_get_char (g_utf8_prev_char (text + strlen (text)));

  return (last < 128 && strchr (".,;:!?", (int) last) != NULL) || last == 0x3002 || last == 0xFF0C
         || last == 0xFF1B || last == 0xFF1A || last == 0xFF01 || last == 0xFF1F;
}

/* Whether the judge sees nothing in the span but text, which does not end like a sentence. */
static gboolean
reads_as_title (const TrellisNode *span)
{
  for (const TrellisNode *node = span->first_child; node != NULL;
       node = trellis_node_next_in_tree (node, span))
    if (node->type != TRELLIS_NODE_TEXT && node->type != TRELLIS_NODE_STRIKE)
      return FALSE;
  return span->last_child->type == TRELLIS_NODE_STRIKE || !ends_sentence (span->last_child->text);
}

/* A line of its own that is wholly bold or italic would be a heading in disguise: it becomes
 * plain, unless its punctuation says that it is none. */
static void
tidy_disguised_heading (TrellisNode *paragraph)
{
  TrellisNode *span = NULL;

  for (TrellisNode *node = paragraph->first_child; node != NULL; node = node->next)
    {
      if (node->type == TRELLIS_NODE_HTML
          || (node->type == TRELLIS_NODE_TEXT && g_str_equal (node->text, " ")))
        continue;
      if (span != NULL
          || (node->type != TRELLIS_NODE_STRONG && node->type != TRELLIS_NODE_EMPHASIS))
        return;
      span = node;
    }
  if (span == NULL || !reads_as_title (span))
    return;
  trellis_markdown_unwrap (span);
  trellis_markdown_tidy_inlines (paragraph);
}

static guint
count_children (const TrellisNode *node)
{
  guint count = 0;

  for (const TrellisNode *child = node->first_child; child != NULL; child = child->next)
    count++;
  return count;
}

/* Every row as long as the longest; the first has the alignments. */
static void
tidy_table (TrellisNode *table)
{
  guint        columns = 0;
  TrellisNode *next;

  for (TrellisNode *row = table->first_child; row != NULL; row = next)
    {
      next = row->next;
      columns = MAX (columns, count_children (row));
      if (row->first_child == NULL)
        trellis_markdown_drop (row);
    }
  for (TrellisNode *row = table->first_child; row != NULL; row = row->next)
    for (guint cells = count_children (row); cells < columns; cells++)
      trellis_node_append (row, trellis_node_new (TRELLIS_NODE_TABLE_CELL));
}

static gboolean
is_numbered (const TrellisNode *list)
{
  return list->number != TRELLIS_LIST_KIND_BULLETS;
}

/* Whether two lists, one below the other, would be read as one. Numbered ones are told apart by
 * "1)", which takes a first list that is clearly counted. */
static gboolean
would_merge (const TrellisNode *first,
             const TrellisNode *second)
{
  if (is_numbered (first) != is_numbered (second))
    return FALSE;
  return !is_numbered (first) || first->number != TRELLIS_LIST_KIND_NUMBERS
         || first->first_child == first->last_child;
}

/* An item begins with a paragraph. */
static void
tidy_item (TrellisNode *item)
{
  TrellisNode *paragraph;

  if (item->first_child == NULL || item->first_child->type == TRELLIS_NODE_PARAGRAPH)
    return;
  paragraph = trellis_node_new (TRELLIS_NODE_PARAGRAPH);
  trellis_node_append (paragraph, trellis_node_new_text (TRELLIS_NODE_HTML, SEPARATOR));
  trellis_node_insert_before (item->first_child, paragraph);
}

typedef enum
{
  BLANK_LINES_ALL,
  BLANK_LINES_SINGLE, /* no two, and none at the beginning */
  BLANK_LINES_NONE,
} BlankLines;

/* Lines without blanks at their ends, and none that is blank at the end. */
static void
tidy_lines (TrellisNode *block,
            BlankLines   blank_lines)
{
  g_autofree char    *clean = trellis_markdown_lines_clean (block->text != NULL ? block->text : "");
  g_auto (GStrv)      lines = g_strsplit (clean, "\n", -1);
  g_autoptr (GString) out = g_string_new (NULL);
  guint               last = g_strv_length (lines);
  gboolean            blank = TRUE;

  while (last > 0 && *g_strchomp (lines[last - 1]) == '\0')
    last--;
  for (guint i = 0; i < last; i++)
    {
      const char *line = g_strchomp (lines[i]);

      if (*line == '\0' && (blank || blank_lines == BLANK_LINES_NONE)
          && blank_lines != BLANK_LINES_ALL)
        continue;
      blank = *line == '\0';
      g_string_append_printf (out, "%s\n", line);
    }
  if (out->len > 0)
    g_string_truncate (out, out->len - 1);
  g_set_str (&block->text, out->str);
}

static gboolean
is_in_quote (const TrellisNode *node)
{
  for (node = node->parent; node != NULL; node = node->parent)
    if (node->type == TRELLIS_NODE_QUOTE)
      return TRUE;
  return FALSE;
}

static void
tidy_html (TrellisNode *block)
{
  g_autofree char *tidy = NULL;

  /* Most HTML ends at a blank line. */
  tidy_lines (block, BLANK_LINES_SINGLE);
  if (trellis_markdown_html_begins_block (block->text) == TRELLIS_HTML_BLOCK)
    tidy_lines (block, BLANK_LINES_NONE);
  if (g_str_has_prefix (block->text, "<!--") && is_in_quote (block))
    g_strdelimit (block->text, "\n", ' ');
  tidy = trellis_markdown_html_tidy (block->text);
  g_set_str (&block->text, tidy);
}

static const char *
behind_prompt (const char *line)
{
  line += strspn (line, " ");
  return *line == '$' && line[1] == ' ' ? line + 1 + strspn (line + 1, " ") : NULL;
}

/* Takes the prompt off commands when all lines have one: "$ make" without output. */
static void
drop_prompts (TrellisNode *code)
{
  g_auto (GStrv) lines = g_strsplit (code->text, "\n", -1);
  gboolean       any = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *command = behind_prompt (lines[i]);

      if (command == NULL && *lines[i] != '\0')
        return;
      any |= command != NULL;
      if (command != NULL)
        memmove (lines[i] + strspn (lines[i], " "), command, strlen (command) + 1);
    }
  if (!any)
    return;
  g_free (code->text);
  code->text = g_strjoinv ("\n", lines);
  drop_prompts (code);
}

static void
tidy_code (TrellisNode *code)
{
  g_autofree char *info = trellis_markdown_lines_clean (
      trellis_node_get (code, TRELLIS_ATTRIBUTE_NAME));

  tidy_lines (code, BLANK_LINES_ALL);
  drop_prompts (code);
  g_strstrip (g_strdelimit (info, "`\n", ' '));
  trellis_node_set (code, TRELLIS_ATTRIBUTE_NAME, *info != '\0' ? info : "text");
}

/* Front matter stands at the very beginning or is none. */
static void
tidy_front_matter (TrellisNode *front)
{
  tidy_lines (front, BLANK_LINES_NONE);
  if (front->previous == NULL && front->parent->type == TRELLIS_NODE_DOCUMENT
      && *front->text != '\0')
    return;
  front->type = TRELLIS_NODE_PARAGRAPH;
  trellis_node_append (front, trellis_node_new_text (TRELLIS_NODE_TEXT, front->text));
  g_clear_pointer (&front->text, g_free);
}

static void
tidy_leaf (TrellisNode *node)
{
  switch (node->type)
    {
    case TRELLIS_NODE_CODE_BLOCK:
      tidy_code (node);
      break;
    case TRELLIS_NODE_HTML_BLOCK:
      tidy_html (node);
      break;
    case TRELLIS_NODE_FRONT_MATTER:
      tidy_front_matter (node);
      break;
    case TRELLIS_NODE_TABLE:
      tidy_table (node);
      break;
    case TRELLIS_NODE_HEADING:
      /* An item cannot have one. */
      if (node->parent->type == TRELLIS_NODE_ITEM)
        {
          node->type = TRELLIS_NODE_PARAGRAPH;
          node->number = 0;
        }
      break;
    default:
      break;
    }
}

static void
tidy_leaves (TrellisNode *document)
{
  for (TrellisNode *node = document; node != NULL;
       node = trellis_node_next_in_tree (node, document))
    tidy_leaf (node);
}

static void
tidy_paragraphs (TrellisNode *document)
{
  TrellisNode *next;

  for (TrellisNode *node = document; node != NULL; node = next)
    {
      next = trellis_node_next_in_tree (node, document);
      if (node->type != TRELLIS_NODE_PARAGRAPH)
        continue;
      next = trellis_markdown_next_beside (node, document);
      place_html (node);
      if (node->parent == document)
        tidy_disguised_heading (node);
    }
}

/* A rule parts blocks; it says nothing at the beginning or behind another. */
static void
drop_idle_rules (TrellisNode *document)
{
  TrellisNode *next;

  for (TrellisNode *node = document; node != NULL; node = next)
    {
      next = trellis_node_next_in_tree (node, document);
      if (node->type == TRELLIS_NODE_RULE
          && (node->previous == NULL || node->previous->type == TRELLIS_NODE_RULE))
        trellis_markdown_drop (node);
    }
}

static gboolean
is_comment (const TrellisNode *node)
{
  return node != NULL && node->type == TRELLIS_NODE_HTML_BLOCK
         && g_str_has_prefix (node->text, "<!--");
}

/* Whether a comment has anything to say; else it is there to part two lists. */
static gboolean
speaks (const TrellisNode *comment)
{
  return strspn (comment->text, "<>!- \n") < strlen (comment->text);
}

/* A comment between two lists goes with the item above it, where the reader would put it. */
static void
place_comments (TrellisNode *list)
{
  while (is_comment (list->next) && speaks (list->next))
    {
      const TrellisNode *after = list->next;

      while (is_comment (after))
        after = after->next;
      if (!is_list (after))
        return;
      trellis_node_append (list->last_child, trellis_node_unlink (list->next));
    }
}

/* Whether two blocks stand below each other without a blank line: definitions, and in an item what
 * belongs to its first line. */
gboolean
trellis_markdown_stand_close (const TrellisNode *above,
                              const TrellisNode *below)
{
  if (above->type == TRELLIS_NODE_DEFINITION && below->type == TRELLIS_NODE_DEFINITION)
    return TRUE;
  if (above->parent->type != TRELLIS_NODE_ITEM || above->previous != NULL
      || begins_html (above->first_child))
    return FALSE;
  return is_list (below) || is_comment (below);
}

/* Whether a blank line stands between blocks of the item. */
static gboolean
is_parted (const TrellisNode *item)
{
  for (const TrellisNode *block = item->first_child; block != NULL && block->next != NULL;
       block = block->next)
    if (!trellis_markdown_stand_close (block, block->next))
      return TRUE;
  return FALSE;
}

/* Tables and code want a blank line behind them, also at the end of an item. */
static gboolean
wants_blank_line (const TrellisNode *item)
{
  const TrellisNode *last = item->last_child;

  while (is_list (last))
    last = last->last_child->last_child;
  return last->type != TRELLIS_NODE_PARAGRAPH && !is_comment (last);
}

static void
tidy_list (TrellisNode *list)
{
  place_comments (list);
  if (is_list (list->previous) && would_merge (list->previous, list))
    trellis_node_insert_before (list, trellis_node_new_text (TRELLIS_NODE_HTML_BLOCK, SEPARATOR));
  for (TrellisNode *item = list->first_child; item != NULL; item = item->next)
    {
      tidy_item (item);
      list->flag |= list->first_child != list->last_child && is_parted (item);
    }
}

/* Lists with a blank line inside have them between all items. */
static void
tidy_lists (TrellisNode *document)
{
  for (TrellisNode *node = document; node != NULL;
       node = trellis_node_next_in_tree (node, document))
    if (is_list (node))
      tidy_list (node);
  for (TrellisNode *node = document; node != NULL;
       node = trellis_node_next_in_tree (node, document))
    if (node->type == TRELLIS_NODE_ITEM && node->next != NULL && wants_blank_line (node))
      node->parent->flag = TRUE;
}

/**
 * trellis_markdown_tidy:
 * @document: any tree, changed in place
 * @labels: gets the link reference definitions that will be written
 *
 * Afterwards the tree is one that the writer can write as it is.
 */
void
trellis_markdown_tidy (TrellisNode *document,
                       GHashTable  *labels)
{
  trellis_markdown_lower_meaning (document);
  tidy_leaves (document);
  trellis_markdown_tidy_definitions (document, labels);
  tidy_all_inlines (document, NULL);
  tidy_all_inlines (document, labels);
  if (g_hash_table_size (labels) > 0)
    {
      /* A link that could not be kept may have been the only one of its definition. */
      trellis_markdown_tidy_definitions (document, labels);
      tidy_all_inlines (document, NULL);
    }
  tidy_paragraphs (document);
  trellis_markdown_tidy_headings (document, labels);
  trellis_markdown_tidy_fragments (document);
  tidy_paragraphs (document);
  tidy_all_inlines (document, labels);
  drop_hollow (document);
  drop_idle_rules (document);
  drop_hollow (document);
  tidy_lists (document);
}
