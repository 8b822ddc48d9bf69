/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-text-page.h"

#include "trellis-text-field.h"
#include "trellis-pages-table.h"

#include <glib/gi18n-lib.h>

struct _TrellisTextPage
{
  TrellisPage parent_instance;

  gint64            section_id;
  TrellisTextField *field; /* owned by the view */
  GtkTextView      *view;
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

static void
trellis_text_page_checked (TrellisPage *page)
{
  TrellisTextPage      *self = TRELLIS_TEXT_PAGE (page);
  const TrellisSection *section = get_section (self);
  g_autofree char      *state = NULL;

  if (section == NULL)
    return;

  state = describe (self, section);
  gtk_label_set_label (self->state, state);
  gtk_widget_set_visible (GTK_WIDGET (self->state), *state != '\0');
}

static void
trellis_text_page_update (TrellisPage               *page,
                          const TrellisAnnouncement *announcement)
{
  TrellisTextPage      *self = TRELLIS_TEXT_PAGE (page);
  const TrellisSection *section = get_section (self);

  if (section != NULL)
    trellis_text_field_show (self->field, section->base.id, section->text);
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

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/trellis_app/Trellis/ui/text-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisTextPage, view);
  gtk_widget_class_bind_template_child (widget_class, TrellisTextPage, state);
}

static void
trellis_text_page_init (TrellisTextPage *self)
{
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
