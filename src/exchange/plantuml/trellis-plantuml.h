/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"

G_BEGIN_DECLS

/* Components out of a PlantUML component or deployment diagram (C4 macros too, also Mermaid's),
 * and back into one. What a line says that is not understood is kept, never guessed at. */

/* So many lines that were not understood are kept; all of them are counted. */
#define TRELLIS_PLANTUML_MAX_SKIPPED 100

typedef struct
{
  const char *kind;        /* interned keyword: "component", "queue", "ContainerDb" */
  char       *name;        /* as drawn, on one line, without markup */
  char       *alias;       /* what arrows call it: the name where it has no other */
  char       *group;       /* GRefString: "Shop / Core services"; empty: in no group */
  char       *description; /* plain text: what a C4 macro or the lower part of a box says */
  int         line;        /* from 1 */
  guint       diagram;     /* of the file, from 1 */
  gboolean    offered;     /* it has a name worth a row */
  gboolean    ticked;      /* by its kind a component; others only when somebody asks */
} TrellisPlantumlElement;

typedef struct
{
  char *name;
  char *alias;
  char *path; /* GRefString: "Shop / Core services", its own name the last */
  int   line;
  guint diagram;
} TrellisPlantumlGroup;

typedef struct
{
  int   line;
  char *text;
} TrellisPlantumlSkipped;

typedef struct
{
  char      *title;          /* of the first diagram that has one, or empty */
  GPtrArray *elements;       /* TrellisPlantumlElement, in the order of the lines */
  GPtrArray *groups;         /* TrellisPlantumlGroup, named ones only */
  GPtrArray *not_understood; /* TrellisPlantumlSkipped, the first ones */
  guint      n_not_understood;
  guint      n_links;
  guint      n_diagrams;
} TrellisPlantuml;

TrellisPlantuml *trellis_plantuml_read (const char *text,
                                        const char *name,
                                        GError    **error);
void             trellis_plantuml_free (TrellisPlantuml *self);
guint            trellis_plantuml_count_ticked (const TrellisPlantuml *self);

TrellisReport *trellis_plantuml_to_report (const TrellisPlantuml *self,
                                           const char            *file);
char          *trellis_plantuml_write (const TrellisReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisPlantuml, trellis_plantuml_free)

G_END_DECLS
