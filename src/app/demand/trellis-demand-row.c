/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-demand-row.h"

#include "trellis-bar.h"
#include "trellis-page.h"

#include <glib/gi18n-lib.h>

#include <string.h>

struct _TrellisDemandRow
{
  AdwExpanderRow parent_instance;

  GtkWidget *have; /* a leaf: the skill is one of mine */
  GtkWidget *lack; /* a ring: it is one that I lack */
  GtkWidget *bar;
  GtkLabel  *count;
  GtkWidget *menu_button;

  char      *skill;
  GArray    *postings; /* int: their numbers */
  GPtrArray *quotes;   /* GtkWidget: the rows inside */
};

G_DEFINE_FINAL_TYPE (TrellisDemandRow, trellis_demand_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  OPENED,
  POSTING,
  ADD,
  ALIASES,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
expanded_cb (TrellisDemandRow *self)
{
  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    g_signal_emit (self, signals[OPENED], 0);
}

static void
quote_activated_cb (TrellisDemandRow *self,
                    GtkWidget        *row)
{
  g_signal_emit (self, signals[POSTING], 0,
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "posting")),
                 g_object_get_data (G_OBJECT (row), "quoted"));
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  g_signal_emit (widget, signals[ADD], 0,
                 g_str_equal (action, "row.add-to-have") ? TRELLIS_STANDING_HAVE
                                                         : TRELLIS_STANDING_LACK);
}

static void
aliases_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  g_signal_emit (widget, signals[ALIASES], 0);
}

static void
menu_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (TRELLIS_DEMAND_ROW (widget)->menu_button));
}

static void
trellis_demand_row_finalize (GObject *object)
{
  TrellisDemandRow *self = TRELLIS_DEMAND_ROW (object);

  g_free (self->skill);
  g_clear_pointer (&self->postings, g_array_unref);
  g_ptr_array_unref (self->quotes);

  G_OBJECT_CLASS (trellis_demand_row_parent_class)->finalize (object);
}

static void
trellis_demand_row_class_init (TrellisDemandRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = trellis_demand_row_finalize;

  signals[OPENED] = g_signal_new ("opened", TRELLIS_TYPE_DEMAND_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[POSTING] = g_signal_new ("posting", TRELLIS_TYPE_DEMAND_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[ADD] = g_signal_new ("add", TRELLIS_TYPE_DEMAND_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  signals[ALIASES] = g_signal_new ("aliases", TRELLIS_TYPE_DEMAND_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TRELLIS_TYPE_BAR);
  gtk_widget_class_install_action (widget_class, "row.add-to-have", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "row.add-to-lack", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "row.aliases", NULL, aliases_cb);
  gtk_widget_class_install_action (widget_class, "row.menu", NULL, menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "row.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "row.menu", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/trellis_app/Trellis/ui/demand-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisDemandRow, have);
  gtk_widget_class_bind_template_child (widget_class, TrellisDemandRow, lack);
  gtk_widget_class_bind_template_child (widget_class, TrellisDemandRow, bar);
  gtk_widget_class_bind_template_child (widget_class, TrellisDemandRow, count);
  gtk_widget_class_bind_template_child (widget_class, TrellisDemandRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
}

static void
trellis_demand_row_init (TrellisDemandRow *self)
{
  self->quotes = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
trellis_demand_row_new (void)
{
  return g_object_new (TRELLIS_TYPE_DEMAND_ROW, NULL);
}

const char *
trellis_demand_row_get_skill (TrellisDemandRow *self)
{
  g_return_val_if_fail (TRELLIS_IS_DEMAND_ROW (self), NULL);

  return self->skill;
}

static const char *
get_bucket_words (TrellisDemandBucket bucket)
{
  switch (bucket)
    {
    case TRELLIS_DEMAND_SEVERAL:
      return _("in several postings");
    case TRELLIS_DEMAND_TWO:
      return _("in exactly two postings");
    case TRELLIS_DEMAND_SINGLE:
      return _("in a single posting");
    default:
      g_return_val_if_reached ("");
    }
}

static const char *
get_firmness (const TrellisDemand *demand)
{
  if (demand->bucket != TRELLIS_DEMAND_SEVERAL)
    return NULL;

  return demand->firm ? _("firm") : _("fragile");
}

static const char *
get_standing_words (const TrellisDemand *demand)
{
  if (demand->have)
    return _("you have it");
  return demand->lack ? _("you lack it") : NULL;
}

/* The words, parted by commas; those that are %NULL are left out. */
static char *
join (const char *const *words,
      guint              n_words)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    if (words[i] != NULL)
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? ", " : "", words[i]);
  return g_string_free (joined, FALSE);
}

/* “Docker, 4 of 5, in several postings, firm, you have it” */
static void
speak (TrellisDemandRow    *self,
       const TrellisDemand *demand,
       const char          *count,
       guint                n_postings)
{
  const char      *words[] = { demand->skill, count, get_bucket_words (demand->bucket),
                               get_firmness (demand), get_standing_words (demand) };
  g_autofree char *value = join (words + 1, 3);
  g_autofree char *spoken = join (words, G_N_ELEMENTS (words));

  trellis_bar_show (TRELLIS_BAR (self->bar), demand->postings->len, n_postings,
                    demand->bucket == TRELLIS_DEMAND_SEVERAL && !demand->firm, value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static gboolean
has_postings (TrellisDemandRow *self,
              GArray           *postings)
{
  return self->postings != NULL && self->postings->len == postings->len
         && memcmp (self->postings->data, postings->data, postings->len * sizeof (int)) == 0;
}

/* There is little room. */
void
trellis_demand_row_set_narrow (TrellisDemandRow *self,
                               gboolean          narrow)
{
  g_return_if_fail (TRELLIS_IS_DEMAND_ROW (self));

  trellis_bar_set_short (TRELLIS_BAR (self->bar), narrow);
}

/* The row is closed when what it opens to is no longer what it shows. */
void
trellis_demand_row_show (TrellisDemandRow    *self,
                         const TrellisDemand *demand,
                         guint                n_postings)
{
  const char      *words[] = { get_firmness (demand), get_standing_words (demand) };
  g_autofree char *count = NULL;
  g_autofree char *subtitle = join (words, G_N_ELEMENTS (words));

  g_return_if_fail (TRELLIS_IS_DEMAND_ROW (self));

  count = g_strdup_printf (_("%u of %u"), demand->postings->len, n_postings);
  if (!has_postings (self, demand->postings))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), FALSE);
  g_set_str (&self->skill, demand->skill);
  g_clear_pointer (&self->postings, g_array_unref);
  self->postings = g_array_copy (demand->postings);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), demand->skill);
  trellis_menu_button_name (GTK_MENU_BUTTON (self->menu_button), demand->skill);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (self->have, demand->have);
  gtk_widget_set_visible (self->lack, demand->lack && !demand->have);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.add-to-have",
                                 !demand->have && !demand->lack);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.add-to-lack",
                                 !demand->have && !demand->lack);
  speak (self, demand, count, n_postings);
}

