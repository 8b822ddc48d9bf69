/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pages-table.h"

#include "trellis-markdown.h"

#include <glib/gi18n-lib.h>

/* The page that answers for a section's criteria; NULL: a text page, or none that is built yet. */
static const char *
get_built_page (TrellisSectionKind kind)
{
  switch (kind)
    {
    case TRELLIS_SECTION_MATRIX:
      return "matrix";
    case TRELLIS_SECTION_ROLES:
    case TRELLIS_SECTION_ROLE:
      return "roles";
    case TRELLIS_SECTION_COMMON:
    case TRELLIS_SECTION_HAVE:
    case TRELLIS_SECTION_LACK:
      return "skills";
    case TRELLIS_SECTION_POSTINGS:
      return "postings";
    case TRELLIS_SECTION_RECURRING:
    case TRELLIS_SECTION_SINGLE:
      return "demand";
    default:
      return NULL;
    }
}

/* Whether the section could not become rows: its words stand in its text. */
gboolean
trellis_section_is_kept_as_text (const TrellisSection *section)
{
  const char *page = get_built_page ((TrellisSectionKind) section->kind);

  return section->kind == TRELLIS_SECTION_TEXT
         || (page != NULL && section->kind != TRELLIS_SECTION_ROLE && *section->text != '\0');
}

static gboolean
is_text_page (const TrellisSection *section)
{
  switch (section->kind)
    {
    case TRELLIS_SECTION_TEXT:
    case TRELLIS_SECTION_REFLECTION:
    case TRELLIS_SECTION_IMPROVE:
    case TRELLIS_SECTION_PLAN:
      return TRUE;
    default:
      return trellis_section_is_kept_as_text (section);
    }
}

static const TrellisSection *
find_text_section (const TrellisReport *report,
                   TrellisSectionKind   kind)
{
  for (guint i = 0; i < report->sections->len; i++)
    {
      const TrellisSection *section = report->sections->pdata[i];

      if (section->kind == (int) kind && is_text_page (section))
        return section;
    }

  return NULL;
}

static char *
name_text_page (gint64 id)
{
  return g_strdup_printf ("text-%" G_GINT64_FORMAT, id);
}

/* The page where a criterion is answered. Returns: (nullable): none is built */
char *
trellis_page_name_for_criterion (const TrellisReport    *report,
                                 const TrellisCriterion *criterion)
{
  const TrellisSection *section = find_text_section (report, criterion->section);

  if (criterion->section == TRELLIS_SECTION_TEXT)
    return g_strdup ("report");
  if (g_str_has_prefix (criterion->id, "components."))
    return g_strdup ("components");
  return section != NULL ? name_text_page (section->base.id)
                         : g_strdup (get_built_page (criterion->section));
}

/* Where the template can do with a plan and the report has none, one can be begun. */
static gboolean
can_begin_plan (const TrellisReport *report)
{
  const TrellisTemplate *layout
      = *report->layout != '\0' ? trellis_template_get (report->layout) : NULL;

  return layout != NULL && find_text_section (report, TRELLIS_SECTION_PLAN) == NULL
         && trellis_template_find_section (layout, TRELLIS_SECTION_PLAN, NULL) != NULL;
}

/* “reflection” and “plan” stand for the pages of these sections, whichever they are.
 * Returns: (nullable): the report has none */
char *
trellis_page_name_resolve (const TrellisReport *report,
                           const char          *name)
{
  gboolean              plan = g_str_equal (name, "plan");
  const TrellisSection *section;

  if (!plan && !g_str_equal (name, "reflection"))
    return g_strdup (name);

  section = find_text_section (report, plan ? TRELLIS_SECTION_PLAN : TRELLIS_SECTION_REFLECTION);
  if (section != NULL)
    return name_text_page (section->base.id);
  return plan && can_begin_plan (report) ? g_strdup (name) : NULL;
}

