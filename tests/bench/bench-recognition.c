/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long recognition takes, against the floor: GLib's normalizing and folding of the same text.
 * Both in one process, in turn.
 *
 *   bench-recognition [POSTING.txt …]    without one, a sample */
#include "trellis-recognition.h"

#include <stdlib.h>
#include <string.h>

#define ROUNDS 21
#define LEAST_BYTES (1024 * 1024)
#define LOOKUPS 800000

static const char sample[]
    = "Backend developer at Quince Lane\n\nWhat you will do\n- write services in Go and Python\n"
      "- keep PostgreSQL 15, Redis and Kafka in good health\n\nНаша команда ищет человека, который "
      "любит порядок и умеет объяснять сложное.\nТребования:\n- опыт разработки на Java 17+ от "
      "трёх "
      "лет, Spring Boot, Docker\n- уверенное знание SQL\n\nБудет плюсом:\n- Kubernetes, CI/CD\n";

static char *
read_text (int    argc,
           char **argv)
{
  g_autoptr (GString) once = g_string_new (argc > 1 ? NULL : sample);
  GString            *text = g_string_new (NULL);

  for (int i = 1; i < argc; i++)
    {
      g_autofree char *contents = NULL;

      if (g_file_get_contents (argv[i], &contents, NULL, NULL))
        g_string_append (once, contents);
    }
  while (once->len > 0 && text->len < LEAST_BYTES)
    g_string_append (text, once->str);
  return g_string_free (text, FALSE);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double
get_median (double *values)
{
  qsort (values, ROUNDS, sizeof *values, compare);
  return values[ROUNDS / 2];
}

static double
get_seconds (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / G_USEC_PER_SEC;
}

static void
time_lookups (void)
{
  const TrellisVocabulary *skills = trellis_vocabulary_get_skills ();
  guint                    n = trellis_vocabulary_get_n_entries (skills), found = 0;
  gint64                   start = g_get_monotonic_time ();

  for (guint i = 0; i < LOOKUPS; i++)
    found += trellis_vocabulary_find (skills, trellis_vocabulary_get_entry (skills, i % n)->name)
             != NULL;
  g_print ("%u look-ups, %u found: %.0f ms\n", LOOKUPS, found, get_seconds (start) * 1000);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *text = read_text (argc, argv);
  double           size = (double) strlen (text) / 1e6;
  double           full[ROUNDS], bare[ROUNDS], f, b;
  gint64           start = g_get_monotonic_time ();
  guint            n_mentions = 0;

  trellis_vocabulary_get_skills ();
  g_print ("vocabulary: %.1f ms\n", get_seconds (start) * 1000);
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GArray) mentions = NULL;
      g_autofree char   *normal = NULL;
      g_autofree char   *folded = NULL;

      start = g_get_monotonic_time ();
      mentions = trellis_recognition_find (trellis_vocabulary_get_skills (), text);
      full[i] = get_seconds (start);
      n_mentions = mentions->len;
      start = g_get_monotonic_time ();
      normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
      folded = g_utf8_casefold (normal, -1);
      bare[i] = get_seconds (start);
    }
  f = get_median (full);
  b = get_median (bare);
  g_print ("%.1f MB, %u mentions: %.1f MB/s; NFKC and casefold: %.1f MB/s; %.2f times the floor\n",
           size, n_mentions, size / f, size / b, f / b);
  time_lookups ();
  return 0;
}
