/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-markdown-tidy.h"

#include <string.h>

#include "trellis-markdown-addresses.h"
#include "trellis-markdown-html.h"
#include "trellis-markdown-lines.h"
#include "trellis-outline-line.h"

#define MAX_DEPTH 16

static gboolean
is_emphasis (const TrellisNode *node)
{
  return node->type == TRELLIS_NODE_EMPHASIS || node->type == TRELLIS_NODE_STRONG
         || node->type == TRELLIS_NODE_STRIKE;
}

static gboolean
is_span (const TrellisNode *node)
{
  return is_emphasis (node) || node->type == TRELLIS_NODE_LINK || node->type == TRELLIS_NODE_IMAGE;
}

static gboolean
is_break (const TrellisNode *node)
{
  return node->type == TRELLIS_NODE_SOFT_BREAK || node->type == TRELLIS_NODE_HARD_BREAK;
}

gboolean
trellis_markdown_holds_inlines (const TrellisNode *node)
{
  return node->type == TRELLIS_NODE_PARAGRAPH || node->type == TRELLIS_NODE_HEADING
         || node->type == TRELLIS_NODE_TABLE_CELL;
}

/* Puts the children of `node` in its place and frees it. */
void
trellis_markdown_unwrap (TrellisNode *node)
{
  while (node->first_child != NULL)
    trellis_node_insert_before (node, trellis_node_unlink (node->first_child));
  trellis_markdown_drop (node);
}

void
trellis_markdown_drop (TrellisNode *node)
{
  trellis_node_free (trellis_node_unlink (node));
}

/* The next node in document order that is not below `node`, within `root`. */
TrellisNode *
trellis_markdown_next_beside (const TrellisNode *node,
                              const TrellisNode *root)
{
  while (node != root && node->next == NULL)
    node = node->parent;
  return node != root ? node->next : NULL;
}

/* The text of an inline or of a block of inlines, tags and addresses aside. */
char *
trellis_markdown_inline_text (const TrellisNode *node)
{
  GString *text = g_string_new (NULL);

  for (const TrellisNode *at = node; at != NULL; at = trellis_node_next_in_tree (at, node))
    if (at->type == TRELLIS_NODE_TEXT || at->type == TRELLIS_NODE_CODE)
      g_string_append (text, at->text);
    else if (is_break (at))
      g_string_append_c (text, ' ');
  return g_string_free_and_steal (text);
}

static gboolean
stands_in (const TrellisNode *node,
           TrellisNodeType    type,
           const TrellisNode *container)
{
  for (node = node->parent; node != container; node = node->parent)
    if (node->type == type)
      return TRUE;
  return FALSE;
}

static int
depth_in (const TrellisNode *node,
          const TrellisNode *container)
{
  int depth = 0;

  for (; node != container; node = node->parent)
    depth++;
  return depth;
}

/* Replaces `text` by its lines with breaks between; a plain text has none. */
static void
split_lines (TrellisNode *text)
{
  g_auto (GStrv) lines = NULL;

  if (strchr (text->text, '\n') == NULL)
    return;
  lines = g_strsplit (text->text, "\n", -1);
  for (guint i = 0; lines[i + 1] != NULL; i++)
    {
      trellis_node_insert_before (text, trellis_node_new_text (TRELLIS_NODE_TEXT, lines[i]));
      trellis_node_insert_before (text, trellis_node_new (TRELLIS_NODE_SOFT_BREAK));
    }
  g_set_str (&text->text, lines[g_strv_length (lines) - 1]);
}

static void
clean_text (TrellisNode *text)
{
  g_autofree char *clean = trellis_markdown_lines_clean (text->text != NULL ? text->text : "");

  g_set_str (&text->text, clean);
}

/* The length of the blank character at `text`, or 0; no-break spaces count where lines begin and
 * end. */
static gsize
blank_length (const char *text)
{
  if (*text == ' ')
    return 1;
  if (strncmp (text, "\xC2\xA0", 2) == 0)
    return 2;
  return strncmp (text, "\xE2\x80\xAF", 3) == 0 ? 3 : 0;
}

static const char *
skip_blanks (const char *text)
{
  for (gsize length = blank_length (text); length > 0; length = blank_length (text))
    text += length;
  return text;
}

static void
trim_end (TrellisNode *text)
{
  gsize length = strlen (text->text);

  while (length > 0)
    {
      const char *last = g_utf8_prev_char (text->text + length);

      if (blank_length (last) == 0)
        break;
      length = last - text->text;
    }
  text->text[length] = '\0';
}

/* One line, without blanks at its ends. */
static void
join_lines (TrellisNode *node)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *at = skip_blanks (g_strdelimit (node->text, "\n", ' ')); *at != '\0'; at++)
    if (*at != ' ' || out->str[out->len - 1] != ' ')
      g_string_append_c (out, *at);
  g_set_str (&node->text, out->str);
  trim_end (node);
}

