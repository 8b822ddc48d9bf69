/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-plan.h"

#include "plan-samples.h"

static void
check_field (const TrellisPlan *plan,
             TrellisPlanKind    kind,
             guint              index,
             TrellisPlanField   field,
             const char        *expected)
{
  const TrellisPlanPart *part = trellis_plan_get (plan, kind, index);
  g_autofree char       *value = NULL;

  g_assert_nonnull (part);
  value = trellis_plan_get_field (plan, part, field);
  g_assert_cmpstr (value, ==, expected);
}

static void
goals_stand_below_headings (void)
{
  g_autoptr (TrellisPlan) plan = trellis_plan_new (plan_headings);

  g_assert_cmpuint (trellis_plan_count (plan, TRELLIS_PLAN_GOAL), ==, 2);
  check_field (plan, TRELLIS_PLAN_GOAL, 0, TRELLIS_PLAN_NAME, "Script a crossing");
  check_field (plan, TRELLIS_PLAN_GOAL, 0, TRELLIS_PLAN_SPECIFIC,
               "one script that buys a return ticket");
  check_field (plan, TRELLIS_PLAN_GOAL, 0, TRELLIS_PLAN_MEASURABLE, "200 crossings a minute");
  check_field (plan, TRELLIS_PLAN_GOAL, 0, TRELLIS_PLAN_ACHIEVABLE, NULL);
  check_field (plan, TRELLIS_PLAN_GOAL, 0, TRELLIS_PLAN_TIME_BOUND, "by 2026-10-05");
  check_field (plan, TRELLIS_PLAN_GOAL, 1, TRELLIS_PLAN_SPECIFIC, "tell a queue from a leak");
  check_field (plan, TRELLIS_PLAN_GOAL, 1, TRELLIS_PLAN_RELEVANT, "the harbour asks for it");
}

static void
goals_stand_in_lists (void)
{
  g_autoptr (TrellisPlan) plan = trellis_plan_new (plan_lists);

  g_assert_cmpuint (trellis_plan_count (plan, TRELLIS_PLAN_GOAL), ==, 2);
  check_field (plan, TRELLIS_PLAN_GOAL, 0, TRELLIS_PLAN_NAME, "Sail alone");
  check_field (plan, TRELLIS_PLAN_GOAL, 0, TRELLIS_PLAN_SPECIFIC, "leave the harbour");
  check_field (plan, TRELLIS_PLAN_GOAL, 0, TRELLIS_PLAN_RELEVANT, "nobody else does");
  check_field (plan, TRELLIS_PLAN_GOAL, 1, TRELLIS_PLAN_NAME, "Land again");
  check_field (plan, TRELLIS_PLAN_MEASURE, 0, TRELLIS_PLAN_NAME, "landings");
  g_assert_cmpuint (trellis_plan_count (plan, TRELLIS_PLAN_TEXT), ==, 0);
}

static void
a_label_that_comes_again_opens_a_goal (void)
{
  g_autoptr (TrellisPlan) plan = trellis_plan_new (plan_labels);

  g_assert_cmpuint (trellis_plan_count (plan, TRELLIS_PLAN_GOAL), ==, 2);
  check_field (plan, TRELLIS_PLAN_GOAL, 0, TRELLIS_PLAN_NAME, NULL);
  check_field (plan, TRELLIS_PLAN_GOAL, 0, TRELLIS_PLAN_SPECIFIC, "tie six knots");
  check_field (plan, TRELLIS_PLAN_GOAL, 0, TRELLIS_PLAN_MEASURABLE, "six of six");
  check_field (plan, TRELLIS_PLAN_GOAL, 1, TRELLIS_PLAN_SPECIFIC, "untie them");
  g_assert_cmpuint (trellis_plan_count (plan, TRELLIS_PLAN_TEXT), ==, 0);
}

static void
milestones_have_dates (void)
{
  g_autoptr (TrellisPlan) plan = trellis_plan_new (plan_headings);

  g_assert_cmpuint (trellis_plan_count (plan, TRELLIS_PLAN_MILESTONE), ==, 4);
  check_field (plan, TRELLIS_PLAN_MILESTONE, 0, TRELLIS_PLAN_DATE, "2026-09-15");
  check_field (plan, TRELLIS_PLAN_MILESTONE, 0, TRELLIS_PLAN_NAME, "the script runs");
  check_field (plan, TRELLIS_PLAN_MILESTONE, 1, TRELLIS_PLAN_DATE, "05.10.2026");
  check_field (plan, TRELLIS_PLAN_MILESTONE, 1, TRELLIS_PLAN_NAME, "the report is read");
  check_field (plan, TRELLIS_PLAN_MILESTONE, 2, TRELLIS_PLAN_DATE, "1 November 2026");
  check_field (plan, TRELLIS_PLAN_MILESTONE, 2, TRELLIS_PLAN_NAME, "all of it again");
  check_field (plan, TRELLIS_PLAN_MILESTONE, 3, TRELLIS_PLAN_DATE, NULL);
  check_field (plan, TRELLIS_PLAN_MILESTONE, 3, TRELLIS_PLAN_NAME, "some day");
}

