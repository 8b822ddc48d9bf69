/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to the store. */

#include "trellis-connection.h"

G_BEGIN_DECLS

char      *trellis_backup_get_folder (const char *library_path);
gboolean   trellis_backup_make (TrellisConnection *connection,
                                const char        *folder,
                                const char        *label,
                                char             **path,
                                GError           **error);
GPtrArray *trellis_backup_list (const char *folder);
gboolean   trellis_backup_is_whole (const char *path);
GDateTime *trellis_backup_get_time (const char *path);
char      *trellis_backup_find_newest (const char *folder);
gboolean   trellis_backup_restore (const char *backup,
                                   const char *library_path,
                                   const char *state,
                                   GError    **error);
void       trellis_backup_prune (const char *folder,
                                 const char *label,
                                 guint       keep);

G_END_DECLS
