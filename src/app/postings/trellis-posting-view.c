/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-view.h"

#include "trellis-check-links.h"
#include "trellis-posting-highlight.h"
#include "trellis-posting-skill-list.h"
#include "trellis-postings-import.h"
#include "trellis-text-row.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  ENTRY_TITLE,
  ENTRY_EMPLOYER,
  ENTRY_PLACE,
  ENTRY_CAPTURED,
  ENTRY_LINK,
  N_ENTRIES
} Entry;

struct _TrellisPostingView
{
  AdwBin parent_instance;

  TrellisSession *session;
  gint64          id;      /* of the posting; 0: none yet */
  gint64          twin_id; /* of the one it looks like, or 0 */

  AdwBanner               *twin;
  GtkScrolledWindow       *scrolled;
  GtkWidget               *title;
  GtkWidget               *employer;
  GtkWidget               *place;
  GtkWidget               *captured;
  GtkWidget               *link;
  GtkWidget               *open;
  GtkWidget               *link_note;
  GtkLabel                *link_sentence;
  TrellisPostingSkillList *skills;
  TrellisTextRow          *text;
  TrellisTextField        *fields[N_ENTRIES]; /* owned by the entries */
};

G_DEFINE_FINAL_TYPE (TrellisPostingView, trellis_posting_view, ADW_TYPE_BIN)

static const TrellisReport *
get_report (TrellisPostingView *self)
{
  return trellis_session_get_report (self->session);
}

static const TrellisPosting *
get_posting (TrellisPostingView *self)
{
  return trellis_report_find (get_report (self), &trellis_posting_type, self->id);
}

static void
open_cb (TrellisPostingView *self)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (get_posting (self)->link);

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                           NULL, NULL);
}

static void
show_twin_cb (TrellisPostingView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ssx)", "postings",
                              trellis_posting_type.name, self->twin_id);
}

/* “This looks like “Python developer”.” */
static void
show_twin (TrellisPostingView   *self,
           const TrellisPosting *posting)
{
  const TrellisPosting *twin = trellis_postings_find_same (get_report (self), posting);
  g_autofree char      *sentence = NULL;

  self->twin_id = twin != NULL ? twin->base.id : 0;
  if (twin != NULL)
    {
      sentence = *twin->title != '\0'
                     ? g_strdup_printf (_("This looks like “%s”."), twin->title)
                     : g_strdup_printf (_("This looks like posting %d."), twin->position);
      adw_banner_set_title (self->twin, sentence);
    }
  adw_banner_set_revealed (self->twin, twin != NULL);
}

/* What is wrong with the link stands below it. */
static void
show_link_note (TrellisPostingView   *self,
                const TrellisPosting *posting)
{
  const char *sentence = trellis_check_explain_link (get_report (self), posting);

  gtk_widget_set_visible (self->link_note, sentence != NULL);
  gtk_label_set_label (self->link_sentence, sentence != NULL ? sentence : "");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->link), GTK_ACCESSIBLE_STATE_INVALID,
                               sentence != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                                : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (sentence != NULL)
    gtk_widget_add_css_class (self->link, "warning");
  else
    gtk_widget_remove_css_class (self->link, "warning");
}

static void
trellis_posting_view_dispose (GObject *object)
{
  g_clear_object (&TRELLIS_POSTING_VIEW (object)->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRELLIS_TYPE_POSTING_VIEW);

  G_OBJECT_CLASS (trellis_posting_view_parent_class)->dispose (object);
}

static void
trellis_posting_view_class_init (TrellisPostingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_posting_view_dispose;

  g_type_ensure (TRELLIS_TYPE_POSTING_SKILL_LIST);
  g_type_ensure (TRELLIS_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/trellis_app/Trellis/ui/posting-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisPostingView, twin);
  gtk_widget_class_bind_template_child (widget_class, TrellisPostingView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, TrellisPostingView, title);
  gtk_widget_class_bind_template_child (widget_class, TrellisPostingView, employer);
  gtk_widget_class_bind_template_child (widget_class, TrellisPostingView, place);
  gtk_widget_class_bind_template_child (widget_class, TrellisPostingView, captured);
  gtk_widget_class_bind_template_child (widget_class, TrellisPostingView, link);
  gtk_widget_class_bind_template_child (widget_class, TrellisPostingView, open);
  gtk_widget_class_bind_template_child (widget_class, TrellisPostingView, link_note);
  gtk_widget_class_bind_template_child (widget_class, TrellisPostingView, link_sentence);
  gtk_widget_class_bind_template_child (widget_class, TrellisPostingView, skills);
  gtk_widget_class_bind_template_child (widget_class, TrellisPostingView, text);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_twin_cb);
}

