/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-recognition-private.h"

#include <string.h>

/* Goes through a text line by line: headings say what the names below them are worth, and words of
 * a sentence what those in it are. */

#define MOST_HEADING_WORDS 9
#define MOST_REST_WORDS 3
#define NOWHERE G_MAXUINT
#define HEADING_CUES \
  (TRELLIS_CUE_OPTIONAL | TRELLIS_CUE_WELCOME | TRELLIS_CUE_ASIDE | TRELLIS_CUE_REQUIRED)

typedef enum
{
  SECTION_REQUIRED,
  SECTION_OPTIONAL,
  SECTION_ASIDE,
} Section;

typedef struct
{
  TrellisLine line;
  GArray     *mentions;
  Section     section;
  gboolean    after_blank;
} Recognition;

static gboolean
is_mark (const TrellisToken *token)
{
  return token->sign != 0 && (token->sign >= 0x80 || strchr ("#*-+=>", (int) token->sign) != NULL);
}

/* The first and past the last token between the marks of a heading or an item. */
static void
strip_marks (const TrellisLine *line,
             guint             *first,
             guint             *past)
{
  *first = 0;
  *past = trellis_line_length (line);
  while (*first < *past && is_mark (trellis_line_token (line, *first)))
    ++*first;
  while (*past > *first && is_mark (trellis_line_token (line, *past - 1)))
    --*past;
}

static Section
get_section (guint32 cues)
{
  if (cues & TRELLIS_CUE_ASIDE)
    return SECTION_ASIDE;
  if (cues & (TRELLIS_CUE_OPTIONAL | TRELLIS_CUE_WELCOME))
    return SECTION_OPTIONAL;
  return SECTION_REQUIRED;
}

static guint
count_words (const TrellisLine *line,
             guint              first,
             guint              past)
{
  guint n = 0;

  for (guint i = first; i < past; i++)
    n += trellis_line_token (line, i)->sign == 0;
  return n;
}

/* The words beside the longest cue of a heading. */
static guint
count_rest (const TrellisLine *line,
            guint              first,
            guint              past,
            guint32            kinds)
{
  guint words = count_words (line, first, past), most = 0;

  for (guint i = 0; i < line->cues->len; i++)
    {
      const TrellisCuePlace *place = trellis_line_cue (line, i);

      if ((place->cues & kinds) && place->past <= past)
        most = MAX (most, count_words (line, place->first, place->past));
    }
  return most > 0 ? words - most : G_MAXUINT;
}

/* Whether the line is a heading, and what it says about what follows. */
static gboolean
read_heading (const Recognition *self,
              Section           *section)
{
  const TrellisLine *line = &self->line;
  guint              first, past, rest;
  gboolean           colon, marked, item;
  gunichar           last;

  strip_marks (line, &first, &past);
  if (first == past || count_words (line, first, past) > MOST_HEADING_WORDS)
    return FALSE;

  last = trellis_line_token (line, past - 1)->sign;
  colon = last == ':';
  marked = trellis_line_token (line, 0)->sign == '#'
           || (first > 1 && past < trellis_line_length (line));
  item = first > 0 && !marked;
  rest = count_rest (line, first, past, HEADING_CUES);
  *section = get_section (_trellis_line_get_cues (line, first, past));
  if (marked || (colon && (!item || rest != G_MAXUINT)))
    return TRUE;
  if (item || last == '.' || last == ',' || last == ';' || line->findings->len > 0)
    return FALSE;
  return rest <= MOST_REST_WORDS || self->after_blank;
}

/* “We offer: …” and “Nice to have: …” with the rest on the same line, for which alone they hold, or
 * for as much of it as comes before the next of them. */
typedef struct
{
  guint   begin; /* of the sentence that may begin with one; NOWHERE: its colon was read */
  guint   at;    /* what is read */
  Section section;
} Label;

