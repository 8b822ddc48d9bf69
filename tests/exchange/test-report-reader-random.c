/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-reader-fixture.h"

/* Reports made at random, of words that have no meaning to Markdown or to the reader: written and
 * read again they are the same, record by record. */

static const char *const words[] = { "Lamp", "wick", "Oil", "tide", "Horn", "quay",
                                     "Sail", "rope", "Пар", "туман", "C++", "Fog" };

static char *
random_name (void)
{
  static int          serial = 0;
  g_autoptr (GString) name = g_string_new (NULL);
  int                 n = g_test_rand_int_range (1, 4);

  for (int i = 0; i < n; i++)
    g_string_append_printf (name, "%s ", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  /* Two rows of a name would be one role. */
  g_string_append_printf (name, "No%d", serial++);
  return g_strdup (name->str);
}

static char *
random_note (void)
{
  if (g_test_rand_bit ())
    return g_strdup ("");
  return g_strdup_printf ("keeps %s dry, and says why.",
                          words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
}

static void
add_section (TrellisReport     *report,
             TrellisSectionKind kind,
             int                level,
             const char        *heading)
{
  TrellisSection *section = trellis_report_add (report, &trellis_section_type);

  section->position = (int) report->sections->len;
  section->kind = kind;
  section->level = level;
  section->style = g_test_rand_bit () ? TRELLIS_LIST_NUMBERS : TRELLIS_LIST_BULLETS;
  g_set_str (&section->heading, heading);
  g_set_str (&section->document, "report.md");
}

static void
take (char **place,
      char  *taken)
{
  g_free (*place);
  *place = taken;
}

/* Roles come in the order of their first cell, as the reader numbers them. */
static void
add_matrix (TrellisReport *report)
{
  int n = g_test_rand_int_range (1, 6);

  add_section (report, TRELLIS_SECTION_MATRIX, 2, "Components and roles");
  for (int i = 0; i < n; i++)
    {
      TrellisComponent *component = trellis_report_add (report, &trellis_component_type);
      int               cells = g_test_rand_int_range (i == 0 ? 1 : 0, 5);
      int               known = (int) report->roles->len;

      component->position = i + 1;
      take (&component->name, random_name ());
      for (int j = 0; j < cells; j++)
        {
          TrellisInvolvement *involvement = trellis_report_add (report, &trellis_involvement_type);
          TrellisRole        *role;

          if (j < known && g_test_rand_bit ())
            {
              role = g_ptr_array_index (report->roles, j);
            }
          else
            {
              role = trellis_report_add (report, &trellis_role_type);
              role->position = (int) report->roles->len;
              take (&role->name, random_name ());
            }
          involvement->component_id = component->base.id;
          involvement->role_id = role->base.id;
          involvement->position = j + 1;
          if (g_test_rand_bit ())
            take (&involvement->wording, g_strdup_printf ("%s (by night)", role->name));
          take (&involvement->note, random_note ());
        }
    }
}

static void
add_standings (TrellisReport      *report,
               TrellisStandingList list)
{
  static const char *const levels[] = { "", "beginner", "intermediate", "advanced" };
  int                      n = g_test_rand_int_range (1, 6);

  for (int i = 0; i < n; i++)
    {
      TrellisStanding *standing = trellis_report_add (report, &trellis_standing_type);

      standing->list = list;
      standing->position = i + 1;
      standing->level = list == TRELLIS_STANDING_HAVE ? g_test_rand_int_range (0, 4) : 0;
      take (&standing->level_wording, g_strdup (levels[standing->level]));
      take (&standing->name, random_name ());
      if (g_test_rand_bit ())
        take (&standing->qualifier, g_strdup ("from the pier"));
      take (&standing->note, random_note ());
    }
}

static void
add_postings (TrellisReport *report)
{
  int n = g_test_rand_int_range (1, 6);

  add_section (report, TRELLIS_SECTION_POSTINGS, 2, "Job market snapshot");
  for (int i = 0; i < n; i++)
    {
      TrellisPosting *posting = trellis_report_add (report, &trellis_posting_type);
      int             skills = g_test_rand_int_range (1, 5);

      posting->position = i + 1;
      take (&posting->title, random_name ());
      take (&posting->link,
            g_strdup_printf ("https://jobs.lanternboard.org/vacancy/%d", 48310000 + 137 * i));
      take (&posting->skills_label, g_strdup ("Key skills"));
      for (int j = 0; j < skills; j++)
        {
          TrellisPostingSkill *skill = trellis_report_add (report, &trellis_posting_skill_type);

          skill->posting_id = posting->base.id;
          skill->position = j + 1;
          take (&skill->name, random_name ());
        }
    }
}

static TrellisReport *
random_report (void)
{
  TrellisReport *report = trellis_report_new ();

  report->lists = TRELLIS_LISTS_AUTHORED;
  g_set_str (&report->layout, "classic");
  add_matrix (report);
  add_section (report, TRELLIS_SECTION_HAVE, 2, "Skills I already have");
  add_standings (report, TRELLIS_STANDING_HAVE);
  add_section (report, TRELLIS_SECTION_LACK, 2, "Skills I clearly lack");
  add_standings (report, TRELLIS_STANDING_LACK);
  add_postings (report);
  return report;
}

/* Where the record that `id` names stands among those of its type: ids themselves follow the order
 * in which records were made. */
static guint
place_of (const TrellisReport     *report,
          const TrellisRecordType *type,
          gint64                   id)
{
  GPtrArray *part = trellis_report_get_part (report, type);

  for (guint i = 0; i < part->len; i++)
    if (((TrellisRecord *) g_ptr_array_index (part, i))->id == id)
      return i;
  g_assert_not_reached ();
}

static gboolean
is_same (const TrellisField  *field,
         const TrellisReport *a,
         gconstpointer        x,
         const TrellisReport *b,
         gconstpointer        y)
{
  switch (field->type)
    {
    case TRELLIS_FIELD_TEXT:
    case TRELLIS_FIELD_MARKDOWN:
      return g_str_equal (trellis_record_get_text (field, x), trellis_record_get_text (field, y));
    case TRELLIS_FIELD_REF:
    case TRELLIS_FIELD_PARENT:
      return place_of (a, field->target, trellis_record_get_ref (field, x))
             == place_of (b, field->target, trellis_record_get_ref (field, y));
    default:
      return trellis_record_get_int (field, x) == trellis_record_get_int (field, y);
    }
}

static void
assert_parts_equal (const TrellisReport *a,
                    const TrellisReport *b,
                    const char          *written)
{
  for (guint i = 0; trellis_report_parts[i] != NULL; i++)
    {
      const TrellisRecordType *type = trellis_report_parts[i];
      GPtrArray               *x = trellis_report_get_part (a, type);
      GPtrArray               *y = trellis_report_get_part (b, type);

      if (x->len != y->len)
        g_error ("%u %s became %u in\n%s", x->len, type->name, y->len, written);
      for (guint j = 0; j < x->len; j++)
        for (guint k = 0; k < type->n_fields; k++)
          if (!is_same (&type->fields[k], a, g_ptr_array_index (x, j), b, g_ptr_array_index (y, j)))
            g_error ("%s %u: %s changed in\n%s", type->name, j + 1, type->fields[k].name, written);
    }
}

static void
test_round_trip (void)
{
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (TrellisReport) report = random_report ();
      g_autofree char          *written = fixture_write (report);
      g_autoptr (TrellisReport) again = fixture_read (written);

      assert_parts_equal (report, again, written);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/random/a-report-survives-writing-and-reading", test_round_trip);
  return g_test_run ();
}
