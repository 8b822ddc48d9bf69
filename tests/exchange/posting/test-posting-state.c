/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages of hh.ru with their state, answers of its API, and those of other job boards. */

#include "fixture.h"

#include <string.h>

#define STATE                                                                      \
  "{\"vacancyView\": {\"vacancyId\": 4711, \"name\": \"Такелажник\\u00a0данных\"," \
  " \"company\": {\"name\": \"ООО «Штиль»\"}, \"area\": {\"name\": \"Велес\"},"    \
  " \"compensation\": {\"from\": 1, \"to\": null, \"currencyCode\": \"RUR\"},"     \
  " \"keySkills\": {\"keySkill\": [\"Канаты\", \"SQL\"]},"                         \
  " \"publicationDate\": \"2026-05-27T10:00:00.000+03:00\","                       \
  " \"description\": \"<p>Вяжем узлы.</p><ul><li>Канаты</li><li>SQL</li></ul>\"}}"

static char *
escape (const char *json,
        const char *quote)
{
  g_auto (GStrv)   parts = NULL;
  g_autofree char *tags = g_markup_escape_text (json, -1);

  parts = g_strsplit (tags, "&quot;", -1);
  return g_strjoinv (quote, parts);
}

static TrellisPostingFound *
read_state (const char *json,
            const char *quote,
            const char *rest)
{
  g_autofree char *state = escape (json, quote);
  g_autofree char *page = g_strdup_printf (
      "<!DOCTYPE html><html><head><link rel=canonical href=\"https://veles.hh.ru/vacancy/4711\">"
      "</head><body><noindex><template id=\"HH-Lux-InitialState\">%s</template></noindex>%s"
      "</body></html>",
      state, rest);

  return fixture_read ("page.html", page);
}

/* Its quotes come bare, as entities, and as entities of entities. */
static void
a_vacancy_is_read_from_the_state (void)
{
  static const char *const quotes[] = { "\"", "&quot;", "&#34;", "&amp;#34;", "&amp;quot;" };

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      g_autoptr (TrellisPostingFound) found = read_state (STATE, quotes[i], "");

      g_assert_cmpstr (found->title, ==, "Такелажник данных");
      g_assert_cmpstr (found->employer, ==, "ООО «Штиль»");
      g_assert_cmpstr (found->place, ==, "Велес");
      g_assert_cmpstr (found->link, ==, "https://hh.ru/vacancy/4711");
      g_assert_cmpstr (found->published, ==, "2026-05-27");
      g_assert_cmpstr (found->text, ==, "Вяжем узлы.\n\n- Канаты\n- SQL");
      g_assert_cmpstr (found->source, ==, "hh.ru page");
      fixture_assert_skills (found, "Канаты, SQL");
    }
}

static void
a_state_may_be_nearly_empty (void)
{
  g_autoptr (TrellisPostingFound) found = read_state (
      "{\"vacancyView\": {\"name\": \"Rigger\", \"vacancyId\": \"4711\","
      " \"company\": {\"visibleName\": \"Confidential\"}, \"area\": null, \"keySkills\": null,"
      " \"compensation\": {\"noCompensation\": {}}, \"description\": null}}",
      "&quot;",
      "<h1 data-qa=\"vacancy-title\">Rigger</h1>"
      "<div data-qa=\"vacancy-description\"><p>We rig.</p></div>"
      "<p data-qa=\"vacancy-view-location\">Veles</p>");

  g_assert_cmpstr (found->employer, ==, "Confidential");
  g_assert_cmpstr (found->place, ==, "Veles");
  g_assert_cmpstr (found->text, ==, "We rig.");
  g_assert_false (found->is_partial);
}

/* A broken state leaves the next layers: JSON-LD, then the marks. */
static void
a_broken_state_hides_no_other_layer (void)
{
  g_autoptr (TrellisPostingFound) found = read_state (
      "{\"vacancyView\": {\"name\": ", "\"",
      "<script type=\"application/ld+json\">{\"@type\": \"JobPosting\", \"title\": \"Rigger\","
      " \"identifier\": {\"value\": 4711}, \"description\": \"<p>We rig.</p>\"}</script>"
      "<span data-qa=\"bloko-tag bloko-tag_inline skills-element\"><span>Rope</span></span>"
      "<h1 data-qa=\"vacancy-title\">Rigger</h1>"
      "<div data-qa=\"vacancy-description\"><p>We rig.</p></div>");

  g_assert_cmpstr (found->source, ==, "JobPosting");
  g_assert_cmpstr (found->link, ==, "https://hh.ru/vacancy/4711");
  fixture_assert_skills (found, "Rope");
}

