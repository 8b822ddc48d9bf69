/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-found.h"

#include "trellis-posting-link.h"
#include "trellis-posting-text.h"
#include "trellis-text.h"

#include <string.h>

#define MAX_LINE 300
#define MAX_TEXT (200 * 1000)
#define MAX_SKILL 100
#define MAX_SKILLS 100

/* Returns: (transfer full): a posting that says nothing but its @source */
TrellisPostingFound *
trellis_posting_found_new (const char *source)
{
  TrellisPostingFound *self = g_new0 (TrellisPostingFound, 1);

  self->title = g_strdup ("");
  self->employer = g_strdup ("");
  self->place = g_strdup ("");
  self->link = g_strdup ("");
  self->source = g_strdup (source);
  self->text = g_strdup ("");
  self->published = g_strdup ("");
  self->skills = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/* What comparing looks at: title, employer, link and text. */
TrellisPostingFound *
trellis_posting_found_from_record (const TrellisPosting *posting)
{
  TrellisPostingFound *found = trellis_posting_found_new (posting->source);

  g_set_str (&found->title, posting->title);
  g_set_str (&found->employer, posting->employer);
  trellis_posting_found_set_link (found, posting->link);
  g_set_str (&found->text, posting->text);
  return found;
}

void
trellis_posting_found_free (TrellisPostingFound *self)
{
  g_free (self->title);
  g_free (self->employer);
  g_free (self->place);
  g_free (self->link);
  g_free (self->source);
  g_free (self->text);
  g_free (self->published);
  g_ptr_array_unref (self->skills);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_free (self);
}

/**
 * trellis_posting_found_set_line:
 * @field: title, employer or place of a posting
 * @value: (nullable): as found; %NULL leaves the field as it is
 *
 * Sets a field of one line, cleaned and no longer than 300 characters.
 */
void
trellis_posting_found_set_line (char      **field,
                                const char *value)
{
  if (value == NULL)
    return;

  g_free (*field);
  *field = trellis_posting_text_clean_line (value, MAX_LINE);
}

/* Sets the plain text, cleaned; what is longer than 200,000 characters is cut and marked. %NULL
 * leaves it. */
void
trellis_posting_found_set_text (TrellisPostingFound *self,
                                const char          *text)
{
  if (text == NULL)
    return;

  g_free (self->text);
  self->text = trellis_posting_text_clean (text, G_MAXUINT);
  self->is_cut = g_utf8_strlen (self->text, -1) > MAX_TEXT;
  if (self->is_cut)
    *g_utf8_offset_to_pointer (self->text, MAX_TEXT) = '\0';
}

/* Sets the link when @address is one of the web; else leaves it. */
void
trellis_posting_found_set_link (TrellisPostingFound *self,
                                const char          *address)
{
  g_autofree char *link = address != NULL ? trellis_link_canonical (address) : NULL;

  if (link != NULL)
    g_set_str (&self->link, link);
}

/* Sets the day of publication when @date begins with one that can be. */
void
trellis_posting_found_set_published (TrellisPostingFound *self,
                                     const char          *date)
{
  g_autofree char *day = date != NULL ? trellis_posting_text_find_day (date) : NULL;

  if (day != NULL)
    g_set_str (&self->published, day);
}

/* Adds a key skill unless it is there, is empty, or is too long to be one. */
void
trellis_posting_found_add_skill (TrellisPostingFound *self,
                                 const char          *skill)
{
  g_autofree char *line = NULL;

  if (skill == NULL || self->skills->len == MAX_SKILLS)
    return;

  line = trellis_posting_text_clean_line (skill, MAX_SKILL + 1);
  if (*line == '\0' || g_utf8_strlen (line, -1) > MAX_SKILL)
    return;
  for (guint i = 0; i < self->skills->len; i++)
    if (trellis_text_equal_folded (line, g_ptr_array_index (self->skills, i)))
      return;

  g_ptr_array_add (self->skills, g_steal_pointer (&line));
}

static void
fill_field (char      **field,
            const char *other)
{
  if (**field == '\0')
    g_set_str (field, other);
}

/* Takes from @other, which is about the same posting, what this one does not say. */
void
trellis_posting_found_fill (TrellisPostingFound       *self,
                            const TrellisPostingFound *other)
{
  fill_field (&self->title, other->title);
  fill_field (&self->employer, other->employer);
  fill_field (&self->place, other->place);
  fill_field (&self->link, other->link);
  fill_field (&self->published, other->published);
  if (*other->text != '\0' && (*self->text == '\0' || (self->is_partial && !other->is_partial)))
    {
      g_set_str (&self->text, other->text);
      self->is_partial = other->is_partial;
      self->is_cut = other->is_cut;
    }
  if (self->skills->len == 0)
    for (guint i = 0; i < other->skills->len; i++)
      trellis_posting_found_add_skill (self, g_ptr_array_index (other->skills, i));
}
