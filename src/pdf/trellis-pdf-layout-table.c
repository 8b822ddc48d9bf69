/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-layout.h"

#include "trellis-pdf-grid.h"
#include "trellis-pdf-inlines.h"

#define MAX_ROW_HEAD 0.3 /* of the page */
#define GAP 12           /* between columns */
#define MIN_COLUMN 30
#define MAX_MINIMUM 110 /* a longer word is broken */

/* A table of Markdown. Too many columns for the page are shown in parts one below the other, each
 * with the first column again. */
typedef struct
{
  TrellisPdfLayout *layout;
  GPtrArray        *rows; /* const TrellisNode */
  guint             n_columns;
  double           *natural; /* widths of the columns: everything on one line … */
  double           *minimum; /* … the longest word */
  double           *width;
} Table;

static const TrellisNode *
get_cell (const Table *self,
          guint        row,
          guint        column)
{
  const TrellisNode *cell = ((const TrellisNode *) g_ptr_array_index (self->rows, row))
                                ->first_child;

  while (cell != NULL && column-- > 0)
    cell = cell->next;
  return cell;
}

static TrellisPdfText *
layout_cell (Table             *self,
             const TrellisNode *cell,
             gboolean           head,
             double             width,
             char             **content)
{
  g_autoptr (TrellisPdfRich) rich = trellis_pdf_rich_new ();

  trellis_pdf_inlines_append (rich, cell, self->layout->language);
  if (content != NULL)
    *content = g_strdup (rich->text->str);
  return trellis_pdf_layout_text (self->layout, rich,
                                  head ? TRELLIS_PDF_STYLE_TABLE_HEAD : TRELLIS_PDF_STYLE_TABLE,
                                  TRELLIS_PDF_COLOUR_BLACK, width);
}

static double
get_longest_word_share (const char *text)
{
  glong longest = 0, length = 0, total = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      length = g_unichar_isspace (g_utf8_get_char (p)) ? 0 : length + 1;
      longest = MAX (longest, length);
      total++;
    }
  return total > 0 ? (double) longest / (double) total : 0;
}

static void
measure_cell (Table             *self,
              const TrellisNode *cell,
              guint              column,
              gboolean           head)
{
  g_autofree char           *content = NULL;
  g_autoptr (TrellisPdfText) text = layout_cell (self, cell, head, -1, &content);
  double                     natural = text->width + 0.5;
  double                     minimum
      = CLAMP (natural * get_longest_word_share (content) * 1.15, MIN_COLUMN,
               MAX_MINIMUM);

  self->minimum[column] = MAX (self->minimum[column], minimum);
  self->natural[column] = MAX (self->natural[column], MAX (natural, self->minimum[column]));
}

static void
measure (Table *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint column = 0;

      for (const TrellisNode *cell = get_cell (self, i, 0); cell != NULL; cell = cell->next)
        measure_cell (self, cell, column++, i == 0);
    }
}

/* A first column that wraps costs every row a line. In a table of many columns, which gets no more
 * than their least widths, it keeps its line as long as that leaves most of the page to the rest.
 */
static void
keep_row_heads_whole (Table *self)
{
  const TrellisPdfLayout *layout = self->layout;
  double                  room = layout->flow->papers[layout->paper].frame_width,
         least = GAP * (self->n_columns - 1);

  for (guint c = 0; c < self->n_columns; c++)
    least += self->minimum[c];
  if (least > room)
    self->minimum[0] = MAX (self->minimum[0], MIN (self->natural[0], room * MAX_ROW_HEAD));
}

/* Shares the room among some columns: each gets its longest word, and of the rest a share of what
 * it lacks. */
static double
share_width (Table       *self,
             const guint *columns,
             guint        n,
             double       room)
{
  double natural = 0, minimum = 0, total = 0, share;

  room -= GAP * (n - 1);
  for (guint i = 0; i < n; i++)
    {
      natural += self->natural[columns[i]];
      minimum += self->minimum[columns[i]];
    }
  share = natural <= room ? 1 : natural > minimum ? MAX ((room - minimum) / (natural - minimum), 0)
                                                  : 0;
  for (guint i = 0; i < n; i++)
    {
      guint c = columns[i];

      self->width[c] = self->minimum[c] + share * MAX (self->natural[c] - self->minimum[c], 0);
      total += self->width[c];
    }
  return total + GAP * (n - 1);
}

