/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads any bytes as a roadmap and as its progress: what is read is a tree that our own JSON takes
 * and gives back. With libFuzzer (-DTRELLIS_LIBFUZZER -fsanitize=fuzzer) the bytes come from there;
 * alone it takes files, and each of them a thousand times with something changed. */
#include <string.h>

#include "trellis-json.h"
#include "trellis-roadmap.h"

#define MAX_SIZE (256 * 1024)
#define N_CHANGES 1000

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
check_again (const TrellisReport *report)
{
  g_autofree char          *json = trellis_json_write (report);
  g_autoptr (GError)        error = NULL;
  g_autoptr (TrellisReport) again = trellis_json_read (json, "again.json", &error);

  if (again == NULL)
    g_error ("%s", error->message);
  if (!trellis_report_equal (report, again))
    g_error ("another tree comes back from\n%s", json);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char          *bytes = g_strndup ((const char *) data, MIN (size, MAX_SIZE));
  g_autofree char          *json = g_utf8_make_valid (bytes, -1);
  g_autoptr (GError)        error = NULL;
  g_autoptr (TrellisReport) report = trellis_roadmap_read (json, "fuzz.json", &error);

  if (report == NULL && error == NULL)
    g_error ("no roadmap, and no reason");
  if (report == NULL)
    report = trellis_report_new ();
  else
    check_again (report);

  trellis_roadmap_apply_progress (report, 1, json, "fuzz.json", NULL, NULL);
  return 0;
}

#ifndef TRELLIS_LIBFUZZER

/* Words of the format more often than chance would have it. */
static const char *const pieces[] = {
  "{", "}", "[", "]", "\"", ",", ":", "null", "-1e308", "1e999", "\\u0000", "\\ud800", "\"nodes\"",
  "\"edges\"", "\"topic\"", "\"subtopic\"", "\"section\"", "\"position\"", "\"data\"", "\"label\"",
  "\"done\":[\"clay\"],", "\xc2\xa0", "\xe2\x80\x8b",
};

/* Other places, ids and kinds, but mostly JSON as before. */
static void
shuffle (GString *bytes,
         GRand   *rand)
{
  for (int n = g_rand_int_range (rand, 1, 60); n > 0; n--)
    {
      char *p = bytes->str + g_rand_int_range (rand, 0, (int) bytes->len);
      char *q = bytes->str + g_rand_int_range (rand, 0, (int) bytes->len);

      if ((g_ascii_isdigit (*p) && g_ascii_isdigit (*q) && *p != '0' && *q != '0')
          || (g_ascii_isalpha (*p) && g_ascii_isalpha (*q)))
        {
          char letter = *p;

          *p = *q;
          *q = letter;
        }
    }
}

static void
damage (GString *bytes,
        GRand   *rand)
{
  int n = g_rand_int_range (rand, 1, 6);

  for (int i = 0; i < n; i++)
    {
      gsize at = (gsize) g_rand_int_range (rand, 0, (int) bytes->len + 1);
      gsize length = MIN ((gsize) g_rand_int_range (rand, 0, 30), bytes->len - at);

      g_string_erase (bytes, (gssize) at, (gssize) length);
      if (g_rand_boolean (rand))
        g_string_insert (bytes, (gssize) at,
                         pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
    }
}

static char *
change (const char *seed,
        gsize       size,
        GRand      *rand,
        gsize      *new_size)
{
  GString *bytes = g_string_new_len (seed, (gssize) size);

  shuffle (bytes, rand);
  if (g_rand_boolean (rand))
    damage (bytes, rand);

  *new_size = bytes->len;
  return g_string_free_and_steal (bytes);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (65);

  for (int i = 1; i < argc; i++)
    {
      g_autofree char   *contents = NULL;
      g_autoptr (GError) error = NULL;
      gsize              length;

      if (!g_file_get_contents (argv[i], &contents, &length, &error))
        g_error ("%s", error->message);
      LLVMFuzzerTestOneInput ((const guint8 *) contents, length);
      for (int n = 0; n < N_CHANGES; n++)
        {
          gsize            size;
          g_autofree char *changed = change (contents, length, rand, &size);

          LLVMFuzzerTestOneInput ((const guint8 *) changed, size);
        }
    }
  return 0;
}
#endif
