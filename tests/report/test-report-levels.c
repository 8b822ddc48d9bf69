/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-levels.h"

/* Headings of the given levels, repaired, as digits again. */
static char *
repair (const char *levels)
{
  g_autoptr (TrellisNode) document = trellis_node_new (TRELLIS_NODE_DOCUMENT);
  GString                *repaired = g_string_new (NULL);

  for (; *levels != '\0'; levels++)
    trellis_node_append (document, trellis_node_new (TRELLIS_NODE_HEADING))->number = *levels - '0';
  trellis_report_levels_repair (document);
  for (TrellisNode *node = document->first_child; node != NULL; node = node->next)
    g_string_append_printf (repaired, "%d", node->number);
  return g_string_free_and_steal (repaired);
}

typedef struct
{
  const char *written;
  const char *repaired;
} Case;

static const Case cases[] = {
  { "", "" },
  { "1", "1" },
  { "233", "233" },
  { "2443", "2333" },
  { "322", "322" },
  { "11", "22" },
  { "1212", "2323" },
  { "166", "122" },
  { "656", "656" },
  { "131415", "232323" },
  { "246246", "234234" },
  { "1666661", "2333332" },
  { "616161", "623232" },
};

static void
test_repair (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *repaired = repair (cases[i].written);

      g_assert_cmpstr (repaired, ==, cases[i].repaired);
    }
}

/* For any levels: no jump down by more than one, at most one H1, and once is enough. */
static void
test_any_levels (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      char             levels[16] = { 0 };
      g_autofree char *once = NULL;
      g_autofree char *twice = NULL;
      guint            titles = 0;
      int              n = g_test_rand_int_range (1, 15);

      for (int i = 0; i < n; i++)
        levels[i] = (char) ('0' + g_test_rand_int_range (1, 7));
      once = repair (levels);
      twice = repair (once);
      g_assert_cmpstr (once, ==, twice);
      for (int i = 0; i < n; i++)
        {
          titles += once[i] == '1';
          g_assert_true (i == 0 || once[i] <= once[i - 1] + 1);
        }
      g_assert_cmpuint (titles, <=, 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/levels/headings-keep-who-stands-below-whom", test_repair);
  g_test_add_func ("/report/levels/any-levels-become-regular", test_any_levels);
  return g_test_run ();
}
