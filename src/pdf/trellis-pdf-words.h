/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the pages say beyond the document's own words, in the document's language (not the user's,
 * hence no gettext). */
typedef enum
{
  TRELLIS_PDF_WORD_AUTHOR,
  TRELLIS_PDF_WORD_COURSE,
  TRELLIS_PDF_WORD_ADVISOR,
  TRELLIS_PDF_WORD_DATE,
  TRELLIS_PDF_WORD_CAPTURED,
  TRELLIS_PDF_WORD_ABSENT,    /* of the cover … */
  TRELLIS_PDF_WORD_NO_AUTHOR, /* … what is */
  TRELLIS_PDF_WORD_NO_COURSE,
  TRELLIS_PDF_WORD_NO_ADVISOR,
  TRELLIS_PDF_WORD_NO_DATE,
  TRELLIS_PDF_WORD_NO_CAPTURED,
  TRELLIS_PDF_WORD_CONTENTS,
  TRELLIS_PDF_WORD_COMPONENT,
  TRELLIS_PDF_WORD_ROLES,
  TRELLIS_PDF_WORD_COMPONENTS,
  TRELLIS_PDF_WORD_TOTAL,
  TRELLIS_PDF_WORD_LEGEND,
  TRELLIS_PDF_WORD_WORDING,
  TRELLIS_PDF_WORD_SKILL,
  TRELLIS_PDF_WORD_POSTINGS,
  TRELLIS_PDF_WORD_WHICH,
  TRELLIS_PDF_WORD_HAVE,
  TRELLIS_PDF_WORD_CHALLENGING,
  TRELLIS_PDF_WORD_MET,
  TRELLIS_PDF_WORD_UNMET,
  TRELLIS_PDF_WORD_JUDGE,
  TRELLIS_PDF_WORD_IMAGE,
  TRELLIS_PDF_WORD_UNTITLED,
  TRELLIS_PDF_N_WORDS
} TrellisPdfWord;

const char *trellis_pdf_word (TrellisPdfWord word,
                              const char    *language);
char       *trellis_pdf_word_page (guint       page,
                                   guint       n_pages,
                                   const char *language);
char       *trellis_pdf_word_entry (const char *title,
                                    guint       page,
                                    const char *language);
char       *trellis_pdf_word_day (const char *date,
                                  const char *language);
char       *trellis_pdf_word_captured (const char *date,
                                       const char *language);
char       *trellis_pdf_word_of (guint       n,
                                 guint       total,
                                 const char *language);

G_END_DECLS
