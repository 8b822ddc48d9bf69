/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-text.h"

#include <string.h>

/* Where a page names its encoding, if it does. */
#define HEAD 4096

/* What pages are met in; no name from outside goes to iconv that is not one of these. */
static const char *const encodings[] = {
  "windows-125", "cp125", "koi8-", "iso-8859-", "cp866", "ibm866", "shift_jis", "gb", "euc-",
  "big5",
};

/* Returns: (nullable): what stands behind "charset=" in @head, when it is known */
static char *
find_encoding (const char *head)
{
  const char      *p = g_strstr_len (head, -1, "charset=");
  g_autofree char *name = NULL;

  if (p == NULL)
    return NULL;

  p += strlen ("charset=");
  p += strspn (p, "\"' ");
  name = g_ascii_strdown (p, (gssize) strspn (p, "-_" G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS));
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (g_str_has_prefix (name, encodings[i]))
      return g_steal_pointer (&name);
  return NULL;
}

/* Whether these bytes are UTF-8 but for a slip here and there. */
static gboolean
is_nearly_utf8 (const char *data,
                gsize       size)
{
  const char *end = data + size;
  gsize       good = 0, bad = 0;

  while (data < end)
    {
      gunichar c = (guchar) *data < 0x80 ? (guchar) *data
                                         : g_utf8_get_char_validated (data, end - data);

      if (c < 0x80)
        data++;
      else if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          bad++;
          data++;
        }
      else
        {
          good++;
          data = g_utf8_next_char (data);
        }
    }

  return bad == 0 || bad * 20 < good;
}

static char *
convert (const char *data,
         gsize       size,
         const char *encoding)
{
  gsize            length;
  g_autofree char *text
      = g_convert_with_fallback (data, (gssize) size, "UTF-8", encoding, "?", NULL, &length, NULL);

  return text != NULL ? g_utf8_make_valid (text, (gssize) length) : NULL;
}

/* C strings end at a zero: what stands behind one would be lost without a word. */
static char *
drop_zeros (const char *data,
            gsize       size,
            gsize      *length)
{
  char *out = g_malloc (size + 1);

  *length = 0;
  for (gsize i = 0; i < size; i++)
    if (data[i] != '\0')
      out[(*length)++] = data[i];
  out[*length] = '\0';
  return out;
}

/**
 * trellis_posting_text_decode:
 *
 * Takes the bytes for UTF-8 when they are; else for UTF-16 when they say so, for the encoding
 * that the page names, and for windows-1251, which old Russian pages and notes are in.
 *
 * Returns: (transfer full): UTF-8 without zeros and byte order mark
 */
char *
trellis_posting_text_decode (GBytes *bytes)
{
  gsize            size, length;
  const char      *data = g_bytes_get_data (bytes, &size);
  g_autofree char *plain = NULL;
  g_autofree char *head = NULL;
  g_autofree char *encoding = NULL;
  char            *text = NULL;

  if (size >= 2 && (memcmp (data, "\xFF\xFE", 2) == 0 || memcmp (data, "\xFE\xFF", 2) == 0))
    {
      text = convert (data, size & ~(gsize) 1, "UTF-16");
      if (text != NULL)
        return text;
    }

  plain = drop_zeros (data, size, &length);
  if (g_str_has_prefix (plain, "\xEF\xBB\xBF"))
    memmove (plain, plain + 3, (length -= 3) + 1);
  if (is_nearly_utf8 (plain, length))
    return g_utf8_make_valid (plain, (gssize) length);

  head = g_ascii_strdown (plain, (gssize) MIN (length, HEAD));
  encoding = find_encoding (head);
  if (encoding != NULL)
    text = convert (plain, length, encoding);
  if (text == NULL)
    text = convert (plain, length, "windows-1251");
  return text != NULL ? text : g_utf8_make_valid (plain, (gssize) length);
}
