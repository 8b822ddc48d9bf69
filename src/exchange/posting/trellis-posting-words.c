/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-words.h"

#include <string.h>

/* Appends the letters and digits of @text, small, as UTF-8. */
void
trellis_posting_words_append (GString    *words,
                              const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (words, g_unichar_tolower (c));
    }
}

/* Returns: (transfer full): the letters and digits of @text, small */
char *
trellis_posting_words_take (const char *text)
{
  GString *words = g_string_sized_new (strlen (text));

  trellis_posting_words_append (words, text);
  return g_string_free_and_steal (words);
}

/* Whether @text says @part, with whatever lines and signs. */
gboolean
trellis_posting_words_hold (const char *text,
                            const char *part)
{
  g_autofree char *whole = trellis_posting_words_take (text);
  g_autofree char *piece = trellis_posting_words_take (part);

  return strstr (whole, piece) != NULL;
}

/**
 * trellis_posting_words_cut_lines:
 * @begin: where in the words of @text
 * @end: behind it
 *
 * Returns: (transfer full): the lines of @text that these words stand in
 */
char *
trellis_posting_words_cut_lines (const char *text,
                                 gsize       begin,
                                 gsize       end)
{
  g_autoptr (GString) words = g_string_new (NULL);
  GString            *out = g_string_new (NULL);
  gsize               before = 0;

  for (const char *p = text; before < end && *p != '\0';)
    {
      gsize            length = strcspn (p, "\n");
      g_autofree char *line = g_strndup (p, length);

      g_string_truncate (words, 0);
      trellis_posting_words_append (words, line);
      if (before + words->len > begin)
        g_string_append_printf (out, "%s\n", line);
      before += words->len;
      p += length + (p[length] == '\n');
    }
  return g_string_free_and_steal (out);
}
