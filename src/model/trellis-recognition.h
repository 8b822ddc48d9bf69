/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-vocabulary.h"

G_BEGIN_DECLS

/* An entry of a vocabulary that a text names. */
typedef struct
{
  const TrellisVocabularyEntry *entry;
  gsize                         begin;    /* bytes of the text as it was given */
  gsize                         end;      /* past the last; of a version too: "Python 3.11" */
  gboolean                      optional; /* welcome, not asked for: “nice to have” */
  gboolean                      aside;    /* what the firm is or gives: “What we offer” */
} TrellisMention;

GArray *trellis_recognition_find (const TrellisVocabulary *vocabulary,
                                  const char              *text);

G_END_DECLS
