/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "count-fixture.h"
#include "trellis-count-links.h"

#define MARKET "## Job market snapshot"
#define A "https://hh.ru/vacancy/129300117"
#define B "https://hh.ru/vacancy/130811945"

static void
test_shapes (void)
{
  static const CountCase cases[] = {
    { "- Tester\n  - [link](" A ")\n  - Git, SQL, C\n- Coder\n  - [link](" B ")\n", 2 },
    { "1. **Role Title:** Tester\n   **Link:** " A
      "\n   **Key Requirements:** Git\n2. **Role Title:** Coder\n   **Link:** " B "\n",
      2 },
    { "### Posting 1: Tester\n- **Link:** " A
      "\n- **Key skills:**\n  - Git\n### Posting 2: Coder\n- **Link:** " B "\n",
      2 },
    { "### All of them\n1. Tester - [hh.ru](" A ")\n   - Skills: Git\n2. Coder - [hh.ru](" B ")\n",
      2 },
    { "**[Tester](" A ")**\nrequirements:\n\n- Git\n- SQL\n\n**[Coder](" B ")**\n\n- C\n", 2 },
    { "| # | Title | Link | Skills |\n|---|---|---|---|\n| 1 | Tester | [x](" A
      ") | Git |\n| 2 | Coder | [x](" B ") | C |\n",
      2 },
    { "- Postings:\n  - Tester " A "\n  - Coder " B "\n", 2 },
    { "Tester – " A "\nCoder – " B "\n", 2 },
    { "Vacancy 1\nTester\n" A "\n\nVacancy 2\nCoder\n" B "\n", 2 },
    { A "\n" B "\n", 2 },
    { "- " A "\n- " B "\n", 2 },
    { "- Tester\n  - Key skills: Git, SQL\n", 1 },
    { "- Tester\n- Coder\n", 0 },
    { "The market is hot. I read ten postings.\n", 0 },
  };

  ASSERT_FIGURE (MARKET, "postings", cases);
}

static void
test_places (void)
{
  static const CountCase cases[] = {
    { "- Git\n### 1. Tester\n**Link:** " A "\n### 2. Coder\n**Link:** " B "\n", 2 },
    { "- Git (see https://git.example.org/book)\n", 0 },
    { "Git\n" A "\n" B "\n", 2 },
  };
  static const CountCase roles[] = { { "- Tester\n- " A "\n", 0 } };

  ASSERT_FIGURE ("### Skills I clearly lack", "postings", cases);
  ASSERT_FIGURE ("## Roles and responsibilities", "postings", roles);
}

static void
test_titles (void)
{
  static const CountCase cases[] = {
    { "1. Tester\n   - " A, 1 },
    { "1. [Tester at Plinth](" A ")", 1 },
    { "- Posting 1: Tester\n  - " A, 1 },
    { "- **First job posting**\n  - Tester\n  - [Link to the posting](" A ")", 1 },
    { "- **First job posting**\n  - [Link to the posting](" A ")\n  - Skills: Git", 0 },
    { "1. [link](" A ")\n   - Skills: Git, SQL", 0 },
    { A, 0 },
    { "- Вакансия 1: Тестировщик\n  - " A, 1 },
    { "- Вакансия 1\n  - Ссылка: " A "\n  - Навыки: Git", 0 },
  };

  ASSERT_FIGURE (MARKET, "postings_with_title", cases);
}

static void
test_skills (void)
{
  static const CountCase cases[] = {
    { "- Tester\n  - " A "\n  - Git, SQL, C", 1 },
    { "- Tester\n  - " A "\n  - Git\n  - SQL\n  - C", 1 },
    { "- Tester\n  - " A "\n  - Key skills: Git; SQL, joins; C", 1 },
    { "- Tester\n  - " A "\n  - Git (a, b, c), SQL", 0 },
    { "- Tester\n  - " A "\n  - Git and SQL & C / C++", 0 },
    { "- Tester\n  - " A "\n  - Git, 3+ years, remote", 1 },
    { "- Tester\n  - Company: Plinth\n  - " A "\n  - Git, SQL", 0 },
    { "- Tester " A " Git, SQL, C", 1 },
    { "- Tester\n  - " A "\n  - Requirements:\n    - Git\n    - SQL\n    - C", 1 },
  };

  ASSERT_FIGURE (MARKET, "postings_with_3_skills", cases);
}

static TrellisLinkKind
classify (const char *address)
{
  return trellis_links_classify (address, NULL);
}

