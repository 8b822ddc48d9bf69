/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-view.h"

#include "trellis-page-shelf.h"
#include "trellis-pages-table.h"
#include "trellis-recent-menu.h"
#include "trellis-search-results.h"
#include "trellis-sidebar-row.h"

#include <glib/gi18n-lib.h>

struct _TrellisReportView
{
  AdwNavigationPage parent_instance;

  TrellisSession   *session;
  TrellisPageShelf *pages;
  GPtrArray        *entries;
  char             *page_name;
  char             *next_page; /* to be shown when another report is opened, or NULL */
  gint64            report_id;
  gboolean          narrow;
  gboolean          sidebar_hidden;
  gboolean          filling; /* the list is being made */
  GtkWidget        *left;    /* weak: what had the focus on the page when the sidebar took it */

  AdwNavigationSplitView *split;
  GtkSearchBar           *search_bar;
  GtkSearchEntry         *search_entry;
  GtkStack               *sidebar;
  TrellisSearchResults   *results;
  GtkListBox             *list;
  GtkLabel               *report_title;
  GtkLabel               *report_state;
  GtkProgressBar         *report_bar;
  GtkMenuButton          *primary_button;
  GtkMenuButton          *report_button;
  GMenuModel             *primary_menu;
  GMenuModel             *report_menu;
  GMenu                  *recent;
};

G_DEFINE_FINAL_TYPE (TrellisReportView, trellis_report_view, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  PROP_0,
  PROP_PAGE_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const TrellisPageEntry *
find_entry (TrellisReportView *self,
            const char        *name,
            guint             *index)
{
  for (guint i = 0; self->entries != NULL && i < self->entries->len; i++)
    {
      const TrellisPageEntry *entry = self->entries->pdata[i];

      if (g_str_equal (entry->name, name))
        {
          *index = i;
          return entry;
        }
    }

  return NULL;
}

static TrellisPage *
create_page (TrellisReportView      *self,
             const TrellisPageEntry *entry)
{
  TrellisPage *page
      = trellis_page_shelf_build (self->pages, entry->name, entry->section_id, self->session);

  g_object_bind_property (self->split, "collapsed", page, "collapsed", G_BINDING_SYNC_CREATE);
  trellis_page_update (page, NULL);
  return page;
}

static void
update_collapsed (TrellisReportView *self)
{
  adw_navigation_split_view_set_collapsed (self->split, self->narrow || self->sidebar_hidden);
}

static void
select_entry (TrellisReportView *self)
{
  guint index = 0;

  if (self->page_name == NULL || find_entry (self, self->page_name, &index) == NULL)
    return;

  self->filling = TRUE;
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) index));
  self->filling = FALSE;
}

/* As many rows as there are pages. Those that are there stay: to make them all anew would take most
 * of the time that another report needs. */
static void
fit_list (TrellisReportView *self)
{
  GtkListBoxRow *row;
  guint          n = 0;

  self->filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) n)) != NULL)
    if (n < self->entries->len)
      n++;
    else
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (; n < self->entries->len; n++)
    gtk_list_box_append (self->list, trellis_sidebar_row_new ());
  self->filling = FALSE;
}

static void
show_head (TrellisReportView *self)
{
  const TrellisReport *report = trellis_session_get_report (self->session);
  const TrellisCheck  *check = trellis_session_get_check (self->session);
  guint                met = 0, all = 0;
  g_autofree char     *state = NULL;

  gtk_label_set_label (self->report_title, report->title);
  gtk_widget_set_opacity (GTK_WIDGET (self->report_state), check != NULL ? 1 : 0);
  if (check == NULL)
    return;

  trellis_check_count (check, &met, &all);
  /* Translators: how many criteria of the course are met. */
  state = g_strdup_printf (_("%u of %u met"), met, all);
  gtk_label_set_label (self->report_state, state);
  gtk_progress_bar_set_fraction (self->report_bar, all > 0 ? (double) met / all : 0);
}

