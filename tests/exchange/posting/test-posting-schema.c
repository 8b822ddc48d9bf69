/* SPDX-License-Identifier: GPL-3.0-or-later */

/* JobPosting of schema.org as JSON-LD: every shape that sites give its members. */

#include "fixture.h"

#include <string.h>

#define TITLE "\"title\": \"Rigger\", "

static void
shapes_of_the_type (void)
{
  static const char *const types[] = {
    "\"JobPosting\"",
    "[\"JobPosting\"]",
    "[\"Thing\", \"JobPosting\"]",
    "\"schema:JobPosting\"",
    "\"http://schema.org/JobPosting\"",
    "\"https://schema.org/JobPosting\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *json = g_strdup_printf (
          "{\"@type\": %s, \"title\": \"Rigger\", \"description\": \"<p>We rig.</p>\"}", types[i]);
      g_autoptr (TrellisPostingFound) found = fixture_read ("posting.json", json);

      g_assert_cmpstr (found->title, ==, "Rigger");
      g_assert_cmpstr (found->text, ==, "We rig.");
    }
}

static void
names_with_a_prefix (void)
{
  g_autoptr (TrellisPostingFound) found
      = fixture_read ("posting.json", "{\"@type\": \"schema:JobPosting\","
                                      " \"schema:title\": \"Rigger\","
                                      " \"schema:description\": {\"@value\": \"We rig.\"},"
                                      " \"schema:hiringOrganization\": {\"schema:name\": \"Yard\"},"
                                      " \"http://schema.org/datePosted\": \"2026-05-27\"}");

  g_assert_cmpstr (found->title, ==, "Rigger");
  g_assert_cmpstr (found->text, ==, "We rig.");
  g_assert_cmpstr (found->employer, ==, "Yard");
  g_assert_cmpstr (found->published, ==, "2026-05-27");
}

