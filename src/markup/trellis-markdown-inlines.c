/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-markdown-inlines.h"

#include <md4c.h>
#include <string.h>

#include "trellis-markdown-addresses.h"
#include "trellis-markdown-definition.h"
#include "trellis-markdown-html.h"
#include "trellis-text.h"

/* md4c is given one paragraph at a time. A first line of our own and four blanks before every
 * other line make sure that it sees nothing but a paragraph, whatever the lines look like; the
 * definitions that the paragraph refers to follow it. */

#define FIRST_LINE "x"
#define INDENT "    "
#define MARKS "`<*\\\n" /* where prepare() looks twice */
#define MAX_DEPTH 16
#define MAX_LABEL 1000 /* bytes to look around for the partner of a mark */
#define REFERENCE "trellis-reference:"

typedef struct
{
  TrellisNode *container;
  TrellisNode *at;      /* where the next inline goes */
  GPtrArray   *used;    /* TrellisDefinition of the references, by their number */
  int          depth;   /* of open spans, ignored ones too */
  int          ignored; /* spans open beyond the deepest */
  gboolean     begun;   /* the first line is over */
} Reader;

/* Returns: (transfer full): a table of labels: folded → TrellisDefinition, which it owns */
GHashTable *
trellis_markdown_labels_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) trellis_definition_free);
}

/* Returns: (transfer full): the label as labels are compared */
char *
trellis_markdown_label_fold (const char *label)
{
  return trellis_text_fold (label);
}

gboolean
trellis_markdown_labels_have (GHashTable *labels,
                              const char *label)
{
  g_autofree char *folded = NULL;

  if (labels == NULL || g_hash_table_size (labels) == 0)
    return FALSE;
  folded = trellis_markdown_label_fold (label);
  return g_hash_table_contains (labels, folded);
}

static void
append_text (Reader         *reader,
             TrellisNodeType type,
             const char     *text,
             gsize           length)
{
  g_autofree char *piece = g_strndup (text, length);

  trellis_node_append (reader->at, trellis_node_new_text (type, piece));
}

/* A comment, or a tag that HTML has. */
static gboolean
is_markup (const char *text,
           gsize       length)
{
  g_autofree char *raw = g_strndup (text, length);

  return g_str_has_prefix (raw, "<!--") || trellis_markdown_html_is_tag (raw);
}

static int
on_text (MD_TEXTTYPE    type,
         const MD_CHAR *text,
         MD_SIZE        size,
         void          *data)
{
  Reader *reader = data;

  if (!reader->begun)
    {
      reader->begun = type == MD_TEXT_SOFTBR;
      return 0;
    }

  switch (type)
    {
    case MD_TEXT_BR:
      trellis_node_append (reader->at, trellis_node_new (TRELLIS_NODE_HARD_BREAK));
      break;
    case MD_TEXT_SOFTBR:
      trellis_node_append (reader->at, trellis_node_new (TRELLIS_NODE_SOFT_BREAK));
      break;
    case MD_TEXT_HTML:
      append_text (reader, is_markup (text, size) ? TRELLIS_NODE_HTML : TRELLIS_NODE_TEXT, text,
                   size);
      break;
    case MD_TEXT_ENTITY:
      append_text (reader, TRELLIS_NODE_HTML, text, size);
      break;
    default:
      append_text (reader, TRELLIS_NODE_TEXT, text, size);
      break;
    }
  return 0;
}

/* The address or title as it was written, but for backslashes. */
static void
set_attribute (TrellisNode        *node,
               TrellisAttribute    attribute,
               const MD_ATTRIBUTE *value)
{
  g_autofree char *text = g_strndup (value->text != NULL ? value->text : "", value->size);

  g_strdelimit (text, "\n", ' ');
  trellis_node_set (node, attribute, text);
}

/* A link by reference carries the label and what it stands for. */
static void
resolve_reference (const Reader *reader,
                   TrellisNode  *link)
{
  const char              *target = trellis_node_get (link, TRELLIS_ATTRIBUTE_TARGET);
  const TrellisDefinition *definition;
  guint64                  number;

  if (!g_str_has_prefix (target, REFERENCE))
    return;
  number = g_ascii_strtoull (target + strlen (REFERENCE), NULL, 10);
  if (number >= reader->used->len)
    return;
  definition = g_ptr_array_index (reader->used, number);
  trellis_node_set (link, TRELLIS_ATTRIBUTE_LABEL, definition->label);
  trellis_node_set (link, TRELLIS_ATTRIBUTE_TARGET, definition->target);
}

