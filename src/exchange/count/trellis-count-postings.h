/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-count-blocks.h"

G_BEGIN_DECLS

/* What a line in a posting is about, by its label. */
typedef enum
{
  TRELLIS_POSTING_FIELD_NONE,
  TRELLIS_POSTING_FIELD_TITLE,  /* "Role title: …", "Posting 2: …" */
  TRELLIS_POSTING_FIELD_SKILLS, /* "Key skills: …" */
  TRELLIS_POSTING_FIELD_OTHER,  /* "Link: …", "Company: …" */
} TrellisPostingField;

TrellisPostingField trellis_posting_field (const char *text);
gboolean            trellis_posting_is_bare_link (const char *text);
GArray             *trellis_posting_find_blocks (TrellisCountSpan span);
guint               trellis_posting_find_begin (TrellisCountSpan span);

G_END_DECLS