/* A column is aligned as its head says. */
static PangoAlignment
get_alignment (const Table *self,
               guint        column)
{
  const TrellisNode *head = get_cell (self, 0, column);

  if (head == NULL || head->number < 2)
    return PANGO_ALIGN_LEFT;
  return head->number == 2 ? PANGO_ALIGN_CENTER : PANGO_ALIGN_RIGHT;
}

static void
add_cell (Table          *self,
          TrellisPdfGrid *grid,
          guint           row,
          guint           column,
          double          x)
{
  const TrellisNode *cell = get_cell (self, row, column);
  gboolean           head = row == 0;
  g_autofree char   *content = NULL;
  TrellisPdfText    *text;

  if (cell == NULL)
    {
      trellis_pdf_grid_add_cell (grid, NULL, x, head ? "TH" : "TD",
                                 head ? TRELLIS_PDF_SCOPE_COLUMN : NULL, NULL);
      return;
    }
  self->layout->alignment = get_alignment (self, column);
  text = layout_cell (self, cell, head, self->width[column] + 0.5, &content);
  self->layout->alignment = PANGO_ALIGN_LEFT;
  trellis_pdf_grid_add_cell (grid, text, x, head ? "TH" : "TD",
                             head ? TRELLIS_PDF_SCOPE_COLUMN : NULL, content);
}

static void
layout_part (Table       *self,
             const guint *columns,
             guint        n,
             double       left,
             double       width)
{
  TrellisPdfGrid grid;

  trellis_pdf_grid_init (&grid, self->layout, self->rows->len - 1, left, width);
  for (guint row = 0; row < self->rows->len; row++)
    {
      double x = left;

      if (row == 0)
        trellis_pdf_grid_begin_head (&grid);
      else
        trellis_pdf_grid_begin_row (&grid, "TBody");
      for (guint i = 0; i < n; i++)
        {
          add_cell (self, &grid, row, columns[i], x);
          x += self->width[columns[i]] + GAP;
        }
      trellis_pdf_grid_end_row (&grid);
    }
}

/* Takes as many columns as fit at their least width, the first one always. */
static guint
choose_columns (const Table *self,
                guint       *columns,
                guint        next,
                double       room)
{
  double used = self->minimum[0];
  guint  n = 1;

  columns[0] = 0;
  for (guint c = MAX (next, 1); c < self->n_columns; c++)
    {
      used += GAP + self->minimum[c];
      if (used > room && n > 1)
        break;
      columns[n++] = c;
    }
  return n;
}

static void
layout_parts (Table *self)
{
  TrellisPdfLayout         *layout = self->layout;
  const TrellisPdfGeometry *paper = &layout->flow->papers[layout->paper];
  g_autofree guint         *columns = g_new (guint, self->n_columns + 1);
  guint                     next = 0;

  do
    {
      guint  n = choose_columns (self, columns, next, paper->frame_width);
      double width = share_width (self, columns, n, layout->right - layout->indent);
      double left = layout->indent;

      if (width > layout->right - layout->indent + 0.5 || n > 3)
        {
          width = share_width (self, columns, n, paper->frame_width);
          left = width > layout->right - layout->indent ? 0 : left;
        }
      layout_part (self, columns, n, left, width);
      next = columns[n - 1] + 1;
    }
  while (next < self->n_columns && !g_cancellable_is_cancelled (layout->cancellable));
}

/**
 * trellis_pdf_layout_table:
 *
 * Lays out a table of the document.
 */
void
trellis_pdf_layout_table (TrellisPdfLayout  *self,
                          const TrellisNode *node)
{
  Table table = { .layout = self, .rows = g_ptr_array_new () };

  for (const TrellisNode *row = node->first_child; row != NULL; row = row->next)
    {
      guint n = 0;

      for (const TrellisNode *cell = row->first_child; cell != NULL; cell = cell->next)
        n++;
      table.n_columns = MAX (table.n_columns, n);
      g_ptr_array_add (table.rows, (gpointer) row);
    }
  if (table.n_columns > 0)
    {
      table.natural = g_new0 (double, table.n_columns);
      table.minimum = g_new0 (double, table.n_columns);
      table.width = g_new0 (double, table.n_columns);
      for (guint c = 0; c < table.n_columns; c++)
        table.natural[c] = table.minimum[c] = MIN_COLUMN;
      measure (&table);
      keep_row_heads_whole (&table);
      layout_parts (&table);
    }
  g_ptr_array_unref (table.rows);
  g_free (table.natural);
  g_free (table.minimum);
  g_free (table.width);
}
