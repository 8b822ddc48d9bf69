/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-application.h"

#include <glib/gi18n-lib.h>

int
main (int    argc,
      char **argv)
{
  g_autoptr (TrellisApplication) application = NULL;

  bindtextdomain (GETTEXT_PACKAGE, TRELLIS_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname (TRELLIS_APPLICATION_ID);

  application = trellis_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
