/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

static char *
get_label (Fixture     *self,
           TrellisCause direction)
{
  return direction == TRELLIS_CAUSE_UNDO ? trellis_store_get_undo_label (self->store)
                                         : trellis_store_get_redo_label (self->store);
}

static void
assert_label (Fixture     *self,
              TrellisCause direction,
              const char  *expected)
{
  g_autofree char *label = get_label (self, direction);

  g_assert_cmpstr (label, ==, expected);
}

static void
test_reopen (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *before = raw_dump (self->path);
  g_autofree char   *changed = NULL;
  g_autofree char   *undone = NULL;
  g_autofree char   *redone = NULL;

  trellis_commands_delete (self->store, &trellis_component_type, 1, &error);
  changed = raw_dump (self->path);
  fixture_reopen (self);
  assert_label (self, TRELLIS_CAUSE_UNDO, "Delete Dock Controller");
  g_assert_true (trellis_store_undo (self->store, &error));
  undone = raw_dump (self->path);
  g_assert_cmpstr (undone, ==, before);

  fixture_reopen (self);
  assert_label (self, TRELLIS_CAUSE_REDO, "Delete Dock Controller");
  g_assert_true (trellis_store_redo (self->store, &error));
  g_assert_no_error (error);
  redone = raw_dump (self->path);
  g_assert_cmpstr (redone, ==, changed);
  g_assert_false (trellis_store_can_redo (self->store));
}

static void
test_new_change_drops_redo (Fixture      *self,
                            gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  trellis_commands_toggle (self->store, 1, 1, &error);
  trellis_store_undo (self->store, &error);
  g_assert_true (trellis_store_can_redo (self->store));
  trellis_commands_toggle (self->store, 1, 3, &error);
  g_assert_false (trellis_store_can_redo (self->store));
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM history WHERE undone = 1"), ==, 0);
  g_assert_false (trellis_store_redo (self->store, &error));
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_NOT_FOUND);
  assert_label (self, TRELLIS_CAUSE_UNDO, "Assign DBA to Dock Controller");
}

static void
test_nothing_left (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (trellis_store_undo (self->store, &error));
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM report"), ==, 0);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM posting_skill"), ==, 0);
  g_assert_false (trellis_store_can_undo (self->store));
  g_assert_false (trellis_store_undo (self->store, &error));
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_NOT_FOUND);
  assert_label (self, TRELLIS_CAUSE_UNDO, NULL);
  assert_label (self, TRELLIS_CAUSE_REDO, "Import Velo Commons");
}

static void
type_text (Fixture    *self,
           gint64      id,
           const char *text)
{
  g_autoptr (GError) error = NULL;

  trellis_commands_set_text (self->store, &trellis_component_type, id, "description", text,
                             &error);
  g_assert_no_error (error);
}

static void
test_typing_merges (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64             n_changes = raw_int (self->path, "SELECT count(*) FROM history");

  type_text (self, 1, "L");
  type_text (self, 1, "Lo");
  type_text (self, 1, "Locks");
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM history"), ==, n_changes + 1);
  type_text (self, 2, "Counts");
  type_text (self, 1, "Locks bikes");
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM history"), ==, n_changes + 3);

  trellis_store_end_merge (self->store);
  type_text (self, 1, "Locks all bikes");
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM history"), ==, n_changes + 4);

  for (guint i = 0; i < 3; i++)
    g_assert_true (trellis_store_undo (self->store, &error));
  g_assert_cmpint (raw_int (self->path, "SELECT description = 'Locks' FROM component"
                                        " WHERE id = 1"),
                   ==, 1);
  type_text (self, 1, "Locks up");
  g_assert_true (trellis_store_undo (self->store, &error));
  g_assert_cmpint (raw_int (self->path, "SELECT description = 'Locks' FROM component"
                                        " WHERE id = 1"),
                   ==, 1);
  g_assert_true (trellis_store_undo (self->store, &error));
  g_assert_cmpint (raw_int (self->path, "SELECT description = '' FROM component"
                                        " WHERE id = 1"),
                   ==, 1);
}

