/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-reader-fixture.h"

#include "trellis-error.h"

static TrellisStanding *
standing (const TrellisReport *report,
          guint                index)
{
  g_assert_cmpuint (index, <, report->standings->len);
  return g_ptr_array_index (report->standings, index);
}

static void
test_levels (void)
{
  const char               *markdown = "## Skills I already have\n\n"
                                       "1. **Rope work** (course: Knots II) — **Beginner–Intermediate**. "
                                       "Splices, no turks heads.\n"
                                       "2. **Rowing** — advanced: sculls and sweeps.\n"
                                       "3. **Weather** — reads a barometer at an intermediate pace.\n"
                                       "4. **Bread (beginner)**\n"
                                       "5. Basic carving\n";
  g_autoptr (TrellisReport) report = fixture_read (markdown);

  g_assert_cmpuint (report->standings->len, ==, 5);
  g_assert_cmpstr (standing (report, 0)->name, ==, "Rope work");
  g_assert_cmpstr (standing (report, 0)->qualifier, ==, "course: Knots II");
  g_assert_cmpint (standing (report, 0)->level, ==, TRELLIS_LEVEL_BEGINNER);
  g_assert_cmpstr (standing (report, 0)->level_wording, ==, "Beginner–Intermediate");
  g_assert_cmpstr (standing (report, 0)->note, ==, "Splices, no turks heads.");
  g_assert_cmpint (standing (report, 1)->level, ==, TRELLIS_LEVEL_ADVANCED);
  g_assert_cmpint (standing (report, 2)->level, ==, TRELLIS_LEVEL_NONE);
  g_assert_cmpint (standing (report, 3)->level, ==, TRELLIS_LEVEL_BEGINNER);
  g_assert_cmpstr (standing (report, 3)->name, ==, "Bread");
  g_assert_cmpint (standing (report, 4)->level, ==, TRELLIS_LEVEL_NONE);
  fixture_assert_keeps_words (markdown);
  fixture_assert_stable (markdown);
}

/* However it is parted, a range is one wording. */
static void
test_level_ranges (void)
{
  static const char *const ranges[] = { " – Beginner – Intermediate", ": Beginner, Intermediate",
                                        " (Beginner - Intermediate)",
                                        " - Beginner - Intermediate" };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autofree char *markdown
          = g_strconcat ("## Skills I already have\n\n- Rowing", ranges[i], "\n", NULL);
      g_autoptr (TrellisReport) report = fixture_read (markdown);

      g_assert_cmpint (standing (report, 0)->level, ==, TRELLIS_LEVEL_BEGINNER);
      g_assert_nonnull (strstr (standing (report, 0)->level_wording, "Intermediate"));
      g_assert_cmpstr (standing (report, 0)->note, ==, "");
      fixture_assert_stable (markdown);
    }
}

static void
test_russian_levels (void)
{
  const char *markdown
      = "## Skills I already have\n\n- Гребля — средний: парная и распашная\n- Узлы (начальный)\n";
  g_autoptr (TrellisReport) report = fixture_read (markdown);

  g_assert_cmpint (standing (report, 0)->level, ==, TRELLIS_LEVEL_INTERMEDIATE);
  g_assert_cmpint (standing (report, 1)->level, ==, TRELLIS_LEVEL_BEGINNER);
  g_assert_cmpstr (report->language, ==, "ru");
  fixture_assert_keeps_words (markdown);
}

static void
test_comments_are_kept (void)
{
  const char               *markdown = "## Skills I clearly lack\n<!-- four or five -->\n- Tides\n- Charts <!-- "
                                       "paper ones -->\n\nTides will be hardest.\n";
  g_autoptr (TrellisReport) report = fixture_read (markdown);
  g_autofree char          *written = fixture_write (report);

  g_assert_nonnull (strstr (written, "<!-- four or five -->"));
  g_assert_nonnull (strstr (written, "<!-- paper ones -->"));
  g_assert_nonnull (strstr (written, "Tides will be hardest."));
  fixture_assert_keeps_words (markdown);
  fixture_assert_stable (markdown);
}

static void
test_text_after_the_list (void)
{
  const char *markdown
      = "## Skills I clearly lack\n\n- Tides\n- Charts\n\nTides will be hardest.\n";
  g_autoptr (TrellisReport) report = fixture_read (markdown);
  const TrellisSection     *section = g_ptr_array_index (report->sections, 0);

  g_assert_cmpuint (report->standings->len, ==, 2);
  g_assert_cmpstr (section->after, ==, "Tides will be hardest.");
}

static void
test_groups (void)
{
  const char               *markdown = "## Common skills across roles\n\n### Dry\n\n1. **Ledger** — sums\n2. "
                                       "**Letters** — ink\n\n### Wet\n\n1. **Caulking** — tar\n";
  g_autoptr (TrellisReport) report = fixture_read (markdown);
  const TrellisCommonSkill *last;

  g_assert_cmpuint (report->common_skills->len, ==, 3);
  last = g_ptr_array_index (report->common_skills, 2);
  g_assert_cmpstr (last->grouping, ==, "Wet");
  g_assert_cmpstr (last->name, ==, "Caulking");
  fixture_assert_keeps_words (markdown);
  fixture_assert_stable (markdown);
}

