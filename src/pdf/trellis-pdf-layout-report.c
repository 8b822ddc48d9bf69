/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-layout.h"

#include "trellis-pdf-grid.h"
#include "trellis-pdf-string.h"

#define COVER_BAR 3
#define COVER_LABEL 112
#define SKILL_WIDTH 140
#define BAR_WIDTH 130
#define BAR_HEIGHT 7
#define COUNT_WIDTH 56
#define HAVE_WIDTH 60
#define GAP 10
#define STATUS_WIDTH 92

/* One line of the cover. The label ends in a space, so that its words and the value's stay apart
 * when they are read aloud. */
static void
layout_cover_field (TrellisPdfLayout *self,
                    TrellisPdfWord    word,
                    const char       *value)
{
  g_autofree char *label = g_strdup_printf ("%s: ", trellis_pdf_word (word, self->language));
  TrellisPdfBox   *box = trellis_pdf_layout_add_box (self, 0, 2);
  TrellisPdfTag   *tag = trellis_pdf_layout_tag (self, self->parent, "P", value);

  trellis_pdf_box_add (box,
                       trellis_pdf_layout_plain (self, label, TRELLIS_PDF_STYLE_LABEL,
                                                 TRELLIS_PDF_COLOUR_GREY, -1),
                       tag, 0);
  trellis_pdf_box_add (box,
                       trellis_pdf_layout_plain (self, value, TRELLIS_PDF_STYLE_BODY,
                                                 TRELLIS_PDF_COLOUR_BLACK,
                                                 self->right - COVER_LABEL),
                       tag, COVER_LABEL);
  trellis_pdf_layout_close_box (self, box, 0, 0);
  box->flow.keep_with_next = TRUE;
}

static char *
join_values (const TrellisNode *node)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < trellis_node_n_values (node); i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? ", " : "", trellis_node_value (node, i));
  return g_string_free_and_steal (joined);
}

static void
layout_cover_rule (TrellisPdfLayout *self,
                   double            height,
                   double            space_after)
{
  TrellisPdfBox            *box = trellis_pdf_layout_add_box (self, 8, space_after);
  const TrellisPdfGeometry *paper = &self->flow->papers[self->paper];

  trellis_pdf_box_ornament (box, TRELLIS_PDF_ORNAMENT_RECT, TRELLIS_PDF_COLOUR_ACCENT, 0, 0,
                            height > 1 ? 48 : paper->frame_width, height);
  trellis_pdf_layout_close_box (self, box, height, 0);
  box->flow.keep_with_next = TRUE;
}

/* The days on which postings were captured; what is no date among them stays as it is. */
static char *
join_days (const TrellisNode *cover,
           const char        *language)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < trellis_node_n_values (cover); i++)
    {
      g_autofree char *day = trellis_pdf_word_day (trellis_node_value (cover, i), language);

      g_string_append_printf (joined, "%s%s", i > 0 ? ", " : "", day);
    }
  return g_string_free_and_steal (joined);
}

