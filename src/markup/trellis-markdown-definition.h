/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A link reference definition: [label]: target "title" */
typedef struct
{
  char *label;
  char *target;
} TrellisDefinition;

TrellisDefinition *trellis_definition_new (const char *line);
void               trellis_definition_free (TrellisDefinition *self);
gboolean           trellis_definition_is_comment (const TrellisDefinition *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisDefinition, trellis_definition_free)

G_END_DECLS
