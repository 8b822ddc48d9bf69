/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-commands-private.h"

#include "trellis-text.h"

/* To add more topics takes longer than a frame. */
#define LONG_TOPICS 500

static const TrellisRecordType *const roadmap_parts[]
    = { &trellis_roadmap_type, &trellis_roadmap_topic_type, NULL };

static gboolean
add_roadmap (TrellisTransaction *transaction,
             gpointer            data,
             GError            **error)
{
  TrellisCommandData *args = data;
  TrellisRoadmap     *first = g_ptr_array_index (args->report->roadmaps, 0);

  trellis_transaction_describe (transaction, TRELLIS_CHANGE_ADD, args->report_id, first->title, "",
                                0);
  return trellis_command_insert_parts (transaction, roadmap_parts, args->report, args->report_id,
                                       error);
}

/* Adds the roadmap that @source holds, with its topics and their states, behind the report's own;
 * trellis_roadmap_read() gives such a source. Adding none changes nothing. */
gboolean
trellis_commands_add_roadmap (TrellisStore        *store,
                              gint64               report_id,
                              const TrellisReport *source,
                              gint64              *id,
                              GError             **error)
{
  TrellisCommandData *args;

  if (id != NULL)
    *id = 0;
  if (source->roadmaps->len == 0)
    return TRUE;

  args = trellis_command_data_new (&trellis_roadmap_type, 0);
  args->report_id = report_id;
  args->report = trellis_report_copy (source);
  for (guint i = 0; i < args->report->roadmaps->len; i++)
    ((TrellisRoadmap *) g_ptr_array_index (args->report->roadmaps, i))->position = 0;

  if (source->roadmap_topics->len > LONG_TOPICS)
    return trellis_command_data_run_long (args, store, add_roadmap, id, error);

  return trellis_command_data_run (args, store, add_roadmap, id, error);
}

static const char *
get_state_name (int state)
{
  const TrellisField *field = trellis_record_type_find_field (&trellis_roadmap_topic_type, "state");

  return trellis_field_name_of (field, state);
}

static gboolean
set_topic_state (TrellisTransaction *transaction,
                 gpointer            data,
                 GError            **error)
{
  TrellisCommandData *args = data;

  return trellis_command_describe (transaction, TRELLIS_CHANGE_MARK, args->type, args->id,
                                   get_state_name ((int) args->number), error)
         && trellis_transaction_set_int (transaction, args->type, args->id, "state", args->number,
                                         error);
}

/* Marks one topic; those under it keep their own marks. */
gboolean
trellis_commands_set_topic_state (TrellisStore     *store,
                                  gint64            topic_id,
                                  TrellisTopicState state,
                                  GError          **error)
{
  TrellisCommandData *args = trellis_command_data_new (&trellis_roadmap_topic_type, topic_id);

  args->number = state;
  return trellis_command_data_run (args, store, set_topic_state, NULL, error);
}

/* Sets the states of @topics, the library's own, where @marked has them otherwise. */
static gboolean
set_states (TrellisTransaction  *transaction,
            const GPtrArray     *topics,
            gint64               roadmap_id,
            const TrellisReport *marked,
            guint               *n_set,
            GError             **error)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < marked->roadmap_topics->len; i++)
    {
      TrellisRoadmapTopic *topic = g_ptr_array_index (marked->roadmap_topics, i);

      g_hash_table_insert (wanted, &topic->base.id, topic);
    }

  *n_set = 0;
  for (guint i = 0; i < topics->len; i++)
    {
      const TrellisRoadmapTopic *topic = g_ptr_array_index (topics, i);
      const TrellisRoadmapTopic *found = g_hash_table_lookup (wanted, &topic->base.id);

      if (topic->roadmap_id != roadmap_id || found == NULL || found->state == topic->state)
        continue;
      if (!trellis_transaction_set_int (transaction, &trellis_roadmap_topic_type, topic->base.id,
                                        "state", found->state, error))
        return FALSE;
      (*n_set)++;
    }

  return TRUE;
}