/* The sidebar, as the report and its criteria are now. */
static void
update (TrellisReportView *self)
{
  const TrellisReport *report = trellis_session_get_report (self->session);
  GPtrArray           *entries;
  gboolean             same;

  if (report == NULL)
    return;

  entries = trellis_page_entries (report, trellis_session_get_check (self->session));
  same = trellis_page_entries_name_the_same (self->entries, entries);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = entries;
  if (!same)
    fit_list (self);

  for (guint i = 0; i < entries->len; i++)
    trellis_sidebar_row_show (
        TRELLIS_SIDEBAR_ROW (gtk_list_box_get_row_at_index (self->list, (int) i)),
        entries->pdata[i]);
  if (!same)
    {
      gtk_list_box_invalidate_headers (self->list);
      select_entry (self);
    }
  show_head (self);
}

static void
fill_recent_cb (TrellisReportView *self)
{
  trellis_recent_menu_fill (self->recent, self->session);
}

static void
opened_cb (TrellisReportView *self)
{
  const char *next;

  if (trellis_session_get_report_id (self->session) == self->report_id)
    return;

  self->report_id = trellis_session_get_report_id (self->session);
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  trellis_page_shelf_drop_texts (self->pages);
  if (self->report_id == 0)
    return;

  update (self);
  /* Before the pages hear of it: the one that goes need not take the report over. */
  next = self->next_page != NULL ? self->next_page : self->page_name;
  trellis_report_view_show_page (self, next != NULL ? next : "overview");
  g_clear_pointer (&self->next_page, g_free);
  trellis_page_shelf_drop_others (self->pages, trellis_report_view_get_page (self));
  adw_navigation_split_view_set_show_content (self->split, FALSE);
}

/* A text section that is gone takes its page with it. A plan that was begun is gone on with. */
static void
checked_cb (TrellisReportView *self)
{
  g_autofree char *plan = NULL;
  guint            index;

  update (self);
  if (self->page_name == NULL || self->entries == NULL
      || find_entry (self, self->page_name, &index) != NULL)
    return;

  plan = trellis_page_name_resolve (trellis_session_get_report (self->session), self->page_name);
  trellis_report_view_show_page (self, plan != NULL ? plan : "overview");
}

static void
row_selected_cb (TrellisReportView *self,
                 GtkListBoxRow     *row)
{
  if (row != NULL && !self->filling)
    trellis_report_view_show_page (
        self, ((TrellisPageEntry *) self->entries->pdata[gtk_list_box_row_get_index (row)])->name);
}

static void
row_activated_cb (TrellisReportView *self)
{
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (trellis_report_view_get_page (self)));
}

