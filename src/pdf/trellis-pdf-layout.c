/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-layout.h"

#include <string.h>

#include "trellis-pdf-inlines.h"
#include "trellis-pdf-string.h"

#define MAX_DEPTH 32 /* deeper blocks are set as plain text */
#define QUOTE_INDENT 16
#define MIN_TEXT_WIDTH 120 /* quotes nested deeper are not indented further */
#define CODE_PADDING 6
#define AFTER_HEADING 8

/* The look of a heading by its level in the file. */
static const struct
{
  const char     *tag;
  TrellisPdfStyle style;
  double          before;
  double          after;
} headings[] = {
  { "H1", TRELLIS_PDF_STYLE_TITLE, 28, 12 },
  { "H2", TRELLIS_PDF_STYLE_HEADING_2, 26, 8 },
  { "H3", TRELLIS_PDF_STYLE_HEADING_3, 18, 5 },
  { "H4", TRELLIS_PDF_STYLE_HEADING_4, 14, 4 },
  { "H5", TRELLIS_PDF_STYLE_HEADING_4, 12, 4 },
  { "H6", TRELLIS_PDF_STYLE_HEADING_4, 12, 4 },
};

/* Turns the level as written into one without gaps: a heading is one deeper than the nearest
 * heading above that is higher than it. */
static guint
get_level (TrellisPdfLayout *self,
           guint             written)
{
  while (self->levels->len > 0
         && g_array_index (self->levels, guint, self->levels->len - 1) >= written)
    g_array_set_size (self->levels, self->levels->len - 1);
  g_array_append_val (self->levels, written);
  return MIN (self->levels->len, G_N_ELEMENTS (headings));
}

/**
 * trellis_pdf_layout_outline:
 * @level: from 1
 *
 * Names the box in the outline.
 */
void
trellis_pdf_layout_outline (TrellisPdfLayout *self,
                            TrellisPdfBox    *box,
                            const char       *title,
                            guint             level)
{
  g_autofree char *clean = g_strstrip (g_strdelimit (trellis_pdf_string_clean (title), "\n", ' '));

  if (*clean == '\0')
    return;
  box->destination = g_strdup_printf ("h%u", ++self->n_destinations);
  box->outline = g_steal_pointer (&clean);
  box->outline_level = level;
}

/* Headings that follow each other belong together. */
static gboolean
follows_heading (const TrellisPdfLayout *self)
{
  guint n = self->flow->boxes->len;

  return n > 0 && trellis_pdf_flow_get_box (self->flow, n - 1)->outline != NULL;
}

static void
layout_heading (TrellisPdfLayout  *self,
                const TrellisNode *node)
{
  g_autoptr (TrellisPdfRich) rich = trellis_pdf_rich_new ();
  g_autofree char           *title = trellis_node_to_plain_text (node);
  double                     indent = self->indent;
  TrellisPdfBox             *box;
  guint                      level;

  trellis_pdf_inlines_append (rich, node, self->language);
  if (strspn (rich->text->str, " \n") == rich->text->len)
    return;
  level = get_level (self, (guint) CLAMP (node->number, 1, 6));
  if (self->depth == 0)
    self->indent = 0;
  box = trellis_pdf_layout_add_rich (
      self, rich, headings[level - 1].tag, headings[level - 1].style,
      level == 1 ? TRELLIS_PDF_COLOUR_ACCENT : TRELLIS_PDF_COLOUR_BLACK,
      follows_heading (self) ? AFTER_HEADING : headings[level - 1].before,
      headings[level - 1].after);
  self->indent = indent;
  box->flow.keep_with_next = TRUE;
  trellis_pdf_layout_outline (self, box, title, level);
}

/**
 * trellis_pdf_layout_title:
 *
 * Sets the document's title as its first heading.
 */
void
trellis_pdf_layout_title (TrellisPdfLayout *self,
                          const char       *title)
{
  double         indent = self->indent;
  TrellisPdfBox *box;

  get_level (self, 0);
  self->indent = 0;
  box = trellis_pdf_layout_add_plain (self, title, "H1", TRELLIS_PDF_STYLE_TITLE,
                                      TRELLIS_PDF_COLOUR_ACCENT, 0, 12);
  self->indent = indent;
  box->flow.keep_with_next = TRUE;
  trellis_pdf_layout_outline (self, box, title, 1);
}

