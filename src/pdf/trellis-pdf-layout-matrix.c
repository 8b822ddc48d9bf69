/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-layout.h"

#include <math.h>

#include "trellis-pdf-grid.h"
#include "trellis-pdf-matrix.h"
#include "trellis-pdf-string.h"

#define MIN_COLUMN 21
#define MAX_COLUMN 38
#define COUNT_COLUMN 34
#define MIN_NAME 90
#define MAX_NAME 170
#define MAX_HEAD 150        /* longer names of roles are cut; the whole is in a note */
#define MAX_HEAD_IN_TWO 104 /* where two lines fit into the column */
#define MAX_SPARE 80        /* points that the names may take to fill the frame */
#define HEAD_PADDING 6
#define NOTE_RISE 3.5

typedef struct
{
  TrellisPdfLayout *layout;
  TrellisPdfMatrix *values;
  TrellisPdfText   *mark;
  double            name_width;
  double            column_width;
} Matrix;

static void
measure_names (Matrix *self)
{
  self->name_width = MIN_NAME;
  for (guint row = 0; row < self->values->components->len && self->name_width < MAX_NAME; row++)
    {
      g_autoptr (TrellisPdfText) text
          = trellis_pdf_layout_plain (self->layout, trellis_pdf_matrix_get_name (self->values, row),
                                      TRELLIS_PDF_STYLE_TABLE_HEAD, TRELLIS_PDF_COLOUR_BLACK, -1);

      self->name_width = CLAMP (text->width + 8, self->name_width, MAX_NAME);
    }
}

static guint
get_capacity (const Matrix   *self,
              TrellisPdfPaper paper)
{
  double room = self->layout->flow->papers[paper].frame_width - self->name_width - COUNT_COLUMN;

  return (guint) MAX (floor (room / MIN_COLUMN), 1);
}

/* A heading goes with its matrix onto the page that lies. */
static void
turn_page (Matrix *self)
{
  TrellisPdfLayout *layout = self->layout;

  layout->paper = TRELLIS_PDF_LANDSCAPE;
  for (guint i = layout->flow->boxes->len; i > 0; i--)
    {
      TrellisPdfBox *box = trellis_pdf_flow_get_box (layout->flow, i - 1);

      if (!box->flow.keep_with_next)
        break;
      box->flow.paper = TRELLIS_PDF_LANDSCAPE;
    }
}

static gboolean
fits_rotated (const TrellisPdfText *text,
              double                column_width)
{
  return text->height <= column_width + 2;
}

static double
get_head_length (const Matrix *self)
{
  const TrellisPdfStyleValues *values = trellis_pdf_style_get_values (TRELLIS_PDF_STYLE_TABLE_HEAD);

  return self->column_width >= 2 * values->size * values->leading ? MAX_HEAD_IN_TWO : MAX_HEAD;
}

static char *
shorten (const char *name,
         guint       n_chars,
         guint       note)
{
  g_autofree char *start = g_utf8_substring (name, 0, (glong) n_chars);

  return g_strdup_printf ("%s… (%u)", start, note);
}

/* Cuts a name that takes more lines than the column is wide; the whole name is in the notes. */
static TrellisPdfText *
layout_role_name (Matrix     *self,
                  const char *name)
{
  g_autofree char *clean = trellis_pdf_string_clean (name);
  glong            length = g_utf8_strlen (clean, -1);
  TrellisPdfText  *text = NULL;

  if (length < 300)
    text = trellis_pdf_layout_plain (self->layout, clean, TRELLIS_PDF_STYLE_TABLE_HEAD,
                                     TRELLIS_PDF_COLOUR_BLACK, get_head_length (self));
  for (guint n = 26; n > 2 && (text == NULL || !fits_rotated (text, self->column_width)); n -= 4)
    {
      g_autofree char *cut = shorten (clean, MIN (n, (guint) length),
                                      trellis_pdf_matrix_add_note (self->values, clean));

      g_clear_pointer (&text, trellis_pdf_text_unref);
      text = trellis_pdf_layout_plain (self->layout, cut, TRELLIS_PDF_STYLE_TABLE_HEAD,
                                       TRELLIS_PDF_COLOUR_BLACK, get_head_length (self));
    }
  return text;
}

static double
get_column_x (const Matrix *self,
              guint         column)
{
  return self->name_width + column * self->column_width;
}

