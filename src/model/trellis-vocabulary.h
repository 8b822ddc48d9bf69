/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Names of skills, or of roles, with the other ways they are written in English and Russian.
 * The files of resources/vocabulary hold what ships. Never changed once made, so any thread may
 * read. */
typedef struct _TrellisVocabulary TrellisVocabulary;

typedef struct
{
  char       *name;     /* canonical, unique */
  char       *name_ru;  /* in Russian text, or NULL when it is written the same */
  const char *category; /* its id; "" for names that a person added */
  char      **aliases;  /* as written, a "*" where any letters may follow */
  guint       index;    /* in trellis_vocabulary_get_entry() */
} TrellisVocabularyEntry;

TrellisVocabulary       *trellis_vocabulary_new_from_json (const char *json,
                                                           const char *name,
                                                           GError    **error);
const TrellisVocabulary *trellis_vocabulary_get_skills (void);
const TrellisVocabulary *trellis_vocabulary_get_roles (void);
void                     trellis_vocabulary_preload (void);
TrellisVocabulary       *trellis_vocabulary_extend (const TrellisVocabulary *base,
                                                    const char *const       *aliases);
TrellisVocabulary       *trellis_vocabulary_ref (const TrellisVocabulary *self);
void                     trellis_vocabulary_unref (TrellisVocabulary *self);

guint                         trellis_vocabulary_get_n_entries (const TrellisVocabulary *self);
const TrellisVocabularyEntry *trellis_vocabulary_get_entry (const TrellisVocabulary *self,
                                                            guint                    index);
const TrellisVocabularyEntry *trellis_vocabulary_find (const TrellisVocabulary *self,
                                                       const char              *text);
gboolean                      trellis_vocabulary_covers (const TrellisVocabulary      *self,
                                                         const TrellisVocabularyEntry *general,
                                                         const TrellisVocabularyEntry *special);
char                        **trellis_vocabulary_complete (const TrellisVocabulary *self,
                                                           const char              *typed,
                                                           guint                    most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisVocabulary, trellis_vocabulary_unref)

G_END_DECLS
