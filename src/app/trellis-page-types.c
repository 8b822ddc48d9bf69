/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-page-types.h"

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

/* The class of the page of that name; of what is not built, the one for texts. */
GType
trellis_page_type_get (const char *name)
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
