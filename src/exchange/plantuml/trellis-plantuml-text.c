/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-plantuml-private.h"
#include "trellis-text.h"

#include <string.h>

/* What a label may be long, in bytes: as written, and as a name. */
#define MAX_RAW 8000
#define MAX_NAME 1000
#define MAX_TAG 200

static void
blank_out (char *begin,
           char *end)
{
  for (char *p = begin; p < end; p++)
    if (*p != '\n')
      *p = ' ';
}

/* Goes over the rest of the line, and blanks what stands between / and ' there: such a comment may
 * reach over lines. Returns: the end of the line that it stops in. */
static char *
blank_comments (char     *p,
                gboolean *unclosed)
{
  gboolean quoted = FALSE;

  for (; *p != '\0' && *p != '\n'; p++)
    {
      char *close;

      quoted ^= *p == '"';
      if (quoted || *unclosed || p[0] != '/' || p[1] != '\'')
        continue;
      close = strstr (p + 2, "'/");
      *unclosed = close == NULL;
      if (close == NULL)
        continue;
      blank_out (p, close + 2);
      p = close + 1;
    }
  return p;
}

/* Comments become blanks; so do no-break spaces, which come with what is copied from a page. */
static void
blank_buffer (char *buffer)
{
  gboolean unclosed = FALSE;

  for (char *p = buffer; *p != '\0'; p++)
    {
      if (*p == '\r')
        *p = p[1] == '\n' ? ' ' : '\n';
      else if (p[0] == '\xC2' && p[1] == '\xA0')
        p[0] = p[1] = ' ';
    }
  for (char *p = buffer; *p != '\0'; p += *p != '\0')
    {
      p += strspn (p, " \t\f\v");
      p = *p == '\'' ? p + strcspn (p, "\n") : blank_comments (p, &unclosed);
    }
}

/* Cuts @buffer, which is changed, into lines: comments out, no white space at the ends.
 * Returns: (transfer full): TrellisPlantumlLine, every line of the text; they point into @buffer */
GArray *
trellis_plantuml_split (char *buffer)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (TrellisPlantumlLine));
  char   *next;

  blank_buffer (buffer);
  for (char *p = buffer; p != NULL; p = next)
    {
      TrellisPlantumlLine line = { p, (int) lines->len + 1 };

      next = strchr (p, '\n');
      if (next != NULL)
        *next++ = '\0';
      line.text = g_strstrip (p + strspn (p, " \t\f\v"));
      g_array_append_val (lines, line);
    }
  return lines;
}

static gboolean
is_wordy (char c)
{
  return g_ascii_isalnum (c) || (c & 0x80) != 0;
}

/* A mark that opens emphasis: at the start of a word, and not the slashes of an address. */
static gboolean
opens (const char *text,
       const char *p)
{
  char before = p > text ? p[-1] : ' ';

  return !is_wordy (before) && before != ':' && before != *p && p[2] != '\0' && p[2] != *p
         && !g_ascii_isspace (p[2]);
}

static const char *
find_close (const char *open,
            const char *mark)
{
  for (const char *p = open + 3; (p = strstr (p, mark)) != NULL; p++)
    if (!g_ascii_isspace (p[-1]) && p[2] != *mark && !is_wordy (p[2]))
      return p;
  return NULL;
}

/* Creole emphasis: the marks go, the words stay. */
static void
strip_emphasis (GString    *text,
                const char *mark)
{
  gsize at = 0;

  while (at < text->len)
    {
      const char *open = strstr (text->str + at, mark);
      const char *close;
      gsize       begin, end;

      if (open == NULL)
        return;
      begin = (gsize) (open - text->str);
      at = begin + 1;
      if (!opens (text->str, open))
        continue;
      close = find_close (open, mark);
      if (close == NULL)
        return;
      end = (gsize) (close - text->str);
      g_string_erase (text, (gssize) end, 2);
      g_string_erase (text, (gssize) begin, 2);
      at = end - 2;
    }
}

