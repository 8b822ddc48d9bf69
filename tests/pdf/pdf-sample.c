/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-sample.h"

static const char *const roles[] = {
  "Back-end engineer", "Front-end engineer", "DBA", "DevOps / SRE", "QA engineer",
  "Security engineer", "Data analyst", "Infrastructure / Storage engineer",
};

static const char *const components[] = {
  "Seat map", "Booking service", "Payment gateway", "Route planner", "Ticket archive",
  "Notification service", "Driver console",
};

TrellisNode *
pdf_sample_paragraph (const char *text)
{
  TrellisNode *paragraph = trellis_node_new (TRELLIS_NODE_PARAGRAPH);

  trellis_node_append (paragraph, trellis_node_new_text (TRELLIS_NODE_TEXT, text));
  return paragraph;
}

TrellisNode *
pdf_sample_heading (int         level,
                    const char *text)
{
  TrellisNode *heading = trellis_node_new (TRELLIS_NODE_HEADING);

  heading->number = level;
  trellis_node_append (heading, trellis_node_new_text (TRELLIS_NODE_TEXT, text));
  return heading;
}

static TrellisNode *
named (TrellisNodeType type,
       const char     *name)
{
  TrellisNode *node = trellis_node_new (type);

  trellis_node_set (node, TRELLIS_ATTRIBUTE_NAME, name);
  return node;
}

static TrellisNode *
list (TrellisListKind kind)
{
  TrellisNode *node = trellis_node_new (TRELLIS_NODE_LIST);

  node->number = (int) kind;
  return node;
}

static TrellisNode *
item (const char *text)
{
  TrellisNode *node = trellis_node_new (TRELLIS_NODE_ITEM);

  trellis_node_append (node, pdf_sample_paragraph (text));
  return node;
}

/* Makes a matrix in which about every third cell is set; every seventh has a wording of its own. */
TrellisNode *
pdf_sample_matrix (guint n_components,
                   guint n_roles)
{
  TrellisNode *matrix = trellis_node_new (TRELLIS_NODE_MATRIX);
  TrellisNode *rows = trellis_node_append (matrix, list (TRELLIS_LIST_KIND_BULLETS));

  for (guint column = 0; column < n_roles; column++)
    {
      g_autofree char *more = g_strdup_printf ("%s %u", roles[column % G_N_ELEMENTS (roles)],
                                               column);

      trellis_node_add_value (matrix, column < G_N_ELEMENTS (roles) ? roles[column] : more);
    }
  for (guint row = 0; row < n_components; row++)
    {
      g_autofree char *more
          = g_strdup_printf ("%s %u", components[row % G_N_ELEMENTS (components)], row);
      TrellisNode *component = trellis_node_append (
          rows, named (TRELLIS_NODE_COMPONENT,
                       row < G_N_ELEMENTS (components) ? components[row] : more));

      for (guint column = 0; column < n_roles; column++)
        {
          guint            cell = row * 5 + column * 7 + row * column;
          const char      *role = trellis_node_value (matrix, column);
          g_autofree char *special = g_strdup_printf ("%s (C++)", role);
          TrellisNode     *involvement;

          if (cell % 3 != 0)
            continue;
          involvement = named (TRELLIS_NODE_INVOLVEMENT,
                               cell % 7 == 0 && column < 3 ? special : role);
          involvement->number = (int) column;
          trellis_node_append (component, involvement);
        }
    }
  return matrix;
}

static TrellisNode *
cover (void)
{
  TrellisNode *node = named (TRELLIS_NODE_COVER, "Who builds Ferryline");

  trellis_node_set (node, TRELLIS_ATTRIBUTE_AUTHOR, "Anna Petrova, group 402");
  trellis_node_set (node, TRELLIS_ATTRIBUTE_COURSE, "Software engineering, lab 1");
  trellis_node_set (node, TRELLIS_ATTRIBUTE_ADVISOR, "Dr. I. Sokolov");
  trellis_node_set (node, TRELLIS_ATTRIBUTE_DATE, "2026-01-02");
  trellis_node_add_value (node, "2025-12-20");
  trellis_node_add_value (node, "2025-12-28");
  return node;
}

