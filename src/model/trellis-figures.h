/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"

G_BEGIN_DECLS

/* How many kinds of sections there are. */
#define TRELLIS_FIGURES_N_KINDS (TRELLIS_SECTION_PLAN + 1)

/* What a careful reader counts in a report. Templates name figures by their member's name. */

typedef struct
{
  /* printed by `check` */
  int components;
  int roles_described;
  int common_skills;
  int role_stated;
  int role_reason;
  int skills_have;
  int skills_have_with_level;
  int skills_lack;
  int skills_lack_with_reason;
  int postings;
  int postings_with_title;
  int postings_with_3_skills;
  int postings_with_invented_link;
  int postings_with_listing_link;
  int recurring;
  int recurring_with_counts;
  int single;
  int single_naming_posting;
  int reflection_sentences;

  /* further ones that criteria need */
  int components_with_role;
  int roles_described_in_matrix;
  int role_reasons;       /* how many reasons are given for the role */
  int challenging_marked; /* 1 if a lacking skill is marked as the most challenging */
  int postings_with_direct_link;
  int postings_with_3_to_5_skills;
  int recurring_counted; /* items that state a number of postings */
  int recurring_ranked;  /* 1 if they stand in falling order of their counts */
  int improve_skills;
  int improve_with_reason;
  int placeholders;

  /* where each kind of section begins, by TrellisSectionKind */
  int         lines[TRELLIS_FIGURES_N_KINDS]; /* 0: not there */
  const char *files[TRELLIS_FIGURES_N_KINDS]; /* interned, or NULL */
} TrellisFigures;

typedef struct
{
  const char *name;
  gsize       offset;
  gboolean    printed; /* by `check` */
} TrellisFigure;

/* NULL-terminated by name; the printed ones first, in the order of the contract. */
extern const TrellisFigure trellis_figures_table[];

const TrellisFigure *trellis_figure_find (const char *name);
int                  trellis_figure_get (const TrellisFigure  *figure,
                                         const TrellisFigures *figures);

G_END_DECLS
