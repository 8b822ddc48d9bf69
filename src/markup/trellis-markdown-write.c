/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-markdown.h"

#include <string.h>

#include "trellis-markdown-inlines.h"
#include "trellis-markdown-tidy.h"
#include "trellis-markdown-write-inlines.h"

#define MIN_FENCE 3

typedef struct
{
  GString    *out;
  GString    *prefix; /* of every line: the marks of quotes, the indentation of items */
  char       *first;  /* of the next line instead: it has an item's marker */
  GHashTable *labels;
} Writer;

static void write_blocks (Writer            *writer,
                          const TrellisNode *parent);

static void
write_line (Writer     *writer,
            const char *line,
            gsize       length)
{
  const char *prefix = writer->first != NULL ? writer->first : writer->prefix->str;
  gsize       start = strlen (prefix);

  if (length == 0)
    while (start > 0 && prefix[start - 1] == ' ')
      start--;
  g_string_append_len (writer->out, prefix, (gssize) start);
  g_string_append_len (writer->out, line, (gssize) length);
  g_string_append_c (writer->out, '\n');
  g_clear_pointer (&writer->first, g_free);
}

static void
write_lines (Writer     *writer,
             const char *text)
{
  for (const char *end = strchrnul (text, '\n');; end = strchrnul (text, '\n'))
    {
      write_line (writer, text, end - text);
      if (*end == '\0')
        return;
      text = end + 1;
    }
}

static void
write_inlines (Writer            *writer,
               const char        *mark,
               const TrellisNode *container)
{
  g_autofree char *inlines = trellis_markdown_write_inlines (container, writer->labels);
  g_autofree char *text = g_strconcat (mark, inlines, NULL);

  write_lines (writer, text);
}

static void
write_heading (Writer            *writer,
               const TrellisNode *heading)
{
  g_autofree char *marks = g_strnfill (CLAMP (heading->number, 1, 6), '#');
  g_autofree char *mark = g_strconcat (marks, " ", NULL);

  write_inlines (writer, mark, heading);
}

/* A fence longer than any run of backticks in what it holds. */
static void
write_code (Writer            *writer,
            const TrellisNode *code)
{
  gsize            longest = MIN_FENCE - 1;
  g_autofree char *fence = NULL;
  g_autofree char *opening = NULL;

  for (const char *at = strchr (code->text, '`'); at != NULL; at = strchr (at, '`'))
    {
      gsize run = strspn (at, "`");

      longest = MAX (longest, run);
      at += run;
    }
  fence = g_strnfill (longest + 1, '`');
  opening = g_strconcat (fence, trellis_node_get (code, TRELLIS_ATTRIBUTE_NAME), NULL);
  write_line (writer, opening, strlen (opening));
  if (*code->text != '\0')
    write_lines (writer, code->text);
  write_line (writer, fence, strlen (fence));
}

static void
append_cell (GString           *row,
             const TrellisNode *cell,
             GHashTable        *labels)
{
  g_autofree char *inlines = trellis_markdown_write_inlines (cell, labels);
  g_autofree char *encoded = trellis_markdown_cell_encode (inlines);

  if (encoded != NULL && *encoded != '\0')
    g_string_append_printf (row, " %s |", encoded);
  else
    g_string_append (row, " |");
}

static void
write_row (Writer            *writer,
           const TrellisNode *row)
{
  g_autoptr (GString) line = g_string_new ("|");

  for (const TrellisNode *cell = row->first_child; cell != NULL; cell = cell->next)
    append_cell (line, cell, writer->labels);
  write_line (writer, line->str, line->len);
}

static void
write_table (Writer            *writer,
             const TrellisNode *table)
{
  static const char *const rulers[] = { " --- |", " :--- |", " :---: |", " ---: |" };
  g_autoptr (GString)      ruler = g_string_new ("|");

  for (const TrellisNode *cell = table->first_child->first_child; cell != NULL; cell = cell->next)
    g_string_append (ruler, rulers[CLAMP (cell->number, 0, 3)]);
  write_row (writer, table->first_child);
  write_line (writer, ruler->str, ruler->len);
  for (const TrellisNode *row = table->first_child->next; row != NULL; row = row->next)
    write_row (writer, row);
}

/* Writes the blocks of `parent`, the first line behind `marker` and all others below it. */
static void
write_indented (Writer            *writer,
                const char        *marker,
                const TrellisNode *parent)
{
  gsize length = writer->prefix->len;

  g_free (writer->first);
  writer->first = g_strconcat (writer->prefix->str, marker, NULL);
  g_string_append_printf (writer->prefix, "%*s", (int) strlen (marker), "");
  write_blocks (writer, parent);
  g_string_truncate (writer->prefix, length);
}

