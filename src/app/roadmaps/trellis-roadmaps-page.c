/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-roadmaps-page.h"

#include "trellis-commands.h"
#include "trellis-roadmap-import.h"
#include "trellis-text.h"
#include "trellis-topic-path.h"
#include "trellis-topic-row.h"

#include <glib/gi18n-lib.h>

struct _TrellisRoadmapsPage
{
  TrellisPage parent_instance;

  GtkStack       *stack;
  GtkDropDown    *choice;
  GtkLabel       *figure;
  GtkProgressBar *bar;
  GtkEditable    *search;
  GtkListView    *view;
  GtkWidget      *tree_box;
  GtkWidget      *popover;  /* the menu of a topic */
  GtkWidget      *menu_row; /* weak: whose menu is open */

  gint64              roadmap_id; /* what is shown; 0: none */
  guint               index;      /* where it stands */
  guint               n_roadmaps;
  GListModel         *items; /* its topics, or NULL */
  GtkTreeListModel   *tree;
  GtkFilter          *filter;
  GtkSingleSelection *selection;
  char               *wanted;  /* folded: what is searched for */
  gboolean            showing; /* the choice is being filled */
};

G_DEFINE_FINAL_TYPE (TrellisRoadmapsPage, trellis_roadmaps_page, TRELLIS_TYPE_PAGE)

static TrellisSession *
get_session (TrellisRoadmapsPage *self)
{
  return trellis_page_get_session (TRELLIS_PAGE (self));
}

static const TrellisReport *
get_report (TrellisRoadmapsPage *self)
{
  return trellis_session_get_report (get_session (self));
}

/* The topic that the keyboard is on; none where only a name stands.
 * Returns: (transfer full) (nullable) */
static TrellisTopicItem *
get_topic (TrellisRoadmapsPage *self)
{
  GtkTreeListRow              *row = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (TrellisTopicItem) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return item != NULL && !trellis_topic_item_is_group (item) ? g_steal_pointer (&item) : NULL;
}

static GListModel *
create_children (gpointer item,
                 gpointer data)
{
  GListModel *children = trellis_topic_item_get_children (item);

  return children != NULL ? g_object_ref (children) : NULL;
}

/* A topic is shown when it, or one below it, is what is searched for. */
static gboolean
match (gpointer row,
       gpointer data)
{
  TrellisRoadmapsPage         *self = data;
  g_autoptr (TrellisTopicItem) item = NULL;

  item = gtk_tree_list_row_get_item (row);
  return self->wanted == NULL || trellis_topic_item_matches (item, self->wanted);
}

static void
show_items (TrellisRoadmapsPage *self)
{
  GtkFilterListModel *filtered;

  g_clear_object (&self->items);
  self->items = trellis_topic_items_new (get_report (self), self->roadmap_id);
  self->tree = gtk_tree_list_model_new (g_object_ref (self->items), FALSE, FALSE, create_children,
                                        NULL, NULL);
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (self->tree), g_object_ref (self->filter));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (filtered));
  g_object_unref (filtered);
}

static void
show_figure (TrellisRoadmapsPage *self)
{
  guint            done = 0;
  guint            all = 0;
  g_autofree char *figure = NULL;

  for (guint i = 0; i < get_report (self)->roadmap_topics->len; i++)
    {
      const TrellisRoadmapTopic *topic = get_report (self)->roadmap_topics->pdata[i];

      if (topic->roadmap_id != self->roadmap_id || topic->kind == TRELLIS_TOPIC_GROUP
          || topic->state == TRELLIS_TOPIC_SKIPPED)
        continue;
      all++;
      done += topic->state == TRELLIS_TOPIC_DONE;
    }

  figure = g_strdup_printf (_("%u of %u done"), done, all);
  gtk_label_set_label (self->figure, figure);
  gtk_progress_bar_set_fraction (self->bar, all > 0 ? (double) done / all : 0);
}

static guint
find_roadmap (const TrellisReport *report,
              gint64               id)
{
  for (guint i = 0; i < report->roadmaps->len; i++)
    if (((const TrellisRoadmap *) report->roadmaps->pdata[i])->base.id == id)
      return i;

  return report->roadmaps->len;
}

