/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-template.h"

static void
assert_known (const char        *heading,
              TrellisSectionKind expected)
{
  TrellisSectionKind kind = TRELLIS_SECTION_TEXT;

  if (!trellis_template_match_heading (NULL, heading, &kind))
    g_error ("“%s” is not known", heading);
  if (kind != expected)
    g_error ("“%s” is known as %d, not %d", heading, (int) kind, (int) expected);
}

static void
assert_unknown (const char *heading)
{
  TrellisSectionKind kind;

  if (trellis_template_match_heading (NULL, heading, &kind))
    g_error ("“%s” is known as %d", heading, (int) kind);
}

static void
check_section (const TrellisTemplate        *layout,
               const TrellisTemplateSection *section)
{
  TrellisSectionKind kind;

  g_assert_true (trellis_template_match_heading (layout, section->heading, &kind));
  g_assert_cmpint (kind, ==, section->kind);
  g_assert_true (trellis_template_match_heading (layout, section->heading_ru, &kind));
  g_assert_cmpint (kind, ==, section->kind);
  for (guint i = 0; section->synonyms[i] != NULL; i++)
    {
      g_assert_true (trellis_template_match_heading (layout, section->synonyms[i], &kind));
      if (kind != section->kind)
        g_error ("“%s” of %s is known as %d", section->synonyms[i], layout->id, (int) kind);
    }
}

/* No name may be taken for another section's, by wrong letters least of all. */
static void
test_own_names (void)
{
  const char *const *ids = trellis_template_list ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const TrellisTemplate *layout = trellis_template_get (ids[i]);

      for (guint j = 0; j < layout->documents->len; j++)
        {
          const TrellisTemplateDocument *document = g_ptr_array_index (layout->documents, j);

          for (guint k = 0; k < document->sections->len; k++)
            check_section (layout, g_ptr_array_index (document->sections, k));
        }
    }
}

static void
test_dress (void)
{
  assert_known ("**Components and roles**", TRELLIS_SECTION_MATRIX);
  assert_known ("1. Components and roles:", TRELLIS_SECTION_MATRIX);
  assert_known ("2) Roles & Responsibilities", TRELLIS_SECTION_ROLES);
  assert_known ("3.1 Common skills across roles", TRELLIS_SECTION_COMMON);
  assert_known ("## JOB MARKET SNAPSHOT ##", TRELLIS_SECTION_POSTINGS);
  assert_known ("  Personal   reflection. ", TRELLIS_SECTION_REFLECTION);
  assert_known ("Skills I don’t have", TRELLIS_SECTION_LACK);
  assert_known ("__Личная рефлексия__", TRELLIS_SECTION_REFLECTION);
}

static void
test_wrong_letters (void)
{
  assert_known ("Componets and rols", TRELLIS_SECTION_MATRIX);
  assert_known ("Skills specific to a signle posting", TRELLIS_SECTION_SINGLE);
  assert_known ("Skils I clearly lak", TRELLIS_SECTION_LACK);
  assert_known ("Навыки, которых мне явно нехватает", TRELLIS_SECTION_LACK);
  assert_unknown ("Cmponts and rols");
}

static void
test_short_names (void)
{
  assert_known ("Role", TRELLIS_SECTION_ROLE);
  assert_known ("My role", TRELLIS_SECTION_ROLE);
  assert_unknown ("Rule");
  assert_unknown ("My rule");
  assert_unknown ("IT skills");
}

/* Sub-headings of real life, each a letter or two from a section's name. */
static void
test_neighbours (void)
{
  static const char *const headings[] = {
    "Hard skills",
    "Soft skills",
    "Core skills",
    "Key skills",
    "Technical skills",
    "Tools",
    "Backend",
    "Frontend",
    "DevOps",
    "Languages",
    "Communication",
    "Posting 1",
    "Summary",
    "Architecture",
    "",
    "…",
    "1.",
    "***",
    "42",
    "Requirements",
    "Role: tester",
    "Навык",
    "Вакансия 1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    assert_unknown (headings[i]);
}

static void
test_long_lines (void)
{
  g_autofree char *line = g_strnfill (1000 * 1000, 'r');
  g_autofree char *padded = g_strdup_printf ("Role%*s", 2000, "");

  assert_unknown (line);
  assert_unknown (padded);
}

static void
test_only_in (void)
{
  const TrellisTemplate *two_file = trellis_template_get ("two-file");
  const TrellisTemplate *classic = trellis_template_get ("classic");

  g_assert_true (trellis_template_is_only_in (two_file, "My skills and market demands"));
  g_assert_true (trellis_template_is_only_in (two_file, "**Market snapshot**"));
  g_assert_true (trellis_template_is_only_in (classic, "Personal reflection"));
  g_assert_false (trellis_template_is_only_in (two_file, "Components and roles"));
  g_assert_false (trellis_template_is_only_in (two_file, "Personal reflection"));
  g_assert_false (trellis_template_is_only_in (two_file, "Anything else"));
  g_assert_false (trellis_template_is_only_in (two_file, ""));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/match/every-name-is-its-own-sections", test_own_names);
  g_test_add_func ("/match/numbers-emphasis-and-colons-do-not-count", test_dress);
  g_test_add_func ("/match/two-letters-of-a-long-name-may-be-wrong", test_wrong_letters);
  g_test_add_func ("/match/a-short-name-is-exact", test_short_names);
  g_test_add_func ("/match/sub-headings-are-not-sections", test_neighbours);
  g_test_add_func ("/match/a-long-line-is-no-heading", test_long_lines);
  g_test_add_func ("/match/a-heading-may-tell-the-template", test_only_in);

  return g_test_run ();
}
