/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-change.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (TrellisAnnouncement,
                     trellis_announcement,
                     trellis_announcement_copy,
                     trellis_announcement_free)

/* As the history stores them. */
static const char *const kind_names[] = {
  [TRELLIS_CHANGE_ASSIGN] = "assign",
  [TRELLIS_CHANGE_REMOVE] = "remove",
  [TRELLIS_CHANGE_REWORD] = "reword",
  [TRELLIS_CHANGE_ASSIGN_MANY] = "assign-many",
  [TRELLIS_CHANGE_REMOVE_MANY] = "remove-many",
  [TRELLIS_CHANGE_RENAME] = "rename",
  [TRELLIS_CHANGE_EDIT] = "edit",
  [TRELLIS_CHANGE_ADD] = "add",
  [TRELLIS_CHANGE_DELETE] = "delete",
  [TRELLIS_CHANGE_MOVE] = "move",
  [TRELLIS_CHANGE_SORT] = "sort",
  [TRELLIS_CHANGE_IMPORT] = "import",
  [TRELLIS_CHANGE_IMPORT_COMPONENTS] = "import-components",
  [TRELLIS_CHANGE_IMPORT_MATRIX] = "import-matrix",
  [TRELLIS_CHANGE_NEW_REPORT] = "new-report",
  [TRELLIS_CHANGE_DUPLICATE] = "duplicate",
  [TRELLIS_CHANGE_EDIT_DETAILS] = "edit-details",
  [TRELLIS_CHANGE_SET_LEVEL] = "set-level",
  [TRELLIS_CHANGE_CHOOSE_ROLE] = "choose-role",
  [TRELLIS_CHANGE_MERGE] = "merge",
  [TRELLIS_CHANGE_USE_COMPUTED_LISTS] = "use-computed-lists",
  [TRELLIS_CHANGE_USE_AUTHORED_LISTS] = "use-authored-lists",
  [TRELLIS_CHANGE_TEMPLATE] = "change-template",
  [TRELLIS_CHANGE_ADD_POSTINGS] = "add-postings",
  [TRELLIS_CHANGE_ADD_SKILLS] = "add-skills",
  [TRELLIS_CHANGE_MARK] = "mark",
  [TRELLIS_CHANGE_MARK_MANY] = "mark-many",
  [TRELLIS_CHANGE_ALIAS] = "alias",
  [TRELLIS_CHANGE_UNALIAS] = "unalias",
  [TRELLIS_CHANGE_UPDATE] = "update",
  [TRELLIS_CHANGE_DISMISS] = "dismiss",
};

const char *
trellis_change_kind_to_name (TrellisChangeKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

/* The kind of a stored name; EDIT for one that this Trellis does not know. */
TrellisChangeKind
trellis_change_kind_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_str_equal (kind_names[i], name))
      return i;

  return TRELLIS_CHANGE_EDIT;
}

TrellisChange *
trellis_change_new (TrellisChangeKind kind)
{
  TrellisChange *self = g_new0 (TrellisChange, 1);

  self->kind = kind;
  self->name = g_strdup ("");
  self->other = g_strdup ("");
  self->made = g_strdup ("");
  return self;
}

TrellisChange *
trellis_change_copy (const TrellisChange *self)
{
  TrellisChange *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  copy->other = g_strdup (self->other);
  copy->made = g_strdup (self->made);
  return copy;
}

void
trellis_change_free (TrellisChange *self)
{
  g_free (self->name);
  g_free (self->other);
  g_free (self->made);
  g_free (self);
}

static const char *
get_level_word (const char *level)
{
  if (g_str_equal (level, "beginner"))
    return C_("level of a skill", "Beginner");
  if (g_str_equal (level, "intermediate"))
    return C_("level of a skill", "Intermediate");
  if (g_str_equal (level, "advanced"))
    return C_("level of a skill", "Advanced");
  return C_("level of a skill", "No Level");
}

static const char *
get_state_word (const char *state)
{
  if (g_str_equal (state, "learning"))
    return C_("state of a topic", "Learning");
  if (g_str_equal (state, "done"))
    return C_("state of a topic", "Done");
  if (g_str_equal (state, "skipped"))
    return C_("state of a topic", "Skipped");
  return C_("state of a topic", "To Do");
}

static const char *
get_shown_name (const char *name)
{
  return *name != '\0' ? name : C_("something without a name", "Untitled");
}

