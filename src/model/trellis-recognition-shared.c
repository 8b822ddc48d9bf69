/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-recognition-private.h"

#include <string.h>

/* Words that names share: “unit and integration tests”, “managing scope and risks”, “tests: unit,
 * load”, «разработка и проектирование API». A line is read as items between commas and “and”; what
 * an item lacks to be a name is looked for in those around it, no further than a few words. */

#define MOST_PARTS 5
#define REACH 16

typedef enum
{
  PART_WORD,
  PART_COMMA,
  PART_JOIN, /* “and”, “/” */
  PART_END,
} Part;

/* What stands between two signs or joins. */
typedef struct
{
  guint first, past; /* tokens */
  Part  before, after;
  guint head;    /* the word before the “:” or “(” that the list is behind, or G_MAXUINT */
  guint finding; /* the first that is not over before the item */
} Item;

typedef struct
{
  TrellisLine *line;
  guint        n_findings; /* those that were there before */
} Sharing;

#define MOST_JOIN_BYTES 10

static gboolean
is_join (const char *fold)
{
  static const char *const joins[] = { "and", "or", "и", "или", "либо", "также", NULL };

  return g_strv_contains (joins, fold);
}

/* Words that no list of names goes on behind. */
static gboolean
is_break (const TrellisLine *line,
          guint              i)
{
  static const char *const breaks[]
      = { "a", "an", "the", "for", "to", "in", "on", "of", "with", "by", "from", "that", "which",
          "you", "we", "is", "are", "в", "во", "на", "с", "со", "к", "по", "от", "для",
          "что", "если", "как", NULL };

  return trellis_line_token (line, i)->length <= MOST_JOIN_BYTES
         && trellis_line_token (line, i)->gap == TRELLIS_GAP_SPACE
         && g_strv_contains (breaks, trellis_line_fold (line, i));
}

static Part
get_part (const TrellisLine *line,
          guint              i)
{
  const TrellisToken *token;

  if (i >= trellis_line_length (line))
    return PART_END;
  token = trellis_line_token (line, i);
  if (token->sign == 0)
    return token->length <= MOST_JOIN_BYTES && is_join (trellis_line_fold (line, i)) ? PART_JOIN
                                                                                     : PART_WORD;
  if (token->sign == '/' || token->sign == '&')
    return PART_JOIN;
  if (token->sign == ',' || (token->sign == '-' && token->gap == TRELLIS_GAP_NONE))
    return PART_COMMA;
  return PART_END;
}

/* The alias that the parts make together. */
static const TrellisAlias *
match (const TrellisLine *line,
       const guint       *parts,
       guint              n)
{
  return _trellis_words_match_parts (&line->words, line->vocabulary, parts, n);
}

static void
add_finding (Sharing            *self,
             const TrellisAlias *alias,
             guint               first,
             guint               past)
{
  TrellisFinding finding = { .alias = alias, .first = first, .past = past, .end = past };

  g_array_append_val (self->line->findings, finding);
}

/* A noun before another is no part of a name with that in it, unless “and” joins them. */
static gboolean
is_attribute (const TrellisLine *line,
              guint              i)
{
  static const char *const endings[] = {
    "ое",
    "ая",
    "ые",
    "ие",
    "ый",
    "ий",
    "ой",
    "ого",
    "его",
    "ому",
    "ую",
    "ых",
    "их",
    "ым",
    "ыми",
  };
  const char *fold = trellis_line_fold (line, i);

  if ((guint8) fold[0] < 0x80)
    return TRUE;
  for (guint j = 0; j < G_N_ELEMENTS (endings); j++)
    if (g_str_has_suffix (fold, endings[j]))
      return TRUE;
  return FALSE;
}

/* A name of the words from `first` up to the item's end and of one or two at `head`. */
static const TrellisAlias *
match_with_head (const TrellisLine *line,
                 const Item        *item,
                 guint              first,
                 guint              head)
{
  guint               parts[MOST_PARTS];
  guint               n = 0;
  const TrellisAlias *alias = NULL;

  for (guint i = first; i < item->past; i++)
    parts[n++] = i;
  parts[n] = head;
  parts[n + 1] = head + 1;
  if (get_part (line, head + 1) == PART_WORD)
    alias = match (line, parts, n + 2);
  return alias != NULL ? alias : match (line, parts, n + 1);
}

/* Looks behind the item for a word that makes its last words, from `first` on, a name: the second
 * or a later word of another item, up to the one behind “and”. */
