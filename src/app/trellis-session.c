/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-session.h"

#include "trellis-alias.h"
#include "trellis-judgement.h"
#include "trellis-session-rows.h"

/* More rows than these are loaded as a whole part, not one by one. */
#define MANY_ROWS 64

struct _TrellisSession
{
  GObject parent_instance;

  TrellisStore       *store;
  TrellisMatrix      *matrix;
  TrellisReport      *report;     /* NULL: none is open */
  TrellisJudgement   *judgement;  /* NULL until it is first asked for */
  TrellisDemandIndex *demand;     /* NULL until it is first asked for */
  TrellisVocabulary  *vocabulary; /* NULL until it is first asked for */
  GCancellable       *judging;    /* of the judgement under way, or NULL */
  guint               check_source;
  guint               n_pending; /* fields with something typed */
};

G_DEFINE_FINAL_TYPE (TrellisSession, trellis_session, G_TYPE_OBJECT)

enum
{
  OPENED,
  CHANGED,
  CHECKED,
  LIBRARY_CHANGED,
  FLUSH,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

enum
{
  PROP_0,
  PROP_PENDING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What is drawn from the report is out of date. */
static void
forget_drawn (TrellisSession *self)
{
  g_clear_pointer (&self->demand, trellis_demand_index_free);
}

static void
forget_vocabulary (TrellisSession *self)
{
  forget_drawn (self);
  g_clear_pointer (&self->vocabulary, trellis_vocabulary_unref);
}

static gboolean
reload_all (TrellisSession *self)
{
  gint64         id = self->report->base.id;
  TrellisReport *report = trellis_store_load_report (self->store, id, NULL);

  g_clear_pointer (&self->report, trellis_report_free);
  self->report = report;
  return report != NULL;
}

static void
judged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (TrellisSession)   self = data;
  g_autoptr (TrellisJudgement) judgement = trellis_judgement_new_finish (result, NULL);

  if (judgement == NULL)
    return;

