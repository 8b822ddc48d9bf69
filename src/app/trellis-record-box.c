/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-record-box.h"

#include <glib/gi18n-lib.h>

/* So many rows are shown at first, and more each time that more are asked for. */
#define STEP 300

/* So many are built in one go: more than the window is high, and few enough for a frame. */
#define PORTION 24

struct _TrellisRecordBox
{
  AdwBin parent_instance;

  TrellisSession          *session;
  GType                    row_type;
  const TrellisRecordType *type;
  int                      only; /* shows this list alone; -1: all records */
  guint                    limit;
  guint                    n_built; /* of those up to the limit; the others follow in idle time */
  guint                    build_id;
  gboolean                 narrow;
  GHashTable              *rows; /* gint64 * → TrellisRecordRow, in the list */

  GtkListBox *list;
  GtkWidget  *more;
  GtkWidget  *add;
};

G_DEFINE_FINAL_TYPE (TrellisRecordBox, trellis_record_box, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  ADD,
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_wanted (TrellisRecordBox *self,
           gconstpointer     record)
{
  const TrellisField *list;

  if (self->only < 0)
    return TRUE;

  list = trellis_record_type_find_field (self->type, "list");
  return trellis_record_get_int (list, record) == self->only;
}

/* Returns: (transfer container): what is to be shown, in order */
static GPtrArray *
get_records (TrellisRecordBox *self)
{
  GPtrArray *part = trellis_report_get_part (trellis_session_get_report (self->session),
                                             self->type);
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < part->len; i++)
    if (is_wanted (self, part->pdata[i]))
      g_ptr_array_add (records, part->pdata[i]);
  return records;
}

/* Returns: (nullable): the record, where it is one of those shown */
static gconstpointer
find_record (TrellisRecordBox *self,
             gint64            id)
{
  gconstpointer record
      = trellis_report_find (trellis_session_get_report (self->session), self->type, id);

  return record != NULL && is_wanted (self, record) ? record : NULL;
}

static void
expanded_cb (TrellisRecordBox *self,
             GParamSpec       *pspec,
             AdwExpanderRow   *opened)
{
  GHashTableIter iter;
  gpointer       row;

  if (!adw_expander_row_get_expanded (opened))
    return;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (row != opened)
      adw_expander_row_set_expanded (row, FALSE);
}

static void
opened_cb (TrellisRecordBox *self,
           TrellisRecordRow *row)
{
  g_signal_emit (self, signals[OPENED], 0, row);
}

static GtkWidget *
create_row (TrellisRecordBox *self,
            gint64            id)
{
  GtkWidget *row = g_object_new (self->row_type, "session", self->session, "record-id", id, NULL);

  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  trellis_record_row_set_narrow (TRELLIS_RECORD_ROW (row), self->narrow);
  g_hash_table_insert (self->rows, g_memdup2 (&id, sizeof id), g_object_ref_sink (row));
  return row;
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot   *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* Puts the row there; what had the focus in it keeps it. */
static void
place_row (TrellisRecordBox *self,
           GtkWidget        *row,
           int               index)
{
  GtkWidget *focus = NULL;

  if (gtk_widget_get_parent (row) == NULL)
    {
      gtk_list_box_insert (self->list, row, index);
      return;
    }
  if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) == index)
    return;

  if (has_focus (row))
    focus = gtk_root_get_focus (gtk_widget_get_root (row));
  gtk_list_box_remove (self->list, row);
  gtk_list_box_insert (self->list, row, index);
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
}

static gboolean
remove_gone_row (gpointer key,
                 gpointer row,
                 gpointer data)
{
  TrellisRecordBox *self = data;
  GtkListBoxRow    *neighbour = NULL;
  int               index = gtk_list_box_row_get_index (row);

  if (find_record (self, *(const gint64 *) key) != NULL)
    return FALSE;

  if (has_focus (row) || gtk_widget_has_focus (row))
    {
      neighbour = gtk_list_box_get_row_at_index (self->list, index + 1);
      if (!TRELLIS_IS_RECORD_ROW (neighbour))
        neighbour = index > 0 ? gtk_list_box_get_row_at_index (self->list, index - 1)
                              : GTK_LIST_BOX_ROW (self->add);
    }
  gtk_list_box_remove (self->list, row);
  if (neighbour != NULL)
    gtk_widget_child_focus (GTK_WIDGET (neighbour), GTK_DIR_TAB_FORWARD);
  return TRUE;
}

static void
show_rows (TrellisRecordBox *self,
           GPtrArray        *records,
           guint             begin,
           guint             end)
{
  for (guint i = begin; i < end; i++)
    {
      gint64     id = ((const TrellisRecord *) records->pdata[i])->id;
      GtkWidget *row = g_hash_table_lookup (self->rows, &id);

      place_row (self, row != NULL ? row : create_row (self, id), (int) i);
      trellis_record_row_update (g_hash_table_lookup (self->rows, &id));
    }
}

static gboolean build_source (gpointer data);

static void
build_later (TrellisRecordBox *self,
             guint             n_records)
{
  if (self->build_id == 0 && self->n_built < MIN (n_records, self->limit))
    self->build_id = g_idle_add (build_source, self);
}

static gboolean
build_source (gpointer data)
{
  TrellisRecordBox     *self = data;
  g_autoptr (GPtrArray) records = NULL;
  guint                 end;

  self->build_id = 0;
  if (trellis_session_get_report (self->session) == NULL)
    return G_SOURCE_REMOVE;

  records = get_records (self);
  end = MIN (records->len, MIN (self->n_built + PORTION, self->limit));
  show_rows (self, records, MIN (self->n_built, end), end);
  self->n_built = MIN (self->n_built + PORTION, self->limit);
  build_later (self, records->len);
  return G_SOURCE_REMOVE;
}

