/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-criterion-place.h"

#include "trellis-new-report.h"

typedef struct
{
  TrellisReport         *report;
  const TrellisTemplate *layout;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->layout = trellis_template_get ("two-file");
  fixture->report = trellis_new_report (fixture->layout, "en");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  trellis_report_free (fixture->report);
}

/* As the criterion would be with so many found. */
static TrellisCriterionPlace *
find (Fixture               *fixture,
      const char            *id,
      int                    found,
      TrellisCriterionStatus status)
{
  for (guint i = 0; i < fixture->layout->criteria->len; i++)
    {
      const TrellisTemplateCriterion *rule = fixture->layout->criteria->pdata[i];
      TrellisCriterion                criterion = { 0 };

      if (!g_str_equal (rule->id, id))
        continue;
      criterion.id = rule->id;
      criterion.section = rule->section;
      criterion.status = status;
      criterion.found = found;
      criterion.min = rule->min;
      criterion.max = rule->max;
      return trellis_criterion_find_place (fixture->report, fixture->layout, &criterion);
    }

  g_assert_not_reached ();
}

static gpointer
add (Fixture                 *fixture,
     const TrellisRecordType *type,
     const char              *field,
     const char              *text)
{
  gpointer record = trellis_report_add (fixture->report, type);

  trellis_record_set_text (trellis_record_type_find_field (type, field), record, text);
  return record;
}

static void
every_criterion_of_every_template_has_a_place (void)
{
  for (const char *const *ids = trellis_template_list (); *ids != NULL; ids++)
    {
      const TrellisTemplate    *layout = trellis_template_get (*ids);
      g_autoptr (TrellisReport) report = trellis_new_report (layout, "en");

      for (guint i = 0; i < layout->criteria->len; i++)
        {
          const TrellisTemplateCriterion   *rule = layout->criteria->pdata[i];
          TrellisCriterion                  criterion = { 0 };
          g_autoptr (TrellisCriterionPlace) place = NULL;

          criterion.id = rule->id;
          criterion.section = rule->section;
          criterion.status = TRELLIS_CRITERION_UNMET;
          criterion.min = rule->min;
          place = trellis_criterion_find_place (report, layout, &criterion);
          g_assert_nonnull (place->page);
          g_assert_true (place->type == NULL || place->id != 0);
        }
    }
}

static void
a_missing_title_leads_to_the_first_posting_without (Fixture      *fixture,
                                                    gconstpointer data)
{
  TrellisPosting                   *second;
  g_autoptr (TrellisCriterionPlace) place = NULL;

  add (fixture, &trellis_posting_type, "title", "Deckhand");
  second = add (fixture, &trellis_posting_type, "employer", "Harbour Works");
  add (fixture, &trellis_posting_type, "employer", "Quay Works");
  place = find (fixture, "postings.titles", 1, TRELLIS_CRITERION_UNMET);

  g_assert_cmpstr (place->page, ==, "postings");
  g_assert_true (place->type == &trellis_posting_type);
  g_assert_cmpint (place->id, ==, second->base.id);
  g_assert_cmpstr (place->field, ==, "title");
  g_assert_false (place->add);
}

static void
a_link_to_a_search_is_no_link (Fixture      *fixture,
                               gconstpointer data)
{
  TrellisPosting                   *second;
  g_autoptr (TrellisCriterionPlace) place = NULL;

  add (fixture, &trellis_posting_type, "link", "https://quayworks.com/careers/deckhand-north");
  second = add (fixture, &trellis_posting_type, "link", "https://quayworks.com/search?q=deckhand");
  place = find (fixture, "postings.links", 1, TRELLIS_CRITERION_UNMET);
  g_assert_cmpint (place->id, ==, second->base.id);
  g_assert_cmpstr (place->field, ==, "link");
}

static void
dismissed_skills_do_not_count (Fixture      *fixture,
                               gconstpointer data)
{
  TrellisPosting                   *posting = add (fixture, &trellis_posting_type, "title", "Cook");
  g_autoptr (TrellisCriterionPlace) place = NULL;

  for (guint i = 0; i < 3; i++)
    {
      TrellisPostingSkill *skill = add (fixture, &trellis_posting_skill_type, "name", "Soup");

      skill->posting_id = posting->base.id;
      skill->requirement = i == 0 ? TRELLIS_REQUIREMENT_DISMISSED : TRELLIS_REQUIREMENT_MUST;
    }
  place = find (fixture, "postings.skills", 0, TRELLIS_CRITERION_UNMET);
  g_assert_cmpint (place->id, ==, posting->base.id);
}

