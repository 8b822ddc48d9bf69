/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-cli-parts.h"

#include "trellis-commands.h"
#include "trellis-error.h"
#include "trellis-file.h"
#include "trellis-matrix-csv.h"
#include "trellis-plantuml.h"
#include "trellis-postings-import.h"
#include "trellis-recognition.h"
#include "trellis-report-section.h"
#include "trellis-roadmap.h"
#include "trellis-sections.h"
#include "trellis-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What tells a kind of JSON stands near its beginning. */
#define HEAD (64 * 1024)

typedef enum
{
  KIND_REPORT, /* a report of its own */
  KIND_POSTING,
  KIND_ROADMAP,
  KIND_COMPONENTS,
} Kind;

static gboolean
has_ending (const char        *path,
            const char *const *endings)
{
  const char *dot = strrchr (path, '.');

  for (guint i = 0; dot != NULL && endings[i] != NULL; i++)
    if (g_ascii_strcasecmp (dot, endings[i]) == 0)
      return TRUE;

  return FALSE;
}

/* What is too large or in an old encoding can only be something from outside. */
static gboolean
is_no_report (const GError *error)
{
  return g_error_matches (error, TRELLIS_ERROR, TRELLIS_ERROR_ENCODING)
         || g_error_matches (error, TRELLIS_ERROR, TRELLIS_ERROR_TOO_LARGE);
}

static Kind
tell_json (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *text = trellis_file_read_text (path, TRELLIS_ROADMAP_MAX_BYTES, &error);

  if (text == NULL)
    return is_no_report (error) ? KIND_POSTING : KIND_REPORT;
  if (g_strstr_len (text, HEAD, "\"trellis-report\"") != NULL
      || (g_strstr_len (text, HEAD, "\"version\"") != NULL
          && strstr (text, "\"description\"") == NULL))
    return KIND_REPORT;
  if (strstr (text, "\"nodes\"") != NULL || g_strstr_len (text, HEAD, "\"mockup\"") != NULL)
    return KIND_ROADMAP;
  return strchr (text, '{') != NULL ? KIND_POSTING : KIND_REPORT;
}

/* A text without a single heading that a template knows is no report. */
static Kind
tell_text (const char *path)
{
  g_autoptr (GError)    error = NULL;
  g_autofree char      *text = trellis_file_read_text (path, TRELLIS_FILE_MAX_TEXT, &error);
  g_autoptr (GPtrArray) outlines
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_outline_free);
  g_autoptr (TrellisSections) sections = NULL;

  if (text == NULL || *text == '\0')
    return is_no_report (error) ? KIND_POSTING : KIND_REPORT;

  g_ptr_array_add (outlines, trellis_outline_new (text, NULL));
  sections = trellis_sections_new (outlines, trellis_sections_choose_template (outlines));
  for (guint i = 0; i < sections->ranges->len; i++)
    if (trellis_sections_get (sections, i)->kind != TRELLIS_SECTION_TEXT)
      return KIND_REPORT;

  return KIND_POSTING;
}

static Kind
tell (const char *path)
{
  static const char *const pages[] = { ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".gz", NULL };
  static const char *const json[] = { ".json", ".jsonl", NULL };
  static const char *const texts[] = { ".txt", NULL };
  static const char *const tables[] = { ".puml", ".plantuml", ".csv", NULL };

  if (has_ending (path, pages))
    return KIND_POSTING;
  if (has_ending (path, json))
    return tell_json (path);
  if (has_ending (path, texts))
    return tell_text (path);
  return has_ending (path, tables) ? KIND_COMPONENTS : KIND_REPORT;
}

/* Whether all of @paths add to a report. @into: to one that is there; a diagram or a table makes a
 * report of its own otherwise */
gboolean
trellis_cli_parts_are (char   **paths,
                       gboolean into)
{
  for (guint i = 0; paths[i] != NULL; i++)
    {
      Kind kind = tell (paths[i]);

      if (kind == KIND_REPORT || (kind == KIND_COMPONENTS && !into))
        return FALSE;
    }

  return *paths != NULL;
}

static void
print_told (guint       n_read,
            guint       n_files,
            const char *told,
            gpointer    data)
{
  g_autofree char *line = g_strdup (told);

  g_strdelimit (line, "\n\r", ' ');
  g_printerr ("trellis-cli: %s\n", line);
}

/* Skills are found in texts, and counted only once a person says so. */
static void
tell_found (const TrellisReport *found)
{
  guint n = 0;

  for (guint i = 0; i < found->postings->len; i++)
    {
      const TrellisPosting *posting = found->postings->pdata[i];
      g_autoptr (GArray)    mentions
          = trellis_recognition_find (trellis_vocabulary_get_skills (), posting->text);

      for (guint j = 0; j < mentions->len; j++)
        n += !g_array_index (mentions, TrellisMention, j).aside;
    }

  if (n > 0)
    g_printerr (ngettext ("trellis-cli: %u place names a skill; confirm it in the window.\n",
                          "trellis-cli: %u places name skills; confirm them in the window.\n", n),
                n);
}

/* A report to hold what was found: named after the file. */
static gboolean
make_report (TrellisStore      *store,
             TrellisReport     *report,
             TrellisSectionKind kind,
             const char        *path,
             gint64            *id,
             GError           **error)
{
  g_autofree char *name = g_path_get_basename (path);
  char            *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  g_set_str (&report->title, name);
  trellis_report_section_add (report, trellis_template_get ("classic"), kind);
  return trellis_commands_import_report (store, report, id, error);
}

