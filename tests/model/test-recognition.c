/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-recognition.h"

#include <string.h>

static const char json[]
    = "{ \"format\": \"trellis-vocabulary\", \"version\": 1,"
      "  \"categories\": [ { \"id\": \"all\", \"name\": \"All\" } ], \"entries\": ["
      "  { \"name\": \"C\", \"category\": \"all\", \"rule\": \"listed\" },"
      "  { \"name\": \"C++\", \"category\": \"all\" },"
      "  { \"name\": \"C#\", \"category\": \"all\" },"
      "  { \"name\": \".NET\", \"category\": \"all\" },"
      "  { \"name\": \"ASP.NET\", \"category\": \"all\" },"
      "  { \"name\": \"Node.js\", \"category\": \"all\", \"aliases\": [ \"Node\" ] },"
      "  { \"name\": \"CI/CD\", \"category\": \"all\" },"
      "  { \"name\": \"TCP/IP\", \"category\": \"all\" },"
      "  { \"name\": \"Objective-C\", \"category\": \"all\" },"
      "  { \"name\": \"1C\", \"category\": \"all\" },"
      "  { \"name\": \"HTML\", \"category\": \"all\" },"
      "  { \"name\": \"CSS\", \"category\": \"all\" },"
      "  { \"name\": \"Python\", \"category\": \"all\" },"
      "  { \"name\": \"Java\", \"category\": \"all\" },"
      "  { \"name\": \"SQL\", \"category\": \"all\" },"
      "  { \"name\": \"PostgreSQL\", \"category\": \"all\", \"under\": [ \"SQL\" ] },"
      "  { \"name\": \"REST\", \"category\": \"all\", \"rule\": \"exact\" },"
      "  { \"name\": \"Kafka\", \"category\": \"all\" },"
      "  { \"name\": \"Go\", \"category\": \"all\", \"rule\": \"listed\","
      "    \"not_before\": [ \"to\" ], \"aliases\": [ \"Golang\" ] },"
      "  { \"name\": \"Microservices\", \"name_ru\": \"Микросервисы\", \"category\": \"all\","
      "    \"aliases\": [ \"микросервис*\" ] },"
      "  { \"name\": \"Unit testing\", \"category\": \"all\","
      "    \"aliases\": [ \"unit tests\", \"модульн* тестировани*\" ] },"
      "  { \"name\": \"Load testing\", \"category\": \"all\","
      "    \"aliases\": [ \"load tests\", \"нагрузочн* тестировани*\" ] },"
      "  { \"name\": \"Testing\", \"category\": \"all\","
      "    \"aliases\": [ \"tests\", \"тестировани*\" ] },"
      "  { \"name\": \"API design\", \"category\": \"all\","
      "    \"aliases\": [ \"проектировани* API\" ] },"
      "  { \"name\": \"API testing\", \"category\": \"all\" },"
      "  { \"name\": \"Risk control\", \"category\": \"all\", \"aliases\": [ \"managing risks\" ] "
      "},"
      "  { \"name\": \"Databases\", \"category\": \"all\", \"aliases\": [ \"баз* данн*\" ] } ] }";

static TrellisVocabulary *vocabulary;

/* What was found, one a line: the entry, "?" if optional, "~" if aside. */
static char *
find (const char *text)
{
  g_autoptr (GArray) mentions = trellis_recognition_find (vocabulary, text);
  GString           *found = g_string_new (NULL);

  for (guint i = 0; i < mentions->len; i++)
    {
      const TrellisMention *mention = &g_array_index (mentions, TrellisMention, i);

      g_string_append_printf (found, "%s%s%s%s", i > 0 ? " " : "", mention->entry->name,
                              mention->optional ? "?" : "", mention->aside ? "~" : "");
    }
  return g_string_free (found, FALSE);
}

static void
assert_found (const char *text,
              const char *expected)
{
  g_autofree char *found = find (text);

  if (!g_str_equal (found, expected))
    g_test_fail_printf ("in “%s”: “%s” instead of “%s”", text, found, expected);
}

static void
assert_quoted (const char *text,
               const char *expected)
{
  g_autoptr (GArray)   mentions = trellis_recognition_find (vocabulary, text);
  const TrellisMention mention = g_array_index (mentions, TrellisMention, 0);
  g_autofree char     *quote = g_strndup (text + mention.begin, mention.end - mention.begin);

  g_assert_cmpstr (quote, ==, expected);
}

static void
test_signs (void)
{
  assert_found ("C++, C#, .NET and ASP.NET.", "C++ C# .NET ASP.NET");
  assert_found ("Node.js; CI/CD; TCP/IP", "Node.js CI/CD TCP/IP");
  assert_found ("Objective-C, C++17", "Objective-C C++");
  assert_found ("C/C++ and HTML/CSS", "C C++ HTML CSS");
  assert_found ("We know Node.", "Node.js");
  assert_found ("example.NET", "");
}

static void
test_look_alikes (void)
{
  assert_found ("С# и С++, 1С", "C# C++ 1C");
  assert_found ("владение С/С++", "C C++");
  assert_found ("\u041a\u0430fk\u0430, \uff33\uff31\uff2c", "Kafka SQL");
}

