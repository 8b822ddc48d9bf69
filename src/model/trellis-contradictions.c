/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-contradictions.h"

#include "trellis-demand-index.h"

#include <glib/gi18n-lib.h>

/* So many postings are named in a sentence. */
#define MOST_NAMED 12

void
trellis_contradiction_free (TrellisContradiction *self)
{
  g_free (self->skill);
  g_free (self->message);
  g_array_unref (self->postings);
  g_free (self);
}

static char *
word_message (const TrellisClaim *claim,
              guint               actual,
              guint               total,
              int                 several)
{
  if (claim->list == TRELLIS_CLAIM_SINGLE)
    return g_strdup_printf (
        ngettext ("“%s” is listed as specific to one posting, but is in %u of %u posting.",
                  "“%s” is listed as specific to one posting, but is in %u of %u postings.", total),
        claim->name, actual, total);
  if (claim->claimed > 0 && claim->claimed != (int) actual)
    return g_strdup_printf (ngettext ("“%s” is said to be in %d, but is in %u of %u posting.",
                                      "“%s” is said to be in %d, but is in %u of %u postings.",
                                      total),
                            claim->name, claim->claimed, actual, total);

  /* Translators: a skill; in how many postings it is, of how many; how many there must be. */
  return g_strdup_printf (ngettext ("“%s” is listed as recurring, but is in %u of %u posting; "
                                    "at least %d must ask for it.",
                                    "“%s” is listed as recurring, but is in %u of %u postings; "
                                    "at least %d must ask for it.",
                                    total),
                          claim->name, actual, total, several);
}

/* "Named in postings 1, 2.": where to look; of very many the first. */
static char *
word_postings (GArray *postings)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < MIN (postings->len, MOST_NAMED); i++)
    g_string_append_printf (numbers, "%s%d", i > 0 ? ", " : "", g_array_index (postings, int, i));
  if (postings->len > MOST_NAMED)
    g_string_append (numbers, " …");

  /* Translators: numbers of postings: Named in postings 1, 2. */
  return g_strdup_printf (ngettext ("Named in posting %s.", "Named in postings %s.", postings->len),
                          numbers->str);
}

static char *
word (const TrellisClaim *claim,
      GArray             *postings,
      guint               total,
      int                 several)
{
  g_autofree char *message = word_message (claim, postings->len, total, several);
  g_autofree char *where = postings->len > 0 ? word_postings (postings) : NULL;

  return where != NULL ? g_strconcat (message, " ", where, NULL) : g_steal_pointer (&message);
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
 * @vocabulary: (nullable): what tells skills apart; NULL: the one that ships
 *
 * Holds the author's own lists against the postings; a report without postings has nothing to be
 * held against. A posting that asks for Spring Boot asks for Java too, but who counts only those
 * that say “Java” contradicts none of them.
 *
 * Returns: (transfer full) (element-type TrellisContradiction): in the order of the claims
 */
GPtrArray *
trellis_contradictions_find (const TrellisReport     *report,
                             int                      several,
                             const TrellisVocabulary *vocabulary)
{
  GPtrArray *found
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_contradiction_free);
  g_autoptr (TrellisDemandIndex) index = trellis_demand_index_new (report, vocabulary);

  for (guint i = 0; i < report->claims->len && report->postings->len > 0; i++)
    {
      const TrellisClaim   *claim = g_ptr_array_index (report->claims, i);
      g_autoptr (GArray)    postings = trellis_demand_index_find (index, claim->name);
      g_autoptr (GArray)    named = trellis_demand_index_find_named (index, claim->name);
      TrellisContradiction *contradiction;

      if (!contradicts (claim, (int) postings->len, several)
          || !contradicts (claim, (int) named->len, several))
        continue;

      contradiction = g_new0 (TrellisContradiction, 1);
      contradiction->list = (TrellisClaimList) claim->list;
      contradiction->skill = g_strdup (claim->name);
      contradiction->claimed = claim->claimed;
      contradiction->actual = (int) postings->len;
      contradiction->message = word (claim, postings, report->postings->len, several);
      contradiction->postings = g_steal_pointer (&postings);
      contradiction->file = claim->base.file;
      contradiction->line = claim->base.line;
      g_ptr_array_add (found, contradiction);
    }

  return found;
}
