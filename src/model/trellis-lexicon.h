/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Words, and phrases of words, in two tries that are hash tables: one step costs one look-up,
 * however many there are. Nodes are numbers; 0 is the root, and as a result “none”. */
typedef struct _TrellisLexicon TrellisLexicon;

/* What a word of a text may be: itself, or the longer ones among the stems it begins with. */
#define TRELLIS_LEXICON_MOST_IDS 4

typedef struct
{
  guint32 ids[TRELLIS_LEXICON_MOST_IDS]; /* the most exact first; 0 ends them */
} TrellisLexiconWord;

TrellisLexicon    *trellis_lexicon_new (void);
void               trellis_lexicon_free (TrellisLexicon *self);
guint32            trellis_lexicon_add_word (TrellisLexicon *self,
                                             const char     *word,
                                             gsize           length,
                                             gboolean        stem);
guint32            trellis_lexicon_add_step (TrellisLexicon *self,
                                             guint32         node,
                                             guint32         word);
TrellisLexiconWord trellis_lexicon_find_word (const TrellisLexicon *self,
                                              const char           *word,
                                              gsize                 length);
guint32            trellis_lexicon_find_step (const TrellisLexicon *self,
                                              guint32               node,
                                              guint32               word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisLexicon, trellis_lexicon_free)

G_END_DECLS
