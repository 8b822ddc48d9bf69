/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-outline.h"

#include <string.h>

#include "trellis-outline-line.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define MAX_TITLE_BYTES 200 /* a longer line above --- is a paragraph above a rule */

/* The outline with what its lines point to. */
typedef struct
{
  TrellisOutline outline;
  char          *sources; /* all lines, each ended by NUL */
  TrellisLine   *block;   /* all lines */
  GStringChunk  *chunk;   /* texts that differ from the source */
} Whole;

typedef struct
{
  Whole      *whole;
  guint       n_lines;
  guint       index; /* of the line being read */
  GString    *content;
  const char *no_close; /* behind here no comment is closed */
  gboolean    in_comment;
  char        fence; /* the mark of the open fence, or 0 */
  int         fence_length;
  int         unclosed[2]; /* fences of ` and ~ this long are not closed any more, or 0 */
} Reader;

/* Zero-width space, joiners and marks, the soft hyphen, the word joiner, the byte order mark. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

/* Cuts the text into NUL-ended lines in place and returns how many there are: \n, \r\n and \r
 * end a line; a last line without an end counts unless it is empty. */
static guint
cut_lines (char *text, GPtrArray *starts)
{
  char *start = text;

  for (char *at = text;; at++)
    {
      char c = *at;

      if (c != '\n' && c != '\r' && c != '\0')
        continue;
      if (c != '\0' || at > start)
        g_ptr_array_add (starts, start);
      if (c == '\0')
        break;
      *at = '\0';
      if (c == '\r' && at[1] == '\n')
        at++;
      start = at + 1;
    }
  return starts->len;
}

static const char *
source_at (const Reader *reader, guint index)
{
  return index < reader->n_lines ? reader->whole->block[index].source : NULL;
}

/* Whether a comment that begins in the current line, before `rest`, is closed anywhere. Failing
 * is remembered, so that many unclosed ones cost no more than one. */
static gboolean
is_closed (Reader *reader, const char *rest)
{
  if (reader->no_close != NULL && rest >= reader->no_close)
    return FALSE;
  if (strstr (rest, "-->") != NULL)
    return TRUE;
  for (guint i = reader->index + 1; i < reader->n_lines; i++)
    if (strstr (source_at (reader, i), "-->") != NULL)
      return TRUE;
  reader->no_close = rest;
  return FALSE;
}

/* Copies the line without comments and zero-width characters, with blanks for tabs, into
 * `content`, and returns whether a comment stood in it. What begins a comment inside `code`, behind
 * an odd number of backticks, does not. */
static gboolean
clean (Reader *reader, const char *source)
{
  const char *last_tick = strrchr (source, '`');
  gboolean    commented = reader->in_comment;
  gboolean    in_code = FALSE;
  const char *at = source;

  g_string_truncate (reader->content, 0);
  while (*at != '\0')
    {
      const char *next = g_utf8_next_char (at);

      if (reader->in_comment)
        {
          const char *close = strstr (at, "-->");

          reader->in_comment = close == NULL;
          next = close == NULL ? at + strlen (at) : close + 3;
        }
      else if (strncmp (at, "<!--", 4) == 0 && !(in_code && at < last_tick)
               && is_closed (reader, at + 2))
        {
          reader->in_comment = TRUE;
          commented = TRUE;
          next = at + 2;
        }
      else if (*at == '\t')
        g_string_append (reader->content, "    ");
      else if (!is_invisible (g_utf8_get_char (at)))
        g_string_append_len (reader->content, at, next - at);
      in_code ^= *at == '`';
      at = next;
    }
  return commented;
}

static gboolean
needs_cleaning (const char *source)
{
  return strpbrk (source, "\t<\xC2\xE2\xEF") != NULL;
}

static const char *
trimmed_end (const char *text)
{
  const char *end = text + strlen (text);

  while (end > text)
    {
      const char *last = g_utf8_find_prev_char (text, end);

      if (*last != ' ' && *last != '\t' && *last != '\v' && *last != '\f'
          && g_utf8_get_char (last) != 0x00A0)
        break;
      end = last;
    }
  return end;
}

/* The line's content, in memory that lives as long as the outline. */
static const char *
content_of (Reader *reader, const char *source, gboolean *commented)
{
  const char *end;

  *commented = FALSE;
  if (reader->in_comment || needs_cleaning (source))
    {
      *commented = clean (reader, source);
      source = reader->content->str;
    }
  end = trimmed_end (source);
  if (source != reader->content->str && *end == '\0')
    return source;
  return g_string_chunk_insert_len (reader->whole->chunk, source, end - source);
}

