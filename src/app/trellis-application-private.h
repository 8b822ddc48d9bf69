/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-application.h"
#include "trellis-store.h"

G_BEGIN_DECLS

/* Between the files of the application: trellis-application.c opens windows, -keep.c makes backups
 * and goes back to one. */

struct _TrellisApplication
{
  AdwApplication parent_instance;

  TrellisStore *store; /* NULL until the first window */
  GSettings    *settings;

  guint    keep_source;
  gboolean is_restoring;
};

void _trellis_application_init_keep (TrellisApplication *self);
void _trellis_application_begin_keep (TrellisApplication *self);
void _trellis_application_end_keep (TrellisApplication *self);

G_END_DECLS
