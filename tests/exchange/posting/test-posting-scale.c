/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is broken or huge is read, or refused with a sentence; how long that takes is measured in
 * bench-postings. */

#include "fixture.h"
#include "scale-samples.h"

#include <string.h>

#define SCALE 8

static void
assert_read_or_refused (gconstpointer data)
{
  const ScaleSample    *sample = data;
  g_autofree char      *text = sample->make (SCALE);
  g_autoptr (GBytes)    bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) found = trellis_posting_import_bytes (bytes, NULL, &error);

  g_assert_true ((found == NULL) == (error != NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (const ScaleSample *sample = scale_samples; sample->name != NULL; sample++)
    {
      g_autofree char *path = g_strconcat ("/posting/scale/", sample->name, NULL);

      g_strdelimit (path, "_", '-');
      g_test_add_data_func (path, sample, assert_read_or_refused);
    }
  return g_test_run ();
}
