/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-commands-private.h"

#include "trellis-template.h"

/* An id stands once: a template of that id takes the place of the older one. */
static gboolean
put_template (TrellisTransaction *transaction,
              gpointer            data,
              GError            **error)
{
  TrellisCommandData          *args = data;
  const TrellisTemplateRecord *added = g_ptr_array_index (args->records, 0);
  const TrellisTemplateRecord *before;
  g_autoptr (GPtrArray)        templates
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_template_record_free);

  if (!trellis_transaction_load_library (transaction, args->type, templates, error))
    return FALSE;

  before = trellis_template_record_find (templates, added->name);
  trellis_transaction_describe (transaction,
                                before != NULL ? TRELLIS_CHANGE_UPDATE : TRELLIS_CHANGE_ADD, 0,
                                added->name, "", 0);
  if (before == NULL)
    return trellis_transaction_insert (transaction, args->type, 0, added, error) != 0;

  return g_str_equal (before->json, added->json)
         || trellis_transaction_set_text (transaction, args->type, before->base.id, "json",
                                          added->json, error);
}

/* Adds a course's template to the library, or a newer one of the same id in its place, and
 * registers it, see trellis_template_register() for @json, @name and errors. @id is 0 for one that
 * took another's place. */
gboolean
trellis_commands_add_template (TrellisStore *store,
                               const char   *json,
                               const char   *name,
                               gint64       *id,
                               GError      **error)
{
  const TrellisTemplate *template = trellis_template_register (json, name, error);
  TrellisCommandData    *args;
  TrellisTemplateRecord *record;

  if (template == NULL)
    return FALSE;

  args = trellis_command_data_new (&trellis_template_record_type, 0);
  record = trellis_record_new (&trellis_template_record_type);
  g_set_str (&record->name, template->id);
  g_set_str (&record->json, json);
  args->records = g_ptr_array_new ();
  g_ptr_array_add (args->records, record);
  return trellis_command_data_run (args, store, put_template, id, error);
}

static gboolean
remove_template (TrellisTransaction *transaction,
                 gpointer            data,
                 GError            **error)
{
  TrellisCommandData *args = data;

  return trellis_command_describe (transaction, TRELLIS_CHANGE_DELETE, args->type, args->id, "",
                                   error)
         && trellis_transaction_delete (transaction, args->type, args->id, error);
}

/* Takes a template out of the library. Reports that follow it keep its id, and find it again when
 * it comes back. */
gboolean
trellis_commands_remove_template (TrellisStore *store,
                                  gint64        id,
                                  GError      **error)
{
  return trellis_command_data_run (
      trellis_command_data_new (&trellis_template_record_type, id), store, remove_template, NULL,
      error);
}