static void
add_rotated (Matrix         *self,
             TrellisPdfGrid *grid,
             TrellisPdfText *text,
             double          x,
             double          width,
             double          height,
             const char     *content)
{
  TrellisPdfPiece *piece
      = trellis_pdf_grid_add_cell (grid, text, x + (width - text->height) / 2, "TH",
                                   TRELLIS_PDF_SCOPE_COLUMN, content);

  piece->rotated = TRUE;
  piece->y = height - HEAD_PADDING;
}

/* Every other column is shaded, so that the eye finds the name over a mark. */
static void
shade_columns (Matrix         *self,
               TrellisPdfGrid *grid,
               guint           n)
{
  for (guint i = 0; i < n; i += 2)
    trellis_pdf_box_ornament (grid->box, TRELLIS_PDF_ORNAMENT_FILL, TRELLIS_PDF_COLOUR_SHADE,
                              get_column_x (self, i), 0, self->column_width, 0);
}

static void
layout_head (Matrix         *self,
             TrellisPdfGrid *grid,
             guint           first,
             guint           n,
             gboolean        counts)
{
  TrellisPdfLayout *layout = self->layout;
  const char       *corner
      = trellis_pdf_word (TRELLIS_PDF_WORD_COMPONENT, layout->language);
  const char     *count = trellis_pdf_word (TRELLIS_PDF_WORD_ROLES, layout->language);
  TrellisPdfText *count_text
      = trellis_pdf_layout_plain (layout, count, TRELLIS_PDF_STYLE_TABLE,
                                  TRELLIS_PDF_COLOUR_GREY, -1);
  g_autofree TrellisPdfText **names = g_new (TrellisPdfText *, n);
  double                      height = count_text->width;
  TrellisPdfPiece            *piece;

  for (guint i = 0; i < n; i++)
    {
      names[i] = layout_role_name (self, trellis_pdf_matrix_get_role (self->values, first + i));
      height = MAX (height, names[i]->width);
    }
  height += 2 * HEAD_PADDING;
  trellis_pdf_grid_begin_head (grid);
  shade_columns (self, grid, n);
  piece = trellis_pdf_grid_add_cell (
      grid,
      trellis_pdf_layout_plain (layout, corner, TRELLIS_PDF_STYLE_TABLE, TRELLIS_PDF_COLOUR_GREY,
                                self->name_width),
      0, "TH", TRELLIS_PDF_SCOPE_COLUMN, corner);
  piece->y = height - piece->text->height - HEAD_PADDING - 2;
  for (guint i = 0; i < n; i++)
    add_rotated (self, grid, names[i], get_column_x (self, i), self->column_width, height,
                 trellis_pdf_matrix_get_role (self->values, first + i));
  if (counts)
    add_rotated (self, grid, g_steal_pointer (&count_text), get_column_x (self, n), COUNT_COLUMN,
                 height, count);
  trellis_pdf_grid_end_row (grid);
  g_clear_pointer (&count_text, trellis_pdf_text_unref);
}

/* The number of a note stands beside the mark, raised, in the same cell. */
static void
add_note_numbers (Matrix         *self,
                  TrellisPdfGrid *grid,
                  TrellisPdfTag  *cell,
                  const char     *numbers,
                  double          x)
{
  TrellisPdfText *text = trellis_pdf_layout_plain (self->layout, numbers, TRELLIS_PDF_STYLE_NOTE,
                                                   TRELLIS_PDF_COLOUR_BLACK, -1);

  trellis_pdf_box_add (grid->box, text, cell, x)->y = -NOTE_RISE;
}

/* The mark itself stands in the middle, whatever number follows it. */
static void
add_mark (Matrix         *self,
          TrellisPdfGrid *grid,
          guint           row,
          guint           column,
          guint           shown_as)
{
  const char      *numbers = trellis_pdf_matrix_get_numbers (self->values, row, column);
  double           x = get_column_x (self, shown_as) + (self->column_width - self->mark->width) / 2;
  TrellisPdfText  *text = NULL;
  TrellisPdfPiece *piece;

  if (trellis_pdf_matrix_is_set (self->values, row, column))
    text = trellis_pdf_text_ref (self->mark);
  piece = trellis_pdf_grid_add_cell (grid, text, x, "TD", NULL, NULL);
  if (numbers != NULL)
    add_note_numbers (self, grid, piece->tag, numbers, x + self->mark->width + 0.5);
}

