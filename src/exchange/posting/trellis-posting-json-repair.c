/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-json-repair.h"

#include <string.h>

/* Reads four hexadecimal digits. */
static gboolean
read_hex (const char *p,
          guint      *value)
{
  *value = 0;
  for (int i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return FALSE;
      *value = *value * 16 + (guint) g_ascii_xdigit_value (p[i]);
    }
  return TRUE;
}

/* Copies the "\uXXXX" at @p, both of a pair; drops zeros and halves of pairs. */
static const char *
repair_unicode (GString    *out,
                const char *p)
{
  guint value, low;

  if (!read_hex (p + 2, &value))
    return p + 2;

  if (value >= 0xD800 && value < 0xDC00 && p[6] == '\\' && p[7] == 'u' && read_hex (p + 8, &low)
      && low >= 0xDC00 && low < 0xE000)
    {
      g_string_append_len (out, p, 12);
      return p + 12;
    }
  if (value != 0 && (value < 0xD800 || value >= 0xE000))
    g_string_append_len (out, p, 6);
  return p + 6;
}

static const char *
repair_escape (GString    *out,
               const char *p)
{
  if (p[1] == 'u')
    return repair_unicode (out, p);

  if (p[1] != '\0' && strchr ("\"\\/bfnrt", p[1]) != NULL)
    {
      g_string_append_len (out, p, 2);
      return p + 2;
    }
  return p + 1;
}

/* Copies the string that begins at @p; gives where it ends. */
static const char *
repair_string (GString    *out,
               const char *p)
{
  g_string_append_c (out, *p++);
  while (*p != '\0')
    {
      if (*p == '\\')
        {
          p = repair_escape (out, p);
          continue;
        }
      if (*p == '\n' || *p == '\t')
        g_string_append (out, *p == '\n' ? "\\n" : "\\t");
      else if ((guchar) *p < 0x20)
        g_string_append_c (out, ' ');
      else
        g_string_append_c (out, *p);
      if (*p++ == '"')
        break;
    }
  return p;
}

/* Gives where the comment at @p ends, @p itself when it is none; keeps its line ends. */
static const char *
skip_comment (GString    *out,
              const char *p)
{
  const char *end;

  if (strncmp (p, "//", 2) == 0)
    return p + strcspn (p, "\n");
  if (strncmp (p, "/*", 2) != 0)
    return p;

  end = strstr (p + 2, "*/");
  end = end != NULL ? end + 2 : p + strlen (p);
  for (; p < end; p++)
    if (*p == '\n')
      g_string_append_c (out, '\n');
  return end;
}

static void
drop_trailing_comma (GString *out)
{
  gsize length = out->len;

  while (length > 0 && strchr (" \t\r\n", out->str[length - 1]) != NULL)
    length--;
  if (length > 0 && out->str[length - 1] == ',')
    out->str[length - 1] = ' ';
}

/**
 * trellis_posting_json_repair:
 * @depth: (out): how deep it nests
 *
 * Mends what sites get wrong and leaves what is right as it is: line ends and other controls inside
 * strings, unknown escapes, zeros and halves of surrogate pairs; comments; commas after the last
 * member. JSON that is right comes back the same but for zeros and halves.
 *
 * Returns: (transfer full): what can be parsed, if anything can
 */
char *
trellis_posting_json_repair (const char *json,
                             guint      *depth)
{
  GString *out = g_string_sized_new (strlen (json));
  guint    open = 0;

  *depth = 0;
  for (const char *p = json; *p != '\0';)
    {
      if (*p == '"')
        {
          p = repair_string (out, p);
          continue;
        }
      if (*p == '/')
        {
          const char *end = skip_comment (out, p);

          if (end > p)
            {
              p = end;
              continue;
            }
        }
      if (*p == '{' || *p == '[')
        *depth = MAX (*depth, ++open);
      else if (*p == '}' || *p == ']')
        {
          drop_trailing_comma (out);
          open -= open > 0;
        }
      g_string_append_c (out, *p++);
    }

  return g_string_free_and_steal (out);
}
