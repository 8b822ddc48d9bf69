/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What the benchmarks share: milliseconds, their median, and a line that says how they compare. */

static inline double
bench_ms_since (gint64 started)
{
  return (double) (g_get_monotonic_time () - started) / 1000.0;
}

static inline GArray *
bench_times_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

static inline void
bench_times_add (GArray *times,
                 double  ms)
{
  g_array_append_val (times, ms);
}

static inline int
bench_compare_times (gconstpointer a,
                     gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static inline double
bench_times_median (GArray *times)
{
  g_array_sort (times, bench_compare_times);
  return g_array_index (times, double, times->len / 2);
}

/* @floor: what it is compared with, or 0 */
static inline void
bench_print (const char *what,
             double      ms,
             double      floor)
{
  g_print ("  %-40s %9.2f ms", what, ms);
  if (floor > 0)
    g_print ("   %.2f times the floor", ms / floor);
  g_print ("\n");
}
