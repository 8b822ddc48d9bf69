/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-finish.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trellis-error.h"
#include "trellis-pdf-icc.h"
#include "trellis-pdf-reader.h"
#include "trellis-pdf-writer.h"
#include "trellis-pdf-xmp.h"

typedef struct
{
  const TrellisPdfFinish *finish;
  const TrellisPdfReader *reader;
  TrellisPdfWriter       *writer;
  guint                   metadata; /* object numbers */
  guint                   profile;
  guint                   n_elements; /* seen so far */
  guint                   n_links;
} Finisher;

static void
append_entry (GString    *value,
              const char *key,
              const char *text)
{
  g_string_append (value, key);
  trellis_pdf_writer_append_string (value, text);
}

static void
complete_element (Finisher *self,
                  GString  *value)
{
  const GPtrArray         *elements = self->finish->elements;
  const TrellisPdfElement *element;

  if (self->n_elements++ >= elements->len)
    return;
  /* cairo numbers the elements in the order they are begun. */
  element = g_ptr_array_index (elements, self->n_elements - 1);
  if (element->alternative != NULL)
    append_entry (value, "/Alt ", element->alternative);
  if (element->attributes != NULL)
    g_string_append_printf (value, "/A %s", element->attributes);
  if (element->language != NULL)
    append_entry (value, "/Lang ", element->language);
}

/* cairo gives a link's corners in the order of a circle; readers expect them in reading order. */
static void
reorder_quads (GString *value)
{
  char               *quads = strstr (value->str, "/QuadPoints");
  char               *end = quads != NULL ? strchr (quads, ']') : NULL;
  g_autofree char    *list = NULL;
  g_auto (GStrv)      numbers = NULL;
  g_autoptr (GString) ordered = NULL;
  gssize              at;

  if (end == NULL || (quads = strchr (quads, '[')) == NULL || quads > end)
    return;
  list = g_strstrip (g_strndup (quads + 1, (gsize) (end - quads - 1)));
  g_strdelimit (list, "\n\t", ' ');
  while (strstr (list, "  ") != NULL)
    memmove (strstr (list, "  "), strstr (list, "  ") + 1, strlen (strstr (list, "  ")));
  numbers = g_strsplit (list, " ", -1);
  if (g_strv_length (numbers) % 8 != 0)
    return;
  ordered = g_string_new ("[");
  for (char **n = numbers; *n != NULL; n += 8)
    g_string_append_printf (ordered, " %s %s %s %s %s %s %s %s", n[0], n[1], n[2], n[3], n[6], n[7],
                            n[4], n[5]);
  at = quads - value->str;
  g_string_erase (value, at, end - quads);
  g_string_insert (value, at, ordered->str);
}

static void
complete_link (Finisher *self,
               GString  *value)
{
  const GPtrArray *links = self->finish->links;
  const char      *description = "Link";

  if (self->n_links < links->len)
    description = g_ptr_array_index (links, self->n_links);
  self->n_links++;
  reorder_quads (value);
  append_entry (value, "/F 4/Contents ", description);
}

static void
complete_catalogue (Finisher *self,
                    GString  *value)
{
  append_entry (value, "/Lang ", self->finish->language);
  g_string_append_printf (value,
                          "/ViewerPreferences <</DisplayDocTitle true>>/PageMode /UseOutlines"
                          "/Metadata %u 0 R/OutputIntents [<</Type /OutputIntent/S /GTS_PDFA1"
                          "/OutputConditionIdentifier (sRGB)/Info (sRGB)"
                          "/DestOutputProfile %u 0 R>>]",
                          self->metadata, self->profile);
}

/* A date that was given to cairo lacks the mark that it is one. */
static void
mark_dates (GString *value)
{
  g_string_replace (value, "/CreationDate (2", "/CreationDate (D:2", 1);
  g_string_replace (value, "/ModDate (2", "/ModDate (D:2", 1);
}

/* Opens the dictionary's end, lets the kind's function add its entries, and closes it again. */
static void
complete (Finisher               *self,
          guint                   id,
          const TrellisPdfObject *object,
          GString                *value)
{
  const char *end = trellis_pdf_find_last (object->start, object->length, ">>");

  g_string_truncate (value, 0);
  if (end == NULL || end + 2 != object->start + object->length)
    {
      g_string_append_len (value, object->start, (gssize) object->length);
      return;
    }
  g_string_append_len (value, object->start, end - object->start);
  if (trellis_pdf_object_has (object, "/Type /StructElem"))
    complete_element (self, value);
  else if (trellis_pdf_object_has (object, "/Type /Annot"))
    complete_link (self, value);
  else if (trellis_pdf_object_has (object, "/Type /Page "))
    g_string_append (value, "/Tabs /S");
  else if (trellis_pdf_object_has (object, "/CIDFontType2"))
    g_string_append (value, "/CIDToGIDMap /Identity");
  else if (id == self->reader->root)
    complete_catalogue (self, value);
  else if (id == self->reader->info)
    mark_dates (value);
  g_string_append (value, ">>");
}

static void
write_objects (Finisher *self)
{
  g_autoptr (GString) value = g_string_new (NULL);

  for (guint i = 1; i < self->reader->n_objects; i++)
    {
      const TrellisPdfObject *object = &self->reader->objects[i];

      if (object->start == NULL)
        continue;
      if (object->stream)
        {
          trellis_pdf_writer_add_stream (self->writer, i, object->start, object->length);
          continue;
        }
      complete (self, i, object, value);
      trellis_pdf_writer_add (self->writer, i, value->str, value->len);
    }
}

static void
write_metadata (Finisher *self)
{
  g_autofree char       *xmp = trellis_pdf_xmp_write (self->finish);
  g_autoptr (GByteArray) profile = trellis_pdf_icc_srgb ();

  trellis_pdf_writer_add_data (self->writer, self->metadata, "/Type /Metadata/Subtype /XML",
                               (const guint8 *) xmp, strlen (xmp), FALSE);
  trellis_pdf_writer_add_data (self->writer, self->profile, "/N 3", profile->data, profile->len,
                               TRUE);
}

/**
 * trellis_pdf_finish:
 * @data: a tagged file of cairo's, restricted to PDF 1.4
 * @finish: what cairo could not write
 *
 * Makes an accessible and archivable file (PDF/UA-1 and PDF/A-2a) of one that is nearly so, and
 * packs it.
 *
 * Returns: (transfer full): the file; on error NULL, with TRELLIS_ERROR_FORMAT
 */
GBytes *
trellis_pdf_finish (const guint8           *data,
                    gsize                   length,
                    const TrellisPdfFinish *finish,
                    GError                **error)
{
  g_autoptr (TrellisPdfReader) reader = trellis_pdf_reader_new ((const char *) data, length, error);
  g_autoptr (TrellisPdfWriter) writer = NULL;
  Finisher                     self = { .finish = finish, .reader = reader };

  if (reader == NULL)
    return NULL;
  self.writer = writer = trellis_pdf_writer_new (reader->n_objects, length);
  self.metadata = trellis_pdf_writer_reserve (writer);
  self.profile = trellis_pdf_writer_reserve (writer);
  write_objects (&self);
  if (self.n_elements != finish->elements->len || self.n_links != finish->links->len)
    {
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
                   _("The PDF could not be finished: it has %u parts where %u were drawn. "
                     "Please report this."),
                   self.n_elements + self.n_links, finish->elements->len + finish->links->len);
      return NULL;
    }
  write_metadata (&self);
  return trellis_pdf_writer_finish (writer, reader->root, reader->info);
}
