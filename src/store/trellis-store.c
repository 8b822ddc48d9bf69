/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-store-private.h"

#include "trellis-error.h"
#include "trellis-history.h"
#include "trellis-library.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_0,
  PROP_BUSY,
  PROP_INTERACTIVE,
  N_PROPS
};

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrellisStore, trellis_store, G_TYPE_OBJECT)

void
trellis_store_notify_busy (TrellisStore *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

void
trellis_store_emit_changed (TrellisStore        *self,
                            TrellisAnnouncement *announcement)
{
  g_signal_emit (self, signals[CHANGED], 0, announcement);
}

void
trellis_store_emit_failed (TrellisStore *self,
                           const GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

/* SQLite's count of what other connections have written. */
gint64
trellis_store_read_data_version (TrellisStore *self)
{
  gint64 version;

  trellis_connection_get_int (self->connection, &version, NULL, "PRAGMA data_version", "");
  return version;
}

/* Looks whether another process has written, announces it (cause OTHER) and says so. When it wrote
 * past the history, redo ends. Cheap: call it when the window becomes active, and now and then. */
gboolean
trellis_store_poll (TrellisStore *self)
{
  g_autoptr (TrellisAnnouncement) others = NULL;
  gint64                          version, revision;

  if (self->connection == NULL || self->n_writing > 0)
    return FALSE;

  version = trellis_store_read_data_version (self);
  if (version == self->data_version)
    return FALSE;

  revision = trellis_history_get_revision (self->connection);
  if (revision != self->revision || !trellis_store_can_redo (self)
      || trellis_history_drop_undone (self->connection, NULL))
    self->data_version = version;

  self->revision = trellis_history_get_revision (self->connection);
  trellis_store_end_merge (self);
  others = trellis_announcement_new (TRELLIS_CAUSE_OTHER, NULL);
  trellis_store_emit_changed (self, others);
  return TRUE;
}

/* Where the user's library is: trellis/library.db in the data folder. */
char *
trellis_store_get_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "trellis", "library.db", NULL);
}

static gboolean
make_folder (const char *path,
             GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_WRITE,
               _("The folder “%s” cannot be made. Check the permissions of the one it stands in."),
               folder);
  return FALSE;
}

/**
 * trellis_store_open:
 * @path: the library; it and its folder are made when they are not there
 *
 * Returns: (nullable): the store. Refuses, without touching it, a file that is damaged or not ours
 * (TRELLIS_ERROR_FORMAT) or comes from a newer Trellis (TRELLIS_ERROR_VERSION)
 */
TrellisStore *
trellis_store_open (const char *path,
                    GError    **error)
{
  g_autoptr (TrellisConnection) connection = NULL;
  TrellisStore                 *self;

  if (!make_folder (path, error))
    return NULL;

  connection = trellis_library_open (path, error);
  if (connection == NULL)
    return NULL;

  self = g_object_new (TRELLIS_TYPE_STORE, NULL);
  self->path = g_strdup (path);
  self->connection = g_steal_pointer (&connection);
  self->worker = trellis_store_worker_new (path);
  trellis_store_watch_journal (self);
  self->data_version = trellis_store_read_data_version (self);
  self->revision = trellis_history_get_revision (self->connection);
  return self;
}

/* Ends the worker when all that it has is done, commits what was kept, and closes the library.
 * Nothing more can be done with the store; it tells of nothing more but who still waits. */
void
trellis_store_close (TrellisStore *self)
{
  if (self->connection == NULL)
    return;

  g_clear_pointer (&self->worker, trellis_store_worker_free);
  trellis_store_drain (self);
  trellis_connection_exec (self->connection, "PRAGMA wal_checkpoint (TRUNCATE)", NULL);
  g_clear_pointer (&self->connection, trellis_connection_free);
}

const char *
trellis_store_get_path (TrellisStore *self)
{
  return self->path;
}

void
trellis_store_set_interactive (TrellisStore *self,
                               gboolean      interactive)
{
  if (self->interactive == interactive)
    return;

  self->interactive = interactive;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INTERACTIVE]);
}

gboolean
trellis_store_get_interactive (TrellisStore *self)
{
  return self->interactive;
}

/* Whether a command would be kept for now. */
gboolean
trellis_store_get_busy (TrellisStore *self)
{
  return self->n_writing > 0 || !g_queue_is_empty (&self->kept);
}

static void
trellis_store_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TrellisStore *self = TRELLIS_STORE (object);

  switch (id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, trellis_store_get_busy (self));
      break;
    case PROP_INTERACTIVE:
      g_value_set_boolean (value, self->interactive);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
trellis_store_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_INTERACTIVE:
      trellis_store_set_interactive (TRELLIS_STORE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
trellis_store_dispose (GObject *object)
{
  trellis_store_close (TRELLIS_STORE (object));
  G_OBJECT_CLASS (trellis_store_parent_class)->dispose (object);
}

static void
trellis_store_finalize (GObject *object)
{
  TrellisStore *self = TRELLIS_STORE (object);

  g_free (self->path);
  g_free (self->merge_key);
  G_OBJECT_CLASS (trellis_store_parent_class)->finalize (object);
}

static void
trellis_store_class_init (TrellisStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = trellis_store_get_property;
  object_class->set_property = trellis_store_set_property;
  object_class->dispose = trellis_store_dispose;
  object_class->finalize = trellis_store_finalize;

  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_INTERACTIVE] = g_param_spec_boolean ("interactive", NULL, NULL, FALSE,
                                                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                           | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", TRELLIS_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1,
                                   TRELLIS_TYPE_ANNOUNCEMENT | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[FAILED] = g_signal_new ("failed", TRELLIS_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1,
                                  G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
trellis_store_init (TrellisStore *self)
{
  g_queue_init (&self->kept);
}
