/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-text.h"

#include <math.h>
#include <string.h>

#include "trellis-pdf-emoji.h"
#include "trellis-pdf-string.h"

#define MIDDLE 0.37 /* of PT Sans: from the middle of a line down to its baseline, in sizes */

/* Pango blanks the space at the end of a wrapped line; cairo would then write it in a way that
 * makes poppler drop the lines that follow. So the glyphs are written by us, with a real space. */
typedef struct
{
  TrellisPdfRun *run;
  PangoFont     *font;
  const char    *source;
  GString       *text;
  double         scale; /* from Pango's units to points */
} Freezer;

static void
run_clear (gpointer data)
{
  TrellisPdfRun *run = data;

  cairo_scaled_font_destroy (run->font);
  g_free (run->glyphs);
  g_free (run->clusters);
  g_free (run->text);
}

static void
line_clear (gpointer data)
{
  TrellisPdfLine *line = data;

  g_array_unref (line->runs);
}

/* Never glyph 0, which an archivable file must not show: rather nothing. */
static PangoGlyph
lookup_glyph (PangoFont *font,
              gunichar   c)
{
  hb_codepoint_t glyph = 0;

  hb_font_get_nominal_glyph (pango_font_get_hb_font (font), c, &glyph);
  return glyph != 0 ? glyph : PANGO_GLYPH_EMPTY;
}

static gboolean
is_space (const char *start,
          const char *end)
{
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && g_utf8_get_char (p) != 0x2028)
      return FALSE;
  return TRUE;
}

/* The character that is drawn instead of all of a cluster, or 0: a space for any white space, a
 * mark for what no font has. The file must say what is drawn: a glyph has one meaning in it. */
static gunichar
get_replacement (const Freezer            *self,
                 const PangoGlyphItemIter *cluster,
                 const PangoGlyphString   *glyphs,
                 int                       first,
                 int                       n)
{
  if (is_space (self->source + cluster->start_index, self->source + cluster->end_index))
    return ' ';
  for (int i = first; i < first + n; i++)
    if (glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY
        && (glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG))
      return lookup_glyph (self->font, 0xfffd) != PANGO_GLYPH_EMPTY ? 0xfffd : '?';
  return 0;
}

static void
freeze_cluster (Freezer                  *self,
                const PangoGlyphItemIter *cluster,
                const PangoGlyphString   *glyphs,
                const double             *advances)
{
  TrellisPdfRun *run = self->run;
  int            first = MIN (cluster->start_glyph, cluster->end_glyph + 1);
  int            n = ABS (cluster->end_glyph - cluster->start_glyph);
  gunichar       replacement = get_replacement (self, cluster, glyphs, first, n);
  gsize          before = self->text->len;
  guint          drawn = 0;

  for (int i = first; i < first + n; i++)
    {
      PangoGlyph glyph = replacement != 0 ? lookup_glyph (self->font, replacement)
                                          : glyphs->glyphs[i].glyph;

      if (glyph == PANGO_GLYPH_EMPTY || (replacement != 0 && drawn > 0))
        continue;
      run->glyphs[i].index = glyph;
      run->glyphs[i].x = advances[i] + glyphs->glyphs[i].geometry.x_offset * self->scale;
      run->glyphs[i].y += glyphs->glyphs[i].geometry.y_offset * self->scale;
      drawn++;
    }
  if (drawn == 0)
    return;
  if (replacement != 0)
    g_string_append_unichar (self->text, replacement);
  else
    g_string_append_len (self->text, self->source + cluster->start_index,
                         cluster->end_index - cluster->start_index);
  run->clusters[run->n_clusters].num_glyphs = (int) drawn;
  run->clusters[run->n_clusters].num_bytes = (int) (self->text->len - before);
  run->n_clusters++;
}

static void
drop_unused_glyphs (TrellisPdfRun *run)
{
  guint kept = 0;

  for (guint i = 0; i < run->n_glyphs; i++)
    if (run->glyphs[i].index != PANGO_GLYPH_EMPTY)
      run->glyphs[kept++] = run->glyphs[i];
  run->n_glyphs = kept;
}

static double *
get_advances (PangoGlyphString *glyphs,
              double            x,
              double            scale)
{
  double *advances = g_new (double, (gsize) glyphs->num_glyphs + 1);

  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      advances[i] = x;
      x += glyphs->glyphs[i].geometry.width * scale;
    }
  advances[glyphs->num_glyphs] = x;
  return advances;
}

