/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-parts.h"

#include "trellis-markdown.h"

/* What is empty is not set, so that a reader of the tree need not tell "" from NULL. */
static void
set_attribute (TrellisNode     *node,
               TrellisAttribute attribute,
               const char      *value)
{
  if (value != NULL && *value != '\0')
    trellis_node_set (node, attribute, value);
}

/* Parses Markdown and appends its blocks to `parent`. */
void
trellis_report_parts_append_markdown (TrellisNode *parent,
                                      const char  *markdown)
{
  if (markdown == NULL || *markdown == '\0')
    return;

  trellis_node_append_children_of (parent, trellis_markdown_parse (markdown));
}

/* Appends a heading; `markdown` is its text with inline markup. */
void
trellis_report_parts_append_heading (TrellisNode *parent,
                                     const char  *markdown,
                                     int          level)
{
  TrellisNode *heading = trellis_node_new (TRELLIS_NODE_HEADING);

  heading->number = CLAMP (level, 1, 6);
  trellis_node_append_children_of (heading, trellis_markdown_parse_inlines (markdown));
  trellis_node_append (parent, heading);
}

/* Appends an empty list; `style` is a TrellisListStyle. */
TrellisNode *
trellis_report_parts_append_list (TrellisNode *parent,
                                  int          style)
{
  TrellisNode *list = trellis_node_append (parent, trellis_node_new (TRELLIS_NODE_LIST));

  switch ((TrellisListStyle) style)
    {
    case TRELLIS_LIST_NUMBERS:
    case TRELLIS_LIST_NUMBERS_OVER_NUMBERS:
      list->number = TRELLIS_LIST_KIND_NUMBERS;
      break;
    case TRELLIS_LIST_ONES:
    case TRELLIS_LIST_ONES_OVER_NUMBERS:
      list->number = TRELLIS_LIST_KIND_ONES;
      break;
    case TRELLIS_LIST_BULLETS:
    case TRELLIS_LIST_BULLETS_OVER_NUMBERS:
    default:
      list->number = TRELLIS_LIST_KIND_BULLETS;
      break;
    }
  return list;
}

/* The children of each parent, in their order: gint64 → GPtrArray, borrowed from `records`. */
static GHashTable *
group_by_parent (GPtrArray               *records,
                 const TrellisRecordType *type,
                 const char              *reference)
{
  const TrellisField *field = trellis_record_type_find_field (type, reference);
  GHashTable         *groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                      (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < records->len; i++)
    {
      gint64     parent = trellis_record_get_ref (field, records->pdata[i]);
      GPtrArray *group = g_hash_table_lookup (groups, &parent);

      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, g_memdup2 (&parent, sizeof parent), group);
        }
      g_ptr_array_add (group, records->pdata[i]);
    }
  return groups;
}

/* Rows of one grouping stand in one list below a heading that names it; rows without a grouping
 * come first in the section, under its own heading. */
static gboolean
begins_group (const char *grouping,
              const char *previous)
{
  return previous == NULL || g_strcmp0 (grouping, previous) != 0;
}

static void
append_group_heading (TrellisNode          *parent,
                      const TrellisSection *section,
                      const char           *grouping)
{
  if (*grouping != '\0')
    trellis_report_parts_append_heading (parent, grouping, section->level + 1);
}

/* The roles that stand in a cell, in column order: the columns of the matrix. */
static GPtrArray *
matrix_columns (const TrellisReport *report)
{
  g_autoptr (GHashTable) used = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray             *columns = g_ptr_array_new ();

  for (guint i = 0; i < report->involvements->len; i++)
    g_hash_table_add (used, &((TrellisInvolvement *) report->involvements->pdata[i])->role_id);
  for (guint i = 0; i < report->roles->len; i++)
    {
      TrellisRole *role = report->roles->pdata[i];

      if (g_hash_table_contains (used, &role->base.id))
        g_ptr_array_add (columns, role);
    }
  return columns;
}

static void
append_involvement (TrellisNode              *parent,
                    const TrellisInvolvement *involvement,
                    const TrellisRole        *role,
                    int                       column)
{
  TrellisNode *node = trellis_node_append (parent, trellis_node_new (TRELLIS_NODE_INVOLVEMENT));

  set_attribute (node, TRELLIS_ATTRIBUTE_NAME,
                 *involvement->wording != '\0' ? involvement->wording : role->name);
  node->number = column;
  trellis_report_parts_append_markdown (node, involvement->note);
}

