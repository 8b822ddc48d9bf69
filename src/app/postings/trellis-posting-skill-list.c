/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-skill-list.h"

#include "trellis-commands.h"
#include "trellis-found-row.h"
#include "trellis-page.h"
#include "trellis-posting-skill-row.h"
#include "trellis-posting-skills.h"
#include "trellis-skill-completion.h"

#include <glib/gi18n-lib.h>

struct _TrellisPostingSkillList
{
  AdwBin parent_instance;

  TrellisSession *session;
  gint64          posting_id;

  GtkListBox *list; /* the skills, then: */
  GtkWidget  *found;
  GtkWidget  *add;
};

G_DEFINE_FINAL_TYPE (TrellisPostingSkillList, trellis_posting_skill_list, ADW_TYPE_BIN)

static const TrellisPosting *
get_posting (TrellisPostingSkillList *self)
{
  return trellis_report_find (trellis_session_get_report (self->session), &trellis_posting_type,
                              self->posting_id);
}

static GPtrArray *
find_skills (TrellisPostingSkillList *self)
{
  return trellis_posting_skills_find (trellis_session_get_report (self->session),
                                      get_posting (self),
                                      trellis_session_get_vocabulary (self->session));
}

static void
add_skills (TrellisPostingSkillList *self,
            GPtrArray               *skills)
{
  GError *error = NULL;

  trellis_session_flush (self->session);
  trellis_commands_add_posting_skills (trellis_session_get_store (self->session), self->posting_id,
                                       skills, &error);
  trellis_session_report_error (self->session, error);
}

static void
typed_cb (TrellisPostingSkillList *self)
{
  g_autofree char *name
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add))));
  g_autoptr (GPtrArray) skills = g_ptr_array_new ();
  TrellisPostingSkill   skill = { .name = name };

  if (*name == '\0')
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->add), "");
  g_ptr_array_add (skills, &skill);
  add_skills (self, skills);
}

/* @index: of what was found; -1: all of it */
static void
take_found (TrellisPostingSkillList *self,
            int                      index,
            gboolean                 dismiss)
{
  g_autoptr (GPtrArray) found = find_skills (self);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < found->len; i++)
    {
      TrellisPostingSkill *skill = found->pdata[i];

      if (index >= 0 && (int) i != index)
        continue;
      if (dismiss)
        skill->requirement = TRELLIS_REQUIREMENT_DISMISSED;
      g_ptr_array_add (chosen, skill);
    }
  if (chosen->len > 0)
    add_skills (self, chosen);
}

static void
found_added_cb (TrellisPostingSkillList *self,
                int                      index)
{
  take_found (self, index, FALSE);
}

static void
found_dismissed_cb (TrellisPostingSkillList *self,
                    int                      index)
{
  take_found (self, index, TRUE);
}

static void
required_cb (TrellisPostingSkillList *self,
             int                      requirement,
             TrellisPostingSkillRow  *row)
{
  GError *error = NULL;

  trellis_commands_set_int (trellis_session_get_store (self->session), &trellis_posting_skill_type,
                            trellis_posting_skill_row_get_id (row), "requirement", requirement,
                            &error);
  trellis_session_report_error (self->session, error);
}

static void
removed_cb (TrellisPostingSkillList *self,
            TrellisPostingSkillRow  *row)
{
  GError *error = NULL;

  trellis_commands_delete (trellis_session_get_store (self->session), &trellis_posting_skill_type,
                           trellis_posting_skill_row_get_id (row), &error);
  trellis_session_report_error (self->session, error);
}

