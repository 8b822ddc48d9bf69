/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-reader-fixture.h"

/* One way in which students describe roles. Each has the same two, in the same order. */
typedef struct
{
  const char *path;
  const char *markdown;
} Shape;

static const Shape shapes[] = {
  { "/reader/roles/items-with-a-dash",
    "1. **Lamp engineer** — trims the wick.\n\n2. **Fog analyst** — counts the horns.\n" },
  { "/reader/roles/nested-items",
    "1. **Lamp engineer**\n   - trims the wick.\n\n2. **Fog analyst**\n   - counts the horns.\n" },
  { "/reader/roles/sub-headings",
    "### 1. Lamp engineer\n\ntrims the wick.\n\n### 2. Fog analyst\n\ncounts the horns.\n" },
  { "/reader/roles/bold-lines",
    "**1. Lamp engineer:** trims the wick.  \n**2. Fog analyst:** counts the horns.\n" },
  { "/reader/roles/bold-lines-over-items",
    "**1. Lamp engineer**\n- trims the wick.\n\n**2. Fog analyst**\n- counts the horns.\n" },
  { "/reader/roles/numbers-over-bullets",
    "1. Lamp engineer\n\nResponsibilities:\n\n- trims the wick.\n\n1. Fog "
    "analyst\n\nResponsibilities:\n\n- counts the horns.\n" },
  { "/reader/roles/names-and-texts-alternate",
    "- Lamp engineer\n- trims the wick.\n- Fog analyst\n- counts the horns.\n" },
  { "/reader/roles/lines-with-a-dash",
    "Lamp engineer - trims the wick.\n\nFog analyst - counts the horns.\n" },
  { "/reader/roles/bare-numbers",
    "1 Lamp engineer –trims the wick.  \n2 Fog analyst – counts the horns.\n" },
  { "/reader/roles/continued-lines",
    "* **Lamp engineer**\n  trims the wick.\n\n* **Fog analyst**\n  counts the horns.\n" },
};

static TrellisRole *
described (const TrellisReport *report,
           int                  place)
{
  for (guint i = 0; i < report->roles->len; i++)
    {
      TrellisRole *role = g_ptr_array_index (report->roles, i);

      if (role->described == place)
        return role;
    }
  return NULL;
}

static void
test_shape (gconstpointer data)
{
  const Shape     *shape = data;
  g_autofree char *markdown
      = g_strconcat ("## Roles and responsibilities\n\n", shape->markdown, NULL);
  g_autoptr (TrellisReport) report = fixture_read (markdown);

  g_assert_cmpuint (report->roles->len, ==, 2);
  g_assert_cmpstr (described (report, 1)->name, ==, "Lamp engineer");
  g_assert_cmpstr (described (report, 2)->name, ==, "Fog analyst");
  g_assert_nonnull (strstr (described (report, 1)->responsibilities, "trims the wick."));
  g_assert_nonnull (strstr (described (report, 2)->responsibilities, "counts the horns."));
  fixture_assert_keeps_words (markdown);
  fixture_assert_stable (markdown);
}

static const char matrix[]
    = "## Components and roles\n\n"
      "- Lantern room\n  - Lamp engineer (gas)\n  - SRE\n  - Keeper — at night\n"
      "- Horn\n  - lamp engineer\n  - Site Reliability Engineer (SRE)\n  - Lamp engineer (oil)\n\n"
      "## Roles and responsibilities\n\n- Lamp engineer — trims the wick.\n- SRE (Site Reliability "
      "Engineer) — stays awake.\n";

static void
test_wordings (void)
{
  g_autoptr (TrellisReport) report = fixture_read (matrix);
  const TrellisRole        *lamp = trellis_report_find_role (report, "Lamp engineer");
  const TrellisInvolvement *first = g_ptr_array_index (report->involvements, 0);
  const TrellisInvolvement *again = g_ptr_array_index (report->involvements, 3);

  g_assert_cmpuint (report->components->len, ==, 2);
  g_assert_cmpuint (report->involvements->len, ==, 6);
  g_assert_nonnull (lamp);
  g_assert_cmpint (first->role_id, ==, lamp->base.id);
  g_assert_cmpstr (first->wording, ==, "Lamp engineer (gas)");
  g_assert_cmpint (again->role_id, ==, lamp->base.id);
  g_assert_cmpstr (again->wording, ==, "lamp engineer");
  fixture_assert_keeps_words (matrix);
  fixture_assert_stable (matrix);
}

