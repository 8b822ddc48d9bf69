/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-commands-private.h"

/* To change more cells takes longer than a frame. */
#define LONG_CELLS 500

gboolean
trellis_commands_add_component (TrellisStore *store,
                                gint64        report_id,
                                const char   *name,
                                gint64       *id,
                                GError      **error)
{
  TrellisComponent component = { .name = (char *) name,
                                 .grouping = (char *) "",
                                 .description = (char *) "" };

  return trellis_commands_add (store, &trellis_component_type, report_id, &component, id, error);
}

gboolean
trellis_commands_add_role (TrellisStore *store,
                           gint64        report_id,
                           const char   *name,
                           gint64       *id,
                           GError      **error)
{
  TrellisRole role = { .name = (char *) name,
                       .aliases = (char *) "",
                       .wording = (char *) "",
                       .responsibilities = (char *) "" };

  return trellis_commands_add (store, &trellis_role_type, report_id, &role, id, error);
}

/* A cell with the names of its change. */
typedef struct
{
  TrellisComponent *component;
  TrellisRole      *role;
  gint64            report_id;
  gint64            id; /* of the involvement, or 0 */
} Cell;

static void
cell_clear (Cell *cell)
{
  trellis_record_free (&trellis_component_type, cell->component);
  trellis_record_free (&trellis_role_type, cell->role);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cell, cell_clear)

static gboolean
cell_load (Cell               *cell,
           TrellisTransaction *transaction,
           gint64              component_id,
           gint64              role_id,
           GError            **error)
{
  cell->component = trellis_transaction_load (transaction, &trellis_component_type, component_id,
                                              error);
  if (cell->component == NULL)
    return FALSE;

  cell->role = trellis_transaction_load (transaction, &trellis_role_type, role_id, error);
  if (cell->role == NULL)
    return FALSE;

  cell->report_id = trellis_transaction_get_report (transaction, &trellis_component_type,
                                                    component_id, error);
  return cell->report_id != 0
         && trellis_transaction_find_involvement (transaction, component_id, role_id, &cell->id,
                                                  error);
}

static gboolean
assign (TrellisTransaction *transaction,
        gint64              report_id,
        gint64              component_id,
        gint64              role_id,
        const char         *wording,
        GError            **error)
{
  TrellisInvolvement involvement = { .component_id = component_id,
                                     .role_id = role_id,
                                     .wording = (char *) wording,
                                     .note = (char *) "" };

  return trellis_transaction_insert (transaction, &trellis_involvement_type, report_id,
                                     &involvement, error)
         != 0;
}

static void
describe_cell (TrellisTransaction *transaction,
               TrellisChangeKind   kind,
               const Cell         *cell)
{
  trellis_transaction_describe (transaction, kind, cell->report_id, cell->role->name,
                                cell->component->name, 1);
}

static gboolean
set_cell (TrellisTransaction *transaction,
          const Cell         *cell,
          gboolean            involved,
          GError            **error)
{
  if (involved == (cell->id != 0))
    return TRUE;

  describe_cell (transaction, involved ? TRELLIS_CHANGE_ASSIGN : TRELLIS_CHANGE_REMOVE, cell);
  if (involved)
    return assign (transaction, cell->report_id, cell->component->base.id, cell->role->base.id, "",
                   error);

  return trellis_transaction_delete (transaction, &trellis_involvement_type, cell->id, error);
}

static gboolean
toggle (TrellisTransaction *transaction,
        gpointer            data,
        GError            **error)
{
  TrellisCommandData *args = data;
  g_auto (Cell)       cell = { 0 };

  return cell_load (&cell, transaction, args->id, args->other_id, error)
         && set_cell (transaction, &cell, cell.id == 0, error);
}

static TrellisCommandData *
new_cell_data (gint64 component_id,
               gint64 role_id)
{
  TrellisCommandData *args = trellis_command_data_new (&trellis_involvement_type, component_id);

  args->other_id = role_id;
  return args;
}

/* Turns the cell round. What it said goes with the involvement, and comes back with undo. */
gboolean
trellis_commands_toggle (TrellisStore *store,
                         gint64        component_id,
                         gint64        role_id,
                         GError      **error)
{
  return trellis_command_data_run (new_cell_data (component_id, role_id), store, toggle, NULL,
                                   error);
}

static gboolean
set_involved (TrellisTransaction *transaction,
              gpointer            data,
              GError            **error)
{
  TrellisCommandData *args = data;
  g_auto (Cell)       cell = { 0 };

  return cell_load (&cell, transaction, args->id, args->other_id, error)
         && set_cell (transaction, &cell, args->number != 0, error);
}

gboolean
trellis_commands_set_involved (TrellisStore *store,
                               gint64        component_id,
                               gint64        role_id,
                               gboolean      involved,
                               GError      **error)
{
  TrellisCommandData *args = new_cell_data (component_id, role_id);

  args->number = involved;
  return trellis_command_data_run (args, store, set_involved, NULL, error);
}

