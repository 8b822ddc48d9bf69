/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-boards.h"

#include "trellis-posting-found.h"
#include "trellis-posting-html.h"
#include "trellis-posting-json.h"

#include <string.h>

#define MAX_MEMBERS 4

/* What a job board's API calls things. A posting is the board's when it has all of `marks`. */
typedef struct
{
  const char *marks[MAX_MEMBERS];
  const char *title;
  const char *employer[2]; /* a member, and one inside it */
  const char *place[2];
  const char *link;
  const char *published;
  const char *texts[MAX_MEMBERS]; /* the first that says something */
  const char *further[MAX_MEMBERS];
} Board;

static const Board boards[] = {
  {
      /* Greenhouse */
      .marks = { "title", "absolute_url", "content" },
      .title = "title",
      .employer = { "company_name" },
      .place = { "location", "name" },
      .link = "absolute_url",
      .published = "first_published",
      .texts = { "content" },
  },
  {
      /* Lever */
      .marks = { "text", "hostedUrl" },
      .title = "text",
      .place = { "categories", "location" },
      .link = "hostedUrl",
      .published = "createdAt",
      .texts = { "description", "descriptionPlain" },
      .further = { "lists", "additional" },
  },
  {
      /* Ashby */
      .marks = { "title", "jobUrl" },
      .title = "title",
      .place = { "location" },
      .link = "jobUrl",
      .published = "publishedAt",
      .texts = { "descriptionHtml", "descriptionPlain" },
  },
  {
      /* Работа России */
      .marks = { "job-name" },
      .title = "job-name",
      .employer = { "company", "name" },
      .place = { "region", "name" },
      .link = "vac_url",
      .published = "creation-date",
      .texts = { "duty" },
      .further = { "requirement" },
  },
};

static const Board *
find_board (JsonNode *posting)
{
  for (guint i = 0; i < G_N_ELEMENTS (boards); i++)
    {
      gboolean has_all = TRUE;

      for (guint j = 0; j < MAX_MEMBERS && boards[i].marks[j] != NULL; j++)
        if (trellis_posting_json_string (trellis_posting_json_get (posting, boards[i].marks[j]))
            == NULL)
          has_all = FALSE;
      if (has_all)
        return &boards[i];
    }
  return NULL;
}

/* Returns: (transfer full) (nullable): the text of a member, or of one inside it */
static char *
read_member (JsonNode          *posting,
             const char *const *path)
{
  JsonNode *node = path[0] != NULL ? trellis_posting_json_get (posting, path[0]) : NULL;

  if (path[0] != NULL && path[1] != NULL)
    node = trellis_posting_json_get (node, path[1]);
  return trellis_posting_json_text (node);
}

/* Adds a text; or a list of `{"text": heading, "content": HTML}`, as Lever has it. */
static void
add_prose (GString  *out,
           JsonNode *node)
{
  static const char *const members[] = { "text", "content", "education", "qualification" };
  g_autoptr (GPtrArray)    list = trellis_posting_json_list (node);

  for (guint i = 0; i < list->len; i++)
    {
      JsonNode   *element = g_ptr_array_index (list, i);
      const char *before = "\n\n";

      for (guint j = 0; j <= G_N_ELEMENTS (members); j++)
        {
          JsonNode        *part = j < G_N_ELEMENTS (members)
                                      ? trellis_posting_json_get (element, members[j])
                                      : element;
          g_autofree char *text
              = trellis_posting_html_to_text (trellis_posting_json_string (part));

          if (*text == '\0')
            continue;
          g_string_append_printf (out, "%s%s", out->len > 0 ? before : "", text);
          before = "\n";
        }
    }
}

static TrellisPostingFound *
read_posting (const Board *board,
              JsonNode    *posting)
{
  TrellisPostingFound *found = trellis_posting_found_new (TRELLIS_POSTING_SOURCE_BOARD);
  g_autofree char     *title
      = trellis_posting_json_text (trellis_posting_json_get (posting, board->title));
  g_autofree char *employer = read_member (posting, board->employer);
  g_autofree char *place = read_member (posting, board->place);
  g_autofree char *published
      = trellis_posting_json_text (trellis_posting_json_get (posting, board->published));
  g_autoptr (GString)   text = g_string_new (NULL);
  g_autoptr (GPtrArray) skills
      = trellis_posting_json_list (trellis_posting_json_get (posting, "skills"));

  trellis_posting_found_set_line (&found->title, title);
  trellis_posting_found_set_line (&found->employer, employer);
  trellis_posting_found_set_line (&found->place, place);
  trellis_posting_found_set_link (
      found, trellis_posting_json_string (trellis_posting_json_get (posting, board->link)));
  trellis_posting_found_set_published (found, published);
  for (guint i = 0; i < MAX_MEMBERS && board->texts[i] != NULL && text->len == 0; i++)
    add_prose (text, trellis_posting_json_get (posting, board->texts[i]));
  for (guint i = 0; i < MAX_MEMBERS && board->further[i] != NULL; i++)
    add_prose (text, trellis_posting_json_get (posting, board->further[i]));
  trellis_posting_found_set_text (found, text->str);
  found->is_partial = *found->text == '\0';
  for (guint i = 0; i < skills->len; i++)
    {
      g_autofree char *skill = trellis_posting_json_text (g_ptr_array_index (skills, i));

      trellis_posting_found_add_skill (found, skill);
    }
  return found;
}

/**
 * trellis_posting_boards_read:
 * @root: a posting, an array of them, `{"jobs": […]}`, or `{"results": {"vacancies": […]}}`
 *
 * Reads what the public APIs of Greenhouse, Lever, Ashby and Работа России give.
 *
 * Returns: (transfer full) (nullable) (element-type TrellisPostingFound): the postings
 */
GPtrArray *
trellis_posting_boards_read (JsonNode *root)
{
  JsonNode *jobs = trellis_posting_json_get (root, "jobs");
  JsonNode *vacancies
      = trellis_posting_json_get_path (root, "results", "vacancies", NULL);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) postings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_posting_found_free);

  list = trellis_posting_json_list (jobs != NULL ? jobs : vacancies != NULL ? vacancies
                                                                            : root);
  for (guint i = 0; i < list->len; i++)
    {
      JsonNode    *element = g_ptr_array_index (list, i);
      JsonNode    *inner = trellis_posting_json_get (element, "vacancy");
      JsonNode    *posting = inner != NULL ? inner : element;
      const Board *board = find_board (posting);

      if (board != NULL)
        g_ptr_array_add (postings, read_posting (board, posting));
    }
  return postings->len > 0 ? g_steal_pointer (&postings) : NULL;
}