static TrellisNode *
new_span (const Reader *reader,
          MD_SPANTYPE   type,
          void         *detail)
{
  TrellisNode *node;

  switch (type)
    {
    case MD_SPAN_EM:
      return trellis_node_new (TRELLIS_NODE_EMPHASIS);
    case MD_SPAN_STRONG:
      return trellis_node_new (TRELLIS_NODE_STRONG);
    case MD_SPAN_DEL:
      return trellis_node_new (TRELLIS_NODE_STRIKE);
    case MD_SPAN_CODE:
      return trellis_node_new (TRELLIS_NODE_CODE);
    case MD_SPAN_IMG:
      node = trellis_node_new (TRELLIS_NODE_IMAGE);
      set_attribute (node, TRELLIS_ATTRIBUTE_TARGET, &((MD_SPAN_IMG_DETAIL *) detail)->src);
      set_attribute (node, TRELLIS_ATTRIBUTE_NAME, &((MD_SPAN_IMG_DETAIL *) detail)->title);
      break;
    default:
      node = trellis_node_new (TRELLIS_NODE_LINK);
      set_attribute (node, TRELLIS_ATTRIBUTE_TARGET, &((MD_SPAN_A_DETAIL *) detail)->href);
      set_attribute (node, TRELLIS_ATTRIBUTE_NAME, &((MD_SPAN_A_DETAIL *) detail)->title);
      node->flag = ((MD_SPAN_A_DETAIL *) detail)->is_autolink != 0;
      break;
    }
  resolve_reference (reader, node);
  return node;
}

/* "<Role:Backend>" is no address, whatever CommonMark says. */
static gboolean
is_no_address (MD_SPANTYPE type,
               void       *detail)
{
  const MD_SPAN_A_DETAIL *link = detail;
  g_autofree char        *address = NULL;

  if (type != MD_SPAN_A || !link->is_autolink)
    return FALSE;
  address = g_strndup (link->href.text, link->href.size);
  return !trellis_markdown_address_is_bracketable (address);
}

static int
on_enter_span (MD_SPANTYPE type,
               void       *detail,
               void       *data)
{
  Reader *reader = data;

  /* Beyond the deepest level, and in an image's alternative, only the text counts. */
  if (reader->ignored > 0 || reader->depth >= MAX_DEPTH || reader->at->type == TRELLIS_NODE_IMAGE)
    {
      reader->ignored++;
      return 0;
    }
  if (is_no_address (type, detail))
    {
      append_text (reader, TRELLIS_NODE_TEXT, "<", 1);
      return 0;
    }
  reader->depth++;
  reader->at = trellis_node_append (reader->at, new_span (reader, type, detail));
  return 0;
}

/* md4c gives the content of a code span as text; here it is the node's own. */
static void
close_code (TrellisNode *code)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (TrellisNode *piece = code->first_child; piece != NULL; piece = code->first_child)
    {
      g_string_append (text, piece->text != NULL ? piece->text : " ");
      trellis_node_free (trellis_node_unlink (piece));
    }
  g_set_str (&code->text, text->str);
}

static int
on_leave_span (MD_SPANTYPE type,
               void       *detail,
               void       *data)
{
  Reader *reader = data;

  if (reader->ignored > 0)
    {
      reader->ignored--;
      return 0;
    }
  if (is_no_address (type, detail))
    {
      append_text (reader, TRELLIS_NODE_TEXT, ">", 1);
      return 0;
    }
  reader->depth--;
  if (reader->at->type == TRELLIS_NODE_CODE)
    close_code (reader->at);
  reader->at = reader->at->parent;
  return 0;
}

static int
on_block (MD_BLOCKTYPE type,
          void        *detail,
          void        *data)
{
  return 0;
}

/* Where the code span that begins at `at` ends, or its opening marks when it is none. `unclosed`
 * has a bit for every length of marks that has no partner any more, and bit 0 for comments. */
static const char *
skip_code (const char *at,
           guint64    *unclosed)
{
  gsize   run = strspn (at, "`");
  guint64 bit = run < 64 ? (guint64) 1 << run : 0;

  if (bit == 0 || (*unclosed & bit) != 0)
    return at + run;
  for (const char *close = strchr (at + run, '`'); close != NULL; close = strchr (close, '`'))
    {
      gsize length = strspn (close, "`");

      if (length == run)
        return close + length;
      close += length;
    }
  *unclosed |= bit;
  return at + run;
}

/* Where a piece ends that has no addresses for us, in angle brackets or code; `at` when none
 * begins there. */
static const char *
skip_opaque (const char *at,
             guint64    *unclosed)
{
  gsize length;

  if (*at == '`')
    return skip_code (at, unclosed);
  if (*at != '<')
    return at;
  if (strncmp (at, "<!--", 4) == 0 && (*unclosed & 1) == 0)
    {
      const char *end = strstr (at + 2, "-->");

      if (end != NULL)
        return end + 3;
      *unclosed |= 1;
    }
  length = strcspn (at + 1, "<>\n");
  return at[1 + length] == '>' ? at + length + 2 : at;
}

/* Takes care that nothing inside a bare address is taken for markup. */
static gsize
append_address (GString    *out,
                const char *at,
                gunichar    before)
{
  gsize length = trellis_markdown_address_length (at, before);

  for (gsize i = 0; i < length; i++)
    {
      if (strchr ("*_~&\\`", at[i]) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, at[i]);
    }
  return length;
}

/* Whether "**" at `at` closes a label that the text behind it touches: "**Label:**text", which
 * CommonMark takes for no emphasis at all. The marks behind it have to come in pairs. */
