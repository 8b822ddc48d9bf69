/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-library-figures.h"

#include "trellis-judgement.h"

typedef struct
{
  const TrellisVocabulary *vocabulary; /* that it was judged by; only compared */
  guint                    met;
  guint                    all;
} Figure;

struct _TrellisLibraryFigures
{
  GObject parent_instance;

  TrellisSession *session;
  GHashTable     *known;  /* gint64 * → Figure */
  GArray         *wanted; /* gint64: still to be judged, the next last */
  GCancellable   *judging;
  gint64          id; /* that is being judged */
};

G_DEFINE_FINAL_TYPE (TrellisLibraryFigures, trellis_library_figures, G_TYPE_OBJECT)

enum
{
  FOUND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
stop (TrellisLibraryFigures *self)
{
  if (self->judging != NULL)
    g_cancellable_cancel (self->judging);
  g_clear_object (&self->judging);
}

static void
trellis_library_figures_dispose (GObject *object)
{
  TrellisLibraryFigures *self = TRELLIS_LIBRARY_FIGURES (object);

  stop (self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (trellis_library_figures_parent_class)->dispose (object);
}

static void
trellis_library_figures_finalize (GObject *object)
{
  TrellisLibraryFigures *self = TRELLIS_LIBRARY_FIGURES (object);

  g_hash_table_unref (self->known);
  g_array_unref (self->wanted);

  G_OBJECT_CLASS (trellis_library_figures_parent_class)->finalize (object);
}

static void
trellis_library_figures_class_init (TrellisLibraryFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trellis_library_figures_dispose;
  G_OBJECT_CLASS (klass)->finalize = trellis_library_figures_finalize;
  signals[FOUND] = g_signal_new ("found", TRELLIS_TYPE_LIBRARY_FIGURES, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
trellis_library_figures_init (TrellisLibraryFigures *self)
{
  self->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* What was edited is known no more. */
static void
changed_cb (TrellisLibraryFigures     *self,
            const TrellisAnnouncement *announcement)
{
  gint64 id = announcement->change != NULL ? announcement->change->report_id : 0;

  if (id == 0)
    g_hash_table_remove_all (self->known);
  else
    g_hash_table_remove (self->known, &id);
  if (id == 0 || id == self->id)
    stop (self);
}

TrellisLibraryFigures *
trellis_library_figures_new (TrellisSession *session)
{
  TrellisLibraryFigures *self = g_object_new (TRELLIS_TYPE_LIBRARY_FIGURES, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (trellis_session_get_store (session), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

static void
keep (TrellisLibraryFigures *self,
      const TrellisCheck    *check)
{
  Figure *figure = g_new0 (Figure, 1);

  figure->vocabulary = trellis_session_get_vocabulary (self->session);
  trellis_check_count (check, &figure->met, &figure->all);
  g_hash_table_insert (self->known, g_memdup2 (&self->id, sizeof self->id), figure);
  g_signal_emit (self, signals[FOUND], 0, self->id);
}

static void judge_next (TrellisLibraryFigures *self);

static void
judged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (TrellisLibraryFigures) self = data;
  g_autoptr (GError)                error = NULL;
  g_autoptr (TrellisJudgement)      judgement = trellis_judgement_new_finish (result, &error);

  if (judgement == NULL || self->session == NULL)
    return;

  g_clear_object (&self->judging);
  keep (self, judgement->check);
  judge_next (self);
}

/* A report that cannot be read has no figure. */
static void
judge_next (TrellisLibraryFigures *self)
{
  g_autoptr (TrellisReport) report = NULL;

  while (report == NULL && self->wanted->len > 0)
    {
      self->id = g_array_index (self->wanted, gint64, self->wanted->len - 1);
      g_array_set_size (self->wanted, self->wanted->len - 1);
      report = trellis_store_load_report (trellis_session_get_store (self->session), self->id,
                                          NULL);
    }
  if (report == NULL)
    return;

  self->judging = g_cancellable_new ();
  trellis_judgement_new_async (report, trellis_template_get_or_default (report->layout),
                               trellis_session_get_vocabulary (self->session), self->judging,
                               judged_cb, g_object_ref (self));
}

static gboolean
is_known (TrellisLibraryFigures      *self,
          const TrellisReportSummary *summary)
{
  const Figure *figure = g_hash_table_lookup (self->known, &summary->id);

  return figure != NULL
         && figure->vocabulary == trellis_session_get_vocabulary (self->session);
}

/* Judges the reports that are not known as they are now, the first first, instead of what was
 * wanted before.
 * @summaries: (nullable) (element-type TrellisReportSummary)
 * @n: so many of them; 0: none, nothing more is judged */
void
trellis_library_figures_want (TrellisLibraryFigures *self,
                              GPtrArray             *summaries,
                              guint                  n)
{
  g_return_if_fail (TRELLIS_IS_LIBRARY_FIGURES (self));

  stop (self);
  g_array_set_size (self->wanted, 0);
  for (guint i = n; i > 0; i--)
    {
      const TrellisReportSummary *summary = summaries->pdata[i - 1];

      if (!is_known (self, summary))
        g_array_append_val (self->wanted, summary->id);
    }
  judge_next (self);
}

/* What was last found out about the report. Returns: %FALSE when nothing is known yet */
gboolean
trellis_library_figures_get (TrellisLibraryFigures *self,
                             gint64                 id,
                             guint                 *met,
                             guint                 *all)
{
  const Figure *figure = g_hash_table_lookup (self->known, &id);

  if (figure == NULL)
    return FALSE;

  *met = figure->met;
  *all = figure->all;
  return TRUE;
}
