/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-sites.h"

#include "trellis-posting-link.h"

#include <string.h>

#define MAX_SELECTORS 3

/* Where a site's pages have what; a page is the site's when it has the text. */
typedef struct
{
  const char *source;
  const char *text;
  const char *title[MAX_SELECTORS];
  const char *title_end; /* what it tells screen readers behind the title; or NULL */
  const char *employer[MAX_SELECTORS];
  const char *place[MAX_SELECTORS];
  const char *skills[MAX_SELECTORS];
} Site;

static const Site sites[] = {
  {
      .source = TRELLIS_POSTING_SOURCE_HH_PAGE,
      .text = "[data-qa=vacancy-description]",
      .title = { "[data-qa=vacancy-title]" },
      .employer = { "[data-qa=vacancy-company-name]" },
      .place = { "[data-qa=vacancy-view-location]", "[data-qa=vacancy-view-raw-address]" },
      .skills = { "[data-qa=skills-element]", "[data-qa=bloko-tag__text]", ".bloko-tag__text" },
  },
  {
      .source = TRELLIS_POSTING_SOURCE_PAGE, /* Indeed */
      .text = "#jobDescriptionText",
      .title = { "[data-testid=jobsearch-JobInfoHeader-title]" },
      .title_end = " - job post",
      .employer = { "[data-testid=inlineHeader-companyName]", "[data-company-name=true]" },
      .place = { "[data-testid=inlineHeader-companyLocation]" },
  },
  {
      .source = TRELLIS_POSTING_SOURCE_PAGE, /* LinkedIn, logged out */
      .text = "div.show-more-less-html__markup",
      .title = { "h1.top-card-layout__title", ".top-card-layout__title" },
      .employer = { "a.topcard__org-name-link", ".topcard__org-name-link" },
      .place = { "span.topcard__flavor--bullet" },
  },
  {
      .source = TRELLIS_POSTING_SOURCE_PAGE, /* SEEK */
      .text = "[data-automation=jobAdDetails]",
      .title = { "[data-automation=job-detail-title]" },
      .employer = { "[data-automation=advertiser-name]" },
      .place = { "[data-automation=job-detail-location]" },
  },
};

static const char *const matter[] = { "main", "article", "[role=main]", "body" };

/* Sets a line from the first of @selectors that leads to any text. */
static void
set_line (char             **field,
          xmlNode           *root,
          const char *const *selectors)
{
  for (int i = 0; i < MAX_SELECTORS && selectors[i] != NULL && **field == '\0'; i++)
    {
      xmlNode         *node = trellis_posting_html_find (root, selectors[i]);
      g_autofree char *text
          = node != NULL ? trellis_posting_html_text (node, TRELLIS_POSTING_HTML_TEXT) : NULL;

      trellis_posting_found_set_line (field, text);
    }
}

static void
cut_title (TrellisPostingFound *found,
           const char          *end)
{
  if (end != NULL && g_str_has_suffix (found->title, end))
    found->title[strlen (found->title) - strlen (end)] = '\0';
}

static void
add_skills (TrellisPostingFound *found,
            xmlNode             *root,
            const char *const   *selectors)
{
  for (int i = 0; i < MAX_SELECTORS && selectors[i] != NULL && found->skills->len == 0; i++)
    for (xmlNode *node = root; node != NULL; node = trellis_posting_html_next (node, root))
      if (trellis_posting_html_matches (node, selectors[i]))
        {
          g_autofree char *text = trellis_posting_html_text (node, TRELLIS_POSTING_HTML_TEXT);

          trellis_posting_found_add_skill (found, text);
        }
}

static const char *
find_meta (xmlNode    *root,
           const char *selector)
{
  xmlNode    *node = trellis_posting_html_find (root, selector);
  const char *content = node != NULL ? trellis_posting_html_attribute (node, "content") : NULL;

  return content != NULL && *content != '\0' ? content : NULL;
}