/* The page where a record is edited. Returns: (nullable): none is built */
char *
trellis_page_name_for_record (const TrellisReport     *report,
                              const TrellisRecordType *type,
                              gint64                   id)
{
  const TrellisSection *section;

  if (type == &trellis_component_type)
    return g_strdup ("components");
  if (type == &trellis_involvement_type)
    return g_strdup ("matrix");
  if (type == &trellis_role_type)
    return g_strdup ("roles");
  if (type == &trellis_posting_type || type == &trellis_posting_skill_type)
    return g_strdup ("postings");
  if (type == &trellis_standing_type || type == &trellis_common_skill_type)
    return g_strdup ("skills");
  if (type == &trellis_roadmap_type || type == &trellis_roadmap_topic_type)
    return g_strdup ("roadmaps");
  if (type == &trellis_claim_type)
    return g_strdup ("demand");
  if (type != &trellis_section_type)
    return NULL;

  section = trellis_report_find (report, type, id);
  if (section == NULL)
    return NULL;
  return is_text_page (section) ? name_text_page (id)
                                : g_strdup (get_built_page ((TrellisSectionKind) section->kind));
}

/* What a section is called where its own heading would not do. */
const char *
trellis_section_kind_title (TrellisSectionKind kind)
{
  switch (kind)
    {
    case TRELLIS_SECTION_TEXT:
    case TRELLIS_SECTION_TITLE:
    case TRELLIS_SECTION_ME:
      return _("Whole Report");
    case TRELLIS_SECTION_MATRIX:
      return _("Components and Matrix");
    case TRELLIS_SECTION_ROLES:
      return _("Roles");
    case TRELLIS_SECTION_COMMON:
      return _("Common Skills");
    case TRELLIS_SECTION_ROLE:
      return _("Your Role");
    case TRELLIS_SECTION_HAVE:
      return _("Skills You Have");
    case TRELLIS_SECTION_LACK:
      return _("Skills You Lack");
    case TRELLIS_SECTION_POSTINGS:
      return _("Postings");
    case TRELLIS_SECTION_RECURRING:
      return _("Skills in Several Postings");
    case TRELLIS_SECTION_SINGLE:
      return _("Skills in One Posting");
    case TRELLIS_SECTION_REFLECTION:
      return _("Reflection");
    case TRELLIS_SECTION_IMPROVE:
      return _("Skills to Improve");
    case TRELLIS_SECTION_PLAN:
      return _("Plan");
    default:
      g_return_val_if_reached ("");
    }
}

/* What stands above a group in the sidebar. Returns: (nullable) */
const char *
trellis_page_group_title (TrellisPageGroup group)
{
  switch (group)
    {
    case TRELLIS_GROUP_PRODUCT:
      return _("Product");
    case TRELLIS_GROUP_YOU:
      return _("You");
    case TRELLIS_GROUP_MARKET:
      return _("Market");
    case TRELLIS_GROUP_WRITING:
      return _("Writing");
    case TRELLIS_GROUP_TEXT:
      return _("Kept as Text");
    default:
      return NULL;
    }
}

static void
count_criteria (TrellisPageEntry    *entry,
                const TrellisReport *report,
                const TrellisCheck  *check)
{
  guint n = 0;

  for (guint i = 0; check != NULL && i < check->criteria->len; i++)
    {
      const TrellisCriterion *criterion = check->criteria->pdata[i];
      g_autofree char        *page = trellis_page_name_for_criterion (report, criterion);

      if (criterion->status == TRELLIS_CRITERION_JUDGE || g_strcmp0 (page, entry->name) != 0)
        continue;
      n++;
      entry->n_unmet += criterion->status == TRELLIS_CRITERION_UNMET;
    }

  entry->all_met = n > 0 && entry->n_unmet == 0;
}

static TrellisPageEntry *
add_entry (GPtrArray       *entries,
           const char      *name,
           const char      *title,
           const char      *icon,
           TrellisPageGroup group,
           int              n_items)
{
  TrellisPageEntry *entry = g_new0 (TrellisPageEntry, 1);

  entry->name = g_strdup (name);
  entry->title = g_strdup (title);
  entry->icon = icon;
  entry->group = group;
  entry->n_items = n_items;
  g_ptr_array_add (entries, entry);
  return entry;
}

/* A section's heading in plain words, or what it is. */
char *
trellis_section_title (const TrellisSection *section)
{
  g_autoptr (TrellisNode) heading = NULL;
  char                   *title;

  if (!trellis_section_is_kept_as_text (section))
    return g_strdup (trellis_section_kind_title ((TrellisSectionKind) section->kind));

  heading = trellis_markdown_parse_inlines (section->heading);
  title = g_strstrip (trellis_node_to_plain_text (heading));
  if (*title != '\0')
    return title;

  g_free (title);
  return g_strdup (_("Text Before the First Heading"));
}

