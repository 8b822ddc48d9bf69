/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-unpack.h"

#include <string.h>

#define CHUNK (64 * 1024)

/**
 * trellis_posting_unpack:
 * @max_bytes: no more are unpacked, whatever else there is
 *
 * Servers send pages compressed, and some programs save them so.
 *
 * Returns: (transfer full) (nullable): what is in @bytes, when they are gzip; else @bytes; %NULL
 *   when they are broken
 */
GBytes *
trellis_posting_unpack (GBytes *bytes,
                        gsize   max_bytes)
{
  gsize                         size;
  const char                   *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GInputStream)      packed = NULL;
  g_autoptr (GInputStream)      stream = NULL;
  g_autoptr (GZlibDecompressor) unpacker = NULL;
  g_autoptr (GByteArray)        out = g_byte_array_new ();
  gssize                        n;

  if (size < 2 || memcmp (data, "\x1F\x8B", 2) != 0)
    return g_bytes_ref (bytes);

  unpacker = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  packed = g_memory_input_stream_new_from_bytes (bytes);
  stream = g_converter_input_stream_new (packed, G_CONVERTER (unpacker));
  do
    {
      guint length = out->len;

      g_byte_array_set_size (out, length + CHUNK);
      n = g_input_stream_read (stream, out->data + length, CHUNK, NULL, NULL);
      g_byte_array_set_size (out, length + (guint) MAX (n, 0));
    }
  while (n > 0 && out->len < max_bytes);

  return n >= 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&out)) : NULL;
}
