/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-layout.h"

#define MIN_PAGES 6
#define MIN_ENTRIES 3
#define MAX_ENTRIES 48 /* more would fill pages: then only the first level is listed */
#define N_LEVELS 2
#define INDENT 14
#define LEADER_GAP 5
#define LEADER_DOT 0.8
#define LEADER_RISE 1.2 /* over the baseline */
#define MIN_LEADER 30   /* a title ends so far before the margin, for dots and a number */

typedef struct
{
  TrellisPdfBox       *box; /* the line */
  const TrellisPdfBox *heading;
  TrellisPdfStyle      style;
} Entry;

typedef struct
{
  TrellisPdfLayout *layout;
  GArray           *entries; /* Entry */
  TrellisPdfTag    *lists[N_LEVELS];
  guint             level; /* of the first, in the outline */
  guint             n_levels;
} Contents;

/* The title is not listed, nor is what the outline leaves out. */
static gboolean
is_listed (const Contents      *self,
           const TrellisPdfBox *box)
{
  return box->outline != NULL && box->outline_level >= self->level
         && box->outline_level < self->level + self->n_levels;
}

static guint
count_listed (const Contents *self,
              guint           n_boxes)
{
  guint n = 0;

  for (guint i = self->layout->n_front; i < n_boxes; i++)
    n += is_listed (self, trellis_pdf_flow_get_box (self->layout->flow, i));
  return n;
}

/* Two levels, from the highest that there is; one where that would be too long. */
static gboolean
choose_levels (Contents *self,
               guint     n_boxes)
{
  self->level = 1;
  self->n_levels = 1;
  while (self->level < 3 && count_listed (self, n_boxes) == 0)
    self->level++;
  self->n_levels = N_LEVELS;
  if (count_listed (self, n_boxes) > MAX_ENTRIES)
    self->n_levels = 1;
  return count_listed (self, n_boxes) >= MIN_ENTRIES;
}

static TrellisPdfTag *
get_list (Contents *self,
          guint     depth)
{
  if (depth + 1 < N_LEVELS)
    self->lists[depth + 1] = NULL;
  if (self->lists[depth] == NULL)
    self->lists[depth]
        = trellis_pdf_layout_tag (self->layout,
                                  depth > 0 ? get_list (self, 0) : self->layout->parent, "TOC",
                                  NULL);
  return self->lists[depth];
}

static void
add_entry (Contents            *self,
           const TrellisPdfBox *heading)
{
  TrellisPdfLayout          *layout = self->layout;
  guint                      depth = heading->outline_level - self->level;
  Entry                      entry = { .heading = heading };
  g_autoptr (TrellisPdfRich) rich = trellis_pdf_rich_new ();
  TrellisPdfTag             *item = trellis_pdf_layout_tag (layout, get_list (self, depth), "TOCI",
                                                            NULL);
  double                     x = layout->indent + depth * INDENT;

  entry.style = depth == 0 ? TRELLIS_PDF_STYLE_TABLE_HEAD : TRELLIS_PDF_STYLE_TABLE;
  entry.box = trellis_pdf_layout_add_box (layout, depth == 0 ? 4 : 0, 1);
  trellis_pdf_rich_append (rich, heading->outline, NULL);
  trellis_pdf_rich_link_inside (rich, 0, heading->destination);
  trellis_pdf_box_add (entry.box,
                       trellis_pdf_layout_text (layout, rich, entry.style, TRELLIS_PDF_COLOUR_BLACK,
                                                layout->right - x - MIN_LEADER),
                       trellis_pdf_layout_tag (layout, item, "Reference", heading->outline), x);
  trellis_pdf_layout_close_box (layout, entry.box, 0, 0);
  entry.box->flow.keep_whole = TRUE;
  g_array_append_val (self->entries, entry);
}

/* It is no section: the outline shows the same as the list, and the pages that follow are not part
 * of it. */
