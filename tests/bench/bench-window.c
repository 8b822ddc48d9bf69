/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window, beside an empty AdwApplicationWindow of the same run. Each measurement is a process
 * of its own, started in turn with the others: from its start to the end of its first frame, which
 * shows the window's own, to the end of the one that shows the page, and the memory it has then
 * (Pss). Needs a display: GSK_RENDERER=cairo under Xvfb is what the bars
 * are meant for. */

#include "bench.h"

#include "trellis-application.h"
#include "trellis-commands.h"
#include "trellis-import.h"
#include "trellis-matrix-grid.h"
#include "trellis-window.h"

#include <stdlib.h>
#include <unistd.h>

#define RUNS 9
#define SCROLLS 120

typedef struct
{
  GtkWindow *window;
  gint64     began;   /* of the last frame; 0: none has begun */
  gint64     painted; /* the end of the last frame; 0: there was none */
} Frames;

static void
before_cb (Frames *frames)
{
  frames->began = g_get_monotonic_time ();
}

static void
after_cb (Frames *frames)
{
  frames->painted = g_get_monotonic_time ();
}

static void
watch (Frames    *frames,
       GtkWindow *window)
{
  GdkFrameClock *clock;

  frames->window = window;
  gtk_widget_realize (GTK_WIDGET (window));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_cb), frames);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_cb), frames);
}