/* Whether the fence is closed below. As with comments, failing is remembered. */
static gboolean
fence_is_closed (Reader *reader, char mark, int length)
{
  int *unclosed = &reader->unclosed[mark == '~'];

  if (*unclosed > 0 && length >= *unclosed)
    return FALSE;
  for (guint i = reader->index + 1; i < reader->n_lines; i++)
    {
      gboolean    quoted;
      const char *text = trellis_outline_line_skip_quotes (source_at (reader, i), &quoted);

      text = trellis_outline_line_skip_blanks (text, NULL);
      if (*text == mark && trellis_outline_line_closes_fence (text, mark, length))
        return TRUE;
    }
  *unclosed = length;
  return FALSE;
}

/* A fence that is never closed is no fence: the rest of a report is no code. */
static gboolean
read_fence (Reader *reader, TrellisLine *line)
{
  const char *text = trellis_outline_line_skip_quotes (line->source, &line->quoted);
  char        mark = 0;
  int         length;

  line->indent = 0;
  text = trellis_outline_line_skip_blanks (text, &line->indent);
  if (reader->fence != 0)
    {
      if (trellis_outline_line_closes_fence (text, reader->fence, reader->fence_length))
        reader->fence = 0;
    }
  else
    {
      length = trellis_outline_line_fence (text, &mark);
      if (length == 0 || !fence_is_closed (reader, mark, length))
        return FALSE;
      reader->fence = mark;
      reader->fence_length = length;
    }
  line->kind = TRELLIS_LINE_CODE;
  line->ordinal = -1;
  line->text = line->full = text;
  return TRUE;
}

/* The line below, behind quotation marks and blanks. */
static const char *
peek (const Reader *reader)
{
  const char *next = source_at (reader, reader->index + 1);
  gboolean    quoted;

  if (next == NULL)
    return "";
  return trellis_outline_line_skip_blanks (trellis_outline_line_skip_quotes (next, &quoted), NULL);
}

static TrellisLineKind
previous_kind (const Reader *reader)
{
  return reader->index == 0 ? TRELLIS_LINE_BLANK : reader->whole->block[reader->index - 1].kind;
}

/* A line above === or --- is a title when it stands alone and reads like one: --- below a
 * sentence, or below a list's last line, is a rule. */
static gboolean
read_title (Reader *reader, TrellisLine *line)
{
  TrellisLineKind above = previous_kind (reader);
  int             level = trellis_outline_line_underline (peek (reader));
  gsize           length = strlen (line->full);

  if (level == 0 || reader->in_comment || length > MAX_TITLE_BYTES
      || (level == 2 && strchr (".;,", line->full[length - 1])))
    return FALSE;
  if (above == TRELLIS_LINE_TEXT || above == TRELLIS_LINE_NUMBERED || above == TRELLIS_LINE_ITEM)
    return FALSE;
  line->kind = TRELLIS_LINE_HEADING;
  line->level = level;
  line->ordinal = -1;
  line->text = line->full;
  return TRUE;
}

/* A table without outer bars is known by its ruler; its rows go on while there are bars. */
static gboolean
is_open_row (const Reader *reader, const TrellisLine *line)
{
  TrellisLineKind above = previous_kind (reader);

  if (strchr (line->full, '|') == NULL)
    return FALSE;
  return above == TRELLIS_LINE_RULER || above == TRELLIS_LINE_ROW
         || trellis_outline_line_is_ruler (peek (reader));
}

static void
read_in_context (Reader *reader, TrellisLine *line)
{
  TrellisLineKind above = previous_kind (reader);

  if (line->kind == TRELLIS_LINE_TEXT || line->kind == TRELLIS_LINE_NUMBERED)
    {
      if (above == TRELLIS_LINE_HEADING && trellis_outline_line_underline (line->full) == 1)
        line->kind = TRELLIS_LINE_RULE;
      else if (is_open_row (reader, line))
        line->kind = TRELLIS_LINE_ROW;
      else
        read_title (reader, line);
    }
  else if (line->kind == TRELLIS_LINE_RULER && above != TRELLIS_LINE_ROW && *line->full != '|')
    line->kind = TRELLIS_LINE_TEXT;
}

/* The cells of a row: cut at bars that no backslash escapes, outer ones dropped. */
static char **
split_cells (Reader *reader, const char *text)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  const char           *start = *text == '|' ? text + 1 : text;

  for (const char *at = start;; at++)
    {
      if (*at == '\\' && at[1] != '\0')
        {
          at++;
          continue;
        }
      if (*at != '|' && *at != '\0')
        continue;
      if (*at == '|' || at > start)
        {
          g_autofree char *cell = g_strndup (start, at - start);
          const char      *inner = trellis_outline_line_skip_blanks (cell, NULL);

          g_ptr_array_add (cells, g_string_chunk_insert_len (reader->whole->chunk, inner,
                                                             trimmed_end (inner) - inner));
        }
      if (*at == '\0')
        break;
      start = at + 1;
    }
  g_ptr_array_add (cells, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&cells), FALSE);
}

