/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static void
on_changed (TrellisStore        *store,
            TrellisAnnouncement *announcement,
            Fixture             *self)
{
  g_ptr_array_add (self->announced, trellis_announcement_copy (announcement));
}

static void
on_failed (TrellisStore *store,
           GError       *error,
           Fixture      *self)
{
  g_ptr_array_add (self->failed, g_error_copy (error));
}

void
fixture_open (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  self->store = trellis_store_open (self->path, &error);
  g_assert_no_error (error);
  g_signal_connect (self->store, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (self->store, "failed", G_CALLBACK (on_failed), self);
}

void
fixture_reopen (Fixture *self)
{
  trellis_store_close (self->store);
  g_clear_object (&self->store);
  fixture_open (self);
}

void
fixture_set_up (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (TrellisReport) report = sample_report_new ();
  g_autoptr (GError)        error = NULL;

  self->folder = g_dir_make_tmp ("trellis-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "library.db", NULL);
  self->announced = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_announcement_free);
  self->failed = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  fixture_open (self);

  trellis_commands_import_report (self->store, report, &self->report, &error);
  g_assert_no_error (error);
  g_assert_cmpint (self->report, >, 0);
  g_ptr_array_set_size (self->announced, 0);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char      *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }

  g_remove (path);
}

void
fixture_tear_down (Fixture      *self,
                   gconstpointer data)
{
  trellis_store_close (self->store);
  g_clear_object (&self->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_ptr_array_unref (self->announced);
  g_ptr_array_unref (self->failed);
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

void
fixture_wait_idle (Fixture *self)
{
  while (trellis_store_get_busy (self->store))
    g_main_context_iteration (NULL, TRUE);
}

static void
set_text (gpointer                 record,
          const TrellisRecordType *type,
          const char              *field,
          const char              *value)
{
  trellis_record_set_text (trellis_record_type_find_field (type, field), record, value);
}

static gpointer
add (TrellisReport           *report,
     const TrellisRecordType *type,
     int                      position,
     const char              *name)
{
  TrellisRecord *record = trellis_report_add (report, type);

  /* As the tables will number them. */
  record->id = trellis_report_get_part (report, type)->len;
  trellis_record_set_int (trellis_record_type_find_field (type, "position"), record, position);
  if (trellis_record_type_find_field (type, "name") != NULL)
    set_text (record, type, "name", name);
  return record;
}

static void
add_involvement (TrellisReport *report,
                 guint          component,
                 guint          role,
                 int            position,
                 const char    *wording)
{
  TrellisInvolvement *involvement = add (report, &trellis_involvement_type, position, NULL);
  TrellisComponent   *row = g_ptr_array_index (report->components, component);
  TrellisRole        *column = g_ptr_array_index (report->roles, role);

  involvement->component_id = row->base.id;
  involvement->role_id = column->base.id;
  set_text (involvement, &trellis_involvement_type, "wording", wording);
}

static void
add_posting (TrellisReport *report,
             int            position,
             const char    *title,
             const char    *skill)
{
  TrellisPosting      *posting = add (report, &trellis_posting_type, position, NULL);
  TrellisPostingSkill *first, *second;

  set_text (posting, &trellis_posting_type, "title", title);
  set_text (posting, &trellis_posting_type, "source", "pasted text");
  first = add (report, &trellis_posting_skill_type, 1, "Git");
  first->posting_id = posting->base.id;
  second = add (report, &trellis_posting_skill_type, 2, skill);
  second->posting_id = posting->base.id;
  second->requirement = TRELLIS_REQUIREMENT_NICE;
}

static TrellisRoadmapTopic *
add_topic (TrellisReport       *report,
           TrellisRoadmapTopic *under,
           int                  position,
           const char          *name)
{
  TrellisRoadmapTopic *topic = add (report, &trellis_roadmap_topic_type, position, name);

  topic->roadmap_id = 1;
  topic->parent_id = under != NULL ? under->base.id : 0;
  topic->kind = under != NULL ? TRELLIS_TOPIC_SUB : TRELLIS_TOPIC_MAIN;
  set_text (topic, &trellis_roadmap_topic_type, "node", name);
  return topic;
}

static void
add_roadmap (TrellisReport *report)
{
  TrellisRoadmap      *roadmap = add (report, &trellis_roadmap_type, 1, NULL);
  TrellisRoadmapTopic *buses, *docks;

  set_text (roadmap, &trellis_roadmap_type, "title", "Embedded");
  set_text (roadmap, &trellis_roadmap_type, "slug", "embedded");
  buses = add_topic (report, NULL, 1, "Buses");
  buses->state = TRELLIS_TOPIC_LEARNING;
  add_topic (report, buses, 2, "CAN");
  add_topic (report, buses, 3, "LIN")->priority = TRELLIS_PRIORITY_ALTERNATIVE;
  docks = add_topic (report, NULL, 4, "Locks");
  add_topic (report, docks, 5, "Solenoids")->state = TRELLIS_TOPIC_DONE;
}

/* A small report about a bicycle-sharing service, with something in every part. */
TrellisReport *
sample_report_new (void)
{
  TrellisReport   *report = trellis_report_new ();
  TrellisSection  *section = add (report, &trellis_section_type, 1, NULL);
  TrellisStanding *standing;
  TrellisClaim    *claim;

  g_set_str (&report->title, "Velo Commons");
  g_set_str (&report->author, "Ada Fenwick");
  report->lists = TRELLIS_LISTS_AUTHORED;
  section->kind = TRELLIS_SECTION_MATRIX;
  section->level = 2;
  set_text (section, &trellis_section_type, "heading", "Components and roles");

  add (report, &trellis_component_type, 1, "Dock Controller");
  add (report, &trellis_component_type, 2, "Ride Ledger");
  add (report, &trellis_component_type, 3, "Rider App");
  add (report, &trellis_role_type, 1, "Embedded engineer");
  add (report, &trellis_role_type, 2, "Back-end engineer");
  add (report, &trellis_role_type, 3, "DBA");
  add_involvement (report, 0, 0, 1, "");
  add_involvement (report, 0, 1, 2, "Back-end engineer (Go)");
  add_involvement (report, 1, 1, 1, "");
  add_involvement (report, 1, 2, 2, "Database engineer");
  add_involvement (report, 2, 1, 1, "");

  add (report, &trellis_common_skill_type, 1, "Reading a schematic");
  standing = add (report, &trellis_standing_type, 1, "Go");
  standing->level = TRELLIS_LEVEL_BEGINNER;
  add (report, &trellis_standing_type, 2, "Git");
  standing = add (report, &trellis_standing_type, 1, "Kubernetes");
  standing->list = TRELLIS_STANDING_LACK;
  standing->challenging = TRUE;
  add_posting (report, 1, "Back-end developer", "PostgreSQL");
  add_posting (report, 2, "Firmware developer", "C");
  claim = add (report, &trellis_claim_type, 1, "Git");
  claim->claimed = 2;
  claim = add (report, &trellis_claim_type, 1, "C");
  claim->list = TRELLIS_CLAIM_SINGLE;
  add_roadmap (report);
  return report;
}

gint64
add_component (Fixture    *self,
               const char *name)
{
  g_autoptr (GError) error = NULL;
  gint64             id;

  trellis_commands_add_component (self->store, self->report, name, &id, &error);
  g_assert_no_error (error);
  return id;
}

gint64
add_role (Fixture    *self,
          const char *name)
{
  g_autoptr (GError) error = NULL;
  gint64             id;

  trellis_commands_add_role (self->store, self->report, name, &id, &error);
  g_assert_no_error (error);
  return id;
}

/* A connection without any of the store's settings. */
sqlite3 *
raw_open (const char *path)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 5000);
  return db;
}

