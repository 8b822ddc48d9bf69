/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recognition against a reader: tests/data/recognition holds invented postings, each followed by
 * a line of three hyphens and the skills a careful person finds in it, one a line, with a question
 * mark behind those that are only welcome. A title such as “data scientist” names a profession and
 * is no skill; a technology or field that a title names is. What the firm gives, teaches or does
 * not ask for is none either.
 *
 * The rules were tuned by the postings “seen-…”; the others, “kept-…”, were to say how well that
 * carries over. The vocabulary was later completed with both in view, so what is measured here
 * shows when recognition gets worse, not how it does on postings that nobody has seen. */
#include "trellis-recognition.h"
#include "trellis-vocabulary.h"

#include <string.h>

#define LEAST_PRECISION 0.95
#define LEAST_RECALL 0.90
#define FILES_OF_A_HALF 30

typedef struct
{
  char       *file;
  char       *text;
  GHashTable *labels; /* name of the entry, or the label itself → whether it is only welcome */
} Posting;

typedef struct
{
  guint files;
  guint labelled;
  guint found;
  guint right;
  guint right_flags;
} Tally;

static void
posting_free (Posting *posting)
{
  g_free (posting->file);
  g_free (posting->text);
  g_hash_table_unref (posting->labels);
  g_free (posting);
}

/* A skill asked for in one place and welcome in another is asked for. */
static void
add_skill (GHashTable *skills,
           const char *name,
           gboolean    optional)
{
  gpointer before;

  if (g_hash_table_lookup_extended (skills, name, NULL, &before))
    optional = optional && GPOINTER_TO_INT (before);
  g_hash_table_insert (skills, g_strdup (name), GINT_TO_POINTER (optional != FALSE));
}

/* A skill that the vocabulary lacks keeps the name it was given, and counts as missed. */
static void
add_label (GHashTable *labels,
           char       *line)
{
  gboolean                      optional = g_str_has_suffix (line, " ?");
  const TrellisVocabularyEntry *entry;

  if (optional)
    line[strlen (line) - 2] = '\0';
  g_strstrip (line);
  if (*line == '\0')
    return;
  entry = trellis_vocabulary_find (trellis_vocabulary_get_skills (), line);
  add_skill (labels, entry != NULL ? entry->name : line, optional);
}

static Posting *
read_posting (const char *folder,
              const char *file)
{
  Posting           *posting = g_new0 (Posting, 1);
  g_autofree char   *path = g_build_filename (folder, file, NULL);
  g_autofree char   *contents = NULL;
  g_auto (GStrv)     lines = NULL;
  g_autoptr (GError) error = NULL;
  char              *rule;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  rule = g_strrstr (contents, "\n---\n");
  if (rule == NULL || !g_utf8_validate (contents, -1, NULL))
    g_error ("%s: no UTF-8 text with labels below a line “---”", file);

  posting->file = g_strdup (file);
  posting->text = g_strndup (contents, (gsize) (rule + 1 - contents));
  posting->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lines = g_strsplit (rule + strlen ("\n---\n"), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    add_label (posting->labels, lines[i]);
  return posting;
}

static int
compare_postings (gconstpointer a,
                  gconstpointer b)
{
  return g_strcmp0 ((*(Posting *const *) a)->file, (*(Posting *const *) b)->file);
}

static GPtrArray *
read_postings (void)
{
  GPtrArray         *postings = g_ptr_array_new_with_free_func ((GDestroyNotify) posting_free);
  g_autofree char   *folder = g_test_build_filename (G_TEST_DIST, "data", "recognition", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir)   dir = g_dir_open (folder, 0, &error);
  const char        *file;

  g_assert_no_error (error);
  while ((file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ".txt"))
      g_ptr_array_add (postings, read_posting (folder, file));
  g_ptr_array_sort (postings, compare_postings);
  return postings;
}

static GHashTable *
find_skills (const char *text)
{
  GHashTable        *skills = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) mentions = trellis_recognition_find (trellis_vocabulary_get_skills (), text);

  for (guint i = 0; i < mentions->len; i++)
    {
      const TrellisMention *mention = &g_array_index (mentions, TrellisMention, i);

      if (!mention->aside)
        add_skill (skills, mention->entry->name, mention->optional);
    }
  return skills;
}

static void
count_found (const Posting *posting,
             GHashTable    *skills,
             Tally         *tally)
{
  GHashTableIter iter;
  gpointer       name, optional, expected;

  g_hash_table_iter_init (&iter, skills);
  while (g_hash_table_iter_next (&iter, &name, &optional))
    if (!g_hash_table_lookup_extended (posting->labels, name, NULL, &expected))
      g_test_message ("%s: wrongly found %s", posting->file, (char *) name);
    else
      {
        tally->right++;
        if (optional == expected)
          tally->right_flags++;
        else
          g_test_message ("%s: %s is %s", posting->file, (char *) name,
                          expected != NULL ? "only welcome" : "asked for");
      }
}

