/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The parts that can be told apart in the Markdown of a skill development plan: goals with their
 * five SMART parts, milestones, resources, measures, and every other text. A plan is never written
 * from its parts: each edit is a new text in which only the bytes of that part differ. Immutable.
 *
 * A part is known by its section ("## Milestones", "**Resources**", "Tracking:"), a goal also by
 * its own heading ("### Goal 2: Test it"), in English and Russian. Texts are never part of two
 * others, but what is written below a goal or a list item lies within it, and goes where it goes.
 */

typedef enum
{
  TRELLIS_PLAN_ABOUT, /* the text about the skill: one at most */
  TRELLIS_PLAN_GOAL,
  TRELLIS_PLAN_MILESTONE,
  TRELLIS_PLAN_RESOURCE,
  TRELLIS_PLAN_MEASURE,
  TRELLIS_PLAN_TEXT, /* whatever else is written */
  TRELLIS_PLAN_N_KINDS,
} TrellisPlanKind;

typedef enum
{
  TRELLIS_PLAN_NAME, /* a goal's title, what a milestone or a measure says, a resource's name */
  TRELLIS_PLAN_DATE, /* of a milestone */
  TRELLIS_PLAN_LINK, /* of a resource */
  TRELLIS_PLAN_BODY, /* of a text: Markdown of several lines */
  TRELLIS_PLAN_SPECIFIC,
  TRELLIS_PLAN_MEASURABLE,
  TRELLIS_PLAN_ACHIEVABLE,
  TRELLIS_PLAN_RELEVANT,
  TRELLIS_PLAN_TIME_BOUND,
  TRELLIS_PLAN_N_FIELDS,
} TrellisPlanField;

typedef struct
{
  gboolean there;
  gsize    line;  /* where its first line begins */
  gsize    label; /* where its label begins: of the SMART parts */
  gsize    begin; /* its own bytes: [begin, end) */
  gsize    end;
} TrellisPlanSpan;

typedef enum
{
  TRELLIS_PLAN_FORM_HEADING,
  TRELLIS_PLAN_FORM_ITEM,
  TRELLIS_PLAN_FORM_LINES, /* lines with labels, and no title */
} TrellisPlanForm;

typedef struct
{
  TrellisPlanKind kind;
  TrellisPlanForm form;
  int             level;   /* of its heading */
  int             indent;  /* of its list item, columns */
  gsize           begin;   /* the whole lines that it is written in: [begin, end) */
  gsize           content; /* behind the list marker */
  gsize           end;
  char           *heading; /* TEXT: what it stands under, or NULL */
  TrellisPlanSpan fields[TRELLIS_PLAN_N_FIELDS];
} TrellisPlanPart;

typedef struct
{
  gboolean there;
  int      level; /* of its heading; 0: a line */
  gsize    begin; /* of the heading */
  gsize    end;   /* behind its last line that is not blank */
} TrellisPlanSection;

typedef struct
{
  char              *text;
  GPtrArray         *parts; /* TrellisPlanPart, as they begin */
  TrellisPlanSection sections[TRELLIS_PLAN_N_KINDS];
} TrellisPlan;

TrellisPlan           *trellis_plan_new (const char *text);
void                   trellis_plan_free (TrellisPlan *self);
guint                  trellis_plan_count (const TrellisPlan *self,
                                           TrellisPlanKind    kind);
const TrellisPlanPart *trellis_plan_get (const TrellisPlan *self,
                                         TrellisPlanKind    kind,
                                         guint              index);
char                  *trellis_plan_get_field (const TrellisPlan     *self,
                                               const TrellisPlanPart *part,
                                               TrellisPlanField       field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisPlan, trellis_plan_free)

G_END_DECLS