static void
add_number (Matrix         *self,
            TrellisPdfGrid *grid,
            guint           number,
            double          x,
            double          width)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  TrellisPdfText  *text = trellis_pdf_layout_plain (self->layout, digits, TRELLIS_PDF_STYLE_TABLE,
                                                    TRELLIS_PDF_COLOUR_GREY, -1);

  trellis_pdf_grid_add_cell (grid, text, x + (width - text->width) / 2, "TD", NULL, NULL);
}

static void
add_row_head (Matrix         *self,
              TrellisPdfGrid *grid,
              const char     *name,
              TrellisPdfStyle style)
{
  trellis_pdf_grid_add_cell (grid,
                             trellis_pdf_layout_plain (self->layout, name, style,
                                                       TRELLIS_PDF_COLOUR_BLACK,
                                                       self->name_width - 6),
                             0, "TH", TRELLIS_PDF_SCOPE_ROW, name);
}

static void
layout_foot (Matrix         *self,
             TrellisPdfGrid *grid,
             guint           first,
             guint           n,
             gboolean        counts)
{
  guint total = 0;

  trellis_pdf_grid_begin_row (grid, "TFoot");
  shade_columns (self, grid, n);
  add_row_head (self, grid, trellis_pdf_word (TRELLIS_PDF_WORD_TOTAL, self->layout->language),
                TRELLIS_PDF_STYLE_TABLE);
  for (guint i = 0; i < n; i++)
    add_number (self, grid, trellis_pdf_matrix_count_column (self->values, first + i),
                get_column_x (self, i), self->column_width);
  for (guint i = 0; i < self->values->n_roles && counts; i++)
    total += trellis_pdf_matrix_count_column (self->values, i);
  if (counts)
    add_number (self, grid, total, get_column_x (self, n), COUNT_COLUMN);
  trellis_pdf_grid_end_row (grid);
}

static void
layout_part (Matrix *self,
             guint   first,
             guint   n)
{
  gboolean       counts = first + n == self->values->n_roles;
  TrellisPdfGrid grid;

  trellis_pdf_grid_init (&grid, self->layout, self->values->components->len + 1, 0,
                         get_column_x (self, n) + (counts ? COUNT_COLUMN : 0));
  layout_head (self, &grid, first, n, counts);
  for (guint row = 0; row < self->values->components->len; row++)
    {
      trellis_pdf_grid_begin_row (&grid, "TBody");
      shade_columns (self, &grid, n);
      add_row_head (self, &grid, trellis_pdf_matrix_get_name (self->values, row),
                    TRELLIS_PDF_STYLE_TABLE_HEAD);
      for (guint i = 0; i < n; i++)
        add_mark (self, &grid, row, first + i, i);
      if (counts)
        add_number (self, &grid, trellis_pdf_matrix_count_row (self->values, row),
                    get_column_x (self, n), COUNT_COLUMN);
      trellis_pdf_grid_end_row (&grid);
    }
  layout_foot (self, &grid, first, n, counts);
}

static void
layout_parts (Matrix *self)
{
  TrellisPdfLayout *layout = self->layout;
  guint             capacity = get_capacity (self, TRELLIS_PDF_PORTRAIT), n_parts, per_part;
  double            room;

  if (self->values->n_roles > capacity)
    {
      turn_page (self);
      capacity = get_capacity (self, TRELLIS_PDF_LANDSCAPE);
    }
  n_parts = (self->values->n_roles + capacity - 1) / capacity;
  per_part = (self->values->n_roles + n_parts - 1) / n_parts;
  room = layout->flow->papers[layout->paper].frame_width - self->name_width - COUNT_COLUMN;
  self->column_width = MIN (room / per_part, MAX_COLUMN);
  self->name_width += MIN (room - per_part * self->column_width, MAX_SPARE);
  for (guint first = 0; first < self->values->n_roles; first += per_part)
    if (!g_cancellable_is_cancelled (layout->cancellable))
      layout_part (self, first, MIN (per_part, self->values->n_roles - first));
}

static void
layout_legend (TrellisPdfLayout *layout)
{
  const char     *words = trellis_pdf_word (TRELLIS_PDF_WORD_LEGEND, layout->language);
  TrellisPdfBox  *box = trellis_pdf_layout_add_box (layout, 6, 3);
  TrellisPdfTag  *tag = trellis_pdf_layout_tag (layout, layout->parent, "P", words);
  TrellisPdfText *sign = trellis_pdf_layout_sign (layout, TRELLIS_PDF_SIGN_DISC,
                                                  TRELLIS_PDF_STYLE_LABEL,
                                                  TRELLIS_PDF_COLOUR_ACCENT);
  double          x = layout->indent + sign->width;

  trellis_pdf_box_add (box, sign, tag, layout->indent);
  trellis_pdf_box_add (box,
                       trellis_pdf_layout_plain (layout, words, TRELLIS_PDF_STYLE_LABEL,
                                                 TRELLIS_PDF_COLOUR_GREY, layout->right - x),
                       tag, x);
  trellis_pdf_layout_close_box (layout, box, 0, 0);
}

