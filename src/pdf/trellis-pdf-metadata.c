/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-metadata.h"

#include <cairo-pdf.h>

#include "trellis-pdf-string.h"
#include "trellis-pdf-words.h"

static char *
clean_line (const char *text)
{
  g_autofree char *clean = text != NULL ? trellis_pdf_string_clean (text) : NULL;

  if (clean == NULL)
    return NULL;
  g_strstrip (g_strdelimit (clean, "\n", ' '));
  return *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

static const TrellisNode *
find_node (const TrellisNode *document,
           TrellisNodeType    type)
{
  const TrellisNode *node = document;

  while (node != NULL && node->type != type)
    node = trellis_node_next_in_tree (node, document);
  return node;
}

static char *
find_title (const TrellisNode       *document,
            const TrellisPdfOptions *options,
            const char              *language)
{
  const TrellisNode *cover = find_node (document, TRELLIS_NODE_COVER);
  const TrellisNode *heading = find_node (document, TRELLIS_NODE_HEADING);
  g_autofree char   *words = heading != NULL ? trellis_node_to_plain_text (heading) : NULL;
  char              *title = clean_line (options->title);

  if (title == NULL)
    title = clean_line (trellis_node_get (document, TRELLIS_ATTRIBUTE_NAME));
  if (title == NULL && cover != NULL)
    title = clean_line (trellis_node_get (cover, TRELLIS_ATTRIBUTE_NAME));
  if (title == NULL && heading != NULL && heading->number == 1)
    title = clean_line (words);
  if (title == NULL)
    title = g_strdup (trellis_pdf_word (TRELLIS_PDF_WORD_UNTITLED, language));
  return title;
}

static char *
find_language (const TrellisNode       *document,
               const TrellisPdfOptions *options)
{
  const char      *own = trellis_node_get (document, TRELLIS_ATTRIBUTE_LANGUAGE);
  g_autofree char *text = NULL;

  if (trellis_pdf_string_is_language (options->language))
    return g_strdup (options->language);
  if (trellis_pdf_string_is_language (own))
    return g_strdup (own);
  text = trellis_node_to_plain_text (document);
  return g_strdup (trellis_pdf_string_language (text, "en"));
}

static char *
format_date (GDateTime *date)
{
  g_autoptr (GDateTime) utc = date != NULL ? g_date_time_to_utc (date) : g_date_time_new_now_utc ();

  return g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
}

/**
 * trellis_pdf_metadata_init:
 *
 * Finds what the file says about itself.
 */
void
trellis_pdf_metadata_init (TrellisPdfMetadata      *self,
                           const TrellisNode       *document,
                           const TrellisPdfOptions *options)
{
  self->language = find_language (document, options);
  self->title = find_title (document, options, self->language);
  self->author = clean_line (options->author);
  self->subject = clean_line (options->subject);
  self->keywords = clean_line (options->keywords);
  self->footer = clean_line (options->footer);
  if (self->footer == NULL)
    self->footer = g_strdup (self->title);
  self->date = format_date (options->date);
}

void
trellis_pdf_metadata_clear (TrellisPdfMetadata *self)
{
  g_free (self->language);
  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->keywords);
  g_free (self->footer);
  g_free (self->date);
}

static void
set (cairo_surface_t     *pdf,
     cairo_pdf_metadata_t key,
     const char          *value)
{
  if (value != NULL)
    cairo_pdf_surface_set_metadata (pdf, key, value);
}

/**
 * trellis_pdf_metadata_apply:
 * @pdf: a cairo PDF surface
 *
 * Writes the file's information dictionary.
 */
void
trellis_pdf_metadata_apply (const TrellisPdfMetadata *self,
                            cairo_surface_t          *pdf)
{
  set (pdf, CAIRO_PDF_METADATA_TITLE, self->title);
  set (pdf, CAIRO_PDF_METADATA_AUTHOR, self->author);
  set (pdf, CAIRO_PDF_METADATA_SUBJECT, self->subject);
  set (pdf, CAIRO_PDF_METADATA_KEYWORDS, self->keywords);
  set (pdf, CAIRO_PDF_METADATA_CREATOR, "Trellis");
  set (pdf, CAIRO_PDF_METADATA_CREATE_DATE, self->date);
  set (pdf, CAIRO_PDF_METADATA_MOD_DATE, self->date);
}
