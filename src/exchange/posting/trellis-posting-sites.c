/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-sites.h"

#include <string.h>

#define MAX_SELECTORS 3

/* Where a site's pages have what; a page is the site's when it has the text. */
typedef struct
{
  const char *source;
  const char *text;
  const char *title[MAX_SELECTORS];
  const char *employer[MAX_SELECTORS];
  const char *place[MAX_SELECTORS];
  const char *skills[MAX_SELECTORS];
  const char *after_title; /* what the site adds to all titles */
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
      .after_title = " - job post",
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
      if (sites[i].after_title != NULL && g_str_has_suffix (found->title, sites[i].after_title))
        found->title[strlen (found->title) - strlen (sites[i].after_title)] = '\0';
      set_line (&found->employer, root, sites[i].employer);
      set_line (&found->place, root, sites[i].place);
      add_skills (found, root, sites[i].skills);
      if (*found->text != '\0')
        return g_steal_pointer (&found);
    }
  return NULL;
}
