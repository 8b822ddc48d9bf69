/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-error.h"
#include "trellis-template.h"

#include <string.h>

/* The smallest template there is. */
static const char *const small
    = "{\n"
      "  \"format\": \"trellis-template\", \"version\": 1, \"id\": \"lab\",\n"
      "  \"name\": {\"en\": \"Lab\", \"ru\": \"Лаба\"}, \"several\": 2,\n"
      "  \"documents\": [{\"file\": \"lab.md\", \"sections\": [\n"
      "    {\"kind\": \"matrix\", \"level\": 2, \"heading\": {\"en\": \"Parts\", \"ru\": "
      "\"Части\"}}]}],\n"
      "  \"criteria\": [\n"
      "    {\"id\": \"parts\", \"section\": \"matrix\", \"asks\": {\"en\": \"parts\", \"ru\": "
      "\"части\"},\n"
      "     \"figure\": \"components\", \"min\": 5}]\n"
      "}\n";

static char *
replace (const char *old,
         const char *new)
{
  g_auto (GStrv) parts = g_strsplit (small, old, 2);

  g_assert_nonnull (parts[1]);
  return g_strjoinv (new, parts);
}

static TrellisTemplate *
read_template (const char *json,
               GError    **error)
{
  return trellis_template_new_from_json (json, "lab.json", error);
}

static void
test_small (void)
{
  g_autoptr (GError)             error = NULL;
  g_autoptr (TrellisTemplate)    layout = read_template (small, &error);
  const TrellisTemplateDocument *document;
  TrellisSectionKind             kind;

  g_assert_no_error (error);
  g_assert_cmpstr (layout->id, ==, "lab");
  g_assert_cmpstr (layout->name_ru, ==, "Лаба");
  g_assert_nonnull (trellis_template_find_section (layout, TRELLIS_SECTION_MATRIX, &document));
  g_assert_cmpstr (document->file, ==, "lab.md");
  g_assert_null (trellis_template_find_section (layout, TRELLIS_SECTION_PLAN, &document));
  g_assert_null (document);

  /* Its own names come first, those that ship still hold. */
  g_assert_true (trellis_template_match_heading (layout, "parts:", &kind));
  g_assert_cmpint (kind, ==, TRELLIS_SECTION_MATRIX);
  g_assert_true (trellis_template_match_heading (layout, "Personal reflection", &kind));
  g_assert_cmpint (kind, ==, TRELLIS_SECTION_REFLECTION);
}

/* What is put in place of what, and what is said of it. */
static const struct
{
  const char      *old, *new;
  TrellisErrorCode code;
  const char      *told;
} wrongs[] = {
  { "\"several\": 2,", "\"several\": 2", TRELLIS_ERROR_SYNTAX, "“lab.json”, line 3, is not JSON" },
  { "\"trellis-template\"", "\"recipe\"", TRELLIS_ERROR_TEMPLATE,
    "$.format: “recipe” is no template" },
  { "\"version\": 1", "\"version\": 2", TRELLIS_ERROR_VERSION, "comes from a newer Trellis" },
  { "\"version\": 1", "\"version\": \"1\"", TRELLIS_ERROR_TEMPLATE,
    "$.version: must be a whole number" },
  { "\"id\": \"lab\"", "\"id\": null", TRELLIS_ERROR_TEMPLATE, "$.id: must be text" },
  { "\"id\": \"lab\"", "\"id\": \" \"", TRELLIS_ERROR_TEMPLATE, "$.id: must not be empty" },
  { "\"Части\"", "\"\"", TRELLIS_ERROR_TEMPLATE, "heading.ru: must not be empty" },
  { "\"several\": 2", "\"several\": 1", TRELLIS_ERROR_TEMPLATE,
    "$.several: 1 is out of range, 2 to 100" },
  { "\"several\": 2,", "", TRELLIS_ERROR_TEMPLATE, "$: “several” is missing" },
  { "\"several\"", "\"severall\"", TRELLIS_ERROR_TEMPLATE,
    "$.severall: “severall” is unknown. Did you mean “several”?" },
  { "\"kind\": \"matrix\"", "\"kind\": \"matriks\"", TRELLIS_ERROR_TEMPLATE,
    "$.documents[0].sections[0].kind: “matriks” is unknown. Did you mean “matrix”?" },
  { "\"kind\": \"matrix\"", "\"kind\": \"zzzzzzzz\"", TRELLIS_ERROR_TEMPLATE,
    "Known are: text, title, " },
  { "\"kind\": \"matrix\"", "\"kind\": 3", TRELLIS_ERROR_TEMPLATE,
    "sections[0].kind: must be text" },
  { "\"level\": 2", "\"level\": 7", TRELLIS_ERROR_TEMPLATE,
    "sections[0].level: 7 is out of range, 1 to 6" },
  { "\"ru\": \"Части\"", "\"de\": \"Teile\"", TRELLIS_ERROR_TEMPLATE,
    "heading.de: “de” is unknown" },
  { "\"lab.md\"", "\"../lab.md\"", TRELLIS_ERROR_TEMPLATE, "is no file name that ends in .md" },
  { "\"lab.md\"", "\"lab.txt\"", TRELLIS_ERROR_TEMPLATE, "is no file name that ends in .md" },
  { "\"criteria\": [", "\"criteria\": [], \"questions\": [", TRELLIS_ERROR_TEMPLATE,
    "$.criteria: must not be empty" },
  { "\"components\"", "\"komponents\"", TRELLIS_ERROR_TEMPLATE,
    "$.criteria[0].figure: there is no figure “komponents”" },
  { "\"min\": 5", "\"min\": 5, \"max\": 4", TRELLIS_ERROR_TEMPLATE,
    "$.criteria[0]: “max” is less than “min”" },
  { ", \"min\": 5", "", TRELLIS_ERROR_TEMPLATE, "needs “min”, “max”, “all_of” or “list”" },
  { "\"min\": 5", "\"list\": \"both\"", TRELLIS_ERROR_TEMPLATE,
    "criteria[0].list: “both” is unknown" },
  { "\"section\": \"matrix\"", "\"section\": \"plan\"", TRELLIS_ERROR_TEMPLATE,
    "$.criteria[0].section: no document of the template has such a section" },
  { "\"criteria\": [",
    "\"criteria\": [{\"id\": \"parts\", \"section\": \"matrix\", \"asks\": {\"en\": \"a\", \"ru\": "
    "\"b\"}, "
    "\"judge\": true},",
    TRELLIS_ERROR_TEMPLATE, "$.criteria[1].id: “parts” stands twice" },
  { "\"documents\": [{", "\"documents\": [{\"file\": \"lab.md\", \"sections\": []}, {",
    TRELLIS_ERROR_TEMPLATE, "$.documents[1].file: “lab.md” stands twice" },
};