static gboolean
reword (TrellisTransaction *transaction,
        gpointer            data,
        GError            **error)
{
  TrellisCommandData *args = data;
  g_auto (Cell)       cell = { 0 };
  const char         *wording;

  if (!cell_load (&cell, transaction, args->id, args->other_id, error))
    return FALSE;

  wording = g_str_equal (args->text, cell.role->name) ? "" : args->text;
  describe_cell (transaction, TRELLIS_CHANGE_REWORD, &cell);
  if (cell.id != 0)
    return trellis_transaction_set_text (transaction, &trellis_involvement_type, cell.id,
                                         "wording", wording, error);

  return assign (transaction, cell.report_id, args->id, args->other_id, wording, error);
}

/* Says what the role is called in this cell; "" or the role's own name: as the role is. A cell
 * that was empty is assigned. */
gboolean
trellis_commands_reword (TrellisStore *store,
                         gint64        component_id,
                         gint64        role_id,
                         const char   *wording,
                         GError      **error)
{
  TrellisCommandData *args = new_cell_data (component_id, role_id);

  args->text = g_strdup (wording);
  return trellis_command_data_run (args, store, reword, NULL, error);
}

static gboolean
set_cells (TrellisTransaction *transaction,
           gpointer            data,
           GError            **error)
{
  TrellisCommandData *args = data;
  gboolean            involved = args->number != 0;
  guint               n_set = 0;

  for (guint i = 0; i < args->ids->len * args->other_ids->len; i++)
    {
      gint64 component_id = g_array_index (args->ids, gint64, i / args->other_ids->len);
      gint64 role_id = g_array_index (args->other_ids, gint64, i % args->other_ids->len);
      gint64 id;

      if (!trellis_transaction_find_involvement (transaction, component_id, role_id, &id, error))
        return FALSE;
      if (involved == (id != 0))
        continue;
      if (involved ? !assign (transaction, args->report_id, component_id, role_id, "", error)
                   : !trellis_transaction_delete (transaction, &trellis_involvement_type, id,
                                                  error))
        return FALSE;
      n_set++;
    }

  trellis_transaction_describe (transaction,
                                involved ? TRELLIS_CHANGE_ASSIGN_MANY : TRELLIS_CHANGE_REMOVE_MANY,
                                args->report_id, "", "", n_set);
  return TRUE;
}

static gboolean
set_rectangle (TrellisTransaction *transaction,
               gpointer            data,
               GError            **error)
{
  TrellisCommandData *args = data;

  if (args->ids->len == 0 || args->other_ids->len == 0)
    return TRUE;

  args->report_id = trellis_transaction_get_report (transaction, &trellis_component_type,
                                                    g_array_index (args->ids, gint64, 0), error);
  return args->report_id != 0 && set_cells (transaction, args, error);
}

/* Fills or clears all cells of these components and roles; cells that are so already keep what
 * they say. */
gboolean
trellis_commands_set_cells (TrellisStore *store,
                            const gint64 *component_ids,
                            guint         n_components,
                            const gint64 *role_ids,
                            guint         n_roles,
                            gboolean      involved,
                            GError      **error)
{
  TrellisCommandData *args = trellis_command_data_new (&trellis_involvement_type, 0);

  args->ids = trellis_command_data_copy_ids (component_ids, n_components);
  args->other_ids = trellis_command_data_copy_ids (role_ids, n_roles);
  args->number = involved;
  if (n_components * n_roles > LONG_CELLS)
    return trellis_command_data_run_long (args, store, set_rectangle, NULL, error);

  return trellis_command_data_run (args, store, set_rectangle, NULL, error);
}

static gboolean
append_all_ids (TrellisTransaction      *transaction,
                const TrellisRecordType *type,
                gint64                   report_id,
                GArray                  *ids,
                GError                 **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  gboolean              done;

  done = trellis_transaction_load_part (transaction, type, report_id, records, error);
  for (guint i = 0; i < records->len; i++)
    {
      TrellisRecord *record = g_ptr_array_index (records, i);

      g_array_append_val (ids, record->id);
      trellis_record_free (type, record);
    }

  return done;
}

/* The line of `id`, a component or a role, crossed with all of the other kind. */
static gboolean
set_line (TrellisTransaction *transaction,
          gpointer            data,
          GError            **error)
{
  TrellisCommandData *args = data;
  gboolean            is_row = args->type == &trellis_component_type;

  args->ids = trellis_command_data_copy_ids (&args->id, is_row ? 1 : 0);
  args->other_ids = trellis_command_data_copy_ids (&args->id, is_row ? 0 : 1);
  args->report_id = trellis_transaction_get_report (transaction, args->type, args->id, error);
  return args->report_id != 0
         && append_all_ids (transaction, is_row ? &trellis_role_type : &trellis_component_type,
                            args->report_id, is_row ? args->other_ids : args->ids, error)
         && set_cells (transaction, args, error);
}

/* Fills or clears a component's row. */
gboolean
trellis_commands_set_row (TrellisStore *store,
                          gint64        component_id,
                          gboolean      involved,
                          GError      **error)
{
  TrellisCommandData *args = trellis_command_data_new (&trellis_component_type, component_id);

  args->number = involved;
  return trellis_command_data_run (args, store, set_line, NULL, error);
}

/* Fills or clears a role's column. */
gboolean
trellis_commands_set_column (TrellisStore *store,
                             gint64        role_id,
                             gboolean      involved,
                             GError      **error)
{
  TrellisCommandData *args = trellis_command_data_new (&trellis_role_type, role_id);

  args->number = involved;
  return trellis_command_data_run (args, store, set_line, NULL, error);
}
