/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-tag.h"

/**
 * trellis_pdf_tag_new:
 * @parent: (nullable): the element it stands in; none for the document
 * @name: a standard structure type, a static string
 *
 * Returns: (transfer full): a new element
 */
TrellisPdfTag *
trellis_pdf_tag_new (TrellisPdfTag *parent,
                     const char    *name)
{
  TrellisPdfTag *self = g_new0 (TrellisPdfTag, 1);

  self->parent = parent;
  self->name = name;
  self->depth = parent != NULL ? parent->depth + 1 : 0;
  return self;
}

void
trellis_pdf_tag_free (TrellisPdfTag *self)
{
  g_free (self->alternative);
  g_free (self);
}

/**
 * trellis_pdf_tag_common:
 *
 * Returns: (nullable): the deepest element that holds, or is, both; NULL if one of them is NULL
 */
TrellisPdfTag *
trellis_pdf_tag_common (TrellisPdfTag *a,
                        TrellisPdfTag *b)
{
  while (a != b && a != NULL && b != NULL)
    {
      guint depth = MIN (a->depth, b->depth);

      if (a->depth == depth && b->depth == depth)
        {
          a = a->parent;
          b = b->parent;
          continue;
        }
      if (a->depth > depth)
        a = a->parent;
      if (b->depth > depth)
        b = b->parent;
    }
  return a == b ? a : NULL;
}
