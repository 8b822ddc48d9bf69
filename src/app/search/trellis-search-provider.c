/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-search-provider.h"

#include "trellis-report-search.h"
#include "trellis-text.h"

#include <string.h>

#define INTERFACE "org.gnome.Shell.SearchProvider2"

/* The desktop shows a handful; what stands in older reports is found in the window. */
#define MOST_RESULTS 10
#define MOST_REPORTS 20

typedef struct
{
  char *name;
  char *description;
} Result;

struct _TrellisSearchProvider
{
  GObject parent_instance;

  TrellisStoreFunc get_store;
  gpointer         data;
  GHashTable      *results; /* id → Result: what was found last */

  GDBusConnection *connection;
  guint            registration;
};

G_DEFINE_FINAL_TYPE (TrellisSearchProvider, trellis_search_provider, G_TYPE_OBJECT)

enum
{
  SHOW,
  SEARCH,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char introspection[]
    = "<node><interface name='" INTERFACE "'>"
      "<method name='GetInitialResultSet'>"
      "<arg type='as' direction='in'/><arg type='as' direction='out'/></method>"
      "<method name='GetSubsearchResultSet'>"
      "<arg type='as' direction='in'/><arg type='as' direction='in'/>"
      "<arg type='as' direction='out'/></method>"
      "<method name='GetResultMetas'>"
      "<arg type='as' direction='in'/><arg type='aa{sv}' direction='out'/></method>"
      "<method name='ActivateResult'>"
      "<arg type='s' direction='in'/><arg type='as' direction='in'/>"
      "<arg type='u' direction='in'/></method>"
      "<method name='LaunchSearch'>"
      "<arg type='as' direction='in'/><arg type='u' direction='in'/></method>"
      "</interface></node>";

static void
result_free (gpointer data)
{
  Result *result = data;

  g_free (result->name);
  g_free (result->description);
  g_free (result);
}

static void
trellis_search_provider_dispose (GObject *object)
{
  trellis_search_provider_unexport (TRELLIS_SEARCH_PROVIDER (object));

  G_OBJECT_CLASS (trellis_search_provider_parent_class)->dispose (object);
}

static void
trellis_search_provider_finalize (GObject *object)
{
  g_hash_table_unref (TRELLIS_SEARCH_PROVIDER (object)->results);

  G_OBJECT_CLASS (trellis_search_provider_parent_class)->finalize (object);
}

static void
trellis_search_provider_class_init (TrellisSearchProviderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trellis_search_provider_dispose;
  object_class->finalize = trellis_search_provider_finalize;
  signals[SHOW] = g_signal_new ("show", TRELLIS_TYPE_SEARCH_PROVIDER, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 5, G_TYPE_INT64, G_TYPE_STRING,
                                G_TYPE_INT64, G_TYPE_STRING, G_TYPE_STRING);
  signals[SEARCH] = g_signal_new ("search", TRELLIS_TYPE_SEARCH_PROVIDER, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
trellis_search_provider_init (TrellisSearchProvider *self)
{
  self->results = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, result_free);
}

TrellisSearchProvider *
trellis_search_provider_new (TrellisStoreFunc get_store,
                             gpointer         data)
{
  TrellisSearchProvider *self = g_object_new (TRELLIS_TYPE_SEARCH_PROVIDER, NULL);

  self->get_store = get_store;
  self->data = data;
  return self;
}

static gboolean
has_all (const char        *text,
         const char *const *terms)
{
  g_autofree char *folded = trellis_text_fold (text);

  for (guint i = 0; terms[i] != NULL; i++)
    {
      g_autofree char *term = trellis_text_fold (terms[i]);

      if (strstr (folded, term) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* Takes @id. */
static void
add (TrellisSearchProvider *self,
     GStrvBuilder          *ids,
     char                  *id,
     const char            *name,
     const char            *description)
{
  Result *result = g_new0 (Result, 1);

  result->name = g_strdup (name);
  result->description = g_strdup (description);
  g_strv_builder_add (ids, id);
  g_hash_table_replace (self->results, id, result);
}

static void
add_titles (TrellisSearchProvider *self,
            GStrvBuilder          *ids,
            GPtrArray             *reports,
            const char *const     *terms)
{
  for (guint i = 0; i < reports->len && g_hash_table_size (self->results) < MOST_RESULTS; i++)
    {
      const TrellisReportSummary *report = reports->pdata[i];

      if (has_all (report->title, terms))
        add (self, ids, g_strdup_printf ("%" G_GINT64_FORMAT, report->id), report->title,
             report->course);
    }
}

static void
add_records (TrellisSearchProvider *self,
             GStrvBuilder          *ids,
             TrellisReport         *report,
             const char            *words)
{
  g_autoptr (GPtrArray) hits = trellis_report_search (report, words);

  for (guint i = 0; i < hits->len && g_hash_table_size (self->results) < MOST_RESULTS; i++)
    {
      const TrellisHit *hit = hits->pdata[i];

      if (*hit->title != '\0')
        add (self, ids,
             g_strdup_printf ("%" G_GINT64_FORMAT "/%s/%" G_GINT64_FORMAT "/%s", report->base.id,
                              hit->type->name, hit->id, hit->field),
             hit->title, hit->excerpt != NULL ? hit->excerpt : report->title);
    }
}

/* Returns: (transfer full): the ids of what is found: reports by their titles, then what stands in
 * those that were edited last */
char **
trellis_search_provider_find (TrellisSearchProvider *self,
                              const char *const     *terms)
{
  TrellisStore            *store = self->get_store (self->data);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GPtrArray)    reports = NULL;
  g_autofree char         *words = g_strjoinv (" ", (char **) terms);

  g_hash_table_remove_all (self->results);
  if (store != NULL && *g_strstrip (words) != '\0')
    reports = trellis_store_list_reports (store, NULL);
  if (reports == NULL)
    return g_strv_builder_end (ids);

  add_titles (self, ids, reports, terms);
  for (guint i = 0; i < MIN (reports->len, MOST_REPORTS); i++)
    {
      const TrellisReportSummary *summary = reports->pdata[i];
      g_autoptr (TrellisReport)   report = NULL;

      if (g_hash_table_size (self->results) >= MOST_RESULTS)
        break;
      report = trellis_store_load_report (store, summary->id, NULL);
      if (report != NULL)
        add_records (self, ids, report, words);
    }
  return g_strv_builder_end (ids);
}

/* Returns: (transfer floating): aa{sv}, as GetResultMetas wants it */
GVariant *
trellis_search_provider_describe (TrellisSearchProvider *self,
                                  const char *const     *ids)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const Result *result = g_hash_table_lookup (self->results, ids[i]);

      if (result == NULL)
        continue;
      g_variant_builder_open (&builder, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&builder, "{sv}", "id", g_variant_new_string (ids[i]));
      g_variant_builder_add (&builder, "{sv}", "name", g_variant_new_string (result->name));
      if (result->description != NULL && *result->description != '\0')
        g_variant_builder_add (&builder, "{sv}", "description",
                               g_variant_new_string (result->description));
      g_variant_builder_close (&builder);
    }
  return g_variant_builder_end (&builder);
}

void
trellis_search_provider_choose (TrellisSearchProvider *self,
                                const char            *id,
                                const char *const     *terms)
{
  g_auto (GStrv) parts = g_strsplit (id, "/", 4);
  gint64         report = g_ascii_strtoll (id, NULL, 10);
  const char    *word = terms[0] != NULL ? terms[0] : "";

  if (g_strv_length (parts) == 4)
    g_signal_emit (self, signals[SHOW], 0, report, parts[1],
                   g_ascii_strtoll (parts[2], NULL, 10), parts[3], word);
  else
    g_signal_emit (self, signals[SHOW], 0, report, "", (gint64) 0, "", "");
}

static void
method_cb (GDBusConnection       *connection,
           const char            *sender,
           const char            *path,
           const char            *interface,
           const char            *method,
           GVariant              *parameters,
           GDBusMethodInvocation *invocation,
           gpointer               data)
{
  TrellisSearchProvider  *self = data;
  g_autofree const char **terms = NULL;
  g_auto (GStrv)          ids = NULL;
  const char             *id;

  if (g_str_equal (method, "GetInitialResultSet"))
    {
      g_variant_get (parameters, "(^a&s)", &terms);
      ids = trellis_search_provider_find (self, terms);
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(^as)", ids));
    }
  else if (g_str_equal (method, "GetSubsearchResultSet"))
    {
      g_variant_get (parameters, "(as^a&s)", NULL, &terms);
      ids = trellis_search_provider_find (self, terms);
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(^as)", ids));
    }
  else if (g_str_equal (method, "GetResultMetas"))
    {
      g_variant_get (parameters, "(^a&s)", &terms);
      g_dbus_method_invocation_return_value (
          invocation, g_variant_new ("(@aa{sv})", trellis_search_provider_describe (self, terms)));
    }
  else if (g_str_equal (method, "ActivateResult"))
    {
      g_variant_get (parameters, "(&s^a&su)", &id, &terms, NULL);
      trellis_search_provider_choose (self, id, terms);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
  else
    {
      g_autofree char *words = NULL;

      g_variant_get (parameters, "(^a&su)", &terms, NULL);
      words = g_strjoinv (" ", (char **) terms);
      g_signal_emit (self, signals[SEARCH], 0, words);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
}

gboolean
trellis_search_provider_export (TrellisSearchProvider *self,
                                GDBusConnection       *connection,
                                const char            *path,
                                GError               **error)
{
  static const GDBusInterfaceVTable vtable = { .method_call = method_cb };
  g_autoptr (GDBusNodeInfo)         node = g_dbus_node_info_new_for_xml (introspection, NULL);

  self->registration = g_dbus_connection_register_object (
      connection, path, g_dbus_node_info_lookup_interface (node, INTERFACE), &vtable, self, NULL,
      error);
  if (self->registration == 0)
    return FALSE;

  self->connection = g_object_ref (connection);
  return TRUE;
}

void
trellis_search_provider_unexport (TrellisSearchProvider *self)
{
  if (self->registration != 0)
    g_dbus_connection_unregister_object (self->connection, self->registration);
  self->registration = 0;
  g_clear_object (&self->connection);
}
