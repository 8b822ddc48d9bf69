/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pages-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GAP 18 /* px around and between pages */
#define PX_PER_POINT (96.0 / 72.0)
#define MAX_FIT 1.6 /* pages fitted to a wide window grow no larger than this */

struct _TrellisPagesView
{
  GtkWidget parent_instance;

  TrellisPages  *pages; /* NULL: none yet */
  GPtrArray     *nodes; /* GskRenderNode of each page, or NULL while it is not seen */
  double         zoom;
  double         drawn_scale; /* that of the nodes */
  guint          page;
  GtkAdjustment *adjustment;
};

G_DEFINE_FINAL_TYPE (TrellisPagesView, trellis_pages_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_PAGE,
  PROP_ZOOM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static guint
get_n_pages (TrellisPagesView *self)
{
  return self->pages != NULL ? trellis_pages_get_n_pages (self->pages) : 0;
}

/* Points → px, of a widget this wide. */
static double
get_scale (TrellisPagesView *self,
           int               width)
{
  double page_width = 0, page_height = 0;

  if (self->zoom > 0)
    return self->zoom * PX_PER_POINT;
  if (get_n_pages (self) == 0)
    return PX_PER_POINT;

  trellis_pages_get_page_size (self->pages, 0, &page_width, &page_height);
  return CLAMP ((width - 2 * GAP) / page_width, 0.1, MAX_FIT * PX_PER_POINT);
}

static graphene_rect_t
get_area (TrellisPagesView *self,
          guint             page,
          int               width)
{
  double scale = get_scale (self, width);
  double y = GAP;
  double page_width = 0, page_height = 0;

  for (guint i = 0; i <= page; i++)
    {
      y += i > 0 ? page_height * scale + GAP : 0;
      trellis_pages_get_page_size (self->pages, i, &page_width, &page_height);
    }

  return GRAPHENE_RECT_INIT ((float) MAX (GAP, floor ((width - page_width * scale) / 2)),
                             (float) floor (y), (float) (page_width * scale),
                             (float) (page_height * scale));
}

/* What can be seen of the widget. */
static graphene_rect_t
get_view (TrellisPagesView *self)
{
  GtkWidget      *viewport = gtk_widget_get_parent (GTK_WIDGET (self));
  graphene_rect_t view
      = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                            (float) gtk_widget_get_height (GTK_WIDGET (self)));
  graphene_point_t origin;

  if (viewport != NULL
      && gtk_widget_compute_point (viewport, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (0, 0),
                                   &origin))
    {
      view.origin = origin;
      view.size.width = (float) gtk_widget_get_width (viewport);
      view.size.height = (float) gtk_widget_get_height (viewport);
    }

  return view;
}

/* The first page that reaches beyond the middle of the view. */
static guint
find_page (TrellisPagesView      *self,
           const graphene_rect_t *view)
{
  guint n = get_n_pages (self);

  for (guint i = 0; i < n; i++)
    {
      graphene_rect_t area = get_area (self, i, gtk_widget_get_width (GTK_WIDGET (self)));

      if (area.origin.y + area.size.height > view->origin.y + view->size.height / 2)
        return i + 1;
    }

  return n;
}

static void
say_page (TrellisPagesView *self)
{
  const char      *section;
  g_autofree char *label = NULL;

  if (self->page == 0)
    return;

  section = trellis_pages_get_section (self->pages, self->page - 1);
  label = section != NULL && *section != '\0'
              /* Translators: a page of the report, and the heading on it. */
              ? g_strdup_printf (_("Page %u of %u, %s"), self->page, get_n_pages (self), section)
              : g_strdup_printf (_("Page %u of %u"), self->page, get_n_pages (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update_page (TrellisPagesView *self)
{
  graphene_rect_t view = get_view (self);
  guint           page = find_page (self, &view);

  if (page == self->page)
    return;

  self->page = page;
  say_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
scrolled_cb (TrellisPagesView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  update_page (self);
}

/* The viewport scrolls without drawing its child again: that is asked for here. */
static void
follow_viewport (TrellisPagesView *self)
{
  GtkWidget *viewport = gtk_widget_get_parent (GTK_WIDGET (self));

  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustment, scrolled_cb, self);
  g_clear_object (&self->adjustment);
  if (!GTK_IS_SCROLLABLE (viewport))
    return;

  self->adjustment
      = g_object_ref (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)));
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
trellis_pages_view_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (trellis_pages_view_parent_class)->root (widget);
  follow_viewport (TRELLIS_PAGES_VIEW (widget));
}

static GtkSizeRequestMode
trellis_pages_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
trellis_pages_view_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  TrellisPagesView *self = TRELLIS_PAGES_VIEW (widget);
  guint             n = get_n_pages (self);
  double            width = 0, height = 0;
  graphene_rect_t   last;

  if (n == 0)
    {
      *minimum = *natural = 0;
      return;
    }

  trellis_pages_get_page_size (self->pages, 0, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->zoom > 0 ? (int) ceil (width * get_scale (self, 0)) + 2 * GAP : 200;
      *natural = MAX (*minimum, (int) ceil (width * PX_PER_POINT) + 2 * GAP);
      return;
    }

  last = get_area (self, n - 1, for_size > 0 ? for_size : 400);
  *minimum = *natural = (int) ceilf (last.origin.y + last.size.height) + GAP;
}

