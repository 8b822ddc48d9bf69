/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-plan.h"

#include <string.h>

#include "trellis-plan-read.h"

static void
part_free (gpointer data)
{
  TrellisPlanPart *self = data;

  g_free (self->heading);
  g_free (self);
}

/* Reads what can be told apart in a plan's Markdown. */
TrellisPlan *
trellis_plan_new (const char *text)
{
  TrellisPlan *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (TrellisPlan, 1);
  self->text = g_strdup (text);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  trellis_plan_read (self);
  return self;
}

void
trellis_plan_free (TrellisPlan *self)
{
  g_ptr_array_unref (self->parts);
  g_free (self->text);
  g_free (self);
}

/* How many parts there are of this kind. */
guint
trellis_plan_count (const TrellisPlan *self,
                    TrellisPlanKind    kind)
{
  guint n = 0;

  for (guint i = 0; i < self->parts->len; i++)
    n += ((const TrellisPlanPart *) self->parts->pdata[i])->kind == kind;
  return n;
}

/* Returns: (nullable): the part of this kind, counted from 0 */
const TrellisPlanPart *
trellis_plan_get (const TrellisPlan *self,
                  TrellisPlanKind    kind,
                  guint              index)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const TrellisPlanPart *part = self->parts->pdata[i];

      if (part->kind == kind && index-- == 0)
        return part;
    }

  return NULL;
}

/* What is written there, Markdown: of a body as it stands, else on one line.
 * Returns: (transfer full) (nullable): NULL: it is not there */
char *
trellis_plan_get_field (const TrellisPlan     *self,
                        const TrellisPlanPart *part,
                        TrellisPlanField       field)
{
  const TrellisPlanSpan *span = &part->fields[field];
  g_autofree char       *value = NULL;
  GString               *joined;

  if (!span->there)
    return NULL;

  value = g_strndup (self->text + span->begin, span->end - span->begin);
  if (field == TRELLIS_PLAN_BODY || strpbrk (value, "\r\n") == NULL)
    return g_steal_pointer (&value);

  joined = g_string_new (NULL);
  for (const char *at = value; *at != '\0';)
    {
      gsize length = strcspn (at, "\r\n");

      g_string_append_len (joined, at, (gssize) length);
      while (joined->len > 0 && strchr (" \t\\", joined->str[joined->len - 1]) != NULL)
        g_string_truncate (joined, joined->len - 1);
      at += length;
      at += strspn (at, "\r\n \t");
      if (*at != '\0' && joined->len > 0)
        g_string_append_c (joined, ' ');
    }
  return g_string_free_and_steal (joined);
}
