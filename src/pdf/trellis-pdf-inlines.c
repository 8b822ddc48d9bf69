/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-inlines.h"

#include <string.h>

#include "trellis-pdf-string.h"
#include "trellis-pdf-words.h"

#define CODE_SCALE 0.88
#define MAX_DEPTH 64

static void append_children (TrellisPdfRich    *rich,
                             const TrellisNode *parent,
                             const char        *language,
                             guint              depth);

/* Grey text carries a foreground attribute; which grey it is, the back-end knows. */
static PangoAttribute *
grey_new (void)
{
  return pango_attr_foreground_new (0, 0, 0);
}

static void
append_text (TrellisPdfRich *rich,
             const char     *text)
{
  g_autofree char *clean = trellis_pdf_string_clean (text);
  g_autofree char *set = trellis_pdf_string_typeset (clean);

  trellis_pdf_rich_append (rich, g_strdelimit (set, "\n", ' '), NULL);
}

static void
append_code (TrellisPdfRich *rich,
             const char     *text)
{
  g_autofree char *clean = g_strdelimit (trellis_pdf_string_clean (text), "\n", ' ');
  guint            start = (guint) rich->text->len;

  trellis_pdf_rich_append (rich, clean, pango_attr_family_new (TRELLIS_PDF_MONO));
  trellis_pdf_rich_mark (rich, start, pango_attr_scale_new (CODE_SCALE));
}

static void
append_marked (TrellisPdfRich    *rich,
               const TrellisNode *node,
               const char        *language,
               guint              depth,
               PangoAttribute    *attribute)
{
  guint start = (guint) rich->text->len;

  append_children (rich, node, language, depth);
  trellis_pdf_rich_mark (rich, start, attribute);
}

/* "https://example.org/" and "example.org" say the same. */
static gboolean
says_the_same (const char *text,
               const char *address)
{
  const char      *bare = strstr (address, "://");
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  gsize            length;

  if (strcmp (trimmed, address) == 0)
    return TRUE;
  bare = bare != NULL ? bare + 3 : g_str_has_prefix (address, "mailto:") ? address + 7
                                                                         : address;
  length = strlen (bare);
  if (length > 0 && bare[length - 1] == '/')
    length--;
  return strncmp (trimmed, bare, length) == 0
         && (trimmed[length] == '\0' || strcmp (trimmed + length, "/") == 0);
}

/* On paper a link is worth its address. */
static void
append_address (TrellisPdfRich *rich,
                const char     *target)
{
  g_autofree char *clean = g_strstrip (trellis_pdf_string_clean (target));
  g_autofree char *breakable = trellis_pdf_string_breakable_url (clean);

  trellis_pdf_rich_append (rich, breakable, pango_attr_family_new (TRELLIS_PDF_SANS));
}

static void
finish_link (TrellisPdfRich *rich,
             guint           start,
             const char     *target)
{
  g_autofree char *text = g_strdup (rich->text->str + start);
  g_autofree char *uri = trellis_pdf_string_uri (target);
  g_autofree char *description = NULL;

  if (target == NULL || *target == '\0')
    return;
  if (*text == '\0')
    append_address (rich, target);
  if (uri == NULL)
    {
      if (*text != '\0' && !says_the_same (text, target) && *target != '#')
        {
          trellis_pdf_rich_append (rich, " (", NULL);
          append_address (rich, target);
          trellis_pdf_rich_append (rich, ")", NULL);
        }
      return;
    }
  description = *text == '\0' || says_the_same (text, target)
                    ? g_strdup (uri)
                    : g_strdup_printf ("%s: %s", text, uri);
  if (*text == '\0' || says_the_same (text, target))
    {
      trellis_pdf_rich_link (rich, start, uri, description);
      return;
    }
  trellis_pdf_rich_append (rich, " ", NULL);
  append_address (rich, target);
  trellis_pdf_rich_link (rich, start, uri, description);
}

/**
 * trellis_pdf_inlines_append_link:
 * @text: (nullable): its words
 * @target: address as written
 *
 * Appends a link whose address is printed too, unless its words are the address.
 */
