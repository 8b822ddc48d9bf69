/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-markdown-lines.h"

#include <string.h>

#include "trellis-markdown-html.h"
#include "trellis-outline-line.h"

#define COMMENT "<!--"
#define COMMENT_END "-->"

/* Cutting a text into lines. */
typedef struct
{
  TrellisMarkdownLines *lines;
  char                 *at;       /* what is left */
  const char           *no_close; /* from here on no comment is closed, or NULL */
  gboolean              html;     /* in a block of HTML, which a blank line ends */
  char                  fence;    /* the mark of the open fence, or 0 */
  int                   fence_length;
  int                   unclosed[2]; /* fences of ` and ~ this long are not closed any more, or 0 */
} Cutter;

static void
describe (TrellisMarkdownLine *line)
{
  if (!line->blank && !line->comment)
    trellis_outline_line_classify (&line->info, line->text);
}

/* Adds a line that is text, whatever it looks like. */
TrellisMarkdownLine *
trellis_markdown_lines_add_text (TrellisMarkdownLines *self,
                                 GPtrArray            *lines,
                                 const char           *text,
                                 int                   indent)
{
  TrellisMarkdownLine *line = g_new0 (TrellisMarkdownLine, 1);

  line->text = line->raw = g_string_chunk_insert (self->chunk, text);
  line->indent = indent;
  line->plain = TRUE;
  line->blank = *text == '\0';
  g_ptr_array_add (lines, line);
  return line;
}

static const char *
trimmed (TrellisMarkdownLines *self,
         const char           *text,
         gboolean             *hard)
{
  gsize length = strlen (text);
  gsize blanks = 0;

  for (; length > 0; length--)
    {
      if (text[length - 1] == ' ')
        blanks++;
      else if (length >= 2 && (guchar) text[length - 1] == 0xA0
               && (guchar) text[length - 2] == 0xC2)
        length--;
      else
        break;
    }
  *hard = blanks >= 2;
  return text[length] == '\0' ? text : g_string_chunk_insert_len (self->chunk, text, length);
}

/* Not g_str_has_prefix(), which may measure all of the text. */
static gboolean
begins_comment (const char *text)
{
  return strncmp (text, COMMENT, strlen (COMMENT)) == 0;
}

/* Where the comment that `text` begins with ends, or NULL. */
static const char *
end_of_comment (const char *text)
{
  const char *end;

  if (!begins_comment (text))
    return NULL;
  end = strstr (text + 2, COMMENT_END);
  return end != NULL ? end + strlen (COMMENT_END) : NULL;
}

/* Adds a line of which `raw` is trimmed at its end and `text` at both. */
static TrellisMarkdownLine *
add_line (GPtrArray  *lines,
          const char *raw,
          const char *text,
          int         indent)
{
  TrellisMarkdownLine *line = g_new0 (TrellisMarkdownLine, 1);

  line->raw = raw;
  line->text = text;
  line->indent = indent;
  line->blank = *text == '\0';
  g_ptr_array_add (lines, line);
  return line;
}

/* Adds one line, with every comment that it begins with on a line of its own. Returns the last. */
static TrellisMarkdownLine *
add_lines (TrellisMarkdownLines *self,
           GPtrArray            *lines,
           const char           *raw)
{
  TrellisMarkdownLine *line;
  gboolean             hard;
  int                  indent = 0;
  const char          *text;

  raw = trimmed (self, raw, &hard);
  text = trellis_outline_line_skip_blanks (raw, &indent);
  for (;;)
    {
      const char *end = end_of_comment (text);

      line = add_line (lines, raw, text, indent);
      if (end == NULL)
        break;
      line->comment = TRUE;
      line->text = g_string_chunk_insert_len (self->chunk, text, end - text);
      raw = text = trellis_outline_line_skip_blanks (end, NULL);
      if (*text == '\0')
        break;
    }
  describe (line);
  line->hard = hard;
  return line;
}

