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

/* Topics that were marked stay so, where the newer roadmap still has them. */
static void
carry_states (const GPtrArray *old_topics,
              gint64           old_id,
              GPtrArray       *topics)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < old_topics->len; i++)
    {
      TrellisRoadmapTopic *topic = g_ptr_array_index (old_topics, i);

      if (topic->roadmap_id == old_id)
        g_hash_table_insert (known, topic->node, topic);
    }

  for (guint i = 0; i < topics->len; i++)
    {
      TrellisRoadmapTopic       *topic = g_ptr_array_index (topics, i);
      const TrellisRoadmapTopic *old = g_hash_table_lookup (known, topic->node);

      if (old != NULL && topic->state == TRELLIS_TOPIC_TODO)
        topic->state = old->state;
    }
}

/* Appends all topics of the report that a roadmap is in; clear them with free_topics(). */
static gboolean
load_topics (TrellisTransaction *transaction,
             gint64              roadmap_id,
             GPtrArray          *topics,
             gint64             *report_id,
             GError            **error)
{
  *report_id = trellis_transaction_get_report (transaction, &trellis_roadmap_type, roadmap_id,
                                               error);
  return *report_id != 0
         && trellis_transaction_load_part (transaction, &trellis_roadmap_topic_type, *report_id,
                                           topics, error);
}

static void
free_topic (gpointer topic)
{
  trellis_record_free (&trellis_roadmap_topic_type, topic);
}

static gboolean
update_roadmap (TrellisTransaction *transaction,
                gpointer            data,
                GError            **error)
{
  TrellisCommandData   *args = data;
  TrellisRoadmap       *newer = g_ptr_array_index (args->report->roadmaps, 0);
  TrellisRoadmap       *old = trellis_transaction_load (transaction, args->type, args->id, error);
  g_autoptr (GPtrArray) topics = g_ptr_array_new_with_free_func (free_topic);
  gint64                report_id;
  gboolean              done;

  if (old == NULL)
    return FALSE;

  newer->position = MAX (old->position, 1);
  done = load_topics (transaction, args->id, topics, &report_id, error);
  if (done)
    {
      trellis_transaction_describe (transaction, TRELLIS_CHANGE_UPDATE, report_id, old->title, "",
                                    0);
      carry_states (topics, args->id, args->report->roadmap_topics);
      done = trellis_command_insert_parts (transaction, roadmap_parts, args->report, report_id,
                                           error)
             && trellis_transaction_delete (transaction, args->type, args->id, error);
    }

  trellis_record_free (&trellis_roadmap_type, old);
  return done;
}

/* Puts the roadmap that @source holds, a newer state of the same, in the place of another: topics
 * that both have, by their nodes, keep their marks. @id is that of the new one. */
gboolean
trellis_commands_update_roadmap (TrellisStore        *store,
                                 gint64               roadmap_id,
                                 const TrellisReport *source,
                                 gint64              *id,
                                 GError             **error)
{
  TrellisCommandData *args;

  g_return_val_if_fail (source->roadmaps->len == 1, FALSE);

  args = trellis_command_data_new (&trellis_roadmap_type, roadmap_id);
  args->report = trellis_report_copy (source);
  if (source->roadmap_topics->len > LONG_TOPICS)
    return trellis_command_data_run_long (args, store, update_roadmap, id, error);

  return trellis_command_data_run (args, store, update_roadmap, id, error);
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
  g_autoptr (GPtrArray) topics = g_ptr_array_new_with_free_func (free_topic);
  TrellisRoadmap       *roadmap;
  gint64                report_id;
  guint                 n_set;

  roadmap = trellis_transaction_load (transaction, args->type, args->id, error);
  if (roadmap == NULL)
    return FALSE;

  if (load_topics (transaction, args->id, topics, &report_id, error)
      && set_states (transaction, topics, args->id, args->report, &n_set, error))
    {
      trellis_transaction_describe (transaction, TRELLIS_CHANGE_MARK_MANY, report_id,
                                    roadmap->title, "", n_set);
      trellis_record_free (&trellis_roadmap_type, roadmap);
      return TRUE;
    }

  trellis_record_free (&trellis_roadmap_type, roadmap);
  return FALSE;
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

/* What is one skill has one key: the name that the user's aliases lead to, folded. */
static char *
make_key (const GPtrArray *aliases,
          const char      *name)
{
  const TrellisAlias *alias = trellis_alias_find (aliases, TRELLIS_ALIAS_SKILL, name);

  return trellis_text_fold (alias != NULL ? alias->name : name);
}

/* The keys of the skills that the report has already, among what the author has or lacks. */
static GHashTable *
load_skills (TrellisTransaction *transaction,
             gint64              report_id,
             const GPtrArray    *aliases,
             GError            **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray)  standings = g_ptr_array_new ();
  gboolean               done;

  done = trellis_transaction_load_part (transaction, &trellis_standing_type, report_id, standings,
                                        error);
  for (guint i = 0; i < standings->len; i++)
    {
      TrellisStanding *standing = g_ptr_array_index (standings, i);

      g_hash_table_add (keys, make_key (aliases, standing->name));
      trellis_record_free (&trellis_standing_type, standing);
    }

  return done ? g_steal_pointer (&keys) : NULL;
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
  id = trellis_transaction_insert (transaction, &trellis_standing_type, report_id, standing, error);
  trellis_record_free (&trellis_standing_type, standing);
  return id != 0;
}

