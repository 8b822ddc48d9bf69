/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-reader-entries.h"

#include <string.h>

#include "trellis-report-reader-text.h"
#include "trellis-sections.h"

#define NOWHERE G_MAXUINT
#define MAX_INDENT 100000
#define MAX_LABEL 48 /* characters of a line that names a group */

/* What a pass over the section needs to know to tell heads from bodies. */
typedef struct
{
  TrellisReaderRange range;
  TrellisReaderShape shape;
  gboolean           grouped;
  gboolean           numbers;  /* a bare number begins an item: there are no real ones */
  int                indent;   /* of the top items */
  gboolean           ordinals; /* of bold lines only those with a number are heads */
  int                level;    /* of the sub-headings that are heads */
} Search;

static void
entry_free (gpointer data)
{
  TrellisReaderEntry *entry = data;

  g_free (entry->head);
  g_free (entry->grouping);
  g_free (entry);
}

TrellisReaderEntries *
trellis_reader_entries_new (void)
{
  TrellisReaderEntries *self = g_new0 (TrellisReaderEntries, 1);

  self->entries = g_ptr_array_new_with_free_func (entry_free);
  return self;
}

/* Adds an entry that stands in no group. */
void
trellis_reader_entries_add (TrellisReaderEntries *self,
                            const TrellisLine    *line,
                            const char           *head,
                            TrellisReaderRange    body)
{
  TrellisReaderEntry *entry = g_new0 (TrellisReaderEntry, 1);

  entry->line = line;
  entry->head = g_strdup (head);
  entry->grouping = g_strdup ("");
  entry->body = body;
  g_ptr_array_add (self->entries, entry);
}

void
trellis_reader_entries_free (TrellisReaderEntries *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self->lead);
  g_free (self);
}

/* `index` counts from the outline's first line, as range.begin does. */
const TrellisLine *
trellis_reader_line (TrellisReaderRange range,
                     guint              index)
{
  return g_ptr_array_index (range.outline->lines, index);
}

/* Whether the line begins an item here: a bare number does only where it stands indented below
 * something. */
gboolean
trellis_reader_is_item (TrellisReaderRange range,
                        guint              index)
{
  const TrellisLine *line = trellis_reader_line (range, index);

  return line->kind == TRELLIS_LINE_ITEM
         || (line->kind == TRELLIS_LINE_NUMBERED && line->indent > 0);
}

static gboolean
has_items (TrellisReaderRange range)
{
  for (guint i = range.begin; i < range.end; i++)
    if (trellis_reader_line (range, i)->kind == TRELLIS_LINE_ITEM)
      return TRUE;
  return FALSE;
}

static gboolean
has_rows (TrellisReaderRange range)
{
  for (guint i = range.begin; i < range.end; i++)
    if (trellis_reader_line (range, i)->kind == TRELLIS_LINE_ROW)
      return TRUE;
  return FALSE;
}

static gboolean
counts_as_item (const Search *search,
                guint         index)
{
  const TrellisLine *line = trellis_reader_line (search->range, index);

  return line->kind == TRELLIS_LINE_ITEM
         || (line->kind == TRELLIS_LINE_NUMBERED && search->numbers);
}

static int
least_indent (const Search *search)
{
  int least = MAX_INDENT;

  for (guint i = search->range.begin; i < search->range.end; i++)
    if (counts_as_item (search, i))
      least = MIN (least, trellis_reader_line (search->range, i)->indent);
  return least;
}

/* The level that most sub-headings have; of two the deeper one. 0 when there are none. */
static int
common_level (TrellisReaderRange range)
{
  guint counts[8] = { 0 };
  int   best = 0;

  for (guint i = range.begin; i < range.end; i++)
    {
      const TrellisLine *line = trellis_reader_line (range, i);

      if (line->kind == TRELLIS_LINE_HEADING && line->level > 0 && line->level < 7)
        counts[line->level]++;
    }
  for (int level = 1; level < 7; level++)
    if (counts[level] > 0 && counts[level] >= counts[best])
      best = level;
  return best;
}

static gboolean
stands_alone (const Search *search,
              guint         index)
{
  const TrellisLine *previous;

  if (index == search->range.begin)
    return TRUE;
  previous = trellis_reader_line (search->range, index - 1);
  return previous->kind != TRELLIS_LINE_TEXT && previous->kind != TRELLIS_LINE_NUMBERED
         && (previous->kind != TRELLIS_LINE_ITEM
             || trellis_reader_line (search->range, index)->indent < previous->indent);
}

