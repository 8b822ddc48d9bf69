/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stalls.h"

#include "app-fixture.h"

#include "trellis-commands.h"
#include "trellis-export.h"
#include "trellis-postings-adding.h"

#include <time.h>

/* So long nothing must have happened for a thing to be over, µs. */
#define QUIET 250000
#define SOME_PAGES 100

typedef struct
{
  AppFixture *fixture;
  GArray     *stalls;
  double      longest; /* ms, since the last stall was noted */
} Stalls;

/* Of this thread: neither what waits nor what other programs do counts. */
static double
get_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
note_since (Stalls *self,
            double  began)
{
  self->longest = MAX (self->longest, get_ms () - began);
}

static gboolean
turn (Stalls *self)
{
  double   began = get_ms ();
  gboolean dispatched = g_main_context_iteration (NULL, FALSE);

  note_since (self, began);
  return dispatched;
}

/* Turns the main loop until it has been still for a while. */
static void
settle (Stalls *self)
{
  gint64 until = g_get_monotonic_time () + QUIET;

  while (g_get_monotonic_time () < until)
    if (!turn (self))
      g_usleep (500);
}

static void
begin (Stalls *self)
{
  settle (self);
  self->longest = 0;
}

static void
end (Stalls     *self,
     const char *what)
{
  Stall stall = { .what = what };

  settle (self);
  stall.longest = self->longest;
  g_array_append_val (self->stalls, stall);
}

static const TrellisRecord *
get_first (Stalls                  *self,
           const TrellisRecordType *type)
{
  GPtrArray *part
      = trellis_report_get_part ((TrellisReport *) app_fixture_get_report (self->fixture), type);

  return part->pdata[0];
}

static void
set_text (Stalls                  *self,
          const TrellisRecordType *type,
          const char              *field,
          const char              *text)
{
  double began = get_ms ();

  g_assert_true (trellis_commands_set_text (self->fixture->store, type,
                                            get_first (self, type)->id, field, text, NULL));
  note_since (self, began);
}

static void
show_pages (Stalls *self)
{
  static const char *const pages[]
      = { "components", "matrix", "roles", "skills", "roadmaps", "postings",
          "demand", "reflection", "plan", "report", "overview" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *what = g_strdup_printf ("open the page “%s”", pages[i]);
      double           began;

      begin (self);
      began = get_ms ();
      trellis_window_show_page (self->fixture->window, pages[i]);
      note_since (self, began);
      end (self, g_intern_string (what));
    }
}

static void
toggle_cells (Stalls *self)
{
  gint64 component = get_first (self, &trellis_component_type)->id;
  gint64 role = get_first (self, &trellis_role_type)->id;

  trellis_window_show_page (self->fixture->window, "matrix");
  begin (self);
  for (guint i = 0; i < 4; i++)
    {
      double began = get_ms ();

      g_assert_true (trellis_commands_toggle (self->fixture->store, component, role, NULL));
      note_since (self, began);
      settle (self);
    }
  end (self, "toggle a cell");
}

/* As typing does: letter by letter. */
static void
type_text (Stalls                  *self,
           const char              *page,
           const TrellisRecordType *type,
           const char              *field,
           const char              *what)
{
  static const char letters[] = "Harbour watch";

  trellis_window_show_page (self->fixture->window, page);
  begin (self);
  for (guint i = 1; i < sizeof letters; i++)
    {
      g_autofree char *text = g_strndup (letters, i);

      set_text (self, type, field, text);
      for (guint j = 0; j < 20; j++)
        turn (self);
    }
  trellis_store_end_merge (self->fixture->store);
  end (self, what);
}

static gboolean
is_shown_entry (GtkWidget *widget,
                gpointer   data)
{
  return GTK_IS_SEARCH_ENTRY (widget) && gtk_widget_get_mapped (widget);
}

static void
search (Stalls *self)
{
  static const char *const typed[] = { "s", "se", "ser", "serv", "servi", "service" };
  GtkWidget               *root = GTK_WIDGET (self->fixture->window);
  double                   started;

  trellis_window_show_page (self->fixture->window, "components");
  begin (self);
  started = get_ms ();
  app_fixture_activate (self->fixture, "win.search");
  note_since (self, started);
  settle (self);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      GtkWidget *entry = app_find_widget (root, is_shown_entry, NULL);
      double     began = get_ms ();

      gtk_editable_set_text (GTK_EDITABLE (entry), typed[i]);
      note_since (self, began);
      settle (self);
    }
  end (self, "search");
  gtk_editable_set_text (GTK_EDITABLE (app_find_widget (root, is_shown_entry, NULL)), "");
}

