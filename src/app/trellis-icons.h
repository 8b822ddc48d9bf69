/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

void trellis_icons_keep (void);
