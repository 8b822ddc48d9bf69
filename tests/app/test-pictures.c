/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every page of the sample report, wide and narrow, light and dark, mirrored, in large text. With
 * TRELLIS_PICTURES it leaves a PNG of each there; without it only draws. */

#include "app-fixture.h"

#include "trellis-commands.h"
#include "trellis-found-row.h"
#include "trellis-plan-view.h"
#include "trellis-plantuml-import.h"
#include "trellis-posting-view.h"
#include "trellis-postings-adding.h"
#include "trellis-report-page.h"
#include "trellis-session.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>

/* A window without a compositor has a frame of so many px. */
#define FRAME 10
#define IN_RUSSIAN 4 /* looks */

static const char *const pages[] = { "overview", "components", "matrix", "roles", "skills",
                                     "roadmaps", "postings", "demand", "report" };

/* A roadmap and a posting with a text, which the sample report does not have. */
static const struct
{
  const char       *name;
  int               parent; /* index, or -1 */
  TrellisTopicState state;
} topics[] = {
  { "How the Web Works", -1, TRELLIS_TOPIC_DONE },
  { "What a Browser Does With an Address", 0, TRELLIS_TOPIC_DONE },
  { "Names and Addresses", 0, TRELLIS_TOPIC_LEARNING },
  { "Domain Names", 2, TRELLIS_TOPIC_DONE },
  { "Certificates", 2, TRELLIS_TOPIC_TODO },
  { "Version Control", -1, TRELLIS_TOPIC_LEARNING },
  { "Branches", 5, TRELLIS_TOPIC_DONE },
  { "Reviews", 5, TRELLIS_TOPIC_TODO },
  { "Other Systems Than the One That Everybody Uses at This Moment", 5, TRELLIS_TOPIC_SKIPPED },
  { "Databases", -1, TRELLIS_TOPIC_TODO },
  { "Queries", 9, TRELLIS_TOPIC_TODO },
};

#define POSTING                                                                              \
  "Backend engineer for a ferry timetable\n\nNordlicht Ferries, Kiel\n\n"                    \
  "Requirements:\n- Two years of Python or Go\n- PostgreSQL, and SQL that others can read\n" \
  "- Docker in daily work, Linux, Git\n- You write tests before you are asked to\n\n"        \
  "Nice to have:\n- Kubernetes\n- Terraform or Ansible\n- Grafana and Prometheus\n\n"        \
  "We offer a view of the harbour and a ticket for every crossing.\n"

#define DIAGRAM                                                         \
  "@startuml\n"                                                         \
  "actor Passenger\n"                                                   \
  "package \"Shore\" {\n"                                               \
  "  component \"Ticket Office\" as office\n"                           \
  "  database Timetable\n"                                              \
  "  interface \"Gate API\" as gate\n"                                  \
  "}\n"                                                                 \
  "package \"On Board\" {\n"                                            \
  "  component \"Position Sender With a Rather Long Name for a Row\"\n" \
  "  queue \"Messages to the Shore\"\n"                                 \
  "}\n"                                                                 \
  "?? nobody knows what this is\n"                                      \
  "@enduml\n"

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

static void
save_as (AppFixture *fixture,
         const char *look,
         const char *what)
{
  g_autofree char *name = g_strdup_printf ("%s-%s", look, what);

  save (fixture, name);
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
add_roadmap (AppFixture *fixture)
{
  TrellisSession           *session = app_fixture_get_session (fixture);
  g_autoptr (TrellisReport) source = trellis_report_new ();
  TrellisRoadmap           *roadmap = trellis_report_add (source, &trellis_roadmap_type);
  gint64                    ids[G_N_ELEMENTS (topics)];

  g_set_str (&roadmap->title, "Web Backend");
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      TrellisRoadmapTopic *topic = trellis_report_add (source, &trellis_roadmap_topic_type);

      ids[i] = topic->base.id;
      topic->roadmap_id = roadmap->base.id;
      topic->parent_id = topics[i].parent >= 0 ? ids[topics[i].parent] : 0;
      topic->position = (int) i + 1;
      topic->state = (int) topics[i].state;
      g_set_str (&topic->name, topics[i].name);
    }
  g_assert_true (trellis_commands_add_roadmap (trellis_session_get_store (session),
                                               trellis_session_get_report_id (session), source,
                                               NULL, NULL));
}

static void
add_posting (AppFixture *fixture)
{
  guint n = app_fixture_get_report (fixture)->postings->len;

  trellis_postings_adding_paste (TRELLIS_PAGE (app_fixture_get_page (fixture)), POSTING);
  app_wait_until (app_fixture_get_report (fixture)->postings->len == n + 1);
}

