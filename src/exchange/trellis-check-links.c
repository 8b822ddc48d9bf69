/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-check-links.h"

#include <glib/gi18n-lib.h>

#include "trellis-count-links.h"

static void
add_number (GString **numbers, guint number)
{
  if (*numbers == NULL)
    *numbers = g_string_new (NULL);
  else
    g_string_append (*numbers, ", ");
  g_string_append_printf (*numbers, "%u", number);
}

/**
 * trellis_check_name_links:
 * @evidence: a report's postings, of trellis_count()
 * @criterion: the criterion about direct links
 *
 * Tells the criterion which postings, by number from 1, have an invented link, a link to a list of
 * postings, and none.
 */
void
trellis_check_name_links (const TrellisReport *evidence, TrellisCriterion *criterion)
{
  g_autoptr (GPtrArray)  links = g_ptr_array_new ();
  g_autoptr (GHashTable) ids = NULL;
  GString               *numbers[TRELLIS_N_LINK_FAULTS] = { NULL };

  for (guint i = 0; i < evidence->postings->len; i++)
    g_ptr_array_add (links, ((TrellisPosting *) g_ptr_array_index (evidence->postings, i))->link);
  ids = trellis_links_collect_ids (links);
  for (guint i = 0; i < links->len; i++)
    {
      const char     *link = g_ptr_array_index (links, i);
      TrellisLinkKind kind = trellis_links_classify (link, ids);

      if (*link == '\0')
        add_number (&numbers[TRELLIS_LINK_FAULT_NONE], i + 1);
      else if (kind == TRELLIS_LINK_INVENTED)
        add_number (&numbers[TRELLIS_LINK_FAULT_INVENTED], i + 1);
      else if (kind == TRELLIS_LINK_LISTING)
        add_number (&numbers[TRELLIS_LINK_FAULT_LISTING], i + 1);
    }
  for (TrellisLinkFault fault = 0; fault < TRELLIS_N_LINK_FAULTS; fault++)
    if (numbers[fault] != NULL)
      trellis_criterion_set_links (criterion, fault, g_string_free_and_steal (numbers[fault]));
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