static const TrellisAlias *
find_head_behind (const TrellisLine *line,
                  const Item        *item,
                  guint              first)
{
  guint    words = 0;
  gboolean joined = FALSE, closing = FALSE;

  for (guint i = item->past; i < item->past + REACH; i++)
    {
      const TrellisAlias *alias;
      Part                part = get_part (line, i);

      if (part == PART_END || (part == PART_WORD && is_break (line, i)))
        return NULL;
      if (part != PART_WORD)
        {
          if (closing && words > 0)
            return NULL;
          words = 0;
          joined = joined || part == PART_JOIN;
          closing = closing || (part == PART_JOIN && trellis_line_token (line, i)->sign == 0);
          continue;
        }
      if (++words < 2 || !(joined || is_attribute (line, item->past - 1)))
        continue;
      alias = match_with_head (line, item, first, i);
      if (alias != NULL)
        return alias;
    }
  return NULL;
}

/* “unit” of “unit and integration tests”. */
static gboolean
share_end (Sharing    *self,
           const Item *item)
{
  const TrellisLine *line = self->line;
  guint              first = item->first;

  if (item->after == PART_END
      || g_array_index (line->words.words, TrellisLexiconWord, item->past - 1).ids[0] == 0)
    return FALSE;
  for (guint i = item->finding; i < self->n_findings; i++)
    {
      if (trellis_line_finding (line, i)->first >= item->past)
        break;
      first = MAX (first, trellis_line_finding (line, i)->end);
    }
  if (item->past > first + MOST_PARTS - 2)
    first = item->past - (MOST_PARTS - 2);
  for (; first < item->past; first++)
    {
      const TrellisAlias *alias = find_head_behind (line, item, first);

      if (alias != NULL)
        {
          add_finding (self, alias, first, item->past);
          return TRUE;
        }
    }
  return FALSE;
}

/* A name of the word at `head`, or of that and the next one, and of the item's words up to `past`.
 */
static const TrellisAlias *
match_behind_head (const TrellisLine *line,
                   const Item        *item,
                   guint              past,
                   guint              head,
                   gboolean           next)
{
  guint               parts[MOST_PARTS] = { head, head + 1 };
  guint               n = 2;
  const TrellisAlias *alias = NULL;

  for (guint i = item->first; i < past; i++)
    parts[n++] = i;
  if (next)
    alias = match (line, parts, n);
  if (alias != NULL)
    return alias;
  parts[1] = head;
  return match (line, parts + 1, n - 1);
}

/* Looks before the item for a word that makes its first, up to `past`, a name; the last word of an
 * item is not shared. */
static const TrellisAlias *
find_head_before (const TrellisLine *line,
                  const Item        *item,
                  guint              past)
{
  guint words = 0;

  for (guint i = item->first; i-- > 0 && i + REACH > item->first;)
    {
      const TrellisAlias *alias;
      Part                part = get_part (line, i);

      if (part == PART_END || (part == PART_WORD && is_break (line, i)))
        return NULL;
      if (part != PART_WORD)
        {
          if (part == PART_JOIN && words > 0)
            return NULL;
          words = 0;
          continue;
        }
      if (++words < 2)
        continue;
      alias = match_behind_head (line, item, past, i, words > 2);
      if (alias != NULL)
        return alias;
    }
  return NULL;
}

/* “risks” of “managing scope and risks”; a name of one word behind “and” may be the rest of a
 * longer one: “API design and testing”. */
static gboolean
share_begin (Sharing    *self,
             const Item *item)
{
  TrellisFinding *finding = NULL;
  guint           past = MIN (item->past, item->first + MOST_PARTS - 2);

  if (item->before == PART_END
      || g_array_index (self->line->words.words, TrellisLexiconWord, item->first).ids[0] == 0)
    return FALSE;
  if (item->finding < self->n_findings
      && trellis_line_finding (self->line, item->finding)->first <= item->first)
    {
      finding = trellis_line_finding (self->line, item->finding);
      if (item->before != PART_JOIN || finding->end != item->first + 1)
        return FALSE;
      past = item->first + 1;
    }
  else if (item->finding < self->n_findings)
    past = MIN (past, trellis_line_finding (self->line, item->finding)->first);

  for (; past > item->first; past--)
    {
      const TrellisAlias *alias = find_head_before (self->line, item, past);

      if (alias == NULL)
        continue;
      if (finding != NULL)
        finding->alias = alias;
      else
        add_finding (self, alias, item->first, past);
      return TRUE;
    }
  return FALSE;
}

