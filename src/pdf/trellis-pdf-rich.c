/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-text.h"

static void
link_free (gpointer data)
{
  TrellisPdfLink *link = data;

  g_free (link->uri);
  g_free (link->destination);
  g_free (link->description);
  g_free (link);
}

/**
 * trellis_pdf_rich_new:
 *
 * Returns: (transfer full): empty text with marks
 */
TrellisPdfRich *
trellis_pdf_rich_new (void)
{
  TrellisPdfRich *self = g_new0 (TrellisPdfRich, 1);

  self->text = g_string_new (NULL);
  self->attributes = pango_attr_list_new ();
  self->links = g_ptr_array_new_with_free_func (link_free);
  return self;
}

void
trellis_pdf_rich_free (TrellisPdfRich *self)
{
  g_string_free (self->text, TRUE);
  pango_attr_list_unref (self->attributes);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_free (self);
}

/**
 * trellis_pdf_rich_mark:
 * @start: where the mark begins, in bytes
 * @attribute: (transfer full): holds from @start to the end of what is there now
 */
void
trellis_pdf_rich_mark (TrellisPdfRich *self,
                       guint           start,
                       PangoAttribute *attribute)
{
  attribute->start_index = start;
  attribute->end_index = (guint) self->text->len;
  pango_attr_list_insert (self->attributes, attribute);
}

/**
 * trellis_pdf_rich_append:
 * @text: clean text
 * @attribute: (transfer full) (nullable): its mark
 */
void
trellis_pdf_rich_append (TrellisPdfRich *self,
                         const char     *text,
                         PangoAttribute *attribute)
{
  guint start = (guint) self->text->len;

  g_string_append (self->text, text);
  if (attribute != NULL)
    trellis_pdf_rich_mark (self, start, attribute);
}

static TrellisPdfLink *
add_link (TrellisPdfRich *self,
          guint           start)
{
  TrellisPdfLink *link = g_new0 (TrellisPdfLink, 1);

  link->start = start;
  link->end = (guint) self->text->len;
  g_ptr_array_add (self->links, link);
  /* The attribute also parts the runs, so that each lies in one link or in none. */
  trellis_pdf_rich_mark (self, start, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE));
  return link;
}

/**
 * trellis_pdf_rich_link:
 * @start: where the link begins, in bytes; it ends where the text ends now
 * @uri: ASCII, as trellis_pdf_string_uri() makes it
 * @description: what a screen reader says
 */
void
trellis_pdf_rich_link (TrellisPdfRich *self,
                       guint           start,
                       const char     *uri,
                       const char     *description)
{
  TrellisPdfLink *link;

  if (start >= self->text->len)
    return;
  link = add_link (self, start);
  link->uri = g_strdup (uri);
  link->description = g_strdup (description);
}

/**
 * trellis_pdf_rich_link_inside:
 * @start: where the link begins, in bytes; it ends where the text ends now
 * @destination: of a box in the same document
 *
 * The description is set when the page is known that the link leads to.
 */
void
trellis_pdf_rich_link_inside (TrellisPdfRich *self,
                              guint           start,
                              const char     *destination)
{
  if (start < self->text->len)
    add_link (self, start)->destination = g_strdup (destination);
}
