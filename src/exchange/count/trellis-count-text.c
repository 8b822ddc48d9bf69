/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-count-text.h"

#include <string.h>

#include "trellis-outline.h"
#include "trellis-text.h"

#define NO_BREAK_SPACE 0x00A0
#define NARROW_NO_BREAK_SPACE 0x202F
#define EN_DASH 0x2013
#define EM_DASH 0x2014
#define BAR 0x2015
#define MINUS 0x2212
#define RIGHT_ARROW 0x2192
#define DOUBLE_ARROW 0x21D2
#define ELLIPSIS "\u2026"
#define MAX_LABEL_WORDS 5
#define NOT_PLAIN "&\t\xC2\xE2" /* entities, tabs, and what no-break spaces begin with */

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || c == '\t' || c == NO_BREAK_SPACE || c == NARROW_NO_BREAK_SPACE;
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == EN_DASH || c == EM_DASH || c == BAR || c == MINUS;
}

/* "→", "⇒", and "->" or "=>" in letters. */
static gboolean
is_arrow (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return c == RIGHT_ARROW || c == DOUBLE_ARROW || ((c == '-' || c == '=') && at[1] == '>');
}

/* As g_str_has_prefix(), but does not measure the rest of the text. */
gboolean
trellis_count_begins_with (const char *at, const char *prefix)
{
  return strncmp (at, prefix, strlen (prefix)) == 0;
}

