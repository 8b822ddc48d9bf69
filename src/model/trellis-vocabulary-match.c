/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-recognition-cues.h"
#include "trellis-vocabulary-private.h"

#include <string.h>

#define MOST_WORDS 12

typedef struct
{
  const TrellisWords      *words;
  const TrellisVocabulary *vocabulary;
  guint                    first;
  TrellisMatchFilter       filter;
  gpointer                 data;
  TrellisMatch             match;
} Search;

static void
add_phrase (TrellisVocabulary *self,
            TrellisTokens     *tokens,
            const char        *text,
            TrellisAlias      *alias,
            guint32            cue)
{
  guint32 node = 0;
  guint   i;

  trellis_tokens_read (tokens, text, 0, strlen (text));
  for (i = 0; i < tokens->tokens->len && i < MOST_WORDS; i++)
    {
      const TrellisToken *token = trellis_tokens_get (tokens, i);
      gboolean            stem = text[token->end] == '*' && token->sign == 0;
      guint32             word;

      if (token->sign == '*' && token->gap == TRELLIS_GAP_NONE && i > 0)
        continue;
      word = trellis_lexicon_add_word (self->lexicon, trellis_tokens_fold (tokens, token),
                                       token->length, stem);
      node = trellis_lexicon_add_step (self->lexicon, node, word);
    }
  if (node == 0)
    return;

  if (node >= self->at->len)
    g_ptr_array_set_size (self->at, (int) node + 1);
  if (node >= self->cues->len)
    g_array_set_size (self->cues, node + 1);
  if (alias != NULL)
    {
      alias->next = self->at->pdata[node];
      self->at->pdata[node] = alias;
    }
  g_array_index (self->cues, guint32, node) |= cue;
}

/* Makes the phrases findable; of two that are written the same, the one added last comes first. */
void
_trellis_vocabulary_index (TrellisVocabulary *self)
{
  TrellisTokens tokens;

  trellis_tokens_init (&tokens);
  for (guint i = 0; i < self->aliases->len; i++)
    {
      TrellisAlias *alias = g_ptr_array_index (self->aliases, i);

      add_phrase (self, &tokens, alias->text, alias, 0);
    }
  for (const TrellisCuePhrase *cue = trellis_cue_phrases; cue->text != NULL; cue++)
    add_phrase (self, &tokens, cue->text, NULL, cue->cues);
  trellis_tokens_clear (&tokens);
}

void
_trellis_words_init (TrellisWords *self)
{
  trellis_tokens_init (&self->tokens);
  self->words = g_array_new (FALSE, FALSE, sizeof (TrellisLexiconWord));
}

void
_trellis_words_clear (TrellisWords *self)
{
  trellis_tokens_clear (&self->tokens);
  g_array_unref (self->words);
}

/* "python3" and "html5", where the vocabulary knows the name without a number; not "s3". */
static TrellisLexiconWord
find_without_number (const TrellisVocabulary *vocabulary,
                     const char              *word,
                     gsize                    length)
{
  TrellisLexiconWord found = { { 0 } };
  gsize              stem = length;

  while (stem > 0 && g_ascii_isdigit (word[stem - 1]))
    stem--;
  if (stem < length && stem > 2 && g_ascii_isalpha (word[stem - 1]))
    found = trellis_lexicon_find_word (vocabulary->lexicon, word, stem);
  return found;
}

/* As trellis_tokens_read(). */
gsize
_trellis_words_read (TrellisWords            *self,
                     const TrellisVocabulary *vocabulary,
                     const char              *text,
                     gsize                    begin,
                     gsize                    end)
{
  gsize stop = trellis_tokens_read (&self->tokens, text, begin, end);

  g_array_set_size (self->words, self->tokens.tokens->len);
  for (guint i = 0; i < self->words->len; i++)
    {
      const TrellisToken *token = trellis_tokens_get (&self->tokens, i);
      const char         *fold = trellis_tokens_fold (&self->tokens, token);
      TrellisLexiconWord  word = trellis_lexicon_find_word (vocabulary->lexicon, fold,
                                                            token->length);

      if (word.ids[0] == 0 && token->sign == 0)
        word = find_without_number (vocabulary, fold, token->length);
      g_array_index (self->words, TrellisLexiconWord, i) = word;
    }
  return stop;
}

/* "Node.js" is one name, "Node. JS" is not; around "/" and "&" there may be spaces. */
static gboolean
is_tied (const TrellisWords *words,
         guint               i)
{
  const TrellisToken *token = trellis_tokens_get (&words->tokens, i);
  const TrellisToken *before = trellis_tokens_get (&words->tokens, i - 1);

  if (token->gap != TRELLIS_GAP_SPACE)
    return TRUE;
  return token->sign != '.' && token->sign != '\'' && before->sign != '.' && before->sign != '\'';
}