static gboolean
ends_sentence (const TrellisLine *line,
               guint              i)
{
  gunichar sign = trellis_line_token (line, i)->sign;

  return (sign == '.' || sign == ';' || sign == '!' || sign == '?')
         && i + 1 < trellis_line_length (line)
         && trellis_line_token (line, i + 1)->gap == TRELLIS_GAP_SPACE;
}

/* Goes on to the token before @past. */
static void
read_labels (const TrellisLine *line,
             Label             *label,
             guint              past)
{
  for (; label->at < past; label->at++)
    {
      guint32 cues = 0;

      if (ends_sentence (line, label->at))
        label->begin = label->at + 1;
      if (trellis_line_token (line, label->at)->sign != ':' || label->begin == NOWHERE)
        continue;
      if (label->at - label->begin <= MOST_HEADING_WORDS)
        cues = _trellis_line_get_cues (line, label->begin, label->at);
      if (cues & HEADING_CUES)
        label->section = get_section (cues);
      label->begin = NOWHERE;
    }
}

static void
add_mention (Recognition          *self,
             const TrellisFinding *finding,
             gboolean              optional,
             gboolean              aside)
{
  TrellisMention mention = { .entry = finding->alias->entry, .optional = optional, .aside = aside };

  mention.begin = trellis_line_token (&self->line, finding->first)->begin;
  mention.end = trellis_line_token (&self->line, finding->end - 1)->end;
  g_array_append_val (self->mentions, mention);
}

static void
add_mentions (Recognition *self)
{
  const TrellisLine *line = &self->line;
  Label              label = { .section = self->section };

  for (guint i = 0; i < line->findings->len; i++)
    {
      const TrellisFinding *finding = trellis_line_finding (line, i);

      read_labels (line, &label, finding->first);
      if (!finding->refused)
        add_mention (self, finding, label.section == SECTION_OPTIONAL || finding->welcome,
                     label.section == SECTION_ASIDE);
    }
}

static void
read_line (Recognition *self,
           gsize        begin,
           gsize        end)
{
  gboolean first = TRUE;

  if (begin == end)
    self->after_blank = TRUE;
  while (begin < end)
    {
      Section section;

      begin = _trellis_line_read (&self->line, begin, end);
      if (trellis_line_length (&self->line) == 0)
        {
          self->after_blank = first;
          continue;
        }
      if (first && begin == end && read_heading (self, &section))
        self->section = section;
      _trellis_line_share_words (&self->line);
      _trellis_line_refuse_loners (&self->line);
      _trellis_line_refuse_negated (&self->line);
      _trellis_line_read_clauses (&self->line);
      add_mentions (self);
      first = self->after_blank = FALSE;
    }
}

/**
 * trellis_recognition_find:
 * @vocabulary: the entries to look for
 * @text: plain text in UTF-8; bytes that are none only part words
 *
 * Finds the entries that @text names, in one pass over its words; of several aliases that begin at
 * a word, the longest. Takes time in proportion to the text, and memory besides the result in
 * proportion to a part of a line.
 *
 * Returns: (transfer full) (element-type TrellisMention): in the order of the text, none in
 *   another; what a text says is not needed is left out
 */
GArray *
trellis_recognition_find (const TrellisVocabulary *vocabulary,
                          const char              *text)
{
  Recognition self = { .section = SECTION_REQUIRED, .after_blank = TRUE };
  gsize       begin = 0;

  self.mentions = g_array_new (FALSE, FALSE, sizeof (TrellisMention));
  _trellis_line_init (&self.line, vocabulary, text);
  for (;;)
    {
      gsize length = strcspn (text + begin, "\r\n");

      read_line (&self, begin, begin + length);
      begin += length;
      if (text[begin] == '\0')
        break;
      begin += text[begin] == '\r' && text[begin + 1] == '\n' ? 2 : 1;
    }
  _trellis_line_clear (&self.line);
  return self.mentions;
}
