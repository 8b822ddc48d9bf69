/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-record.h"

G_BEGIN_DECLS

/* One student's work about one product, as plain values.
 *
 * TrellisReport owns one array for each record type, in reading order: `position` counts from 1
 * within a report (within its parent for involvements, posting skills and topics) and the arrays
 * are kept sorted by it. Records refer to each other by id. Fields named below as Markdown keep
 * inline and block markup; all others are plain text. What the author wrote around a structure
 * (label words, remarks) has a field of its own, so writing the report gives back every word that
 * was read. */

typedef enum
{
  TRELLIS_SECTION_TEXT,  /* Markdown of its own; nothing is drawn from tables */
  TRELLIS_SECTION_TITLE, /* the document's H1; text may follow it */
  TRELLIS_SECTION_MATRIX,
  TRELLIS_SECTION_ROLES, /* roles and responsibilities */
  TRELLIS_SECTION_COMMON,
  TRELLIS_SECTION_ME,   /* a heading that only groups: "My chosen role" over "Role" */
  TRELLIS_SECTION_ROLE, /* my role, with the reason: text */
  TRELLIS_SECTION_HAVE,
  TRELLIS_SECTION_LACK,
  TRELLIS_SECTION_POSTINGS,
  TRELLIS_SECTION_RECURRING,
  TRELLIS_SECTION_SINGLE,
  TRELLIS_SECTION_REFLECTION, /* text */
  TRELLIS_SECTION_IMPROVE,    /* text */
  TRELLIS_SECTION_PLAN,       /* text */
} TrellisSectionKind;

typedef enum
{
  TRELLIS_LIST_BULLETS,
  TRELLIS_LIST_NUMBERS, /* 1 … n */
  TRELLIS_LIST_ONES,    /* all 1 */

  /* The same, for a matrix whose cells are numbered 1 … n below each component. */
  TRELLIS_LIST_BULLETS_OVER_NUMBERS,
  TRELLIS_LIST_NUMBERS_OVER_NUMBERS,
  TRELLIS_LIST_ONES_OVER_NUMBERS,
} TrellisListStyle;

typedef enum
{
  TRELLIS_LEVEL_NONE,
  TRELLIS_LEVEL_BEGINNER,
  TRELLIS_LEVEL_INTERMEDIATE,
  TRELLIS_LEVEL_ADVANCED,
} TrellisLevel;

typedef enum
{
  TRELLIS_STANDING_HAVE,
  TRELLIS_STANDING_LACK,
} TrellisStandingList;

typedef enum
{
  TRELLIS_CLAIM_RECURRING,
  TRELLIS_CLAIM_SINGLE,
} TrellisClaimList;

typedef enum
{
  TRELLIS_REQUIREMENT_MUST,
  TRELLIS_REQUIREMENT_NICE,
  TRELLIS_REQUIREMENT_DISMISSED, /* found in the text, but not asked for: counts nowhere */
} TrellisRequirement;

typedef enum
{
  TRELLIS_LISTS_COMPUTED, /* recurring and single are drawn from the postings */
  TRELLIS_LISTS_AUTHORED, /* the author's own lists are printed, compared and flagged */
} TrellisLists;

typedef enum
{
  TRELLIS_TOPIC_MAIN, /* stands on the roadmap's own line */
  TRELLIS_TOPIC_SUB,
  TRELLIS_TOPIC_GROUP, /* names those under it, and is nothing to learn itself */
} TrellisTopicKind;

typedef enum
{
  TRELLIS_TOPIC_TODO,
  TRELLIS_TOPIC_LEARNING,
  TRELLIS_TOPIC_DONE,
  TRELLIS_TOPIC_SKIPPED,
} TrellisTopicState;

typedef enum
{
  TRELLIS_PRIORITY_NONE,        /* the roadmap does not say */
  TRELLIS_PRIORITY_RECOMMENDED, /* its author's own choice */
  TRELLIS_PRIORITY_ALTERNATIVE, /* instead of a recommended one */
  TRELLIS_PRIORITY_ANYTIME,     /* its place in the order does not matter */
} TrellisTopicPriority;

typedef struct
{
  TrellisRecord base;
  int           position;
  char         *document; /* the file it belongs to: "roles-and-skills.md" */
  int           kind;     /* TrellisSectionKind */
  int           level;    /* of the heading, 1–6; 0 when it has none */
  char         *heading;  /* Markdown, as written */
  int           style;    /* TrellisListStyle of its list */
  char         *before;   /* Markdown before the list */
  char         *after;    /* Markdown after the list */
  char         *text;     /* Markdown: the whole body where nothing is drawn from tables */
} TrellisSection;

typedef struct
{
  TrellisRecord base;
  int           position;
  char         *name;
  char         *grouping;    /* layer or package it stands under, or empty */
  char         *description; /* Markdown */
} TrellisComponent;

typedef struct
{
  TrellisRecord base;
  int           position; /* column of the matrix */
  char         *name;
  char         *aliases;          /* one a line */
  int           described;        /* place in the responsibilities section, from 1; 0: not there */
  char         *wording;          /* the name as written there, when it differs */
  char         *responsibilities; /* Markdown */
} TrellisRole;

typedef struct
{
  TrellisRecord base;
  gint64        component_id;
  gint64        role_id;
  int           position; /* within the component */
  char         *wording;  /* as written in this cell, when it differs from the role's name */
  char         *note;     /* Markdown */
} TrellisInvolvement;

