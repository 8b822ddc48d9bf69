/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-posting-import.h"

/* Postings from outside, read from what a test writes. */

TrellisPostingFound *fixture_read (const char *name,
                                   const char *text);
TrellisPostingFound *fixture_read_bytes (const char *name,
                                         const char *bytes,
                                         gsize       length);
TrellisPostingFound *fixture_read_file (const char *name);
TrellisPostingFound *fixture_read_ld (const char *members);
GPtrArray           *fixture_read_all (const char *name,
                                       const char *text);
char                *fixture_write_ld (const char *members);

void fixture_assert_refused (const char *name,
                             const char *text,
                             const char *told);
void fixture_assert_skills (const TrellisPostingFound *found,
                            const char                *expected);
void fixture_assert_holds (const char *text,
                           const char *piece);
void fixture_assert_lacks (const char *text,
                           const char *piece);
