/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-count-links.h"

#include <string.h>

#include "trellis-count-text.h"
#include "trellis-count-words.h"

#define MAX_HH_DIGITS 9 /* no vacancy of hh.ru has more */
#define MIN_ID_DIGITS 4 /* shorter numbers may be a page or a year */
#define MAX_NUMBER_DIGITS 15
#define MAX_LINK_BYTES 4096 /* longer ones are left as they stand */
#define NEIGHBOUR 5         /* postings found on one day do not lie that close */

/* The last letters of a host, to know "hh.ru/vacancy/1" without a scheme. */
static const char *const domains[] = {
  "ru", "com", "org", "net", "io", "dev", "рф", "su", "by", "kz", "eu", "de", "uk", "co", "me",
  "ai", "tech", "jobs", "careers"
};

/* Path segments of search and category pages. */
static const char *const listing_segments[] = {
  "search", "vacancies", "jobs", "catalog", "category", "categories", "vakansii", "rabota",
  "results", "find"
};

static gboolean
is_one_of (const char *segment, const char *const *table, guint n)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (segment, table[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
ends_address (char c)
{
  return c == '\0' || g_ascii_isspace (c) || strchr ("<>\"`|", c) != NULL;
}

/* Where the address that begins here ends: brackets count while they are balanced, punctuation at
 * its end does not. */
static const char *
address_end (const char *start)
{
  const char *end = start;
  int         depth = 0;

  for (; !ends_address (*end); end++)
    {
      if (*end == '(')
        depth++;
      else if (*end == ')' && --depth < 0)
        break;
      else if (*end == ']' || *end == '[')
        break;
    }
  while (end > start && strchr (".,;:!?*_'", end[-1]) != NULL)
    end--;
  return end;
}

static gboolean
begins_with_scheme (const char *at)
{
  return g_ascii_strncasecmp (at, "http://", 7) == 0
         || g_ascii_strncasecmp (at, "https://", 8) == 0;
}

/* "hh.ru/vacancy/1", "www.example.org/jobs": a host with a known ending, and a path. */
static gboolean
begins_with_host (const char *at)
{
  gsize            length = strcspn (at, "/ \t<>()[]\"`|,;");
  g_autofree char *host = NULL;
  const char      *dot;

  if (at[length] != '/' || length > 64 || length < 4 || !g_ascii_isalnum (at[0]))
    return FALSE;
  host = g_ascii_strdown (at, length);
  dot = strrchr (host, '.');
  return dot != NULL && is_one_of (dot + 1, domains, G_N_ELEMENTS (domains));
}

static gboolean
begins_word (const char *text, const char *at)
{
  return at == text || strchr (" \t(<[\"`|:,;", at[-1]) != NULL;
}

/* The next address in the text, or NULL. */
static const char *
find_address (const char *text, const char **end)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      gboolean found = (*at == 'h' || *at == 'H') && begins_with_scheme (at);

      if (!found && begins_word (text, at))
        found = begins_with_host (at);
      if (found)
        {
          *end = address_end (at);
          if (*end > at)
            return at;
        }
    }
  return NULL;
}

/* An address without scheme, "www." and the slash at its end: the same page is the same text. */
static char *
bare_address (const char *address)
{
  g_autofree char *lower = g_ascii_strdown (address, -1);
  const char      *start = lower;
  gsize            length;

  if (begins_with_scheme (start))
    start = strstr (start, "//") + 2;
  if (g_str_has_prefix (start, "www."))
    start += 4;
  length = strlen (start);
  while (length > 0 && start[length - 1] == '/')
    length--;
  return g_strndup (start, length);
}

/* The addresses in the text, each once, in order. */
GPtrArray *
trellis_links_find (const char *text)
{
  GPtrArray             *links = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char            *end;

  for (const char *at = find_address (text, &end); at != NULL; at = find_address (end, &end))
    {
      char *address = g_strndup (at, end - at);

      if (g_hash_table_add (seen, bare_address (address)))
        g_ptr_array_add (links, address);
      else
        g_free (address);
    }
  return links;
}

gboolean
trellis_links_has (const char *text)
{
  const char *end;

  return find_address (text, &end) != NULL;
}

