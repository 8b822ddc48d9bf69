/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gi18n-lib.h>

static gint64
find_id (Fixture    *self,
         const char *table,
         const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE name = '%s'", table, name);

  return raw_int (self->path, sql);
}

static TrellisReport *
load (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  TrellisReport     *report = trellis_store_load_report (self->store, self->report, &error);

  g_assert_no_error (error);
  return report;
}

static void
assert_undo_label (Fixture    *self,
                   const char *expected)
{
  g_autofree char *label = trellis_store_get_undo_label (self->store);

  g_assert_cmpstr (label, ==, expected);
}

/* The last announcement holds exactly one row of @type with @event. */
static void
assert_announced (Fixture                 *self,
                  const TrellisRecordType *type,
                  gint64                   id,
                  TrellisRowEvent          event)
{
  TrellisAnnouncement *last = g_ptr_array_index (self->announced, self->announced->len - 1);
  guint                n_found = 0;

  for (guint i = 0; i < last->rows->len; i++)
    {
      TrellisChangedRow *row = &g_array_index (last->rows, TrellisChangedRow, i);

      if (row->type == type && row->id == id && row->event == event)
        n_found++;
    }
  g_assert_cmpuint (n_found, ==, 1);
}

static void
test_toggle (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64             component = find_id (self, "component", "Rider App");
  gint64             role = find_id (self, "role", "DBA");
  gint64             id;

  g_assert_true (trellis_commands_toggle (self->store, component, role, &error));
  assert_undo_label (self, "Assign DBA to Rider App");
  id = raw_int (self->path, "SELECT max(id) FROM involvement");
  assert_announced (self, &trellis_involvement_type, id, TRELLIS_ROW_INSERTED);
  g_assert_cmpint (raw_int (self->path, "SELECT position FROM involvement WHERE id = 6"), ==, 2);

  g_assert_true (trellis_commands_toggle (self->store, component, role, &error));
  assert_undo_label (self, "Remove DBA from Rider App");
  assert_announced (self, &trellis_involvement_type, id, TRELLIS_ROW_DELETED);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM involvement"), ==, 5);
}

static void
test_toggle_of_nothing (Fixture      *self,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *before = raw_dump (self->path);
  g_autofree char   *after = NULL;

  g_assert_false (trellis_commands_toggle (self->store, 4711, 1, &error));
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_NOT_FOUND);
  after = raw_dump (self->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (self->announced->len, ==, 0);
}

static void
test_no_change (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64             component = find_id (self, "component", "Rider App");
  gint64             role = find_id (self, "role", "Back-end engineer");
  gint64             n_changes = raw_int (self->path, "SELECT count(*) FROM history");

  g_assert_true (trellis_commands_set_involved (self->store, component, role, TRUE, &error));
  g_assert_true (trellis_commands_set_text (self->store, &trellis_component_type, component,
                                            "name", "Rider App", &error));
  g_assert_true (trellis_commands_merge_roles (self->store, role, role, &error));
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM history"), ==, n_changes);
  g_assert_cmpuint (self->announced->len, ==, 0);
}

static void
test_reword (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64             component = find_id (self, "component", "Rider App");
  gint64             role = find_id (self, "role", "DBA");

  g_assert_true (trellis_commands_reword (self->store, component, role, "Data steward", &error));
  assert_undo_label (self, "Reword DBA in Rider App");
  g_assert_cmpint (raw_int (self->path,
                            "SELECT count(*) FROM involvement WHERE wording = 'Data steward'"),
                   ==, 1);
  g_assert_true (trellis_commands_reword (self->store, component, role, "DBA", &error));
  g_assert_cmpint (raw_int (self->path,
                            "SELECT count(*) FROM involvement WHERE component_id = 3"
                            " AND role_id = 3 AND wording = ''"),
                   ==, 1);
}

