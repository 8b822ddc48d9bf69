/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-schema-private.h"

#include "trellis-posting-html.h"
#include "trellis-posting-json.h"
#include "trellis-posting-link.h"
#include "trellis-posting-text.h"
#include "trellis-posting-words.h"

#include <string.h>

/* What some sites keep apart from the description. */
static const char *const further[] = {
  "responsibilities", "qualifications", "skills", "experienceRequirements",
  "educationRequirements", "jobBenefits",
};

static void
set_line (char    **field,
          JsonNode *node)
{
  g_autofree char *text = trellis_posting_json_text (node);
  g_autofree char *plain = text != NULL ? trellis_posting_html_to_text (text) : NULL;

  trellis_posting_found_set_line (field, plain);
}

/* Returns: (transfer full) (nullable): what a text, or an object with one, says */
static char *
read_html (JsonNode *node)
{
  static const char *const members[] = { "description", "credentialCategory" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (trellis_posting_json_get (node, members[i]) != NULL)
      return trellis_posting_json_text (trellis_posting_json_get (node, members[i]));
  return trellis_posting_json_text (node);
}

/* Returns: (transfer full): a text, or texts, as plain, clean lines; "" for other shapes.
 * @is_list: whether several are items of a list, each of one line */
static char *
read_prose (JsonNode *node,
            gboolean  is_list)
{
  g_autoptr (GPtrArray) list = trellis_posting_json_list (node);
  g_autoptr (GString)   out = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *html = read_html (g_ptr_array_index (list, i));
      g_autofree char *text = trellis_posting_html_to_text (html);
      gboolean         is_item = is_list && list->len > 1 && strchr (text, '\n') == NULL;

      if (*text != '\0')
        g_string_append_printf (out, "%s%s%s", out->len > 0 ? "\n" : "", is_item ? "- " : "", text);
    }
  return trellis_posting_text_clean (out->str, G_MAXUINT);
}

static void
read_text (TrellisPostingFound *found,
           JsonNode            *posting)
{
  g_autofree char *description
      = read_prose (trellis_posting_json_get (posting, "description"), FALSE);
  g_autoptr (GString) text = g_string_new (description);

  for (guint i = 0; i < G_N_ELEMENTS (further); i++)
    {
      g_autofree char *more = read_prose (trellis_posting_json_get (posting, further[i]), TRUE);

      if (*more == '\0' || (g_str_equal (further[i], "skills") && found->skills->len > 0)
          || trellis_posting_words_hold (text->str, more))
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", more);
    }
  trellis_posting_found_set_text (found, text->str);
  found->is_partial = *description == '\0';
}

/* Habr Career's descriptions begin with the skills: "Навыки: Rust, SQL. Квалификация: …". */
static void
read_leading_skills (TrellisPostingFound *found)
{
  static const char heading[] = "Навыки:";
  g_autofree char  *list = NULL;
  const char       *begin, *end;

  if (found->skills->len > 0 || !g_str_has_prefix (found->text, heading))
    return;

  begin = found->text + strlen (heading);
  end = strstr (begin, ". ");
  if (end == NULL || memchr (begin, '\n', (gsize) (end - begin)) != NULL)
    end = begin + strcspn (begin, "\n");
  list = g_strndup (begin, (gsize) (end - begin));
  for (char *piece = list, *next; piece != NULL; piece = next)
    {
      next = strchr (piece, ',');
      if (next != NULL)
        *next++ = '\0';
      trellis_posting_found_add_skill (found, piece);
    }
}

static void
read_link (TrellisPostingFound *found,
           TrellisPostingGraph *graph,
           JsonNode            *posting)
{
  static const char *const members[] = { "url", "mainEntityOfPage", "sameAs", "@id" };

  for (guint i = 0; i < G_N_ELEMENTS (members) && *found->link == '\0'; i++)
    {
      JsonNode        *node = trellis_posting_json_get (posting, members[i]);
      JsonNode        *id = trellis_posting_json_get (node, "@id");
      g_autofree char *address = trellis_posting_json_text (id != NULL ? id : node);
      g_autofree char *link
          = i == 0 || (address != NULL && g_str_has_prefix (address, "http"))
                ? trellis_link_resolve (address, graph->page)
                : NULL;

      trellis_posting_found_set_link (found, link);
    }
}

static void
read_employer (TrellisPostingFound *found,
               TrellisPostingGraph *graph,
               JsonNode            *organizations)
{
  g_autoptr (GPtrArray) list = trellis_posting_json_list (organizations);

  for (guint i = 0; i < list->len && *found->employer == '\0'; i++)
    {
      JsonNode *organization
          = trellis_posting_graph_resolve (graph, g_ptr_array_index (list, i));

      set_line (&found->employer, organization);
      if (*found->employer == '\0')
        set_line (&found->employer, trellis_posting_json_get (organization, "legalName"));
    }
}

/**
 * trellis_posting_schema_read_posting:
 * @posting: an object of type JobPosting
 *
 * Returns: (transfer full) (nullable): it; %NULL when it has neither title nor text
 */
TrellisPostingFound *
trellis_posting_schema_read_posting (TrellisPostingGraph *graph,
                                     JsonNode            *posting)
{
  g_autoptr (TrellisPostingFound) found = trellis_posting_found_new (TRELLIS_POSTING_SOURCE_SCHEMA);
  g_autofree char                *place = trellis_posting_schema_read_place (graph, posting);
  g_autofree char                *plain_place = trellis_posting_text_decode_entities (place);
  g_autofree char                *date
      = trellis_posting_json_text (trellis_posting_json_get (posting, "datePosted"));

  set_line (&found->title, trellis_posting_json_get (posting, "title"));
  if (*found->title == '\0')
    set_line (&found->title, trellis_posting_json_get (posting, "name"));
  read_employer (found, graph, trellis_posting_json_get (posting, "hiringOrganization"));
  trellis_posting_found_set_line (&found->place, plain_place);
  read_link (found, graph, posting);
  trellis_posting_found_set_published (found, date);
  trellis_posting_schema_read_skills (found, trellis_posting_json_get (posting, "skills"));
  if (found->skills->len == 0)
    trellis_posting_schema_read_skills (
        found, trellis_posting_json_get_path (posting, "relevantOccupation", "skills", NULL));
  read_text (found, posting);
  read_leading_skills (found);

  if (*found->title == '\0' && *found->text == '\0')
    return NULL;
  return g_steal_pointer (&found);
}