static void
layout_paragraph (TrellisPdfLayout  *self,
                  const TrellisNode *node)
{
  g_autoptr (TrellisPdfRich) rich = trellis_pdf_rich_new ();

  trellis_pdf_inlines_append (rich, node, self->language);
  if (strspn (rich->text->str, " \n") < rich->text->len)
    trellis_pdf_layout_add_rich (self, rich, "P", TRELLIS_PDF_STYLE_BODY, TRELLIS_PDF_COLOUR_BLACK,
                                 0, 7);
}

static void
layout_plain_block (TrellisPdfLayout *self,
                    const char       *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (*stripped != '\0')
    trellis_pdf_layout_add_plain (self, stripped, "P", TRELLIS_PDF_STYLE_BODY,
                                  TRELLIS_PDF_COLOUR_BLACK, 0, 7);
}

static void
layout_html (TrellisPdfLayout  *self,
             const TrellisNode *node)
{
  g_autofree char *text = trellis_pdf_html_to_text (node->text != NULL ? node->text : "");

  layout_plain_block (self, text);
}

static void
layout_quote (TrellisPdfLayout  *self,
              const TrellisNode *node)
{
  TrellisPdfTag *parent = self->parent;
  double         indent = self->indent;

  self->parent = trellis_pdf_layout_tag (self, parent, "BlockQuote", NULL);
  if (self->right - self->indent - QUOTE_INDENT >= MIN_TEXT_WIDTH)
    self->indent += QUOTE_INDENT;
  self->n_quotes++;
  trellis_pdf_layout_blocks (self, node->first_child);
  self->n_quotes--;
  self->indent = indent;
  self->parent = parent;
}

/* Leading spaces matter in code; a line break would take them away. */
static char *
get_code (const TrellisNode *node)
{
  g_autofree char *clean = trellis_pdf_string_clean (node->text);
  gsize            length = strlen (clean);

  while (length > 0 && clean[length - 1] == '\n')
    clean[--length] = '\0';
  return g_steal_pointer (&clean);
}

static void
layout_code (TrellisPdfLayout  *self,
             const TrellisNode *node)
{
  g_autofree char           *code = get_code (node);
  g_autoptr (TrellisPdfRich) rich = NULL;
  TrellisPdfTag             *paragraph;
  TrellisPdfBox             *box;
  double                     width = self->right - self->indent;

  if (*code == '\0')
    return;
  rich = trellis_pdf_rich_new ();
  trellis_pdf_rich_append (rich, code, NULL);
  box = trellis_pdf_layout_add_box (self, 7, 9);
  paragraph = trellis_pdf_layout_tag (self, self->parent, "P", NULL);
  trellis_pdf_box_add (box,
                       trellis_pdf_layout_text (self, rich, TRELLIS_PDF_STYLE_CODE,
                                                TRELLIS_PDF_COLOUR_BLACK, width - 2 * CODE_PADDING),
                       trellis_pdf_layout_tag (self, paragraph, "Code", NULL),
                       self->indent + CODE_PADDING);
  trellis_pdf_box_ornament (box, TRELLIS_PDF_ORNAMENT_FILL, TRELLIS_PDF_COLOUR_SHADE, self->indent,
                            0, width, 0);
  trellis_pdf_layout_close_box (self, box, CODE_PADDING, CODE_PADDING);
}

static void
layout_rule (TrellisPdfLayout *self)
{
  TrellisPdfBox *box = trellis_pdf_layout_add_box (self, 8, 8);

  trellis_pdf_box_ornament (box, TRELLIS_PDF_ORNAMENT_RECT, TRELLIS_PDF_COLOUR_RULE, self->indent,
                            2, self->right - self->indent, 0.6);
  trellis_pdf_layout_close_box (self, box, 4, 0);
}

static void
layout_by_type (TrellisPdfLayout  *self,
                const TrellisNode *node)
{
  switch (node->type)
    {
    case TRELLIS_NODE_HEADING:
      layout_heading (self, node);
      break;
    case TRELLIS_NODE_PARAGRAPH:
      layout_paragraph (self, node);
      break;
    case TRELLIS_NODE_LIST:
      trellis_pdf_layout_list (self, node);
      break;
    case TRELLIS_NODE_QUOTE:
      layout_quote (self, node);
      break;
    case TRELLIS_NODE_CODE_BLOCK:
      layout_code (self, node);
      break;
    case TRELLIS_NODE_HTML_BLOCK:
      layout_html (self, node);
      break;
    case TRELLIS_NODE_TABLE:
      trellis_pdf_layout_table (self, node);
      break;
    case TRELLIS_NODE_RULE:
      layout_rule (self);
      break;
    case TRELLIS_NODE_COVER:
      trellis_pdf_layout_cover (self, node, NULL);
      break;
    case TRELLIS_NODE_MATRIX:
      trellis_pdf_layout_matrix (self, node);
      break;
    case TRELLIS_NODE_DEMAND:
      trellis_pdf_layout_demand (self, node);
      break;
    case TRELLIS_NODE_CRITERIA:
      trellis_pdf_layout_criteria (self, node);
      break;
    case TRELLIS_NODE_COMPONENT:
    case TRELLIS_NODE_ROLE:
    case TRELLIS_NODE_SKILL:
    case TRELLIS_NODE_POSTING:
      trellis_pdf_layout_meaning (self, node);
      break;
    case TRELLIS_NODE_FRONT_MATTER: /* for programs, not for readers */
    case TRELLIS_NODE_DEFINITION:
      break;
    default:
      trellis_pdf_layout_blocks (self, node->first_child);
    }
}

