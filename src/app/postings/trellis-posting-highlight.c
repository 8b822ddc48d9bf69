/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-highlight.h"

#include "trellis-posting-skills.h"
#include "trellis-recognition.h"

#include <adwaita.h>

static GtkTextTag *
get_tag (GtkTextBuffer *buffer,
         const char    *name)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);

  if (tag == NULL)
    tag = gtk_text_buffer_create_tag (buffer, name, NULL, NULL);
  return tag;
}

/* The theme's accent colour; again each time, since it may have changed. */
static void
style_tags (GtkTextTag *found,
            GtkTextTag *asked)
{
  AdwStyleManager    *manager = adw_style_manager_get_default ();
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (manager);
  GdkRGBA             tint = *accent;

  tint.alpha = 0.2f;
  g_object_set (found, "underline", PANGO_UNDERLINE_SINGLE, "underline-rgba", accent, NULL);
  g_object_set (asked, "background-rgba", &tint, NULL);
}

static gboolean
shows (GtkTextBuffer *buffer,
       const char    *text)
{
  GtkTextIter      begin, end;
  g_autofree char *shown = NULL;

  gtk_text_buffer_get_bounds (buffer, &begin, &end);
  shown = gtk_text_buffer_get_text (buffer, &begin, &end, TRUE);
  return g_str_equal (shown, text);
}

static void
mark (GtkTextBuffer *buffer,
      GtkTextTag    *tag,
      int            begin,
      int            end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, begin);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  gtk_text_buffer_apply_tag (buffer, tag, &from, &to);
}

void
trellis_posting_highlight (GtkTextBuffer           *buffer,
                           const TrellisReport     *report,
                           const TrellisPosting    *posting,
                           const TrellisVocabulary *vocabulary)
{
  GtkTextTag            *found = get_tag (buffer, "found");
  GtkTextTag            *asked = get_tag (buffer, "asked");
  g_autoptr (GHashTable) known = NULL;
  g_autoptr (GHashTable) dismissed = NULL;
  g_autoptr (GArray)     mentions = NULL;
  const char            *at = posting->text;
  int                    offset = 0;
  GtkTextIter            begin, end;

  gtk_text_buffer_get_bounds (buffer, &begin, &end);
  gtk_text_buffer_remove_tag (buffer, found, &begin, &end);
  gtk_text_buffer_remove_tag (buffer, asked, &begin, &end);
  if (!shows (buffer, posting->text))
    return;

  style_tags (found, asked);
  known = trellis_posting_skills_collect (report, posting, vocabulary, TRUE);
  dismissed = trellis_posting_skills_collect (report, posting, vocabulary, FALSE);
  mentions = trellis_recognition_find (vocabulary, posting->text);
  for (guint i = 0; i < mentions->len; i++)
    {
      const TrellisMention *mention = &g_array_index (mentions, TrellisMention, i);
      const char           *from = posting->text + mention->begin;
      int                   length = (int) g_utf8_strlen (from, (gssize) (mention->end
                                                        - mention->begin));

      offset += (int) g_utf8_strlen (at, from - at);
      at = from;
      if (mention->aside || g_hash_table_contains (dismissed, mention->entry))
        continue;
      mark (buffer, found, offset, offset + length);
      if (g_hash_table_contains (known, mention->entry))
        mark (buffer, asked, offset, offset + length);
    }
}