static TrellisListKind
kind_of_cells (int style)
{
  gboolean numbers
      = style == TRELLIS_LIST_BULLETS_OVER_NUMBERS || style == TRELLIS_LIST_NUMBERS_OVER_NUMBERS
        || style == TRELLIS_LIST_ONES_OVER_NUMBERS;

  return numbers ? TRELLIS_LIST_KIND_NUMBERS : TRELLIS_LIST_KIND_BULLETS;
}

static TrellisNode *
append_matrix (TrellisNode *parent,
               GPtrArray   *columns)
{
  TrellisNode *matrix = trellis_node_append (parent, trellis_node_new (TRELLIS_NODE_MATRIX));

  for (guint i = 0; i < columns->len; i++)
    trellis_node_add_value (matrix, ((TrellisRole *) columns->pdata[i])->name);
  return matrix;
}

/* Column numbers by role id, so that a large matrix is built in linear time. */
static GHashTable *
number_columns (GPtrArray *columns)
{
  GHashTable *numbers = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < columns->len; i++)
    g_hash_table_insert (numbers, &((TrellisRole *) columns->pdata[i])->base.id,
                         GUINT_TO_POINTER (i));
  return numbers;
}

static void
append_component (TrellisNode            *list,
                  TrellisListKind         cells,
                  const TrellisComponent *component,
                  GPtrArray              *involvements,
                  GPtrArray              *columns,
                  GHashTable             *numbers)
{
  TrellisNode *node = trellis_node_append (list, trellis_node_new (TRELLIS_NODE_COMPONENT));

  node->number = cells;
  set_attribute (node, TRELLIS_ATTRIBUTE_NAME, component->name);
  for (guint i = 0; involvements != NULL && i < involvements->len; i++)
    {
      TrellisInvolvement *involvement = involvements->pdata[i];
      gpointer            column;

      if (g_hash_table_lookup_extended (numbers, &involvement->role_id, NULL, &column))
        append_involvement (node, involvement, columns->pdata[GPOINTER_TO_UINT (column)],
                            GPOINTER_TO_INT (column));
    }
  trellis_report_parts_append_markdown (node, component->description);
}

static void
append_components (TrellisNode          *parent,
                   const TrellisReport  *report,
                   const TrellisSection *section)
{
  g_autoptr (GPtrArray)  columns = matrix_columns (report);
  g_autoptr (GHashTable) numbers = number_columns (columns);
  g_autoptr (GHashTable) involvements
      = group_by_parent (report->involvements, &trellis_involvement_type, "component_id");
  const char  *grouping = NULL;
  TrellisNode *list = NULL;

  for (guint i = 0; i < report->components->len; i++)
    {
      const TrellisComponent *component = report->components->pdata[i];

      if (begins_group (component->grouping, grouping))
        {
          append_group_heading (parent, section, component->grouping);
          list = trellis_report_parts_append_list (append_matrix (parent, columns), section->style);
          grouping = component->grouping;
        }
      append_component (list, kind_of_cells (section->style), component,
                        g_hash_table_lookup (involvements, &component->base.id), columns, numbers);
    }
}

static int
compare_described (gconstpointer a,
                   gconstpointer b)
{
  const TrellisRole *first = *(TrellisRole *const *) a;
  const TrellisRole *second = *(TrellisRole *const *) b;

  return first->described - second->described;
}

static void
append_roles (TrellisNode          *parent,
              const TrellisReport  *report,
              const TrellisSection *section)
{
  g_autoptr (GPtrArray) described = g_ptr_array_new ();
  TrellisNode          *list;

  for (guint i = 0; i < report->roles->len; i++)
    if (((TrellisRole *) report->roles->pdata[i])->described > 0)
      g_ptr_array_add (described, report->roles->pdata[i]);
  if (described->len == 0)
    return;

  g_ptr_array_sort (described, compare_described);
  list = trellis_report_parts_append_list (parent, section->style);
  for (guint i = 0; i < described->len; i++)
    {
      const TrellisRole *role = described->pdata[i];
      TrellisNode       *node = trellis_node_append (list, trellis_node_new (TRELLIS_NODE_ROLE));

      set_attribute (node, TRELLIS_ATTRIBUTE_NAME,
                     *role->wording != '\0' ? role->wording : role->name);
      trellis_report_parts_append_markdown (node, role->responsibilities);
    }
}

