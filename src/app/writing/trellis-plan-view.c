/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-plan-view.h"

#include "trellis-plan-row.h"
#include "trellis-text-row.h"

#include <glib/gi18n-lib.h>

/* The parts of one kind, in a list with an entry as its last row. */
typedef struct
{
  TrellisPlanView *view;
  TrellisPlanKind  kind;
  GtkListBox      *list;
  GtkWidget       *add;
  GPtrArray       *rows; /* TrellisPlanRow */
} Group;

/* Text that is edited as it stands. */
typedef struct
{
  TrellisPlanView *view;
  TrellisPlanKind  kind;
  guint            index;
  GtkWidget       *row; /* TrellisTextRow */
} Text;

struct _TrellisPlanView
{
  AdwBin parent_instance;

  TrellisPlanEditor *editor; /* NULL: nothing is shown yet */
  GtkBox            *box;
  Text              *about;
  Group             *groups[TRELLIS_PLAN_N_KINDS];
  GtkWidget         *others; /* AdwPreferencesGroup */
  GtkListBox        *others_list;
  GPtrArray         *texts; /* Text */
  GtkWidget         *last;  /* where something can be typed that had the focus last, or NULL */
};

G_DEFINE_FINAL_TYPE (TrellisPlanView, trellis_plan_view, ADW_TYPE_BIN)

static char *
compose (const char *typed,
         gpointer    data)
{
  const Text *text = data;

  return trellis_plan_editor_compose (text->view->editor, text->kind, text->index,
                                      TRELLIS_PLAN_BODY, typed);
}

static Text *
text_new (TrellisPlanView *self,
          TrellisPlanKind  kind,
          guint            index)
{
  Text *text = g_new0 (Text, 1);

  text->view = self;
  text->kind = kind;
  text->index = index;
  text->row = trellis_text_row_new (kind == TRELLIS_PLAN_ABOUT ? _("About the Skill") : _("Text"));
  trellis_text_row_bind (TRELLIS_TEXT_ROW (text->row),
                         trellis_plan_editor_get_session (self->editor), &trellis_section_type,
                         "text");
  trellis_text_row_set_compose (TRELLIS_TEXT_ROW (text->row), compose, text);
  return text;
}

static void
text_update (Text *text)
{
  TrellisPlanEditor     *editor = text->view->editor;
  const TrellisPlan     *plan = trellis_plan_editor_get_plan (editor);
  const TrellisPlanPart *part = trellis_plan_get (plan, text->kind, text->index);
  g_autofree char       *value
      = trellis_plan_editor_get (editor, text->kind, text->index, TRELLIS_PLAN_BODY);

  if (text->kind == TRELLIS_PLAN_TEXT && part != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (text->row),
                                   part->heading != NULL && *part->heading != '\0'
                                       ? part->heading
                                       : _("Text"));
  trellis_text_row_show (TRELLIS_TEXT_ROW (text->row), trellis_plan_editor_get_section (editor),
                         value);
}

static void
expanded_cb (Group          *group,
             GParamSpec     *pspec,
             AdwExpanderRow *opened)
{
  if (!adw_expander_row_get_expanded (opened))
    return;

  for (guint i = 0; i < group->rows->len; i++)
    if (group->rows->pdata[i] != opened)
      adw_expander_row_set_expanded (group->rows->pdata[i], FALSE);
}

/* Each row stays where it is and shows another part; being open and the focus go with the part. */
static void
moved_cb (Group          *group,
          int             by,
          TrellisPlanRow *row)
{
  guint           index;
  AdwExpanderRow *there;
  gboolean        open = adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row));

  if (!g_ptr_array_find (group->rows, row, &index))
    return;

  there = group->rows->pdata[(int) index + by];
  if (open)
    {
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), FALSE);
      adw_expander_row_set_expanded (there, TRUE);
    }
  gtk_widget_grab_focus (GTK_WIDGET (there));
}

static void
deleted_cb (Group          *group,
            TrellisPlanRow *row)
{
  guint index;

  if (g_ptr_array_find (group->rows, row, &index))
    {
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), FALSE);
      gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  else if (group->rows->len > 0)
    gtk_widget_grab_focus (group->rows->pdata[group->rows->len - 1]);
  else
    gtk_widget_grab_focus (group->add);
}

