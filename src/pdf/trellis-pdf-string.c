/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-string.h"

#include <string.h>

#define MAX_MARKS_IN_A_ROW 4
#define MAX_WORD 48000    /* bytes; of a longer one each part has */
#define PART_OF_WORD 1000 /* letters */
#define NO_BREAK_SPACE 0x00a0
#define WORD_JOINER 0x2060
#define ZERO_WIDTH_SPACE "\u200b"
#define MAX_LAST_BIT 3    /* letters with the full stop */
#define MAX_SHORT_PART 2  /* letters */
#define MIN_BOUND_TEXT 40 /* bytes: what is shorter hardly fills a line */

/* Characters that no page can show and that an archivable file must not hold. */
static gboolean
is_unprintable (gunichar c)
{
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0)
         || c == 0x00ad                /* soft hyphen: poppler loses text after one */
         || c == 0x200b || c == 0x2060 /* zero-width: we break lines ourselves */
         || c == 0x20e3                /* the frame of a key, which few fonts draw around it */
         || c == 0xfeff || (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef)
         || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) /* bidi overrides */
         || (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0000 && c <= 0xe0fff);
}

static gboolean
is_private (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_PRIVATE_USE;
}

/* Marks that signs are hung on (see trellis-pdf-sign.c) look like commoner ones, which people
 * mostly mean. */
static gunichar
spare_carrier (gunichar c)
{
  switch (c)
    {
    case 0x02d9:
      return 0x00b7; /* a dot */
    case 0x02da:
      return 0x00b0; /* degrees */
    case 0x02db:
      return ',';
    default:
      return c;
    }
}

/**
 * trellis_pdf_string_clean:
 * @text: text from anywhere; what is not UTF-8 is replaced
 *
 * Makes text that can be set: control characters, byte order marks and bidi overrides go, private
 * use characters become U+FFFD, tabs and line separators spaces, a mark without a letter gets a
 * dotted circle, what carries signs gives way to its twin, and a pile of marks keeps the four that
 * fit in a line. '\n' stays, and parts a word of thousands of letters, for which finding its line
 * breaks would take the square of its length.
 *
 * Returns: (transfer full): the text
 */
char *
trellis_pdf_string_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString         *clean = g_string_sized_new (strlen (valid));
  gboolean         has_base = FALSE;
  guint            n_marks = 0;
  guint            n_letters = 0;
  gboolean         is_long = FALSE;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_unprintable (c))
        continue;
      if (g_unichar_isspace (c))
        n_letters = 0;
      else if (n_letters++ == 0)
        is_long = strcspn (p, " \t\n") > MAX_WORD;
      else if (is_long && n_letters % PART_OF_WORD == 0 && !g_unichar_ismark (c))
        g_string_append_c (clean, '\n');
      if (g_unichar_ismark (c))
        {
          if (++n_marks > MAX_MARKS_IN_A_ROW)
            continue;
          if (!has_base)
            g_string_append_unichar (clean, 0x25cc);
          has_base = TRUE;
        }
      else
        {
          n_marks = 0;
          has_base = !g_unichar_isspace (c);
        }
      if (c == '\t' || c == 0x2028 || c == 0x2029)
        c = ' ';
      g_string_append_unichar (clean, is_private (c) ? 0xfffd : spare_carrier (c));
    }
  return g_string_free_and_steal (clean);
}

static gboolean
is_one_letter_word (const char *text,
                    const char *space)
{
  const char *letter = g_utf8_find_prev_char (text, space);
  const char *before = letter != NULL ? g_utf8_find_prev_char (text, letter) : NULL;
  gunichar    c = letter != NULL ? g_utf8_get_char (letter) : 0;

  if (letter == NULL || g_unichar_get_script (c) != G_UNICODE_SCRIPT_CYRILLIC)
    return FALSE;
  return before == NULL || !g_unichar_isalnum (g_utf8_get_char (before));
}

static const char *const units[] = {
  "%", "ms", "s", "h", "min", "kB", "KB", "MB", "GB", "TB", "GHz", "px",
  "мс", "с", "ч", "мин", "КБ", "МБ", "ГБ", "ТБ", "ГГц", "г", "гг", "км",
  "кг", "₽", "€", "руб", "тыс", "млн",
};