static void
shapes_of_the_title (void)
{
  static const char *const titles[][2] = {
    { "\"title\": \"Rigger &amp; <b>splicer</b>\"", "Rigger & splicer" },
    { "\"title\": \"R&amp;amp;D rigger\"", "R&D rigger" },
    { "\"name\": \"Rigger\"", "Rigger" },
    { "\"title\": null, \"name\": \"Rigger\"", "Rigger" },
    { "\"title\": {\"@value\": \"Такелажник\", \"@language\": \"ru\"}", "Такелажник" },
    { "\"title\": \"C++ \\u0026 C\\u0023\\u00a0rigger \"", "C++ & C# rigger" },
    { "\"title\": \"Rigger List<Rope>\"", "Rigger List<Rope>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *members
          = g_strconcat (titles[i][0], ", \"description\": \"We rig.\"", NULL);
      g_autoptr (TrellisPostingFound) found = fixture_read_ld (members);

      g_assert_cmpstr (found->title, ==, titles[i][1]);
    }
}

static void
shapes_of_the_description (void)
{
  static const char *const descriptions[][2] = {
    { "\"<p>We rig.</p><ul><li>Rope</li><li>Wire</li></ul>\"", "We rig.\n\n- Rope\n- Wire" },
    { "\"&lt;p&gt;We rig.&lt;/p&gt;&lt;p&gt;Rope&lt;/p&gt;\"", "We rig.\n\nRope" },
    { "\"&amp;lt;p&amp;gt;We "
      "rig.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;R&amp;amp;amp;D&amp;lt;/p&amp;gt;\"",
      "We rig.\n\nR&D" },
    { "\"<div>&lt;p&gt;We rig.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Rope&lt;/li&gt;&lt;/ul&gt;</div>\"",
      "We rig.\n\n- Rope" },
    { "\"<p>Rope&amp;nbsp;and&amp;nbsp;wire &amp;amp; sail</p>\"", "Rope and wire & sail" },
    { "\"We rig.\\n\\nYou know:\\n- rope\\n- wire\"", "We rig.\n\nYou know:\n- rope\n- wire" },
    { "\"You know std::vector<Rope> and a < b > c.\"",
      "You know std::vector<Rope> and a < b > c." },
    { "\"<p>You know std::vector<Rope>.</p><p>And wire.</p>\"",
      "You know std::vector<Rope>.\n\nAnd wire." },
    { "[\"We rig.\", \"<p>You know rope.</p>\"]", "We rig.\nYou know rope." },
    { "{\"@type\": \"rdf:HTML\", \"@value\": \"<p>We rig.</p>\"}", "We rig." },
    { "\"We rig.<br><br>• Rope<br>• Wire<br/>\"", "We rig.\n\n- Rope\n- Wire" },
    { "\"<ol><li>Rope<ul><li>Hemp</li></ul></li><li>Wire</li></ol>\"", "- Rope\n- Hemp\n- Wire" },
    { "\"<style>p{}</style><p>We rig.</p><script>x()<\\/script>\"", "We rig." },
    { "\"<p>We\\u200B rig.</p>\\u0000<p>\\uD800Rope \\uD83D\\uDE80</p>\"", "We rig.\n\nRope 🚀" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (descriptions); i++)
    {
      g_autofree char *members
          = g_strdup_printf (TITLE "\"description\": %s", descriptions[i][0]);
      g_autoptr (TrellisPostingFound) found = fixture_read_ld (members);

      g_assert_cmpstr (found->text, ==, descriptions[i][1]);
    }
}

static void
shapes_of_the_employer (void)
{
  static const char *const employers[][2] = {
    { "{\"@type\": \"Organization\", \"name\": \"Sail &amp; Yard\", \"logo\": null}",
      "Sail & Yard" },
    { "{\"@type\": \"Organization\", \"name\": \"Yard\", \"logo\": {\"@type\": \"ImageObject\"}}",
      "Yard" },
    { "\"Yard\"", "Yard" },
    { "[{\"name\": \"Yard\"}, {\"name\": \"Mill\"}]", "Yard" },
    { "{\"legalName\": \"Yard, Ltd\"}", "Yard, Ltd" },
    { "{\"@type\": \"Organization\", \"name\": null}", "" },
    { "null", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (employers); i++)
    {
      g_autofree char *members = g_strdup_printf (
          TITLE "\"description\": \"We rig.\", \"hiringOrganization\": %s", employers[i][0]);
      g_autoptr (TrellisPostingFound) found = fixture_read_ld (members);

      g_assert_cmpstr (found->employer, ==, employers[i][1]);
    }
}

#define ADDRESS(members) "\"jobLocation\": {\"@type\": \"Place\", \"address\": {" members "}}"

static void
shapes_of_the_place (void)
{
  static const char *const places[][2] = {
    { ADDRESS ("\"addressLocality\": \"Veles\", \"addressRegion\": null,"
               " \"addressCountry\": {\"@type\": \"Country\", \"name\": \"Upland\"}"),
      "Veles, Upland" },
    { ADDRESS ("\"addressLocality\": \"Велес\", \"addressRegion\": \"Велес\""), "Велес" },
    { ADDRESS ("\"addressLocality\": [\"Veles\", \"Holm\"]"), "Veles, Holm" },
    { ADDRESS ("\"streetAddress\": \"1 Quay, Veles\""), "1 Quay, Veles" },
    { ADDRESS ("\"addressLocality\": \"Veles\", \"addressRegion\": \"null\","
               " \"addressCountry\": \"undefined\""),
      "Veles" },
    { "\"jobLocation\": [{\"@type\": \"Place\", \"address\": \"Велес\"}]", "Велес" },
    { "\"jobLocation\": \"Veles\"", "Veles" },
    { "\"jobLocation\": {\"@type\": \"Place\", \"name\": \"Veles\"}", "Veles" },
    { "\"jobLocation\": {\"@type\": \"PostalAddress\", \"addressLocality\": \"Veles\"}", "Veles" },
    { "\"jobLocation\": [{\"address\": {\"addressLocality\": \"Veles\"}},"
      " {\"address\": {\"addressLocality\": \"Holm\"}}, {\"address\": {\"addressLocality\": "
      "\"Holm\"}}]",
      "Veles; Holm" },
    { "\"jobLocation\": {\"address\": [{\"addressLocality\": \"Veles\"},"
      " {\"addressLocality\": \"Holm\"}]}",
      "Veles; Holm" },
    { "\"jobLocationType\": \"TELECOMMUTE\","
      " \"applicantLocationRequirements\": {\"@type\": \"Country\", \"name\": \"Upland\"}",
      "Upland; Remote" },
    { "\"jobLocationType\": \"TELECOMMUTE\", \"applicantLocationRequirements\":"
      " [{\"name\": \"Upland\"}, \"Lowland\"]",
      "Upland; Lowland; Remote" },
    { "\"jobLocationType\": [\"TELECOMMUTE\"]", "Remote" },
    { "\"jobLocationType\": \"TELECOMMUTE\", \"jobLocation\": {\"address\": \"Remote\"}",
      "Remote" },
    { "\"jobLocation\": null", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *members
          = g_strdup_printf (TITLE "\"description\": \"We rig.\", %s", places[i][0]);
      g_autoptr (TrellisPostingFound) found = fixture_read_ld (members);

      g_assert_cmpstr (found->place, ==, places[i][1]);
    }
}

static void
shapes_of_the_skills (void)
{
  static const char *const skills[][2] = {
    { "\"Rope, wire; SQL\"", "Rope, wire, SQL" },
    { "\"Rope · Wire\\nSail\"", "Rope, Wire, Sail" },
    { "\"Clouds (Nimbus, Cirrus), rope\"", "Clouds (Nimbus, Cirrus), rope" },
    { "[\"Rope\", \"Wire\", null, \"rope\"]", "Rope, Wire" },
    { "{\"@type\": \"DefinedTerm\", \"name\": \"Rope\"}", "Rope" },
    { "[{\"@type\": \"DefinedTerm\", \"termCode\": \"R1\", \"description\": \"Rope\"},"
      " {\"name\": \"Wire\", \"termCode\": \"W1\"}]",
      "Rope, Wire" },
    { "\"You have shown that you can splice ropes in any weather and at night\"", "" },
    { "\"&lt;ul&gt;&lt;li&gt;Rope&lt;/li&gt;&lt;li&gt;Wire&lt;/li&gt;&lt;/ul&gt;\"", "Rope, Wire" },
    { "\"\"", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (skills); i++)
    {
      g_autofree char *members
          = g_strdup_printf (TITLE "\"description\": \"We rig.\", \"skills\": %s", skills[i][0]);
      g_autoptr (TrellisPostingFound) found = fixture_read_ld (members);

      fixture_assert_skills (found, skills[i][1]);
    }
}

/* «Навыки: Rust, …» at the beginning of a description. */
static void
skills_that_begin_the_description (void)
{
  g_autoptr (TrellisPostingFound) found = fixture_read_ld (
      TITLE "\"description\": \"<p>Навыки: Rust, PostgreSQL, .NET 8. Квалификация: Senior. "
            "Специализации: Такелаж.</p><p>Мы вяжем узлы.</p>\"");

  fixture_assert_skills (found, "Rust, PostgreSQL, .NET 8");
  fixture_assert_holds (found->text, "Мы вяжем узлы.");
}

/* What is not in the description is added; what is there, in whatever lines, is not told again. */
static void
members_beside_the_description (void)
{
  g_autoptr (TrellisPostingFound) found = fixture_read_ld (
      TITLE "\"description\": \"<p>We rig.</p><ul><li>Splice ropes</li><li>Mend sails</li></ul>\","
            " \"responsibilities\": \"Splice ropes Mend sails\","
            " \"qualifications\": [\"A licence\", \"Good eyes\"],"
            " \"experienceRequirements\": {\"@type\": \"OccupationalExperienceRequirements\","
            " \"monthsOfExperience\": 36},"
            " \"educationRequirements\": {\"@type\": \"EducationalOccupationalCredential\","
            " \"credentialCategory\": \"Sea school\"},"
            " \"jobBenefits\": \"A bunk\"");

  g_assert_cmpstr (found->text, ==,
                   "We rig.\n\n- Splice ropes\n- Mend sails\n\n- A licence\n- Good eyes\n\n"
                   "Sea school\n\nA bunk");
}

static void
what_is_named_by_id_is_looked_up (void)
{
  g_autoptr (TrellisPostingFound) found = fixture_read (
      "posting.json",
      "{\"@graph\": ["
      "{\"@type\": \"WebPage\", \"@id\": \"#page\", \"mainEntity\": {\"@id\": \"#job\"}},"
      "{\"@type\": \"JobPosting\", \"@id\": \"#job\", \"title\": \"Rigger\","
      " \"description\": \"We rig.\", \"hiringOrganization\": {\"@id\": \"#alias\"},"
      " \"jobLocation\": {\"@id\": \"#place\"}},"
      "{\"@id\": \"#alias\", \"@type\": \"Organization\", \"name\": \"Yard\"},"
      "{\"@id\": \"#place\", \"@type\": \"Place\", \"address\": {\"@id\": \"#address\"}},"
      "{\"@id\": \"#address\", \"addressLocality\": \"Veles\"}]}");

  g_assert_cmpstr (found->employer, ==, "Yard");
  g_assert_cmpstr (found->place, ==, "Veles");
}

static void
ids_that_name_each_other_come_to_an_end (void)
{
  g_autoptr (TrellisPostingFound) found = fixture_read (
      "posting.json",
      "{\"@graph\": ["
      "{\"@type\": \"JobPosting\", \"@id\": \"#job\", \"title\": \"Rigger\","
      " \"description\": \"We rig.\", \"hiringOrganization\": {\"@id\": \"#a\"},"
      " \"jobLocation\": {\"@id\": \"#p\"}},"
      "{\"@id\": \"#a\", \"name\": {\"@id\": \"#b\"}}, {\"@id\": \"#b\", \"name\": {\"@id\": "
      "\"#a\"}},"
      "{\"@id\": \"#p\", \"address\": {\"@id\": \"#q\"}}, {\"@id\": \"#q\", \"address\":"
      " {\"@id\": \"#p\"}, \"addressCountry\": {\"@id\": \"#q\"}}]}");

  g_assert_cmpstr (found->title, ==, "Rigger");
  g_assert_cmpstr (found->employer, ==, "");
}

/* A posting hangs in the page under whatever name. */
static void
a_posting_is_found_wherever_it_hangs (void)
{
  static const char *const shapes[] = {
    "{\"@graph\": [{\"@type\": \"WebSite\"}, [%s]]}",
    "[{\"@type\": \"WebSite\"}, %s]",
    "{\"@type\": \"WebPage\", \"mainEntity\": %s}",
    "{\"@type\": \"ItemList\", \"itemListElement\": [{\"@type\": \"ListItem\", \"item\": %s}]}",
    "{\"@type\": \"WebPage\", \"mainEntity\": {\"@type\": \"ItemList\", \"itemListElement\": "
    "[%s]}}",
    "{\"@type\": \"Organization\", \"subjectOf\": {\"@type\": \"WebPage\", \"about\": %s}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_auto (GStrv)   ends = g_strsplit (shapes[i], "%s", 2);
      g_autofree char *json = g_strconcat (
          ends[0], "{\"@type\": \"JobPosting\", \"title\": \"Rigger\", \"description\": \"We.\"}",
          ends[1], NULL);
      g_autoptr (TrellisPostingFound) found = fixture_read ("posting.json", json);

      g_assert_cmpstr (found->title, ==, "Rigger");
    }
}

#define BLOCK(json) "<script type=\"application/ld+json\">" json "</script>"
#define JOB "{\"@type\": \"JobPosting\", \"title\": \"Rigger\", \"description\": \"We rig.\"}"

/* How sites wrap and spoil their blocks. */
static void
slips_in_a_block_are_mended (void)
{
  static const char *const pages[] = {
    "<script nonce=x data-n type='application/ld+json; charset=utf-8'>" JOB "</script>",
    "<SCRIPT TYPE=\"Application/LD+JSON\">" JOB ";</SCRIPT>",
    BLOCK ("<!-- " JOB " -->"),
    BLOCK ("//<![CDATA[\n" JOB "\n//]]>"),
    BLOCK ("/*<![CDATA[*/" JOB "/*]]>*/"),
    BLOCK ("\xEF\xBB\xBF" JOB),
    BLOCK ("{\"@type\": \"JobPosting\", // what it is\n \"title\": \"Rigger\", /* x */"
           " \"description\": \"We rig.\",}"),
    BLOCK ("{\"@type\": \"JobPosting\", \"title\": \"Rigger\", \"description\": \"We\t\nrig.\"}"),
    BLOCK ("{\"@type\": \"JobPosting\", \"title\": \"Rigger\", \"description\": \"We \\rig\\.\"}"),
    BLOCK ("{&#34;@type&#34;: &quot;JobPosting&quot;, &quot;title&quot;: &quot;Rigger&quot;,"
           " &quot;description&quot;: &quot;We rig.&quot;}"),
    BLOCK ("{\"@type\": \"JobPosting\", oops") BLOCK (JOB),
    BLOCK ("") BLOCK ("null") BLOCK ("[]") BLOCK (JOB),
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *page
          = g_strconcat ("<html><head>", pages[i], "</head></html>", NULL);
      g_autoptr (TrellisPostingFound) found = fixture_read ("page.html", page);

      g_assert_cmpstr (found->title, ==, "Rigger");
      g_assert_true (g_str_has_prefix (found->text, "We"));
    }
}

static char *
write_several (const char *head)
{
  return g_strdup_printf (
      "<html><head>%s" BLOCK ("[{\"@type\": \"JobPosting\", \"title\": \"Miller\","
                              " \"url\": \"https://yard.org/jobs/7\", \"description\": \"%s\"},"
                              "{\"@type\": \"JobPosting\", \"title\": \"Rigger\","
                              " \"identifier\": {\"value\": 4711},"
                              " \"description\": \"We rig.\"}]") "</head></html>",
      head, "A mill is a mill, and this one is described at greater length.");
}

/* Of several, the page's own is told by the address, its number, or the heading; else by length. */
static void
the_pages_own_posting_is_chosen (void)
{
  static const char *const heads[][2] = {
    { "<link rel=canonical href=\"https://yard.org/jobs/7\">", "Miller" },
    { "<link rel=\"canonical\" href=\"https://yard.org/jobs/4711\">", "Rigger" },
    { "<link rel=canonical href=\"https://yard.org/jobs/rigger-4711?lang=en\">", "Rigger" },
    { "<meta property=\"og:title\" content=\"Rigger | Yard\">", "Rigger" },
    { "<title>Rigger in Veles</title>", "Rigger" },
    { "", "Miller" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char                *page = write_several (heads[i][0]);
      g_autoptr (TrellisPostingFound) found = fixture_read ("page.html", page);

      g_assert_cmpstr (found->title, ==, heads[i][1]);
      g_assert_cmpuint (found->choices->len, ==, 1);
    }
}

/* A file of several postings is no page: all of them are meant. */
static void
a_file_gives_all_its_postings (void)
{
  g_autoptr (GPtrArray) all = fixture_read_all (
      "postings.json", "[" JOB ", {\"@type\": \"Person\"}, {\"@type\": \"JobPosting\","
                       " \"title\": \"Miller\", \"description\": \"We mill.\"}]");

  g_assert_cmpuint (all->len, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/posting/schema/shapes-of-the-type", shapes_of_the_type);
  g_test_add_func ("/posting/schema/names-with-a-prefix", names_with_a_prefix);
  g_test_add_func ("/posting/schema/shapes-of-the-title", shapes_of_the_title);
  g_test_add_func ("/posting/schema/shapes-of-the-description", shapes_of_the_description);
  g_test_add_func ("/posting/schema/shapes-of-the-employer", shapes_of_the_employer);
  g_test_add_func ("/posting/schema/shapes-of-the-place", shapes_of_the_place);
  g_test_add_func ("/posting/schema/shapes-of-the-skills", shapes_of_the_skills);
  g_test_add_func ("/posting/schema/skills-that-begin-the-description",
                   skills_that_begin_the_description);
  g_test_add_func ("/posting/schema/members-beside-the-description",
                   members_beside_the_description);
  g_test_add_func ("/posting/schema/what-is-named-by-id-is-looked-up",
                   what_is_named_by_id_is_looked_up);
  g_test_add_func ("/posting/schema/ids-that-name-each-other-come-to-an-end",
                   ids_that_name_each_other_come_to_an_end);
  g_test_add_func ("/posting/schema/a-posting-is-found-wherever-it-hangs",
                   a_posting_is_found_wherever_it_hangs);
  g_test_add_func ("/posting/schema/slips-in-a-block-are-mended", slips_in_a_block_are_mended);
  g_test_add_func ("/posting/schema/the-pages-own-posting-is-chosen",
                   the_pages_own_posting_is_chosen);
  g_test_add_func ("/posting/schema/a-file-gives-all-its-postings", a_file_gives_all_its_postings);

  return g_test_run ();
}
