/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-contradictions.h"

#include "trellis-claim-remark.h"
#include "trellis-demand-index.h"
#include "trellis-skill-names.h"

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

static gboolean
holds (GArray *postings,
       int     number)
{
  for (guint i = 0; i < postings->len; i++)
    if (g_array_index (postings, int, i) == number)
      return TRUE;

  return FALSE;
}

/* Returns: (transfer full) (nullable): what is wrong with the postings that the claim names */
static char *
word_remark (const TrellisClaim       *claim,
             const TrellisClaimRemark *remark,
             GArray                   *postings,
             guint                     total)
{
  for (guint i = 0; i < remark->postings->len; i++)
    {
      int number = g_array_index (remark->postings, int, i);

      if (number < 1 || number > (int) total)
        return g_strdup_printf (
            ngettext ("“%s” is said to be in posting %d, but there is %u posting.",
                      "“%s” is said to be in posting %d, but there are %u postings.", total),
            claim->name, number, total);
      if (!holds (postings, number))
        return g_strdup_printf (_("“%s” is said to be in posting %d, which does not ask for it."),
                                claim->name, number);
    }

  if (remark->total > 0 && remark->total != (int) total)
    return g_strdup_printf (
        ngettext ("“%s” is said to be in %d of %d, but there is %u posting.",
                  "“%s” is said to be in %d of %d, but there are %u postings.", total),
        claim->name, claim->claimed, remark->total, total);

  return NULL;
}

static char *
add_postings (char   *message,
              GArray *postings)
{
  g_autofree char *before = message;
  g_autofree char *where = postings->len > 0 ? word_postings (postings) : NULL;

  return where != NULL ? g_strconcat (before, " ", where, NULL) : g_steal_pointer (&before);
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

/* What claims are held against. */
typedef struct
{
  const TrellisReport *report;
  TrellisDemandIndex  *index;
  TrellisSkillNames   *names;
  int                  several;
} Judge;

/* Whether the author has the skill on the other list too. */
static gboolean
is_on_both (const Judge        *self,
            const TrellisClaim *claim)
{
  GArray *names = trellis_skill_names_resolve (self->names, claim->name, NULL);

  for (guint i = 0; i < self->report->claims->len; i++)
    {
      const TrellisClaim *other = g_ptr_array_index (self->report->claims, i);
      GArray             *others;

      if (other->list == claim->list)
        continue;
      others = trellis_skill_names_resolve (self->names, other->name, NULL);
      if (names->len == 1 && others->len == 1
          && g_str_equal (g_array_index (names, TrellisSkillName, 0).key,
                          g_array_index (others, TrellisSkillName, 0).key))
        return TRUE;
    }

  return FALSE;
}

/* “Kafka, Docker” on one line of a list: each of them is as the list says. */
static gboolean
holds_of_each (const Judge        *self,
               const TrellisClaim *claim)
{
  g_auto (GStrv) parts = g_regex_split_simple ("\\s*[,;]\\s+", claim->name, 0, 0);

  if (claim->claimed > 0 || g_strv_length (parts) < 2)
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (GArray) postings = trellis_demand_index_find (self->index, parts[i]);

      if (contradicts (claim, (int) postings->len, self->several))
        return FALSE;
    }

  return TRUE;
}

/* A posting that asks for Spring Boot asks for Java too, but who counts only those that say “Java”
 * contradicts none of them; who counts now so and now so does. */
static gboolean
is_borne_out (const Judge        *self,
              const TrellisClaim *claim,
              GArray             *postings)
{
  g_autoptr (GArray) named = NULL;

  if (!contradicts (claim, (int) postings->len, self->several))
    return TRUE;
  if (holds_of_each (self, claim))
    return TRUE;

  named = trellis_demand_index_find_named (self->index, claim->name);
  return !contradicts (claim, (int) named->len, self->several) && !is_on_both (self, claim);
}

/* Returns: (transfer full) (nullable): a sentence, when the claim is wrong */
static char *
judge (const Judge        *self,
       const TrellisClaim *claim,
       GArray             *postings)
{
  guint                          total = self->report->postings->len;
  g_autoptr (TrellisClaimRemark) remark = NULL;
  char                          *message;

  if (!is_borne_out (self, claim, postings))
    message = word_message (claim, postings->len, total, self->several);
  else
    {
      remark = trellis_claim_remark_new (claim, self->report);
      message = word_remark (claim, remark, postings, total);
    }

  return message != NULL ? add_postings (message, postings) : NULL;
}

/**
 * trellis_contradictions_find:
 * @several: how many postings make a skill recurring
 * @vocabulary: (nullable): what tells skills apart; NULL: the one that ships
 *
 * Holds the author's own lists against the postings, their counts and the postings that they name;
 * a report without postings has nothing to be held against.
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
  g_autoptr (TrellisSkillNames)  names = trellis_skill_names_new (vocabulary);
  Judge                          self = { report, index, names, several };

  for (guint i = 0; i < report->claims->len && report->postings->len > 0; i++)
    {
      const TrellisClaim   *claim = g_ptr_array_index (report->claims, i);
      g_autoptr (GArray)    postings = trellis_demand_index_find (index, claim->name);
      g_autofree char      *message = judge (&self, claim, postings);
      TrellisContradiction *contradiction;

      if (message == NULL)
        continue;

      contradiction = g_new0 (TrellisContradiction, 1);
      contradiction->list = (TrellisClaimList) claim->list;
      contradiction->skill = g_strdup (claim->name);
      contradiction->claimed = claim->claimed;
      contradiction->actual = (int) postings->len;
      contradiction->message = g_steal_pointer (&message);
      contradiction->postings = g_steal_pointer (&postings);
      contradiction->file = claim->base.file;
      contradiction->line = claim->base.line;
      g_ptr_array_add (found, contradiction);
    }

  return found;
}
