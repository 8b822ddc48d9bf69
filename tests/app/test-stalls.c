/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever is done with the sample, the window answers. */

#include "stalls.h"

#include "app-fixture.h"

/* A person notices a wait from here on, ms. */
#define NOTICED 100.0

/* The lower of two runs: other programs can cost this one its caches. */
static void
nothing_holds_up_the_main_loop (void)
{
  g_autoptr (GArray) once = stalls_measure (FALSE);
  g_autoptr (GArray) again = stalls_measure (FALSE);

  for (guint i = 0; i < once->len; i++)
    {
      const char *what = g_array_index (once, Stall, i).what;
      double      longest = MIN (g_array_index (once, Stall, i).longest,
                                 g_array_index (again, Stall, i).longest);

      g_test_message ("%s: %.1f ms", what, longest);
      if (longest > NOTICED)
        g_test_fail_printf ("%s: the main loop stands for %.1f ms", what, longest);
    }
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

  g_test_add_func ("/stalls/nothing-holds-up-the-main-loop", nothing_holds_up_the_main_loop);

  return g_test_run ();
}
