/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-sections.h"

static TrellisSections *
divide (const char *text)
{
  g_autoptr (GPtrArray) outlines
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_outline_free);

  g_ptr_array_add (outlines, trellis_outline_new (text, NULL));
  return trellis_sections_new (outlines, trellis_sections_choose_template (outlines));
}

/* The kinds of a report's sections, but for what stands before the first. */
static void
assert_kind (const char *text, TrellisSectionKind kind)
{
  g_autoptr (TrellisSections) sections = divide (text);

  g_test_message ("%s", text);
  if (kind == TRELLIS_SECTION_TEXT)
    {
      g_assert_cmpuint (sections->ranges->len, ==, 1);
      g_assert_null (trellis_sections_get (sections, 0)->heading);
    }
  else
    g_assert_nonnull (trellis_sections_find (sections, kind));
}

static void
test_known (void)
{
  assert_kind ("## Components and roles", TRELLIS_SECTION_MATRIX);
  assert_kind ("##### components AND roles", TRELLIS_SECTION_MATRIX);
  assert_kind ("##Components & roles", TRELLIS_SECTION_MATRIX);
  assert_kind ("## 1. **Components and roles:**", TRELLIS_SECTION_MATRIX);
  assert_kind ("## Componenst and rolse", TRELLIS_SECTION_TEXT);
  assert_kind ("## Component and role", TRELLIS_SECTION_MATRIX);
  assert_kind ("## Skills I already have (from the map)", TRELLIS_SECTION_HAVE);
  assert_kind ("## Компоненты и роли", TRELLIS_SECTION_MATRIX);
  assert_kind ("### Role", TRELLIS_SECTION_ROLE);
  assert_kind ("### Rule", TRELLIS_SECTION_TEXT);
  assert_kind ("## Weather", TRELLIS_SECTION_TEXT);
}

static void
test_other_names (void)
{
  assert_kind ("## Компоненты системы и роли", TRELLIS_SECTION_MATRIX);
  assert_kind ("## Responsibilities of each role", TRELLIS_SECTION_ROLES);
  assert_kind ("## Who does what", TRELLIS_SECTION_ROLES);
  assert_kind ("## Skills shared by everybody", TRELLIS_SECTION_COMMON);
  assert_kind ("## What I picked", TRELLIS_SECTION_ROLE);
  assert_kind ("## Навыки, которых не хватает", TRELLIS_SECTION_LACK);
  assert_kind ("## Вакансии", TRELLIS_SECTION_POSTINGS);
  assert_kind ("## Thoughts", TRELLIS_SECTION_REFLECTION);
}

static void
test_words (void)
{
  assert_kind ("## The components of Quillbox and their roles", TRELLIS_SECTION_MATRIX);
  assert_kind ("## Common technical skills", TRELLIS_SECTION_COMMON);
  assert_kind ("## The skills that I still lack today", TRELLIS_SECTION_LACK);
  assert_kind ("## Skills which several of my postings want", TRELLIS_SECTION_RECURRING);
  assert_kind ("## Reflection on the search", TRELLIS_SECTION_REFLECTION);
  assert_kind ("## Навыки, что повторяются в нескольких моих вакансиях", TRELLIS_SECTION_RECURRING);
}

static void
test_doubtful_words (void)
{
  g_autoptr (TrellisSections) nested
      = divide ("## Roles and responsibilities\n### Tester\n#### Common testing skills\n");

  assert_kind ("## Required skills", TRELLIS_SECTION_TEXT);
  assert_kind ("## Навыки общения", TRELLIS_SECTION_TEXT);
  /* The words of two sections. */
  assert_kind ("## Component roles with responsibilities", TRELLIS_SECTION_TEXT);
  /* Below the level of the known headings; and one below each role. */
  g_assert_null (trellis_sections_find (nested, TRELLIS_SECTION_COMMON));
  assert_kind ("## Skills a tester may lack\n## Skills a coder may lack\n", TRELLIS_SECTION_TEXT);
}

static void
test_plain_lines (void)
{
  assert_kind ("Skills I already have\n\n- Git", TRELLIS_SECTION_HAVE);
  assert_kind ("**Skills I already have:**\n\n- Git", TRELLIS_SECTION_HAVE);
  assert_kind ("7 Personal reflection", TRELLIS_SECTION_REFLECTION);
  assert_kind ("Skills I already have are few.", TRELLIS_SECTION_TEXT);
  assert_kind ("- Skills I already have", TRELLIS_SECTION_TEXT);
  assert_kind ("Role", TRELLIS_SECTION_TEXT);
  assert_kind ("Рефлексия\n\nЯ многое понял.", TRELLIS_SECTION_REFLECTION);
  assert_kind ("**Reflection**\nI see.", TRELLIS_SECTION_REFLECTION);
  assert_kind ("Reflection\nis what I do.", TRELLIS_SECTION_TEXT);
  assert_kind ("## Обзор рынка вакансий", TRELLIS_SECTION_POSTINGS);
}

