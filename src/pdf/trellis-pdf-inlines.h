/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-node.h"
#include "trellis-pdf-text.h"

G_BEGIN_DECLS

void  trellis_pdf_inlines_append (TrellisPdfRich    *rich,
                                  const TrellisNode *parent,
                                  const char        *language);
void  trellis_pdf_inlines_append_link (TrellisPdfRich *rich,
                                       const char     *text,
                                       const char     *target);
char *trellis_pdf_html_to_text (const char *html);

G_END_DECLS