/**
 * trellis_pdf_layout_block:
 *
 * Lays out one block with all that is in it.
 */
void
trellis_pdf_layout_block (TrellisPdfLayout  *self,
                          const TrellisNode *node)
{
  const char *outer = self->block_language;
  const char *language = trellis_pdf_layout_get (node, TRELLIS_ATTRIBUTE_LANGUAGE);

  if (self->depth > MAX_DEPTH)
    {
      g_autofree char *text = trellis_node_to_plain_text (node);

      layout_plain_block (self, text);
      return;
    }
  if (trellis_pdf_string_is_language (language))
    self->block_language = language;
  layout_by_type (self, node);
  self->block_language = outer;
}

/**
 * trellis_pdf_layout_blocks:
 * @first: (nullable): the first of the siblings to lay out; inlines among them are passed over
 */
void
trellis_pdf_layout_blocks (TrellisPdfLayout  *self,
                           const TrellisNode *first)
{
  self->depth++;
  for (const TrellisNode *node = first; node != NULL; node = node->next)
    if (trellis_node_is_block (node))
      trellis_pdf_layout_block (self, node);
  self->depth--;
}

static gboolean
has_words (const TrellisNode *heading)
{
  g_autofree char *text = trellis_node_to_plain_text (heading);
  g_autofree char *clean = g_strstrip (trellis_pdf_string_clean (text));

  return *clean != '\0';
}

/* The title is set by us unless the document begins with it. */
static gboolean
begins_with_title (const TrellisNode *document)
{
  for (const TrellisNode *node = document->first_child; node != NULL; node = node->next)
    switch (node->type)
      {
      case TRELLIS_NODE_FRONT_MATTER:
      case TRELLIS_NODE_DEFINITION:
      case TRELLIS_NODE_HTML_BLOCK:
        break;
      case TRELLIS_NODE_COVER:
        return TRUE;
      case TRELLIS_NODE_HEADING:
        if (has_words (node))
          return node->number == 1;
        break;
      default:
        return FALSE;
      }
  return FALSE;
}

/* A heading with a single line under it at the foot of a page looks stranded all the same. */
static void
keep_short_openings (TrellisPdfFlow *flow)
{
  for (guint i = 1; i + 1 < flow->boxes->len; i++)
    {
      TrellisPdfBox *box = trellis_pdf_flow_get_box (flow, i);

      if (trellis_pdf_flow_get_box (flow, i - 1)->outline != NULL && box->outline == NULL
          && box->flow.n_bands == 1 && box->flow.n_items == 0
          && trellis_pdf_flow_get_box (flow, i + 1)->outline == NULL)
        box->flow.keep_with_next = TRUE;
    }
}

/**
 * trellis_pdf_layout_document:
 * @title: the document's
 *
 * Lays out the whole document.
 *
 * Returns: FALSE if it was cancelled
 */
gboolean
trellis_pdf_layout_document (TrellisPdfLayout  *self,
                             const TrellisNode *document,
                             const char        *title)
{
  self->parent = trellis_pdf_layout_tag (self, NULL, "Document", NULL);
  if (!begins_with_title (document))
    trellis_pdf_layout_title (self, title);
  self->n_front = self->flow->boxes->len;
  for (const TrellisNode *node = document->first_child; node != NULL; node = node->next)
    {
      if (g_cancellable_is_cancelled (self->cancellable))
        return FALSE;
      if (node->type == TRELLIS_NODE_COVER)
        trellis_pdf_layout_cover (self, node, title);
      else
        trellis_pdf_layout_block (self, node);
      if (self->n_front == 0)
        self->n_front = self->flow->boxes->len;
    }
  keep_short_openings (self->flow);
  return TRUE;
}
