/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-xmp.h"

#include <cairo.h>

/* PDF/A asks that properties it does not know be described in the file: here PDF/UA's. */
static const char extension_schema[]
    = "<rdf:Description rdf:about=\"\" "
      "xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
      " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
      " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">"
      "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
      "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
      "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
      "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
      "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
      "<pdfaProperty:name>part</pdfaProperty:name>"
      "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
      "<pdfaProperty:category>internal</pdfaProperty:category>"
      "<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>"
      "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
      "</rdf:Description>\n";

static const char namespaces[]
    = "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
      " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
      " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">";

static void
append_property (GString    *xmp,
                 const char *before,
                 const char *value,
                 const char *after)
{
  g_autofree char *escaped = NULL;

  if (value == NULL || *value == '\0')
    return;
  escaped = g_markup_escape_text (value, -1);
  g_string_append (xmp, before);
  g_string_append (xmp, escaped);
  g_string_append (xmp, after);
}

/**
 * trellis_pdf_xmp_write:
 *
 * Returns: (transfer full): the file's metadata (ISO 16684-1), which also says that it keeps to
 *   PDF/A-2a (ISO 19005-2, 6.6.4) and PDF/UA-1 (ISO 14289-1, 5)
 */
char *
trellis_pdf_xmp_write (const TrellisPdfFinish *finish)
{
  GString *xmp = g_string_new (
      "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
  g_autofree char *producer = g_strdup_printf ("cairo %s (https://cairographics.org)",
                                               cairo_version_string ());

  g_string_append (xmp, namespaces);
  append_property (xmp, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", finish->title,
                   "</rdf:li></rdf:Alt></dc:title>");
  append_property (xmp, "<dc:creator><rdf:Seq><rdf:li>", finish->author,
                   "</rdf:li></rdf:Seq></dc:creator>");
  append_property (xmp, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", finish->subject,
                   "</rdf:li></rdf:Alt></dc:description>");
  append_property (xmp, "<dc:language><rdf:Bag><rdf:li>", finish->language,
                   "</rdf:li></rdf:Bag></dc:language>");
  append_property (xmp, "<pdf:Keywords>", finish->keywords, "</pdf:Keywords>");
  append_property (xmp, "<pdf:Producer>", producer, "</pdf:Producer>");
  append_property (xmp, "<xmp:CreatorTool>", "Trellis", "</xmp:CreatorTool>");
  append_property (xmp, "<xmp:CreateDate>", finish->date, "</xmp:CreateDate>");
  append_property (xmp, "<xmp:ModifyDate>", finish->date, "</xmp:ModifyDate>");
  g_string_append (xmp, "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
                        "<pdfuaid:part>1</pdfuaid:part></rdf:Description>\n");
  g_string_append (xmp, extension_schema);
  g_string_append (xmp, "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
  return g_string_free_and_steal (xmp);
}