static void
test_lines (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64             component = find_id (self, "component", "Dock Controller");
  gint64             role = find_id (self, "role", "DBA");

  g_assert_true (trellis_commands_set_row (self->store, component, TRUE, &error));
  assert_undo_label (self, "Assign 1 role");
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM involvement WHERE component_id = 1"),
                   ==, 3);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM involvement"
                                        " WHERE wording = 'Back-end engineer (Go)'"),
                   ==, 1);

  g_assert_true (trellis_commands_set_column (self->store, role, FALSE, &error));
  assert_undo_label (self, "Remove 2 roles");
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM involvement WHERE role_id = 3"),
                   ==, 0);
}

static void
test_rectangle (Fixture      *self,
                gconstpointer data)
{
  gint64             components[] = { 2, 3 };
  gint64             roles[] = { 1, 2, 3 };
  g_autoptr (GError) error = NULL;
  g_autofree char   *before = raw_dump (self->path);
  g_autofree char   *after = NULL;

  g_assert_true (trellis_commands_set_cells (self->store, components, 2, roles, 3, TRUE, &error));
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM involvement"), ==, 8);
  assert_undo_label (self, "Assign 3 roles");
  g_assert_true (trellis_store_undo (self->store, &error));
  after = raw_dump (self->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (trellis_commands_set_cells (self->store, components, 0, roles, 3, TRUE, &error));
}

static void
test_add_at (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (TrellisReport) report = NULL;
  TrellisComponent         *component = trellis_record_new (&trellis_component_type);
  gint64                    id;

  g_set_str (&component->name, "Billing");
  component->position = 2;
  g_assert_true (trellis_commands_add (self->store, &trellis_component_type, self->report,
                                       component, &id, &error));
  assert_undo_label (self, "Add Billing");
  trellis_record_free (&trellis_component_type, component);

  report = load (self);
  component = g_ptr_array_index (report->components, 1);
  g_assert_cmpstr (component->name, ==, "Billing");
  g_assert_cmpint (component->base.id, ==, id);
  component = g_ptr_array_index (report->components, 3);
  g_assert_cmpstr (component->name, ==, "Rider App");
  g_assert_cmpint (component->position, ==, 4);
}

static char *
get_order (Fixture *self)
{
  g_autoptr (TrellisReport) report = load (self);
  GString                  *order = g_string_new (NULL);

  for (guint i = 0; i < report->components->len; i++)
    {
      TrellisComponent *component = g_ptr_array_index (report->components, i);

      g_assert_cmpint (component->position, ==, (int) i + 1);
      g_string_append_c (order, component->name[0]);
    }
  return g_string_free_and_steal (order);
}

static void
assert_order (Fixture    *self,
              const char *expected)
{
  g_autofree char *order = get_order (self);

  g_assert_cmpstr (order, ==, expected);
}

static void
test_move (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64             swapped[] = { 2, 1, 3, 4, 5 };

  add_component (self, "Vault");
  add_component (self, "Zones");
  raw_exec (self->path, "DELETE FROM component WHERE id = 2");
  assert_order (self, "DRVZ");
  trellis_commands_move (self->store, &trellis_component_type, 5, 2, &error);
  assert_order (self, "DZRV");
  assert_undo_label (self, "Move Zones");
  trellis_commands_move (self->store, &trellis_component_type, 1, 99, &error);
  assert_order (self, "ZRVD");
  trellis_commands_move (self->store, &trellis_component_type, 4, 0, &error);
  assert_order (self, "VZRD");
  g_assert_true (trellis_store_undo (self->store, &error));
  g_assert_true (trellis_store_undo (self->store, &error));
  assert_order (self, "DZRV");
  g_assert_false (trellis_commands_reorder (self->store, &trellis_component_type, swapped, 5,
                                            &error));
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_NOT_FOUND);
  assert_order (self, "DZRV");
}

static void
test_swap (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64             swapped[] = { 2, 1, 3 };

  g_assert_true (trellis_commands_reorder (self->store, &trellis_component_type, swapped, 3,
                                           &error));
  assert_order (self, "RDR");
  g_assert_true (trellis_store_undo (self->store, &error));
  g_assert_no_error (error);
  assert_order (self, "DRR");
  g_assert_true (trellis_store_redo (self->store, &error));
  assert_order (self, "RDR");
}

