/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Goes to a topic in the tree of its roadmap: opens what it stands under, scrolls to it, focuses
 * and tints it. @view: of TrellisTopicItem in rows of @tree. Returns: whether it is there */
gboolean trellis_topic_path_show (GtkListView         *view,
                                  GtkTreeListModel    *tree,
                                  const TrellisReport *report,
                                  gint64               topic_id);

G_END_DECLS
