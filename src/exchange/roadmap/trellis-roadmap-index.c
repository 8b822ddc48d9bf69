/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-roadmap-index.h"

#include <math.h>

/* A k-d tree (J. L. Bentley, "Multidimensional binary search trees used for associative searching",
 * 1975) laid out in an array: the middle of a range parts it by x or y in turn. A range's extent
 * and how much of it is left stand with its middle. */

typedef struct
{
  TrellisRoadmapNode *node; /* NULL once taken */
  TrellisRoadmapPoint point;
  TrellisRoadmapPoint low, high; /* of the range whose middle this is */
  guint               n_left;
} Entry;

struct _TrellisRoadmapIndex
{
  GArray  *entries; /* Entry */
  gboolean built;
};

TrellisRoadmapIndex *
trellis_roadmap_index_new (void)
{
  TrellisRoadmapIndex *self = g_new0 (TrellisRoadmapIndex, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  return self;
}

void
trellis_roadmap_index_free (TrellisRoadmapIndex *self)
{
  g_array_unref (self->entries);
  g_free (self);
}

/* All are added before anything is looked for. */
void
trellis_roadmap_index_add (TrellisRoadmapIndex *self,
                           TrellisRoadmapNode  *node)
{
  Entry entry = { .node = node, .point = trellis_roadmap_node_get_centre (node) };

  g_return_if_fail (!self->built);

  g_array_append_val (self->entries, entry);
}

static int
compare (double x,
         double y)
{
  return x < y ? -1 : x > y;
}

static int
by_x (gconstpointer a,
      gconstpointer b)
{
  const Entry *x = a;
  const Entry *y = b;
  int          order = compare (x->point.x, y->point.x);

  return order != 0 ? order : (x->node->index > y->node->index) - (x->node->index < y->node->index);
}

static int
by_y (gconstpointer a,
      gconstpointer b)
{
  const Entry *x = a;
  const Entry *y = b;
  int          order = compare (x->point.y, y->point.y);

  return order != 0 ? order : (x->node->index > y->node->index) - (x->node->index < y->node->index);
}

static void
measure (Entry *entries,
         guint  n,
         Entry *middle)
{
  middle->n_left = n;
  middle->low = middle->high = entries[0].point;
  for (guint i = 1; i < n; i++)
    {
      middle->low.x = MIN (middle->low.x, entries[i].point.x);
      middle->low.y = MIN (middle->low.y, entries[i].point.y);
      middle->high.x = MAX (middle->high.x, entries[i].point.x);
      middle->high.y = MAX (middle->high.y, entries[i].point.y);
    }
}

static void
build (Entry   *entries,
       guint    n,
       gboolean upright)
{
  guint middle = n / 2;

  if (n == 0)
    return;

  qsort (entries, n, sizeof *entries, upright ? by_y : by_x);
  measure (entries, n, &entries[middle]);
  build (entries, middle, !upright);
  build (entries + middle + 1, n - middle - 1, !upright);
}

static void
ensure_built (TrellisRoadmapIndex *self)
{
  if (!self->built)
    build ((Entry *) self->entries->data, self->entries->len, TRUE);
  self->built = TRUE;
}

static gboolean
is_in (TrellisRoadmapPoint      point,
       const TrellisRoadmapBox *box)
{
  return point.x >= box->x && point.x <= box->x + box->width && point.y >= box->y
         && point.y <= box->y + box->height;
}

static gboolean
meets (const Entry             *range,
       const TrellisRoadmapBox *box)
{
  return range->low.x <= box->x + box->width && range->high.x >= box->x
         && range->low.y <= box->y + box->height && range->high.y >= box->y;
}

static double
square (double x)
{
  return x * x;
}

/* The square of the distance from a point to the nearest that a range could hold. */
static double
get_least (const Entry        *range,
           TrellisRoadmapPoint point)
{
  double x = CLAMP (point.x, range->low.x, range->high.x);
  double y = CLAMP (point.y, range->low.y, range->high.y);

  return square (x - point.x) + square (y - point.y);
}

typedef struct
{
  TrellisRoadmapPoint      point;
  const TrellisRoadmapBox *within; /* or NULL */
  const Entry             *best;
  double                   distance; /* squared */
} Search;

static void
search (Search      *self,
        const Entry *entries,
        guint        n)
{
  guint        middle = n / 2;
  const Entry *entry;
  gboolean     right_first;
  double       distance;

  if (n == 0)
    return;
  entry = entries + middle;
  if (entry->n_left == 0 || get_least (entry, self->point) >= self->distance
      || (self->within != NULL && !meets (entry, self->within)))
    return;

  distance = square (entry->point.x - self->point.x) + square (entry->point.y - self->point.y);
  if (entry->node != NULL && distance < self->distance
      && (self->within == NULL || is_in (entry->point, self->within)))
    {
      self->best = entry;
      self->distance = distance;
    }

  /* The nearer half first: it mostly rules the other out. */
  right_first = n - middle > 1
                && (middle == 0
                    || get_least (entries + middle + 1 + (n - middle - 1) / 2, self->point)
                           < get_least (entries + middle / 2, self->point));
  if (right_first)
    search (self, entry + 1, n - middle - 1);
  search (self, entries, middle);
  if (!right_first)
    search (self, entry + 1, n - middle - 1);
}

/* The node whose centre is nearest to @point, of those in the box @within unless that is NULL; NULL
 * when there is none. */
TrellisRoadmapNode *
trellis_roadmap_index_find_nearest (TrellisRoadmapIndex     *self,
                                    TrellisRoadmapPoint      point,
                                    const TrellisRoadmapBox *within)
{
  Search look = { .point = point, .within = within, .distance = INFINITY };

  ensure_built (self);
  search (&look, (const Entry *) self->entries->data, self->entries->len);
  return look.best != NULL ? look.best->node : NULL;
}

static void
take (Entry                   *entries,
      guint                    n,
      const TrellisRoadmapBox *box,
      GPtrArray               *taken)
{
  guint  middle = n / 2;
  guint  before = taken->len;
  Entry *entry;

  if (n == 0)
    return;
  entry = entries + middle;
  if (entry->n_left == 0 || !meets (entry, box))
    return;

  take (entries, middle, box, taken);
  if (entry->node != NULL && is_in (entry->point, box))
    g_ptr_array_add (taken, g_steal_pointer (&entry->node));
  take (entry + 1, n - middle - 1, box, taken);
  entry->n_left -= taken->len - before;
}

/* Takes the nodes whose centres are in @box out of the index, and appends them to @taken. */
void
trellis_roadmap_index_take (TrellisRoadmapIndex     *self,
                            const TrellisRoadmapBox *box,
                            GPtrArray               *taken)
{
  ensure_built (self);
  take ((Entry *) self->entries->data, self->entries->len, box, taken);
}
