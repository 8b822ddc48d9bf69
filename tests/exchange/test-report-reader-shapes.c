/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-reader-fixture.h"

#include "trellis-count.h"

/* What is no nested list, and still says which roles work on which component. Each has the same
 * matrix: a lantern with a smith and a tester, a horn with an engineer. */
typedef struct
{
  const char *path;
  const char *markdown;
} Shape;

static const Shape shapes[] = {
  { "/reader/matrix/nested-items",
    "- Lantern\n  - Glass developer\n  - Tester\n- Horn\n  - Sound engineer\n" },
  { "/reader/matrix/numbers-below-bullets",
    "- Lantern\n  1. Glass developer\n  2. Tester\n- Horn\n  1. Sound engineer\n" },
  { "/reader/matrix/bare-numbers-below-bullets",
    "- Lantern :\n  1 Glass developer\n  2 Tester\n- Horn\n  1 Sound engineer\n" },
  { "/reader/matrix/roles-behind-a-colon",
    "- Lantern: Glass developer, Tester\n- Horn — Sound engineer\n" },
  { "/reader/matrix/roles-in-brackets",
    "- **Lantern** (Glass developer, Tester)\n- **Horn** (Sound engineer)\n" },
  { "/reader/matrix/roles-on-the-next-line",
    "- Lantern\n  Glass developer, Tester\n- Horn\n  Sound engineer\n" },
  { "/reader/matrix/some-behind-a-colon-some-below",
    "1. Lantern\n   - Glass developer\n   - Tester\n2. Horn: Sound engineer\n" },
  { "/reader/matrix/plain-lines",
    "Lantern - Glass developer, Tester\nHorn - Sound engineer\n" },
  { "/reader/matrix/bold-lines",
    "**Lantern:** Glass developer, Tester\n\n**Horn:** Sound engineer\n" },
  { "/reader/matrix/commas-below-sub-headings",
    "### Lantern\n\nGlass developer, Tester\n\n### Horn\n\nSound engineer\n" },
  { "/reader/matrix/table-of-lists",
    "| Component | Roles |\n|---|---|\n| Lantern | Glass developer, Tester |\n"
    "| Horn | Sound engineer |\n" },
  { "/reader/matrix/table-with-a-row-for-each-role",
    "| Component | Role |\n|---|---|\n| Lantern | Glass developer |\n| | Tester |\n"
    "| Horn | Sound engineer |\n" },
  { "/reader/matrix/table-with-numbers",
    "| # | Component | Roles |\n|---|---|---|\n| 1 | Lantern | Glass developer, Tester |\n"
    "| 2 | Horn | Sound engineer |\n" },
  { "/reader/matrix/table-with-descriptions",
    "| Component | What it does | Roles |\n|---|---|---|\n"
    "| Lantern | shows the way | Glass developer, Tester |\n"
    "| Horn | warns in fog | Sound engineer |\n" },
  { "/reader/matrix/table-of-marks",
    "| | Glass developer | Tester | Sound engineer |\n|---|:-:|:-:|:-:|\n"
    "| Lantern | ✓ | ✓ | |\n| Horn | | | ✓ |\n" },
};

/* "Lantern: Glass developer, Tester; …" */
static char *
write_matrix (const TrellisReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < report->components->len; i++)
    {
      const TrellisComponent *component = g_ptr_array_index (report->components, i);
      const char             *separator = ": ";

      g_string_append (text, component->name);
      for (guint j = 0; j < report->involvements->len; j++)
        {
          const TrellisInvolvement *involvement = g_ptr_array_index (report->involvements, j);
          const TrellisRole        *role
              = trellis_report_find (report, &trellis_role_type, involvement->role_id);

          if (involvement->component_id != component->base.id)
            continue;
          g_string_append_printf (text, "%s%s", separator, role->name);
          separator = ", ";
        }
      g_string_append (text, "; ");
    }
  return g_string_free_and_steal (text);
}

