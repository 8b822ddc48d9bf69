/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-skills-page.h"

#include "trellis-commands.h"
#include "trellis-common-skill-row.h"
#include "trellis-record-box.h"
#include "trellis-skill-completion.h"
#include "trellis-skill-dialog.h"
#include "trellis-standing-row.h"

#include <glib/gi18n-lib.h>

struct _TrellisSkillsPage
{
  TrellisPage parent_instance;

  AdwViewStack     *stack;
  AdwViewStackPage *have_page;
  AdwViewStackPage *lack_page;
  AdwViewStackPage *common_page;
  TrellisRecordBox *have;
  TrellisRecordBox *lack;
  TrellisRecordBox *common;
};

G_DEFINE_FINAL_TYPE (TrellisSkillsPage, trellis_skills_page, TRELLIS_TYPE_PAGE)

static void
add_standing (TrellisSkillsPage  *self,
              const char         *name,
              TrellisStandingList list)
{
  TrellisSession  *session = trellis_page_get_session (TRELLIS_PAGE (self));
  TrellisStanding *standing = trellis_record_new (&trellis_standing_type);
  GError          *error = NULL;

  g_set_str (&standing->name, name);
  standing->list = list;
  trellis_commands_add (trellis_session_get_store (session), &trellis_standing_type,
                        trellis_session_get_report_id (session), standing, NULL, &error);
  trellis_record_free (&trellis_standing_type, standing);
  trellis_session_report_error (session, error);
}

static void
add_have_cb (TrellisSkillsPage *self,
             const char        *name)
{
  add_standing (self, name, TRELLIS_STANDING_HAVE);
}

static void
add_lack_cb (TrellisSkillsPage *self,
             const char        *name)
{
  add_standing (self, name, TRELLIS_STANDING_LACK);
}

static void
add_common_cb (TrellisSkillsPage *self,
               const char        *name)
{
  TrellisSession     *session = trellis_page_get_session (TRELLIS_PAGE (self));
  TrellisCommonSkill *skill = trellis_record_new (&trellis_common_skill_type);
  GError             *error = NULL;

  g_set_str (&skill->name, name);
  trellis_commands_add (trellis_session_get_store (session), &trellis_common_skill_type,
                        trellis_session_get_report_id (session), skill, NULL, &error);
  trellis_record_free (&trellis_common_skill_type, skill);
  trellis_session_report_error (session, error);
}

static void
show_count (AdwViewStackPage *page,
            const char       *title,
            guint             n)
{
  g_autofree char *text = g_strdup_printf ("%s %u", title, n);

  adw_view_stack_page_set_title (page, text);
}

static void
trellis_skills_page_update (TrellisPage               *page,
                            const TrellisAnnouncement *announcement)
{
  TrellisSkillsPage   *self = TRELLIS_SKILLS_PAGE (page);
  const TrellisReport *report = trellis_session_get_report (trellis_page_get_session (page));
  guint                n_have = 0;

  trellis_record_box_update (self->have, announcement);
  trellis_record_box_update (self->lack, announcement);
  trellis_record_box_update (self->common, announcement);

  for (guint i = 0; i < report->standings->len; i++)
    n_have += ((const TrellisStanding *) report->standings->pdata[i])->list
              == TRELLIS_STANDING_HAVE;
  show_count (self->have_page, _("Have"), n_have);
  show_count (self->lack_page, _("Lack"), report->standings->len - n_have);
  show_count (self->common_page, _("Common"), report->common_skills->len);
}

static TrellisRecordBox *
find_box (TrellisSkillsPage       *self,
          const TrellisRecordType *type,
          gint64                   id,
          const char             **name)
{
  const TrellisReport *report
      = trellis_session_get_report (trellis_page_get_session (TRELLIS_PAGE (self)));
  const TrellisStanding *standing;

  *name = "common";
  if (type == &trellis_common_skill_type)
    return self->common;

  standing = type == &trellis_standing_type ? trellis_report_find (report, type, id) : NULL;
  if (standing == NULL)
    return NULL;

  *name = standing->list == TRELLIS_STANDING_HAVE ? "have" : "lack";
  return standing->list == TRELLIS_STANDING_HAVE ? self->have : self->lack;
}

static gboolean
trellis_skills_page_show_record (TrellisPage             *page,
                                 const TrellisRecordType *type,
                                 gint64                   id)
{
  TrellisSkillsPage *self = TRELLIS_SKILLS_PAGE (page);
  const char        *name;
  TrellisRecordBox  *box = find_box (self, type, id, &name);
  TrellisRecordRow  *row = box != NULL ? trellis_record_box_find (box, id) : NULL;

  if (row == NULL)
    return FALSE;

  adw_view_stack_set_visible_child_name (self->stack, name);
  trellis_record_row_arrive (row);
  return TRUE;
}

