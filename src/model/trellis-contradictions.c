/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-contradictions.h"

#include "trellis-demand.h"

#include <glib/gi18n-lib.h>

void
trellis_contradiction_free (TrellisContradiction *self)
{
  g_free (self->skill);
  g_free (self->message);
  g_array_unref (self->postings);
  g_free (self);
}

/* "FastAPI / Django": asked for when any of its parts is. A name with a slash that stands as a
 * whole ("CI/CD") is looked for as a whole. */
static GArray *
find_postings (const TrellisReport *report,
               const char          *name)
{
  g_auto (GStrv) parts = g_strsplit (name, " / ", -1);
  GArray        *postings = trellis_demand_find_postings (report, name);

  for (guint i = 0; parts[0] != NULL && parts[1] != NULL && parts[i] != NULL; i++)
    {
      g_autoptr (GArray) more = trellis_demand_find_postings (report, parts[i]);

      for (guint j = 0; j < more->len; j++)
        {
          int      number = g_array_index (more, int, j);
          gboolean known = FALSE;

          for (guint k = 0; k < postings->len; k++)
            known |= g_array_index (postings, int, k) == number;
          if (!known)
            g_array_append_val (postings, number);
        }
    }

  return postings;
}

static char *
word_message (const TrellisClaim *claim,
              guint               actual,
              guint               total)
{
  if (claim->list == TRELLIS_CLAIM_SINGLE)
    return g_strdup_printf (
        ngettext ("“%s” is listed as specific to one posting, but is in %u of %u posting.",
                  "“%s” is listed as specific to one posting, but is in %u of %u postings.", total),
        claim->name, actual, total);
  if (claim->claimed > 0)
    return g_strdup_printf (ngettext ("“%s” is said to be in %d, but is in %u of %u posting.",
                                      "“%s” is said to be in %d, but is in %u of %u postings.",
                                      total),
                            claim->name, claim->claimed, actual, total);

  return g_strdup_printf (ngettext ("“%s” is listed as recurring, but is in %u of %u posting.",
                                    "“%s” is listed as recurring, but is in %u of %u postings.",
                                    total),
                          claim->name, actual, total);
}

static gboolean
contradicts (const TrellisClaim *claim,
             int                 actual,
             int                 several)
{
  if (claim->list == TRELLIS_CLAIM_SINGLE)
    return actual != 1;

  return actual < several || (claim->claimed > 0 && claim->claimed != actual);
}

/**
 * trellis_contradictions_find:
 * @several: how many postings make a skill recurring
 *
 * Holds the author's own lists against the postings; a report without postings has nothing to be
 * held against.
 *
 * Returns: (transfer full) (element-type TrellisContradiction): in the order of the claims
 */
GPtrArray *
trellis_contradictions_find (const TrellisReport *report,
                             int                  several)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_contradiction_free);

  for (guint i = 0; i < report->claims->len && report->postings->len > 0; i++)
    {
      const TrellisClaim   *claim = g_ptr_array_index (report->claims, i);
      g_autoptr (GArray)    postings = find_postings (report, claim->name);
      TrellisContradiction *contradiction;

      if (!contradicts (claim, (int) postings->len, several))
        continue;

      contradiction = g_new0 (TrellisContradiction, 1);
      contradiction->list = (TrellisClaimList) claim->list;
      contradiction->skill = g_strdup (claim->name);
      contradiction->claimed = claim->claimed;
      contradiction->actual = (int) postings->len;
      contradiction->message = word_message (claim, postings->len, report->postings->len);
      contradiction->postings = g_steal_pointer (&postings);
      contradiction->file = claim->base.file;
      contradiction->line = claim->base.line;
      g_ptr_array_add (found, contradiction);
    }

  return found;
}