static void
add_heading (TrellisPdfLayout *layout)
{
  const char    *word = trellis_pdf_word (TRELLIS_PDF_WORD_CONTENTS, layout->language);
  double         indent = layout->indent;
  TrellisPdfBox *box;

  layout->indent = 0;
  box = trellis_pdf_layout_add_plain (layout, word, "H2", TRELLIS_PDF_STYLE_HEADING_2,
                                      TRELLIS_PDF_COLOUR_BLACK, 20, 6);
  layout->indent = indent;
  box->flow.keep_with_next = TRUE;
}

/* No page begins with the last entry alone, nor ends with the first one. */
static void
add_entries (Contents *self,
             guint     n_boxes)
{
  TrellisPdfFlow *flow = self->layout->flow;

  for (guint i = self->layout->n_front; i < n_boxes; i++)
    if (is_listed (self, trellis_pdf_flow_get_box (flow, i)))
      add_entry (self, trellis_pdf_flow_get_box (flow, i));
  for (guint i = 0; i < self->entries->len; i++)
    {
      TrellisPdfFlowBox *box = &g_array_index (self->entries, Entry, i).box->flow;

      box->item = i;
      box->n_items = self->entries->len;
    }
  g_array_index (self->entries, Entry, self->entries->len - 1).box->flow.space_after = 14;
}

/* The number ends the link, so that title and page are one for whoever has it read aloud. */
static void
set_number (TrellisPdfLayout *layout,
            const Entry      *entry,
            guint             page)
{
  TrellisPdfPiece      *piece = &g_array_index (entry->box->pieces, TrellisPdfPiece, 0);
  const TrellisPdfLine *last = trellis_pdf_text_get_line (piece->text, piece->text->lines->len - 1);
  TrellisPdfLink       *link = g_ptr_array_index (piece->text->links, 0);
  g_autofree char      *number = g_strdup_printf (" %u", page);
  TrellisPdfText       *text = trellis_pdf_layout_plain (layout, number, entry->style,
                                                         TRELLIS_PDF_COLOUR_BLACK, -1);
  double                start = piece->x + last->x + last->width + LEADER_GAP,
         end = layout->right - text->width, top = 0;

  for (guint i = 0; i + 1 < entry->box->bands->len; i++)
    top += g_array_index (entry->box->bands, double, i);
  if (end > start)
    trellis_pdf_box_ornament (entry->box, TRELLIS_PDF_ORNAMENT_LEADER, TRELLIS_PDF_COLOUR_GREY,
                              start, top + last->baseline - LEADER_RISE, end - start, LEADER_DOT);
  g_free (link->description);
  link->description = trellis_pdf_word_entry (entry->heading->outline, page, layout->language);
  trellis_pdf_text_join (piece->text, text, layout->right - piece->x);
}

static void
set_numbers (Contents *self)
{
  const TrellisPdfFlow *flow = self->layout->flow;
  guint                 next = 0;

  for (guint i = 0; i < flow->fragments->len && next < self->entries->len; i++)
    {
      const TrellisPdfFragment *fragment = &g_array_index (flow->fragments, TrellisPdfFragment, i);
      const Entry              *entry = &g_array_index (self->entries, Entry, next);

      if (trellis_pdf_flow_get_box (flow, fragment->box) == entry->heading)
        {
          set_number (self->layout, entry, fragment->page + 1);
          next++;
        }
    }
}

/**
 * trellis_pdf_layout_contents:
 *
 * Sets a list of contents behind the title, if the document is long enough to want one, and cuts
 * the pages anew. The numbers come last: they change no line's height.
 */
void
trellis_pdf_layout_contents (TrellisPdfLayout *self)
{
  TrellisPdfFlow    *flow = self->flow;
  guint              n_boxes = flow->boxes->len;
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  Contents           contents = { .layout = self, .entries = entries };

  if (trellis_pdf_flow_get_n_pages (flow) < MIN_PAGES || !choose_levels (&contents, n_boxes))
    return;
  self->parent = g_ptr_array_index (flow->tags, 0);
  add_heading (self);
  add_entries (&contents, n_boxes);
  trellis_pdf_flow_move_last (flow, flow->boxes->len - n_boxes, self->n_front);
  trellis_pdf_flow_paginate (flow);
  set_numbers (&contents);
}