/* What there is stands in a line each; what nobody gave is said in one. */
static void
layout_cover_fields (TrellisPdfLayout  *self,
                     const TrellisNode *cover)
{
  const char      *date = trellis_pdf_layout_get (cover, TRELLIS_ATTRIBUTE_DATE);
  g_autofree char *day = date != NULL ? trellis_pdf_word_day (date, self->language) : NULL;
  g_autofree char *captured = join_days (cover, self->language);
  const struct
  {
    TrellisPdfWord word, absent;
    const char    *value;
  } fields[] = {
    { TRELLIS_PDF_WORD_AUTHOR, TRELLIS_PDF_WORD_NO_AUTHOR,
      trellis_pdf_layout_get (cover, TRELLIS_ATTRIBUTE_AUTHOR) },
    { TRELLIS_PDF_WORD_COURSE, TRELLIS_PDF_WORD_NO_COURSE,
      trellis_pdf_layout_get (cover, TRELLIS_ATTRIBUTE_COURSE) },
    { TRELLIS_PDF_WORD_ADVISOR, TRELLIS_PDF_WORD_NO_ADVISOR,
      trellis_pdf_layout_get (cover, TRELLIS_ATTRIBUTE_ADVISOR) },
    { TRELLIS_PDF_WORD_DATE, TRELLIS_PDF_WORD_NO_DATE, day },
    { TRELLIS_PDF_WORD_CAPTURED, TRELLIS_PDF_WORD_NO_CAPTURED,
      *captured != '\0' ? captured : NULL },
  };
  g_autoptr (GString) absent = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].value != NULL)
      layout_cover_field (self, fields[i].word, fields[i].value);
    else
      g_string_append_printf (absent, "%s%s", absent->len > 0 ? ", " : "",
                              trellis_pdf_word (fields[i].absent, self->language));
  if (absent->len > 0)
    layout_cover_field (self, TRELLIS_PDF_WORD_ABSENT, absent->str);
}

/**
 * trellis_pdf_layout_cover:
 * @title: (nullable): for a cover that names none
 *
 * Lays out the block at the head of the first page: whose report this is, about what, and when its
 * evidence was gathered.
 */
void
trellis_pdf_layout_cover (TrellisPdfLayout  *self,
                          const TrellisNode *cover,
                          const char        *title)
{
  const char *name = trellis_pdf_layout_get (cover, TRELLIS_ATTRIBUTE_NAME);

  if (name == NULL)
    name = title;
  layout_cover_rule (self, COVER_BAR, 10);
  if (name != NULL)
    trellis_pdf_layout_title (self, name);
  layout_cover_fields (self, cover);
  trellis_pdf_layout_blocks (self, cover->first_child);
  layout_cover_rule (self, 0.6, 14);
}

static int
compare_bars (gconstpointer a,
              gconstpointer b)
{
  const TrellisNode *x = *(TrellisNode *const *) a, *y = *(TrellisNode *const *) b;

  return (x->number < y->number) - (x->number > y->number);
}

static void
add_text_cell (TrellisPdfLayout *self,
               TrellisPdfGrid   *grid,
               const char       *plain,
               double            x,
               double            width,
               gboolean          head,
               const char       *scope)
{
  TrellisPdfText *text
      = plain == NULL ? NULL
                      : trellis_pdf_layout_plain (self, plain,
                                                  head ? TRELLIS_PDF_STYLE_TABLE_HEAD
                                                       : TRELLIS_PDF_STYLE_TABLE,
                                                  TRELLIS_PDF_COLOUR_BLACK, width);

  trellis_pdf_grid_add_cell (grid, text, x, scope != NULL ? "TH" : "TD", scope, plain);
}

static void
layout_demand_head (TrellisPdfLayout *self,
                    TrellisPdfGrid   *grid)
{
  const char *language = self->language;
  double      x = SKILL_WIDTH + GAP, which = x + BAR_WIDTH + COUNT_WIDTH + GAP;

  trellis_pdf_grid_begin_head (grid);
  add_text_cell (self, grid, trellis_pdf_word (TRELLIS_PDF_WORD_SKILL, language), 0, SKILL_WIDTH,
                 TRUE, TRELLIS_PDF_SCOPE_COLUMN);
  add_text_cell (self, grid, trellis_pdf_word (TRELLIS_PDF_WORD_POSTINGS, language), x,
                 BAR_WIDTH + COUNT_WIDTH, TRUE, TRELLIS_PDF_SCOPE_COLUMN);
  add_text_cell (self, grid, trellis_pdf_word (TRELLIS_PDF_WORD_WHICH, language), which,
                 grid->width - which - HAVE_WIDTH, TRUE, TRELLIS_PDF_SCOPE_COLUMN);
  add_text_cell (self, grid, trellis_pdf_word (TRELLIS_PDF_WORD_HAVE, language),
                 grid->width - HAVE_WIDTH, HAVE_WIDTH, TRUE, TRELLIS_PDF_SCOPE_COLUMN);
  trellis_pdf_grid_end_row (grid);
}

