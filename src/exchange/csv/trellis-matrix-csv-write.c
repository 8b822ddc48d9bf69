/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-demand.h"
#include "trellis-matrix-csv.h"

static void
add_head (TrellisCsvWriter *csv,
          TrellisMatrix    *matrix)
{
  trellis_csv_writer_add (csv, "");
  for (guint column = 0; column < trellis_matrix_get_n_columns (matrix); column++)
    trellis_csv_writer_add (csv, trellis_matrix_get_column_name (matrix, column));
  trellis_csv_writer_end_row (csv);
}

static void
add_row (TrellisCsvWriter *csv,
         TrellisMatrix    *matrix,
         guint             row)
{
  trellis_csv_writer_add (csv, trellis_matrix_get_row_name (matrix, row));
  for (guint column = 0; column < trellis_matrix_get_n_columns (matrix); column++)
    {
      const char *wording = trellis_matrix_get_wording (matrix, row, column);

      if (wording == NULL)
        trellis_csv_writer_add (csv, "");
      else
        trellis_csv_writer_add (csv, *wording != '\0' ? wording : "x");
    }
  trellis_csv_writer_end_row (csv);
}

/**
 * trellis_matrix_csv_write:
 *
 * Returns: (transfer full): the matrix: "x", or the cell's wording, where a role is involved
 */
char *
trellis_matrix_csv_write (TrellisMatrix *matrix,
                          TrellisCsvForm form)
{
  TrellisCsvWriter *csv = trellis_csv_writer_new (form);

  add_head (csv, matrix);
  for (guint row = 0; row < trellis_matrix_get_n_rows (matrix); row++)
    add_row (csv, matrix, row);
  return trellis_csv_writer_end (csv);
}

static void
add_demand (TrellisCsvWriter    *csv,
            const TrellisDemand *demand,
            guint                n_postings)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < demand->postings->len; i++)
    g_string_append_printf (numbers, "%s%d", i > 0 ? " " : "",
                            g_array_index (demand->postings, int, i));
  trellis_csv_writer_add (csv, demand->skill);
  trellis_csv_writer_add_number (csv, demand->postings->len);
  trellis_csv_writer_add_number (csv, n_postings);
  trellis_csv_writer_add (csv, numbers->str);
  trellis_csv_writer_end_row (csv);
}

/**
 * trellis_demand_csv_write:
 * @several: in how many postings a skill recurs
 *
 * Returns: (transfer full): each skill, how many postings ask for it, of how many, and which
 */
char *
trellis_demand_csv_write (const TrellisReport *report,
                          int                  several,
                          TrellisCsvForm       form)
{
  static const char *const head[] = { "skill", "postings", "of", "numbers" };
  g_autoptr (GPtrArray)    demands = trellis_demand_compute (report, several, NULL);
  TrellisCsvWriter        *csv = trellis_csv_writer_new (form);

  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    trellis_csv_writer_add_word (csv, head[i]);
  trellis_csv_writer_end_row (csv);
  for (guint i = 0; i < demands->len; i++)
    add_demand (csv, g_ptr_array_index (demands, i), report->postings->len);
  return trellis_csv_writer_end (csv);
}
