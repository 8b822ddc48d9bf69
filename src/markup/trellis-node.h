/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The document tree. The report builder and the Markdown reader make it; Markdown, PDF pages and
 * the preview are renderers of it. Besides the blocks and inlines of Markdown it has nodes of
 * meaning, which each renderer writes its own way.
 *
 * Invariants: a node has at most one parent and owns its children; blocks stand in blocks, inlines
 * in PARAGRAPH, HEADING, TABLE_CELL and inlines; an item of meaning (COMPONENT, ROLE, SKILL,
 * POSTING) stands in a LIST, beside or instead of ITEM, and its block children are what the author
 * wrote about it beyond its attributes. */

typedef enum
{
  TRELLIS_NODE_DOCUMENT, /* blocks; NAME: title, LANGUAGE */

  /* blocks */
  TRELLIS_NODE_HEADING,    /* inlines; number: level 1–6 */
  TRELLIS_NODE_PARAGRAPH,  /* inlines */
  TRELLIS_NODE_LIST,       /* items; number: TrellisListKind; flag: loose (blank lines between) */
  TRELLIS_NODE_ITEM,       /* blocks */
  TRELLIS_NODE_QUOTE,      /* blocks */
  TRELLIS_NODE_CODE_BLOCK, /* text: content; NAME: info string */
  TRELLIS_NODE_HTML_BLOCK, /* text: raw, comments too */
  TRELLIS_NODE_TABLE,      /* rows; the first is the head */
  TRELLIS_NODE_TABLE_ROW,  /* cells */
  TRELLIS_NODE_TABLE_CELL, /* inlines; number: alignment 0 none, 1 left, 2 centre, 3 right */
  TRELLIS_NODE_RULE,
  TRELLIS_NODE_FRONT_MATTER, /* text: raw, between the dashes */
  TRELLIS_NODE_DEFINITION,   /* text: a link reference definition, raw */

  /* blocks of meaning */
  TRELLIS_NODE_COVER,       /* NAME: title, AUTHOR, COURSE, ADVISOR, DATE; values: capture dates */
  TRELLIS_NODE_MATRIX,      /* LISTs of COMPONENT; values: the roles, in column order */
  TRELLIS_NODE_COMPONENT,   /* NAME; INVOLVEMENT children, then blocks: its description; number:
                               TrellisListKind of its involvements */
  TRELLIS_NODE_INVOLVEMENT, /* NAME: as written in the cell; number: column from 0; blocks: note */
  TRELLIS_NODE_ROLE,        /* NAME; blocks: responsibilities */
  TRELLIS_NODE_SKILL,       /* NAME, QUALIFIER, LEVEL; number: 0–3 dots; flag: challenging; note */
  TRELLIS_NODE_POSTING,     /* LABEL, NAME: title, EMPLOYER, PLACE, DATE, TARGET, TARGET_LABEL,
                               TARGET_TEXT, SKILLS_LABEL; values: skills; blocks: note */
  TRELLIS_NODE_DEMAND,      /* DEMAND_BAR children; number: how many postings there are */
  TRELLIS_NODE_DEMAND_BAR,  /* NAME: skill; number: postings asking; flag: I have it;
                               values: posting numbers, from "1" */
  TRELLIS_NODE_EVIDENCE,    /* blocks: skill → posting → sentence */
  TRELLIS_NODE_CRITERIA,    /* CRITERION children */
  TRELLIS_NODE_CRITERION,   /* NAME: the sentence; number: 0 met, 1 unmet, 2 for a person */

  /* inlines */
  TRELLIS_NODE_TEXT, /* text: plain, entities resolved only where that loses no word */
  TRELLIS_NODE_EMPHASIS,
  TRELLIS_NODE_STRONG,
  TRELLIS_NODE_STRIKE,
  TRELLIS_NODE_CODE,  /* text */
  TRELLIS_NODE_LINK,  /* inlines; TARGET: address as written; NAME: title; LABEL: of its definition;
                         flag: stands as its bare address */
  TRELLIS_NODE_IMAGE, /* inlines: alternative text; TARGET, NAME and LABEL as LINK */
  TRELLIS_NODE_HTML,  /* text: raw inline tag, comment or entity, as written */
  TRELLIS_NODE_SOFT_BREAK,
  TRELLIS_NODE_HARD_BREAK,
} TrellisNodeType;

