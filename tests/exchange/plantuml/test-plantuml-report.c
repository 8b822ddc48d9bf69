/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "trellis-plantuml.h"

static TrellisReport *
read_report (const char *text)
{
  g_autoptr (GError)          error = NULL;
  g_autoptr (TrellisPlantuml) plantuml = trellis_plantuml_read (text, "plan.puml", &error);

  g_assert_no_error (error);
  if (plantuml->n_not_understood > 0)
    g_error ("not understood in\n%s", text);
  return trellis_plantuml_to_report (plantuml, "folder/plan.puml");
}

/* The components as "grouping: name", one a line. */
static char *
print (const TrellisReport *report)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < report->components->len; i++)
    {
      const TrellisComponent *component = g_ptr_array_index (report->components, i);

      g_assert_cmpint (component->position, ==, i + 1);
      g_string_append_printf (out, "%s: %s\n", component->grouping, component->name);
    }
  return g_string_free_and_steal (out);
}

static void
add_component (TrellisReport *report,
               const char    *grouping,
               const char    *name)
{
  TrellisComponent *component = trellis_report_add (report, &trellis_component_type);

  component->position = (int) report->components->len;
  g_set_str (&component->grouping, grouping);
  g_set_str (&component->name, name);
}

static void
test_components (void)
{
  g_autoptr (TrellisReport) report
      = read_report ("@startuml\ntitle Mill\nactor Miller\npackage Yard {\n  [Scale]\n"
                     "  interface Gate\n}\n[Wheel]\npackage Yard {\n  database Stock\n}\n"
                     "Container(api, \"Order API\", \"C\", \"Takes *orders*\")\n@enduml\n");
  g_autofree char  *found = print (report);
  TrellisComponent *wheel = g_ptr_array_index (report->components, 0);
  TrellisComponent *api = g_ptr_array_index (report->components, 1);

  g_assert_cmpstr (report->title, ==, "Mill");
  g_assert_cmpstr (found, ==, ": Wheel\n: Order API\nYard: Scale\nYard: Stock\n");
  g_assert_cmpstr (wheel->base.file, ==, "folder/plan.puml");
  g_assert_cmpint (wheel->base.line, ==, 8);
  g_assert_cmpstr (api->description, ==, "C. Takes \\*orders\\*");
}

/* Components and deployment of one product draw much of it twice. */
static void
test_several_diagrams (void)
{
  g_autoptr (TrellisReport) report
      = read_report ("@startuml\n[Wheel]\n[Stones] as a\n[Stones] as b\n@enduml\n"
                     "@startuml\n[Wheel]\nnode Shed {\n  [Wheel] as w\n}\n@enduml\n");
  g_autofree char *found = print (report);

  g_assert_cmpstr (found, ==, ": Wheel\n: Stones\n: Stones\nShed: Wheel\n");
}

static void
test_written (void)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();
  g_autofree char          *text = NULL;

  g_set_str (&report->title, "The \"Mill\"");
  add_component (report, "", "Wheel");
  add_component (report, "Yard", "Scale\nof \"iron\"");
  add_component (report, "Yard / Barn", "C:\\new");
  add_component (report, "Shed", "List<Sack>");
  text = trellis_plantuml_write (report);
  g_assert_cmpstr (text, ==,
                   "@startuml\n"
                   "title The <U+0022>Mill<U+0022>\n"
                   "component \"Wheel\" as c1\n"
                   "package \"Yard\" {\n"
                   "  component \"Scale of <U+0022>iron<U+0022>\" as c2\n"
                   "  package \"Barn\" {\n"
                   "    component \"C:<U+005C>new\" as c3\n"
                   "  }\n"
                   "}\n"
                   "package \"Shed\" {\n"
                   "  component \"List<U+003C>Sack<U+003E>\" as c4\n"
                   "}\n"
                   "@enduml\n");
}

/* A package that is called like an alias is no component. */
static void
test_called_like_alias (void)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();
  g_autoptr (TrellisReport) back = NULL;
  g_autofree char          *text = NULL;
  g_autofree char          *found = NULL;

  add_component (report, "c1", "Page");
  add_component (report, "c1", "c_2");
  text = trellis_plantuml_write (report);
  back = read_report (text);
  found = print (back);
  g_assert_cmpstr (found, ==, "c1: Page\nc1: c_2\n");
}

