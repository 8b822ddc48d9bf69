/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-record.h"
#include "trellis-vocabulary.h"

G_BEGIN_DECLS

typedef enum
{
  TRELLIS_ALIAS_SKILL,
  TRELLIS_ALIAS_ROLE,
} TrellisAliasKind;

/* The user's own word that two names are one: whoever writes `text` means `name`. Aliases belong
 * to the library, not to a report. A text stands once in its vocabulary, in whatever case, and no
 * name is itself the text of another alias: one look-up leads to the end. */
typedef struct
{
  TrellisRecord base;
  int           vocabulary; /* TrellisAliasKind */
  char         *text;
  char         *name;
} TrellisAlias;

extern const TrellisRecordType trellis_alias_type;

void trellis_alias_free (TrellisAlias *self);

const TrellisAlias *trellis_alias_find (const GPtrArray *aliases,
                                        TrellisAliasKind vocabulary,
                                        const char      *text);

TrellisVocabulary *trellis_alias_extend_vocabulary (const GPtrArray *aliases,
                                                    TrellisAliasKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisAlias, trellis_alias_free)

G_END_DECLS
