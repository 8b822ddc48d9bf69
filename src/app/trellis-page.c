/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-page.h"

#include "trellis-record-row.h"
#include "trellis-text-field.h"

#include <glib/gi18n-lib.h>

/* How long a place arrived at stays tinted, ms; style.css fades it. */
#define TINT_TIME 1200

/* More rows than these at once are much. */
#define MANY_ROWS 64

typedef struct
{
  TrellisSession *session;
  GMenuModel     *menu;
  gboolean        narrow;
  gboolean        collapsed;
  gboolean        stale;     /* while hidden it did not follow all that changed */
  gboolean        has_inner; /* something of the page has its room for itself */

  AdwHeaderBar  *header;
  AdwBin        *body;
  GtkWidget     *back;
  GtkWidget     *undo;
  GtkWidget     *redo;
  GtkMenuButton *menu_button;
} TrellisPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TrellisPage, trellis_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_BODY,
  PROP_MENU,
  PROP_NARROW,
  PROP_COLLAPSED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* A narrow header has no room for undo, redo and export: the menu begins with them. */
static void
fill_menu (TrellisPage *self)
{
  TrellisPagePrivate *priv = trellis_page_get_instance_private (self);
  g_autoptr (GMenu)   menu = g_menu_new ();

  if (priv->narrow)
    {
      g_autoptr (GMenu) common = g_menu_new ();

      g_menu_append (common, _("Undo"), "win.undo");
      g_menu_append (common, _("Redo"), "win.redo");
      g_menu_append (common, _("Export…"), "win.export");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (common));
    }
  if (priv->menu != NULL)
    g_menu_append_section (menu, NULL, priv->menu);

  trellis_menu_button_set_menu (priv->menu_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (priv->menu_button), priv->narrow || priv->menu != NULL);
}

static void
set_narrow (TrellisPage *self,
            gboolean     narrow)
{
  TrellisPagePrivate *priv = trellis_page_get_instance_private (self);

  priv->narrow = narrow;
  fill_menu (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
narrow_cb (TrellisPage *self)
{
  set_narrow (self, TRUE);
}

static void
wide_cb (TrellisPage *self)
{
  set_narrow (self, FALSE);
}

static void
name_step (GtkWidget  *button,
           const char *step,
           char       *label)
{
  g_autofree char *text = label != NULL ? g_strdup_printf ("%s: %s", step, label) : g_strdup (step);

  gtk_widget_set_tooltip_text (button, text);
  g_free (label);
}

/* The buttons say what they would undo and redo. */
static void
name_steps (TrellisPage *self)
{
  TrellisPagePrivate *priv = trellis_page_get_instance_private (self);
  TrellisStore       *store = trellis_session_get_store (priv->session);

  name_step (priv->undo, _("Undo"), trellis_store_get_undo_label (store));
  name_step (priv->redo, _("Redo"), trellis_store_get_redo_label (store));
}

static void
opened_cb (TrellisPage *self)
{
  TrellisPagePrivate *priv = trellis_page_get_instance_private (self);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    trellis_page_update (self, NULL);
  else
    priv->stale = TRUE;
}

/* A page that nobody sees follows what is typed elsewhere, and keeps its open rows so; much at once
 * it takes over when it is next shown, for all pages together would hold up the window. */
static void
changed_cb (TrellisPage               *self,
            const TrellisAnnouncement *announcement)
{
  TrellisPagePrivate *priv = trellis_page_get_instance_private (self);
  gboolean            much = announcement->rows->len > MANY_ROWS;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) && (priv->stale || much))
    priv->stale = TRUE;
  else
    trellis_page_update (self, announcement);
}

static void
freshen (TrellisPage *self)
{
  TrellisPagePrivate *priv = trellis_page_get_instance_private (self);

  if (priv->stale)
    trellis_page_update (self, NULL);
}

static void
trellis_page_map (GtkWidget *widget)
{
  freshen (TRELLIS_PAGE (widget));
  GTK_WIDGET_CLASS (trellis_page_parent_class)->map (widget);
}

static void
checked_cb (TrellisPage *self)
{
  TrellisPagePrivate *priv = trellis_page_get_instance_private (self);

  if (TRELLIS_PAGE_GET_CLASS (self)->checked != NULL && !priv->stale
      && trellis_session_get_report (priv->session) != NULL)
    TRELLIS_PAGE_GET_CLASS (self)->checked (self);
}

