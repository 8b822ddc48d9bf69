/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-import.h"

#include "trellis-error.h"
#include "trellis-posting-api.h"
#include "trellis-posting-page.h"
#include "trellis-posting-plain.h"
#include "trellis-posting-text.h"
#include "trellis-posting-unpack.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How far in a page's first tag, or a message's headers, may stand. */
#define HEAD 2048

typedef struct
{
  const char *magic;
  guint       length;
} Magic;

/* PDF, ZIP with Word and OpenDocument, PNG, JPEG, GIF, Safari's web archive, old Word. */
static const Magic magics[] = {
  { "%PDF-", 5 },
  { "PK\x03\x04", 4 },
  { "\x89PNG", 4 },
  { "\xFF\xD8", 2 },
  { "GIF8", 4 },
  { "bplist", 6 },
  { "\xD0\xCF\x11\xE0", 4 },
};

static gboolean
is_binary (GBytes *bytes)
{
  gsize         size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gsize         n_controls = 0;

  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (size >= magics[i].length && memcmp (data, magics[i].magic, magics[i].length) == 0)
      return TRUE;
  if (size >= 2 && data[0] + data[1] == 0xFF + 0xFE && (data[0] == 0xFF || data[1] == 0xFF))
    return FALSE;

  size = MIN (size, HEAD);
  for (gsize i = 0; i < size; i++)
    n_controls += data[i] < 0x09 || (data[i] > 0x0D && data[i] < 0x20);
  return n_controls * 20 > size;
}

/* "Web Page, single file": a mail message with the page in it. */
static gboolean
is_mhtml (const char *text)
{
  g_autofree char *head = NULL;

  text += strspn (text, " \t\r\n");
  head = g_ascii_strdown (text, (gssize) strnlen (text, HEAD));
  if (*head == '<' || *head == '{' || *head == '[')
    return FALSE;
  return g_str_has_prefix (head, "from: <saved by")
         || (strstr (head, "mime-version:") != NULL && strstr (head, "multipart/related") != NULL);
}

static gboolean
is_page (const char *text,
         const char *name)
{
  static const char *const tags[] = { "<!doctype html", "<html" };
  g_autofree char         *head = g_ascii_strdown (text, (gssize) strnlen (text, HEAD));
  const char              *first = head + strspn (head, " \t\r\n");
  gboolean                 is_named
      = g_str_has_suffix (name, ".html") || g_str_has_suffix (name, ".htm");

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (strstr (head, tags[i]) != NULL)
      return TRUE;
  if (is_named && strstr (text, "</") != NULL)
    return TRUE;
  return *first == '<' && (g_ascii_isalpha (first[1]) || first[1] == '!' || first[1] == '?');
}

/* Text may begin with a bracket ("[Remote] C developer"); JSON goes on as JSON does. */
static gboolean
is_json (const char *text,
         const char *name)
{
  const char *p = text + strspn (text, " \t\r\n");

  if (*p != '{' && *p != '[')
    return *p != '<' && (g_str_has_suffix (name, ".json") || g_str_has_suffix (name, ".jsonl"));
  p++;
  p += strspn (p, " \t\r\n");
  return *p != '\0' && strchr ("{[\"}]/", *p) != NULL;
}

static gboolean
check_bytes (GBytes     *bytes,
             const char *name,
             GError    **error)
{
  if (bytes == NULL)
    g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
                 _("“%s” is compressed and cannot be unpacked. Save the posting's page again."),
                 name);
  else if (g_bytes_get_size (bytes) > TRELLIS_POSTING_MAX_BYTES)
    g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_TOO_LARGE,
                 _("“%s” is larger than %d MiB, the most that is read of a posting. Save only the "
                   "posting's own page."),
                 name, TRELLIS_POSTING_MAX_BYTES / (1024 * 1024));
  else if (is_binary (bytes))
    g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_BINARY,
                 _("“%s” is neither a page nor text. Save the posting's page from the browser as "
                   "“Web Page, HTML Only”, or copy its text."),
                 name);
  else
    return TRUE;
  return FALSE;
}

/**
 * trellis_posting_import_bytes:
 * @bytes: a file, or what was pasted
 * @name: (nullable): of the file, for messages; %NULL for pasted text
 *
 * Finds out what the bytes are – gzip of something; a saved page; JSON of hh.ru's API or another
 * job board's; a JobPosting of schema.org; plain text – and reads the postings in them. A page
 * gives one, with its choices if it could be about several; JSON gives as many as there are. Never
 * warns, however broken the bytes; may run in any thread.
 *
 * Returns: (transfer full) (nullable) (element-type TrellisPostingFound): at least one; %NULL with
 *   @error set when nothing was read: too large, binary, empty, JSON that does not parse, a web
 *   archive, a captcha, an error answer, or no posting in it
 */
GPtrArray *
trellis_posting_import_bytes (GBytes     *bytes,
                              const char *name,
                              GError    **error)
{
  g_autoptr (GBytes) plain = NULL;
  g_autofree char   *text = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (name == NULL)
    name = _("Pasted text");
  plain = trellis_posting_unpack (bytes, TRELLIS_POSTING_MAX_BYTES + 1);
  if (!check_bytes (plain, name, error))
    return NULL;

  text = trellis_posting_text_decode (plain);
  if (text[strspn (text, " \t\r\n")] == '\0')
    {
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_EMPTY,
                   _("“%s” is empty. Save or copy the posting again."), name);
      return NULL;
    }
  if (is_mhtml (text))
    {
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
                   _("“%s” is a web archive (MHTML). Save the page again as “Web Page, HTML Only” "
                     "or “Web Page, Complete”."),
                   name);
      return NULL;
    }

  if (is_json (text, name))
    return trellis_posting_api_read (text, name, error);
  if (is_page (text, name))
    return trellis_posting_page_read (text, name, error);
  return trellis_posting_plain_read (text, name, error);
}
