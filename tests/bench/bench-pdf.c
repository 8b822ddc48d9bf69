/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a PDF takes, against the floor: the same words in the same faces through bare Pango and
 * cairo, without structure, links, outline, page numbers or rules for page ends. All of them in one
 * process, in turn. The floor in one face only is told too: each face costs about a millisecond to
 * be embedded.
 *
 *   bench-pdf [REPORT.md [TIMES]]    the report, set so many times over; without one, a sample */
#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

#include "pdf-sample.h"
#include "trellis-markdown.h"
#include "trellis-pdf-private.h"

#define ROUNDS 31
#define PAGE_WIDTH 595
#define PAGE_HEIGHT 842
#define MARGIN 70

static cairo_status_t
discard (void                *closure,
         const unsigned char *data,
         unsigned int         length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

/* A piece of the pages, as anyone would give it to Pango. */
typedef struct
{
  char          *text;
  PangoAttrList *faces;
} Paragraph;

static void
paragraph_free (gpointer data)
{
  Paragraph *paragraph = data;

  g_free (paragraph->text);
  pango_attr_list_unref (paragraph->faces);
  g_free (paragraph);
}

static void
set_paragraph (cairo_t         *cr,
               PangoLayout     *layout,
               const Paragraph *paragraph,
               gboolean         faces,
               double          *y)
{
  PangoLayoutIter *iter;

  pango_layout_set_text (layout, paragraph->text, -1);
  pango_layout_set_attributes (layout, faces ? paragraph->faces : NULL);
  iter = pango_layout_get_iter (layout);
  do
    {
      if (*y > PAGE_HEIGHT - MARGIN)
        {
          cairo_show_page (cr);
          *y = MARGIN;
        }
      cairo_move_to (cr, MARGIN, *y);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
      *y += 15;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* The floor: paragraph after paragraph, line after line. */
static double
set_bare (GPtrArray *paragraphs,
          gboolean   faces)
{
  gint64                start = g_get_monotonic_time ();
  gsize                 size = 0;
  cairo_surface_t      *pdf = cairo_pdf_surface_create_for_stream (discard, &size, PAGE_WIDTH,
                                                                   PAGE_HEIGHT);
  cairo_t              *cr = cairo_create (pdf);
  PangoLayout          *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("PT Serif 11px");
  double                y = MARGIN;

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (PAGE_WIDTH - 2 * MARGIN) * PANGO_SCALE);
  for (guint i = 0; i < paragraphs->len; i++)
    set_paragraph (cr, layout, g_ptr_array_index (paragraphs, i), faces, &y);
  pango_font_description_free (font);
  g_object_unref (layout);
  cairo_destroy (cr);
  cairo_surface_destroy (pdf);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static PangoAttribute *
describe_face (cairo_scaled_font_t *font)
{
  PangoFontDescription *description = pango_font_description_new ();
  FT_Face               face = cairo_ft_scaled_font_lock_face (font);
  PangoAttribute       *attribute;
  cairo_matrix_t        matrix;

  cairo_scaled_font_get_font_matrix (font, &matrix);
  pango_font_description_set_family (description, face->family_name);
  pango_font_description_set_absolute_size (description, matrix.xx * PANGO_SCALE);
  if (face->style_flags & FT_STYLE_FLAG_BOLD)
    pango_font_description_set_weight (description, PANGO_WEIGHT_BOLD);
  if (face->style_flags & FT_STYLE_FLAG_ITALIC)
    pango_font_description_set_style (description, PANGO_STYLE_ITALIC);
  cairo_ft_scaled_font_unlock_face (font);
  attribute = pango_attr_font_desc_new (description);
  pango_font_description_free (description);
  return attribute;
}

static Paragraph *
paragraph_new (const TrellisPdfText *source)
{
  Paragraph *paragraph = g_new0 (Paragraph, 1);
  GString   *text = g_string_new (NULL);

  paragraph->faces = pango_attr_list_new ();
  for (guint i = 0; i < source->lines->len; i++)
    {
      const TrellisPdfLine *line = trellis_pdf_text_get_line (source, i);

      for (guint j = 0; j < line->runs->len; j++)
        {
          const TrellisPdfRun *run = &g_array_index (line->runs, TrellisPdfRun, j);
          PangoAttribute      *face = describe_face (run->font);

          face->start_index = (guint) text->len;
          g_string_append_len (text, run->text, run->n_bytes);
          face->end_index = (guint) text->len;
          pango_attr_list_change (paragraph->faces, face);
        }
    }
  paragraph->text = g_string_free_and_steal (text);
  return paragraph;
}

static GPtrArray *
get_paragraphs (const TrellisNode *document)
{
  g_autoptr (TrellisPages) pages = trellis_pages_new (document, NULL, NULL, NULL);
  const TrellisPdfFlow    *flow = trellis_pages_get_flow (pages);
  GPtrArray               *paragraphs = g_ptr_array_new_with_free_func (paragraph_free);

  for (guint i = 0; i < flow->boxes->len; i++)
    {
      const TrellisPdfBox *box = trellis_pdf_flow_get_box (flow, i);

      for (guint j = 0; j < box->pieces->len; j++)
        {
          const TrellisPdfPiece *piece = &g_array_index (box->pieces, TrellisPdfPiece, j);

          if (piece->text != NULL)
            g_ptr_array_add (paragraphs, paragraph_new (piece->text));
        }
    }
  return paragraphs;
}

static TrellisNode *
read_document (int    argc,
               char **argv)
{
  guint               times = argc > 2 ? (guint) atoi (argv[2]) : 1;
  g_autofree char    *markdown = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (argc < 2)
    return pdf_sample_report ();
  if (!g_file_get_contents (argv[1], &markdown, NULL, NULL))
    return NULL;
  while (times-- > 0)
    g_string_append_printf (text, "%s\n\n", markdown);
  return trellis_markdown_parse (text->str);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double
get_median (double *values)
{
  qsort (values, ROUNDS, sizeof *values, compare);
  return values[ROUNDS / 2];
}

int
main (int    argc,
      char **argv)
{
  gint64                  start = g_get_monotonic_time ();
  g_autoptr (TrellisNode) document = read_document (argc, argv);
  TrellisPdfOptions       options = pdf_sample_options ();
  double                  full[ROUNDS], bare[ROUNDS], one[ROUNDS], layout[ROUNDS], f, b;
  g_autoptr (GPtrArray)   paragraphs = NULL;
  g_autoptr (GBytes)      first = NULL;

  if (document == NULL)
    return 1;
  first = trellis_pdf_render (document, &options, NULL, NULL);
  g_print ("first, with all fonts to be found: %.1f ms, %.1f kB\n",
           (double) (g_get_monotonic_time () - start) / 1000,
           (double) g_bytes_get_size (first) / 1000);
  paragraphs = get_paragraphs (document);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64                   t0 = g_get_monotonic_time (), t1, t2;
      g_autoptr (TrellisPages) pages = trellis_pages_new (document, &options, NULL, NULL);
      g_autoptr (GBytes)       file = NULL;

      t1 = g_get_monotonic_time ();
      file = trellis_pages_to_pdf (pages, NULL, NULL);
      t2 = g_get_monotonic_time ();
      bare[i] = set_bare (paragraphs, TRUE);
      one[i] = set_bare (paragraphs, FALSE);
      full[i] = (double) (t2 - t0) / 1000;
      layout[i] = (double) (t1 - t0) / 1000;
    }
  f = get_median (full);
  b = get_median (bare);
  g_print ("again: %.1f ms (layout %.1f)\n", f, get_median (layout));
  g_print ("bare Pango and cairo: %.1f ms; %.2f times the floor (in one face: %.1f ms)\n", b, f / b,
           get_median (one));
  return 0;
}
