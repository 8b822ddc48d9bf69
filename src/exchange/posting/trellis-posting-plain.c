/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-plain.h"

#include "trellis-error.h"
#include "trellis-posting-found.h"
#include "trellis-posting-link.h"
#include "trellis-posting-text.h"
#include "trellis-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A first line that is longer is a sentence, not a title. */
#define MAX_TITLE 160
#define MAX_SKILL_WORDS 6
#define MAX_SKILL_LINES 40

/* The heading over the key skills, folded, as it is copied from a page. */
static const char *const skill_headings[] = { "ключевые навыки", "key skills" };

/* What a line is about that begins with one of these and a colon, folded. */
static const char *const title_labels[] = {
  "вакансия", "должность", "позиция", "position", "job title", "title", "vacancy", "job", "role",
};
static const char *const employer_labels[] = { "компания", "работодатель", "company", "employer" };
static const char *const place_labels[]
    = { "город", "место работы", "локация", "регион", "location", "city" };
static const char *const link_labels[]
    = { "ссылка", "источник", "адрес вакансии", "link", "source", "url" };

/* Returns: (nullable): what stands behind the colon, when one of @labels stands before */
static const char *
find_labelled (const char        *line,
               const char *const *labels,
               guint              n_labels)
{
  const char      *colon = strchr (line, ':');
  g_autofree char *label = colon != NULL ? g_strndup (line, (gsize) (colon - line)) : NULL;

  for (guint i = 0; label != NULL && i < n_labels; i++)
    if (trellis_text_equal_folded (label, labels[i]))
      return colon + 1;
  return NULL;
}

/* Sets the title, without its label, and without the marks of Markdown around it. */
static void
set_title (TrellisPostingFound *found,
           const char          *line)
{
  const char      *value = find_labelled (line, title_labels, G_N_ELEMENTS (title_labels));
  g_autofree char *title = g_strdup (value != NULL && *value != '\0' ? value : line);
  char            *begin = title + strspn (title, " ");

  if (*begin == '#')
    begin += strspn (begin, "#");
  if (g_str_has_prefix (begin, "**") && g_str_has_suffix (begin, "**") && strlen (begin) > 4)
    {
      begin[strlen (begin) - 2] = '\0';
      begin += 2;
    }
  trellis_posting_found_set_line (&found->title, begin);
}

/* Returns: (transfer full) (nullable): the address of the web that is all of @line */
static char *
read_address (const char *line)
{
  g_autofree char *inner = NULL;

  if (*line == '<' && g_str_has_suffix (line, ">"))
    line = inner = g_strndup (line + 1, strlen (line) - 2);
  if (!g_str_has_prefix (line, "http://") && !g_str_has_prefix (line, "https://")
      && !g_str_has_prefix (line, "www.") && !trellis_link_is_hh_vacancy (line))
    return NULL;
  return trellis_link_canonical (line);
}

static void
read_line (TrellisPostingFound *found,
           const char          *line)
{
  const char      *value = find_labelled (line, link_labels, G_N_ELEMENTS (link_labels));
  g_autofree char *address = read_address (value != NULL ? value + strspn (value, " ") : line);

  if (address != NULL)
    {
      if (*found->link == '\0')
        g_set_str (&found->link, address);
      return;
    }

  if (*found->title == '\0' && g_utf8_strlen (line, -1) <= MAX_TITLE)
    set_title (found, line);
  if (*found->employer == '\0')
    trellis_posting_found_set_line (
        &found->employer, find_labelled (line, employer_labels, G_N_ELEMENTS (employer_labels)));
  if (*found->place == '\0')
    trellis_posting_found_set_line (
        &found->place, find_labelled (line, place_labels, G_N_ELEMENTS (place_labels)));
}

static gboolean
is_skill_heading (const char *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (skill_headings); i++)
    if (trellis_text_equal_folded (line, skill_headings[i]))
      return TRUE;
  return FALSE;
}

static guint
count_words (const char *line)
{
  guint n = *line != '\0';

  for (; *line != '\0'; line++)
    n += *line == ' ';
  return n;
}

/* A page's tags are copied one a line; they end at an empty line, or at one that is no tag. */
static void
read_skills (TrellisPostingFound *found,
             char               **lines)
{
  for (guint i = 0; lines[i] != NULL && i < MAX_SKILL_LINES; i++)
    {
      const char *skill = lines[i];

      if (g_str_has_prefix (skill, "- "))
        skill += 2;
      if (*skill == '\0' && i == 0)
        continue;
      if (*skill == '\0' || count_words (skill) > MAX_SKILL_WORDS
          || g_str_has_suffix (skill, ":") || g_str_has_suffix (skill, "."))
        return;
      trellis_posting_found_add_skill (found, skill);
    }
}

/* Several postings could follow each other; one address alone says what was forgotten. */
static gboolean
check_text (const TrellisPostingFound *found,
            const char                *name,
            GError                   **error)
{
  if (*found->text == '\0')
    g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_EMPTY,
                 _("“%s” holds nothing that can be read. Save or copy the posting again."), name);
  else if (strchr (found->text, '\n') == NULL && *found->link != '\0')
    g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
                 _("“%s” is only an address, and Trellis does not go online. Open it in a browser, "
                   "and save the page or copy its text."),
                 name);
  else
    return TRUE;
  return FALSE;
}

/**
 * trellis_posting_plain_read:
 * @text: UTF-8
 * @name: for messages
 *
 * Reads what somebody copied from a page: the first line is the title; a line that is an address
 * is the link; employer and place are read where a label names them, and key skills below their
 * heading. The text stays whole.
 *
 * Returns: (transfer full) (nullable) (element-type TrellisPostingFound): one posting
 */
GPtrArray *
trellis_posting_plain_read (const char *text,
                            const char *name,
                            GError    **error)
{
  g_autoptr (TrellisPostingFound) found = trellis_posting_found_new (TRELLIS_POSTING_SOURCE_TEXT);
  g_auto (GStrv)                  lines = NULL;
  GPtrArray                      *postings;

  trellis_posting_found_set_text (found, text);
  lines = g_strsplit (found->text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      read_line (found, lines[i]);
      if (found->skills->len == 0 && is_skill_heading (lines[i]))
        read_skills (found, lines + i + 1);
    }
  if (!check_text (found, name, error))
    return NULL;

  postings = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_posting_found_free);
  g_ptr_array_add (postings, g_steal_pointer (&found));
  return postings;
}
