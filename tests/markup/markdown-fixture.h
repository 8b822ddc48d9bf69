/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-markdown.h"

G_BEGIN_DECLS

char *fixture_convert (const char *markdown);
void  fixture_assert_holds (const char *markdown);
void  fixture_assert_written (const char *markdown,
                              const char *expected);
void  fixture_assert_kept (const char *markdown);
void  fixture_assert_tree (const char *markdown,
                           const char *expected);

G_END_DECLS
