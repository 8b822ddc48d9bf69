/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "trellis-error.h"
#include "trellis-plantuml.h"

/* With TRELLIS_TEST_UPDATE set, what is expected is written anew, to be looked over. */

static TrellisPlantuml *
read_fine (const char *text)
{
  g_autoptr (GError) error = NULL;
  TrellisPlantuml   *plantuml = trellis_plantuml_read (text, "plan.puml", &error);

  g_assert_no_error (error);
  g_assert_nonnull (plantuml);
  return plantuml;
}

static const TrellisPlantumlElement *
element_at (const TrellisPlantuml *plantuml,
            guint                  index)
{
  g_assert_cmpuint (index, <, plantuml->elements->len);
  return g_ptr_array_index (plantuml->elements, index);
}

static char *
read_data (const char *name)
{
  g_autofree char   *path = g_test_build_filename (G_TEST_DIST, "data", "plantuml", name, NULL);
  g_autoptr (GError) error = NULL;
  char              *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
print_element (GString                      *out,
               const TrellisPlantumlElement *element)
{
  g_string_append_printf (out, "%d [%s] %s “%s”", element->line,
                          element->ticked ? "x" : element->offered ? " "
                                                                   : "-",
                          element->kind, element->name);
  if (!g_str_equal (element->name, element->alias))
    g_string_append_printf (out, " as %s", element->alias);
  if (*element->group != '\0')
    g_string_append_printf (out, " in %s", element->group);
  if (*element->description != '\0')
    g_string_append_printf (out, ": %s", element->description);
  g_string_append_c (out, '\n');
}

static char *
print (const TrellisPlantuml *plantuml)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "title: %s\n", plantuml->title);
  for (guint i = 0; i < plantuml->elements->len; i++)
    print_element (out, g_ptr_array_index (plantuml->elements, i));
  for (guint i = 0; i < plantuml->groups->len; i++)
    {
      const TrellisPlantumlGroup *group = g_ptr_array_index (plantuml->groups, i);

      g_string_append_printf (out, "%d group %s (%s)\n", group->line, group->path, group->alias);
    }
  g_string_append_printf (out, "%u links, %u ticked\n", plantuml->n_links,
                          trellis_plantuml_count_ticked (plantuml));
  for (guint i = 0; i < plantuml->not_understood->len; i++)
    {
      const TrellisPlantumlSkipped *skipped = g_ptr_array_index (plantuml->not_understood, i);

      g_string_append_printf (out, "%d not understood: %s\n", skipped->line, skipped->text);
    }
  return g_string_free_and_steal (out);
}

static void
assert_as_expected (const char *name)
{
  g_autofree char            *text = read_data (name);
  g_autoptr (TrellisPlantuml) plantuml = read_fine (text);
  g_autofree char            *found = print (plantuml);
  g_autofree char            *stem = g_strndup (name, strlen (name) - strlen (".puml"));
  g_autofree char            *expected_name = g_strconcat (stem, ".expected", NULL);
  g_autofree char            *expected = NULL;

  if (g_getenv ("TRELLIS_TEST_UPDATE") != NULL)
    {
      g_autofree char *path
          = g_test_build_filename (G_TEST_DIST, "data", "plantuml", expected_name, NULL);

      g_assert_true (g_file_set_contents (path, found, -1, NULL));
    }
  expected = read_data (expected_name);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_expected (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "plantuml", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;
  guint            n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".puml"))
      {
        g_test_message ("%s", name);
        assert_as_expected (name);
        n++;
      }
  g_assert_cmpuint (n, >=, 8);
}

static void
assert_refused (const char *text,
                int         code,
                const char *told)
{
  g_autoptr (GError)          error = NULL;
  g_autoptr (TrellisPlantuml) plantuml = trellis_plantuml_read (text, "plan.puml", &error);

  g_assert_null (plantuml);
  g_assert_error (error, TRELLIS_ERROR, code);
  g_assert_nonnull (strstr (error->message, told));
  g_assert_nonnull (strstr (error->message, "plan.puml"));
}

