/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "markdown-fixture.h"

static TrellisNode *
add (TrellisNode    *parent,
     TrellisNodeType type,
     const char     *name)
{
  TrellisNode *node = trellis_node_append (parent, trellis_node_new (type));

  trellis_node_set (node, TRELLIS_ATTRIBUTE_NAME, name);
  return node;
}

static void
add_note (TrellisNode *node,
          const char  *markdown)
{
  trellis_node_append_children_of (node, trellis_markdown_parse (markdown));
}

/* Whatever is written stays as it is when read as plain Markdown. */
static void
assert_written (TrellisNode *document,
                const char  *expected)
{
  g_autofree char *written = trellis_markdown_write (document);

  g_assert_cmpstr (written, ==, expected);
  fixture_assert_kept (g_strchomp (written));
  trellis_node_free (document);
}

static TrellisNode *
new_list (TrellisNode **list)
{
  TrellisNode *document = trellis_node_new (TRELLIS_NODE_DOCUMENT);

  *list = trellis_node_append (document, trellis_node_new (TRELLIS_NODE_LIST));
  return document;
}

static void
test_matrix (void)
{
  TrellisNode *document = trellis_node_new (TRELLIS_NODE_DOCUMENT);
  TrellisNode *matrix = add (document, TRELLIS_NODE_MATRIX, NULL);
  TrellisNode *list = trellis_node_append (matrix, trellis_node_new (TRELLIS_NODE_LIST));
  TrellisNode *component = add (list, TRELLIS_NODE_COMPONENT, "Locker gateway");

  list->flag = TRUE;
  add (component, TRELLIS_NODE_INVOLVEMENT, "Back-end engineer (C/C++)");
  add_note (add (component, TRELLIS_NODE_INVOLVEMENT, "DBA"), "only *reads*");
  add_note (component, "Opens the doors.");
  component = add (list, TRELLIS_NODE_COMPONENT, "Ledger");
  add (component, TRELLIS_NODE_INVOLVEMENT, "DBA");
  add_note (component, "Who has what.\n\nAnd since when.");
  add (list, TRELLIS_NODE_COMPONENT, "Bot");
  assert_written (document,
                  "- Locker gateway — Opens the doors.\n"
                  "  - Back-end engineer (C/C++)\n"
                  "  - DBA — only *reads*\n"
                  "\n"
                  "- Ledger — Who has what.\n"
                  "\n"
                  "  And since when.\n"
                  "\n"
                  "  - DBA\n"
                  "\n"
                  "- Bot\n");
}

static void
test_roles (void)
{
  TrellisNode *list;
  TrellisNode *document = new_list (&list);

  list->number = TRELLIS_LIST_KIND_NUMBERS;
  add_note (add (list, TRELLIS_NODE_ROLE, "QA engineer"), "tests, and reports.");
  add_note (add (list, TRELLIS_NODE_ROLE, "DBA"), "- keeps data\n- restores it");
  add (list, TRELLIS_NODE_ROLE, "Designer");
  assert_written (document,
                  "1. **QA engineer** — tests, and reports.\n"
                  "2. **DBA**\n"
                  "   - keeps data\n"
                  "   - restores it\n"
                  "3. Designer\n");
}

static void
test_skills (void)
{
  TrellisNode *list;
  TrellisNode *document = new_list (&list);
  TrellisNode *skill;

  add (list, TRELLIS_NODE_SKILL, "C++");
  skill = add (list, TRELLIS_NODE_SKILL, "SQL");
  trellis_node_set (skill, TRELLIS_ATTRIBUTE_QUALIFIER, "PostgreSQL");
  skill = add (list, TRELLIS_NODE_SKILL, "Go");
  trellis_node_set (skill, TRELLIS_ATTRIBUTE_LEVEL, "intermediate");
  skill = add (list, TRELLIS_NODE_SKILL, "Git");
  trellis_node_set (skill, TRELLIS_ATTRIBUTE_QUALIFIER, "CLI");
  trellis_node_set (skill, TRELLIS_ATTRIBUTE_LEVEL, "advanced");
  add_note (skill, "every day");
  add_note (add (list, TRELLIS_NODE_SKILL, "Docker"), "required");
  skill = add (list, TRELLIS_NODE_SKILL, "Kafka");
  skill->flag = TRUE;
  add_note (skill, "needed");
  skill = add (list, TRELLIS_NODE_SKILL, "Redis");
  skill->flag = TRUE;
  add_note (skill, "the hardest of all");
  assert_written (document,
                  "- C++\n"
                  "- SQL (PostgreSQL)\n"
                  "- **Go** — intermediate\n"
                  "- **Git** (CLI) — advanced: every day\n"
                  "- **Docker** — required\n"
                  "- **Kafka** — the most challenging: needed\n"
                  "- **Redis** — the hardest of all\n");
}

static TrellisNode *
add_posting (TrellisNode *list,
             const char  *title,
             const char  *target,
             const char  *text)
{
  TrellisNode *posting = add (list, TRELLIS_NODE_POSTING, title);

  trellis_node_set (posting, TRELLIS_ATTRIBUTE_TARGET, target);
  trellis_node_set (posting, TRELLIS_ATTRIBUTE_TARGET_TEXT, text);
  trellis_node_add_value (posting, "Go");
  trellis_node_add_value (posting, "SQL (joins, views)");
  return posting;
}

