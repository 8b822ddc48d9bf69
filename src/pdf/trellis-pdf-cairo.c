/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-backend.h"

#include <cairo-pdf.h>
#include <math.h>

#include "trellis-pdf-finish.h"

#define OUTLINE_LEVELS 3
#define LEADER_STEP 4 /* points from dot to dot */
#define STROKE 1.2    /* of signs */

static const double palette[TRELLIS_PDF_N_COLOURS][3] = {
  [TRELLIS_PDF_COLOUR_BLACK] = { 0, 0, 0 },
  [TRELLIS_PDF_COLOUR_LINK] = { 0.10, 0.31, 0.60 },
  [TRELLIS_PDF_COLOUR_GREY] = { 0.33, 0.33, 0.33 },
  [TRELLIS_PDF_COLOUR_ACCENT] = { 0.06, 0.30, 0.23 },
  [TRELLIS_PDF_COLOUR_RULE] = { 0.72, 0.74, 0.73 },
  [TRELLIS_PDF_COLOUR_SHADE] = { 0.955, 0.96, 0.955 },
  [TRELLIS_PDF_COLOUR_BAR] = { 0.45, 0.55, 0.50 },
};

static void
set_colour (TrellisPdfCairo *self,
            TrellisPdfColour colour)
{
  if (self->colour == (int) colour)
    return;
  self->colour = (int) colour;
  cairo_set_source_rgb (self->cr, palette[colour][0], palette[colour][1], palette[colour][2]);
}

static void
draw_text (TrellisPdfBackend   *backend,
           const TrellisPdfRun *run,
           double               x,
           double               y,
           gboolean             rotated)
{
  TrellisPdfCairo *self = (TrellisPdfCairo *) backend;
  cairo_glyph_t   *glyphs;

  if (run->n_glyphs == 0)
    return;
  set_colour (self, run->colour);
  if (rotated)
    {
      cairo_save (self->cr);
      cairo_translate (self->cr, x, y);
      cairo_rotate (self->cr, -G_PI / 2);
      x = y = 0;
    }
  g_array_set_size (self->glyphs, run->n_glyphs);
  glyphs = (cairo_glyph_t *) (gpointer) self->glyphs->data;
  for (guint i = 0; i < run->n_glyphs; i++)
    glyphs[i] = (cairo_glyph_t) { run->glyphs[i].index, run->glyphs[i].x + x,
                                  run->glyphs[i].y + y };
  if (self->font != run->font || rotated)
    cairo_set_scaled_font (self->cr, run->font);
  self->font = rotated ? NULL : run->font;
  cairo_show_text_glyphs (self->cr, run->text, (int) run->n_bytes, glyphs, (int) run->n_glyphs,
                          run->clusters, (int) run->n_clusters,
                          run->backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
  if (rotated)
    cairo_restore (self->cr);
}

/* Dots that stand below each other from line to line, wherever the words before them end. */
static void
draw_leader (cairo_t                  *cr,
             const TrellisPdfOrnament *shape)
{
  const double dashes[] = { 0, LEADER_STEP };
  double       start = ceil (shape->x / LEADER_STEP) * LEADER_STEP;
  double       end = floor ((shape->x + shape->width) / LEADER_STEP) * LEADER_STEP;

  cairo_new_path (cr);
  if (end <= start)
    return;
  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, shape->height);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, start, shape->y);
  cairo_line_to (cr, end + 0.1, shape->y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
add_circle (cairo_t                  *cr,
            const TrellisPdfOrnament *shape)
{
  double radius = shape->width / 2;

  cairo_new_sub_path (cr);
  cairo_arc (cr, shape->x + radius, shape->y + radius, radius - 0.4, 0, 2 * G_PI);
}

/* The long stroke goes through the middle. */
static void
add_check (cairo_t                  *cr,
           const TrellisPdfOrnament *shape)
{
  double x = shape->x + shape->width / 2, y = shape->y + shape->height / 2, size = shape->width;

  cairo_move_to (cr, x - size * 0.66, y + size * 0.05);
  cairo_line_to (cr, x - size * 0.33, y + size * 0.42);
  cairo_line_to (cr, x + size * 0.33, y - size * 0.42);
}

static void
add_cross (cairo_t                  *cr,
           const TrellisPdfOrnament *shape)
{
  cairo_move_to (cr, shape->x, shape->y);
  cairo_rel_line_to (cr, shape->width, shape->height);
  cairo_move_to (cr, shape->x + shape->width, shape->y);
  cairo_rel_line_to (cr, -shape->width, shape->height);
}

static void
stroke (cairo_t *cr,
        double   width)
{
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static void
draw_shape (TrellisPdfBackend        *backend,
            const TrellisPdfOrnament *shape)
{
  TrellisPdfCairo *self = (TrellisPdfCairo *) backend;

  set_colour (self, shape->colour);
  switch (shape->kind)
    {
    case TRELLIS_PDF_ORNAMENT_DOT:
      add_circle (self->cr, shape);
      cairo_fill (self->cr);
      break;
    case TRELLIS_PDF_ORNAMENT_RING:
      add_circle (self->cr, shape);
      stroke (self->cr, 0.7);
      break;
    case TRELLIS_PDF_ORNAMENT_CHECK:
      add_check (self->cr, shape);
      stroke (self->cr, STROKE);
      break;
    case TRELLIS_PDF_ORNAMENT_CROSS:
      add_cross (self->cr, shape);
      stroke (self->cr, STROKE);
      break;
    case TRELLIS_PDF_ORNAMENT_LEADER:
      draw_leader (self->cr, shape);
      break;
    case TRELLIS_PDF_ORNAMENT_RECT:
    case TRELLIS_PDF_ORNAMENT_FILL:
    case TRELLIS_PDF_ORNAMENT_ABOVE:
    case TRELLIS_PDF_ORNAMENT_BELOW:
    default:
      cairo_rectangle (self->cr, shape->x, shape->y, shape->width, shape->height);
      cairo_fill (self->cr);
    }
}

/**
 * trellis_pdf_cairo_init_plain:
 * @cr: what to draw on, in points: a screen, a printer or an image
 *
 * Makes a back-end that knows nothing of structure.
 */
void
trellis_pdf_cairo_init_plain (TrellisPdfCairo *self,
                              cairo_t         *cr)
{
  *self = (TrellisPdfCairo) { .parent = { .text = draw_text, .shape = draw_shape },
                              .cr = cairo_reference (cr),
                              .colour = -1,
                              .glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t)) };
}

