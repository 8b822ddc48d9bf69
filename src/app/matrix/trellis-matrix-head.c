/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-matrix-head.h"

#include <adwaita.h>

/* A head of the matrix: the name of a component or role with its count, the corner with the
 * total, or an add line. Stays where it is while the cells scroll, so its background is opaque.
 *
 * The text is drawn, not made of labels: turned text needs a transformation of its own, and two
 * hundred heads should cost little.
 *
 * CSS nodes: `matrixhead`, with the classes .row .column .corner .add, .banded (the focus is in
 * its line), .selected (it has the focus itself) and .empty-line (nobody is involved). Role:
 * ROW_HEADER, COLUMN_HEADER or BUTTON, given when it is made. In right-to-left text turned names
 * read downward. */

#define PADDING 12
#define GAP 6
#define ICON 16

struct _TrellisMatrixHead
{
  GtkWidget parent_instance;

  TrellisMatrixHeadForm form;
  int                   line;
  int                   count;
  int                   letter;
  gboolean              bold;
  char                 *name;
};

G_DEFINE_FINAL_TYPE (TrellisMatrixHead, trellis_matrix_head, GTK_TYPE_WIDGET)

static gboolean
is_empty_line (TrellisMatrixHead *self)
{
  return self->count == 0 && self->form != TRELLIS_MATRIX_HEAD_CORNER;
}

static PangoLayout *
create_name_layout (TrellisMatrixHead *self)
{
  PangoLayout              *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->name);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (self->bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));

  if (self->letter >= 0)
    {
      PangoAttribute *underline = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

      underline->start_index = (guint) self->letter;
      underline->end_index = (guint) (g_utf8_next_char (self->name + self->letter) - self->name);
      pango_attr_list_insert (attributes, underline);
    }

  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static PangoLayout *
create_count_layout (TrellisMatrixHead *self)
{
  g_autofree char          *text = g_strdup_printf ("%d", self->count);
  PangoLayout              *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static GdkRGBA
dimmed_ink (TrellisMatrixHead *self)
{
  GdkRGBA ink;

  gtk_widget_get_color (GTK_WIDGET (self), &ink);
  if (!adw_style_manager_get_high_contrast (
          adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)))))
    ink.alpha *= 0.6f;
  return ink;
}