/* The page's heading, what it tells others its title is, the window's title. */
static void
set_page_title (TrellisPostingFound *found,
                xmlNode             *root)
{
  static const char *const heading[MAX_SELECTORS] = { "h1" };
  static const char *const window[MAX_SELECTORS] = { "title" };

  set_line (&found->title, root, heading);
  if (*found->title == '\0')
    trellis_posting_found_set_line (&found->title, find_meta (root, "[property=og:title]"));
  if (*found->title == '\0')
    set_line (&found->title, root, window);
}

/**
 * trellis_posting_sites_read:
 *
 * Reads a page by the marks that the sites we know put on its parts.
 *
 * Returns: (transfer full) (nullable): the posting; %NULL when the page is of none of them
 */
TrellisPostingFound *
trellis_posting_sites_read (xmlNode *root)
{
  for (guint i = 0; i < G_N_ELEMENTS (sites); i++)
    {
      xmlNode                        *node = trellis_posting_html_find (root, sites[i].text);
      g_autoptr (TrellisPostingFound) found = NULL;
      g_autofree char                *text = NULL;

      if (node == NULL)
        continue;

      found = trellis_posting_found_new (sites[i].source);
      text = trellis_posting_html_text (node, TRELLIS_POSTING_HTML_TEXT);
      trellis_posting_found_set_text (found, text);
      set_line (&found->title, root, sites[i].title);
      cut_title (found, sites[i].title_end);
      set_line (&found->employer, root, sites[i].employer);
      set_line (&found->place, root, sites[i].place);
      add_skills (found, root, sites[i].skills);
      if (*found->title == '\0')
        set_page_title (found, root);
      if (*found->text != '\0')
        return g_steal_pointer (&found);
    }
  return NULL;
}

/**
 * trellis_posting_sites_read_plain:
 *
 * Returns: (transfer full): the page's title, and what a reader sees of its matter
 */
TrellisPostingFound *
trellis_posting_sites_read_plain (xmlNode *root)
{
  TrellisPostingFound *found = trellis_posting_found_new (TRELLIS_POSTING_SOURCE_PAGE);

  set_page_title (found, root);
  for (guint i = 0; i < G_N_ELEMENTS (matter) && *found->text == '\0'; i++)
    {
      xmlNode         *node = trellis_posting_html_find (root, matter[i]);
      g_autofree char *text
          = node != NULL ? trellis_posting_html_text (node, TRELLIS_POSTING_HTML_PAGE) : NULL;

      trellis_posting_found_set_text (found, text);
    }
  return found;
}

/* Browsers write where a page was saved from before it: "<!-- saved from url=(0026)https://…". */
static char *
find_saved_from (const char *html)
{
  const char      *p = g_strstr_len (html, 2048, "saved from url=(");
  g_autofree char *address = NULL;

  p = p != NULL ? strchr (p + strlen ("saved from url=("), ')') : NULL;
  if (p == NULL)
    return NULL;
  address = g_strndup (p + 1, strcspn (p + 1, " \t\r\n<>\""));
  return trellis_link_canonical (address);
}

/**
 * trellis_posting_sites_find_link:
 *
 * Returns: (transfer full) (nullable): the canonical address of a page, by what it says of itself
 *   and by what the browser that saved it wrote
 */
char *
trellis_posting_sites_find_link (xmlNode    *root,
                                 const char *html)
{
  xmlNode    *node = trellis_posting_html_find (root, "link[rel=canonical]");
  const char *address = node != NULL ? trellis_posting_html_attribute (node, "href") : NULL;
  char       *link = address != NULL ? trellis_link_canonical (address) : NULL;

  if (link == NULL)
    {
      address = find_meta (root, "meta[property=og:url]");
      link = address != NULL ? trellis_link_canonical (address) : NULL;
    }
  return link != NULL ? link : find_saved_from (html);
}