static void
show_choice (TrellisRoadmapsPage *self,
             guint                selected)
{
  const TrellisReport      *report = get_report (self);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < report->roadmaps->len; i++)
    gtk_string_list_append (titles, ((const TrellisRoadmap *) report->roadmaps->pdata[i])->title);

  self->showing = TRUE;
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->choice, selected);
  self->showing = FALSE;
}

/* What can be done with a roadmap, where there is one. */
static void
enable_actions (TrellisRoadmapsPage *self,
                gboolean             enabled)
{
  static const char *const actions[]
      = { "page.remove-roadmap", "page.add-to-have", "page.add-to-lack", "page.mark-todo",
          "page.mark-learning", "page.mark-done", "page.mark-skipped" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], enabled);
}

static void
show_empty (TrellisRoadmapsPage *self)
{
  self->roadmap_id = 0;
  self->n_roadmaps = 0;
  trellis_page_show_empty (TRELLIS_PAGE (self), self->stack);
}

/* Settles what is shown: the same roadmap, one that has just come, or what stands in its place.
 * Returns: whether it is another than before */
static gboolean
choose (TrellisRoadmapsPage *self)
{
  GPtrArray *roadmaps = get_report (self)->roadmaps;
  guint      index = find_roadmap (get_report (self), self->roadmap_id);
  gboolean   is_other;

  if (roadmaps->len > self->n_roadmaps)
    index = roadmaps->len - 1;
  else if (index == roadmaps->len)
    index = MIN (self->index, roadmaps->len - 1);

  is_other = ((const TrellisRoadmap *) roadmaps->pdata[index])->base.id != self->roadmap_id;
  self->roadmap_id = ((const TrellisRoadmap *) roadmaps->pdata[index])->base.id;
  self->index = index;
  self->n_roadmaps = roadmaps->len;
  return is_other;
}

static void
show (TrellisRoadmapsPage *self)
{
  const TrellisReport *report = get_report (self);
  gboolean             is_other;

  enable_actions (self, report->roadmaps->len > 0);
  if (report->roadmaps->len == 0)
    {
      show_empty (self);
      return;
    }

  is_other = choose (self);
  show_choice (self, self->index);
  if (is_other || self->items == NULL
      || !trellis_topic_items_update (self->items, report, self->roadmap_id))
    show_items (self);
  show_figure (self);
  gtk_stack_set_visible_child_name (self->stack, "tree");
}

static void
choice_cb (TrellisRoadmapsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice);

  if (self->showing || selected >= get_report (self)->roadmaps->len)
    return;

  self->roadmap_id
      = ((const TrellisRoadmap *) get_report (self)->roadmaps->pdata[selected])->base.id;
  self->index = selected;
  show_items (self);
  show_figure (self);
}

static gboolean
trellis_roadmaps_page_show_record (TrellisPage             *page,
                                   const TrellisRecordType *type,
                                   gint64                   id)
{
  TrellisRoadmapsPage       *self = TRELLIS_ROADMAPS_PAGE (page);
  const TrellisReport       *report = get_report (self);
  gboolean                   is_topic = type == &trellis_roadmap_topic_type;
  const TrellisRoadmapTopic *topic = is_topic ? trellis_report_find (report, type, id) : NULL;
  guint                      index = find_roadmap (report, topic != NULL ? topic->roadmap_id : id);

  if (index == report->roadmaps->len || (is_topic && topic == NULL))
    return FALSE;

  gtk_drop_down_set_selected (self->choice, index);
  gtk_editable_set_text (self->search, "");
  if (topic != NULL)
    return trellis_topic_path_show (self->view, self->tree, report, id);
  return gtk_widget_grab_focus (GTK_WIDGET (self->choice));
}

static void
expand_all (TrellisRoadmapsPage *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, i);

      gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