static void
say_missed (const Posting *posting,
            GHashTable    *skills)
{
  GHashTableIter iter;
  gpointer       name;

  g_hash_table_iter_init (&iter, posting->labels);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (skills, name))
      g_test_message ("%s: missed %s", posting->file, (char *) name);
}

static Tally
judge_posting (const Posting *posting)
{
  g_autoptr (GHashTable) skills = find_skills (posting->text);
  Tally                  tally = { .files = 1 };

  tally.labelled = g_hash_table_size (posting->labels);
  tally.found = g_hash_table_size (skills);
  count_found (posting, skills, &tally);
  say_missed (posting, skills);
  return tally;
}

static void
add_tally (Tally       *sum,
           const Tally *tally)
{
  sum->files += tally->files;
  sum->labelled += tally->labelled;
  sum->found += tally->found;
  sum->right += tally->right;
  sum->right_flags += tally->right_flags;
}

static double
share (guint part,
       guint whole)
{
  return whole == 0 ? 1.0 : (double) part / whole;
}

static void
say_tally (const char  *what,
           const Tally *tally)
{
  g_test_message ("%s: %u files, %u labels, %u found, %u right; precision %.3f, recall %.3f, "
                  "optional flag %.3f",
                  what, tally->files, tally->labelled, tally->found, tally->right,
                  share (tally->right, tally->found), share (tally->right, tally->labelled),
                  share (tally->right_flags, tally->right));
}

static void
require_tally (const char  *what,
               const Tally *tally)
{
  double precision = share (tally->right, tally->found);
  double recall = share (tally->right, tally->labelled);

  say_tally (what, tally);
  if (precision < LEAST_PRECISION)
    g_test_fail_printf ("%s: precision %.3f is below %.2f", what, precision, LEAST_PRECISION);
  if (recall < LEAST_RECALL)
    g_test_fail_printf ("%s: recall %.3f is below %.2f", what, recall, LEAST_RECALL);
}

static void
test_reader (void)
{
  static const char *const prefixes[] = { "seen-en-", "seen-ru-", "kept-en-", "kept-ru-" };
  Tally                    tallies[G_N_ELEMENTS (prefixes)] = { 0 };
  Tally                    seen = { 0 }, kept = { 0 }, all = { 0 };
  Tally                    english = { 0 }, russian = { 0 };
  g_autoptr (GPtrArray)    postings = read_postings ();

  for (guint i = 0; i < postings->len; i++)
    {
      const Posting *posting = g_ptr_array_index (postings, i);
      Tally          tally = judge_posting (posting);

      for (guint j = 0; j < G_N_ELEMENTS (prefixes); j++)
        if (g_str_has_prefix (posting->file, prefixes[j]))
          add_tally (&tallies[j], &tally);
    }

  for (guint j = 0; j < G_N_ELEMENTS (prefixes); j++)
    {
      say_tally (prefixes[j], &tallies[j]);
      add_tally (j < 2 ? &seen : &kept, &tallies[j]);
      add_tally (j % 2 == 0 ? &english : &russian, &tallies[j]);
      add_tally (&all, &tallies[j]);
    }
  say_tally ("seen", &seen);
  say_tally ("kept", &kept);
  require_tally ("English", &english);
  require_tally ("Russian", &russian);
  require_tally ("all", &all);
}

static void
test_halves (void)
{
  g_autoptr (GPtrArray) postings = read_postings ();
  guint                 seen = 0, kept = 0;

  for (guint i = 0; i < postings->len; i++)
    {
      const Posting *posting = g_ptr_array_index (postings, i);

      if (g_hash_table_size (posting->labels) == 0)
        g_error ("%s has no labels", posting->file);
      seen += g_regex_match_simple ("^seen-(en|ru)-", posting->file, 0, 0);
      kept += g_regex_match_simple ("^kept-(en|ru)-", posting->file, 0, 0);
    }
  g_assert_cmpuint (seen, >=, FILES_OF_A_HALF);
  g_assert_cmpuint (kept, >=, FILES_OF_A_HALF);
  g_assert_cmpuint (seen + kept, ==, postings->len);
}

/* Also where names share words with others. */
static void
test_order (void)
{
  g_autoptr (GPtrArray) postings = read_postings ();

  for (guint i = 0; i < postings->len; i++)
    {
      const Posting     *posting = g_ptr_array_index (postings, i);
      g_autoptr (GArray) mentions = trellis_recognition_find (trellis_vocabulary_get_skills (),
                                                              posting->text);
      gsize              last = 0;

      for (guint j = 0; j < mentions->len; j++)
        {
          const TrellisMention *mention = &g_array_index (mentions, TrellisMention, j);

          if (mention->begin < last || mention->end <= mention->begin)
            g_test_fail_printf ("%s: a mention of %s lies in another", posting->file,
                                mention->entry->name);
          last = mention->end;
        }
      g_assert_cmpuint (last, <=, strlen (posting->text));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recognition/labelled/the-postings-make-two-halves", test_halves);
  g_test_add_func ("/recognition/labelled/skills-are-found-as-a-reader-finds-them", test_reader);
  g_test_add_func ("/recognition/labelled/mentions-come-in-order-and-apart", test_order);
  return g_test_run ();
}
