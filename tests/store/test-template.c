/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "trellis-error.h"
#include "trellis-template.h"

static char *
make_template (const char *id,
               int         several)
{
  return g_strdup_printf (
      "{\"format\": \"trellis-template\", \"version\": 1, \"id\": \"%s\","
      " \"name\": {\"en\": \"Lab\", \"ru\": \"Лаба\"}, \"several\": %d,"
      " \"documents\": [{\"file\": \"lab.md\", \"sections\": ["
      "{\"kind\": \"matrix\", \"level\": 2,"
      " \"heading\": {\"en\": \"Parts\", \"ru\": \"Части\"}}]}],"
      " \"criteria\": [{\"id\": \"parts\", \"section\": \"matrix\","
      " \"asks\": {\"en\": \"parts\", \"ru\": \"части\"},"
      " \"figure\": \"components\", \"min\": 5}]}",
      id, several);
}

static gint64
add (Fixture    *self,
     const char *name,
     int         several)
{
  g_autofree char   *json = make_template (name, several);
  g_autoptr (GError) error = NULL;
  gint64             id = 0;

  trellis_commands_add_template (self->store, json, "lab.json", &id, &error);
  g_assert_no_error (error);
  return id;
}

/* What the library has now is what is known. */
static int
get_several (Fixture    *self,
             const char *name)
{
  g_autoptr (GPtrArray) records = trellis_store_list_templates (self->store, NULL);
  const TrellisTemplate *template;

  g_assert_nonnull (records);
  trellis_template_records_register (records);
  template = trellis_template_get (name);
  return template != NULL ? template->several : 0;
}

static void
step (Fixture *self,
      gboolean undo)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (undo ? trellis_store_undo (self->store, &error)
                      : trellis_store_redo (self->store, &error));
  g_assert_no_error (error);
}

static void
test_add (Fixture      *self,
          gconstpointer data)
{
  TrellisAnnouncement *announcement;

  g_assert_cmpint (get_several (self, "lab"), ==, 0);
  g_assert_cmpint (add (self, "lab", 3), >, 0);
  g_assert_cmpint (trellis_template_get ("lab")->several, ==, 3);
  announcement = g_ptr_array_index (self->announced, 0);
  g_assert_true (trellis_announcement_touches (announcement, &trellis_template_record_type));
  g_assert_cmpint (announcement->change->report_id, ==, 0);

  fixture_reopen (self);
  g_assert_cmpint (get_several (self, "lab"), ==, 3);
}

static void
test_newer (Fixture      *self,
            gconstpointer data)
{
  const TrellisTemplate *before;

  add (self, "lab", 3);
  before = trellis_template_get ("lab");
  g_assert_cmpint (add (self, "lab", 4), ==, 0);
  g_assert_cmpint (get_several (self, "lab"), ==, 4);
  g_assert_cmpint (before->several, ==, 3);

  step (self, TRUE);
  g_assert_cmpint (get_several (self, "lab"), ==, 3);
  step (self, TRUE);
  g_assert_cmpint (get_several (self, "lab"), ==, 0);
  step (self, FALSE);
  step (self, FALSE);
  g_assert_cmpint (get_several (self, "lab"), ==, 4);
}

static void
test_remove (Fixture      *self,
             gconstpointer data)
{
  gint64             id = add (self, "lab", 3);
  g_autoptr (GError) error = NULL;
  g_autofree char   *label = NULL;

  trellis_commands_remove_template (self->store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_several (self, "lab"), ==, 0);
  label = trellis_store_get_undo_label (self->store);
  g_assert_cmpstr (label, ==, "Delete lab");
  step (self, TRUE);
  g_assert_cmpint (get_several (self, "lab"), ==, 3);
}

static void
test_wrong (Fixture      *self,
            gconstpointer data)
{
  g_autofree char   *shipped = make_template ("classic", 3);
  g_autoptr (GError) error = NULL;

  g_assert_false (trellis_commands_add_template (self->store, shipped, "c.json", NULL, &error));
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_TEMPLATE);
  g_assert_nonnull (strstr (error->message, "“c.json”"));
  g_clear_error (&error);
  g_assert_false (trellis_commands_add_template (self->store, "{}", "c.json", NULL, &error));
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_TEMPLATE);
  g_assert_cmpuint (self->announced->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/template/is-known-once-it-is-in-the-library", test_add);
  fixture_add ("/template/a-newer-one-takes-its-place-and-undo-gives-it-back", test_newer);
  fixture_add ("/template/is-removed-and-comes-back", test_remove);
  fixture_add ("/template/a-wrong-one-leaves-the-library-as-it-was", test_wrong);

  return g_test_run ();
}
