/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-sections.h"

#include <string.h>

#include "trellis-count-text.h"
#include "trellis-count-words.h"
#include "trellis-section-words.h"
#include "trellis-text.h"

#define MAX_WRONG_LETTERS 2
#define MIN_FUZZY_LETTERS 9 /* beyond eight letters, two may be wrong */
#define MIN_ONE_WORD 8      /* letters of a word that is a heading without being marked as one */
#define MAX_HEADING_BYTES 400
#define MAX_MARKS 24 /* bytes that emphasis, number and blanks may add to a plain line's name */
#define MAX_ROLE_WORDS 8

/* How surely a line is a heading of a section. Lines of a kind count only if no surer one of the
 * same kind stands in the report: below "Job market snapshot", "Job postings" is a sub-heading. */
typedef enum
{
  SURE_NAME,    /* a heading with the template's own name */
  SURE_SYNONYM, /* a heading with another name for it */
  SURE_LINE,    /* a plain line that is nothing but such a name */
  SURE_WORDS,   /* a heading with words that tell the section */
  N_SURE
} Sureness;

typedef struct
{
  TrellisSectionKind kind;
  Sureness           sureness;
  gboolean           one_word; /* too short to be known by part of a line */
  char              *text;     /* folded */
  glong              letters;
} Name;

typedef struct
{
  GPtrArray  *names;
  GHashTable *by_text; /* char * → Name */
  gsize       longest; /* in bytes */
} Names;

typedef struct
{
  TrellisSectionKind kind;
  Sureness           sureness;
  int                level; /* 0: no heading */
  guint              file;
  guint              index;
  const char        *rest;
} Candidate;

static void
name_free (gpointer data)
{
  Name *name = data;

  g_free (name->text);
  g_free (name);
}

static void
names_free (Names *names)
{
  g_hash_table_unref (names->by_text);
  g_ptr_array_unref (names->names);
  g_free (names);
}

/* Folded, without number, emphasis, "&" and what punctuation stands at its end. */
static char *
fold_heading (const char *text)
{
  g_autofree char *folded = trellis_count_fold (text);
  g_autofree char *bare = trellis_count_drop_ordinal (folded);
  GString         *joined = g_string_new (bare);
  gsize            length;

  g_string_replace (joined, "&", "and", 0);
  length = joined->len;
  while (length > 0 && strchr (" :.;,-", joined->str[length - 1]) != NULL)
    length--;
  g_string_truncate (joined, length);
  return g_string_free_and_steal (joined);
}

static void
add_name (Names *names, const char *text, TrellisSectionKind kind, Sureness sureness)
{
  g_autofree char *folded = text == NULL ? NULL : fold_heading (text);
  Name            *name;

  if (folded == NULL || *folded == '\0' || g_hash_table_contains (names->by_text, folded))
    return;
  name = g_new0 (Name, 1);
  name->kind = kind;
  name->sureness = sureness;
  name->one_word = strchr (folded, ' ') == NULL;
  name->letters = g_utf8_strlen (folded, -1);
  names->longest = MAX (names->longest, strlen (folded));
  name->text = g_steal_pointer (&folded);
  g_ptr_array_add (names->names, name);
  g_hash_table_insert (names->by_text, name->text, name);
}

static void
add_headings (Names *names, const TrellisTemplate *layout, gboolean chosen)
{
  for (guint i = 0; i < layout->documents->len; i++)
    {
      const TrellisTemplateDocument *document = g_ptr_array_index (layout->documents, i);

      for (guint j = 0; j < document->sections->len; j++)
        {
          const TrellisTemplateSection *section = g_ptr_array_index (document->sections, j);

          add_name (names, section->heading, section->kind, chosen ? SURE_NAME : SURE_SYNONYM);
          add_name (names, section->heading_ru, section->kind, chosen ? SURE_NAME : SURE_SYNONYM);
        }
    }
}

static void
add_synonyms (Names *names, const TrellisTemplate *layout)
{
  for (guint i = 0; i < layout->documents->len; i++)
    {
      const TrellisTemplateDocument *document = g_ptr_array_index (layout->documents, i);

      for (guint j = 0; j < document->sections->len; j++)
        {
          const TrellisTemplateSection *section = g_ptr_array_index (document->sections, j);

          for (guint k = 0; section->synonyms != NULL && section->synonyms[k] != NULL; k++)
            add_name (names, section->synonyms[k], section->kind, SURE_SYNONYM);
        }
    }
}