static void
test_twice_in_a_component (void)
{
  g_autoptr (TrellisReport) report = fixture_read (matrix);
  const TrellisInvolvement *oil = g_ptr_array_index (report->involvements, 5);
  const TrellisRole        *role = trellis_report_find (report, &trellis_role_type, oil->role_id);

  g_assert_cmpstr (role->name, ==, "Lamp engineer (oil)");
}

static void
test_abbreviations (void)
{
  g_autoptr (TrellisReport) report = fixture_read (matrix);
  const TrellisRole        *sre = trellis_report_find_role (report, "SRE");
  const TrellisInvolvement *spelt = g_ptr_array_index (report->involvements, 4);

  g_assert_nonnull (sre);
  g_assert_cmpstr (sre->name, ==, "SRE");
  g_assert_nonnull (strstr (sre->aliases, "Site Reliability Engineer"));
  g_assert_cmpint (spelt->role_id, ==, sre->base.id);
  g_assert_cmpint (sre->described, ==, 2);
}

static void
test_slashes (void)
{
  g_autoptr (TrellisReport) report
      = fixture_read ("## Components and roles\n\n- Dock\n  - DevOps / SRE\n  - SRE\n- Quay\n  - "
                      "DBA / Data engineer\n  - DBA\n");

  g_assert_cmpuint (report->roles->len, ==, 4);
}

static void
test_notes_in_cells (void)
{
  g_autoptr (TrellisReport) report = fixture_read (matrix);
  const TrellisInvolvement *keeper = g_ptr_array_index (report->involvements, 2);

  g_assert_cmpstr (keeper->note, ==, "at night");
  g_assert_cmpstr (keeper->wording, ==, "");
}

static void
test_lines_and_files (void)
{
  g_autoptr (TrellisReport) report = fixture_read (matrix);
  const TrellisComponent   *horn = g_ptr_array_index (report->components, 1);

  g_assert_cmpint (horn->base.line, ==, 7);
  g_assert_cmpstr (horn->base.file, ==, "report.md");
}

static void
test_components_below_headings (void)
{
  const char               *markdown = "# Components and roles\n\n### Lantern room\n\n* Lamp engineer\n* QA "
                                       "engineer\n\n---\n\n### Horn\n\n* QA engineer\n\n---\n";
  g_autoptr (TrellisReport) report = fixture_read (markdown);

  g_assert_cmpuint (report->components->len, ==, 2);
  g_assert_cmpuint (report->involvements->len, ==, 3);
  fixture_assert_keeps_words (markdown);
  fixture_assert_stable (markdown);
}

static void
test_components_as_labels (void)
{
  const char               *markdown = "## Components and roles\n\n[Lantern room]\n    - Lamp engineer\n    - QA "
                                       "engineer\n[Horn]\n    - QA engineer\n";
  g_autoptr (TrellisReport) report = fixture_read (markdown);

  g_assert_cmpuint (report->components->len, ==, 2);
  g_assert_cmpstr (((TrellisComponent *) g_ptr_array_index (report->components, 0))->name, ==,
                   "Lantern room");
  g_assert_cmpuint (report->involvements->len, ==, 3);
  fixture_assert_keeps_words (markdown);
  fixture_assert_stable (markdown);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    g_test_add_data_func (shapes[i].path, &shapes[i], test_shape);
  g_test_add_func ("/reader/matrix/a-bracket-belongs-to-the-cell", test_wordings);
  g_test_add_func ("/reader/matrix/two-brackets-in-one-component-are-two-roles",
                   test_twice_in_a_component);
  g_test_add_func ("/reader/matrix/an-abbreviation-is-an-alias", test_abbreviations);
  g_test_add_func ("/reader/matrix/a-slash-neither-splits-nor-merges", test_slashes);
  g_test_add_func ("/reader/matrix/a-remark-is-the-note-of-its-cell", test_notes_in_cells);
  g_test_add_func ("/reader/matrix/rows-know-their-line", test_lines_and_files);
  g_test_add_func ("/reader/matrix/sub-headings-are-components", test_components_below_headings);
  g_test_add_func ("/reader/matrix/lines-over-items-are-components", test_components_as_labels);
  return g_test_run ();
}