static gboolean
mark_topics (TrellisTransaction *transaction,
             gpointer            data,
             GError            **error)
{
  TrellisCommandData   *args = data;
  TrellisRoadmap       *roadmap = trellis_transaction_load (transaction, args->type, args->id,
                                                            error);
  g_autoptr (GPtrArray) topics = g_ptr_array_new ();
  gint64                report_id;
  guint                 n_set;
  gboolean              done;

  if (roadmap == NULL)
    return FALSE;

  report_id = trellis_transaction_get_report (transaction, args->type, args->id, error);
  done = report_id != 0
         && trellis_transaction_load_part (transaction, &trellis_roadmap_topic_type, report_id,
                                           topics, error)
         && set_states (transaction, topics, args->id, args->report, &n_set, error);
  if (done)
    trellis_transaction_describe (transaction, TRELLIS_CHANGE_MARK_MANY, report_id, roadmap->title,
                                  "", n_set);

  for (guint i = 0; i < topics->len; i++)
    trellis_record_free (&trellis_roadmap_topic_type, g_ptr_array_index (topics, i));
  trellis_record_free (&trellis_roadmap_type, roadmap);
  return done;
}

/* Gives the topics of a roadmap the states they have in @marked, which was loaded from the library
 * and marked since, as by trellis_roadmap_apply_progress(); topics are told by their ids. */
gboolean
trellis_commands_mark_topics (TrellisStore        *store,
                              gint64               roadmap_id,
                              const TrellisReport *marked,
                              GError             **error)
{
  TrellisCommandData *args = trellis_command_data_new (&trellis_roadmap_type, roadmap_id);

  args->report = trellis_report_copy (marked);
  if (marked->roadmap_topics->len > LONG_TOPICS)
    return trellis_command_data_run_long (args, store, mark_topics, NULL, error);

  return trellis_command_data_run (args, store, mark_topics, NULL, error);
}

/* Whether the report names that skill already, among what the author has or lacks. */
static gboolean
has_standing (TrellisTransaction *transaction,
              gint64              report_id,
              const char         *name,
              gboolean           *has,
              GError            **error)
{
  g_autoptr (GPtrArray) standings = g_ptr_array_new ();
  gboolean              done;

  *has = FALSE;
  done = trellis_transaction_load_part (transaction, &trellis_standing_type, report_id, standings,
                                        error);
  for (guint i = 0; i < standings->len; i++)
    {
      TrellisStanding *standing = g_ptr_array_index (standings, i);

      *has = *has || trellis_text_equal_folded (standing->name, name);
      trellis_record_free (&trellis_standing_type, standing);
    }

  return done;
}

static gboolean
add_standing (TrellisTransaction *transaction,
              gint64              report_id,
              const char         *name,
              int                 list,
              GError            **error)
{
  TrellisStanding *standing = trellis_record_new (&trellis_standing_type);
  gint64           id;

  g_set_str (&standing->name, name);
  standing->list = list;
  trellis_transaction_describe (transaction, TRELLIS_CHANGE_ADD, report_id, name, "", 0);
  id = trellis_transaction_insert (transaction, &trellis_standing_type, report_id, standing, error);
  trellis_record_free (&trellis_standing_type, standing);
  return id != 0;
}

static gboolean
add_topic_to_skills (TrellisTransaction *transaction,
                     gpointer            data,
                     GError            **error)
{
  TrellisCommandData  *args = data;
  TrellisRoadmapTopic *topic = trellis_transaction_load (transaction, args->type, args->id, error);
  gint64               report_id;
  gboolean             has, done;

  if (topic == NULL)
    return FALSE;

  report_id = trellis_transaction_get_report (transaction, args->type, args->id, error);
  done = report_id != 0 && has_standing (transaction, report_id, topic->name, &has, error)
         && (has
             || add_standing (transaction, report_id, topic->name, (int) args->number, error));
  trellis_record_free (&trellis_roadmap_topic_type, topic);
  return done;
}

/* Adds a topic by its name to the skills that the author has or lacks, last and without a level.
 * A skill that stands in either list already is left there, and @id is 0. */
gboolean
trellis_commands_add_topic_to_skills (TrellisStore       *store,
                                      gint64              topic_id,
                                      TrellisStandingList list,
                                      gint64             *id,
                                      GError            **error)
{
  TrellisCommandData *args = trellis_command_data_new (&trellis_roadmap_topic_type, topic_id);

  args->number = list;
  return trellis_command_data_run (args, store, add_topic_to_skills, id, error);
}
