/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-tokens.h"

#include <string.h>

/* A line of megabytes is read in parts, so that memory does not grow with it. */
#define MOST_BYTES (16 * 1024)
#define INVALID ((gunichar) 0xfffd)

static const char cyrillic[] = "аеорсухкмтвні";
static const char latin[] = "aeopcyxkmtbhi";

void
trellis_tokens_init (TrellisTokens *self)
{
  self->tokens = g_array_new (FALSE, FALSE, sizeof (TrellisToken));
  self->folded = g_string_new (NULL);
}

void
trellis_tokens_clear (TrellisTokens *self)
{
  g_array_unref (self->tokens);
  g_string_free (self->folded, TRUE);
}

/* Any bytes will do: what is no UTF-8 reads as one sign a byte. */
static gunichar
read_char (const char *text,
           gsize       at,
           gsize       end,
           gsize      *next)
{
  guint8   byte = (guint8) text[at];
  gunichar ch;

  *next = at + 1;
  if (byte < 0x80)
    return byte;
  ch = g_utf8_get_char_validated (text + at, (gssize) (end - at));
  if (ch == (gunichar) -1 || ch == (gunichar) -2)
    return INVALID;
  *next = at + (gsize) g_utf8_skip[byte];
  return ch;
}

static gboolean
is_invisible (gunichar ch)
{
  return ch == 0xad || (ch >= 0x200b && ch <= 0x200d) || ch == 0x2060 || ch == 0xfeff;
}

static gboolean
is_letter (gunichar ch)
{
  if (ch < 0x80)
    return g_ascii_isalnum (ch);
  if (ch >= 0x400 && ch <= 0x481)
    return TRUE;
  return ch != INVALID && (g_unichar_isalnum (ch) || g_unichar_ismark (ch) || is_invisible (ch));
}

static gboolean
is_space (gunichar ch)
{
  return ch <= ' ' || ch == 0x7f || ch == 0xa0 || (ch > 0x7f && g_unichar_isspace (ch));
}

static gboolean
is_hyphen (gunichar ch)
{
  return ch == '-' || ch == '_' || ch == 0x2010 || ch == 0x2011;
}

static void
append_lower (GString *folded,
              gunichar ch)
{
  ch = g_unichar_tolower (ch);
  if (ch == 0x451)
    ch = 0x435;
  if (ch == 0xdf)
    g_string_append (folded, "ss");
  else
    g_string_append_unichar (folded, ch);
}

/* NFKC of one character is its full decomposition put together again; a mark on its own joins the
 * character before it where Unicode knows the pair, and is dropped where it does not. */
static void
append_folded (GString *folded,
               gsize    begin,
               gunichar ch)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize    n;

  if (ch < 0x80)
    {
      g_string_append_c (folded, g_ascii_tolower ((char) ch));
      return;
    }
  if (ch >= 0x410 && ch <= 0x44f)
    {
      ch = ch < 0x430 ? ch + 0x20 : ch;
      g_string_append_c (folded, (char) (0xc0 | ch >> 6));
      g_string_append_c (folded, (char) (0x80 | (ch & 0x3f)));
      return;
    }
  if (is_invisible (ch))
    return;

  n = g_unichar_fully_decompose (ch, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n; i++)
    {
      const char *last = folded->len > begin
                             ? g_utf8_find_prev_char (folded->str + begin,
                                                      folded->str + folded->len)
                             : NULL;
      gunichar    whole;

      if (!g_unichar_ismark (parts[i]))
        append_lower (folded, parts[i]);
      else if (last != NULL && g_unichar_compose (g_utf8_get_char (last), parts[i], &whole))
        {
          g_string_truncate (folded, (gsize) (last - folded->str));
          append_lower (folded, whole);
        }
    }
}

/* The Latin letter that looks like the Cyrillic one of two bytes, or 0. */
static char
find_look_alike (const char *letter)
{
  for (gsize i = 0; latin[i] != '\0'; i++)
    if (memcmp (cyrillic + i * 2, letter, 2) == 0)
      return latin[i];
  return 0;
}

/* Only when all its Cyrillic letters look alike: "С#", "1С", "Рython", but not "1с-ник". */
static void
replace_look_alikes (GString *folded,
                     gsize    begin)
{
  char    *word = folded->str + begin, *to = word;
  gsize    length = folded->len - begin;
  gboolean ascii = FALSE, others = FALSE;

  for (gsize i = 0; i < length; i++)
    if ((guint8) word[i] < 0x80)
      ascii = TRUE;
    else if (i + 1 < length && find_look_alike (word + i) != 0)
      {
        i++;
        others = TRUE;
      }
    else
      return;
  if (!ascii || !others)
    return;

  for (gsize i = 0; i < length; i++)
    if ((guint8) word[i] < 0x80)
      *to++ = word[i];
    else
      *to++ = find_look_alike (word + i++);
  g_string_truncate (folded, (gsize) (to - folded->str));
}

/* The first half of "С/С++" is Latin too. */
static gboolean
is_before_c (const char *text,
             gsize       at,
             gsize       end)
{
  return (end - at > 2 && strncmp (text + at, "/C+", 3) == 0)
         || (end - at > 3 && strncmp (text + at, "/С+", 4) == 0);
}