/* React puts comments between the pieces of a text. */
static void
a_page_is_read_by_its_marks (void)
{
  g_autoptr (TrellisPostingFound) found = fixture_read (
      "page.html",
      "<html><head><title>x</title></head><body><h1 class=\"bloko\" data-qa=\"vacancy-title\">"
      "Так<!-- -->елажник</h1><span data-qa=\"vacancy-company-name\">ООО <!-- -->«Штиль»</span>"
      "<div data-qa=\"vacancy-description\"><div><strong>Мы ждём:</strong><ul><li><p>узлы</p></li>"
      "<li>канаты<br></li></ul></div></div>"
      "<div class=\"bloko-tag\"><span class=\"bloko-tag__section bloko-tag__text\">Git</span></div>"
      "<div data-qa=\"vacancy-serp__vacancy\"><a>Похожая вакансия</a></div></body></html>");

  g_assert_cmpstr (found->title, ==, "Такелажник");
  g_assert_cmpstr (found->employer, ==, "ООО «Штиль»");
  g_assert_cmpstr (found->text, ==, "Мы ждём:\n- узлы\n- канаты");
  fixture_assert_skills (found, "Git");
}

#define ITEM                                                                                    \
  "{\"id\": \"4711\", \"name\": \"Rigger\", \"alternate_url\": \"https://hh.ru/vacancy/4711\"," \
  " \"employer\": null, \"area\": {\"id\": \"1\", \"name\": \"Veles\"}, \"salary\": null,"

static void
an_answer_of_the_api_is_read (void)
{
  g_autoptr (TrellisPostingFound) found = fixture_read (
      "vacancy.json",
      ITEM " \"published_at\": \"2026-05-27T10:00:00+0300\","
           " \"contacts\": {\"email\": \"me@yard.org\", \"name\": \"Ann\"},"
           " \"key_skills\": [{\"name\": \"Rope\"}, {\"name\": null}],"
           " \"branded_description\": \"<style>x</style><p>Brand</p>\","
           " \"description\": \"<p>We &quot;rig&quot;.</p><h2>You</h2><p>Tie.</p>\"}");

  g_assert_cmpstr (found->link, ==, "https://hh.ru/vacancy/4711");
  g_assert_cmpstr (found->employer, ==, "");
  g_assert_cmpstr (found->published, ==, "2026-05-27");
  g_assert_cmpstr (found->text, ==, "We \"rig\".\n\nYou\n\nTie.");
  fixture_assert_skills (found, "Rope");
}

static void
an_answer_of_a_search_gives_excerpts (void)
{
  g_autoptr (GPtrArray) all = fixture_read_all (
      "search.json",
      "{\"items\": [" ITEM " \"snippet\": {\"requirement\": \"Know <highlighttext>rope"
      "</highlighttext>...\", \"responsibility\": \"Rig.\"}}, " ITEM " \"snippet\": null}],"
      " \"found\": 2, \"page\": 0}");
  const TrellisPostingFound *first = all->pdata[0];

  g_assert_cmpuint (all->len, ==, 2);
  g_assert_true (first->is_partial);
  g_assert_cmpstr (first->text, ==, "Rig.\nKnow rope...");
}

static void
dumps_may_be_lists_or_lines (void)
{
  g_autoptr (GPtrArray) list
      = fixture_read_all ("dump.json", "[" ITEM " \"specializations\": []}, " ITEM " \"x\": 1}]");
  g_autoptr (GPtrArray) lines
      = fixture_read_all ("dump.jsonl", ITEM " \"x\": 1}\n" ITEM " \"x\": 2}\n");

  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpuint (lines->len, ==, 2);
}

