/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-page.h"

G_BEGIN_DECLS

/* The pages of a report that have been built, by their names. */
typedef struct _TrellisPageShelf TrellisPageShelf;

TrellisPageShelf *trellis_page_shelf_new (void);
void              trellis_page_shelf_free (TrellisPageShelf *self);
TrellisPage      *trellis_page_shelf_find (const TrellisPageShelf *self,
                                           const char             *name);
TrellisPage      *trellis_page_shelf_build (TrellisPageShelf *self,
                                            const char       *name,
                                            gint64            section_id,
                                            TrellisSession   *session);
void              trellis_page_shelf_drop_texts (TrellisPageShelf *self);
void              trellis_page_shelf_drop_others (TrellisPageShelf *self,
                                                  TrellisPage      *shown);

G_END_DECLS
