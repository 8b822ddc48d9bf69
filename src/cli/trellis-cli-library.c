/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-cli-library.h"

#include "trellis-cli.h"
#include "trellis-error.h"

#include <glib/gi18n-lib.h>

/* Opens the library at @path, or the user's own when it is %NULL, and makes its templates known. */
TrellisStore *
trellis_cli_library_open_or_make (const char *path,
                                  GError    **error)
{
  g_autofree char      *own = path == NULL ? trellis_store_get_default_path () : NULL;
  TrellisStore         *store = trellis_store_open (path != NULL ? path : own, error);
  g_autoptr (GPtrArray) templates
      = store != NULL ? trellis_store_list_templates (store, NULL) : NULL;

  trellis_template_records_register (templates);
  return store;
}

/* Likewise, for what only reads: a name that is misspelt makes no library. */
TrellisStore *
trellis_cli_library_open (const char *path,
                          GError    **error)
{
  if (path != NULL && !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_NOT_FOUND,
                   _("There is no library “%s”. Name another, or make it with “import”."), path);
      return NULL;
    }
  return trellis_cli_library_open_or_make (path, error);
}

gboolean
trellis_cli_library_parse_report (const char *text,
                                  gint64     *id,
                                  GError    **error)
{
  guint64 value;

  if (text == NULL)
    return trellis_cli_fail_usage (error,
                                   _("A report’s id is missing. “trellis-cli list” shows them."));
  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &value, NULL))
    return trellis_cli_fail_usage (
        error, _("“%s” is no report’s id. “trellis-cli list” shows them."), text);

  *id = (gint64) value;
  return TRUE;
}

/* Whether there is such a report; the store's own words are for those who see one open. */
gboolean
trellis_cli_library_check (TrellisStore *store,
                           gint64        id,
                           GError      **error)
{
  g_autoptr (GPtrArray) reports = trellis_store_list_reports (store, error);
  g_autofree char      *name = g_path_get_basename (trellis_store_get_path (store));
  g_autofree char      *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  for (guint i = 0; reports != NULL && i < reports->len; i++)
    if (((TrellisReportSummary *) g_ptr_array_index (reports, i))->id == id)
      return TRUE;

  if (reports != NULL)
    g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_NOT_FOUND,
                 /* Translators: a report's number, and the library's file. */
                 _("There is no report %s in “%s”. “trellis-cli list” shows them."),
                 number, name);
  return FALSE;
}
