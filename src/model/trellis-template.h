/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"

G_BEGIN_DECLS

/* A course's layout and rules, read from JSON; immutable. Two ship: "classic" and "two-file".
 * resources/templates/README.md describes the format. */

typedef struct
{
  TrellisSectionKind kind;
  int                level;   /* of its heading in the document, 1–6 */
  char              *heading; /* English */
  char              *heading_ru;
  char             **synonyms; /* other headings it is known by, any language */
  char             **words;    /* each the beginnings of words that tell its heading */
  gboolean           optional;
  GPtrArray         *names; /* all of these folded, for matching */
} TrellisTemplateSection;

typedef struct
{
  char      *file;     /* "roles-and-skills.md" */
  GPtrArray *sections; /* TrellisTemplateSection, in order */
} TrellisTemplateDocument;

typedef struct
{
  char              *id; /* "postings.count" */
  TrellisSectionKind section;
  char              *figure;  /* name of a figure; NULL: for a person to judge */
  char              *all_of;  /* the figure must equal this one, or NULL */
  int                min;     /* -1: none */
  int                max;     /* -1: none */
  char              *list;    /* "recurring" or "single": unmet where contradicted; or NULL */
  char              *message; /* English: what is asked, "5 to 7 postings" */
  char              *message_ru;
  char              *unit; /* English: what is counted, "postings", or NULL */
  char              *unit_ru;
} TrellisTemplateCriterion;

typedef struct
{
  char      *id;
  char      *name;
  char      *name_ru;
  int        several;   /* postings that make a skill recurring */
  GPtrArray *documents; /* TrellisTemplateDocument */
  GPtrArray *criteria;  /* TrellisTemplateCriterion */
  char     **questions; /* to guide the reflection, English */
  char     **questions_ru;
} TrellisTemplate;

TrellisTemplate       *trellis_template_new_from_json (const char *json,
                                                       const char *name,
                                                       GError    **error);
TrellisTemplate       *trellis_template_load (const char *id_or_path,
                                              GError    **error);
void                   trellis_template_free (TrellisTemplate *self);
const char *const     *trellis_template_list (void);
const TrellisTemplate *trellis_template_get (const char *id);
const TrellisTemplate *trellis_template_get_or_default (const char *id);
char                  *trellis_template_read_file (const char *path,
                                                   GError    **error);
const TrellisTemplate *trellis_template_register (const char *json,
                                                  const char *name,
                                                  GError    **error);
void                   trellis_template_unregister_all (void);

const TrellisTemplateSection *trellis_template_find_section (
    const TrellisTemplate *self, TrellisSectionKind kind, const TrellisTemplateDocument **document);
gboolean    trellis_template_match_heading (const TrellisTemplate *self,
                                            const char            *text,
                                            TrellisSectionKind    *kind);
const char *trellis_template_choose_words (const char *english,
                                           const char *russian);
gboolean    trellis_template_is_only_in (const TrellisTemplate *self,
                                         const char            *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisTemplate, trellis_template_free)

G_END_DECLS
