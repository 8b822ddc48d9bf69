/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

/* Besides the roadmap of the sample report, whose topics are Buses (CAN, LIN) and Locks
 * (Solenoids), there is one about glazing pots. */

static TrellisRoadmapTopic *
add_topic (TrellisReport       *source,
           TrellisRoadmapTopic *under,
           const char          *name)
{
  TrellisRoadmapTopic *topic = trellis_report_add (source, &trellis_roadmap_topic_type);
  TrellisRoadmap      *roadmap = g_ptr_array_index (source->roadmaps, 0);

  topic->roadmap_id = roadmap->base.id;
  topic->parent_id = under != NULL ? under->base.id : 0;
  topic->position = (int) source->roadmap_topics->len;
  g_set_str (&topic->name, name);
  g_set_str (&topic->node, name);
  return topic;
}

static TrellisReport *
new_source (void)
{
  TrellisReport       *source = trellis_report_new ();
  TrellisRoadmap      *roadmap = trellis_report_add (source, &trellis_roadmap_type);
  TrellisRoadmapTopic *oxides;

  roadmap->position = 1;
  g_set_str (&roadmap->title, "Glazing");
  g_set_str (&roadmap->slug, "glazing");
  g_set_str (&roadmap->link, "https://pots.example/glazing");
  oxides = add_topic (source, NULL, "Oxides");
  add_topic (source, add_topic (source, oxides, "Cobalt"), "Blue");
  add_topic (source, oxides, "Iron")->state = TRELLIS_TOPIC_DONE;
  add_topic (source, NULL, "git");
  return source;
}

static gint64
add_roadmap (Fixture *self)
{
  g_autoptr (TrellisReport) source = new_source ();
  g_autoptr (GError)        error = NULL;
  gint64                    id;

  trellis_commands_add_roadmap (self->store, self->report, source, &id, &error);
  g_assert_no_error (error);
  return id;
}

static gint64
find_topic (Fixture    *self,
            const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM roadmap_topic WHERE name = '%s'", name);

  return raw_int (self->path, sql);
}

/* The topics of the second roadmap with those they stand under. */
static char *
dump_topics (Fixture *self)
{
  return raw_text (self->path,
                   "SELECT group_concat (t.name || '<' || coalesce (p.name, ''), ' ') FROM"
                   " (SELECT * FROM roadmap_topic ORDER BY position) t"
                   " LEFT JOIN roadmap_topic p ON p.id = t.parent_id"
                   " WHERE t.roadmap_id = (SELECT max (id) FROM roadmap)");
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
  g_autoptr (GError)        error = NULL;
  g_autofree char          *before = raw_dump (self->path);
  g_autofree char          *after = NULL;
  gint64                    id = add_roadmap (self);
  g_autofree char          *topics = dump_topics (self);
  g_autoptr (TrellisReport) report = NULL;
  TrellisRoadmap           *roadmap;

  g_assert_cmpint (id, ==, 2);
  g_assert_cmpstr (topics, ==, "Oxides< Cobalt<Oxides Blue<Cobalt Iron<Oxides git<");
  report = trellis_store_load_report (self->store, self->report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->roadmap_topics->len, ==, 10);
  roadmap = g_ptr_array_index (report->roadmaps, 1);
  g_assert_cmpstr (roadmap->link, ==, "https://pots.example/glazing");
  g_assert_cmpint (roadmap->position, ==, 2);

  undo (self, "Add Glazing");
  after = raw_dump (self->path);
  g_assert_cmpstr (before, ==, after);
}

/* Topics are in reading order: roadmap by roadmap, positions from 1 in each. */
static void
test_order (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (TrellisReport) report = NULL;
  g_autoptr (GError)        error = NULL;
  const char *const         names[] = { "Oxides", "Cobalt", "Blue", "Iron", "git",
                                        "Buses", "CAN", "LIN", "Locks", "Solenoids" };

  trellis_commands_move (self->store, &trellis_roadmap_type, add_roadmap (self), 1, &error);
  g_assert_no_error (error);
  report = trellis_store_load_part (self->store, self->report, &trellis_roadmap_topic_type, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      TrellisRoadmapTopic *topic = g_ptr_array_index (report->roadmap_topics, i);

      g_assert_cmpstr (topic->name, ==, names[i]);
      g_assert_cmpint (topic->position, ==, (int) i % 5 + 1);
    }
}

