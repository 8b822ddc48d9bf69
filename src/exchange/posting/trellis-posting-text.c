/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-text.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* Normalising sorts runs of marks, at the square of their length; no language needs so many. */
#define MAX_MARKS 16

/* Zero-width space, non-joiner, joiner, byte order mark, soft hyphen; controls of both kinds. */
static gboolean
is_dropped (gunichar c)
{
  return c == 0x200B || c == 0x200C || c == 0x200D || c == 0xFEFF || c == 0x00AD
         || (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
}

static gboolean
is_mark (gunichar c)
{
  return c >= 0x300 && g_unichar_combining_class (c) != 0;
}

/* Drops what nobody sees, makes spaces and line ends plain. */
static char *
drop_invisible (const char *text,
                guint       max_chars)
{
  GString *out = g_string_new (NULL);
  guint    n = 0, marks = 0;

  for (const char *p = text; *p != '\0' && n < max_chars; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r')
        c = p[1] == '\n' ? 0xFEFF : '\n';
      else if (c == 0x2028 || c == 0x2029 || c == 0x85 || c == '\v' || c == '\f')
        c = '\n';
      else if (c == '\t' || g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR)
        c = ' ';
      marks = is_mark (c) ? marks + 1 : 0;
      if (is_dropped (c) || marks > MAX_MARKS)
        continue;

      g_string_append_unichar (out, c);
      n++;
    }

  return g_string_free_and_steal (out);
}

/* Appends words with one space between; @breaks new lines stand before, if anything does; -1: a
 * space does. */
static void
append_line (GString    *out,
             const char *line,
             gsize       length,
             int         breaks)
{
  gboolean space = breaks < 0, begun = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (line[i] == ' ')
        {
          space = begun;
          continue;
        }
      for (; !begun && out->len > 0 && breaks > 0; breaks--)
        g_string_append_c (out, '\n');
      if (space)
        g_string_append_c (out, ' ');
      g_string_append_c (out, line[i]);
      begun = TRUE;
      space = FALSE;
    }
}

/* Whether a sign of a list stands at @line, or one behind another; gives what is behind it. A
 * middle dot, which also parts words, is one with a space behind it. */
static gboolean
skip_bullet (const char **line)
{
  static const char *const bullets[] = { "•", "●", "▪", "◦", "‣", "⁃", "∙", "■", "○", "· " };
  const char              *text = *line + (strncmp (*line, "- ", 2) == 0 ? 2 : 0);

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      const char *after = text + strlen (bullets[i]);

      if (!g_str_has_prefix (text, bullets[i]))
        continue;
      after += strspn (after, " ");
      if (*after == '\0' || *after == '\n')
        return FALSE;
      *line = after;
      return TRUE;
    }
  return FALSE;
}

/**
 * trellis_posting_text_clean:
 * @text: anything; invalid UTF-8 is replaced
 * @max_chars: what is longer is cut
 *
 * Returns: (transfer full): @text as NFC, without invisible characters and controls, with plain
 *   spaces, lines trimmed, "- " for the signs of lists, and never more than one empty line in a row
 */
char *
trellis_posting_text_clean (const char *text,
                            guint       max_chars)
{
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  g_autofree char *visible = drop_invisible (valid != NULL ? valid : text, max_chars);
  g_autofree char *normal = g_utf8_normalize (visible, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GString         *out = g_string_new (NULL);
  int              breaks = 0;

  for (const char *p = normal != NULL ? normal : visible; *p != '\0';)
    {
      const char *line = p + strspn (p, " ");
      gsize       length = strcspn (p, "\n");
      gsize       before = out->len;

      if (skip_bullet (&line))
        append_line (out, "- ", 2, breaks);
      append_line (out, line, length - (gsize) (line - p), out->len > before ? -1 : breaks);
      if (out->len > before)
        breaks = 0;
      p += length;
      if (*p == '\n')
        {
          breaks = MIN (breaks + 1, 2);
          p++;
        }
    }

  return g_string_free_and_steal (out);
}

/* Returns: (transfer full): @text cleaned, on one line */
char *
trellis_posting_text_clean_line (const char *text,
                                 guint       max_chars)
{
  g_autofree char *clean = trellis_posting_text_clean (text, max_chars * 4);
  g_autofree char *line = NULL;

  g_strdelimit (clean, "\n", ' ');
  line = trellis_posting_text_clean (clean, max_chars);
  return g_steal_pointer (&line);
}

/* Reads "&amp;", "&#34;", "&#x22;" at @p; returns how long it is, 0 when it is none. */
static gsize
read_entity (const char *p,
             gunichar   *value)
{
  gsize length = strcspn (p, "; \n<");
  char  name[16];

  if (p[length] != ';' || length < 2 || length >= sizeof name)
    return 0;

  memcpy (name, p + 1, length - 1);
  name[length - 1] = '\0';
  if (name[0] == '#')
    {
      gboolean is_hex = name[1] == 'x' || name[1] == 'X';
      char    *end;
      guint64  number = g_ascii_strtoull (name + (is_hex ? 2 : 1), &end, is_hex ? 16 : 10);

      if (*end != '\0' || end == name + 1 || number == 0 || number > 0x10FFFF
          || !g_unichar_validate ((gunichar) number))
        return 0;
      *value = (gunichar) number;
    }
  else
    {
      const htmlEntityDesc *entity = htmlEntityLookup ((const xmlChar *) name);

      if (entity == NULL && !g_str_equal (name, "apos"))
        return 0;
      *value = entity != NULL ? entity->value : '\'';
    }

  return length + 1;
}

/* Returns: (transfer full): @text with HTML's entities decoded once */
char *
trellis_posting_text_decode_entities (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0';)
    {
      gunichar value;
      gsize    length = *p == '&' ? read_entity (p, &value) : 0;

      if (length > 0)
        g_string_append_unichar (out, value);
      else
        g_string_append_c (out, *p++);
      p += length;
    }

  return g_string_free_and_steal (out);
}
