/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-layout.h"

#define BULLET "•"
#define NESTED_BULLET "–"
#define BULLET_INDENT 14
#define NUMBER_GAP 6
#define LONG_ITEM 3 /* lines */
#define LONG_ITEM_SPACE 6
#define MIN_TEXT_WIDTH 120 /* lists nested deeper are not indented further */

static guint
count_items (const TrellisNode *list)
{
  guint n = 0;

  for (const TrellisNode *item = list->first_child; item != NULL; item = item->next)
    n++;
  return n;
}

static gboolean
is_numbered (const TrellisNode *list)
{
  return list->number != TRELLIS_LIST_KIND_BULLETS;
}

static guint
get_nesting (const TrellisNode *list)
{
  guint nesting = 0;

  for (const TrellisNode *node = list->parent; node != NULL; node = node->parent)
    if (node->type == TRELLIS_NODE_LIST)
      nesting++;
  return nesting;
}

static TrellisPdfText *
make_label (TrellisPdfLayout  *self,
            const TrellisNode *list,
            guint              number)
{
  g_autofree char *label = NULL;
  TrellisPdfText  *text;

  if (is_numbered (list))
    label = g_strdup_printf ("%u.", number);
  else
    label = g_strdup (get_nesting (list) % 2 == 0 ? BULLET : NESTED_BULLET);
  text = g_hash_table_lookup (self->labels, label);
  if (text == NULL)
    {
      text = trellis_pdf_layout_plain (self, label, TRELLIS_PDF_STYLE_BODY,
                                       TRELLIS_PDF_COLOUR_BLACK, -1);
      g_hash_table_insert (self->labels, g_steal_pointer (&label), text);
    }
  return trellis_pdf_text_ref (text);
}

/* How far the text of the items stands in: enough for the widest number. */
static double
measure_indent (TrellisPdfLayout  *self,
                const TrellisNode *list,
                guint              n_items)
{
  g_autoptr (TrellisPdfText) widest = NULL;

  if (!is_numbered (list))
    return BULLET_INDENT;
  widest = make_label (self, list, n_items);
  return MAX (widest->width + NUMBER_GAP, 18);
}

static void
layout_item (TrellisPdfLayout  *self,
             const TrellisNode *item)
{
  if (item->type == TRELLIS_NODE_ITEM)
    trellis_pdf_layout_blocks (self, item->first_child);
  else
    trellis_pdf_layout_block (self, item);
}

/* A label without any text under it still wants its line. */
static void
flush_label (TrellisPdfLayout *self)
{
  if (self->label != NULL)
    trellis_pdf_layout_close_box (self, trellis_pdf_layout_add_box (self, 0, 3), 0, 0);
}

/* In a tight list the items follow each other closely. */
static void
tighten (TrellisPdfLayout  *self,
         const TrellisNode *item,
         guint              first_box,
         gboolean           loose)
{
  guint n_boxes = self->flow->boxes->len;

  if (loose || n_boxes <= first_box || item->next == NULL)
    return;
  trellis_pdf_flow_get_box (self->flow, n_boxes - 1)->flow.space_after
      = MIN (trellis_pdf_flow_get_box (self->flow, n_boxes - 1)->flow.space_after, 3);
}

/* The line that leads into a nested list stays with its first item. */
static void
keep_lead (TrellisPdfLayout  *self,
           const TrellisNode *item,
           guint              first_box)
{
  if (item->type == TRELLIS_NODE_ITEM && item->first_child != NULL
      && item->first_child->next != NULL && item->first_child->next->type == TRELLIS_NODE_LIST
      && self->flow->boxes->len > first_box + 1)
    {
      TrellisPdfBox *lead = trellis_pdf_flow_get_box (self->flow, first_box);

      lead->flow.keep_with_next = TRUE;
      lead->flow.space_after = MIN (lead->flow.space_after, 2);
    }
}

static void
layout_labelled_item (TrellisPdfLayout  *self,
                      const TrellisNode *item,
                      guint              index,
                      guint              n_items,
                      double             indent)
{
  TrellisPdfTag *list_tag = self->parent;
  TrellisPdfTag *item_tag = trellis_pdf_layout_tag (self, list_tag, "LI", NULL);
  guint          first_box = self->flow->boxes->len;

  flush_label (self);
  self->label = make_label (self, item->parent, index + 1);
  self->label_tag = trellis_pdf_layout_tag (self, item_tag, "Lbl", NULL);
  self->label_x = is_numbered (item->parent) ? self->indent - NUMBER_GAP - self->label->width
                                             : self->indent - indent + 2;
  self->item = index;
  self->n_items = n_items;
  self->parent = trellis_pdf_layout_tag (self, item_tag, "LBody", NULL);
  layout_item (self, item);
  flush_label (self);
  keep_lead (self, item, first_box);
  tighten (self, item, first_box, item->parent->flag);
  self->parent = list_tag;
}

/* Two items together hold against a page's end, but one that is long enough stands by itself; and
 * long ones want some room between them. */
static void
free_long_items (TrellisPdfLayout *self,
                 GArray           *starts)
{
  guint shortest = G_MAXUINT, total = 0;

  for (guint i = 0; i < starts->len; i++)
    {
      guint end = i + 1 < starts->len ? g_array_index (starts, guint, i + 1)
                                      : self->flow->boxes->len;
      guint n_lines = 0;

      for (guint box = g_array_index (starts, guint, i); box < end; box++)
        n_lines += trellis_pdf_flow_get_box (self->flow, box)->flow.n_bands;
      shortest = MIN (shortest, n_lines);
      total += n_lines;
    }
  for (guint i = 0; i < starts->len; i++)
    {
      guint start = g_array_index (starts, guint, i);

      if (start >= self->flow->boxes->len)
        continue;
      if (shortest >= LONG_ITEM)
        trellis_pdf_flow_get_box (self->flow, start)->flow.n_items = 0;
      if (i > 0 && total >= 2 * starts->len)
        trellis_pdf_flow_get_box (self->flow, start)->flow.space_before = LONG_ITEM_SPACE;
    }
}

/**
 * trellis_pdf_layout_list:
 *
 * Lays out a list: numbers hang to the left of the text, aligned at their right.
 */
void
trellis_pdf_layout_list (TrellisPdfLayout  *self,
                         const TrellisNode *list)
{
  guint              n_items = count_items (list), index = 0;
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));
  TrellisPdfTag     *parent = self->parent;
  double             left = self->indent, indent;

  if (n_items == 0)
    return;
  indent = measure_indent (self, list, n_items);
  if (self->right - self->indent - indent >= MIN_TEXT_WIDTH)
    self->indent += indent;
  self->parent = trellis_pdf_layout_tag (self, parent, "L", NULL);
  self->parent->attributes = is_numbered (list) ? TRELLIS_PDF_LIST_DECIMAL : TRELLIS_PDF_LIST_DISC;
  for (const TrellisNode *item = list->first_child; item != NULL; item = item->next)
    {
      g_array_append_val (starts, self->flow->boxes->len);
      layout_labelled_item (self, item, index, n_items, indent);
      index++;
      if (g_cancellable_is_cancelled (self->cancellable))
        break;
    }
  free_long_items (self, starts);
  self->indent = left;
  self->parent = parent;
}
