/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a PDF takes, against the floor: the same words in the same faces through bare Pango and
 * cairo, without structure, links, outline, page numbers or rules for page ends. Cold, each is a
 * process of its own, from its start to its end; warm, all are in one process, in turn. The floor
 * in one face only is told too: each face costs about a millisecond to be embedded.
 *
 *   bench-pdf [--peers] [REPORT.md [TIMES]]    the report, set so many times over; without one, a
 *                                              sample; and the other programs that are installed */
#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "bench-pdf-peers.h"
#include "bench.h"
#include "pdf-sample.h"
#include "trellis-markdown.h"
#include "trellis-pdf-private.h"

#define ROUNDS 31
#define COLD_ROUNDS 9
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

/* Returns: (transfer full): the report, so many times over; without one, the sample */
static TrellisNode *
read_document (const char *path,
               guint       times)
{
  g_autofree char    *markdown = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (path == NULL)
    return pdf_sample_report ();
  if (!g_file_get_contents (path, &markdown, NULL, NULL))
    g_error ("“%s” cannot be read", path);
  while (times-- > 0)
    g_string_append_printf (text, "%s\n\n", markdown);
  return trellis_markdown_parse (text->str);
}

/* A process that makes one PDF, and ends. */
static int
make_one (const char *path,
          guint       times)
{
  g_autoptr (TrellisNode) document = read_document (path, times);
  TrellisPdfOptions       options = pdf_sample_options ();
  g_autoptr (GBytes)      file = trellis_pdf_render (document, &options, NULL, NULL);

  return file == NULL;
}

/* The same as the floor, from a line a paragraph. */
static int
make_bare (const char *path)
{
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (paragraph_free);
  g_autofree char      *text = NULL;
  g_auto (GStrv)        lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 1;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      Paragraph *paragraph = g_new0 (Paragraph, 1);

      paragraph->text = g_strdup (lines[i]);
      paragraph->faces = pango_attr_list_new ();
      g_ptr_array_add (paragraphs, paragraph);
    }
  set_bare (paragraphs, FALSE);
  return 0;
}

/* Returns: ms of the whole process */
static double
run_child (char       *program,
           const char *mode,
           const char *path,
           const char *times)
{
  const char *argv[] = { program, mode, path, times, NULL };
  gint64      started = g_get_monotonic_time ();
  int         status;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status,
                     NULL)
      || status != 0)
    g_error ("the program cannot be started again");
  return bench_ms_since (started);
}

static char *
write_paragraphs (GPtrArray *paragraphs)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char               *path = NULL;
  int                 file;

  for (guint i = 0; i < paragraphs->len; i++)
    g_string_append_printf (text, "%s\n", ((const Paragraph *) paragraphs->pdata[i])->text);
  file = g_file_open_tmp ("trellis-bare-XXXXXX", &path, NULL);
  if (file < 0 || !g_file_set_contents (path, text->str, (gssize) text->len, NULL))
    g_error ("there is no room for the text of the floor");
  close (file);
  return path;
}

/* Returns: the ms that our process takes */
static double
measure_cold (char       *program,
              const char *path,
              const char *times,
              GPtrArray  *paragraphs)
{
  g_autoptr (GArray) ours = bench_times_new ();
  g_autoptr (GArray) floor = bench_times_new ();
  g_autofree char   *text = write_paragraphs (paragraphs);

  for (guint i = 0; i < COLD_ROUNDS; i++)
    {
      bench_times_add (ours, run_child (program, "--cold", path != NULL ? path : "", times));
      bench_times_add (floor, run_child (program, "--bare", text, ""));
    }
  g_unlink (text);
  g_print ("cold, each a process of its own:\n");
  bench_print ("bare Pango and cairo, one face", bench_times_median (floor), 0);
  bench_print ("ours", bench_times_median (ours), bench_times_median (floor));
  return bench_times_median (ours);
}

static void
measure_warm (const TrellisNode *document,
              GPtrArray         *paragraphs)
{
  TrellisPdfOptions  options = pdf_sample_options ();
  g_autoptr (GArray) full = bench_times_new (), bare = bench_times_new ();
  g_autoptr (GArray) one = bench_times_new (), layout = bench_times_new ();

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64                   started = g_get_monotonic_time ();
      g_autoptr (TrellisPages) pages = trellis_pages_new (document, &options, NULL, NULL);
      g_autoptr (GBytes)       file = NULL;

      bench_times_add (layout, bench_ms_since (started));
      file = trellis_pages_to_pdf (pages, NULL, NULL);
      bench_times_add (full, bench_ms_since (started));
      bench_times_add (bare, set_bare (paragraphs, TRUE));
      bench_times_add (one, set_bare (paragraphs, FALSE));
    }
  g_print ("warm, in one process:\n");
  bench_print ("bare Pango and cairo, one face", bench_times_median (one), 0);
  bench_print ("bare Pango and cairo, the same faces", bench_times_median (bare), 0);
  bench_print ("ours", bench_times_median (full), bench_times_median (bare));
  bench_print ("of which the layout", bench_times_median (layout), 0);
}

int
main (int    argc,
      char **argv)
{
  gboolean                peers = argc > 1 && g_str_equal (argv[1], "--peers");
  const char             *path = argc > 1 + peers ? argv[1 + peers] : NULL;
  const char             *times = argc > 2 + peers ? argv[2 + peers] : "1";
  g_autoptr (TrellisNode) document = NULL;
  g_autoptr (GPtrArray)   paragraphs = NULL;
  double                  cold;

  if (argc == 4 && g_str_equal (argv[1], "--cold"))
    return make_one (*argv[2] != '\0' ? argv[2] : NULL, (guint) atoi (argv[3]));
  if (argc == 4 && g_str_equal (argv[1], "--bare"))
    return make_bare (argv[2]);

  document = read_document (path, (guint) atoi (times));
  paragraphs = get_paragraphs (document);
  cold = measure_cold (argv[0], path, times, paragraphs);
  measure_warm (document, paragraphs);
  if (peers)
    {
      g_autofree char *markdown = trellis_markdown_write (document);

      g_print ("others, each a process of its own:\n");
      bench_pdf_peers (document, markdown, cold);
    }
  return 0;
}
