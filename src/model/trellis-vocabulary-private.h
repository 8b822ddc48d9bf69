/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-lexicon.h"
#include "trellis-tokens.h"
#include "trellis-vocabulary.h"

G_BEGIN_DECLS

typedef enum
{
  TRELLIS_RULE_ANY,    /* whole words, in any case */
  TRELLIS_RULE_EXACT,  /* in just this case */
  TRELLIS_RULE_LISTED, /* in just this case, and in the company of skills */
} TrellisRule;

/* One way to write an entry. */
typedef struct _TrellisAlias TrellisAlias;
struct _TrellisAlias
{
  TrellisVocabularyEntry *entry;
  char                   *text;
  TrellisRule             rule;
  char                  **not_before; /* folded; or NULL */
  char                  **not_after;
  TrellisAlias           *next; /* another that is written the same when folded */
};

struct _TrellisVocabulary
{
  GPtrArray      *entries; /* TrellisVocabularyEntry */
  GPtrArray      *aliases; /* TrellisAlias */
  GArray         *under;   /* GArray of guint, by entry: the more general ones */
  GHashTable     *names;   /* folded name → entry */
  TrellisLexicon *lexicon;
  GPtrArray      *at;   /* by node: TrellisAlias or NULL */
  GArray         *cues; /* by node: guint32 of TrellisCue */
  gatomicrefcount n_refs;
};

/* The words of a text, ready to be looked for. */
typedef struct
{
  TrellisTokens tokens;
  GArray       *words; /* TrellisLexiconWord, by token */
} TrellisWords;

/* What stands at a place of a text; `past` is the token behind it. */
typedef struct
{
  TrellisAlias *alias;
  guint         past;
  guint32       cue;
  guint         cue_past;
} TrellisMatch;

/* An alias with other words between its own, from `gap` up to `resume`. */
typedef struct
{
  guint         past; /* none of it is looked for from here on */
  TrellisAlias *alias;
  guint         gap, resume;
  guint         last; /* word of it */
} TrellisSplit;

typedef gboolean (*TrellisMatchFilter) (const TrellisAlias *alias,
                                        guint               first,
                                        guint               past,
                                        gpointer            data);

TrellisVocabulary            *_trellis_vocabulary_new (void);
TrellisVocabularyEntry       *_trellis_vocabulary_add_entry (TrellisVocabulary *self,
                                                             const char        *name,
                                                             const char        *name_ru,
                                                             const char        *category);
TrellisAlias                 *_trellis_vocabulary_add_alias (TrellisVocabulary      *self,
                                                             TrellisVocabularyEntry *entry,
                                                             const char             *text);
void                          _trellis_vocabulary_add_under (TrellisVocabulary            *self,
                                                             const TrellisVocabularyEntry *entry,
                                                             const TrellisVocabularyEntry *general);
const TrellisVocabularyEntry *_trellis_vocabulary_find_name (const TrellisVocabulary *self,
                                                             const char              *name);
void                          _trellis_vocabulary_index (TrellisVocabulary *self);

void          _trellis_words_init (TrellisWords *self);
void          _trellis_words_clear (TrellisWords *self);
gsize         _trellis_words_read (TrellisWords            *self,
                                   const TrellisVocabulary *vocabulary,
                                   const char              *text,
                                   gsize                    begin,
                                   gsize                    end);
TrellisMatch  _trellis_words_match (const TrellisWords      *self,
                                    const TrellisVocabulary *vocabulary,
                                    guint                    first,
                                    TrellisMatchFilter       filter,
                                    gpointer                 data);
TrellisAlias *_trellis_words_match_parts (const TrellisWords      *self,
                                          const TrellisVocabulary *vocabulary,
                                          const guint             *parts,
                                          guint                    n);

gboolean _trellis_words_match_split (const TrellisWords      *self,
                                     const TrellisVocabulary *vocabulary,
                                     guint                    first,
                                     TrellisSplit            *split);

G_END_DECLS
