/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A text cut into words and signs. A word is a run of letters and digits with the "+" and "#"
 * behind it ("c++", "c#"), folded: NFKC, case, ё as е, and Cyrillic look-alikes as Latin in a word
 * that has Latin letters, digits, "+" or "#". Addresses of pages and mail leave no tokens. */

typedef enum
{
  TRELLIS_GAP_NONE,   /* right behind the token before it */
  TRELLIS_GAP_HYPHEN, /* "-" or "_" between two words */
  TRELLIS_GAP_SPACE,
} TrellisGap;

typedef struct
{
  gsize      begin, end; /* bytes of the text */
  gsize      folded;     /* where it begins in the folded text; ends with a NUL */
  guint32    length;     /* of it, in bytes */
  gunichar   sign;       /* 0: a word */
  TrellisGap gap;        /* before it */
} TrellisToken;

typedef struct
{
  GArray  *tokens; /* TrellisToken */
  GString *folded;
} TrellisTokens;

void  trellis_tokens_init (TrellisTokens *self);
void  trellis_tokens_clear (TrellisTokens *self);
gsize trellis_tokens_read (TrellisTokens *self,
                           const char    *text,
                           gsize          begin,
                           gsize          end);

#define trellis_tokens_get(self, i) (&g_array_index ((self)->tokens, TrellisToken, i))
#define trellis_tokens_fold(self, token) ((self)->folded->str + (token)->folded)

G_END_DECLS