/* Where the text behind its last address begins, or NULL without one. */
const char *
trellis_links_behind (const char *text)
{
  const char *behind = NULL;
  const char *end;

  for (const char *at = find_address (text, &end); at != NULL; at = find_address (end, &end))
    behind = end;
  return behind == NULL ? NULL : behind + strspn (behind, ")>\"'* ");
}

/* "[text](address)": the end of the link that begins here, and its text; NULL for none. */
static const char *
inline_link_end (const char *at, char **text)
{
  const char *limit = at + strnlen (at, MAX_LINK_BYTES);
  const char *close = at;
  const char *end;
  int         depth = 0;

  for (; close < limit; close++)
    {
      if (*close == '[')
        depth++;
      else if (*close == ']' && --depth == 0)
        break;
    }
  if (close >= limit || close[1] != '(')
    return NULL;
  depth = 0;
  for (end = close + 1; end < limit; end++)
    {
      if (*end == '(')
        depth++;
      else if (*end == ')' && --depth == 0)
        break;
    }
  if (end >= limit)
    return NULL;
  *text = g_strndup (at + 1, close - at - 1);
  return end + 1;
}

static void
append_link_text (GString *kept, const char *text)
{
  g_autofree char *inner = trellis_links_drop (text);

  if (!trellis_words_are_empty_link (inner))
    g_string_append (kept, inner);
}

/* The text without addresses, and without link texts that say nothing: "link", "hh.ru". */
char *
trellis_links_drop (const char *text)
{
  GString    *kept = g_string_new (NULL);
  gboolean    links = strstr (text, "](") != NULL;
  const char *at = text;

  while (*at != '\0')
    {
      g_autofree char *inner = NULL;
      const char      *end = links && *at == '[' ? inline_link_end (at, &inner) : NULL;

      if (end != NULL)
        append_link_text (kept, inner);
      else if (((*at == 'h' || *at == 'H') && begins_with_scheme (at))
               || (begins_word (text, at) && begins_with_host (at)))
        end = address_end (at);
      if (end != NULL && end > at)
        at = end;
      else
        g_string_append_c (kept, *at++);
    }
  return g_string_free_and_steal (kept);
}

/* All digits the same, or of only two kinds. */
static gboolean
has_few_digits (const char *id)
{
  gboolean seen[10] = { FALSE };
  int      kinds = 0;

  for (const char *at = id; *at != '\0'; at++)
    if (!seen[*at - '0'])
      {
        seen[*at - '0'] = TRUE;
        kinds++;
      }
  return kinds <= 2;
}

static gboolean
goes_by (const char *id, int step)
{
  for (const char *at = id + 1; *at != '\0'; at++)
    if ((at[0] - at[-1] + 10) % 10 != (step + 10) % 10)
      return FALSE;
  return TRUE;
}

/* 11223344, 111222333: groups of `size` equal digits. */
static gboolean
has_groups (const char *id, gsize size)
{
  if (strlen (id) % size != 0)
    return FALSE;
  for (gsize i = 0; id[i] != '\0'; i++)
    if (id[i] != id[i - i % size])
      return FALSE;
  return TRUE;
}