static void
layout_bar (TrellisPdfLayout  *self,
            TrellisPdfGrid    *grid,
            const TrellisNode *bar,
            guint              total)
{
  double           x = SKILL_WIDTH + GAP, which = x + BAR_WIDTH + COUNT_WIDTH + GAP;
  guint            n = (guint) MAX (bar->number, 0);
  double           length = total > 0 ? BAR_WIDTH * MIN ((double) n / total, 1) : 0;
  g_autofree char *count = trellis_pdf_word_of (n, total, self->language);
  g_autofree char *postings = join_values (bar);

  trellis_pdf_grid_begin_row (grid, "TBody");
  add_text_cell (self, grid, trellis_pdf_layout_get (bar, TRELLIS_ATTRIBUTE_NAME), 0, SKILL_WIDTH,
                 FALSE, TRELLIS_PDF_SCOPE_ROW);
  add_text_cell (self, grid, count, x + BAR_WIDTH + 6, COUNT_WIDTH, FALSE, NULL);
  add_text_cell (self, grid, *postings != '\0' ? postings : NULL, which,
                 grid->width - which - HAVE_WIDTH - GAP, FALSE, NULL);
  trellis_pdf_grid_add_cell (grid,
                             bar->flag ? trellis_pdf_layout_sign (self, TRELLIS_PDF_SIGN_CHECK,
                                                                  TRELLIS_PDF_STYLE_TABLE,
                                                                  TRELLIS_PDF_COLOUR_ACCENT)
                                       : NULL,
                             grid->width - HAVE_WIDTH, "TD", NULL, NULL);
  trellis_pdf_box_ornament (grid->box, TRELLIS_PDF_ORNAMENT_RECT, TRELLIS_PDF_COLOUR_SHADE, x, 6.5,
                            BAR_WIDTH, BAR_HEIGHT);
  trellis_pdf_box_ornament (grid->box, TRELLIS_PDF_ORNAMENT_RECT,
                            bar->flag ? TRELLIS_PDF_COLOUR_ACCENT : TRELLIS_PDF_COLOUR_BAR, x, 6.5,
                            length, BAR_HEIGHT);
  trellis_pdf_grid_end_row (grid);
}

/**
 * trellis_pdf_layout_demand:
 *
 * Lays out what the postings ask for: bars, longest first, in a table that also says all they show.
 */
void
trellis_pdf_layout_demand (TrellisPdfLayout  *self,
                           const TrellisNode *demand)
{
  g_autoptr (GPtrArray) bars = g_ptr_array_new ();
  TrellisPdfGrid        grid;

  for (const TrellisNode *node = demand->first_child; node != NULL; node = node->next)
    if (node->type == TRELLIS_NODE_DEMAND_BAR)
      g_ptr_array_add (bars, (gpointer) node);
    else if (trellis_node_is_block (node))
      trellis_pdf_layout_block (self, node);
  if (bars->len == 0)
    return;
  g_ptr_array_sort (bars, compare_bars);
  trellis_pdf_grid_init (&grid, self, bars->len, 0, self->flow->papers[self->paper].frame_width);
  layout_demand_head (self, &grid);
  for (guint i = 0; i < bars->len; i++)
    layout_bar (self, &grid, g_ptr_array_index (bars, i), (guint) MAX (demand->number, 0));
}

static const struct
{
  TrellisPdfSign   sign; /* or none: a question mark */
  TrellisPdfWord   word;
  TrellisPdfColour colour;
} statuses[] = {
  { TRELLIS_PDF_SIGN_CHECK, TRELLIS_PDF_WORD_MET, TRELLIS_PDF_COLOUR_ACCENT },
  { TRELLIS_PDF_SIGN_CROSS, TRELLIS_PDF_WORD_UNMET, TRELLIS_PDF_COLOUR_BLACK },
  { TRELLIS_PDF_SIGN_NONE, TRELLIS_PDF_WORD_JUDGE, TRELLIS_PDF_COLOUR_ACCENT },
};

