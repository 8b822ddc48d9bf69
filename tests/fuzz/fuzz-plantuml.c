/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads any bytes as PlantUML: every element has a name and a line, and the components that come of
 * it are written so that they come back. With libFuzzer (-DTRELLIS_LIBFUZZER -fsanitize=fuzzer) the
 * bytes come from there; alone it takes files, and changes each of them in some ways. */
#include <string.h>

#include "trellis-plantuml.h"

#define MAX_SIZE (64 * 1024)

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
check_elements (const TrellisPlantuml *plantuml)
{
  for (guint i = 0; i < plantuml->elements->len; i++)
    {
      const TrellisPlantumlElement *element = g_ptr_array_index (plantuml->elements, i);

      if (*element->name == '\0' || element->line < 1 || strchr (element->name, '\n') != NULL
          || (element->ticked && !element->offered)
          || !g_utf8_validate (element->name, -1, NULL))
        g_error ("element %u, “%s”, of line %d is broken", i, element->name, element->line);
    }
}

static void
check_same (const TrellisReport *before,
            const TrellisReport *after,
            const char          *text)
{
  if (before->components->len != after->components->len)
    g_error ("%u components became %u in\n%s", before->components->len, after->components->len,
             text);
  for (guint i = 0; i < before->components->len; i++)
    {
      const TrellisComponent *a = g_ptr_array_index (before->components, i);
      const TrellisComponent *b = g_ptr_array_index (after->components, i);

      if (!g_str_equal (a->name, b->name) || !g_str_equal (a->grouping, b->grouping))
        g_error ("“%s: %s” became “%s: %s” in\n%s", a->grouping, a->name, b->grouping, b->name,
                 text);
    }
}

static void
check_written (const TrellisReport *report)
{
  g_autofree char            *text = trellis_plantuml_write (report);
  g_autoptr (TrellisPlantuml) plantuml = trellis_plantuml_read (text, "written", NULL);
  g_autoptr (TrellisReport)   back = NULL;

  if (plantuml == NULL || plantuml->n_not_understood > 0)
    g_error ("not understood:\n%s", text);
  back = trellis_plantuml_to_report (plantuml, NULL);
  check_same (report, back, text);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char            *bytes = g_strndup ((const char *) data, MIN (size, MAX_SIZE));
  g_autofree char            *text = g_utf8_make_valid (bytes, -1);
  g_autoptr (GError)          error = NULL;
  g_autoptr (TrellisPlantuml) plantuml = trellis_plantuml_read (text, "fuzz.puml", &error);
  g_autoptr (TrellisReport)   report = NULL;

  if (plantuml == NULL)
    {
      if (error == NULL || strchr (error->message, '\n') != NULL)
        g_error ("no diagram, and no sentence");
      return 0;
    }
  check_elements (plantuml);
  report = trellis_plantuml_to_report (plantuml, "fuzz.puml");
  if (report->components->len > 0)
    check_written (report);
  return 0;
}

#ifndef TRELLIS_LIBFUZZER

/* Cuts out, doubles, or puts a piece of the grammar somewhere. */
static void
change (GByteArray *bytes,
        GRand      *rand)
{
  static const char *const pieces[]
      = { "\"", "[", "]", "{", "}\n", "(", ")", "/'", "'/", "\n", " as ", "<<", ">>", "-->", ":",
          "@startuml\n", "@enduml\n", "\\n", "----\n", "note left\n", "\xFF", "<U+0022>", "()" };
  guint                  at = (guint) g_rand_int_range (rand, 0, (gint32) bytes->len + 1);
  guint                  some = (guint) g_rand_int_range (rand, 0, 40);
  guint                  length = MIN (some, bytes->len - at);
  const char            *piece = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];
  g_autoptr (GByteArray) changed = g_byte_array_new ();
  gboolean               cuts = g_rand_boolean (rand);

  g_byte_array_append (changed, bytes->data, at);
  g_byte_array_append (changed, (const guint8 *) piece, (guint) strlen (piece));
  if (!cuts)
    g_byte_array_append (changed, bytes->data + at, length);
  g_byte_array_append (changed, bytes->data + at + (cuts ? length : 0),
                       bytes->len - at - (cuts ? length : 0));
  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, changed->data, changed->len);
}

int
main (int   argc,
      char *argv[])
{
  for (int i = 1; i < argc; i++)
    {
      g_autofree char   *contents = NULL;
      g_autoptr (GError) error = NULL;
      gsize              length;

      if (!g_file_get_contents (argv[i], &contents, &length, &error))
        g_error ("%s", error->message);
      for (guint32 seed = 0; seed < 300; seed++)
        {
          g_autoptr (GByteArray) bytes = g_byte_array_new ();
          g_autoptr (GRand)      rand = g_rand_new_with_seed (seed);

          g_byte_array_append (bytes, (const guint8 *) contents, (guint) length);
          for (guint n = seed % 12; n > 0; n--)
            change (bytes, rand);
          LLVMFuzzerTestOneInput (bytes->data, bytes->len);
        }
    }
  return 0;
}
#endif