/* The row at @index, made where there is none. */
static TrellisPostingSkillRow *
get_row (TrellisPostingSkillList *self,
         guint                    index)
{
  GtkListBoxRow *there = gtk_list_box_get_row_at_index (self->list, (int) index);
  GtkWidget     *row;

  if (there != NULL && TRELLIS_IS_POSTING_SKILL_ROW (there))
    return TRELLIS_POSTING_SKILL_ROW (there);

  row = trellis_posting_skill_row_new ();
  g_signal_connect_object (row, "required", G_CALLBACK (required_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_insert (self->list, row, (int) index);
  return TRELLIS_POSTING_SKILL_ROW (row);
}

/* A row that goes gives the focus to the one before, or to where the next skill is typed. */
static void
drop_row (TrellisPostingSkillList *self,
          GtkListBoxRow           *row)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (row));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int        index = gtk_list_box_row_get_index (row);

  if (focus != NULL
      && (focus == GTK_WIDGET (row) || gtk_widget_is_ancestor (focus, GTK_WIDGET (row))))
    gtk_widget_grab_focus (
        index > 0 ? GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, index - 1)) : self->add);
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
show_found (TrellisPostingSkillList *self)
{
  g_autoptr (GPtrArray) found = find_skills (self);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (names, ((const TrellisPostingSkill *) found->pdata[i])->name);
  g_ptr_array_add (names, NULL);
  trellis_found_row_show (TRELLIS_FOUND_ROW (self->found), (const char *const *) names->pdata);
}

static void
trellis_posting_skill_list_dispose (GObject *object)
{
  g_clear_object (&TRELLIS_POSTING_SKILL_LIST (object)->session);

  G_OBJECT_CLASS (trellis_posting_skill_list_parent_class)->dispose (object);
}

static void
trellis_posting_skill_list_class_init (TrellisPostingSkillListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trellis_posting_skill_list_dispose;
}

static void
trellis_posting_skill_list_init (TrellisPostingSkillList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Skills It Asks For"), -1);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));

  self->found = trellis_found_row_new (_("Found in the Text"));
  g_signal_connect_object (self->found, "added", G_CALLBACK (found_added_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->found, "dismissed", G_CALLBACK (found_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, self->found);

  self->add = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add), _("Add Skill"));
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->add), FALSE);
  g_signal_connect_object (self->add, "entry-activated", G_CALLBACK (typed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, self->add);
}

void
trellis_posting_skill_list_set_up (TrellisPostingSkillList *self,
                                   TrellisSession          *session)
{
  g_return_if_fail (TRELLIS_IS_POSTING_SKILL_LIST (self) && self->session == NULL);

  self->session = g_object_ref (session);
  trellis_skill_completion_attach (GTK_EDITABLE (self->add), session);
}

/* Shows the skills of the report's posting as they are now. */
void
trellis_posting_skill_list_show (TrellisPostingSkillList *self,
                                 gint64                   posting_id)
{
  g_autoptr (GPtrArray) skills = NULL;
  GtkListBoxRow        *row;

  g_return_if_fail (TRELLIS_IS_POSTING_SKILL_LIST (self));

  self->posting_id = posting_id;
  skills = trellis_posting_skills_list (trellis_session_get_report (self->session),
                                        get_posting (self));
  for (guint i = 0; i < skills->len; i++)
    trellis_posting_skill_row_show (get_row (self, i), skills->pdata[i]);
  while (TRELLIS_IS_POSTING_SKILL_ROW (
      row = gtk_list_box_get_row_at_index (self->list, (int) skills->len)))
    drop_row (self, row);
  show_found (self);
}

/* A person was taken to the skill. Returns: whether it is one of the posting's */
gboolean
trellis_posting_skill_list_arrive (TrellisPostingSkillList *self,
                                   gint64                   skill_id)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (TRELLIS_IS_POSTING_SKILL_LIST (self), FALSE);

  for (int i = 0;
       TRELLIS_IS_POSTING_SKILL_ROW (row = gtk_list_box_get_row_at_index (self->list, i)); i++)
    if (trellis_posting_skill_row_get_id (TRELLIS_POSTING_SKILL_ROW (row)) == skill_id)
      {
        gtk_widget_grab_focus (GTK_WIDGET (row));
        trellis_widget_tint (GTK_WIDGET (row));
        return TRUE;
      }
  return FALSE;
}
