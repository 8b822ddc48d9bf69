/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-shortcuts-dialog.h"

#include <glib/gi18n-lib.h>

struct _TrellisShortcutsDialog
{
  AdwDialog parent_instance;

  GtkSearchEntry *search;
  GtkStack       *stack;
  GtkBox         *groups;
};

G_DEFINE_FINAL_TYPE (TrellisShortcutsDialog, trellis_shortcuts_dialog, ADW_TYPE_DIALOG)

typedef struct
{
  const char *keys; /* NULL: what follows is a group of this title; several: parted by a blank */
  const char *title;
} Shortcut;

static const Shortcut shortcuts[] = {
  { NULL, N_("Reports") },
  { "<Control>n", N_("New report") },
  { "<Control>o", N_("Import") },
  { "<Control>e", N_("Export") },
  { "<Control>p", N_("Print") },
  { "<Control>l", N_("All reports") },
  { "<Control>d", N_("Duplicate, in the list of reports") },
  { "<Control>f", N_("Search") },
  { NULL, N_("Changes") },
  { "<Control>z", N_("Undo") },
  { "<Shift><Control>z", N_("Redo") },
  { "<Control>h", N_("History") },
  { "<Shift><Control>n", N_("Add on this page") },
  { "F2", N_("Rename, or edit a cell’s wording") },
  { "Delete", N_("Delete, or remove") },
  { "<Alt>Up <Alt>Down", N_("Move up or down") },
  { "<Shift>F10", N_("Menu of the row or cell") },
  { NULL, N_("Matrix") },
  { "space", N_("Toggle") },
  { "a", N_("Toggle the role that underlines the letter") },
  { "Return", N_("Edit the cell’s wording, or rename") },
  { "Page_Up Page_Down", N_("A page up or down") },
  { "Home End", N_("First or last in the row") },
  { "<Control>Home <Control>End", N_("First or last cell") },
  { "Insert", N_("Add a component or a role") },
  { "<Control>c", N_("Copy as Markdown") },
  { NULL, N_("Pages") },
  { "F5", N_("Overview") },
  { "<Control>1", N_("Components") },
  { "<Control>2", N_("Matrix") },
  { "<Control>3", N_("Roles") },
  { "<Control>4", N_("Skills") },
  { "<Control>5", N_("Roadmaps") },
  { "<Control>6", N_("Postings") },
  { "<Control>7", N_("Demand") },
  { "<Control>8", N_("Reflection") },
  { "<Control>9", N_("Plan") },
  { "<Shift><Control>p", N_("Report") },
  { "<Control>plus <Control>minus", N_("Zoom the report’s pages") },
  { "<Control>0", N_("Fit the report’s pages") },
  { "<Shift><Control>v", N_("Posting from the clipboard, among the postings") },
  { NULL, N_("Roadmaps") },
  { "space", N_("Mark a topic done, or to do again") },
  { "1 2 3 4", N_("To do, learning, done, skipped") },
  { "plus minus", N_("Open or close a branch") },
  { NULL, N_("Window") },
  { "F6 Escape", N_("Sidebar or page") },
  { "F9", N_("Sidebar") },
  { "F10", N_("Menu") },
  { "F11", N_("Full screen") },
  { "<Control>comma",
    N_("Preferences") },
  { "<Control>question",
    N_("Keyboard shortcuts") },
  { "F1", N_("Help") },
  { "<Control>w",
    N_("Close") },
  { "<Control>q",
    N_("Quit") },
};

/* “Ctrl+Home / Ctrl+End” */
static char *
word_keys (const char *keys)
{
  g_auto (GStrv) parts = g_strsplit (keys, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint           key = 0;
      GdkModifierType modifiers = 0;

      gtk_accelerator_parse (parts[i], &key, &modifiers);
      g_free (parts[i]);
      parts[i] = gtk_accelerator_get_label (key, modifiers);
    }

  return g_strjoinv (" / ", parts);
}

static GtkWidget *
create_row (const Shortcut *shortcut)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *keys = word_keys (shortcut->keys);
  GtkWidget       *label = gtk_label_new (keys);

  gtk_widget_add_css_class (label, "dimmed");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->title));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

static gboolean
matches (const Shortcut *shortcut,
         const char     *wanted)
{
  g_autofree char *keys = word_keys (shortcut->keys);

  return g_str_match_string (wanted, _ (shortcut->title), TRUE)
         || g_str_match_string (wanted, keys, TRUE);
}

static void
fill (TrellisShortcutsDialog *self)
{
  const char *wanted = gtk_editable_get_text (GTK_EDITABLE (self->search));
  GtkWidget  *child;
  GtkWidget  *group = NULL;
  const char *title = NULL;
  guint       n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (shortcuts[i].keys == NULL)
        {
          title = _ (shortcuts[i].title);
          group = NULL;
        }
      else if (*wanted == '\0' || matches (&shortcuts[i], wanted))
        {
          if (group == NULL)
            {
              group = adw_preferences_group_new ();
              adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
              gtk_box_append (self->groups, group);
            }
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_row (&shortcuts[i]));
          n++;
        }
    }

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "none");
}

/* Escape is the entry's before it is the dialog's. */
static void
stop_search_cb (TrellisShortcutsDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
trellis_shortcuts_dialog_class_init (TrellisShortcutsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/trellis_app/Trellis/ui/shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisShortcutsDialog, search);
  gtk_widget_class_bind_template_child (widget_class, TrellisShortcutsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TrellisShortcutsDialog, groups);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
trellis_shortcuts_dialog_init (TrellisShortcutsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
}

AdwDialog *
trellis_shortcuts_dialog_new (void)
{
  return g_object_new (TRELLIS_TYPE_SHORTCUTS_DIALOG, NULL);
}