/* The quote as it stands in the text: without the ellipses that say it goes on. */
static char *
strip_quote (const TrellisQuote *quote)
{
  const char *begin = quote->text;
  gsize       length;

  if (g_str_has_prefix (begin, "…"))
    begin += strlen ("…");
  length = strlen (begin);
  if (g_str_has_suffix (begin, " …"))
    length -= strlen (" …");
  return g_strndup (begin, length);
}

static GtkWidget *
create_quote_row (TrellisDemandRow     *self,
                  const TrellisPosting *posting,
                  int                   number,
                  const TrellisQuote   *quote)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *title = *posting->title != '\0'
                               ? g_strdup (posting->title)
                               : g_strdup_printf (_("Posting %d"), number);
  /* Translators: a sentence of a posting, quoted */
  g_autofree char *said = quote != NULL ? g_strdup_printf (_("“%s”"), quote->text)
                                        : g_strdup (_("Named in its title or among its skills."));

  gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  gtk_widget_add_css_class (arrow, "dimmed");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), said);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "posting", GINT_TO_POINTER (number));
  if (quote != NULL)
    g_object_set_data_full (G_OBJECT (row), "quoted", strip_quote (quote), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (quote_activated_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

/* Fills what the row opens to: each posting, with its sentence. */
void
trellis_demand_row_show_evidence (TrellisDemandRow    *self,
                                  const TrellisReport *report,
                                  TrellisEvidence     *evidence)
{
  g_return_if_fail (TRELLIS_IS_DEMAND_ROW (self));

  for (guint i = 0; i < self->quotes->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->quotes->pdata[i]);
  g_ptr_array_set_size (self->quotes, 0);

  for (guint i = 0; i < self->postings->len; i++)
    {
      int                      number = g_array_index (self->postings, int, i);
      g_autoptr (TrellisQuote) quote = trellis_evidence_quote (evidence, self->skill, number);
      GtkWidget               *row
          = create_quote_row (self, report->postings->pdata[number - 1], number, quote);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
      g_ptr_array_add (self->quotes, row);
    }
}
