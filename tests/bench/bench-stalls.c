/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the main loop stands, at the longest, while the sample is edited, searched, imported and
 * exported, beside a window at which nothing is done. Needs a display. */

#include "bench.h"

#include "app-fixture.h"
#include "stalls.h"

/* A frame at 60 Hz, ms. */
#define BAR 16.0

int
main (int    argc,
      char **argv)
{
  g_autoptr (GArray) stalls = NULL;

  g_setenv ("G_TEST_BUILDDIR", BENCH_TESTS, FALSE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  app_fixture_init (&argc, &argv);
  stalls = stalls_measure (TRUE);

  g_print ("The longest turn of the main loop, processor's time; the floor does nothing\n");
  for (guint i = 0; i < stalls->len; i++)
    {
      const Stall *stall = &g_array_index (stalls, Stall, i);

      g_print ("  %-40s %9.2f ms%s\n", stall->what, stall->longest,
               stall->longest > BAR ? "   MISSED" : "");
    }
  return 0;
}