static void
show_more_cb (TrellisRecordBox *self)
{
  guint first_new = self->limit;

  self->limit += STEP;
  self->n_built = first_new + PORTION;
  trellis_record_box_update (self, NULL);
  gtk_widget_child_focus (
      GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) first_new)),
      GTK_DIR_TAB_FORWARD);
}

static void
add_cb (TrellisRecordBox *self)
{
  GtkEditable     *entry = GTK_EDITABLE (self->add);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (*text == '\0')
    return;

  gtk_editable_set_text (entry, "");
  g_signal_emit (self, signals[ADD], 0, text);
}

static void
set_narrow (TrellisRecordBox *self,
            gboolean          narrow)
{
  GHashTableIter iter;
  gpointer       row;

  self->narrow = narrow;
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    trellis_record_row_set_narrow (row, narrow);
}

static void
trellis_record_box_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  if (property_id == PROP_NARROW)
    set_narrow (TRELLIS_RECORD_BOX (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
trellis_record_box_dispose (GObject *object)
{
  TrellisRecordBox *self = TRELLIS_RECORD_BOX (object);

  g_clear_handle_id (&self->build_id, g_source_remove);
  g_hash_table_remove_all (self->rows);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (trellis_record_box_parent_class)->dispose (object);
}

static void
trellis_record_box_finalize (GObject *object)
{
  g_hash_table_unref (TRELLIS_RECORD_BOX (object)->rows);

  G_OBJECT_CLASS (trellis_record_box_parent_class)->finalize (object);
}

static void
trellis_record_box_class_init (TrellisRecordBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = trellis_record_box_set_property;
  object_class->dispose = trellis_record_box_dispose;
  object_class->finalize = trellis_record_box_finalize;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ADD] = g_signal_new ("add", TRELLIS_TYPE_RECORD_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[OPENED] = g_signal_new ("opened", TRELLIS_TYPE_RECORD_BOX, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, TRELLIS_TYPE_RECORD_ROW);
}

static void
trellis_record_box_init (TrellisRecordBox *self)
{
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->only = -1;
  self->limit = STEP;
  self->n_built = PORTION;
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));

  self->more = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more), _("Show More"));
  g_signal_connect_object (self->more, "activated", G_CALLBACK (show_more_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, self->more);

  self->add = adw_entry_row_new ();
  g_signal_connect_object (self->add, "entry-activated", G_CALLBACK (add_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->add), FALSE);
  gtk_list_box_append (self->list, self->add);
}

/**
 * trellis_record_box_set_up:
 * @row_type: a class of TrellisRecordRow
 * @name: what a screen reader calls the list
 * @add_title: what the last row is called
 */
void
trellis_record_box_set_up (TrellisRecordBox *self,
                           TrellisSession   *session,
                           GType             row_type,
                           const char       *name,
                           const char       *add_title)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (row_type);

  g_return_if_fail (TRELLIS_IS_RECORD_BOX (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->row_type = row_type;
  self->type = TRELLIS_RECORD_ROW_CLASS (klass)->type;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add), add_title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/* Shows only the records of one list: a member `list` tells which. */
void
trellis_record_box_set_list (TrellisRecordBox *self,
                             int               list)
{
  g_return_if_fail (TRELLIS_IS_RECORD_BOX (self));

  self->only = list;
}

/* Where the name of a new record is typed. Returns: (transfer none) */
GtkEditable *
trellis_record_box_get_add (TrellisRecordBox *self)
{
  g_return_val_if_fail (TRELLIS_IS_RECORD_BOX (self), NULL);

  return GTK_EDITABLE (self->add);
}

/* Shows the session's report as it is now; what is far below follows in idle time. */
void
trellis_record_box_update (TrellisRecordBox          *self,
                           const TrellisAnnouncement *announcement)
{
  g_autoptr (GPtrArray) records = NULL;

  g_return_if_fail (TRELLIS_IS_RECORD_BOX (self));

  records = get_records (self);
  g_hash_table_foreach_remove (self->rows, remove_gone_row, self);

  show_rows (self, records, 0, MIN (records->len, self->n_built));
  gtk_widget_set_visible (self->more, records->len > self->limit);
  build_later (self, records->len);
}

/* The row of the record: it is shown, if need be. Returns: (transfer none) (nullable) */
TrellisRecordRow *
trellis_record_box_find (TrellisRecordBox *self,
                         gint64            id)
{
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (TRELLIS_IS_RECORD_BOX (self), NULL);

  if (find_record (self, id) == NULL)
    return NULL;

  records = get_records (self);
  while (g_hash_table_lookup (self->rows, &id) == NULL && self->n_built < records->len)
    {
      self->limit += self->n_built < self->limit ? 0 : STEP;
      self->n_built = self->limit;
      trellis_record_box_update (self, NULL);
    }
  return g_hash_table_lookup (self->rows, &id);
}

/* The row of the record, if it is shown. Returns: (transfer none) (nullable) */
TrellisRecordRow *
trellis_record_box_peek (TrellisRecordBox *self,
                         gint64            id)
{
  g_return_val_if_fail (TRELLIS_IS_RECORD_BOX (self), NULL);

  return g_hash_table_lookup (self->rows, &id);
}

void
trellis_record_box_focus_add (TrellisRecordBox *self)
{
  g_return_if_fail (TRELLIS_IS_RECORD_BOX (self));

  gtk_widget_grab_focus (self->add);
}
