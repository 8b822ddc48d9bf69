/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-error.h"
#include "trellis-vocabulary.h"

#define HEAD                                               \
  "{ \"format\": \"trellis-vocabulary\", \"version\": 1, " \
  "\"categories\": [ { \"id\": \"all\", \"name\": \"All\" } ], \"entries\": [ "
#define ENTRY(name, more) "{ \"name\": \"" name "\", \"category\": \"all\"" more " }"

static TrellisVocabulary *
make (void)
{
  g_autoptr (GError) error = NULL;
  TrellisVocabulary *vocabulary
      = trellis_vocabulary_new_from_json (
          HEAD ENTRY ("SQL", "") ", " ENTRY ("MySQL", ", \"under\": [ \"SQL\" ]") ", " ENTRY (
              "MariaDB", ", \"under\": [ \"MySQL\" ]") ", " ENTRY ("Go", ", \"rule\": \"listed\", "
                                                                         "\"aliases\": [ "
                                                                         "\"Golang\", \"голанг*\" "
                                                                         "]") ", " ENTRY ("Testing",
                                                                                          ", "
                                                                                          "\"name_"
                                                                                          "ru\": "
                                                                                          "\"Тестир"
                                                                                          "ование"
                                                                                          "\"") " ]"
                                                                                                " "
                                                                                                "}",
          "test.json", &error);

  g_assert_no_error (error);
  return vocabulary;
}

static void
assert_stands_for (const TrellisVocabulary *vocabulary,
                   const char              *text,
                   const char              *name)
{
  const TrellisVocabularyEntry *entry = trellis_vocabulary_find (vocabulary, text);

  g_assert_cmpstr (entry != NULL ? entry->name : NULL, ==, name);
}

static void
test_find (void)
{
  g_autoptr (TrellisVocabulary) vocabulary = make ();

  assert_stands_for (vocabulary, "go", "Go");
  assert_stands_for (vocabulary, " GOLANG ", "Go");
  assert_stands_for (vocabulary, "Голанга", "Go");
  assert_stands_for (vocabulary, "тестирование", "Testing");
  assert_stands_for (vocabulary, "Go and SQL", NULL);
  assert_stands_for (vocabulary, "", NULL);
}

static void
test_covers (void)
{
  g_autoptr (TrellisVocabulary) vocabulary = make ();
  const TrellisVocabularyEntry *sql = trellis_vocabulary_find (vocabulary, "SQL");
  const TrellisVocabularyEntry *maria = trellis_vocabulary_find (vocabulary, "MariaDB");

  g_assert_true (trellis_vocabulary_covers (vocabulary, sql, maria));
  g_assert_true (trellis_vocabulary_covers (vocabulary, sql, sql));
  g_assert_false (trellis_vocabulary_covers (vocabulary, maria, sql));
}

static void
test_extend (void)
{
  static const char *const aliases[]
      = { "Maria", "MariaDB", "MySQL", "MariaDB", "Loom", "Weaver", NULL };
  g_autoptr (TrellisVocabulary) base = make ();
  g_autoptr (TrellisVocabulary) vocabulary = trellis_vocabulary_extend (base, aliases);

  assert_stands_for (vocabulary, "maria", "MariaDB");
  assert_stands_for (vocabulary, "MySQL", "MariaDB");
  assert_stands_for (vocabulary, "loom", "Weaver");
  assert_stands_for (vocabulary, "weaver", "Weaver");
  assert_stands_for (base, "loom", NULL);
  g_assert_true (trellis_vocabulary_covers (vocabulary, trellis_vocabulary_find (vocabulary, "SQL"),
                                            trellis_vocabulary_find (vocabulary, "MariaDB")));
}

static void
test_extend_ring (void)
{
  static const char *const      aliases[] = { "Go", "SQL", "SQL", "Go", "Testing", "Care", NULL };
  g_autoptr (TrellisVocabulary) base = make ();
  g_autoptr (TrellisVocabulary) vocabulary = trellis_vocabulary_extend (base, aliases);

  g_assert_nonnull (trellis_vocabulary_find (vocabulary, "Go"));
  g_assert_nonnull (trellis_vocabulary_find (vocabulary, "SQL"));
  assert_stands_for (vocabulary, "тестирование", "Care");
}