static void
test_compounds (void)
{
  assert_found ("Python-разработчик, SQL-запросы", "Python SQL");
  assert_found ("REST-сервисы", "REST");
  assert_found ("Java-developer", "Java");
  assert_found ("JavaScriptish Javanese", "");
  assert_found ("проектирование баз данных и микросервисов", "Databases Microservices");
}

static void
test_versions (void)
{
  assert_quoted ("с Python 3.11.", "Python 3.11");
  assert_quoted ("PostgreSQL 15, and", "PostgreSQL 15");
  assert_quoted ("Java 17+", "Java 17+");
  assert_quoted ("Java 5 years", "Java");
  assert_quoted ("Python3", "Python3");
}

static void
test_addresses (void)
{
  assert_found ("see https://example.org/python/java and SQL", "SQL");
  assert_found ("java@kafka.example, www.python.example", "");
  assert_found ("python.org, shop.example.com/java", "");
}

static void
test_rules (void)
{
  assert_found ("the rest of REST", "REST");
  assert_found ("Go to the office; we Go far", "");
  assert_found ("Python, Go", "Python Go");
  assert_found ("experience with Go", "Go");
  assert_found ("- Go", "Go");
  assert_found ("Go-разработчик", "Go");
  assert_found ("go, Python", "Python");
}

static void
test_sections (void)
{
  assert_found ("Requirements:\n- Java\n\nNice to have:\n- Kafka\n\nWe offer:\n- SQL lessons",
                "Java Kafka? SQL~");
  assert_found ("## Будет плюсом\n* Kafka\n## Требования\n* Java", "Kafka? Java");
  assert_found ("Желательно:\n— SQL\n\nУсловия\n— Java", "SQL? Java~");
  assert_found ("Java\nKafka is a plus\nSQL", "Java Kafka? SQL");
  assert_found ("Java. Kafka будет плюсом. SQL", "Java Kafka? SQL");
  assert_found ("Kafka (nice to have)\nJava", "Kafka? Java");
  assert_found ("Nice to have: Kafka. Must have: Java, SQL.", "Kafka? Java SQL");
  assert_found ("Желательно: знание Kafka. Обязательно: Java.", "Kafka? Java");
  assert_found ("We offer: SQL lessons. Required: Java. It is a plus: Python, Kafka",
                "SQL~ Java Python? Kafka?");
  assert_found ("Python – обязательно, Go – будет плюсом, Rust – не нужен.", "Python Go?");
  assert_found ("Patience is a plus. Java", "Java");
  assert_found ("SQL, желательно Kafka", "SQL Kafka?");
  assert_found ("SQL (желательно)", "SQL?");
}

static void
test_shared_ends (void)
{
  assert_found ("unit and load tests", "Unit testing Load testing");
  assert_found ("unit, widget and load tests", "Unit testing Load testing");
  assert_found ("unit/load testing", "Unit testing Load testing");
  assert_found ("unit- и load-testing", "Unit testing Load testing");
  assert_found ("модульное и нагрузочное тестирование", "Unit testing Load testing");
  assert_found ("модульное, затем нагрузочное тестирование", "Unit testing Load testing");
  assert_found ("проектирование и разработка API", "API design");
  assert_quoted ("writing unit and load tests", "unit");
}

static void
test_shared_beginnings (void)
{
  assert_found ("managing scope and risks", "Risk control");
  assert_found ("managing scope, budget and risks", "Risk control");
  assert_found ("API design and testing", "API design API testing");
  assert_found ("API design, testing", "API design Testing");
  assert_quoted ("managing scope and risks", "risks");
}

static void
test_shared_titles (void)
{
  assert_found ("tests: unit, load, SQL", "Testing Unit testing Load testing SQL");
  assert_found ("Testing (unit, load)", "Testing Unit testing Load testing");
  assert_found ("testing, unit and load", "Testing Unit testing Load testing");
}

static void
test_split (void)
{
  assert_found ("managing the usual risks", "Risk control");
  assert_found ("модульное и полное тестирование; проектирование внутреннего API",
                "Unit testing Testing API design");
  assert_found ("managing SQL risks", "Risk control SQL");
  assert_found ("managing people with risks", "");
  assert_found ("managing all the many risks", "");
  assert_quoted ("managing the usual risks", "managing");
}

static void
test_unshared (void)
{
  assert_found ("a unit of six, and a rig for load tests", "Load testing");
  assert_found ("a unit and you, or we, write load tests", "Load testing");
  assert_found ("a unit; load tests", "Load testing");
  assert_found ("a unit and. Load tests", "Load testing");
  assert_found ("managing people. Risks, tests", "Testing");
  assert_found ("управление модульное, базы нагрузочного тестирования",
                "Unit testing Load testing");
}