static void
layout_notes (Matrix *self)
{
  TrellisPdfLayout *layout = self->layout;
  guint             first_box = layout->flow->boxes->len;

  layout_legend (layout);
  if (self->values->notes->len > 0)
    trellis_pdf_layout_add_plain (layout,
                                  trellis_pdf_word (TRELLIS_PDF_WORD_WORDING, layout->language),
                                  "P", TRELLIS_PDF_STYLE_LABEL, TRELLIS_PDF_COLOUR_GREY, 0, 1);
  trellis_pdf_layout_keep_together (layout, first_box);
  for (guint i = 0; i < self->values->notes->len; i++)
    {
      g_autofree char *note = g_strdup_printf ("%u. %s", i + 1,
                                               (char *) g_ptr_array_index (self->values->notes, i));

      trellis_pdf_layout_add_plain (layout, note, "P", TRELLIS_PDF_STYLE_LABEL,
                                    TRELLIS_PDF_COLOUR_BLACK, 0, 1);
    }
  trellis_pdf_flow_get_box (layout->flow, layout->flow->boxes->len - 1)->flow.space_after = 12;
}

/* What the author wrote about a component stands below, under its name. */
static void
layout_descriptions (Matrix *self)
{
  for (guint row = 0; row < self->values->components->len; row++)
    {
      const TrellisNode *component = g_ptr_array_index (self->values->components, row);

      if (!trellis_pdf_matrix_has_description (component))
        continue;
      trellis_pdf_layout_add_plain (self->layout, trellis_pdf_matrix_get_name (self->values, row),
                                    "P", TRELLIS_PDF_STYLE_ITEM_TITLE, TRELLIS_PDF_COLOUR_BLACK, 4,
                                    1)
          ->flow.keep_with_next
          = TRUE;
      for (const TrellisNode *node = component->first_child; node != NULL; node = node->next)
        if (node->type != TRELLIS_NODE_INVOLVEMENT && trellis_node_is_block (node))
          trellis_pdf_layout_block (self->layout, node);
    }
}

static void
layout_components (TrellisPdfLayout *layout,
                   TrellisPdfMatrix *values)
{
  Matrix self = { .layout = layout, .values = values };
  guint  paper = layout->paper;
  double left = layout->indent;

  if (values->n_roles > 0)
    {
      self.mark = trellis_pdf_layout_sign (layout, TRELLIS_PDF_SIGN_DISC, TRELLIS_PDF_STYLE_MARK,
                                           TRELLIS_PDF_COLOUR_ACCENT);
      measure_names (&self);
      layout_parts (&self);
      layout->indent = 0;
      layout_notes (&self);
      layout->indent = left;
    }
  layout->paper = paper;
  layout_descriptions (&self);
  g_clear_pointer (&self.mark, trellis_pdf_text_unref);
}

/**
 * trellis_pdf_layout_matrix:
 *
 * Lays out the component × role matrix: a table with the roles' names turned upwards, on a page
 * that lies when there are many, in parts when there are very many.
 */
void
trellis_pdf_layout_matrix (TrellisPdfLayout  *self,
                           const TrellisNode *matrix)
{
  g_autoptr (GPtrArray) components = g_ptr_array_new ();

  for (const TrellisNode *node = matrix->first_child; node != NULL; node = node->next)
    {
      if (node->type == TRELLIS_NODE_COMPONENT)
        g_ptr_array_add (components, (gpointer) node);
      else if (node->type != TRELLIS_NODE_LIST)
        trellis_pdf_layout_block (self, node);
      else
        for (const TrellisNode *item = node->first_child; item != NULL; item = item->next)
          if (item->type == TRELLIS_NODE_COMPONENT)
            g_ptr_array_add (components, (gpointer) item);
          else
            trellis_pdf_layout_block (self, item);
    }
  if (components->len > 0)
    {
      g_autoptr (TrellisPdfMatrix) values = trellis_pdf_matrix_new (matrix, components);

      layout_components (self, values);
    }
}
