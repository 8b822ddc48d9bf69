/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-cli-library.h"

#include "trellis-cli.h"

#include <glib/gi18n-lib.h>

/* Opens the library at @path, or the user's own when it is %NULL. */
TrellisStore *
trellis_cli_library_open (const char *path,
                          GError    **error)
{
  g_autofree char *own = path == NULL ? trellis_store_get_default_path () : NULL;

  return trellis_store_open (path != NULL ? path : own, error);
}

gboolean
trellis_cli_library_parse_report (const char *text,
                                  gint64     *id,
                                  GError    **error)
{
  guint64 value;

  if (text == NULL)
    return trellis_cli_fail_usage (error, _("A report’s id is missing. “trellis-cli list” shows them."));
  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &value, NULL))
    return trellis_cli_fail_usage (error, _("“%s” is no report’s id. “trellis-cli list” shows them."), text);

  *id = (gint64) value;
  return TRUE;
}