/* Scrolls what scrolls there down to the end. */
static void
scroll_down (GtkWidget *widget)
{
  GtkWidget     *scrolled = app_find_by_type (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  app_spin (150);
}

static gboolean
is_added_posting (GtkWidget *widget,
                  gpointer   data)
{
  return ADW_IS_EXPANDER_ROW (widget)
         && g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)),
                              "Backend engineer for a ferry");
}

/* What the sample alone does not show: a tree of topics, a posting with its text, what is lacked.
 */
static void
save_evidence (AppFixture *fixture,
               const char *look)
{
  static const char *const lists[] = { "lack", "common" };
  GtkWidget               *row;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *name = g_strdup_printf ("skills-%s", lists[i]);

      app_fixture_show_page (fixture, "skills");
      adw_view_stack_set_visible_child_name (
          ADW_VIEW_STACK (app_find_by_type (app_fixture_get_page (fixture), ADW_TYPE_VIEW_STACK)),
          lists[i]);
      app_spin (150);
      save_as (fixture, look, name);
    }

  app_fixture_show_page (fixture, "roadmaps");
  add_roadmap (fixture);
  app_spin (150);
  save_as (fixture, look, "roadmaps-tree");

  app_fixture_show_page (fixture, "postings");
  add_posting (fixture);
  app_spin (150);
  row = app_find_widget (app_fixture_get_page (fixture), is_added_posting, NULL);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  app_spin (150);
  scroll_down (app_find_by_type (app_fixture_get_page (fixture), TRELLIS_TYPE_POSTING_VIEW));
  save_as (fixture, look, "postings-text");
  g_signal_emit_by_name (
      app_find_by_type (app_fixture_get_page (fixture), TRELLIS_TYPE_FOUND_ROW), "added", -1);
  app_spin (150);
  save_as (fixture, look, "postings-skills");
}

static void
save_page (AppFixture *fixture,
           const char *look,
           const char *page)
{
  app_fixture_show_page (fixture, page);
  open_first_row (fixture);
  if (TRELLIS_IS_REPORT_PAGE (app_fixture_get_page (fixture)))
    app_wait_until (
        trellis_report_page_is_ready (TRELLIS_REPORT_PAGE (app_fixture_get_page (fixture))));
  app_spin (150);
  save_as (fixture, look, page);
}

/* What stands beside a text comes up from below where there is no room. */
static void
save_facts_sheet (AppFixture *fixture,
                  const char *look)
{
  GtkWidget *sheet = app_find_by_type (app_fixture_get_page (fixture), ADW_TYPE_BOTTOM_SHEET);

  if (sheet == NULL)
    return;

  adw_bottom_sheet_set_open (ADW_BOTTOM_SHEET (sheet), TRUE);
  app_spin (150);
  save_as (fixture, look, "reflection-facts");
  adw_bottom_sheet_set_open (ADW_BOTTOM_SHEET (sheet), FALSE);
  app_spin (150);
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

      if (section->kind != TRELLIS_SECTION_REFLECTION)
        continue;
      app_fixture_show_page (fixture, page);
      save_as (fixture, look, "reflection");
      save_facts_sheet (fixture, look);
    }
}

#define PLAN                                                                                      \
  "## About the skill\n\nLoad tests of the ticket office, which is slow on Fridays.\n\n"          \
  "## Goals\n\n### Goal 1: Script a crossing from the shore to the island and back\n\n"           \
  "- **Specific:** one script that buys a return ticket\n"                                        \
  "- **Measurable:** 200 crossings a minute\n- **Time-bound:** by 2026-12-05\n\n"                 \
  "### Goal 2: Read the curves\n\n"                                                               \
  "## Milestones\n\n- 2026-10-05: the script runs\n- the harbour master reads the report\n\n"     \
  "## Resources\n\n- [The tool's guide](https://tool.example/guide)\n- The harbour's library\n\n" \
  "## Risks\n\nA storm, or no crossing at all.\n\n## Tracking\n\n- crossings a minute\n"

