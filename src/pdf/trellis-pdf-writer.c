/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-writer.h"

#include <string.h>
#include <zlib.h>

#define OBJECTS_PER_STREAM 256
#define ENTRY_SIZE 7 /* bytes of a cross-reference entry: kind, offset, index */

typedef enum
{
  PLACE_FREE,
  PLACE_OFFSET, /* in the file */
  PLACE_PACKED, /* in an object stream */
} PlaceKind;

typedef struct
{
  guint8  kind;
  guint32 where; /* offset, or number of the object stream */
  guint16 index; /* in that */
} Place;

struct _TrellisPdfWriter
{
  GByteArray *out;
  GArray     *places; /* Place, by object number */
  GString    *head;   /* of the object stream being filled: numbers and offsets */
  GString    *body;
  guint       n_packed;
  guint       pack; /* its number */
};

static void
append (TrellisPdfWriter *self,
        const char       *text,
        gsize             length)
{
  g_byte_array_append (self->out, (const guint8 *) text, (guint) length);
}

static Place *
get_place (TrellisPdfWriter *self,
           guint             id)
{
  return &g_array_index (self->places, Place, id);
}

/**
 * trellis_pdf_writer_new:
 * @n_objects: object numbers already given away, with 0
 * @size_hint: bytes to expect
 *
 * Returns: (transfer full): a writer that has written the header
 */
TrellisPdfWriter *
trellis_pdf_writer_new (guint n_objects,
                        gsize size_hint)
{
  static const char header[] = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
  TrellisPdfWriter *self = g_new0 (TrellisPdfWriter, 1);

  self->out = g_byte_array_sized_new ((guint) size_hint);
  self->places = g_array_new (FALSE, TRUE, sizeof (Place));
  g_array_set_size (self->places, n_objects);
  self->head = g_string_new (NULL);
  self->body = g_string_new (NULL);
  append (self, header, strlen (header));
  return self;
}

void
trellis_pdf_writer_free (TrellisPdfWriter *self)
{
  g_clear_pointer (&self->out, g_byte_array_unref);
  g_array_unref (self->places);
  g_string_free (self->head, TRUE);
  g_string_free (self->body, TRUE);
  g_free (self);
}

/**
 * trellis_pdf_writer_reserve:
 *
 * Returns: a new object number
 */
guint
trellis_pdf_writer_reserve (TrellisPdfWriter *self)
{
  g_array_set_size (self->places, self->places->len + 1);
  return self->places->len - 1;
}

static void
begin_object (TrellisPdfWriter *self,
              guint             id)
{
  char head[32];
  int  length = g_snprintf (head, sizeof head, "%u 0 obj\n", id);

  *get_place (self, id) = (Place) { PLACE_OFFSET, (guint32) self->out->len, 0 };
  append (self, head, (gsize) length);
}

/* A last byte that is a carriage return would be taken for a part of the line end. */
static void
end_stream (TrellisPdfWriter *self)
{
  if (self->out->data[self->out->len - 1] == '\r')
    append (self, "\r", 1);
  append (self, "\nendstream\nendobj\n", 18);
}

/**
 * trellis_pdf_writer_add_stream:
 * @value: dictionary and stream as another file has them, up to "endstream"
 */
void
trellis_pdf_writer_add_stream (TrellisPdfWriter *self,
                               guint             id,
                               const char       *value,
                               gsize             length)
{
  const gsize tail = strlen ("\nendstream");

  begin_object (self, id);
  append (self, value, length - MIN (tail, length));
  end_stream (self);
}

static GByteArray *
deflate_bytes (const guint8 *data,
               gsize         length)
{
  uLongf      bound = compressBound ((uLong) length);
  GByteArray *packed = g_byte_array_sized_new ((guint) bound);

  g_byte_array_set_size (packed, (guint) bound);
  compress2 (packed->data, &bound, data, (uLong) length, Z_DEFAULT_COMPRESSION);
  g_byte_array_set_size (packed, (guint) bound);
  return packed;
}

static void
write_data (TrellisPdfWriter *self,
            guint             id,
            const char       *entries,
            const guint8     *data,
            gsize             length)
{
  g_autofree char *dictionary = g_strdup_printf ("<<%s/Length %" G_GSIZE_FORMAT ">>\nstream\n",
                                                 entries, length);

  begin_object (self, id);
  append (self, dictionary, strlen (dictionary));
  append (self, (const char *) data, length);
  end_stream (self);
}

/**
 * trellis_pdf_writer_add_data:
 * @entries: the dictionary's entries but Length and Filter
 * @compress: deflate the data
 */
void
trellis_pdf_writer_add_data (TrellisPdfWriter *self,
                             guint             id,
                             const char       *entries,
                             const guint8     *data,
                             gsize             length,
                             gboolean          compress)
{
  g_autoptr (GByteArray) packed = NULL;
  g_autofree char       *filtered = NULL;

  if (!compress)
    {
      write_data (self, id, entries, data, length);
      return;
    }
  packed = deflate_bytes (data, length);
  filtered = g_strconcat (entries, "/Filter /FlateDecode", NULL);
  write_data (self, id, filtered, packed->data, packed->len);
}

