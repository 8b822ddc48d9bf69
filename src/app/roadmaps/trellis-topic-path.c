/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-topic-path.h"

#include "trellis-page.h"
#include "trellis-topic-item.h"

static gboolean
is_topic (GtkTreeListRow *row,
          gint64          id)
{
  g_autoptr (TrellisTopicItem) item = gtk_tree_list_row_get_item (row);

  return item != NULL && trellis_topic_item_get_id (item) == id;
}

/* Where the topic stands in a list of GtkTreeListRow; behind its end: nowhere. */
static guint
find (GListModel *rows,
      gint64      id)
{
  guint n = g_list_model_get_n_items (rows);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);

      if (is_topic (row, id))
        return i;
    }
  return n;
}

static void
open_topic (GtkTreeListModel *tree,
            gint64            id)
{
  g_autoptr (GtkTreeListRow) row
      = gtk_tree_list_model_get_row (tree, find (G_LIST_MODEL (tree), id));

  if (row != NULL)
    gtk_tree_list_row_set_expanded (row, TRUE);
}

/* Opens what the topic stands under, the outermost first. */
static void
open_parents (GtkTreeListModel    *tree,
              const TrellisReport *report,
              gint64               id)
{
  const TrellisRoadmapTopic *topic = trellis_report_find (report, &trellis_roadmap_topic_type, id);

  if (topic == NULL || topic->parent_id == 0)
    return;

  open_parents (tree, report, topic->parent_id);
  open_topic (tree, topic->parent_id);
}

gboolean
trellis_topic_path_show (GtkListView         *view,
                         GtkTreeListModel    *tree,
                         const TrellisReport *report,
                         gint64               topic_id)
{
  GListModel *rows = G_LIST_MODEL (gtk_list_view_get_model (view));
  GtkWidget  *focus;
  guint       position;

  open_parents (tree, report, topic_id);
  position = find (rows, topic_id);
  if (position >= g_list_model_get_n_items (rows))
    return FALSE;

  gtk_list_view_scroll_to (view, position, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (view)));
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (view)))
    trellis_widget_tint (focus);
  return TRUE;
}