static GskRenderNode *
paint_page (TrellisPagesView      *self,
            guint                  page,
            const graphene_rect_t *area)
{
  GtkSnapshot    *snapshot = gtk_snapshot_new ();
  double          scale = get_scale (self, gtk_widget_get_width (GTK_WIDGET (self)));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, area->size.width, area->size.height);
  cairo_t        *cr;

  gtk_snapshot_append_color (snapshot, &(const GdkRGBA) { 1, 1, 1, 1 }, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, scale, scale);
  trellis_pages_paint (self->pages, page, cr);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
draw_page (TrellisPagesView      *self,
           GtkSnapshot           *snapshot,
           guint                  page,
           const graphene_rect_t *area)
{
  const GdkRGBA  shade = { 0, 0, 0, 0.25f };
  GskRoundedRect outline;

  if (self->nodes->pdata[page] == NULL)
    self->nodes->pdata[page] = paint_page (self, page, area);

  gsk_rounded_rect_init_from_rect (&outline, area, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 1, 0, 4);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &area->origin);
  gtk_snapshot_append_node (snapshot, self->nodes->pdata[page]);
  gtk_snapshot_restore (snapshot);
}

static void
drop_node (TrellisPagesView *self,
           guint             page)
{
  g_clear_pointer ((GskRenderNode **) &self->nodes->pdata[page], gsk_render_node_unref);
}

static void
trellis_pages_view_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  TrellisPagesView *self = TRELLIS_PAGES_VIEW (widget);
  int               width = gtk_widget_get_width (widget);
  double            scale = get_scale (self, width);
  gboolean          fresh = fabs (scale - self->drawn_scale) < 0.0001;
  graphene_rect_t   view = get_view (self);

  self->drawn_scale = scale;
  for (guint i = 0; i < get_n_pages (self); i++)
    {
      graphene_rect_t area = get_area (self, i, width);

      if (!fresh)
        drop_node (self, i);
      if (graphene_rect_intersection (&area, &view, NULL))
        draw_page (self, snapshot, i, &area);
      else
        drop_node (self, i);
    }
}

static void
trellis_pages_view_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  update_page (TRELLIS_PAGES_VIEW (widget));
}

static void
trellis_pages_view_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TrellisPagesView *self = TRELLIS_PAGES_VIEW (object);

  switch (property_id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
trellis_pages_view_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  if (property_id == PROP_ZOOM)
    trellis_pages_view_set_zoom (TRELLIS_PAGES_VIEW (object), g_value_get_double (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clear_nodes (TrellisPagesView *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    drop_node (self, i);
}

static void
trellis_pages_view_dispose (GObject *object)
{
  TrellisPagesView *self = TRELLIS_PAGES_VIEW (object);

  clear_nodes (self);
  g_clear_pointer (&self->pages, trellis_pages_unref);
  g_clear_object (&self->adjustment);

  G_OBJECT_CLASS (trellis_pages_view_parent_class)->dispose (object);
}

static void
trellis_pages_view_finalize (GObject *object)
{
  g_ptr_array_unref (TRELLIS_PAGES_VIEW (object)->nodes);

  G_OBJECT_CLASS (trellis_pages_view_parent_class)->finalize (object);
}

static void
trellis_pages_view_class_init (TrellisPagesViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = trellis_pages_view_get_property;
  object_class->set_property = trellis_pages_view_set_property;
  object_class->dispose = trellis_pages_view_dispose;
  object_class->finalize = trellis_pages_view_finalize;
  widget_class->root = trellis_pages_view_root;
  widget_class->get_request_mode = trellis_pages_view_get_request_mode;
  widget_class->measure = trellis_pages_view_measure;
  widget_class->size_allocate = trellis_pages_view_size_allocate;
  widget_class->snapshot = trellis_pages_view_snapshot;

  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, 4, 0,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                   | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "pagesview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
trellis_pages_view_init (TrellisPagesView *self)
{
  self->nodes = g_ptr_array_new ();
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/* Shows these pages (nullable), and stays where it was. */
void
trellis_pages_view_set_pages (TrellisPagesView *self,
                              TrellisPages     *pages)
{
  g_return_if_fail (TRELLIS_IS_PAGES_VIEW (self));

  clear_nodes (self);
  g_clear_pointer (&self->pages, trellis_pages_unref);
  self->pages = pages != NULL ? trellis_pages_ref (pages) : NULL;
  g_ptr_array_set_size (self->nodes, (int) get_n_pages (self));
  self->page = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  update_page (self);
}

guint
trellis_pages_view_get_n_pages (TrellisPagesView *self)
{
  g_return_val_if_fail (TRELLIS_IS_PAGES_VIEW (self), 0);

  return get_n_pages (self);
}

guint
trellis_pages_view_get_page (TrellisPagesView *self)
{
  g_return_val_if_fail (TRELLIS_IS_PAGES_VIEW (self), 0);

  return self->page;
}

/* 0: as wide as there is room. */
void
trellis_pages_view_set_zoom (TrellisPagesView *self,
                             double            zoom)
{
  g_return_if_fail (TRELLIS_IS_PAGES_VIEW (self));

  if (fabs (zoom - self->zoom) < 0.0001)
    return;

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

/* How large it is now: 1 is as large as paper. */
double
trellis_pages_view_get_scale (TrellisPagesView *self)
{
  g_return_val_if_fail (TRELLIS_IS_PAGES_VIEW (self), 1);

  return get_scale (self, gtk_widget_get_width (GTK_WIDGET (self))) / PX_PER_POINT;
}