static TrellisNode *
posting (guint       number,
         const char *title,
         const char *target)
{
  TrellisNode     *node = named (TRELLIS_NODE_POSTING, title);
  g_autofree char *label = g_strdup_printf ("Posting %u", number);

  trellis_node_set (node, TRELLIS_ATTRIBUTE_LABEL, label);
  trellis_node_set (node, TRELLIS_ATTRIBUTE_EMPLOYER, "Northwind Ferries");
  trellis_node_set (node, TRELLIS_ATTRIBUTE_PLACE, "Riga");
  trellis_node_set (node, TRELLIS_ATTRIBUTE_DATE, "2025-12-20");
  trellis_node_set (node, TRELLIS_ATTRIBUTE_TARGET, target);
  trellis_node_set (node, TRELLIS_ATTRIBUTE_TARGET_TEXT, "link to the posting");
  trellis_node_set (node, TRELLIS_ATTRIBUTE_SKILLS_LABEL, "Key skills");
  trellis_node_add_value (node, "Python");
  trellis_node_add_value (node, "Docker");
  trellis_node_add_value (node, "PostgreSQL");
  return node;
}

static TrellisNode *
skill (const char *name,
       const char *level,
       int         dots,
       const char *note)
{
  TrellisNode *node = named (TRELLIS_NODE_SKILL, name);

  trellis_node_set (node, TRELLIS_ATTRIBUTE_LEVEL, level);
  node->number = dots;
  if (note != NULL)
    trellis_node_append (node, pdf_sample_paragraph (note));
  return node;
}

static TrellisNode *
skills (void)
{
  TrellisNode *node = list (TRELLIS_LIST_KIND_BULLETS), *last;

  trellis_node_append (node, skill ("Python", "Intermediate", 2, NULL));
  trellis_node_append (node, skill ("SQL", "Beginner–Intermediate", 1, NULL));
  trellis_node_append (node, skill ("Git", "Advanced", 3, "Two years of daily use."));
  last = trellis_node_append (
      node,
      skill ("Kubernetes", NULL, 0, "most postings ask for it, and I have never run a cluster"));
  last->flag = TRUE;
  trellis_node_set (last, TRELLIS_ATTRIBUTE_QUALIFIER, "operators");
  return node;
}

static TrellisNode *
demand (void)
{
  static const struct
  {
    const char *name;
    int         n;
    gboolean    have;
  } bars[] = {
    { "Docker", 4, FALSE },
    { "Python", 5, TRUE },
    { "PostgreSQL", 3, TRUE },
    { "Kubernetes", 2, FALSE },
    { "Kafka", 1, FALSE },
  };
  TrellisNode *node = trellis_node_new (TRELLIS_NODE_DEMAND);

  node->number = 5;
  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      TrellisNode *bar = trellis_node_append (node, named (TRELLIS_NODE_DEMAND_BAR, bars[i].name));

      bar->number = bars[i].n;
      bar->flag = bars[i].have;
      for (int n = 0; n < bars[i].n; n++)
        {
          char number[2] = { (char) ('1' + n), '\0' };

          trellis_node_add_value (bar, number);
        }
    }
  return node;
}

static TrellisNode *
criteria (void)
{
  TrellisNode *node = trellis_node_new (TRELLIS_NODE_CRITERIA);

  trellis_node_append (
      node, named (TRELLIS_NODE_CRITERION, "At least five components, each with a role"));
  trellis_node_append (node, named (TRELLIS_NODE_CRITERION, "Four or five skills that I lack"))
      ->number
      = 1;
  trellis_node_append (node, named (TRELLIS_NODE_CRITERION, "The reflection is genuine"))->number
      = 2;
  return node;
}

static TrellisNode *
table (void)
{
  static const char *const cells[3][3] = {
    { "Resource", "Hours", "What it gives" },
    { "Course on containers", "12",
      "Images, volumes, networks and how they fit together in a team" },
    { "Book on testing", "30", "Fixtures, fakes, property tests" },
  };
  TrellisNode *node = trellis_node_new (TRELLIS_NODE_TABLE);

  for (guint row = 0; row < 3; row++)
    {
      TrellisNode *tr = trellis_node_append (node, trellis_node_new (TRELLIS_NODE_TABLE_ROW));

      for (guint column = 0; column < 3; column++)
        {
          TrellisNode *cell = trellis_node_append (tr, trellis_node_new (TRELLIS_NODE_TABLE_CELL));

          cell->number = column == 1 ? 3 : 0;
          trellis_node_append (cell, trellis_node_new_text (TRELLIS_NODE_TEXT, cells[row][column]));
        }
    }
  return node;
}

