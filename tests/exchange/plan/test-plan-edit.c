/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-plan-edit.h"

#include "plan-samples.h"

#include "trellis-text.h"

static const TrellisPlanStyle english = { .level = 2 };
static const TrellisPlanStyle russian = { .level = 2, .russian = TRUE };

static char *
set (const char      *text,
     TrellisPlanKind  kind,
     guint            index,
     TrellisPlanField field,
     const char      *value)
{
  g_autoptr (TrellisPlan) plan = trellis_plan_new (text);
  const TrellisPlanPart  *part = trellis_plan_get (plan, kind, index);

  g_assert_nonnull (part);
  return trellis_plan_set_field (plan, part, field, value, &english);
}

static char *
add (const char             *text,
     TrellisPlanKind         kind,
     const char             *name,
     const TrellisPlanStyle *style)
{
  g_autoptr (TrellisPlan) plan = trellis_plan_new (text);

  return trellis_plan_add (plan, kind, name, style);
}

static char *
move (const char     *text,
      TrellisPlanKind kind,
      guint           index,
      int             by)
{
  g_autoptr (TrellisPlan) plan = trellis_plan_new (text);

  return trellis_plan_move (plan, trellis_plan_get (plan, kind, index), by);
}

/* The same text, but for these words. */
static void
check_edit (const char *before,
            const char *after,
            const char *old,
            const char *new)
{
  g_auto (GStrv)   parts = g_strsplit (before, old, 2);
  g_autofree char *expected = g_strjoinv (new, parts);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_assert_cmpstr (after, ==, expected);
}

static void
an_edit_touches_only_its_part (void)
{
  g_autofree char *specific = set (plan_headings, TRELLIS_PLAN_GOAL, 0, TRELLIS_PLAN_SPECIFIC,
                                   "two scripts");
  g_autofree char *title = set (plan_headings, TRELLIS_PLAN_GOAL, 1, TRELLIS_PLAN_NAME, "See");
  g_autofree char *date = set (plan_headings, TRELLIS_PLAN_MILESTONE, 1, TRELLIS_PLAN_DATE,
                               "2026-12-24");
  g_autofree char *link = set (plan_headings, TRELLIS_PLAN_RESOURCE, 0, TRELLIS_PLAN_LINK,
                               "https://a.example/(b) c");
  g_autofree char *text = set (plan_headings, TRELLIS_PLAN_TEXT, 1, TRELLIS_PLAN_BODY,
                               "\nTwo.\n\nWords.\n\n");

  check_edit (plan_headings, specific, "one script that buys\n  a return ticket", "two scripts");
  check_edit (plan_headings, title, "Read the curves", "See");
  check_edit (plan_headings, date, "05.10.2026", "2026-12-24");
  check_edit (plan_headings, link, "https://tool.example/guide", "https://a.example/%28b%29%20c");
  check_edit (plan_headings, text, "A word about the harbour.", "Two.\n\nWords.");
}

static void
a_new_smart_part_stands_in_its_place (void)
{
  g_autofree char *between = set (plan_headings, TRELLIS_PLAN_GOAL, 0, TRELLIS_PLAN_ACHIEVABLE,
                                  "the tool is there");
  g_autofree char *listed = set (plan_lists, TRELLIS_PLAN_GOAL, 1, TRELLIS_PLAN_TIME_BOUND,
                                 "by May");
  g_autofree char *lines = set (plan_headings, TRELLIS_PLAN_GOAL, 1, TRELLIS_PLAN_MEASURABLE,
                                "five curves");

  check_edit (plan_headings, between, "- *Time-bound*",
              "- **Achievable:** the tool is there\n- *Time-bound*");
  check_edit (plan_lists, listed, "2. Land again\n",
              "2. Land again\n   - **Time-bound:** by May\n");
  check_edit (plan_headings, lines, "R: the harbour",
              "Measurable: five curves\n\nR: the harbour");
}