static void
trellis_page_constructed (GObject *object)
{
  TrellisPage        *self = TRELLIS_PAGE (object);
  TrellisPagePrivate *priv = trellis_page_get_instance_private (self);

  G_OBJECT_CLASS (trellis_page_parent_class)->constructed (object);

  g_signal_connect_object (priv->session, "opened", G_CALLBACK (opened_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->session, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->session, "checked", G_CALLBACK (checked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->session, "library-changed", G_CALLBACK (name_steps), self,
                           G_CONNECT_SWAPPED);
  name_steps (self);
  fill_menu (self);
}

static void
trellis_page_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TrellisPagePrivate *priv = trellis_page_get_instance_private (TRELLIS_PAGE (object));

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;
    case PROP_BODY:
      g_value_set_object (value, adw_bin_get_child (priv->body));
      break;
    case PROP_MENU:
      g_value_set_object (value, priv->menu);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, priv->narrow);
      break;
    case PROP_COLLAPSED:
      g_value_set_boolean (value, priv->collapsed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
show_way_back (TrellisPage *self)
{
  TrellisPagePrivate *priv = trellis_page_get_instance_private (self);

  gtk_widget_set_visible (priv->back, priv->has_inner);
  adw_header_bar_set_show_back_button (priv->header, priv->collapsed && !priv->has_inner);
}

static void
trellis_page_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  TrellisPage        *self = TRELLIS_PAGE (object);
  TrellisPagePrivate *priv = trellis_page_get_instance_private (self);

  switch (property_id)
    {
    case PROP_SESSION:
      priv->session = g_value_dup_object (value);
      break;
    case PROP_BODY:
      adw_bin_set_child (priv->body, g_value_get_object (value));
      break;
    case PROP_MENU:
      g_set_object (&priv->menu, g_value_get_object (value));
      fill_menu (self);
      break;
    case PROP_COLLAPSED:
      priv->collapsed = g_value_get_boolean (value);
      show_way_back (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static gboolean
trellis_page_grab_focus (GtkWidget *widget)
{
  TrellisPagePrivate *priv = trellis_page_get_instance_private (TRELLIS_PAGE (widget));
  GtkRoot            *root = gtk_widget_get_root (widget);
  GtkWidget          *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (priv->body)))
    return TRUE;

  return gtk_widget_child_focus (GTK_WIDGET (priv->body), GTK_DIR_TAB_FORWARD);
}

static void
trellis_page_dispose (GObject *object)
{
  TrellisPagePrivate *priv = trellis_page_get_instance_private (TRELLIS_PAGE (object));

  g_clear_object (&priv->session);
  g_clear_object (&priv->menu);

  G_OBJECT_CLASS (trellis_page_parent_class)->dispose (object);
}

static void
trellis_page_class_init (TrellisPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = trellis_page_constructed;
  object_class->get_property = trellis_page_get_property;
  object_class->set_property = trellis_page_set_property;
  object_class->dispose = trellis_page_dispose;
  widget_class->grab_focus = trellis_page_grab_focus;
  widget_class->map = trellis_page_map;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, TRELLIS_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BODY] = g_param_spec_object ("body", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MENU] = g_param_spec_object ("menu", NULL, NULL, G_TYPE_MENU_MODEL,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.switch-pane", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/trellis_app/Trellis/ui/page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, TrellisPage, header);
  gtk_widget_class_bind_template_child_private (widget_class, TrellisPage, body);
  gtk_widget_class_bind_template_child_private (widget_class, TrellisPage, back);
  gtk_widget_class_bind_template_child_private (widget_class, TrellisPage, undo);
  gtk_widget_class_bind_template_child_private (widget_class, TrellisPage, redo);
  gtk_widget_class_bind_template_child_private (widget_class, TrellisPage, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
}

static void
trellis_page_init (TrellisPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

TrellisSession *
trellis_page_get_session (TrellisPage *self)
{
  TrellisPagePrivate *priv = trellis_page_get_instance_private (self);

  g_return_val_if_fail (TRELLIS_IS_PAGE (self), NULL);

  return priv->session;
}

gboolean
trellis_page_get_narrow (TrellisPage *self)
{
  TrellisPagePrivate *priv = trellis_page_get_instance_private (self);

  g_return_val_if_fail (TRELLIS_IS_PAGE (self), FALSE);

  return priv->narrow;
}

/**
 * trellis_page_update:
 * @announcement: (nullable): what changed; %NULL: everything
 *
 * Shows the session's report as it is now. A page needs it once, when it has been built.
 */
void
trellis_page_update (TrellisPage               *self,
                     const TrellisAnnouncement *announcement)
{
  TrellisPagePrivate *priv = trellis_page_get_instance_private (self);

  g_return_if_fail (TRELLIS_IS_PAGE (self));

  priv->stale = priv->stale && announcement != NULL;
  if (trellis_session_get_report (priv->session) != NULL
      && TRELLIS_PAGE_GET_CLASS (self)->update != NULL)
    TRELLIS_PAGE_GET_CLASS (self)->update (self, announcement);
}

/* Goes to the record, focuses and tints it. Returns: whether it stands on this page */
gboolean
trellis_page_show_record (TrellisPage             *self,
                          const TrellisRecordType *type,
                          gint64                   id)
{
  g_return_val_if_fail (TRELLIS_IS_PAGE (self), FALSE);

  freshen (self);
  return TRELLIS_PAGE_GET_CLASS (self)->show_record != NULL
         && TRELLIS_PAGE_GET_CLASS (self)->show_record (self, type, id);
}

/**
 * trellis_page_show_text:
 * @word: (nullable): what to select in it
 *
 * Goes on to one of the texts of the record that trellis_page_show_record() went to, where it is
 * edited.
 *
 * Returns: whether it is on this page
 */
gboolean
trellis_page_show_text (TrellisPage             *self,
                        const TrellisRecordType *type,
                        gint64                   id,
                        const char              *field,
                        const char              *word)
{
  GtkRoot          *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget        *focus, *row;
  TrellisTextField *found;

  g_return_val_if_fail (TRELLIS_IS_PAGE (self), FALSE);

  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  row = focus != NULL ? gtk_widget_get_ancestor (focus, TRELLIS_TYPE_RECORD_ROW) : NULL;
  if (row != NULL && trellis_record_row_get_id (TRELLIS_RECORD_ROW (row)) == id)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);

  found = trellis_text_field_find (GTK_WIDGET (self), type, id, field);
  if (found != NULL)
    trellis_text_field_arrive (found, word);
  return found != NULL;
}

/* What was never seen has no places yet, by which Tab would go. */
static gboolean
focus_first_button (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_grab_focus (widget))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (focus_first_button (child))
      return TRUE;

  return FALSE;
}

/* Shows what to do where there is nothing; the focus goes to the first way to do it. */
void
trellis_page_show_empty (TrellisPage *self,
                         GtkStack    *stack)
{
  gboolean had_focus;

  g_return_if_fail (TRELLIS_IS_PAGE (self));

  if (g_strcmp0 (gtk_stack_get_visible_child_name (stack), "empty") == 0)
    return;

  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (stack)) != NULL;
  gtk_stack_set_visible_child_name (stack, "empty");
  if (had_focus)
    focus_first_button (gtk_stack_get_visible_child (stack));
}

gboolean
trellis_page_can_add (TrellisPage *self)
{
  g_return_val_if_fail (TRELLIS_IS_PAGE (self), FALSE);

  return TRELLIS_PAGE_GET_CLASS (self)->add != NULL;
}

void
trellis_page_add (TrellisPage *self)
{
  g_return_if_fail (trellis_page_can_add (self));

  TRELLIS_PAGE_GET_CLASS (self)->add (self);
}

/**
 * trellis_page_set_inner:
 * @title: (nullable): what is shown
 *
 * One thing of the page has its room for itself: the header says which, and its Back, the class's
 * own action `page.back`, leads to the page. %NULL: none has.
 */
void
trellis_page_set_inner (TrellisPage *self,
                        const char  *title)
{
  TrellisPagePrivate *priv = trellis_page_get_instance_private (self);
  const char         *name = adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (self));

  g_return_if_fail (TRELLIS_IS_PAGE (self));

  priv->has_inner = title != NULL;
  adw_header_bar_set_title_widget (priv->header,
                                   title != NULL ? adw_window_title_new (title, name) : NULL);
  show_way_back (self);
}

