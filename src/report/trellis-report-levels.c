/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-levels.h"

#define MAX_LEVEL 6

static guint
count_titles (TrellisNode *document)
{
  guint titles = 0;

  for (TrellisNode *node = document; node != NULL;
       node = trellis_node_next_in_tree (node, document))
    if (node->type == TRELLIS_NODE_HEADING && node->number == 1)
      titles++;
  return titles;
}

/* Makes the heading levels of a whole document regular, keeping who stands below whom: a heading
 * is at most one level deeper than the one it stands under, siblings stay siblings, and where
 * there would be several H1 all headings move down by one. Doing it twice changes nothing. */
void
trellis_report_levels_repair (TrellisNode *document)
{
  int written[MAX_LEVEL + 2]; /* the levels of the open headings, outermost first */
  int source[MAX_LEVEL + 2];
  int shift = count_titles (document) > 1 ? 1 : 0;
  int depth = 0;

  for (TrellisNode *node = document; node != NULL;
       node = trellis_node_next_in_tree (node, document))
    {
      int level;

      if (node->type != TRELLIS_NODE_HEADING)
        continue;
      level = CLAMP (node->number + shift, 1, MAX_LEVEL);
      while (depth > 0 && source[depth - 1] >= level)
        depth--;
      source[depth] = level;
      written[depth] = depth > 0 ? MIN (level, written[depth - 1] + 1) : level;
      node->number = written[depth];
      depth++;
    }
}