/* Adds what stands behind the first > of `line`. */
void
trellis_markdown_lines_add_quoted (TrellisMarkdownLines      *self,
                                   GPtrArray                 *lines,
                                   const TrellisMarkdownLine *line)
{
  const char *text = line->text;

  if (*text == '>')
    text += text[1] == ' ' ? 2 : 1;
  add_lines (self, lines, text)->hard |= line->hard;
}

/* Takes the next line off the text. */
static char *
next_line (Cutter *cutter)
{
  char *line = cutter->at;
  char *end = strchr (line, '\n');

  if (end != NULL)
    *end++ = '\0';
  cutter->at = end != NULL ? end : line + strlen (line);
  return line;
}

static const char *
behind_quotes (const char *line)
{
  gboolean quoted;

  return trellis_outline_line_skip_blanks (trellis_outline_line_skip_quotes (line, &quoted), NULL);
}

static gboolean
fence_is_closed (Cutter *cutter,
                 char    mark,
                 int     length)
{
  int *unclosed = &cutter->unclosed[mark == '~'];

  if (*unclosed > 0 && length >= *unclosed)
    return FALSE;
  for (const char *at = cutter->at; *at != '\0';)
    {
      const char      *end = strchrnul (at, '\n');
      g_autofree char *line = g_strndup (at, end - at);
      const char      *text = behind_quotes (line);

      if (*text == mark && trellis_outline_line_closes_fence (text, mark, length))
        return TRUE;
      at = *end != '\0' ? end + 1 : end;
    }
  *unclosed = length;
  return FALSE;
}

/* Whether `line` is in a fence, or one of its ends: there a comment is none. */
static gboolean
is_fenced (Cutter     *cutter,
           const char *line)
{
  const char *text = behind_quotes (line);
  char        mark = 0;
  int         length;

  if (cutter->fence != 0)
    {
      if (trellis_outline_line_closes_fence (text, cutter->fence, cutter->fence_length))
        cutter->fence = 0;
      return TRUE;
    }

  length = trellis_outline_line_fence (text, &mark);
  if (length == 0 || !fence_is_closed (cutter, mark, length))
    return FALSE;
  cutter->fence = mark;
  cutter->fence_length = length;
  return TRUE;
}

/* Whether `line` is in a block of HTML: there neither fences nor comments of several lines count.
 */
static gboolean
is_html (Cutter     *cutter,
         const char *line)
{
  const char *text = behind_quotes (line);

  if (*text == '\0' || cutter->fence != 0)
    cutter->html = FALSE;
  else if (trellis_markdown_html_begins_block (text) == TRELLIS_HTML_BLOCK)
    cutter->html = TRUE;
  return cutter->html;
}

/* Where the comment opened at `open` is closed in a later line, or NULL. */
static char *
close_below (Cutter *cutter,
             char   *open)
{
  char *close;

  if (cutter->no_close != NULL && open >= cutter->no_close)
    return NULL;
  close = strstr (cutter->at, COMMENT_END);
  if (close == NULL)
    cutter->no_close = open;
  return close;
}

/* The first comment of `line` that is still open at its end, or NULL. Behind an odd number of
 * backticks, with more to come, one is none. */
static char *
find_open_comment (char *line)
{
  const char *last_tick = strrchr (line, '`');
  gboolean    code = FALSE;

  for (char *at = line; *at != '\0'; at++)
    {
      char *close;

      if (*at == '`')
        code = !code;
      if (!begins_comment (at) || (code && at < last_tick))
        continue;
      close = strstr (at + 2, COMMENT_END);
      if (close == NULL)
        return at;
      at = close + strlen (COMMENT_END) - 1;
    }
  return NULL;
}

static gboolean
is_blank_until (const char *text,
                const char *end)
{
  while (text < end && *text == ' ')
    text++;
  return text == end;
}

/* A comment that has lines of its own: its lines below each other, without the indentation of the
 * first, and no two blank ones. */
