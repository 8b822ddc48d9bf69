/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

/* Diagrams and tables, in and out. */

#define KITCHEN                                 \
  "@startuml\n"                                 \
  "title Soup kitchen\n"                        \
  "actor Guest\n"                               \
  "package \"Front of house\" {\n"              \
  "  [Order desk] as desk\n"                    \
  "  [Waiting list]\n"                          \
  "}\n"                                         \
  "package \"Back of house\" {\n"               \
  "  component \"Stove controller\" as stove\n" \
  "  database Recipes\n"                        \
  "}\n"                                         \
  "queue Orders\n"                              \
  "Guest --> desk\n"                            \
  "desk --> Orders\n"                           \
  "@enduml\n"

static void
test_diagram (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *markdown = NULL;
  g_autofree char *plantuml = NULL;

  fixture_put (fixture, "kitchen.puml", KITCHEN);
  fixture_assert_fine (fixture, "convert kitchen.puml -o out.md");
  markdown = fixture_read (fixture, "out.md");
  g_assert_cmpstr (markdown, ==,
                   "## Components and roles\n\n- Orders\n- Order desk\n- Waiting list\n"
                   "- Stove controller\n- Recipes\n");

  fixture_assert_fine (fixture, "convert kitchen.puml -o out.puml");
  plantuml = fixture_read (fixture, "out.puml");
  g_assert_cmpstr (plantuml, ==,
                   "@startuml\ntitle Soup kitchen\ncomponent \"Orders\" as c1\n"
                   "package \"Front of house\" {\n"
                   "  component \"Order desk\" as c2\n"
                   "  component \"Waiting list\" as c3\n"
                   "}\n"
                   "package \"Back of house\" {\n"
                   "  component \"Stove controller\" as c4\n"
                   "  component \"Recipes\" as c5\n"
                   "}\n@enduml\n");
}

/* The other formats take a diagram on, and a language its heading. */
static void
test_diagram_elsewhere (Fixture      *fixture,
                        gconstpointer data)
{
  g_autofree char *direct = NULL, *by_json = NULL, *russian = NULL;

  fixture_put (fixture, "kitchen.puml", KITCHEN);
  fixture_assert_fine (fixture, "convert kitchen.puml -o kitchen.json");
  fixture_assert_fine (fixture, "convert kitchen.json -o by-json.puml");
  fixture_assert_fine (fixture, "convert kitchen.puml -o direct.puml");
  fixture_assert_fine (fixture, "convert kitchen.puml -o kitchen.pdf");
  fixture_assert_fine (fixture, "convert kitchen.puml -o russian.md --language ru");
  direct = fixture_read (fixture, "direct.puml");
  by_json = fixture_read (fixture, "by-json.puml");
  russian = fixture_read (fixture, "russian.md");
  g_assert_cmpstr (direct, ==, by_json);
  g_assert_true (g_str_has_prefix (russian, "## Компоненты и роли\n\n- Orders\n"));

  fixture_put (fixture, "bare.md", "## Reflection\n\nI learnt to cook.\n");
  fixture_assert_wrong (fixture, "convert bare.md -o bare.puml", "has no components to draw");
}

static void
test_diagram_checked (Fixture      *fixture,
                      gconstpointer data)
{
  fixture_put (fixture, "kitchen.puml", KITCHEN);
  fixture_run (fixture, "check kitchen.puml");
  g_assert_cmpstr (fixture->errors, ==, "");
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->output, "5 of at least 5 components"));
  g_assert_nonnull (strstr (fixture->output, "0 of 5 components with a role"));
}

/* What the reader leaves out is said, and the rest is there. */
static void
test_diagram_in_part (Fixture      *fixture,
                      gconstpointer data)
{
  g_autofree char *markdown = NULL;

  fixture_put (fixture, "plan.puml", "@startuml\n[Oven]\nbake it well\nand soon\n@enduml\n");
  fixture_run (fixture, "convert plan.puml -o out.md");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (
      fixture->errors, ==,
      "trellis-cli: plan.puml:3: 2 lines are not understood and left out; this is the first.\n");
  markdown = fixture_read (fixture, "out.md");
  g_assert_nonnull (strstr (markdown, "- Oven\n"));

  fixture_put (fixture, "sequence.puml", "@startuml\nparticipant Cook\nCook -> Guest\n@enduml\n");
  fixture_assert_wrong (fixture, "convert sequence.puml -o out.md",
                        "“sequence.puml” looks like a sequence diagram");
}