static TrellisNode *
responsibilities (void)
{
  TrellisNode *node = list (TRELLIS_LIST_KIND_NUMBERS);

  for (guint i = 0; i < 5; i++)
    {
      TrellisNode *role = trellis_node_append (node, named (TRELLIS_NODE_ROLE, roles[i]));

      trellis_node_append (
          role,
          pdf_sample_paragraph (
              "designs and maintains its part of the ferry booking system, writes the tests that "
              "go with "
              "it, watches it in production and helps the others when the summer rush begins."));
    }
  return node;
}

static void
append_market (TrellisNode *document)
{
  TrellisNode *postings = list (TRELLIS_LIST_KIND_NUMBERS);

  trellis_node_append (document, pdf_sample_heading (2, "Job market snapshot"));
  trellis_node_append (document, postings);
  trellis_node_append (postings,
                       posting (1, "Back-end developer", "https://jobs.example.org/v/48213"));
  trellis_node_append (postings, posting (2, "Разработчик бэкенда",
                                          "https://работа.example.org/вакансия 7?q='a'&b=\"c\""));
  trellis_node_append (postings,
                       posting (3, "Python engineer (bookings, payments, a title that goes on)",
                                "https://jobs.example.org/a/very/long/address/that/does/not/fit/on/"
                                "one/line/48213?utm_source=report&utm_medium=print"));
  trellis_node_append (document, pdf_sample_heading (3, "Skills that appear in several postings"));
  trellis_node_append (document, demand ());
}

static void
append_texts (TrellisNode *document)
{
  TrellisNode *quote = trellis_node_new (TRELLIS_NODE_QUOTE);
  TrellisNode *nested = list (TRELLIS_LIST_KIND_BULLETS), *first;
  TrellisNode *code = trellis_node_new_text (
      TRELLIS_NODE_CODE_BLOCK, "for seat in seats:\n    if seat.free:\n        book (seat)\n");

  trellis_node_append (document, pdf_sample_heading (2, "Personal reflection"));
  trellis_node_append (document,
                       pdf_sample_paragraph ("I chose the back-end role because I like to work "
                                             "with data and with the services behind the "
                                             "screen. The postings show that Python and SQL give "
                                             "me a fair start, but the market clearly asks "
                                             "for more: containers, testing and the habit of "
                                             "running what one has written. This semester I "
                                             "want to learn Docker well and to write tests for the "
                                             "booking service from the first day on."));
  trellis_node_append (
      document,
      pdf_sample_paragraph (
          "Я выбрал эту роль, потому что мне интересно, как устроены сервисы: от № 1 до № 5 — все "
          "они про "
          "данные. В этом семестре я хочу научиться писать тесты и работать с контейнерами."));
  trellis_node_append (document, quote);
  trellis_node_append (quote,
                       pdf_sample_paragraph ("A test that has never failed has not been tested."));
  trellis_node_append (document, nested);
  first = trellis_node_append (nested, item ("Learn containers"));
  trellis_node_append (nested, item ("Write tests"));
  nested = trellis_node_append (first, list (TRELLIS_LIST_KIND_BULLETS));
  trellis_node_append (nested, item ("images"));
  trellis_node_append (nested, item ("volumes"));
  trellis_node_append (document, code);
  trellis_node_append (document, table ());
  trellis_node_append (document, pdf_sample_heading (2, "Criteria"));
  trellis_node_append (document, criteria ());
}

/* A report with every kind of node that the advisor's file has. */
TrellisNode *
pdf_sample_report (void)
{
  TrellisNode *document = named (TRELLIS_NODE_DOCUMENT, "Who builds Ferryline");

  trellis_node_append (document, cover ());
  trellis_node_append (document, pdf_sample_heading (2, "Components and roles"));
  trellis_node_append (document, pdf_sample_matrix (7, 8));
  trellis_node_append (document, pdf_sample_heading (2, "Roles and responsibilities"));
  trellis_node_append (document, responsibilities ());
  trellis_node_append (document, pdf_sample_heading (2, "My chosen role"));
  trellis_node_append (document, pdf_sample_heading (3, "Skills I already have"));
  trellis_node_append (document, skills ());
  append_market (document);
  append_texts (document);
  return document;
}

/* Options with a fixed date; the date lives as long as the program. */
TrellisPdfOptions
pdf_sample_options (void)
{
  static GDateTime *date;

  if (date == NULL)
    date = g_date_time_new_utc (2026, 1, 2, 9, 30, 0);
  return (TrellisPdfOptions) { .author = "Anna Petrova", .date = date };
}
