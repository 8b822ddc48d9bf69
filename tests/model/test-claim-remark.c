/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-claim-remark.h"

static void
add_posting (TrellisReport *report,
             const char    *title,
             const char    *employer)
{
  TrellisPosting *posting = trellis_report_add (report, &trellis_posting_type);

  g_set_str (&posting->title, title);
  g_set_str (&posting->employer, employer);
}

/* The postings that the remark names, “1 3”. */
static char *
named_by (TrellisClaimList list,
          const char      *qualifier,
          const char      *note)
{
  g_autoptr (TrellisReport)      report = trellis_report_new ();
  TrellisClaim                  *claim = trellis_report_add (report, &trellis_claim_type);
  g_autoptr (TrellisClaimRemark) remark = NULL;
  GString                       *numbers = g_string_new (NULL);

  add_posting (report, "Kotlin developer", "Larch Systems");
  add_posting (report, "Java developer", "Copper Owl");
  add_posting (report, "Java developer", "Larch Mobile");
  add_posting (report, "Lead engineer", "Copper Fox");
  add_posting (report, "C++ engineer", "Tin Crow");
  add_posting (report, "C# engineer", "Tin Rook");
  claim->list = (int) list;
  g_set_str (&claim->qualifier, qualifier);
  g_set_str (&claim->note, note);

  remark = trellis_claim_remark_new (claim, report);
  for (guint i = 0; i < remark->postings->len; i++)
    g_string_append_printf (numbers, "%s%d", i > 0 ? " " : "",
                            g_array_index (remark->postings, int, i));
  return g_string_free (numbers, FALSE);
}

static void
assert_named (const char *note,
              const char *expected)
{
  g_autofree char *numbers = named_by (TRELLIS_CLAIM_SINGLE, "", note);
  g_autofree char *bracket = named_by (TRELLIS_CLAIM_SINGLE, note, "");

  g_assert_cmpstr (numbers, ==, expected);
  g_assert_cmpstr (bracket, ==, expected);
}

static void
test_number (void)
{
  assert_named ("posting 2", "2");
  assert_named ("only in Vacancy #3", "3");
  assert_named ("вакансия № 2", "2");
  assert_named ("есть в вакансии 4", "4");
}

static void
test_numbers (void)
{
  assert_named ("postings 1, 2 and 3", "1 2 3");
  assert_named ("postings 1 & 3", "1 3");
  assert_named ("в вакансиях 1 и 3", "1 3");
}

/* “postings 2” may be a count; a range, a date or a part of something else is no list. */
static void
test_unclear (void)
{
  assert_named ("postings 2", "");
  assert_named ("postings: 2", "");
  assert_named ("postings 1–3", "");
  assert_named ("2 postings", "");
  assert_named ("posting 2 of 5", "");
  assert_named ("posting 2.1", "");
  assert_named ("posting 2024", "");
  assert_named ("compost 2", "");
}

static void
test_title (void)
{
  assert_named ("Kotlin developer", "1");
  assert_named ("only the Copper Owl role", "2");
  assert_named ("Java developer, Larch Mobile", "3");
  assert_named ("lead engineer", "4");
  assert_named ("the C++ role", "5");
}

static void
test_unclear_title (void)
{
  assert_named ("Java developer", "");
  assert_named ("Larch", "");
  assert_named ("developer", "");
  assert_named ("engineer", "");
  assert_named ("Kotlin developer with a car", "");
  assert_named ("", "");
}

/* Behind a recurring skill a name is an example. */
static void
test_title_of_recurring (void)
{
  g_autofree char *name = named_by (TRELLIS_CLAIM_RECURRING, "Copper Owl", "");
  g_autofree char *numbers = named_by (TRELLIS_CLAIM_RECURRING, "postings 1, 2", "");

  g_assert_cmpstr (name, ==, "");
  g_assert_cmpstr (numbers, ==, "1 2");
}

static void
test_total (void)
{
  static const struct
  {
    const char *note;
    int         claimed;
    int         total;
  } cases[] = {
    { "3 of 5", 3, 5 },
    { "3/5", 3, 5 },
    { "3 out of 5 postings", 3, 5 },
    { "3 из 5", 3, 5 },
    { "3 of 5", 2, 0 },
    { "3", 3, 0 },
    { "3 of 5", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrellisReport)      report = trellis_report_new ();
      TrellisClaim                  *claim = trellis_report_add (report, &trellis_claim_type);
      g_autoptr (TrellisClaimRemark) remark = NULL;

      claim->claimed = cases[i].claimed;
      g_set_str (&claim->note, cases[i].note);
      remark = trellis_claim_remark_new (claim, report);
      g_assert_cmpint (remark->total, ==, cases[i].total);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/claim-remark/names-a-posting-by-number", test_number);
  g_test_add_func ("/claim-remark/names-postings-by-number", test_numbers);
  g_test_add_func ("/claim-remark/what-may-be-a-count-names-none", test_unclear);
  g_test_add_func ("/claim-remark/names-a-posting-by-title-or-employer", test_title);
  g_test_add_func ("/claim-remark/what-may-be-two-or-none-names-none", test_unclear_title);
  g_test_add_func ("/claim-remark/a-name-behind-a-recurring-skill-is-an-example",
                   test_title_of_recurring);
  g_test_add_func ("/claim-remark/says-of-how-many", test_total);

  return g_test_run ();
}
