/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-plan-start-page.h"

#include "trellis-commands.h"

struct _TrellisPlanStartPage
{
  TrellisPage parent_instance;
};

G_DEFINE_FINAL_TYPE (TrellisPlanStartPage, trellis_plan_start_page, TRELLIS_TYPE_PAGE)

/* The section as the template writes it. The window goes on to its page. */
static void
trellis_plan_start_page_add (TrellisPage *page)
{
  TrellisSession                *session = trellis_page_get_session (page);
  const TrellisReport           *report = trellis_session_get_report (session);
  const TrellisTemplateDocument *document;
  const TrellisTemplateSection  *wanted = trellis_template_find_section (
      trellis_session_get_template (session), TRELLIS_SECTION_PLAN, &document);
  gboolean       russian = g_str_has_prefix (report->language, "ru");
  TrellisSection section = { 0 };
  GError        *error = NULL;

  if (wanted == NULL)
    return;

  section.kind = TRELLIS_SECTION_PLAN;
  section.level = wanted->level;
  section.document = document->file;
  section.heading = russian ? wanted->heading_ru : wanted->heading;
  section.before = section.after = section.text = (char *) "";
  trellis_commands_add (trellis_session_get_store (session), &trellis_section_type,
                        trellis_session_get_report_id (session), &section, NULL, &error);
  trellis_session_report_error (session, error);
}

static void
add_cb (TrellisPlanStartPage *self)
{
  trellis_plan_start_page_add (TRELLIS_PAGE (self));
}

static void
trellis_plan_start_page_class_init (TrellisPlanStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TRELLIS_PAGE_CLASS (klass)->add = trellis_plan_start_page_add;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/trellis_app/Trellis/ui/plan-start-page.ui");
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
trellis_plan_start_page_init (TrellisPlanStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
