/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-text-page.h"

#include "trellis-count.h"
#include "trellis-facts-pane.h"
#include "trellis-pages-table.h"
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

  GtkBox           *split;
  GtkTextView      *view;
  GtkLabel         *questions;
  GtkWidget        *line;
  TrellisFactsPane *facts;
  GtkLabel         *state;
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

  for (guint i = 0; i < check->criteria->len; i++)
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
  gtk_widget_set_visible (GTK_WIDGET (self->state), *state != '\0');
}

/* The template's questions stand where nothing is written yet. */
static void
show_questions (TrellisTextPage *self)
{
  gboolean empty
      = gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->view)) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->questions),
                          empty && *gtk_label_get_label (self->questions) != '\0');
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
    text = g_strjoinv ("\n", questions);
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

  gtk_widget_set_visible (self->line, there);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), there);
}

/* A narrow page has the facts below the text. */
static void
narrow_cb (TrellisTextPage *self)
{
  gboolean narrow = trellis_page_get_narrow (TRELLIS_PAGE (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->split),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->line),
                                  narrow ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (GTK_WIDGET (self->facts), narrow ? -1 : 250, narrow ? 180 : -1);
  gtk_widget_set_vexpand (GTK_WIDGET (self->facts), !narrow);
}

/* A fact stands apart from the word before it. */
static void
insert_cb (TrellisTextPage *self,
           const char      *fact)
{
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter      place;
  g_autofree char *text = NULL;
  gboolean         apart;

  gtk_text_buffer_get_iter_at_mark (buffer, &place, gtk_text_buffer_get_insert (buffer));
  apart = gtk_text_iter_starts_line (&place)
          || (gtk_text_iter_backward_char (&place)
              && g_unichar_isspace (gtk_text_iter_get_char (&place)));
  text = g_strconcat (apart ? "" : " ", fact, NULL);
  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
  gtk_text_view_scroll_mark_onscreen (self->view, gtk_text_buffer_get_insert (buffer));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
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

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  trellis_widget_tint (GTK_WIDGET (self->view));
  return TRUE;
}

static gboolean
trellis_text_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TRELLIS_TEXT_PAGE (widget)->view));
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

  g_type_ensure (TRELLIS_TYPE_FACTS_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/trellis_app/Trellis/ui/text-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisTextPage, view);
  gtk_widget_class_bind_template_child (widget_class, TrellisTextPage, split);
  gtk_widget_class_bind_template_child (widget_class, TrellisTextPage, questions);
  gtk_widget_class_bind_template_child (widget_class, TrellisTextPage, line);
  gtk_widget_class_bind_template_child (widget_class, TrellisTextPage, facts);
  gtk_widget_class_bind_template_child (widget_class, TrellisTextPage, state);
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
  trellis_text_page_checked (TRELLIS_PAGE (self));
}
