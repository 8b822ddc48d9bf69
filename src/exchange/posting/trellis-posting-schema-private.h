/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-posting-found.h"
#include "trellis-posting-schema-graph.h"

G_BEGIN_DECLS

char *trellis_posting_schema_read_place (TrellisPostingGraph *graph,
                                         JsonNode            *posting);
void  trellis_posting_schema_read_skills (TrellisPostingFound *found,
                                          JsonNode            *skills);

TrellisPostingFound *trellis_posting_schema_read_posting (TrellisPostingGraph *graph,
                                                          JsonNode            *posting);

G_END_DECLS
