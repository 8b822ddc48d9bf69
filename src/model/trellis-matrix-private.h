/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-matrix.h"

void _trellis_matrix_load_part (TrellisMatrix *self,
                                TrellisMatrix *whole,
                                GArray        *rows,
                                GArray        *columns);
