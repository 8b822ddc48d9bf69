/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-text-page.h"

#include "trellis-count.h"
#include "trellis-facts-pane.h"
#include "trellis-pages-table.h"
#include "trellis-plan-view.h"
#include "trellis-text-field.h"

#include <glib/gi18n-lib.h>

/* A longer text is counted when it is checked, not at each key. */
#define MAX_LIVE 65536

struct _TrellisTextPage
{
  TrellisPage parent_instance;

  gint64            section_id;
  TrellisTextField *field;  /* owned by the view */
  int               status; /* TrellisCriterionStatus of the sentences; -1: not counted yet */

  AdwMultiLayoutView  *layouts;
  AdwOverlaySplitView *split;
  AdwBottomSheet      *sheet;
  AdwViewStack        *stack;
  GtkWidget           *writing;
  GtkWidget           *switcher;
  TrellisPlanView     *plan;
  GtkTextView         *view;
  GtkLabel            *questions;
  TrellisFactsPane    *facts;
  GtkLabel            *state;
  GtkLabel            *sheet_state;
};

G_DEFINE_FINAL_TYPE (TrellisTextPage, trellis_text_page, TRELLIS_TYPE_PAGE)

static const TrellisSection *
get_section (TrellisTextPage *self)
{
  const TrellisReport *report
      = trellis_session_get_report (trellis_page_get_session (TRELLIS_PAGE (self)));

  return trellis_report_find (report, &trellis_section_type, self->section_id);
}

/* What the criteria say about this section: “7 of 5–10 sentences.” */
static char *
describe (TrellisTextPage      *self,
          const TrellisSection *section)
{
  const TrellisCheck *check
      = trellis_session_get_check (trellis_page_get_session (TRELLIS_PAGE (self)));
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  g_auto (GStrv)           all = NULL;

  if (section->kind == TRELLIS_SECTION_TEXT)
    return g_strdup (_("Kept as text. It is handed in as it stands here."));

  for (guint i = 0; check != NULL && i < check->criteria->len; i++)
    {
      const TrellisCriterion *criterion = check->criteria->pdata[i];

      if ((int) criterion->section == section->kind)
        g_strv_builder_add (sentences, criterion->message);
    }

  all = g_strv_builder_end (sentences);
  return g_strjoinv ("\n", all);
}

static char *
get_typed (TrellisTextPage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter    start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* Says when the sentences become enough, too few or too many. */
static void
announce (TrellisTextPage        *self,
          const TrellisCriterion *criterion)
{
  if (self->status >= 0 && self->status != (int) criterion->status)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->view), criterion->message,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
  self->status = (int) criterion->status;
}

/* “7 of 5–10 sentences.” of what is being typed. Returns: (nullable): it is not counted */
static char *
count_typed (TrellisTextPage      *self,
             const TrellisSection *section)
{
  const TrellisTemplate *layout
      = trellis_session_get_template (trellis_page_get_session (TRELLIS_PAGE (self)));
  GtkTextBuffer        *buffer = gtk_text_view_get_buffer (self->view);
  TrellisFigures        figures = { 0 };
  g_autofree char      *typed = NULL;
  g_autoptr (GPtrArray) criteria = NULL;

  if (section->kind != TRELLIS_SECTION_REFLECTION
      || gtk_text_buffer_get_char_count (buffer) > MAX_LIVE)
    return NULL;

  typed = get_typed (self);
  figures.reflection_sentences = trellis_count_sentences (typed);
  criteria = trellis_criteria_evaluate (layout, &figures, NULL);
  for (guint i = 0; i < criteria->len; i++)
    {
      const TrellisCriterion *criterion = criteria->pdata[i];

      if (criterion->section == TRELLIS_SECTION_REFLECTION
          && criterion->status != TRELLIS_CRITERION_JUDGE)
        {
          announce (self, criterion);
          return g_strdup (criterion->message);
        }
    }

  return NULL;
}

/* The sentence about the criteria stands on the bar that opens the facts, where there is one. */
static void
place_state (TrellisTextPage *self)
{
  gboolean narrow = trellis_page_get_narrow (TRELLIS_PAGE (self));
  gboolean said = *gtk_label_get_label (self->state) != '\0';
  gboolean barred = narrow && adw_bottom_sheet_get_reveal_bottom_bar (self->sheet);

  gtk_label_set_label (self->sheet_state,
                       said ? gtk_label_get_label (self->state) : _("What the Postings Say"));
  gtk_widget_set_visible (GTK_WIDGET (self->state), said && !barred);
}