/* Of numbered lists one below the other every second has ")", or they would be one. */
static char
delimiter_of (const TrellisNode *list)
{
  char delimiter = '.';

  for (const TrellisNode *before = list->previous;
       before != NULL && before->type == TRELLIS_NODE_LIST
       && before->number != TRELLIS_LIST_KIND_BULLETS;
       before = before->previous)
    delimiter = delimiter == '.' ? ')' : '.';
  return delimiter;
}

static void
write_list (Writer            *writer,
            const TrellisNode *list)
{
  char delimiter = list->number != TRELLIS_LIST_KIND_BULLETS ? delimiter_of (list) : '-';
  int  number = 0;

  for (const TrellisNode *item = list->first_child; item != NULL; item = item->next)
    {
      g_autofree char *marker = NULL;

      if (list->flag && item->previous != NULL)
        write_line (writer, "", 0);
      if (list->number != TRELLIS_LIST_KIND_ONES || number == 0)
        number++;
      marker = delimiter == '-' ? g_strdup ("- ") : g_strdup_printf ("%d%c ", number, delimiter);
      write_indented (writer, marker, item);
    }
}

static void
write_quote (Writer            *writer,
             const TrellisNode *quote)
{
  gsize length = writer->prefix->len;

  g_string_append (writer->prefix, "> ");
  write_blocks (writer, quote);
  g_string_truncate (writer->prefix, length);
}

static void
write_block (Writer            *writer,
             const TrellisNode *block)
{
  switch (block->type)
    {
    case TRELLIS_NODE_HEADING:
      write_heading (writer, block);
      break;
    case TRELLIS_NODE_PARAGRAPH:
      write_inlines (writer, "", block);
      break;
    case TRELLIS_NODE_LIST:
      write_list (writer, block);
      break;
    case TRELLIS_NODE_QUOTE:
      write_quote (writer, block);
      break;
    case TRELLIS_NODE_CODE_BLOCK:
      write_code (writer, block);
      break;
    case TRELLIS_NODE_TABLE:
      write_table (writer, block);
      break;
    case TRELLIS_NODE_RULE:
      write_line (writer, "---", 3);
      break;
    case TRELLIS_NODE_FRONT_MATTER:
      write_line (writer, "---", 3);
      write_lines (writer, block->text);
      write_line (writer, "---", 3);
      break;
    case TRELLIS_NODE_HTML_BLOCK:
    case TRELLIS_NODE_DEFINITION:
      write_lines (writer, block->text);
      break;
    default:
      break;
    }
}

static void
write_blocks (Writer            *writer,
              const TrellisNode *parent)
{
  for (const TrellisNode *block = parent->first_child; block != NULL; block = block->next)
    {
      if (block->previous != NULL && !trellis_markdown_stand_close (block->previous, block))
        write_line (writer, "", 0);
      write_block (writer, block);
    }
}

/**
 * trellis_markdown_write:
 * @document: a DOCUMENT, of blocks from the reader or from anywhere else
 *
 * Writes canonical Markdown: no warning from markdownlint with its default rules but MD013, MD028,
 * MD033 and MD041; what is read of it and written again is the same, byte for byte.
 *
 * Returns: (transfer full): the Markdown, ended by one line end; empty for an empty document
 */
char *
trellis_markdown_write (const TrellisNode *document)
{
  g_autoptr (TrellisNode) tidy = trellis_node_copy (document);
  g_autoptr (GHashTable)  labels = trellis_markdown_labels_new ();
  g_autoptr (GString)     prefix = g_string_new (NULL);
  Writer                  writer
      = { .out = g_string_new (NULL), .prefix = prefix, .labels = labels };

  trellis_markdown_tidy (tidy, labels);
  write_blocks (&writer, tidy);
  g_free (writer.first);
  return g_string_free_and_steal (writer.out);
}

/**
 * trellis_markdown_escape:
 * @plain: text without markup, one line
 *
 * Returns: (transfer full): Markdown, for the beginning or the midst of a line, that reads as
 * @plain
 */
char *
trellis_markdown_escape (const char *plain)
{
  g_autoptr (TrellisNode) paragraph = trellis_node_new (TRELLIS_NODE_PARAGRAPH);

  trellis_node_append (paragraph, trellis_node_new_text (TRELLIS_NODE_TEXT, plain));
  trellis_markdown_tidy_inlines (paragraph);
  return trellis_markdown_write_inlines (paragraph, NULL);
}