static void
add_row (Group *group)
{
  GtkWidget *row
      = trellis_plan_row_new (group->view->editor, group->kind, group->rows->len);

  g_signal_connect_swapped (row, "notify::expanded", G_CALLBACK (expanded_cb), group);
  g_signal_connect_swapped (row, "moved", G_CALLBACK (moved_cb), group);
  g_signal_connect_swapped (row, "deleted", G_CALLBACK (deleted_cb), group);
  gtk_list_box_insert (group->list, row, (int) group->rows->len);
  g_ptr_array_add (group->rows, row);
}

static void
group_update (Group *group)
{
  guint n = trellis_plan_count (trellis_plan_editor_get_plan (group->view->editor), group->kind);

  while (group->rows->len > n)
    {
      gtk_list_box_remove (group->list, group->rows->pdata[group->rows->len - 1]);
      g_ptr_array_remove_index (group->rows, group->rows->len - 1);
    }
  for (guint i = 0; i < group->rows->len; i++)
    trellis_plan_row_update (group->rows->pdata[i]);
  while (group->rows->len < n)
    add_row (group);
}

/* A goal goes on with its parts; of other things one adds several. */
static void
add_cb (Group *group)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (group->add))));

  if (*name == '\0' || !trellis_plan_editor_add (group->view->editor, group->kind, name))
    return;

  gtk_editable_set_text (GTK_EDITABLE (group->add), "");
  group_update (group);
  if (group->kind == TRELLIS_PLAN_GOAL && group->rows->len > 0)
    trellis_plan_row_open_fields (group->rows->pdata[group->rows->len - 1]);
}

static GtkWidget *
create_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return list;
}

static GtkWidget *
create_group (TrellisPlanView *self,
              const char      *title,
              const char      *description,
              GtkWidget       *list)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
  gtk_box_append (self->box, group);
  return group;
}

static void
add_group (TrellisPlanView *self,
           TrellisPlanKind  kind,
           const char      *title,
           const char      *description,
           const char      *add_title)
{
  Group *group = g_new0 (Group, 1);

  group->view = self;
  group->kind = kind;
  group->rows = g_ptr_array_new ();
  group->list = GTK_LIST_BOX (create_list (title));
  group->add = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (group->add), add_title);
  gtk_editable_set_enable_undo (GTK_EDITABLE (group->add), FALSE);
  g_signal_connect_swapped (group->add, "entry-activated", G_CALLBACK (add_cb), group);
  gtk_list_box_append (group->list, group->add);
  create_group (self, title, description, GTK_WIDGET (group->list));
  self->groups[kind] = group;
}

static void
fill (TrellisPlanView *self)
{
  GtkWidget *list = create_list (_("About the Skill"));

  self->about = text_new (self, TRELLIS_PLAN_ABOUT, 0);
  gtk_list_box_append (GTK_LIST_BOX (list), self->about->row);
  create_group (self, NULL, NULL, list);

  add_group (self, TRELLIS_PLAN_GOAL, _("Goals"),
             _("Two are enough, if each is specific, measurable, achievable, relevant and "
               "time-bound."),
             _("Add Goal"));
  add_group (self, TRELLIS_PLAN_MILESTONE, _("Milestones"),
             _("What will be reached, and by when."), _("Add Milestone"));
  add_group (self, TRELLIS_PLAN_RESOURCE, _("Resources"),
             _("Courses, books and people to learn from."), _("Add Resource"));
  add_group (self, TRELLIS_PLAN_MEASURE, _("Measures"),
             _("What shows that you get on, and how you keep track of it."), _("Add Measure"));

  self->others_list = GTK_LIST_BOX (create_list (_("Other Text")));
  self->others = create_group (self, _("Other Text"), NULL, GTK_WIDGET (self->others_list));
}