static void
freeze_glyphs (TrellisPdfRun  *run,
               PangoGlyphItem *item,
               const char     *source,
               double          scale)
{
  Freezer freezer = {
    .run = run, .font = item->item->analysis.font, .source = source, .scale = scale
  };
  g_autofree double *advances = get_advances (item->glyphs, run->x, scale);
  PangoGlyphItemIter iter;

  run->n_glyphs = (guint) item->glyphs->num_glyphs;
  run->glyphs = g_new (cairo_glyph_t, run->n_glyphs);
  run->clusters = g_new (cairo_text_cluster_t, (gsize) item->item->num_chars + 1);
  for (guint i = 0; i < run->n_glyphs; i++)
    run->glyphs[i] = (cairo_glyph_t) { .index = PANGO_GLYPH_EMPTY,
                                       .y = -item->y_offset * scale };
  freezer.text = g_string_sized_new ((gsize) item->item->length + 1);
  for (gboolean have = pango_glyph_item_iter_init_start (&iter, item, source); have;
       have = pango_glyph_item_iter_next_cluster (&iter))
    freeze_cluster (&freezer, &iter, item->glyphs, advances);
  drop_unused_glyphs (run);
  run->width = advances[item->glyphs->num_glyphs] - run->x;
  run->n_bytes = (guint) freezer.text->len;
  run->text = g_string_free_and_steal (freezer.text);
}

static int
find_link (const GPtrArray *links,
           guint            offset)
{
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const TrellisPdfLink *link = g_ptr_array_index (links, i);

      if (offset >= link->start && offset < link->end)
        return (int) i;
    }
  return -1;
}

/* Only these look like links: a list of contents is one all over. */
static gboolean
leads_outside (const TrellisPdfText *self,
               int                   link)
{
  return link >= 0
         && ((const TrellisPdfLink *) g_ptr_array_index (self->links, (guint) link))->uri != NULL;
}

static gboolean
has_strike (const PangoItem *item)
{
  for (const GSList *l = item->analysis.extra_attrs; l != NULL; l = l->next)
    if (((PangoAttribute *) l->data)->klass->type == PANGO_ATTR_STRIKETHROUGH)
      return TRUE;
  return FALSE;
}

static gboolean
is_grey (const PangoItem *item)
{
  for (const GSList *l = item->analysis.extra_attrs; l != NULL; l = l->next)
    if (((PangoAttribute *) l->data)->klass->type == PANGO_ATTR_FOREGROUND)
      return TRUE;
  return FALSE;
}

static int
compare_reading_order (gconstpointer a,
                       gconstpointer b)
{
  const int *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

typedef struct
{
  int             offset;
  PangoGlyphItem *item;
  double          x;
} PlacedItem;

static void
freeze_line (TrellisPdfText              *self,
             TrellisPdfLine              *line,
             PangoLayoutLine             *source,
             const char                  *text,
             const TrellisPdfTextOptions *options)
{
  double font_scale = trellis_pdf_style_get_scale (options->style),
         scale = font_scale / PANGO_SCALE;
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (PlacedItem));
  double             x = line->x;

  for (GSList *l = source->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *item = l->data;
      PlacedItem      placed = { .offset = item->item->offset, .item = item, .x = x };

      g_array_append_val (items, placed);
      for (int i = 0; i < item->glyphs->num_glyphs; i++)
        x += item->glyphs->glyphs[i].geometry.width * scale;
    }
  line->width = x - line->x;
  /* Pango gives them as they stand; a screen reader reads them as they were written. */
  g_array_sort (items, compare_reading_order);
  for (guint i = 0; i < items->len; i++)
    {
      const PlacedItem    *placed = &g_array_index (items, PlacedItem, i);
      const PangoAnalysis *analysis = &placed->item->item->analysis;
      TrellisPdfRun        run = { .x = placed->x, .backward = analysis->level & 1 };

      run.link = find_link (self->links, (guint) placed->offset);
      run.strike = has_strike (placed->item->item);
      run.colour = leads_outside (self, run.link) ? TRELLIS_PDF_COLOUR_LINK
                   : is_grey (placed->item->item) ? TRELLIS_PDF_COLOUR_GREY
                                                  : options->colour;
      run.font = trellis_pdf_fonts_scale (
          pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (analysis->font)), font_scale);
      freeze_glyphs (&run, placed->item, text, scale);
      g_array_append_val (line->runs, run);
    }
}

/* Every line is as high as the style says, unless a fallback font needs more. */
static void
measure_line (TrellisPdfLine              *line,
              const PangoRectangle        *logical,
              int                          baseline,
              const TrellisPdfStyleValues *values,
              double                       scale)
{
  double height = values->size * values->leading;
  double natural = logical->height * scale;
  double ascent = (baseline - logical->y) * scale;

  line->height = values->fixed ? height : MAX (height, natural);
  line->baseline = values->fixed ? height / 2 + MIDDLE * values->size
                                 : ascent + (line->height - natural) / 2;
}

static void
freeze (TrellisPdfText              *self,
        PangoLayout                 *layout,
        const TrellisPdfTextOptions *options)
{
  g_autoptr (PangoLayoutIter)  iter = pango_layout_get_iter (layout);
  const TrellisPdfStyleValues *values = trellis_pdf_style_get_values (options->style);
  double                       scale = trellis_pdf_style_get_scale (options->style) / PANGO_SCALE;
  const char                  *text = pango_layout_get_text (layout);

  do
    {
      TrellisPdfLine line = { 0 };
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      measure_line (&line, &logical, pango_layout_iter_get_baseline (iter), values, scale);
      line.x = logical.x * scale;
      line.runs = g_array_new (FALSE, FALSE, sizeof (TrellisPdfRun));
      g_array_set_clear_func (line.runs, run_clear);
      freeze_line (self, &line, pango_layout_iter_get_line_readonly (iter), text, options);
      self->width = MAX (self->width, line.x + line.width);
      self->height += line.height;
      g_array_append_val (self->lines, line);
    }
  while (pango_layout_iter_next_line (iter));
}

