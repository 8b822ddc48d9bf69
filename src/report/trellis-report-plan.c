/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-plan.h"

#define NOWHERE G_MAXUINT

static void
entry_free (gpointer data)
{
  TrellisPlanEntry *entry = data;

  g_free (entry->heading);
  g_free (entry);
}

static TrellisPlanEntry *
add_entry (GPtrArray            *plan,
           const TrellisSection *section,
           const char           *document,
           const char           *heading,
           int                   level)
{
  TrellisPlanEntry *entry = g_new0 (TrellisPlanEntry, 1);

  entry->section = section;
  entry->document = document;
  entry->heading = g_strdup (heading);
  entry->level = level;
  g_ptr_array_add (plan, entry);
  return entry;
}

static const char *
heading_in (const TrellisTemplateSection *section,
            const char                   *language)
{
  gboolean russian = g_str_has_prefix (language, "ru");

  return russian && section->heading_ru != NULL && *section->heading_ru != '\0'
             ? section->heading_ru
             : section->heading;
}

static gboolean
is_known (const TrellisTemplate *layout,
          const TrellisSection  *section)
{
  return section->kind != TRELLIS_SECTION_TEXT
         && trellis_template_find_section (layout, section->kind, NULL) != NULL;
}

/* A heading that only grouped others has nothing to say in a layout that does not know it. */
static gboolean
is_empty_group (const TrellisSection *section)
{
  return (section->kind == TRELLIS_SECTION_ME || section->kind == TRELLIS_SECTION_TITLE)
         && *section->text == '\0' && *section->before == '\0' && *section->after == '\0';
}

/* What the template calls the section: of several titles the one of the same file. */
static const TrellisTemplateSection *
find_wanted (const TrellisTemplate *layout,
             const TrellisSection  *section)
{
  for (guint i = 0; i < layout->documents->len; i++)
    {
      const TrellisTemplateDocument *document = g_ptr_array_index (layout->documents, i);

      for (guint j = 0; j < document->sections->len; j++)
        {
          const TrellisTemplateSection *wanted = g_ptr_array_index (document->sections, j);

          if ((int) wanted->kind == section->kind
              && (wanted->kind != TRELLIS_SECTION_TITLE
                  || g_str_equal (document->file, section->document)))
            return wanted;
        }
    }
  return NULL;
}

/* The heading in another language where the section is one that the template knows. */
static const char *
translated_heading (const TrellisReport  *report,
                    const TrellisSection *section,
                    const char           *language)
{
  const TrellisTemplate *layout
      = *report->layout != '\0' ? trellis_template_get (report->layout) : NULL;
  const TrellisTemplateSection *wanted = NULL;

  if (layout != NULL && section->level > 0 && section->kind != TRELLIS_SECTION_TEXT
      && g_ascii_strncasecmp (language, report->language, 2) != 0)
    wanted = find_wanted (layout, section);
  return wanted != NULL ? heading_in (wanted, language) : section->heading;
}

/* The report's own order and headings. */
static void
plan_as_written (GPtrArray           *plan,
                 const TrellisReport *report,
                 const char          *document,
                 const char          *language)
{
  for (guint i = 0; i < report->sections->len; i++)
    {
      const TrellisSection *section = g_ptr_array_index (report->sections, i);

      if (document == NULL || g_str_equal (section->document, document))
        add_entry (plan, section, section->document, translated_heading (report, section, language),
                   section->level);
    }
}

/* Whether it stands before all sections of its file, as the title and what follows it do. */
static gboolean
opens_file (const TrellisReport *report,
            guint                index)
{
  const TrellisSection *section = g_ptr_array_index (report->sections, index);

  for (guint i = index + 1; i > 0; i--)
    {
      const TrellisSection *before = g_ptr_array_index (report->sections, i - 1);

      if (!g_str_equal (before->document, section->document))
        return TRUE;
      if (before->kind != TRELLIS_SECTION_TEXT || before->level > 1)
        return FALSE;
    }
  return TRUE;
}

/* Sections that the layout does not know go with the known one before them. */
static void
add_followers (GPtrArray             *plan,
               const TrellisReport   *report,
               const TrellisTemplate *layout,
               guint                  first,
               const char            *file)
{
  for (guint i = first; i < report->sections->len; i++)
    {
      const TrellisSection *section = g_ptr_array_index (report->sections, i);

      if (is_known (layout, section))
        break;
      if (!is_empty_group (section) && section->kind != TRELLIS_SECTION_TITLE
          && !opens_file (report, i))
        add_entry (plan, section, file, section->heading, section->level);
    }
}

/* What stood in no document of the layout goes into its first. */
static gboolean
goes_into (const TrellisTemplate *layout,
           const TrellisSection  *section,
           guint                  index)
{
  for (guint i = 1; i < layout->documents->len; i++)
    {
      const TrellisTemplateDocument *document = g_ptr_array_index (layout->documents, i);

      if (g_str_equal (document->file, section->document))
        return i == index;
    }
  return index == 0;
}

/* The title comes first, whichever file it is in, and a second one below it; what stood under
 * titles that the layout does not have follows. */
