/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saved pages that no known site made: the posting's own text, without what stands around it. */

#include "fixture.h"

#define RIG                                                                      \
  "<p>We rig ships with rope and wire, in any weather, by day and by night.</p>" \
  "<h3>You know</h3><ul><li>Rope and knots</li><li>PostgreSQL</li></ul>"         \
  "<p>Nice to have: a steady hand, and a licence for boats of any kind.</p>"

#define RIG_TEXT                                                                          \
  "We rig ships with rope and wire, in any weather, by day and by night.\n\nYou know\n\n" \
  "- Rope and knots\n- PostgreSQL\n\n"                                                    \
  "Nice to have: a steady hand, and a licence for boats of any kind."

/* What stands around a posting, whatever it is made of. */
static void
what_stands_around_is_left_out (void)
{
  static const char *const around[] = {
    "<nav><a>Zeppelin</a></nav>",
    "<header><div>Zeppelin</div></header>",
    "<div role=\"navigation\">Zeppelin</div>",
    "<div role='dialog' aria-modal='true'><p>Zeppelin</p></div>",
    "<div class=\"cookie-banner show\"><p>Zeppelin: we use cookies</p></div>",
    "<div id=\"onetrust-consent-sdk\"><p>Zeppelin</p></div>",
    "<aside><h2>Zeppelin</h2></aside>",
    "<div class=\"breadcrumbs\"><a>Zeppelin</a></div>",
    "<section class=\"similar-jobs\"><h2>Zeppelin</h2><p>Miller</p></section>",
    "<div class=\"b-related__vacancies\"><p>Zeppelin</p></div>",
    "<section><h2>Похожие вакансии</h2><ul><li><a>Zeppelin</a></li></ul></section>",
    "<section><h2>Similar jobs</h2><div><a>Zeppelin</a></div></section>",
    "<div><h3>People also viewed</h3><p>Zeppelin</p></div>",
    "<div hidden><p>Zeppelin</p></div>",
    "<h2>Вам могут подойти</h2><p>Zeppelin</p><ul><li>Zeppelin</li></ul>",
    "<div style=\"color: red; display : none\"><p>Zeppelin</p></div>",
    "<div class=\"share-buttons social\">Zeppelin</div>",
    "<form><label>Zeppelin</label><input></form>",
    "<footer>Zeppelin</footer>",
    "<div class=\"site-footer\">Zeppelin</div>",
    "<noscript>Zeppelin</noscript>",
    "<template><p>Zeppelin</p></template>",
    "<iframe>Zeppelin</iframe>",
    "<svg><title>Zeppelin</title></svg>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (around) * 2; i++)
    {
      const char      *piece = around[i / 2];
      g_autofree char *page = g_strdup_printf (
          "<html><head><title>Rigger | Jobs</title></head><body>%s<div class=\"wrap\"><h1>Rigger"
          "</h1>" RIG "%s</div></body></html>",
          i % 2 == 0 ? piece : "", i % 2 == 0 ? "" : piece);
      g_autoptr (TrellisPostingFound) found = fixture_read ("page.html", page);

      g_assert_cmpstr (found->title, ==, "Rigger");
      fixture_assert_holds (found->text, RIG_TEXT);
      fixture_assert_lacks (found->text, "Zeppelin");
    }
}

/* The words above also stand in classes that say nothing of the kind, and in whole pages' ones. */
static void
no_name_of_a_class_hides_a_posting (void)
{
  static const char *const wraps[] = {
    "<body class=\"has-cookie-banner with-sidebar\"><div>" RIG "</div></body>",
    "<body><div class=\"page-with-header no-footer\">" RIG "</div></body>",
    "<body><form id=\"aspnetForm\"><div>" RIG "</div></form></body>",
    "<body><main><header><h1>Rigger</h1></header><article>" RIG "</article></main></body>",
    "<body><div hidden>" RIG "</div></body>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wraps); i++)
    {
      g_autofree char                *page = g_strdup_printf ("<html>%s</html>", wraps[i]);
      g_autoptr (TrellisPostingFound) found = fixture_read ("page.html", page);

      fixture_assert_holds (found->text, RIG_TEXT);
    }
}

/* Sites name their parts in their own way, but with the same words. */
static void
a_part_is_known_by_its_name (void)
{
  static const char *const marks[] = {
    "class=\"vacancy-description__text\"",
    "class=\"x1 job__description body\"",
    "id=\"job-description\"",
    "id=jobDescriptionText",
    "data-automation-id=\"jobPostingDescription\"",
    "data-test=\"jobDescription\"",
    "data-automation=\"jobAdDetails\"",
    "class=\"styles_jobDescription__x7Yz\"",
    "itemprop=\"description\"",
    "class=\"jobs-description-content__text\"",
    "class=\"posting-description\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *page = g_strdup_printf (
          "<html><head><meta name=\"job-description\" content=\"x\"></head><body>"
          "<div>Jobs</div><h1>Rigger</h1><div>Veles</div><div %s>" RIG "</div>"
          "<div><p>Zeppelin pilot, 100 a day, in a town that nobody knows by its name</p></div>"
          "</body></html>",
          marks[i]);
      g_autoptr (TrellisPostingFound) found = fixture_read ("page.html", page);

      g_assert_cmpstr (found->title, ==, "Rigger");
      g_assert_cmpstr (found->text, ==, RIG_TEXT);
    }
}

static void
a_posting_in_microdata_is_read (void)
{
  g_autoptr (TrellisPostingFound) found = fixture_read (
      "page.html",
      "<html><body><h1>Jobs of the harbour</h1>"
      "<div itemscope itemtype=\"http://schema.org/JobPosting\">"
      "<meta itemprop=\"datePosted\" content=\"2026-05-27\"><h2 itemprop=\"title\">Rigger</h2>"
      "<div itemprop=\"hiringOrganization\" itemscope itemtype=\"http://schema.org/Organization\">"
      "<img itemprop=\"logo\"><span itemprop=\"name\">Yard</span></div>"
      "<span itemprop=\"jobLocation\" itemscope itemtype=\"http://schema.org/Place\">"
      "<span itemprop=\"address\" itemscope><b itemprop=\"addressLocality\">Veles</b>, "
      "<b itemprop=\"addressCountry\">Upland</b></span></span>"
      "<a itemprop=\"url\" href=\"https://yard.org/jobs/7?utm_source=x\">more</a>"
      "<div itemprop=\"responsibilities\">Mend sails.</div>"
      "<div itemprop=\"description\">" RIG "</div>"
      "<span itemprop=\"skills\">Rope, wire</span></div>"
      "<div itemscope itemtype=\"http://schema.org/JobPosting\"><h2 itemprop=\"title\">Miller</h2>"
      "</div></body></html>");

  g_assert_cmpstr (found->title, ==, "Rigger");
  g_assert_cmpstr (found->employer, ==, "Yard");
  g_assert_cmpstr (found->place, ==, "Veles, Upland");
  g_assert_cmpstr (found->link, ==, "https://yard.org/jobs/7");
  g_assert_cmpstr (found->published, ==, "2026-05-27");
  fixture_assert_skills (found, "Rope, wire");
  fixture_assert_holds (found->text, RIG_TEXT);
  fixture_assert_holds (found->text, "Mend sails.");
  fixture_assert_lacks (found->text, "Miller");
}

static void
a_posting_in_rdfa_is_read (void)
{
  g_autoptr (TrellisPostingFound) found = fixture_read (
      "page.html",
      "<html><body><div vocab=\"https://schema.org/\" typeof=\"JobPosting\">"
      "<h2 property=\"title\">Rigger</h2><span property=\"hiringOrganization\""
      " typeof=\"Organization\"><b property=\"name\">Yard</b></span>"
      "<div property=\"description\">" RIG "</div></div></body></html>");

  g_assert_cmpstr (found->title, ==, "Rigger");
  g_assert_cmpstr (found->employer, ==, "Yard");
  g_assert_cmpstr (found->text, ==, RIG_TEXT);
}

#define LD(description)                                                                     \
  "<script type=\"application/ld+json\">{\"@type\": \"JobPosting\", \"title\": \"Rigger\"," \
  " \"description\": \"" description "\"}</script>"

/* Some sites give machines one long line, or the beginning only, and readers the whole. */
static void
the_page_completes_what_its_data_cuts (void)
{
  static const char *const data[] = {
    LD ("We rig ships with rope and wire, in any weather, by day and by night. You know Rope and "
        "knots PostgreSQL Nice to have: a steady hand, and a licence for boats of any kind."),
    LD ("We rig ships with rope and wire, in any weather, by day and by…"),
    LD ("We rig ships with rope and wire, in any weather, by day and by night. You know..."),
    LD (""),
  };

  for (guint i = 0; i < G_N_ELEMENTS (data); i++)
    {
      g_autofree char *page = g_strdup_printf (
          "<html><head>%s</head><body><div><h1>Rigger</h1><p>Apply by May</p></div>"
          "<div class=\"job-description\">" RIG "</div></body></html>",
          data[i]);
      g_autoptr (TrellisPostingFound) found = fixture_read ("page.html", page);

      g_assert_cmpstr (found->text, ==, RIG_TEXT);
      g_assert_false (found->is_partial);
    }
}

/* Lines that the data lost are the page's, wherever in it the same words stand. */
static void
lines_are_taken_from_where_the_words_stand (void)
{
  g_autoptr (TrellisPostingFound) found = fixture_read (
      "page.html",
      "<html><head>" LD ("We rig ships with rope and wire, in any weather, by day and by night. "
                         "You know Rope and "
                         "knots PostgreSQL Nice to have: a steady hand, and a licence for boats of "
                         "any kind.") "</head><body><h1>Rigger</h1><div "
                                      "class=\"sc-x1\"><div>Veles</div><div class=\"sc-y2\">" RIG
                                      "</div><div>Zeppelin</div></div></body></html>");

  g_assert_cmpstr (found->text, ==, RIG_TEXT);
}

#define APP                                                                        \
  "{\"props\": {\"pageProps\": {\"menu\": [{\"title\": \"News\"}], \"job\": "      \
  "{\"title\": \"Rigger\", \"companyName\": \"Yard\", \"descriptionHtml\": \""     \
  "<p>We rig ships with rope and wire, in any weather, by day and by night.<\\/p>" \
  "<ul><li>Rope and knots<\\/li><li>PostgreSQL<\\/li><\\/ul>"                      \
  "<p>Nice to have: a steady hand, and a licence for boats of any kind.<\\/p>\","  \
  " \"similar\": [{\"title\": \"Miller\", \"descriptionHtml\": \"<p>We mill.<\\/p>\"}]}}}}"

/* A page that a program draws holds its matter as JSON only, when it was saved before. */
static void
a_programs_data_is_read_where_nothing_else_is (void)
{
  static const char *const scripts[] = {
    "<script id=\"__NEXT_DATA__\" type=\"application/json\">" APP "</script>",
    "<script>window.__appData = " APP ";</script>",
    "<script>window.__INITIAL_STATE__=" APP ";(function(){var s=1}())</script>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *page = g_strconcat (
          "<html><head><title>Rigger</title></head><body><div id=root></div>", scripts[i],
          "</body></html>", NULL);
      g_autoptr (TrellisPostingFound) found = fixture_read ("page.html", page);

      g_assert_cmpstr (found->title, ==, "Rigger");
      g_assert_cmpstr (found->employer, ==, "Yard");
      fixture_assert_holds (found->text, "- Rope and knots\n- PostgreSQL");
      fixture_assert_lacks (found->text, "We mill");
    }
}

