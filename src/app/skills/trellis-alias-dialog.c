/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-alias-dialog.h"

#include "trellis-alias.h"
#include "trellis-commands.h"
#include "trellis-skill-completion.h"
#include "trellis-text.h"

#include <glib/gi18n-lib.h>

struct _TrellisAliasDialog
{
  AdwDialog parent_instance;

  AdwPreferencesGroup *group;
  AdwEntryRow         *add;
  GtkListBox          *list;

  TrellisSession *session;
  char           *name; /* what all the names stand for */
};

G_DEFINE_FINAL_TYPE (TrellisAliasDialog, trellis_alias_dialog, ADW_TYPE_DIALOG)

static void
remove_cb (TrellisAliasDialog *self,
           GtkWidget          *button)
{
  gint64  id = *(const gint64 *) g_object_get_data (G_OBJECT (button), "id");
  GError *error = NULL;

  trellis_commands_remove_alias (trellis_session_get_store (self->session), id, &error);
  trellis_session_report_error (self->session, error);
  gtk_widget_grab_focus (GTK_WIDGET (self->add));
}

static GtkWidget *
create_row (TrellisAliasDialog *self,
            const TrellisAlias *alias)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *tooltip = g_strdup_printf (_("Remove %s"), alias->text);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), alias->text);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&alias->base.id, sizeof (gint64)),
                          g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show (TrellisAliasDialog *self)
{
  g_autoptr (GPtrArray) aliases
      = trellis_store_list_aliases (trellis_session_get_store (self->session), NULL);
  GtkListBoxRow *first;

  while ((first = gtk_list_box_get_row_at_index (self->list, 0)) != GTK_LIST_BOX_ROW (self->add))
    gtk_list_box_remove (self->list, GTK_WIDGET (first));

  for (guint i = 0, n = 0; aliases != NULL && i < aliases->len; i++)
    {
      const TrellisAlias *alias = aliases->pdata[i];

      if (alias->vocabulary == TRELLIS_ALIAS_SKILL
          && trellis_text_equal_folded (alias->name, self->name))
        gtk_list_box_insert (self->list, create_row (self, alias), (int) n++);
    }
}

static void
add_cb (TrellisAliasDialog *self)
{
  g_autofree char *text
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add))));
  GError *error = NULL;

  if (*text == '\0')
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->add), "");
  trellis_commands_add_alias (trellis_session_get_store (self->session), TRELLIS_ALIAS_SKILL, text,
                              self->name, NULL, &error);
  trellis_session_report_error (self->session, error);
}

static void
trellis_alias_dialog_dispose (GObject *object)
{
  TrellisAliasDialog *self = TRELLIS_ALIAS_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (trellis_alias_dialog_parent_class)->dispose (object);
}

static void
trellis_alias_dialog_class_init (TrellisAliasDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_alias_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/trellis_app/Trellis/ui/alias-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisAliasDialog, group);
  gtk_widget_class_bind_template_child (widget_class, TrellisAliasDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TrellisAliasDialog, add);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
trellis_alias_dialog_init (TrellisAliasDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @skill: as somebody wrote it; the names are those of the skill that it means */
AdwDialog *
trellis_alias_dialog_new (TrellisSession *session,
                          const char     *skill)
{
  TrellisAliasDialog           *self = g_object_new (TRELLIS_TYPE_ALIAS_DIALOG, NULL);
  const TrellisVocabularyEntry *entry
      = trellis_vocabulary_find (trellis_session_get_vocabulary (session), skill);
  g_autofree char *title = NULL;

  self->session = g_object_ref (session);
  self->name = g_strdup (entry != NULL ? entry->name : skill);
  title = g_strdup_printf (_("Other Names of “%s”"), self->name);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  trellis_skill_completion_attach (GTK_EDITABLE (self->add), session);
  g_signal_connect_object (trellis_session_get_store (session), "changed", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
  show (self);
  return ADW_DIALOG (self);
}