static void
what_is_emptied_goes_with_its_label (void)
{
  g_autofree char *specific
      = set (plan_headings, TRELLIS_PLAN_GOAL, 0, TRELLIS_PLAN_SPECIFIC, " ");
  g_autofree char *date = set (plan_headings, TRELLIS_PLAN_MILESTONE, 1, TRELLIS_PLAN_DATE, "");
  g_autofree char *behind = set (plan_headings, TRELLIS_PLAN_MILESTONE, 2, TRELLIS_PLAN_DATE, "");
  g_autofree char *link = set (plan_headings, TRELLIS_PLAN_RESOURCE, 0, TRELLIS_PLAN_LINK, "");
  g_autofree char *wiki = set (plan_headings, TRELLIS_PLAN_RESOURCE, 1, TRELLIS_PLAN_LINK, "");
  g_autofree char *name = set (plan_headings, TRELLIS_PLAN_RESOURCE, 1, TRELLIS_PLAN_NAME, "");

  check_edit (plan_headings, specific,
              "- **Specific:** one script that buys\n  a return ticket\n", "");
  check_edit (plan_headings, date, "**05.10.2026** - the", "the");
  check_edit (plan_headings, behind, " (by 1 November 2026)", "");
  check_edit (plan_headings, link, "[Guide of the tool](https://tool.example/guide)",
              "Guide of the tool");
  check_edit (plan_headings, wiki, "The wiki: <https://wiki.example/load>", "The wiki");
  g_assert_cmpstr (name, ==, plan_headings);
}

static void
a_plan_grows_from_nothing (void)
{
  g_autofree char *goal = add ("", TRELLIS_PLAN_GOAL, "Sail", &english);
  g_autofree char *measure = add (goal, TRELLIS_PLAN_MEASURE, "miles", &english);
  g_autofree char *milestone = add (measure, TRELLIS_PLAN_MILESTONE, "leave", &english);
  g_autofree char *dated = set (milestone, TRELLIS_PLAN_MILESTONE, 0, TRELLIS_PLAN_DATE,
                                "2026-10-05");
  g_autofree char *resource = add (dated, TRELLIS_PLAN_RESOURCE, "a chart", &english);
  g_autofree char *linked = set (resource, TRELLIS_PLAN_RESOURCE, 0, TRELLIS_PLAN_LINK,
                                 "https://charts.example");
  g_autofree char *about = add (linked, TRELLIS_PLAN_ABOUT, "Sailing.", &english);
  g_autofree char *second = add (about, TRELLIS_PLAN_GOAL, "Land", &english);
  g_autofree char *specific = set (second, TRELLIS_PLAN_GOAL, 1, TRELLIS_PLAN_SPECIFIC, "there");

  g_assert_cmpstr (specific, ==,
                   "## About the skill\n\nSailing.\n\n"
                   "## Goals\n\n### Goal 1: Sail\n\n### Goal 2: Land\n\n- **Specific:** there\n\n"
                   "## Milestones\n\n- 2026-10-05: leave\n\n"
                   "## Resources\n\n- [a chart](https://charts.example)\n\n"
                   "## Tracking\n\n- miles\n");
}

static void
new_parts_are_written_like_the_old (void)
{
  g_autofree char *milestone = add (plan_headings, TRELLIS_PLAN_MILESTONE, "rest", &english);
  g_autofree char *measure = add (plan_headings, TRELLIS_PLAN_MEASURE, "waves", &english);
  g_autofree char *goal = add (plan_lists, TRELLIS_PLAN_GOAL, "Sleep", &english);
  g_autofree char *second = add (plan_russian, TRELLIS_PLAN_GOAL, "Развязать", &russian);

  check_edit (plan_headings, milestone, "4. some day\n", "4. some day\n5. rest\n");
  check_edit (plan_headings, measure, "each Friday\n", "each Friday\n* waves\n");
  check_edit (plan_lists, goal, "2. Land again\n", "2. Land again\n3. Sleep\n");
  check_edit (plan_russian, second, "октября 2026\n", "октября 2026\n\n### Цель 2: Развязать\n");
}

static void
a_part_goes_with_what_is_below_it (void)
{
  g_autoptr (TrellisPlan) plan = trellis_plan_new (plan_headings);
  g_autofree char        *goal
      = trellis_plan_remove (plan, trellis_plan_get (plan, TRELLIS_PLAN_GOAL, 0));
  g_autofree char *milestone
      = trellis_plan_remove (plan, trellis_plan_get (plan, TRELLIS_PLAN_MILESTONE, 1));

  g_assert_null (strstr (goal, "Script a crossing"));
  g_assert_null (strstr (goal, "A word about"));
  g_assert_nonnull (strstr (goal, "asks.\n\n### Goal 2"));
  check_edit (plan_headings, milestone,
              "2. **05.10.2026** - the report is read\n   - by the harbour master\n", "");
}

