/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-evidence.h"

#include "trellis-recognition.h"
#include "trellis-skill-names.h"

#include <string.h>

/* So many bytes of a sentence are quoted at most on either side of the skill. */
#define CONTEXT 200

struct _TrellisEvidence
{
  const TrellisReport *report;
  TrellisSkillNames   *names;
  guint                n_postings;
  GArray             **mentions; /* by posting: TrellisMention, or NULL until it is asked for */
};

/**
 * trellis_evidence_new:
 * @vocabulary: (nullable): what tells skills apart; NULL: the one that ships
 */
TrellisEvidence *
trellis_evidence_new (const TrellisReport     *report,
                      const TrellisVocabulary *vocabulary)
{
  TrellisEvidence *self = g_new0 (TrellisEvidence, 1);

  self->report = report;
  self->names = trellis_skill_names_new (vocabulary);
  self->n_postings = report->postings->len;
  self->mentions = g_new0 (GArray *, self->n_postings);
  return self;
}

/* The report may be gone, or have changed. */
void
trellis_evidence_free (TrellisEvidence *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_postings; i++)
    g_clear_pointer (&self->mentions[i], g_array_unref);
  g_free (self->mentions);
  trellis_skill_names_free (self->names);
  g_free (self);
}

void
trellis_quote_free (TrellisQuote *self)
{
  g_free (self->text);
  g_free (self);
}

static const char *
get_text (TrellisEvidence *self,
          guint            index)
{
  return ((const TrellisPosting *) self->report->postings->pdata[index])->text;
}

static GArray *
get_mentions (TrellisEvidence *self,
              guint            index)
{
  if (self->mentions[index] == NULL)
    self->mentions[index] = trellis_recognition_find (
        trellis_skill_names_get_vocabulary (self->names), get_text (self, index));

  return self->mentions[index];
}

/* Whether the mention is of one of the names, or of a kind of it. */
static gboolean
is_of (TrellisEvidence      *self,
       const TrellisMention *mention,
       GArray               *names)
{
  const TrellisVocabulary *vocabulary = trellis_skill_names_get_vocabulary (self->names);

  for (guint i = 0; i < names->len; i++)
    {
      const TrellisSkillName *name = &g_array_index (names, TrellisSkillName, i);

      if (name->entry != NULL
          && trellis_vocabulary_covers (vocabulary, name->entry, mention->entry))
        return TRUE;
    }

  return FALSE;
}

/* The first mention in what is asked for; a must comes before what is nice to have. */
static const TrellisMention *
find_mention (TrellisEvidence *self,
              GArray          *names,
              guint            index)
{
  GArray               *mentions = get_mentions (self, index);
  const TrellisMention *optional = NULL;

  for (guint i = 0; i < mentions->len; i++)
    {
      const TrellisMention *mention = &g_array_index (mentions, TrellisMention, i);

      if (mention->aside || !is_of (self, mention, names))
        continue;
      if (!mention->optional)
        return mention;
      if (optional == NULL)
        optional = mention;
    }

  return optional;
}

static gboolean
ends_sentence (const char *text,
               const char *p)
{
  return p > text && strchr (".!?;", p[-1]) != NULL && g_ascii_isspace (*p);
}

/* Behind the blanks, bullets and dashes that begin an item. */
static const char *
skip_bullet (const char *p,
             const char *limit)
{
  while (p < limit)
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != '*' && c != 0x2022 && c != 0xb7
          && g_unichar_type (c) != G_UNICODE_DASH_PUNCTUATION)
        break;
      p = g_utf8_next_char (p);
    }

  return p;
}

/* Where the sentence, item or line begins in which @at stands, at most CONTEXT bytes before it. */
static const char *
find_begin (const char *text,
            const char *at,
            gboolean   *cut)
{
  const char *begin = at;

  while (begin > text && begin[-1] != '\n' && !ends_sentence (text, begin) && at - begin < CONTEXT)
    begin--;

  *cut = at - begin >= CONTEXT;
  while (*cut && begin < at && !g_ascii_isspace (*begin))
    begin++;
  return *cut ? begin : skip_bullet (begin, at);
}

/* Where it ends, at most CONTEXT bytes behind @at. */
static const char *
find_end (const char *text,
          const char *at,
          gboolean   *cut)
{
  const char *end = at;

  while (*end != '\0' && *end != '\n' && !ends_sentence (text, end) && end - at < CONTEXT)
    end++;

  *cut = end - at >= CONTEXT;
  while (*cut && end > at && !g_ascii_isspace (*end))
    end--;
  while (end > at && g_ascii_isspace (end[-1]))
    end--;
  return end;
}

static TrellisQuote *
cut_quote (const char           *text,
           const TrellisMention *mention)
{
  TrellisQuote *quote = g_new0 (TrellisQuote, 1);
  gboolean      cut_before, cut_after;
  const char   *begin = find_begin (text, text + mention->begin, &cut_before);
  const char   *end = find_end (text, text + mention->end, &cut_after);
  gsize         lead = cut_before ? strlen ("…") : 0;

  quote->text = g_strdup_printf ("%s%.*s%s", cut_before ? "…" : "", (int) (end - begin), begin,
                                 cut_after ? " …" : "");
  quote->begin = lead + mention->begin - (gsize) (begin - text);
  quote->end = lead + mention->end - (gsize) (begin - text);
  quote->optional = mention->optional;
  return quote;
}

/**
 * trellis_evidence_quote:
 * @skill: a skill as somebody wrote it
 * @posting: the number of a posting, from 1
 *
 * Returns: (transfer full) (nullable): what the posting's text says of it; NULL when the text does
 *   not name it
 */
TrellisQuote *
trellis_evidence_quote (TrellisEvidence *self,
                        const char      *skill,
                        int              posting)
{
  GArray               *names = trellis_skill_names_resolve (self->names, skill, NULL);
  const TrellisMention *mention;

  g_return_val_if_fail (posting >= 1 && posting <= (int) self->n_postings, NULL);

  mention = find_mention (self, names, (guint) posting - 1);
  return mention != NULL ? cut_quote (get_text (self, (guint) posting - 1), mention) : NULL;
}
