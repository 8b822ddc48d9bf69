/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-page.h"
#include "trellis-window.h"

G_BEGIN_DECLS

/* The real window over a library of its own in a folder of its own. */
typedef struct
{
  char          *folder;
  TrellisStore  *store;
  GSettings     *settings;
  TrellisWindow *window;
} AppFixture;

void        app_fixture_init (int    *argc,
                              char ***argv);
AppFixture *app_fixture_new (void);
AppFixture *app_fixture_new_with_sample (void);
void        app_fixture_free (AppFixture *self);

TrellisSession      *app_fixture_get_session (AppFixture *self);
const TrellisReport *app_fixture_get_report (AppFixture *self);
GtkWidget           *app_fixture_get_page (AppFixture *self);
void                 app_fixture_show_page (AppFixture *self,
                                            const char *name);
void                 app_fixture_resize (AppFixture *self,
                                         int         width,
                                         int         height);
gboolean             app_fixture_activate (AppFixture *self,
                                           const char *action);
char                *app_fixture_write (AppFixture *self,
                                        const char *name,
                                        const char *text);

void app_spin (guint milliseconds);
void app_remove_folder (const char *path);

#define app_wait_until(condition)                                     \
  G_STMT_START                                                        \
  {                                                                   \
    gint64 app_until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC; \
    while (!(condition))                                              \
      {                                                               \
        g_assert_cmpint (g_get_monotonic_time (), <, app_until);      \
        app_spin (10);                                                \
      }                                                               \
  }                                                                   \
  G_STMT_END

typedef gboolean (*AppWidgetFunc) (GtkWidget *widget,
                                   gpointer   data);
GtkWidget *app_find_widget (GtkWidget    *root,
                            AppWidgetFunc func,
                            gpointer      data);
GtkWidget *app_find_by_type (GtkWidget *root,
                             GType      type);
GtkWidget *app_find_by_title (GtkWidget  *root,
                              const char *title);
GtkWidget *app_find_by_label (GtkWidget  *root,
                              const char *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AppFixture, app_fixture_free)

G_END_DECLS