static char *
raw_first (const char *path,
           const char *sql)
{
  sqlite3      *db = raw_open (path);
  sqlite3_stmt *statement;
  char         *text = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  if (sqlite3_step (statement) == SQLITE_ROW)
    text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return text;
}

char *
raw_text (const char *path,
          const char *sql)
{
  return raw_first (path, sql);
}

gint64
raw_int (const char *path,
         const char *sql)
{
  g_autofree char *text = raw_first (path, sql);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

void
raw_exec (const char *path,
          const char *sql)
{
  sqlite3 *db = raw_open (path);
  char    *message = NULL;

  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

static void
dump_table (sqlite3    *db,
            const char *table,
            GString    *dump)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY id", table);
  sqlite3_stmt    *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_string_append (dump, table);
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        g_string_append_printf (dump, "|%s=%s", sqlite3_column_name (statement, i),
                                (const char *) sqlite3_column_text (statement, i));
      g_string_append_c (dump, '\n');
    }
  sqlite3_finalize (statement);
}

/* Everything that is recorded, as text. */
char *
raw_dump (const char *path)
{
  GString *dump = g_string_new (NULL);
  sqlite3 *db = raw_open (path);

  dump_table (db, trellis_report_type.name, dump);
  dump_table (db, trellis_alias_type.name, dump);
  for (guint i = 0; trellis_report_parts[i] != NULL; i++)
    dump_table (db, trellis_report_parts[i]->name, dump);
  sqlite3_close (db);
  return g_string_free_and_steal (dump);
}

void
assert_sound (const char *path)
{
  g_autofree char *integrity = raw_text (path, "PRAGMA integrity_check");
  g_autofree char *dangling = raw_text (path, "PRAGMA foreign_key_check");

  g_assert_cmpstr (integrity, ==, "ok");
  g_assert_null (dangling);
}

char *
read_file (const char *path,
           gsize      *size)
{
  g_autoptr (GError) error = NULL;
  char              *bytes;

  g_file_get_contents (path, &bytes, size, &error);
  g_assert_no_error (error);
  return bytes;
}