static TrellisPdfText *
layout_status (TrellisPdfLayout *self,
               guint             status)
{
  if (statuses[status].sign == TRELLIS_PDF_SIGN_NONE)
    return trellis_pdf_layout_plain (self, "?", TRELLIS_PDF_STYLE_ITEM_TITLE,
                                     statuses[status].colour, -1);
  return trellis_pdf_layout_sign (self, statuses[status].sign, TRELLIS_PDF_STYLE_ITEM_TITLE,
                                  statuses[status].colour);
}

/* The finding, and at the right what it means. */
static void
layout_finding (TrellisPdfLayout *self,
                const char       *finding,
                TrellisPdfWord    status)
{
  g_autofree char *spaced = g_strdup_printf ("%s ", finding);
  double           x = self->right - STATUS_WIDTH;
  TrellisPdfBox   *box = trellis_pdf_layout_add_box (self, 0, 3);
  TrellisPdfTag   *tag = trellis_pdf_layout_tag (self, self->parent, "P", finding);

  trellis_pdf_box_add (box,
                       trellis_pdf_layout_plain (self, spaced, TRELLIS_PDF_STYLE_BODY,
                                                 TRELLIS_PDF_COLOUR_BLACK, x - GAP - self->indent),
                       tag, self->indent);
  trellis_pdf_box_add (box,
                       trellis_pdf_layout_plain (self, trellis_pdf_word (status, self->language),
                                                 TRELLIS_PDF_STYLE_TABLE, TRELLIS_PDF_COLOUR_GREY,
                                                 STATUS_WIDTH),
                       tag, x);
  trellis_pdf_layout_close_box (self, box, 0, 0);
}

static void
layout_criterion (TrellisPdfLayout  *self,
                  const TrellisNode *criterion,
                  TrellisPdfTag     *list,
                  guint              index,
                  guint              n)
{
  guint          status = (guint) CLAMP (criterion->number, 0, 2);
  const char    *name = trellis_pdf_layout_get (criterion, TRELLIS_ATTRIBUTE_NAME);
  TrellisPdfTag *item = trellis_pdf_layout_tag (self, list, "LI", NULL);

  self->label = layout_status (self, status);
  self->label_tag = trellis_pdf_layout_tag (self, item, "Lbl", NULL);
  self->label_x = self->indent - 16;
  self->item = index;
  self->n_items = n;
  self->parent = trellis_pdf_layout_tag (self, item, "LBody", NULL);
  layout_finding (self, name != NULL ? name : "", statuses[status].word);
  trellis_pdf_layout_blocks (self, criterion->first_child);
}

/**
 * trellis_pdf_layout_criteria:
 *
 * Lays out the rules of the assignment, each with a sign and the word for it.
 */
void
trellis_pdf_layout_criteria (TrellisPdfLayout  *self,
                             const TrellisNode *criteria)
{
  TrellisPdfTag *parent = self->parent, *list = NULL;
  guint          n = 0, index = 0;

  for (const TrellisNode *node = criteria->first_child; node != NULL; node = node->next)
    n += node->type == TRELLIS_NODE_CRITERION;
  self->indent += 16;
  for (const TrellisNode *node = criteria->first_child; node != NULL; node = node->next)
    {
      if (node->type == TRELLIS_NODE_CRITERION)
        {
          if (list == NULL)
            list = trellis_pdf_layout_tag (self, parent, "L", NULL);
          layout_criterion (self, node, list, index++, n);
          continue;
        }
      list = NULL;
      self->parent = parent;
      trellis_pdf_layout_block (self, node);
    }
  self->indent -= 16;
  self->parent = parent;
}