static void
update_texts (TrellisPlanView *self)
{
  guint n = trellis_plan_count (trellis_plan_editor_get_plan (self->editor), TRELLIS_PLAN_TEXT);

  while (self->texts->len > n)
    {
      Text *last = self->texts->pdata[self->texts->len - 1];

      gtk_list_box_remove (self->others_list, last->row);
      g_ptr_array_remove_index (self->texts, self->texts->len - 1);
    }
  while (self->texts->len < n)
    {
      Text *text = text_new (self, TRELLIS_PLAN_TEXT, self->texts->len);

      gtk_list_box_append (self->others_list, text->row);
      g_ptr_array_add (self->texts, text);
    }
  for (guint i = 0; i < self->texts->len; i++)
    text_update (self->texts->pdata[i]);
  gtk_widget_set_visible (self->others, n > 0);
}

static void
focus_cb (TrellisPlanView *self,
          GParamSpec      *pspec,
          GtkRoot         *root)
{
  GtkWidget *focus = gtk_root_get_focus (root);

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self))
      && (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus)))
    g_set_weak_pointer (&self->last, focus);
}

static void
trellis_plan_view_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (trellis_plan_view_parent_class)->root (widget);

  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (focus_cb), widget, G_CONNECT_SWAPPED);
}

static void
trellis_plan_view_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_cb, widget);

  GTK_WIDGET_CLASS (trellis_plan_view_parent_class)->unroot (widget);
}

static gboolean
trellis_plan_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
group_free (Group *group)
{
  g_ptr_array_unref (group->rows);
  g_free (group);
}

/* The rows refer to what is freed here: they go first. */
static void
trellis_plan_view_dispose (GObject *object)
{
  TrellisPlanView *self = TRELLIS_PLAN_VIEW (object);

  g_clear_weak_pointer (&self->last);
  adw_bin_set_child (ADW_BIN (self), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (self->groups); i++)
    g_clear_pointer (&self->groups[i], group_free);
  g_clear_pointer (&self->about, g_free);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (trellis_plan_view_parent_class)->dispose (object);
}

static void
trellis_plan_view_class_init (TrellisPlanViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_plan_view_dispose;
  widget_class->root = trellis_plan_view_root;
  widget_class->unroot = trellis_plan_view_unroot;
  widget_class->grab_focus = trellis_plan_view_grab_focus;
}

static void
trellis_plan_view_init (TrellisPlanView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "page-body");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 800);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 560);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->box));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/* Shows the plan as it is now; it is the same one each time. */
void
trellis_plan_view_show (TrellisPlanView *self,
                        TrellisSession  *session,
                        gint64           section_id)
{
  g_return_if_fail (TRELLIS_IS_PLAN_VIEW (self));

  if (self->editor == NULL)
    {
      self->editor = trellis_plan_editor_new (session, section_id);
      fill (self);
    }

  text_update (self->about);
  for (guint i = 0; i < G_N_ELEMENTS (self->groups); i++)
    if (self->groups[i] != NULL)
      group_update (self->groups[i]);
  update_texts (self);
}

/* Goes to where a goal is named. */
void
trellis_plan_view_add (TrellisPlanView *self)
{
  g_return_if_fail (TRELLIS_IS_PLAN_VIEW (self));

  if (self->groups[TRELLIS_PLAN_GOAL] != NULL)
    gtk_widget_grab_focus (self->groups[TRELLIS_PLAN_GOAL]->add);
}

static void
insert_into_entry (GtkEditable *entry,
                   const char  *text)
{
  const char      *before = gtk_editable_get_text (entry);
  g_autofree char *spaced = g_strconcat (
      *before != '\0' && !g_str_has_suffix (before, " ") ? " " : "", text, NULL);
  int end = -1;

  gtk_editable_insert_text (entry, spaced, -1, &end);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_position (entry, -1);
}

/* Puts the text where something was typed last, or into a goal to be added. */
void
trellis_plan_view_insert (TrellisPlanView *self,
                          const char      *text)
{
  g_return_if_fail (TRELLIS_IS_PLAN_VIEW (self));

  if (self->last == NULL || !gtk_widget_get_mapped (self->last))
    insert_into_entry (GTK_EDITABLE (self->groups[TRELLIS_PLAN_GOAL]->add), text);
  else if (GTK_IS_TEXT_VIEW (self->last))
    trellis_text_view_insert (GTK_TEXT_VIEW (self->last), text);
  else
    insert_into_entry (GTK_EDITABLE (self->last), text);
}