/* Plain lines are known by some of their words where there are no other headings. */
static void
test_plain_words (void)
{
  g_autoptr (TrellisSections) sections
      = divide ("Компоненты и роли\n\n- Улей\n\nОбщие навыки\n\n- Git\n\n"
                "Мой обзор рынка вакансий\n\n- x\n");
  g_autoptr (TrellisSections) marked
      = divide ("## Компоненты и роли\n\n- Улей\n\nМой обзор рынка вакансий\n\n- x\n");

  g_assert_nonnull (trellis_sections_find (sections, TRELLIS_SECTION_POSTINGS));
  g_assert_null (trellis_sections_find (marked, TRELLIS_SECTION_POSTINGS));
}

static void
test_surer (void)
{
  g_autoptr (TrellisSections) sections
      = divide ("## Skills I clearly lack\n- SQL\n## Job postings\n- x\n## Job market snapshot\n- "
                "y\nPersonal reflection\n## Personal reflection\nz");

  g_assert_cmpuint (sections->ranges->len, ==, 3);
  g_assert_cmpint (trellis_sections_get (sections, 0)->kind, ==, TRELLIS_SECTION_LACK);
  g_assert_cmpuint (trellis_sections_get (sections, 0)->end, ==, 4);
  g_assert_cmpint (trellis_sections_get (sections, 2)->begin, ==, 8);
}

static void
test_rest (void)
{
  g_autoptr (TrellisSections) sections = divide ("## My chosen role: tester\n");

  g_assert_cmpint (trellis_sections_get (sections, 0)->kind, ==, TRELLIS_SECTION_ME);
  g_assert_cmpstr (trellis_sections_get (sections, 0)->rest, ==, " tester");
}

static void
test_files (void)
{
  g_autoptr (GPtrArray) outlines
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_outline_free);
  g_autoptr (TrellisSections) sections = NULL;

  g_ptr_array_add (outlines, trellis_outline_new ("intro\n## Components and roles\n- a\n", "a.md"));
  g_ptr_array_add (outlines, trellis_outline_new ("", "empty.md"));
  g_ptr_array_add (outlines, trellis_outline_new (
                                 "# My role and skills\n## Skills that I can improve\n", "b.md"));
  g_assert_cmpstr (trellis_sections_choose_template (outlines)->id, ==, "two-file");
  sections = trellis_sections_new (outlines, trellis_sections_choose_template (outlines));
  for (guint i = 0; i < sections->ranges->len; i++)
    g_assert_true (trellis_sections_get (sections, i)->outline
                   == g_ptr_array_index (outlines, trellis_sections_get (sections, i)->file));
  g_assert_cmpuint (trellis_sections_find (sections, TRELLIS_SECTION_MATRIX)->end, ==, 3);
  g_assert_cmpuint (trellis_sections_find (sections, TRELLIS_SECTION_IMPROVE)->file, ==, 2);
}

static void
test_template (void)
{
  g_autoptr (GPtrArray) outlines
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_outline_free);

  g_ptr_array_add (outlines,
                   trellis_outline_new ("## Components and roles\n## My chosen role\n", NULL));
  g_assert_cmpstr (trellis_sections_choose_template (outlines)->id, ==, "classic");

  /* One heading of the other template does not outweigh two of this one's own. */
  g_ptr_array_set_size (outlines, 0);
  g_ptr_array_add (outlines,
                   trellis_outline_new ("# Roles and skills\n## My chosen role\n"
                                        "## Job market snapshot\n## Personal reflection\n",
                                        NULL));
  g_assert_cmpstr (trellis_sections_choose_template (outlines)->id, ==, "classic");
}

static void
test_role_names (void)
{
  static const char *const names[] = {
    "Back-end engineer",
    "QA",
    "DevOps / SRE",
    "Backend Engineer (C/C++)",
    "**DBA**",
    "Tester 2",
    "Engineer II",
    "Mobile engineer — for the app",
    "Тестировщик",
    "Инженер по данным",
    "iOS-разработчик",
  };
  static const char *const others[] = {
    "API Gateway",
    "Engineering portal",
    "Панель администратора",
    "",
    "Developer tools",
    "I hope that one day I will be a good engineer",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_test_message ("%s", names[i]);
      g_assert_true (trellis_sections_is_role_name (names[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_test_message ("%s", others[i]);
      g_assert_false (trellis_sections_is_role_name (others[i]));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sections/other-names-are-known", test_other_names);
  g_test_add_func ("/sections/some-words-tell-a-section", test_words);
  g_test_add_func ("/sections/doubtful-words-tell-none", test_doubtful_words);
  g_test_add_func ("/sections/a-heading-is-known-by-its-folded-text", test_known);
  g_test_add_func ("/sections/a-plain-line-that-is-nothing-but-a-name-is-a-heading",
                   test_plain_lines);
  g_test_add_func ("/sections/plain-lines-among-themselves-are-known-by-words", test_plain_words);
  g_test_add_func ("/sections/a-surer-heading-of-the-kind-wins", test_surer);
  g_test_add_func ("/sections/a-heading-may-say-more-than-its-name", test_rest);
  g_test_add_func ("/sections/files-are-divided-apart", test_files);
  g_test_add_func ("/sections/classic-is-what-nothing-else-is-told-of", test_template);
  g_test_add_func ("/sections/a-role-name-ends-in-a-role-word", test_role_names);
  return g_test_run ();
}
