/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Offers names below an entry while one is typed: Down and Up choose, Return takes, Esc leaves it
 * as it is typed. */

#define TRELLIS_TYPE_COMPLETION (trellis_completion_get_type ())
G_DECLARE_FINAL_TYPE (TrellisCompletion, trellis_completion, TRELLIS, COMPLETION, GObject)

/* Returns: (transfer full): the names to offer for what is typed, best first; %NULL-ended */
typedef char **(*TrellisCompletionFunc) (const char *typed,
                                         gpointer    user_data);

TrellisCompletion *trellis_completion_attach (GtkEditable          *editable,
                                              TrellisCompletionFunc func,
                                              gpointer              user_data);

G_END_DECLS