/* The template's own names first; then its synonyms, then what the other templates call it. */
static Names *
collect_names (const TrellisTemplate *layout)
{
  const char *const *ids = trellis_template_list ();
  Names             *names = g_new0 (Names, 1);

  names->names = g_ptr_array_new_with_free_func (name_free);
  names->by_text = g_hash_table_new (g_str_hash, g_str_equal);
  add_headings (names, layout, TRUE);
  add_synonyms (names, layout);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const TrellisTemplate *other = trellis_template_get (ids[i]);

      if (other == NULL || other == layout)
        continue;
      add_headings (names, other, FALSE);
      add_synonyms (names, other);
    }
  return names;
}

/* The names that go with the template. Those of the templates that ship are kept, for a report is
 * checked at every pause in typing; `own` is set for any other template, and is the caller's. */
static const Names *
get_names (const TrellisTemplate *layout, Names **own)
{
  static GMutex            mutex;
  static GHashTable       *kept; /* const TrellisTemplate * → Names */
  g_autoptr (GMutexLocker) locker = NULL;
  Names                   *names;

  if (!g_strv_contains (trellis_template_list (), layout->id)
      || trellis_template_get (layout->id) != layout)
    return *own = collect_names (layout);
  locker = g_mutex_locker_new (&mutex);
  if (kept == NULL)
    kept = g_hash_table_new (NULL, NULL);
  names = g_hash_table_lookup (kept, layout);
  if (names == NULL)
    {
      names = collect_names (layout);
      g_hash_table_insert (kept, (gpointer) layout, names);
    }
  return names;
}

/* Whether the two differ in no more than MAX_WRONG_LETTERS letters (wrong, missing or too many). */
static gboolean
is_nearly (const char *a, const char *b)
{
  g_autofree gunichar *from = g_utf8_to_ucs4_fast (a, -1, NULL);
  g_autofree gunichar *to = NULL;
  glong                length;
  g_autofree int      *row = NULL;

  to = g_utf8_to_ucs4_fast (b, -1, &length);
  row = g_new (int, length + 1);
  for (glong j = 0; j <= length; j++)
    row[j] = (int) j;
  for (glong i = 0; from[i] != 0; i++)
    {
      int diagonal = row[0];
      int least = ++row[0];

      for (glong j = 1; j <= length; j++)
        {
          int changed = diagonal + (from[i] != to[j - 1]);

          diagonal = row[j];
          row[j] = MIN (changed, MIN (row[j], row[j - 1]) + 1);
          least = MIN (least, row[j]);
        }
      if (least > MAX_WRONG_LETTERS)
        return FALSE;
    }
  return row[length] <= MAX_WRONG_LETTERS;
}

static const Name *
find_name (const Names *names, const char *text, gboolean fuzzy)
{
  g_autofree char *folded = fold_heading (text);
  glong            letters = g_utf8_strlen (folded, -1);
  const Name      *name = g_hash_table_lookup (names->by_text, folded);

  if (name != NULL || !fuzzy || letters < MIN_FUZZY_LETTERS - MAX_WRONG_LETTERS)
    return name;
  for (guint i = 0; i < names->names->len; i++)
    {
      name = g_ptr_array_index (names->names, i);
      if (name->letters >= MIN_FUZZY_LETTERS && ABS (name->letters - letters) <= MAX_WRONG_LETTERS
          && is_nearly (folded, name->text))
        return name;
    }
  return NULL;
}

/* "My role: tester", "Skills I already have (from the map)": a name of several words may have
 * something behind it. */
static const Name *
find_name_before (const Names *names, const TrellisLine *line, const char **rest)
{
  g_autofree char *plain = trellis_count_plain (line->text);
  g_autofree char *bare = trellis_count_drop_brackets (plain);
  const char      *behind;
  const char      *separator = trellis_count_find_separator (plain, &behind);
  const Name      *name = NULL;

  *rest = NULL;
  if (separator != NULL && *behind != '\0')
    {
      g_autofree char *before = g_strndup (plain, separator - plain);

      name = find_name (names, before, TRUE);
      if (name != NULL && !name->one_word)
        {
          const char *colon = strpbrk (line->text, ":");

          *rest = colon != NULL && colon[1] != '\0' ? colon + 1 : line->text;
          return name;
        }
    }
  if (strcmp (bare, plain) != 0)
    name = find_name (names, bare, TRUE);
  return name != NULL && !name->one_word ? name : NULL;
}

static gboolean
find_in_heading (const Names           *names,
                 const TrellisTemplate *layout,
                 const TrellisLine     *line,
                 Candidate             *candidate)
{
  const Name *name = find_name (names, line->text, TRUE);

  if (name == NULL)
    name = find_name_before (names, line, &candidate->rest);
  candidate->level = line->level;
  if (name == NULL)
    {
      candidate->sureness = SURE_WORDS;
      return trellis_section_words_find (layout, line->text, &candidate->kind);
    }
  candidate->kind = name->kind;
  candidate->sureness = name->sureness;
  return TRUE;
}