static gboolean
closes_label (const char *source,
              const char *at)
{
  const char *line = at;
  guint       before = 0;
  guint       behind = 0;

  if (strncmp (at, "**", 2) != 0 || at == source || at[-1] != ':'
      || !g_unichar_isalnum (g_utf8_get_char (at + 2)))
    return FALSE;
  while (line > source && line[-1] != '\n' && at - line < MAX_LABEL)
    line--;
  for (const char *mark = strstr (line, "**"); mark != NULL && mark < at;
       mark = strstr (mark + 2, "**"))
    before++;
  for (const char *mark = at + 2; *mark != '\0' && *mark != '\n' && mark - at < MAX_LABEL; mark++)
    if (strncmp (mark, "**", 2) == 0)
      {
        behind++;
        mark++;
      }
  return before % 2 == 1 && behind % 2 == 0;
}

static void
append_piece (GString    *out,
              const char *at,
              gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      g_string_append_c (out, at[i]);
      if (at[i] == '\n')
        g_string_append (out, INDENT);
    }
}

/* The paragraph as md4c gets it. */
static GString *
prepare (const char *source)
{
  GString *out = g_string_new (FIRST_LINE "\n" INDENT);
  guint64  unclosed = 0;
  gunichar before = '\n';

  for (const char *at = source; *at != '\0';)
    {
      gsize length = strcspn (at, "hHwW" MARKS);

      if (length > 0)
        g_string_append_len (out, at, (gssize) length);
      else if (strchr ("hHwW", *at) != NULL)
        length = append_address (out, at, before);
      if (length == 0)
        {
          gboolean label = closes_label (source, at);

          length = skip_opaque (at, &unclosed) - at;
          if (length == 0)
            length = label || (*at == '\\' && g_ascii_ispunct (at[1])) ? 2
                                                                       : g_utf8_next_char (at) - at;
          append_piece (out, at, length);
          if (label)
            g_string_append_c (out, ' ');
        }
      at += length;
      before = g_utf8_get_char (g_utf8_prev_char (at));
    }
  return out;
}

/* Adds the definitions of all labels that the paragraph may refer to. */
static void
append_definitions (Reader     *reader,
                    GString    *out,
                    const char *source,
                    GHashTable *labels)
{
  const char *open = NULL;

  if (labels == NULL || g_hash_table_size (labels) == 0)
    return;
  for (const char *at = source; *at != '\0'; at++)
    {
      if (*at == '\\' && at[1] != '\0')
        at++;
      else if (*at == '[')
        open = at + 1;
      else if (*at == ']' && open != NULL)
        {
          g_autofree char   *label = g_strndup (open, at - open);
          g_autofree char   *folded = trellis_markdown_label_fold (label);
          TrellisDefinition *definition = g_hash_table_lookup (labels, folded);

          if (definition != NULL && !g_ptr_array_find (reader->used, definition, NULL))
            {
              g_string_append_printf (out, "\n\n[%s]: <" REFERENCE "%u>", definition->label,
                                      reader->used->len);
              g_ptr_array_add (reader->used, definition);
            }
          open = NULL;
        }
    }
}

/* Text without any markup needs no parser. */
static gboolean
is_simple (const char *source)
{
  return strpbrk (source, "\\`*_~<&[") == NULL && !trellis_markdown_may_hold_address (source)
         && strstr (source, "  \n") == NULL;
}

static void
read_simple (TrellisNode *container,
             const char  *source)
{
  g_auto (GStrv) lines = g_strsplit (source, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        trellis_node_append (container, trellis_node_new (TRELLIS_NODE_SOFT_BREAK));
      if (*lines[i] != '\0')
        trellis_node_append (container, trellis_node_new_text (TRELLIS_NODE_TEXT, lines[i]));
    }
}

/**
 * trellis_markdown_read_inlines:
 * @container: gets the inlines
 * @source: the lines of one paragraph, trimmed, with \n between
 * @labels: (nullable): the definitions that links can refer to
 *
 * Reads what stands inside a paragraph. Addresses, titles, entities, tags and comments stay as
 * written.
 */
void
trellis_markdown_read_inlines (TrellisNode *container,
                               const char  *source,
                               GHashTable  *labels)
{
  MD_PARSER parser = {
    .flags = MD_FLAG_STRIKETHROUGH | MD_FLAG_NOHTMLBLOCKS,
    .enter_block = on_block,
    .leave_block = on_block,
    .enter_span = on_enter_span,
    .leave_span = on_leave_span,
    .text = on_text,
  };
  g_autoptr (GPtrArray) used = g_ptr_array_new ();
  Reader                reader = { .container = container, .at = container, .used = used };
  g_autoptr (GString)   text = NULL;

  if (is_simple (source))
    {
      read_simple (container, source);
      return;
    }

  text = prepare (source);
  append_definitions (&reader, text, source, labels);
  if (text->len > G_MAXUINT || md_parse (text->str, (MD_SIZE) text->len, &parser, &reader) != 0)
    g_critical ("md4c refused a paragraph of %" G_GSIZE_FORMAT " bytes", text->len);
}