void
trellis_pdf_inlines_append_link (TrellisPdfRich *rich,
                                 const char     *text,
                                 const char     *target)
{
  guint start = (guint) rich->text->len;

  if (text != NULL)
    append_text (rich, text);
  finish_link (rich, start, target);
}

/* A link in a link cannot be; the outer one holds. */
static gboolean
is_in_link (const TrellisNode *node)
{
  for (node = node->parent; node != NULL; node = node->parent)
    if (node->type == TRELLIS_NODE_LINK)
      return TRUE;
  return FALSE;
}

static void
append_link (TrellisPdfRich    *rich,
             const TrellisNode *node,
             const char        *language,
             guint              depth)
{
  guint start = (guint) rich->text->len;

  append_children (rich, node, language, depth);
  if (!is_in_link (node))
    finish_link (rich, start, trellis_node_get (node, TRELLIS_ATTRIBUTE_TARGET));
}

static void
append_image (TrellisPdfRich    *rich,
              const TrellisNode *node,
              const char        *language,
              guint              depth)
{
  guint start = (guint) rich->text->len;

  trellis_pdf_rich_append (rich, "[", NULL);
  trellis_pdf_rich_append (rich, trellis_pdf_word (TRELLIS_PDF_WORD_IMAGE, language), NULL);
  trellis_pdf_rich_append (rich, ": ", NULL);
  append_children (rich, node, language, depth);
  trellis_pdf_rich_append (rich, "]", NULL);
  trellis_pdf_rich_mark (rich, start, grey_new ());
}

static void
append_html (TrellisPdfRich *rich,
             const char     *html)
{
  g_autofree char *text = trellis_pdf_html_to_text (html);

  if (g_ascii_strncasecmp (html, "<br", 3) == 0)
    trellis_pdf_rich_append (rich, "\n", NULL);
  else
    append_text (rich, text);
}

static void
append_inline (TrellisPdfRich    *rich,
               const TrellisNode *node,
               const char        *language,
               guint              depth)
{
  switch (node->type)
    {
    case TRELLIS_NODE_TEXT:
      append_text (rich, node->text);
      break;
    case TRELLIS_NODE_CODE:
      append_code (rich, node->text);
      break;
    case TRELLIS_NODE_EMPHASIS:
      append_marked (rich, node, language, depth, pango_attr_style_new (PANGO_STYLE_ITALIC));
      break;
    case TRELLIS_NODE_STRONG:
      append_marked (rich, node, language, depth, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      break;
    case TRELLIS_NODE_STRIKE:
      append_marked (rich, node, language, depth, pango_attr_strikethrough_new (TRUE));
      break;
    case TRELLIS_NODE_LINK:
      append_link (rich, node, language, depth);
      break;
    case TRELLIS_NODE_IMAGE:
      append_image (rich, node, language, depth);
      break;
    case TRELLIS_NODE_HTML:
      append_html (rich, node->text != NULL ? node->text : "");
      break;
    case TRELLIS_NODE_SOFT_BREAK:
      trellis_pdf_rich_append (rich, " ", NULL);
      break;
    case TRELLIS_NODE_HARD_BREAK:
      trellis_pdf_rich_append (rich, "\n", NULL);
      break;
    default:
      append_children (rich, node, language, depth);
    }
}

static void
append_children (TrellisPdfRich    *rich,
                 const TrellisNode *parent,
                 const char        *language,
                 guint              depth)
{
  if (depth > MAX_DEPTH)
    {
      g_autofree char *text = trellis_node_to_plain_text (parent);

      append_text (rich, text);
      return;
    }
  for (const TrellisNode *node = parent->first_child; node != NULL; node = node->next)
    if (!trellis_node_is_block (node))
      append_inline (rich, node, language, depth + 1);
}

/**
 * trellis_pdf_inlines_append:
 * @parent: a block with inlines
 * @language: of the document
 *
 * Appends the block's inline children with their marks and links.
 */
void
trellis_pdf_inlines_append (TrellisPdfRich    *rich,
                            const TrellisNode *parent,
                            const char        *language)
{
  append_children (rich, parent, language, 0);
}
