/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-facts.h"

#include "trellis-report-words.h"

static TrellisFact *
create_fact (const TrellisReport   *report,
             TrellisDemandIndex    *demand,
             const TrellisStanding *standing)
{
  TrellisFact       *self = g_new0 (TrellisFact, 1);
  g_autoptr (GArray) postings = trellis_demand_index_find (demand, standing->name);
  g_autofree char   *count = NULL;

  self->skill = g_strdup (standing->name);
  self->have = standing->list == TRELLIS_STANDING_HAVE;
  self->asking = (int) postings->len;
  self->postings = (int) report->postings->len;
  count = trellis_report_word_count (report->language, self->asking, self->postings);
  self->text = g_strdup_printf ("%s (%s)", standing->name, count);
  return self;
}

static int
by_demand (gconstpointer a,
           gconstpointer b)
{
  const TrellisFact *x = *(const TrellisFact *const *) a;
  const TrellisFact *y = *(const TrellisFact *const *) b;

  return y->asking - x->asking;
}

/* Returns: (transfer full) (element-type TrellisFact): none where there are no postings */
GPtrArray *
trellis_facts_list (const TrellisReport *report,
                    TrellisDemandIndex  *demand)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_fact_free);

  for (guint i = 0; report->postings->len > 0 && i < report->standings->len; i++)
    {
      const TrellisStanding *standing = report->standings->pdata[i];

      if (*standing->name != '\0')
        g_ptr_array_add (facts, create_fact (report, demand, standing));
    }

  /* GPtrArray's sort is stable. */
  g_ptr_array_sort (facts, by_demand);
  return facts;
}

void
trellis_fact_free (TrellisFact *self)
{
  g_free (self->skill);
  g_free (self->text);
  g_free (self);
}