static void
a_pages_title_is_its_postings (void)
{
  static const char *const heads[][2] = {
    { "<html><body><h1>Rigger</h1>", "Rigger" },
    { "<html><body><header><h1>JobHarbour</h1></header><main><h1>Rigger</h1>", "Rigger" },
    { "<html><head><meta property=\"og:title\" content=\"Rigger\"></head><body>", "Rigger" },
    { "<html><head><meta property=\"og:site_name\" content=\"JobHarbour\"><meta"
      " property=\"og:title\" content=\"Rigger — JobHarbour\"></head><body>",
      "Rigger" },
    { "<html><head><title>Rigger &amp; splicer</title></head><body>", "Rigger & splicer" },
    { "<html><head><meta property=\"og:site_name\" content=\"JobHarbour\"><title>Rigger |"
      " JobHarbour</title></head><body>",
      "Rigger" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char                *page = g_strconcat (heads[i][0], RIG, NULL);
      g_autoptr (TrellisPostingFound) found = fixture_read ("page.html", page);

      g_assert_cmpstr (found->title, ==, heads[i][1]);
    }
}

static void
tables_breaks_and_blanks_are_lines (void)
{
  g_autoptr (TrellisPostingFound) found = fixture_read_ld (
      "\"title\": \"Rigger\", \"description\": \"<table><tr><td>Rope</td><td>yes</td></tr>"
      "<tr><td>Wire</td><td>no</td></tr></table><dl><dt>Sail</dt><dd>new</dd></dl>"
      "<pre>a\\n  b</pre>One<br/>two<br><br><br>three<hr>four&nbsp;&nbsp;five<p></p><p> </p>\"");

  g_assert_cmpstr (found->text, ==,
                   "Rope yes\nWire no\nSail\nnew\na\nb\nOne\ntwo\n\nthree\nfour five");
}

/* However deep a page nests, its text is read. */
static void
a_deep_page_is_read_to_its_end (void)
{
  static const guint depths[] = { 300, 5000 };

  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      g_autoptr (GString)             page = g_string_new ("<html><body><h1>Rigger</h1>");
      g_autoptr (TrellisPostingFound) found = NULL;

      for (guint depth = 0; depth < depths[i]; depth++)
        g_string_append (page, "<div data-a='>'><font><p>");
      g_string_append (page, RIG);
      for (guint depth = 0; depth < depths[i]; depth++)
        g_string_append (page, "</font></div>");
      g_string_append (page, "<p>The end.</p><script>if (a < b) '<div>'</script></body></html>");

      found = fixture_read ("page.html", page->str);
      fixture_assert_holds (found->text, "by day and by night.\n");
      fixture_assert_holds (found->text, "\nYou know\n");
      fixture_assert_holds (found->text, "\n- Rope and knots\n- PostgreSQL\n");
      fixture_assert_holds (found->text, "\nThe end.");
      fixture_assert_lacks (found->text, "if (a");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/posting/pages/what-stands-around-is-left-out", what_stands_around_is_left_out);
  g_test_add_func ("/posting/pages/no-name-of-a-class-hides-a-posting",
                   no_name_of_a_class_hides_a_posting);
  g_test_add_func ("/posting/pages/a-part-is-known-by-its-name", a_part_is_known_by_its_name);
  g_test_add_func ("/posting/pages/a-posting-in-microdata-is-read", a_posting_in_microdata_is_read);
  g_test_add_func ("/posting/pages/a-posting-in-rdfa-is-read", a_posting_in_rdfa_is_read);
  g_test_add_func ("/posting/pages/the-page-completes-what-its-data-cuts",
                   the_page_completes_what_its_data_cuts);
  g_test_add_func ("/posting/pages/lines-are-taken-from-where-the-words-stand",
                   lines_are_taken_from_where_the_words_stand);
  g_test_add_func ("/posting/pages/a-programs-data-is-read-where-nothing-else-is",
                   a_programs_data_is_read_where_nothing_else_is);
  g_test_add_func ("/posting/pages/a-pages-title-is-its-postings", a_pages_title_is_its_postings);
  g_test_add_func ("/posting/pages/tables-breaks-and-blanks-are-lines",
                   tables_breaks_and_blanks_are_lines);

  g_test_add_func ("/posting/pages/a-deep-page-is-read-to-its-end", a_deep_page_is_read_to_its_end);

  return g_test_run ();
}
