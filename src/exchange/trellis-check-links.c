/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-check-links.h"

#include <glib/gi18n-lib.h>

#include "trellis-count-links.h"

static void
add_number (GString *numbers, guint *n, guint number)
{
  if ((*n)++ > 0)
    g_string_append (numbers, ", ");
  g_string_append_printf (numbers, "%u", number);
}

static void
add_sentence (GString *sentences, char *sentence)
{
  g_string_append_c (sentences, ' ');
  g_string_append (sentences, sentence);
  g_free (sentence);
}

/**
 * trellis_check_name_links:
 * @evidence: a report's postings, of trellis_count()
 *
 * Returns: (transfer full): a sentence each for the postings with an invented link, a link to a
 *   list of postings, and none, by number from 1, with a space before it; "" when all are direct
 */
char *
trellis_check_name_links (const TrellisReport *evidence)
{
  g_autoptr (GPtrArray)  links = g_ptr_array_new ();
  g_autoptr (GHashTable) ids = NULL;
  g_autoptr (GString)    invented = g_string_new (NULL);
  g_autoptr (GString)    listing = g_string_new (NULL);
  g_autoptr (GString)    none = g_string_new (NULL);
  GString               *sentences = g_string_new (NULL);
  guint                  n_invented = 0;
  guint                  n_listing = 0;
  guint                  n_none = 0;

  for (guint i = 0; i < evidence->postings->len; i++)
    g_ptr_array_add (links, ((TrellisPosting *) g_ptr_array_index (evidence->postings, i))->link);
  ids = trellis_links_collect_ids (links);
  for (guint i = 0; i < links->len; i++)
    {
      const char     *link = g_ptr_array_index (links, i);
      TrellisLinkKind kind = trellis_links_classify (link, ids);

      if (*link == '\0')
        add_number (none, &n_none, i + 1);
      else if (kind == TRELLIS_LINK_INVENTED)
        add_number (invented, &n_invented, i + 1);
      else if (kind == TRELLIS_LINK_LISTING)
        add_number (listing, &n_listing, i + 1);
    }
  if (n_invented > 0)
    add_sentence (sentences,
                  /* Translators: %s is a posting's number, or several: “2, 4”. */
                  g_strdup_printf (ngettext ("Posting %s has an invented link.",
                                             "Postings %s have invented links.", n_invented),
                                   invented->str));
  if (n_listing > 0)
    add_sentence (sentences,
                  g_strdup_printf (ngettext ("Posting %s links to a search page.",
                                             "Postings %s link to search pages.", n_listing),
                                   listing->str));
  if (n_none > 0)
    add_sentence (sentences, g_strdup_printf (ngettext ("Posting %s has no link.",
                                                        "Postings %s have no link.", n_none),
                                              none->str));
  return g_string_free_and_steal (sentences);
}

/**
 * trellis_check_explain_link:
 * @report: whose other links show whether this one's number was only counted up
 *
 * Returns: (nullable): what is wrong with the link of @posting, as a sentence; NULL when it is
 *   direct, or there is none
 */
const char *
trellis_check_explain_link (const TrellisReport  *report,
                            const TrellisPosting *posting)
{
  g_autoptr (GPtrArray)  links = g_ptr_array_new ();
  g_autoptr (GHashTable) ids = NULL;

  if (*posting->link == '\0')
    return NULL;

  for (guint i = 0; i < report->postings->len; i++)
    g_ptr_array_add (links, ((TrellisPosting *) g_ptr_array_index (report->postings, i))->link);
  ids = trellis_links_collect_ids (links);
  switch (trellis_links_classify (posting->link, ids))
    {
    case TRELLIS_LINK_LISTING:
      return _("This link opens a search page. Paste the posting’s own address.");
    case TRELLIS_LINK_INVENTED:
      return _("This link looks made up. Paste the posting’s own address.");
    case TRELLIS_LINK_DIRECT:
    default:
      return NULL;
    }
}