static char *
make_page (guint i)
{
  GString *page = g_string_new ("<!DOCTYPE html><html><head>");

  g_string_append_printf (page,
                          "<link rel=\"canonical\" href=\"https://jobs.weir.example/vacancy/%u\">"
                          "</head><body><main><h1>Lock engineer %u</h1><p>Weir %x-%x asks for"
                          " Python, Docker and SQL in lock %x.</p><ul>",
                          700000 + i, i, i * 2654435761u, i * 40503u, i * 69069u);
  for (guint j = 0; j < 100; j++)
    g_string_append_printf (page, "<li>Duty %u of %x: keep the log of gate %x.</li>", j,
                            (i * 1000 + j) * 2654435761u, (i + j) * 40503u);
  g_string_append (page, "</ul></main></body></html>");
  return g_string_free_and_steal (page);
}

static void
import_pages (Stalls *self)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  guint                  n = app_fixture_get_report (self->fixture)->postings->len;

  for (guint i = 0; i < SOME_PAGES; i++)
    {
      g_autofree char  *name = g_strdup_printf ("page-%u.html", i);
      g_autofree char  *html = make_page (i);
      g_autofree char  *path = app_fixture_write (self->fixture, name, html);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_list_store_append (files, file);
    }
  trellis_window_show_page (self->fixture->window, "postings");
  begin (self);
  trellis_postings_adding_start (TRELLIS_PAGE (app_fixture_get_page (self->fixture)),
                                 G_LIST_MODEL (files));
  while (app_fixture_get_report (self->fixture)->postings->len < n + SOME_PAGES)
    settle (self);
  end (self, "import 100 saved pages");
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_assert_true (trellis_export_finish (result, NULL));
  *(gboolean *) data = TRUE;
}

static void export (Stalls             *self,
                    TrellisExportFormat format,
                    const char         *name,
                    const char         *what)
{
  TrellisExportOptions options = { .format = format };
  g_autofree char     *path = g_build_filename (self->fixture->folder, name, NULL);
  g_autoptr (GFile)    file = g_file_new_for_path (path);
  gboolean             done = FALSE;
  double               began;

  begin (self);
  began = get_ms ();
  trellis_export_async (app_fixture_get_report (self->fixture), &options, file, NULL, exported_cb,
                        &done);
  note_since (self, began);
  while (!done)
    settle (self);
  end (self, what);
}

static void
import_report (Stalls *self)
{
  g_autofree char       *path = g_build_filename (self->fixture->folder, "sample.md", NULL);
  g_autoptr (GFile)      file = g_file_new_for_path (path);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  gint64                 id = app_fixture_get_report (self->fixture)->base.id;
  double                 began;

  g_list_store_append (files, file);
  begin (self);
  began = get_ms ();
  trellis_window_import (self->fixture->window, G_LIST_MODEL (files));
  note_since (self, began);
  while (app_fixture_get_report (self->fixture)->base.id == id)
    settle (self);
  end (self, "import the sample");
}

/**
 * stalls_measure:
 * @many: a hundred saved pages too, not only the sample
 *
 * The first is the floor: a window at which nothing is done.
 *
 * Returns: (transfer full): Stall
 */
GArray *
stalls_measure (gboolean many)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  Stalls                 self = { fixture, g_array_new (FALSE, FALSE, sizeof (Stall)), 0 };

  begin (&self);
  end (&self, "nothing");
  show_pages (&self);
  toggle_cells (&self);
  type_text (&self, "components", &trellis_component_type, "name", "rename a component");
  type_text (&self, "roles", &trellis_role_type, "name", "rename a role");
  type_text (&self, "reflection", &trellis_section_type, "text", "type a text");
  search (&self);
  export (&self, TRELLIS_EXPORT_PDF, "sample.pdf", "export PDF");
  export (&self, TRELLIS_EXPORT_MARKDOWN_FILE, "sample.md", "export Markdown");
  import_report (&self);
  if (many)
    import_pages (&self);
  return self.stalls;
}
