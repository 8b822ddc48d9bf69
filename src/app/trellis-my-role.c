/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-my-role.h"

#include "trellis-markdown.h"

#include <string.h>

/* Returns: (nullable): the report's section with the role and the reason */
const TrellisSection *
trellis_my_role_find_section (const TrellisReport *report)
{
  for (guint i = 0; i < report->sections->len; i++)
    {
      const TrellisSection *section = report->sections->pdata[i];

      if (section->kind == TRELLIS_SECTION_ROLE)
        return section;
    }

  return NULL;
}

static gboolean
is_word_edge (const char *text,
              const char *at)
{
  return at == text || *at == '\0' || !g_unichar_isalnum (g_utf8_get_char (at))
         || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

/* Where the name stands in the text as a whole word, whatever the case. */
static const char *
find_name (const char *text,
           const char *name,
           gsize      *length)
{
  glong            n = g_utf8_strlen (name, -1);
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (const char *at = text; n > 0 && *at != '\0'; at = g_utf8_next_char (at))
    {
      const char      *end = at;
      glong            i = 0;
      g_autofree char *there = NULL;

      for (; i < n && *end != '\0'; i++)
        end = g_utf8_next_char (end);
      if (i < n)
        return NULL;

      there = g_utf8_casefold (at, end - at);
      if (g_str_equal (there, wanted) && is_word_edge (text, at) && is_word_edge (text, end))
        {
          *length = (gsize) (end - at);
          return at;
        }
    }

  return NULL;
}

/* The role that is named first; of two at one place the longer name. */
static const TrellisRole *
find_first (const TrellisReport *report,
            const char          *text,
            const char         **place,
            gsize               *length)
{
  const TrellisRole *first = NULL;

  for (guint i = 0; i < report->roles->len; i++)
    {
      const TrellisRole *role = report->roles->pdata[i];
      gsize              n = 0;
      const char        *at = find_name (text, role->name, &n);

      if (at != NULL && (first == NULL || at < *place || (at == *place && n > *length)))
        {
          first = role;
          *place = at;
          *length = n;
        }
    }

  return first;
}

/* Returns: (nullable): the role that the section's text names first */
const TrellisRole *
trellis_my_role_find (const TrellisReport *report)
{
  const TrellisSection *section = trellis_my_role_find_section (report);
  const char           *place;
  gsize                 length;

  return section != NULL ? find_first (report, section->text, &place, &length) : NULL;
}

/**
 * trellis_my_role_choose:
 *
 * Puts the role's name where the text names another role of the report first, else as a paragraph
 * before it: the reason stays.
 *
 * Returns: (transfer full): the section's new text, Markdown
 */
char *
trellis_my_role_choose (const TrellisReport *report,
                        const TrellisRole   *role)
{
  const TrellisSection *section = trellis_my_role_find_section (report);
  const char           *text = section != NULL ? section->text : "";
  const char           *place = NULL;
  gsize                 length = 0;
  g_autofree char      *name = trellis_markdown_escape (role->name);
  g_autofree char      *before = NULL;

  if (find_first (report, text, &place, &length) == NULL)
    return *text == '\0' ? g_strdup (name) : g_strconcat (name, "\n\n", text, NULL);

  before = g_strndup (text, (gsize) (place - text));
  return g_strconcat (before, name, place + length, NULL);
}
