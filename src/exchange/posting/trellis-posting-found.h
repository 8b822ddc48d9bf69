/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"

G_BEGIN_DECLS

/* A posting as it was found outside: plain values, cleaned, nothing judged yet. No text is NULL;
 * what the source does not say is "". */
typedef struct
{
  char      *title;
  char      *employer;
  char      *place;
  char      *link;       /* canonical, see trellis_link_canonical() */
  char      *source;     /* where it was read from, a TRELLIS_POSTING_SOURCE_… */
  char      *text;       /* plain: lines, list items begin with "- " */
  char      *published;  /* "2026-05-27", or "" */
  GPtrArray *skills;     /* char: the key skills that the source names as such; may be empty */
  GPtrArray *choices;    /* TrellisPostingFound: others that the page could be about; or NULL */
  gboolean   is_partial; /* the source held an excerpt, not the posting's own text */
  gboolean   is_cut;     /* the text was too long to be kept whole */
} TrellisPostingFound;

#define TRELLIS_POSTING_SOURCE_HH_PAGE "hh.ru page"
#define TRELLIS_POSTING_SOURCE_HH_API "hh.ru API"
#define TRELLIS_POSTING_SOURCE_SCHEMA "JobPosting"
#define TRELLIS_POSTING_SOURCE_BOARD "job board API"
#define TRELLIS_POSTING_SOURCE_PAGE "page"
#define TRELLIS_POSTING_SOURCE_TEXT "text"

TrellisPostingFound *trellis_posting_found_new (const char *source);
TrellisPostingFound *trellis_posting_found_from_record (const TrellisPosting *posting);
void                 trellis_posting_found_free (TrellisPostingFound *self);
void                 trellis_posting_found_set_line (char      **field,
                                                     const char *value);
void                 trellis_posting_found_set_text (TrellisPostingFound *self,
                                                     const char          *text);
void                 trellis_posting_found_set_link (TrellisPostingFound *self,
                                                     const char          *address);
void                 trellis_posting_found_set_published (TrellisPostingFound *self,
                                                          const char          *date);
void                 trellis_posting_found_add_skill (TrellisPostingFound *self,
                                                      const char          *skill);
void                 trellis_posting_found_add_skill_list (TrellisPostingFound *self,
                                                           const char          *text);
void                 trellis_posting_found_fill (TrellisPostingFound       *self,
                                                 const TrellisPostingFound *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisPostingFound, trellis_posting_found_free)

G_END_DECLS