/* The sample has no plan: it is begun, and another one written into it. */
static void
save_plan (AppFixture *fixture,
           const char *look)
{
  TrellisSession  *session = app_fixture_get_session (fixture);
  TrellisSection   section = { 0 };
  GtkWidget       *page;
  gint64           id;
  g_autofree char *name = NULL;

  section.kind = TRELLIS_SECTION_PLAN;
  section.level = 1;
  section.document = (char *) "skill-development-plan.md";
  section.heading = (char *) "Skill development plan";
  section.before = section.after = (char *) "";
  section.text = (char *) PLAN;
  g_assert_true (trellis_commands_add (trellis_session_get_store (session), &trellis_section_type,
                                       trellis_session_get_report_id (session), &section, &id,
                                       NULL));
  name = g_strdup_printf ("text-%" G_GINT64_FORMAT, id);
  /* There is a page for it once the report was judged. */
  app_wait_until ((trellis_window_show_page (fixture->window, name),
                   app_find_by_type (app_fixture_get_page (fixture), TRELLIS_TYPE_PLAN_VIEW)
                       != NULL));
  app_spin (150);
  page = app_fixture_get_page (fixture);
  open_first_row (fixture);
  app_spin (150);
  save_as (fixture, look, "plan");
  scroll_down (app_find_by_type (page, TRELLIS_TYPE_PLAN_VIEW));
  save_as (fixture, look, "plan-below");
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
  app_fixture_activate (fixture, action);
  app_spin (150);
  save_as (fixture, look, what);
  adw_dialog_force_close (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  app_spin (150);
}

/* What a diagram draws, to choose from. */
static void
save_diagram (AppFixture *fixture,
              const char *look)
{
  g_autofree char  *path = app_fixture_write (fixture, "ferry.puml", DIAGRAM);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  AdwDialog        *dialog;

  app_fixture_show_page (fixture, "components");
  trellis_plantuml_import_start (TRELLIS_PAGE (app_fixture_get_page (fixture)), file);
  app_wait_until (adw_application_window_get_visible_dialog (
                      ADW_APPLICATION_WINDOW (fixture->window))
                  != NULL);
  app_spin (150);
  save_as (fixture, look, "plantuml");
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  adw_dialog_force_close (dialog);
  app_spin (150);
}

/* “dark-…”, “mirrored-…” from right to left, “large-…” with text of one and a half times its size.
 */
static void
set_look (const char *look)
{
  gboolean dark = g_str_has_prefix (look, "dark");
  gboolean mirrored = g_str_has_prefix (look, "mirrored");
  gboolean large = g_str_has_prefix (look, "large");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                           : ADW_COLOR_SCHEME_FORCE_LIGHT);
  gtk_widget_set_default_direction (mirrored ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (large ? 144 : 96) * PANGO_SCALE, NULL);
}

static void
draw_all (gconstpointer data)
{
  const char            *look = data;
  gboolean               narrow = g_str_has_suffix (look, "narrow");
  g_autoptr (AppFixture) fixture = NULL;

  set_look (look);
  fixture = app_fixture_new ();
  app_fixture_resize (fixture, narrow ? 360 + FRAME : 1100 + FRAME, 720);
  save_as (fixture, look, "first-run");

  trellis_window_open_sample (fixture->window);
  app_wait_until (trellis_window_get_page_name (fixture->window) != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    save_page (fixture, look, pages[i]);
  save_evidence (fixture, look);
  save_diagram (fixture, look);
  save_text_page (fixture, look);
  save_plan (fixture, look);
  save_search (fixture, look);
  save_dialog (fixture, look, "win.export", "export");
  save_dialog (fixture, look, "win.new-report", "new-report");
  save_dialog (fixture, look, "app.shortcuts", "shortcuts");
  save_dialog (fixture, look, "app.help", "help");
  save_dialog (fixture, look, "win.history", "history");
  save_dialog (fixture, look, "app.preferences", "preferences");
  save_dialog (fixture, look, "app.about", "about");

  if (narrow)
    {
      app_fixture_activate (fixture, "win.sidebar");
      app_spin (150);
      save_as (fixture, look, "sidebar");
    }
  trellis_window_show_library (fixture->window);
  app_spin (150);
  save_as (fixture, look, "library");
}

int
main (int    argc,
      char **argv)
{
  static const char *const looks[] = { "light", "dark", "light-narrow", "dark-narrow",
                                       "mirrored", "mirrored-narrow", "large-narrow" };
  g_autofree char         *catalogues = NULL;

  if (argc > 1 && *argv[1] != '-')
    g_setenv ("LC_ALL", argv[1], TRUE);
  app_fixture_init (&argc, &argv);
  catalogues = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);
  bindtextdomain (GETTEXT_PACKAGE, catalogues);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  for (guint i = 0; i < G_N_ELEMENTS (looks) && (i < IN_RUSSIAN || !is_russian ()); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pictures/%s", looks[i]);

      g_test_add_data_func (path, looks[i], draw_all);
    }
  return g_test_run ();
}
