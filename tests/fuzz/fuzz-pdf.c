/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a document tree of any bytes and renders it. With libFuzzer (-DTRELLIS_LIBFUZZER
 * -fsanitize=fuzzer) the bytes come from there; alone it takes files, or makes some bytes itself.
 */
#include <string.h>

#include "trellis-pdf.h"

#define MAX_NODES 400
#define N_REPEATS 30

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

typedef struct
{
  const guint8 *data;
  gsize         size;
} Input;

static guint8
take (Input *input)
{
  if (input->size == 0)
    return 0;
  input->size--;
  return *input->data++;
}

static char *
take_text (Input *input)
{
  guint8           wanted = take (input);
  gsize            length = MIN (wanted, input->size);
  g_autofree char *bytes = g_strndup ((const char *) input->data, length);

  input->data += length;
  input->size -= length;
  return g_utf8_make_valid (bytes, -1);
}

static TrellisNode *
take_node (Input *input)
{
  g_autofree char *text = take_text (input);
  TrellisNode     *node = trellis_node_new_text (
      (TrellisNodeType) (TRELLIS_NODE_HEADING + take (input) % (TRELLIS_NODE_HARD_BREAK)), text);

  node->number = (gint8) take (input);
  node->flag = take (input) & 1;
  for (guint8 n = take (input) % 4; n > 0; n--)
    {
      g_autofree char *value = take_text (input);
      TrellisAttribute attribute = (TrellisAttribute) (take (input) % TRELLIS_N_ATTRIBUTES);

      trellis_node_set (node, attribute, value);
    }
  for (guint8 n = take (input) % 5; n > 0; n--)
    {
      g_autofree char *value = take_text (input);

      trellis_node_add_value (node, value);
    }
  return node;
}

/* The same over and over, until it is long enough to want a list of contents. */
static void
repeat (TrellisNode *document)
{
  g_autoptr (TrellisNode) once = trellis_node_copy (document);

  for (guint i = 0; i < N_REPEATS; i++)
    trellis_node_append_children_of (document, trellis_node_copy (once));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  Input                   input = { data, size };
  g_autoptr (TrellisNode) document = trellis_node_new (TRELLIS_NODE_DOCUMENT);
  TrellisNode            *parent = document;
  g_autoptr (GDateTime)   date = g_date_time_new_utc (2026, 1, 1, 0, 0, 0);
  TrellisPdfOptions       options = { .date = date };
  g_autoptr (GBytes)      file = NULL;
  g_autoptr (GError)      error = NULL;
  gboolean                long_document = take (&input) % 4 == 0;

  for (guint i = 0; i < MAX_NODES && input.size > 0; i++)
    {
      TrellisNode *node = trellis_node_append (parent, take_node (&input));

      for (guint8 up = take (&input) % 4; up > 0 && parent->parent != NULL; up--)
        parent = parent->parent;
      if (take (&input) % 3 == 0)
        parent = node;
    }
  if (long_document)
    repeat (document);
  file = trellis_pdf_render (document, &options, NULL, &error);
  if (file == NULL)
    g_error ("no file: %s", error != NULL ? error->message : "and no reason");
  return 0;
}

#ifndef TRELLIS_LIBFUZZER

/* Bytes with structure in them more often than chance would have it. */
static GByteArray *
make_bytes (guint32 seed)
{
  static const char *const pieces[] = {
    "\005hello",
    "\021https://a.example",
    "\004\360\237\230\200",
    "\006\331\205\330\261\330\255",
    "\011a b\ncd\tef",
    "\006\360\237\232\200-x",                           /* a rocket */
    "\013\360\237\221\251\342\200\215\360\237\232\200", /* an astronaut */
    "\007\0611\357\270\217\342\203\243",
    "\002\314\201",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GByteArray       *bytes = g_byte_array_new ();
  guint             n = (guint) g_rand_int_range (rand, 1, 1500);

  while (bytes->len < n)
    {
      const char *piece = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];
      guint8      byte = (guint8) g_rand_int_range (rand, 0, g_rand_boolean (rand) ? 8 : 256);

      if (g_rand_int_range (rand, 0, 3) == 0)
        g_byte_array_append (bytes, (const guint8 *) piece, (guint) strlen (piece));
      else
        g_byte_array_append (bytes, &byte, 1);
    }
  return bytes;
}

int
main (int    argc,
      char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *data = NULL;
      gsize            size;

      if (g_file_get_contents (argv[i], &data, &size, NULL))
        LLVMFuzzerTestOneInput ((const guint8 *) data, size);
    }
  for (guint32 seed = 0; argc < 2 && seed < 300; seed++)
    {
      g_autoptr (GByteArray) bytes = make_bytes (seed);

      LLVMFuzzerTestOneInput (bytes->data, bytes->len);
    }
  return 0;
}

#endif
