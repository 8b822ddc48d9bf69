/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a report says in its own language, whatever language the window speaks. Pure. */

typedef enum
{
  TRELLIS_WORD_TITLE,     /* of a report that was given none */
  TRELLIS_WORD_SKILLS,    /* label before a posting's skills */
  TRELLIS_WORD_LINK_TEXT, /* text of the link to a posting */
  TRELLIS_WORD_MOST_CHALLENGING,
  TRELLIS_WORD_DEMAND,
  TRELLIS_WORD_EVIDENCE,
  TRELLIS_WORD_CRITERIA,
  TRELLIS_WORD_MISSING,
  TRELLIS_N_WORDS
} TrellisWord;

const char *trellis_report_word (const char *language,
                                 TrellisWord word);
char       *trellis_report_word_count (const char *language,
                                       int         asking,
                                       int         postings);
char       *trellis_report_word_posting (const char *language,
                                         int         number,
                                         const char *title);
char       *trellis_report_word_undated (const char *language,
                                         int         undated,
                                         int         postings);
char       *trellis_report_word_quote (const char *language,
                                       const char *sentence);

G_END_DECLS
