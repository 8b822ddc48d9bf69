/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TRELLIS_TYPE_PAGE (trellis_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TrellisPage, trellis_page, TRELLIS, PAGE, AdwNavigationPage)

/* One page of a report: a header with undo, redo, export and the page's menu, and a body. Built at
 * its first visit and kept; when another report is opened it shows that one.
 *
 * Properties
 *   session (construct only)  what it shows
 *   body (GtkWidget)          what stands below the header
 *   menu (GMenuModel)         its own entries of the page menu
 *   narrow (read-only)        it is less than 500sp wide
 *   collapsed                 it has the window for itself, so its header shows the way back */
struct _TrellisPageClass
{
  AdwNavigationPageClass parent_class;

  /* Shows the report as it is now; @announcement is what changed, NULL: everything. */
  void (*update) (TrellisPage               *self,
                  const TrellisAnnouncement *announcement);
  /* The criteria were judged anew. */
  void (*checked) (TrellisPage *self);
  /* Goes to the record, focuses it and tints it for a moment. Returns: whether it is here */
  gboolean (*show_record) (TrellisPage             *self,
                           const TrellisRecordType *type,
                           gint64                   id);
  /* Shift+Ctrl+N: where a new thing of this page is named. NULL: nothing can be added. */
  void (*add) (TrellisPage *self);
};

TrellisSession *trellis_page_get_session (TrellisPage *self);
gboolean        trellis_page_get_narrow (TrellisPage *self);
void            trellis_page_update (TrellisPage               *self,
                                     const TrellisAnnouncement *announcement);
gboolean        trellis_page_show_record (TrellisPage             *self,
                                          const TrellisRecordType *type,
                                          gint64                   id);
gboolean        trellis_page_show_text (TrellisPage             *self,
                                        const TrellisRecordType *type,
                                        gint64                   id,
                                        const char              *field,
                                        const char              *word);
void            trellis_page_show_empty (TrellisPage *self,
                                         GtkStack    *stack);
gboolean        trellis_page_can_add (TrellisPage *self);
void            trellis_page_add (TrellisPage *self);
void            trellis_page_set_inner (TrellisPage *self,
                                        const char  *title);

void trellis_widget_tint (GtkWidget *widget);
void trellis_menu_button_set_menu (GtkMenuButton *button,
                                   GMenuModel    *menu);
void trellis_menu_button_name (GtkMenuButton *button,
                               const char    *row);

G_END_DECLS
