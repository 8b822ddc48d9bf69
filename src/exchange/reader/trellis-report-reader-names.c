/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-reader-rows.h"

#include "trellis-text.h"

struct _TrellisReaderNames
{
  TrellisReport *report;
  GHashTable    *roles; /* folded name or alias → TrellisRole */
};

static void
index_name (TrellisReaderNames *self,
            const char         *name,
            TrellisRole        *role)
{
  g_autofree char *key = trellis_text_fold (name);

  if (*key != '\0' && !g_hash_table_contains (self->roles, key))
    g_hash_table_insert (self->roles, g_steal_pointer (&key), role);
}

static void
index_role (TrellisReaderNames *self,
            TrellisRole        *role)
{
  g_auto (GStrv) aliases = g_strsplit (role->aliases, "\n", -1);

  index_name (self, role->name, role);
  for (guint i = 0; aliases[i] != NULL; i++)
    index_name (self, aliases[i], role);
}

TrellisReaderNames *
trellis_reader_names_new (TrellisReport *report)
{
  TrellisReaderNames *self = g_new0 (TrellisReaderNames, 1);

  self->report = report;
  self->roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < report->roles->len; i++)
    index_role (self, g_ptr_array_index (report->roles, i));
  return self;
}

void
trellis_reader_names_free (TrellisReaderNames *self)
{
  g_hash_table_unref (self->roles);
  g_free (self);
}

static TrellisRole *
look_up (TrellisReaderNames *self,
         const char         *name)
{
  g_autofree char *key = trellis_text_fold (name);

  return g_hash_table_lookup (self->roles, key);
}

/* A bracket that abbreviates the name, or spells it out. */
static gboolean
is_alias (const char *name,
          const char *bracket)
{
  return trellis_reader_is_abbreviation (bracket, name)
         || trellis_reader_is_abbreviation (name, bracket);
}

/* The role that goes by `wording`: by all of it, by what stands before its bracket, or by the
 * bracket where that is another name. NULL when there is none. */
TrellisRole *
trellis_reader_names_find (TrellisReaderNames *self,
                           const char         *wording)
{
  TrellisRole     *role = look_up (self, wording);
  g_autofree char *name = g_strdup (wording);
  g_autofree char *bracket = trellis_reader_take_bracket (&name);

  if (role == NULL && *bracket != '\0')
    role = look_up (self, name);
  if (role == NULL && *bracket != '\0' && is_alias (name, bracket))
    role = look_up (self, bracket);
  return role;
}

static void
add_alias (TrellisReaderNames *self,
           TrellisRole        *role,
           const char         *alias)
{
  g_autofree char *joined = NULL;

  if (look_up (self, alias) != NULL)
    return;
  joined
      = *role->aliases == '\0' ? g_strdup (alias) : g_strconcat (role->aliases, "\n", alias, NULL);
  g_set_str (&role->aliases, joined);
  index_name (self, alias, role);
}

/* The role for `wording`, made when there is none. Its name is the wording without the bracket,
 * which is an alias or belongs to this one place; with `whole` the bracket stays in the name. */
TrellisRole *
trellis_reader_names_add (TrellisReaderNames *self,
                          const char         *wording,
                          gboolean            whole)
{
  g_autofree char *name = g_strdup (wording);
  g_autofree char *bracket = whole ? g_strdup ("") : trellis_reader_take_bracket (&name);
  TrellisRole     *role
      = whole ? look_up (self, wording) : trellis_reader_names_find (self, wording);

  if (role == NULL)
    {
      role = trellis_report_add (self->report, &trellis_role_type);
      role->position = (int) self->report->roles->len;
      g_set_str (&role->name, name);
      index_name (self, name, role);
    }
  if (*bracket != '\0' && is_alias (name, bracket))
    {
      add_alias (self, role, bracket);
      add_alias (self, role, name);
    }
  return role;
}