typedef struct
{
  TrellisRecord base;
  int           position;
  char         *name;
  char         *grouping; /* "Soft skills" */
  char         *note;     /* Markdown */
} TrellisCommonSkill;

typedef struct
{
  TrellisRecord base;
  int           list; /* TrellisStandingList */
  int           position;
  char         *name;
  char         *qualifier; /* the bracket behind the name, without it */
  int           level;     /* TrellisLevel: the lower one of a range */
  char         *level_wording;
  char         *note; /* Markdown: evidence (have) or why it matters (lack) */
  gboolean      challenging;
} TrellisStanding;

typedef struct
{
  TrellisRecord base;
  int           position;
  char         *label; /* "Posting 1" */
  char         *title;
  char         *employer;
  char         *place;
  char         *captured;   /* ISO 8601 date */
  char         *link;       /* address as written */
  char         *link_label; /* "Link" */
  char         *link_text;  /* "link to the posting"; empty: the address itself */
  char         *skills_label;
  char         *note;   /* Markdown: the rest of what was written about it */
  char         *text;   /* the posting's own text, plain */
  char         *source; /* what it was taken from: "JobPosting", "pasted text"; empty: typed */
} TrellisPosting;

typedef struct
{
  TrellisRecord base;
  gint64        posting_id;
  int           position;
  char         *name;
  int           requirement; /* TrellisRequirement */
} TrellisPostingSkill;

typedef struct
{
  TrellisRecord base;
  int           list; /* TrellisClaimList */
  int           position;
  char         *name;
  char         *qualifier; /* the bracket behind the name, without it */
  int           claimed;   /* postings claimed; 0: none stated */
  char         *note;      /* Markdown: count, remark, the posting named */
} TrellisClaim;

typedef struct
{
  TrellisRecord base;
  int           position;
  char         *title;
  char         *slug; /* its name in addresses: "backend" */
  char         *link; /* where it was taken from */
} TrellisRoadmap;

typedef struct
{
  TrellisRecord base;
  gint64        roadmap_id;
  gint64        parent_id; /* the topic it stands under, or 0 */
  int           position;  /* within the roadmap: each topic before those under it */
  char         *node;      /* its id in the roadmap's file */
  char         *name;
  int           kind;     /* TrellisTopicKind */
  int           state;    /* TrellisTopicState */
  int           priority; /* TrellisTopicPriority */
} TrellisRoadmapTopic;

extern const TrellisRecordType trellis_section_type;
extern const TrellisRecordType trellis_component_type;
extern const TrellisRecordType trellis_role_type;
extern const TrellisRecordType trellis_involvement_type;
extern const TrellisRecordType trellis_common_skill_type;
extern const TrellisRecordType trellis_standing_type;
extern const TrellisRecordType trellis_posting_type;
extern const TrellisRecordType trellis_posting_skill_type;
extern const TrellisRecordType trellis_claim_type;
extern const TrellisRecordType trellis_roadmap_type;
extern const TrellisRecordType trellis_roadmap_topic_type;
extern const TrellisRecordType trellis_report_type; /* the report's own row */

/* All types but the report's own, parents before children, NULL-terminated. */
extern const TrellisRecordType *const trellis_report_parts[];

typedef struct
{
  TrellisRecord base;
  char         *title;
  char         *author;
  char         *course;
  char         *advisor;
  char         *language; /* "en" or "ru" */
  char         *layout;   /* the template's id; empty: none chosen */
  int           lists;    /* TrellisLists */
  char         *created;  /* ISO 8601, UTC */
  char         *edited;   /* ISO 8601, UTC */

  gint64     last_id;        /* the last id that trellis_report_add() gave */
  GPtrArray *sections;       /* TrellisSection */
  GPtrArray *components;     /* TrellisComponent */
  GPtrArray *roles;          /* TrellisRole */
  GPtrArray *involvements;   /* TrellisInvolvement, by component, then position */
  GPtrArray *common_skills;  /* TrellisCommonSkill */
  GPtrArray *standings;      /* TrellisStanding, by list, then position */
  GPtrArray *postings;       /* TrellisPosting */
  GPtrArray *posting_skills; /* TrellisPostingSkill, by posting, then position */
  GPtrArray *claims;         /* TrellisClaim, by list, then position */
  GPtrArray *roadmaps;       /* TrellisRoadmap */
  GPtrArray *roadmap_topics; /* TrellisRoadmapTopic, by roadmap, then position */
} TrellisReport;

TrellisReport *trellis_report_new (void);
TrellisReport *trellis_report_copy (const TrellisReport *self);
void           trellis_report_free (TrellisReport *self);
gboolean       trellis_report_equal (const TrellisReport *a,
                                     const TrellisReport *b);

GPtrArray          *trellis_report_get_part (const TrellisReport     *self,
                                             const TrellisRecordType *type);
gpointer            trellis_report_add (TrellisReport           *self,
                                        const TrellisRecordType *type);
gpointer            trellis_report_find (const TrellisReport     *self,
                                         const TrellisRecordType *type,
                                         gint64                   id);
TrellisRole        *trellis_report_find_role (const TrellisReport *self,
                                              const char          *name);
TrellisInvolvement *trellis_report_find_involvement (const TrellisReport *self,
                                                     gint64               component_id,
                                                     gint64               role_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisReport, trellis_report_free)

G_END_DECLS