static void
test_postings (void)
{
  TrellisNode *list;
  TrellisNode *document = new_list (&list);
  TrellisNode *posting = add_posting (list, "Junior developer", "https://ex.org/vacancy/48317205",
                                      "link to the posting");

  trellis_node_set (posting, TRELLIS_ATTRIBUTE_LABEL, "Posting 1");
  trellis_node_set (posting, TRELLIS_ATTRIBUTE_EMPLOYER, "Lantern");
  trellis_node_set (posting, TRELLIS_ATTRIBUTE_DATE, "2025-10-02");
  trellis_node_set (posting, TRELLIS_ATTRIBUTE_SKILLS_LABEL, "Key skills");
  add_note (posting, "Remote.");
  posting = add_posting (list, "Tester", "https://ex.org/vacancy/51962740", NULL);
  trellis_node_set (posting, TRELLIS_ATTRIBUTE_TARGET_LABEL, "Link");
  trellis_node_add_value (posting, "CI, CD");
  add_posting (list, NULL, "https://ex.org/vacancy/47205918", "link");
  assert_written (document,
                  "- Posting 1: Junior developer\n"
                  "  - [link to the posting](https://ex.org/vacancy/48317205)\n"
                  "  - Lantern, 2025-10-02\n"
                  "  - Key skills: Go, SQL (joins, views)\n"
                  "\n"
                  "  Remote.\n"
                  "\n"
                  "- Tester\n"
                  "  - Link: <https://ex.org/vacancy/51962740>\n"
                  "  - Go; SQL (joins, views); CI, CD\n"
                  "\n"
                  "- link: <https://ex.org/vacancy/47205918>\n"
                  "  - Go, SQL (joins, views)\n");
}

static TrellisNode *
new_demand (const char *language)
{
  TrellisNode *document = trellis_node_new (TRELLIS_NODE_DOCUMENT);
  TrellisNode *demand = add (document, TRELLIS_NODE_DEMAND, NULL);
  TrellisNode *bar = add (demand, TRELLIS_NODE_DEMAND_BAR, "SQL");

  trellis_node_set (document, TRELLIS_ATTRIBUTE_LANGUAGE, language);
  demand->number = 5;
  bar->number = 2;
  trellis_node_add_value (bar, "1");
  trellis_node_add_value (bar, "4");
  return document;
}

static void
test_demand (void)
{
  assert_written (new_demand ("en"), "- SQL — 2 of 5 postings (1, 4)\n");
  assert_written (new_demand ("ru-RU"), "- SQL — 2 из 5 вакансий (1, 4)\n");
}

static void
test_advisor_parts (void)
{
  TrellisNode *document = trellis_node_new (TRELLIS_NODE_DOCUMENT);
  TrellisNode *cover = add (document, TRELLIS_NODE_COVER, "Tool library");
  TrellisNode *criteria;

  trellis_node_set (cover, TRELLIS_ATTRIBUTE_AUTHOR, "A. Student");
  add_note (add (document, TRELLIS_NODE_EVIDENCE, NULL), "SQL");
  criteria = add (document, TRELLIS_NODE_CRITERIA, NULL);
  add (criteria, TRELLIS_NODE_CRITERION, "Five postings.");
  add (criteria, TRELLIS_NODE_CRITERION, "Four skills.")->number = 1;
  assert_written (document,
                  "# Tool library\n\nA. Student\n\nSQL\n\n- ✓ Five postings.\n- ✗ Four skills.\n");
}

/* Names that look like markup come back as they were. */
static void
test_awkward_names (void)
{
  static const char *const names[] = {
    "*",
    "**bold**",
    "1. one",
    "- x",
    "# x",
    "C++",
    "a_b_",
    "<T>",
    "[x](y)",
    "x: y",
    "(a)",
    " padded ",
    "a\nb",
    "•",
    "|",
    "Name —",
    "https://ex.org",
    "`",
  };
  static const TrellisNodeType types[] = {
    TRELLIS_NODE_COMPONENT,
    TRELLIS_NODE_ROLE,
    TRELLIS_NODE_SKILL,
    TRELLIS_NODE_POSTING,
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint t = 0; t < G_N_ELEMENTS (types); t++)
      {
        TrellisNode            *list;
        g_autoptr (TrellisNode) document = new_list (&list);
        TrellisNode            *node = add (list, types[t], names[i]);
        g_autofree char        *written = NULL;

        trellis_node_set (node, TRELLIS_ATTRIBUTE_LABEL, names[i]);
        trellis_node_set (node, TRELLIS_ATTRIBUTE_QUALIFIER, names[i]);
        trellis_node_set (node, TRELLIS_ATTRIBUTE_LEVEL, names[i]);
        trellis_node_set (node, TRELLIS_ATTRIBUTE_TARGET, names[i]);
        trellis_node_add_value (node, names[i]);
        add_note (node, names[i]);
        written = trellis_markdown_write (document);
        fixture_assert_kept (g_strchomp (written));
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meaning/a-matrix-is-the-courses-nested-list", test_matrix);
  g_test_add_func ("/meaning/a-role-is-bold-when-something-is-said-about-it", test_roles);
  g_test_add_func ("/meaning/a-skill-has-qualifier-level-and-note", test_skills);
  g_test_add_func ("/meaning/a-posting-has-link-circumstances-and-skills-below-it", test_postings);
  g_test_add_func ("/meaning/demand-counts-in-the-language-of-the-report", test_demand);
  g_test_add_func ("/meaning/what-only-the-advisor-gets-is-plain-markdown", test_advisor_parts);
  g_test_add_func ("/meaning/any-name-can-be-written", test_awkward_names);
  return g_test_run ();
}
