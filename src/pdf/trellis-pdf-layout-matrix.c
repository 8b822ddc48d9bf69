/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-layout.h"

#include <math.h>

#include "trellis-pdf-grid.h"
#include "trellis-pdf-string.h"
#include "trellis-text.h"

#define MARK "●"
#define MIN_COLUMN 21
#define MAX_COLUMN 38
#define COUNT_COLUMN 34
#define MIN_NAME 90
#define MAX_NAME 170
#define MAX_HEAD 150 /* longer names of roles take two lines, or go into a note */
#define HEAD_PADDING 6
#define NOTE_SIZE 8

/* Components down, roles across. What a cell says in its own words becomes a numbered note. */
typedef struct
{
  TrellisPdfLayout  *layout;
  const TrellisNode *node;
  GPtrArray         *components; /* const TrellisNode */
  guint              n_roles;
  GPtrArray         *notes;      /* char * */
  GHashTable        *numbers;    /* cell → GString: its notes' numbers */
  guint8            *cells;      /* 1 where there is an involvement */
  TrellisPdfText    *mark;
  double             name_width;
  double             column_width;
} Matrix;

static guint
get_index (const Matrix *self,
           guint         row,
           guint         column)
{
  return row * self->n_roles + column;
}

static guint
add_note (Matrix     *self,
          const char *note)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (self->notes, note, g_str_equal, &index))
    {
      index = self->notes->len;
      g_ptr_array_add (self->notes, g_strdup (note));
    }
  return index + 1;
}

static void
add_cell_note (Matrix     *self,
               guint       cell,
               const char *note)
{
  GString *numbers = g_hash_table_lookup (self->numbers, GUINT_TO_POINTER (cell));
  guint number = add_note (self, note);

  if (numbers == NULL)
    {
      numbers = g_string_new (NULL);
      g_hash_table_insert (self->numbers, GUINT_TO_POINTER (cell), numbers);
    }
  else
    {
      g_string_append_c (numbers, ',');
    }
  g_string_append_printf (numbers, "%u", number);
}

/* The wording where it is not the column's own, and what is written beside it. */
static char *
get_note (const TrellisNode *involvement,
          const char        *role)
{
  const char *wording = trellis_node_get (involvement, TRELLIS_ATTRIBUTE_NAME);
  g_autofree char *remark = NULL;
  gboolean same = wording == NULL || (role != NULL && trellis_text_equal_folded (wording, role));

  if (involvement->first_child == NULL)
    return same ? NULL : g_strdup (wording);
  remark = g_strstrip (trellis_node_to_plain_text (involvement));
  return *remark == '\0' ? same ? NULL : g_strdup (wording)
                         : g_strdup_printf ("%s: %s", wording != NULL ? wording : role, remark);
}

static void
read_involvement (Matrix            *self,
                  guint              row,
                  const TrellisNode *involvement)
{
  guint column = (guint) involvement->number;
  g_autofree char *note = NULL;

  if (involvement->number < 0 || column >= self->n_roles)
    {
      const char *name = trellis_node_get (involvement, TRELLIS_ATTRIBUTE_NAME);

      if (name != NULL)
        add_note (self, name);
      return;
    }
  self->cells[get_index (self, row, column)] = 1;
  note = get_note (involvement, trellis_node_value (self->node, column));
  if (note != NULL)
    add_cell_note (self, get_index (self, row, column), note);
}

static void
read_components (Matrix *self)
{
  self->cells = g_new0 (guint8, (gsize) self->components->len * self->n_roles + 1);
  for (guint row = 0; row < self->components->len; row++)
    {
      const TrellisNode *component = g_ptr_array_index (self->components, row);

      for (const TrellisNode *node = component->first_child; node != NULL; node = node->next)
        if (node->type == TRELLIS_NODE_INVOLVEMENT)
          read_involvement (self, row, node);
    }
}

static const char *
get_component_name (const Matrix *self,
                    guint         row)
{
  const char *name = trellis_node_get (g_ptr_array_index (self->components, row),
                                       TRELLIS_ATTRIBUTE_NAME);

  return name != NULL ? name : "";
}

