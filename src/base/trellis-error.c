/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-error.h"

G_DEFINE_QUARK (trellis - error, trellis_error)