static gsize
read_word (TrellisTokens *self,
           TrellisToken  *token,
           const char    *text,
           gsize          at,
           gsize          end)
{
  gsize    next;
  gboolean plain = TRUE;

  token->folded = self->folded->len;
  for (; at < end; at = next)
    {
      gunichar ch = read_char (text, at, end, &next);

      if (!is_letter (ch))
        break;
      plain = plain && ch < 0x80;
      append_folded (self->folded, token->folded, ch);
    }
  for (; at < end && (text[at] == '+' || text[at] == '#'); at++)
    g_string_append_c (self->folded, text[at]);
  if (!plain)
    replace_look_alikes (self->folded, token->folded);
  if (is_before_c (text, at, end) && g_str_equal (self->folded->str + token->folded, "с"))
    {
      g_string_truncate (self->folded, token->folded);
      g_string_append_c (self->folded, 'c');
    }
  return at;
}

static gboolean
is_domain (const char *folded)
{
  static const char *const domains[] = { "com", "ru", "org", "me", "dev", "app", "рф", NULL };

  return g_strv_contains (domains, folded);
}

/* Whether the sign makes what stands around it an address: "://", "@", "www.", "name.ru/". */
static gboolean
is_address (const TrellisTokens *self,
            const char          *text,
            gsize                at,
            gsize                end)
{
  const TrellisToken *last;
  gsize               n = self->tokens->len;

  if (n == 0 || at == 0 || at + 1 >= end)
    return FALSE;
  last = trellis_tokens_get (self, n - 1);
  if (last->end != at || last->sign != 0)
    return FALSE;

  switch (text[at])
    {
    case ':':
      return at + 2 < end && text[at + 1] == '/' && text[at + 2] == '/';
    case '@':
      return (guint8) text[at + 1] >= 0x80 || g_ascii_isalnum (text[at + 1]);
    case '.':
      return g_str_equal (trellis_tokens_fold (self, last), "www");
    case '/':
      return n > 2 && trellis_tokens_get (self, n - 2)->sign == '.'
             && is_domain (trellis_tokens_fold (self, last));
    default:
      return FALSE;
    }
}

static gsize
skip_address (TrellisTokens *self,
              const char    *text,
              gsize          at,
              gsize          end)
{
  static const char closing[] = "<>\"()[]{},;|";

  while (self->tokens->len > 0)
    {
      const TrellisToken *last = trellis_tokens_get (self, self->tokens->len - 1);
      gboolean            first = last->gap == TRELLIS_GAP_SPACE;

      if (last->sign != 0 && last->sign < 0x80 && strchr (closing, (int) last->sign) != NULL)
        break;
      g_array_set_size (self->tokens, self->tokens->len - 1);
      if (first)
        break;
    }
  while (at < end)
    {
      gsize    next;
      gunichar ch = read_char (text, at, end, &next);

      if (is_space (ch) || (ch < 0x80 && strchr (closing, (int) ch) != NULL))
        break;
      at = next;
    }
  return at;
}

/* Where a part of a long line may end: behind a space, else between characters. */
static gsize
find_end (const char *text,
          gsize       begin,
          gsize       end)
{
  gsize at = begin + MOST_BYTES;

  if (end <= at)
    return end;
  for (gsize i = at; i > at - MOST_BYTES / 4; i--)
    if (text[i - 1] == ' ')
      return i;
  for (gsize i = 0; i < 3 && ((guint8) text[at] & 0xc0) == 0x80; i++)
    at--;
  return at;
}

/**
 * trellis_tokens_read:
 * @text: any bytes
 * @begin: of a line
 * @end: of the line
 *
 * Replaces the tokens by those of the line, or of its first part when it is long.
 *
 * Returns: where it stopped: @end, or where the next part begins
 */
gsize
trellis_tokens_read (TrellisTokens *self,
                     const char    *text,
                     gsize          begin,
                     gsize          end)
{
  TrellisGap gap = TRELLIS_GAP_SPACE;
  gsize      at, next;

  end = find_end (text, begin, end);
  g_array_set_size (self->tokens, 0);
  g_string_truncate (self->folded, 0);
  for (at = begin; at < end; at = next)
    {
      TrellisToken token = { .begin = at, .gap = gap };
      gunichar     ch = read_char (text, at, end, &next);

      gap = TRELLIS_GAP_SPACE;
      if (is_space (ch))
        continue;
      gap = TRELLIS_GAP_NONE;
      if (is_letter (ch))
        next = read_word (self, &token, text, at, end);
      else if (is_address (self, text, at, end))
        {
          next = skip_address (self, text, at, end);
          continue;
        }
      else if (is_hyphen (ch) && token.gap == TRELLIS_GAP_NONE && next < end
               && !is_space ((guint8) text[next]) && text[next] != '-')
        {
          gap = TRELLIS_GAP_HYPHEN;
          continue;
        }
      else
        {
          token.sign = ch == 0x2019 ? '\'' : ch;
          token.folded = self->folded->len;
          g_string_append_unichar (self->folded, token.sign);
        }
      token.end = next;
      token.length = (guint32) (self->folded->len - token.folded);
      g_string_append_c (self->folded, '\0');
      g_array_append_val (self->tokens, token);
    }
  return end;
}