static void
test_delete_cascades (Fixture      *self,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *before = raw_dump (self->path);
  g_autofree char   *after = NULL;

  g_assert_true (trellis_commands_delete (self->store, &trellis_role_type, 2, &error));
  assert_undo_label (self, "Delete Back-end engineer");
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM involvement"), ==, 2);
  assert_announced (self, &trellis_role_type, 2, TRELLIS_ROW_DELETED);
  assert_announced (self, &trellis_involvement_type, 2, TRELLIS_ROW_DELETED);

  g_assert_true (trellis_store_undo (self->store, &error));
  assert_announced (self, &trellis_role_type, 2, TRELLIS_ROW_INSERTED);
  assert_announced (self, &trellis_involvement_type, 2, TRELLIS_ROW_INSERTED);
  after = raw_dump (self->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_other_list (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (TrellisReport) report = NULL;
  TrellisStanding          *standing;

  trellis_commands_set_int (self->store, &trellis_standing_type, 1, "list",
                            TRELLIS_STANDING_LACK, &error);
  g_assert_no_error (error);
  report = load (self);
  standing = g_ptr_array_index (report->standings, 2);
  g_assert_cmpstr (standing->name, ==, "Go");
  g_assert_cmpint (standing->position, ==, 2);
  standing = g_ptr_array_index (report->standings, 0);
  g_assert_cmpstr (standing->name, ==, "Git");
  g_assert_cmpint (standing->position, ==, 1);

  standing = trellis_store_load_record (self->store, &trellis_standing_type, 2, &error);
  g_assert_cmpint (standing->position, ==, 1);
  trellis_record_free (&trellis_standing_type, standing);
}

static void
test_labels_of_members (Fixture      *self,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  trellis_commands_set_int (self->store, &trellis_standing_type, 1, "level",
                            TRELLIS_LEVEL_INTERMEDIATE, &error);
  assert_undo_label (self, "Set Go to Intermediate");
  trellis_commands_set_text (self->store, &trellis_component_type, 1, "name", "Dock", &error);
  assert_undo_label (self, "Rename Dock Controller");
  trellis_commands_set_text (self->store, &trellis_component_type, 1, "description", "x", &error);
  assert_undo_label (self, "Edit Dock");
  trellis_commands_set_text (self->store, &trellis_report_type, self->report, "layout", "two-file",
                             &error);
  assert_undo_label (self, "Change template");
  trellis_commands_set_int (self->store, &trellis_report_type, self->report, "lists",
                            TRELLIS_LISTS_COMPUTED, &error);
  assert_undo_label (self, "Use computed lists");
  trellis_commands_delete (self->store, &trellis_posting_type, 1, &error);
  assert_undo_label (self, "Delete Back-end developer");
  trellis_commands_delete (self->store, &trellis_involvement_type, 1, &error);
  assert_undo_label (self, "Delete Embedded engineer");
  add_component (self, "");
  assert_undo_label (self, "Add Untitled");
  g_assert_no_error (error);
}

static void
test_merge_roles (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (TrellisReport) report = NULL;
  TrellisRole              *role;
  TrellisInvolvement       *cell;

  trellis_commands_set_text (self->store, &trellis_role_type, 3, "aliases", "Data engineer\ndba",
                             &error);
  trellis_commands_toggle (self->store, 3, 3, &error);
  trellis_commands_toggle (self->store, 3, 2, &error);
  g_assert_true (trellis_commands_merge_roles (self->store, 3, 2, &error));
  g_assert_no_error (error);
  assert_undo_label (self, "Merge DBA into Back-end engineer");

  report = load (self);
  g_assert_cmpuint (report->roles->len, ==, 2);
  role = trellis_report_find (report, &trellis_role_type, 2);
  g_assert_cmpstr (role->aliases, ==, "DBA\nData engineer");
  cell = trellis_report_find_involvement (report, 3, 2);
  g_assert_cmpstr (cell->wording, ==, "DBA");
  cell = trellis_report_find_involvement (report, 2, 2);
  g_assert_cmpstr (cell->wording, ==, "");
  g_assert_cmpstr (cell->note, ==, "Database engineer");
}

static void
test_import_keeps_everything (Fixture      *self,
                              gconstpointer data)
{
  g_autoptr (TrellisReport) expected = sample_report_new ();
  g_autoptr (TrellisReport) loaded = load (self);

  expected->base.id = self->report;
  g_set_str (&expected->created, loaded->created);
  g_set_str (&expected->edited, loaded->edited);
  g_assert_true (trellis_report_equal (expected, loaded));
}

static void
test_duplicate (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (TrellisReport) copy = NULL;
  g_autoptr (TrellisReport) original = load (self);
  TrellisInvolvement       *cell;
  gint64                    id;

  g_assert_true (trellis_commands_duplicate_report (self->store, self->report, &id, &error));
  assert_undo_label (self, "Duplicate Velo Commons (copy)");
  copy = trellis_store_load_report (self->store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (copy->title, ==, "Velo Commons (copy)");
  g_assert_cmpuint (copy->involvements->len, ==, original->involvements->len);
  cell = g_ptr_array_index (copy->involvements, 0);
  g_assert_nonnull (trellis_report_find (copy, &trellis_component_type, cell->component_id));
  g_assert_null (trellis_report_find (original, &trellis_component_type, cell->component_id));

  g_assert_true (trellis_commands_delete_report (self->store, id, &error));
  assert_undo_label (self, "Delete Velo Commons (copy)");
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM involvement"), ==, 5);
}

static void
test_import_with_a_dangling_reference (Fixture      *self,
                                       gconstpointer data)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (TrellisReport) report = sample_report_new ();
  g_autofree char          *before = raw_dump (self->path);
  g_autofree char          *after = NULL;
  gint64                    id;

  ((TrellisInvolvement *) g_ptr_array_index (report->involvements, 0))->role_id = 4711;
  g_assert_false (trellis_commands_import_report (self->store, report, &id, &error));
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_STORE);
  after = raw_dump (self->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_list (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (TrellisReport) empty = trellis_report_new ();
  g_autoptr (GPtrArray)     reports = NULL;
  TrellisReportSummary     *summary;
  gint64                    id;

  g_set_str (&empty->title, "Older");
  g_set_str (&empty->edited, "2020-01-01T00:00:00Z");
  trellis_commands_new_report (self->store, empty, &id, &error);
  assert_undo_label (self, "Create Older");
  reports = trellis_store_list_reports (self->store, &error);
  g_assert_cmpuint (reports->len, ==, 2);
  summary = g_ptr_array_index (reports, 0);
  g_assert_cmpstr (summary->title, ==, "Velo Commons");
  g_assert_cmpuint (summary->n_components, ==, 3);
  g_assert_cmpuint (summary->n_roles, ==, 3);
  g_assert_cmpuint (summary->n_involvements, ==, 5);
  g_assert_cmpuint (summary->n_postings, ==, 2);
  summary = g_ptr_array_index (reports, 1);
  g_assert_cmpint (summary->id, ==, id);
  g_assert_cmpuint (summary->n_components, ==, 0);
}

static void
test_edited (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *edited = NULL;
  g_autofree char   *undone = NULL;

  raw_exec (self->path, "UPDATE report SET edited = '2020-01-01T00:00:00Z'");
  trellis_commands_toggle (self->store, 1, 1, &error);
  edited = raw_text (self->path, "SELECT edited FROM report");
  g_assert_cmpstr (edited, >, "2026");
  trellis_store_undo (self->store, &error);
  undone = raw_text (self->path, "SELECT edited FROM report");
  g_assert_cmpstr (undone, ==, "2020-01-01T00:00:00Z");
}

static void
test_details (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (TrellisReport) details = trellis_store_load_part (self->store, self->report,
                                                               &trellis_report_type, &error);
  g_autoptr (TrellisReport) loaded = NULL;

  g_assert_cmpuint (details->components->len, ==, 0);
  g_set_str (&details->course, "Software Engineering");
  g_assert_true (trellis_commands_set_details (self->store, self->report, details, &error));
  assert_undo_label (self, "Edit report details");
  loaded = load (self);
  g_assert_cmpstr (loaded->course, ==, "Software Engineering");
  g_assert_cmpstr (loaded->author, ==, "Ada Fenwick");
}

static void
test_hard_text (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *huge = g_strnfill (5 * 1024 * 1024, 'x');
  TrellisComponent  *component;

  trellis_commands_set_text (self->store, &trellis_component_type, 1, "name",
                             "Robert'); DROP TABLE \"component\";-- %s \\ «ё» 🌿", &error);
  trellis_commands_set_text (self->store, &trellis_component_type, 1, "description", huge, &error);
  g_assert_no_error (error);
  component = trellis_store_load_record (self->store, &trellis_component_type, 1, &error);
  g_assert_cmpstr (component->name, ==, "Robert'); DROP TABLE \"component\";-- %s \\ «ё» 🌿");
  g_assert_cmpstr (component->description, ==, huge);
  trellis_record_free (&trellis_component_type, component);

  raw_exec (self->path, "UPDATE component SET name = 'a' || char(0) || 'b',"
                        " description = CAST (x'ff41' AS TEXT) WHERE id = 1");
  component = trellis_store_load_record (self->store, &trellis_component_type, 1, &error);
  g_assert_cmpstr (component->name, ==, "a");
  g_assert_true (g_utf8_validate (component->description, -1, NULL));
  trellis_record_free (&trellis_component_type, component);
}

static void
test_unknown_enum (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TrellisStanding   *standing;

  raw_exec (self->path, "UPDATE standing SET level = 'wizard' WHERE id = 1");
  standing = trellis_store_load_record (self->store, &trellis_standing_type, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (standing->level, ==, TRELLIS_LEVEL_NONE);
  trellis_record_free (&trellis_standing_type, standing);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/commands/a-toggle-assigns-then-removes", test_toggle);
  fixture_add ("/commands/a-toggle-of-nothing-is-refused", test_toggle_of_nothing);
  fixture_add ("/commands/what-changes-nothing-leaves-no-change", test_no_change);
  fixture_add ("/commands/rewording-assigns-and-forgets-the-own-name", test_reword);
  fixture_add ("/commands/a-row-fills-and-a-column-clears", test_lines);
  fixture_add ("/commands/a-rectangle-is-one-change", test_rectangle);
  fixture_add ("/commands/add-puts-a-record-at-its-position", test_add_at);
  fixture_add ("/commands/move-counts-ranks-not-gaps", test_move);
  fixture_add ("/commands/a-swap-is-undone-and-redone", test_swap);
  fixture_add ("/commands/a-deleted-role-takes-its-cells-and-brings-them-back",
               test_delete_cascades);
  fixture_add ("/commands/what-changes-list-stands-last-there", test_other_list);
  fixture_add ("/commands/members-have-names-of-their-own", test_labels_of_members);
  fixture_add ("/commands/merged-roles-lose-no-word", test_merge_roles);
  fixture_add ("/commands/import-keeps-everything", test_import_keeps_everything);
  fixture_add ("/commands/a-duplicate-refers-to-itself", test_duplicate);
  fixture_add ("/commands/a-dangling-reference-is-refused-whole",
               test_import_with_a_dangling_reference);
  fixture_add ("/commands/the-last-edited-report-is-listed-first", test_list);
  fixture_add ("/commands/the-day-of-editing-is-part-of-the-change", test_edited);
  fixture_add ("/commands/details-are-one-change", test_details);
  fixture_add ("/commands/any-text-comes-back", test_hard_text);
  fixture_add ("/commands/an-unknown-enum-is-its-first-value", test_unknown_enum);

  return g_test_run ();
}