static void
trellis_skills_page_add (TrellisPage *page)
{
  TrellisSkillsPage *self = TRELLIS_SKILLS_PAGE (page);
  const char        *name = adw_view_stack_get_visible_child_name (self->stack);

  trellis_record_box_focus_add (g_str_equal (name, "have")   ? self->have
                                : g_str_equal (name, "lack") ? self->lack
                                                             : self->common);
}

static TrellisSkillList
get_shown_list (TrellisSkillsPage *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->stack);

  if (g_str_equal (name, "have"))
    return TRELLIS_SKILL_LIST_HAVE;
  return g_str_equal (name, "lack") ? TRELLIS_SKILL_LIST_LACK : TRELLIS_SKILL_LIST_COMMON;
}

/* Takes @choices. @none: the sentence when there are none */
static void
offer (TrellisSkillsPage *self,
       GPtrArray         *choices,
       const char        *title,
       const char        *none)
{
  TrellisSession *session = trellis_page_get_session (TRELLIS_PAGE (self));

  if (choices->len > 0)
    {
      adw_dialog_present (
          trellis_skill_dialog_new (session, choices, get_shown_list (self), title),
          GTK_WIDGET (self));
      return;
    }

  trellis_session_fail (session, none);
  g_ptr_array_unref (choices);
}

static void
add_from_demand_cb (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  TrellisSkillsPage *self = TRELLIS_SKILLS_PAGE (widget);
  TrellisSession    *session = trellis_page_get_session (TRELLIS_PAGE (self));

  trellis_session_flush (session);
  offer (self,
         trellis_skill_choices_from_demand (trellis_session_get_report (session),
                                            trellis_session_get_vocabulary (session),
                                            trellis_session_get_template (session)->several,
                                            get_shown_list (self)),
         _("Add From Demand"), _("No other skill recurs in the postings."));
}

static void
add_from_roadmap_cb (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  TrellisSkillsPage *self = TRELLIS_SKILLS_PAGE (widget);
  TrellisSession    *session = trellis_page_get_session (TRELLIS_PAGE (self));

  trellis_session_flush (session);
  offer (self,
         trellis_skill_choices_from_roadmaps (trellis_session_get_report (session),
                                              trellis_session_get_vocabulary (session),
                                              get_shown_list (self)),
         _("Add From Roadmap"), _("No other topic of a roadmap is done."));
}

static void
trellis_skills_page_constructed (GObject *object)
{
  TrellisSkillsPage *self = TRELLIS_SKILLS_PAGE (object);
  TrellisSession    *session = trellis_page_get_session (TRELLIS_PAGE (self));

  G_OBJECT_CLASS (trellis_skills_page_parent_class)->constructed (object);

  trellis_record_box_set_up (self->have, session, TRELLIS_TYPE_STANDING_ROW,
                             _("Skills You Have"), _("Add Skill"));
  trellis_record_box_set_list (self->have, TRELLIS_STANDING_HAVE);
  trellis_record_box_set_up (self->lack, session, TRELLIS_TYPE_STANDING_ROW,
                             _("Skills You Lack"), _("Add Skill"));
  trellis_record_box_set_list (self->lack, TRELLIS_STANDING_LACK);
  trellis_record_box_set_up (self->common, session, TRELLIS_TYPE_COMMON_SKILL_ROW,
                             _("Common Skills"), _("Add Skill"));

  trellis_skill_completion_attach (trellis_record_box_get_add (self->have), session);
  trellis_skill_completion_attach (trellis_record_box_get_add (self->lack), session);
  trellis_skill_completion_attach (trellis_record_box_get_add (self->common), session);
}

static void
trellis_skills_page_class_init (TrellisSkillsPageClass *klass)
{
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  TrellisPageClass *page_class = TRELLIS_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = trellis_skills_page_constructed;
  page_class->update = trellis_skills_page_update;
  page_class->show_record = trellis_skills_page_show_record;
  page_class->add = trellis_skills_page_add;

  g_type_ensure (TRELLIS_TYPE_RECORD_BOX);
  gtk_widget_class_install_action (widget_class, "page.add-from-demand", NULL, add_from_demand_cb);
  gtk_widget_class_install_action (widget_class, "page.add-from-roadmap", NULL,
                                   add_from_roadmap_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/trellis_app/Trellis/ui/skills-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisSkillsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrellisSkillsPage, have_page);
  gtk_widget_class_bind_template_child (widget_class, TrellisSkillsPage, lack_page);
  gtk_widget_class_bind_template_child (widget_class, TrellisSkillsPage, common_page);
  gtk_widget_class_bind_template_child (widget_class, TrellisSkillsPage, have);
  gtk_widget_class_bind_template_child (widget_class, TrellisSkillsPage, lack);
  gtk_widget_class_bind_template_child (widget_class, TrellisSkillsPage, common);
  gtk_widget_class_bind_template_callback (widget_class, add_have_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_lack_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_common_cb);
}

static void
trellis_skills_page_init (TrellisSkillsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
