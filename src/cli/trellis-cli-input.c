/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-cli-input.h"

#include "trellis-cli.h"
#include "trellis-error.h"
#include "trellis-file.h"
#include "trellis-json.h"
#include "trellis-markdown.h"
#include "trellis-matrix-csv.h"
#include "trellis-report-section.h"
#include "trellis-outline.h"
#include "trellis-plantuml.h"
#include "trellis-report-builder.h"
#include "trellis-report-reader.h"
#include "trellis-sections.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

static gboolean
fail_kind (const char *path,
           GError    **error)
{
  g_autofree char *name = g_path_get_basename (path);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_NOT_FOUND,
                 _("“%s” is not there. Check the name and the folder."), path);
  else if (has_ending (path, ".mhtml") || has_ending (path, ".mht"))
    g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
                 _("“%s” cannot be read. Save the page as HTML."), name);
  else
    g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
                 _("“%s” cannot be read as a report. Name its .md files, or its .json file."),
                 name);

  return FALSE;
}

/* Words there must be: a file with nothing but marks is as empty as one with nothing. */
static gboolean
fail_empty (char   **paths,
            GError **error)
{
  g_autofree char *name = g_path_get_basename (paths[0]);

  g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_EMPTY,
               _("“%s” is empty. Choose the report’s file."), name);
  return FALSE;
}

static guint
collect_kinds (const TrellisSections *sections,
               guint                  file)
{
  guint kinds = 0;

  for (guint i = 0; i < sections->ranges->len; i++)
    {
      const TrellisSectionRange *range = trellis_sections_get (sections, i);

      if (range->file == file && range->heading != NULL && range->kind != TRELLIS_SECTION_TEXT
          && range->kind != TRELLIS_SECTION_TITLE)
        kinds |= 1u << range->kind;
    }

  return kinds;
}

/* The files of one report share out its sections; two that have most of them alike are two reports.
 * One line, for the first such pair. */
static void
warn_of_strangers (const TrellisCliInput *self,
                   char                 **paths)
{
  g_autoptr (TrellisSections) sections = trellis_sections_new (self->outlines, self->layout);

  for (guint i = 0; paths[i] != NULL; i++)
    for (guint j = i + 1; paths[j] != NULL; j++)
      {
        guint            first = collect_kinds (sections, i);
        guint            second = collect_kinds (sections, j);
        int              n_both = __builtin_popcount (first & second);
        g_autofree char *name = NULL;
        g_autofree char *other = NULL;

        if (n_both < 2
            || 2 * n_both < MIN (__builtin_popcount (first), __builtin_popcount (second)))
          continue;

        name = g_path_get_basename (paths[i]);
        other = g_path_get_basename (paths[j]);
        g_printerr (_("“%s” and “%s” have the same sections. If they are two reports, name each by "
                      "itself."),
                    name, other);
        g_printerr ("\n");
        return;
      }
}

/* What is a report of its own is read alone. */
typedef TrellisReport *(*ReadWhole) (const char *text, const char *path, GError **error);

static TrellisReport *
read_json (const char *text,
           const char *path,
           GError    **error)
{
  g_autofree char *name = g_path_get_basename (path);

  return trellis_json_read (text, name, error);
}

/* What is left out is said, and is no failure. */
static TrellisReport *
read_plantuml (const char *text,
               const char *path,
               GError    **error)
{
  g_autofree char            *name = g_path_get_basename (path);
  g_autoptr (TrellisPlantuml) plantuml = trellis_plantuml_read (text, name, error);

  if (plantuml == NULL)
    return NULL;
  if (plantuml->n_not_understood > 0)
    {
      const TrellisPlantumlSkipped *first = g_ptr_array_index (plantuml->not_understood, 0);

      g_printerr (
          ngettext (
              "trellis-cli: %s:%d: %u line is not understood and left out.\n",
              "trellis-cli: %s:%d: %u lines are not understood and left out; this is the first.\n",
              plantuml->n_not_understood),
          name, first->line, plantuml->n_not_understood);
    }
  return trellis_plantuml_to_report (plantuml, path);
}

