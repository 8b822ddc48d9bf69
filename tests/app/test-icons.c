/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#define RING 100 /* lookups that GTK keeps */

static GtkIconPaintable *
look_up (const char *name,
         int         size)
{
  return gtk_icon_theme_lookup_icon (
      gtk_icon_theme_get_for_display (gdk_display_get_default ()), name, NULL, size, 1,
      GTK_TEXT_DIR_LTR, 0);
}

/* An icon that ended while it was looked up again once took the program down. */
static void
an_icon_outlasts_many_others (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  GtkIconPaintable      *icon = look_up ("list-add-symbolic", 16);

  g_object_add_weak_pointer (G_OBJECT (icon), (gpointer *) &icon);
  g_object_unref (icon);
  for (int i = 0; i < 2 * RING; i++)
    g_object_unref (look_up ("edit-find-symbolic", 8 + i));
  g_assert_nonnull (icon);
  g_object_remove_weak_pointer (G_OBJECT (icon), (gpointer *) &icon);
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

#define ADD(name, func) g_test_add_func ("/icons/" name, func)
  ADD ("an-icon-outlasts-many-others", an_icon_outlasts_many_others);
  return g_test_run ();
}
