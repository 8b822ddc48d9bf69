/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-store.h"

G_BEGIN_DECLS

/* The ready-made commands. Each is one change with one name; each fails with nothing changed, with
 * TRELLIS_ERROR_NOT_FOUND when a record is no longer there. One that changes nothing succeeds and
 * leaves no change. Positions count from 1; @id may be NULL and is 0 when the command was kept
 * (see TrellisStore:interactive). */

/* Records of any type */
gboolean trellis_commands_add (TrellisStore            *store,
                               const TrellisRecordType *type,
                               gint64                   report_id,
                               gconstpointer            record,
                               gint64                  *id,
                               GError                 **error);
gboolean trellis_commands_add_many (TrellisStore            *store,
                                    const TrellisRecordType *type,
                                    gint64                   report_id,
                                    GPtrArray               *records,
                                    GError                 **error);
gboolean trellis_commands_set_text (TrellisStore            *store,
                                    const TrellisRecordType *type,
                                    gint64                   id,
                                    const char              *field,
                                    const char              *value,
                                    GError                 **error);
gboolean trellis_commands_set_int (TrellisStore            *store,
                                   const TrellisRecordType *type,
                                   gint64                   id,
                                   const char              *field,
                                   gint64                   value,
                                   GError                 **error);
gboolean trellis_commands_move (TrellisStore            *store,
                                const TrellisRecordType *type,
                                gint64                   id,
                                guint                    position,
                                GError                 **error);
gboolean trellis_commands_reorder (TrellisStore            *store,
                                   const TrellisRecordType *type,
                                   const gint64            *ids,
                                   guint                    n_ids,
                                   GError                 **error);
gboolean trellis_commands_delete (TrellisStore            *store,
                                  const TrellisRecordType *type,
                                  gint64                   id,
                                  GError                 **error);

/* Components, roles and the cells between them */
gboolean trellis_commands_add_component (TrellisStore *store,
                                         gint64        report_id,
                                         const char   *name,
                                         gint64       *id,
                                         GError      **error);
gboolean trellis_commands_add_role (TrellisStore *store,
                                    gint64        report_id,
                                    const char   *name,
                                    gint64       *id,
                                    GError      **error);
gboolean trellis_commands_toggle (TrellisStore *store,
                                  gint64        component_id,
                                  gint64        role_id,
                                  GError      **error);
gboolean trellis_commands_set_involved (TrellisStore *store,
                                        gint64        component_id,
                                        gint64        role_id,
                                        gboolean      involved,
                                        GError      **error);
gboolean trellis_commands_reword (TrellisStore *store,
                                  gint64        component_id,
                                  gint64        role_id,
                                  const char   *wording,
                                  GError      **error);
gboolean trellis_commands_set_cells (TrellisStore *store,
                                     const gint64 *component_ids,
                                     guint         n_components,
                                     const gint64 *role_ids,
                                     guint         n_roles,
                                     gboolean      involved,
                                     GError      **error);
gboolean trellis_commands_set_row (TrellisStore *store,
                                   gint64        component_id,
                                   gboolean      involved,
                                   GError      **error);
gboolean trellis_commands_set_column (TrellisStore *store,
                                      gint64        role_id,
                                      gboolean      involved,
                                      GError      **error);
gboolean trellis_commands_merge_roles (TrellisStore *store,
                                       gint64        role_id,
                                       gint64        into_id,
                                       GError      **error);
gboolean trellis_commands_import_matrix (TrellisStore        *store,
                                         gint64               report_id,
                                         const TrellisReport *matrix,
                                         GError             **error);

/* Postings */
gboolean trellis_commands_add_postings (TrellisStore        *store,
                                        gint64               report_id,
                                        const TrellisReport *found,
                                        GError             **error);
gboolean trellis_commands_add_posting_skills (TrellisStore *store,
                                              gint64        posting_id,
                                              GPtrArray    *skills,
                                              GError      **error);
void     trellis_commands_add_postings_async (TrellisStore        *store,
                                              gint64               report_id,
                                              const TrellisReport *found,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);

/* Roadmaps; one is removed with trellis_commands_delete() */
gboolean trellis_commands_add_roadmap (TrellisStore        *store,
                                       gint64               report_id,
                                       const TrellisReport *source,
                                       gint64              *id,
                                       GError             **error);
gboolean trellis_commands_update_roadmap (TrellisStore        *store,
                                          gint64               roadmap_id,
                                          const TrellisReport *source,
                                          gint64              *id,
                                          GError             **error);
gboolean trellis_commands_set_topic_state (TrellisStore     *store,
                                           gint64            topic_id,
                                           TrellisTopicState state,
                                           GError          **error);
gboolean trellis_commands_mark_topics (TrellisStore        *store,
                                       gint64               roadmap_id,
                                       const TrellisReport *marked,
                                       GError             **error);
gboolean trellis_commands_add_topic_to_skills (TrellisStore       *store,
                                               gint64              topic_id,
                                               TrellisStandingList list,
                                               gint64             *id,
                                               GError            **error);
gboolean trellis_commands_add_topics_to_skills (TrellisStore       *store,
                                                const gint64       *topic_ids,
                                                guint               n_topics,
                                                TrellisStandingList list,
                                                GError            **error);

/* Aliases: the user's own words for skills and roles, of the whole library */
gboolean trellis_commands_add_alias (TrellisStore    *store,
                                     TrellisAliasKind vocabulary,
                                     const char      *text,
                                     const char      *name,
                                     gint64          *id,
                                     GError         **error);
gboolean trellis_commands_remove_alias (TrellisStore *store,
                                        gint64        id,
                                        GError      **error);
gboolean trellis_commands_merge_skills (TrellisStore      *store,
                                        const char *const *texts,
                                        const char        *name,
                                        GError           **error);

/* Templates: those of the user's courses, of the whole library */
gboolean trellis_commands_add_template (TrellisStore *store,
                                        const char   *json,
                                        const char   *name,
                                        gint64       *id,
                                        GError      **error);
gboolean trellis_commands_remove_template (TrellisStore *store,
                                           gint64        id,
                                           GError      **error);

/* Reports */
gboolean trellis_commands_new_report (TrellisStore        *store,
                                      const TrellisReport *report,
                                      gint64              *id,
                                      GError             **error);
gboolean trellis_commands_import_report (TrellisStore        *store,
                                         const TrellisReport *report,
                                         gint64              *id,
                                         GError             **error);
void     trellis_commands_import_report_async (TrellisStore        *store,
                                               const TrellisReport *report,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
void     trellis_commands_import_reports_async (TrellisStore       *store,
                                                GPtrArray          *reports,
                                                GCancellable       *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer            user_data);
gboolean trellis_commands_replace_report (TrellisStore        *store,
                                          gint64               report_id,
                                          const TrellisReport *report,
                                          GError             **error);
gboolean trellis_commands_duplicate_report (TrellisStore *store,
                                            gint64        report_id,
                                            gint64       *id,
                                            GError      **error);
gboolean trellis_commands_delete_report (TrellisStore *store,
                                         gint64        report_id,
                                         GError      **error);
gboolean trellis_commands_set_details (TrellisStore        *store,
                                       gint64               report_id,
                                       const TrellisReport *details,
                                       GError             **error);

G_END_DECLS
