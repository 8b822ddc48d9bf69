/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-count.h"

/* Counts one file's text by the template its headings tell. */
static inline TrellisFigures
count_text (const char *text)
{
  g_autoptr (GPtrArray) outlines
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_outline_free);
  g_autoptr (TrellisSections) sections = NULL;
  g_autoptr (TrellisReport)   evidence = NULL;
  TrellisFigures              figures;

  g_ptr_array_add (outlines, trellis_outline_new (text, "report.md"));
  sections = trellis_sections_new (outlines, trellis_sections_choose_template (outlines));
  trellis_count (sections, &figures, &evidence);
  return figures;
}

typedef struct
{
  const char *text;
  int         expected;
} CountCase;

/* Counts each text below a heading, and compares one figure. */
static inline void
assert_figure (const char *heading, const char *name, const CountCase *cases, guint n_cases)
{
  const TrellisFigure *figure = trellis_figure_find (name);

  g_assert_nonnull (figure);
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *text = g_strconcat (heading, "\n\n", cases[i].text, "\n", NULL);
      TrellisFigures   figures = count_text (text);

      g_test_message ("%s", text);
      g_assert_cmpint (trellis_figure_get (figure, &figures), ==, cases[i].expected);
    }
}

#define ASSERT_FIGURE(heading, name, cases) \
  assert_figure ((heading), (name), (cases), G_N_ELEMENTS (cases))