static void
wait_for_frame (Frames *frames)
{
  frames->painted = 0;
  while (frames->painted == 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Lets everything come that comes by itself. */
static void
settle (void)
{
  gint64 until = g_get_monotonic_time () + G_USEC_PER_SEC;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

/* In kB. */
static double
read_pss (void)
{
  g_autofree char *text = NULL;
  const char      *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;
  line = strstr (text, "\nPss:");
  return line != NULL ? g_ascii_strtod (line + strlen ("\nPss:"), NULL) : 0;
}

static TrellisReport *
make_report (guint n_components,
             guint n_roles,
             guint n_postings)
{
  TrellisReport *report = trellis_report_new ();

  g_set_str (&report->title, "Measured");
  for (guint i = 0; i < n_components; i++)
    {
      TrellisComponent *component = trellis_report_add (report, &trellis_component_type);

      component->position = (int) i + 1;
      component->name = g_strdup_printf ("Component %u", i);
    }
  for (guint i = 0; i < n_roles; i++)
    {
      TrellisRole *role = trellis_report_add (report, &trellis_role_type);

      role->position = (int) i + 1;
      role->name = g_strdup_printf ("Role %u", i);
    }
  for (guint i = 0; i < n_postings; i++)
    {
      TrellisPosting *posting = trellis_report_add (report, &trellis_posting_type);

      posting->position = (int) i + 1;
      posting->title = g_strdup_printf ("Engineer %u", i);
      g_set_str (&posting->text, "We look for an engineer who knows Python, SQL and Linux.");
    }
  return report;
}

/* Returns: the id of the last report */
static gint64
add_reports (TrellisStore *store,
             const char   *what)
{
  guint  n = g_str_equal (what, "full") ? 999 : 0;
  gint64 id = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrellisReport) report = make_report (5, 3, 10);

      trellis_commands_import_report (store, report, &id, NULL);
    }
  if (g_str_equal (what, "matrix"))
    {
      g_autoptr (TrellisReport) report = make_report (1000, 200, 0);

      trellis_commands_import_report (store, report, &id, NULL);
    }
  else
    {
      g_autoptr (TrellisReport) report = trellis_import_read_sample (NULL);

      trellis_commands_import_report (store, report, &id, NULL);
    }
  return id;
}

static GtkWidget *
find_grid (GtkWidget *root)
{
  if (TRELLIS_IS_MATRIX_GRID (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_grid (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* From the press of its row in the sidebar to its first frame; then frames while it scrolls. */
static void
measure_matrix (Frames *frames)
{
  gint64             started = g_get_monotonic_time ();
  g_autoptr (GArray) times = bench_times_new ();
  GtkAdjustment     *adjustment;
  double             opened;

  trellis_window_show_page (TRELLIS_WINDOW (frames->window), "matrix");
  wait_for_frame (frames);
  opened = bench_ms_since (started);
  settle ();

  adjustment = gtk_scrollable_get_vadjustment (
      GTK_SCROLLABLE (find_grid (GTK_WIDGET (frames->window))));
  for (guint i = 0; i < SCROLLS; i++)
    {
      gtk_adjustment_set_value (adjustment, 53.0 * (i + 1));
      wait_for_frame (frames);
      bench_times_add (times, (double) (frames->painted - frames->began) / 1000.0);
    }
  g_print ("%.3f %.3f\n", opened, bench_times_median (times));
}

static GtkWindow *
open_window (const char *what,
             const char *library,
             gint64      report)
{
  gboolean        empty = g_str_equal (what, "empty");
  AdwApplication *application
      = empty ? adw_application_new ("io.github.trellis_app.Empty", G_APPLICATION_NON_UNIQUE)
              : ADW_APPLICATION (trellis_application_new ());
  g_autoptr (GSettings) settings = NULL;
  TrellisWindow        *window;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  if (empty)
    {
      GtkWidget *floor = adw_application_window_new (GTK_APPLICATION (application));

      gtk_window_set_default_size (GTK_WINDOW (floor), 1100, 720);
      return GTK_WINDOW (floor);
    }

  settings = g_settings_new (TRELLIS_APPLICATION_ID);
  g_settings_set_int64 (settings, "report", report);
  g_settings_set_string (settings, "page", "overview");
  window = trellis_window_new (application, trellis_store_open (library, NULL), settings);
  trellis_window_restore (window);
  return GTK_WINDOW (window);
}

/* Returns: the ms from @started to the end of the frame that shows a page; of the floor 0 */
static double
wait_for_page (Frames *frames,
               gint64  started)
{
  TrellisWindow *window = TRELLIS_IS_WINDOW (frames->window) ? TRELLIS_WINDOW (frames->window)
                                                             : NULL;

  if (window == NULL)
    return 0;
  while (trellis_window_get_page_name (window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  wait_for_frame (frames);
  return (double) (frames->painted - started) / 1000.0;
}

/* The process that is measured prints its figures. */
static int
run_child (char **argv)
{
  const char *what = argv[1];
  gint64      started = g_ascii_strtoll (argv[2], NULL, 10);
  Frames      frames = { 0 };
  double      first, whole;

  alarm (60); /* a frame that does not come */
  gtk_init ();
  watch (&frames, open_window (what, argv[3], g_ascii_strtoll (argv[4], NULL, 10)));
  gtk_window_present (frames.window);
  wait_for_frame (&frames);
  first = (double) (frames.painted - started) / 1000.0;
  whole = wait_for_page (&frames, started);
  settle ();

  if (g_str_equal (what, "matrix"))
    measure_matrix (&frames);
  else
    g_print ("%.3f %.3f %.3f\n", first, read_pss (), whole);
  return 0;
}

typedef struct
{
  const char *what;
  char       *library;
  gint64      report;
  GArray     *times;   /* ms */
  GArray     *figures; /* kB; of the matrix: ms */
  GArray     *pages;   /* ms; of the matrix: none */
} Measured;

static void
measure (Measured   *self,
         const char *program)
{
  g_autofree char *started = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_autofree char *report = g_strdup_printf ("%" G_GINT64_FORMAT, self->report);
  const char      *argv[] = { program, self->what, started, self->library, report, NULL };
  g_autofree char *printed = NULL;
  g_auto (GStrv)   words = NULL;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &printed, NULL, NULL,
                     NULL))
    g_error ("the program cannot be started again");
  words = g_strsplit (g_strchomp (printed), " ", 3);
  if (g_strv_length (words) < 2)
    g_error ("“%s” prints no figures", self->what);
  bench_times_add (self->times, g_ascii_strtod (words[0], NULL));
  bench_times_add (self->figures, g_ascii_strtod (words[1], NULL));
  if (words[2] != NULL)
    bench_times_add (self->pages, g_ascii_strtod (words[2], NULL));
}

static void
prepare (Measured   *self,
         const char *folder)
{
  g_autofree char         *name = g_strconcat (self->what, ".db", NULL);
  g_autoptr (TrellisStore) store = NULL;

  self->times = bench_times_new ();
  self->figures = bench_times_new ();
  self->pages = bench_times_new ();
  self->library = g_build_filename (folder, name, NULL);
  if (g_str_equal (self->what, "empty"))
    return;

  store = trellis_store_open (self->library, NULL);
  self->report = add_reports (store, self->what);
  trellis_store_close (store);
}

/* @floor, @bar: 0: there is none */
static void
print (const char *what,
       double      value,
       const char *unit,
       double      floor,
       double      bar)
{
  g_print ("  %-34s %9.2f %s", what, value, unit);
  if (floor > 0)
    g_print ("   %.2f times the floor", value / floor);
  if (bar > 0)
    g_print ("%s bar %.2f%s", floor > 0 ? "," : "  ", bar,
             value / (floor > 0 ? floor : 1) > bar ? "   MISSED" : "");
  g_print ("\n");
}

int
main (int    argc,
      char **argv)
{
  Measured all[] = {
    { .what = "empty" }, { .what = "sample" }, { .what = "full" }, { .what = "matrix" }
  };
  g_autofree char *folder = NULL;
  double           frame, memory;

  g_setenv ("GSETTINGS_SCHEMA_DIR", BENCH_SCHEMAS, FALSE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("GDK_DEBUG", "no-portals", FALSE);
  if (argc == 5)
    return run_child (argv);

  folder = g_dir_make_tmp ("trellis-bench-XXXXXX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    prepare (&all[i], folder);
  for (guint run = 0; run < RUNS; run++)
    for (guint i = 0; i < G_N_ELEMENTS (all); i++)
      measure (&all[i], argv[0]);

  frame = bench_times_median (all[0].times);
  memory = bench_times_median (all[0].figures);
  g_print ("The window, medians of %d runs; the floor is an empty window: first frame %.1f ms,"
           " Pss %.0f kB\n",
           RUNS, frame, memory);
  print ("first frame, the sample", bench_times_median (all[1].times), "ms", frame, 1.25);
  print ("its page, the sample", bench_times_median (all[1].pages), "ms", frame, 0);
  print ("first frame, 1000 reports", bench_times_median (all[2].times), "ms", frame, 1.5);
  print ("its page, 1000 reports", bench_times_median (all[2].pages), "ms", frame, 0);
  print ("Pss, the sample", bench_times_median (all[1].figures), "kB", memory, 1.4);
  print ("matrix 1000 × 200 opens", bench_times_median (all[3].times), "ms", frame, 0.8);
  print ("matrix scrolls, a frame", bench_times_median (all[3].figures), "ms", 0, 8);
  return EXIT_SUCCESS;
}