static void
levels_are_asked_of_skills_one_has_and_reasons_of_those_one_lacks (Fixture      *fixture,
                                                                   gconstpointer data)
{
  TrellisStanding                  *lack = add (fixture, &trellis_standing_type, "name", "Knots");
  TrellisStanding                  *have = add (fixture, &trellis_standing_type, "name", "Maps");
  g_autoptr (TrellisCriterionPlace) level = NULL;
  g_autoptr (TrellisCriterionPlace) reason = NULL;

  lack->list = TRELLIS_STANDING_LACK;
  level = find (fixture, "have.levels", 0, TRELLIS_CRITERION_UNMET);
  reason = find (fixture, "lack.reasons", 0, TRELLIS_CRITERION_UNMET);
  g_assert_cmpint (level->id, ==, have->base.id);
  g_assert_cmpint (reason->id, ==, lack->base.id);
  g_assert_cmpstr (reason->field, ==, "note");
}

static void
too_few_lead_to_where_one_is_added_and_too_many_do_not (Fixture      *fixture,
                                                        gconstpointer data)
{
  g_autoptr (TrellisCriterionPlace) few = NULL;
  g_autoptr (TrellisCriterionPlace) many = NULL;

  add (fixture, &trellis_posting_type, "title", "Deckhand");
  few = find (fixture, "postings.count", 1, TRELLIS_CRITERION_UNMET);
  many = find (fixture, "postings.count", 100, TRELLIS_CRITERION_UNMET);
  g_assert_true (few->add);
  g_assert_false (many->add);
}

static void
a_component_without_roles_is_found (Fixture      *fixture,
                                    gconstpointer data)
{
  TrellisComponent   *first = add (fixture, &trellis_component_type, "name", "Pier");
  TrellisComponent   *second = add (fixture, &trellis_component_type, "name", "Crane");
  TrellisRole        *role = add (fixture, &trellis_role_type, "name", "Rigger");
  TrellisInvolvement *involvement
      = trellis_report_add (fixture->report, &trellis_involvement_type);
  g_autoptr (TrellisCriterionPlace) place = NULL;

  involvement->component_id = first->base.id;
  involvement->role_id = role->base.id;
  place = find (fixture, "components.roles", 1, TRELLIS_CRITERION_UNMET);
  g_assert_cmpstr (place->page, ==, "components");
  g_assert_cmpint (place->id, ==, second->base.id);
}

static void
sentences_are_written_in_the_section (Fixture      *fixture,
                                      gconstpointer data)
{
  g_autoptr (TrellisCriterionPlace) place
      = find (fixture, "reflection.sentences", 0, TRELLIS_CRITERION_UNMET);
  const TrellisSection *section
      = trellis_report_find (fixture->report, &trellis_section_type, place->id);

  g_assert_true (place->type == &trellis_section_type);
  g_assert_cmpint (section->kind, ==, TRELLIS_SECTION_REFLECTION);
  g_assert_cmpstr (place->field, ==, "text");
}

static void
what_is_met_leads_to_the_page (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr (TrellisCriterionPlace) place = NULL;

  add (fixture, &trellis_posting_type, "title", "Deckhand");
  place = find (fixture, "postings.titles", 1, TRELLIS_CRITERION_MET);
  g_assert_cmpstr (place->page, ==, "postings");
  g_assert_null (place->type);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/criterion-place/every-criterion-of-every-template-has-a-place",
                   every_criterion_of_every_template_has_a_place);
#define ADD(name, test) \
  g_test_add ("/criterion-place/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("a-missing-title-leads-to-the-first-posting-without",
       a_missing_title_leads_to_the_first_posting_without);
  ADD ("a-link-to-a-search-is-no-link", a_link_to_a_search_is_no_link);
  ADD ("dismissed-skills-do-not-count", dismissed_skills_do_not_count);
  ADD ("levels-are-asked-of-skills-one-has-and-reasons-of-those-one-lacks",
       levels_are_asked_of_skills_one_has_and_reasons_of_those_one_lacks);
  ADD ("too-few-lead-to-where-one-is-added-and-too-many-do-not",
       too_few_lead_to_where_one_is_added_and_too_many_do_not);
  ADD ("a-component-without-roles-is-found", a_component_without_roles_is_found);
  ADD ("sentences-are-written-in-the-section", sentences_are_written_in_the_section);
  ADD ("what-is-met-leads-to-the-page", what_is_met_leads_to_the_page);
#undef ADD

  return g_test_run ();
}
