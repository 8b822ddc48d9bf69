/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-common-skill-row.h"

#include "trellis-text-row.h"

#include <glib/gi18n-lib.h>

struct _TrellisCommonSkillRow
{
  TrellisRecordRow parent_instance;

  GtkWidget        *name;
  TrellisTextField *name_field;     /* owned by `name` */
  TrellisTextField *grouping_field; /* owned by its entry */
  GtkWidget        *note;
};

G_DEFINE_FINAL_TYPE (TrellisCommonSkillRow, trellis_common_skill_row, TRELLIS_TYPE_RECORD_ROW)

static void
trellis_common_skill_row_update (TrellisRecordRow *row,
                                 gconstpointer     record,
                                 gboolean          filled)
{
  TrellisCommonSkillRow    *self = TRELLIS_COMMON_SKILL_ROW (row);
  const TrellisCommonSkill *skill = record;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), skill->name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), skill->grouping);
  trellis_record_row_set_count (row, 0, "", NULL);
  if (!filled)
    return;

  trellis_text_field_show (self->name_field, skill->base.id, skill->name);
  trellis_text_field_show (self->grouping_field, skill->base.id, skill->grouping);
  trellis_text_row_show (TRELLIS_TEXT_ROW (self->note), skill->base.id, skill->note);
}

static TrellisTextField *
add_entry (TrellisCommonSkillRow *self,
           const char            *title,
           const char            *field,
           GtkWidget            **entry)
{
  *entry = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (*entry), title);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), *entry);
  return trellis_text_field_new_for_editable (
      GTK_EDITABLE (*entry), trellis_record_row_get_session (TRELLIS_RECORD_ROW (self)),
      &trellis_common_skill_type, field);
}

static void
trellis_common_skill_row_fill (TrellisRecordRow *row)
{
  TrellisCommonSkillRow *self = TRELLIS_COMMON_SKILL_ROW (row);
  GtkWidget             *grouping;

  self->name_field = add_entry (self, _("Name"), "name", &self->name);
  trellis_text_field_set_required (self->name_field, TRUE);
  self->grouping_field = add_entry (self, _("Group"), "grouping", &grouping);

  self->note = trellis_text_row_new (_("Note"));
  trellis_text_row_bind (TRELLIS_TEXT_ROW (self->note), trellis_record_row_get_session (row),
                         &trellis_common_skill_type, "note");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->note);
}

static void
trellis_common_skill_row_rename (TrellisRecordRow *row)
{
  gtk_widget_grab_focus (TRELLIS_COMMON_SKILL_ROW (row)->name);
}

static void
trellis_common_skill_row_class_init (TrellisCommonSkillRowClass *klass)
{
  TrellisRecordRowClass *row_class = TRELLIS_RECORD_ROW_CLASS (klass);

  row_class->type = &trellis_common_skill_type;
  row_class->fill = trellis_common_skill_row_fill;
  row_class->update = trellis_common_skill_row_update;
  row_class->rename = trellis_common_skill_row_rename;

  gtk_widget_class_set_template_from_resource (
      GTK_WIDGET_CLASS (klass), "/io/github/trellis_app/Trellis/ui/common-skill-row.ui");
}

static void
trellis_common_skill_row_init (TrellisCommonSkillRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