static void
test_library (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *plantuml = NULL;
  g_autofree char *matrix = NULL;
  g_autofree char *demand = NULL;

  fixture_put (fixture, "kitchen.puml", KITCHEN);
  fixture_assert_fine (fixture, "import kitchen.puml --library l.db");
  g_assert_cmpstr (fixture->output, ==, "1\n");
  fixture_assert_fine (fixture, "export 1 -o back.puml --library l.db");
  fixture_assert_fine (fixture, "export 1 -o back.txt --format plantuml --library l.db");
  plantuml = fixture_read (fixture, "back.puml");
  matrix = fixture_read (fixture, "back.txt");
  g_assert_cmpstr (plantuml, ==, matrix);
  g_assert_nonnull (strstr (plantuml, "  component \"Recipes\" as c5\n"));
  g_clear_pointer (&matrix, g_free);

  fixture_assert_fine (fixture, "import @sample --library l.db");
  fixture_assert_fine (fixture, "export 2 -o m.csv --spreadsheet --library l.db");
  fixture_assert_fine (fixture, "export 2 -o d --format csv --table demand --library l.db");
  matrix = fixture_read (fixture, "m.csv");
  demand = fixture_read (fixture, "d");
  g_assert_true (g_str_has_prefix (matrix, "\xEF\xBB\xBF\"\";\"Mobile engineer\";"));
  g_assert_true (g_str_has_prefix (demand, "skill,postings,of,numbers\r\n\"Python\",5,6,"));
}

/* The matrix of a report goes out and comes back, in either form. */
static void
test_table (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *once = NULL, *by_table = NULL, *by_sheet = NULL, *by_markdown = NULL;

  fixture_assert_fine (fixture, "convert @sample -o once.csv");
  fixture_assert_fine (fixture, "convert once.csv -o twice.csv");
  fixture_assert_fine (fixture, "convert @sample -o sheet.csv --spreadsheet");
  fixture_assert_fine (fixture, "convert sheet.csv -o back.csv");
  fixture_assert_fine (fixture, "convert once.csv -o once.md");
  fixture_assert_fine (fixture, "convert once.md -o thrice.csv");
  once = fixture_read (fixture, "once.csv");
  by_table = fixture_read (fixture, "twice.csv");
  by_sheet = fixture_read (fixture, "back.csv");
  by_markdown = fixture_read (fixture, "thrice.csv");
  g_assert_cmpstr (once, ==, by_table);
  g_assert_cmpstr (once, ==, by_sheet);
  g_assert_cmpstr (once, ==, by_markdown);
}

static void
test_table_by_hand (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *markdown = NULL;

  fixture_put (fixture, "m.csv", "Component;Baker;Waiter\nOven;+;\nDoor;no;Waiter (evenings)\n");
  fixture_assert_fine (fixture, "convert m.csv -o out.md --template two-file");
  markdown = fixture_read (fixture, "out.md");
  g_assert_nonnull (strstr (markdown, "- Oven\n  - Baker\n- Door\n  - Waiter (evenings)\n"));

  fixture_assert_fine (fixture, "import m.csv --library l.db");
  fixture_assert_fine (fixture, "list --library l.db");
  g_assert_nonnull (strstr (fixture->output, "1\tm\t"));
}

static void
test_wrong_tables (Fixture      *fixture,
                   gconstpointer data)
{
  fixture_put (fixture, "m.csv", "a,Baker\nOven,\"x\n");
  fixture_assert_wrong (fixture, "convert m.csv -o out.md", "m.csv:2: A cell begins with a quot");
  fixture_put (fixture, "m.csv", "a,Baker\n,x\n");
  fixture_assert_wrong (fixture, "convert m.csv -o out.md", "m.csv:2: A row has no component");
  fixture_put (fixture, "m.csv", "a,Baker\nOven,,x\n");
  fixture_assert_wrong (fixture, "convert m.csv -o out.md", "m.csv:2: A cell stands under no role");
  fixture_assert_fine (fixture, "convert @sample -o demand.csv --table demand");
  fixture_assert_wrong (fixture, "import demand.csv --library l.db", "is a table of demand");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  FIXTURE_ADD ("/formats/a-diagram-gives-components-and-packages", test_diagram);
  FIXTURE_ADD ("/formats/a-diagram-goes-on-to-other-formats", test_diagram_elsewhere);
  FIXTURE_ADD ("/formats/components-of-a-diagram-have-no-role-yet", test_diagram_checked);
  FIXTURE_ADD ("/formats/lines-left-out-of-a-diagram-are-told", test_diagram_in_part);
  FIXTURE_ADD ("/formats/the-library-takes-and-gives-diagrams-and-tables", test_library);
  FIXTURE_ADD ("/formats/a-matrix-comes-back-from-its-table", test_table);
  FIXTURE_ADD ("/formats/a-table-made-by-hand-is-a-matrix", test_table_by_hand);
  FIXTURE_ADD ("/formats/a-wrong-table-is-told-with-its-line", test_wrong_tables);

  return g_test_run ();
}