static void
trellis_posting_view_init (TrellisPostingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->link),
                                  GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, self->link_sentence, NULL,
                                  -1);
}

void
trellis_posting_view_set_up (TrellisPostingView *self,
                             TrellisSession     *session)
{
  GtkWidget *entries[N_ENTRIES];
  /* In the order of Entry */
  static const char *const names[N_ENTRIES]
      = { "title", "employer", "place", "captured", "link" };

  g_return_if_fail (TRELLIS_IS_POSTING_VIEW (self) && self->session == NULL);

  entries[ENTRY_TITLE] = self->title;
  entries[ENTRY_EMPLOYER] = self->employer;
  entries[ENTRY_PLACE] = self->place;
  entries[ENTRY_CAPTURED] = self->captured;
  entries[ENTRY_LINK] = self->link;
  self->session = g_object_ref (session);
  for (guint i = 0; i < N_ENTRIES; i++)
    self->fields[i] = trellis_text_field_new_for_editable (GTK_EDITABLE (entries[i]), session,
                                                           &trellis_posting_type, names[i]);
  trellis_text_row_bind (self->text, session, &trellis_posting_type, "text");
  trellis_posting_skill_list_set_up (self->skills, session);
}

/* What was typed into the one that was shown until now must be committed already. Another one is
 * shown from its top. */
void
trellis_posting_view_show (TrellisPostingView *self,
                           gint64              posting_id)
{
  const TrellisPosting *posting;
  const char           *texts[N_ENTRIES];

  g_return_if_fail (TRELLIS_IS_POSTING_VIEW (self));

  if (self->id != posting_id)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  self->id = posting_id;
  posting = get_posting (self);
  g_return_if_fail (posting != NULL);

  texts[ENTRY_TITLE] = posting->title;
  texts[ENTRY_EMPLOYER] = posting->employer;
  texts[ENTRY_PLACE] = posting->place;
  texts[ENTRY_CAPTURED] = posting->captured;
  texts[ENTRY_LINK] = posting->link;
  for (guint i = 0; i < N_ENTRIES; i++)
    trellis_text_field_show (self->fields[i], posting_id, texts[i]);
  gtk_widget_set_sensitive (self->open, g_uri_peek_scheme (posting->link) != NULL);
  show_link_note (self, posting);
  show_twin (self, posting);
  trellis_posting_skill_list_show (self->skills, posting_id);
  trellis_text_row_show (self->text, posting_id, posting->text);
  trellis_posting_highlight (trellis_text_row_get_buffer (self->text), get_report (self), posting,
                             trellis_session_get_vocabulary (self->session));
}

/* The focus goes to its first field; nothing is selected, so that no key replaces it. */
void
trellis_posting_view_enter (TrellisPostingView *self)
{
  g_return_if_fail (TRELLIS_IS_POSTING_VIEW (self));

  adw_entry_row_grab_focus_without_selecting (ADW_ENTRY_ROW (self->title));
}

void
trellis_posting_view_edit_title (TrellisPostingView *self)
{
  g_return_if_fail (TRELLIS_IS_POSTING_VIEW (self));

  gtk_widget_grab_focus (self->title);
}

/* A person was taken to the skill. Returns: whether the posting has it */
gboolean
trellis_posting_view_arrive_at_skill (TrellisPostingView *self,
                                      gint64              skill_id)
{
  g_return_val_if_fail (TRELLIS_IS_POSTING_VIEW (self), FALSE);

  return trellis_posting_skill_list_arrive (self->skills, skill_id);
}
