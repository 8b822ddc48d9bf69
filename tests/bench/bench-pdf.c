/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a PDF takes, against the floor: the same words through bare Pango and cairo, without
 * structure, links, outline, page numbers or rules for page ends. Both in one process, in turn.
 *
 *   bench-pdf [REPORT.md [TIMES]]    the report, set so many times over; without one, a sample */
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

static void
set_paragraph (cairo_t     *cr,
               PangoLayout *layout,
               const char  *text,
               double      *y)
{
  PangoLayoutIter *iter;

  pango_layout_set_text (layout, text, -1);
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
static void
set_bare (char **paragraphs)
{
  gsize                 size = 0;
  cairo_surface_t      *pdf = cairo_pdf_surface_create_for_stream (discard, &size, PAGE_WIDTH,
                                                                   PAGE_HEIGHT);
  cairo_t              *cr = cairo_create (pdf);
  PangoLayout          *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("PT Serif 11px");
  double                y = MARGIN;

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (PAGE_WIDTH - 2 * MARGIN) * PANGO_SCALE);
  for (; *paragraphs != NULL; paragraphs++)
    set_paragraph (cr, layout, *paragraphs, &y);
  pango_font_description_free (font);
  g_object_unref (layout);
  cairo_destroy (cr);
  cairo_surface_destroy (pdf);
}

static char **
get_paragraphs (const TrellisNode *document)
{
  g_autoptr (TrellisPages) pages = trellis_pages_new (document, NULL, NULL, NULL);
  g_autoptr (GString)      text = g_string_new (NULL);

  for (guint i = 0; i < trellis_pages_get_n_pages (pages); i++)
    {
      g_autofree char *page = trellis_pages_get_text (pages, i);

      g_string_append (text, page);
    }
  return g_strsplit (text->str, "\n", -1);
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
  double                  full[ROUNDS], bare[ROUNDS], layout[ROUNDS], f, b;
  g_auto (GStrv)          paragraphs = NULL;
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
      set_bare (paragraphs);
      bare[i] = (double) (g_get_monotonic_time () - t2) / 1000;
      full[i] = (double) (t2 - t0) / 1000;
      layout[i] = (double) (t1 - t0) / 1000;
    }
  f = get_median (full);
  b = get_median (bare);
  g_print ("again: %.1f ms (layout %.1f); bare Pango and cairo: %.1f ms; %.2f times the floor\n", f,
           get_median (layout), b, f / b);
  return 0;
}
