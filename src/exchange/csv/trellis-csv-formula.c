/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-csv.h"

#include <string.h>

/* A spreadsheet takes a cell that begins like a formula for one, in quotes or not, and so runs what
 * somebody else wrote (CWE-1236). An apostrophe before it makes it text. */

#define BYTE_ORDER_MARK 0xFEFF
#define FULL_WIDTH_EQUALS 0xFF1D
#define FULL_WIDTH_PLUS 0xFF0B
#define FULL_WIDTH_MINUS 0xFF0D
#define FULL_WIDTH_AT 0xFF20

/* What a spreadsheet may drop before it looks, and the apostrophes of our own. */
static const char *
skip_ignored (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c != '\'' && c != '\n' && c != BYTE_ORDER_MARK
          && (c == '\t' || c == '\r' || !g_unichar_isspace (c)))
        break;
    }
  return text;
}

/* -5 and +2,5 are as harmless as they look; a telephone number is no number. */
static gboolean
is_number (const char *text)
{
  const char *p = text + (*text == '-' || *text == '+');
  gsize       whole = strspn (p, "0123456789");
  gsize       part;

  p += whole;
  if (*p != '.' && *p != ',')
    return whole > 0 && whole <= 9 && *p == '\0';
  part = strspn (p + 1, "0123456789");
  return whole > 0 && whole <= 9 && part > 0 && p[1 + part] == '\0';
}

/**
 * trellis_csv_is_formula:
 *
 * Returns: whether a spreadsheet could take the cell for a formula
 */
gboolean
trellis_csv_is_formula (const char *text)
{
  const char *begin = skip_ignored (text);

  switch (g_utf8_get_char (begin))
    {
    case '\t':
    case '\r':
    case '=':
    case '@':
    case FULL_WIDTH_EQUALS:
    case FULL_WIDTH_PLUS:
    case FULL_WIDTH_MINUS:
    case FULL_WIDTH_AT:
      return TRUE;
    case '+':
    case '-':
      return begin != text || !is_number (begin);
    default:
      return FALSE;
    }
}

/**
 * trellis_csv_unguard:
 *
 * Returns: (transfer none): @cell as it was before the writer guarded it
 */
const char *
trellis_csv_unguard (const char *cell)
{
  return *cell == '\'' && trellis_csv_is_formula (cell + 1) ? cell + 1 : cell;
}