static void
test_foreign (void)
{
  assert_refused ("@startuml\nparticipant Cook\nactor Guest\nGuest -> Cook : order\n"
                  "activate Cook\nreturn soup\n@enduml\n",
                  TRELLIS_ERROR_FORMAT, "sequence diagram");
  assert_refused ("@startuml\nGuest -> Cook : order\nCook --> Guest : soup\n@enduml",
                  TRELLIS_ERROR_FORMAT, "sequence diagram");
  assert_refused ("@startuml\nclass Soup {\n  +heat()\n  -salt: int\n}\nclass Pot\n"
                  "Soup --> Pot\n@enduml",
                  TRELLIS_ERROR_FORMAT, "class diagram");
  assert_refused ("@startuml\ninterface Pot {\n  {abstract} boil()\n}\nenum Size\n@enduml",
                  TRELLIS_ERROR_FORMAT, "class diagram");
  assert_refused ("@startuml\n[*] --> Cold\nCold --> Hot : heat\nHot --> [*]\n@enduml",
                  TRELLIS_ERROR_FORMAT, "state diagram");
  assert_refused ("@startuml\nstart\n:boil water;\nif (salt?) then (yes)\n:eat;\nendif\nstop\n"
                  "@enduml",
                  TRELLIS_ERROR_FORMAT, "activity diagram");
  assert_refused ("flowchart TD\n  A[Pot] --> B[Lid]\n  subgraph one\n  end\n",
                  TRELLIS_ERROR_FORMAT, "Mermaid flowchart");
  assert_refused ("@startmindmap\n* soup\n@endmindmap\n", TRELLIS_ERROR_FORMAT,
                  "not a component diagram");
}

static void
test_nothing (void)
{
  assert_refused ("", TRELLIS_ERROR_EMPTY, "is empty");
  assert_refused (" \r\n\t\n", TRELLIS_ERROR_EMPTY, "is empty");
  assert_refused ("@startuml\n@enduml\n", TRELLIS_ERROR_FORMAT, "has no components");
  assert_refused ("\n\nhello, this is a letter\n", TRELLIS_ERROR_FORMAT, "plan.puml:3:");
}

static void
test_line_ends (void)
{
  g_autoptr (TrellisPlantuml) plantuml
      = read_fine ("\xEF\xBB\xBF@startuml\r\n\xC2\xA0\xC2\xA0[One\xC2\xA0oven]\r[Two]\r\n@enduml");

  g_assert_cmpuint (plantuml->elements->len, ==, 2);
  g_assert_cmpstr (element_at (plantuml, 0)->name, ==, "One oven");
  g_assert_cmpint (element_at (plantuml, 0)->line, ==, 2);
  g_assert_cmpstr (element_at (plantuml, 1)->name, ==, "Two");
  g_assert_cmpint (element_at (plantuml, 1)->line, ==, 3);
}

/* What never ends costs its own line only. */
static void
test_unclosed (void)
{
  static const char *const openings[]
      = { "note left of A", "title", "legend", "<style>", "!procedure $x()", "component \"open",
          "component x [ open", "[open", "Container(a, \"b\"", "/' open" };

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_autofree char            *text = g_strdup_printf ("[Before]\n%s\n[After]\n", openings[i]);
      g_autoptr (TrellisPlantuml) plantuml = read_fine (text);

      g_test_message ("%s", openings[i]);
      g_assert_cmpuint (plantuml->elements->len, ==, 2);
      g_assert_cmpstr (element_at (plantuml, 1)->name, ==, "After");
      g_assert_cmpuint (plantuml->n_not_understood, ==, 1);
      g_assert_cmpint (((TrellisPlantumlSkipped *) plantuml->not_understood->pdata[0])->line, ==,
                       2);
    }
}

static void
test_many_skipped (void)
{
  g_autoptr (GString)         text = g_string_new ("[Pot]\n");
  g_autoptr (TrellisPlantuml) plantuml = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "what is this\n");
  plantuml = read_fine (text->str);
  g_assert_cmpuint (plantuml->n_not_understood, ==, 1000);
  g_assert_cmpuint (plantuml->not_understood->len, ==, TRELLIS_PLANTUML_MAX_SKIPPED);
}

/* A path is cut where it has grown too long, and ends with no blank for that. */
static void
test_long_path (void)
{
  g_autofree char *word = g_strnfill (298, 'k');
  g_autofree char *text
      = g_strdup_printf ("package \"%s larder\" {\n[Shelf]\n}\n", word);
  g_autoptr (TrellisPlantuml) plantuml = read_fine (text);

  g_assert_cmpstr (((TrellisPlantumlGroup *) plantuml->groups->pdata[0])->path, ==,
                   word);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plantuml/diagrams-give-what-is-expected", test_expected);
  g_test_add_func ("/plantuml/another-diagram-is-named", test_foreign);
  g_test_add_func ("/plantuml/no-component-is-an-error", test_nothing);
  g_test_add_func ("/plantuml/every-line-end-and-a-byte-order-mark-will-do", test_line_ends);
  g_test_add_func ("/plantuml/what-never-ends-costs-one-line", test_unclosed);
  g_test_add_func ("/plantuml/a-path-is-cut-and-trimmed", test_long_path);
  g_test_add_func ("/plantuml/skipped-lines-are-counted-and-some-are-kept", test_many_skipped);

  return g_test_run ();
}