static void
show_state (TrellisTextPage *self)
{
  const TrellisSection *section = get_section (self);
  g_autofree char      *state = NULL;

  if (section == NULL)
    return;

  state = count_typed (self, section);
  if (state == NULL)
    state = describe (self, section);
  gtk_label_set_label (self->state, state);
  place_state (self);
}

/* The template's questions stand where nothing is written yet, if they do not stand beside it. */
static void
show_questions (TrellisTextPage *self)
{
  gboolean empty
      = gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->view)) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->questions),
                          empty && trellis_page_get_narrow (TRELLIS_PAGE (self))
                              && *gtk_label_get_label (self->questions) != '\0');
}

static void
typed_cb (TrellisTextPage *self)
{
  if (self->section_id == 0)
    return;

  show_questions (self);
  show_state (self);
}

static void
trellis_text_page_checked (TrellisPage *page)
{
  show_state (TRELLIS_TEXT_PAGE (page));
}

/* In the report's language, as the text will be. */
static void
fill_questions (TrellisTextPage      *self,
                const TrellisSection *section)
{
  TrellisSession        *session = trellis_page_get_session (TRELLIS_PAGE (self));
  const TrellisTemplate *layout = trellis_session_get_template (session);
  gboolean               russian
      = g_str_has_prefix (trellis_session_get_report (session)->language, "ru");
  char           **questions = russian ? layout->questions_ru : layout->questions;
  g_autofree char *text = NULL;

  if (section->kind == TRELLIS_SECTION_REFLECTION && questions != NULL)
    {
      text = g_strjoinv ("\n", questions);
      trellis_facts_pane_set_questions (self->facts, (const char *const *) questions);
    }
  gtk_label_set_label (self->questions, text != NULL ? text : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                  text != NULL ? text : "", -1);
  show_questions (self);
}

/* The market stands beside what is written about it. */
static void
show_facts (TrellisTextPage      *self,
            const TrellisSection *section)
{
  gboolean wanted = section->kind == TRELLIS_SECTION_REFLECTION
                    || section->kind == TRELLIS_SECTION_IMPROVE
                    || section->kind == TRELLIS_SECTION_PLAN;
  gboolean there = wanted
                   && trellis_facts_pane_update (self->facts,
                                                 trellis_page_get_session (TRELLIS_PAGE (self)));

  adw_overlay_split_view_set_show_sidebar (self->split, there);
  adw_bottom_sheet_set_reveal_bottom_bar (self->sheet, there);
  adw_bottom_sheet_set_can_open (self->sheet, there);
  place_state (self);
}

/* What is written ends above the bar, which would hide it. */
static void
make_room (TrellisTextPage *self)
{
  gboolean narrow = trellis_page_get_narrow (TRELLIS_PAGE (self));

  gtk_widget_set_margin_bottom (self->writing,
                                narrow ? adw_bottom_sheet_get_bottom_bar_height (self->sheet) : 0);
}

/* A narrow page has the facts on a sheet that comes up from below. */
static void
narrow_cb (TrellisTextPage *self)
{
  gboolean narrow = trellis_page_get_narrow (TRELLIS_PAGE (self));

  adw_multi_layout_view_set_layout_name (self->layouts, narrow ? "narrow" : "wide");
  place_state (self);
  show_questions (self);
  make_room (self);
}

static gboolean
shows_parts (TrellisTextPage *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), "parts") == 0;
}

static void
insert_cb (TrellisTextPage *self,
           const char      *fact)
{
  adw_bottom_sheet_set_open (self->sheet, FALSE);
  if (shows_parts (self))
    trellis_plan_view_insert (self->plan, fact);
  else
    trellis_text_view_insert (self->view, fact);
}

