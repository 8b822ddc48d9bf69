/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one address by which a posting is known, and where a saved page says it. */

#include "fixture.h"

static void
an_address_loses_what_tracks (void)
{
  static const char *const links[][2] = {
    { "https://jobs.yard.org/vacancy/4711?utm_source=a&utm_medium=b",
      "https://jobs.yard.org/vacancy/4711" },
    { "https://jobs.yard.org/vacancy/4711?id=7&gclid=x&lang=en",
      "https://jobs.yard.org/vacancy/4711?id=7&lang=en" },
    { "https://jobs.yard.org/vacancy/4711?id=7&amp;utm_source=x",
      "https://jobs.yard.org/vacancy/4711?id=7" },
    { "https://spb.hh.ru/vacancy/4711?from=search&hhtmFrom=list", "https://hh.ru/vacancy/4711" },
    { "https://m.hh.ru/vacancy/4711/", "https://hh.ru/vacancy/4711" },
    { "https://api.hh.ru/vacancies/4711?host=hh.ru", "https://hh.ru/vacancy/4711" },
    { "https://hh.ru/applicant/vacancy_response?vacancyId=4711&hhtmFrom=vacancy",
      "https://hh.ru/vacancy/4711" },
    { "https://almaty.hh.kz/vacancy/4711", "https://hh.kz/vacancy/4711" },
    { "hh.ru/vacancy/4711", "https://hh.ru/vacancy/4711" },
    { "https://de.linkedin.com/jobs/view/rigger-at-yard-4711?trk=x&position=1",
      "https://www.linkedin.com/jobs/view/4711" },
    { "https://www.linkedin.com/jobs/collections/recommended/?currentJobId=4711&x=y",
      "https://www.linkedin.com/jobs/view/4711" },
    { "https://uk.indeed.com/viewjob?jk=0123abcd&tk=1&from=serp&vjs=3",
      "https://uk.indeed.com/viewjob?jk=0123abcd" },
    { "https://jobs.yard.org/vacancy/4711#apply", "https://jobs.yard.org/vacancy/4711" },
    { "https://jobs.yard.org/#/vacancy/4711", "https://jobs.yard.org/#/vacancy/4711" },
    { "HTTPS://Jobs.Yard.ORG:443/Vacancy/4711/", "https://jobs.yard.org/Vacancy/4711" },
    { "//jobs.yard.org/4711", "https://jobs.yard.org/4711" },
    { "https://me:secret@jobs.yard.org/4711", "https://jobs.yard.org/4711" },
    { "https://работа.рф/узел?utm_source=x",
      "https://xn--80aac6chp.xn--p1ai/%D1%83%D0%B7%D0%B5%D0%BB" },
    { "javascript:alert(1)", NULL },
    { "file:///tmp/page.html", NULL },
    { "mailto:jobs@yard.org", NULL },
    { "/vacancy/4711", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *canonical = trellis_link_canonical (links[i][0]);

      g_assert_cmpstr (canonical, ==, links[i][1]);
    }
}

static void
a_canonical_address_stays_as_it_is (void)
{
  static const char *const links[] = {
    "https://hh.ru/vacancy/4711",
    "https://www.linkedin.com/jobs/view/4711",
    "https://uk.indeed.com/viewjob?jk=0123abcd",
    "https://jobs.yard.org/#/vacancy/4711",
    "http://yard.org/a%20b?x=%D1%8F",
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *canonical = trellis_link_canonical (links[i]);

      g_assert_cmpstr (canonical, ==, links[i]);
    }
}

#define LINK "https://jobs.yard.org/vacancy/4711"
#define MATTER                                                                            \
  "</head><body><main><h1>Rigger</h1><p>We rig ships with rope and wire, in any weather," \
  " by day and by night, and look for somebody who does it with us.</p></main></body></html>"

/* What pages, and the browsers that saved them, say of where they are from. */
static void
a_page_says_where_it_is_from (void)
{
  static const char *const heads[][2] = {
    { "<html><head><link rel=canonical href=\"" LINK "?utm_source=x\">", LINK },
    { "<html><head><link href='" LINK "' rel='Canonical nofollow'>", LINK },
    { "<html><head><meta property=\"og:url\" content=\"" LINK "\">", LINK },
    { "<html><head><base href=\"https://jobs.yard.org/\"><link rel=canonical href=/vacancy/4711>",
      LINK },
    { "<!-- saved from url=(0034)" LINK "?from=x -->\n<html><head>", LINK },
    { "<!-- saved from url=(0034)" LINK " -->\n<html><head><link rel=canonical"
      " href=\"/vacancy/4711\">",
      LINK },
    { "<html><!--\n Page saved with SingleFile \n url: " LINK "?from=x \n saved date: Mon May 04"
      " 2026\n--><head>",
      LINK },
    { "<!-- saved from url=(0034)" LINK " -->\n<html><head><link rel=canonical"
      " href=\"https://jobs.yard.org/\">",
      LINK },
    { "<html><head><link rel=canonical href=\"https://jobs.yard.org/\">", "" },
    { "<html><head>", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char                *page = g_strconcat (heads[i][0], MATTER, NULL);
      g_autoptr (TrellisPostingFound) found = fixture_read ("page.html", page);

      g_assert_cmpstr (found->link, ==, heads[i][1]);
    }
}

/* A posting's own address counts when it leads to a page, not to the whole site. */
static void
a_posting_says_its_address (void)
{
  static const char *const members[][2] = {
    { "\"url\": \"" LINK "?gclid=x\"", LINK },
    { "\"url\": [\"" LINK "\"]", LINK },
    { "\"mainEntityOfPage\": {\"@type\": \"WebPage\", \"@id\": \"" LINK "\"}", LINK },
    { "\"@id\": \"" LINK "#job\"", LINK },
    { "\"@id\": \"https://jobs.yard.org/#job\"", "" },
    { "\"url\": \"https://jobs.yard.org\"", "" },
    { "\"url\": null", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char                *all = g_strconcat ("\"title\": \"Rigger\", \"description\": \"We rig.\", ",
                                                         members[i][0], NULL);
      g_autoptr (TrellisPostingFound) found = fixture_read_ld (all);

      g_assert_cmpstr (found->link, ==, members[i][1]);
    }
}

static void
a_relative_address_is_completed_by_the_pages (void)
{
  g_autoptr (TrellisPostingFound) found = fixture_read (
      "page.html", "<!-- saved from url=(0030)https://jobs.yard.org/vacancy/4711?x=y -->\n"
                   "<html><head><script type=\"application/ld+json\">{\"@type\": \"JobPosting\","
                   " \"title\": \"Rigger\", \"url\": \"/vacancy/4711\","
                   " \"description\": \"We rig.\"}</script></head></html>");

  g_assert_cmpstr (found->link, ==, LINK);
}

static void
sisters_number_their_vacancies_as_one (void)
{
  g_assert_cmpstr (trellis_link_key ("https://rabota.by/vacancy/4711"), ==,
                   trellis_link_key ("https://hh.ru/vacancy/4711"));
  g_assert_cmpstr (trellis_link_key ("https://hh.ru/vacancy/4711"), !=,
                   trellis_link_key ("https://hh.ru/vacancy/4712"));
  g_assert_cmpstr (trellis_link_key ("https://hh.ru/employer/4711"), !=,
                   trellis_link_key ("https://rabota.by/employer/4711"));
  g_assert_cmpstr (trellis_link_key ("http://www.yard.org/vacancy/4711"), ==,
                   trellis_link_key ("https://yard.org/vacancy/4711"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/posting/links/an-address-loses-what-tracks", an_address_loses_what_tracks);
  g_test_add_func ("/posting/links/a-canonical-address-stays-as-it-is",
                   a_canonical_address_stays_as_it_is);
  g_test_add_func ("/posting/links/a-page-says-where-it-is-from", a_page_says_where_it_is_from);
  g_test_add_func ("/posting/links/a-posting-says-its-address", a_posting_says_its_address);
  g_test_add_func ("/posting/links/a-relative-address-is-completed-by-the-pages",
                   a_relative_address_is_completed_by_the_pages);
  g_test_add_func ("/posting/links/sisters-number-their-vacancies-as-one",
                   sisters_number_their_vacancies_as_one);

  return g_test_run ();
}