/* Counts in @n_added whether it was new. */
static gboolean
add_skill (TrellisTransaction        *transaction,
           const TrellisCommandData  *args,
           const TrellisRoadmapTopic *topic,
           const GPtrArray           *aliases,
           GHashTable                *known,
           guint                     *n_added,
           GError                   **error)
{
  if (!g_hash_table_add (known, make_key (aliases, topic->name)))
    return TRUE;

  (*n_added)++;
  return add_standing (transaction, args->report_id, topic->name, (int) args->number, error);
}

static void
free_alias (gpointer alias)
{
  trellis_alias_free (alias);
}

/* The topics are of one report. */
static gboolean
add_topics_to_skills (TrellisTransaction *transaction,
                      gpointer            data,
                      GError            **error)
{
  TrellisCommandData    *args = data;
  g_autoptr (GPtrArray)  aliases = g_ptr_array_new_with_free_func (free_alias);
  g_autoptr (GHashTable) known = NULL;
  guint                  n_added = 0;

  if (!trellis_transaction_load_library (transaction, &trellis_alias_type, aliases, error))
    return FALSE;

  for (guint i = 0; i < args->ids->len; i++)
    {
      gint64               id = g_array_index (args->ids, gint64, i);
      TrellisRoadmapTopic *topic = trellis_transaction_load (transaction, args->type, id, error);
      gboolean             done;

      if (topic == NULL)
        return FALSE;

      if (known == NULL)
        {
          args->report_id = trellis_transaction_get_report (transaction, args->type, id, error);
          known = load_skills (transaction, args->report_id, aliases, error);
        }
      done = known != NULL && add_skill (transaction, args, topic, aliases, known, &n_added, error);
      trellis_transaction_describe (
          transaction, args->ids->len == 1 ? TRELLIS_CHANGE_ADD : TRELLIS_CHANGE_ADD_SKILLS,
          args->report_id, topic->name, "", n_added);
      free_topic (topic);
      if (!done)
        return FALSE;
    }

  return TRUE;
}

static TrellisCommandData *
new_topics_data (const gint64       *topic_ids,
                 guint               n_topics,
                 TrellisStandingList list)
{
  TrellisCommandData *args = trellis_command_data_new (&trellis_roadmap_topic_type, 0);

  args->ids = trellis_command_data_copy_ids (topic_ids, n_topics);
  args->number = list;
  return args;
}

/* Adds a topic by its name to the skills that the author has or lacks, last and without a level.
 * A skill that stands in either list already, under whatever alias, is left there, and @id is 0. */
gboolean
trellis_commands_add_topic_to_skills (TrellisStore       *store,
                                      gint64              topic_id,
                                      TrellisStandingList list,
                                      gint64             *id,
                                      GError            **error)
{
  return trellis_command_data_run (new_topics_data (&topic_id, 1, list), store,
                                   add_topics_to_skills, id, error);
}

/* The same for several topics of one report, as all that are done, in one change. */
gboolean
trellis_commands_add_topics_to_skills (TrellisStore       *store,
                                       const gint64       *topic_ids,
                                       guint               n_topics,
                                       TrellisStandingList list,
                                       GError            **error)
{
  return trellis_command_data_run (new_topics_data (topic_ids, n_topics, list), store,
                                   add_topics_to_skills, NULL, error);
}