static void
test_remove (Fixture      *self,
             gconstpointer data)
{
  gint64             id = add_roadmap (self);
  g_autofree char   *before = raw_dump (self->path);
  g_autofree char   *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (trellis_commands_delete (self->store, &trellis_roadmap_type, id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM roadmap_topic"), ==, 5);
  assert_sound (self->path);
  undo (self, "Delete Glazing");
  after = raw_dump (self->path);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM roadmap_topic"), ==, 10);
  assert_sound (self->path);

  /* A topic takes those under it with it, at any depth. */
  trellis_commands_delete (self->store, &trellis_roadmap_topic_type, find_topic (self, "Oxides"),
                           &error);
  g_assert_no_error (error);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM roadmap_topic"), ==, 6);
  undo (self, "Delete Oxides");
  g_free (after);
  after = raw_dump (self->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_state (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *state = NULL;
  gint64             id = find_topic (self, "CAN");

  trellis_commands_set_topic_state (self->store, id, TRELLIS_TOPIC_LEARNING, &error);
  g_assert_no_error (error);
  state = raw_text (self->path, "SELECT state FROM roadmap_topic WHERE name = 'CAN'");
  g_assert_cmpstr (state, ==, "learning");
  g_assert_cmpuint (self->announced->len, ==, 1);
  g_assert_true (trellis_announcement_touches (g_ptr_array_index (self->announced, 0),
                                               &trellis_roadmap_topic_type));
  trellis_commands_set_topic_state (self->store, id, TRELLIS_TOPIC_LEARNING, &error);
  g_assert_cmpuint (self->announced->len, ==, 1);
  undo (self, "Mark CAN as Learning");
  g_assert_false (trellis_commands_set_topic_state (self->store, 4711, TRELLIS_TOPIC_DONE, &error));
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_NOT_FOUND);
}

static void
test_mark (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (TrellisReport) report = NULL;
  g_autoptr (GError)        error = NULL;
  gint64                    id = add_roadmap (self);

  report = trellis_store_load_part (self->store, self->report, &trellis_roadmap_topic_type, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < report->roadmap_topics->len; i++)
    ((TrellisRoadmapTopic *) g_ptr_array_index (report->roadmap_topics, i))->state
        = TRELLIS_TOPIC_DONE;

  trellis_commands_mark_topics (self->store, id, report, &error);
  g_assert_no_error (error);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM roadmap_topic WHERE state = 'done'"),
                   ==, 6);
  undo (self, "Mark 4 topics of Glazing");
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM roadmap_topic WHERE state = 'done'"),
                   ==, 2);
}

static void
test_add_to_skills (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *row = NULL;
  gint64             id;

  add_roadmap (self);
  trellis_commands_add_topic_to_skills (self->store, find_topic (self, "Cobalt"),
                                        TRELLIS_STANDING_LACK, &id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  row = raw_text (self->path, "SELECT list || ' ' || position || ' ' || level FROM standing"
                              " WHERE name = 'Cobalt'");
  g_assert_cmpstr (row, ==, "lack 2 none");

  /* The sample has Git, and lacks Kubernetes. */
  trellis_commands_add_topic_to_skills (self->store, find_topic (self, "git"),
                                        TRELLIS_STANDING_LACK, &id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, ==, 0);
  undo (self, "Add Cobalt");

  /* Nor does it need what goes by another name. */
  trellis_commands_add_alias (self->store, TRELLIS_ALIAS_SKILL, "Iron", "Kubernetes", NULL,
                              &error);
  g_assert_no_error (error);
  trellis_commands_add_topic_to_skills (self->store, find_topic (self, "Iron"),
                                        TRELLIS_STANDING_HAVE, &id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, ==, 0);
}

static void
test_add_many_to_skills (Fixture      *self,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64             ids[4];

  add_roadmap (self);
  ids[0] = find_topic (self, "Iron");
  ids[1] = find_topic (self, "git");
  ids[2] = find_topic (self, "Blue");
  ids[3] = ids[0];
  trellis_commands_add_topics_to_skills (self->store, ids, 4, TRELLIS_STANDING_HAVE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM standing"), ==, 5);
  undo (self, "Add 2 skills");
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM standing"), ==, 3);

  ids[3] = 4711;
  g_assert_false (trellis_commands_add_topics_to_skills (self->store, ids, 4,
                                                         TRELLIS_STANDING_HAVE, &error));
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_NOT_FOUND);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM standing"), ==, 3);
  g_assert_true (trellis_commands_add_topics_to_skills (self->store, ids, 0,
                                                        TRELLIS_STANDING_HAVE, NULL));
}

/* A newer file: what was marked stays so where it is still there. */
static void
test_update (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (TrellisReport) newer = new_source ();
  g_autoptr (GError)        error = NULL;
  g_autofree char          *before = NULL;
  g_autofree char          *after = NULL;
  g_autofree char          *topics = NULL;
  g_autofree char          *marked = NULL;
  gint64                    old_id = add_roadmap (self);
  gint64                    id;

  trellis_commands_move (self->store, &trellis_roadmap_type, old_id, 1, NULL);
  trellis_commands_set_topic_state (self->store, find_topic (self, "Blue"), TRELLIS_TOPIC_LEARNING,
                                    &error);
  g_assert_no_error (error);
  before = raw_dump (self->path);

  add_topic (newer, NULL, "Slips");
  g_set_str (&((TrellisRoadmapTopic *) newer->roadmap_topics->pdata[0])->node, "another");
  trellis_commands_update_roadmap (self->store, old_id, newer, &id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, old_id);
  topics = dump_topics (self);
  g_assert_cmpstr (topics, ==, "Oxides< Cobalt<Oxides Blue<Cobalt Iron<Oxides git< Slips<");
  marked = raw_text (self->path, "SELECT group_concat (name || ' ' || state) FROM"
                                 " (SELECT * FROM roadmap_topic WHERE state <> 'todo'"
                                 " AND roadmap_id <> 1 ORDER BY position)");
  g_assert_cmpstr (marked, ==, "Blue learning,Iron done");
  g_assert_cmpint (raw_int (self->path, "SELECT id FROM roadmap ORDER BY position"), ==, id);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM roadmap"), ==, 2);
  assert_sound (self->path);

  undo (self, "Update Glazing");
  after = raw_dump (self->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (trellis_commands_update_roadmap (self->store, 4711, newer, NULL, &error));
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_NOT_FOUND);
}

/* Reading the documents again takes no roadmap away; a report with roadmaps brings its own. */
static void
test_replace (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (TrellisReport) read = trellis_report_new ();
  g_autoptr (TrellisReport) with_roadmap = new_source ();
  g_autoptr (GError)        error = NULL;
  g_autofree char          *before = raw_dump (self->path);
  g_autofree char          *after = NULL;

  trellis_commands_replace_report (self->store, self->report, read, &error);
  g_assert_no_error (error);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM component"), ==, 0);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM roadmap_topic"), ==, 5);

  trellis_commands_replace_report (self->store, self->report, with_roadmap, &error);
  g_assert_no_error (error);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM roadmap"), ==, 1);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM roadmap_topic WHERE name = 'Blue'"),
                   ==, 1);
  assert_sound (self->path);

  undo (self, "Import Velo Commons");
  undo (self, "Import Velo Commons");
  after = raw_dump (self->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_duplicate (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *topics = NULL;
  gint64             id;

  add_roadmap (self);
  trellis_commands_duplicate_report (self->store, self->report, &id, &error);
  g_assert_no_error (error);
  topics = dump_topics (self);
  g_assert_cmpstr (topics, ==, "Oxides< Cobalt<Oxides Blue<Cobalt Iron<Oxides git<");
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM roadmap_topic t"
                                        " JOIN roadmap_topic p ON p.id = t.parent_id"
                                        " WHERE p.report_id <> t.report_id"),
                   ==, 0);

  trellis_commands_delete_report (self->store, self->report, &error);
  g_assert_no_error (error);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM roadmap_topic"), ==, 10);
  assert_sound (self->path);
}

