/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report.h"

#define INT(Struct, member) \
  { #member, TRELLIS_FIELD_INT, G_STRUCT_OFFSET (Struct, member), NULL, NULL }
#define BOOLEAN(Struct, member) \
  { #member, TRELLIS_FIELD_BOOLEAN, G_STRUCT_OFFSET (Struct, member), NULL, NULL }
#define ENUM(Struct, member, names) \
  { #member, TRELLIS_FIELD_ENUM, G_STRUCT_OFFSET (Struct, member), names, NULL }
#define REF(Struct, member, target) \
  { #member, TRELLIS_FIELD_REF, G_STRUCT_OFFSET (Struct, member), NULL, target }
#define PARENT(Struct, member, target) \
  { #member, TRELLIS_FIELD_PARENT, G_STRUCT_OFFSET (Struct, member), NULL, target }
#define TEXT(Struct, member) \
  { #member, TRELLIS_FIELD_TEXT, G_STRUCT_OFFSET (Struct, member), NULL, NULL }
#define MARKDOWN(Struct, member) \
  { #member, TRELLIS_FIELD_MARKDOWN, G_STRUCT_OFFSET (Struct, member), NULL, NULL }

#define TYPE(variable, table, Struct, fields) \
  const TrellisRecordType variable = { table, sizeof (Struct), fields, G_N_ELEMENTS (fields) }

/* Names are stored; values may be added at the end, never renamed. */
static const char *const section_kinds[]
    = { "text", "title", "matrix", "roles", "common", "me", "role", "have", "lack", "postings",
        "recurring", "single", "reflection", "improve", "plan", NULL };
static const char *const list_styles[] = { "bullets",
                                           "numbers",
                                           "ones",
                                           "bullets-over-numbers",
                                           "numbers-over-numbers",
                                           "ones-over-numbers",
                                           NULL };
static const char *const levels[] = { "none", "beginner", "intermediate", "advanced", NULL };
static const char *const standing_lists[] = { "have", "lack", NULL };
static const char *const claim_lists[] = { "recurring", "single", NULL };
static const char *const requirements[] = { "must", "nice", "dismissed", NULL };
static const char *const lists[] = { "computed", "authored", NULL };
static const char *const topic_kinds[] = { "topic", "subtopic", "group", NULL };
static const char *const topic_states[] = { "todo", "learning", "done", "skipped", NULL };
static const char *const topic_priorities[]
    = { "none", "recommended", "alternative", "anytime", NULL };

static const TrellisField section_fields[] = {
  INT (TrellisSection, position),
  TEXT (TrellisSection, document),
  ENUM (TrellisSection, kind, section_kinds),
  INT (TrellisSection, level),
  MARKDOWN (TrellisSection, heading),
  ENUM (TrellisSection, style, list_styles),
  MARKDOWN (TrellisSection, before),
  MARKDOWN (TrellisSection, after),
  MARKDOWN (TrellisSection, text),
};

static const TrellisField component_fields[] = {
  INT (TrellisComponent, position),
  TEXT (TrellisComponent, name),
  TEXT (TrellisComponent, grouping),
  MARKDOWN (TrellisComponent, description),
};

static const TrellisField role_fields[] = {
  INT (TrellisRole, position),
  TEXT (TrellisRole, name),
  TEXT (TrellisRole, aliases),
  INT (TrellisRole, described),
  TEXT (TrellisRole, wording),
  MARKDOWN (TrellisRole, responsibilities),
};

static const TrellisField involvement_fields[] = {
  REF (TrellisInvolvement, component_id, &trellis_component_type),
  REF (TrellisInvolvement, role_id, &trellis_role_type),
  INT (TrellisInvolvement, position),
  TEXT (TrellisInvolvement, wording),
  MARKDOWN (TrellisInvolvement, note),
};

static const TrellisField common_skill_fields[] = {
  INT (TrellisCommonSkill, position),
  TEXT (TrellisCommonSkill, name),
  TEXT (TrellisCommonSkill, grouping),
  MARKDOWN (TrellisCommonSkill, note),
};

static const TrellisField standing_fields[] = {
  ENUM (TrellisStanding, list, standing_lists),
  INT (TrellisStanding, position),
  TEXT (TrellisStanding, name),
  TEXT (TrellisStanding, qualifier),
  ENUM (TrellisStanding, level, levels),
  TEXT (TrellisStanding, level_wording),
  MARKDOWN (TrellisStanding, note),
  BOOLEAN (TrellisStanding, challenging),
};

static const TrellisField posting_fields[] = {
  INT (TrellisPosting, position),
  TEXT (TrellisPosting, label),
  TEXT (TrellisPosting, title),
  TEXT (TrellisPosting, employer),
  TEXT (TrellisPosting, place),
  TEXT (TrellisPosting, captured),
  TEXT (TrellisPosting, link),
  TEXT (TrellisPosting, link_label),
  TEXT (TrellisPosting, link_text),
  TEXT (TrellisPosting, skills_label),
  MARKDOWN (TrellisPosting, note),
  TEXT (TrellisPosting, text),
  TEXT (TrellisPosting, source),
};

static const TrellisField posting_skill_fields[] = {
  REF (TrellisPostingSkill, posting_id, &trellis_posting_type),
  INT (TrellisPostingSkill, position),
  TEXT (TrellisPostingSkill, name),
  ENUM (TrellisPostingSkill, requirement, requirements),
};

static const TrellisField claim_fields[] = {
  ENUM (TrellisClaim, list, claim_lists),
  INT (TrellisClaim, position),
  TEXT (TrellisClaim, name),
  TEXT (TrellisClaim, qualifier),
  INT (TrellisClaim, claimed),
  MARKDOWN (TrellisClaim, note),
};

static const TrellisField roadmap_fields[] = {
  INT (TrellisRoadmap, position),
  TEXT (TrellisRoadmap, title),
  TEXT (TrellisRoadmap, slug),
  TEXT (TrellisRoadmap, link),
};

static const TrellisField roadmap_topic_fields[] = {
  REF (TrellisRoadmapTopic, roadmap_id, &trellis_roadmap_type),
  PARENT (TrellisRoadmapTopic, parent_id, &trellis_roadmap_topic_type),
  INT (TrellisRoadmapTopic, position),
  TEXT (TrellisRoadmapTopic, node),
  TEXT (TrellisRoadmapTopic, name),
  ENUM (TrellisRoadmapTopic, kind, topic_kinds),
  ENUM (TrellisRoadmapTopic, state, topic_states),
  ENUM (TrellisRoadmapTopic, priority, topic_priorities),
};

static const TrellisField report_fields[] = {
  TEXT (TrellisReport, title),
  TEXT (TrellisReport, author),
  TEXT (TrellisReport, course),
  TEXT (TrellisReport, advisor),
  TEXT (TrellisReport, language),
  TEXT (TrellisReport, layout),
  ENUM (TrellisReport, lists, lists),
  TEXT (TrellisReport, created),
  TEXT (TrellisReport, edited),
};

TYPE (trellis_section_type, "section", TrellisSection, section_fields);
TYPE (trellis_component_type, "component", TrellisComponent, component_fields);
TYPE (trellis_role_type, "role", TrellisRole, role_fields);
TYPE (trellis_involvement_type, "involvement", TrellisInvolvement, involvement_fields);
TYPE (trellis_common_skill_type, "common_skill", TrellisCommonSkill, common_skill_fields);
TYPE (trellis_standing_type, "standing", TrellisStanding, standing_fields);
TYPE (trellis_posting_type, "posting", TrellisPosting, posting_fields);
TYPE (trellis_posting_skill_type, "posting_skill", TrellisPostingSkill, posting_skill_fields);
TYPE (trellis_claim_type, "claim", TrellisClaim, claim_fields);
TYPE (trellis_roadmap_type, "roadmap", TrellisRoadmap, roadmap_fields);
TYPE (trellis_roadmap_topic_type, "roadmap_topic", TrellisRoadmapTopic, roadmap_topic_fields);
TYPE (trellis_report_type, "report", TrellisReport, report_fields);

const TrellisRecordType *const trellis_report_parts[] = {
  &trellis_section_type,
  &trellis_component_type,
  &trellis_role_type,
  &trellis_involvement_type,
  &trellis_common_skill_type,
  &trellis_standing_type,
  &trellis_posting_type,
  &trellis_posting_skill_type,
  &trellis_claim_type,
  &trellis_roadmap_type,
  &trellis_roadmap_topic_type,
  NULL,
};

/* In the order of trellis_report_parts. */
static const gsize part_offsets[] = {
  G_STRUCT_OFFSET (TrellisReport, sections),
  G_STRUCT_OFFSET (TrellisReport, components),
  G_STRUCT_OFFSET (TrellisReport, roles),
  G_STRUCT_OFFSET (TrellisReport, involvements),
  G_STRUCT_OFFSET (TrellisReport, common_skills),
  G_STRUCT_OFFSET (TrellisReport, standings),
  G_STRUCT_OFFSET (TrellisReport, postings),
  G_STRUCT_OFFSET (TrellisReport, posting_skills),
  G_STRUCT_OFFSET (TrellisReport, claims),
  G_STRUCT_OFFSET (TrellisReport, roadmaps),
  G_STRUCT_OFFSET (TrellisReport, roadmap_topics),
};

G_STATIC_ASSERT (G_N_ELEMENTS (part_offsets) + 1 == G_N_ELEMENTS (trellis_report_parts));

static GPtrArray **
part_at (TrellisReport *self,
         guint          index)
{
  return (GPtrArray **) (gpointer) ((char *) self + part_offsets[index]);
}

/**
 * trellis_report_new:
 *
 * Returns: (transfer full): an empty report in English
 */
TrellisReport *
trellis_report_new (void)
{
  TrellisReport *self = trellis_record_new (&trellis_report_type);

  g_set_str (&self->language, "en");
  for (guint i = 0; i < G_N_ELEMENTS (part_offsets); i++)
    *part_at (self, i) = g_ptr_array_new ();

  return self;
}

/**
 * trellis_report_copy:
 *
 * Returns: (transfer full): a deep copy with the same ids
 */
TrellisReport *
trellis_report_copy (const TrellisReport *self)
{
  TrellisReport *copy = trellis_record_copy (&trellis_report_type, self);

  for (guint i = 0; i < G_N_ELEMENTS (part_offsets); i++)
    {
      GPtrArray *part = trellis_report_get_part (self, trellis_report_parts[i]);

      *part_at (copy, i) = g_ptr_array_sized_new (part->len);
      for (guint j = 0; j < part->len; j++)
        g_ptr_array_add (*part_at (copy, i), trellis_record_copy (trellis_report_parts[i],
                                                                  g_ptr_array_index (part, j)));
    }

  return copy;
}

void
trellis_report_free (TrellisReport *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (part_offsets); i++)
    {
      GPtrArray *part = *part_at (self, i);

      for (guint j = 0; j < part->len; j++)
        trellis_record_free (trellis_report_parts[i], g_ptr_array_index (part, j));
      g_ptr_array_unref (part);
    }

  trellis_record_free (&trellis_report_type, self);
}

/* Whether all that is stored is equal, ids included. */
gboolean
trellis_report_equal (const TrellisReport *a,
                      const TrellisReport *b)
{
  if (!trellis_record_equal (&trellis_report_type, a, b))
    return FALSE;

  for (guint i = 0; trellis_report_parts[i] != NULL; i++)
    {
      GPtrArray *x = trellis_report_get_part (a, trellis_report_parts[i]);
      GPtrArray *y = trellis_report_get_part (b, trellis_report_parts[i]);

      if (x->len != y->len)
        return FALSE;
      for (guint j = 0; j < x->len; j++)
        if (!trellis_record_equal (trellis_report_parts[i], g_ptr_array_index (x, j),
                                   g_ptr_array_index (y, j)))
          return FALSE;
    }

  return TRUE;
}

/**
 * trellis_report_get_part:
 * @type: one of trellis_report_parts
 *
 * Returns: (transfer none): the report's array of those records
 */
GPtrArray *
trellis_report_get_part (const TrellisReport     *self,
                         const TrellisRecordType *type)
{
  for (guint i = 0; trellis_report_parts[i] != NULL; i++)
    if (trellis_report_parts[i] == type)
      return *(GPtrArray *const *) (gconstpointer) ((const char *) self + part_offsets[i]);

  g_return_val_if_reached (NULL);
}

/**
 * trellis_report_add:
 * @type: one of trellis_report_parts
 *
 * Appends an empty record with an id of its own; the caller fills it, `position` too.
 *
 * Returns: (transfer none): the record, owned by the report
 */
gpointer
trellis_report_add (TrellisReport           *self,
                    const TrellisRecordType *type)
{
  GPtrArray     *part = trellis_report_get_part (self, type);
  TrellisRecord *record = trellis_record_new (type);

  /* Records that were loaded came with ids; those ascend. */
  if (part->len > 0)
    self->last_id = MAX (self->last_id,
                         ((TrellisRecord *) g_ptr_array_index (part, part->len - 1))->id);
  record->id = ++self->last_id;

  g_ptr_array_add (part, record);
  return record;
}

/**
 * trellis_report_find:
 *
 * Returns: (transfer none) (nullable): the record with that id
 */
gpointer
trellis_report_find (const TrellisReport     *self,
                     const TrellisRecordType *type,
                     gint64                   id)
{
  GPtrArray *part = trellis_report_get_part (self, type);

  /* Ids mostly follow the order, so the place to look first is known. */
  if (id > 0 && (guint64) id <= part->len)
    {
      TrellisRecord *guess = g_ptr_array_index (part, id - 1);

      if (guess->id == id)
        return guess;
    }

  for (guint i = 0; i < part->len; i++)
    {
      TrellisRecord *record = g_ptr_array_index (part, i);

      if (record->id == id)
        return record;
    }

  return NULL;
}

static gboolean
has_alias (const TrellisRole *role,
           const char        *folded)
{
  g_auto (GStrv) aliases = g_strsplit (role->aliases, "\n", -1);

  for (guint i = 0; aliases[i] != NULL; i++)
    {
      g_autofree char *alias = g_utf8_casefold (aliases[i], -1);

      if (*alias != '\0' && g_str_equal (alias, folded))
        return TRUE;
    }

  return FALSE;
}

/**
 * trellis_report_find_role:
 * @name: a role's name or alias, in any case
 *
 * Returns: (transfer none) (nullable): that role
 */
TrellisRole *
trellis_report_find_role (const TrellisReport *self,
                          const char          *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < self->roles->len; i++)
    {
      TrellisRole     *role = g_ptr_array_index (self->roles, i);
      g_autofree char *candidate = g_utf8_casefold (role->name, -1);

      if (g_str_equal (candidate, folded) || has_alias (role, folded))
        return role;
    }

  return NULL;
}

/**
 * trellis_report_find_involvement:
 *
 * Returns: (transfer none) (nullable): the cell of that component and role
 */
TrellisInvolvement *
trellis_report_find_involvement (const TrellisReport *self,
                                 gint64               component_id,
                                 gint64               role_id)
{
  for (guint i = 0; i < self->involvements->len; i++)
    {
      TrellisInvolvement *involvement = g_ptr_array_index (self->involvements, i);

      if (involvement->component_id == component_id && involvement->role_id == role_id)
        return involvement;
    }

  return NULL;
}