static void
resources_have_links (void)
{
  g_autoptr (TrellisPlan) plan = trellis_plan_new (plan_headings);

  g_assert_cmpuint (trellis_plan_count (plan, TRELLIS_PLAN_RESOURCE), ==, 3);
  check_field (plan, TRELLIS_PLAN_RESOURCE, 0, TRELLIS_PLAN_NAME, "Guide of the tool");
  check_field (plan, TRELLIS_PLAN_RESOURCE, 0, TRELLIS_PLAN_LINK, "https://tool.example/guide");
  check_field (plan, TRELLIS_PLAN_RESOURCE, 1, TRELLIS_PLAN_NAME, "The wiki");
  check_field (plan, TRELLIS_PLAN_RESOURCE, 1, TRELLIS_PLAN_LINK, "https://wiki.example/load");
  check_field (plan, TRELLIS_PLAN_RESOURCE, 2, TRELLIS_PLAN_LINK, NULL);
}

static void
all_else_stays_text (void)
{
  g_autoptr (TrellisPlan) plan = trellis_plan_new (plan_headings);

  check_field (plan, TRELLIS_PLAN_ABOUT, 0, TRELLIS_PLAN_BODY,
               "Load testing of the ferry's ticket office.\n\nIt is slow on Fridays.");
  g_assert_cmpuint (trellis_plan_count (plan, TRELLIS_PLAN_TEXT), ==, 4);
  check_field (plan, TRELLIS_PLAN_TEXT, 0, TRELLIS_PLAN_BODY, "Two of them, as the course asks.");
  check_field (plan, TRELLIS_PLAN_TEXT, 1, TRELLIS_PLAN_BODY, "A word about the harbour.");
  check_field (plan, TRELLIS_PLAN_TEXT, 2, TRELLIS_PLAN_BODY, "   - by the harbour master");
  check_field (plan, TRELLIS_PLAN_TEXT, 3, TRELLIS_PLAN_BODY,
               "| risk | what then |\n|---|---|\n| storm | wait |");
  g_assert_cmpstr (trellis_plan_get (plan, TRELLIS_PLAN_TEXT, 3)->heading, ==, "Risks");
}

static void
russian_words_are_known (void)
{
  g_autoptr (TrellisPlan) plan = trellis_plan_new (plan_russian);

  check_field (plan, TRELLIS_PLAN_GOAL, 0, TRELLIS_PLAN_NAME, "Вязать узлы");
  check_field (plan, TRELLIS_PLAN_GOAL, 0, TRELLIS_PLAN_TIME_BOUND, "до 5 октября 2026");
  check_field (plan, TRELLIS_PLAN_MILESTONE, 0, TRELLIS_PLAN_DATE, "15.09.2026");
  check_field (plan, TRELLIS_PLAN_MILESTONE, 0, TRELLIS_PLAN_NAME, "три узла");
  check_field (plan, TRELLIS_PLAN_RESOURCE, 0, TRELLIS_PLAN_NAME, "Книга о канатах");
  check_field (plan, TRELLIS_PLAN_MEASURE, 0, TRELLIS_PLAN_NAME, "узлы за минуту");
}

/* Code and comments open nothing. */
static void
code_is_text (void)
{
  g_autoptr (TrellisPlan) plan
      = trellis_plan_new ("## Goals\n```\n- S: code\n### Goal 1: code\n```\n");

  g_assert_cmpuint (trellis_plan_count (plan, TRELLIS_PLAN_GOAL), ==, 0);
  g_assert_cmpuint (trellis_plan_count (plan, TRELLIS_PLAN_TEXT), ==, 1);
}

/* Every letter stands in at most one field, in the order of the text. */
static void
fields_never_overlap (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (plan_samples); i++)
    {
      g_autoptr (TrellisPlan) plan = trellis_plan_new (plan_samples[i]);
      g_autofree guint8      *taken = g_malloc0 (strlen (plan_samples[i]) + 1);

      for (guint j = 0; j < plan->parts->len; j++)
        {
          const TrellisPlanPart *part = plan->parts->pdata[j];

          g_assert_cmpuint (part->begin, <, part->end);
          g_assert_cmpuint (part->end, <=, strlen (plan->text));
          for (guint field = 0; field < TRELLIS_PLAN_N_FIELDS; field++)
            {
              const TrellisPlanSpan *span = &part->fields[field];

              g_assert_true (!span->there
                             || (span->begin >= part->begin && span->end <= part->end));
              for (gsize at = span->begin; span->there && at < span->end; at++)
                g_assert_cmpuint (taken[at]++, ==, 0);
            }
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/goals-stand-below-headings", goals_stand_below_headings);
  g_test_add_func ("/plan/goals-stand-in-lists", goals_stand_in_lists);
  g_test_add_func ("/plan/a-label-that-comes-again-opens-a-goal",
                   a_label_that_comes_again_opens_a_goal);
  g_test_add_func ("/plan/milestones-have-dates", milestones_have_dates);
  g_test_add_func ("/plan/resources-have-links", resources_have_links);
  g_test_add_func ("/plan/all-else-stays-text", all_else_stays_text);
  g_test_add_func ("/plan/russian-words-are-known", russian_words_are_known);
  g_test_add_func ("/plan/code-is-text", code_is_text);
  g_test_add_func ("/plan/fields-never-overlap", fields_never_overlap);
  return g_test_run ();
}
