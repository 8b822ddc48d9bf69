/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-html.h"

#include <string.h>

/* What nobody sees. */
static const char *const hidden[] = {
  "head", "iframe", "noscript", "object", "script", "style", "svg", "template", "textarea", NULL,
};

/* What begins and ends a line. */
static const char *const blocks[] = {
  "address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt",
  "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "li", "main", "nav", "ol",
  "option", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", NULL,
};

/* What stands apart from what is before and after. */
static const char *const paragraphs[]
    = { "h1", "h2", "h3", "h4", "h5", "h6", "p", NULL };

/* Lines are broken only when more text comes, so nothing ends in empty ones. */
typedef struct
{
  GString *out;
  int      breaks;
  gboolean space;
  gboolean bullet;
  int      pre;   /* how many <pre> are open */
  int      items; /* how many <li> are */
} Writer;

static gboolean
is_one_of (xmlNode           *node,
           const char *const *names)
{
  for (; *names != NULL; names++)
    if (g_ascii_strcasecmp ((const char *) node->name, *names) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_tag (xmlNode    *node,
        const char *name)
{
  return g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

static void
want_breaks (Writer *self,
             int     breaks)
{
  self->space = FALSE;
  if (!self->bullet)
    self->breaks = MAX (self->breaks, breaks);
}

static void
begin_text (Writer *self)
{
  if (self->out->len > 0)
    for (int i = 0; i < self->breaks; i++)
      g_string_append_c (self->out, '\n');
  if (self->bullet)
    g_string_append (self->out, "- ");
  else if (self->space && self->breaks == 0 && self->out->len > 0)
    g_string_append_c (self->out, ' ');
  self->breaks = 0;
  self->bullet = FALSE;
  self->space = FALSE;
}

static void
write_text (Writer     *self,
            const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (self->pre > 0 && *p == '\n')
        self->breaks = MIN (self->breaks + 1, 2);
      else if (strchr (" \t\r\n", *p) != NULL)
        self->space = TRUE;
      else
        {
          if (self->space || self->breaks > 0 || self->bullet)
            begin_text (self);
          g_string_append_c (self->out, *p);
        }
    }
}

static void
enter (Writer  *self,
       xmlNode *node)
{
  if (is_tag (node, "br"))
    {
      self->space = FALSE;
      self->breaks = MIN (self->breaks + 1, 2);
    }
  else if (is_tag (node, "td") || is_tag (node, "th"))
    self->space = TRUE;
  else if (is_one_of (node, paragraphs))
    want_breaks (self, self->items > 0 ? 1 : 2);
  else if (is_one_of (node, blocks))
    want_breaks (self, 1);

  if (is_tag (node, "li"))
    {
      self->bullet = TRUE;
      self->items++;
    }
  if (is_tag (node, "pre"))
    self->pre++;
}

static void
leave (Writer  *self,
       xmlNode *node)
{
  if (is_tag (node, "li"))
    {
      self->bullet = FALSE;
      self->items--;
    }
  if (is_tag (node, "pre"))
    self->pre--;
  if (is_one_of (node, paragraphs))
    want_breaks (self, self->items > 0 ? 1 : 2);
  else if (is_one_of (node, blocks))
    want_breaks (self, 1);
}

/* Whether @node is an element that no reader sees. */
gboolean
trellis_posting_html_is_hidden (xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && is_one_of (node, hidden);
}

static gboolean
is_left_out (xmlNode               *node,
             TrellisPostingHtmlMode mode)
{
  return trellis_posting_html_is_hidden (node)
         || (mode == TRELLIS_POSTING_HTML_PAGE && node->_private != NULL);
}

/* Writes @node; returns whether what is inside is to be written too. */
static gboolean
visit (Writer                *self,
       xmlNode               *node,
       TrellisPostingHtmlMode mode)
{
  if (node->type == XML_TEXT_NODE && node->content != NULL)
    write_text (self, (const char *) node->content);
  if (node->type != XML_ELEMENT_NODE || is_left_out (node, mode))
    return FALSE;

  enter (self, node);
  if (node->children != NULL)
    return TRUE;
  leave (self, node);
  return FALSE;
}

/**
 * trellis_posting_html_text:
 *
 * Returns: (transfer full): what a reader sees inside @root: a line a block, an empty one around
 *   paragraphs and headings, "- " before items
 */
char *
trellis_posting_html_text (xmlNode               *root,
                           TrellisPostingHtmlMode mode)
{
  Writer   self = { .out = g_string_new (NULL) };
  xmlNode *node = root;

  while (node != NULL)
    {
      gboolean inside = visit (&self, node, mode);

      /* An item that is asked for by itself stands in no list. */
      if (node == root)
        self.bullet = FALSE;
      if (inside)
        {
          node = node->children;
          continue;
        }
      while (node != root && node->next == NULL)
        {
          node = node->parent;
          leave (&self, node);
        }
      node = node != root ? node->next : NULL;
    }

  return g_string_free_and_steal (self.out);
}
