/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every page of the sample report, wide and narrow, light and dark. With TRELLIS_PICTURES it leaves
 * a PNG of each there; without it only draws. */

#include "app-fixture.h"

#include "trellis-report-page.h"
#include "trellis-session.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>

/* A window without a compositor has a frame of so many px. */
#define FRAME 10

static const char *const pages[] = { "overview", "components", "matrix", "roles", "report" };

static GdkTexture *
draw (GtkWidget *window)
{
  g_autoptr (GdkPaintable)  paintable = gtk_widget_paintable_new (window);
  GtkSnapshot              *snapshot = gtk_snapshot_new ();
  int                       width = gdk_paintable_get_intrinsic_width (paintable);
  int                       height = gdk_paintable_get_intrinsic_height (paintable);
  g_autoptr (GskRenderNode) node = NULL;
  graphene_rect_t           area = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  return gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, &area);
}

static gboolean
is_russian (void)
{
  return g_str_has_prefix (setlocale (LC_MESSAGES, NULL), "ru");
}

static void
save (AppFixture *fixture,
      const char *name)
{
  const char            *folder = g_getenv ("TRELLIS_PICTURES");
  g_autoptr (GdkTexture) texture = draw (GTK_WIDGET (fixture->window));
  g_autofree char       *path = NULL;

  g_assert_cmpint (gdk_texture_get_width (texture), >=, 300);
  if (folder == NULL)
    return;

  path = g_strdup_printf ("%s/%s%s.png", folder, is_russian () ? "ru-" : "", name);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0777), ==, 0);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

static gboolean
is_expander (GtkWidget *widget,
             gpointer   data)
{
  return TRELLIS_IS_PAGE (data) && ADW_IS_EXPANDER_ROW (widget);
}

/* A page with rows that open shows one open. */
static void
open_first_row (AppFixture *fixture)
{
  GtkWidget *page = app_fixture_get_page (fixture);
  GtkWidget *row = app_find_widget (page, is_expander, page);

  if (row != NULL)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
}

static void
save_page (AppFixture *fixture,
           const char *look,
           const char *page)
{
  g_autofree char *name = g_strdup_printf ("%s-%s", look, page);

  app_fixture_show_page (fixture, page);
  open_first_row (fixture);
  if (TRELLIS_IS_REPORT_PAGE (app_fixture_get_page (fixture)))
    app_wait_until (
        trellis_report_page_is_ready (TRELLIS_REPORT_PAGE (app_fixture_get_page (fixture))));
  app_spin (150);
  save (fixture, name);
}

static void
save_text_page (AppFixture *fixture,
                const char *look)
{
  const TrellisReport *report = app_fixture_get_report (fixture);

  for (guint i = 0; i < report->sections->len; i++)
    {
      const TrellisSection *section = report->sections->pdata[i];
      g_autofree char      *page = g_strdup_printf ("text-%" G_GINT64_FORMAT, section->base.id);
      g_autofree char      *name = g_strdup_printf ("%s-reflection", look);

      if (section->kind != TRELLIS_SECTION_REFLECTION)
        continue;
      app_fixture_show_page (fixture, page);
      save (fixture, name);
    }
}

/* What the first component is called, found in the report. */
static void
save_search (AppFixture *fixture,
             const char *look)
{
  const TrellisComponent *component = app_fixture_get_report (fixture)->components->pdata[0];
  g_autofree char        *name = g_strdup_printf ("%s-search", look);
  GtkWidget              *focus;

  app_fixture_activate (fixture, "win.search");
  app_spin (300);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY)),
                         component->name);
  app_spin (300);
  save (fixture, name);
  g_signal_emit_by_name (gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY), "stop-search",
                         NULL);
  app_spin (300);
}

static void
save_dialog (AppFixture *fixture,
             const char *look,
             const char *action,
             const char *what)
{
  g_autofree char *name = g_strdup_printf ("%s-%s", look, what);

  app_fixture_activate (fixture, action);
  app_spin (150);
  save (fixture, name);
  adw_dialog_force_close (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  app_spin (150);
}

static void
set_scheme (const char *look)
{
  adw_style_manager_set_color_scheme (
      adw_style_manager_get_default (),
      g_str_has_prefix (look, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
}

static void
draw_all (gconstpointer data)
{
  const char            *look = data;
  gboolean               narrow = g_str_has_suffix (look, "narrow");
  g_autoptr (AppFixture) fixture = NULL;

  set_scheme (look);
  fixture = app_fixture_new ();
  app_fixture_resize (fixture, narrow ? 360 + FRAME : 1100 + FRAME, 720);
  {
    g_autofree char *name = g_strdup_printf ("%s-first-run", look);

    save (fixture, name);
  }

  trellis_window_open_sample (fixture->window);
  app_wait_until (trellis_window_get_page_name (fixture->window) != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    save_page (fixture, look, pages[i]);
  save_text_page (fixture, look);
  save_search (fixture, look);
  save_dialog (fixture, look, "win.export", "export");
  save_dialog (fixture, look, "win.new-report", "new-report");
  save_dialog (fixture, look, "app.shortcuts", "shortcuts");
  save_dialog (fixture, look, "app.preferences", "preferences");
  save_dialog (fixture, look, "app.about", "about");

  if (narrow)
    {
      g_autofree char *name = g_strdup_printf ("%s-sidebar", look);

      app_fixture_activate (fixture, "win.sidebar");
      app_spin (150);
      save (fixture, name);
    }
  trellis_window_show_library (fixture->window);
  app_spin (150);
  {
    g_autofree char *name = g_strdup_printf ("%s-library", look);

    save (fixture, name);
  }
}

int
main (int    argc,
      char **argv)
{
  static const char *const looks[] = { "light", "dark", "light-narrow", "dark-narrow" };
  g_autofree char         *catalogues = NULL;

  if (argc > 1 && *argv[1] != '-')
    g_setenv ("LC_ALL", argv[1], TRUE);
  app_fixture_init (&argc, &argv);
  catalogues = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);
  bindtextdomain (GETTEXT_PACKAGE, catalogues);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pictures/%s", looks[i]);

      g_test_add_data_func (path, looks[i], draw_all);
    }
  return g_test_run ();
}