/* “load” of “tests: unit, load”. */
static gboolean
share_title (Sharing    *self,
             const Item *item)
{
  const TrellisAlias *alias;
  guint               parts[MOST_PARTS], n = 0;

  if (item->head == G_MAXUINT || item->past - item->first > MOST_PARTS - 1
      || (item->finding < self->n_findings
          && trellis_line_finding (self->line, item->finding)->first < item->past))
    return FALSE;
  for (guint i = item->first; i < item->past; i++)
    parts[n++] = i;
  parts[n++] = item->head;
  alias = match (self->line, parts, n);
  if (alias != NULL)
    add_finding (self, alias, item->first, item->past);
  return alias != NULL;
}

/* Whether a name that was there before ends at the token: “testing, manual and automated”. */
static gboolean
ends_name (const Sharing *self,
           const Item    *item,
           guint          i)
{
  guint next = item->finding;

  while (next < self->n_findings && trellis_line_finding (self->line, next)->end < i)
    next++;
  return next < self->n_findings && trellis_line_finding (self->line, next)->end == i;
}

/* Moves on to the next item that has words. */
static gboolean
get_next_item (const Sharing *self,
               Item          *item)
{
  const TrellisLine *line = self->line;
  guint              n = trellis_line_length (line), i;

  item->before = item->after;
  for (i = item->past; i < n && get_part (line, i) != PART_WORD; i++)
    {
      Part     part = get_part (line, i);
      gunichar sign = trellis_line_token (line, i)->sign;

      if (part == PART_JOIN || (part == PART_END && item->before != PART_JOIN))
        item->before = part;
      if (sign == ':' || sign == '(' || (sign == ',' && ends_name (self, item, i)))
        item->head = i > 0 && get_part (line, i - 1) == PART_WORD ? i - 1 : G_MAXUINT;
      else if (part == PART_END)
        item->head = G_MAXUINT;
    }
  item->first = i;
  while (i < n && get_part (line, i) == PART_WORD)
    i++;
  item->past = i;
  item->after = get_part (line, i);
  while (item->finding < self->n_findings
         && trellis_line_finding (line, item->finding)->end <= item->first)
    item->finding++;
  return item->first < item->past;
}

static gboolean
is_covered (const Sharing *self,
            guint          finding,
            guint          token)
{
  for (guint i = finding; i < self->n_findings; i++)
    {
      if (trellis_line_finding (self->line, i)->first > token)
        return FALSE;
      if (trellis_line_finding (self->line, i)->end > token)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_break (const TrellisLine *line,
           guint              first,
           guint              past)
{
  static const char *const determiners[] = { "a", "an", "the", NULL };

  for (guint i = first; i < past; i++)
    if (is_break (line, i) && !g_strv_contains (determiners, trellis_line_fold (line, i)))
      return TRUE;
  return FALSE;
}

/* “optimize” of “optimize slow queries”: the words of a name, with others between them. */
static gboolean
read_apart (Sharing    *self,
            const Item *item)
{
  TrellisLine *line = self->line;
  gboolean     found = FALSE;
  guint        finding = item->finding;

  for (guint i = item->first; i + 2 < item->past; i++)
    {
      TrellisSplit split = { .past = item->past };

      while (finding < self->n_findings && trellis_line_finding (line, finding)->end <= i)
        finding++;
      if (g_array_index (line->words.words, TrellisLexiconWord, i).ids[0] == 0
          || is_break (line, i) || is_covered (self, finding, i)
          || !_trellis_words_match_split (&line->words, line->vocabulary, i, &split)
          || (finding < self->n_findings
              && trellis_line_finding (line, finding)->first < split.gap)
          || has_break (line, split.gap, split.resume)
          || is_covered (self, finding, split.last))
        continue;
      add_finding (self, split.alias, i, split.gap);
      found = TRUE;
      i = split.gap;
    }
  return found;
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const TrellisFinding *x = a, *y = b;

  return (x->first > y->first) - (x->first < y->first);
}

/* Adds the names that lack words which others in the line have for them. */
void
_trellis_line_share_words (TrellisLine *line)
{
  Sharing self = { line, line->findings->len };
  Item    item = { .before = PART_END, .after = PART_END, .head = G_MAXUINT };

  while (get_next_item (&self, &item))
    if (!read_apart (&self, &item) && !share_end (&self, &item) && !share_begin (&self, &item))
      share_title (&self, &item);
  if (line->findings->len > self.n_findings)
    g_array_sort (line->findings, compare_findings);
}
