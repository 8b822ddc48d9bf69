/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "count-fixture.h"

#define MATRIX "## Components and roles"
#define ROLES "## Roles and responsibilities"
#define COMMON "## Common skills across roles"
#define HAVE "### Skills I already have"
#define LACK "### Skills I clearly lack"
#define RECURRING "### Skills that appear in several postings"

static void
test_components (void)
{
  static const CountCase cases[] = {
    { "### Hive\n- Developer\n### Shop\n- Tester\n### Empty\n", 2 },
    { "### The map\n| Part | Role |\n|---|---|\n| Hive | Developer |\n| Shop | Tester |\n", 2 },
    { "- Session manager\n- Product manager\n- Shop\n- Tester\n", 2 },
    { "### Outdoors\n- Hive\n  - Developer\n- Scale\n  - Developer\n### Indoors\n- Shop\n  - "
      "Tester\n",
      3 },
    { "- Hive\n  - Embedded developer\n- Shop\n", 2 },
    { "- Hive\n  1 Embedded developer\n  2 Tester\n- Shop\n  1 Designer\n", 2 },
    { "Hive:\n\n- Developer\n\n- Tester\n\nShop:\n\n- Designer\n", 2 },
    { "[Hive]\n  - Developer\n", 1 },
    { "These are the parts:\n- Hive\n- Shop\n", 2 },
    { "1. Outdoors\n- Hive\n- Embedded developer\n2. Indoors\n- Shop\n- QA engineer (web)\n", 2 },
    { "- Улей\n- Разработчик\n- Лавка\n- Инженер по тестированию\n", 2 },
    { "| Part | Role |\n|---|---|\n| Hive | Developer |\n| | Tester |\n| Shop | Tester |\n", 2 },
    { "Hive: embedded developer, tester\nShop: designer\n", 2 },
    { "1. Hive:\n- Embedded developer\n- Tester\n2. Shop:\n- Designer\n", 2 },
    { "- Hive → Embedded Developer, Tester\n- Shop -> Designer\n", 2 },
    { "- ...\n- …\n-\n- TODO\n", 0 },
    { "", 0 },
  };

  ASSERT_FIGURE (MATRIX, "components", cases);
}

static void
test_components_without_headings (void)
{
  static const CountCase cases[] = {
    { "- Hive\n- Embedded developer\n- Shop\n- Designer\n", 2 },
    { "Nothing but a sentence.", 0 },
  };

  ASSERT_FIGURE ("", "components", cases);
}

static void
test_roles (void)
{
  static const CountCase cases[] = {
    { "### 1. Developer\nWrites.\n### 2. Tester\nTries.\n### 3. Designer\n", 2 },
    { "### Technical\n- Developer — writes\n- Tester — tries\n### Other\n- Designer — draws\n", 3 },
    { "1. Developer\n\n- Writes\n- Reads\n\n1. Tester\n\n- Tries\n\n1. Designer\n", 2 },
    { "**1. Developer**\n- Writes\n\n**2. Tester**\n- Tries\n", 2 },
    { "**What they do:**\n\n**1. Developer:** writes.\n**2. Tester:** tries.\n", 2 },
    { "- Developer\n- Writes the code\n- Tester d\n- Tries the code\n", 2 },
    { "- Developer — writes\n- Tester\n- Designer: draws\n", 2 },
    { "- Developer\n  Writes.\n- Tester\n  - Tries.\n- Designer does this...\n", 2 },
    { "Developer - writes\n\nQA (Quality Assurance) - tries\n\nDesigner\n", 2 },
    { "> **Developer** writes.\n\n> **Tester** tries.\n\n**Shop** sells.\n", 2 },
    { "1 Developer –writes\n2 Tester – tries\n", 2 },
    { "| Role | Work |\n|---|---|\n| Developer | writes |\n| Tester | |\n", 1 },
    { "- Разработчик – пишет\n- Тестировщик: проверяет\n", 2 },
  };

  ASSERT_FIGURE (ROLES, "roles_described", cases);
}

