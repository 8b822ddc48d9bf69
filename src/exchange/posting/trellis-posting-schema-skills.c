/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-schema-private.h"

#include "trellis-posting-html.h"
#include "trellis-posting-json.h"
#include "trellis-posting-text.h"

#include <string.h>

/* A piece of more words is a part of a sentence. */
#define MAX_WORDS 6

static gboolean
is_separator (gunichar c)
{
  return c == ',' || c == ';' || c == '\n' || c == 0x00B7 || c == 0x2022 || c == '|';
}

/* Returns: (transfer full): the pieces; what stands in brackets stays together */
static GPtrArray *
split (const char *text)
{
  GPtrArray          *pieces = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) piece = g_string_new (NULL);
  int                 depth = 0;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      depth += (c == '(') - (c == ')' && depth > 0);
      if (c == '\0' || c == '\n' || (is_separator (c) && depth == 0))
        {
          g_ptr_array_add (pieces, trellis_posting_text_clean_line (piece->str, 1000));
          g_string_truncate (piece, 0);
          depth = 0;
        }
      else
        g_string_append_unichar (piece, c);
      if (c == '\0')
        return pieces;
    }
}

static guint
count_words (const char *line)
{
  guint n = *line != '\0';

  for (; *line != '\0'; line++)
    n += *line == ' ';
  return n;
}

/**
 * trellis_posting_found_add_skill_list:
 * @text: HTML or plain, with commas, semicolons, dots in the middle, bars or lines between
 *
 * Adds the skills that @text lists; none when it is prose.
 */
void
trellis_posting_found_add_skill_list (TrellisPostingFound *found,
                                      const char          *text)
{
  g_autofree char      *plain = trellis_posting_html_to_text (text);
  g_autoptr (GPtrArray) pieces = split (plain);

  for (guint i = 0; i < pieces->len; i++)
    if (count_words (g_ptr_array_index (pieces, i)) > MAX_WORDS)
      return;
  for (guint i = 0; i < pieces->len; i++)
    {
      char *piece = g_ptr_array_index (pieces, i);

      if (g_str_has_prefix (piece, "- "))
        piece += 2;
      if (g_str_has_suffix (piece, ".") && !g_str_equal (piece, "."))
        piece[strlen (piece) - 1] = '\0';
      trellis_posting_found_add_skill (found, piece);
    }
}

/* Returns: (transfer full) (nullable): a text, or a DefinedTerm's name, or what its code means */
static char *
read_term (JsonNode *term)
{
  if (trellis_posting_json_get (term, "name") == NULL
      && trellis_posting_json_get (term, "description") != NULL)
    term = trellis_posting_json_get (term, "description");
  return trellis_posting_json_text (term);
}

/* Reads a text that lists them, an array of texts, a DefinedTerm, or an array of these. */
void
trellis_posting_schema_read_skills (TrellisPostingFound *found,
                                    JsonNode            *skills)
{
  g_autoptr (GPtrArray) list = trellis_posting_json_list (skills);

  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *text = read_term (g_ptr_array_index (list, i));

      if (text != NULL)
        trellis_posting_found_add_skill_list (found, text);
    }
}