static guint
next_line (TrellisReaderRange range,
           guint              index)
{
  for (guint i = index + 1; i < range.end; i++)
    {
      TrellisLineKind kind = trellis_reader_line (range, i)->kind;

      if (kind != TRELLIS_LINE_BLANK && kind != TRELLIS_LINE_COMMENT)
        return i;
    }
  return NOWHERE;
}

static gboolean
begins_bold (const TrellisLine *line)
{
  return line->kind == TRELLIS_LINE_TEXT && line->indent < 4 && strlen (line->text) > 4
         && (g_str_has_prefix (line->text, "**") || g_str_has_prefix (line->text, "__"));
}

/* "**1. Tester:** …" */
static gboolean
has_ordinal (const TrellisLine *line)
{
  return begins_bold (line) && g_ascii_isdigit (line->text[2]);
}

static gboolean
has_ordinals (TrellisReaderRange range)
{
  for (guint i = range.begin; i < range.end; i++)
    if (has_ordinal (trellis_reader_line (range, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_top_item (const Search *search,
             guint         index)
{
  return counts_as_item (search, index)
         && trellis_reader_line (search->range, index)->indent <= search->indent + 1;
}

static gboolean
is_head (const Search *search,
         guint         index)
{
  const TrellisLine *line = trellis_reader_line (search->range, index);
  guint              next;

  switch (search->shape)
    {
    case TRELLIS_SHAPE_ITEMS:
      return is_top_item (search, index);
    case TRELLIS_SHAPE_HEADINGS:
      return line->kind == TRELLIS_LINE_HEADING && line->level == search->level;
    case TRELLIS_SHAPE_NUMBERED:
      return is_top_item (search, index) && line->ordinal >= 0;
    case TRELLIS_SHAPE_LABELS:
      next = next_line (search->range, index);
      return line->kind == TRELLIS_LINE_TEXT && stands_alone (search, index) && next != NOWHERE
             && trellis_reader_line (search->range, next)->kind == TRELLIS_LINE_ITEM;
    case TRELLIS_SHAPE_BOLD:
      return begins_bold (line) && (!search->ordinals || has_ordinal (line));
    case TRELLIS_SHAPE_NAMES:
      return is_top_item (search, index) && trellis_sections_is_role_name (line->text);
    case TRELLIS_SHAPE_LINES:
      return line->kind == TRELLIS_LINE_TEXT || line->kind == TRELLIS_LINE_NUMBERED;
    case TRELLIS_SHAPE_ROWS:
      return line->kind == TRELLIS_LINE_ROW;
    case TRELLIS_SHAPE_PARAGRAPHS:
      return line->kind == TRELLIS_LINE_TEXT && stands_alone (search, index);
    default:
      return FALSE;
    }
}

/* Whether the entry that began at `head` has ended before this line, when no other one follows:
 * a paragraph that is not indented below its item, a heading, a rule. Bodies below headings and
 * bold lines go on to the end of the section, but for a closing rule. */
static gboolean
ends_last_entry (const Search *search,
                 guint         head,
                 guint         index)
{
  const TrellisLine *line = trellis_reader_line (search->range, index);
  gboolean           apart
      = trellis_reader_line (search->range, index - 1)->kind == TRELLIS_LINE_BLANK;

  if (line->kind == TRELLIS_LINE_RULE)
    return TRUE;
  switch (search->shape)
    {
    case TRELLIS_SHAPE_HEADINGS:
      return line->kind == TRELLIS_LINE_HEADING && line->level < search->level;
    case TRELLIS_SHAPE_BOLD:
    case TRELLIS_SHAPE_NUMBERED:
      return line->kind == TRELLIS_LINE_HEADING;
    case TRELLIS_SHAPE_LINES:
    case TRELLIS_SHAPE_ROWS:
      return TRUE;
    case TRELLIS_SHAPE_LABELS:
      return line->kind == TRELLIS_LINE_HEADING
             || (line->kind != TRELLIS_LINE_ITEM && apart && line->indent < 2);
    default:
      return line->kind == TRELLIS_LINE_HEADING
             || (apart && line->kind != TRELLIS_LINE_ITEM && line->kind != TRELLIS_LINE_NUMBERED
                 && line->indent < trellis_reader_line (search->range, head)->indent + 2);
    }
}

/* Where the last entry's body ends: behind its last line that is neither blank nor outside. */
static guint
find_end_of_last (const Search *search,
                  guint         head)
{
  guint end = head + 1;

  for (guint i = head + 1; i < search->range.end; i++)
    {
      if (trellis_reader_line (search->range, i)->kind == TRELLIS_LINE_BLANK)
        continue;
      if (ends_last_entry (search, head, i))
        break;
      end = i + 1;
    }
  return end;
}

/* Takes "1. " off a head that is no item itself (a heading, a bold line), also behind the marks
 * of its emphasis. Returns the number, or -1. */
static int
take_ordinal (char **head)
{
  const char *text = *head;
  gsize       marks = strspn (text, "*_");
  gsize       digits = strspn (text + marks, "0123456789");
  const char *behind = text + marks + digits;
  int         ordinal;

  if (digits == 0 || digits > 3 || (*behind != '.' && *behind != ')') || behind[1] != ' ')
    return -1;
  ordinal = atoi (text + marks);
  behind++;
  while (*behind == ' ')
    behind++;
  {
    g_autofree char *taken = *head;

    *head = g_strdup_printf ("%.*s%s", (int) marks, text, behind);
  }
  return ordinal;
}

static TrellisReaderEntry *
new_entry (const Search *search,
           guint         index,
           const char   *grouping,
           int          *ordinal)
{
  const TrellisLine  *line = trellis_reader_line (search->range, index);
  TrellisReaderEntry *entry = g_new0 (TrellisReaderEntry, 1);

  entry->line = line;
  entry->head = g_strdup (line->text);
  entry->grouping = g_strdup (grouping);
  entry->body.outline = search->range.outline;
  entry->body.begin = index + 1;
  *ordinal = line->kind == TRELLIS_LINE_ITEM || line->kind == TRELLIS_LINE_NUMBERED
                 ? line->ordinal
                 : take_ordinal (&entry->head);
  return entry;
}

/* The ordinals of all groups tell how the list is numbered. */
typedef struct
{
  gboolean bullets; /* so far */
  gboolean counted;
  gboolean ones;
  gboolean mixed; /* each group is regular, but bullets stand in one and numbers in another */
  gboolean group_bullets;
  guint    n;
} Numbering;

static void
follow_numbering (Numbering *numbering,
                  int        ordinal,
                  guint      place)
{
  if (place == 1)
    numbering->group_bullets = ordinal < 0;
  numbering->bullets &= ordinal < 0;
  numbering->counted &= ordinal == (int) place;
  numbering->ones &= ordinal == 1;
  numbering->mixed &= numbering->group_bullets ? ordinal < 0 : ordinal == (int) place;
  numbering->n++;
}

/* Bullets among numbered groups are numbered too: a section has one kind of list. */
static gboolean
is_regular (const Numbering  *numbering,
            TrellisListStyle *style)
{
  if (numbering->n == 0)
    return FALSE;
  *style = numbering->bullets                       ? TRELLIS_LIST_BULLETS
           : numbering->counted || !numbering->ones ? TRELLIS_LIST_NUMBERS
                                                    : TRELLIS_LIST_ONES;
  return numbering->bullets || numbering->counted || numbering->ones || numbering->mixed;
}

static void
close_entry (GPtrArray *entries,
             guint      end)
{
  if (entries->len > 0)
    {
      TrellisReaderEntry *last = g_ptr_array_index (entries, entries->len - 1);

      if (last->body.end == 0)
        last->body.end = end;
    }
}

/* A sub-heading between lists names the group that follows, where groups are wanted. */
static gboolean
is_grouping (const Search *search,
             guint         index)
{
  const TrellisLine *line = trellis_reader_line (search->range, index);
  guint              next;

  if (!search->grouped)
    return FALSE;
  next = next_line (search->range, index);
  if (next == NOWHERE || !is_head (search, next))
    return FALSE;
  return line->kind == TRELLIS_LINE_HEADING
         || (line->kind == TRELLIS_LINE_TEXT && stands_alone (search, index)
             && g_utf8_strlen (line->text, -1) <= MAX_LABEL
             && (trellis_line_is_bold (line) || g_str_has_suffix (line->text, ":")));
}

static char *
grouping_name (const TrellisLine *line)
{
  g_autofree char *plain = trellis_reader_plain (line->text);

  if (g_str_has_suffix (plain, ":"))
    plain[strlen (plain) - 1] = '\0';
  return g_steal_pointer (&plain);
}

/* Between items, a paragraph or heading that is not indented below one belongs to none of them:
 * then it is not the items that are the entries. */
static gboolean
stands_between (const Search *search,
                guint         index)
{
  const TrellisLine *line = trellis_reader_line (search->range, index);

  if (line->kind == TRELLIS_LINE_HEADING)
    return TRUE;
  return line->kind == TRELLIS_LINE_TEXT && stands_alone (search, index)
         && line->indent <= search->indent + 1;
}

static void
prepare (Search *search)
{
  search->numbers = !has_items (search->range);
  search->ordinals = has_ordinals (search->range);
  search->indent = least_indent (search);
  search->level = common_level (search->range);
}

static TrellisReaderEntries *
collect (const Search *search)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  g_autofree char      *grouping = g_strdup ("");
  Numbering             numbering = { TRUE, TRUE, TRUE, TRUE, FALSE, 0 };
  TrellisReaderEntries *result;
  TrellisListStyle      style;
  guint                 first = NOWHERE;
  guint                 last = 0;
  guint                 between = NOWHERE;
  guint                 place = 0;

  for (guint i = search->range.begin; i < search->range.end; i++)
    {
      int ordinal;

      if (is_head (search, i))
        {
          close_entry (entries, i);
          g_ptr_array_add (entries, new_entry (search, i, grouping, &ordinal));
          follow_numbering (&numbering, ordinal, ++place);
          first = MIN (first, i);
          last = i;
        }
      else if (is_grouping (search, i))
        {
          close_entry (entries, i);
          g_free (grouping);
          grouping = grouping_name (trellis_reader_line (search->range, i));
          first = MIN (first, i);
          place = 0;
        }
      else if (first != NOWHERE && between == NOWHERE && stands_between (search, i))
        {
          between = i;
        }
    }
  if (!is_regular (&numbering, &style))
    return NULL;
  if (search->shape == TRELLIS_SHAPE_ITEMS && between < last)
    return NULL;

  last = find_end_of_last (search, last);
  close_entry (entries, last);
  result = g_new0 (TrellisReaderEntries, 1);
  result->entries = g_steal_pointer (&entries);
  result->before = (TrellisReaderRange) { search->range.outline, search->range.begin, first };
  result->after = (TrellisReaderRange) { search->range.outline, last, search->range.end };
  result->style = style;
  return result;
}

/* Divides the lines of a section into entries of one shape. With `grouped`, sub-headings and bold
 * labels directly before an entry name the group of those that follow. NULL when nothing has the
 * shape, or when the numbers are neither 1 … n nor all 1: such a list cannot be written back. */
TrellisReaderEntries *
trellis_reader_find_entries (TrellisReaderRange range,
                             TrellisReaderShape shape,
                             gboolean           grouped)
{
  Search search = { .range = range, .shape = shape, .grouped = grouped };

  if (shape == TRELLIS_SHAPE_PIECES)
    return trellis_reader_find_pieces (range);
  if (shape == TRELLIS_SHAPE_LINES && has_rows (range))
    return NULL;
  prepare (&search);
  return collect (&search);
}

static char *
expand_tabs (const char *source)
{
  GString *text = g_string_new (NULL);

  for (; *source != '\0'; source++)
    {
      if (*source == '\t')
        g_string_append (text, "    ");
      else
        g_string_append_c (text, *source);
    }
  return g_string_free_and_steal (text);
}

/* Whether a bullet stands there, rather than the end of a comment that leads up to one. */
static gboolean
begins_bullet (const char *text)
{
  return *text == '-' || ((guchar) *text >= 0x80 && !g_unichar_isalnum (g_utf8_get_char (text)));
}

/* The line as CommonMark would take it: "-Item" and "• Item" become "- Item". */
static char *
regular_source (const TrellisLine *line)
{
  g_autofree char *source = expand_tabs (line->source);
  char            *at = source + strspn (source, " ");

  if (line->kind != TRELLIS_LINE_ITEM || line->ordinal >= 0 || line->quoted
      || !begins_bullet (at) || (*at == line->marker && at[1] == ' '))
    return g_steal_pointer (&source);

  return g_strdup_printf ("%.*s- %s", (int) (at - source), source, g_utf8_next_char (at));
}

/* The lines as they were written, moved left as far as all of them can be. */
char *
trellis_reader_source (TrellisReaderRange range)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GString              *text = g_string_new (NULL);
  gsize                 least = G_MAXSIZE;

  for (guint i = range.begin; i < range.end; i++)
    {
      char *source = regular_source (trellis_reader_line (range, i));
      gsize indent = strspn (source, " ");

      if (source[indent] != '\0')
        least = MIN (least, indent);
      g_ptr_array_add (lines, source);
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const char *source = g_ptr_array_index (lines, i);

      g_string_append (text, source + MIN (least, strspn (source, " ")));
      g_string_append_c (text, '\n');
    }
  return g_string_free_and_steal (text);
}

/* The lines as canonical Markdown. */
char *
trellis_reader_markdown (TrellisReaderRange range)
{
  g_autofree char *source = trellis_reader_source (range);

  return trellis_reader_canonical (source);
}