static void
note_phrase (Search *search,
             guint32 node,
             guint   past)
{
  const TrellisVocabulary *vocabulary = search->vocabulary;

  if (node < vocabulary->cues->len && g_array_index (vocabulary->cues, guint32, node) != 0
      && past > search->match.cue_past)
    {
      search->match.cue = g_array_index (vocabulary->cues, guint32, node);
      search->match.cue_past = past;
    }
  if (node >= vocabulary->at->len || past <= search->match.past)
    return;
  for (TrellisAlias *alias = vocabulary->at->pdata[node]; alias != NULL; alias = alias->next)
    if (search->filter == NULL || search->filter (alias, search->first, past, search->data))
      {
        search->match.alias = alias;
        search->match.past = past;
        return;
      }
}

static void
follow (Search *search,
        guint32 node,
        guint   i)
{
  const TrellisLexiconWord *word;

  if (i >= search->words->words->len || (i > search->first && !is_tied (search->words, i)))
    return;

  word = &g_array_index (search->words->words, TrellisLexiconWord, i);
  for (guint j = 0; j < TRELLIS_LEXICON_MOST_IDS && word->ids[j] != 0; j++)
    {
      guint32 next = trellis_lexicon_find_step (search->vocabulary->lexicon, node, word->ids[j]);

      if (next == 0)
        continue;
      note_phrase (search, next, i + 1);
      follow (search, next, i + 1);
    }
}

/* The longest alias that passes the filter, and the longest cue, that begin at the token. */
TrellisMatch
_trellis_words_match (const TrellisWords      *self,
                      const TrellisVocabulary *vocabulary,
                      guint                    first,
                      TrellisMatchFilter       filter,
                      gpointer                 data)
{
  Search search = { self, vocabulary, first, filter, data, { 0 } };

  follow (&search, 0, first);
  return search.match;
}

/* Only an alias that needs no certain company may be read out of words that others part. */
static TrellisAlias *
get_free_alias (const TrellisVocabulary *vocabulary,
                guint32                  node)
{
  TrellisAlias *alias = node < vocabulary->at->len ? vocabulary->at->pdata[node] : NULL;

  while (alias != NULL
         && (alias->rule != TRELLIS_RULE_ANY || alias->not_before != NULL
             || alias->not_after != NULL))
    alias = alias->next;
  return alias;
}

static TrellisAlias *
follow_parts (const TrellisWords      *self,
              const TrellisVocabulary *vocabulary,
              const guint             *parts,
              guint                    n,
              guint32                  node)
{
  const TrellisLexiconWord *word;

  if (n == 0)
    return get_free_alias (vocabulary, node);

  word = &g_array_index (self->words, TrellisLexiconWord, *parts);
  for (guint i = 0; i < TRELLIS_LEXICON_MOST_IDS && word->ids[i] != 0; i++)
    {
      guint32       next = trellis_lexicon_find_step (vocabulary->lexicon, node, word->ids[i]);
      TrellisAlias *alias
          = next != 0 ? follow_parts (self, vocabulary, parts + 1, n - 1, next) : NULL;

      if (alias != NULL)
        return alias;
    }
  return NULL;
}

/* The alias that just these tokens make, which others may part; none that needs certain company. */
TrellisAlias *
_trellis_words_match_parts (const TrellisWords      *self,
                            const TrellisVocabulary *vocabulary,
                            const guint             *parts,
                            guint                    n)
{
  return follow_parts (self, vocabulary, parts, n, 0);
}

/* Reads on from the node; `most`: how many words may still be passed over, at one place. */
static gboolean
follow_split (const TrellisWords      *self,
              const TrellisVocabulary *vocabulary,
              TrellisSplit            *split,
              guint32                  node,
              guint                    i,
              guint                    most)
{
  for (guint resume = i + 1; node != 0 && resume <= i + most && resume < split->past; resume++)
    if (follow_split (self, vocabulary, split, node, resume, 0))
      {
        split->gap = i;
        split->resume = resume;
        return TRUE;
      }
  for (guint j = 0; i < split->past && j < TRELLIS_LEXICON_MOST_IDS; j++)
    {
      guint32 id = g_array_index (self->words, TrellisLexiconWord, i).ids[j];
      guint32 next = id != 0 ? trellis_lexicon_find_step (vocabulary->lexicon, node, id) : 0;

      if (next != 0 && follow_split (self, vocabulary, split, next, i + 1, most))
        return TRUE;
      if (next == 0 || most > 0)
        continue;
      split->alias = get_free_alias (vocabulary, next);
      split->last = i;
      if (split->alias != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Finds an alias that begins at the token and ends before `split->past`, and has one or two other
 * words at one place between its own. */
gboolean
_trellis_words_match_split (const TrellisWords      *self,
                            const TrellisVocabulary *vocabulary,
                            guint                    first,
                            TrellisSplit            *split)
{
  return follow_split (self, vocabulary, split, 0, first, 2);
}
