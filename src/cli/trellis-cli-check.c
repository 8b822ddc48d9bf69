/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-check.h"
#include "trellis-cli-input.h"
#include "trellis-cli.h"
#include "trellis-json-writer.h"
#include "trellis-vocabulary.h"

#include <glib/gi18n-lib.h>

static gboolean
has_unmet (const TrellisCheck *check)
{
  for (guint i = 0; i < check->criteria->len; i++)
    if (((TrellisCriterion *) g_ptr_array_index (check->criteria, i))->status
        == TRELLIS_CRITERION_UNMET)
      return TRUE;

  return FALSE;
}

static void
add_place (TrellisJsonWriter *writer,
           const char        *file,
           int                line)
{
  /* A file's name may be any bytes; JSON may not. */
  g_autofree char *shown = file != NULL ? g_filename_display_name (file) : NULL;

  trellis_json_writer_add_string (writer, "file", shown);
  if (file != NULL && line > 0)
    trellis_json_writer_add_int (writer, "line", line);
  else
    trellis_json_writer_add_null (writer, "line");
}

static void
add_counts (TrellisJsonWriter    *writer,
            const TrellisFigures *figures)
{
  trellis_json_writer_begin_object (writer, "counts");
  for (const TrellisFigure *figure = trellis_figures_table; figure->name != NULL; figure++)
    if (figure->printed)
      trellis_json_writer_add_int (writer, figure->name, trellis_figure_get (figure, figures));
  trellis_json_writer_end_object (writer);
}

static void
add_criteria (TrellisJsonWriter *writer,
              GPtrArray         *criteria)
{
  trellis_json_writer_begin_array (writer, "criteria");
  for (guint i = 0; i < criteria->len; i++)
    {
      const TrellisCriterion *criterion = g_ptr_array_index (criteria, i);

      trellis_json_writer_begin_object (writer, NULL);
      trellis_json_writer_add_string (writer, "id", criterion->id);
      trellis_json_writer_add_string (writer, "status",
                                      trellis_criterion_status_name (criterion->status));
      if (criterion->found >= 0)
        trellis_json_writer_add_int (writer, "found", criterion->found);
      else
        trellis_json_writer_add_null (writer, "found");
      trellis_json_writer_add_string (writer, "message", criterion->message);
      add_place (writer, criterion->file, criterion->line);
      trellis_json_writer_end_object (writer);
    }
  trellis_json_writer_end_array (writer);
}

static void
add_contradiction (TrellisJsonWriter          *writer,
                   const TrellisContradiction *contradiction)
{
  trellis_json_writer_begin_object (writer, NULL);
  trellis_json_writer_add_string (
      writer, "list", contradiction->list == TRELLIS_CLAIM_SINGLE ? "single" : "recurring");
  trellis_json_writer_add_string (writer, "skill", contradiction->skill);
  if (contradiction->claimed > 0)
    trellis_json_writer_add_int (writer, "claimed", contradiction->claimed);
  else
    trellis_json_writer_add_null (writer, "claimed");
  trellis_json_writer_add_int (writer, "actual", contradiction->actual);
  trellis_json_writer_begin_array (writer, "postings");
  for (guint i = 0; i < contradiction->postings->len; i++)
    trellis_json_writer_add_int (writer, NULL, g_array_index (contradiction->postings, int, i));
  trellis_json_writer_end_array (writer);
  trellis_json_writer_add_string (writer, "message", contradiction->message);
  add_place (writer, contradiction->file, contradiction->line);
  trellis_json_writer_end_object (writer);
}

static void
add_lints (TrellisJsonWriter *writer,
           GPtrArray         *lints)
{
  trellis_json_writer_begin_array (writer, "lints");
  for (guint i = 0; i < lints->len; i++)
    {
      const TrellisLint *lint = g_ptr_array_index (lints, i);

      trellis_json_writer_begin_object (writer, NULL);
      trellis_json_writer_add_string (writer, "id", lint->id);
      add_place (writer, lint->file, lint->line);
      trellis_json_writer_add_string (writer, "message", lint->message);
      trellis_json_writer_end_object (writer);
    }
  trellis_json_writer_end_array (writer);
}

