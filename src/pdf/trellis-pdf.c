/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "trellis-error.h"
#include "trellis-pdf-finish.h"
#include "trellis-pdf-layout.h"
#include "trellis-pdf-metadata.h"
#include "trellis-pdf-painter.h"
#include "trellis-pdf-private.h"

struct _TrellisPages
{
  TrellisPdfFlow    *flow;
  TrellisPdfMetadata metadata;
};

static TrellisPdfText *
layout_margin_line (TrellisPdfLayout *layout,
                    const char       *text,
                    double            width)
{
  TrellisPdfText *line = NULL;
  glong           length = MIN (g_utf8_strlen (text, -1), 120);

  /* The margin has one line; what is too long is cut. */
  for (; line == NULL || (line->width > width && length > 4); length -= MAX (length / 8, 1))
    {
      g_autofree char *start = g_utf8_substring (text, 0, length);
      g_autofree char *cut = g_strdup_printf ("%s%s", start,
                                              length < g_utf8_strlen (text, -1) ? "…" : "");

      g_clear_pointer (&line, trellis_pdf_text_unref);
      line = trellis_pdf_layout_plain (layout, cut, TRELLIS_PDF_STYLE_FOOTER,
                                       TRELLIS_PDF_COLOUR_GREY, -1);
    }
  return line;
}

/* Pages of one section share its line. */
static TrellisPdfText *
layout_running_head (TrellisPdfLayout *layout,
                     guint             page,
                     double            width)
{
  const TrellisPdfFlow *flow = layout->flow;
  const char           *section = g_ptr_array_index (flow->sections, page);
  TrellisPdfText       *last = g_ptr_array_index (flow->heads, page - 1);

  if (section == NULL)
    return NULL;
  if (last != NULL && g_strcmp0 (section, g_ptr_array_index (flow->sections, page - 1)) == 0)
    return trellis_pdf_text_ref (last);
  return layout_margin_line (layout, section, width);
}

static void
layout_margins (TrellisPdfLayout *layout,
                const char       *footer)
{
  TrellisPdfFlow *flow = layout->flow;
  guint           n_pages = trellis_pdf_flow_get_n_pages (flow);
  double          width = flow->papers[TRELLIS_PDF_PORTRAIT].frame_width;

  flow->footer = layout_margin_line (layout, footer, width - 100);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *number = trellis_pdf_word_page (i + 1, n_pages, layout->language);

      g_ptr_array_add (flow->footers, layout_margin_line (layout, number, 100));
      g_ptr_array_add (flow->heads, i > 0 ? layout_running_head (layout, i, width) : NULL);
    }
}

static gboolean
lay_out (TrellisPages      *self,
         const TrellisNode *document,
         GCancellable      *cancellable)
{
  PangoContext          *context = trellis_pdf_fonts_create_context ();
  g_autoptr (GArray)     levels = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) labels = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify) trellis_pdf_text_unref);
  const TrellisPdfGeometry *paper = &self->flow->papers[TRELLIS_PDF_PORTRAIT];
  TrellisPdfLayout          layout = {
             .flow = self->flow,
             .context = context,
             .cancellable = cancellable,
             .language = self->metadata.language,
             .indent = paper->body_x,
             .right = paper->body_x + paper->body_width,
             .levels = levels,
             .labels = labels,
  };

  gboolean done = trellis_pdf_layout_document (&layout, document, self->metadata.title);

  if (done)
    {
      trellis_pdf_flow_paginate (self->flow);
      trellis_pdf_layout_contents (&layout);
      layout_margins (&layout, self->metadata.footer);
    }
  g_object_unref (context);
  return done;
}

/**
 * trellis_pages_new:
 * @document: the document tree; read only while this runs
 * @options: (nullable): see there
 * @cancellable: (nullable): looked at between blocks
 *
 * Lays a document out on pages. May run in any thread, several at once; the first run in a thread
 * takes longer, because fonts are looked for.
 *
 * Returns: (transfer full): the pages; NULL with G_IO_ERROR_CANCELLED when it was cancelled
 */