typedef enum
{
  TRELLIS_LIST_KIND_BULLETS,
  TRELLIS_LIST_KIND_NUMBERS, /* written 1 … n */
  TRELLIS_LIST_KIND_ONES,    /* written all 1 */
} TrellisListKind;

typedef enum
{
  TRELLIS_ATTRIBUTE_NAME,
  TRELLIS_ATTRIBUTE_LABEL,
  TRELLIS_ATTRIBUTE_QUALIFIER,
  TRELLIS_ATTRIBUTE_LEVEL,
  TRELLIS_ATTRIBUTE_TARGET,
  TRELLIS_ATTRIBUTE_TARGET_LABEL,
  TRELLIS_ATTRIBUTE_TARGET_TEXT,
  TRELLIS_ATTRIBUTE_SKILLS_LABEL,
  TRELLIS_ATTRIBUTE_EMPLOYER,
  TRELLIS_ATTRIBUTE_PLACE,
  TRELLIS_ATTRIBUTE_DATE,
  TRELLIS_ATTRIBUTE_AUTHOR,
  TRELLIS_ATTRIBUTE_COURSE,
  TRELLIS_ATTRIBUTE_ADVISOR,
  TRELLIS_ATTRIBUTE_LANGUAGE, /* BCP 47, on any block: "ru" */
  TRELLIS_N_ATTRIBUTES
} TrellisAttribute;

typedef struct _TrellisNode TrellisNode;

/* Read freely; change only through the functions below. */
struct _TrellisNode
{
  TrellisNodeType type;
  TrellisNode    *parent;
  TrellisNode    *previous;
  TrellisNode    *next;
  TrellisNode    *first_child;
  TrellisNode    *last_child;
  int             number;     /* what the type says */
  gboolean        flag;       /* what the type says */
  char           *text;       /* what the type says, or NULL */
  char          **attributes; /* by TrellisAttribute, or NULL when it has none */
  GPtrArray      *values;     /* char *, or NULL */
};

TrellisNode *trellis_node_new (TrellisNodeType type);
TrellisNode *trellis_node_new_text (TrellisNodeType type,
                                    const char     *text);
TrellisNode *trellis_node_copy (const TrellisNode *self);
void         trellis_node_free (TrellisNode *self);
gboolean     trellis_node_equal (const TrellisNode *a,
                                 const TrellisNode *b);

TrellisNode *trellis_node_append (TrellisNode *self,
                                  TrellisNode *child);
void         trellis_node_insert_before (TrellisNode *sibling,
                                         TrellisNode *node);
TrellisNode *trellis_node_unlink (TrellisNode *self);
void         trellis_node_append_children_of (TrellisNode *self,
                                              TrellisNode *other);
TrellisNode *trellis_node_next_in_tree (const TrellisNode *self,
                                        const TrellisNode *root);

const char *trellis_node_get (const TrellisNode *self,
                              TrellisAttribute   attribute);
void        trellis_node_set (TrellisNode     *self,
                              TrellisAttribute attribute,
                              const char      *value);
void        trellis_node_add_value (TrellisNode *self,
                                    const char  *value);
guint       trellis_node_n_values (const TrellisNode *self);
const char *trellis_node_value (const TrellisNode *self,
                                guint              index);

gboolean trellis_node_is_block (const TrellisNode *self);
char    *trellis_node_to_plain_text (const TrellisNode *self);
char    *trellis_node_dump (const TrellisNode *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisNode, trellis_node_free)

G_END_DECLS