/* Whether there is nothing above and below the line, or it is all bold. */
static gboolean
stands_alone (const TrellisOutline *outline, guint index)
{
  const TrellisLine *line = trellis_outline_get_line (outline, index);

  return trellis_line_is_bold (line)
         || ((index == 0 || *trellis_outline_get_line (outline, index - 1)->text == '\0')
             && (index + 1 == outline->lines->len
                 || *trellis_outline_get_line (outline, index + 1)->text == '\0'));
}

static gboolean
find_in_line (const Names           *names,
              const TrellisTemplate *layout,
              const TrellisOutline  *outline,
              guint                  index,
              Candidate             *candidate)
{
  const TrellisLine *line = trellis_outline_get_line (outline, index);
  const Name        *name;
  gboolean           alone;

  if (*line->text == '\0' || strlen (line->text) > MAX_HEADING_BYTES)
    return FALSE;
  if (line->kind == TRELLIS_LINE_HEADING)
    return find_in_heading (names, layout, line, candidate);
  if (strlen (line->text) > names->longest + MAX_MARKS)
    return FALSE;
  if (line->kind != TRELLIS_LINE_TEXT && line->kind != TRELLIS_LINE_NUMBERED
      && (line->kind != TRELLIS_LINE_ITEM || line->ordinal < 0))
    return FALSE;
  alone = stands_alone (outline, index);
  name = find_name (names, line->text, alone);
  if (name != NULL && (!name->one_word || (alone && name->letters >= MIN_ONE_WORD)))
    {
      candidate->kind = name->kind;
      candidate->sureness = SURE_LINE;
      return TRUE;
    }
  candidate->sureness = SURE_WORDS;
  return name == NULL && line->kind == TRELLIS_LINE_TEXT && alone
         && trellis_section_words_find (layout, line->text, &candidate->kind);
}

static GArray *
find_candidates (const Names *names, const TrellisTemplate *layout, GPtrArray *outlines)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint file = 0; file < outlines->len; file++)
    {
      const TrellisOutline *outline = g_ptr_array_index (outlines, file);

      for (guint i = 0; i < outline->lines->len; i++)
        {
          Candidate candidate = { .file = file, .index = i };

          if (find_in_line (names, layout, outline, i, &candidate))
            g_array_append_val (candidates, candidate);
        }
    }
  return candidates;
}

/* Of the headings known by some of their words alone, those stay that stand at a level of the named
 * ones and are the only one of their kind: a heading within each role or posting is no section.
 * Plain lines are such headings only where no heading is one. */
static void
drop_doubtful (GArray *candidates)
{
  guint n_told[TRELLIS_SECTION_PLAN + 1] = { 0 };
  guint levels = 0;
  guint n_lines = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (candidate->sureness == SURE_WORDS)
        n_told[candidate->kind]++;
      else if (candidate->level > 0)
        levels |= 1u << candidate->level;
      else
        n_lines++;
    }
  if (levels == 0)
    levels = n_lines > 1 ? 1u : 1u << 1 | 1u << 2;
  for (guint i = candidates->len; i > 0; i--)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i - 1);

      if (candidate->sureness == SURE_WORDS
          && (n_told[candidate->kind] > 1 || (levels & 1u << candidate->level) == 0))
        g_array_remove_index (candidates, i - 1);
    }
}

static void
end_range (TrellisSections *self, guint end)
{
  TrellisSectionRange *last
      = &g_array_index (self->ranges, TrellisSectionRange, self->ranges->len - 1);

  last->end = end;
}

static void
begin_range (TrellisSections *self, guint file, guint begin, const Candidate *candidate)
{
  const TrellisOutline *outline = g_ptr_array_index (self->outlines, file);
  TrellisSectionRange   range
      = { .kind = TRELLIS_SECTION_TEXT, .outline = outline, .file = file, .begin = begin };

  if (candidate != NULL)
    {
      range.kind = candidate->kind;
      range.heading = trellis_outline_get_line (outline, candidate->index);
      range.rest = candidate->rest;
    }
  g_array_append_val (self->ranges, range);
}

/* Makes the ranges of one file from the candidates that count, beginning at `next`. */
static guint
divide_file (
    TrellisSections *self, guint file, GArray *candidates, guint next, const Sureness *best)
{
  const TrellisOutline *outline = g_ptr_array_index (self->outlines, file);

  begin_range (self, file, 0, NULL);
  for (; next < candidates->len; next++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, next);

      if (candidate->file != file)
        break;
      if (candidate->sureness != best[candidate->kind])
        continue;
      end_range (self, candidate->index);
      if (candidate->index == 0)
        g_array_set_size (self->ranges, self->ranges->len - 1);
      begin_range (self, file, candidate->index + 1, candidate);
    }
  end_range (self, outline->lines->len);
  return next;
}

