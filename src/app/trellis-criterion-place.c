/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-criterion-place.h"

#include "trellis-count-links.h"
#include "trellis-pages-table.h"

/* How many skills a posting is asked for. */
#define MIN_SKILLS 3
#define MAX_SKILLS 5

typedef gboolean (*IsWithout) (const TrellisReport *report,
                               gconstpointer        record);

static gboolean
is_involved (const TrellisReport *report,
             gint64               component_id,
             gint64               role_id)
{
  for (guint i = 0; i < report->involvements->len; i++)
    {
      const TrellisInvolvement *involvement = report->involvements->pdata[i];

      if ((component_id == 0 || involvement->component_id == component_id)
          && (role_id == 0 || involvement->role_id == role_id))
        return TRUE;
    }

  return FALSE;
}

static gboolean
component_is_without_role (const TrellisReport *report,
                           gconstpointer        record)
{
  return !is_involved (report, ((const TrellisRecord *) record)->id, 0);
}

static gboolean
role_is_without_component (const TrellisReport *report,
                           gconstpointer        record)
{
  const TrellisRole *role = record;

  return role->described > 0 && !is_involved (report, 0, role->base.id);
}

static gboolean
role_is_without_description (const TrellisReport *report,
                             gconstpointer        record)
{
  return *((const TrellisRole *) record)->responsibilities == '\0';
}

static gboolean
skill_is_without_level (const TrellisReport *report,
                        gconstpointer        record)
{
  const TrellisStanding *standing = record;

  return standing->list == TRELLIS_STANDING_HAVE && standing->level == TRELLIS_LEVEL_NONE
         && *standing->level_wording == '\0';
}

static gboolean
skill_is_without_reason (const TrellisReport *report,
                         gconstpointer        record)
{
  const TrellisStanding *standing = record;

  return standing->list == TRELLIS_STANDING_LACK && *standing->note == '\0';
}

static gboolean
skill_is_had (const TrellisReport *report,
              gconstpointer        record)
{
  return ((const TrellisStanding *) record)->list == TRELLIS_STANDING_HAVE;
}

static gboolean
skill_is_lacking (const TrellisReport *report,
                  gconstpointer        record)
{
  return ((const TrellisStanding *) record)->list == TRELLIS_STANDING_LACK;
}

static gboolean
posting_is_without_title (const TrellisReport *report,
                          gconstpointer        record)
{
  return *((const TrellisPosting *) record)->title == '\0';
}

static gboolean
posting_is_without_link (const TrellisReport *report,
                         gconstpointer        record)
{
  const TrellisPosting  *posting = record;
  g_autoptr (GPtrArray)  all = g_ptr_array_new ();
  g_autoptr (GHashTable) ids = NULL;

  for (guint i = 0; i < report->postings->len; i++)
    if (*((const TrellisPosting *) report->postings->pdata[i])->link != '\0')
      g_ptr_array_add (all, ((const TrellisPosting *) report->postings->pdata[i])->link);
  ids = trellis_links_collect_ids (all);
  return *posting->link == '\0'
         || trellis_links_classify (posting->link, ids) != TRELLIS_LINK_DIRECT;
}

static gboolean
posting_is_without_skills (const TrellisReport *report,
                           gconstpointer        record)
{
  guint n = 0;

  for (guint i = 0; i < report->posting_skills->len; i++)
    {
      const TrellisPostingSkill *skill = report->posting_skills->pdata[i];

      n += skill->posting_id == ((const TrellisRecord *) record)->id
           && skill->requirement != TRELLIS_REQUIREMENT_DISMISSED;
    }

  return n < MIN_SKILLS || n > MAX_SKILLS;
}