static void
begin_page (TrellisPdfBackend *backend,
            double             width,
            double             height)
{
  TrellisPdfCairo *self = (TrellisPdfCairo *) backend;

  cairo_pdf_surface_set_size (self->surface, width, height);
}

static void
end_page (TrellisPdfBackend *backend)
{
  TrellisPdfCairo *self = (TrellisPdfCairo *) backend;

  cairo_show_page (self->cr);
}

static void
note_element (TrellisPdfCairo     *self,
              const TrellisPdfTag *tag)
{
  TrellisPdfElement *element = g_new0 (TrellisPdfElement, 1);

  if (tag != NULL)
    *element = (TrellisPdfElement) { tag->alternative, tag->attributes, tag->language };
  g_ptr_array_add (self->elements, element);
}

static void
begin_tag (TrellisPdfBackend   *backend,
           const TrellisPdfTag *tag)
{
  TrellisPdfCairo *self = (TrellisPdfCairo *) backend;

  note_element (self, tag);
  cairo_tag_begin (self->cr, tag->name, NULL);
}

static void
end_tag (TrellisPdfBackend   *backend,
         const TrellisPdfTag *tag)
{
  cairo_tag_end (((TrellisPdfCairo *) backend)->cr, tag->name);
}

static void
begin_artifact (TrellisPdfBackend *backend)
{
  cairo_tag_begin (((TrellisPdfCairo *) backend)->cr, "Artifact", NULL);
}

static void
end_artifact (TrellisPdfBackend *backend)
{
  cairo_tag_end (((TrellisPdfCairo *) backend)->cr, "Artifact");
}

static void
append_number (GString *string,
               double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (string, g_ascii_formatd (buffer, sizeof buffer, "%.3f ", number));
}

