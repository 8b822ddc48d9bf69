/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-import.h"

#include "trellis-error.h"
#include "trellis-file.h"
#include "trellis-json.h"
#include "trellis-matrix-csv.h"
#include "trellis-outline.h"
#include "trellis-plantuml.h"
#include "trellis-report-front.h"
#include "trellis-report-reader.h"
#include "trellis-sections.h"
#include "trellis-pages-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SAMPLE "/io/github/trellis_app/Trellis/sample/"

static gboolean
has_ending (const char *path,
            const char *ending)
{
  gsize length = strlen (path);
  gsize n = strlen (ending);

  return length > n && g_ascii_strcasecmp (path + length - n, ending) == 0;
}

static gboolean
is_markdown (const char *path)
{
  return has_ending (path, ".md") || has_ending (path, ".markdown") || has_ending (path, ".txt");
}

/* What is a report of its own, whatever stands beside it. */
typedef TrellisReport *(*ReadWhole) (const char *text, const char *name, GError **error);

static TrellisReport *
read_plantuml (const char *text,
               const char *name,
               GError    **error)
{
  g_autoptr (TrellisPlantuml) plantuml = trellis_plantuml_read (text, name, error);

  return plantuml != NULL ? trellis_plantuml_to_report (plantuml, name) : NULL;
}

static ReadWhole
find_whole (const char *path)
{
  static const struct
  {
    const char *ending;
    ReadWhole   read;
  } wholes[] = {
    { ".json", trellis_json_read },
    { ".puml", read_plantuml },
    { ".plantuml", read_plantuml },
    { ".csv", trellis_matrix_csv_read },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    if (has_ending (path, wholes[i].ending))
      return wholes[i].read;

  return NULL;
}

static gboolean
check_kind (const char *path,
            GError    **error)
{
  g_autofree char *name = g_path_get_basename (path);

  if (is_markdown (path) || find_whole (path) != NULL)
    return TRUE;

  if (has_ending (path, ".mhtml") || has_ending (path, ".mht"))
    g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
                 _("“%s” cannot be read. Save the page as HTML."), name);
  else
    g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
                 _("“%s” cannot be read as a report. Choose its Markdown or JSON file."), name);
  return FALSE;
}

static TrellisReport *
read_outlines (GPtrArray *outlines,
               GError   **error)
{
  const TrellisTemplate    *layout = trellis_sections_choose_template (outlines);
  g_autoptr (TrellisReport) report = trellis_report_read (outlines, layout, NULL, error);

  if (report == NULL)
    return NULL;

  if (*report->layout == '\0')
    g_set_str (&report->layout, layout->id);
  if (report->claims->len > 0)
    report->lists = TRELLIS_LISTS_AUTHORED;
  return g_steal_pointer (&report);
}

/* What it is called in the library. */
static void
give_title (TrellisReport *report,
            GPtrArray     *outlines,
            const char    *path)
{
  g_autofree char *title = trellis_report_choose_title (report, outlines, path);

  g_set_str (&report->title, title);
}

static TrellisReport *
read_whole (const char *path,
            GError    **error)
{
  g_autofree char      *text = trellis_file_read_text (path, TRELLIS_FILE_MAX_TEXT, error);
  g_autofree char      *name = g_path_get_basename (path);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  TrellisReport        *report = text != NULL ? find_whole (path) (text, name, error) : NULL;

  if (report != NULL)
    give_title (report, none, path);
  return report;
}

static TrellisReport *
read_markdown (GPtrArray *paths,
               GError   **error)
{
  g_autoptr (GPtrArray) outlines
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_outline_free);
  TrellisReport *report;

  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *text = trellis_file_read_text (paths->pdata[i], TRELLIS_FILE_MAX_TEXT,
                                                      error);

      if (text == NULL)
        return NULL;
      g_ptr_array_add (outlines, trellis_outline_new (text, paths->pdata[i]));
    }

  report = read_outlines (outlines, error);
  if (report != NULL)
    give_title (report, outlines, paths->pdata[0]);
  return report;
}

static gboolean
has_components (const char *path)
{
  g_autoptr (GPtrArray)     one = g_ptr_array_new ();
  g_autoptr (TrellisReport) report = NULL;

  g_ptr_array_add (one, (gpointer) path);
  report = read_markdown (one, NULL);
  return report != NULL && report->components->len > 0;
}

static guint
count_with_components (GPtrArray *paths)
{
  guint n = 0;

  for (guint i = 0; i < paths->len; i++)
    n += has_components (paths->pdata[i]);

  return n;
}

/* Two files with a product's components are two reports, unless a folder's one such file and the
 * others there make up one. */
