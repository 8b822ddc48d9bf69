/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads any bytes as a saved page, an answer of a job site or a text: what comes of it is text that
 * can be stored, and comes out of the index again. */
#include "fuzz.h"
#include "trellis-posting-import.h"
#include "trellis-posting-index.h"

#include <string.h>

#define MAX_SIZE (64 * 1024)

static void
check_text (const char *text)
{
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    g_error ("a text is none");
}

static void
check (const TrellisPostingFound *found)
{
  check_text (found->title);
  check_text (found->employer);
  check_text (found->place);
  check_text (found->link);
  check_text (found->text);
  check_text (found->published);
  for (guint i = 0; i < found->skills->len; i++)
    check_text (found->skills->pdata[i]);
}

static void
read_as (GBytes     *bytes,
         const char *name)
{
  g_autoptr (TrellisPostingIndex) index = trellis_posting_index_new ();
  g_autoptr (GError)              error = NULL;
  g_autoptr (GPtrArray)           found = trellis_posting_import_bytes (bytes, name, &error);

  if ((found == NULL) == (error == NULL))
    g_error ("neither postings nor a reason");
  for (guint i = 0; found != NULL && i < found->len; i++)
    check (found->pdata[i]);
  if (found == NULL || found->len == 0)
    return;

  g_ptr_array_set_free_func (found, NULL);
  for (guint i = 0; i < found->len; i++)
    {
      trellis_posting_index_find (index, found->pdata[i]);
      trellis_posting_index_add (index, found->pdata[i]);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, MIN (size, MAX_SIZE));

  read_as (bytes, "page.html");
  read_as (bytes, "answer.json");
  read_as (bytes, NULL);
  return 0;
}
