/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-session.h"

G_BEGIN_DECLS

/* What pages there are, in the sidebar's order: values and pure functions, no widgets. */

typedef enum
{
  TRELLIS_GROUP_NONE,
  TRELLIS_GROUP_PRODUCT,
  TRELLIS_GROUP_YOU,
  TRELLIS_GROUP_MARKET,
  TRELLIS_GROUP_WRITING,
  TRELLIS_GROUP_TEXT, /* sections that nothing is known about: kept as text */
  TRELLIS_GROUP_END,  /* the report itself, below a line */
} TrellisPageGroup;

typedef struct
{
  char            *name;
  char            *title;
  const char      *icon;
  TrellisPageGroup group;
  gint64           section_id; /* of a text section; else 0 */
  int              n_items;    /* what the page holds; -1: nothing to count */
  guint            n_unmet;    /* criteria */
  gboolean         all_met;    /* it has criteria, and all are met */
} TrellisPageEntry;

GPtrArray  *trellis_page_entries (const TrellisReport *report,
                                  const TrellisCheck  *check);
gboolean    trellis_page_entries_name_the_same (GPtrArray *a,
                                                GPtrArray *b);
void        trellis_page_entry_free (TrellisPageEntry *self);
char       *trellis_page_entry_describe (const TrellisPageEntry *self);
const char *trellis_page_group_title (TrellisPageGroup group);
char       *trellis_page_name_for_criterion (const TrellisReport    *report,
                                             const TrellisCriterion *criterion);
char       *trellis_page_name_resolve (const TrellisReport *report, const char *name);
char       *trellis_page_name_for_record (const TrellisReport     *report,
                                          const TrellisRecordType *type,
                                          gint64                   id);
gboolean    trellis_section_is_kept_as_text (const TrellisSection *section);
char       *trellis_section_title (const TrellisSection *section);
const char *trellis_section_kind_title (TrellisSectionKind kind);

G_END_DECLS
