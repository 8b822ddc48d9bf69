/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-plantuml.h"

G_BEGIN_DECLS

/* One line without white space at its ends; `text` lies in the buffer of the lines. */
typedef struct
{
  char *text;
  int   number;
} TrellisPlantumlLine;

/* What ends a statement of several lines. Each is told from one line alone, so one that is not
 * found once is never looked for again. */
typedef enum
{
  TRELLIS_PLANTUML_END_NOTE,
  TRELLIS_PLANTUML_END_TITLE,
  TRELLIS_PLANTUML_END_HEADER,
  TRELLIS_PLANTUML_END_FOOTER,
  TRELLIS_PLANTUML_END_CAPTION,
  TRELLIS_PLANTUML_END_LEGEND,
  TRELLIS_PLANTUML_END_STYLE,
  TRELLIS_PLANTUML_END_PROCEDURE,
  TRELLIS_PLANTUML_END_BRACKET,
  TRELLIS_PLANTUML_END_QUOTE,
  TRELLIS_PLANTUML_END_CALL,
  TRELLIS_PLANTUML_N_ENDS
} TrellisPlantumlEnd;

/* Other diagrams, told by their words. */
typedef enum
{
  TRELLIS_PLANTUML_SEQUENCE,
  TRELLIS_PLANTUML_CLASS,
  TRELLIS_PLANTUML_STATE,
  TRELLIS_PLANTUML_ACTIVITY,
  TRELLIS_PLANTUML_FLOWCHART,
  TRELLIS_PLANTUML_OTHER,
  TRELLIS_PLANTUML_N_FOREIGN
} TrellisPlantumlForeign;

typedef struct
{
  char    *path;   /* GRefString of the innermost named group */
  guint    depth;  /* of named groups */
  gboolean silent; /* skinparam and its like: nothing in it is drawn */
  int      line;
} TrellisPlantumlFrame;

/* A name in an arrow that nothing had declared yet. */
typedef struct
{
  char *id;
  char *path; /* GRefString */
  int   line;
} TrellisPlantumlReference;

typedef struct
{
  TrellisPlantuml *result;
  GArray          *lines; /* TrellisPlantumlLine */
  guint            next;  /* the line after the one that is read */
  guint            end;   /* of this diagram */
  int              line;
  guint            diagram;
  GArray          *frames;     /* TrellisPlantumlFrame */
  GHashTable      *known;      /* aliases and names of this diagram */
  GArray          *references; /* TrellisPlantumlReference */
  gboolean         missing[TRELLIS_PLANTUML_N_ENDS];
  guint            signs[TRELLIS_PLANTUML_N_FOREIGN];
  guint            n_declared; /* elements of this diagram that a line of their own declares */
  guint            first;      /* index of this diagram's first element */
} TrellisPlantumlReader;

/* How a name is written. */
typedef enum
{
  TRELLIS_PLANTUML_NAME_NONE,
  TRELLIS_PLANTUML_NAME_ID,
  TRELLIS_PLANTUML_NAME_QUOTED,    /* "Text" */
  TRELLIS_PLANTUML_NAME_BRACKETS,  /* [Text] */
  TRELLIS_PLANTUML_NAME_INTERFACE, /* () id, () "Text" */
  TRELLIS_PLANTUML_NAME_USECASE,   /* (Text) */
  TRELLIS_PLANTUML_NAME_ACTOR,     /* :Text: */
} TrellisPlantumlNameForm;

typedef struct
{
  TrellisPlantumlNameForm form;
  const char             *text;
  gsize                   length;
} TrellisPlantumlName;

/* Text */

GArray  *trellis_plantuml_split (char *buffer);
char    *trellis_plantuml_clean (const char *label,
                                 gssize      length,
                                 char      **rest);
gboolean trellis_plantuml_starts (const char *line,
                                  const char *word);
gboolean trellis_plantuml_take_word (const char **cursor,
                                     const char  *word);
void     trellis_plantuml_skip_space (const char **cursor);
gboolean trellis_plantuml_take_name (const char         **cursor,
                                     gboolean             loose,
                                     TrellisPlantumlName *name);
gboolean trellis_plantuml_take_decoration (const char **cursor);

/* The reader */

gboolean    trellis_plantuml_reader_find_end (TrellisPlantumlReader *self,
                                              TrellisPlantumlEnd     end,
                                              guint                 *found);
char       *trellis_plantuml_reader_join (TrellisPlantumlReader *self,
                                          const char            *line,
                                          TrellisPlantumlEnd     end);
void        trellis_plantuml_reader_skip (TrellisPlantumlReader *self,
                                          int                    line,
                                          const char            *text);
const char *trellis_plantuml_reader_path (TrellisPlantumlReader *self);
void        trellis_plantuml_reader_push (TrellisPlantumlReader *self,
                                          const char            *name,
                                          const char            *alias);
void        trellis_plantuml_reader_push_silent (TrellisPlantumlReader *self);
void        trellis_plantuml_reader_pop (TrellisPlantumlReader *self);
gboolean    trellis_plantuml_reader_is_silent (TrellisPlantumlReader *self);

TrellisPlantumlElement *trellis_plantuml_reader_add (TrellisPlantumlReader *self,
                                                     const char            *kind,
                                                     const char            *name,
                                                     const char            *alias,
                                                     const char            *description);
void                    trellis_plantuml_reader_refer (TrellisPlantumlReader *self,
                                                       const char            *id);

/* Statements: each answers whether the line is one of its own. */

gboolean trellis_plantuml_read_idle (TrellisPlantumlReader *self,
                                     const char            *line);
gboolean trellis_plantuml_read_call (TrellisPlantumlReader *self,
                                     const char            *line);
gboolean trellis_plantuml_read_element (TrellisPlantumlReader *self,
                                        const char            *line);
gboolean trellis_plantuml_read_link (TrellisPlantumlReader *self,
                                     const char            *line);

/* Other diagrams */

gboolean trellis_plantuml_find_foreign (const char             *line,
                                        TrellisPlantumlForeign *foreign);
void     trellis_plantuml_set_foreign (TrellisPlantumlForeign foreign,
                                       const char            *name,
                                       GError               **error);

G_END_DECLS
