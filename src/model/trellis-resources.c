/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-resources.h"

#include "trellis-model-resources.h"
#include "trellis-vocabulary-resources.h"

/*
 * _trellis_resources_look_up:
 *
 * The templates and the vocabulary that ship. They stay registered to the very end, for threads
 * that still read while the program exits.
 *
 * Returns: (transfer full) (nullable): a file's text
 */
GBytes *
_trellis_resources_look_up (const char *path,
                            GError    **error)
{
  static gsize registered;

  if (g_once_init_enter (&registered))
    {
      trellis_model_register_resource ();
      trellis_vocabulary_files_register_resource ();
      g_once_init_leave (&registered, 1);
    }
  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}