static TrellisNode *
append_skill (TrellisNode *list,
              const char  *name,
              const char  *note)
{
  TrellisNode *node = trellis_node_append (list, trellis_node_new (TRELLIS_NODE_SKILL));

  set_attribute (node, TRELLIS_ATTRIBUTE_NAME, name);
  trellis_report_parts_append_markdown (node, note);
  return node;
}

static void
append_common (TrellisNode          *parent,
               const TrellisReport  *report,
               const TrellisSection *section)
{
  const char  *grouping = NULL;
  TrellisNode *list = NULL;

  for (guint i = 0; i < report->common_skills->len; i++)
    {
      const TrellisCommonSkill *skill = report->common_skills->pdata[i];

      if (begins_group (skill->grouping, grouping))
        {
          append_group_heading (parent, section, skill->grouping);
          list = trellis_report_parts_append_list (parent, section->style);
          grouping = skill->grouping;
        }
      append_skill (list, skill->name, skill->note);
    }
}

static void
append_standings (TrellisNode          *parent,
                  const TrellisReport  *report,
                  const TrellisSection *section,
                  TrellisStandingList   which)
{
  TrellisNode *list = NULL;

  for (guint i = 0; i < report->standings->len; i++)
    {
      const TrellisStanding *standing = report->standings->pdata[i];
      TrellisNode           *node;

      if (standing->list != (int) which)
        continue;
      if (list == NULL)
        list = trellis_report_parts_append_list (parent, section->style);
      node = append_skill (list, standing->name, standing->note);
      set_attribute (node, TRELLIS_ATTRIBUTE_QUALIFIER, standing->qualifier);
      set_attribute (node, TRELLIS_ATTRIBUTE_LEVEL, standing->level_wording);
      node->number = standing->level;
      node->flag = standing->challenging;
    }
}

static void
append_posting (TrellisNode          *list,
                const TrellisPosting *posting,
                GPtrArray            *skills)
{
  TrellisNode *node = trellis_node_append (list, trellis_node_new (TRELLIS_NODE_POSTING));

  set_attribute (node, TRELLIS_ATTRIBUTE_LABEL, posting->label);
  set_attribute (node, TRELLIS_ATTRIBUTE_NAME, posting->title);
  set_attribute (node, TRELLIS_ATTRIBUTE_EMPLOYER, posting->employer);
  set_attribute (node, TRELLIS_ATTRIBUTE_PLACE, posting->place);
  set_attribute (node, TRELLIS_ATTRIBUTE_DATE, posting->captured);
  set_attribute (node, TRELLIS_ATTRIBUTE_TARGET, posting->link);
  set_attribute (node, TRELLIS_ATTRIBUTE_TARGET_LABEL, posting->link_label);
  set_attribute (node, TRELLIS_ATTRIBUTE_TARGET_TEXT, posting->link_text);
  set_attribute (node, TRELLIS_ATTRIBUTE_SKILLS_LABEL, posting->skills_label);
  for (guint i = 0; skills != NULL && i < skills->len; i++)
    trellis_node_add_value (node, ((TrellisPostingSkill *) skills->pdata[i])->name);
  trellis_report_parts_append_markdown (node, posting->note);
}

static void
append_postings (TrellisNode          *parent,
                 const TrellisReport  *report,
                 const TrellisSection *section)
{
  g_autoptr (GHashTable) skills = NULL;
  TrellisNode           *list;

  if (report->postings->len == 0)
    return;

  skills = group_by_parent (report->posting_skills, &trellis_posting_skill_type, "posting_id");
  list = trellis_report_parts_append_list (parent, section->style);
  for (guint i = 0; i < report->postings->len; i++)
    {
      const TrellisPosting *posting = report->postings->pdata[i];

      append_posting (list, posting, g_hash_table_lookup (skills, &posting->base.id));
    }
}

