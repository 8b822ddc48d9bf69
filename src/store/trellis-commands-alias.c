/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-commands-private.h"

#include "trellis-error.h"
#include "trellis-text.h"

#include <glib/gi18n-lib.h>

/* The aliases stay flat, see TrellisAlias: a new one takes along those that led to its text, and
 * its name stops being the text of another. */

static gboolean
is_same (const TrellisAlias *alias,
         int                 vocabulary,
         const char         *is,
         const char         *text)
{
  return alias->vocabulary == vocabulary && trellis_text_equal_folded (is, text);
}

/* Brings one of the aliases that are there into line with “text means name”. */
static gboolean
adjust (TrellisTransaction *transaction,
        const TrellisAlias *alias,
        int                 vocabulary,
        const char         *text,
        const char         *name,
        gboolean           *is_there,
        GError            **error)
{
  const TrellisRecordType *type = &trellis_alias_type;

  if (is_same (alias, vocabulary, alias->text, name) && !trellis_text_equal_folded (text, name))
    return trellis_transaction_delete (transaction, type, alias->base.id, error);

  if (is_same (alias, vocabulary, alias->text, text))
    *is_there = TRUE;
  else if (!is_same (alias, vocabulary, alias->name, text))
    return TRUE;

  return g_str_equal (alias->name, name)
         || trellis_transaction_set_text (transaction, type, alias->base.id, "name", name, error);
}

static gboolean
insert (TrellisTransaction *transaction,
        int                 vocabulary,
        const char         *text,
        const char         *name,
        GError            **error)
{
  TrellisAlias alias = { .vocabulary = vocabulary,
                         .text = (char *) text,
                         .name = (char *) name };

  return trellis_transaction_insert (transaction, &trellis_alias_type, 0, &alias, error) != 0;
}

static gboolean
put_alias (TrellisTransaction *transaction,
           int                 vocabulary,
           const char         *text,
           const char         *name,
           GError            **error)
{
  g_autoptr (GPtrArray) aliases = g_ptr_array_new_with_free_func ((GDestroyNotify)
                                                                      trellis_alias_free);
  gboolean              is_there = FALSE;

  if (g_str_equal (text, name))
    return TRUE;
  if (!trellis_transaction_load_library (transaction, &trellis_alias_type, aliases, error))
    return FALSE;

  for (guint i = 0; i < aliases->len; i++)
    if (!adjust (transaction, g_ptr_array_index (aliases, i), vocabulary, text, name, &is_there,
                 error))
      return FALSE;

  return is_there || insert (transaction, vocabulary, text, name, error);
}

static gboolean
check_texts (const char *text,
             const char *name,
             GError    **error)
{
  if (*text != '\0' && *name != '\0')
    return TRUE;

  g_set_error_literal (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
                       _("A name is empty. Write both the word and the name it stands for."));
  return FALSE;
}

static char *
dup_stripped (const char *text)
{
  return g_strstrip (g_strdup (text));
}

static gboolean
add_alias (TrellisTransaction *transaction,
           gpointer            data,
           GError            **error)
{
  TrellisCommandData *args = data;
  const TrellisAlias *alias = g_ptr_array_index (args->records, 0);

  trellis_transaction_describe (transaction, TRELLIS_CHANGE_ALIAS, 0, alias->text, alias->name, 0);
  return check_texts (alias->text, alias->name, error)
         && put_alias (transaction, alias->vocabulary, alias->text, alias->name, error);
}

/* Says that whoever writes @text means @name, both plain text and not empty. An alias of that text
 * changes its name instead, and @id is 0. */
gboolean
trellis_commands_add_alias (TrellisStore    *store,
                            TrellisAliasKind vocabulary,
                            const char      *text,
                            const char      *name,
                            gint64          *id,
                            GError         **error)
{
  TrellisCommandData *args = trellis_command_data_new (&trellis_alias_type, 0);
  TrellisAlias       *alias = trellis_record_new (&trellis_alias_type);

  alias->vocabulary = vocabulary;
  g_free (alias->text);
  g_free (alias->name);
  alias->text = dup_stripped (text);
  alias->name = dup_stripped (name);
  args->records = g_ptr_array_new ();
  g_ptr_array_add (args->records, alias);
  return trellis_command_data_run (args, store, add_alias, id, error);
}

static gboolean
remove_alias (TrellisTransaction *transaction,
              gpointer            data,
              GError            **error)
{
  TrellisCommandData      *args = data;
  g_autoptr (TrellisAlias) alias = NULL;

  alias = trellis_transaction_load (transaction, &trellis_alias_type, args->id, error);
  if (alias == NULL)
    return FALSE;

  trellis_transaction_describe (transaction, TRELLIS_CHANGE_UNALIAS, 0, alias->text, alias->name,
                                0);
  return trellis_transaction_delete (transaction, &trellis_alias_type, args->id, error);
}

gboolean
trellis_commands_remove_alias (TrellisStore *store,
                               gint64        id,
                               GError      **error)
{
  return trellis_command_data_run (trellis_command_data_new (&trellis_alias_type, id), store,
                                   remove_alias, NULL, error);
}

static gboolean
merge_skills (TrellisTransaction *transaction,
              gpointer            data,
              GError            **error)
{
  TrellisCommandData *args = data;
  g_autofree char    *names = NULL;

  for (guint i = 0; i < args->records->len; i++)
    {
      const TrellisAlias *alias = g_ptr_array_index (args->records, i);
      g_autofree char    *before = g_steal_pointer (&names);

      if (!check_texts (alias->text, alias->name, error)
          || !put_alias (transaction, TRELLIS_ALIAS_SKILL, alias->text, alias->name, error))
        return FALSE;
      names = before != NULL ? g_strjoin (", ", before, alias->text, NULL) : g_strdup (alias->text);
    }

  trellis_transaction_describe (transaction, TRELLIS_CHANGE_MERGE, 0, names != NULL ? names : "",
                                args->text, 0);
  return TRUE;
}

/* Says that all those @texts, NULL-terminated, are the skill @name, which may be among them: an
 * alias each, in one change. The reports keep the words they have. */
gboolean
trellis_commands_merge_skills (TrellisStore      *store,
                               const char *const *texts,
                               const char        *name,
                               GError           **error)
{
  TrellisCommandData *args = trellis_command_data_new (&trellis_alias_type, 0);

  args->text = dup_stripped (name);
  args->records = g_ptr_array_new ();
  for (guint i = 0; texts[i] != NULL; i++)
    {
      TrellisAlias *alias = trellis_record_new (&trellis_alias_type);

      g_free (alias->text);
      alias->text = dup_stripped (texts[i]);
      g_set_str (&alias->name, args->text);
      if (g_str_equal (alias->text, alias->name))
        trellis_alias_free (alias);
      else
        g_ptr_array_add (args->records, alias);
    }
  return trellis_command_data_run (args, store, merge_skills, NULL, error);
}
