/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-plan.h"

G_BEGIN_DECLS

void trellis_plan_read (TrellisPlan *plan);

G_END_DECLS
