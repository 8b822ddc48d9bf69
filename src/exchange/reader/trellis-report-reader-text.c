/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-reader-text.h"

#include <string.h>

#include "trellis-markdown.h"

#define EN_DASH 0x2013
#define EM_DASH 0x2014
#define BAR 0x2015

void
trellis_reader_head_clear (TrellisReaderHead *head)
{
  g_clear_pointer (&head->name, g_free);
  g_clear_pointer (&head->qualifier, g_free);
  g_clear_pointer (&head->rest, g_free);
}

/* The text of inline Markdown without its markup. */
char *
trellis_reader_plain (const char *markdown)
{
  g_autoptr (TrellisNode) inlines = trellis_markdown_parse_inlines (markdown);
  g_autofree char        *plain = trellis_node_to_plain_text (inlines);

  return g_strdup (g_strstrip (plain));
}

/* Markdown as our writer would write it, without a line end at the end: "" for blank. */
char *
trellis_reader_canonical (const char *markdown)
{
  g_autoptr (TrellisNode) document = trellis_markdown_parse (markdown);
  g_autofree char        *written = trellis_markdown_write (document);

  return g_strdup (g_strchomp (written));
}

/* The text of a heading as our writer would write it. */
char *
trellis_reader_canonical_inline (const char *markdown)
{
  g_autoptr (TrellisNode) document = trellis_node_new (TRELLIS_NODE_DOCUMENT);
  TrellisNode            *heading = trellis_node_new (TRELLIS_NODE_HEADING);
  g_autofree char        *written = NULL;

  heading->number = 1;
  trellis_node_append_children_of (heading, trellis_markdown_parse_inlines (markdown));
  trellis_node_append (document, heading);
  written = g_strstrip (trellis_markdown_write (document));
  return g_strdup (g_strchug (*written == '#' ? written + 1 : written));
}

static gboolean
is_separator (gunichar c)
{
  return c == '-' || c == ':' || c == EN_DASH || c == EM_DASH || c == BAR;
}

/* Without blanks, dashes and colons at either end. */
char *
trellis_reader_trim_separators (const char *text)
{
  const char *end = text + strlen (text);

  while (*text != '\0'
         && (g_unichar_isspace (g_utf8_get_char (text)) || is_separator (g_utf8_get_char (text))))
    text = g_utf8_next_char (text);
  while (end > text)
    {
      const char *last = g_utf8_find_prev_char (text, end);

      if (last == NULL
          || !(g_unichar_isspace (g_utf8_get_char (last)) || is_separator (g_utf8_get_char (last))))
        break;
      end = last;
    }
  return g_strndup (text, end - text);
}

/* Whether the character at `at` parts a name from what is said about it: a colon before a blank
 * or the end, a spaced hyphen, a dash with a blank on one side, an em dash anyhow. Dashes in
 * "back-end" and "Beginner–Intermediate" part nothing. */
static gboolean
separates (const char *text,
           const char *at)
{
  gunichar    c = g_utf8_get_char (at);
  const char *next = g_utf8_next_char (at);
  gboolean    blank_before = at > text && g_ascii_isspace (at[-1]);
  gboolean    blank_after = *next == '\0' || g_ascii_isspace (*next);

  switch (c)
    {
    case ':':
      return blank_after || *next == '*' || *next == '_';
    case '-':
      return blank_before && blank_after;
    case EN_DASH:
    case BAR:
      return blank_before || blank_after;
    case EM_DASH:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The first separator outside brackets, links and code; NULL when there is none. */
static const char *
find_separator (const char *text)
{
  int      depth = 0;
  gboolean code = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (*at == '`')
        code = !code;
      else if (code)
        continue;
      else if (*at == '(' || *at == '[')
        depth++;
      else if (*at == ')' || *at == ']')
        depth = MAX (depth - 1, 0);
      else if (depth == 0 && at > text && separates (text, at))
        return at;
    }
  return NULL;
}

/* The end of the bold run that `text` begins with, behind its marks; NULL when there is none. */
static const char *
bold_end (const char *text)
{
  const char *mark = g_str_has_prefix (text, "**")   ? "**"
                     : g_str_has_prefix (text, "__") ? "__"
                                                     : NULL;
  const char *end;

  if (mark == NULL || text[2] == '\0' || g_ascii_isspace (text[2]))
    return NULL;
  end = strstr (text + 2, mark);
  return end == NULL ? NULL : end + 2;
}

/* The closing bracket for the opening one that `text` begins with; NULL when it stays open. */
static const char *
closing_bracket (const char *text)
{
  int depth = 0;

  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '(')
        depth++;
      else if (*at == ')' && --depth == 0)
        return at;
    }
  return NULL;
}