static void
set_features (TrellisPdfRich *rich)
{
  /* The fi ligature would be copied and searched as one odd character. */
  trellis_pdf_rich_mark (rich, 0, pango_attr_font_features_new ("liga=0, clig=0"));
}

/* Arrows, signs and emoji begin with these bytes in UTF-8, and little else does. */
static gboolean
may_hold_pictures (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p >= 0xf0 || ((guchar) p[0] == 0xe2 && (guchar) p[1] >= 0x86))
      return TRUE;
  return FALSE;
}

/**
 * trellis_pdf_text_new:
 * @context: of the calling thread
 * @rich: clean text with its marks; gives its links away
 *
 * Returns: (transfer full): the lines
 */
TrellisPdfText *
trellis_pdf_text_new (PangoContext                *context,
                      TrellisPdfRich              *rich,
                      const TrellisPdfTextOptions *options)
{
  TrellisPdfText         *self = g_atomic_rc_box_new0 (TrellisPdfText);
  g_autoptr (PangoLayout) layout = NULL;

  pango_context_set_language (context, pango_language_from_string (options->language));
  layout = pango_layout_new (context);
  set_features (rich);
  pango_layout_set_font_description (layout, trellis_pdf_style_get_font (options->style));
  pango_layout_set_text (layout, rich->text->str, (int) rich->text->len);
  pango_layout_set_attributes (layout, rich->attributes);
  pango_layout_set_alignment (layout, options->alignment);
  if (options->width >= 0)
    {
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_width (
          layout, pango_units_from_double (MAX (options->width, 1)
                                           / trellis_pdf_style_get_scale (options->style)));
    }
  if (may_hold_pictures (rich->text->str)
      && trellis_pdf_emoji_name (rich, layout, options->language))
    {
      pango_layout_set_text (layout, rich->text->str, (int) rich->text->len);
      pango_layout_set_attributes (layout, rich->attributes);
    }
  self->lines = g_array_new (FALSE, FALSE, sizeof (TrellisPdfLine));
  g_array_set_clear_func (self->lines, line_clear);
  if (rich->links->len > 0)
    self->links = g_steal_pointer (&rich->links);
  freeze (self, layout, options);
  return self;
}

/**
 * trellis_pdf_text_new_plain:
 * @plain: text from anywhere
 *
 * Returns: (transfer full): its lines, cleaned and with its words bound
 */
TrellisPdfText *
trellis_pdf_text_new_plain (PangoContext                *context,
                            const char                  *plain,
                            const TrellisPdfTextOptions *options)
{
  g_autoptr (TrellisPdfRich) rich = trellis_pdf_rich_new ();
  g_autofree char           *clean = trellis_pdf_string_clean (plain);
  g_autofree char           *set = trellis_pdf_string_typeset (clean);

  trellis_pdf_rich_append (rich, set, NULL);
  return trellis_pdf_text_new (context, rich, options);
}

static void
text_clear (gpointer data)
{
  TrellisPdfText *self = data;

  g_array_unref (self->lines);
  g_clear_pointer (&self->links, g_ptr_array_unref);
}

TrellisPdfText *
trellis_pdf_text_ref (TrellisPdfText *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
trellis_pdf_text_unref (TrellisPdfText *self)
{
  g_atomic_rc_box_release_full (self, text_clear);
}

/**
 * trellis_pdf_text_join:
 * @tail: (transfer full): one line
 * @right: where it ends, points from the left end of the lines
 *
 * Sets another text at the end of the last line, in the link that the line ends with.
 */
void
trellis_pdf_text_join (TrellisPdfText *self,
                       TrellisPdfText *tail,
                       double          right)
{
  TrellisPdfLine       *last = &g_array_index (self->lines, TrellisPdfLine, self->lines->len - 1);
  const TrellisPdfLine *line = trellis_pdf_text_get_line (tail, 0);
  int                   link = -1;

  if (last->runs->len > 0)
    link = g_array_index (last->runs, TrellisPdfRun, last->runs->len - 1).link;
  for (guint i = 0; i < line->runs->len; i++)
    {
      TrellisPdfRun run = g_array_index (line->runs, TrellisPdfRun, i);
      double        shift = right - tail->width;

      run.link = link;
      run.x += shift;
      for (guint j = 0; j < run.n_glyphs; j++)
        run.glyphs[j].x += shift;
      g_array_append_val (last->runs, run);
    }
  /* The runs are the line's now. */
  g_array_set_clear_func (line->runs, NULL);
  last->width = right - last->x;
  self->width = MAX (self->width, right);
  trellis_pdf_text_unref (tail);
}

const TrellisPdfLine *
trellis_pdf_text_get_line (const TrellisPdfText *self,
                           guint                 line)
{
  return &g_array_index (self->lines, TrellisPdfLine, line);
}