  g_clear_object (&self->judging);
  g_clear_pointer (&self->judgement, trellis_judgement_free);
  self->judgement = g_steal_pointer (&judgement);
  g_signal_emit (self, signals[CHECKED], 0);
}

static void
cancel_check (TrellisSession *self)
{
  g_clear_handle_id (&self->check_source, g_source_remove);
  if (self->judging != NULL)
    g_cancellable_cancel (self->judging);
  g_clear_object (&self->judging);
}

static void
begin_check (TrellisSession *self)
{
  self->judging = g_cancellable_new ();
  trellis_judgement_new_async (self->report, trellis_session_get_template (self),
                               trellis_session_get_vocabulary (self), self->judging,
                               judged_cb, g_object_ref (self));
}

static void
check_cb (gpointer data)
{
  TrellisSession *self = data;

  self->check_source = 0;
  begin_check (self);
}

static void
queue_check (TrellisSession *self)
{
  cancel_check (self);
  self->check_source = g_idle_add_once (check_cb, self);
}

static gboolean
is_about_report (TrellisSession            *self,
                 const TrellisAnnouncement *announcement)
{
  return self->report != NULL
         && (announcement->change == NULL
             || announcement->change->report_id == self->report->base.id);
}

/* The templates of the user's courses. */
static void
register_templates (TrellisSession *self)
{
  g_autoptr (GPtrArray) templates = trellis_store_list_templates (self->store, NULL);

  trellis_template_records_register (templates);
}

/* Takes over what changed in the library itself. Returns: whether anything did */
static gboolean
take_library (TrellisSession            *self,
              const TrellisAnnouncement *announcement)
{
  gboolean all = announcement->cause == TRELLIS_CAUSE_OTHER;
  gboolean aliases = all || trellis_announcement_touches (announcement, &trellis_alias_type);
  gboolean templates
      = all || trellis_announcement_touches (announcement, &trellis_template_record_type);

  if (aliases)
    forget_vocabulary (self);
  if (templates)
    register_templates (self);
  return aliases || templates;
}

static void
store_changed_cb (TrellisSession            *self,
                  const TrellisAnnouncement *announcement)
{
  gboolean own_row = trellis_announcement_touches (announcement, &trellis_report_type);
  gboolean library = take_library (self, announcement);

  if (is_about_report (self, announcement) || (library && self->report != NULL))
    {
      gboolean there = TRUE;

      forget_drawn (self);
      if (announcement->cause == TRELLIS_CAUSE_OTHER || own_row
          || announcement->rows->len > MANY_ROWS)
        there = reload_all (self);
      else
        trellis_session_rows_reload (self->report, self->store, announcement);

      if (!there)
        trellis_session_close_report (self);
      else
        {
          trellis_matrix_load (self->matrix, self->report);
          queue_check (self);
        }
      g_signal_emit (self, signals[CHANGED], 0, announcement);
    }

  g_signal_emit (self, signals[LIBRARY_CHANGED], 0);
}

static void
store_failed_cb (TrellisSession *self,
                 GError         *error)
{
  trellis_session_fail (self, error->message);
}

static void
trellis_session_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (property_id == PROP_PENDING)
    g_value_set_boolean (value, TRELLIS_SESSION (object)->n_pending > 0);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
trellis_session_dispose (GObject *object)
{
  TrellisSession *self = TRELLIS_SESSION (object);

  cancel_check (self);
  forget_vocabulary (self);
  g_clear_pointer (&self->judgement, trellis_judgement_free);
  g_clear_pointer (&self->report, trellis_report_free);
  g_clear_object (&self->matrix);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (trellis_session_parent_class)->dispose (object);
}

static guint
add_signal (const char *name,
            GType       parameter)
{
  return g_signal_new (name, TRELLIS_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, parameter != G_TYPE_NONE ? 1 : 0, parameter);
}

static void
trellis_session_class_init (TrellisSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = trellis_session_get_property;
  G_OBJECT_CLASS (klass)->dispose = trellis_session_dispose;

  properties[PROP_PENDING] = g_param_spec_boolean ("pending", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  signals[OPENED] = add_signal ("opened", G_TYPE_NONE);
  signals[CHANGED] = add_signal ("changed", TRELLIS_TYPE_ANNOUNCEMENT);
  signals[CHECKED] = add_signal ("checked", G_TYPE_NONE);
  signals[LIBRARY_CHANGED] = add_signal ("library-changed", G_TYPE_NONE);
  signals[FLUSH] = add_signal ("flush", G_TYPE_NONE);
  signals[FAILED] = add_signal ("failed", G_TYPE_STRING);
}

static void
trellis_session_init (TrellisSession *self)
{
  self->matrix = trellis_matrix_new ();
}

TrellisSession *
trellis_session_new (TrellisStore *store)
{
  TrellisSession *self = g_object_new (TRELLIS_TYPE_SESSION, NULL);

  self->store = g_object_ref (store);
  register_templates (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "failed", G_CALLBACK (store_failed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

TrellisStore *
trellis_session_get_store (TrellisSession *self)
{
  g_return_val_if_fail (TRELLIS_IS_SESSION (self), NULL);

  return self->store;
}

/* Shows the report from now on; on failure the one before stays open. */
gboolean
trellis_session_open (TrellisSession *self,
                      gint64          report_id,
                      GError        **error)
{
  TrellisReport *report;

  g_return_val_if_fail (TRELLIS_IS_SESSION (self), FALSE);

  report = trellis_store_load_report (self->store, report_id, error);
  if (report == NULL)
    return FALSE;

  cancel_check (self);
  forget_drawn (self);
  g_clear_pointer (&self->report, trellis_report_free);
  g_clear_pointer (&self->judgement, trellis_judgement_free);
  self->report = report;
  trellis_matrix_load (self->matrix, report);
  /* Judged while the window is being built. */
  begin_check (self);
  g_signal_emit (self, signals[OPENED], 0);
  return TRUE;
}

void
trellis_session_close_report (TrellisSession *self)
{
  g_return_if_fail (TRELLIS_IS_SESSION (self));

  cancel_check (self);
  forget_drawn (self);
  g_clear_pointer (&self->report, trellis_report_free);
  g_clear_pointer (&self->judgement, trellis_judgement_free);
  g_signal_emit (self, signals[OPENED], 0);
}

/* 0 when none is open. */
gint64
trellis_session_get_report_id (TrellisSession *self)
{
  g_return_val_if_fail (TRELLIS_IS_SESSION (self), 0);

  return self->report != NULL ? self->report->base.id : 0;
}

/* Returns: (transfer none) (nullable): valid until the next change */
const TrellisReport *
trellis_session_get_report (TrellisSession *self)
{
  g_return_val_if_fail (TRELLIS_IS_SESSION (self), NULL);

  return self->report;
}

/* The report's template; `classic` where it has none. */
const TrellisTemplate *
trellis_session_get_template (TrellisSession *self)
{
  g_return_val_if_fail (TRELLIS_IS_SESSION (self), NULL);

  return trellis_template_get_or_default (self->report != NULL ? self->report->layout : "classic");
}

TrellisMatrix *
trellis_session_get_matrix (TrellisSession *self)
{
  g_return_val_if_fail (TRELLIS_IS_SESSION (self), NULL);

  return self->matrix;
}

/* What tells skills apart: the vocabulary that ships, and the person's own aliases. Returns:
 * (transfer none): valid until the next change */
TrellisVocabulary *
trellis_session_get_vocabulary (TrellisSession *self)
{
  g_return_val_if_fail (TRELLIS_IS_SESSION (self), NULL);

  if (self->vocabulary == NULL)
    {
      g_autoptr (GPtrArray) aliases = trellis_store_list_aliases (self->store, NULL);

      self->vocabulary = trellis_alias_extend_vocabulary (aliases, TRELLIS_ALIAS_SKILL);
    }

  return self->vocabulary;
}

/* Which postings ask for a skill. Returns: (transfer none): valid until the next change */
TrellisDemandIndex *
trellis_session_get_demand_index (TrellisSession *self)
{
  g_return_val_if_fail (TRELLIS_IS_SESSION (self) && self->report != NULL, NULL);

  if (self->demand == NULL)
    self->demand
        = trellis_demand_index_new (self->report, trellis_session_get_vocabulary (self));

  return self->demand;
}

/* What the criteria say: of the report as it was at the last `checked`, which follows every change
 * and the opening. What only shows them waits for that; NULL until then. Returns: (transfer none)
 * (nullable): valid until the next `checked` */
const TrellisCheck *
trellis_session_get_check (TrellisSession *self)
{
  g_return_val_if_fail (TRELLIS_IS_SESSION (self), NULL);

  return self->judgement != NULL ? self->judgement->check : NULL;
}

/* Likewise, but judges here and now what is not judged yet: for what a person asks for. Returns:
 * (transfer none) (nullable): NULL when no report is open */
const TrellisCheck *
trellis_session_ensure_check (TrellisSession *self)
{
  g_return_val_if_fail (TRELLIS_IS_SESSION (self), NULL);

  if (self->judgement == NULL && self->report != NULL)
    self->judgement = trellis_judgement_new (self->report, trellis_session_get_template (self),
                                             trellis_session_get_vocabulary (self));

  return self->judgement != NULL ? self->judgement->check : NULL;
}

/* Commits what is being typed in any field, and lets the next typing be a change of its own. */
void
trellis_session_flush (TrellisSession *self)
{
  g_return_if_fail (TRELLIS_IS_SESSION (self));

  g_signal_emit (self, signals[FLUSH], 0);
  trellis_store_end_merge (self->store);
}

/* For fields: one begins (or ends) to hold something that is not committed. */
void
trellis_session_set_pending (TrellisSession *self,
                             gboolean        pending)
{
  gboolean before;

  g_return_if_fail (TRELLIS_IS_SESSION (self));
  g_return_if_fail (pending || self->n_pending > 0);

  before = self->n_pending > 0;
  self->n_pending += pending ? 1 : -1;
  if (before != (self->n_pending > 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
}

static gboolean
step (TrellisSession *self,
      gboolean (*step_store) (TrellisStore *store,
                              GError      **error))
{
  GError *error = NULL;

  trellis_session_flush (self);
  step_store (self->store, &error);
  return trellis_session_report_error (self, error);
}

gboolean
trellis_session_undo (TrellisSession *self)
{
  g_return_val_if_fail (TRELLIS_IS_SESSION (self), FALSE);

  return step (self, trellis_store_undo);
}

gboolean
trellis_session_redo (TrellisSession *self)
{
  g_return_val_if_fail (TRELLIS_IS_SESSION (self), FALSE);

  return step (self, trellis_store_redo);
}

void
trellis_session_fail (TrellisSession *self,
                      const char     *sentence)
{
  g_return_if_fail (TRELLIS_IS_SESSION (self));

  g_signal_emit (self, signals[FAILED], 0, sentence);
}

/* Shows @error (transfer full) (nullable) to the person. Returns: whether there was none */
gboolean
trellis_session_report_error (TrellisSession *self,
                              GError         *error)
{
  if (error == NULL)
    return TRUE;

  trellis_session_fail (self, error->message);
  g_error_free (error);
  return FALSE;
}
