/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-markdown-write-inlines.h"

#include <string.h>

#include "trellis-markdown-escape.h"
#include "trellis-markdown-inlines.h"

typedef struct
{
  GString    *out;
  gsize       line; /* where the line begins */
  GHashTable *labels;
  gboolean    link; /* inside a link's text */
  gboolean    math; /* there is more than one $ */
  gboolean    cell;
  gboolean    heading;
} Writer;

static void write_children (Writer            *writer,
                            const TrellisNode *node);

/* The first character that `node` writes. */
static char
first_of (const TrellisNode *node)
{
  switch (node->type)
    {
    case TRELLIS_NODE_EMPHASIS:
    case TRELLIS_NODE_STRONG:
      return '*';
    case TRELLIS_NODE_STRIKE:
      return '~';
    case TRELLIS_NODE_CODE:
      return '`';
    case TRELLIS_NODE_LINK:
      return node->flag ? '<' : '[';
    case TRELLIS_NODE_IMAGE:
      return '!';
    case TRELLIS_NODE_HTML:
      return *node->text;
    default:
      return '\n';
    }
}

/* What follows a text: its sibling, or the mark that closes its parent. */
static char
first_after (const TrellisNode *text)
{
  if (text->next != NULL)
    return first_of (text->next);
  switch (text->parent->type)
    {
    case TRELLIS_NODE_EMPHASIS:
    case TRELLIS_NODE_STRONG:
      return '*';
    case TRELLIS_NODE_STRIKE:
      return '~';
    case TRELLIS_NODE_LINK:
    case TRELLIS_NODE_IMAGE:
      return ']';
    default:
      return '\n';
    }
}

static void
end_line (Writer *writer)
{
  if (!writer->heading)
    trellis_markdown_escape_line_start (writer->out, writer->line, writer->cell);
}

static void
write_break (Writer     *writer,
             const char *mark)
{
  end_line (writer);
  g_string_append (writer->out, mark);
  writer->line = writer->out->len;
}

/* Code between more backticks than stand in it. */
static void
write_code (Writer     *writer,
            const char *code)
{
  gsize            longest = 0;
  g_autofree char *marks = NULL;
  const char      *pad = *code == '`' || g_str_has_suffix (code, "`") ? " " : "";

  for (const char *at = strchr (code, '`'); at != NULL; at = strchr (at, '`'))
    {
      gsize run = strspn (at, "`");

      longest = MAX (longest, run);
      at += run;
    }
  marks = g_strnfill (longest + 1, '`');
  g_string_append_printf (writer->out, "%s%s%s%s%s", marks, pad, code, pad, marks);
}

/* What `text` needs so that a backslash in it is one, with those of `marks` and "[" behind ")"
 * hidden by another. */
static void
append_guarded (GString    *out,
                const char *text,
                const char *marks)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      gboolean doubled = *at == '\\' && (at[1] == '\0' || g_ascii_ispunct (at[1]));
      gboolean reversed = *at == '[' && at > text && at[-1] == ')';

      if (doubled || reversed || strchr (marks, *at) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *at);
    }
}

static gboolean
is_balanced (const char *target)
{
  int open = 0;

  for (; *target != '\0' && open >= 0; target++)
    open += (*target == '(') - (*target == ')');
  return open == 0;
}

static void
write_target (GString    *out,
              const char *target)
{
  if (strpbrk (target, " <>") != NULL || !is_balanced (target))
    {
      g_string_append_c (out, '<');
      append_guarded (out, target, "<>");
      g_string_append_c (out, '>');
    }
  else
    append_guarded (out, target, "");
}

static void
write_link (Writer            *writer,
            const TrellisNode *link)
{
  const char *title = trellis_node_get (link, TRELLIS_ATTRIBUTE_NAME);
  const char *label = trellis_node_get (link, TRELLIS_ATTRIBUTE_LABEL);
  gboolean    outer = writer->link;

  if (link->type == TRELLIS_NODE_LINK && link->flag)
    {
      g_string_append_printf (writer->out, "<%s>", link->first_child->text);
      return;
    }

  g_string_append (writer->out, link->type == TRELLIS_NODE_IMAGE ? "![" : "[");
  writer->link = TRUE;
  write_children (writer, link);
  writer->link = outer;
  if (*label != '\0')
    {
      g_string_append_printf (writer->out, "][%s]", label);
      return;
    }

  g_string_append (writer->out, "](");
  write_target (writer->out, trellis_node_get (link, TRELLIS_ATTRIBUTE_TARGET));
  if (*title != '\0')
    {
      g_string_append (writer->out, " \"");
      append_guarded (writer->out, title, "\"");
      g_string_append_c (writer->out, '"');
    }
  g_string_append_c (writer->out, ')');
}