static void
test_invented (void)
{
  static const char *const invented[] = {
    "https://hh.ru/vacancy/12345678",
    "https://hh.ru/vacancy/87654321",
    "https://hh.ru/vacancy/11223344",
    "https://hh.ru/vacancy/111222333",
    "https://hh.ru/vacancy/555555555",
    "https://hh.ru/vacancy/121211221",
    "https://hh.ru/vacancy/4417093826",
    "https://hh.ru/vacancy/101112131",
    "https://hh.ru/vacancy/example1",
    "hh.ru/vacancy/example1",
    "https://example.com/jobs/48217390",
    "https://spb.hh.ru/vacancy/123456789",
  };
  static const char *const direct[] = {
    "https://hh.ru/vacancy/129300117",
    "https://spb.hh.ru/vacancy/130811945?query=a+b",
    "https://jobs.plinth.org/view/tester-berlin",
    "https://jobs.plinth.org/vacancies/1000148213",
    "hh.ru/vacancy/129300117/",
  };
  static const char *const listing[] = {
    "https://hh.ru/vacancies/tester",
    "https://hh.ru/search/vacancy?text=tester",
    "https://hh.ru",
    "https://jobs.plinth.org/vacancies",
    "https://jobs.plinth.org/search?q=tester",
  };

  for (guint i = 0; i < G_N_ELEMENTS (invented); i++)
    g_assert_cmpint (classify (invented[i]), ==, TRELLIS_LINK_INVENTED);
  for (guint i = 0; i < G_N_ELEMENTS (direct); i++)
    g_assert_cmpint (classify (direct[i]), ==, TRELLIS_LINK_DIRECT);
  for (guint i = 0; i < G_N_ELEMENTS (listing); i++)
    g_assert_cmpint (classify (listing[i]), ==, TRELLIS_LINK_LISTING);
}

static void
test_neighbours (void)
{
  TrellisFigures near = count_text (
      MARKET
      "\n- Tester https://hh.ru/vacancy/129300117\n- Coder https://hh.ru/vacancy/129300121\n");
  TrellisFigures same = count_text (
      MARKET
      "\n- Tester https://hh.ru/vacancy/129300117\n- Coder https://hh.ru/vacancy/129300117\n");

  g_assert_cmpint (near.postings_with_invented_link, ==, 2);
  g_assert_cmpint (same.postings_with_invented_link, ==, 0);
}

static void
test_find (void)
{
  g_autoptr (GPtrArray) links
      = trellis_links_find ("[hh.ru/vacancy/1](https://hh.ru/vacancy/1), <https://a.org/x_(y)>. "
                            "See hh.ru/b and AC/DC or and/or.");
  g_autofree char *dropped
      = trellis_links_drop ("[link to the posting](https://a.org/b) [Tester](c.org/d) hh.ru/e x");

  g_assert_cmpuint (links->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (links, 1), ==, "https://a.org/x_(y)");
  g_assert_cmpstr (g_ptr_array_index (links, 2), ==, "hh.ru/b");
  g_assert_cmpstr (g_strstrip (dropped), ==, "Tester  x");
}

/* A link in the introduction is no posting; several of them may be. */
static void
test_introduction (void)
{
  TrellisFigures one = count_text ("# Hive\n\nSee [our site](https://hive.org).\n\n"
                                   "## Components and roles\n- Hive\n  - Developer\n");
  TrellisFigures two = count_text ("# Found\n\n1. Baker https://hh.ru/vacancy/129300117\n"
                                   "2. Tester https://hh.ru/vacancy/130811945\n\n"
                                   "## Components and roles\n- Hive\n  - Developer\n");

  g_assert_cmpint (one.postings, ==, 0);
  g_assert_cmpint (two.postings, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/postings/an-introduction-links-to-no-posting", test_introduction);
  g_test_add_func ("/postings/come-in-many-shapes", test_shapes);
  g_test_add_func ("/postings/stand-anywhere-but-in-matrix-roles-and-reflection", test_places);
  g_test_add_func ("/postings/a-title-is-more-than-a-label-and-a-link", test_titles);
  g_test_add_func ("/postings/three-pieces-are-three-skills", test_skills);
  g_test_add_func ("/links/an-id-nobody-was-given-is-invented", test_invented);
  g_test_add_func ("/links/neighbours-are-invented-and-repeats-are-not", test_neighbours);
  g_test_add_func ("/links/are-found-with-and-without-a-scheme", test_find);
  return g_test_run ();
}
