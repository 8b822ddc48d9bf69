/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-template.h"

G_BEGIN_DECLS

TrellisTemplate         *_trellis_template_new (void);
TrellisTemplateDocument *_trellis_template_add_document (TrellisTemplate *self);
void                     _trellis_template_fold_names (TrellisTemplate *self);

G_END_DECLS
