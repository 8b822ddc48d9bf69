/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-layout.h"

#include "trellis-pdf-string.h"

#define QUOTE_BAR 2

/**
 * trellis_pdf_layout_get:
 *
 * Returns: (transfer none) (nullable): an attribute, NULL when there is none
 */
const char *
trellis_pdf_layout_get (const TrellisNode *node,
                        TrellisAttribute   attribute)
{
  const char *value = trellis_node_get (node, attribute);

  return value != NULL && *value != '\0' ? value : NULL;
}

/**
 * trellis_pdf_layout_tag:
 * @text: (nullable): what the element holds, by which its language is told
 *
 * Returns: (transfer none): a new element of the document
 */
TrellisPdfTag *
trellis_pdf_layout_tag (TrellisPdfLayout *self,
                        TrellisPdfTag    *parent,
                        const char       *name,
                        const char       *text)
{
  TrellisPdfTag *tag = trellis_pdf_tag_new (parent, name);
  const char    *language = self->block_language;

  if (text != NULL && language == NULL)
    language = trellis_pdf_string_language (text, self->language);
  if (language != NULL && g_strcmp0 (language, self->language) != 0)
    tag->language = g_intern_string (language);
  g_ptr_array_add (self->flow->tags, tag);
  return tag;
}

/**
 * trellis_pdf_layout_text:
 * @width: points; negative for one line
 *
 * Returns: (transfer full): the lines
 */
TrellisPdfText *
trellis_pdf_layout_text (TrellisPdfLayout *self,
                         TrellisPdfRich   *rich,
                         TrellisPdfStyle   style,
                         TrellisPdfColour  colour,
                         double            width)
{
  TrellisPdfTextOptions options = {
    .style = style, .colour = colour, .width = width, .alignment = self->alignment
  };

  /* What the script tells is for the structure; another language here would look up all fonts anew.
   */
  options.language = self->block_language != NULL ? self->block_language : self->language;
  return trellis_pdf_text_new (self->context, rich, &options);
}

/**
 * trellis_pdf_layout_plain:
 *
 * Returns: (transfer full): the lines of text without marks
 */
TrellisPdfText *
trellis_pdf_layout_plain (TrellisPdfLayout *self,
                          const char       *plain,
                          TrellisPdfStyle   style,
                          TrellisPdfColour  colour,
                          double            width)
{
  g_autoptr (TrellisPdfRich) rich = trellis_pdf_rich_new ();
  g_autofree char           *clean = trellis_pdf_string_clean (plain);
  g_autofree char           *set = trellis_pdf_string_typeset (clean);

  trellis_pdf_rich_append (rich, set, NULL);
  return trellis_pdf_layout_text (self, rich, style, colour, width);
}

/**
 * trellis_pdf_layout_sign:
 *
 * Returns: (transfer full): a line with a sign
 */
TrellisPdfText *
trellis_pdf_layout_sign (TrellisPdfLayout *self,
                         TrellisPdfSign    sign,
                         TrellisPdfStyle   style,
                         TrellisPdfColour  colour)
{
  TrellisPdfTextOptions options
      = { .style = style, .colour = colour, .width = -1, .language = self->language };

  return trellis_pdf_text_new_sign (self->context, sign, &options);
}

/**
 * trellis_pdf_layout_add_box:
 * @space_before: points between it and the box above
 *
 * Adds an empty box to the flow; the label and the place in a list that wait go into it.
 *
 * Returns: (transfer none): the box, to be closed
 */
TrellisPdfBox *
trellis_pdf_layout_add_box (TrellisPdfLayout *self,
                            double            space_before,
                            double            space_after)
{
  TrellisPdfBox *box = trellis_pdf_box_new ();

  box->flow.space_before = space_before;
  box->flow.space_after = space_after;
  box->flow.paper = self->paper;
  box->flow.item = self->item;
  box->flow.n_items = self->n_items;
  self->item = self->n_items = 0;
  if (self->label != NULL)
    trellis_pdf_box_add (box, g_steal_pointer (&self->label), self->label_tag, self->label_x);
  g_ptr_array_add (self->flow->boxes, box);
  return box;
}

/**
 * trellis_pdf_layout_close_box:
 * @above: room inside the box over its first line
 *
 * Measures a box when all that it holds is there.
 */
void
trellis_pdf_layout_close_box (TrellisPdfLayout *self,
                              TrellisPdfBox    *box,
                              double            above,
                              double            below)
{
  if (self->n_quotes > 0)
    trellis_pdf_box_ornament (box, TRELLIS_PDF_ORNAMENT_FILL, TRELLIS_PDF_COLOUR_RULE,
                              self->indent - 12, 0, QUOTE_BAR, 0);
  trellis_pdf_box_close (box, above, below);
}

/**
 * trellis_pdf_layout_add_rich:
 * @tag: the element's type
 *
 * Adds a box with one text, as wide as the column.
 *
 * Returns: (transfer none): the box, closed
 */
TrellisPdfBox *
trellis_pdf_layout_add_rich (TrellisPdfLayout *self,
                             TrellisPdfRich   *rich,
                             const char       *tag,
                             TrellisPdfStyle   style,
                             TrellisPdfColour  colour,
                             double            space_before,
                             double            space_after)
{
  TrellisPdfBox *box = trellis_pdf_layout_add_box (self, space_before, space_after);
  TrellisPdfTag *element = trellis_pdf_layout_tag (self, self->parent, tag, rich->text->str);

  trellis_pdf_box_add (
      box, trellis_pdf_layout_text (self, rich, style, colour, self->right - self->indent), element,
      self->indent);
  trellis_pdf_layout_close_box (self, box, 0, 0);
  return box;
}

TrellisPdfBox *
trellis_pdf_layout_add_plain (TrellisPdfLayout *self,
                              const char       *plain,
                              const char       *tag,
                              TrellisPdfStyle   style,
                              TrellisPdfColour  colour,
                              double            space_before,
                              double            space_after)
{
  g_autoptr (TrellisPdfRich) rich = trellis_pdf_rich_new ();
  g_autofree char           *clean = trellis_pdf_string_clean (plain);
  g_autofree char           *set = trellis_pdf_string_typeset (clean);

  trellis_pdf_rich_append (rich, set, NULL);
  return trellis_pdf_layout_add_rich (self, rich, tag, style, colour, space_before, space_after);
}

/**
 * trellis_pdf_layout_keep_together:
 * @first_box: index of the first of the boxes that the last one ends
 *
 * Asks that no page ends among these boxes.
 */
void
trellis_pdf_layout_keep_together (TrellisPdfLayout *self,
                                  guint             first_box)
{
  for (guint i = first_box; i + 1 < self->flow->boxes->len; i++)
    trellis_pdf_flow_get_box (self->flow, i)->flow.keep_with_next = TRUE;
}