/* By the figure that a criterion counts. */
static const struct
{
  const char              *figure;
  const TrellisRecordType *type;
  IsWithout                is_without; /* NULL: any */
  const char              *field;
  gboolean                 add;
} places[] = {
  { "components", &trellis_component_type, NULL, NULL, TRUE },
  { "components_with_role", &trellis_component_type, component_is_without_role, NULL, FALSE },
  { "roles_described", &trellis_role_type, role_is_without_description, "responsibilities", TRUE },
  { "roles_described_in_matrix", &trellis_role_type, role_is_without_component, NULL, FALSE },
  { "common_skills", &trellis_common_skill_type, NULL, NULL, TRUE },
  { "skills_have", &trellis_standing_type, skill_is_had, NULL, TRUE },
  { "skills_have_with_level", &trellis_standing_type, skill_is_without_level, NULL, FALSE },
  { "skills_lack", &trellis_standing_type, skill_is_lacking, NULL, TRUE },
  { "skills_lack_with_reason", &trellis_standing_type, skill_is_without_reason, "note", FALSE },
  { "challenging_marked", &trellis_standing_type, skill_is_lacking, NULL, FALSE },
  { "postings", &trellis_posting_type, NULL, NULL, TRUE },
  { "postings_with_title", &trellis_posting_type, posting_is_without_title, "title", FALSE },
  { "postings_with_direct_link", &trellis_posting_type, posting_is_without_link, "link", FALSE },
  { "postings_with_3_to_5_skills", &trellis_posting_type, posting_is_without_skills, NULL, FALSE },
};

static const char *
find_figure (const TrellisTemplate  *layout,
             const TrellisCriterion *criterion)
{
  for (guint i = 0; i < layout->criteria->len; i++)
    {
      const TrellisTemplateCriterion *rule = layout->criteria->pdata[i];

      if (g_str_equal (rule->id, criterion->id))
        return rule->figure;
    }

  return NULL;
}

static const TrellisRecord *
find_record (const TrellisReport     *report,
             const TrellisRecordType *type,
             IsWithout                is_without)
{
  const GPtrArray *records = trellis_report_get_part (report, type);

  for (guint i = 0; i < records->len; i++)
    if (is_without == NULL || is_without (report, records->pdata[i]))
      return records->pdata[i];

  return NULL;
}

/* A section that is a text of its own, and the role, which is one too. */
static void
find_text (TrellisCriterionPlace *self,
           const TrellisReport   *report,
           TrellisSectionKind     kind)
{
  for (guint i = 0; self->page != NULL && i < report->sections->len; i++)
    {
      const TrellisSection *section = report->sections->pdata[i];
      g_autofree char      *page = NULL;

      if (section->kind != (int) kind)
        continue;
      page = trellis_page_name_for_record (report, &trellis_section_type, section->base.id);
      if (g_strcmp0 (page, self->page) != 0
          || !(kind == TRELLIS_SECTION_ROLE || g_str_has_prefix (page, "text-")))
        continue;

      self->type = &trellis_section_type;
      self->id = section->base.id;
      self->field = "text";
      return;
    }
}

static gboolean
find_among_records (TrellisCriterionPlace  *self,
                    const TrellisReport    *report,
                    const TrellisCriterion *criterion,
                    const char             *figure)
{
  const TrellisRecord *record = NULL;
  guint                i = 0;

  while (i < G_N_ELEMENTS (places) && g_strcmp0 (places[i].figure, figure) != 0)
    i++;
  if (i == G_N_ELEMENTS (places))
    return FALSE;

  record = find_record (report, places[i].type, places[i].is_without);
  self->add = places[i].add && criterion->found < criterion->min;
  /* Where what is there is enough, there is none that is without. */
  if (record == NULL || criterion->status == TRELLIS_CRITERION_MET)
    return TRUE;

  self->type = places[i].type;
  self->id = record->id;
  self->field = places[i].field;
  /* A role that stands in the matrix is described before another is added. */
  self->add = self->add && self->field == NULL;
  return TRUE;
}

TrellisCriterionPlace *
trellis_criterion_find_place (const TrellisReport    *report,
                              const TrellisTemplate  *layout,
                              const TrellisCriterion *criterion)
{
  TrellisCriterionPlace *self = g_new0 (TrellisCriterionPlace, 1);
  const char            *figure = find_figure (layout, criterion);

  self->page = trellis_page_name_for_criterion (report, criterion);
  if (self->page != NULL && !find_among_records (self, report, criterion, figure))
    find_text (self, report, criterion->section);
  return self;
}

void
trellis_criterion_place_free (TrellisCriterionPlace *self)
{
  g_free (self->page);
  g_free (self);
}
