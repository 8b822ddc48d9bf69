/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The words that mean something to the count, English and Russian, as tables at the top of the
 * .c file. All functions take text as it stands in a line. */

gboolean trellis_words_end_in_role (const char *text);
gboolean trellis_words_are_level (const char *text);
gboolean trellis_words_state_need (const char *text);
gboolean trellis_words_state_choice (const char *sentence);
gboolean trellis_words_label_reason (const char *label);
gboolean trellis_words_label_why (const char *label);
gboolean trellis_words_label_skills (const char *label);
gboolean trellis_words_label_title (const char *label);
gboolean trellis_words_label_field (const char *label);
gboolean trellis_words_label_detail (const char *label);
gboolean trellis_words_label_ordinal (const char *text);
gboolean trellis_words_name_postings (const char *text);
gboolean trellis_words_are_empty_link (const char *text);
gboolean trellis_words_are_task (const char *text);
gboolean trellis_words_mark_challenging (const char *text);
gboolean trellis_words_say_all (const char *word);
gboolean trellis_words_mean_posting (const char *word);
gboolean trellis_words_tell_apart (const char *word);

G_END_DECLS