static void
test_typing_back (Fixture      *self,
                  gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  raw_exec (self->path, "UPDATE report SET edited = '2020-01-01T00:00:00Z'");
  before = raw_dump (self->path);
  type_text (self, 1, "x");
  assert_label (self, TRELLIS_CAUSE_UNDO, "Edit Dock Controller");
  type_text (self, 1, "");
  assert_label (self, TRELLIS_CAUSE_UNDO, "Import Velo Commons");
  after = raw_dump (self->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_conflict (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *before = NULL;
  g_autofree char   *after = NULL;

  trellis_commands_set_text (self->store, &trellis_component_type, 1, "name", "Dock", &error);
  raw_exec (self->path, "UPDATE component SET name = 'Somebody else' WHERE id = 1");
  before = raw_dump (self->path);
  g_assert_false (trellis_store_undo (self->store, &error));
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Rename Dock Controller"));
  after = raw_dump (self->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (trellis_store_can_undo (self->store));
  g_assert_false (trellis_store_can_redo (self->store));

  g_clear_error (&error);
  raw_exec (self->path, "UPDATE component SET name = 'Dock' WHERE id = 1");
  g_assert_true (trellis_store_undo (self->store, &error));
  raw_exec (self->path, "DELETE FROM component WHERE id = 1");
  g_assert_false (trellis_store_redo (self->store, &error));
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_CONFLICT);
}

static void
test_dangling (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  trellis_commands_toggle (self->store, 3, 3, &error);
  trellis_store_undo (self->store, &error);
  raw_exec (self->path, "PRAGMA foreign_keys = ON; DELETE FROM component WHERE id = 3");
  g_assert_false (trellis_store_redo (self->store, &error));
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_CONFLICT);
  assert_sound (self->path);
}

static void
test_bounds (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *huge = g_strnfill (9 * 1024 * 1024, 'x');

  for (guint i = 0; i < 520; i++)
    trellis_commands_toggle (self->store, 1, 3, &error);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM history"), ==, 500);

  for (guint i = 0; i < 6; i++)
    {
      huge[0] = (char) ('a' + i);
      type_text (self, 1 + i % 2, huge);
      trellis_store_end_merge (self->store);
    }
  g_assert_no_error (error);
  g_assert_cmpint (raw_int (self->path, "SELECT sum(size) FROM history"), <=, 64 * 1024 * 1024);
  g_assert_cmpint (raw_int (self->path, "SELECT sum(size) FROM history"), >, 32 * 1024 * 1024);
  g_assert_cmpint (raw_int (self->path,
                            "SELECT count(*) FROM history WHERE size <> length (changeset)"),
                   ==, 0);
  while (trellis_store_can_undo (self->store))
    g_assert_true (trellis_store_undo (self->store, &error));
}

static void
test_not_recorded (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 20; i++)
    trellis_commands_toggle (self->store, 1, 3, &error);
  g_assert_cmpint (raw_int (self->path, "SELECT max(size) FROM history WHERE kind <> 'import'"),
                   <, 300);
}

static void
test_announced_causes (Fixture      *self,
                       gconstpointer data)
{
  g_autoptr (GError)   error = NULL;
  TrellisAnnouncement *announcement;

  trellis_commands_toggle (self->store, 1, 3, &error);
  trellis_store_undo (self->store, &error);
  trellis_store_redo (self->store, &error);
  g_assert_cmpuint (self->announced->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      announcement = g_ptr_array_index (self->announced, i);
      g_assert_cmpint (announcement->cause, ==, TRELLIS_CAUSE_DO + i);
      g_assert_cmpint (announcement->change->report_id, ==, self->report);
      g_assert_cmpint (announcement->change->kind, ==, TRELLIS_CHANGE_ASSIGN);
      g_assert_true (trellis_announcement_touches (announcement, &trellis_involvement_type));
      g_assert_false (trellis_announcement_touches (announcement, &trellis_role_type));
    }
}

