/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-reader-fixture.h"

/* One way in which students write their postings. Each has the same three. */
typedef struct
{
  const char *path;
  const char *markdown;
  const char *label; /* of the first posting */
  const char *link_text;
  const char *skills_label;
} Shape;

static const Shape shapes[] = {
  { "/reader/postings/nested-items",
    "- Baker of services\n  - [link to the posting](https://jobs.oven.org/vacancy/4417203)\n  - "
    "Rye, Spelt, Oats\n"
    "- Miller\n  - [link to the posting](https://jobs.oven.org/vacancy/5820147)\n  - Stone, Water\n"
    "- Carter\n  - [link to the posting](https://jobs.oven.org/vacancy/6093518)\n  - Horse\n",
    "", "link to the posting", "" },
  { "/reader/postings/numbered-with-labels",
    "1. **Baker of services**\n   - Link: https://jobs.oven.org/vacancy/4417203\n   - Key skills: "
    "Rye, Spelt, Oats\n\n"
    "2. **Miller**\n   - Link: https://jobs.oven.org/vacancy/5820147\n   - Key skills: Stone, "
    "Water\n\n"
    "3. **Carter**\n   - Link: https://jobs.oven.org/vacancy/6093518\n   - Key skills: Horse\n",
    "", "", "Key skills" },
  { "/reader/postings/skills-as-nested-items",
    "1. **Baker of services**\n   - Link: https://jobs.oven.org/vacancy/4417203\n   - Key "
    "requirements:\n     - Rye\n     - Spelt, Oats\n"
    "2. **Miller**\n   - Link: https://jobs.oven.org/vacancy/5820147\n   - Key requirements:\n     "
    "- Stone\n     - Water\n"
    "3. **Carter**\n   - Link: https://jobs.oven.org/vacancy/6093518\n   - Key requirements:\n     "
    "- Horse\n",
    "", "", "Key requirements" },
  { "/reader/postings/sub-headings",
    "### Posting 1: Baker of services\n\n- **Link:** https://jobs.oven.org/vacancy/4417203\n- "
    "**Key skills:**\n  - Rye\n  - Spelt\n  - Oats\n\n"
    "### Posting 2: Miller\n\n- **Link:** https://jobs.oven.org/vacancy/5820147\n- **Key "
    "skills:**\n  - Stone\n  - Water\n\n"
    "### Posting 3: Carter\n\n- **Link:** https://jobs.oven.org/vacancy/6093518\n- **Key "
    "skills:**\n  - Horse\n",
    "Posting 1", "", "Key skills" },
  { "/reader/postings/rows-of-labels",
    "1.  **Role Title:** Baker of services  \n    **Link:** https://jobs.oven.org/vacancy/4417203  "
    "\n    **Key Requirements:** Rye, Spelt, Oats.\n\n"
    "2.  **Role Title:** Miller  \n    **Link:** https://jobs.oven.org/vacancy/5820147  \n    "
    "**Key Requirements:** Stone, Water.\n\n"
    "3.  **Role Title:** Carter  \n    **Link:** https://jobs.oven.org/vacancy/6093518  \n    "
    "**Key Requirements:** Horse.\n",
    "Role Title", "", "Key Requirements" },
  { "/reader/postings/bold-links",
    "**[Baker of services](https://jobs.oven.org/vacancy/4417203)**\nrequirements:\n\n- Rye\n- "
    "Spelt\n- Oats\n\n"
    "**[Miller](https://jobs.oven.org/vacancy/5820147)**\nrequirements:\n\n- Stone\n- Water\n\n"
    "**[Carter](https://jobs.oven.org/vacancy/6093518)**\nrequirements:\n\n- Horse\n",
    "", "", "requirements" },
  { "/reader/postings/ordinal-then-title",
    "- **First job posting**\n  - Baker of services\n  - [Link to the "
    "posting](https://jobs.oven.org/vacancy/4417203)\n  - **Skills:** Rye; Spelt; Oats\n"
    "- **Second job posting**\n  - Miller\n  - [Link to the "
    "posting](https://jobs.oven.org/vacancy/5820147)\n  - **Skills:** Stone; Water\n"
    "- **Third job posting**\n  - Carter\n  - [Link to the "
    "posting](https://jobs.oven.org/vacancy/6093518)\n  - **Skills:** Horse\n",
    "First job posting", "Link to the posting", "Skills" },
  { "/reader/postings/link-on-the-title-line",
    "1. **Baker of services** - [Link to the board](https://jobs.oven.org/vacancy/4417203)\n   - "
    "Requirements: Rye, Spelt, Oats.\n"
    "2. **Miller** - [Link to the board](https://jobs.oven.org/vacancy/5820147)\n   - "
    "Requirements: Stone, Water.\n"
    "3. **Carter** - [Link to the board](https://jobs.oven.org/vacancy/6093518)\n   - "
    "Requirements: Horse.\n",
    "", "Link to the board", "Requirements" },
  { "/reader/postings/table",
    "| # | Role Title | Link | Key Skills |\n|---|---|---|---|\n"
    "| 1 | Baker of services | https://jobs.oven.org/vacancy/4417203 | Rye, Spelt, Oats |\n"
    "| 2 | Miller | https://jobs.oven.org/vacancy/5820147 | Stone, Water |\n"
    "| 3 | Carter | https://jobs.oven.org/vacancy/6093518 | Horse |\n",
    "Role Title", "", "Key Skills" },
  { "/reader/postings/table-with-further-columns",
    "| Title | Company | Link | Skills |\n|---|---|---|---|\n"
    "| Baker of services | Rye & Sons | https://jobs.oven.org/vacancy/4417203 | Rye, Spelt, Oats "
    "|\n"
    "| Miller | Old Stone | https://jobs.oven.org/vacancy/5820147 | Stone, Water |\n"
    "| Carter | Long Road | https://jobs.oven.org/vacancy/6093518 | Horse |\n",
    "Title", "", "Skills" },
  { "/reader/postings/paragraphs",
    "Posting 1\nTitle: Baker of services\nLink: https://jobs.oven.org/vacancy/4417203\n"
    "Key skills: Rye, Spelt, Oats\n\n"
    "Posting 2\nTitle: Miller\nLink: https://jobs.oven.org/vacancy/5820147\n"
    "Key skills: Stone, Water\n\n"
    "Posting 3\nTitle: Carter\nLink: https://jobs.oven.org/vacancy/6093518\n"
    "Key skills: Horse\n",
    "Posting 1 Title", "", "Key skills" },
  { "/reader/postings/link-in-brackets",
    "**Baker of services** ([link](https://jobs.oven.org/vacancy/4417203))\n\nKey skills:\n- Rye\n"
    "- Spelt\n- Oats\n\n"
    "**Miller** ([link](https://jobs.oven.org/vacancy/5820147))\n\nKey skills:\n- Stone\n- "
    "Water\n\n"
    "**Carter** ([link](https://jobs.oven.org/vacancy/6093518))\n\nKey skills:\n- Horse\n",
    "", "", "Key skills" },
};

