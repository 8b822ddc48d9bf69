/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-figures.h"

#define PRINTED(member) { #member, G_STRUCT_OFFSET (TrellisFigures, member), TRUE }
#define FURTHER(member) { #member, G_STRUCT_OFFSET (TrellisFigures, member), FALSE }

const TrellisFigure trellis_figures_table[] = {
  PRINTED (components),
  PRINTED (roles_described),
  PRINTED (common_skills),
  PRINTED (role_stated),
  PRINTED (role_reason),
  PRINTED (skills_have),
  PRINTED (skills_have_with_level),
  PRINTED (skills_lack),
  PRINTED (skills_lack_with_reason),
  PRINTED (postings),
  PRINTED (postings_with_title),
  PRINTED (postings_with_3_skills),
  PRINTED (postings_with_invented_link),
  PRINTED (postings_with_listing_link),
  PRINTED (recurring),
  PRINTED (recurring_with_counts),
  PRINTED (single),
  PRINTED (single_naming_posting),
  PRINTED (reflection_sentences),
  FURTHER (components_with_role),
  FURTHER (roles_described_in_matrix),
  FURTHER (role_reasons),
  FURTHER (challenging_marked),
  FURTHER (postings_with_direct_link),
  FURTHER (postings_with_3_to_5_skills),
  FURTHER (recurring_counted),
  FURTHER (recurring_ranked),
  FURTHER (improve_skills),
  FURTHER (improve_with_reason),
  FURTHER (placeholders),
  { NULL, 0, FALSE },
};

/* Returns: (nullable): the figure of that name */
const TrellisFigure *
trellis_figure_find (const char *name)
{
  for (const TrellisFigure *figure = trellis_figures_table; figure->name != NULL; figure++)
    if (g_str_equal (figure->name, name))
      return figure;

  return NULL;
}

int
trellis_figure_get (const TrellisFigure  *figure,
                    const TrellisFigures *figures)
{
  return *(const int *) (gconstpointer) ((const char *) figures + figure->offset);
}
