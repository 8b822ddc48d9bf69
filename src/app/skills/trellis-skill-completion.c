/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-skill-completion.h"

#define MOST 6

static char **
find_names (const char *typed,
            gpointer    data)
{
  return trellis_vocabulary_complete (trellis_session_get_vocabulary (data), typed, MOST);
}

void
trellis_skill_completion_attach (GtkEditable    *editable,
                                 TrellisSession *session)
{
  trellis_completion_attach (editable, find_names, session);
}
