/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"

G_BEGIN_DECLS

/* What a person did, stored as kind + names and worded when it is shown, in the language of that
 * moment. Appended only: the history stores the kinds by name. */
typedef enum
{
  TRELLIS_CHANGE_ASSIGN,      /* name: role; other: component */
  TRELLIS_CHANGE_REMOVE,      /* name: role; other: component */
  TRELLIS_CHANGE_REWORD,      /* name: role; other: component */
  TRELLIS_CHANGE_ASSIGN_MANY, /* count: cells */
  TRELLIS_CHANGE_REMOVE_MANY, /* count: cells */
  TRELLIS_CHANGE_RENAME,      /* name: the old one */
  TRELLIS_CHANGE_EDIT,        /* name */
  TRELLIS_CHANGE_ADD,         /* name */
  TRELLIS_CHANGE_DELETE,      /* name */
  TRELLIS_CHANGE_MOVE,        /* name */
  TRELLIS_CHANGE_SORT,
  TRELLIS_CHANGE_IMPORT,            /* name: the report's title; count: of several reports */
  TRELLIS_CHANGE_IMPORT_COMPONENTS, /* count */
  TRELLIS_CHANGE_IMPORT_MATRIX,     /* count: cells */
  TRELLIS_CHANGE_NEW_REPORT,        /* name */
  TRELLIS_CHANGE_DUPLICATE,         /* name */
  TRELLIS_CHANGE_EDIT_DETAILS,
  TRELLIS_CHANGE_SET_LEVEL,   /* name: skill; other: the level as stored */
  TRELLIS_CHANGE_CHOOSE_ROLE, /* name: role */
  TRELLIS_CHANGE_MERGE,       /* name: role merged; other: into this one */
  TRELLIS_CHANGE_USE_COMPUTED_LISTS,
  TRELLIS_CHANGE_USE_AUTHORED_LISTS,
  TRELLIS_CHANGE_TEMPLATE,
  TRELLIS_CHANGE_ADD_POSTINGS, /* count */
  TRELLIS_CHANGE_ADD_SKILLS,   /* count */
  TRELLIS_CHANGE_MARK,         /* name: topic; other: its state as stored */
  TRELLIS_CHANGE_MARK_MANY,    /* name: roadmap; count: topics */
  TRELLIS_CHANGE_ALIAS,        /* name: the text; other: the name it stands for */
  TRELLIS_CHANGE_UNALIAS,      /* name: the text; other: the name it stood for */
  TRELLIS_CHANGE_UPDATE,       /* name: roadmap */
  TRELLIS_CHANGE_DISMISS,      /* count: skills; name: the first */
} TrellisChangeKind;

typedef struct
{
  gint64            id; /* in the history; 0 before it is there */
  gint64            report_id;
  TrellisChangeKind kind;
  char             *name;
  char             *other;
  guint             count;
  char             *made;   /* ISO 8601, UTC */
  gboolean          undone; /* waits to be redone */
} TrellisChange;

TrellisChange *trellis_change_new (TrellisChangeKind kind);
TrellisChange *trellis_change_copy (const TrellisChange *self);
void           trellis_change_free (TrellisChange *self);
char          *trellis_change_get_label (const TrellisChange *self);

const char       *trellis_change_kind_to_name (TrellisChangeKind kind);
TrellisChangeKind trellis_change_kind_from_name (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisChange, trellis_change_free)

typedef enum
{
  TRELLIS_ROW_INSERTED,
  TRELLIS_ROW_UPDATED,
  TRELLIS_ROW_DELETED,
} TrellisRowEvent;

typedef struct
{
  const TrellisRecordType *type; /* trellis_report_type for the report's own row */
  gint64                   id;
  TrellisRowEvent          event;
} TrellisChangedRow;

typedef enum
{
  TRELLIS_CAUSE_DO,
  TRELLIS_CAUSE_UNDO,
  TRELLIS_CAUSE_REDO,
  TRELLIS_CAUSE_OTHER, /* another process: which rows is not known, load again what is shown */
} TrellisCause;

/* What the store announces: all rows of one committed transaction. */
typedef struct
{
  TrellisCause   cause;
  TrellisChange *change; /* NULL when the cause is OTHER */
  GArray        *rows;   /* TrellisChangedRow; parents are not always before children */
} TrellisAnnouncement;

#define TRELLIS_TYPE_ANNOUNCEMENT (trellis_announcement_get_type ())
GType trellis_announcement_get_type (void);

TrellisAnnouncement *trellis_announcement_new (TrellisCause   cause,
                                               TrellisChange *change);
TrellisAnnouncement *trellis_announcement_copy (const TrellisAnnouncement *self);
void                 trellis_announcement_free (TrellisAnnouncement *self);
gboolean             trellis_announcement_touches (const TrellisAnnouncement *self,
                                                   const TrellisRecordType   *type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisAnnouncement, trellis_announcement_free)

G_END_DECLS