static void
print_json (const TrellisCheck *check)
{
  TrellisJsonWriter *writer = trellis_json_writer_new ();
  g_autofree char   *json = NULL;

  trellis_json_writer_begin_object (writer, NULL);
  trellis_json_writer_add_string (writer, "template", check->layout->id);
  add_counts (writer, &check->figures);
  add_criteria (writer, check->criteria);
  trellis_json_writer_begin_array (writer, "contradictions");
  for (guint i = 0; i < check->contradictions->len; i++)
    add_contradiction (writer, g_ptr_array_index (check->contradictions, i));
  trellis_json_writer_end_array (writer);
  add_lints (writer, check->lints);
  trellis_json_writer_end_object (writer);

  json = trellis_json_writer_end (writer);
  g_print ("%s\n", json);
}

static void
print_line (const char *mark,
            const char *file,
            int         line,
            const char *message)
{
  if (file != NULL && line > 0)
    g_print ("  %s %s (%s:%d)\n", mark, message, file, line);
  else
    g_print ("  %s %s\n", mark, message);
}

/* The heading that the template gives a section; its first one, where several share a kind. */
static void
print_heading (const TrellisTemplate *layout,
               TrellisSectionKind     kind)
{
  const TrellisTemplateSection *section = trellis_template_find_section (layout, kind, NULL);

  if (kind == TRELLIS_SECTION_TEXT)
    g_print ("%s\n", _("Whole report"));
  else if (section != NULL)
    g_print ("%s\n", trellis_template_choose_words (section->heading, section->heading_ru));
}

static void
print_criteria (const TrellisCheck *check)
{
  static const char *const marks[] = { "✓", "✗", "?" };

  for (guint i = 0; i < check->criteria->len; i++)
    {
      const TrellisCriterion *criterion = g_ptr_array_index (check->criteria, i);
      const TrellisCriterion *before = i > 0 ? g_ptr_array_index (check->criteria, i - 1) : NULL;
      gboolean                is_unmet = criterion->status == TRELLIS_CRITERION_UNMET;

      if (before == NULL || before->section != criterion->section)
        print_heading (check->layout, criterion->section);
      print_line (marks[criterion->status], is_unmet ? criterion->file : NULL, criterion->line,
                  criterion->message);
    }
}

static void
print_summary (const TrellisCheck *check)
{
  const TrellisTemplate *layout = check->layout;
  guint                  n_met, n_judged;

  trellis_check_count (check, &n_met, &n_judged);
  g_print ("\n");
  /* Translators: the last one is a template's name. */
  g_print (ngettext ("%u of %u criterion met (%s)\n", "%u of %u criteria met (%s)\n", n_judged),
           n_met, n_judged, trellis_template_choose_words (layout->name, layout->name_ru));
}

static void
print_text (const TrellisCheck *check)
{
  print_criteria (check);

  if (check->contradictions->len > 0)
    g_print ("\n%s\n", _("Contradicted by the postings"));
  for (guint i = 0; i < check->contradictions->len; i++)
    {
      const TrellisContradiction *contradiction = g_ptr_array_index (check->contradictions, i);

      print_line ("✗", contradiction->file, contradiction->line, contradiction->message);
    }

  if (check->lints->len > 0)
    g_print ("\n%s\n", _("Worth a look"));
  for (guint i = 0; i < check->lints->len; i++)
    {
      const TrellisLint *lint = g_ptr_array_index (check->lints, i);

      print_line ("!", lint->file, lint->line, lint->message);
    }

  print_summary (check);
}

/* trellis-cli check IN… [--template ID|FILE] [--format text|json] */
TrellisCliStatus
trellis_cli_check (int      argc,
                   char   **argv,
                   GError **error)
{
  g_autofree char *template = NULL;
  g_autofree char   *format = NULL;
  const GOptionEntry entries[] = {
    { "template", 0, 0, G_OPTION_ARG_FILENAME, &template,
      N_("The rules of this template"), N_("ID|FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("How to print"), N_("text|json") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv)              paths = trellis_cli_parse (_("IN…"), entries, argc, argv, error);
  g_autoptr (TrellisCliInput) input = NULL;
  g_autoptr (TrellisCheck)    check = NULL;

  if (paths == NULL || !trellis_cli_parse_format (format, error))
    return TRELLIS_CLI_WRONG;

  trellis_vocabulary_preload ();
  input = trellis_cli_input_read (paths, template, error);
  if (input == NULL)
    return TRELLIS_CLI_WRONG;

  check = trellis_check_new (input->outlines, input->layout, input->report, NULL);
  if (g_strcmp0 (format, "json") == 0)
    print_json (check);
  else
    print_text (check);

  return has_unmet (check) ? TRELLIS_CLI_UNMET : TRELLIS_CLI_FINE;
}
