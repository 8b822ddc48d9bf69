/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-matrix.h"

#include "trellis-text.h"

static gsize
get_index (const TrellisPdfMatrix *self,
           guint                   row,
           guint                   column)
{
  return (gsize) row * self->n_roles + column;
}

/**
 * trellis_pdf_matrix_add_note:
 *
 * Returns: the note's number, from 1; the same note has the same number
 */
guint
trellis_pdf_matrix_add_note (TrellisPdfMatrix *self,
                             const char       *note)
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
add_cell_note (TrellisPdfMatrix *self,
               gsize             cell,
               const char       *note)
{
  GString *numbers = g_hash_table_lookup (self->numbers, GSIZE_TO_POINTER (cell));
  guint    number = trellis_pdf_matrix_add_note (self, note);

  if (numbers == NULL)
    {
      numbers = g_string_new (NULL);
      g_hash_table_insert (self->numbers, GSIZE_TO_POINTER (cell), numbers);
    }
  else
    {
      g_string_append_c (numbers, ',');
    }
  g_string_append_printf (numbers, "%u", number);
}

static char *
get_remark (const TrellisNode *involvement)
{
  GString *remark = g_string_new (NULL);

  for (const TrellisNode *child = involvement->first_child; child != NULL; child = child->next)
    {
      g_autofree char *text = g_strstrip (trellis_node_to_plain_text (child));

      if (remark->len > 0)
        g_string_append_c (remark, ' ');
      g_string_append (remark, text);
    }
  return g_strdelimit (g_string_free_and_steal (remark), "\n", ' ');
}

/* The wording where it is not the column's own, and what is written beside it. */
static char *
get_note (const TrellisNode *involvement,
          const char        *role)
{
  const char      *wording = trellis_node_get (involvement, TRELLIS_ATTRIBUTE_NAME);
  g_autofree char *remark = get_remark (involvement);

  if (*remark != '\0')
    return g_strdup_printf ("%s: %s", *wording != '\0' ? wording : role, remark);
  return *wording == '\0' || trellis_text_equal_folded (wording, role) ? NULL : g_strdup (wording);
}

static void
read_involvement (TrellisPdfMatrix  *self,
                  guint              row,
                  const TrellisNode *involvement)
{
  const char      *wording = trellis_node_get (involvement, TRELLIS_ATTRIBUTE_NAME);
  guint            column = (guint) involvement->number;
  g_autofree char *note = NULL;

  if (involvement->number < 0 || column >= self->n_roles)
    {
      if (*wording != '\0')
        trellis_pdf_matrix_add_note (self, wording);
      return;
    }
  self->cells[get_index (self, row, column)] = 1;
  note = get_note (involvement, trellis_pdf_matrix_get_role (self, column));
  if (note != NULL)
    add_cell_note (self, get_index (self, row, column), note);
}

static void
numbers_free (gpointer numbers)
{
  g_string_free (numbers, TRUE);
}

/**
 * trellis_pdf_matrix_new:
 * @node: (transfer none): a MATRIX, which must outlive this
 * @components: (transfer none): its COMPONENTs
 *
 * Returns: (transfer full): what stands in its cells
 */
TrellisPdfMatrix *
trellis_pdf_matrix_new (const TrellisNode *node,
                        GPtrArray         *components)
{
  TrellisPdfMatrix *self = g_new0 (TrellisPdfMatrix, 1);

  self->node = node;
  self->components = g_ptr_array_ref (components);
  self->n_roles = trellis_node_n_values (node);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_hash_table_new_full (NULL, NULL, NULL, numbers_free);
  self->cells = g_new0 (guint8, (gsize) components->len * self->n_roles + 1);
  for (guint row = 0; row < components->len; row++)
    {
      const TrellisNode *component = g_ptr_array_index (components, row);

      for (const TrellisNode *child = component->first_child; child != NULL; child = child->next)
        if (child->type == TRELLIS_NODE_INVOLVEMENT)
          read_involvement (self, row, child);
    }
  return self;
}

void
trellis_pdf_matrix_free (TrellisPdfMatrix *self)
{
  g_ptr_array_unref (self->components);
  g_ptr_array_unref (self->notes);
  g_hash_table_unref (self->numbers);
  g_free (self->cells);
  g_free (self);
}

const char *
trellis_pdf_matrix_get_name (const TrellisPdfMatrix *self,
                             guint                   row)
{
  return trellis_node_get (g_ptr_array_index (self->components, row), TRELLIS_ATTRIBUTE_NAME);
}

const char *
trellis_pdf_matrix_get_role (const TrellisPdfMatrix *self,
                             guint                   column)
{
  return trellis_node_value (self->node, column);
}

gboolean
trellis_pdf_matrix_is_set (const TrellisPdfMatrix *self,
                           guint                   row,
                           guint                   column)
{
  return self->cells[get_index (self, row, column)];
}

/**
 * trellis_pdf_matrix_get_numbers:
 *
 * Returns: (transfer none) (nullable): the numbers of a cell's notes: "1" or "1,3"
 */
const char *
trellis_pdf_matrix_get_numbers (const TrellisPdfMatrix *self,
                                guint                   row,
                                guint                   column)
{
  const GString *numbers
      = g_hash_table_lookup (self->numbers, GSIZE_TO_POINTER (get_index (self, row, column)));

  return numbers != NULL ? numbers->str : NULL;
}

guint
trellis_pdf_matrix_count_row (const TrellisPdfMatrix *self,
                              guint                   row)
{
  guint n = 0;

  for (guint i = 0; i < self->n_roles; i++)
    n += self->cells[get_index (self, row, i)];
  return n;
}

guint
trellis_pdf_matrix_count_column (const TrellisPdfMatrix *self,
                                 guint                   column)
{
  guint n = 0;

  for (guint i = 0; i < self->components->len; i++)
    n += self->cells[get_index (self, i, column)];
  return n;
}

/**
 * trellis_pdf_matrix_has_description:
 *
 * Returns: whether there is more about a component than who works on it
 */
gboolean
trellis_pdf_matrix_has_description (const TrellisNode *component)
{
  for (const TrellisNode *node = component->first_child; node != NULL; node = node->next)
    if (node->type != TRELLIS_NODE_INVOLVEMENT)
      return TRUE;
  return FALSE;
}