static void
assert_refused (const char      *json,
                TrellisErrorCode code,
                const char      *told)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_template (json, &error));
  g_assert_error (error, TRELLIS_ERROR, (int) code);
  if (strstr (error->message, told) == NULL || strstr (error->message, "lab.json") == NULL)
    g_error ("“%s” does not say “%s”", error->message, told);
}

static void
test_wrong (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrongs); i++)
    {
      g_autofree char *json = replace (wrongs[i].old, wrongs[i].new);

      assert_refused (json, wrongs[i].code, wrongs[i].told);
    }
}

/* Cut anywhere, it is refused, and nothing worse. */
static void
test_torn (void)
{
  for (gsize length = 0; length + 2 < strlen (small); length++)
    {
      g_autofree char   *json = g_strndup (small, length);
      g_autoptr (GError) error = NULL;

      if (!g_utf8_validate (json, -1, NULL))
        continue;
      g_assert_null (read_template (json, &error));
      g_assert_nonnull (error);
    }
}

static void
test_deep (void)
{
  g_autofree char *deep = g_strnfill (1000 * 1000, '[');

  assert_refused (deep, TRELLIS_ERROR_SYNTAX, "line 1: nested deeper than 64");
}

static void
test_other_json (void)
{
  assert_refused ("[]", TRELLIS_ERROR_TEMPLATE, "$: must be an object");
  assert_refused ("3", TRELLIS_ERROR_TEMPLATE, "$: must be an object");
  assert_refused ("{}", TRELLIS_ERROR_TEMPLATE, "“format” is missing");
  assert_refused ("hello", TRELLIS_ERROR_SYNTAX, "is not JSON");
}

static void
test_load (void)
{
  g_autoptr (GError)          error = NULL;
  g_autoptr (TrellisTemplate) layout = trellis_template_load ("classic", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (layout->id, ==, "classic");

  g_assert_null (trellis_template_load ("clasic", &error));
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "classic, two-file"));
  g_clear_error (&error);

  g_assert_null (trellis_template_load ("/nowhere/lab.json", &error));
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_NOT_FOUND);
  g_assert_null (trellis_template_get ("lab"));
}

static void
test_shipped (void)
{
  const char *const *ids = trellis_template_list ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const TrellisTemplate *layout = trellis_template_get (ids[i]);

      g_assert_cmpstr (layout->id, ==, ids[i]);
      g_assert_true (trellis_template_get (ids[i]) == layout);
      g_assert_cmpuint (g_strv_length (layout->questions), ==,
                        g_strv_length (layout->questions_ru));
      for (guint j = 0; j < layout->criteria->len; j++)
        {
          const TrellisTemplateCriterion *criterion = g_ptr_array_index (layout->criteria, j);

          g_assert_true ((criterion->unit == NULL) == (criterion->unit_ru == NULL));
          if (criterion->all_of != NULL || criterion->max >= 0)
            g_assert_nonnull (criterion->unit);
        }
    }

  g_assert_cmpint (trellis_template_get ("classic")->several, ==, 2);
  g_assert_cmpint (trellis_template_get ("two-file")->several, ==, 3);
}

/* The tests run in the C locale. */
static void
test_words (void)
{
  g_setenv ("LANGUAGE", "ru", TRUE);
  g_assert_cmpstr (trellis_template_choose_words ("role", "роль"), ==, "role");
  g_unsetenv ("LANGUAGE");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template/the-smallest-is-read", test_small);
  g_test_add_func ("/template/a-wrong-one-is-refused-with-its-path", test_wrong);
  g_test_add_func ("/template/a-torn-one-is-refused", test_torn);
  g_test_add_func ("/template/a-deep-one-is-refused-before-parsing", test_deep);
  g_test_add_func ("/template/other-json-is-no-template", test_other_json);
  g_test_add_func ("/template/an-unknown-id-names-the-known", test_load);
  g_test_add_func ("/template/those-that-ship-are-whole", test_shipped);
  g_test_add_func ("/template/words-follow-the-locale-not-the-environment", test_words);

  return g_test_run ();
}
