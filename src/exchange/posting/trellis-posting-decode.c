/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-text.h"

#include <string.h>

/* Where a page names its encoding, if it does. */
#define HEAD 4096
/* What a byte that its encoding has not becomes. */
#define UNKNOWN "\xEF\xBF\xBD"

/* What pages are met in; no name from outside goes to iconv that is not one of these. */
static const char *const encodings[] = {
  "windows-125", "cp125", "koi8-", "iso-8859-", "cp866", "ibm866", "shift_jis", "gb", "euc-",
  "big5",
};

/* Returns: (nullable): what stands behind "charset=" or "encoding=" in @head, when it is known */
static char *
find_encoding (const char *head)
{
  const char      *p = strstr (head, "charset=");
  g_autofree char *name = NULL;

  if (p == NULL)
    p = g_str_has_prefix (head, "<?xml") ? strstr (head, "encoding=") : NULL;
  if (p == NULL)
    return NULL;

  p = strchr (p, '=') + 1;
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

/* Bytes that say nothing of their encoding. Western letters beyond ASCII stand alone, Russian ones
 * beside each other; and most of those are small, which the encodings have in different places. */
static const char *
guess_encoding (const char *data,
                gsize       size)
{
  gsize n = 0, pairs = 0;
  gsize dos = 0, first = 0, second = 0;

  for (gsize i = 0; i < size; i++)
    {
      guchar c = (guchar) data[i];

      if (c < 0x80)
        continue;
      n++;
      pairs += i > 0 && (guchar) data[i - 1] >= 0x80;
      dos += c < 0xB0;
      first += c >= 0xC0 && c < 0xE0;
      second += c >= 0xE0;
    }

  if (pairs * 2 < n)
    return "windows-1252";
  if (dos * 2 > n)
    return "cp866";
  return first > second * 2 ? "koi8-r" : "windows-1251";
}

/* Returns: (nullable): UTF-8 that may hold zeros; a byte that is none costs no more than itself */
static char *
convert (const char *data,
         gsize       size,
         const char *encoding,
         gsize      *length)
{
  GIConv   converter = g_iconv_open ("UTF-8", encoding);
  gsize    unit = g_str_equal (encoding, "UTF-16") ? 2 : 1;
  GString *out;
  char     buffer[4096];

  if (converter == (GIConv) -1)
    return NULL;

  out = g_string_sized_new (size);
  while (size > 0)
    {
      char *to = buffer;
      char *from = (char *) data;
      gsize room = sizeof buffer, left = size;
      gsize result = g_iconv (converter, &from, &left, &to, &room);

      g_string_append_len (out, buffer, to - buffer);
      data = from;
      if (result == (gsize) -1 && left > 0 && to == buffer)
        {
          g_string_append (out, UNKNOWN);
          data += MIN (unit, left);
          left -= MIN (unit, left);
        }
      size = left;
    }
  g_iconv_close (converter);
  *length = out->len;
  return g_string_free_and_steal (out);
}

/* C strings end at a zero: what stands behind one would be lost without a word. */
static gsize
drop_zeros (char *data,
            gsize size)
{
  gsize length = 0;

  for (gsize i = 0; i < size; i++)
    if (data[i] != '\0')
      data[length++] = data[i];
  data[length] = '\0';
  return length;
}

static char *
decode_plain (const char *data,
              gsize       size,
              gsize      *length)
{
  g_autofree char *head = NULL;
  g_autofree char *encoding = NULL;
  char            *text = NULL;

  if (!is_nearly_utf8 (data, size))
    {
      head = g_ascii_strdown (data, (gssize) strnlen (data, MIN (size, HEAD)));
      encoding = find_encoding (head);
      if (encoding != NULL)
        text = convert (data, size, encoding, length);
      if (text == NULL)
        text = convert (data, size, guess_encoding (data, size), length);
    }
  if (text != NULL)
    return text;

  text = g_malloc (size + 1);
  memcpy (text, data, size);
  *length = size;
  return text;
}

/**
 * trellis_posting_text_decode:
 *
 * Takes the bytes for UTF-8 when they are; else for UTF-16 when they say so, for the encoding
 * that the page names, and for the one that old Russian or Western pages and notes look to be in.
 *
 * Returns: (transfer full): UTF-8 without zeros and byte order mark
 */
char *
trellis_posting_text_decode (GBytes *bytes)
{
  gsize            size, length = 0;
  const char      *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = NULL;
  const char      *begin;

  if (size >= 2 && (memcmp (data, "\xFF\xFE", 2) == 0 || memcmp (data, "\xFE\xFF", 2) == 0))
    text = convert (data, size & ~(gsize) 1, "UTF-16", &length);
  else if (size > 0)
    text = decode_plain (data, size, &length);
  if (text == NULL)
    return g_strdup ("");

  length = drop_zeros (text, length);
  begin = text + (g_str_has_prefix (text, "\xEF\xBB\xBF") ? 3 : 0);
  return g_utf8_make_valid (begin, (gssize) length - (begin - text));
}