/* An image shows one plain text; without any it says at least that it is one. */
static void
tidy_image (TrellisNode *image)
{
  g_autofree char *text = trellis_markdown_inline_text (image);

  while (image->first_child != NULL)
    trellis_markdown_drop (image->first_child);
  g_strstrip (text);
  trellis_node_append (image,
                       trellis_node_new_text (TRELLIS_NODE_TEXT, *text != '\0' ? text : "image"));
}

/* Gives `node` the form that all others rely on; FALSE when it had to go. */
static gboolean
tidy_node (TrellisNode *node,
           TrellisNode *container)
{
  gboolean one_line = container->type != TRELLIS_NODE_PARAGRAPH
                      || stands_in (node, TRELLIS_NODE_LINK, container);

  switch (node->type)
    {
    case TRELLIS_NODE_TEXT:
      clean_text (node);
      if (one_line)
        g_strdelimit (node->text, "\n", ' ');
      else
        split_lines (node);
      return TRUE;
    case TRELLIS_NODE_CODE:
    case TRELLIS_NODE_HTML:
      clean_text (node);
      join_lines (node);
      if (node->type == TRELLIS_NODE_HTML)
        {
          g_autofree char *tidy = trellis_markdown_html_tidy (node->text);

          g_set_str (&node->text, tidy);
        }
      return *node->text != '\0';
    case TRELLIS_NODE_SOFT_BREAK:
    case TRELLIS_NODE_HARD_BREAK:
      if (one_line)
        {
          node->type = TRELLIS_NODE_TEXT;
          node->text = g_strdup (" ");
        }
      return TRUE;
    case TRELLIS_NODE_IMAGE:
      tidy_image (node);
      return TRUE;
    default:
      return TRUE;
    }
}

/* A span says nothing where it stands in one of its own kind, or too deep. */
static gboolean
is_redundant (const TrellisNode *node,
              const TrellisNode *container)
{
  if (!is_span (node) || node->type == TRELLIS_NODE_IMAGE)
    return FALSE;
  return stands_in (node, node->type, container) || depth_in (node, container) > MAX_DEPTH;
}

static void
tidy_nodes (TrellisNode *container)
{
  TrellisNode *next;

  for (TrellisNode *node = container->first_child; node != NULL; node = next)
    {
      if (is_redundant (node, container))
        {
          next = node->first_child != NULL ? node->first_child
                                           : trellis_markdown_next_beside (node, container);
          trellis_markdown_unwrap (node);
        }
      else if (!tidy_node (node, container))
        {
          next = trellis_markdown_next_beside (node, container);
          trellis_markdown_drop (node);
        }
      else
        next = trellis_node_next_in_tree (node, container);
    }
}

/* Appends `text` with runs of blanks as one. */
static void
append_collapsed (GString    *out,
                  const char *text)
{
  while (*text != '\0')
    {
      gsize blanks = strspn (text, " ");
      gsize length;

      if (blanks > 0 && (out->len == 0 || out->str[out->len - 1] != ' '))
        g_string_append_c (out, ' ');
      text += blanks;
      length = strcspn (text, " ");
      g_string_append_len (out, text, (gssize) length);
      text += length;
    }
}

static gboolean
is_collapsed (const char *text)
{
  return strstr (text, "  ") == NULL;
}

static gboolean
is_text (const TrellisNode *node)
{
  return node != NULL && node->type == TRELLIS_NODE_TEXT;
}

/* Joins neighbouring texts and collapses blanks. */
static void
merge_texts (TrellisNode *container)
{
  for (TrellisNode *node = container; node != NULL;
       node = trellis_node_next_in_tree (node, container))
    {
      g_autoptr (GString) text = NULL;

      if (node->type != TRELLIS_NODE_TEXT || (!is_text (node->next) && is_collapsed (node->text)))
        continue;
      text = g_string_new (NULL);
      append_collapsed (text, node->text);
      while (is_text (node->next))
        {
          append_collapsed (text, node->next->text);
          trellis_markdown_drop (node->next);
        }
      g_set_str (&node->text, text->str);
    }
}

static void
link_addresses (TrellisNode *container)
{
  TrellisNode *next;

  for (TrellisNode *node = container->first_child; node != NULL; node = next)
    {
      gboolean skip = node->type == TRELLIS_NODE_LINK || node->type == TRELLIS_NODE_IMAGE;

      next = skip ? trellis_markdown_next_beside (node, container)
                  : trellis_node_next_in_tree (node, container);
      if (node->type == TRELLIS_NODE_TEXT && !stands_in (node, TRELLIS_NODE_LINK, container))
        trellis_markdown_addresses_link (node);
    }
}

/* Bullets that people type, which our reader takes for the beginning of an item. */
static const char *
skip_bullets (const char *text)
{
  for (;;)
    {
      TrellisLine info = { 0 };

      text = skip_blanks (text);
      if ((guchar) *text < 128)
        return text;
      trellis_outline_line_classify (&info, text);
      if (info.kind != TRELLIS_LINE_ITEM || info.marker != '-')
        return text;
      text = g_utf8_next_char (text);
    }
}