static const char *
get_text_icon (const TrellisSection *section)
{
  if (trellis_section_is_kept_as_text (section))
    return "text-x-generic-symbolic";
  return section->kind == TRELLIS_SECTION_PLAN ? "x-office-calendar-symbolic"
                                               : "text-editor-symbolic";
}

static void
add_text_entries (GPtrArray           *entries,
                  const TrellisReport *report,
                  TrellisPageGroup     group)
{
  for (guint i = 0; i < report->sections->len; i++)
    {
      const TrellisSection *section = report->sections->pdata[i];
      gboolean              kept = trellis_section_is_kept_as_text (section);
      g_autofree char      *name = name_text_page (section->base.id);
      g_autofree char      *title = trellis_section_title (section);
      TrellisPageEntry     *entry;

      if (!is_text_page (section) || kept != (group == TRELLIS_GROUP_TEXT))
        continue;

      entry = add_entry (entries, name, title, get_text_icon (section), group, -1);
      entry->section_id = section->base.id;
    }
}

static void
add_plan_entry (GPtrArray           *entries,
                const TrellisReport *report)
{
  if (can_begin_plan (report))
    add_entry (entries, "plan", trellis_section_kind_title (TRELLIS_SECTION_PLAN),
               "x-office-calendar-symbolic", TRELLIS_GROUP_WRITING, -1);
}

/**
 * trellis_page_entries:
 * @check: (nullable): what the criteria say
 *
 * Returns: (transfer full) (element-type TrellisPageEntry): the sidebar's entries
 */
GPtrArray *
trellis_page_entries (const TrellisReport *report,
                      const TrellisCheck  *check)
{
  GPtrArray *entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_page_entry_free);

  add_entry (entries, "overview",
             _("Overview"), "trellis-overview-symbolic", TRELLIS_GROUP_NONE, -1);
  add_entry (entries, "components",
             _("Components"), "package-x-generic-symbolic", TRELLIS_GROUP_PRODUCT,
             (int) report->components->len);
  add_entry (entries, "matrix",
             _("Matrix"), "view-grid-symbolic", TRELLIS_GROUP_PRODUCT,
             (int) report->involvements->len);
  add_entry (entries, "roles",
             _("Roles"), "system-users-symbolic", TRELLIS_GROUP_PRODUCT, (int) report->roles->len);
  add_entry (entries, "skills",
             _("Skills"), "trellis-skills-symbolic", TRELLIS_GROUP_YOU,
             (int) (report->standings->len + report->common_skills->len));
  add_entry (entries, "roadmaps",
             _("Roadmaps"), "trellis-roadmaps-symbolic", TRELLIS_GROUP_YOU,
             (int) report->roadmaps->len);
  add_entry (entries, "postings",
             _("Postings"), "trellis-postings-symbolic", TRELLIS_GROUP_MARKET,
             (int) report->postings->len);
  add_entry (entries, "demand",
             _("Demand"), "trellis-demand-symbolic", TRELLIS_GROUP_MARKET, -1);
  add_text_entries (entries, report, TRELLIS_GROUP_WRITING);
  add_plan_entry (entries, report);
  add_text_entries (entries, report, TRELLIS_GROUP_TEXT);
  add_entry (entries, "report",
             _("Report"), "document-print-preview-symbolic", TRELLIS_GROUP_END, -1);

  for (guint i = 0; i < entries->len; i++)
    count_criteria (entries->pdata[i], report, check);
  return entries;
}

/* Whether the two have the same pages, in the same order. @a: (nullable) */
gboolean
trellis_page_entries_name_the_same (GPtrArray *a,
                                    GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (((const TrellisPageEntry *) a->pdata[i])->name,
                      ((const TrellisPageEntry *) b->pdata[i])->name))
      return FALSE;

  return TRUE;
}

void
trellis_page_entry_free (TrellisPageEntry *self)
{
  g_free (self->name);
  g_free (self->title);
  g_free (self);
}

/* What a screen reader says: “Matrix, 1 criterion unmet”. */
char *
trellis_page_entry_describe (const TrellisPageEntry *self)
{
  g_autofree char *state = NULL;

  if (self->n_unmet > 0)
    state = g_strdup_printf (ngettext ("%u criterion unmet", "%u criteria unmet", self->n_unmet),
                             self->n_unmet);
  else if (self->all_met)
    state = g_strdup (_("all criteria met"));
  else if (self->n_items >= 0)
    state = g_strdup_printf ("%d", self->n_items);

  return g_strjoin (", ", self->title, state, NULL);
}
