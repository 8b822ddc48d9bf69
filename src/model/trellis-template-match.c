/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-template-parse.h"
#include "trellis-text.h"

#include <string.h>

/* Recognises a section by its heading, as forgivingly as a reader would: case, numbers, emphasis
 * and colons do not count, and in a long name two letters may be wrong: but not the first, or "Hard
 * skills" would be "Shared skills". */

#define LONG_NAME 8
#define MAX_WRONG 2
#define MAX_LETTERS 120

typedef struct
{
  gunichar *letters;
  glong     length;
  gboolean  is_long; /* without its spaces */
} Name;

static gboolean
is_dropped (gunichar c)
{
  return c == '*' || c == '_' || c == '`' || c == '#' || c == '~';
}

/* The heading's words: folded, without number, emphasis and colon, single spaces; "&" reads "and".
 */
static gunichar *
fold_heading (const char *text,
              glong      *length)
{
  g_autofree char    *folded = trellis_text_fold (text);
  g_autoptr (GString) out = g_string_new (NULL);
  const char         *p = folded;

  while (is_dropped (g_utf8_get_char (p)) || *p == ' ')
    p++;
  if (g_ascii_isdigit (*p))
    {
      const char *q = p + strspn (p, "0123456789.)");

      if (*q == ' ' || q[-1] == '.' || q[-1] == ')')
        p = q;
    }

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_dropped (c))
        continue;
      if (c == '&')
        g_string_append (out, "and");
      else if (c == 0x451) /* ё */
        g_string_append_unichar (out, 0x435);
      else if (c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013 || c == '/')
        g_string_append_c (out, ' ');
      else if (c == 0x2019 || c == '\'')
        continue;
      else
        g_string_append_unichar (out, c);
    }

  g_strstrip (out->str);
  for (gsize end = strlen (out->str); end > 0 && strchr (":.!? ", out->str[end - 1]) != NULL; end--)
    out->str[end - 1] = '\0';

  return g_utf8_to_ucs4_fast (out->str, -1, length);
}

/* The same of a line that may be a heading; %NULL of one that is too long to be any. */
static gunichar *
fold_short (const char *text,
            glong      *length)
{
  return strlen (text) > 4 * MAX_LETTERS ? NULL : fold_heading (text, length);
}

/* Whether at most @most letters must be put in, taken out or changed. */
static gboolean
is_near (const gunichar *a,
         glong           n_a,
         const gunichar *b,
         glong           n_b,
         int             most)
{
  int row[MAX_LETTERS + 1];

  if (ABS (n_a - n_b) > most || n_a > MAX_LETTERS || n_b > MAX_LETTERS)
    return FALSE;

  for (glong j = 0; j <= n_b; j++)
    row[j] = (int) j;

  for (glong i = 0; i < n_a; i++)
    {
      int diagonal = row[0]++;
      int least = row[0];

      for (glong j = 1; j <= n_b; j++)
        {
          int change = diagonal + (a[i] != b[j - 1]);

          diagonal = row[j];
          row[j] = MIN (change, MIN (row[j], row[j - 1]) + 1);
          least = MIN (least, row[j]);
        }
      if (least > most)
        return FALSE;
    }

  return row[n_b] <= most;
}

static void
add_name (GPtrArray  *names,
          const char *text)
{
  Name *name = g_new0 (Name, 1);
  glong n = 0;

  name->letters = fold_heading (text, &name->length);
  for (glong i = 0; i < name->length; i++)
    n += name->letters[i] != ' ';
  name->is_long = n > LONG_NAME;
  g_ptr_array_add (names, name);
}

static void
name_free (gpointer data)
{
  Name *name = data;

  g_free (name->letters);
  g_free (name);
}

/* To be called once all headings stand. */
void
_trellis_template_fold_names (TrellisTemplate *self)
{
  for (guint i = 0; i < self->documents->len; i++)
    {
      const TrellisTemplateDocument *document = g_ptr_array_index (self->documents, i);

      for (guint j = 0; j < document->sections->len; j++)
        {
          TrellisTemplateSection *section = g_ptr_array_index (document->sections, j);

          section->names = g_ptr_array_new_with_free_func (name_free);
          add_name (section->names, section->heading);
          add_name (section->names, section->heading_ru);
          for (guint k = 0; section->synonyms[k] != NULL; k++)
            add_name (section->names, section->synonyms[k]);
        }
    }
}

static gboolean
matches (const TrellisTemplateSection *section,
         const gunichar               *heading,
         glong                         length,
         gboolean                      exact)
{
  for (guint i = 0; i < section->names->len; i++)
    {
      const Name *name = g_ptr_array_index (section->names, i);
      int         most = exact || !name->is_long ? 0 : MAX_WRONG;

      if (name->length > 0 && heading[0] == name->letters[0]
          && is_near (heading, length, name->letters, name->length, most))
        return TRUE;
    }

  return FALSE;
}

static const TrellisTemplateSection *
find_in (const TrellisTemplate *self,
         const gunichar        *heading,
         glong                  length,
         gboolean               exact)
{
  for (guint i = 0; i < self->documents->len; i++)
    {
      const TrellisTemplateDocument *document = g_ptr_array_index (self->documents, i);

      for (guint j = 0; j < document->sections->len; j++)
        {
          const TrellisTemplateSection *section = g_ptr_array_index (document->sections, j);

          if (matches (section, heading, length, exact))
            return section;
        }
    }

  return NULL;
}

static const TrellisTemplateSection *
find_anywhere (const gunichar *heading,
               glong           length,
               gboolean        exact)
{
  const char *const            *ids = trellis_template_list ();
  const TrellisTemplateSection *section = NULL;

  for (guint i = 0; section == NULL && ids[i] != NULL; i++)
    section = find_in (trellis_template_get (ids[i]), heading, length, exact);

  return section;
}

/**
 * trellis_template_match_heading:
 * @self: (nullable): a template, which has the first say; those that ship are asked then
 * @text: a heading, or a line that may be one
 * @kind: (out): the section it opens
 *
 * A name that fits exactly is preferred to one with wrong letters.
 *
 * Returns: whether it is known
 */
gboolean
trellis_template_match_heading (const TrellisTemplate *self,
                                const char            *text,
                                TrellisSectionKind    *kind)
{
  const TrellisTemplateSection *section = NULL;
  glong                         length = 0;
  g_autofree gunichar          *heading = fold_short (text, &length);

  if (heading == NULL || length < 3 || length > MAX_LETTERS)
    return FALSE;

  for (int exact = 1; exact >= 0 && section == NULL; exact--)
    {
      if (self != NULL)
        section = find_in (self, heading, length, exact);
      if (section == NULL)
        section = find_anywhere (heading, length, exact);
    }

  if (section == NULL)
    return FALSE;

  *kind = section->kind;
  return TRUE;
}

/**
 * trellis_template_is_only_in:
 * @self: a template that ships
 *
 * Returns: whether the heading is one of this template's own, which no other that ships has
 */
gboolean
trellis_template_is_only_in (const TrellisTemplate *self,
                             const char            *text)
{
  const char *const   *ids = trellis_template_list ();
  glong                length;
  g_autofree gunichar *heading = fold_short (text, &length);

  if (heading == NULL || find_in (self, heading, length, FALSE) == NULL)
    return FALSE;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const TrellisTemplate *other = trellis_template_get (ids[i]);

      if (!g_str_equal (other->id, self->id) && find_in (other, heading, length, FALSE) != NULL)
        return FALSE;
    }

  return TRUE;
}