static void
test_roles_below_the_matrix (void)
{
  static const CountCase cases[] = {
    { "- Hive\n  - Embedded developer (C)\n  - Beekeeper friend\n\nEmbedded "
      "Developer\n\nWrites.\nBeekeeper friend\nIs stung.\nShop\nSells.",
      2 },
    { "- Hive\n  - Tester\n\nTester\n\n## My chosen role\nI test.", 0 },
  };

  ASSERT_FIGURE (MATRIX, "roles_described", cases);
}

static void
test_roles_in_matrix (void)
{
  TrellisFigures figures
      = count_text (MATRIX "\n- Hive\n  - DevOps / SRE\n  - Tester (field)\n" ROLES
                           "\n- SRE — runs\n- Tester — tries\n- Writer — writes\n");

  g_assert_cmpint (figures.roles_described, ==, 3);
  g_assert_cmpint (figures.components_with_role, ==, 1);
}

static void
test_labelled_roles (void)
{
  TrellisFigures figures = count_text (MATRIX "\n- Hive\n  - **Roles:** Developer, tester\n" ROLES
                                              "\n- Developer — writes\n- Tester — tries\n");

  g_assert_cmpint (figures.roles_described_in_matrix, ==, 2);
}

static void
test_common (void)
{
  static const CountCase cases[] = {
    { "### Git\nAll use it.\n### SQL\nMost do.\n", 2 },
    { "1. Developer\n   - Git\n   - C\n2. Tester\n   - Git\n", 3 },
    { "1. Languages:\n\n- C\n- Go\n\n1. Databases:\n\n- SQL\n", 2 },
    { "**Hard:**\n- Git\n- SQL\n\n**Soft:**\n  - Patience\n", 3 },
    { "### Hard\n1. Git\n2. SQL\n### Soft\n- Patience\n", 3 },
    { "**Needed:**\n\n**1. Developer:** Git.\n**2. Tester:** SQL.\n", 2 },
    { "Git, SQL (basics, joins), and patience.", 3 },
    { "- Git, SQL and Linux\n", 1 },
  };

  ASSERT_FIGURE (COMMON, "common_skills", cases);
}

static void
test_role_stated (void)
{
  static const CountCase cases[] = {
    { "Tester", 1 },
    { "<Backend>", 1 },
    { "### Role\nTester", 1 },
    { "Below.\n### Role\n", 0 },
    { "<!-- which? -->", 0 },
    { "", 0 },
  };
  TrellisFigures figures = count_text ("## My chosen role: tester\n");

  ASSERT_FIGURE ("## My chosen role", "role_stated", cases);
  g_assert_cmpint (figures.role_stated, ==, 1);
}

static void
test_role_reason (void)
{
  static const CountCase cases[] = {
    { "I chose testing because I like it.", 1 },
    { "I have chosen testing for its variety.", 1 },
    { "My choice is testing, as I find things.", 1 },
    { "I chose testing as my role.", 0 },
    { "I might be a good tester since I find things.", 0 },
    { "I chose testing.\n\nBecause of reasons unknown.", 0 },
    { "Tester\n\n**Reason:** I find things.", 1 },
    { "Tester\n\n**Reason:**\n", 0 },
    { "**Why I chose this role:**\n\n1. It is mine.", 1 },
    { "**Why did I choose this role?** It is mine.", 1 },
    { "**Why did I choose this role?**", 0 },
    { "**Why:** it is needed", 0 },
    { "I chose it because:\n\n- it is mine", 1 },
    { "## Personal reflection\nI chose testing due to the view.", 1 },
    { "Я выбрал тестирование, так как люблю порядок.", 1 },
    { "Мой выбор — тестирование, потому что люблю порядок.", 1 },
    { "Я буду тестировщиком.", 0 },
  };

  ASSERT_FIGURE ("## My chosen role", "role_reason", cases);
}