static void
moving_there_and_back_changes_nothing (void)
{
  static const TrellisPlanKind kinds[]
      = { TRELLIS_PLAN_GOAL, TRELLIS_PLAN_MILESTONE, TRELLIS_PLAN_RESOURCE, TRELLIS_PLAN_MEASURE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *there = move (plan_headings, kinds[i], 0, 1);
      g_autofree char *back = move (there, kinds[i], 1, -1);

      g_assert_cmpstr (there, !=, plan_headings);
      g_assert_cmpstr (back, ==, plan_headings);
      g_assert_null (move (plan_headings, kinds[i], 0, -1));
    }
}

static void
moved_parts_are_counted_anew (void)
{
  g_autofree char *goals = move (plan_headings, TRELLIS_PLAN_GOAL, 1, -1);
  g_autofree char *milestones = move (plan_headings, TRELLIS_PLAN_MILESTONE, 0, 1);

  g_assert_nonnull (strstr (goals, "### Goal 1: Read the curves"));
  g_assert_nonnull (strstr (goals, "### Goal 2: Script a crossing"));
  g_assert_nonnull (strstr (milestones, "\n1. **05.10.2026** - the report is read\n"
                                        "   - by the harbour master\n2. 2026-09-15: the"));
}

static void
a_goal_of_labels_gets_a_title (void)
{
  g_autofree char *titled
      = set (plan_labels, TRELLIS_PLAN_GOAL, 0, TRELLIS_PLAN_NAME, "Knots");
  g_autoptr (TrellisPlan) plan = trellis_plan_new (titled);
  g_autofree char        *name = trellis_plan_get_field (
      plan, trellis_plan_get (plan, TRELLIS_PLAN_GOAL, 0), TRELLIS_PLAN_NAME);

  g_assert_nonnull (strstr (titled, "### Goal 1: Knots\n\n**Specific:** tie"));
  g_assert_cmpstr (name, ==, "Knots");
}

/* What is set is read back, and all other fields are what they were. */
static void
check_set (const char      *text,
           guint            index,
           TrellisPlanField field,
           const char      *value)
{
  g_autoptr (TrellisPlan) before = trellis_plan_new (text);
  const TrellisPlanPart  *part = before->parts->pdata[index];
  g_autofree char        *same = trellis_plan_get_field (before, part, field);
  g_autofree char        *unchanged = trellis_plan_set_field (before, part, field,
                                                       same != NULL ? same : "", &english);
  g_autofree char        *edited = trellis_plan_set_field (before, part, field, value, &english);
  g_autofree char        *missing = NULL;
  g_autofree char        *kept = NULL;
  g_autoptr (TrellisPlan) after = trellis_plan_new (edited);

  if (same == NULL || *same != '\0')
    g_assert_cmpstr (unchanged, ==, text);
  g_assert_cmpuint (after->parts->len, ==, before->parts->len);
  g_assert_cmpint (((TrellisPlanPart *) after->parts->pdata[index])->kind, ==, part->kind);
  kept = trellis_plan_get_field (after, after->parts->pdata[index], field);
  g_assert_cmpstr (kept, ==, value);

  for (guint i = 0; i < before->parts->len; i++)
    for (guint j = 0; j < TRELLIS_PLAN_N_FIELDS; j++)
      {
        g_autofree char *old = trellis_plan_get_field (before, before->parts->pdata[i], j);
        g_autofree char *new = trellis_plan_get_field (after, after->parts->pdata[i], j);

        if (i != index || j != field)
          g_assert_cmpstr (new, ==, old);
      }

  missing = trellis_text_missing_words (text, edited);
  g_assert_true (same != NULL || missing == NULL || *missing == '\0');
}

