/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-topic-item.h"

#include "trellis-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TrellisTopicItem
{
  GObject parent_instance;

  gint64      id;
  char       *name;
  int         kind;
  int         state;
  guint       n_done; /* of those under it */
  guint       n_all;
  GListStore *children; /* NULL: nothing stands under it */
};

G_DEFINE_FINAL_TYPE (TrellisTopicItem, trellis_topic_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
trellis_topic_item_finalize (GObject *object)
{
  TrellisTopicItem *self = TRELLIS_TOPIC_ITEM (object);

  g_free (self->name);
  g_clear_object (&self->children);

  G_OBJECT_CLASS (trellis_topic_item_parent_class)->finalize (object);
}

static void
trellis_topic_item_class_init (TrellisTopicItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trellis_topic_item_finalize;
  signals[CHANGED] = g_signal_new ("changed", TRELLIS_TYPE_TOPIC_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
trellis_topic_item_init (TrellisTopicItem *self)
{
}

gint64
trellis_topic_item_get_id (TrellisTopicItem *self)
{
  return self->id;
}

const char *
trellis_topic_item_get_name (TrellisTopicItem *self)
{
  return self->name;
}

TrellisTopicState
trellis_topic_item_get_state (TrellisTopicItem *self)
{
  return (TrellisTopicState) self->state;
}

/* Whether it only names those under it: it has no state. */
gboolean
trellis_topic_item_is_group (TrellisTopicItem *self)
{
  return self->kind == TRELLIS_TOPIC_GROUP;
}

/* Returns: (transfer none) (nullable): those under it */
GListModel *
trellis_topic_item_get_children (TrellisTopicItem *self)
{
  return self->children != NULL ? G_LIST_MODEL (self->children) : NULL;
}

/* Of all topics under it, how many are done; what is skipped does not count. */
void
trellis_topic_item_count (TrellisTopicItem *self,
                          guint            *done,
                          guint            *all)
{
  *done = self->n_done;
  *all = self->n_all;
}

static const char *
get_state_words (int state)
{
  switch ((TrellisTopicState) state)
    {
    case TRELLIS_TOPIC_LEARNING:
      return _("learning");
    case TRELLIS_TOPIC_DONE:
      return _("done");
    case TRELLIS_TOPIC_SKIPPED:
      return _("skipped");
    default:
      return _("to do");
    }
}

/* “DNS, learning”, “Internet, to do, 3 of 6 done” */
char *
trellis_topic_item_describe (TrellisTopicItem *self)
{
  g_autofree char *count = NULL;

  if (self->n_all == 0)
    return g_strdup_printf ("%s, %s", self->name, get_state_words (self->state));

  count = g_strdup_printf (_("%u of %u done"), self->n_done, self->n_all);
  if (trellis_topic_item_is_group (self))
    return g_strdup_printf ("%s, %s", self->name, count);
  return g_strdup_printf ("%s, %s, %s", self->name, get_state_words (self->state), count);
}

/* Whether @wanted, folded text, stands in its name, or in that of a topic under it. */
gboolean
trellis_topic_item_matches (TrellisTopicItem *self,
                            const char       *wanted)
{
  g_autofree char *folded = trellis_text_fold (self->name);
  GListModel      *children = trellis_topic_item_get_children (self);
  guint            n = children != NULL ? g_list_model_get_n_items (children) : 0;

  if (strstr (folded, wanted) != NULL)
    return TRUE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrellisTopicItem) child = g_list_model_get_item (children, i);

      if (trellis_topic_item_matches (child, wanted))
        return TRUE;
    }

  return FALSE;
}

static TrellisTopicItem *
create_item (const TrellisRoadmapTopic *topic)
{
  TrellisTopicItem *self = g_object_new (TRELLIS_TYPE_TOPIC_ITEM, NULL);

  self->id = topic->base.id;
  self->name = g_strdup (topic->name);
  self->kind = topic->kind;
  self->state = topic->state;
  return self;
}

/* Counts what is done below. */
static void
count_below (TrellisTopicItem *self)
{
  guint n = self->children != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->children)) : 0;
  guint done = 0;
  guint all = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrellisTopicItem) child
          = g_list_model_get_item (G_LIST_MODEL (self->children), i);

      count_below (child);
      done += child->n_done + (child->state == TRELLIS_TOPIC_DONE);
      all += child->n_all
             + (child->state != TRELLIS_TOPIC_SKIPPED && !trellis_topic_item_is_group (child));
    }

  if (done == self->n_done && all == self->n_all)
    return;
  self->n_done = done;
  self->n_all = all;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * trellis_topic_items_new:
 *
 * Returns: (transfer full): the topics on the roadmap's own line; the others are their children
 */
GListModel *
trellis_topic_items_new (const TrellisReport *report,
                         gint64               roadmap_id)
{
  GListStore            *items = g_list_store_new (TRELLIS_TYPE_TOPIC_ITEM);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < report->roadmap_topics->len; i++)
    {
      const TrellisRoadmapTopic   *topic = report->roadmap_topics->pdata[i];
      g_autoptr (TrellisTopicItem) item = NULL;
      TrellisTopicItem            *parent;

      if (topic->roadmap_id != roadmap_id)
        continue;

      item = create_item (topic);
      parent = g_hash_table_lookup (by_id, &topic->parent_id);
      if (parent != NULL && parent->children == NULL)
        parent->children = g_list_store_new (TRELLIS_TYPE_TOPIC_ITEM);
      g_list_store_append (parent != NULL ? parent->children : items, item);
      g_hash_table_insert (by_id, &item->id, item);
    }

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (items)); i++)
    {
      g_autoptr (TrellisTopicItem) item = g_list_model_get_item (G_LIST_MODEL (items), i);

      count_below (item);
    }
  return G_LIST_MODEL (items);
}

static void
collect (GListModel *items,
         GHashTable *by_id)
{
  for (guint i = 0; items != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (TrellisTopicItem) item = g_list_model_get_item (items, i);

      g_hash_table_insert (by_id, &item->id, item);
      collect (trellis_topic_item_get_children (item), by_id);
    }
}

/**
 * trellis_topic_items_update:
 *
 * Takes over the states of the report's topics.
 *
 * Returns: %FALSE when the topics themselves are others: new items are needed
 */
gboolean
trellis_topic_items_update (GListModel          *items,
                            const TrellisReport *report,
                            gint64               roadmap_id)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint                  n = 0;

  collect (items, by_id);
  for (guint i = 0; i < report->roadmap_topics->len; i++)
    {
      const TrellisRoadmapTopic *topic = report->roadmap_topics->pdata[i];
      TrellisTopicItem          *item = g_hash_table_lookup (by_id, &topic->base.id);

      if (topic->roadmap_id != roadmap_id)
        continue;
      if (item == NULL || !g_str_equal (item->name, topic->name))
        return FALSE;

      n++;
      if (item->state != topic->state)
        {
          item->state = topic->state;
          g_signal_emit (item, signals[CHANGED], 0);
        }
    }

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (TrellisTopicItem) item = g_list_model_get_item (items, i);

      count_below (item);
    }
  return n == g_hash_table_size (by_id);
}