static void
enter_sidebar (TrellisReportView *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  adw_navigation_split_view_set_show_content (self->split, FALSE);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
enter_page (TrellisReportView *self)
{
  GtkWidget *page = GTK_WIDGET (trellis_report_view_get_page (self));

  adw_navigation_split_view_set_show_content (self->split, TRUE);
  if (self->left != NULL && gtk_widget_is_ancestor (self->left, page)
      && gtk_widget_grab_focus (self->left))
    return;

  gtk_widget_grab_focus (page);
}

/* What is typed begins a search, except in the matrix, where letters toggle. */
static void
update_capture (TrellisReportView *self)
{
  gboolean typed = g_strcmp0 (self->page_name, "matrix") != 0;

  gtk_search_bar_set_key_capture_widget (self->search_bar, typed ? GTK_WIDGET (self) : NULL);
}

static void
search_mode_cb (TrellisReportView *self)
{
  gboolean searching = gtk_search_bar_get_search_mode (self->search_bar);

  if (self->session == NULL)
    return;

  gtk_stack_set_visible_child_name (self->sidebar, searching ? "results" : "pages");
  if (searching)
    adw_navigation_split_view_set_show_content (self->split, FALSE);
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    enter_page (self);
}

static void
search_changed_cb (TrellisReportView *self)
{
  trellis_search_results_search (self->results,
                                 gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
search_activate_cb (TrellisReportView *self)
{
  search_changed_cb (self);
  trellis_search_results_activate_first (self->results);
}

static void
end_search_cb (TrellisReportView *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
header_func (GtkListBoxRow *row,
             GtkListBoxRow *before,
             gpointer       data)
{
  TrellisPageGroup group = trellis_sidebar_row_get_group (TRELLIS_SIDEBAR_ROW (row));
  TrellisPageGroup above
      = before != NULL ? trellis_sidebar_row_get_group (TRELLIS_SIDEBAR_ROW (before)) : group;
  const char *title = trellis_page_group_title (group);
  GtkWidget  *header = NULL;

  if (group != above && title != NULL)
    {
      header = gtk_label_new (title);
      gtk_label_set_xalign (GTK_LABEL (header), 0);
      gtk_widget_add_css_class (header, "sidebar-heading");
    }
  else if (group != above)
    header = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_list_box_row_set_header (row, header);
}

static void
trellis_report_view_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (property_id == PROP_PAGE_NAME)
    g_value_set_string (value, TRELLIS_REPORT_VIEW (object)->page_name);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
trellis_report_view_dispose (GObject *object)
{
  TrellisReportView *self = TRELLIS_REPORT_VIEW (object);

  g_clear_weak_pointer (&self->left);
  g_clear_pointer (&self->pages, trellis_page_shelf_free);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->page_name, g_free);
  g_clear_pointer (&self->next_page, g_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (trellis_report_view_parent_class)->dispose (object);
}

static void
trellis_report_view_class_init (TrellisReportViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = trellis_report_view_get_property;
  object_class->dispose = trellis_report_view_dispose;

  properties[PROP_PAGE_NAME] = g_param_spec_string ("page-name", NULL, NULL, NULL,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TRELLIS_TYPE_SEARCH_RESULTS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/trellis_app/Trellis/ui/report-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisReportView, split);
  gtk_widget_class_bind_template_child (widget_class, TrellisReportView, list);
  gtk_widget_class_bind_template_child (widget_class, TrellisReportView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TrellisReportView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TrellisReportView, sidebar);
  gtk_widget_class_bind_template_child (widget_class, TrellisReportView, results);
  gtk_widget_class_bind_template_child (widget_class, TrellisReportView, report_title);
  gtk_widget_class_bind_template_child (widget_class, TrellisReportView, report_state);
  gtk_widget_class_bind_template_child (widget_class, TrellisReportView, report_bar);
  gtk_widget_class_bind_template_child (widget_class, TrellisReportView, primary_button);
  gtk_widget_class_bind_template_child (widget_class, TrellisReportView, report_button);
  gtk_widget_class_bind_template_child (widget_class, TrellisReportView, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, TrellisReportView, report_menu);
  gtk_widget_class_bind_template_child (widget_class, TrellisReportView, recent);
  gtk_widget_class_bind_template_callback (widget_class, fill_recent_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_search_cb);
}

static void
trellis_report_view_init (TrellisReportView *self)
{
  self->pages = trellis_page_shelf_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_func, NULL, NULL);
  trellis_menu_button_set_menu (self->primary_button, self->primary_menu);
  trellis_menu_button_set_menu (self->report_button, self->report_menu);
}

/* Once. */
void
trellis_report_view_set_session (TrellisReportView *self,
                                 TrellisSession    *session)
{
  g_return_if_fail (TRELLIS_IS_REPORT_VIEW (self) && self->session == NULL);

  self->session = g_object_ref (session);
  trellis_search_results_set_session (self->results, session);
  g_signal_connect_object (session, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "checked", G_CALLBACK (checked_cb), self, G_CONNECT_SWAPPED);
}

/* Whether the window is too narrow for two panes. */
void
trellis_report_view_set_narrow (TrellisReportView *self,
                                gboolean           narrow)
{
  g_return_if_fail (TRELLIS_IS_REPORT_VIEW (self));

  self->narrow = narrow;
  update_collapsed (self);
}

/* Hides the sidebar, or brings it back; in a narrow window it goes there and back. */
void
trellis_report_view_toggle_sidebar (TrellisReportView *self)
{
  g_return_if_fail (TRELLIS_IS_REPORT_VIEW (self));

  if (self->narrow)
    adw_navigation_split_view_set_show_content (
        self->split, !adw_navigation_split_view_get_show_content (self->split));
  else
    {
      self->sidebar_hidden = !self->sidebar_hidden;
      adw_navigation_split_view_set_show_content (self->split, TRUE);
      update_collapsed (self);
    }
}

/* Takes the focus from the page to its row in the sidebar, or back to where it was. */
void
trellis_report_view_switch_pane (TrellisReportView *self)
{
  GtkWidget *focus, *page;

  g_return_if_fail (TRELLIS_IS_REPORT_VIEW (self));

  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  page = GTK_WIDGET (trellis_report_view_get_page (self));
  if (page == NULL)
    return;

  if (focus != NULL && gtk_widget_is_ancestor (focus, page))
    {
      g_set_weak_pointer (&self->left, focus);
      enter_sidebar (self);
    }
  else
    enter_page (self);
}

const char *
trellis_report_view_get_page_name (TrellisReportView *self)
{
  g_return_val_if_fail (TRELLIS_IS_REPORT_VIEW (self), NULL);

  return self->page_name;
}

/* Returns: (transfer none) (nullable): the page that is shown */
TrellisPage *
trellis_report_view_get_page (TrellisReportView *self)
{
  g_return_val_if_fail (TRELLIS_IS_REPORT_VIEW (self), NULL);

  return self->page_name != NULL ? trellis_page_shelf_find (self->pages, self->page_name) : NULL;
}

/* The page with which the report begins that is opened next, in place of the one that is shown now.
 * @name: (nullable) */
void
trellis_report_view_set_next_page (TrellisReportView *self,
                                   const char        *name)
{
  g_return_if_fail (TRELLIS_IS_REPORT_VIEW (self));

  g_set_str (&self->next_page, name);
}

/**
 * trellis_report_view_show_page:
 * @name: one that the report does not have stands for "overview"
 *
 * Goes to the page, also where the window shows one pane at a time.
 *
 * Returns: (transfer none): the page
 */
TrellisPage *
trellis_report_view_show_page (TrellisReportView *self,
                               const char        *name)
{
  guint                   index = 0;
  const TrellisPageEntry *entry;
  TrellisPage            *page;

  g_return_val_if_fail (TRELLIS_IS_REPORT_VIEW (self), NULL);
  g_return_val_if_fail (self->entries != NULL, NULL);

  entry = find_entry (self, name, &index);
  if (entry == NULL)
    entry = self->entries->pdata[0];

  page = trellis_page_shelf_find (self->pages, entry->name);
  if (page == NULL)
    page = create_page (self, entry);
  adw_navigation_split_view_set_content (self->split, ADW_NAVIGATION_PAGE (page));
  adw_navigation_split_view_set_show_content (self->split, TRUE);

  if (g_set_str (&self->page_name, entry->name))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE_NAME]);
  update_capture (self);
  select_entry (self);
  return page;
}

/**
 * trellis_report_view_show_record:
 * @page_name: (nullable): where to look; %NULL: where the record is edited
 *
 * Goes to the page with the record, and to the record on it.
 */
void
trellis_report_view_show_record (TrellisReportView       *self,
                                 const char              *page_name,
                                 const TrellisRecordType *type,
                                 gint64                   id)
{
  const TrellisReport *report;
  g_autofree char     *name = g_strdup (page_name);

  g_return_if_fail (TRELLIS_IS_REPORT_VIEW (self));

  report = trellis_session_get_report (self->session);
  if (report == NULL)
    return;

  if (name == NULL)
    name = trellis_page_name_for_record (report, type, id);
  update (self);
  if (name != NULL)
    trellis_page_show_record (trellis_report_view_show_page (self, name), type, id);
}

/**
 * trellis_report_view_show_place:
 * @field: (nullable): one of the record's texts
 * @word: (nullable): what to select in it
 *
 * Goes to the record, and there to the text, where it can be edited.
 */
void
trellis_report_view_show_place (TrellisReportView       *self,
                                const TrellisRecordType *type,
                                gint64                   id,
                                const char              *field,
                                const char              *word)
{
  g_return_if_fail (TRELLIS_IS_REPORT_VIEW (self));

  trellis_report_view_show_record (self, NULL, type, id);
  if (field != NULL && trellis_report_view_get_page (self) != NULL)
    trellis_page_show_text (trellis_report_view_get_page (self), type, id, field, word);
}

/* Begins a search in the report: the sidebar comes up for it. */
void
trellis_report_view_search (TrellisReportView *self)
{
  g_return_if_fail (TRELLIS_IS_REPORT_VIEW (self));

  adw_navigation_split_view_set_show_content (self->split, FALSE);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