static void
measure_names (Matrix *self)
{
  self->name_width = MIN_NAME;
  for (guint row = 0; row < self->components->len && self->name_width < MAX_NAME; row++)
    {
      g_autoptr (TrellisPdfText) text
        = trellis_pdf_layout_plain (self->layout, get_component_name (self, row),
                                    TRELLIS_PDF_STYLE_TABLE_HEAD, TRELLIS_PDF_COLOUR_BLACK, -1);

      self->name_width = CLAMP (text->width + 8, self->name_width, MAX_NAME);
    }
}

static guint
get_capacity (const Matrix *self,
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
  glong length = g_utf8_strlen (clean, -1);
  TrellisPdfText *text = NULL;

  if (length < 300)
    text = trellis_pdf_layout_plain (self->layout, clean, TRELLIS_PDF_STYLE_TABLE_HEAD,
                                     TRELLIS_PDF_COLOUR_BLACK, MAX_HEAD);
  for (guint n = 26; n > 2 && (text == NULL || !fits_rotated (text, self->column_width)); n -= 4)
    {
      g_autofree char *cut = shorten (clean, MIN (n, (guint) length), add_note (self, clean));

      g_clear_pointer (&text, trellis_pdf_text_unref);
      text = trellis_pdf_layout_plain (self->layout, cut, TRELLIS_PDF_STYLE_TABLE_HEAD,
                                       TRELLIS_PDF_COLOUR_BLACK, MAX_HEAD);
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

static void
layout_head (Matrix         *self,
             TrellisPdfGrid *grid,
             guint           first,
             guint           n,
             gboolean        counts)
{
  TrellisPdfLayout *layout = self->layout;
  const char *corner = trellis_pdf_word (TRELLIS_PDF_WORD_COMPONENT, layout->language);
  const char *count = trellis_pdf_word (TRELLIS_PDF_WORD_ROLES, layout->language);
  TrellisPdfText *count_text = trellis_pdf_layout_plain (layout, count, TRELLIS_PDF_STYLE_TABLE,
                                                         TRELLIS_PDF_COLOUR_GREY, -1);
  g_autofree TrellisPdfText **names = g_new (TrellisPdfText *, n);
  double height = count_text->width;
  TrellisPdfPiece *piece;

  for (guint i = 0; i < n; i++)
    {
      names[i] = layout_role_name (self, trellis_node_value (self->node, first + i));
      height = MAX (height, names[i]->width);
    }
  height += 2 * HEAD_PADDING;
  trellis_pdf_grid_begin_head (grid);
  piece = trellis_pdf_grid_add_cell (
    grid, trellis_pdf_layout_plain (layout, corner, TRELLIS_PDF_STYLE_TABLE, TRELLIS_PDF_COLOUR_GREY,
                                    self->name_width),
    0, "TH", TRELLIS_PDF_SCOPE_COLUMN, corner);
  piece->y = height - piece->text->height - HEAD_PADDING - 2;
  for (guint i = 0; i < n; i++)
    add_rotated (self, grid, names[i], get_column_x (self, i), self->column_width, height,
                 trellis_node_value (self->node, first + i));
  if (counts)
    add_rotated (self, grid, g_steal_pointer (&count_text), get_column_x (self, n), COUNT_COLUMN,
                 height, count);
  trellis_pdf_grid_end_row (grid);
  g_clear_pointer (&count_text, trellis_pdf_text_unref);
}

static TrellisPdfText *
make_mark (Matrix        *self,
           const GString *numbers)
{
  g_autoptr (TrellisPdfRich) rich = NULL;

  if (numbers == NULL && self->mark != NULL)
    return trellis_pdf_text_ref (self->mark);
  rich = trellis_pdf_rich_new ();
  trellis_pdf_rich_append (rich, MARK, NULL);
  if (numbers != NULL)
    {
      guint start = (guint) rich->text->len;

      trellis_pdf_rich_append (rich, numbers->str, pango_attr_size_new (NOTE_SIZE * PANGO_SCALE));
      trellis_pdf_rich_mark (rich, start, pango_attr_rise_new (3 * PANGO_SCALE));
    }
  return trellis_pdf_layout_text (self->layout, rich, TRELLIS_PDF_STYLE_MARK,
                                  TRELLIS_PDF_COLOUR_ACCENT, -1);
}

/* The mark itself stands in the middle, whatever number follows it. */
static void
add_mark (Matrix         *self,
          TrellisPdfGrid *grid,
          guint           row,
          guint           column,
          guint           shown_as)
{
  guint cell = get_index (self, row, column);
  double x = get_column_x (self, shown_as);
  TrellisPdfText *text = NULL;

  if (self->cells[cell])
    {
      text = make_mark (self, g_hash_table_lookup (self->numbers, GUINT_TO_POINTER (cell)));
      x += (self->column_width - self->mark->width) / 2;
    }
  trellis_pdf_grid_add_cell (grid, text, x, "TD", NULL, NULL);
}

static void
add_number (Matrix         *self,
            TrellisPdfGrid *grid,
            guint           number,
            double          x,
            double          width)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  TrellisPdfText *text = trellis_pdf_layout_plain (self->layout, digits, TRELLIS_PDF_STYLE_TABLE,
                                                   TRELLIS_PDF_COLOUR_GREY, -1);

  trellis_pdf_grid_add_cell (grid, text, x + (width - text->width) / 2, "TD", NULL, NULL);
}

static guint
count_row (const Matrix *self,
           guint         row)
{
  guint n = 0;

  for (guint i = 0; i < self->n_roles; i++)
    n += self->cells[get_index (self, row, i)];
  return n;
}

static guint
count_column (const Matrix *self,
              guint         column)
{
  guint n = 0;

  for (guint i = 0; i < self->components->len; i++)
    n += self->cells[get_index (self, i, column)];
  return n;
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
  add_row_head (self, grid, trellis_pdf_word (TRELLIS_PDF_WORD_TOTAL, self->layout->language),
                TRELLIS_PDF_STYLE_TABLE);
  for (guint i = 0; i < n; i++)
    add_number (self, grid, count_column (self, first + i), get_column_x (self, i),
                self->column_width);
  for (guint i = 0; i < self->n_roles && counts; i++)
    total += count_column (self, i);
  if (counts)
    add_number (self, grid, total, get_column_x (self, n), COUNT_COLUMN);
  trellis_pdf_grid_end_row (grid);
}

static void
layout_part (Matrix *self,
             guint   first,
             guint   n)
{
  gboolean counts = first + n == self->n_roles;
  TrellisPdfGrid grid;

  trellis_pdf_grid_init (&grid, self->layout, self->components->len + 1, 0,
                         get_column_x (self, n) + (counts ? COUNT_COLUMN : 0));
  layout_head (self, &grid, first, n, counts);
  for (guint row = 0; row < self->components->len; row++)
    {
      trellis_pdf_grid_begin_row (&grid, "TBody");
      add_row_head (self, &grid, get_component_name (self, row), TRELLIS_PDF_STYLE_TABLE_HEAD);
      for (guint i = 0; i < n; i++)
        add_mark (self, &grid, row, first + i, i);
      if (counts)
        add_number (self, &grid, count_row (self, row), get_column_x (self, n), COUNT_COLUMN);
      trellis_pdf_grid_end_row (&grid);
    }
  layout_foot (self, &grid, first, n, counts);
}

static void
layout_parts (Matrix *self)
{
  TrellisPdfLayout *layout = self->layout;
  guint capacity = get_capacity (self, TRELLIS_PDF_PORTRAIT), n_parts, per_part;
  double room;

  if (self->n_roles > capacity)
    {
      turn_page (self);
      capacity = get_capacity (self, TRELLIS_PDF_LANDSCAPE);
    }
  n_parts = (self->n_roles + capacity - 1) / capacity;
  per_part = (self->n_roles + n_parts - 1) / n_parts;
  room = layout->flow->papers[layout->paper].frame_width - self->name_width - COUNT_COLUMN;
  self->column_width = MIN (room / per_part, MAX_COLUMN);
  for (guint first = 0; first < self->n_roles; first += per_part)
    if (!g_cancellable_is_cancelled (layout->cancellable))
      layout_part (self, first, MIN (per_part, self->n_roles - first));
}

static void
layout_notes (Matrix *self)
{
  TrellisPdfLayout *layout = self->layout;
  guint first_box = layout->flow->boxes->len;

  trellis_pdf_layout_add_plain (layout, trellis_pdf_word (TRELLIS_PDF_WORD_LEGEND, layout->language),
                                "P", TRELLIS_PDF_STYLE_LABEL, TRELLIS_PDF_COLOUR_GREY, 6, 3);
  if (self->notes->len > 0)
    trellis_pdf_layout_add_plain (layout,
                                  trellis_pdf_word (TRELLIS_PDF_WORD_WORDING, layout->language), "P",
                                  TRELLIS_PDF_STYLE_LABEL, TRELLIS_PDF_COLOUR_GREY, 0, 1);
  trellis_pdf_layout_keep_together (layout, first_box);
  for (guint i = 0; i < self->notes->len; i++)
    {
      g_autofree char *note = g_strdup_printf ("%u. %s", i + 1,
                                               (char *) g_ptr_array_index (self->notes, i));

      trellis_pdf_layout_add_plain (layout, note, "P", TRELLIS_PDF_STYLE_LABEL,
                                    TRELLIS_PDF_COLOUR_BLACK, 0, 1);
    }
  trellis_pdf_flow_get_box (layout->flow, layout->flow->boxes->len - 1)->flow.space_after = 12;
}

static gboolean
has_description (const TrellisNode *component)
{
  for (const TrellisNode *node = component->first_child; node != NULL; node = node->next)
    if (node->type != TRELLIS_NODE_INVOLVEMENT)
      return TRUE;
  return FALSE;
}

/* What the author wrote about a component stands below, under its name. */
static void
layout_descriptions (Matrix *self)
{
  for (guint row = 0; row < self->components->len; row++)
    {
      const TrellisNode *component = g_ptr_array_index (self->components, row);

      if (!has_description (component))
        continue;
      trellis_pdf_layout_add_plain (self->layout, get_component_name (self, row), "P",
                                    TRELLIS_PDF_STYLE_ITEM_TITLE, TRELLIS_PDF_COLOUR_BLACK, 4, 1)
        ->flow.keep_with_next = TRUE;
      for (const TrellisNode *node = component->first_child; node != NULL; node = node->next)
        if (node->type != TRELLIS_NODE_INVOLVEMENT && trellis_node_is_block (node))
          trellis_pdf_layout_block (self->layout, node);
    }
}

static void
numbers_free (gpointer numbers)
{
  g_string_free (numbers, TRUE);
}

static void
layout_components (TrellisPdfLayout  *layout,
                   const TrellisNode *node,
                   GPtrArray         *components)
{
  Matrix self = { .layout = layout, .node = node, .components = components };
  guint paper = layout->paper;
  double left = layout->indent;

  self.n_roles = trellis_node_n_values (node);
  self.notes = g_ptr_array_new_with_free_func (g_free);
  self.numbers = g_hash_table_new_full (NULL, NULL, NULL, numbers_free);
  read_components (&self);
  if (self.n_roles > 0)
    {
      self.mark = make_mark (&self, NULL);
      measure_names (&self);
      layout_parts (&self);
      layout->indent = 0;
      layout_notes (&self);
      layout->indent = left;
    }
  layout->paper = paper;
  layout_descriptions (&self);
  g_clear_pointer (&self.mark, trellis_pdf_text_unref);
  g_ptr_array_unref (self.notes);
  g_hash_table_unref (self.numbers);
  g_free (self.cells);
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
    layout_components (self, matrix, components);
}
