/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-page.h"

G_BEGIN_DECLS

/* The report that is open: the sidebar with its pages, and the page. A page is built at its first
 * visit and kept. Pages are known by their names: "overview", "components", "matrix", "roles",
 * "report", and "text-ID" for a text section.
 *
 * Property
 *   page-name   the page that is shown */

#define TRELLIS_TYPE_REPORT_VIEW (trellis_report_view_get_type ())
G_DECLARE_FINAL_TYPE (
    TrellisReportView, trellis_report_view, TRELLIS, REPORT_VIEW, AdwNavigationPage)

void         trellis_report_view_set_session (TrellisReportView *self,
                                              TrellisSession    *session);
void         trellis_report_view_set_narrow (TrellisReportView *self,
                                             gboolean           narrow);
void         trellis_report_view_toggle_sidebar (TrellisReportView *self);
void         trellis_report_view_switch_pane (TrellisReportView *self);
const char  *trellis_report_view_get_page_name (TrellisReportView *self);
TrellisPage *trellis_report_view_get_page (TrellisReportView *self);
void         trellis_report_view_set_next_page (TrellisReportView *self,
                                                const char        *name);
TrellisPage *trellis_report_view_show_page (TrellisReportView *self,
                                            const char        *name);
void         trellis_report_view_show_record (TrellisReportView       *self,
                                              const char              *page_name,
                                              const TrellisRecordType *type,
                                              gint64                   id);
void         trellis_report_view_show_place (TrellisReportView       *self,
                                             const TrellisRecordType *type,
                                             gint64                   id,
                                             const char              *field,
                                             const char              *word);
void         trellis_report_view_search (TrellisReportView *self);

G_END_DECLS
