/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-reader-text.h"

#include <string.h>

#include "trellis-markdown.h"
#include "trellis-text.h"

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

void
trellis_reader_link_clear (TrellisReaderLink *link)
{
  g_clear_pointer (&link->text, g_free);
  g_clear_pointer (&link->target, g_free);
  g_clear_pointer (&link->before, g_free);
  g_clear_pointer (&link->after, g_free);
}

/* The text of inline Markdown without its markup. */
char *
trellis_reader_plain (const char *markdown)
{
  g_autoptr (TrellisNode) inlines = trellis_markdown_parse_inlines (markdown);
  g_autofree char *plain = trellis_node_to_plain_text (inlines);

  return g_strdup (g_strstrip (plain));
}

/* Markdown as our writer would write it, without a line end at the end: "" for blank. */
char *
trellis_reader_canonical (const char *markdown)
{
  g_autoptr (TrellisNode) document = trellis_markdown_parse (markdown);
  g_autofree char *written = trellis_markdown_write (document);

  return g_strdup (g_strchomp (written));
}

/* The text of a heading as our writer would write it. */
char *
trellis_reader_canonical_inline (const char *markdown)
{
  g_autoptr (TrellisNode) inlines = trellis_markdown_parse_inlines (markdown);
  g_autoptr (TrellisNode) document = trellis_node_new (TRELLIS_NODE_DOCUMENT);
  TrellisNode *paragraph = trellis_node_append (document, trellis_node_new (TRELLIS_NODE_HEADING));
  g_autofree char *written = NULL;

  paragraph->number = 1;
  trellis_node_append_children_of (paragraph, inlines);
  written = trellis_markdown_write (document);
  g_strstrip (written);
  return g_strdup (g_strchug (g_str_has_prefix (written, "#") ? written + 1 : written));
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

  while (*text != '\0' && (g_unichar_isspace (g_utf8_get_char (text)) || is_separator (g_utf8_get_char (text))))
    text = g_utf8_next_char (text);
  while (end > text)
    {
      const char *last = g_utf8_find_prev_char (text, end);

      if (last == NULL || !(g_unichar_isspace (g_utf8_get_char (last)) || is_separator (g_utf8_get_char (last))))
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
  gunichar c = g_utf8_get_char (at);
  const char *next = g_utf8_next_char (at);
  gboolean blank_before = at > text && g_ascii_isspace (at[-1]);
  gboolean blank_after = *next == '\0' || g_ascii_isspace (*next);

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
  int depth = 0;
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
  const char *mark = g_str_has_prefix (text, "**") ? "**" : g_str_has_prefix (text, "__") ? "__" : NULL;
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
  const char *end = bold_end (text);
  g_autofree char *inner = NULL;
  g_autofree char *name = NULL;
  const char *rest;
  const char *close;

  if (end == NULL)
    return FALSE;
  inner = g_strndup (text + 2, end - text - 4);
  rest = skip_blanks (end);
  if (*rest == '(' && (close = closing_bracket (rest)) != NULL)
    {
      g_autofree char *bracket = g_strndup (rest + 1, close - rest - 1);
      const char *behind = skip_blanks (close + 1);

      if (*behind == '\0' || *behind == '.' || is_separator (g_utf8_get_char (behind)))
        {
          head->qualifier = trellis_reader_plain (bracket);
          rest = behind;
        }
    }
  else if (*rest != '\0' && !is_separator (g_utf8_get_char (rest)) && !g_str_has_suffix (inner, ":"))
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
  int depth = 0;

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
  g_autofree char *before = NULL;
  const char *separator;

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
  const char *separator = find_separator (text);
  g_autofree char *before = NULL;
  g_autofree char *plain = NULL;
  const char *behind;
  guint blanks = 0;

  if (separator == NULL || *separator != ':')
    return FALSE;
  before = g_strndup (text, separator - text);
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
begins_address (const char *at)
{
  return g_str_has_prefix (at, "http://") || g_str_has_prefix (at, "https://");
}

static const char *
address_end (const char *at)
{
  int depth = 0;

  for (; *at != '\0' && !g_ascii_isspace (*at) && *at != '<' && *at != '>'; at++)
    {
      if (*at == '(')
        depth++;
      else if (*at == ')' && --depth < 0)
        break;
    }
  return at;
}

static void
fill_link (TrellisReaderLink *link,
           const char        *text,
           const char        *begin,
           const char        *end)
{
  g_autofree char *before = g_strndup (text, begin - text);

  link->before = g_strdup (g_strstrip (before));
  link->after = g_strstrip (g_strdup (end));
}

static gboolean
read_inline_link (const char        *text,
                  const char        *at,
                  TrellisReaderLink *link)
{
  const char *middle = strstr (at, "](");
  const char *target;
  const char *end;

  if (middle == NULL)
    return FALSE;
  target = skip_blanks (middle + 2);
  end = address_end (target);
  if (end == target || *skip_blanks (end) != ')')
    return FALSE;
  link->text = g_strndup (at + 1, middle - at - 1);
  link->target = g_strndup (target, end - target);
  fill_link (link, text, at, skip_blanks (end) + 1);
  return TRUE;
}

/* Finds the first link: "[text](address)", "<address>" or a bare address. */
gboolean
trellis_reader_find_link (const char        *text,
                          TrellisReaderLink *link)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '[' && (at == text || at[-1] != '!') && read_inline_link (text, at, link))
        return TRUE;
      if (begins_address (at))
        {
          gboolean pointed = at > text && at[-1] == '<';
          const char *end = address_end (at);

          while (!pointed && end > at && strchr (".,;", end[-1]) != NULL)
            end--;
          link->text = g_strdup ("");
          link->target = g_strndup (at, end - at);
          fill_link (link, text, pointed ? at - 1 : at, pointed && *end == '>' ? end + 1 : end);
          return TRUE;
        }
    }
  return FALSE;
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
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  char separator = has_semicolon (text) ? ';' : ',';
  const char *begin = text;
  const char *at;
  int depth = 0;

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