static void
add_opening (GPtrArray             *plan,
             const TrellisReport   *report,
             const TrellisTemplate *layout,
             guint                  index,
             const char            *file)
{
  gboolean has_title = FALSE;

  for (guint i = 0; i < report->sections->len; i++)
    {
      const TrellisSection *section = g_ptr_array_index (report->sections, i);

      if (!opens_file (report, i) || !goes_into (layout, section, index))
        continue;
      add_entry (plan, section, file, section->heading,
                 section->level + (section->level == 1 && has_title ? 1 : 0));
      has_title = has_title || section->level == 1;
    }
  for (guint i = 0; i < report->sections->len; i++)
    {
      const TrellisSection *section = g_ptr_array_index (report->sections, i);

      if (section->kind == TRELLIS_SECTION_TITLE && !is_known (layout, section)
          && !is_empty_group (section) && goes_into (layout, section, index))
        add_entry (plan, section, file, "", 0);
    }
  if (index == 0)
    add_followers (plan, report, layout, 0, file);
}

static guint
find_kind (const TrellisReport *report,
           TrellisSectionKind   kind)
{
  for (guint i = 0; i < report->sections->len; i++)
    if (((TrellisSection *) g_ptr_array_index (report->sections, i))->kind == (int) kind)
      return i;
  return NOWHERE;
}

/* Every document may have a title: the one that stands in the file of that name, or else the
 * report's first, for the first document. */
static guint
find_title (const TrellisReport *report,
            const char          *file,
            gboolean             is_first)
{
  guint first = find_kind (report, TRELLIS_SECTION_TITLE);

  for (guint i = first; i < report->sections->len; i++)
    {
      const TrellisSection *section = g_ptr_array_index (report->sections, i);

      if (section->kind == TRELLIS_SECTION_TITLE && g_str_equal (section->document, file))
        return i;
    }
  return is_first ? first : NOWHERE;
}

static void
plan_section (GPtrArray                     *plan,
              const TrellisReport           *report,
              const TrellisTemplate         *layout,
              const TrellisTemplateDocument *document,
              const TrellisTemplateSection  *wanted,
              const char                    *language)
{
  guint             index = wanted->kind == TRELLIS_SECTION_TITLE
                                ? find_title (report, document->file,
                                              document == g_ptr_array_index (layout->documents, 0))
                                : find_kind (report, wanted->kind);
  gboolean          there = index != NOWHERE;
  TrellisPlanEntry *entry;

  if (!there && wanted->optional)
    return;
  entry = add_entry (plan, there ? g_ptr_array_index (report->sections, index) : NULL,
                     document->file, heading_in (wanted, language), wanted->level);
  entry->groups = wanted->kind == TRELLIS_SECTION_ME || wanted->kind == TRELLIS_SECTION_TITLE;
  if (there)
    add_followers (plan, report, layout, index + 1, document->file);
}

static gboolean
has_content_below (GPtrArray *plan,
                   guint      group)
{
  const TrellisPlanEntry *head = g_ptr_array_index (plan, group);

  for (guint i = group + 1; i < plan->len; i++)
    {
      const TrellisPlanEntry *entry = g_ptr_array_index (plan, i);

      if (!g_str_equal (entry->document, head->document)
          || (entry->level > 0 && entry->level <= head->level))
        return FALSE;
      if (entry->section != NULL)
        return TRUE;
    }
  return FALSE;
}

/* A heading that groups others is there as long as one of them is, whether or not the report had
 * it: the layout it comes from may have grouped otherwise. */
static void
drop_empty_groups (GPtrArray *plan)
{
  for (guint i = plan->len; i > 0; i--)
    {
      const TrellisPlanEntry *entry = g_ptr_array_index (plan, i - 1);

      if (entry->groups && (entry->section == NULL || is_empty_group (entry->section))
          && !has_content_below (plan, i - 1))
        g_ptr_array_remove_index (plan, i - 1);
    }
}

static void
plan_by_layout (GPtrArray             *plan,
                const TrellisReport   *report,
                const TrellisTemplate *layout,
                const char            *only,
                const char            *language)
{
  for (guint i = 0; i < layout->documents->len; i++)
    {
      const TrellisTemplateDocument *document = g_ptr_array_index (layout->documents, i);

      if (only != NULL && !g_str_equal (document->file, only))
        continue;
      add_opening (plan, report, layout, i, document->file);
      for (guint j = 0; j < document->sections->len; j++)
        plan_section (plan, report, layout, document, g_ptr_array_index (document->sections, j),
                      language);
    }
  drop_empty_groups (plan);
}

/* Says which section stands where, and under which heading: as `layout` has it, or as the report
 * itself does when it is NULL; only in the file `document`, or in all. Sections that the layout
 * does not know stay behind the one they followed. Elements: TrellisPlanEntry. */
GPtrArray *
trellis_report_plan (const TrellisReport   *report,
                     const TrellisTemplate *layout,
                     const char            *document,
                     const char            *language)
{
  GPtrArray *plan = g_ptr_array_new_with_free_func (entry_free);

  if (layout == NULL)
    plan_as_written (plan, report, document, language);
  else
    plan_by_layout (plan, report, layout, document, language);
  return plan;
}