static gboolean
is_markup (const char *inside,
           gsize       length)
{
  static const char *const tags[] = { "b", "i", "u", "s", "w", "back",
                                      "code", "color", "del", "font", "img", "plain",
                                      "size", "strike", "sub", "sup", NULL };
  gsize                    n = 0;
  gboolean                 closing = *inside == '/';

  if (strchr ("$&:", *inside) != NULL)
    return length > 1 && !g_ascii_isspace (inside[1]);
  inside += closing;
  length -= closing;
  while (n < length && g_ascii_isalpha (inside[n]))
    n++;
  if (n < length && strchr (": /#=", inside[n]) == NULL)
    return FALSE;
  for (guint i = 0; tags[i] != NULL; i++)
    if (strlen (tags[i]) == n && g_ascii_strncasecmp (tags[i], inside, n) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_break (const char *inside,
          gsize       length)
{
  return length >= 2 && g_ascii_strncasecmp (inside, "br", 2) == 0
         && strspn (inside + 2, " /") == length - 2;
}

/* <U+0041> */
static gunichar
decode_character (const char *inside,
                  gsize       length)
{
  gunichar c = 0;

  if (length < 3 || length > 8 || g_ascii_strncasecmp (inside, "U+", 2) != 0)
    return 0;
  for (gsize i = 2; i < length; i++)
    {
      int digit = g_ascii_xdigit_value (inside[i]);

      if (digit < 0)
        return 0;
      c = c * 16 + (gunichar) digit;
    }
  return g_unichar_validate (c) ? c : 0;
}

/* Tags that format, sprites, icons and emoji go; an unknown tag is a word. */
static void
append_without_tags (GString    *out,
                     const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      gsize    length = *p == '<' ? strcspn (p + 1, "<>\n") : 0;
      gunichar c;

      if (length == 0 || length > MAX_TAG || p[length + 1] != '>')
        {
          g_string_append_c (out, *p);
          continue;
        }
      c = decode_character (p + 1, length);
      if (c != 0)
        g_string_append_unichar (out, c);
      else if (is_break (p + 1, length))
        g_string_append_c (out, ' ');
      else if (!is_markup (p + 1, length))
        g_string_append_len (out, p, (gssize) length + 2);
      p += length + 1;
    }
}

/* One line: runs of white space and control characters are one space. */
static char *
collapse (const char *text)
{
  g_autofree char *visible = trellis_text_strip_invisible (text);
  GString         *out = g_string_sized_new (strlen (visible));
  gboolean         space = FALSE;

  for (const char *p = visible; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          space = out->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (out, ' ');
      space = FALSE;
      g_string_append_unichar (out, c);
    }
  if (out->len > MAX_NAME)
    {
      const char *cut = g_utf8_find_prev_char (out->str, out->str + MAX_NAME - strlen ("…"));

      g_string_truncate (out, (gsize) (cut - out->str));
      g_string_append (out, "…");
    }
  return g_string_free_and_steal (out);
}

static char *
clean_part (GString *part)
{
  static const char *const marks[] = { "**", "//", "__", "\"\"" };
  g_autoptr (GString)      plain = g_string_sized_new (part->len);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    strip_emphasis (part, marks[i]);
  append_without_tags (plain, part->str);
  return collapse (plain->str);
}

/* "----", "====", "....", "____" alone on a line part a box. */
static gboolean
is_separator (const char *line)
{
  gsize n = *line != '\0' && strchr ("-=._", *line) != NULL ? strlen (line) : 0;

  for (gsize i = 1; i < n; i++)
    if (line[i] != *line)
      return FALSE;
  return n >= 2;
}

/* \n, \l and \r break a label's line. */
static char *
break_lines (const char *label,
             gsize       length)
{
  GString *out = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    {
      gboolean breaks = label[i] == '\\' && i + 1 < length && strchr ("nlr", label[i + 1]) != NULL;

      g_string_append_c (out, breaks ? '\n' : label[i]);
      i += breaks;
    }
  return g_string_free_and_steal (out);
}

/**
 * trellis_plantuml_clean:
 * @label: as it stands in the diagram
 * @length: of it in bytes, or -1
 * @rest: (out) (optional) (transfer full): what stands below a separator; empty when nothing does
 *
 * Returns: (transfer full): what is drawn, on one line, without markup; at most about 1000 bytes
 */
char *
trellis_plantuml_clean (const char *label,
                        gssize      length,
                        char      **rest)
{
  gsize               n = length < 0 ? strlen (label) : (gsize) length;
  g_autofree char    *broken = NULL;
  g_auto (GStrv)      lines = NULL;
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GString) below = g_string_new (NULL);
  GString            *part = name;

  if (n > MAX_RAW)
    {
      n = MAX_RAW;
      while (n > 0 && (label[n] & 0xC0) == 0x80)
        n--;
    }
  broken = break_lines (label, n);
  lines = g_strsplit (broken, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (!is_separator (g_strstrip (lines[i])) || lines[1] == NULL)
        g_string_append_printf (part, "%s%s", part->len > 0 ? " " : "", lines[i]);
      else if (name->len > 0)
        part = below;
    }
  if (rest != NULL)
    *rest = clean_part (below);
  return clean_part (name);
}
