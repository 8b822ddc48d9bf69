/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-lexicon.h"

#define FIRST_SIZE 1024

/* From a node and a byte or word to the next node; open addressing, at most half full. */
typedef struct
{
  guint64 *keys; /* 0: free, as no step leads to the root */
  guint32 *values;
  gsize    size; /* a power of two */
  gsize    n;
} Table;

struct _TrellisLexicon
{
  Table   letters; /* node, byte → node */
  Table   words;   /* node, kind → word */
  Table   steps;   /* node, word → node */
  guint32 n_letters;
  guint32 n_words;
  guint32 n_steps;
};

enum
{
  WHOLE = 1,
  STEM = 2,
};

static guint64
make_key (guint32 node,
          guint32 step)
{
  return ((guint64) node << 32 | step) + 1;
}

/* Fibonacci hashing; only the high bits of the product depend on all of the key. */
static gsize
find_slot (const Table *table,
           guint64      key)
{
  gsize slot = (gsize) (((key ^ key >> 31) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 40);

  for (slot &= table->size - 1; table->keys[slot] != 0 && table->keys[slot] != key;)
    slot = (slot + 1) & (table->size - 1);
  return slot;
}

static void
table_init (Table *table,
            gsize  size)
{
  table->keys = g_new0 (guint64, size);
  table->values = g_new0 (guint32, size);
  table->size = size;
  table->n = 0;
}

static void
table_clear (Table *table)
{
  g_free (table->keys);
  g_free (table->values);
}

static guint32
table_get (const Table *table,
           guint64      key)
{
  return table->values[find_slot (table, key)];
}

static void
table_grow (Table *table)
{
  Table old = *table;

  table_init (table, old.size * 2);
  for (gsize i = 0; i < old.size; i++)
    if (old.keys[i] != 0)
      {
        gsize slot = find_slot (table, old.keys[i]);

        table->keys[slot] = old.keys[i];
        table->values[slot] = old.values[i];
        table->n++;
      }
  table_clear (&old);
}

/* The number that stands for the key; a new one counts `n` up. */
static guint32
table_add (Table   *table,
           guint64  key,
           guint32 *n)
{
  gsize slot = find_slot (table, key);

  if (table->keys[slot] == key)
    return table->values[slot];

  table->keys[slot] = key;
  table->values[slot] = ++*n;
  if (++table->n * 2 > table->size)
    table_grow (table);
  return *n;
}

TrellisLexicon *
trellis_lexicon_new (void)
{
  TrellisLexicon *self = g_new0 (TrellisLexicon, 1);

  table_init (&self->letters, FIRST_SIZE);
  table_init (&self->words, FIRST_SIZE);
  table_init (&self->steps, FIRST_SIZE);
  return self;
}

void
trellis_lexicon_free (TrellisLexicon *self)
{
  if (self == NULL)
    return;

  table_clear (&self->letters);
  table_clear (&self->words);
  table_clear (&self->steps);
  g_free (self);
}

/* `stem`: any letters may follow. */
guint32
trellis_lexicon_add_word (TrellisLexicon *self,
                          const char     *word,
                          gsize           length,
                          gboolean        stem)
{
  guint32 node = 0;

  for (gsize i = 0; i < length; i++)
    node = table_add (&self->letters, make_key (node, (guint8) word[i]), &self->n_letters);
  return table_add (&self->words, make_key (node, stem ? STEM : WHOLE), &self->n_words);
}

/* The node after `node` (0: the start of a phrase) and the word. */
guint32
trellis_lexicon_add_step (TrellisLexicon *self,
                          guint32         node,
                          guint32         word)
{
  return table_add (&self->steps, make_key (node, word), &self->n_steps);
}

static void
add_id (TrellisLexiconWord *found,
        guint32             id)
{
  if (id == 0)
    return;

  for (guint i = TRELLIS_LEXICON_MOST_IDS - 1; i > 0; i--)
    found->ids[i] = found->ids[i - 1];
  found->ids[0] = id;
}

/* What the word may be; takes as many steps as it shares letters with any that is known. */
TrellisLexiconWord
trellis_lexicon_find_word (const TrellisLexicon *self,
                           const char           *word,
                           gsize                 length)
{
  TrellisLexiconWord found = { { 0 } };
  guint32            node = 0;
  gsize              i;

  for (i = 0; i < length; i++)
    {
      node = table_get (&self->letters, make_key (node, (guint8) word[i]));
      if (node == 0)
        return found;
      add_id (&found, table_get (&self->words, make_key (node, STEM)));
    }
  if (node != 0)
    add_id (&found, table_get (&self->words, make_key (node, WHOLE)));
  return found;
}

guint32
trellis_lexicon_find_step (const TrellisLexicon *self,
                           guint32               node,
                           guint32               word)
{
  return table_get (&self->steps, make_key (node, word));
}
