/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-check-links.h"

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
