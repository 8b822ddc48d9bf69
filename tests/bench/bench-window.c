/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures the window against an empty AdwApplicationWindow in the same run: time from the start of
 * the process to the first frame, memory, scrolling of a large matrix. Not a test: run it by hand
 * where a display is, as in
 *   GSK_RENDERER=cairo xvfb-run -a dbus-run-session BUILDDIR/tests/bench/bench-window
 * Every figure is of a process of its own, which this program starts with the name of what to show
 * and the time at which it was started. */

#include "bench.h"

#include "trellis-application.h"
#include "trellis-commands.h"
#include "trellis-import.h"
#include "trellis-matrix-grid.h"
#include "trellis-window.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#define N_RUNS 9
#define N_FRAMES 240

/* What a process says of itself. */
typedef struct
{
  double first_frame; /* ms */
  double frame;       /* ms: the median of those while scrolling; 0: none */
  double memory;      /* MB of its own and its share of what is shared (Pss) */
} Figures;

/* The process that shows a window. */
typedef struct
{
  GtkApplication *application;
  gint64          started;
  gint64          frame_began;
  gboolean        scrolls;
  guint           n_frames;
  GArray         *frames;
  Figures         figures;
} Shown;

static double
read_memory (void)
{
  g_autofree char *rollup = NULL;
  const char      *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &rollup, NULL, NULL))
    return 0;

  line = strstr (rollup, "\nPss:");
  return line != NULL ? (double) g_ascii_strtoll (line + strlen ("\nPss:"), NULL, 10) / 1024 : 0;
}

static void
end_cb (gpointer data)
{
  Shown *shown = data;

  shown->figures.memory = read_memory ();
  if (shown->frames->len > 0)
    shown->figures.frame = bench_times_median (shown->frames);
  g_print ("%.3f %.3f %.3f\n", shown->figures.first_frame, shown->figures.frame,
           shown->figures.memory);
  exit (0);
}

static GtkWidget *
find_grid (GtkWidget *widget)
{
  if (TRELLIS_IS_MATRIX_GRID (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_grid (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* On by less than a page, to the end and from the start again. */
static void
scroll (GtkAdjustment *adjustment,
        double         step)
{
  double value = gtk_adjustment_get_value (adjustment) + step;

  if (value > gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment))
    value = 0;
  gtk_adjustment_set_value (adjustment, value);
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Shown         *shown)
{
  shown->frame_began = g_get_monotonic_time ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Shown         *shown)
{
  GtkWidget *grid;

  if (shown->figures.first_frame == 0)
    {
      shown->figures.first_frame = bench_ms_since (shown->started);
      g_timeout_add_once (shown->scrolls ? 20000 : 1000, end_cb, shown);
      if (!shown->scrolls)
        return;
    }
  else if (!shown->scrolls)
    return;

  grid = find_grid (GTK_WIDGET (gtk_application_get_active_window (shown->application)));
  if (grid == NULL)
    return;
  if (shown->n_frames++ > 0)
    bench_times_add (shown->frames, bench_ms_since (shown->frame_began));
  if (shown->n_frames > N_FRAMES)
    end_cb (shown);
  scroll (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (grid)), 173);
  scroll (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (grid)), 97);
  gtk_widget_queue_draw (grid);
}

static void
realized_cb (GtkWidget *window,
             Shown     *shown)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), shown);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), shown);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window,
                 Shown          *shown)
{
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), shown);
}

static void
activate_empty_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 720);
  gtk_window_present (GTK_WINDOW (window));
}

static int
show (const char *what,
      gint64      started)
{
  Shown                 shown = { .started = started, .frames = bench_times_new () };
  g_autoptr (GSettings) settings = NULL;
  char                 *argv[] = { (char *) "trellis", NULL };

  shown.scrolls = g_str_equal (what, "matrix");
  if (g_str_equal (what, "empty"))
    {
      shown.application
          = GTK_APPLICATION (adw_application_new ("io.github.trellis_app.Empty",
                                                  G_APPLICATION_NON_UNIQUE));
      g_signal_connect (shown.application, "activate", G_CALLBACK (activate_empty_cb), NULL);
    }
  else
    {
      settings = g_settings_new (TRELLIS_APPLICATION_ID);
      g_settings_set_int64 (settings, "report", g_str_equal (what, "many") ? 0 : 1);
      g_settings_set_string (settings, "page", shown.scrolls ? "matrix" : "overview");
      shown.application = GTK_APPLICATION (trellis_application_new ());
      g_application_set_flags (G_APPLICATION (shown.application),
                               g_application_get_flags (G_APPLICATION (shown.application))
                                   | G_APPLICATION_NON_UNIQUE);
    }
  g_signal_connect (shown.application, "window-added", G_CALLBACK (window_added_cb), &shown);
  return g_application_run (G_APPLICATION (shown.application), 1, argv);
}