static const char *
skip_blanks (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return text;
}

/* A full stop behind a bracket closes the sentence and nothing more. */
static const char *
skip_separator (const char *text)
{
  text = skip_blanks (text);
  if (text[0] == '.' && *skip_blanks (text + 1) == '\0')
    return text + 1;
  if (*text != '\0' && is_separator (g_utf8_get_char (text)))
    text = skip_blanks (g_utf8_next_char (text));
  return text;
}

/* "**Name** (qualifier) — rest": the bold run is the name when a bracket, a separator or nothing
 * follows it. */
static gboolean
split_bold (const char        *text,
            TrellisReaderHead *head)
{
  const char      *end = bold_end (text);
  g_autofree char *inner = NULL;
  g_autofree char *name = NULL;
  const char      *rest;
  const char      *close;

  if (end == NULL)
    return FALSE;
  inner = g_strndup (text + 2, end - text - 4);
  rest = skip_blanks (end);
  if (*rest == '(' && (close = closing_bracket (rest)) != NULL)
    {
      g_autofree char *bracket = g_strndup (rest + 1, close - rest - 1);
      const char      *behind = skip_blanks (close + 1);

      if (*behind == '\0' || *behind == '.' || is_separator (g_utf8_get_char (behind)))
        {
          head->qualifier = trellis_reader_plain (bracket);
          rest = behind;
        }
    }
  else if (*rest != '\0' && !is_separator (g_utf8_get_char (rest))
           && !g_str_has_suffix (inner, ":"))
    return FALSE;

  name = trellis_reader_plain (inner);
  head->name = trellis_reader_trim_separators (name);
  head->rest = g_strstrip (g_strdup (skip_separator (rest)));
  if (head->qualifier == NULL)
    head->qualifier = g_strdup ("");
  return *head->name != '\0';
}

/* Takes the trailing bracket off `name` and returns what stands in it, plain; "" without one, or
 * when nothing would be left. */
char *
trellis_reader_take_bracket (char **name)
{
  gsize length = strlen (*name);
  int   depth = 0;

  if (length == 0 || (*name)[length - 1] != ')')
    return g_strdup ("");
  for (char *at = *name + length - 1; at > *name; at--)
    {
      if (*at == ')')
        depth++;
      else if (*at == '(' && --depth == 0)
        {
          char *bracket = g_strndup (at + 1, *name + length - at - 2);

          *at = '\0';
          g_strchomp (*name);
          return bracket;
        }
    }
  return g_strdup ("");
}

/* Splits "Name: rest", "Name — rest", "**Name** rest"; a bracket stays with the name. */
TrellisReaderHead
trellis_reader_split_name (const char *text)
{
  TrellisReaderHead head = { 0 };
  g_autofree char  *before = NULL;
  const char       *separator;

  if (split_bold (text, &head))
    {
      if (*head.qualifier != '\0')
        {
          g_autofree char *bare = g_steal_pointer (&head.name);

          head.name = g_strdup_printf ("%s (%s)", bare, head.qualifier);
        }
      g_set_str (&head.qualifier, "");
      return head;
    }

  trellis_reader_head_clear (&head);
  separator = find_separator (text);
  before = separator == NULL ? g_strdup (text) : g_strndup (text, separator - text);
  head.name = trellis_reader_plain (before);
  head.qualifier = g_strdup ("");
  head.rest = g_strstrip (g_strdup (separator == NULL ? "" : g_utf8_next_char (separator)));
  return head;
}

