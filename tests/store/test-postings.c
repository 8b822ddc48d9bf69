/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

/* `n` postings with two skills each, as an importer finds them. */
static TrellisReport *
find_postings (int n)
{
  TrellisReport *found = trellis_report_new ();

  for (int i = 0; i < n; i++)
    {
      TrellisPosting *posting = trellis_report_add (found, &trellis_posting_type);

      posting->position = i + 1;
      g_free (posting->title);
      posting->title = g_strdup_printf ("Found %d", i + 1);
      g_set_str (&posting->text, "Needs a steady hand.\n");
      for (int j = 0; j < 2; j++)
        {
          TrellisPostingSkill *skill = trellis_report_add (found, &trellis_posting_skill_type);

          skill->posting_id = posting->base.id;
          skill->position = j + 1;
          g_set_str (&skill->name, j == 0 ? "Knots" : "Charts");
        }
    }
  return found;
}

static void
test_add (Fixture      *self,
          gconstpointer data)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (TrellisReport) found = find_postings (2);
  gint64                    n = raw_int (self->path, "SELECT count(*) FROM posting");
  g_autofree char          *label = NULL;
  g_autofree char          *titles = NULL;

  g_assert_true (trellis_commands_add_postings (self->store, self->report, found, &error));
  g_assert_no_error (error);
  label = trellis_store_get_undo_label (self->store);
  g_assert_cmpstr (label, ==, "Add 2 postings");
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM posting"), ==, n + 2);
  titles = raw_text (self->path, "SELECT group_concat(title) FROM (SELECT title FROM posting "
                                 "ORDER BY position DESC LIMIT 2)");
  g_assert_cmpstr (titles, ==, "Found 2,Found 1");
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM posting_skill s JOIN posting p ON "
                                        "p.id = s.posting_id WHERE p.title LIKE 'Found %'"),
                   ==, 4);

  g_assert_true (trellis_store_undo (self->store, &error));
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM posting"), ==, n);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM posting_skill WHERE name = 'Knots'"),
                   ==, 0);
}

static void
test_missing_report (Fixture      *self,
                     gconstpointer data)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (TrellisReport) found = find_postings (1);
  gint64                    n = raw_int (self->path, "SELECT count(*) FROM posting");

  g_assert_false (trellis_commands_add_postings (self->store, 4711, found, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM posting"), ==, n);
}

static void
finish_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  int               *state = user_data;

  *state = trellis_store_run_finish (TRELLIS_STORE (source), result, NULL, &error) ? 1 : 2;
}

static void
test_many_in_the_worker (Fixture      *self,
                         gconstpointer data)
{
  g_autoptr (TrellisReport) found = find_postings (1000);
  int                       state = 0;

  trellis_commands_add_postings_async (self->store, self->report, found, NULL, finish_cb, &state);
  while (state == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (state, ==, 1);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM posting WHERE title LIKE 'Found %'"),
                   ==, 1000);
}

static void
test_cancelled (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (TrellisReport) found = find_postings (1000);
  g_autoptr (GCancellable)  cancellable = g_cancellable_new ();
  int                       state = 0;

  g_cancellable_cancel (cancellable);
  trellis_commands_add_postings_async (self->store, self->report, found, cancellable, finish_cb,
                                       &state);
  while (state == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (state, ==, 2);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM posting WHERE title LIKE 'Found %'"),
                   ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/postings/they-go-last-with-their-skills-in-one-change", test_add);
  fixture_add ("/store/postings/a-report-that-is-gone-gets-none", test_missing_report);
  fixture_add ("/store/postings/a-thousand-go-through-the-worker", test_many_in_the_worker);
  fixture_add ("/store/postings/a-cancelled-import-leaves-nothing", test_cancelled);
  return g_test_run ();
}