static void
test_history (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) history = NULL;
  TrellisChange        *change;

  trellis_commands_toggle (self->store, 1, 3, &error);
  trellis_commands_move (self->store, &trellis_role_type, 3, 1, &error);
  trellis_store_undo (self->store, &error);
  history = trellis_store_list_history (self->store, &error);
  g_assert_cmpuint (history->len, ==, 3);
  change = g_ptr_array_index (history, 0);
  g_assert_cmpint (change->kind, ==, TRELLIS_CHANGE_MOVE);
  g_assert_true (change->undone);
  change = g_ptr_array_index (history, 1);
  g_assert_cmpint (change->kind, ==, TRELLIS_CHANGE_ASSIGN);
  g_assert_cmpstr (change->name, ==, "DBA");
  g_assert_cmpstr (change->other, ==, "Dock Controller");
  g_assert_false (change->undone);
}

/* What somebody might do, at random. Some of it fails because the record is gone; then nothing
 * must have happened. */
static void
act (Fixture *self,
     GRand   *rand)
{
  static const TrellisRecordType *const types[] = {
    &trellis_component_type,
    &trellis_role_type,
    &trellis_posting_type,
    &trellis_posting_skill_type,
    &trellis_standing_type,
  };
  const TrellisRecordType *type = types[g_rand_int_range (rand, 0, G_N_ELEMENTS (types))];
  gint64                   id = g_rand_int_range (rand, 1, 12);
  gint64                   other = g_rand_int_range (rand, 1, 12);
  g_autofree char         *text = g_strdup_printf ("n%d", g_rand_int_range (rand, 0, 100));

  switch (g_rand_int_range (rand, 0, 14))
    {
    case 0:
      trellis_commands_add_component (self->store, self->report, text, NULL, NULL);
      break;
    case 1:
      trellis_commands_add_role (self->store, self->report, text, NULL, NULL);
      break;
    case 2:
      trellis_commands_delete (self->store, type, id, NULL);
      break;
    case 3:
      trellis_commands_move (self->store, type, id, (guint) other, NULL);
      break;
    case 4:
      trellis_commands_set_text (self->store, &trellis_role_type, id, "name", text, NULL);
      break;
    case 5:
      trellis_commands_set_text (self->store, &trellis_role_type, id % 3 + 1, "aliases", text,
                                 NULL);
      break;
    case 6:
      trellis_commands_merge_roles (self->store, id, other, NULL);
      break;
    case 7:
      trellis_commands_set_row (self->store, id, other % 2, NULL);
      break;
    case 8:
      trellis_commands_set_column (self->store, id, other % 2, NULL);
      break;
    case 9:
      trellis_commands_reword (self->store, id, other, text, NULL);
      break;
    case 10:
      trellis_commands_set_int (self->store, &trellis_standing_type, id, "list", other % 2, NULL);
      break;
    case 11:
      if (id == 1)
        trellis_commands_duplicate_report (self->store, self->report, NULL, NULL);
      break;
    default:
      trellis_commands_toggle (self->store, id % 4 + 1, other % 4 + 1, NULL);
      break;
    }
}

static void
step (Fixture     *self,
      TrellisCause direction)
{
  g_autoptr (GError) error = NULL;

  if (direction == TRELLIS_CAUSE_UNDO)
    trellis_store_undo (self->store, &error);
  else
    trellis_store_redo (self->store, &error);
  g_assert_no_error (error);
}

static void
assert_dump (Fixture    *self,
             const char *expected)
{
  g_autofree char *dump = raw_dump (self->path);

  g_assert_cmpstr (dump, ==, expected);
}