static void
count (const char     *markdown,
       TrellisFigures *figures)
{
  g_autoptr (GPtrArray) outlines
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_outline_free);
  g_autoptr (TrellisSections) sections = NULL;
  g_autoptr (TrellisReport)   evidence = NULL;

  g_ptr_array_add (outlines, trellis_outline_new (markdown, "report.md"));
  sections = trellis_sections_new (outlines, trellis_template_get ("classic"));
  trellis_count (sections, figures, &evidence);
}

/* A figure is the same whether it is counted before or after the report became rows. */
static void
assert_same_figures (const char *markdown)
{
  g_autoptr (TrellisReport) report = fixture_read (markdown);
  g_autofree char          *written = fixture_write (report);
  TrellisFigures            before = { 0 };
  TrellisFigures            after = { 0 };

  count (markdown, &before);
  count (written, &after);
  for (const TrellisFigure *figure = trellis_figures_table; figure->name != NULL; figure++)
    {
      int was = trellis_figure_get (figure, &before);
      int is = trellis_figure_get (figure, &after);

      if (figure->printed && was != is)
        g_error ("%s was %d and became %d in\n%s", figure->name, was, is, written);
    }
}

static void
assert_kept (const char *markdown)
{
  fixture_assert_keeps_words (markdown);
  fixture_assert_stable (markdown);
  assert_same_figures (markdown);
}

static void
test_shape (gconstpointer data)
{
  const Shape              *shape = data;
  g_autofree char          *markdown = g_strconcat ("## Components and roles\n\n", shape->markdown,
                                                    NULL);
  g_autoptr (TrellisReport) report = fixture_read (markdown);
  g_autofree char          *matrix = write_matrix (report);

  g_assert_cmpstr (matrix, ==, "Lantern: Glass developer, Tester; Horn: Sound engineer; ");
  assert_kept (markdown);
}

static void
test_numbers_stay (void)
{
  g_autoptr (TrellisReport) report
      = fixture_read ("## Components and roles\n\n1. Lantern\n   1. Tester\n   2. Designer\n");
  g_autofree char *written = fixture_write (report);

  g_assert_nonnull (strstr (written, "\n   2. Designer\n"));
}

static void
test_description (void)
{
  g_autoptr (TrellisReport) report = fixture_read (
      "## Components and roles\n\n| Component | What it does | Roles |\n|---|---|---|\n"
      "| Lantern | shows the way | Tester |\n| Horn | warns | Sound engineer |\n");
  const TrellisComponent *lantern = g_ptr_array_index (report->components, 0);
  const TrellisSection   *section = g_ptr_array_index (report->sections, 0);

  g_assert_cmpstr (lantern->description, ==, "shows the way");
  g_assert_cmpstr (section->before, ==, "Component — What it does — Roles");
}

/* What is written in a cell of a table of marks beyond a mark belongs to that cell. */
static void
test_cell_words (void)
{
  g_autoptr (TrellisReport) report = fixture_read (
      "## Components and roles\n\n| | Tester | Sound engineer |\n|---|---|---|\n"
      "| Horn | + | tunes it |\n| Lantern | | + |\n");
  const TrellisInvolvement *cell = g_ptr_array_index (report->involvements, 1);

  g_assert_cmpuint (report->roles->len, ==, 2);
  g_assert_cmpstr (cell->wording, ==, "Sound engineer (tunes it)");
}

static void
test_labels (void)
{
  const char               *markdown = "## Components and roles\n\n- Component: Lantern\n  - Roles: Tester\n"
                                       "- Component: Horn\n  - Roles: Sound engineer\n";
  g_autoptr (TrellisReport) report = fixture_read (markdown);

  g_assert_cmpuint (report->components->len, ==, 0);
  assert_kept (markdown);
}

static void
test_described_in_words (void)
{
  const char               *markdown = "## Components and roles\n\n- Lantern: shows the way, burns oil\n"
                                       "- Horn: warns in fog\n";
  g_autoptr (TrellisReport) report = fixture_read (markdown);

  g_assert_cmpuint (report->involvements->len, ==, 0);
  assert_kept (markdown);
}