static TrellisPosting *
posting (const TrellisReport *report,
         guint                index)
{
  return g_ptr_array_index (report->postings, index);
}

static void
assert_skills (const TrellisReport *report,
               guint                index,
               const char          *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < report->posting_skills->len; i++)
    {
      const TrellisPostingSkill *skill = g_ptr_array_index (report->posting_skills, i);

      if (skill->posting_id == posting (report, index)->base.id)
        g_string_append_printf (names, "%s|", skill->name);
    }
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_shape (gconstpointer data)
{
  const Shape     *shape = data;
  g_autofree char *markdown
      = g_strconcat ("## Job market snapshot\n\n", shape->markdown, NULL);
  g_autoptr (TrellisReport) report = fixture_read (markdown);

  g_assert_cmpuint (report->postings->len, ==, 3);
  g_assert_cmpstr (posting (report, 0)->title, ==, "Baker of services");
  g_assert_cmpstr (posting (report, 1)->title, ==, "Miller");
  g_assert_cmpstr (posting (report, 2)->title, ==, "Carter");
  g_assert_cmpstr (posting (report, 0)->link, ==, "https://jobs.oven.org/vacancy/4417203");
  g_assert_cmpstr (posting (report, 2)->link, ==, "https://jobs.oven.org/vacancy/6093518");
  g_assert_cmpstr (posting (report, 0)->label, ==, shape->label);
  g_assert_cmpstr (posting (report, 0)->link_text, ==, shape->link_text);
  g_assert_cmpstr (posting (report, 0)->skills_label, ==, shape->skills_label);
  assert_skills (report, 0, "Rye|Spelt|Oats|");
  assert_skills (report, 1, "Stone|Water|");
  assert_skills (report, 2, "Horse|");
  fixture_assert_keeps_words (markdown);
  fixture_assert_stable (markdown);
}