static void
add_named (TrellisReport           *report,
           const TrellisRecordType *type,
           guint                    n,
           const char              *name)
{
  const TrellisField *title = trellis_record_type_find_field (type, "name");
  const TrellisField *position = trellis_record_type_find_field (type, "position");

  for (guint i = 1; i <= n; i++)
    {
      gpointer         record = trellis_report_add (report, type);
      g_autofree char *text = g_strdup_printf ("%s %u", name, i);

      if (title == NULL)
        title = trellis_record_type_find_field (type, "title");
      trellis_record_set_text (title, record, text);
      trellis_record_set_int (position, record, (int) i);
    }
}

/* One cell in twenty. */
static TrellisReport *
make_matrix (void)
{
  TrellisReport *report = trellis_report_new ();

  add_named (report, &trellis_component_type, 1000, "Component");
  add_named (report, &trellis_role_type, 200, "Role");
  for (guint i = 0; i < 1000 * 200; i += 20)
    {
      const TrellisComponent *component = report->components->pdata[i / 200];
      const TrellisRole      *role = report->roles->pdata[(i + i / 200 * 7) % 200];
      TrellisInvolvement     *cell = trellis_report_add (report, &trellis_involvement_type);

      cell->component_id = component->base.id;
      cell->role_id = role->base.id;
    }
  return report;
}

static void
import (TrellisStore  *store,
        TrellisReport *report,
        const char    *title)
{
  g_set_str (&report->title, title);
  if (!trellis_commands_import_report (store, report, NULL, NULL))
    g_error ("The library does not take the report.");
}

static void
fill (TrellisStore *store,
      const char   *what)
{
  if (g_str_equal (what, "many"))
    for (guint i = 1; i <= 1000; i++)
      {
        g_autoptr (TrellisReport) report = trellis_report_new ();
        g_autofree char          *title = g_strdup_printf ("Report %u", i);

        add_named (report, &trellis_posting_type, 10, "Posting");
        import (store, report, title);
      }
  else
    {
      g_autoptr (TrellisReport) report = g_str_equal (what, "matrix")
                                             ? make_matrix ()
                                             : trellis_import_read_sample (NULL);

      import (store, report, what);
    }
}

/* A library for what is to be shown, in a folder of its own. */
static char *
prepare (const char *folder,
         const char *what)
{
  char                    *data = g_build_filename (folder, what, NULL);
  g_autofree char         *path = g_build_filename (data, "trellis", "library.db", NULL);
  g_autofree char         *parent = g_path_get_dirname (path);
  g_autoptr (TrellisStore) store = NULL;

  g_mkdir_with_parents (parent, 0700);
  store = trellis_store_open (path, NULL);
  fill (store, what);
  trellis_store_close (store);
  return data;
}

static Figures
run_once (const char *program,
          const char *what,
          const char *data)
{
  g_auto (GStrv)   environment = g_environ_setenv (g_get_environ (), "XDG_DATA_HOME", data, TRUE);
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  char            *argv[] = { (char *) program, (char *) what, now, NULL };
  g_autofree char *said = NULL;
  Figures          figures = { 0 };

  environment = g_environ_setenv (environment, "GSETTINGS_BACKEND", "memory", TRUE);
  if (!g_spawn_sync (NULL, argv, environment, G_SPAWN_DEFAULT, NULL, NULL, &said, NULL, NULL, NULL)
      || sscanf (said, "%lf %lf %lf", &figures.first_frame, &figures.frame, &figures.memory) != 3)
    g_error ("“%s” was not shown.", what);
  return figures;
}

static const struct
{
  const char *what;
  double      bar; /* of the first frame, times that of the empty window */
} rows[] = { { "empty", 1 }, { "sample", 1.25 }, { "many", 1.5 }, { "matrix", 0 } };

static void
measure (const char *program,
         const char *folder)
{
  GArray *times[G_N_ELEMENTS (rows)];
  Figures last[G_N_ELEMENTS (rows)];
  char   *data[G_N_ELEMENTS (rows)];
  double  floor;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      times[i] = bench_times_new ();
      data[i] = prepare (folder, rows[i].what);
    }
  for (guint run = 0; run < N_RUNS; run++)
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
      if (rows[i].bar > 0 || run == 0)
        {
          last[i] = run_once (program, rows[i].what, data[i]);
          bench_times_add (times[i], last[i].first_frame);
        }

  floor = bench_times_median (times[0]);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      bench_print (rows[i].what, bench_times_median (times[i]), i > 0 ? floor : 0);
      g_print ("  %-40s %9.1f MB   %.2f times the floor\n", "  memory", last[i].memory,
               last[i].memory / last[0].memory);
      if (last[i].frame > 0)
        bench_print ("  a frame of scrolling", last[i].frame, 0);
      g_array_unref (times[i]);
      g_free (data[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *remove = NULL;

  if (argc == 3)
    return show (argv[1], g_ascii_strtoll (argv[2], NULL, 10));

  folder = g_dir_make_tmp ("trellis-bench-XXXXXX", NULL);
  g_print ("From the start of the process to the first frame, medians of %d:\n", N_RUNS);
  measure (argv[0], folder);
  g_print ("Bars: sample 1.25, many 1.5 times the empty window; memory of the sample 1.4 times;"
           " a frame of scrolling 8 ms.\n");
  remove = g_strdup_printf ("rm -rf -- '%s'", folder);
  return g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL) ? 0 : 1;
}
