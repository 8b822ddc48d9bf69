/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The JSON-LD of one document: all its blocks, what they name by "@id", and its JobPostings. */
typedef struct
{
  GPtrArray  *roots;    /* JsonNode, owned */
  GHashTable *by_id;    /* "@id" → JsonNode, an object that says more than its id */
  GPtrArray  *postings; /* JsonNode: the objects of type JobPosting, in order */
  const char *page;     /* the page's own address, or NULL */
} TrellisPostingGraph;

TrellisPostingGraph *trellis_posting_graph_new (void);
void                 trellis_posting_graph_free (TrellisPostingGraph *self);
void                 trellis_posting_graph_add (TrellisPostingGraph *self,
                                                JsonNode            *root);
JsonNode            *trellis_posting_graph_resolve (TrellisPostingGraph *self,
                                                    JsonNode            *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisPostingGraph, trellis_posting_graph_free)

G_END_DECLS