static TrellisLevel
level_of_word (const char *word)
{
  static const struct
  {
    const char *prefix;
    TrellisLevel level;
  } prefixes[] = {
    { "beginner", TRELLIS_LEVEL_BEGINNER },         { "elementary", TRELLIS_LEVEL_BEGINNER },
    { "intermediate", TRELLIS_LEVEL_INTERMEDIATE }, { "advanced", TRELLIS_LEVEL_ADVANCED },
    { "начальн", TRELLIS_LEVEL_BEGINNER },          { "базов", TRELLIS_LEVEL_BEGINNER },
    { "средн", TRELLIS_LEVEL_INTERMEDIATE },        { "продвинут", TRELLIS_LEVEL_ADVANCED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (word, prefixes[i].prefix))
      return prefixes[i].level;
  return TRELLIS_LEVEL_NONE;
}

/* The level that a wording states when it is nothing but a level word or a range of them; of a
 * range the lower one. "Basic SQL" and "advanced usage" state none. */
TrellisLevel
trellis_reader_level (const char *wording)
{
  g_autofree char *plain = trellis_reader_plain (wording);
  g_autofree char *folded = trellis_text_fold (plain);
  TrellisLevel lowest = TRELLIS_LEVEL_NONE;
  const char *at = folded;

  while (*at != '\0')
    {
      const char *end = at;
      g_autofree char *word = NULL;
      TrellisLevel level;

      while (g_unichar_isalnum (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      if (end == at)
        {
          at = g_utf8_next_char (at);
          continue;
        }
      word = g_strndup (at, end - at);
      at = end;
      if (g_str_equal (word, "to"))
        continue;
      level = level_of_word (word);
      if (level == TRELLIS_LEVEL_NONE)
        return TRELLIS_LEVEL_NONE;
      lowest = lowest == TRELLIS_LEVEL_NONE ? level : MIN (lowest, level);
    }
  return lowest;
}

/* `letters` of the abbreviation are still to be found in `words`: each word gives its initial and
 * may give more ("DataBase Administrator"). */
static gboolean
matches_words (const char *letters,
               char      **words)
{
  const char *word = *words;

  if (word == NULL)
    return *letters == '\0';
  if (*word == '\0')
    return matches_words (letters, words + 1);
  if (g_ascii_tolower (*letters) != g_ascii_tolower (*word))
    return FALSE;
  if (matches_words (letters + 1, words + 1))
    return TRUE;
  for (const char *more = word + 1; *more != '\0'; more++)
    if (g_ascii_tolower (letters[1]) == g_ascii_tolower (*more) && letters[1] != '\0'
        && matches_words (letters + 2, words + 1))
      return TRUE;
  return FALSE;
}

/* Whether `a` abbreviates `b`: two to six capitals, one from each word's beginning, at most one
 * more from within a word. "SRE" and "DBA" abbreviate; "iOS" does not. */
gboolean
trellis_reader_is_abbreviation (const char *a,
                                const char *b)
{
  gsize length = strlen (a);
  g_auto (GStrv) words = NULL;

  if (length < 2 || length > 6 || strlen (b) <= length || g_strv_length (words = g_strsplit_set (b, " -/&,", 9)) > 8)
    return FALSE;
  for (const char *at = a; *at != '\0'; at++)
    if (!g_ascii_isupper (*at))
      return FALSE;
  return matches_words (a, words);
}