static const struct
{
  const char *ending;
  ReadWhole   read;
} wholes[] = {
  { ".json", read_json },
  { ".puml", read_plantuml },
  { ".plantuml", read_plantuml },
  { ".csv", trellis_matrix_csv_read },
};

static ReadWhole
find_whole (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    if (has_ending (path, wholes[i].ending))
      return wholes[i].read;

  return NULL;
}

static gboolean
read_markdown (TrellisCliInput *self,
               char           **paths,
               GError         **error)
{
  g_autoptr (GError) read_error = NULL;

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *text = NULL;

      if (!is_markdown (paths[i]))
        {
          if (find_whole (paths[i]) != NULL)
            return trellis_cli_fail_usage (
                error,
                _("“%s” is a report of its own. Name it alone, or the Markdown files alone."),
                paths[i]);
          return fail_kind (paths[i], error);
        }

      text = trellis_file_read_text (paths[i], TRELLIS_FILE_MAX_TEXT, error);
      if (text == NULL)
        return FALSE;
      g_ptr_array_add (self->outlines, trellis_outline_new (text, paths[i]));
    }

  if (self->layout == NULL)
    self->layout = trellis_sections_choose_template (self->outlines);
  if (paths[1] != NULL)
    warn_of_strangers (self, paths);
  self->report = trellis_report_read (self->outlines, self->layout, &self->lints, &read_error);
  if (g_error_matches (read_error, TRELLIS_ERROR, TRELLIS_ERROR_EMPTY))
    return fail_empty (paths, error);
  if (self->report == NULL)
    g_propagate_error (error, g_steal_pointer (&read_error));
  return self->report != NULL;
}

static gboolean
read_whole (TrellisCliInput *self,
            const char      *path,
            ReadWhole        read,
            GError         **error)
{
  g_autofree char        *text = trellis_file_read_text (path, TRELLIS_FILE_MAX_TEXT, error);
  g_autofree char        *markdown = NULL;
  g_autoptr (TrellisNode) tree = NULL;

  if (text != NULL)
    self->report = read (text, path, error);
  if (self->report == NULL)
    return FALSE;
  if (self->report->sections->len == 0 && self->report->components->len > 0)
    trellis_report_section_add (
        self->report, self->layout != NULL ? self->layout : trellis_template_get ("classic"),
        TRELLIS_SECTION_MATRIX);

  tree = trellis_report_build (self->report, &(TrellisBuildOptions) { 0 });
  markdown = trellis_markdown_write (tree);
  g_ptr_array_add (self->outlines, trellis_outline_new (markdown, NULL));
  if (self->layout == NULL)
    self->layout = trellis_template_get (self->report->layout);
  if (self->layout == NULL)
    self->layout = trellis_sections_choose_template (self->outlines);
  return TRUE;
}

/**
 * trellis_cli_input_read:
 * @paths: the Markdown files of one report, in order, or its one JSON, PlantUML or CSV file
 * @template: (nullable): a template's id or file
 *
 * Returns: (transfer full): the report; %NULL when a file or the template cannot be read
 */
TrellisCliInput *
trellis_cli_input_read (char **paths,
                        const char *template,
                        GError **error)
{
  g_autoptr (TrellisCliInput) self = g_new0 (TrellisCliInput, 1);

  self->outlines = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_outline_free);

  if (paths[0] == NULL)
    {
      trellis_cli_fail_usage (
          error, _("A report’s file is missing. Name its .md files, or its .json file."));
      return NULL;
    }

  if (template != NULL)
    {
      self->own = trellis_template_load (template, error);
      if (self->own == NULL)
        return NULL;
      self->layout = self->own;
    }

  if (find_whole (paths[0]) != NULL && paths[1] == NULL
          ? !read_whole (self, paths[0], find_whole (paths[0]), error)
          : !read_markdown (self, paths, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
trellis_cli_input_free (TrellisCliInput *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->lints, g_ptr_array_unref);
  g_clear_pointer (&self->report, trellis_report_free);
  g_clear_pointer (&self->own, trellis_template_free);
  g_ptr_array_unref (self->outlines);
  g_free (self);
}