static char *
get_label_of_cells (const TrellisChange *self)
{
  const char *role = get_shown_name (self->name);
  const char *component = get_shown_name (self->other);

  switch (self->kind)
    {
    case TRELLIS_CHANGE_ASSIGN:
      /* Translators: names of a change, after "Undo". Assign DBA to Auth Service */
      return g_strdup_printf (_("Assign %s to %s"), role, component);
    case TRELLIS_CHANGE_REMOVE:
      /* Translators: Remove DBA from Auth Service */
      return g_strdup_printf (_("Remove %s from %s"), role, component);
    case TRELLIS_CHANGE_REWORD:
      /* Translators: the wording of one cell: Reword DBA in Auth Service */
      return g_strdup_printf (_("Reword %s in %s"), role, component);
    case TRELLIS_CHANGE_ASSIGN_MANY:
      return g_strdup_printf (ngettext ("Assign %u role", "Assign %u roles", self->count),
                              self->count);
    default:
      return g_strdup_printf (ngettext ("Remove %u role", "Remove %u roles", self->count),
                              self->count);
    }
}

static char *
get_label_of_report (const TrellisChange *self)
{
  const char *name = get_shown_name (self->name);

  switch (self->kind)
    {
    case TRELLIS_CHANGE_IMPORT:
      if (self->count > 1)
        return g_strdup_printf (ngettext ("Import %u report", "Import %u reports", self->count),
                                self->count);
      return g_strdup_printf (_("Import %s"), name);
    case TRELLIS_CHANGE_IMPORT_COMPONENTS:
      return g_strdup_printf (ngettext ("Import %u component", "Import %u components",
                                        self->count),
                              self->count);
    case TRELLIS_CHANGE_IMPORT_MATRIX:
      return g_strdup_printf (ngettext ("Import %u involvement", "Import %u involvements",
                                        self->count),
                              self->count);
    case TRELLIS_CHANGE_ADD_POSTINGS:
      return g_strdup_printf (ngettext ("Add %u posting", "Add %u postings", self->count),
                              self->count);
    case TRELLIS_CHANGE_ADD_SKILLS:
      return g_strdup_printf (ngettext ("Add %u skill", "Add %u skills", self->count),
                              self->count);
    case TRELLIS_CHANGE_DISMISS:
      return self->count == 1
                 ? g_strdup_printf (_("Dismiss %s"), name)
                 : g_strdup_printf (ngettext ("Dismiss %u skill", "Dismiss %u skills", self->count),
                                    self->count);
    case TRELLIS_CHANGE_NEW_REPORT:
      return g_strdup_printf (_("Create %s"), name);
    case TRELLIS_CHANGE_DUPLICATE:
      return g_strdup_printf (_("Duplicate %s"), name);
    case TRELLIS_CHANGE_EDIT_DETAILS:
      return g_strdup (_("Edit report details"));
    case TRELLIS_CHANGE_USE_COMPUTED_LISTS:
      return g_strdup (_("Use computed lists"));
    case TRELLIS_CHANGE_USE_AUTHORED_LISTS:
      return g_strdup (_("Use the author’s lists"));
    default:
      return g_strdup (_("Change template"));
    }
}

static char *
get_label_of_learning (const TrellisChange *self)
{
  const char *name = get_shown_name (self->name);
  const char *other = get_shown_name (self->other);

  switch (self->kind)
    {
    case TRELLIS_CHANGE_MARK:
      /* Translators: a topic of a roadmap: Mark Docker as Learning */
      return g_strdup_printf (_("Mark %s as %s"), name, get_state_word (self->other));
    case TRELLIS_CHANGE_MARK_MANY:
      /* Translators: %s is a roadmap: Mark 12 topics of Backend */
      return g_strdup_printf (ngettext ("Mark %u topic of %s", "Mark %u topics of %s",
                                        self->count),
                              self->count, name);
    case TRELLIS_CHANGE_UPDATE:
      /* Translators: a roadmap, by a newer file: Update Backend */
      return g_strdup_printf (_("Update %s"), name);
    case TRELLIS_CHANGE_ALIAS:
      /* Translators: another word for a skill or role: Read “Postgres” as PostgreSQL */
      return g_strdup_printf (_("Read “%s” as %s"), name, other);
    default:
      /* Translators: Stop reading “Postgres” as PostgreSQL */
      return g_strdup_printf (_("Stop reading “%s” as %s"), name, other);
    }
}