static void
trellis_text_page_update (TrellisPage               *page,
                          const TrellisAnnouncement *announcement)
{
  TrellisTextPage      *self = TRELLIS_TEXT_PAGE (page);
  const TrellisSection *section = get_section (self);

  if (section == NULL)
    return;

  trellis_text_field_show (self->field, section->base.id, section->text);
  if (section->kind == TRELLIS_SECTION_PLAN)
    trellis_plan_view_show (self->plan, trellis_page_get_session (page), section->base.id);
  fill_questions (self, section);
  show_facts (self, section);
}

static gboolean
trellis_text_page_show_record (TrellisPage             *page,
                               const TrellisRecordType *type,
                               gint64                   id)
{
  TrellisTextPage *self = TRELLIS_TEXT_PAGE (page);

  if (type != &trellis_section_type || id != self->section_id)
    return FALSE;

  if (shows_parts (self))
    {
      trellis_widget_tint (GTK_WIDGET (self->plan));
      return TRUE;
    }

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  trellis_widget_tint (GTK_WIDGET (self->view));
  return TRUE;
}

static gboolean
trellis_text_page_grab_focus (GtkWidget *widget)
{
  TrellisTextPage *self = TRELLIS_TEXT_PAGE (widget);

  return gtk_widget_grab_focus (shows_parts (self) ? GTK_WIDGET (self->plan)
                                                   : GTK_WIDGET (self->view));
}

/* To a goal that is to be added; else to where the text goes on. */
static void
trellis_text_page_add (TrellisPage *page)
{
  TrellisTextPage *self = TRELLIS_TEXT_PAGE (page);
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter      end;

  if (shows_parts (self))
    {
      trellis_plan_view_add (self->plan);
      return;
    }

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
trellis_text_page_constructed (GObject *object)
{
  TrellisTextPage *self = TRELLIS_TEXT_PAGE (object);

  G_OBJECT_CLASS (trellis_text_page_parent_class)->constructed (object);

  self->field = trellis_text_field_new_for_text_view (
      self->view, trellis_page_get_session (TRELLIS_PAGE (self)), &trellis_section_type, "text");
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (typed_cb),
                           self, G_CONNECT_SWAPPED);
  narrow_cb (self);
}

static void
trellis_text_page_class_init (TrellisTextPageClass *klass)
{
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  TrellisPageClass *page_class = TRELLIS_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = trellis_text_page_constructed;
  widget_class->grab_focus = trellis_text_page_grab_focus;
  page_class->update = trellis_text_page_update;
  page_class->checked = trellis_text_page_checked;
  page_class->show_record = trellis_text_page_show_record;
  page_class->add = trellis_text_page_add;

  g_type_ensure (TRELLIS_TYPE_FACTS_PANE);
  g_type_ensure (TRELLIS_TYPE_PLAN_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/trellis_app/Trellis/ui/text-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisTextPage, view);
  gtk_widget_class_bind_template_child (widget_class, TrellisTextPage, split);
  gtk_widget_class_bind_template_child (widget_class, TrellisTextPage, questions);
  gtk_widget_class_bind_template_child (widget_class, TrellisTextPage, facts);
  gtk_widget_class_bind_template_child (widget_class, TrellisTextPage, layouts);
  gtk_widget_class_bind_template_child (widget_class, TrellisTextPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, TrellisTextPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrellisTextPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, TrellisTextPage, plan);
  gtk_widget_class_bind_template_child (widget_class, TrellisTextPage, sheet_state);
  gtk_widget_class_bind_template_child (widget_class, TrellisTextPage, state);
  gtk_widget_class_bind_template_child (widget_class, TrellisTextPage, writing);
  gtk_widget_class_bind_template_callback (widget_class, make_room);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, insert_cb);
}

static void
trellis_text_page_init (TrellisTextPage *self)
{
  self->status = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Which section it shows: once. */
void
trellis_text_page_set_section (TrellisTextPage *self,
                               gint64           section_id)
{
  const TrellisSection *section;
  g_autofree char      *name = NULL;

  g_return_if_fail (TRELLIS_IS_TEXT_PAGE (self));

  self->section_id = section_id;
  section = get_section (self);
  name = trellis_section_title (section);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_set_visible (self->switcher, section->kind == TRELLIS_SECTION_PLAN);
  adw_view_stack_set_visible_child_name (
      self->stack, section->kind == TRELLIS_SECTION_PLAN ? "parts" : "text");
  trellis_text_page_checked (TRELLIS_PAGE (self));
}