static void
test_skill_tables (void)
{
  const char *markdown
      = "## Skills I already have\n\n| Skill | Level |\n|---|---|\n| Splicing | Beginner |\n"
        "| Rowing | Advanced |\n\n## Skills I clearly lack\n\n| # | Skill | Why |\n|---|---|---|\n"
        "| 1 | Diving | most crews need it |\n| 2 | Welding | required at the pier |\n";
  g_autoptr (TrellisReport) report = fixture_read (markdown);
  const TrellisStanding    *first = g_ptr_array_index (report->standings, 0);

  g_assert_cmpuint (report->standings->len, ==, 4);
  g_assert_cmpstr (first->name, ==, "Splicing");
  g_assert_cmpint (first->level, ==, TRELLIS_LEVEL_BEGINNER);
  assert_kept (markdown);
}

static void
test_pieces (void)
{
  const char *markdown
      = "## Common skills across roles\n\nKnots, map reading, plain speech,\nfirst aid.\n";
  g_autoptr (TrellisReport) report = fixture_read (markdown);
  const TrellisCommonSkill *last = NULL;

  g_assert_cmpuint (report->common_skills->len, ==, 4);
  last = g_ptr_array_index (report->common_skills, 3);
  g_assert_cmpstr (last->name, ==, "first aid");
  assert_kept (markdown);
}

/* The heading of the market stands over the lists; the postings follow them, without one. */
static void
test_postings_astray (void)
{
  const char *markdown
      = "## Job market snapshot\n\n### Skills that appear in several postings\n\n- Oars\n\n"
        "### Skills specific to a single posting\n\n- Sails\n\n---\n\n**My job postings:**\n\n"
        "1. **Ferry hand**\n   - Link: https://jobs.oven.org/vacancy/4417203\n   - Key skills: "
        "Oars, "
        "Ropes, Tar\n2. **Pilot**\n   - Link: https://jobs.oven.org/vacancy/5820147\n   - Key "
        "skills: Oars, Sails, Charts\n";
  g_autoptr (TrellisReport) report = fixture_read (markdown);

  g_assert_cmpuint (report->postings->len, ==, 2);
  g_assert_cmpuint (report->posting_skills->len, ==, 6);
  g_assert_cmpuint (report->claims->len, ==, 2);
  assert_kept (markdown);
}

/* A bullet at the end of a comment of several lines begins an item; the comment's last words are
 * none of its mark. */
static void
test_bullet_behind_comment (void)
{
  static const char *const reports[]
      = { "# Notes\n\n<!-- the lamps\nwere counted -->* Wick\n",
          "# Notes\n\n<!-- the lamps\nwere counted -->- Wick\n",
          "# Notes\n\n<!-- the lamps were counted -->-Wick\n",
          "## Job market snapshot\n\n1. Keeper\n   Skills: rope, oil, tide\n<!-- the lamps\n"
          "were counted -->*\n" };

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      fixture_assert_keeps_words (reports[i]);
      fixture_assert_stable (reports[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    g_test_add_data_func (shapes[i].path, &shapes[i], test_shape);
  g_test_add_func ("/reader/matrix/numbered-cells-stay-numbered", test_numbers_stay);
  g_test_add_func ("/reader/matrix/other-columns-describe-the-component", test_description);
  g_test_add_func ("/reader/matrix/words-in-a-cell-belong-to-it", test_cell_words);
  g_test_add_func ("/reader/matrix/labels-name-no-component", test_labels);
  g_test_add_func ("/reader/matrix/a-description-is-no-list-of-roles", test_described_in_words);
  g_test_add_func ("/reader/tables/skills-with-levels-and-reasons", test_skill_tables);
  g_test_add_func ("/reader/pieces/a-sentence-that-only-lists-is-a-list", test_pieces);
  g_test_add_func ("/reader/postings/those-below-the-lists-are-read", test_postings_astray);
  g_test_add_func ("/reader/shapes/a-bullet-behind-a-comment-takes-no-word-of-it",
                   test_bullet_behind_comment);
  return g_test_run ();
}
