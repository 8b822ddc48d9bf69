/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-criteria.h"

G_BEGIN_DECLS

/* Where a criterion is answered. Pure.
 *
 * What is asked of every record (a link, a level, a reason) is answered at the first record that is
 * without; what is asked of a section, in its text; more records, where one is added. */
typedef struct
{
  char                    *page; /* its name; NULL: none is built */
  const TrellisRecordType *type; /* of the record; NULL: the page as a whole */
  gint64                   id;
  const char              *field; /* the text to write in, static; NULL: the record as a whole */
  gboolean                 add;   /* more of them are wanted */
} TrellisCriterionPlace;

TrellisCriterionPlace *trellis_criterion_find_place (const TrellisReport    *report,
                                                     const TrellisTemplate  *layout,
                                                     const TrellisCriterion *criterion);
void                   trellis_criterion_place_free (TrellisCriterionPlace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisCriterionPlace, trellis_criterion_place_free)

G_END_DECLS