/* An apostrophe or a backslash in an address must not end the attribute. */
static void
append_attribute (GString    *string,
                  const char *name,
                  const char *value)
{
  g_string_append_printf (string, "%s='", name);
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '\'' || *p == '\\')
        g_string_append_c (string, '\\');
      g_string_append_c (string, *p);
    }
  g_string_append_c (string, '\'');
}

/* A link over several lines says where it is; else the extents of its text would cover words that
 * are not in it. */
static char *
get_link_attributes (const TrellisPdfLink    *link,
                     const cairo_rectangle_t *rects,
                     guint                    n_rects)
{
  GString *attributes = g_string_new (NULL);

  if (link->uri != NULL)
    append_attribute (attributes, "uri", link->uri);
  else
    append_attribute (attributes, "dest", link->destination);
  if (n_rects > 1)
    {
      g_string_append (attributes, " rect=[");
      for (guint i = 0; i < n_rects; i++)
        {
          append_number (attributes, rects[i].x);
          append_number (attributes, rects[i].y);
          append_number (attributes, rects[i].width);
          append_number (attributes, rects[i].height);
        }
      g_string_append_c (attributes, ']');
    }
  return g_string_free_and_steal (attributes);
}

static void
begin_link (TrellisPdfBackend       *backend,
            const TrellisPdfLink    *link,
            const cairo_rectangle_t *rects,
            guint                    n_rects)
{
  TrellisPdfCairo *self = (TrellisPdfCairo *) backend;
  g_autofree char *attributes = get_link_attributes (link, rects, n_rects);

  note_element (self, NULL);
  g_ptr_array_add (self->links, link->description);
  cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
}

static void
end_link (TrellisPdfBackend *backend)
{
  cairo_tag_end (((TrellisPdfCairo *) backend)->cr, CAIRO_TAG_LINK);
}

static void
add_outline (TrellisPdfBackend   *backend,
             const TrellisPdfBox *box,
             double               x,
             double               y)
{
  TrellisPdfCairo *self = (TrellisPdfCairo *) backend;
  g_autofree char *name = g_strdup_printf ("name='%s' internal x=%d y=%d", box->destination,
                                           (int) x, (int) MAX (y - 10, 0));
  g_autofree char *goal = g_strdup_printf ("dest='%s'", box->destination);
  guint            level = MIN (box->outline_level, self->outline_ids->len);
  int              parent = g_array_index (self->outline_ids, int, level - 1);
  int              id;

  cairo_tag_begin (self->cr, CAIRO_TAG_DEST, name);
  cairo_tag_end (self->cr, CAIRO_TAG_DEST);
  if (box->outline_level > OUTLINE_LEVELS)
    return;
  id = cairo_pdf_surface_add_outline (self->surface, parent, box->outline, goal,
                                      level < 2 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
  g_array_set_size (self->outline_ids, level);
  g_array_append_val (self->outline_ids, id);
}

/**
 * trellis_pdf_cairo_init_tagged:
 * @pdf: a cairo PDF surface
 *
 * Makes a back-end that writes structure, links and outline, and keeps aside what
 * trellis_pdf_finish() adds to them.
 */
void
trellis_pdf_cairo_init_tagged (TrellisPdfCairo *self,
                               cairo_surface_t *pdf)
{
  int      root = CAIRO_PDF_OUTLINE_ROOT;
  cairo_t *cr = cairo_create (pdf);

  trellis_pdf_cairo_init_plain (self, cr);
  cairo_destroy (cr);
  self->parent = (TrellisPdfBackend) { begin_page, end_page, begin_tag, end_tag,
                                       begin_artifact, end_artifact, begin_link, end_link,
                                       add_outline, draw_text, draw_shape };
  self->surface = pdf;
  self->elements = g_ptr_array_new_with_free_func (g_free);
  self->links = g_ptr_array_new ();
  self->outline_ids = g_array_new (FALSE, FALSE, sizeof (int));
  g_array_append_val (self->outline_ids, root);
}

void
trellis_pdf_cairo_clear (TrellisPdfCairo *self)
{
  g_clear_pointer (&self->cr, cairo_destroy);
  g_clear_pointer (&self->glyphs, g_array_unref);
  g_clear_pointer (&self->elements, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->outline_ids, g_array_unref);
}