static gboolean
is_unit (const char *word)
{
  const char *end = word;

  while (*end != '\0'
         && (g_unichar_isalpha (g_utf8_get_char (end)) || strchr ("%", *end) != NULL
             || g_unichar_type (g_utf8_get_char (end)) == G_UNICODE_CURRENCY_SYMBOL))
    end = g_utf8_next_char (end);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strlen (units[i]) == (gsize) (end - word) && strncmp (units[i], word, end - word) == 0)
      return TRUE;
  return FALSE;
}

/* Whether a long text ends in so short a word that it would look lost on a line of its own. */
static gboolean
is_before_last_bit (const char *text,
                    const char *space)
{
  glong left = g_utf8_strlen (space + 1, MAX_LAST_BIT * 6 + 1);

  return space - text > MIN_BOUND_TEXT && left > 0 && left <= MAX_LAST_BIT
         && strlen (space + 1) <= MAX_LAST_BIT * 6 && strchr (space + 1, ' ') == NULL;
}

/* Whether a line must not end at this space: after «в», «№» and a number, before a dash and a unit,
 * and before the last bit of a sentence. */
static gboolean
space_binds (const char *text,
             const char *space)
{
  gunichar    after = g_utf8_get_char (space + 1);
  const char *previous = g_utf8_find_prev_char (text, space);

  if (after == 0x2014 || after == 0x2013)
    return TRUE;
  if (previous == NULL)
    return FALSE;
  if (g_utf8_get_char (previous) == 0x2116 || g_utf8_get_char (previous) == 0x00a7)
    return TRUE;
  if ((g_ascii_isdigit (*previous) && is_unit (space + 1)) || is_before_last_bit (text, space))
    return TRUE;
  return is_one_letter_word (text, space);
}

/* Letters and digits from there on, at most one more than make a short part of a word. */
static guint
count_after (const char *text)
{
  guint n = 0;

  while (n <= MAX_SHORT_PART && g_unichar_isalnum (g_utf8_get_char (text)))
    {
      text = g_utf8_next_char (text);
      n++;
    }
  return n;
}

static guint
count_before (const char *text,
              const char *end)
{
  guint n = 0;

  while (n <= MAX_SHORT_PART && end > text
         && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (end))))
    {
      end = g_utf8_prev_char (end);
      n++;
    }
  return n;
}

/* Whether a line must not end behind this hyphen: after "e-" and «ИТ-», before «-то». */
static gboolean
hyphen_binds (const char *text,
              const char *hyphen)
{
  guint before = count_before (text, hyphen), after = count_after (hyphen + 1);

  return before > 0 && after > 0 && MIN (before, after) <= MAX_SHORT_PART;
}

/**
 * trellis_pdf_string_typeset:
 *
 * Binds words that a line must not part: one-letter Russian prepositions to the next word, the
 * number sign to its number, a number to its unit, a dash to the word before, a short part of a
 * word to its hyphen. No visible character changes.
 *
 * Returns: (transfer full): the text with no-break spaces and word joiners
 */
char *
trellis_pdf_string_typeset (const char *text)
{
  GString *set = g_string_sized_new (strlen (text) + 16);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == ' ' && space_binds (text, p))
        g_string_append_unichar (set, NO_BREAK_SPACE);
      else
        g_string_append_len (set, p, g_utf8_next_char (p) - p);
      if (*p == '-' && hyphen_binds (text, p))
        g_string_append_unichar (set, WORD_JOINER);
    }
  return g_string_free_and_steal (set);
}

static gboolean
is_cyrillic_language (const char *language)
{
  static const char *const cyrillic[] = { "ru", "uk", "be", "bg", "sr", "kk",
                                          "ky", "mk", "mn", "tg", NULL };
  char                     base[3] = { 0 };

  g_strlcpy (base, language != NULL ? language : "", sizeof base);
  return g_strv_contains (cyrillic, base);
}

