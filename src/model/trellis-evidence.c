/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-evidence.h"

#include "trellis-recognition.h"
#include "trellis-skill-names.h"

#include <string.h>

struct _TrellisEvidence
{
  const TrellisReport *report;
  TrellisSkillNames   *names;
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
  self->mentions = g_new0 (GArray *, report->postings->len);
  return self;
}

void
trellis_evidence_free (TrellisEvidence *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->report->postings->len; i++)
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

static TrellisQuote *
cut_quote (const char           *text,
           const TrellisMention *mention)
{
  TrellisQuote *quote = g_new0 (TrellisQuote, 1);
  const char   *begin = text + mention->begin;
  const char   *end = text + mention->end;

  while (begin > text && begin[-1] != '\n' && !ends_sentence (text, begin))
    begin--;
  begin = skip_bullet (begin, text + mention->begin);
  while (*end != '\0' && *end != '\n' && !ends_sentence (text, end))
    end++;
  while (end > text + mention->end && g_ascii_isspace (end[-1]))
    end--;

  quote->text = g_strndup (begin, (gsize) (end - begin));
  quote->begin = mention->begin - (gsize) (begin - text);
  quote->end = mention->end - (gsize) (begin - text);
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

  g_return_val_if_fail (posting >= 1 && posting <= (int) self->report->postings->len, NULL);

  mention = find_mention (self, names, (guint) posting - 1);
  return mention != NULL ? cut_quote (get_text (self, (guint) posting - 1), mention) : NULL;
}
