/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-layout.h"

#include <string.h>

#include "trellis-pdf-inlines.h"
#include "trellis-pdf-string.h"

#define LEVEL_WIDTH 146
#define DOT_SIZE 5.5
#define DOT_STEP 8
#define N_DOTS 3

static PangoAttribute *
grey_new (void)
{
  return pango_attr_foreground_new (0, 0, 0);
}

static void
append (TrellisPdfRich *rich,
        const char     *text,
        PangoAttribute *attribute)
{
  g_autofree char *clean = trellis_pdf_string_clean (text);
  g_autofree char *set = trellis_pdf_string_typeset (clean);

  trellis_pdf_rich_append (rich, set, attribute);
}

static void
append_bold (TrellisPdfRich *rich,
             const char     *text)
{
  append (rich, text, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
}

static void
append_separator (TrellisPdfRich *rich,
                  const char     *separator)
{
  if (rich->text->len > 0)
    trellis_pdf_rich_append (rich, separator, NULL);
}

/* Whether the author's note is short enough to follow the name on its line. */
static const TrellisNode *
get_lead_paragraph (const TrellisNode *item)
{
  const TrellisNode *first = item->first_child;

  while (first != NULL && first->type == TRELLIS_NODE_INVOLVEMENT)
    first = first->next;
  return first != NULL && first->type == TRELLIS_NODE_PARAGRAPH ? first : NULL;
}

static void
layout_rest (TrellisPdfLayout  *self,
             const TrellisNode *item,
             const TrellisNode *lead)
{
  const TrellisNode *rest = lead != NULL ? lead->next : item->first_child;

  while (rest != NULL && rest->type == TRELLIS_NODE_INVOLVEMENT)
    rest = rest->next;
  trellis_pdf_layout_blocks (self, rest);
}

/* "Name — what the author says about it", then the other blocks. */
static void
layout_name_and_text (TrellisPdfLayout  *self,
                      const TrellisNode *item,
                      TrellisPdfRich    *rich,
                      double             space_after)
{
  const TrellisNode *lead = get_lead_paragraph (item);

  if (lead != NULL)
    {
      append_separator (rich, "\u00a0— ");
      trellis_pdf_inlines_append (rich, lead, self->language);
    }
  if (rich->text->len > 0)
    trellis_pdf_layout_add_rich (self, rich, "P", TRELLIS_PDF_STYLE_BODY, TRELLIS_PDF_COLOUR_BLACK,
                                 0, space_after);
  layout_rest (self, item, lead);
}

static void
layout_role (TrellisPdfLayout  *self,
             const TrellisNode *role)
{
  g_autoptr (TrellisPdfRich) rich = trellis_pdf_rich_new ();

  append_bold (rich, trellis_pdf_layout_get (role, TRELLIS_ATTRIBUTE_NAME));
  layout_name_and_text (self, role, rich, 7);
}

static void
layout_component (TrellisPdfLayout  *self,
                  const TrellisNode *component)
{
  g_autoptr (TrellisPdfRich) rich = trellis_pdf_rich_new ();
  gboolean                   first = TRUE;

  append_bold (rich, trellis_pdf_layout_get (component, TRELLIS_ATTRIBUTE_NAME));
  for (const TrellisNode *node = component->first_child; node != NULL; node = node->next)
    if (node->type == TRELLIS_NODE_INVOLVEMENT)
      {
        trellis_pdf_rich_append (rich, first ? ": " : ", ", NULL);
        append (rich, trellis_pdf_layout_get (node, TRELLIS_ATTRIBUTE_NAME), NULL);
        first = FALSE;
      }
  layout_name_and_text (self, component, rich, 7);
}

static void
add_dots (TrellisPdfBox *box,
          double         x,
          guint          n)
{
  for (guint i = 0; i < N_DOTS; i++)
    trellis_pdf_box_ornament (box, i < n ? TRELLIS_PDF_ORNAMENT_DOT : TRELLIS_PDF_ORNAMENT_RING,
                              TRELLIS_PDF_COLOUR_ACCENT, x + i * DOT_STEP, 5, DOT_SIZE, DOT_SIZE);
}

/* The level stands at the right: dots to see, the word to read. */
static void
layout_levelled_skill (TrellisPdfLayout  *self,
                       const TrellisNode *skill,
                       TrellisPdfRich    *rich)
{
  const char    *level = trellis_pdf_layout_get (skill, TRELLIS_ATTRIBUTE_LEVEL);
  TrellisPdfBox *box = trellis_pdf_layout_add_box (self, 0, 3);
  TrellisPdfTag *tag = trellis_pdf_layout_tag (self, self->parent, "P", rich->text->str);
  double         x = self->right - LEVEL_WIDTH, words_x = x + N_DOTS * DOT_STEP + 6;

  trellis_pdf_rich_append (rich, " ", NULL);
  trellis_pdf_box_add (box,
                       trellis_pdf_layout_text (self, rich, TRELLIS_PDF_STYLE_BODY,
                                                TRELLIS_PDF_COLOUR_BLACK, x - 12 - self->indent),
                       tag, self->indent);
  if (level != NULL)
    trellis_pdf_box_add (box,
                         trellis_pdf_layout_plain (self, level, TRELLIS_PDF_STYLE_TABLE,
                                                   TRELLIS_PDF_COLOUR_GREY, self->right - words_x),
                         tag, words_x);
  if (skill->number > 0)
    add_dots (box, x, (guint) skill->number);
  trellis_pdf_layout_close_box (self, box, 0, 0);
}

static void
layout_skill (TrellisPdfLayout  *self,
              const TrellisNode *skill)
{
  g_autoptr (TrellisPdfRich) rich = trellis_pdf_rich_new ();
  const char                *qualifier
      = trellis_pdf_layout_get (skill, TRELLIS_ATTRIBUTE_QUALIFIER);
  guint first_box = self->flow->boxes->len;

  append_bold (rich, trellis_pdf_layout_get (skill, TRELLIS_ATTRIBUTE_NAME));
  if (qualifier != NULL)
    {
      g_autofree char *bracketed = g_strdup_printf (" (%s)", qualifier);

      append (rich, bracketed, NULL);
    }
  if (skill->flag)
    {
      trellis_pdf_rich_append (rich, "  ", NULL);
      append (rich, trellis_pdf_word (TRELLIS_PDF_WORD_CHALLENGING, self->language), grey_new ());
    }
  if (skill->number == 0 && trellis_pdf_layout_get (skill, TRELLIS_ATTRIBUTE_LEVEL) == NULL)
    {
      layout_name_and_text (self, skill, rich, 4);
      return;
    }
  layout_levelled_skill (self, skill, rich);
  if (skill->first_child != NULL)
    {
      trellis_pdf_flow_get_box (self->flow, first_box)->flow.keep_with_next = TRUE;
      trellis_pdf_flow_get_box (self->flow, first_box)->flow.space_after = 0;
    }
  trellis_pdf_layout_blocks (self, skill->first_child);
}

static void
append_field (TrellisPdfRich *rich,
              const char     *value)
{
  if (value == NULL || *value == '\0')
    return;
  append_separator (rich, " · ");
  append (rich, value, NULL);
}

static void
layout_posting_title (TrellisPdfLayout  *self,
                      const TrellisNode *posting)
{
  g_autoptr (TrellisPdfRich) rich = trellis_pdf_rich_new ();
  const char                *label = trellis_pdf_layout_get (posting, TRELLIS_ATTRIBUTE_LABEL);
  const char                *title = trellis_pdf_layout_get (posting, TRELLIS_ATTRIBUTE_NAME);

  if (label != NULL)
    {
      append (rich, label, grey_new ());
      trellis_pdf_rich_append (rich, g_str_has_suffix (label, ":") ? " " : ": ", grey_new ());
    }
  if (title != NULL)
    append (rich, title, NULL);
  if (rich->text->len > 0)
    trellis_pdf_layout_add_rich (self, rich, "P", TRELLIS_PDF_STYLE_ITEM_TITLE,
                                 TRELLIS_PDF_COLOUR_BLACK, 0, 1);
}

static void
layout_posting_fields (TrellisPdfLayout  *self,
                       const TrellisNode *posting)
{
  g_autoptr (TrellisPdfRich) rich = trellis_pdf_rich_new ();
  const char                *date = trellis_pdf_layout_get (posting, TRELLIS_ATTRIBUTE_DATE);
  g_autofree char           *captured = NULL;

  append_field (rich, trellis_pdf_layout_get (posting, TRELLIS_ATTRIBUTE_EMPLOYER));
  append_field (rich, trellis_pdf_layout_get (posting, TRELLIS_ATTRIBUTE_PLACE));
  if (date != NULL)
    captured = trellis_pdf_word_captured (date, self->language);
  append_field (rich, captured);
  if (rich->text->len > 0)
    trellis_pdf_layout_add_rich (self, rich, "P", TRELLIS_PDF_STYLE_LABEL, TRELLIS_PDF_COLOUR_GREY,
                                 0, 1);
}

static void
layout_posting_link (TrellisPdfLayout  *self,
                     const TrellisNode *posting)
{
  g_autoptr (TrellisPdfRich) rich = trellis_pdf_rich_new ();
  const char                *target = trellis_pdf_layout_get (posting, TRELLIS_ATTRIBUTE_TARGET);
  const char                *label
      = trellis_pdf_layout_get (posting, TRELLIS_ATTRIBUTE_TARGET_LABEL);

  if (target == NULL)
    return;
  if (label != NULL)
    {
      append (rich, label, NULL);
      trellis_pdf_rich_append (rich, g_str_has_suffix (label, ":") ? " " : ": ", NULL);
    }
  trellis_pdf_inlines_append_link (
      rich, trellis_pdf_layout_get (posting, TRELLIS_ATTRIBUTE_TARGET_TEXT), target);
  trellis_pdf_layout_add_rich (self, rich, "P", TRELLIS_PDF_STYLE_TABLE, TRELLIS_PDF_COLOUR_BLACK,
                               0, 1);
}

static void
layout_posting_skills (TrellisPdfLayout  *self,
                       const TrellisNode *posting)
{
  g_autoptr (TrellisPdfRich) rich = trellis_pdf_rich_new ();
  const char                *label
      = trellis_pdf_layout_get (posting, TRELLIS_ATTRIBUTE_SKILLS_LABEL);

  if (trellis_node_n_values (posting) == 0)
    return;
  if (label != NULL)
    {
      append (rich, label, NULL);
      trellis_pdf_rich_append (rich, g_str_has_suffix (label, ":") ? " " : ": ", NULL);
    }
  for (guint i = 0; i < trellis_node_n_values (posting); i++)
    {
      if (i > 0)
        trellis_pdf_rich_append (rich, ", ", NULL);
      append (rich, trellis_node_value (posting, i), NULL);
    }
  trellis_pdf_layout_add_rich (self, rich, "P", TRELLIS_PDF_STYLE_BODY, TRELLIS_PDF_COLOUR_BLACK, 0,
                               2);
}

/* Title, where, link and skills stay on one page. */
static void
layout_posting (TrellisPdfLayout  *self,
                const TrellisNode *posting)
{
  guint first_box = self->flow->boxes->len;

  layout_posting_title (self, posting);
  layout_posting_fields (self, posting);
  layout_posting_link (self, posting);
  layout_posting_skills (self, posting);
  trellis_pdf_layout_keep_together (self, first_box);
  trellis_pdf_layout_blocks (self, posting->first_child);
}

/**
 * trellis_pdf_layout_meaning:
 * @item: a COMPONENT, ROLE, SKILL or POSTING
 *
 * Lays out an item that has a meaning; its number or bullet waits as the label.
 */
void
trellis_pdf_layout_meaning (TrellisPdfLayout  *self,
                            const TrellisNode *item)
{
  switch (item->type)
    {
    case TRELLIS_NODE_COMPONENT:
      layout_component (self, item);
      break;
    case TRELLIS_NODE_ROLE:
      layout_role (self, item);
      break;
    case TRELLIS_NODE_SKILL:
      layout_skill (self, item);
      break;
    default:
      layout_posting (self, item);
    }
}
