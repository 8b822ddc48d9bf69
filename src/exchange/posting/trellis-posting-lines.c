/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-lines.h"

#include "trellis-posting-words.h"

#include <string.h>

/* Where the words of an element begin among the page's, and how far they go. */
typedef struct
{
  gsize begin;
  gsize end;
} Range;

/* The page as its words, in the order in which they are shown. */
typedef struct
{
  GString *words;
  GArray  *ranges; /* Range, of each element; a node's _private is its number, from 1 */
} Map;

static void
enter (Map     *self,
       xmlNode *node)
{
  Range range = { self->words->len, self->words->len };

  g_array_append_val (self->ranges, range);
  node->_private = GUINT_TO_POINTER (self->ranges->len);
}

static void
leave (Map     *self,
       xmlNode *node)
{
  guint number = GPOINTER_TO_UINT (node->_private);

  if (number > 0)
    g_array_index (self->ranges, Range, number - 1).end = self->words->len;
}

static void
draw (Map     *self,
      xmlNode *root)
{
  xmlNode *node = root;

  while (node != NULL)
    {
      gboolean is_open = FALSE;

      if (node->type == XML_TEXT_NODE && node->content != NULL)
        trellis_posting_words_append (self->words, (const char *) node->content);
      if (node->type == XML_ELEMENT_NODE && !trellis_posting_html_is_hidden (node))
        {
          enter (self, node);
          is_open = node->children != NULL;
        }
      if (is_open)
        {
          node = node->children;
          continue;
        }
      leave (self, node);
      while (node != root && node->next == NULL)
        {
          node = node->parent;
          leave (self, node);
        }
      node = node != root ? node->next : NULL;
    }
}

static const Range *
get_range (const Map *self,
           xmlNode   *node)
{
  guint number = node->type == XML_ELEMENT_NODE ? GPOINTER_TO_UINT (node->_private) : 0;

  return number > 0 ? &g_array_index (self->ranges, Range, number - 1) : NULL;
}

/* Returns: the smallest element inside @root that has all words from @begin to @end */
static xmlNode *
find_holder (const Map *self,
             xmlNode   *root,
             gsize      begin,
             gsize      end)
{
  for (xmlNode *child = root->children; child != NULL;)
    {
      const Range *range = get_range (self, child);

      if (range == NULL || range->begin > begin || range->end < end)
        {
          child = child->next;
          continue;
        }
      root = child;
      child = child->children;
    }
  return root;
}

static void
forget (xmlNode *root)
{
  for (xmlNode *node = root; node != NULL; node = trellis_posting_html_next (node, root))
    node->_private = NULL;
}

/**
 * trellis_posting_lines_find:
 * @text: what a page's data says its text is, its lines lost
 *
 * Looks for the same words in what the page shows, where they stand in lines and lists.
 *
 * Returns: (transfer full) (nullable): the lines; %NULL when the words stand nowhere one behind the
 *   other
 */
char *
trellis_posting_lines_find (xmlNode    *root,
                            const char *text)
{
  g_autofree char    *wanted = trellis_posting_words_take (text);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GArray)  ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  Map                 map = { words, ranges };
  const char         *place;
  char               *lines = NULL;

  draw (&map, root);
  place = *wanted != '\0' ? strstr (words->str, wanted) : NULL;
  if (place != NULL)
    {
      gsize            begin = (gsize) (place - words->str);
      xmlNode         *holder = find_holder (&map, root, begin, begin + strlen (wanted));
      const Range     *range = get_range (&map, holder);
      g_autofree char *shown = trellis_posting_html_text (holder, TRELLIS_POSTING_HTML_TEXT);

      begin -= range != NULL ? range->begin : 0;
      lines = trellis_posting_words_cut_lines (shown, begin, begin + strlen (wanted));
    }
  forget (root);
  return lines;
}
