/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-recognition-cues.h"
#include "trellis-recognition.h"
#include "trellis-vocabulary-private.h"

G_BEGIN_DECLS

/* A name that stands in a line, before it is settled whether it is meant as one. */
typedef struct
{
  const TrellisAlias *alias;
  guint               first, past; /* tokens */
  guint               end;         /* past its version */
  gboolean            refused;
  gboolean            welcome; /* and not asked for */
} TrellisFinding;

typedef struct
{
  guint32 cues;
  guint   first, past;
} TrellisCuePlace;

/* One line, or a part of a long one, with what was found in it. */
typedef struct
{
  const TrellisVocabulary *vocabulary;
  const char              *text;
  TrellisWords             words;
  GArray                  *findings; /* TrellisFinding */
  GArray                  *cues;     /* TrellisCuePlace */
} TrellisLine;

#define trellis_line_token(self, i) trellis_tokens_get (&(self)->words.tokens, i)
#define trellis_line_fold(self, i) \
  trellis_tokens_fold (&(self)->words.tokens, trellis_line_token (self, i))
#define trellis_line_length(self) ((self)->words.tokens.tokens->len)
#define trellis_line_finding(self, i) (&g_array_index ((self)->findings, TrellisFinding, i))
#define trellis_line_cue(self, i) (&g_array_index ((self)->cues, TrellisCuePlace, i))

void    _trellis_line_init (TrellisLine             *self,
                            const TrellisVocabulary *vocabulary,
                            const char              *text);
void    _trellis_line_clear (TrellisLine *self);
gsize   _trellis_line_read (TrellisLine *self,
                            gsize        begin,
                            gsize        end);
guint32 _trellis_line_get_cues (const TrellisLine *self,
                                guint              first,
                                guint              past);
void    _trellis_line_read_clauses (TrellisLine *self);
void    _trellis_line_share_words (TrellisLine *self);
void    _trellis_line_refuse_loners (TrellisLine *self);
void    _trellis_line_refuse_negated (TrellisLine *self);

G_END_DECLS