static void
flush_pack (TrellisPdfWriter *self)
{
  g_autofree char *entries = NULL;

  if (self->n_packed == 0)
    return;
  entries = g_strdup_printf ("/Type /ObjStm/N %u/First %" G_GSIZE_FORMAT, self->n_packed,
                             self->head->len);
  g_string_append_len (self->head, self->body->str, (gssize) self->body->len);
  trellis_pdf_writer_add_data (self, self->pack, entries, (const guint8 *) self->head->str,
                               self->head->len, TRUE);
  g_string_truncate (self->head, 0);
  g_string_truncate (self->body, 0);
  self->n_packed = 0;
}

/**
 * trellis_pdf_writer_add:
 * @value: an object that is no stream
 */
void
trellis_pdf_writer_add (TrellisPdfWriter *self,
                        guint             id,
                        const char       *value,
                        gsize             length)
{
  if (self->n_packed == 0)
    self->pack = trellis_pdf_writer_reserve (self);
  g_string_append_printf (self->head, "%u %" G_GSIZE_FORMAT " ", id, self->body->len);
  g_string_append_len (self->body, value, (gssize) length);
  g_string_append_c (self->body, '\n');
  *get_place (self, id) = (Place) { PLACE_PACKED, self->pack, (guint16) self->n_packed };
  if (++self->n_packed == OBJECTS_PER_STREAM)
    flush_pack (self);
}

static GByteArray *
make_table (TrellisPdfWriter *self)
{
  GByteArray *table = g_byte_array_sized_new (self->places->len * ENTRY_SIZE);

  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = get_place (self, i);
      guint16      index = i == 0 ? 0xffff : place->index;
      guint8       entry[ENTRY_SIZE] = { place->kind,
                                         (guint8) (place->where >> 24),
                                         (guint8) (place->where >> 16),
                                         (guint8) (place->where >> 8),
                                         (guint8) place->where,
                                         (guint8) (index >> 8),
                                         (guint8) index };

      g_byte_array_append (table, entry, ENTRY_SIZE);
    }
  return table;
}

/**
 * trellis_pdf_writer_finish:
 * @root: the catalogue's number
 * @info: the information dictionary's number, or 0
 *
 * Writes what is left and the cross-reference stream. The file's ID is a digest of its content, so
 * that the same report gives the same bytes.
 *
 * Returns: (transfer full): the file
 */
GBytes *
trellis_pdf_writer_finish (TrellisPdfWriter *self,
                           guint             root,
                           guint             info)
{
  g_autoptr (GString)    entries = g_string_new (NULL);
  g_autoptr (GByteArray) table = NULL;
  g_autofree char       *id = NULL, *end = NULL;
  guint                  xref, offset;

  flush_pack (self);
  xref = trellis_pdf_writer_reserve (self);
  offset = self->out->len;
  id = g_compute_checksum_for_data (G_CHECKSUM_MD5, self->out->data, self->out->len);
  g_string_printf (entries, "/Type /XRef/W [1 4 2]/Size %u/Root %u 0 R/ID [<%s><%s>]",
                   self->places->len, root, id, id);
  if (info != 0)
    g_string_append_printf (entries, "/Info %u 0 R", info);
  *get_place (self, xref) = (Place) { PLACE_OFFSET, offset, 0 };
  table = make_table (self);
  trellis_pdf_writer_add_data (self, xref, entries->str, table->data, table->len, TRUE);
  end = g_strdup_printf ("startxref\n%u\n%%%%EOF\n", offset);
  append (self, end, strlen (end));
  return g_byte_array_free_to_bytes (g_steal_pointer (&self->out));
}

/**
 * trellis_pdf_writer_append_string:
 * @target: what to append to
 * @text: UTF-8
 *
 * Appends a PDF text string: literal for ASCII, else UTF-16 with its mark (ISO 32000-1, 7.9.2).
 */
void
trellis_pdf_writer_append_string (GString    *target,
                                  const char *text)
{
  g_autofree gunichar2 *utf16 = NULL;
  glong                 length;

  if (g_str_is_ascii (text) && strpbrk (text, "\r\n") == NULL)
    {
      g_string_append_c (target, '(');
      for (; *text != '\0'; text++)
        {
          if (strchr ("()\\", *text) != NULL)
            g_string_append_c (target, '\\');
          g_string_append_c (target, *text);
        }
      g_string_append_c (target, ')');
      return;
    }
  utf16 = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  g_string_append (target, "<FEFF");
  for (glong i = 0; utf16 != NULL && i < length; i++)
    g_string_append_printf (target, "%04X", utf16[i]);
  g_string_append_c (target, '>');
}