/* "## Title ##": the marks at the end are no part of it, where a blank stands before them. */
static void
cut_closing_marks (Reader *reader, TrellisLine *line)
{
  const char *end = line->text + strlen (line->text);
  const char *at = end;

  while (at > line->text && at[-1] == '#')
    at--;
  if (at == end || (at > line->text && at[-1] != ' '))
    return;
  while (at > line->text && at[-1] == ' ')
    at--;
  line->text = line->full
      = g_string_chunk_insert_len (reader->whole->chunk, line->text, at - line->text);
}

static void
read_line (Reader *reader)
{
  TrellisLine *line = &reader->whole->block[reader->index];
  const char  *content;
  gboolean     commented;

  if (!reader->in_comment && read_fence (reader, line))
    return;
  line->indent = 0;
  content = content_of (reader, line->source, &commented);
  trellis_outline_line_classify (line, content);
  if (line->kind == TRELLIS_LINE_BLANK)
    line->kind = commented ? TRELLIS_LINE_COMMENT : TRELLIS_LINE_BLANK;
  else
    read_in_context (reader, line);
  if (line->kind == TRELLIS_LINE_HEADING)
    cut_closing_marks (reader, line);
  else if (line->kind == TRELLIS_LINE_ROW)
    line->cells = split_cells (reader, line->full);
}

/* How many lines of front matter the file begins with: --- , "key: value" lines, --- . */
static guint
count_front_matter (const Reader *reader)
{
  const char *first = source_at (reader, 0);

  if (first == NULL || strcmp (first, "---") != 0)
    return 0;
  for (guint i = 1; i < reader->n_lines; i++)
    {
      const char *source = source_at (reader, i);

      if (strcmp (source, "---") == 0 || strcmp (source, "...") == 0)
        return i > 1 ? i + 1 : 0;
      if (!trellis_outline_line_is_pair (source))
        return 0;
    }
  return 0;
}

static void
read_lines (Reader *reader)
{
  guint front = count_front_matter (reader);

  for (reader->index = 0; reader->index < reader->n_lines; reader->index++)
    {
      TrellisLine *line = &reader->whole->block[reader->index];

      line->number = (int) reader->index + 1;
      if (reader->index < front)
        {
          line->kind = TRELLIS_LINE_FRONT_MATTER;
          line->ordinal = -1;
          line->text = line->full = line->source;
        }
      else
        read_line (reader);
      g_ptr_array_add (reader->whole->outline.lines, line);
    }
}

/**
 * trellis_outline_new:
 * @text: a report's source; what is not UTF-8 is replaced, a byte order mark dropped
 * @file: (nullable): its path, kept for messages
 *
 * Reads every line of @text for what it is. Never fails; time and memory are linear in @text.
 *
 * Returns: (transfer full): the outline
 */
TrellisOutline *
trellis_outline_new (const char *text, const char *file)
{
  Whole                *whole = g_new0 (Whole, 1);
  g_autoptr (GPtrArray) starts = g_ptr_array_new ();
  Reader                reader = { .whole = whole };

  if (g_str_has_prefix (text, BYTE_ORDER_MARK))
    text += strlen (BYTE_ORDER_MARK);
  whole->sources = g_utf8_make_valid (text, -1);
  whole->chunk = g_string_chunk_new (1024);
  reader.n_lines = cut_lines (whole->sources, starts);
  whole->block = g_new0 (TrellisLine, MAX (reader.n_lines, 1));
  for (guint i = 0; i < reader.n_lines; i++)
    whole->block[i].source = g_ptr_array_index (starts, i);

  whole->outline.file = g_strdup (file);
  whole->outline.lines = g_ptr_array_sized_new (reader.n_lines);
  reader.content = g_string_new (NULL);
  read_lines (&reader);
  g_string_free (reader.content, TRUE);
  return &whole->outline;
}

void
trellis_outline_free (TrellisOutline *self)
{
  Whole *whole = (Whole *) self;

  for (guint i = 0; i < self->lines->len; i++)
    g_free (whole->block[i].cells);
  g_ptr_array_unref (self->lines);
  g_string_chunk_free (whole->chunk);
  g_free (whole->block);
  g_free (whole->sources);
  g_free (self->file);
  g_free (whole);
}

/* `index` counts from 0; the line's own number from 1. */
const TrellisLine *
trellis_outline_get_line (const TrellisOutline *self, guint index)
{
  return g_ptr_array_index (self->lines, index);
}