static void
test_have (void)
{
  static const CountCase cases[] = {
    { "1. Git\n- Level: beginner\n2. SQL\n- Level: advanced\n", 2 },
    { "#### Git\n- Level: beginner\n#### SQL\nA course.\n", 2 },
    { "**Git** — daily\nfor years\n\n**SQL** — a course\n", 2 },
    { "- Git, SQL, C\n- Linux\n  - shell\n", 2 },
    { "| Skill |\n|---|\n| Git |\n| SQL |\n", 2 },
    { "Git\nSQL\n.\nLinux\n", 3 },
    { "- Git\n\nAnd a sentence after the list.\n", 1 },
    { "- ...\n", 0 },
    { "- Git\n## Postings\n- [Tester](https://hh.ru/vacancy/129300117)\n- "
      "[Coder](https://hh.ru/vacancy/130811945)\n",
      1 },
  };

  ASSERT_FIGURE (HAVE, "skills_have", cases);
}

static void
test_levels (void)
{
  static const CountCase cases[] = {
    { "- Git — intermediate", 1 },
    { "- Git (Beginner–Intermediate)", 1 },
    { "- Git: advanced, daily", 1 },
    { "- Git — **Beginner**. I use it.", 1 },
    { "- Git\n  - Level: advanced", 1 },
    { "1. Git\n- Level: advanced", 1 },
    { "- Git – начальный", 1 },
    { "- Git (средний уровень)", 1 },
    { "| Skill | Level |\n|---|---|\n| Git | Advanced |", 1 },
    { "- Basic SQL", 0 },
    { "- Linux (advanced usage)", 0 },
    { "- English (B2)", 0 },
    { "- Advanced Git", 0 },
  };

  ASSERT_FIGURE (HAVE, "skills_have_with_level", cases);
}

static void
test_reasons (void)
{
  static const CountCase cases[] = {
    { "- SQL — critical for reports", 1 },
    { "- SQL: most companies ask for it", 1 },
    { "- SQL\n  - Why: needed daily", 1 },
    { "- SQL – нужен всем", 1 },
    { "- SQL: потому что данные", 1 },
    { "| Skill | Why |\n|---|---|\n| SQL | data |", 1 },
    { "- SQL — joins, indexes", 0 },
    { "- SQL — I cannot do it", 0 },
    { "- Essential SQL", 0 },
    { "- Law: orders (Critical Infrastructure)", 0 },
    { "- TLS: key management", 0 },
    { "- Norms: standards like ISO", 0 },
  };

  ASSERT_FIGURE (LACK, "skills_lack_with_reason", cases);
}

static void
test_challenging (void)
{
  static const CountCase cases[] = {
    { "- SQL\n- Go (the most challenging)", 1 },
    { "- SQL\n\n**Hardest:** SQL", 1 },
    { "- SQL", 0 },
    { "- Самое сложное: SQL", 1 },
  };

  ASSERT_FIGURE (LACK, "challenging_marked", cases);
}

static void
test_counts_stated (void)
{
  static const CountCase cases[] = {
    { "- SQL (3 of 5)\n- Git (2 of 5)", 1 },
    { "- SQL — 3 out of 5 postings\n- Git", 1 },
    { "- SQL 3/5", 1 },
    { "- SQL, in 3 postings", 1 },
    { "- SQL in all", 1 },
    { "- SQL: postings 1, 3 and 4", 1 },
    { "- SQL (во всех вакансиях)", 1 },
    { "- SQL (в 3 из 5)", 1 },
    { "- SQL: 1, 2, 4", 1 },
    { "- SQL — 1, 3", 1 },
    { "- SQL ×3", 1 },
    { "- SQL (x2)", 1 },
    { "- Assembly x86", 0 },
    { "| SQL | 3 |\n| Git | 2 |", 1 },
    { "- SQL (3)", 1 },
    { "- SQL in 100% of vacancies", 0 },
    { "- SQL in almost all postings", 0 },
    { "- 3+ years", 0 },
    { "- HTTP/2", 0 },
    { "- SQL (3 of 5)\n- Git\n- Go", 0 },
  };

  ASSERT_FIGURE (RECURRING, "recurring_with_counts", cases);
}

