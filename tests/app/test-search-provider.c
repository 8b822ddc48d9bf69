/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the desktop's search asks, over the bus as it does. */

#include "app-fixture.h"

#include "trellis-search-provider.h"

#define PATH "/search"

typedef struct
{
  AppFixture            *fixture;
  TrellisSearchProvider *provider;
  GDBusConnection       *connection;
  GVariant              *answer;
  gint64                 report;
  char                  *type;
} Desktop;

static TrellisStore *
get_store (gpointer data)
{
  return ((Desktop *) data)->fixture->store;
}

static void
shown_cb (Desktop    *self,
          gint64      report,
          const char *type)
{
  self->report = report;
  g_set_str (&self->type, type);
}

static void
set_up (Desktop *self)
{
  g_autoptr (GError) error = NULL;

  *self = (Desktop) { .fixture = app_fixture_new_with_sample () };
  self->provider = trellis_search_provider_new (get_store, self);
  g_signal_connect_swapped (self->provider, "show", G_CALLBACK (shown_cb), self);
  self->connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (trellis_search_provider_export (self->provider, self->connection, PATH, &error));
}

static void
tear_down (Desktop *self)
{
  trellis_search_provider_unexport (self->provider);
  g_assert_finalize_object (self->provider);
  g_clear_pointer (&self->answer, g_variant_unref);
  g_clear_object (&self->connection);
  g_free (self->type);
  app_fixture_free (self->fixture);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GError) error = NULL;

  *(GVariant **) data
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_assert_no_error (error);
}

static GVariant *
call (Desktop    *self,
      const char *method,
      GVariant   *arguments)
{
  g_clear_pointer (&self->answer, g_variant_unref);
  g_dbus_connection_call (self->connection, g_dbus_connection_get_unique_name (self->connection),
                          PATH, "org.gnome.Shell.SearchProvider2", method, arguments, NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, answered_cb, &self->answer);
  app_wait_until (self->answer != NULL);
  return self->answer;
}

static char **
find (Desktop    *self,
      const char *term)
{
  const char *terms[] = { term, NULL };
  char      **ids;

  g_variant_get (call (self, "GetInitialResultSet", g_variant_new ("(^as)", terms)), "(^as)", &ids);
  return ids;
}

static void
a_component_is_found_described_and_shown (void)
{
  Desktop              self;
  g_auto (GStrv)       ids = NULL;
  g_autoptr (GVariant) metas = NULL;
  g_autoptr (GVariant) first = NULL;
  const char          *terms[] = { "locker", NULL };
  const char          *name;

  set_up (&self);
  ids = find (&self, "locker");
  g_assert_cmpuint (g_strv_length (ids), >=, 1);

  metas = g_variant_get_child_value (call (&self, "GetResultMetas", g_variant_new ("(^as)", ids)),
                                     0);
  g_assert_cmpuint (g_variant_n_children (metas), ==, g_strv_length (ids));
  first = g_variant_get_child_value (metas, 0);
  g_assert_true (g_variant_lookup (first, "name", "&s", &name));
  g_assert_cmpstr (name, ==, "Locker controller");

  call (&self, "ActivateResult", g_variant_new ("(s^asu)", ids[0], terms, 0));
  g_assert_cmpint (self.report, ==, app_fixture_get_report (self.fixture)->base.id);
  g_assert_cmpstr (self.type, ==, "component");
  tear_down (&self);
}

static void
a_report_is_found_by_its_title_first (void)
{
  Desktop        self;
  g_auto (GStrv) ids = NULL;

  set_up (&self);
  ids = find (&self, "sample");
  g_assert_cmpuint (g_strv_length (ids), >=, 1);
  trellis_search_provider_choose (self.provider, ids[0], (const char *[]) { "sample", NULL });
  g_assert_cmpint (self.report, ==, app_fixture_get_report (self.fixture)->base.id);
  g_assert_cmpstr (self.type, ==, "");
  tear_down (&self);
}

static void
what_is_not_there_is_not_found (void)
{
  Desktop        self;
  g_auto (GStrv) ids = NULL;
  g_auto (GStrv) none = NULL;

  set_up (&self);
  ids = find (&self, "zeppelin");
  g_assert_cmpuint (g_strv_length (ids), ==, 0);
  none = find (&self, " ");
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  tear_down (&self);
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

#define ADD(name, func) g_test_add_func ("/search-provider/" name, func)
  ADD ("a-component-is-found-described-and-shown", a_component_is_found_described_and_shown);
  ADD ("a-report-is-found-by-its-title-first", a_report_is_found_by_its_title_first);
  ADD ("what-is-not-there-is-not-found", what_is_not_there_is_not_found);
  return g_test_run ();
}
