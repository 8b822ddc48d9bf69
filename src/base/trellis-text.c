/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-text.h"

#include <string.h>

/* Zero-width space, non-joiner, joiner, byte order mark, soft hyphen: not there for a reader. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0x200B || c == 0x200C || c == 0x200D || c == 0xFEFF || c == 0x00AD;
}

/* Most names are ASCII, for which folding is a matter of letters and spaces alone. */
static char *
fold_ascii (const char *text,
            gsize       length)
{
  char *folded = g_malloc (length + 1);
  char *out = folded;

  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      *out++ = g_ascii_tolower (*p);
    else if (out > folded && out[-1] != ' ')
      *out++ = ' ';

  if (out > folded && out[-1] == ' ')
    out--;
  *out = '\0';
  return folded;
}

static char *
fold_unicode (const char *text)
{
  g_autofree char    *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char    *folded = g_utf8_casefold (normal != NULL ? normal : text, -1);
  g_autoptr (GString) out = g_string_sized_new (strlen (folded));
  gboolean            space = FALSE;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_invisible (c))
        continue;
      if (g_unichar_isspace (c))
        {
          space = out->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (out, ' ');
      space = FALSE;
      g_string_append_unichar (out, c);
    }

  return g_string_free_and_steal (g_steal_pointer (&out));
}

/**
 * trellis_text_fold:
 *
 * Returns: (transfer full): @text for comparing: case folded, normalised (NFKC), runs of white
 *   space one space, none at the ends, invisible characters out
 */
char *
trellis_text_fold (const char *text)
{
  gsize length = strlen (text);

  return g_str_is_ascii (text) ? fold_ascii (text, length) : fold_unicode (text);
}

/* Whether both read the same but for case, width and white space. */
gboolean
trellis_text_equal_folded (const char *a,
                           const char *b)
{
  g_autofree char *x = trellis_text_fold (a);
  g_autofree char *y = trellis_text_fold (b);

  return g_str_equal (x, y);
}

/* Returns: (transfer full): @text without invisible characters */
char *
trellis_text_strip_invisible (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_invisible (g_utf8_get_char (p)))
      g_string_append_len (out, p, g_utf8_next_char (p) - p);

  return g_string_free_and_steal (out);
}

/* Gathers the next word behind @text, folded; it is empty when there is no more.
 * Reading and writing hold each other to account with this, often; so most letters take no call.
 *
 * Returns: where the word ends */
static const char *
next_word (const char *text,
           GString    *word)
{
  gboolean is_ascii = TRUE;

  g_string_truncate (word, 0);
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = (guchar) *text < 0x80 ? (guchar) *text : g_utf8_get_char (text);

      if (c < 0x80 && g_ascii_isalnum (c))
        g_string_append_c (word, g_ascii_tolower ((char) c));
      else if (c >= 0x80 && is_invisible (c))
        continue;
      else if (c >= 0x80 && g_unichar_isalnum (c))
        {
          g_string_append_len (word, text, g_utf8_next_char (text) - text);
          is_ascii = FALSE;
        }
      else if (word->len > 0)
        break;
    }
  if (!is_ascii)
    {
      g_autofree char *folded = g_utf8_casefold (word->str, (gssize) word->len);

      g_string_assign (word, folded);
    }
  return text;
}

/**
 * trellis_text_count_words:
 *
 * Returns: (transfer full) (element-type utf8 guint): how often each word occurs, by its folded
 * form
 */
GHashTable *
trellis_text_count_words (const char *text)
{
  GHashTable         *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) word = g_string_new (NULL);

  for (text = next_word (text, word); word->len > 0; text = next_word (text, word))
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (words, word->str));

      g_hash_table_insert (words, g_strndup (word->str, word->len), GUINT_TO_POINTER (n + 1));
    }
  return words;
}

/* Whether the words of @before are also the first ones of @after, in their order. */
static gboolean
begins_with_words (const char *after,
                   const char *before)
{
  g_autoptr (GString) wanted = g_string_new (NULL);
  g_autoptr (GString) got = g_string_new (NULL);

  do
    {
      before = next_word (before, wanted);
      after = next_word (after, got);
      if (wanted->len == 0)
        return TRUE;
    }
  while (g_string_equal (wanted, got));
  return FALSE;
}

/**
 * trellis_text_missing_words:
 *
 * Returns: (transfer full) (nullable): the words that @after has less often than @before, with
 *   spaces between; %NULL when none is missing
 */
char *
trellis_text_missing_words (const char *before,
                            const char *after)
{
  g_autoptr (GHashTable) wanted = NULL;
  g_autoptr (GHashTable) got = NULL;
  g_autoptr (GString)    missing = NULL;
  GHashTableIter         iter;
  gpointer               word, count;

  if (g_str_equal (before, after) || begins_with_words (after, before))
    return NULL;

  wanted = trellis_text_count_words (before);
  got = trellis_text_count_words (after);
  missing = g_string_new (NULL);
  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &word, &count))
    {
      if (GPOINTER_TO_UINT (g_hash_table_lookup (got, word)) >= GPOINTER_TO_UINT (count))
        continue;
      if (missing->len > 0)
        g_string_append_c (missing, ' ');
      g_string_append (missing, word);
    }

  return missing->len > 0 ? g_string_free_and_steal (g_steal_pointer (&missing)) : NULL;
}

static gboolean
is_word_character (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char) c) || c == '+' || c == '#';
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Returns: (transfer full) (element-type utf8): the words of folded text: runs of letters, digits,
 * + and # */
GPtrArray *
trellis_text_split_words (const char *text)
{
  GPtrArray  *words = g_ptr_array_new_with_free_func (g_free);
  const char *start = NULL;

  for (const char *at = text;; at = g_utf8_next_char (at))
    {
      gboolean inside = *at != '\0' && is_word_character (g_utf8_get_char (at));

      if (inside && start == NULL)
        start = at;
      else if (!inside && start != NULL)
        {
          g_ptr_array_add (words, g_strndup (start, at - start));
          start = NULL;
        }
      if (*at == '\0')
        return words;
    }
}