static void
test_complete (void)
{
  g_autoptr (TrellisVocabulary) vocabulary = make ();
  g_auto (GStrv)                all = trellis_vocabulary_complete (vocabulary, "m", 5);
  g_auto (GStrv)                one = trellis_vocabulary_complete (vocabulary, "M", 1);
  g_auto (GStrv)                alias = trellis_vocabulary_complete (vocabulary, "тест", 5);

  g_assert_cmpstrv (all, ((const char *const[]) { "MariaDB", "MySQL", NULL }));
  g_assert_cmpstrv (one, ((const char *const[]) { "MariaDB", NULL }));
  g_assert_cmpstrv (alias, ((const char *const[]) { "Testing", NULL }));
}

static void
test_errors (void)
{
  static const struct
  {
    const char *json;
    int         code;
    const char *says;
  } cases[] = {
    { "{", TRELLIS_ERROR_SYNTAX, "bad.json" },
    { HEAD "3 ] }", TRELLIS_ERROR_FORMAT, "$.entries[0]" },
    { HEAD ENTRY ("A", "") ", " ENTRY ("a", "") " ] }", TRELLIS_ERROR_FORMAT, "twice" },
    { HEAD ENTRY ("A", ", \"under\": [ \"B\" ]") " ] }", TRELLIS_ERROR_FORMAT,
      "$.entries[0].under[0]" },
    { HEAD ENTRY ("A", ", \"under\": [ \"B\" ]") ", " ENTRY ("B", ", \"under\": [ \"A\" ]") " ] }",
      TRELLIS_ERROR_FORMAT, "under itself" },
    { HEAD ENTRY ("A", ", \"aliases\": [ 3 ]") " ] }", TRELLIS_ERROR_FORMAT, "aliases[0]" },
    { HEAD ENTRY ("A", ", \"rule\": \"some\"") " ] }", TRELLIS_ERROR_FORMAT, "rule" },
    { "{ \"format\": \"trellis-vocabulary\", \"version\": 2, \"categories\": [], \"entries\": [] }",
      TRELLIS_ERROR_VERSION, "newer" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (trellis_vocabulary_new_from_json (cases[i].json, "bad.json", &error));
      g_assert_error (error, TRELLIS_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

static gpointer
get_skills (gpointer data)
{
  return (gpointer) trellis_vocabulary_get_skills ();
}

static void
test_shipped (void)
{
  gint64   start = g_get_monotonic_time ();
  GThread *thread = g_thread_new ("skills", get_skills, NULL);

  g_assert_nonnull (trellis_vocabulary_get_skills ());
  g_assert_true (g_thread_join (thread) == trellis_vocabulary_get_skills ());
  g_test_message ("%u skills loaded in %.1f ms",
                  trellis_vocabulary_get_n_entries (trellis_vocabulary_get_skills ()),
                  (double) (g_get_monotonic_time () - start) / 1000);
  assert_stands_for (trellis_vocabulary_get_skills (), "Postgres", "PostgreSQL");
  assert_stands_for (trellis_vocabulary_get_skills (), "REST API design", "REST API");
  assert_stands_for (trellis_vocabulary_get_skills (), "wireframing", "Wireframes");
  g_assert_cmpuint (trellis_vocabulary_get_n_entries (trellis_vocabulary_get_roles ()), >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vocabulary/a-whole-text-is-found-by-any-of-its-names", test_find);
  g_test_add_func ("/vocabulary/a-general-name-covers-those-under-it", test_covers);
  g_test_add_func ("/vocabulary/a-persons-aliases-extend-and-merge", test_extend);
  g_test_add_func ("/vocabulary/aliases-in-a-ring-lose-nothing", test_extend_ring);
  g_test_add_func ("/vocabulary/names-complete-before-aliases", test_complete);
  g_test_add_func ("/vocabulary/a-broken-file-is-told-with-its-place", test_errors);
  g_test_add_func ("/vocabulary/what-ships-loads-once-in-any-thread", test_shipped);
  return g_test_run ();
}