static void
group_markdown (GPtrArray *groups,
                GPtrArray *paths,
                gboolean   by_folder)
{
  g_autoptr (GHashTable) folders = NULL;
  g_autoptr (GPtrArray)  order = g_ptr_array_new ();

  if (paths->len < 2 || count_with_components (paths) < 2)
    {
      if (paths->len > 0)
        g_ptr_array_add (groups, g_ptr_array_ref (paths));
      return;
    }

  folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < paths->len; i++)
    {
      /* Within a folder each file stands for itself. */
      const char *path = paths->pdata[i];
      char       *folder = by_folder ? g_path_get_dirname (path) : g_strdup (path);
      GPtrArray  *group = g_hash_table_lookup (folders, folder);

      if (group == NULL)
        g_ptr_array_add (order, group = g_ptr_array_new ());
      g_ptr_array_add (group, paths->pdata[i]);
      g_hash_table_replace (folders, folder, group);
    }

  for (guint i = 0; i < order->len; i++)
    {
      g_autoptr (GPtrArray) group = order->pdata[i];

      group_markdown (groups, group, FALSE);
    }
}

/* Returns: (transfer full): the files of each report */
static GPtrArray *
group_paths (GPtrArray *paths)
{
  g_autoptr (GPtrArray) markdown = g_ptr_array_new ();
  GPtrArray            *groups
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < paths->len; i++)
    if (is_markdown (paths->pdata[i]))
      g_ptr_array_add (markdown, paths->pdata[i]);
    else
      {
        GPtrArray *alone = g_ptr_array_new ();

        g_ptr_array_add (alone, paths->pdata[i]);
        g_ptr_array_add (groups, alone);
      }

  group_markdown (groups, markdown, TRUE);
  return groups;
}

static TrellisReport *
read_report (GPtrArray *paths,
             GError   **error)
{
  TrellisReport *report = find_whole (paths->pdata[0]) != NULL
                              ? read_whole (paths->pdata[0], error)
                              : read_markdown (paths, error);

  return report;
}

static GPtrArray *
read_paths (GPtrArray *paths,
            GError   **error)
{
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GPtrArray) reports
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_report_free);

  for (guint i = 0; i < paths->len; i++)
    if (!check_kind (paths->pdata[i], error))
      return NULL;

  groups = group_paths (paths);
  for (guint i = 0; i < groups->len; i++)
    {
      TrellisReport *report = read_report (groups->pdata[i], error);

      if (report == NULL)
        return NULL;
      g_ptr_array_add (reports, report);
    }

  return g_steal_pointer (&reports);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      paths,
             GCancellable *cancellable)
{
  GError    *error = NULL;
  GPtrArray *reports = read_paths (paths, &error);

  if (reports != NULL)
    g_task_return_pointer (task, reports, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * trellis_import_read_async:
 * @files: (element-type GFile): reports: a JSON file, a diagram or a table is one of its own;
 *   Markdown files are one together, or several where more than one has components
 */
void
trellis_import_read_async (GListModel         *files,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask)     task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      char             *path = g_file_get_path (file);

      if (path == NULL)
        {
          g_autofree char *name = g_file_get_parse_name (file);

          g_task_return_new_error (task, TRELLIS_ERROR, TRELLIS_ERROR_UNREADABLE,
                                   _("“%s” is not on this computer. Copy it here first."), name);
          return;
        }
      g_ptr_array_add (paths, path);
    }

  g_return_if_fail (paths->len > 0);
  g_task_set_task_data (task, g_steal_pointer (&paths), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, read_thread);
}

/* Returns: (transfer full) (element-type TrellisReport): %NULL when a file cannot be read: the
 *   error's sentence is for people */
GPtrArray *
trellis_import_read_finish (GAsyncResult *result,
                            GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The sample report that comes with Trellis. */
TrellisReport *
trellis_import_read_sample (GError **error)
{
  static const char *const names[] = { "roles-and-skills.md", "me-and-market.md" };
  g_autoptr (GPtrArray)    outlines
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_outline_free);
  TrellisReport *report;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char   *path = g_strconcat (SAMPLE, names[i], NULL);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, error);

      if (bytes == NULL)
        return NULL;
      /* A resource's data ends in a zero. */
      g_ptr_array_add (outlines, trellis_outline_new (g_bytes_get_data (bytes, NULL), names[i]));
    }

  report = read_outlines (outlines, error);
  if (report != NULL)
    g_set_str (&report->title, _("Sample Report"));
  return report;
}

static void
append_count (GString    *line,
              const char *text)
{
  if (line->len > 0)
    g_string_append (line, ", ");
  g_string_append (line, text);
}

/* What was read: “6 components, 5 postings; 1 section kept as text”. */
char *
trellis_import_describe (const TrellisReport *report)
{
  GString         *line = g_string_new (NULL);
  guint            n_texts = 0;
  g_autofree char *components = g_strdup_printf (
      ngettext ("%u component", "%u components", report->components->len), report->components->len);
  g_autofree char *postings = g_strdup_printf (
      ngettext ("%u posting", "%u postings", report->postings->len), report->postings->len);

  for (guint i = 0; i < report->sections->len; i++)
    n_texts += trellis_section_is_kept_as_text (report->sections->pdata[i]);

  append_count (line, components);
  append_count (line, postings);
  if (n_texts > 0)
    {
      g_autofree char *texts = g_strdup_printf (
          ngettext ("%u section kept as text", "%u sections kept as text", n_texts), n_texts);

      g_string_append (line, "; ");
      g_string_append (line, texts);
    }
  return g_string_free_and_steal (line);
}
