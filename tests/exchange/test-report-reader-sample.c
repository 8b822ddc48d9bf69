/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-reader-fixture.h"

#include "trellis-check.h"

/* The sample report that the app opens on first use: it has to meet every rule it shows. */

static const char *const files[] = { "roles-and-skills.md", "me-and-market.md" };

static char *
load (const char *name)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "..", "resources", "sample", name, NULL);
  g_autoptr (GError) error = NULL;
  char              *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static GPtrArray *
outline_sample (void)
{
  GPtrArray *outlines = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_outline_free);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *text = load (files[i]);

      g_ptr_array_add (outlines, trellis_outline_new (text, files[i]));
    }
  return outlines;
}

static TrellisReport *
read_sample (GPtrArray *outlines)
{
  g_autoptr (GError) error = NULL;
  TrellisReport     *report = trellis_report_read (outlines, NULL, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static void
test_criteria (gconstpointer data)
{
  const TrellisTemplate    *layout = trellis_template_get (data);
  g_autoptr (GPtrArray)     outlines = outline_sample ();
  g_autoptr (TrellisReport) report = read_sample (outlines);
  g_autoptr (TrellisCheck)  check = trellis_check_new (outlines, layout, report, NULL);
  gboolean                  unmet = FALSE;

  g_assert_cmpuint (check->criteria->len, >, 5);
  for (guint i = 0; i < check->criteria->len; i++)
    {
      const TrellisCriterion *criterion = g_ptr_array_index (check->criteria, i);

      if (criterion->status == TRELLIS_CRITERION_UNMET)
        {
          g_test_message ("%s: %s", criterion->id, criterion->message);
          unmet = TRUE;
        }
    }
  g_assert_false (unmet);
  g_assert_cmpuint (check->contradictions->len, ==, 0);
  g_assert_cmpuint (check->lints->len, ==, 0);
}

static void
test_structure (void)
{
  g_autoptr (GPtrArray)     outlines = outline_sample ();
  g_autoptr (TrellisReport) report = read_sample (outlines);

  g_assert_cmpstr (report->layout, ==, "two-file");
  g_assert_cmpuint (report->components->len, ==, 7);
  g_assert_cmpuint (report->postings->len, ==, 6);
  g_assert_cmpuint (report->standings->len, ==, 9);
  g_assert_cmpuint (report->claims->len, ==, 9);
}

static void
test_canonical (void)
{
  g_autoptr (GPtrArray)     outlines = outline_sample ();
  g_autoptr (TrellisReport) report = read_sample (outlines);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      TrellisBuildOptions     options = { .document = files[i] };
      g_autoptr (TrellisNode) tree = trellis_report_build (report, &options);
      g_autofree char        *written = trellis_markdown_write (tree);
      g_autofree char        *source = load (files[i]);

      g_assert_cmpstr (written, ==, source);
    }
}

/* The author's lists and the computed ones say the same, word for word. */
static void
test_computed (void)
{
  g_autoptr (GPtrArray)     outlines = outline_sample ();
  g_autoptr (TrellisReport) report = read_sample (outlines);
  g_autofree char          *authored = fixture_write (report);
  g_autofree char          *computed = NULL;

  report->lists = TRELLIS_LISTS_COMPUTED;
  computed = fixture_write (report);
  g_assert_cmpstr (authored, ==, computed);
}

/* There and back through the other template keeps every word of the content. */
static void
test_other_layout (void)
{
  g_autoptr (GPtrArray)     outlines = outline_sample ();
  g_autoptr (TrellisReport) report = read_sample (outlines);
  TrellisBuildOptions       options = { .layout = trellis_template_get ("classic") };
  g_autoptr (TrellisNode)   tree = trellis_report_build (report, &options);
  g_autofree char          *classic = trellis_markdown_write (tree);
  g_autoptr (TrellisReport) again = fixture_read (classic);

  g_assert_nonnull (strstr (classic, "## Job market snapshot"));
  g_assert_nonnull (strstr (classic, "## My chosen role"));
  g_assert_true (g_str_has_prefix (classic, "Hammer & Honey"));
  g_assert_cmpuint (again->components->len, ==, report->components->len);
  g_assert_cmpuint (again->involvements->len, ==, report->involvements->len);
  g_assert_cmpuint (again->postings->len, ==, report->postings->len);
  g_assert_cmpuint (again->claims->len, ==, report->claims->len);
  g_assert_cmpuint (again->standings->len, ==, report->standings->len);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/reader/sample/meets-every-criterion-of-two-file", "two-file",
                        test_criteria);
  g_test_add_data_func ("/reader/sample/meets-every-criterion-of-classic", "classic",
                        test_criteria);
  g_test_add_func ("/reader/sample/becomes-rows", test_structure);
  g_test_add_func ("/reader/sample/is-written-as-it-stands", test_canonical);
  g_test_add_func ("/reader/sample/its-lists-are-the-computed-ones", test_computed);
  g_test_add_func ("/reader/sample/fits-the-other-layout", test_other_layout);
  return g_test_run ();
}