static void
answers_of_other_boards_are_read (void)
{
  static const struct
  {
    const char *json, *title, *employer, *place, *link, *published, *text;
  } boards[] = {
    { "{\"jobs\": [{\"id\": 1, \"title\": \"Rigger\", \"absolute_url\": "
      "\"https://b.io/yard/1?gh_src=x\","
      " \"company_name\": \"Yard\", \"location\": {\"name\": \"Veles\"},"
      " \"first_published\": \"2026-05-27T10:00:00-04:00\","
      " \"content\": \"&lt;p&gt;We "
      "rig&amp;nbsp;ships.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Rope&lt;/li&gt;&lt;/ul&gt;\"}]}",
      "Rigger", "Yard", "Veles", "https://b.io/yard/1", "2026-05-27", "We rig ships.\n\n- Rope" },
    { "[{\"text\": \"Rigger\", \"hostedUrl\": \"https://l.co/yard/1\", \"createdAt\": "
      "1779840000000,"
      " \"categories\": {\"location\": \"Veles\"}, \"descriptionPlain\": \"We rig.\\n\","
      " \"lists\": [{\"text\": \"You know\", \"content\": \"<li>Rope</li><li>Wire</li>\"}],"
      " \"additional\": \"<div>Write to us.</div>\"}]",
      "Rigger", "", "Veles", "https://l.co/yard/1", "2026-05-27",
      "We rig.\n\nYou know\n- Rope\n- Wire\n\nWrite to us." },
    { "{\"apiVersion\": \"1\", \"jobs\": [{\"title\": \"Rigger\", \"location\": \"Veles\","
      " \"jobUrl\": \"https://a.com/yard/1\", \"publishedAt\": \"2026-05-27T00:00:00.000+00:00\","
      " \"descriptionHtml\": \"<p>We rig.</p>\"}]}",
      "Rigger", "", "Veles", "https://a.com/yard/1", "2026-05-27", "We rig." },
    { "{\"status\": \"200\", \"results\": {\"vacancies\": [{\"vacancy\": {\"id\": \"x\","
      " \"job-name\": \"Такелажник\", \"company\": {\"name\": \"Штиль\"}, \"region\": {\"name\":"
      " \"Велес\"}, \"creation-date\": \"2026-05-27\", \"vac_url\": \"https://t.ru/v/1\","
      " \"duty\": \"Вязать узлы.\\nПлести канаты.\", \"requirement\": {\"education\": \"Среднее\","
      " \"experience\": 1}}}]}}",
      "Такелажник", "Штиль", "Велес", "https://t.ru/v/1", "2026-05-27",
      "Вязать узлы.\nПлести канаты.\n\nСреднее" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (boards); i++)
    {
      g_autoptr (TrellisPostingFound) found = fixture_read ("answer.json", boards[i].json);

      g_assert_cmpstr (found->title, ==, boards[i].title);
      g_assert_cmpstr (found->employer, ==, boards[i].employer);
      g_assert_cmpstr (found->place, ==, boards[i].place);
      g_assert_cmpstr (found->link, ==, boards[i].link);
      g_assert_cmpstr (found->published, ==, boards[i].published);
      g_assert_cmpstr (found->text, ==, boards[i].text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/posting/state/a-vacancy-is-read-from-the-state",
                   a_vacancy_is_read_from_the_state);
  g_test_add_func ("/posting/state/a-state-may-be-nearly-empty", a_state_may_be_nearly_empty);
  g_test_add_func ("/posting/state/a-broken-state-hides-no-other-layer",
                   a_broken_state_hides_no_other_layer);
  g_test_add_func ("/posting/state/a-page-is-read-by-its-marks", a_page_is_read_by_its_marks);
  g_test_add_func ("/posting/state/an-answer-of-the-api-is-read", an_answer_of_the_api_is_read);
  g_test_add_func ("/posting/state/an-answer-of-a-search-gives-excerpts",
                   an_answer_of_a_search_gives_excerpts);
  g_test_add_func ("/posting/state/dumps-may-be-lists-or-lines", dumps_may_be_lists_or_lines);
  g_test_add_func ("/posting/state/answers-of-other-boards-are-read",
                   answers_of_other_boards_are_read);

  return g_test_run ();
}
