/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-count-blocks.h"
#include "trellis-count.h"

G_BEGIN_DECLS

/* One file for each group of figures; each fills in its own. */

typedef struct
{
  char       *title;  /* plain; empty without one */
  char       *line;   /* its first line, plain: title and employer */
  GPtrArray  *links;  /* char * */
  GPtrArray  *skills; /* char *: the pieces of its skill lines */
  const char *file;   /* interned, or NULL */
  int         number; /* line */
} TrellisCountPosting;

typedef struct
{
  const TrellisSections *sections;
  TrellisFigures        *figures;
  TrellisReport         *evidence;
  GHashTable            *matrix_roles; /* char *: folded names that stand in the matrix */
  GPtrArray             *postings;     /* TrellisCountPosting */
} TrellisCount;

void trellis_count_components (TrellisCount *count);
void trellis_count_roles (TrellisCount *count);
void trellis_count_common (TrellisCount *count);
void trellis_count_role (TrellisCount *count);
void trellis_count_standings (TrellisCount *count);
void trellis_count_postings (TrellisCount *count);
void trellis_count_claims (TrellisCount *count);
void trellis_count_reflection (TrellisCount *count);
void trellis_count_improve (TrellisCount *count);

void             trellis_count_posting_free (TrellisCountPosting *posting);
GPtrArray       *trellis_count_find_postings (TrellisCountSpan span);
TrellisCountSpan trellis_count_before_postings (TrellisCountSpan span);
char            *trellis_count_fold_role (const char *text);

G_END_DECLS
