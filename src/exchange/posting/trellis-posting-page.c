/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-page.h"

#include "trellis-error.h"
#include "trellis-posting-around.h"
#include "trellis-posting-found.h"
#include "trellis-posting-head.h"
#include "trellis-posting-hh.h"
#include "trellis-posting-lines.h"
#include "trellis-posting-marks.h"
#include "trellis-posting-microdata.h"
#include "trellis-posting-program.h"
#include "trellis-posting-refusal.h"
#include "trellis-posting-schema.h"
#include "trellis-posting-sites.h"
#include "trellis-posting-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Fewer characters than this are no posting's text, whatever the page is. */
#define MIN_TEXT 80
/* So long a text of so few lines has lost them. */
#define FLAT_TEXT 120
#define FLAT_LINES 3

typedef struct
{
  xmlNode *root;
  char    *link;  /* canonical, or NULL */
  char    *title; /* what the page is about, or "" */
} Page;

static GPtrArray *
new_list (TrellisPostingFound *found)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_posting_found_free);

  g_ptr_array_add (list, found);
  return list;
}

/* What no layer says, the page's head may. */
static void
complete (TrellisPostingFound *found,
          const Page          *page)
{
  if (*found->link == '\0')
    trellis_posting_found_set_link (found, page->link);
  if (*found->employer == '\0')
    {
      g_autofree char *employer = trellis_posting_head_find_employer (page->root, found->title);

      trellis_posting_found_set_line (&found->employer, employer);
    }
}

/* Reads a page that nothing is known of but what it shows. */
static GPtrArray *
read_plain (const Page *page,
            const char *name,
            GError    **error)
{
  g_autoptr (TrellisPostingFound) found = trellis_posting_found_new (TRELLIS_POSTING_SOURCE_PAGE);
  g_autofree char                *text = trellis_posting_around_read (page->root);

  trellis_posting_found_set_line (&found->title, page->title);
  trellis_posting_found_set_text (found, text);
  complete (found, page);
  if (!trellis_posting_refusal_check (page->root, found->title, found->text, name, error))
    return NULL;
  if (g_utf8_strlen (found->text, -1) < MIN_TEXT)
    {
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
                   _("The page “%s” holds no text of a posting. Save it again when it has loaded, "
                     "as “Web Page, Complete”, or copy the posting's text."),
                   name);
      return NULL;
    }
  return new_list (g_steal_pointer (&found));
}

/* Whether @other tells of the posting, not of one that the page only mentions. */
static gboolean
is_about_same (const TrellisPostingFound *found,
               const TrellisPostingFound *other)
{
  return *found->title == '\0' || *other->title == '\0'
         || (*found->link != '\0' && g_str_equal (found->link, other->link))
         || trellis_posting_words_hold (found->title, other->title)
         || trellis_posting_words_hold (other->title, found->title);
}

static guint
count_lines (const char *text)
{
  guint n = *text != '\0';

  for (; *text != '\0'; text++)
    n += *text == '\n';
  return n;
}

static gboolean
is_flat (const char *text)
{
  return strlen (text) > FLAT_TEXT && count_lines (text) < FLAT_LINES;
}

static gboolean
is_cut (const char *text)
{
  return g_str_has_suffix (text, "…") || g_str_has_suffix (text, "...")
         || g_str_has_suffix (text, "…]") || g_str_has_suffix (text, "...]");
}

/* Machines are given one line, or the beginning; a part of the page that says the same has all. */
static void
take_text (TrellisPostingFound       *found,
           const TrellisPostingFound *other)
{
  if ((is_cut (found->text) && strlen (other->text) > strlen (found->text))
      || (is_flat (found->text) && count_lines (other->text) >= FLAT_LINES))
    if (trellis_posting_words_hold (other->text, found->text))
      g_set_str (&found->text, other->text);
}

/* Fills the one posting of the page with what its other layers say of it; takes them. */
static void
fill (TrellisPostingFound *found,
      TrellisPostingFound *other)
{
  if (other == NULL)
    return;
  if (is_about_same (found, other))
    trellis_posting_found_fill (found, other);
  take_text (found, other);
  trellis_posting_found_free (other);
}

static void
mend_lines (TrellisPostingFound *found,
            const Page          *page)
{
  g_autofree char *lines
      = is_flat (found->text) ? trellis_posting_lines_find (page->root, found->text) : NULL;

  if (lines != NULL && count_lines (lines) > count_lines (found->text))
    trellis_posting_found_set_text (found, lines);
}

/* Returns: (nullable): what the parts of the page are marked or named as */
static TrellisPostingFound *
read_parts (const Page *page)
{
  TrellisPostingFound *found = trellis_posting_sites_read (page->root);

  if (found == NULL)
    found = trellis_posting_marks_read (page->root);
  if (found != NULL && *found->title == '\0')
    trellis_posting_found_set_line (&found->title, page->title);
  return found;
}

/* Returns: (nullable): what the layers of a page say, the best first */
static GPtrArray *
read_layers (const Page *page)
{
  GPtrArray *postings = trellis_posting_hh_read_page (page->root);
  GPtrArray *schema
      = trellis_posting_schema_read_page (page->root, page->link, page->title);
  TrellisPostingFound *layers[] = {
    schema != NULL ? g_ptr_array_steal_index (schema, 0) : NULL,
    trellis_posting_microdata_read (page->root, page->link),
    read_parts (page),
  };

  g_clear_pointer (&schema, g_ptr_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    if (postings == NULL && layers[i] != NULL)
      postings = new_list (layers[i]);
    else if (postings != NULL && postings->len == 1)
      fill (postings->pdata[0], layers[i]);
    else
      g_clear_pointer (&layers[i], trellis_posting_found_free);
  return postings;
}

static GPtrArray *
read_page (const Page *page,
           const char *name,
           GError    **error)
{
  GPtrArray           *postings = read_layers (page);
  TrellisPostingFound *found;

  if (postings == NULL)
    {
      found = trellis_posting_program_read (page->root, page->title, page->link);
      if (found == NULL)
        return read_plain (page, name, error);
      postings = new_list (found);
    }
  if (postings->len == 1)
    {
      found = postings->pdata[0];
      mend_lines (found, page);
      complete (found, page);
    }
  return postings;
}

/**
 * trellis_posting_page_read:
 * @html: UTF-8
 * @name: of the file, for messages
 *
 * Reads a saved page: by hh.ru's state, by its JobPosting, by the marks and names of its parts,
 * each filling what the one before leaves empty; else by the data of its program, or by its text.
 *
 * Returns: (transfer full) (nullable) (element-type TrellisPostingFound): at least one
 */
GPtrArray *
trellis_posting_page_read (const char *html,
                           const char *name,
                           GError    **error)
{
  g_autoptr (xmlDoc) document = trellis_posting_html_parse (html);
  Page               page = { 0 };
  GPtrArray         *postings;

  page.root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  if (page.root == NULL)
    {
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
                   _("“%s” is an empty page. Save the posting's page again."), name);
      return NULL;
    }

  page.link = trellis_posting_head_find_link (page.root, html);
  page.title = trellis_posting_head_find_title (page.root);
  postings = read_page (&page, name, error);
  g_free (page.link);
  g_free (page.title);
  return postings;
}