/**
 * trellis_sections_new:
 * @outlines: (element-type TrellisOutline): the files of one report, in order; kept
 * @layout: the template whose names the sections go by; must outlive the result
 *
 * Divides a report into sections. A heading is known by its folded text without number, emphasis
 * and colon, at any level; it rules until the next known one or the file's end.
 *
 * Returns: (transfer full): the sections
 */
TrellisSections *
trellis_sections_new (GPtrArray *outlines, const TrellisTemplate *layout)
{
  TrellisSections   *self = g_new0 (TrellisSections, 1);
  Names             *own = NULL;
  const Names       *names = get_names (layout, &own);
  g_autoptr (GArray) candidates = find_candidates (names, layout, outlines);
  Sureness           best[TRELLIS_SECTION_PLAN + 1];
  guint              next = 0;

  drop_doubtful (candidates);
  self->layout = layout;
  self->outlines = g_ptr_array_ref (outlines);
  self->ranges = g_array_new (FALSE, FALSE, sizeof (TrellisSectionRange));
  for (guint i = 0; i < G_N_ELEMENTS (best); i++)
    best[i] = N_SURE;
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      best[candidate->kind] = MIN (best[candidate->kind], candidate->sureness);
    }
  for (guint file = 0; file < outlines->len; file++)
    next = divide_file (self, file, candidates, next, best);
  g_clear_pointer (&own, names_free);
  return self;
}

void
trellis_sections_free (TrellisSections *self)
{
  g_array_unref (self->ranges);
  g_ptr_array_unref (self->outlines);
  g_free (self);
}

/* How many headings only this template has. */
static guint
count_own_headings (const TrellisTemplate *template, GPtrArray *outlines)
{
  guint n = 0;

  for (guint file = 0; file < outlines->len; file++)
    {
      const TrellisOutline *outline = g_ptr_array_index (outlines, file);

      for (guint i = 0; i < outline->lines->len; i++)
        {
          const TrellisLine *line = trellis_outline_get_line (outline, i);

          n += line->kind == TRELLIS_LINE_HEADING && strlen (line->text) <= MAX_HEADING_BYTES
               && trellis_template_is_only_in (template, line->text);
        }
    }
  return n;
}

/**
 * trellis_sections_choose_template:
 * @outlines: (element-type TrellisOutline): the files of one report
 *
 * Returns: (transfer none): "two-file" where headings that only it has outnumber those that only
 *   "classic" has, else "classic"
 */
const TrellisTemplate *
trellis_sections_choose_template (GPtrArray *outlines)
{
  const TrellisTemplate *classic = trellis_template_get ("classic");
  const TrellisTemplate *two_file = trellis_template_get ("two-file");

  return count_own_headings (two_file, outlines) > count_own_headings (classic, outlines)
             ? two_file
             : classic;
}

const TrellisSectionRange *
trellis_sections_get (const TrellisSections *self, guint index)
{
  return &g_array_index (self->ranges, TrellisSectionRange, index);
}

/* The first section of the kind, or NULL. */
const TrellisSectionRange *
trellis_sections_find (const TrellisSections *self, TrellisSectionKind kind)
{
  for (guint i = 0; i < self->ranges->len; i++)
    if (trellis_sections_get (self, i)->kind == kind)
      return trellis_sections_get (self, i);
  return NULL;
}

static gboolean
is_sentence (const char *text)
{
  g_autoptr (GPtrArray) words = trellis_text_split_words (text);

  return words->len > MAX_ROLE_WORDS;
}

/**
 * trellis_sections_is_role_name:
 * @text: a line's text, or a name
 *
 * Whether the text, up to its first dash or colon and without brackets, ends in a word for people
 * who do a job: "Back-end engineer (Go)", "инженер по тестированию".
 */
gboolean
trellis_sections_is_role_name (const char *text)
{
  g_autofree char *plain = NULL;
  g_autofree char *bare = NULL;
  const char      *separator;

  if (strlen (text) > MAX_HEADING_BYTES)
    return FALSE;
  plain = trellis_count_plain (text);
  separator = trellis_count_find_separator (plain, NULL);
  if (separator != NULL)
    plain[separator - plain] = '\0';
  bare = trellis_count_drop_brackets (plain);
  return !is_sentence (bare) && trellis_words_end_in_role (bare);
}