static void
search_cb (TrellisRoadmapsPage *self)
{
  g_free (self->wanted);
  self->wanted = trellis_text_fold (gtk_editable_get_text (self->search));
  if (*self->wanted != '\0' && self->tree != NULL)
    expand_all (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* Esc shows all topics again, and then goes back to them. */
static void
stop_search_cb (TrellisRoadmapsPage *self)
{
  if (*gtk_editable_get_text (self->search) != '\0')
    gtk_editable_set_text (self->search, "");
  else
    gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

static void
show_menu (TrellisRoadmapsPage *self,
           GtkWidget           *row)
{
  graphene_rect_t bounds;
  GdkRectangle    at;

  if (!gtk_widget_compute_bounds (row, self->tree_box, &bounds))
    return;

  g_set_weak_pointer (&self->menu_row, row);
  at = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                        (int) bounds.size.height };
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &at);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static gboolean
focus_topic_source (gpointer data)
{
  TrellisRoadmapsPage *self = data;

  if (self->menu_row != NULL && gtk_widget_get_mapped (self->menu_row))
    gtk_widget_grab_focus (self->menu_row);
  g_clear_weak_pointer (&self->menu_row);
  return G_SOURCE_REMOVE;
}

/* Only when the menu is gone can the focus be set. */
static void
menu_closed_cb (TrellisRoadmapsPage *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_topic_source, g_object_ref (self),
                   g_object_unref);
}

static void
menu_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  TrellisRoadmapsPage *self = TRELLIS_ROADMAPS_PAGE (widget);
  GtkWidget           *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    show_menu (self, focus);
}

static void
row_pressed_cb (GtkListItem *item,
                int          n_press,
                double       x,
                double       y,
                GtkGesture  *gesture)
{
  GtkWidget           *row = gtk_list_item_get_child (item);
  TrellisRoadmapsPage *self
      = TRELLIS_ROADMAPS_PAGE (gtk_widget_get_ancestor (row, TRELLIS_TYPE_ROADMAPS_PAGE));

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (item));
  gtk_widget_grab_focus (row);
  show_menu (self, row);
}

static void
set_state (TrellisRoadmapsPage *self,
           TrellisTopicState    state)
{
  g_autoptr (TrellisTopicItem) topic = get_topic (self);
  GError                      *error = NULL;

  if (topic == NULL)
    return;

  trellis_commands_set_topic_state (trellis_session_get_store (get_session (self)),
                                    trellis_topic_item_get_id (topic), state, &error);
  trellis_session_report_error (get_session (self), error);
}

/* Marks the topic done, or to do again. */
static void
activate_cb (TrellisRoadmapsPage *self)
{
  g_autoptr (TrellisTopicItem) topic = get_topic (self);

  if (topic != NULL)
    set_state (self, trellis_topic_item_get_state (topic) == TRELLIS_TOPIC_DONE
                         ? TRELLIS_TOPIC_TODO
                         : TRELLIS_TOPIC_DONE);
}

static void
mark_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  static const char *const actions[]
      = { "page.mark-todo", "page.mark-learning", "page.mark-done", "page.mark-skipped" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (action, actions[i]))
      set_state (TRELLIS_ROADMAPS_PAGE (widget), (TrellisTopicState) i);
}

static gboolean
key_cb (TrellisRoadmapsPage *self,
        guint                keyval,
        guint                keycode,
        GdkModifierType      state)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (row == NULL || (state & gtk_accelerator_get_default_mod_mask () & ~GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      activate_cb (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_1:
    case GDK_KEY_2:
    case GDK_KEY_3:
    case GDK_KEY_4:
      set_state (self, (TrellisTopicState) (keyval - GDK_KEY_1));
      return GDK_EVENT_STOP;
    case GDK_KEY_plus:
    case GDK_KEY_KP_Add:
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      gtk_tree_list_row_set_expanded (row, keyval == GDK_KEY_plus || keyval == GDK_KEY_KP_Add);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
add_to_skills_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  TrellisRoadmapsPage         *self = TRELLIS_ROADMAPS_PAGE (widget);
  g_autoptr (TrellisTopicItem) topic = get_topic (self);
  TrellisStandingList          list = g_str_equal (action, "page.add-to-have")
                                          ? TRELLIS_STANDING_HAVE
                                          : TRELLIS_STANDING_LACK;
  GError                      *error = NULL;

  if (topic == NULL)
    return;

  trellis_commands_add_topic_to_skills (trellis_session_get_store (get_session (self)),
                                        trellis_topic_item_get_id (topic), list, NULL, &error);
  trellis_session_report_error (get_session (self), error);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  TrellisRoadmapsPage *self = TRELLIS_ROADMAPS_PAGE (widget);
  GError              *error = NULL;

  if (self->roadmap_id == 0)
    return;

  trellis_commands_delete (trellis_session_get_store (get_session (self)), &trellis_roadmap_type,
                           self->roadmap_id, &error);
  trellis_session_report_error (get_session (self), error);
}

static void
import_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  trellis_roadmap_import_choose (TRELLIS_PAGE (widget));
}

static void
setup_cb (TrellisRoadmapsPage *self,
          GtkListItem         *item)
{
  GtkWidget  *row = trellis_topic_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (row_pressed_cb), item, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));

  /* The expander in the row takes the focus, and its keys. */
  gtk_list_item_set_focusable (item, FALSE);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (TrellisRoadmapsPage *self,
         GtkListItem         *item)
{
  trellis_topic_row_bind (TRELLIS_TOPIC_ROW (gtk_list_item_get_child (item)),
                          gtk_list_item_get_item (item));
}