/* 10 11 12 13 1: numbers counted up, the last one cut off. */
static gboolean
counts_up (const char *id)
{
  for (gsize digits = 1; digits <= 3 && digits * 2 < strlen (id); digits++)
    {
      g_autofree char    *first = g_strndup (id, digits);
      guint64             number = g_ascii_strtoull (first, NULL, 10);
      g_autoptr (GString) counted = g_string_new (NULL);

      while (counted->len < strlen (id))
        g_string_append_printf (counted, "%" G_GUINT64_FORMAT, number++);
      if (g_str_has_prefix (counted->str, id))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_pattern (const char *id)
{
  return has_few_digits (id) || goes_by (id, 1) || goes_by (id, -1) || has_groups (id, 2)
         || has_groups (id, 3) || counts_up (id);
}

typedef struct
{
  char    *host;
  char   **path;  /* segments, lower case */
  char    *id;    /* digits, or NULL */
  gboolean named; /* a word stands where the id should */
} Address;

static void
address_clear (Address *address)
{
  g_free (address->host);
  g_strfreev (address->path);
  g_free (address->id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Address, address_clear)

static gboolean
is_digits (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

/* The id is the segment behind "vacancy" or the like, or a long number at any segment's end. */
static void
find_id (Address *address)
{
  for (guint i = 0; address->path[i] != NULL; i++)
    {
      const char *segment = address->path[i];
      gsize       length = strlen (segment);
      gsize       digits = 0;

      while (digits < length && g_ascii_isdigit (segment[length - digits - 1]))
        digits++;
      if (is_digits (segment) ? length >= MIN_ID_DIGITS
                              : digits > MIN_ID_DIGITS && segment[length - digits - 1] == '-')
        {
          g_free (address->id);
          address->id = g_strdup (segment + length - digits);
        }
      else if (i > 0 && *segment != '\0' && !is_digits (segment)
               && strcmp (address->path[i - 1], "vacancy") == 0)
        address->named = TRUE;
    }
}

static void
parse_address (const char *text, Address *address)
{
  g_autofree char *bare = bare_address (text);
  char            *query = strpbrk (bare, "?#");
  char            *slash;

  if (query != NULL)
    *query = '\0';
  slash = strchr (bare, '/');
  address->path = g_strsplit (slash == NULL ? "" : slash + 1, "/", -1);
  if (slash != NULL)
    *slash = '\0';
  address->host = g_steal_pointer (&bare);
  find_id (address);
}

static gboolean
is_hh (const char *host)
{
  return strcmp (host, "hh.ru") == 0 || g_str_has_suffix (host, ".hh.ru");
}

static gboolean
is_example_host (const char *host)
{
  return g_str_has_prefix (host, "example.") || strstr (host, ".example.") != NULL
         || g_str_has_suffix (host, ".example");
}

/* The id as a number, or 0 when there is none that a number holds. */
static gint64
id_number (const Address *address)
{
  if (address->id == NULL || strlen (address->id) > MAX_NUMBER_DIGITS)
    return 0;
  return g_ascii_strtoll (address->id, NULL, 10);
}

/* Whether another posting's id lies close by; the same id is the same posting. */
static gboolean
is_neighbour (gint64 id, GHashTable *ids)
{
  for (gint64 other = id - NEIGHBOUR; ids != NULL && id != 0 && other <= id + NEIGHBOUR; other++)
    if (other != id && g_hash_table_contains (ids, &other))
      return TRUE;
  return FALSE;
}

static gboolean
is_invented (const Address *address, GHashTable *ids)
{
  if (is_example_host (address->host))
    return TRUE;
  if (address->id == NULL)
    return address->named && is_hh (address->host);
  if (strlen (address->id) > MAX_HH_DIGITS && is_hh (address->host))
    return TRUE;
  return has_pattern (address->id) || is_neighbour (id_number (address), ids);
}

static gboolean
is_listing (const Address *address)
{
  gsize last = 0;

  if (address->id != NULL)
    return FALSE;
  if (address->path[0] == NULL || *address->path[0] == '\0')
    return TRUE;
  for (gsize i = 0; address->path[i] != NULL; i++)
    {
      if (strcmp (address->path[i], "search") == 0)
        return TRUE;
      last = i;
    }
  if (is_one_of (address->path[last], listing_segments, G_N_ELEMENTS (listing_segments)))
    return TRUE;
  return is_hh (address->host)
         && is_one_of (address->path[0], listing_segments, G_N_ELEMENTS (listing_segments));
}

/* The ids of these addresses, as a set of gint64. */
GHashTable *
trellis_links_collect_ids (GPtrArray *addresses)
{
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < addresses->len; i++)
    {
      g_auto (Address) address = { 0 };
      gint64           id;

      parse_address (g_ptr_array_index (addresses, i), &address);
      id = id_number (&address);
      if (id != 0)
        g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }
  return ids;
}

/**
 * trellis_links_classify:
 * @address: a posting's address
 * @ids: (nullable): the ids of all postings, of trellis_links_collect_ids()
 *
 * Whether the address can lead to one posting: its id is no word and no pattern of digits, does
 * not lie next to another posting's, and there is one. The network is not asked.
 */
TrellisLinkKind
trellis_links_classify (const char *address, GHashTable *ids)
{
  g_auto (Address) parsed = { 0 };

  parse_address (address, &parsed);
  if (is_invented (&parsed, ids))
    return TRELLIS_LINK_INVENTED;
  return is_listing (&parsed) ? TRELLIS_LINK_LISTING : TRELLIS_LINK_DIRECT;
}
