/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-check.h"

G_BEGIN_DECLS

/* What the criteria say of the Markdown that would be handed in, so that the window says what
 * `check` would say of the exported file. */
typedef struct
{
  TrellisCheck *check;
  GPtrArray    *outlines; /* what `check` is about */
} TrellisJudgement;

TrellisJudgement *trellis_judgement_new (const TrellisReport     *report,
                                         const TrellisTemplate   *layout,
                                         const TrellisVocabulary *vocabulary);
void              trellis_judgement_free (TrellisJudgement *self);
void              trellis_judgement_new_async (const TrellisReport   *report,
                                               const TrellisTemplate *layout,
                                               TrellisVocabulary     *vocabulary,
                                               GCancellable          *cancellable,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);
TrellisJudgement *trellis_judgement_new_finish (GAsyncResult *result,
                                                GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisJudgement, trellis_judgement_free)

G_END_DECLS
