/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads any bytes as each file of ours in JSON, a report and a course's template: it is one, and
 * then a report is written and read as the same, or one sentence says why it is none. */
#include "fuzz.h"
#include "trellis-json.h"
#include "trellis-template.h"

#include <string.h>

#define MAX_SIZE (64 * 1024)

static void
check_told (gboolean      is_read,
            const GError *error)
{
  if (is_read == (error != NULL))
    g_error ("neither read nor refused");
  if (error != NULL && (*error->message == '\0' || strchr (error->message, '\n') != NULL))
    g_error ("not a sentence: “%s”", error->message);
}

static void
read_report (const char *json)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (TrellisReport) report = trellis_json_read (json, "report.json", &error);
  g_autoptr (TrellisReport) again = NULL;
  g_autofree char          *once = NULL;
  g_autofree char          *twice = NULL;

  check_told (report != NULL, error);
  if (report == NULL)
    return;

  once = trellis_json_write (report);
  again = trellis_json_read (once, "report.json", &error);
  if (again == NULL)
    g_error ("what was written is refused: %s", error->message);
  twice = trellis_json_write (again);
  if (!g_str_equal (once, twice))
    g_error ("a second reading changes\n%s\ninto\n%s", once, twice);
}

static void
read_template (const char *json)
{
  g_autoptr (GError) error = NULL;
  TrellisTemplate   *layout = trellis_template_new_from_json (json, "course.json", &error);

  check_told (layout != NULL, error);
  g_clear_pointer (&layout, trellis_template_free);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *bytes = g_strndup ((const char *) data, MIN (size, MAX_SIZE));

  read_report (bytes);
  read_template (bytes);
  return 0;
}