static gboolean
has_field (const TrellisPlanPart *part,
           TrellisPlanField       field)
{
  switch (field)
    {
    case TRELLIS_PLAN_NAME:
      return part->kind != TRELLIS_PLAN_TEXT && part->kind != TRELLIS_PLAN_ABOUT
             && part->fields[field].there;
    case TRELLIS_PLAN_DATE:
      return part->kind == TRELLIS_PLAN_MILESTONE;
    case TRELLIS_PLAN_LINK:
      return part->kind == TRELLIS_PLAN_RESOURCE;
    case TRELLIS_PLAN_BODY:
      return part->kind == TRELLIS_PLAN_TEXT || part->kind == TRELLIS_PLAN_ABOUT;
    default:
      return part->kind == TRELLIS_PLAN_GOAL;
    }
}

static void
what_is_set_is_read_back (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (plan_samples); i++)
    {
      g_autoptr (TrellisPlan) plan = trellis_plan_new (plan_samples[i]);

      for (guint j = 0; j < plan->parts->len; j++)
        for (guint field = 0; field < TRELLIS_PLAN_N_FIELDS; field++)
          {
            const char *value = field == TRELLIS_PLAN_DATE   ? "2027-02-07"
                                : field == TRELLIS_PLAN_LINK ? "https://new.example/a?b=c#d"
                                                             : "Sturm über *Kiel*, C# und „mehr“";

            if (has_field (plan->parts->pdata[j], field))
              check_set (plan_samples[i], j, field, value);
          }
    }
}

/* Whatever is typed, all bytes around what it replaces are there. */
static void
check_around (const char            *text,
              const TrellisPlanPart *part,
              TrellisPlanField       field,
              const char            *value)
{
  g_autoptr (TrellisPlan) plan = trellis_plan_new (text);
  g_autofree char        *edited = trellis_plan_set_field (plan, part, field, value, &english);
  g_autofree char        *before = g_strndup (text, part->fields[field].begin);
  g_autofree char        *missing = NULL;

  if (part->fields[field].there)
    {
      g_assert_true (g_str_has_prefix (edited, before));
      g_assert_true (g_str_has_suffix (edited, text + part->fields[field].end));
    }
  else
    {
      missing = trellis_text_missing_words (text, edited);
      g_assert_true (missing == NULL || *missing == '\0');
    }
}

static void
nothing_typed_eats_its_neighbours (void)
{
  static const char *const values[]
      = { "# x", "- x", "1. x", "> x", "| x |", "```", "<!--", "**", "[",
          "](", ":", "S: x", "x\\", "Goals", "## Goals", "---", "a\nb\n\nc", "\\",
          "[x](", "*", "`", "<b>", "2026-01-01", "Goal 7: x" };

  for (guint i = 0; i < G_N_ELEMENTS (plan_samples); i++)
    {
      g_autoptr (TrellisPlan) plan = trellis_plan_new (plan_samples[i]);

      for (guint j = 0; j < plan->parts->len; j++)
        for (guint field = 0; field < TRELLIS_PLAN_N_FIELDS; field++)
          for (guint k = 0; k < G_N_ELEMENTS (values); k++)
            if (has_field (plan->parts->pdata[j], field))
              check_around (plan_samples[i], plan->parts->pdata[j], field, values[k]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-edit/an-edit-touches-only-its-part", an_edit_touches_only_its_part);
  g_test_add_func ("/plan-edit/a-new-smart-part-stands-in-its-place",
                   a_new_smart_part_stands_in_its_place);
  g_test_add_func ("/plan-edit/what-is-emptied-goes-with-its-label",
                   what_is_emptied_goes_with_its_label);
  g_test_add_func ("/plan-edit/a-plan-grows-from-nothing", a_plan_grows_from_nothing);
  g_test_add_func ("/plan-edit/new-parts-are-written-like-the-old",
                   new_parts_are_written_like_the_old);
  g_test_add_func ("/plan-edit/a-part-goes-with-what-is-below-it",
                   a_part_goes_with_what_is_below_it);
  g_test_add_func ("/plan-edit/moving-there-and-back-changes-nothing",
                   moving_there_and_back_changes_nothing);
  g_test_add_func ("/plan-edit/moved-parts-are-counted-anew", moved_parts_are_counted_anew);
  g_test_add_func ("/plan-edit/a-goal-of-labels-gets-a-title", a_goal_of_labels_gets_a_title);
  g_test_add_func ("/plan-edit/what-is-set-is-read-back", what_is_set_is_read_back);
  g_test_add_func ("/plan-edit/nothing-typed-eats-its-neighbours",
                   nothing_typed_eats_its_neighbours);
  return g_test_run ();
}