static void
snapshot_layout (GtkSnapshot   *snapshot,
                 PangoLayout   *layout,
                 double         x,
                 double         y,
                 const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* How far from its left edge a layout with a width draws: from right to left, Pango sets text
 * against the right edge. */
static int
get_indent (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_pixel_extents (layout, NULL, &logical);
  return logical.x;
}

static void
snapshot_warning (TrellisMatrixHead *self,
                  GtkSnapshot       *snapshot,
                  double             x,
                  double             y)
{
  GtkIconTheme *theme
      = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (
      theme, "dialog-warning-symbolic", NULL, ICON, gtk_widget_get_scale_factor (GTK_WIDGET (self)),
      gtk_widget_get_direction (GTK_WIDGET (self)), GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  GdkRGBA ink;

  gtk_widget_get_color (GTK_WIDGET (self), &ink);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON, ICON,
                                            &ink, 1);
  gtk_snapshot_restore (snapshot);
}

/* In row heads name and count stand at the two edges; `start` and `end` say where those are. */
static void
snapshot_row (TrellisMatrixHead *self,
              GtkSnapshot       *snapshot,
              int                width,
              int                height)
{
  gboolean                rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autoptr (PangoLayout) name = create_name_layout (self);
  int                     taken = 0, text_width, text_height;
  GdkRGBA                 ink, dimmed = dimmed_ink (self);

  gtk_widget_get_color (GTK_WIDGET (self), &ink);

  if (self->count >= 0)
    {
      g_autoptr (PangoLayout) count = create_count_layout (self);

      pango_layout_get_pixel_size (count, &text_width, &text_height);
      snapshot_layout (snapshot, count, rtl ? PADDING : width - PADDING - text_width,
                       (height - text_height) / 2, is_empty_line (self) ? &ink : &dimmed);
      taken = text_width + GAP;
      if (is_empty_line (self))
        {
          taken += ICON + GAP;
          snapshot_warning (self, snapshot,
                            rtl ? PADDING + taken - ICON - GAP : width - PADDING - taken + GAP,
                            (height - ICON) / 2);
        }
    }

  pango_layout_set_width (name, MAX (0, width - 2 * PADDING - taken) * PANGO_SCALE);
  pango_layout_get_pixel_size (name, &text_width, &text_height);
  snapshot_layout (snapshot, name,
                   (rtl ? width - PADDING - text_width : PADDING) - get_indent (name),
                   (height - text_height) / 2,
                   self->form == TRELLIS_MATRIX_HEAD_CORNER ? &dimmed : &ink);
}

static int
snapshot_column_count (TrellisMatrixHead *self,
                       GtkSnapshot       *snapshot,
                       int                width,
                       int                height)
{
  g_autoptr (PangoLayout) count = create_count_layout (self);
  int                     text_width, text_height;
  GdkRGBA                 dimmed = dimmed_ink (self);

  pango_layout_get_pixel_size (count, &text_width, &text_height);
  snapshot_layout (snapshot, count, (width - text_width) / 2, height - text_height - GAP / 2,
                   &dimmed);
  return height - text_height - GAP;
}

static void
snapshot_column_level (TrellisMatrixHead *self,
                       GtkSnapshot       *snapshot,
                       int                width,
                       int                height)
{
  g_autoptr (PangoLayout) name = create_name_layout (self);
  int                     bottom = snapshot_column_count (self, snapshot, width, height);
  int                     text_height;
  GdkRGBA                 ink;

  gtk_widget_get_color (GTK_WIDGET (self), &ink);
  pango_layout_set_wrap (name, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (name, PANGO_ALIGN_CENTER);
  pango_layout_set_width (name, (width - GAP) * PANGO_SCALE);
  pango_layout_set_height (name, -2);
  pango_layout_get_pixel_size (name, NULL, &text_height);
  snapshot_layout (snapshot, name, GAP / 2, bottom - text_height, &ink);
}

static void
snapshot_column_turned (TrellisMatrixHead *self,
                        GtkSnapshot       *snapshot,
                        int                width,
                        int                height)
{
  gboolean                rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autoptr (PangoLayout) name = create_name_layout (self);
  int                     bottom = snapshot_column_count (self, snapshot, width, height);
  int                     text_width, text_height;
  GdkRGBA                 ink;

  gtk_widget_get_color (GTK_WIDGET (self), &ink);
  pango_layout_set_width (name, (bottom - 2 * GAP) * PANGO_SCALE);
  pango_layout_get_pixel_size (name, &text_width, &text_height);

  gtk_snapshot_save (snapshot);
  if (rtl)
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (width + text_height) / 2,
                                                              (float) (bottom - GAP - text_width)));
      gtk_snapshot_rotate (snapshot, 90);
    }
  else
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (width - text_height) / 2,
                                                              (float) (bottom - GAP)));
      gtk_snapshot_rotate (snapshot, -90);
    }
  snapshot_layout (snapshot, name, -get_indent (name), 0, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_add (TrellisMatrixHead *self,
              GtkSnapshot       *snapshot,
              int                width,
              int                height)
{
  gboolean                rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autoptr (PangoLayout) name = create_name_layout (self);
  g_autoptr (GskPath)     plus = gsk_path_parse ("M 8 2 V 14 M 2 8 H 14");
  g_autoptr (GskStroke)   stroke = gsk_stroke_new (2);
  double                  x
      = *self->name == '\0' ? (width - ICON) / 2 : rtl ? width - PADDING - ICON
                                                       : PADDING;
  int     text_width, text_height;
  GdkRGBA ink;

  gtk_widget_get_color (GTK_WIDGET (self), &ink);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) (height - ICON) / 2));
  gtk_snapshot_append_stroke (snapshot, plus, stroke, &ink);
  gtk_snapshot_restore (snapshot);

  pango_layout_set_width (name, MAX (0, width - 2 * PADDING - ICON - GAP) * PANGO_SCALE);
  pango_layout_get_pixel_size (name, &text_width, &text_height);
  snapshot_layout (snapshot, name,
                   (rtl ? x - GAP - text_width : x + ICON + GAP) - get_indent (name),
                   (height - text_height) / 2, &ink);
}