static GPtrArray *
choose (char **paths,
        Kind   kind)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; paths[i] != NULL; i++)
    if (tell (paths[i]) == kind)
      g_ptr_array_add (chosen, paths[i]);

  return chosen;
}

/* Says of each file what became of it, as soon as it is read. */
static gboolean
import_postings (TrellisStore *store,
                 GPtrArray    *paths,
                 gint64       *id,
                 guint        *n_unread,
                 GError      **error)
{
  g_autoptr (TrellisReport) there
      = *id != 0 ? trellis_store_load_report (store, *id, error) : NULL;
  g_autoptr (GDateTime)             now = g_date_time_new_now_local ();
  g_autofree char                  *day = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (TrellisPostingsImport) import = NULL;

  if (*id != 0 && there == NULL)
    return FALSE;

  import = trellis_postings_import_new (there, day);
  if (!trellis_postings_import_add_files (import, paths, NULL, print_told, NULL, error))
    return FALSE;

  *n_unread = import->problems->len;
  if (import->found->postings->len == 0)
    return TRUE;

  tell_found (import->found);
  return *id != 0 ? trellis_commands_add_postings (store, *id, import->found, error)
                  : make_report (store, import->found, TRELLIS_SECTION_POSTINGS,
                                 g_ptr_array_index (paths, 0), id, error);
}

static const TrellisRoadmap *
find_roadmap (const TrellisReport *report,
              const char          *slug)
{
  for (guint i = 0; *slug != '\0' && i < report->roadmaps->len; i++)
    if (g_str_equal (((const TrellisRoadmap *) report->roadmaps->pdata[i])->slug, slug))
      return report->roadmaps->pdata[i];

  return NULL;
}

/* A newer file of a roadmap that is there keeps its marks. */
static gboolean
import_roadmap (TrellisStore *store,
                const char   *path,
                gint64       *id,
                GError      **error)
{
  g_autofree char          *name = g_path_get_basename (path);
  g_autofree char          *json = trellis_file_read_text (path, TRELLIS_ROADMAP_MAX_BYTES, error);
  g_autoptr (TrellisReport) read = json != NULL ? trellis_roadmap_read (json, name, error) : NULL;
  g_autoptr (TrellisReport) there = NULL;
  const TrellisRoadmap     *roadmap;
  const TrellisRoadmap     *known;

  if (read == NULL)
    return FALSE;
  if (*id == 0)
    return make_report (store, read, TRELLIS_SECTION_TITLE, path, id, error);

  there = trellis_store_load_report (store, *id, error);
  if (there == NULL)
    return FALSE;
  roadmap = read->roadmaps->pdata[0];
  known = find_roadmap (there, roadmap->slug);
  return known != NULL
             ? trellis_commands_update_roadmap (store, known->base.id, read, NULL, error)
             : trellis_commands_add_roadmap (store, *id, read, NULL, error);
}

static gboolean
has_component (const TrellisReport *report,
               const char          *name)
{
  for (guint i = 0; i < report->components->len; i++)
    if (trellis_text_equal_folded (((const TrellisComponent *) report->components->pdata[i])->name,
                                   name))
      return TRUE;

  return FALSE;
}

static TrellisReport *
read_components (const char *path,
                 GError    **error)
{
  static const char *const    tables[] = { ".csv", NULL };
  g_autofree char            *name = g_path_get_basename (path);
  g_autofree char            *text = trellis_file_read_text (path, TRELLIS_FILE_MAX_TEXT, error);
  g_autoptr (TrellisPlantuml) plantuml = NULL;

  if (text == NULL)
    return NULL;
  if (has_ending (path, tables))
    return trellis_matrix_csv_read (text, path, error);

  plantuml = trellis_plantuml_read (text, name, error);
  return plantuml != NULL ? trellis_plantuml_to_report (plantuml, path) : NULL;
}

/* Adds what the report has not yet by that name. */
static gboolean
import_components (TrellisStore *store,
                   const char   *path,
                   gint64        id,
                   GError      **error)
{
  g_autoptr (TrellisReport) read = read_components (path, error);
  g_autoptr (TrellisReport) there
      = read != NULL ? trellis_store_load_report (store, id, error) : NULL;
  g_autoptr (GPtrArray) added = g_ptr_array_new ();

  if (there == NULL)
    return FALSE;

  for (guint i = 0; i < read->components->len; i++)
    if (!has_component (there, ((const TrellisComponent *) read->components->pdata[i])->name))
      g_ptr_array_add (added, read->components->pdata[i]);
  return added->len == 0
         || trellis_commands_add_many (store, &trellis_component_type, id, added, error);
}

/**
 * trellis_cli_parts_import:
 * @paths: files that trellis_cli_parts_are()
 * @id: (inout): the report that they go into; 0: a new one, if there is anything to put in
 * @n_unread: (out): how many files with postings could not be read
 *
 * What was found in each file with postings, and what became of it, is said on the standard error
 * output, one line each; one that cannot be read hinders no other.
 */
gboolean
trellis_cli_parts_import (TrellisStore *store,
                          char        **paths,
                          gint64       *id,
                          guint        *n_unread,
                          GError      **error)
{
  g_autoptr (GPtrArray) postings = choose (paths, KIND_POSTING);

  *n_unread = 0;
  if (postings->len > 0 && !import_postings (store, postings, id, n_unread, error))
    return FALSE;

  for (guint i = 0; paths[i] != NULL; i++)
    {
      Kind kind = tell (paths[i]);

      if ((kind == KIND_ROADMAP && !import_roadmap (store, paths[i], id, error))
          || (kind == KIND_COMPONENTS && !import_components (store, paths[i], *id, error)))
        return FALSE;
    }

  return TRUE;
}