/* After any commands: undo leads back through every state that was, redo forward. */
static void
test_random_walk (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr (GRand)     rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (states, raw_dump (self->path));
  for (guint i = 0; i < 120; i++)
    {
      guint n_announced = self->announced->len;

      act (self, rand);
      trellis_store_end_merge (self->store);
      if (g_rand_int_range (rand, 0, 25) == 0)
        fixture_reopen (self);

      if (self->announced->len > n_announced)
        g_ptr_array_add (states, raw_dump (self->path));
      else
        assert_dump (self, g_ptr_array_index (states, states->len - 1));
    }

  for (guint i = states->len - 1; i > 0; i--)
    {
      step (self, TRELLIS_CAUSE_UNDO);
      assert_dump (self, g_ptr_array_index (states, i - 1));
      if (g_rand_int_range (rand, 0, 25) == 0)
        fixture_reopen (self);
    }

  for (guint i = 1; i < states->len; i++)
    {
      step (self, TRELLIS_CAUSE_REDO);
      assert_dump (self, g_ptr_array_index (states, i));
      if (g_rand_int_range (rand, 0, 25) == 0)
        fixture_reopen (self);
    }

  g_assert_false (trellis_store_can_redo (self->store));
  assert_sound (self->path);
}

/* Who loads only the rows that were announced ends up with what is in the library. */
static void
test_announced_rows_suffice (Fixture      *self,
                             gconstpointer data)
{
  g_autoptr (GRand)      rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        g_free);
  gint64                 n_roles;

  for (gint64 id = 1; id <= 3; id++)
    {
      TrellisRole *role = trellis_store_load_record (self->store, &trellis_role_type, id, NULL);

      g_hash_table_insert (names, g_memdup2 (&id, sizeof id), g_strdup (role->name));
      trellis_record_free (&trellis_role_type, role);
    }

  for (guint i = 0; i < 150; i++)
    {
      int choice = g_rand_int_range (rand, 0, 6);

      if (choice == 0)
        trellis_store_undo (self->store, NULL);
      else if (choice == 1)
        trellis_store_redo (self->store, NULL);
      else
        act (self, rand);
      if (trellis_store_can_undo (self->store) == FALSE)
        trellis_store_redo (self->store, NULL);
    }

  for (guint i = 0; i < self->announced->len; i++)
    {
      TrellisAnnouncement *announcement = g_ptr_array_index (self->announced, i);

      for (guint j = 0; j < announcement->rows->len; j++)
        {
          TrellisChangedRow *row = &g_array_index (announcement->rows, TrellisChangedRow, j);
          TrellisRole       *role;

          if (row->type != &trellis_role_type)
            continue;
          role = trellis_store_load_record (self->store, row->type, row->id, NULL);
          if (role != NULL)
            g_hash_table_insert (names, g_memdup2 (&row->id, sizeof row->id),
                                 g_strdup (role->name));
          else
            g_hash_table_remove (names, &row->id);
          if (role != NULL)
            trellis_record_free (&trellis_role_type, role);
        }
    }

  n_roles = raw_int (self->path, "SELECT count(*) FROM role");
  g_assert_cmpint (g_hash_table_size (names), ==, n_roles);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/undo/survives-reopening", test_reopen);
  fixture_add ("/undo/a-new-change-drops-what-was-undone", test_new_change_drops_redo);
  fixture_add ("/undo/an-import-goes-and-then-nothing-is-left", test_nothing_left);
  fixture_add ("/undo/typing-in-one-field-is-one-change", test_typing_merges);
  fixture_add ("/undo/typing-there-and-back-is-no-change", test_typing_back);
  fixture_add ("/undo/a-conflict-changes-nothing-and-says-so", test_conflict);
  fixture_add ("/undo/redo-never-leaves-a-dangling-reference", test_dangling);
  fixture_add ("/undo/the-history-is-bounded", test_bounds);
  fixture_add ("/undo/the-history-does-not-record-itself", test_not_recorded);
  fixture_add ("/undo/do-undo-and-redo-are-announced-alike", test_announced_causes);
  fixture_add ("/undo/the-history-can-be-listed", test_history);
  fixture_add ("/undo/any-walk-leads-back-and-forth", test_random_walk);
  fixture_add ("/undo/the-announced-rows-suffice", test_announced_rows_suffice);

  return g_test_run ();
}