/* Takes the blanks off the ends of lines; texts may become empty. */
static void
trim_lines (TrellisNode *container)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new (); /* at the end of the line so far */
  gboolean              start = TRUE;

  for (TrellisNode *node = container;; node = trellis_node_next_in_tree (node, container))
    {
      if (node == NULL || is_break (node))
        {
          for (guint i = texts->len; i > 0; i--)
            {
              trim_end (g_ptr_array_index (texts, i - 1));
              if (*((TrellisNode *) g_ptr_array_index (texts, i - 1))->text != '\0')
                break;
            }
          g_ptr_array_set_size (texts, 0);
          start = TRUE;
          if (node == NULL)
            return;
        }
      else if (node->type == TRELLIS_NODE_TEXT)
        {
          if (start)
            {
              const char *text = container->type == TRELLIS_NODE_PARAGRAPH
                                     ? skip_bullets (node->text)
                                     : skip_blanks (node->text);

              memmove (node->text, text, strlen (text) + 1);
            }
          if (*skip_blanks (node->text) != '\0')
            {
              g_ptr_array_set_size (texts, 0);
              start = FALSE;
            }
          g_ptr_array_add (texts, node);
        }
      else if (node->type == TRELLIS_NODE_CODE || node->type == TRELLIS_NODE_HTML
               || node->type == TRELLIS_NODE_IMAGE)
        {
          g_ptr_array_set_size (texts, 0);
          start = FALSE;
        }
    }
}

/* Moves a blank at an end of `span` out of it: "** bold**" is none. */
static void
move_blanks_out (TrellisNode *span)
{
  TrellisNode *first = span->first_child;
  TrellisNode *last = span->last_child;

  if (first != NULL && first->type == TRELLIS_NODE_TEXT && *first->text == ' ')
    {
      memmove (first->text, first->text + 1, strlen (first->text));
      trellis_node_insert_before (span, trellis_node_new_text (TRELLIS_NODE_TEXT, " "));
    }
  if (last != NULL && last->type == TRELLIS_NODE_TEXT && g_str_has_suffix (last->text, " "))
    {
      TrellisNode *blank = trellis_node_new_text (TRELLIS_NODE_TEXT, " ");

      last->text[strlen (last->text) - 1] = '\0';
      if (span->next != NULL)
        trellis_node_insert_before (span->next, blank);
      else
        trellis_node_append (span->parent, blank);
    }
}

static gboolean
is_empty (const TrellisNode *node)
{
  if (node->type == TRELLIS_NODE_TEXT)
    return *node->text == '\0';
  return is_emphasis (node) && node->first_child == NULL;
}

/* Whether a break has nothing before it in its line, or nothing behind it at all. */
static gboolean
is_idle_break (const TrellisNode *node,
               gboolean           start,
               const TrellisNode *container)
{
  if (!is_break (node))
    return FALSE;
  for (const TrellisNode *rest = trellis_node_next_in_tree (node, container); rest != NULL;
       rest = trellis_node_next_in_tree (rest, container))
    if (!is_break (rest) && !is_span (rest) && !is_empty (rest))
      return start;
  return TRUE;
}

/* Drops what says nothing, and the spans that hold nothing then. */
static void
drop_empty (TrellisNode *container)
{
  gboolean     start = TRUE;
  TrellisNode *next;

  for (TrellisNode *node = container->first_child; node != NULL; node = next)
    {
      TrellisNode *parent = node->parent;

      next = trellis_node_next_in_tree (node, container);
      if (!is_empty (node) && !is_idle_break (node, start, container))
        {
          start = is_break (node) || (start && is_span (node) && node->type != TRELLIS_NODE_IMAGE);
          continue;
        }
      trellis_markdown_drop (node);
      while (parent != container && is_emphasis (parent) && parent->first_child == NULL)
        {
          TrellisNode *empty = parent;

          parent = parent->parent;
          trellis_markdown_drop (empty);
        }
    }
}

static void
move_all_blanks_out (TrellisNode *container)
{
  for (TrellisNode *node = container->first_child; node != NULL;
       node = trellis_node_next_in_tree (node, container))
    if (is_span (node))
      move_blanks_out (node);
}

/**
 * trellis_markdown_tidy_inlines:
 * @container: a HEADING, PARAGRAPH or TABLE_CELL
 *
 * Gives its inlines their regular form: texts joined, blanks single and never at the end of a line
 * or span, bare addresses as links, spans not in spans of their kind, nothing empty.
 */
void
trellis_markdown_tidy_inlines (TrellisNode *container)
{
  tidy_nodes (container);
  merge_texts (container);
  link_addresses (container);
  move_all_blanks_out (container);
  trellis_markdown_tidy_links (container);
  merge_texts (container);
  trim_lines (container);
  drop_empty (container);
  merge_texts (container);
}
