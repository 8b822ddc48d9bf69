/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-matrix-grid.h"
#include "trellis-session.h"

G_BEGIN_DECLS

gboolean trellis_matrix_command_run (const TrellisMatrixCommand *command,
                                     TrellisMatrix              *matrix,
                                     TrellisSession             *session,
                                     GError                    **error);

G_END_DECLS