static void
append_entity (GString *plain, const char **at)
{
  static const struct
  {
    const char *entity;
    const char *text;
  } entities[] = {
    { "&amp;", "&" }, { "&nbsp;", " " }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (trellis_count_begins_with (*at, entities[i].entity))
      {
        g_string_append (plain, entities[i].text);
        *at += strlen (entities[i].entity);
        return;
      }
  g_string_append_c (plain, '&');
  (*at)++;
}

/* Without a task's box, emphasis, tags, entities and no-break spaces; trimmed. */
char *
trellis_count_plain (const char *text)
{
  g_autofree char *stripped = NULL;
  GString         *plain;

  if (text[0] == '[' && (text[1] == ' ' || text[1] == 'x' || text[1] == 'X') && text[2] == ']'
      && is_blank (text[3]))
    text += 4;
  stripped = trellis_line_strip_emphasis (text);
  if (strpbrk (stripped, NOT_PLAIN) == NULL)
    return g_strdup (g_strstrip (stripped));
  plain = g_string_sized_new (strlen (stripped));
  for (const char *at = stripped; *at != '\0';)
    {
      const char *next = g_utf8_next_char (at);

      if (*at == '&')
        append_entity (plain, &at);
      else
        {
          if (is_blank (g_utf8_get_char (at)))
            g_string_append_c (plain, ' ');
          else
            g_string_append_len (plain, at, next - at);
          at = next;
        }
    }
  g_strstrip (plain->str);
  return g_string_free_and_steal (plain);
}

static gunichar
fold_character (gunichar c)
{
  switch (c)
    {
    case 0x0451: /* ё */
      return 0x0435;
    case 0x2018:
    case 0x2019:
    case 0x02BC:
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x00AB:
    case 0x00BB:
      return '"';
    case 0x2010:
    case 0x2011:
      return '-';
    default:
      return c;
    }
}

/* Plain text in lower case, with one form for what people write in several: quotation marks,
 * hyphens, е and ё; blanks collapsed. */
char *
trellis_count_fold (const char *text)
{
  g_autofree char *plain = trellis_count_plain (text);
  GString         *folded = g_string_sized_new (strlen (plain));
  gboolean         blank = FALSE;

  for (const char *at = plain; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (*at == ' ' && blank)
        continue;
      blank = *at == ' ';
      if ((guchar) *at < 0x80)
        g_string_append_c (folded, g_ascii_tolower (*at));
      else
        g_string_append_unichar (folded, fold_character (g_unichar_tolower (g_utf8_get_char (at))));
    }
  return g_string_free_and_steal (folded);
}

static gboolean
separates (const char *text, const char *at, const char *next)
{
  gunichar c = g_utf8_get_char (at);
  gboolean blank_before = at > text && at[-1] == ' ';
  gboolean blank_behind = *next == ' ' || *next == '\0';

  if (c == ':')
    return blank_behind;
  if (is_arrow (at))
    return blank_before;
  if (c == '-' && *next == '-')
    return blank_before && (next[1] == ' ' || next[1] == '-');
  if (c == '-')
    return blank_before && blank_behind;
  if (c == EM_DASH)
    return TRUE;
  return is_dash (c) && (blank_before || blank_behind);
}

/**
 * trellis_count_find_separator:
 * @plain: plain text
 * @behind: (out) (optional): where the text behind it begins
 *
 * The first dash, colon or arrow outside brackets that parts a name from what is said about it.
 * Hyphens in "back-end", the dash of "2–3" and the colon of an address part nothing.
 *
 * Returns: (nullable): where it stands
 */
const char *
trellis_count_find_separator (const char *plain, const char **behind)
{
  int depth = 0;

  for (const char *at = plain; *at != '\0'; at = g_utf8_next_char (at))
    {
      const char *next = g_utf8_next_char (at);

      if (*at == '(' || *at == '[')
        depth++;
      else if (*at == ')' || *at == ']')
        depth = MAX (depth - 1, 0);
      else if (depth == 0 && at > plain && separates (plain, at, next))
        {
          while (*next == ' ' || *next == '>' || is_dash (g_utf8_get_char (next)))
            next = g_utf8_next_char (next);
          if (behind != NULL)
            *behind = next;
          return at;
        }
    }
  return NULL;
}

/* Without round and square brackets and what stands in them; one that is never closed stays. */
char *
trellis_count_drop_brackets (const char *plain)
{
  GString *kept = g_string_new (NULL);
  gsize    open = 0; /* where the outermost open bracket stands in `kept` */
  int      depth = 0;

  for (const char *at = plain; *at != '\0'; at++)
    {
      if (*at == '(' || *at == '[')
        {
          if (depth++ == 0)
            open = kept->len;
        }
      g_string_append_c (kept, *at);
      if ((*at == ')' || *at == ']') && depth > 0 && --depth == 0)
        g_string_truncate (kept, open);
    }
  g_strstrip (kept->str);
  return g_string_free_and_steal (kept);
}

/* Without the number, sign or picture that a title begins with: "1. ", "2) ", "#3 ", "✅ ". */
char *
trellis_count_drop_ordinal (const char *plain)
{
  const char *at = plain;

  while (*at != '\0' && !g_unichar_isalpha (g_utf8_get_char (at)) && !strchr ("(<[\"", *at))
    at = g_utf8_next_char (at);
  /* "3D artist", "1C developer": the digits belong to the word. */
  if (at > plain && g_ascii_isdigit (at[-1]))
    while (at > plain && g_ascii_isdigit (at[-1]))
      at--;
  return g_strstrip (g_strdup (at));
}

/* What stands in the last brackets, or NULL. */
char *
trellis_count_last_bracket (const char *plain)
{
  const char *close = strrchr (plain, ')');
  int         depth = 0;

  if (close == NULL)
    return NULL;
  for (const char *at = close; at >= plain; at--)
    {
      if (*at == ')')
        depth++;
      else if (*at == '(' && --depth == 0)
        return g_strndup (at + 1, close - at - 1);
    }
  return NULL;
}

/* "Key skills: Python, Git": a few words, a colon, and perhaps a rest. */
gboolean
trellis_count_split_label (const char *plain, char **label, const char **rest)
{
  const char           *colon = strchr (plain, ':');
  g_autofree char      *before = NULL;
  g_autoptr (GPtrArray) words = NULL;

  if (colon == NULL || colon == plain || colon[1] == '/')
    return FALSE;
  before = g_strndup (plain, colon - plain);
  words = trellis_text_split_words (before);
  if (words->len == 0 || words->len > MAX_LABEL_WORDS || strpbrk (before, ".;") != NULL)
    return FALSE;
  *rest = colon + 1 + strspn (colon + 1, " ");
  *label = g_strstrip (g_steal_pointer (&before));
  return TRUE;
}

static void
add_piece (GPtrArray *pieces, const char *start, const char *end)
{
  g_autofree char *piece = g_strstrip (g_strndup (start, end - start));

  if (trellis_count_has_letters (piece))
    g_ptr_array_add (pieces, g_steal_pointer (&piece));
}

static GPtrArray *
split_outside_brackets (const char *plain, const char *marks)
{
  GPtrArray  *pieces = g_ptr_array_new_with_free_func (g_free);
  const char *start = plain;
  int         depth = 0;

  for (const char *at = plain;; at++)
    {
      if (*at == '(' || *at == '[')
        depth++;
      else if (*at == ')' || *at == ']')
        depth = MAX (depth - 1, 0);
      else if (*at == '\0' || (depth == 0 && strchr (marks, *at) != NULL))
        {
          add_piece (pieces, start, at);
          start = at + 1;
        }
      if (*at == '\0')
        return pieces;
    }
}

/* A list in one line: split at semicolons if it has one, else at commas outside brackets. */
GPtrArray *
trellis_count_split_pieces (const char *plain)
{
  return split_outside_brackets (plain, strchr (plain, ';') != NULL ? ";" : ",");
}

static gboolean
parts_segments (const char *text, const char *at)
{
  const char *next = g_utf8_next_char (at);

  if (strchr ("(),;[]|", *at) != NULL)
    return TRUE;
  if (*at == '.')
    return *next == ' ' || *next == '\0';
  return separates (text, at, next);
}

/* The text between dashes, colons, commas, brackets and full stops. */
GPtrArray *
trellis_count_split_segments (const char *plain)
{
  GPtrArray  *segments = g_ptr_array_new_with_free_func (g_free);
  const char *start = plain;

  for (const char *at = plain;; at = g_utf8_next_char (at))
    {
      if (*at != '\0' && !parts_segments (plain, at))
        continue;
      add_piece (segments, start, at);
      if (*at == '\0')
        return segments;
      start = g_utf8_next_char (at);
    }
}

static gboolean
ends_in_dots (const char *text)
{
  gsize length = strlen (text);

  while (length > 0 && strchr (" *_`)", text[length - 1]) != NULL)
    length--;
  return (length >= 3 && strncmp (text + length - 3, "...", 3) == 0)
         || (length >= strlen (ELLIPSIS)
             && strncmp (text + length - strlen (ELLIPSIS), ELLIPSIS, strlen (ELLIPSIS)) == 0);
}

/* A word that keeps a place: "TODO", "tbd". */
static gboolean
is_placeholder (const char *text)
{
  static const char *const words[] = { "todo", "tbd", "fixme", "wip", NULL };
  g_autofree char         *bare = NULL;

  if (strlen (text) > 12)
    return FALSE;
  bare = g_ascii_strdown (text, -1);
  g_strdelimit (bare, "*_`.:()[]!", ' ');
  return g_strv_contains (words, g_strstrip (bare));
}

/* An item that is empty, only dots, or ends in three dots says nothing; nor does one that is only
 * there to be replaced. */
gboolean
trellis_count_is_nothing (const char *text)
{
  g_autofree char *plain = NULL;

  if (strpbrk (text, "<&") != NULL)
    text = plain = trellis_count_plain (text);
  return ends_in_dots (text) || !trellis_count_has_letters (text) || is_placeholder (text);
}

/* Whether there is a letter or a digit at all. */
gboolean
trellis_count_has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalnum (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}
