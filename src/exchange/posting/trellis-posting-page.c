/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-page.h"

#include "trellis-error.h"
#include "trellis-posting-found.h"
#include "trellis-posting-hh.h"
#include "trellis-posting-schema.h"
#include "trellis-posting-sites.h"
#include "trellis-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Fewer characters than this are no posting's text, whatever the page is. */
#define MIN_TEXT 80
/* Pages that refuse say little more than that. */
#define MAX_REFUSAL 2000

/* What pages say, folded, that want to know whether a person is there. */
static const char *const captcha_words[] = {
  "captcha", "капча", "капчу", "вы не робот", "you are human", "you're human", "not a robot",
  "just a moment", "checking your browser", "проверка браузера", "ddos-guard",
  "unusual traffic", "подозрительн", "verify you are", "additional verification required",
};

/* What they say when something went wrong. */
static const char *const refusal_words[] = {
  "403 forbidden", "access denied", "доступ ограничен", "доступ запрещен", "404 not found",
  "page not found", "страница не найдена", "вакансия не найдена", "429 too many requests",
  "500 internal server error", "502 bad gateway", "503 service", "504 gateway",
  "service unavailable", "сервис временно недоступен",
};

static gboolean
says_any (const char        *folded,
          const char *const *words,
          guint              n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether a page without a posting is an answer that refuses; says so in @error. */
static gboolean
refuse (const TrellisPostingFound *page,
        const char                *name,
        GError                   **error)
{
  g_autofree char *all = g_strconcat (page->title, "\n", page->text, NULL);
  g_autofree char *folded = trellis_text_fold (all);

  if (strlen (page->text) > MAX_REFUSAL)
    return FALSE;

  if (says_any (folded, captcha_words, G_N_ELEMENTS (captcha_words)))
    {
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
                   _("“%s” is a site's question whether you are a person (captcha), not a posting. "
                     "Answer it in the browser, then save the posting's page."),
                   name);
      return TRUE;
    }
  if (says_any (folded, refusal_words, G_N_ELEMENTS (refusal_words)))
    {
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
                   _("“%s” is a site's error page (“%s”), not a posting. Open the posting in the "
                     "browser again, and save it when you can read it."),
                   name, page->title);
      return TRUE;
    }
  return FALSE;
}

static GPtrArray *
read_plain (xmlNode    *root,
            const char *link,
            const char *name,
            GError    **error)
{
  g_autoptr (TrellisPostingFound) page = trellis_posting_sites_read_plain (root);
  GPtrArray                      *postings;

  if (refuse (page, name, error))
    return NULL;
  if (g_utf8_strlen (page->text, -1) < MIN_TEXT)
    {
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
                   _("The page “%s” holds no text of a posting. Save it again when it has loaded, "
                     "as “Web Page, Complete”, or copy the posting's text."),
                   name);
      return NULL;
    }

  trellis_posting_found_set_link (page, link);
  postings = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_posting_found_free);
  g_ptr_array_add (postings, g_steal_pointer (&page));
  return postings;
}

/* Whether @other tells of the posting, not of one that the page only mentions. */
static gboolean
is_about_same (const TrellisPostingFound *found,
               const TrellisPostingFound *other)
{
  return (*found->link != '\0' && g_str_equal (found->link, other->link))
         || trellis_text_equal_folded (found->title, other->title);
}

/* Joins what the layers of a page say, the best first. */
static GPtrArray *
join_layers (GPtrArray           *state,
             GPtrArray           *schema,
             TrellisPostingFound *site)
{
  GPtrArray           *postings = state != NULL ? state : schema;
  TrellisPostingFound *found;

  if (postings == NULL)
    {
      postings = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_posting_found_free);
      g_ptr_array_add (postings, site);
      return postings;
    }

  found = g_ptr_array_index (postings, 0);
  if (postings->len == 1)
    {
      const TrellisPostingFound *other
          = postings == state && schema != NULL ? g_ptr_array_index (schema, 0) : NULL;

      if (other != NULL && is_about_same (found, other))
        trellis_posting_found_fill (found, other);
      if (site != NULL && (*found->title == '\0' || is_about_same (found, site)))
        trellis_posting_found_fill (found, site);
    }
  if (postings == state)
    g_clear_pointer (&schema, g_ptr_array_unref);
  g_clear_pointer (&site, trellis_posting_found_free);
  return postings;
}

/**
 * trellis_posting_page_read:
 * @html: UTF-8
 * @name: of the file, for messages
 *
 * Reads a saved page: by hh.ru's state, by its JobPosting, by a known site's marks, each filling
 * what the one before leaves empty; else by its text.
 *
 * Returns: (transfer full) (nullable) (element-type TrellisPostingFound): at least one
 */
GPtrArray *
trellis_posting_page_read (const char *html,
                           const char *name,
                           GError    **error)
{
  g_autoptr (xmlDoc)   page = trellis_posting_html_parse (html);
  xmlNode             *root = page != NULL ? xmlDocGetRootElement (page) : NULL;
  g_autofree char     *link = NULL;
  GPtrArray           *state, *schema, *postings;
  TrellisPostingFound *site;

  if (root == NULL)
    {
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
                   _("“%s” is an empty page. Save the posting's page again."), name);
      return NULL;
    }

  link = trellis_posting_sites_find_link (root, html);
  state = trellis_posting_hh_read_page (root);
  schema = trellis_posting_schema_read_page (root, link);
  site = trellis_posting_sites_read (root);
  if (state == NULL && schema == NULL && site == NULL)
    return read_plain (root, link, name, error);

  postings = join_layers (state, schema, site);
  if (postings->len == 1)
    {
      TrellisPostingFound *found = g_ptr_array_index (postings, 0);

      if (*found->link == '\0')
        trellis_posting_found_set_link (found, link);
    }
  return postings;
}