/* Splits "Name (qualifier) — rest". */
TrellisReaderHead
trellis_reader_split_head (const char *text)
{
  TrellisReaderHead head = { 0 };

  if (split_bold (text, &head))
    {
      if (*head.qualifier == '\0')
        {
          g_free (head.qualifier);
          head.qualifier = trellis_reader_take_bracket (&head.name);
        }
      return head;
    }

  trellis_reader_head_clear (&head);
  head = trellis_reader_split_name (text);
  g_free (head.qualifier);
  if (g_str_has_suffix (head.name, ").") && *head.rest == '\0')
    head.name[strlen (head.name) - 1] = '\0';
  head.qualifier = trellis_reader_take_bracket (&head.name);
  return head;
}

/* Splits "Key skills: a, b" into a label of at most five words and the rest. An address is not
 * a label. */
gboolean
trellis_reader_split_label (const char *text,
                            char      **label,
                            char      **rest)
{
  const char      *separator = find_separator (text);
  g_autofree char *before = NULL;
  g_autofree char *plain = NULL;
  const char      *begin;
  const char      *behind;
  guint            blanks = 0;

  if (separator == NULL || *separator != ':')
    return FALSE;
  /* "**Label:** rest": marks that close behind the colon open before the label. */
  begin = strspn (text, "*_") > 0 && (separator[1] == '*' || separator[1] == '_')
              ? text + strspn (text, "*_")
              : text;
  before = g_strndup (begin, separator - begin);
  plain = trellis_reader_plain (before);
  for (const char *at = plain; *at != '\0'; at++)
    blanks += *at == ' ';
  if (blanks > 4 || strstr (plain, "://") != NULL || *plain == '\0')
    return FALSE;

  /* "**Label:** rest": the marks that close behind the colon belong to the label. */
  behind = separator + 1;
  if ((g_str_has_prefix (text, "**") && g_str_has_prefix (behind, "**"))
      || (g_str_has_prefix (text, "__") && g_str_has_prefix (behind, "__")))
    behind += 2;
  else if (*text == '*' && *behind == '*')
    behind += 1;
  *label = g_steal_pointer (&plain);
  *rest = g_strstrip (g_strdup (behind));
  return TRUE;
}

static gboolean
has_semicolon (const char *text)
{
  int depth = 0;

  for (; *text != '\0'; text++)
    {
      if (*text == '(')
        depth++;
      else if (*text == ')')
        depth = MAX (depth - 1, 0);
      else if (*text == ';' && depth == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_piece (GPtrArray  *pieces,
           const char *begin,
           const char *end)
{
  g_autofree char *markdown = g_strndup (begin, end - begin);
  g_autofree char *plain = trellis_reader_plain (markdown);

  if (g_str_has_suffix (plain, ".") && !g_str_has_suffix (plain, ".."))
    plain[strlen (plain) - 1] = '\0';
  if (*plain != '\0')
    g_ptr_array_add (pieces, g_steal_pointer (&plain));
}

/* Splits a list of skills at its semicolons, or, when it has none, at the commas outside brackets.
 * "and", "&" and "/" split nothing. Elements: char *, plain. */
GPtrArray *
trellis_reader_split_pieces (const char *text)
{
  GPtrArray  *pieces = g_ptr_array_new_with_free_func (g_free);
  char        separator = has_semicolon (text) ? ';' : ',';
  const char *begin = text;
  const char *at;
  int         depth = 0;

  for (at = text; *at != '\0'; at++)
    {
      if (*at == '(')
        depth++;
      else if (*at == ')')
        depth = MAX (depth - 1, 0);
      else if (*at == separator && depth == 0)
        {
          add_piece (pieces, begin, at);
          begin = at + 1;
        }
    }
  add_piece (pieces, begin, at);
  return pieces;
}