static void
append_claims (TrellisNode          *parent,
               const TrellisReport  *report,
               const TrellisSection *section,
               TrellisClaimList      which)
{
  TrellisNode *list = NULL;

  for (guint i = 0; i < report->claims->len; i++)
    {
      const TrellisClaim *claim = report->claims->pdata[i];
      TrellisNode        *node;

      if (claim->list != (int) which)
        continue;
      if (list == NULL)
        list = trellis_report_parts_append_list (parent, section->style);
      node = append_skill (list, claim->name, claim->note);
      set_attribute (node, TRELLIS_ATTRIBUTE_QUALIFIER, claim->qualifier);
    }
}

static gboolean
has_row_in_list (GPtrArray               *records,
                 const TrellisRecordType *type,
                 int                      list)
{
  const TrellisField *field = trellis_record_type_find_field (type, "list");

  for (guint i = 0; i < records->len; i++)
    if (trellis_record_get_int (field, records->pdata[i]) == list)
      return TRUE;
  return FALSE;
}

static gboolean
has_described_role (const TrellisReport *report)
{
  for (guint i = 0; i < report->roles->len; i++)
    if (((TrellisRole *) report->roles->pdata[i])->described > 0)
      return TRUE;
  return FALSE;
}

/* Whether the tables hold anything that a section of this kind would print. */
gboolean
trellis_report_parts_has_rows (const TrellisReport *report,
                               TrellisSectionKind   kind)
{
  switch (kind)
    {
    case TRELLIS_SECTION_MATRIX:
      return report->components->len > 0;
    case TRELLIS_SECTION_ROLES:
      return has_described_role (report);
    case TRELLIS_SECTION_COMMON:
      return report->common_skills->len > 0;
    case TRELLIS_SECTION_HAVE:
      return has_row_in_list (report->standings, &trellis_standing_type, TRELLIS_STANDING_HAVE);
    case TRELLIS_SECTION_LACK:
      return has_row_in_list (report->standings, &trellis_standing_type, TRELLIS_STANDING_LACK);
    case TRELLIS_SECTION_POSTINGS:
      return report->postings->len > 0;
    case TRELLIS_SECTION_RECURRING:
      return report->lists == TRELLIS_LISTS_COMPUTED
             || has_row_in_list (report->claims, &trellis_claim_type, TRELLIS_CLAIM_RECURRING);
    case TRELLIS_SECTION_SINGLE:
      return report->lists == TRELLIS_LISTS_COMPUTED
             || has_row_in_list (report->claims, &trellis_claim_type, TRELLIS_CLAIM_SINGLE);
    default:
      return FALSE;
    }
}

/* Appends what the tables hold for `section`. */
void
trellis_report_parts_append (TrellisNode                *parent,
                             const TrellisReport        *report,
                             const TrellisSection       *section,
                             const TrellisComputedRules *rules)
{
  gboolean computed = report->lists == TRELLIS_LISTS_COMPUTED;

  switch ((TrellisSectionKind) section->kind)
    {
    case TRELLIS_SECTION_MATRIX:
      append_components (parent, report, section);
      break;
    case TRELLIS_SECTION_ROLES:
      append_roles (parent, report, section);
      break;
    case TRELLIS_SECTION_COMMON:
      append_common (parent, report, section);
      break;
    case TRELLIS_SECTION_HAVE:
      append_standings (parent, report, section, TRELLIS_STANDING_HAVE);
      break;
    case TRELLIS_SECTION_LACK:
      append_standings (parent, report, section, TRELLIS_STANDING_LACK);
      break;
    case TRELLIS_SECTION_POSTINGS:
      append_postings (parent, report, section);
      break;
    case TRELLIS_SECTION_RECURRING:
      if (computed)
        trellis_report_computed_append_recurring (parent, report, section, rules);
      else
        append_claims (parent, report, section, TRELLIS_CLAIM_RECURRING);
      break;
    case TRELLIS_SECTION_SINGLE:
      if (computed)
        trellis_report_computed_append_single (parent, report, section, rules);
      else
        append_claims (parent, report, section, TRELLIS_CLAIM_SINGLE);
      break;
    default:
      break;
    }
}