static void
test_commas_in_brackets (void)
{
  g_autoptr (TrellisReport) report = fixture_read (
      "## Job market snapshot\n\n- Baker\n  - <https://jobs.oven.org/vacancy/4417203>\n  - Ovens "
      "(gas, wood), Rye & Spelt, Oats/Barley\n");

  g_assert_cmpuint (report->postings->len, ==, 1);
  assert_skills (report, 0, "Ovens (gas, wood)|Rye & Spelt|Oats/Barley|");
}

static void
test_remarks (void)
{
  const char *markdown
      = "## Job market snapshot\n\n### Posting 1: Baker\n\n- **Link:** "
        "https://jobs.oven.org/vacancy/4417203 *(closed since)*\n- **Key skills:** Rye\n"
        "\n### Posting 2: Miller\n\n- **Link:** https://jobs.oven.org/vacancy/5820147\n- **Key "
        "skills:** Stone\n";
  g_autoptr (TrellisReport) report = fixture_read (markdown);

  g_assert_cmpuint (report->postings->len, ==, 2);
  g_assert_nonnull (strstr (posting (report, 0)->note, "closed since"));
  g_assert_cmpstr (posting (report, 0)->link_label, ==, "Link");
  fixture_assert_keeps_words (markdown);
}

/* The comma of a title below its number makes no skills of it. */
static void
test_comma_in_title (void)
{
  const char               *markdown = "## Job market snapshot\n\n"
                                       "### Posting 1\n\nBaker, Old Mill\n"
                                       "Link: https://jobs.oven.org/vacancy/4417203\nSkills: Rye, Spelt\n\n"
                                       "### Posting 2\n\nMiller, Weir\n"
                                       "Link: https://jobs.oven.org/vacancy/5820147\nSkills: Stone, Water\n";
  g_autoptr (TrellisReport) report = fixture_read (markdown);

  g_assert_cmpuint (report->postings->len, ==, 2);
  g_assert_cmpstr (posting (report, 1)->title, ==, "Miller, Weir");
  g_assert_cmpuint (report->posting_skills->len, ==, 4);
  fixture_assert_keeps_words (markdown);
}

static void
test_prose (void)
{
  const char *markdown
      = "## Job market snapshot\n\nI looked at a few offers, but wrote none down.\n";
  g_autoptr (TrellisReport) report = fixture_read (markdown);

  g_assert_cmpuint (report->postings->len, ==, 0);
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
  g_test_add_func ("/reader/postings/commas-inside-brackets-part-no-skills",
                   test_commas_in_brackets);
  g_test_add_func ("/reader/postings/a-remark-behind-a-link-is-a-note", test_remarks);
  g_test_add_func ("/reader/postings/a-title-may-have-a-comma", test_comma_in_title);
  g_test_add_func ("/reader/postings/prose-stays-text", test_prose);
  return g_test_run ();
}
