/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the desktop's own search finds in the library, over D-Bus, also while there is no window:
 * org.gnome.Shell.SearchProvider2 (developer.gnome.org, “Writing a Search Provider”). A result is
 * a report, by its title, or a record of one.
 *
 * Signals
 *   show (gint64 report, char *type, gint64 id, char *field, char *word)  a result was chosen;
 *                     @type is empty when it is the report itself
 *   search (char *words)  all results are to be seen in the window */

#define TRELLIS_TYPE_SEARCH_PROVIDER (trellis_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (
    TrellisSearchProvider, trellis_search_provider, TRELLIS, SEARCH_PROVIDER, GObject)

/* Returns: (transfer none) (nullable): the library, opened now if it was not */
typedef TrellisStore *(*TrellisStoreFunc) (gpointer data);

TrellisSearchProvider *trellis_search_provider_new (TrellisStoreFunc get_store,
                                                    gpointer         data);

gboolean  trellis_search_provider_export (TrellisSearchProvider *self,
                                          GDBusConnection       *connection,
                                          const char            *path,
                                          GError               **error);
void      trellis_search_provider_unexport (TrellisSearchProvider *self);
char    **trellis_search_provider_find (TrellisSearchProvider *self,
                                        const char *const     *terms);
GVariant *trellis_search_provider_describe (TrellisSearchProvider *self,
                                            const char *const     *ids);
void      trellis_search_provider_choose (TrellisSearchProvider *self,
                                          const char            *id,
                                          const char *const     *terms);

G_END_DECLS