static void
trellis_matrix_head_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  TrellisMatrixHead *self = TRELLIS_MATRIX_HEAD (widget);
  int                width = gtk_widget_get_width (widget);
  int                height = gtk_widget_get_height (widget);

  switch (self->form)
    {
    case TRELLIS_MATRIX_HEAD_ROW:
      snapshot_row (self, snapshot, width, height);
      break;
    case TRELLIS_MATRIX_HEAD_CORNER:
      /* On the line of the columns' counts. */
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) height - 2 * PADDING));
      snapshot_row (self, snapshot, width, 2 * PADDING);
      break;
    case TRELLIS_MATRIX_HEAD_COLUMN_LEVEL:
      snapshot_column_level (self, snapshot, width, height);
      break;
    case TRELLIS_MATRIX_HEAD_COLUMN_TURNED:
      snapshot_column_turned (self, snapshot, width, height);
      break;
    case TRELLIS_MATRIX_HEAD_ADD:
      snapshot_add (self, snapshot, width, height);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
trellis_matrix_head_measure (GtkWidget     *widget,
                             GtkOrientation orientation,
                             int            for_size,
                             int           *minimum,
                             int           *natural,
                             int           *minimum_baseline,
                             int           *natural_baseline)
{
  *minimum = *natural = 2 * PADDING;
}

static void
trellis_matrix_head_finalize (GObject *object)
{
  TrellisMatrixHead *self = TRELLIS_MATRIX_HEAD (object);

  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (trellis_matrix_head_parent_class)->finalize (object);
}

static void
trellis_matrix_head_class_init (TrellisMatrixHeadClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = trellis_matrix_head_finalize;
  widget_class->snapshot = trellis_matrix_head_snapshot;
  widget_class->measure = trellis_matrix_head_measure;

  gtk_widget_class_set_css_name (widget_class, "matrixhead");
}

static void
trellis_matrix_head_init (TrellisMatrixHead *self)
{
  self->name = g_strdup ("");
  self->letter = -1;
  self->line = -2;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
trellis_matrix_head_new (GtkAccessibleRole role)
{
  return g_object_new (TRELLIS_TYPE_MATRIX_HEAD, "accessible-role", role, NULL);
}

static void
set_class (TrellisMatrixHead *self,
           const char        *name,
           gboolean           set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
update_classes (TrellisMatrixHead              *self,
                const TrellisMatrixHeadContent *content)
{
  set_class (self, "row", self->form == TRELLIS_MATRIX_HEAD_ROW);
  set_class (self, "column",
             self->form == TRELLIS_MATRIX_HEAD_COLUMN_LEVEL
                 || self->form == TRELLIS_MATRIX_HEAD_COLUMN_TURNED);
  set_class (self, "corner", self->form == TRELLIS_MATRIX_HEAD_CORNER);
  set_class (self, "add", self->form == TRELLIS_MATRIX_HEAD_ADD);
  set_class (self, "banded", content->banded);
  set_class (self, "selected", content->selected);
  set_class (self, "empty-line", is_empty_line (self));
}

static void
update_accessible (TrellisMatrixHead              *self,
                   const TrellisMatrixHeadContent *content)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  content->spoken, -1);
  if (content->shortcut != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS,
                                    content->shortcut, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS);
}

/* Shows @content from now on; strings are copied. */
void
trellis_matrix_head_bind (TrellisMatrixHead              *self,
                          const TrellisMatrixHeadContent *content)
{
  g_return_if_fail (TRELLIS_IS_MATRIX_HEAD (self));

  self->form = content->form;
  self->line = content->line;
  self->count = content->count;
  self->letter = content->letter;
  self->bold = content->banded;
  g_set_str (&self->name, content->name);

  update_classes (self, content);
  update_accessible (self, content);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
trellis_matrix_head_get_line (TrellisMatrixHead *self)
{
  g_return_val_if_fail (TRELLIS_IS_MATRIX_HEAD (self), -1);

  return self->line;
}