/* What a screen reader calls the button: a page has as many of them as rows. */
void
trellis_menu_button_name (GtkMenuButton *button,
                          const char    *row)
{
  /* Translators: the menu of a row: a component, a skill … */
  g_autofree char *name = g_strdup_printf (_("Menu of %s"), row);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
end_tint_cb (gpointer data)
{
  gtk_widget_remove_css_class (GTK_WIDGET (data), "arrived");
  g_object_set_data (data, "trellis-tint", NULL);
}

static void
cancel_tint (gpointer data)
{
  g_source_remove (GPOINTER_TO_UINT (data));
}

/* Shows for a moment that this is the place a person was taken to. */
void
trellis_widget_tint (GtkWidget *widget)
{
  guint source;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (!adw_get_enable_animations (widget) || g_object_get_data (G_OBJECT (widget), "trellis-tint"))
    return;

  gtk_widget_add_css_class (widget, "arrived");
  source = g_timeout_add_once (TINT_TIME, end_tint_cb, widget);
  g_object_set_data_full (G_OBJECT (widget), "trellis-tint", GUINT_TO_POINTER (source),
                          cancel_tint);
}

static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       menu)
{
  if (gtk_menu_button_get_menu_model (button) != menu)
    gtk_menu_button_set_menu_model (button, menu);
}

/* Gives the button a menu whose widgets are made when it is first opened: they cost more than the
 * row that has the button. */
void
trellis_menu_button_set_menu (GtkMenuButton *button,
                              GMenuModel    *menu)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button) && G_IS_MENU_MODEL (menu));

  gtk_menu_button_set_create_popup_func (button, create_popover_cb, g_object_ref (menu),
                                         g_object_unref);
}