/**
 * trellis_pdf_string_language:
 * @text: text of a block
 * @language: the language around it
 *
 * Returns: (transfer none): @language, or the one that the text's letters speak for against it:
 *   "ru" for Cyrillic in a language of another script, "en" for Latin in a Cyrillic one
 */
const char *
trellis_pdf_string_language (const char *text,
                             const char *language)
{
  guint latin = 0, cyrillic = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_isalpha ((char) MIN (c, 0x7f)))
        latin++;
      else if (c >= 0x0400 && c < 0x0530)
        cyrillic++;
    }
  if (cyrillic > latin && !is_cyrillic_language (language))
    return "ru";
  if (latin > 0 && cyrillic == 0 && is_cyrillic_language (language))
    return "en";
  return language;
}

/**
 * trellis_pdf_string_is_language:
 * @language: (nullable): text from anywhere
 *
 * Returns: whether it has the form of a language tag (BCP 47)
 */
gboolean
trellis_pdf_string_is_language (const char *language)
{
  if (language == NULL || !g_ascii_isalpha (*language) || strlen (language) > 35)
    return FALSE;
  for (; *language != '\0'; language++)
    if (!g_ascii_isalnum (*language) && *language != '-')
      return FALSE;
  return TRUE;
}

/**
 * trellis_pdf_string_breakable_url:
 *
 * Returns: (transfer full): the address with a zero-width space wherever a line may break in it
 */
char *
trellis_pdf_string_breakable_url (const char *url)
{
  GString *result = g_string_sized_new (strlen (url) + 32);

  for (const char *p = url; *p != '\0'; p++)
    {
      g_string_append_c (result, *p);
      if (strchr ("/?&=-_.", *p) != NULL && strchr ("/?&=-_.", p[1]) == NULL && p[1] != '\0'
          && (*p != '.' || p - url > 40))
        g_string_append (result, ZERO_WIDTH_SPACE);
    }
  return g_string_free_and_steal (result);
}

/* "https://пример.рф/путь" → scheme and host apart from the rest, the host in ASCII. */
static char *
with_ascii_host (const char *address)
{
  const char      *host = strstr (address, "://");
  g_autofree char *name = NULL, *ascii = NULL;
  const char      *at;
  gsize            length;

  if (host == NULL)
    return g_strdup (address);
  host += 3;
  length = strcspn (host, "/?#");
  at = memrchr (host, '@', length);
  if (at != NULL)
    {
      length -= (gsize) (at + 1 - host);
      host = at + 1;
    }
  length = MIN (length, strcspn (host, ":"));
  name = g_strndup (host, length);
  if (g_str_is_ascii (name) || (ascii = g_hostname_to_ascii (name)) == NULL)
    return g_strdup (address);
  return g_strdup_printf ("%.*s%s%s", (int) (host - address), address, ascii, host + length);
}

/**
 * trellis_pdf_string_uri:
 * @address: a link target as the author wrote it
 *
 * Makes an address that a PDF may hold: ASCII, the host in punycode, everything else that is not
 * allowed in an address percent-encoded. Only web and mail addresses are taken.
 *
 * Returns: (transfer full) (nullable): the address, or NULL when it cannot be followed
 */
char *
trellis_pdf_string_uri (const char *address)
{
  static const char *const schemes[] = { "https", "http", "mailto", "ftp", "tel" };
  g_autofree char         *clean = NULL, *ascii = NULL, *scheme = NULL;
  gboolean                 known = FALSE;

  if (address == NULL)
    return NULL;
  clean = g_strstrip (trellis_pdf_string_clean (address));
  scheme = g_uri_parse_scheme (clean);
  for (guint i = 0; i < G_N_ELEMENTS (schemes) && scheme != NULL; i++)
    known = known || g_ascii_strcasecmp (scheme, schemes[i]) == 0;
  if (!known || clean[strlen (scheme) + 1] == '\0')
    return NULL;
  ascii = with_ascii_host (clean);
  /* A "%" stays: what is already encoded must not be encoded twice. */
  return g_uri_escape_string (ascii, ":/?#[]@!$&()*+,;=%", FALSE);
}
