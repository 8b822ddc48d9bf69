/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-page-shelf.h"

#include "trellis-components-page.h"
#include "trellis-demand-page.h"
#include "trellis-matrix-page.h"
#include "trellis-overview-page.h"
#include "trellis-plan-start-page.h"
#include "trellis-postings-page.h"
#include "trellis-report-page.h"
#include "trellis-roadmaps-page.h"
#include "trellis-roles-page.h"
#include "trellis-skills-page.h"
#include "trellis-text-page.h"

struct _TrellisPageShelf
{
  GHashTable *pages;   /* name → TrellisPage */
  GPtrArray  *dropped; /* TrellisPage: of the report before */
  guint       source;
};

/* The class of the page of that name; of what is not built, the one for texts. */
static GType
get_type (const char *name)
{
  static const struct
  {
    const char *name;
    GType (*get_type) (void);
  } types[] = {
    { "overview", trellis_overview_page_get_type },
    { "components", trellis_components_page_get_type },
    { "matrix", trellis_matrix_page_get_type },
    { "roles", trellis_roles_page_get_type },
    { "skills", trellis_skills_page_get_type },
    { "roadmaps", trellis_roadmaps_page_get_type },
    { "postings", trellis_postings_page_get_type },
    { "demand", trellis_demand_page_get_type },
    { "plan", trellis_plan_start_page_get_type },
    { "report", trellis_report_page_get_type },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].name, name))
      return types[i].get_type ();

  return TRELLIS_TYPE_TEXT_PAGE;
}

TrellisPageShelf *
trellis_page_shelf_new (void)
{
  TrellisPageShelf *self = g_new0 (TrellisPageShelf, 1);

  self->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->dropped = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
trellis_page_shelf_free (TrellisPageShelf *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_ptr_array_unref (self->dropped);
  g_hash_table_unref (self->pages);
  g_free (self);
}

/* Returns: (transfer none) (nullable): the page of that name, if it is built */
TrellisPage *
trellis_page_shelf_find (const TrellisPageShelf *self,
                         const char             *name)
{
  return g_hash_table_lookup (self->pages, name);
}

/**
 * trellis_page_shelf_build:
 * @section_id: what a page for texts shows
 *
 * Returns: (transfer none): a new page; it has shown nothing yet
 */
TrellisPage *
trellis_page_shelf_build (TrellisPageShelf *self,
                          const char       *name,
                          gint64            section_id,
                          TrellisSession   *session)
{
  GType        type = get_type (name);
  TrellisPage *page = g_object_new (type, "session", session, NULL);

  if (type == TRELLIS_TYPE_TEXT_PAGE)
    trellis_text_page_set_section (TRELLIS_TEXT_PAGE (page), section_id);
  adw_navigation_page_set_tag (ADW_NAVIGATION_PAGE (page), name);
  g_hash_table_insert (self->pages, g_strdup (name), g_object_ref_sink (page));
  return page;
}

static gboolean
drop_cb (gpointer data)
{
  TrellisPageShelf *self = data;

  g_ptr_array_remove_index_fast (self->dropped, self->dropped->len - 1);
  if (self->dropped->len > 0)
    return G_SOURCE_CONTINUE;

  self->source = 0;
  return G_SOURCE_REMOVE;
}

/* All of them at once would take longer than a frame: each goes when nothing else is to be done. */
static void
drop (TrellisPageShelf *self,
      GHashTableIter   *iter,
      TrellisPage      *page)
{
  g_ptr_array_add (self->dropped, g_object_ref (page));
  g_hash_table_iter_remove (iter);
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_LOW, drop_cb, self, NULL);
}

/* Takes the pages for texts away: another report has others. */
void
trellis_page_shelf_drop_texts (TrellisPageShelf *self)
{
  GHashTableIter iter;
  gpointer       page;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, NULL, &page))
    if (TRELLIS_IS_TEXT_PAGE (page))
      drop (self, &iter, page);
}

/* Takes all pages but one away: of another report they are built again when they are shown, and
 * most never are. */
void
trellis_page_shelf_drop_others (TrellisPageShelf *self,
                                TrellisPage      *shown)
{
  GHashTableIter iter;
  gpointer       page;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, NULL, &page))
    if (page != shown)
      drop (self, &iter, page);
}