static void
unbind_cb (TrellisRoadmapsPage *self,
           GtkListItem         *item)
{
  trellis_topic_row_bind (TRELLIS_TOPIC_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
trellis_roadmaps_page_update (TrellisPage               *page,
                              const TrellisAnnouncement *announcement)
{
  if (announcement == NULL || announcement->cause == TRELLIS_CAUSE_OTHER
      || trellis_announcement_touches (announcement, &trellis_roadmap_type)
      || trellis_announcement_touches (announcement, &trellis_roadmap_topic_type))
    show (TRELLIS_ROADMAPS_PAGE (page));
}

static void
trellis_roadmaps_page_add (TrellisPage *page)
{
  trellis_roadmap_import_choose (page);
}

static void
trellis_roadmaps_page_constructed (GObject *object)
{
  TrellisRoadmapsPage *self = TRELLIS_ROADMAPS_PAGE (object);
  GtkListItemFactory  *factory = gtk_signal_list_item_factory_new ();
  GtkEventController  *keys = gtk_event_controller_key_new ();

  G_OBJECT_CLASS (trellis_roadmaps_page_parent_class)->constructed (object);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
  g_object_unref (factory);

  gtk_widget_set_parent (self->popover, self->tree_box);
  self->filter = GTK_FILTER (gtk_custom_filter_new (match, self, NULL));
  self->selection = gtk_single_selection_new (NULL);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

static void
trellis_roadmaps_page_dispose (GObject *object)
{
  TrellisRoadmapsPage *self = TRELLIS_ROADMAPS_PAGE (object);

  g_clear_weak_pointer (&self->menu_row);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->items);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (trellis_roadmaps_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.import-roadmap", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "page.remove-roadmap", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "page.add-to-have", NULL, add_to_skills_cb);
  gtk_widget_class_install_action (widget_class, "page.add-to-lack", NULL, add_to_skills_cb);
  gtk_widget_class_install_action (widget_class, "page.mark-todo", NULL, mark_cb);
  gtk_widget_class_install_action (widget_class, "page.mark-learning", NULL, mark_cb);
  gtk_widget_class_install_action (widget_class, "page.mark-done", NULL, mark_cb);
  gtk_widget_class_install_action (widget_class, "page.mark-skipped", NULL, mark_cb);
  gtk_widget_class_install_action (widget_class, "page.topic-menu", NULL, menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK,
                                       "page.topic-menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "page.topic-menu", NULL);
}

static void
trellis_roadmaps_page_class_init (TrellisRoadmapsPageClass *klass)
{
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  TrellisPageClass *page_class = TRELLIS_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = trellis_roadmaps_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = trellis_roadmaps_page_dispose;
  page_class->update = trellis_roadmaps_page_update;
  page_class->show_record = trellis_roadmaps_page_show_record;
  page_class->add = trellis_roadmaps_page_add;

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/trellis_app/Trellis/ui/roadmaps-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisRoadmapsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrellisRoadmapsPage, choice);
  gtk_widget_class_bind_template_child (widget_class, TrellisRoadmapsPage, figure);
  gtk_widget_class_bind_template_child (widget_class, TrellisRoadmapsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, TrellisRoadmapsPage, search);
  gtk_widget_class_bind_template_child (widget_class, TrellisRoadmapsPage, view);
  gtk_widget_class_bind_template_child (widget_class, TrellisRoadmapsPage, tree_box);
  gtk_widget_class_bind_template_child (widget_class, TrellisRoadmapsPage, popover);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
trellis_roadmaps_page_init (TrellisRoadmapsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