static void
test_none (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (TrellisReport) empty = trellis_report_new ();
  g_autoptr (TrellisReport) source = new_source ();
  g_autoptr (GError)        error = NULL;
  gint64                    id = 7;

  g_assert_true (trellis_commands_add_roadmap (self->store, self->report, empty, &id, &error));
  g_assert_cmpint (id, ==, 0);
  g_assert_cmpuint (self->announced->len, ==, 0);
  g_assert_false (trellis_commands_add_roadmap (self->store, 4711, source, &id, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM roadmap"), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/roadmap/is-added-with-its-tree", test_add);
  fixture_add ("/roadmap/topics-are-read-roadmap-by-roadmap", test_order);
  fixture_add ("/roadmap/goes-with-all-its-topics-and-comes-back", test_remove);
  fixture_add ("/roadmap/a-topic-is-marked", test_state);
  fixture_add ("/roadmap/many-topics-are-marked-in-one-change", test_mark);
  fixture_add ("/roadmap/a-topic-becomes-a-skill-once", test_add_to_skills);
  fixture_add ("/roadmap/topics-become-skills-in-one-change", test_add_many_to_skills);
  fixture_add ("/roadmap/a-newer-one-keeps-the-marks", test_update);
  fixture_add ("/roadmap/outlives-reading-the-documents-again", test_replace);
  fixture_add ("/roadmap/a-copy-of-the-report-has-topics-of-its-own", test_duplicate);
  fixture_add ("/roadmap/adding-none-changes-nothing", test_none);

  return g_test_run ();
}