static void
write_between (Writer            *writer,
               const char        *mark,
               const TrellisNode *node)
{
  g_string_append (writer->out, mark);
  write_children (writer, node);
  g_string_append (writer->out, mark);
}

static void
write_text (Writer            *writer,
            const TrellisNode *text)
{
  TrellisEscape context = { writer->labels, writer->link, writer->math, first_after (text) };

  trellis_markdown_escape_text (writer->out, text->text, &context);
}

static void
write_one (Writer            *writer,
           const TrellisNode *node)
{
  switch (node->type)
    {
    case TRELLIS_NODE_TEXT:
      write_text (writer, node);
      break;
    case TRELLIS_NODE_EMPHASIS:
      write_between (writer, "*", node);
      break;
    case TRELLIS_NODE_STRONG:
      write_between (writer, "**", node);
      break;
    case TRELLIS_NODE_STRIKE:
      write_between (writer, "~~", node);
      break;
    case TRELLIS_NODE_CODE:
      write_code (writer, node->text);
      break;
    case TRELLIS_NODE_LINK:
    case TRELLIS_NODE_IMAGE:
      write_link (writer, node);
      break;
    case TRELLIS_NODE_HTML:
      g_string_append (writer->out, node->text);
      break;
    case TRELLIS_NODE_SOFT_BREAK:
      write_break (writer, "\n");
      break;
    case TRELLIS_NODE_HARD_BREAK:
      write_break (writer, "  \n");
      break;
    default:
      break;
    }
}

static void
write_children (Writer            *writer,
                const TrellisNode *node)
{
  for (const TrellisNode *child = node->first_child; child != NULL; child = child->next)
    write_one (writer, child);
}

static gboolean
has_several_dollars (const TrellisNode *container)
{
  guint dollars = 0;

  for (const TrellisNode *node = container; node != NULL && dollars < 2;
       node = trellis_node_next_in_tree (node, container))
    for (const char *at = node->text != NULL ? strchr (node->text, '$') : NULL;
         at != NULL && dollars < 2; at = strchr (at + 1, '$'))
      dollars++;
  return dollars > 1;
}

/* "Title #" would end with closing marks. */
static void
escape_heading (GString *out)
{
  if (*out->str == '#')
    g_string_insert_c (out, 0, '\\');
  if (out->len > 1 && g_str_has_suffix (out->str, "#") && out->str[out->len - 2] != '\\')
    g_string_insert_c (out, (gssize) out->len - 1, '\\');
}

/**
 * trellis_markdown_write_inlines:
 * @container: a tidy HEADING, PARAGRAPH or TABLE_CELL
 * @labels: (nullable): the definitions that will be written
 *
 * Returns: (transfer full): its Markdown, lines with \n between
 */
char *
trellis_markdown_write_inlines (const TrellisNode *container,
                                GHashTable        *labels)
{
  Writer writer = {
    .out = g_string_new (NULL),
    .labels = labels,
    .math = has_several_dollars (container),
    .cell = container->type == TRELLIS_NODE_TABLE_CELL,
    .heading = container->type == TRELLIS_NODE_HEADING,
  };

  write_children (&writer, container);
  end_line (&writer);
  if (writer.heading)
    escape_heading (writer.out);
  return g_string_free_and_steal (writer.out);
}

/* Returns: (transfer full) (nullable): what stands in a table's cell, with its bars escaped; NULL
 *   when it has one behind a backslash, which cannot be written */
char *
trellis_markdown_cell_encode (const char *inlines)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *at = inlines; *at != '\0'; at++)
    {
      if (*at == '\\' && at[1] == '|')
        return NULL;
      if (*at == '|')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *at);
      if (*at == '\\' && at[1] != '\0')
        g_string_append_c (out, *++at);
    }
  return g_string_free_and_steal (g_steal_pointer (&out));
}

/* Returns: (transfer full): the other way round */
char *
trellis_markdown_cell_decode (const char *cell)
{
  GString *out = g_string_new (NULL);

  for (const char *at = cell; *at != '\0'; at++)
    {
      if (*at == '\\' && at[1] == '|')
        at++;
      else if (*at == '\\' && at[1] != '\0')
        g_string_append_c (out, *at++);
      g_string_append_c (out, *at);
    }
  return g_string_free_and_steal (out);
}
