/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-recent-menu.h"

#define MAX_RECENT 5

/* A title stands in the menu as it is: no letter of it is a mnemonic. */
static char *
escape_title (const char *title)
{
  g_auto (GStrv) parts = g_strsplit (title, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append (GMenu                      *menu,
        const TrellisReportSummary *report)
{
  g_autofree char      *title = escape_title (report->title);
  g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

  g_menu_item_set_action_and_target (item, "win.open-report", "x", report->id);
  g_menu_append_item (menu, item);
}

/* Empties the menu and fills it with what the library has now. */
void
trellis_recent_menu_fill (GMenu          *menu,
                          TrellisSession *session)
{
  g_autoptr (GPtrArray) reports
      = trellis_store_list_reports (trellis_session_get_store (session), NULL);
  gint64 open = trellis_session_get_report_id (session);
  int    n = 0;

  g_menu_remove_all (menu);
  for (guint i = 0; reports != NULL && i < reports->len && n < MAX_RECENT; i++)
    {
      const TrellisReportSummary *report = reports->pdata[i];

      if (report->id == open)
        continue;
      append (menu, report);
      n++;
    }
}
