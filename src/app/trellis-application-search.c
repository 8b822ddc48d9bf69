/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The desktop's own search finds what is in the library, and opens it in place. */

#include "trellis-application-private.h"

#include "trellis-search-provider.h"

/* So long a program that only answers searches stays, ms. */
#define PATIENCE 60000

/* The program counts as busy for that moment: the time without work begins anew. */
static TrellisStore *
get_store (gpointer data)
{
  TrellisApplication *self = data;
  g_autoptr (GError)  error = NULL;

  g_application_hold (G_APPLICATION (self));
  if (!_trellis_application_open_store (self, &error))
    g_warning ("%s", error->message);
  g_application_release (G_APPLICATION (self));
  return self->store;
}

static void
show_cb (TrellisApplication *self,
         gint64              report,
         const char         *type,
         gint64              id,
         const char         *field,
         const char         *word)
{
  TrellisWindow *window = _trellis_application_present (self);

  if (window == NULL)
    return;

  trellis_window_open_report (window, report, *type == '\0' ? "overview" : NULL);
  if (*type != '\0')
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-place", "(sxss)", type, id, field,
                                word);
}

static void
search_cb (TrellisApplication *self,
           const char         *words)
{
  TrellisWindow *window = _trellis_application_present (self);

  if (window != NULL)
    trellis_window_search (window, words);
}

gboolean
_trellis_application_export_search (TrellisApplication *self,
                                    GDBusConnection    *connection,
                                    const char         *object_path,
                                    GError            **error)
{
  g_autofree char *path = g_strconcat (object_path, "/SearchProvider", NULL);

  if (g_application_get_flags (G_APPLICATION (self)) & G_APPLICATION_IS_SERVICE)
    g_application_set_inactivity_timeout (G_APPLICATION (self), PATIENCE);
  self->search = trellis_search_provider_new (get_store, self);
  g_signal_connect_swapped (self->search, "show", G_CALLBACK (show_cb), self);
  g_signal_connect_swapped (self->search, "search", G_CALLBACK (search_cb), self);
  return trellis_search_provider_export (self->search, connection, path, error);
}

void
_trellis_application_unexport_search (TrellisApplication *self)
{
  if (self->search != NULL)
    trellis_search_provider_unexport (self->search);
  g_clear_object (&self->search);
}