static void
test_recurring (void)
{
  static const CountCase cases[] = {
    { "- SQL\n- Git\n", 2 },
    { "| Skill | N |\n|---|---|\n| SQL | 3 |\n| Git | 2 |\n\n1. SQL\n2. Git\n", 2 },
    { "https://hh.ru/vacancy/129300117\nSQL\nGit\n", 2 },
    { "- SQL\n\n**Postings:**\n\n1. [Tester](https://hh.ru/vacancy/129300117)\n2. "
      "[Coder](https://hh.ru/vacancy/130811945)\n",
      1 },
    { "- SQL\n### Postings\n1. [Tester](https://hh.ru/vacancy/129300117)\n", 1 },
    { "- SQL\n\n---\n\n1. [Tester](https://hh.ru/vacancy/129300117)\n", 1 },
    { "**Hard:**\n- SQL\n\n**Soft:**\n- Patience\n", 2 },
  };

  ASSERT_FIGURE (RECURRING, "recurring", cases);
}

static void
test_ranked (void)
{
  static const CountCase cases[] = {
    { "- SQL (4 of 5)\n- Git (2 of 5)\n- Go (2 of 5)", 1 },
    { "- SQL (2 of 5)\n- Git (3 of 5)", 0 },
    { "- SQL (2 of 5)\n- Git", 0 },
  };

  ASSERT_FIGURE (RECURRING, "recurring_ranked", cases);
}

static void
test_single (void)
{
  static const CountCase cases[] = {
    { "- Rust (posting 1)", 1 },
    { "- Rust (Posting #2)", 1 },
    { "- Rust (posting 9)", 0 },
    { "- Rust — only at Plinth", 1 },
    { "- Rust (только в пекарне)", 1 },
    { "- Rust for the platform role", 0 },
    { "- Rust (for the platform role)", 1 },
    { "- Rust (one company)", 0 },
    { "- Rust (senior roles)", 0 },
    { "- Plinth tooling", 0 },
    { "- Artificial plinths (AP)", 0 },
    { "| Rust | Tester, Plinth |", 1 },
    { "| Rust | Embedded engineer |", 0 },
    { "- Rust — 2", 1 },
    { "- Rust -- Plinth", 1 },
    { "- Rust — 7", 0 },
    { "**Posting 2**\n- Rust", 1 },
    { "#### Plinth\n- Rust\n- Go", 2 },
    { "In my city:\n- Rust", 0 },
  };

  ASSERT_FIGURE ("## Job market snapshot\n1. Tester, Plinth\n   - "
                 "https://hh.ru/vacancy/129300117\n2. Разработчик (пекарня)\n"
                 "   - https://hh.ru/vacancy/130811945\n### Skills specific to a single posting",
                 "single_naming_posting", cases);
}

static void
test_reflection (void)
{
  static const CountCase cases[] = {
    { "One. Two! Three? Four…", 4 },
    { "He said “No.” Then he left.", 2 },
    { "I use tools, e.g. Git, etc. and more.", 1 },
    { "- An item\n- Another. And more", 3 },
    { "**A label**\n\nText", 1 },
    { "Here they come:\n- one\n- two", 2 },
    { "| a | b |\n|---|---|\n| c | d |", 0 },
    { "### Heading\nText.", 1 },
    { "Version 3.50 is out.", 1 },
    { "Which role did I choose and why?", 0 },
    { "Люблю тесты, т.е. порядок. И т.д.", 2 },
    { "...", 0 },
    { "", 0 },
    { "P.S. One more.", 1 },
    { "**Why this role?** It is mine. I test.", 2 },
    { "One line\nof the same sentence.\nAnother.", 2 },
  };

  ASSERT_FIGURE ("## Personal reflection", "reflection_sentences", cases);
}

static void
test_improve (void)
{
  TrellisFigures figures = count_text ("# My role and skills\n## Skills that I can improve\n1. SQL "
                                       "— it decides what I can build next\n2. Docker\n");

  g_assert_cmpint (figures.improve_skills, ==, 2);
  g_assert_cmpint (figures.improve_with_reason, ==, 1);
}

