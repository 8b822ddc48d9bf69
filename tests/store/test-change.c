/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-change.h"

#include <string.h>

#define N_KINDS (TRELLIS_CHANGE_DISMISS + 1)

static void
test_kinds (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      const char *name = trellis_change_kind_to_name (kind);

      g_assert_nonnull (name);
      g_assert_true (g_hash_table_add (seen, (gpointer) name));
      g_assert_cmpint (trellis_change_kind_from_name (name), ==, kind);
    }
  g_assert_cmpint (trellis_change_kind_from_name ("levitate"), ==, TRELLIS_CHANGE_EDIT);
}

static char *
get_label (TrellisChangeKind kind,
           const char       *name,
           const char       *other,
           guint             count)
{
  g_autoptr (TrellisChange) change = trellis_change_new (kind);

  g_set_str (&change->name, name);
  g_set_str (&change->other, other);
  change->count = count;
  return trellis_change_get_label (change);
}

static void
assert_label (TrellisChangeKind kind,
              const char       *name,
              const char       *other,
              guint             count,
              const char       *expected)
{
  g_autofree char *label = get_label (kind, name, other, count);

  g_assert_cmpstr (label, ==, expected);
}

static void
test_labels (void)
{
  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      g_autofree char *label = get_label (kind, "%s%n", "100%", 2);

      g_assert_cmpuint (strlen (label), >, 3);
    }

  assert_label (TRELLIS_CHANGE_ASSIGN, "DBA", "Ledger", 1, "Assign DBA to Ledger");
  assert_label (TRELLIS_CHANGE_ASSIGN_MANY, "", "", 4, "Assign 4 roles");
  assert_label (TRELLIS_CHANGE_ASSIGN_MANY, "", "", 1, "Assign 1 role");
  assert_label (TRELLIS_CHANGE_IMPORT_MATRIX, "", "", 1, "Import 1 involvement");
  assert_label (TRELLIS_CHANGE_IMPORT_COMPONENTS, "", "", 15, "Import 15 components");
  assert_label (TRELLIS_CHANGE_SET_LEVEL, "Go", "advanced", 0, "Set Go to Advanced");
  assert_label (TRELLIS_CHANGE_SET_LEVEL, "Go", "none", 0, "Set Go to No Level");
  assert_label (TRELLIS_CHANGE_MERGE, "SRE", "DevOps / SRE", 0, "Merge SRE into DevOps / SRE");
  assert_label (TRELLIS_CHANGE_CHOOSE_ROLE, "DBA", "", 0, "Choose DBA as role");
  assert_label (TRELLIS_CHANGE_EDIT, "", "", 0, "Edit Untitled");
  assert_label (TRELLIS_CHANGE_MARK, "Queues", "learning", 0, "Mark Queues as Learning");
  assert_label (TRELLIS_CHANGE_MARK, "Queues", "todo", 0, "Mark Queues as To Do");
  assert_label (TRELLIS_CHANGE_MARK_MANY, "Glazing", "", 1, "Mark 1 topic of Glazing");
  assert_label (TRELLIS_CHANGE_MARK_MANY, "Glazing", "", 3, "Mark 3 topics of Glazing");
  assert_label (TRELLIS_CHANGE_UPDATE, "Glazing", "", 0, "Update Glazing");
  assert_label (TRELLIS_CHANGE_ADD_SKILLS, "", "", 1, "Add 1 skill");
  assert_label (TRELLIS_CHANGE_DISMISS, "Docker", "", 1, "Dismiss Docker");
  assert_label (TRELLIS_CHANGE_DISMISS, "Docker", "", 3, "Dismiss 3 skills");
  assert_label (TRELLIS_CHANGE_ALIAS, "Postgres", "PostgreSQL", 0,
                "Read “Postgres” as PostgreSQL");
  assert_label (TRELLIS_CHANGE_UNALIAS, "Postgres", "PostgreSQL", 0,
                "Stop reading “Postgres” as PostgreSQL");
}

static void
test_copies (void)
{
  g_autoptr (TrellisChange)       change = trellis_change_new (TRELLIS_CHANGE_ADD);
  g_autoptr (TrellisAnnouncement) announcement = NULL;
  g_autoptr (TrellisAnnouncement) copy = NULL;
  TrellisChangedRow               row = { &trellis_role_type, 7, TRELLIS_ROW_INSERTED };

  g_set_str (&change->name, "DBA");
  change->report_id = 3;
  announcement = trellis_announcement_new (TRELLIS_CAUSE_DO, trellis_change_copy (change));
  g_array_append_val (announcement->rows, row);
  copy = trellis_announcement_copy (announcement);
  g_clear_pointer (&announcement, trellis_announcement_free);

  g_assert_cmpstr (copy->change->name, ==, "DBA");
  g_assert_cmpint (copy->change->report_id, ==, 3);
  g_assert_true (trellis_announcement_touches (copy, &trellis_role_type));
  g_assert_false (trellis_announcement_touches (copy, &trellis_claim_type));
}

static void
test_others (void)
{
  g_autoptr (TrellisAnnouncement) others = trellis_announcement_new (TRELLIS_CAUSE_OTHER, NULL);
  g_autoptr (TrellisAnnouncement) copy = trellis_announcement_copy (others);

  g_assert_null (copy->change);
  g_assert_true (trellis_announcement_touches (copy, &trellis_claim_type));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change/every-kind-has-a-name-of-its-own", test_kinds);
  g_test_add_func ("/change/is-worded-with-any-names", test_labels);
  g_test_add_func ("/change/copies-outlive-their-originals", test_copies);
  g_test_add_func ("/change/other-processes-may-have-touched-anything", test_others);

  return g_test_run ();
}