TrellisPages *
trellis_pages_new (const TrellisNode       *document,
                   const TrellisPdfOptions *options,
                   GCancellable            *cancellable,
                   GError                 **error)
{
  static const TrellisPdfOptions defaults;
  g_autoptr (TrellisPages)       self = g_atomic_rc_box_new0 (TrellisPages);

  if (options == NULL)
    options = &defaults;
  self->flow = trellis_pdf_flow_new (options->paper == TRELLIS_PAPER_LETTER);
  trellis_pdf_metadata_init (&self->metadata, document, options);
  if (!lay_out (self, document, cancellable))
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

TrellisPages *
trellis_pages_ref (TrellisPages *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
pages_clear (gpointer data)
{
  TrellisPages *self = data;

  g_clear_pointer (&self->flow, trellis_pdf_flow_free);
  trellis_pdf_metadata_clear (&self->metadata);
}

void
trellis_pages_unref (TrellisPages *self)
{
  g_atomic_rc_box_release_full (self, pages_clear);
}

/* Returns: (transfer none): the boxes and where they stand, for tests */
const TrellisPdfFlow *
trellis_pages_get_flow (const TrellisPages *self)
{
  return self->flow;
}

/**
 * trellis_pages_get_n_pages:
 *
 * Returns: how many pages there are, at least one
 */
guint
trellis_pages_get_n_pages (const TrellisPages *self)
{
  return trellis_pdf_flow_get_n_pages (self->flow);
}

/**
 * trellis_pages_get_page_size:
 * @page: from 0
 * @width: (out): points
 * @height: (out): points
 *
 * Pages differ: a wide matrix lies.
 */
void
trellis_pages_get_page_size (const TrellisPages *self,
                             guint               page,
                             double             *width,
                             double             *height)
{
  const TrellisPdfGeometry *geometry;

  g_return_if_fail (page < trellis_pages_get_n_pages (self));
  geometry = trellis_pdf_flow_get_geometry (self->flow, page);
  *width = geometry->width;
  *height = geometry->height;
}

/**
 * trellis_pages_get_section:
 * @page: from 0
 *
 * Returns: (transfer none) (nullable): the heading that the page begins in or with, to name it by
 */
const char *
trellis_pages_get_section (const TrellisPages *self,
                           guint               page)
{
  g_return_val_if_fail (page < trellis_pages_get_n_pages (self), NULL);
  return g_ptr_array_index (self->flow->sections, page);
}

static void
append_piece_text (GString                  *text,
                   const TrellisPdfPiece    *piece,
                   const TrellisPdfFragment *fragment)
{
  for (guint i = 0; i < piece->text->lines->len; i++)
    {
      const TrellisPdfLine *line = trellis_pdf_text_get_line (piece->text, i);
      guint                 band = piece->rotated ? piece->band : piece->band + i;

      if (band < fragment->first_band || band >= fragment->first_band + fragment->n_bands)
        continue;
      for (guint j = 0; j < line->runs->len; j++)
        {
          const TrellisPdfRun *run = &g_array_index (line->runs, TrellisPdfRun, j);

          g_string_append_len (text, run->text, run->n_bytes);
        }
    }
}

/**
 * trellis_pages_get_text:
 * @page: from 0
 *
 * Returns: (transfer full): the words on a page in reading order, a line per paragraph or cell, for
 *   assistive technology
 */
char *
trellis_pages_get_text (const TrellisPages *self,
                        guint               page)
{
  GString                  *text = g_string_new (NULL);
  const TrellisPdfFragment *fragments;
  guint                     n_fragments;

  g_return_val_if_fail (page < trellis_pages_get_n_pages (self), NULL);
  fragments = trellis_pdf_flow_get_fragments (self->flow, page, &n_fragments);
  for (guint i = 0; i < n_fragments; i++)
    {
      const TrellisPdfBox *box = trellis_pdf_flow_get_box (self->flow, fragments[i].box);

      for (guint j = 0; j < box->pieces->len && !fragments[i].repeated; j++)
        {
          const TrellisPdfPiece *piece = &g_array_index (box->pieces, TrellisPdfPiece, j);

          if (piece->text != NULL)
            append_piece_text (text, piece, &fragments[i]);
          if (text->len > 0 && text->str[text->len - 1] != '\n')
            g_string_append_c (text, '\n');
        }
    }
  return g_string_free_and_steal (text);
}

/**
 * trellis_pages_paint:
 * @page: from 0
 * @cr: where to draw; one unit is one point, the origin the page's top left
 *
 * Paints a page as it will print, without its white ground.
 */
void
trellis_pages_paint (const TrellisPages *self,
                     guint               page,
                     cairo_t            *cr)
{
  TrellisPdfCairo   cairo;
  TrellisPdfPainter painter = { .flow = self->flow, .backend = &cairo.parent };

  g_return_if_fail (page < trellis_pages_get_n_pages (self));
  cairo_save (cr);
  trellis_pdf_cairo_init_plain (&cairo, cr);
  trellis_pdf_painter_paint_page (&painter, page);
  trellis_pdf_cairo_clear (&cairo);
  cairo_restore (cr);
}

static cairo_status_t
write_bytes (void                *closure,
             const unsigned char *data,
             unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
paint_all (const TrellisPages *self,
           TrellisPdfCairo    *cairo,
           GCancellable       *cancellable,
           GError            **error)
{
  TrellisPdfPainter painter = { .flow = self->flow, .backend = &cairo->parent };

  for (guint i = 0; i < trellis_pages_get_n_pages (self); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      trellis_pdf_painter_paint_page (&painter, i);
    }
  cairo_surface_finish (cairo->surface);
  if (cairo_surface_status (cairo->surface) == CAIRO_STATUS_SUCCESS
      && cairo_status (cairo->cr) == CAIRO_STATUS_SUCCESS)
    return TRUE;
  /* Translators: the placeholder is cairo's own description, in English */
  g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
               _("The PDF could not be drawn: %s. Please report this."),
               cairo_status_to_string (cairo_status (cairo->cr)));
  return FALSE;
}

/**
 * trellis_pages_to_pdf:
 *
 * Writes the pages as a tagged PDF 1.7 that keeps to PDF/UA-1 and PDF/A-2a. The same pages and date
 * give the same bytes.
 *
 * Returns: (transfer full): the file; on error NULL, with TRELLIS_ERROR_FORMAT or
 *   G_IO_ERROR_CANCELLED
 */
GBytes *
trellis_pages_to_pdf (const TrellisPages *self,
                      GCancellable       *cancellable,
                      GError            **error)
{
  g_autoptr (GByteArray)    raw = g_byte_array_new ();
  const TrellisPdfGeometry *geometry = trellis_pdf_flow_get_geometry (self->flow, 0);
  cairo_surface_t          *pdf
      = cairo_pdf_surface_create_for_stream (write_bytes, raw, geometry->width,
                                             geometry->height);
  TrellisPdfCairo cairo;
  GBytes         *file = NULL;

  /* In 1.4 every object stands in clear, which the finishing pass reads. */
  cairo_pdf_surface_restrict_to_version (pdf, CAIRO_PDF_VERSION_1_4);
  trellis_pdf_metadata_apply (&self->metadata, pdf);
  trellis_pdf_cairo_init_tagged (&cairo, pdf);
  if (paint_all (self, &cairo, cancellable, error))
    {
      const TrellisPdfMetadata *metadata = &self->metadata;
      TrellisPdfFinish          finish = { metadata->title, metadata->author, metadata->subject,
                                           metadata->keywords, metadata->language, metadata->date,
                                           cairo.elements, cairo.links };

      file = trellis_pdf_finish (raw->data, raw->len, &finish, error);
    }
  trellis_pdf_cairo_clear (&cairo);
  cairo_surface_destroy (pdf);
  return file;
}

/**
 * trellis_pdf_render:
 *
 * Lays a document out and writes it: trellis_pages_new() and trellis_pages_to_pdf() in one.
 *
 * Returns: (transfer full): the file, or NULL with their errors
 */
GBytes *
trellis_pdf_render (const TrellisNode       *document,
                    const TrellisPdfOptions *options,
                    GCancellable            *cancellable,
                    GError                 **error)
{
  g_autoptr (TrellisPages) pages = trellis_pages_new (document, options, cancellable, error);

  return pages != NULL ? trellis_pages_to_pdf (pages, cancellable, error) : NULL;
}