static void
test_clauses (void)
{
  assert_found ("Java; Kafka is a plus", "Java Kafka?");
  assert_found ("Java (желательно Kafka), SQL", "Java Kafka? SQL");
  assert_found ("Java (Kafka is a plus), SQL", "Java Kafka? SQL");
  assert_found ("Java, SQL (optional), Python", "Java SQL? Python");
  assert_found ("знание Java, будет плюсом Kafka", "Java Kafka?");
  assert_found ("Python required, Kafka nice to have", "Python Kafka?");
  assert_found ("Python is required and Kafka is a plus", "Python Kafka?");
  assert_found ("Java, experience with Kafka is a plus", "Java Kafka?");
  assert_found ("Knowledge of Java, Python or Kafka would be a plus", "Java? Python? Kafka?");
  assert_found ("Будет плюсом знание Java, Python (SQL), Kafka", "Java? Python? SQL? Kafka?");
  assert_found ("Kafka, SQL — желательно", "Kafka? SQL?");
  assert_found ("SQL, желательно длинный", "SQL");
  assert_found ("SQL is welcome but not required", "SQL?");
}

static void
test_labels (void)
{
  assert_found ("Nice to have:\n- Kafka\nKey skills: Java, SQL\n- Python",
                "Kafka? Java SQL Python?");
}

static void
test_negation (void)
{
  assert_found ("no Java needed", "");
  assert_found ("можно без знания SQL", "");
  assert_found ("SQL is not required, Java is", "Java");
  assert_found ("You don't need Python, Java or SQL. Kafka", "Kafka");
}

static void
test_order (void)
{
  const char        *text = "C/C++, Go, Python 3; HTML/CSS\r\n\r\nmore: SQL";
  g_autoptr (GArray) mentions = trellis_recognition_find (vocabulary, text);
  gsize              last = 0;

  g_assert_cmpuint (mentions->len, ==, 7);
  for (guint i = 0; i < mentions->len; i++)
    {
      const TrellisMention *mention = &g_array_index (mentions, TrellisMention, i);

      g_assert_cmpuint (mention->begin, >=, last);
      g_assert_cmpuint (mention->end, >, mention->begin);
      last = mention->end;
    }
  g_assert_cmpuint (last, ==, strlen (text));
}

static void
test_bad_input (void)
{
  assert_found ("", "");
  assert_found ("\xff\xfe Java \xd0", "Java");
  assert_found ("\u0301 \x01 Java\u0301 \u200b", "");
  assert_found ("SQL\u00ad", "SQL");
}

/* Twice as much must not take much more than twice as long, nor find anything else. */
static void
test_long_lines (void)
{
  static const char *const parts[] = { "/", "Java ", "Java/", "no Java or ", "a@", "\u0301", "x.",
                                       "Java is a plus, ", "(optionally Java ", "unit and ",
                                       "managing, ", "and " };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gsize               n = 1000 * 1000 / strlen (parts[i]);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray)  mentions = NULL;
      gint64              start;

      for (gsize j = 0; j < n; j++)
        g_string_append (text, parts[i]);
      start = g_get_monotonic_time ();
      mentions = trellis_recognition_find (vocabulary, text->str);
      g_test_message ("1 MB of “%s”: %.1f ms", parts[i],
                      (double) (g_get_monotonic_time () - start) / 1000);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
      if (g_str_equal (parts[i], "Java "))
        g_assert_cmpuint (mentions->len, ==, n);
    }
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  vocabulary = trellis_vocabulary_new_from_json (json, "test.json", NULL);
  g_test_add_func ("/recognition/names-with-signs-are-whole", test_signs);
  g_test_add_func ("/recognition/look-alike-letters-are-read-as-meant", test_look_alikes);
  g_test_add_func ("/recognition/a-compound-names-its-first-part", test_compounds);
  g_test_add_func ("/recognition/a-version-belongs-to-its-name", test_versions);
  g_test_add_func ("/recognition/addresses-name-nothing", test_addresses);
  g_test_add_func ("/recognition/common-words-need-company", test_rules);
  g_test_add_func ("/recognition/headings-say-what-is-asked-for", test_sections);
  g_test_add_func ("/recognition/names-share-their-last-words", test_shared_ends);
  g_test_add_func ("/recognition/names-share-their-first-words", test_shared_beginnings);
  g_test_add_func ("/recognition/a-list-shares-the-word-before-it", test_shared_titles);
  g_test_add_func ("/recognition/others-may-part-the-words-of-a-name", test_split);
  g_test_add_func ("/recognition/words-apart-are-not-shared", test_unshared);
  g_test_add_func ("/recognition/what-is-welcome-is-told-by-the-clause", test_clauses);
  g_test_add_func ("/recognition/a-label-speaks-for-its-line", test_labels);
  g_test_add_func ("/recognition/what-is-not-needed-is-no-mention", test_negation);
  g_test_add_func ("/recognition/mentions-come-in-order-and-apart", test_order);
  g_test_add_func ("/recognition/any-bytes-are-text", test_bad_input);
  g_test_add_func ("/recognition/long-lines-take-linear-time", test_long_lines);
  result = g_test_run ();
  trellis_vocabulary_unref (vocabulary);
  return result;
}
