/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

static gint64
add (Fixture         *self,
     TrellisAliasKind vocabulary,
     const char      *text,
     const char      *name)
{
  g_autoptr (GError) error = NULL;
  gint64             id;

  trellis_commands_add_alias (self->store, vocabulary, text, name, &id, &error);
  g_assert_no_error (error);
  return id;
}

static gint64
add_skill (Fixture    *self,
           const char *text,
           const char *name)
{
  return add (self, TRELLIS_ALIAS_SKILL, text, name);
}

/* All rows as "text>name", the skills' only. */
static void
assert_skills (Fixture    *self,
               const char *expected)
{
  g_autofree char *rows = raw_text (self->path,
                                    "SELECT coalesce (group_concat (text || '>' || name, ' '), '')"
                                    " FROM (SELECT * FROM alias WHERE vocabulary = 'skill'"
                                    " ORDER BY id)");

  g_assert_cmpstr (rows, ==, expected);
}

static void
undo (Fixture    *self,
      const char *label)
{
  g_autofree char   *said = trellis_store_get_undo_label (self->store);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (said, ==, label);
  g_assert_true (trellis_store_undo (self->store, &error));
  g_assert_no_error (error);
}

static void
test_add (Fixture      *self,
          gconstpointer data)
{
  g_autoptr (GPtrArray) aliases = NULL;
  TrellisAnnouncement  *announcement;
  const TrellisAlias   *alias;

  g_assert_cmpint (add_skill (self, "  Postgres ", "PostgreSQL"), >, 0);
  add (self, TRELLIS_ALIAS_ROLE, "DBA", "Database administrator");
  assert_skills (self, "Postgres>PostgreSQL");

  announcement = g_ptr_array_index (self->announced, 0);
  g_assert_true (trellis_announcement_touches (announcement, &trellis_alias_type));
  g_assert_cmpuint (announcement->rows->len, ==, 1);
  g_assert_cmpint (announcement->change->report_id, ==, 0);

  aliases = trellis_store_list_aliases (self->store, NULL);
  g_assert_cmpuint (aliases->len, ==, 2);
  alias = trellis_alias_find (aliases, TRELLIS_ALIAS_SKILL, "POSTGRES");
  g_assert_cmpstr (alias->name, ==, "PostgreSQL");
  g_assert_null (trellis_alias_find (aliases, TRELLIS_ALIAS_ROLE, "Postgres"));
  alias = trellis_alias_find (aliases, TRELLIS_ALIAS_ROLE, "dba");
  g_assert_cmpstr (alias->name, ==, "Database administrator");
}

static void
test_undo (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64             id = add_skill (self, "Postgres", "PostgreSQL");

  g_assert_true (trellis_commands_remove_alias (self->store, id, &error));
  assert_skills (self, "");
  undo (self, "Stop reading “Postgres” as PostgreSQL");
  assert_skills (self, "Postgres>PostgreSQL");
  undo (self, "Read “Postgres” as PostgreSQL");
  assert_skills (self, "");
  g_assert_true (trellis_store_redo (self->store, &error));
  assert_skills (self, "Postgres>PostgreSQL");
  g_assert_cmpstr (trellis_store_get_path (self->store), ==, self->path);
}

static void
test_one_text (Fixture      *self,
               gconstpointer data)
{
  add_skill (self, "js", "Java");
  g_assert_cmpint (add_skill (self, "JS", "JavaScript"), ==, 0);
  assert_skills (self, "js>JavaScript");
  g_ptr_array_set_size (self->announced, 0);
  add_skill (self, "js", "JavaScript");
  g_assert_cmpuint (self->announced->len, ==, 0);
}

/* Whatever order they come in, one look-up leads to the end. */
static void
test_flat (Fixture      *self,
           gconstpointer data)
{
  add_skill (self, "pg", "Postgres");
  add_skill (self, "Postgres", "PostgreSQL");
  assert_skills (self, "pg>PostgreSQL Postgres>PostgreSQL");
  add_skill (self, "postgresql", "pg");
  assert_skills (self, "Postgres>pg postgresql>pg");
  undo (self, "Read “postgresql” as pg");
  assert_skills (self, "pg>PostgreSQL Postgres>PostgreSQL");
}

static void
test_spelling (Fixture      *self,
               gconstpointer data)
{
  add_skill (self, "psql", "postgresql");
  add_skill (self, "postgresql", "PostgreSQL");
  assert_skills (self, "psql>PostgreSQL postgresql>PostgreSQL");
  g_assert_cmpint (add_skill (self, "Go", "Go"), ==, 0);
  assert_skills (self, "psql>PostgreSQL postgresql>PostgreSQL");
}

static void
test_merge (Fixture      *self,
            gconstpointer data)
{
  static const char *const texts[] = { "k8s", "Kubernetes", "kube", NULL };
  g_autoptr (GError)       error = NULL;

  add_skill (self, "Kubernetes", "k8s");
  g_assert_true (trellis_commands_merge_skills (self->store, texts, "Kubernetes", &error));
  g_assert_no_error (error);
  assert_skills (self, "k8s>Kubernetes kube>Kubernetes");
  undo (self, "Merge k8s, kube into Kubernetes");
  assert_skills (self, "Kubernetes>k8s");
}

static void
test_empty (Fixture      *self,
            gconstpointer data)
{
  static const char *const texts[] = { "k8s", " ", NULL };
  g_autoptr (GError)       error = NULL;

  g_assert_false (trellis_commands_merge_skills (self->store, texts, "Kubernetes", &error));
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_false (trellis_commands_add_alias (self->store, TRELLIS_ALIAS_ROLE, "x", "", NULL,
                                              &error));
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_false (trellis_commands_remove_alias (self->store, 4711, &error));
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_NOT_FOUND);
  assert_skills (self, "");
}

/* The generic commands take them too, and no report is touched. */
static void
test_generic (Fixture      *self,
              gconstpointer data)
{
  gint64             id = add_skill (self, "k8s", "Kubernetes");
  g_autofree char   *before = raw_text (self->path, "SELECT edited FROM report");
  g_autofree char   *after = NULL;
  g_autoptr (GError) error = NULL;

  trellis_commands_set_text (self->store, &trellis_alias_type, id, "text", "kube", &error);
  g_assert_no_error (error);
  assert_skills (self, "kube>Kubernetes");
  trellis_commands_delete (self->store, &trellis_alias_type, id, &error);
  g_assert_no_error (error);
  assert_skills (self, "");
  after = raw_text (self->path, "SELECT edited FROM report");
  g_assert_cmpstr (before, ==, after);
}

static void
test_outlives (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (GPtrArray) aliases = NULL;
  g_autoptr (GError)    error = NULL;

  add_skill (self, "k8s", "Kubernetes");
  trellis_commands_delete_report (self->store, self->report, &error);
  g_assert_no_error (error);
  fixture_reopen (self);
  aliases = trellis_store_list_aliases (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (aliases->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/alias/is-found-in-its-vocabulary-in-any-case", test_add);
  fixture_add ("/alias/is-undone-and-redone", test_undo);
  fixture_add ("/alias/a-text-means-one-name", test_one_text);
  fixture_add ("/alias/a-name-is-never-another-alias", test_flat);
  fixture_add ("/alias/may-change-only-the-spelling", test_spelling);
  fixture_add ("/alias/merging-makes-one-change", test_merge);
  fixture_add ("/alias/empty-names-are-refused", test_empty);
  fixture_add ("/alias/is-a-record-like-others", test_generic);
  fixture_add ("/alias/outlives-the-reports", test_outlives);

  return g_test_run ();
}