static char *
make_name (GRand      *rand,
           const char *stem)
{
  static const char *const pieces[]
      = { "\"", "\\", "\\n", "<b>", "<", ">", "**", "//", "__", "~", "--", "==", "..", "/'", "'/",
          "'", "[", "]", "{", "}", "%x%", "$a", "&", "&#65;", "#red", " ", ": ", "<<a>>", "[[u]]",
          "<U+0041>", "<$s>", "()", "!", "@enduml", "ё", "😀", "/ ", "as", "end title", ";", "," };
  GString *name = g_string_new (g_rand_boolean (rand) ? stem : "");

  for (int n = g_rand_int_range (rand, 0, 6); n > 0; n--)
    g_string_append (name, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  if (!g_str_has_prefix (name->str, stem))
    g_string_append (name, stem);
  return g_strstrip (g_string_free_and_steal (name));
}

/* Names and groupings on one line, those in no group first: as a report keeps them. */
static TrellisReport *
make_report (GRand *rand)
{
  TrellisReport   *report = trellis_report_new ();
  g_autofree char *title = make_name (rand, "mill");

  g_set_str (&report->title, title);
  for (int group = 0; group < 3; group++)
    {
      g_autofree char *stem = g_strdup_printf ("layer%d", group);
      g_autofree char *outer = make_name (rand, stem);
      g_autofree char *inner = make_name (rand, stem);
      g_autofree char *deep = g_strconcat (outer, " / ", inner, NULL);

      for (int n = g_rand_int_range (rand, 1, 3); n > 0; n--)
        {
          g_autofree char *name = make_name (rand, "part");

          add_component (report, group == 0 ? "" : g_rand_boolean (rand) && n == 1 ? deep
                                                                                   : outer,
                         name);
        }
    }
  return report;
}

static char *
collapse (const char *text)
{
  g_autofree char *copy = g_strdup (text);
  g_auto (GStrv)   words = g_strsplit (copy, " ", -1);
  GString         *out = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", words[i]);
  return g_string_free_and_steal (out);
}

static void
test_any_names (void)
{
  for (guint32 seed = 0; seed < 3000; seed++)
    {
      g_autoptr (GRand)         rand = g_rand_new_with_seed (seed);
      g_autoptr (TrellisReport) report = make_report (rand);
      g_autofree char          *text = trellis_plantuml_write (report);
      g_autoptr (TrellisReport) back = read_report (text);
      g_autofree char          *before = print (report);
      g_autofree char          *after = print (back);
      g_autofree char          *expected = collapse (before);
      g_autofree char          *found = collapse (after);
      g_autofree char          *title = collapse (report->title);

      if (!g_str_equal (expected, found))
        g_test_message ("seed %u:\n%s", seed, text);
      g_assert_cmpstr (found, ==, expected);
      g_assert_cmpstr (back->title, ==, title);
    }
}

static double
read_seconds (const char *text,
              guint      *n_elements)
{
  g_autoptr (TrellisPlantuml) plantuml = NULL;
  gint64                      start = g_get_monotonic_time ();

  plantuml = trellis_plantuml_read (text, "plan.puml", NULL);
  *n_elements = plantuml != NULL ? plantuml->elements->len : 0;
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

/* What goes over the rest of the text for every line would take minutes. */
static void
test_large (void)
{
  static const char *const pieces[] = { "package \"a\" {\n",
                                        "{\n",
                                        "[",
                                        "[x",
                                        "]",
                                        "\"",
                                        "(",
                                        "/'",
                                        "<b>",
                                        "**a",
                                        "note left of A\n",
                                        "title\n",
                                        "component \"open\n",
                                        "component x [\n",
                                        "[A] --> [B]\n",
                                        "Container(a, \n",
                                        "skinparam x {\n",
                                        "@startuml\n",
                                        "@startuml\n[A]\n@enduml\n",
                                        "x --> y\n",
                                        "!procedure\n",
                                        "-",
                                        "<<",
                                        "component a ",
                                        "as ",
                                        ":",
                                        "$a ",
                                        "{\n}\n",
                                        "Boundary(a,\"b\") {\n" };
  const guint              n = 60000;

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new ("[First]\n");
      guint               n_elements;
      double              seconds;

      for (guint j = 0; j < n; j++)
        g_string_append (text, pieces[i]);
      seconds = read_seconds (text->str, &n_elements);
      g_test_message ("%.3f s for %" G_GSIZE_FORMAT " bytes of “%s”", seconds, text->len,
                      pieces[i]);
      g_assert_cmpfloat (seconds, <, 5.0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plantuml/report/what-is-ticked-is-a-component", test_components);
  g_test_add_func ("/plantuml/report/a-second-diagram-adds-what-is-new", test_several_diagrams);
  g_test_add_func ("/plantuml/report/components-are-written-in-their-packages", test_written);
  g_test_add_func ("/plantuml/report/names-like-aliases-come-back", test_called_like_alias);
  g_test_add_func ("/plantuml/report/any-names-come-back", test_any_names);
  g_test_add_func ("/plantuml/report/time-grows-with-the-length-only", test_large);

  return g_test_run ();
}
