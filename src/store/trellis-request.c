/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-store-private.h"

#include "trellis-history.h"
#include "trellis-transaction-private.h"

TrellisRequest *
trellis_request_new (TrellisCause   cause,
                     TrellisCommand command,
                     gpointer       data,
                     GDestroyNotify destroy)
{
  TrellisRequest *self = g_new0 (TrellisRequest, 1);

  self->cause = cause;
  self->command = command;
  self->data = data;
  self->destroy = destroy;
  return self;
}

void
trellis_request_free (TrellisRequest *self)
{
  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self->merge_key);
  g_clear_object (&self->task);
  g_clear_pointer (&self->announcement, trellis_announcement_free);
  g_free (self);
}

static gboolean
try_once (TrellisRequest    *self,
          TrellisConnection *connection,
          gint64             merge_into,
          GError           **error)
{
  if (self->cause == TRELLIS_CAUSE_DO)
    return trellis_transaction_run (connection, self->command, self->data, merge_into,
                                    &self->announcement, &self->id, error);

  return trellis_history_step (connection, self->cause, &self->announcement, error);
}

/* Does what is asked for, on whichever thread owns @connection. When another process is writing,
 * tries again, each millisecond, for @patience_ms; @busy says that this was in vain. */
gboolean
trellis_request_run (TrellisRequest    *self,
                     TrellisConnection *connection,
                     gint64             merge_into,
                     guint              patience_ms,
                     gboolean          *busy,
                     GError           **error)
{
  for (guint i = 0;; i++)
    {
      g_autoptr (GError) local_error = NULL;
      gboolean           done = try_once (self, connection, merge_into, &local_error);

      *busy = !done && trellis_connection_is_busy (connection);
      if (done)
        {
          self->revision = connection->revision;
          return TRUE;
        }

      if (!*busy || i >= patience_ms)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }

      g_usleep (1000);
    }
}
