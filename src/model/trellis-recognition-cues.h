/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Words of postings that say what is meant by the names around them. */
typedef enum
{
  TRELLIS_CUE_OPTIONAL = 1 << 0,   /* “would be a plus”; of a heading, or of a clause */
  TRELLIS_CUE_WELCOME = 1 << 1,    /* as much, but only as a heading: “Helpful” */
  TRELLIS_CUE_ASIDE = 1 << 2,      /* heading of what the firm is or gives */
  TRELLIS_CUE_REQUIRED = 1 << 3,   /* heading of what is asked for */
  TRELLIS_CUE_NOT_NEXT = 1 << 4,   /* “no”: the name right behind is not asked for */
  TRELLIS_CUE_NOT_THESE = 1 << 5,  /* “you don't need”: nor is any to the sentence's end */
  TRELLIS_CUE_NOT_THOSE = 1 << 6,  /* “is not required”: nor is any before, back to a comma */
  TRELLIS_CUE_COMPANY = 1 << 7,    /* “language”: beside it a word may be a skill's name */
  TRELLIS_CUE_JOIN = 1 << 8,       /* “and” */
  TRELLIS_CUE_FILLER = 1 << 9,     /* “knowledge of”, between “no” and the name */
  TRELLIS_CUE_TIME = 1 << 10,      /* “years”: the number before it is no version */
  TRELLIS_CUE_AHEAD = 1 << 11,     /* “preferably”: of the names behind it, if there are any */
  TRELLIS_CUE_SUBJECT = 1 << 12,   /* “experience with”: begins what a clause speaks of */
  TRELLIS_CUE_PREDICATE = 1 << 13, /* “is required”: its clause goes on with none, nor another */
} TrellisCue;

typedef struct
{
  const char *text; /* a "*" where any letters may follow */
  guint32     cues;
} TrellisCuePhrase;

extern const TrellisCuePhrase trellis_cue_phrases[]; /* a NULL text ends them */

G_END_DECLS
