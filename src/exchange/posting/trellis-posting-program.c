/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-program.h"

#include "trellis-posting-json.h"
#include "trellis-posting-link.h"
#include "trellis-posting-words.h"

#include <string.h>

/* Fewer bytes are no posting's text. */
#define MIN_TEXT 100

/* What programs call what, the best first. */
static const char *const titles[]
    = { "title", "jobTitle", "positionName", "vacancyName", "name", "position" };
static const char *const texts[] = {
  "descriptionHtml", "jobDescription", "description", "content", "body", "descriptionPlain", "text",
};
static const char *const employers[] = {
  "companyName", "employerName", "organizationName", "company", "employer", "organization",
  "hiringOrganization",
};
static const char *const places[]
    = { "locationName", "location", "city", "cityName", "area", "region", "jobLocation" };
static const char *const dates[] = { "datePosted", "publishedAt", "publishedDate",
                                     "publicationDate", "published_at", "createdAt" };
static const char *const links[]
    = { "canonicalUrl", "jobUrl", "absolute_url", "hostedUrl", "url", "link" };

/* Returns: (transfer full) (nullable): the first of these members that says something */
static char *
get_first (JsonNode          *object,
           const char *const *names,
           guint              n_names)
{
  for (guint i = 0; i < n_names; i++)
    {
      char *text = trellis_posting_json_text (trellis_posting_json_get (object, names[i]));

      if (text != NULL)
        return text;
    }
  return NULL;
}

#define GET(object, names) get_first (object, names, G_N_ELEMENTS (names))

static TrellisPostingFound *
read_object (JsonNode   *object,
             const char *html,
             const char *page)
{
  TrellisPostingFound *found = trellis_posting_found_new (TRELLIS_POSTING_SOURCE_PAGE);
  g_autofree char     *title = GET (object, titles);
  g_autofree char     *employer = GET (object, employers);
  g_autofree char     *place = GET (object, places);
  g_autofree char     *date = GET (object, dates);
  g_autofree char     *address = GET (object, links);
  g_autofree char     *link = trellis_link_resolve (address, page);
  g_autofree char     *text = trellis_posting_html_to_text (html);

  trellis_posting_found_set_line (&found->title, title);
  trellis_posting_found_set_line (&found->employer, employer);
  trellis_posting_found_set_line (&found->place, place);
  trellis_posting_found_set_published (found, date);
  trellis_posting_found_set_link (found, link);
  trellis_posting_found_set_text (found, text);
  return found;
}

/* What is looked for in a program's data, and the best of it so far. */
typedef struct
{
  const char *title;
  JsonNode   *object;
  char       *html;
} Search;

/* A posting is what has the page's title, and a text; of several, the longest. */
static void
consider (Search   *self,
          JsonNode *object)
{
  g_autofree char *title = GET (object, titles);
  g_autofree char *html = GET (object, texts);

  if (title == NULL || html == NULL || strlen (html) < MIN_TEXT
      || (self->html != NULL && strlen (html) <= strlen (self->html))
      || !trellis_posting_words_hold (self->title, title))
    return;
  g_free (self->html);
  self->html = g_steal_pointer (&html);
  self->object = object;
}

/* Parsed JSON nests 64 deep at most, so walking it may recurse. */
static void
search (Search   *self,
        JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node) && json_node_get_object (node) != NULL)
    {
      g_autoptr (GList) members = json_object_get_values (json_node_get_object (node));

      consider (self, node);
      for (GList *l = members; l != NULL; l = l->next)
        search (self, l->data);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      g_autoptr (GPtrArray) list = trellis_posting_json_list (node);

      for (guint i = 0; i < list->len; i++)
        search (self, g_ptr_array_index (list, i));
    }
}

/* Returns: where the object or array that begins at @p ends; %NULL when it does not */
static const char *
find_end (const char *p)
{
  int      depth = 0;
  gboolean is_string = FALSE;

  for (; *p != '\0'; p++)
    {
      if (is_string && *p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '"')
        is_string = !is_string;
      else if (!is_string && (*p == '{' || *p == '['))
        depth++;
      else if (!is_string && (*p == '}' || *p == ']') && --depth == 0)
        return p + 1;
    }
  return NULL;
}

/* Returns: (nullable): the data of a script: it is nothing else, or it is what the script first
 * sets a variable to */
static JsonNode *
read_script (const char *script)
{
  const char *begin = script + strspn (script, " \t\r\n");
  const char *end;

  if (*begin != '{' && *begin != '[')
    {
      begin = strchr (begin, '=');
      begin = begin != NULL ? begin + 1 + strspn (begin + 1, " \t\r\n") : NULL;
    }
  if (begin == NULL || (*begin != '{' && *begin != '['))
    return NULL;

  end = find_end (begin);
  if (end != NULL)
    {
      g_autofree char *json = g_strndup (begin, (gsize) (end - begin));

      return trellis_posting_json_parse (json, NULL, NULL);
    }
  return NULL;
}

/**
 * trellis_posting_program_read:
 * @title: what the page calls itself
 * @page: (nullable): its address
 *
 * Reads the data of a page that a program draws in the browser: the object in one of its scripts
 * that has the page's title and a text.
 *
 * Returns: (transfer full) (nullable): the posting; %NULL when there is none, or the page has no
 *   title to know it by
 */
TrellisPostingFound *
trellis_posting_program_read (xmlNode    *root,
                              const char *title,
                              const char *page)
{
  TrellisPostingFound *found = NULL;

  if (*title == '\0')
    return NULL;

  for (xmlNode *node = root; node != NULL && found == NULL;
       node = trellis_posting_html_next (node, root))
    if (trellis_posting_html_matches (node, "script"))
      {
        g_autofree char     *script = trellis_posting_html_raw (node);
        g_autoptr (JsonNode) data = strlen (script) >= MIN_TEXT ? read_script (script) : NULL;
        Search               state = { .title = title };

        if (data != NULL)
          search (&state, data);
        if (state.object != NULL)
          found = read_object (state.object, state.html, page);
        g_free (state.html);
      }
  return found;
}