static char *
get_label_of_record (const TrellisChange *self)
{
  const char *name = get_shown_name (self->name);

  switch (self->kind)
    {
    case TRELLIS_CHANGE_RENAME:
      return g_strdup_printf (_("Rename %s"), name);
    case TRELLIS_CHANGE_ADD:
      return g_strdup_printf (_("Add %s"), name);
    case TRELLIS_CHANGE_DELETE:
      return g_strdup_printf (_("Delete %s"), name);
    case TRELLIS_CHANGE_MOVE:
      return g_strdup_printf (_("Move %s"), name);
    case TRELLIS_CHANGE_SORT:
      return g_strdup (_("Sort by name"));
    case TRELLIS_CHANGE_SET_LEVEL:
      /* Translators: Set Docker to Intermediate */
      return g_strdup_printf (_("Set %s to %s"), name, get_level_word (self->other));
    case TRELLIS_CHANGE_CHOOSE_ROLE:
      return g_strdup_printf (_("Choose %s as role"), name);
    case TRELLIS_CHANGE_MERGE:
      /* Translators: Merge SRE into DevOps */
      return g_strdup_printf (_("Merge %s into %s"), name, get_shown_name (self->other));
    default:
      return g_strdup_printf (_("Edit %s"), name);
    }
}

/* The change in words, "Assign DBA to Auth Service", in the user's language. */
char *
trellis_change_get_label (const TrellisChange *self)
{
  switch (self->kind)
    {
    case TRELLIS_CHANGE_ASSIGN:
    case TRELLIS_CHANGE_REMOVE:
    case TRELLIS_CHANGE_REWORD:
    case TRELLIS_CHANGE_ASSIGN_MANY:
    case TRELLIS_CHANGE_REMOVE_MANY:
      return get_label_of_cells (self);
    case TRELLIS_CHANGE_IMPORT:
    case TRELLIS_CHANGE_IMPORT_COMPONENTS:
    case TRELLIS_CHANGE_IMPORT_MATRIX:
    case TRELLIS_CHANGE_NEW_REPORT:
    case TRELLIS_CHANGE_DUPLICATE:
    case TRELLIS_CHANGE_EDIT_DETAILS:
    case TRELLIS_CHANGE_USE_COMPUTED_LISTS:
    case TRELLIS_CHANGE_USE_AUTHORED_LISTS:
    case TRELLIS_CHANGE_TEMPLATE:
    case TRELLIS_CHANGE_ADD_POSTINGS:
    case TRELLIS_CHANGE_ADD_SKILLS:
    case TRELLIS_CHANGE_DISMISS:
      return get_label_of_report (self);
    case TRELLIS_CHANGE_MARK:
    case TRELLIS_CHANGE_MARK_MANY:
    case TRELLIS_CHANGE_ALIAS:
    case TRELLIS_CHANGE_UNALIAS:
    case TRELLIS_CHANGE_UPDATE:
      return get_label_of_learning (self);
    default:
      return get_label_of_record (self);
    }
}

/* Takes @change, which may be NULL. */
TrellisAnnouncement *
trellis_announcement_new (TrellisCause   cause,
                          TrellisChange *change)
{
  TrellisAnnouncement *self = g_new0 (TrellisAnnouncement, 1);

  self->cause = cause;
  self->change = change;
  self->rows = g_array_new (FALSE, FALSE, sizeof (TrellisChangedRow));
  return self;
}

TrellisAnnouncement *
trellis_announcement_copy (const TrellisAnnouncement *self)
{
  TrellisAnnouncement *copy = g_new0 (TrellisAnnouncement, 1);

  copy->cause = self->cause;
  copy->change = self->change != NULL ? trellis_change_copy (self->change) : NULL;
  copy->rows = g_array_ref (self->rows);
  return copy;
}

void
trellis_announcement_free (TrellisAnnouncement *self)
{
  g_clear_pointer (&self->change, trellis_change_free);
  g_array_unref (self->rows);
  g_free (self);
}

/* Whether rows of @type changed, or may have. */
gboolean
trellis_announcement_touches (const TrellisAnnouncement *self,
                              const TrellisRecordType   *type)
{
  if (self->cause == TRELLIS_CAUSE_OTHER)
    return TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, TrellisChangedRow, i).type == type)
      return TRUE;

  return FALSE;
}
