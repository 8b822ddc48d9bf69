/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-markdown-addresses.h"

#include <string.h>

/* What can stand in angle brackets. "<Role:Backend>" is meant as text. */
static const char *const schemes[] = { "https:", "http:", "mailto:", "ftp:", "ftps:", "tel:",
                                       "file:", "sftp:", "ssh:", "git:", "tg:", NULL };

static gboolean
begins_folded (const char *text,
               const char *prefix)
{
  return g_ascii_strncasecmp (text, prefix, strlen (prefix)) == 0;
}

/* Whether `address` can be written as <address>. */
gboolean
trellis_markdown_address_is_bracketable (const char *address)
{
  gboolean known = FALSE;

  for (guint i = 0; schemes[i] != NULL && !known; i++)
    known = begins_folded (address, schemes[i]) && address[strlen (schemes[i])] != '\0';

  return known && strpbrk (address, " <>\n") == NULL && strstr (address, ")[") == NULL
         && strchr (address, '\\') == NULL;
}

static gboolean
is_name (char c)
{
  return g_ascii_isalnum (c) || c == '-';
}

/* Whether a word goes on here: an address that it would be part of is none. */
static gboolean
goes_on (const char *text)
{
  return *text == '_' || *text == '@' || g_unichar_isalnum (g_utf8_get_char (text));
}

/* The length of the e-mail address that `text` begins with, or 0. */
static gsize
mail_length (const char *text)
{
  gsize local = strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.+-_");
  gsize end = local + 1;
  gsize dots = 0;

  if (local == 0 || text[local] != '@' || !g_ascii_isalnum (text[end]))
    return 0;
  while (is_name (text[end])
         || (text[end] == '.' && g_ascii_isalnum (text[end + 1]) && text[end - 1] != '-'))
    dots += text[end++] == '.';
  if (goes_on (text + end) || text[end - 1] == '-')
    return 0;
  return dots > 0 ? end : 0;
}

/* Where an address ends: before a blank or angle bracket, without the punctuation that rather
 * belongs to the sentence, and without a bracket that it does not open itself. */
static gsize
url_length (const char *text)
{
  gsize length = strcspn (text, " <>[]|\"`\\\n");
  int   open = 0;

  for (gsize i = 0; i < length; i++)
    {
      const char *rest = text + i;

      open += *rest == '(';
      if (*rest == ')' && --open < 0)
        length = i;
      /* No-break spaces, quotation marks and dashes of languages end it too. */
      if ((guchar) *rest >= 0xC0)
        {
          gunichar c = g_utf8_get_char (rest);

          if (c == 0x00A0 || c == 0x202F || c == 0x00BB || c == 0x201C || c == 0x201D
              || c == 0x2026)
            length = i;
        }
    }
  while (length > 0 && strchr ("?!.,:;*_~'}", text[length - 1]) != NULL)
    length--;
  return length;
}

/**
 * trellis_markdown_address_length:
 * @before: the character before @text, or a line end
 *
 * Returns: the length in bytes of the bare address that @text begins with, or 0
 */
gsize
trellis_markdown_address_length (const char *text,
                                 gunichar    before)
{
  gsize prefix = 0;
  gsize length;

  if (g_unichar_isalnum (before))
    return 0;
  if (begins_folded (text, "http://"))
    prefix = 7;
  else if (begins_folded (text, "https://"))
    prefix = 8;
  else if (begins_folded (text, "www.") && before != '/' && before != '@' && before != '.')
    prefix = 4;
  if (prefix == 0)
    return strchr ("/@.+-_", (int) MIN (before, 127)) == NULL ? mail_length (text) : 0;

  length = url_length (text);
  return length > prefix && strchr ("/.?#:", text[prefix]) == NULL ? length : 0;
}

/* Returns: (transfer full): the link that a bare address is; one without a scheme gets one */
TrellisNode *
trellis_markdown_address_new_link (const char *address)
{
  TrellisNode     *link = trellis_node_new (TRELLIS_NODE_LINK);
  g_autofree char *target = NULL;

  if (begins_folded (address, "http") && strstr (address, "://") != NULL)
    target = g_strdup (address);
  else if (begins_folded (address, "www."))
    target = g_strconcat ("https://", address, NULL);
  else
    target = g_strconcat ("mailto:", address, NULL);
  link->flag = TRUE;
  trellis_node_set (link, TRELLIS_ATTRIBUTE_TARGET, target);
  if (begins_folded (target, "mailto:"))
    trellis_node_append (link, trellis_node_new_text (TRELLIS_NODE_TEXT, address));
  else
    trellis_node_append (link, trellis_node_new_text (TRELLIS_NODE_TEXT, target));
  return link;
}

/* Whether a link shows nothing but its own address. */
gboolean
trellis_markdown_address_is_text_of (const TrellisNode *link,
                                     const char        *text)
{
  const char *target = trellis_node_get (link, TRELLIS_ATTRIBUTE_TARGET);

  return g_str_equal (target, text)
         || (g_str_has_prefix (target, "mailto:") && g_str_equal (target + strlen ("mailto:"), text)
             && mail_length (text) == strlen (text));
}

static gboolean
has_www (const char *text)
{
  for (const char *dot = strchr (text, '.'); dot != NULL; dot = strchr (dot + 1, '.'))
    if (dot - text >= 3 && g_ascii_strncasecmp (dot - 3, "www", 3) == 0)
      return TRUE;
  return FALSE;
}

/* Whether it is worth while to look for bare addresses in @text. */
gboolean
trellis_markdown_may_hold_address (const char *text)
{
  return strchr (text, '@') != NULL || strstr (text, "://") != NULL || has_www (text);
}

static void
insert_text (TrellisNode *before,
             const char  *text,
             gsize        length)
{
  g_autofree char *piece = g_strndup (text, length);

  if (length > 0)
    trellis_node_insert_before (before, trellis_node_new_text (TRELLIS_NODE_TEXT, piece));
}

/* Where a new word begins, and an address can. */
static gsize
word_length (const char *text)
{
  gsize length = 0;

  while (text[length] != '\0'
         && (g_ascii_isalnum (text[length]) || strchr ("._+-", text[length]) != NULL
             || (guchar) text[length] >= 0x80))
    length++;
  return MAX (length, 1);
}

/**
 * trellis_markdown_addresses_link:
 * @text: a TEXT node in a tree
 *
 * Makes links of the bare addresses in @text, which is left with what stands behind the last.
 *
 * Returns: whether there were any
 */
gboolean
trellis_markdown_addresses_link (TrellisNode *text)
{
  const char *start = text->text;
  const char *at = start;
  gunichar    before = '\n';

  if (!trellis_markdown_may_hold_address (start))
    return FALSE;
  while (*at != '\0')
    {
      gsize            length = trellis_markdown_address_length (at, before);
      g_autofree char *address = g_strndup (at, length);

      if (length > 0)
        {
          insert_text (text, start, at - start);
          trellis_node_insert_before (text, trellis_markdown_address_new_link (address));
          start = at + length;
        }
      at += length > 0 ? length : word_length (at);
      before = g_utf8_get_char (g_utf8_prev_char (at));
    }

  if (start == text->text)
    return FALSE;
  g_set_str (&text->text, start);
  return TRUE;
}
