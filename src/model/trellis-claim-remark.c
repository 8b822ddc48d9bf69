/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-claim-remark.h"

#include "trellis-text.h"

#include <string.h>

/* “posting 2”, “postings 1, 3 and 4”, «в вакансии 2», «в вакансиях 1 и 3»; but not “postings: 2”
 * or “postings 1–3”, of which nobody knows what they mean. */
#define NUMBERS "(\\d{1,3}(?:(?:\\s*,\\s*|\\s*&\\s*|\\s+(?:and|и)\\s+)(?:№|#)?\\s*\\d{1,3})*)"
#define NO_MORE "(?!\\s*(?:[-–—/.]\\s*)?\\d)(?!\\s*(?:of|out|из)\\b)"
#define POSTING "\\b(?:posting|vacancy|ваканси[яию])\\s+(?:№|#|no\\.?\\s)?\\s*"
#define POSTINGS "\\b(?:postings|vacancies|ваканси(?:и|ях))\\s+(?:№|#)?\\s*"
#define OF "\\b(\\d{1,3})\\s*(?:/|out of|of|из)\\s*(\\d{1,3})\\b"

/* So few words may stand beside those that name a posting. */
#define MOST_WORDS 8

/* Words that any remark may have, and those of which a title is made. */
static const char *const idle_words[]
    = { "the", "a", "an", "in", "of", "at", "by",
        "for", "from", "only", "just", "one", "posting", "vacancy",
        "role", "position", "job", "listed", "named", "asked", "mentioned",
        "required", "в", "из", "у", "от", "только", "вакансия",
        "вакансии", "компания", "компании", "developer", "engineer", "senior", "junior",
        "middle", "lead", "intern", "инженер", "разработчик", NULL };

static void
add_numbers (TrellisClaimRemark *self,
             const char         *pattern,
             const char         *text,
             gboolean            several)
{
  g_autoptr (GRegex) regex
      = g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *numbers = g_match_info_fetch (match, 1);
      guint            n = self->postings->len;

      for (const char *at = numbers; *at != '\0';)
        {
          int number = (int) strtol (at, (char **) &at, 10);

          g_array_append_val (self->postings, number);
          at += strcspn (at, "0123456789");
        }
      if ((self->postings->len - n > 1) != several)
        g_array_set_size (self->postings, n);
    }
}

static void
read_total (TrellisClaimRemark *self,
            const TrellisClaim *claim,
            const char         *text)
{
  g_autoptr (GRegex)     regex = g_regex_new (OF, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (claim->claimed > 0 && g_regex_match (regex, text, 0, &match))
    {
      g_autofree char *n = g_match_info_fetch (match, 1);
      g_autofree char *total = g_match_info_fetch (match, 2);

      if (atoi (n) == claim->claimed)
        self->total = atoi (total);
    }
}

/* Whether all words that say something are of the posting's title or employer, and some do. */
static gboolean
is_named (const TrellisPosting *posting,
          GPtrArray            *words)
{
  g_autofree char      *name = g_strdup_printf ("%s %s", posting->title, posting->employer);
  g_autofree char      *folded = trellis_text_fold (name);
  g_autoptr (GPtrArray) names = trellis_text_split_words (folded);
  guint                 n = 0;

  for (guint i = 0; i < words->len; i++)
    {
      if (g_strv_contains (idle_words, words->pdata[i]))
        continue;
      if (!g_ptr_array_find_with_equal_func (names, words->pdata[i], g_str_equal, NULL))
        return FALSE;
      n++;
    }
  return n > 0;
}

static gboolean
is_title (const TrellisPosting *posting,
          const char           *text)
{
  g_autofree char *remark = trellis_text_fold (text);
  g_autofree char *title = trellis_text_fold (posting->title);

  return *g_strstrip (remark) != '\0' && g_str_equal (remark, g_strstrip (title));
}

/* The posting whose title or employer the remark is; of two that it could be, none. */
static void
read_name (TrellisClaimRemark  *self,
           const TrellisReport *report,
           const char          *text)
{
  g_autofree char      *folded = trellis_text_fold (text);
  g_autoptr (GPtrArray) words = trellis_text_split_words (folded);
  int                   found = 0;

  if (words->len > MOST_WORDS)
    return;
  for (guint i = 0; i < report->postings->len; i++)
    if (is_title (report->postings->pdata[i], text)
        || is_named (report->postings->pdata[i], words))
      {
        if (found != 0)
          return;
        found = (int) i + 1;
      }
  if (found != 0)
    g_array_append_val (self->postings, found);
}

/* Reads the bracket and the remark behind the name of @claim. */
TrellisClaimRemark *
trellis_claim_remark_new (const TrellisClaim  *claim,
                          const TrellisReport *report)
{
  TrellisClaimRemark *self = g_new0 (TrellisClaimRemark, 1);
  g_autofree char    *text = g_strdup_printf ("%s\n%s", claim->qualifier, claim->note);

  self->postings = g_array_new (FALSE, FALSE, sizeof (int));
  add_numbers (self, POSTING NUMBERS NO_MORE, text, FALSE);
  add_numbers (self, POSTINGS NUMBERS NO_MORE, text, TRUE);
  read_total (self, claim, text);
  if (self->postings->len == 0 && claim->list == TRELLIS_CLAIM_SINGLE)
    read_name (self, report, text);
  return self;
}

void
trellis_claim_remark_free (TrellisClaimRemark *self)
{
  g_array_unref (self->postings);
  g_free (self);
}