static const char *const scraps[] = {
  "## Components and roles\n",
  "## Roles and responsibilities\n",
  "## Job market snapshot\n",
  "### Role\n",
  "### Skills I already have\n",
  "### Skills specific to a single posting\n",
  "### Skills that appear in several postings\n",
  "## Personal reflection\n",
  "## Common skills across roles\n",
  "- ",
  "1. ",
  "  ",
  "**",
  "| a | b |\n",
  "|---|\n",
  "\n",
  "(",
  ")",
  "[",
  "](",
  "https://hh.ru/vacancy/",
  "12345678",
  "/",
  "3 of 5",
  " — ",
  ": ",
  "Developer",
  "тестировщик",
  "posting 1",
  "#",
  "...",
  "because",
  "I chose ",
  ".",
  ",",
  ";",
  "<",
  ">",
  "<!--",
  "-->",
  "```\n",
  "\u00A0",
  "Ж",
  "e.g. ",
};

/* Nothing crashes, no part is larger than its whole. */
static void
test_random (void)
{
  for (guint round = 0; round < 1500; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      TrellisFigures      figures;
      int                 n = g_test_rand_int_range (0, 120);

      for (int i = 0; i < n; i++)
        g_string_append (text, scraps[g_test_rand_int_range (0, G_N_ELEMENTS (scraps))]);
      figures = count_text (text->str);
      g_assert_cmpint (figures.skills_have_with_level, <=, figures.skills_have);
      g_assert_cmpint (figures.skills_lack_with_reason, <=, figures.skills_lack);
      g_assert_cmpint (figures.postings_with_title, <=, figures.postings);
      g_assert_cmpint (figures.postings_with_3_skills, <=, figures.postings);
      g_assert_cmpint (figures.postings_with_invented_link, <=, figures.postings);
      g_assert_cmpint (figures.single_naming_posting, <=, figures.single);
      g_assert_cmpint (figures.recurring_counted, <=, figures.recurring);
      g_assert_cmpint (figures.roles_described_in_matrix, <=, figures.roles_described);
      g_assert_cmpint (figures.components_with_role, <=, figures.components);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/count/components-are-what-roles-stand-below", test_components);
  g_test_add_func ("/count/a-report-without-headings-is-a-list-of-components",
                   test_components_without_headings);
  g_test_add_func ("/count/a-role-counts-with-a-description", test_roles);
  g_test_add_func ("/count/without-the-section-roles-stand-below-the-matrix",
                   test_roles_below_the_matrix);
  g_test_add_func ("/count/a-part-of-a-role-stands-in-the-matrix-for-it", test_roles_in_matrix);
  g_test_add_func ("/count/roles-behind-a-label-stand-in-the-matrix", test_labelled_roles);
  g_test_add_func ("/count/common-skills-are-items-and-else-pieces", test_common);
  g_test_add_func ("/count/a-role-is-stated-by-any-text", test_role_stated);
  g_test_add_func ("/count/a-reason-follows-a-choice", test_role_reason);
  g_test_add_func ("/count/an-item-is-never-split-at-commas", test_have);
  g_test_add_func ("/count/a-level-is-a-segment-of-its-own", test_levels);
  g_test_add_func ("/count/a-reason-is-a-word-of-need-behind-the-name", test_reasons);
  g_test_add_func ("/count/the-most-challenging-is-marked-in-words", test_challenging);
  g_test_add_func ("/count/half-the-items-state-a-number-of-postings", test_counts_stated);
  g_test_add_func ("/count/a-list-ends-where-postings-begin", test_recurring);
  g_test_add_func ("/count/a-ranked-list-never-rises", test_ranked);
  g_test_add_func ("/count/a-remark-names-a-posting", test_single);
  g_test_add_func ("/count/sentences-end-before-a-capital", test_reflection);
  g_test_add_func ("/count/a-wish-alone-is-no-reason-to-improve", test_improve);
  g_test_add_func ("/count/no-text-breaks-it", test_random);
  return g_test_run ();
}
