/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-matrix-commands.h"

#include "trellis-commands.h"

/* What the grid asks for, as changes of the library. */

typedef struct
{
  gint64   report_id;
  GArray  *cells; /* Cell */
  gboolean state;
} Assignment;

typedef struct
{
  gint64 component_id;
  gint64 role_id;
} Cell;

static void
assignment_free (gpointer data)
{
  Assignment *assignment = data;

  g_array_unref (assignment->cells);
  g_free (assignment);
}

static gboolean
assign_cell (TrellisTransaction *transaction,
             const Assignment   *assignment,
             const Cell         *cell,
             GError            **error)
{
  TrellisInvolvement *involvement;
  gint64              id = 0;

  if (!trellis_transaction_find_involvement (transaction, cell->component_id, cell->role_id, &id,
                                             error))
    return FALSE;
  if ((id != 0) == assignment->state)
    return TRUE;
  if (!assignment->state)
    return trellis_transaction_delete (transaction, &trellis_involvement_type, id, error);

  involvement = trellis_record_new (&trellis_involvement_type);
  involvement->component_id = cell->component_id;
  involvement->role_id = cell->role_id;
  id = trellis_transaction_insert (transaction, &trellis_involvement_type, assignment->report_id,
                                   involvement, error);
  trellis_record_free (&trellis_involvement_type, involvement);
  return id != 0;
}

static gboolean
assign (TrellisTransaction *transaction,
        gpointer            data,
        GError            **error)
{
  const Assignment *assignment = data;

  for (guint i = 0; i < assignment->cells->len; i++)
    if (!assign_cell (transaction, assignment, &g_array_index (assignment->cells, Cell, i), error))
      return FALSE;

  trellis_transaction_describe (
      transaction, assignment->state ? TRELLIS_CHANGE_ASSIGN_MANY : TRELLIS_CHANGE_REMOVE_MANY,
      assignment->report_id, "", "", assignment->cells->len);
  return TRUE;
}

static gint64
row_id (TrellisMatrix     *matrix,
        TrellisMatrixPlace place)
{
  return trellis_matrix_get_row_id (matrix, (guint) place.row);
}

static gint64
column_id (TrellisMatrix     *matrix,
           TrellisMatrixPlace place)
{
  return trellis_matrix_get_column_id (matrix, (guint) place.column);
}

/* Cells painted in one go are one change; a single one has its own name. */
static gboolean
run_assign (const TrellisMatrixCommand *command,
            TrellisMatrix              *matrix,
            TrellisSession             *session,
            GError                    **error)
{
  Assignment *assignment;

  if (command->n_places == 1)
    return trellis_commands_set_involved (
        trellis_session_get_store (session), row_id (matrix, command->places[0]),
        column_id (matrix, command->places[0]), command->state, error);

  assignment = g_new0 (Assignment, 1);
  assignment->report_id = trellis_session_get_report_id (session);
  assignment->state = command->state;
  assignment->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  for (guint i = 0; i < command->n_places; i++)
    {
      Cell cell = { row_id (matrix, command->places[i]), column_id (matrix, command->places[i]) };

      g_array_append_val (assignment->cells, cell);
    }

  return trellis_store_run (trellis_session_get_store (session), assign, assignment,
                            assignment_free, NULL, NULL, error);
}

static const TrellisRecordType *
get_type (const TrellisMatrixCommand *command)
{
  return command->place.row == TRELLIS_MATRIX_HEAD_LINE ? &trellis_role_type
                                                        : &trellis_component_type;
}

static gint64
get_id (const TrellisMatrixCommand *command,
        TrellisMatrix              *matrix)
{
  return get_type (command) == &trellis_role_type ? column_id (matrix, command->place)
                                                  : row_id (matrix, command->place);
}

/* Where the target stands in the report: @matrix may be a part of it. */
static int
get_target (const TrellisMatrixCommand *command,
            TrellisMatrix              *matrix,
            TrellisSession             *session)
{
  TrellisMatrix *whole = trellis_session_get_matrix (session);
  guint          target = (guint) command->target;
  guint          line;

  if (get_type (command) == &trellis_role_type)
    return target < trellis_matrix_get_n_columns (matrix)
                   && trellis_matrix_find_column (
                       whole, trellis_matrix_get_column_id (matrix, target), &line)
               ? (int) line
               : (int) trellis_matrix_get_n_columns (whole);

  return target < trellis_matrix_get_n_rows (matrix)
                 && trellis_matrix_find_row (whole, trellis_matrix_get_row_id (matrix, target),
                                             &line)
             ? (int) line
             : (int) trellis_matrix_get_n_rows (whole);
}

/* A record knows its place when it is added, so naming and placing are one change. */
static gboolean
run_add (const TrellisMatrixCommand *command,
         TrellisMatrix              *matrix,
         TrellisSession             *session,
         GError                    **error)
{
  const TrellisRecordType *type = get_type (command);
  gpointer                 record = trellis_record_new (type);
  gboolean                 added;

  trellis_record_set_text (trellis_record_type_find_field (type, "name"), record, command->text);
  trellis_record_set_int (trellis_record_type_find_field (type, "position"), record,
                          get_target (command, matrix, session) + 1);
  added = trellis_commands_add (trellis_session_get_store (session), type,
                                trellis_session_get_report_id (session), record, NULL, error);
  trellis_record_free (type, record);
  return added;
}

/**
 * trellis_matrix_command_run:
 * @matrix: the matrix that the places of @command are of
 *
 * Makes the change that @command asks for in the report that is open.
 */
gboolean
trellis_matrix_command_run (const TrellisMatrixCommand *command,
                            TrellisMatrix              *matrix,
                            TrellisSession             *session,
                            GError                    **error)
{
  TrellisStore *store = trellis_session_get_store (session);

  trellis_session_flush (session);

  switch (command->kind)
    {
    case TRELLIS_MATRIX_ASSIGN:
      return run_assign (command, matrix, session, error);
    case TRELLIS_MATRIX_REWORD:
      return trellis_commands_reword (store, row_id (matrix, command->place),
                                      column_id (matrix, command->place), command->text, error);
    case TRELLIS_MATRIX_FILL:
      return get_type (command) == &trellis_role_type
                 ? trellis_commands_set_column (store, column_id (matrix, command->place),
                                                command->state, error)
                 : trellis_commands_set_row (store, row_id (matrix, command->place),
                                             command->state, error);
    case TRELLIS_MATRIX_ADD:
      return run_add (command, matrix, session, error);
    case TRELLIS_MATRIX_RENAME:
      return trellis_commands_set_text (store, get_type (command), get_id (command, matrix),
                                        "name", command->text, error);
    case TRELLIS_MATRIX_MOVE:
      return trellis_commands_move (store, get_type (command), get_id (command, matrix),
                                    (guint) get_target (command, matrix, session) + 1, error);
    case TRELLIS_MATRIX_DELETE:
      return trellis_commands_delete (store, get_type (command), get_id (command, matrix), error);
    default:
      g_return_val_if_reached (FALSE);
    }
}
