/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-application.h"
#include "trellis-search-provider.h"
#include "trellis-window.h"

G_BEGIN_DECLS

/* Between the files of the application: trellis-application.c opens windows, -keep.c makes backups
 * and goes back to one, -search.c answers the desktop's search. */

struct _TrellisApplication
{
  AdwApplication parent_instance;

  TrellisStore *store; /* NULL until the first window */
  GSettings    *settings;

  guint    keep_source;
  gboolean is_restoring;

  TrellisSearchProvider *search; /* NULL without a bus */
};

gboolean       _trellis_application_open_store (TrellisApplication *self,
                                                GError            **error);
TrellisWindow *_trellis_application_present (TrellisApplication *self);

void _trellis_application_init_keep (TrellisApplication *self);
void _trellis_application_begin_keep (TrellisApplication *self);
void _trellis_application_end_keep (TrellisApplication *self);

gboolean _trellis_application_export_search (TrellisApplication *self,
                                             GDBusConnection    *connection,
                                             const char         *object_path,
                                             GError            **error);
void     _trellis_application_unexport_search (TrellisApplication *self);

G_END_DECLS