static void
add_comment (Cutter *cutter,
             char   *open,
             char   *close,
             int     indent)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char    *comment = NULL;
  g_auto (GStrv)      rows = NULL;
  gboolean            blank = FALSE;
  const char         *whole;

  close += strlen (COMMENT_END);
  open[strlen (open)] = '\n';
  comment = g_strndup (open, close - open);
  rows = g_strsplit (comment, "\n", -1);
  for (guint i = 0; rows[i] != NULL; i++)
    {
      const char *row = g_strchomp (rows[i]);

      if (*row == '\0' && blank)
        continue;
      blank = *row == '\0';
      for (int blanks = 0; blanks < indent && *row == ' '; blanks++)
        row++;
      g_string_append_printf (text, i > 0 ? "\n%s" : "%s", row);
    }
  whole = g_string_chunk_insert_len (cutter->lines->chunk, text->str, (gssize) text->len);
  add_line (cutter->lines->lines, whole, whole, indent)->comment = TRUE;
  cutter->at = close;
}

/* Adds a line in which a comment is none. */
static void
add_fenced (TrellisMarkdownLines *self,
            const char           *raw)
{
  gboolean hard;
  int      indent = 0;

  const char *text;

  raw = trimmed (self, raw, &hard);
  text = trellis_outline_line_skip_blanks (raw, &indent);
  describe (add_line (self->lines, raw, text, indent));
}

/* Adds the next line, joined with those below as far as a comment goes that began in its midst. */
static void
cut_line (Cutter *cutter)
{
  char *line = next_line (cutter);
  char *scan = line;
  char *open;

  if (is_html (cutter, line))
    {
      add_lines (cutter->lines, cutter->lines->lines, line);
      return;
    }
  if (is_fenced (cutter, line))
    {
      add_fenced (cutter->lines, line);
      return;
    }

  while ((open = find_open_comment (scan)) != NULL)
    {
      char *close = close_below (cutter, open);

      if (close == NULL)
        break;
      if (is_blank_until (line, open))
        {
          add_comment (cutter, open, close, (int) (open - line));
          if (*trellis_outline_line_skip_blanks (cutter->at, NULL) == '\n')
            cutter->at = strchr (cutter->at, '\n') + 1;
          return;
        }
      for (char *at = open + strlen (open); at < close; at++)
        if (*at == '\0' || *at == '\n')
          *at = ' ';
      scan = close + strlen (COMMENT_END);
      cutter->at = scan;
      next_line (cutter);
    }
  add_lines (cutter->lines, cutter->lines->lines, line);
}

/* Takes "---", "key: value" lines, "---" off the very beginning. */
static void
cut_front_matter (Cutter *cutter)
{
  const char *at = cutter->at;
  const char *begin;

  if (!g_str_has_prefix (at, "---\n"))
    return;
  begin = at = strchr (at, '\n') + 1;
  while (*at != '\0')
    {
      const char      *end = strchrnul (at, '\n');
      g_autofree char *row = g_strchomp (g_strndup (at, end - at));

      if (g_str_equal (row, "---") || g_str_equal (row, "..."))
        {
          if (at > begin)
            {
              cutter->lines->front = g_strndup (begin, at - begin);
              cutter->at = (char *) (*end != '\0' ? end + 1 : end);
              return;
            }
          break;
        }
      if (!trellis_outline_line_is_pair (row))
        break;
      at = *end != '\0' ? end + 1 : end;
    }
}

/**
 * trellis_markdown_lines_new:
 *
 * Cuts @markdown into lines. Comments that begin in the midst of a line are drawn together onto
 * it; those that begin a line get one of their own. Linear in time and memory.
 */
TrellisMarkdownLines *
trellis_markdown_lines_new (const char *markdown)
{
  TrellisMarkdownLines *self = g_new0 (TrellisMarkdownLines, 1);
  Cutter                cutter = { .lines = self };

  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->chunk = g_string_chunk_new (4096);
  self->source = trellis_markdown_lines_clean (markdown);
  cutter.at = self->source;
  cut_front_matter (&cutter);
  while (*cutter.at != '\0')
    cut_line (&cutter);
  return self;
}

void
trellis_markdown_lines_free (TrellisMarkdownLines *self)
{
  g_ptr_array_unref (self->lines);
  g_string_chunk_free (self->chunk);
  g_free (self->source);
  g_free (self->front);
  g_free (self);
}
