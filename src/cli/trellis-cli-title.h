/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-cli-input.h"

G_BEGIN_DECLS

/* What an imported report is called in the library. */

char *trellis_cli_title_choose (const TrellisCliInput *input,
                                const char            *path);

G_END_DECLS
