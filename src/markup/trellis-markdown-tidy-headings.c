/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-markdown-tidy.h"

#include <string.h>

#include "trellis-markdown-write-inlines.h"

#define MAX_LEVEL 6
#define TITLE_PATTERN "^\\s*\"?title\"?\\s*[:=]"

/* The open headings, outermost first: the level each had and the one it gets. */
typedef struct
{
  int      source[MAX_LEVEL + 1];
  int      level[MAX_LEVEL + 1];
  int      depth;
  int      last;   /* the level of the heading before, or 0 */
  gboolean titled; /* there is an H1, or a title in the front matter */
} Levels;

/* A heading is one level below the one it stands under; the first of all may be of any level. A
 * second H1 goes to level 2, with all that stands below it. */
static int
next_level (Levels *levels,
            int     source)
{
  int level;

  while (levels->depth > 0 && levels->source[levels->depth - 1] >= source)
    levels->depth--;
  if (levels->depth > 0)
    level = levels->level[levels->depth - 1] + 1;
  else
    level = levels->last > 0 ? MIN (source, levels->last + 1) : source;
  if (levels->titled)
    level = MAX (level, 2);
  level = CLAMP (level, 1, MAX_LEVEL);
  levels->titled |= level == 1;
  levels->source[levels->depth] = source;
  levels->level[levels->depth++] = level;
  levels->last = level;
  return level;
}

/* A title in the front matter counts as an H1 for markdownlint. */
static Levels
begin_levels (const TrellisNode *document)
{
  Levels levels = { 0 };

  if (document->first_child != NULL && document->first_child->type == TRELLIS_NODE_FRONT_MATTER
      && g_regex_match_simple (TITLE_PATTERN, document->first_child->text,
                               G_REGEX_CASELESS | G_REGEX_MULTILINE, 0))
    {
      levels.titled = TRUE;
      levels.last = 1;
    }
  return levels;
}

/* Full stops, commas, semicolons, colons and exclamation marks, also of the full width. */
static gboolean
is_punctuation (gunichar c)
{
  return (c < 128 && c != 0 && strchr (".,;:!", (int) c) != NULL) || c == 0x3002 || c == 0xFF0C
         || c == 0xFF1B || c == 0xFF1A || c == 0xFF01;
}

static TrellisNode *
last_leaf (TrellisNode *node)
{
  while (node->last_child != NULL && node->type != TRELLIS_NODE_LINK
         && node->type != TRELLIS_NODE_IMAGE)
    node = node->last_child;
  return node;
}

static gboolean
cut_punctuation (TrellisNode *text)
{
  gsize length = strlen (text->text);
  gsize rest = length;

  while (rest > 0)
    {
      const char *last = g_utf8_prev_char (text->text + rest);

      if (*last != ' ' && !is_punctuation (g_utf8_get_char (last)))
        break;
      rest = last - text->text;
    }
  text->text[rest] = '\0';
  return rest < length;
}

/* Takes the punctuation off the end of a heading: it is no part of a title. */
static void
drop_punctuation (TrellisNode *heading)
{
  for (TrellisNode *leaf = last_leaf (heading); leaf->type == TRELLIS_NODE_TEXT;
       leaf = last_leaf (heading))
    {
      if (!cut_punctuation (leaf))
        return;
      trellis_markdown_tidy_inlines (heading);
    }
}

static void
wrap (TrellisNode    *heading,
      TrellisNodeType type)
{
  TrellisNode *span = trellis_node_new (type);

  while (heading->first_child != NULL)
    trellis_node_append (span, trellis_node_unlink (heading->first_child));
  trellis_node_append (heading, span);
}

/* What markdownlint compares: the heading as written, tags aside. */
static char *
key_of (const TrellisNode *heading,
        GHashTable        *labels)
{
  g_autoptr (TrellisNode) copy = trellis_node_copy (heading);
  TrellisNode            *next;

  for (TrellisNode *node = copy->first_child; node != NULL; node = next)
    {
      next = node->next;
      if (node->type == TRELLIS_NODE_HTML && *node->text == '<')
        trellis_markdown_drop (node);
    }
  return trellis_markdown_write_inlines (copy, labels);
}

/* Whether a heading with this text is the first; it is remembered then. */
static gboolean
is_first (TrellisNode *heading,
          GHashTable  *seen,
          GHashTable  *labels)
{
  char *key = key_of (heading, labels);

  if (g_hash_table_contains (seen, key))
    {
      g_free (key);
      return FALSE;
    }
  g_hash_table_add (seen, key);
  return TRUE;
}

/* Two headings may not be the same. Emphasis tells a second and third one apart, and nobody minds
 * it there; what is still the same then becomes a paragraph. */
static void
make_unique (TrellisNode *heading,
             GHashTable  *seen,
             GHashTable  *labels)
{
  static const TrellisNodeType spans[] = { TRELLIS_NODE_STRONG, TRELLIS_NODE_EMPHASIS };

  if (is_first (heading, seen, labels))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autoptr (TrellisNode) trial = trellis_node_copy (heading);
      g_autoptr (TrellisNode) settled = NULL;

      wrap (trial, spans[i]);
      trellis_markdown_tidy_inlines (trial);
      settled = trellis_node_copy (trial);
      trellis_markdown_settle_inlines (settled, labels);
      if (!trellis_node_equal (trial, settled) || !is_first (trial, seen, labels))
        continue;
      while (heading->first_child != NULL)
        trellis_markdown_drop (heading->first_child);
      while (trial->first_child != NULL)
        trellis_node_append (heading, trellis_node_unlink (trial->first_child));
      return;
    }
  heading->type = TRELLIS_NODE_PARAGRAPH;
  heading->number = 0;
  trellis_markdown_tidy_inlines (heading);
}

/**
 * trellis_markdown_tidy_headings:
 *
 * Gives the headings levels without jumps and with at most one H1, takes punctuation off their
 * ends, and makes no two the same.
 */
void
trellis_markdown_tidy_headings (TrellisNode *document,
                                GHashTable  *labels)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Levels                 levels = begin_levels (document);
  TrellisNode           *next;

  for (TrellisNode *node = document; node != NULL; node = next)
    {
      next = trellis_node_next_in_tree (node, document);
      if (node->type != TRELLIS_NODE_HEADING)
        continue;
      next = trellis_markdown_next_beside (node, document);
      drop_punctuation (node);
      trellis_markdown_settle_inlines (node, labels);
      if (node->first_child == NULL)
        {
          trellis_markdown_drop (node);
          continue;
        }
      make_unique (node, seen, labels);
      if (node->type == TRELLIS_NODE_HEADING)
        node->number = next_level (&levels, node->number);
      else
        trellis_markdown_settle_inlines (node, labels);
    }
}
