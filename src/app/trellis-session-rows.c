/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-session-rows.h"

static int
get_position (const TrellisRecordType *type,
              gconstpointer            record)
{
  const TrellisField *field = trellis_record_type_find_field (type, "position");

  return trellis_record_get_int (field, record);
}

static gint64
get_parent_rank (const TrellisReport     *report,
                 const TrellisRecordType *type,
                 gconstpointer            record)
{
  if (type == &trellis_standing_type)
    return ((const TrellisStanding *) record)->list;
  if (type == &trellis_claim_type)
    return ((const TrellisClaim *) record)->list;
  if (type == &trellis_posting_skill_type)
    {
      const TrellisPosting *posting = trellis_report_find (
          report, &trellis_posting_type, ((const TrellisPostingSkill *) record)->posting_id);

      return posting != NULL ? posting->position : 0;
    }
  if (type == &trellis_involvement_type)
    {
      const TrellisComponent *component
          = trellis_report_find (report, &trellis_component_type,
                                 ((const TrellisInvolvement *) record)->component_id);

      return component != NULL ? component->position : 0;
    }
  if (type == &trellis_roadmap_topic_type)
    {
      const TrellisRoadmap *roadmap = trellis_report_find (
          report, &trellis_roadmap_type, ((const TrellisRoadmapTopic *) record)->roadmap_id);

      return roadmap != NULL ? roadmap->position : 0;
    }

  return 0;
}

typedef struct
{
  const TrellisReport     *report;
  const TrellisRecordType *type;
} Order;

static int
by_position (gconstpointer a,
             gconstpointer b,
             gpointer      data)
{
  const Order  *order = data;
  gconstpointer x = *(gconstpointer const *) a;
  gconstpointer y = *(gconstpointer const *) b;
  gint64        parent_x = get_parent_rank (order->report, order->type, x);
  gint64        parent_y = get_parent_rank (order->report, order->type, y);

  if (parent_x != parent_y)
    return parent_x < parent_y ? -1 : 1;

  return get_position (order->type, x) - get_position (order->type, y);
}

static void
drop_record (GPtrArray               *part,
             const TrellisRecordType *type,
             gint64                   id)
{
  for (guint i = 0; i < part->len; i++)
    if (((TrellisRecord *) g_ptr_array_index (part, i))->id == id)
      {
        trellis_record_free (type, g_ptr_array_steal_index (part, i));
        return;
      }
}

static void
reload_row (TrellisReport           *report,
            TrellisStore            *store,
            const TrellisChangedRow *row)
{
  GPtrArray *part = trellis_report_get_part (report, row->type);
  gpointer   record;

  drop_record (part, row->type, row->id);
  if (row->event == TRELLIS_ROW_DELETED)
    return;

  record = trellis_store_load_record (store, row->type, row->id, NULL);
  if (record != NULL)
    g_ptr_array_add (part, record);
}

static void
sort_parts (TrellisReport *report)
{
  for (guint i = 0; trellis_report_parts[i] != NULL; i++)
    {
      Order order = { report, trellis_report_parts[i] };

      g_ptr_array_sort_with_data (trellis_report_get_part (report, order.type), by_position,
                                  &order);
    }
}

/**
 * trellis_session_rows_reload:
 *
 * Reads the rows of @report that changed from @store again, and puts them where they belong.
 */
void
trellis_session_rows_reload (TrellisReport             *report,
                             TrellisStore              *store,
                             const TrellisAnnouncement *announcement)
{
  for (guint i = 0; i < announcement->rows->len; i++)
    {
      const TrellisChangedRow *row = &g_array_index (announcement->rows, TrellisChangedRow, i);

      /* Aliases are the library's. */
      if (row->type != &trellis_report_type && row->type != &trellis_alias_type)
        reload_row (report, store, row);
    }

  sort_parts (report);
}
