/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trellis-error.h"

#define XREF_ENTRY 20 /* bytes: "0000000016 00000 n \n" (ISO 32000-1, 7.5.4) */

typedef struct
{
  guint id;
  gsize offset;
} Place;

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
                       _("The PDF could not be finished: cairo wrote it in an unexpected way. "
                         "Please report this."));
  return FALSE;
}

static gboolean
read_number (const char *data,
             gsize       length,
             gsize      *position,
             gsize      *number)
{
  gsize start;

  while (*position < length && g_ascii_isspace (data[*position]))
    (*position)++;
  start = *position;
  *number = 0;
  while (*position < length && g_ascii_isdigit (data[*position]) && *number < G_MAXUINT32)
    *number = *number * 10 + (gsize) (data[(*position)++] - '0');
  return *position > start;
}

/**
 * trellis_pdf_find_last:
 *
 * Returns: (nullable): where the last @needle stands in bytes that may hold zeros
 */
const char *
trellis_pdf_find_last (const char *data,
                       gsize       length,
                       const char *needle)
{
  gsize size = strlen (needle);

  for (gsize i = length; i >= size; i--)
    if (memcmp (data + i - size, needle, size) == 0)
      return data + i - size;
  return NULL;
}

/* Whether "N 0 obj" stands there: cairo reserves numbers for artifacts that it never writes, and
 * their entries point into other objects. */
static gboolean
find_value (const char *data,
            gsize       length,
            Place      *place)
{
  gsize position = place->offset, number, generation;

  if (position == 0 || position >= length || !g_ascii_isdigit (data[position])
      || !read_number (data, length, &position, &number) || number != place->id
      || !read_number (data, length, &position, &generation)
      || length - position < 5 || strncmp (data + position, " obj\n", 5) != 0)
    return FALSE;
  place->offset = position + 5;
  return TRUE;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *x = a, *y = b;

  return (x->offset > y->offset) - (x->offset < y->offset);
}

static GArray *
read_table (TrellisPdfReader *self,
            const char       *data,
            gsize             length,
            gsize             xref)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  gsize   position = xref + strlen ("xref"), first, n;

  if (!read_number (data, length, &position, &first) || first != 0
      || !read_number (data, length, &position, &n))
    return places;
  while (position < length && data[position] != '\n')
    position++;
  position++;
  if (n > length / XREF_ENTRY || position + n * XREF_ENTRY > length)
    return places;
  self->n_objects = (guint) n;
  self->objects = g_new0 (TrellisPdfObject, n);
  for (guint i = 1; i < n; i++)
    {
      gsize entry = position + (gsize) i * XREF_ENTRY;
      Place place = { .id = i };

      if (read_number (data, length, &entry, &place.offset) && find_value (data, xref, &place))
        g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  return places;
}

static void
read_object (TrellisPdfReader *self,
             const Place      *place,
             const char       *data,
             gsize             end)
{
  TrellisPdfObject *object = &self->objects[place->id];
  const char       *start = data + place->offset;
  const char       *last = trellis_pdf_find_last (start, end - place->offset, "endobj");

  if (last == NULL)
    return;
  while (last > start && g_ascii_isspace (last[-1]))
    last--;
  object->start = start;
  object->length = (gsize) (last - start);
  object->stream = object->length > 9 && strncmp (last - 9, "endstream", 9) == 0;
}

static guint
read_reference (const char *data,
                gsize       length,
                gsize       trailer,
                const char *key)
{
  const char *found = memmem (data + trailer, length - trailer, key, strlen (key));
  gsize       position, number = 0;

  if (found == NULL)
    return 0;
  position = (gsize) (found - data) + strlen (key);
  return read_number (data, length, &position, &number) ? (guint) number : 0;
}

static gboolean
read_file (TrellisPdfReader *self,
           const char       *data,
           gsize             length)
{
  g_autoptr (GArray) places = NULL;
  const char        *startxref = trellis_pdf_find_last (data, length, "startxref");
  gsize              position, xref;

  if (startxref == NULL)
    return FALSE;
  position = (gsize) (startxref - data) + strlen ("startxref");
  if (!read_number (data, length, &position, &xref) || xref >= length
      || strncmp (data + xref, "xref\n", 5) != 0)
    return FALSE;
  places = read_table (self, data, length, xref);
  for (guint i = 0; i < places->len; i++)
    read_object (self, &g_array_index (places, Place, i), data,
                 i + 1 < places->len ? g_array_index (places, Place, i + 1).offset : xref);
  self->root = read_reference (data, length, xref, "/Root ");
  self->info = read_reference (data, length, xref, "/Info ");
  return self->root > 0 && self->root < self->n_objects && self->objects[self->root].start != NULL;
}

/**
 * trellis_pdf_reader_new:
 * @data: a file of cairo's, restricted to PDF 1.4; must outlive the reader
 *
 * Returns: (transfer full): its objects; on error NULL, with TRELLIS_ERROR_FORMAT
 */
TrellisPdfReader *
trellis_pdf_reader_new (const char *data,
                        gsize       length,
                        GError    **error)
{
  g_autoptr (TrellisPdfReader) self = g_new0 (TrellisPdfReader, 1);

  if (!read_file (self, data, length))
    {
      fail (error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
trellis_pdf_reader_free (TrellisPdfReader *self)
{
  g_free (self->objects);
  g_free (self);
}

/**
 * trellis_pdf_object_has:
 * @key: what to look for, as cairo writes it: "/Type /Page "
 *
 * Returns: whether it stands in the first bytes of the object, where cairo names its kind
 */
gboolean
trellis_pdf_object_has (const TrellisPdfObject *self,
                        const char             *key)
{
  return self->start != NULL
         && memmem (self->start, MIN (self->length, 80), key, strlen (key)) != NULL;
}
