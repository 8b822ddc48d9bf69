/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-outline.h"
#include "trellis-template.h"

G_BEGIN_DECLS

/* A report's lines, divided into the sections of a template. Every line of every file stands in
 * exactly one section: as its heading, or in its body. */

typedef struct
{
  TrellisSectionKind    kind; /* TEXT: what stands before a file's first known heading */
  const TrellisOutline *outline;
  guint                 file;    /* the file's place among the outlines, from 0 */
  const TrellisLine    *heading; /* NULL before a file's first known heading */
  const char           *rest;    /* what the heading says beyond its name, or NULL */
  guint                 begin;   /* the body: the lines [begin, end) of the outline, from 0 */
  guint                 end;
} TrellisSectionRange;

typedef struct
{
  const TrellisTemplate *layout;
  GPtrArray             *outlines; /* TrellisOutline */
  GArray                *ranges;   /* TrellisSectionRange, in reading order */
} TrellisSections;

TrellisSections           *trellis_sections_new (GPtrArray             *outlines,
                                                 const TrellisTemplate *layout);
void                       trellis_sections_free (TrellisSections *self);
const TrellisTemplate     *trellis_sections_choose_template (GPtrArray *outlines);
const TrellisSectionRange *trellis_sections_get (const TrellisSections *self,
                                                 guint                  index);
const TrellisSectionRange *trellis_sections_find (const TrellisSections *self,
                                                  TrellisSectionKind     kind);

gboolean trellis_sections_is_role_name (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisSections, trellis_sections_free)

G_END_DECLS