static void
test_claims (void)
{
  const char               *markdown = "## Skills that appear in several postings\n\n1. **Tides** — in **4 of "
                                       "6** postings.\n2. Charts (3/6)\n\n"
                                       "## Skills specific to a single posting\n\n- Sextant (posting 2)\n";
  g_autoptr (TrellisReport) report = fixture_read (markdown);
  const TrellisClaim       *first;
  const TrellisClaim       *single;

  g_assert_cmpuint (report->claims->len, ==, 3);
  first = g_ptr_array_index (report->claims, 0);
  single = g_ptr_array_index (report->claims, 2);
  g_assert_cmpstr (first->name, ==, "Tides");
  g_assert_cmpint (first->claimed, ==, 4);
  g_assert_cmpint (single->list, ==, TRELLIS_CLAIM_SINGLE);
  g_assert_cmpstr (single->qualifier, ==, "posting 2");
  g_assert_cmpint (report->lists, ==, TRELLIS_LISTS_AUTHORED);
  fixture_assert_keeps_words (markdown);
  fixture_assert_stable (markdown);
}

static void
test_second_section (void)
{
  const char *markdown
      = "## Skills I already have\n\n- Tides\n\n## Skills I already have\n\n- Charts\n";
  g_autoptr (TrellisReport) report = fixture_read (markdown);

  g_assert_cmpuint (report->standings->len, ==, 1);
  g_assert_cmpuint (report->sections->len, ==, 2);
  g_assert_cmpint (((TrellisSection *) g_ptr_array_index (report->sections, 1))->kind, ==,
                   TRELLIS_SECTION_TEXT);
  fixture_assert_keeps_words (markdown);
  fixture_assert_stable (markdown);
}

static void
test_no_words (void)
{
  static const char *const inputs[]
      = { "", " \n\t\n", "- \n- \n-\n", "---\n***\n", "\xef\xbb\xbf" };

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_autoptr (GPtrArray) outlines
          = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_outline_free);
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (outlines, trellis_outline_new (inputs[i], "report.md"));
      g_assert_null (trellis_report_read (outlines, NULL, NULL, &error));
      g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_EMPTY);
    }
}

/* Whatever is thrown at it, no word goes missing and the second conversion changes nothing. */
static void
test_hostile (void)
{
  static const char *const inputs[] = {

    "## Skills I already have\n\n- ...\n- …\n",
    "## Skills I already have\n\n- (only a bracket)\n- — dash first\n",
    "## Skills I already have\n\n7. seven\n9. nine\n",
    "## Skills I already have\n\n- **unclosed\n- [open](\n- `tick\n",
    "## Components and roles\n\n- A\n      - B\n   - C\n - D\n",
    "## Components and roles\n\n- A\n  - A\n  - A\n",
    "## Job market snapshot\n\n- [](https://a.org/vacancy/1)\n- <https://b.org>\n",
    "## Roles and responsibilities\n\n- : text\n- —\n",
    "---\ntitle: kept\n---\n\n# One\n\n# Two\n\n### Deep\n",
    "## Skills I already have\n\n- <Tag>\n- a*b*c\n- a_b_c\n- 1. one\n- # hash\n- + plus\n",
    "```\n## Skills I already have\n- not an item\n```\n",
    "## Skills I already have\n- x\n## Skills I clearly lack\n- x\n##Role\n<Backend>\n",
    "| a | b |\n|---|---|\n| 1 |\n",
    "## Common skills across roles\n\n1. One\n1. Two\n\n### Sub\n\n1. Three\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_test_message ("input %u: %s", i, inputs[i]);
      fixture_assert_keeps_words (inputs[i]);
      fixture_assert_stable (inputs[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/skills/a-level-is-nothing-but-level-words", test_levels);
  g_test_add_func ("/reader/skills/a-range-of-levels-is-one-wording", test_level_ranges);
  g_test_add_func ("/reader/skills/levels-in-russian", test_russian_levels);
  g_test_add_func ("/reader/skills/comments-are-kept", test_comments_are_kept);
  g_test_add_func ("/reader/skills/text-after-the-list-is-no-item", test_text_after_the_list);
  g_test_add_func ("/reader/skills/sub-headings-make-groups", test_groups);
  g_test_add_func ("/reader/skills/claims-keep-their-remarks", test_claims);
  g_test_add_func ("/reader/skills/a-second-section-stays-text", test_second_section);
  g_test_add_func ("/reader/skills/nothing-is-lost-of-odd-input", test_hostile);
  g_test_add_func ("/reader/skills/a-file-without-words-is-refused", test_no_words);
  return g_test_run ();
}
