/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-posting-found.h"
#include "trellis-posting-link.h"
#include "trellis-posting-same.h"

G_BEGIN_DECLS

/* Postings from outside: pages that a browser saved, answers of job sites' APIs, JobPosting files
 * and pasted text. Bytes go in, records come out; nothing is fetched, nothing is stored. */

/* The largest file that is read, in bytes. */
#define TRELLIS_POSTING_MAX_BYTES (16 * 1024 * 1024)

GPtrArray *trellis_posting_import_bytes (GBytes     *bytes,
                                         const char *name,
                                         GError    **error);

G_END_DECLS
