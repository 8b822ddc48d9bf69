/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the parts of a plan in any text, and edits them: no part lies in another, an edit changes
 * the bytes of its part alone, and what is added is found. */
#include "fuzz.h"
#include "trellis-plan-edit.h"

#include <string.h>

#define MAX_SIZE (16 * 1024)

static void
check_parts (const TrellisPlan *plan)
{
  gsize length = strlen (plan->text);

  for (guint i = 0; i < plan->parts->len; i++)
    {
      const TrellisPlanPart *part = plan->parts->pdata[i];

      if (part->begin > part->content || part->content > part->end || part->end > length)
        g_error ("a part lies outside the text");
      for (int j = 0; j < TRELLIS_PLAN_N_FIELDS; j++)
        if (part->fields[j].there
            && (part->fields[j].begin < part->begin || part->fields[j].begin > part->fields[j].end
                || part->fields[j].end > part->end))
          g_error ("a field lies outside its part");
      for (int j = 0; j < TRELLIS_PLAN_N_FIELDS; j++)
        g_free (trellis_plan_get_field (plan, part, j));
    }
}

/* Whether the bytes before and behind the part are as they were. */
static void
check_around (const TrellisPlan     *plan,
              const TrellisPlanPart *part,
              const char            *edited)
{
  gsize behind = strlen (plan->text) - part->end;
  gsize length = strlen (edited);

  if (strncmp (plan->text, edited, part->begin) != 0 || length < behind
      || strcmp (plan->text + part->end, edited + length - behind) != 0)
    g_error ("an edit changes more than its part:\n%s\nbecomes\n%s", plan->text, edited);
}

static void
edit (const TrellisPlan     *plan,
      const TrellisPlanPart *part)
{
  TrellisPlanStyle style = { .level = 2 };
  g_autofree char *named = trellis_plan_set_field (
      plan, part, part->kind == TRELLIS_PLAN_TEXT ? TRELLIS_PLAN_BODY : TRELLIS_PLAN_NAME, "Quay",
      &style);
  g_autofree char *without = trellis_plan_remove (plan, part);
  g_autofree char *moved = trellis_plan_move (plan, part, 1);

  if (named != NULL)
    check_around (plan, part, named);
  if (without != NULL && strlen (without) > strlen (plan->text))
    g_error ("a part that goes makes the text longer");
}

static void
add (const TrellisPlan *plan,
     TrellisPlanKind    kind)
{
  TrellisPlanStyle        style = { .level = 2 };
  g_autofree char        *text = trellis_plan_add (plan, kind, "Quay", &style);
  g_autoptr (TrellisPlan) after = trellis_plan_new (text != NULL ? text : "");

  check_parts (after);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char        *bytes = g_strndup ((const char *) data, MIN (size, MAX_SIZE));
  g_autofree char        *text = g_utf8_make_valid (bytes, -1);
  g_autoptr (TrellisPlan) plan = trellis_plan_new (text);

  check_parts (plan);
  for (guint i = 0; i < MIN (plan->parts->len, 20); i++)
    edit (plan, plan->parts->pdata[i]);
  for (int kind = TRELLIS_PLAN_GOAL; kind <= TRELLIS_PLAN_MEASURE; kind++)
    add (plan, kind);
  return 0;
}
