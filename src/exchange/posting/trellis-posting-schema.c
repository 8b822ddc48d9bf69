/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-schema.h"

#include "trellis-posting-json.h"
#include "trellis-posting-link.h"
#include "trellis-posting-schema-private.h"
#include "trellis-posting-words.h"
#include "trellis-text.h"

#include <string.h>

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_posting_found_free);
}

static GPtrArray *
read_all (TrellisPostingGraph *graph)
{
  GPtrArray *postings = new_list ();

  for (guint i = 0; i < graph->postings->len; i++)
    {
      TrellisPostingFound *found
          = trellis_posting_schema_read_posting (graph, g_ptr_array_index (graph->postings, i));

      if (found != NULL)
        g_ptr_array_add (postings, found);
    }
  return postings;
}

/**
 * trellis_posting_schema_read:
 * @root: JSON-LD: a JobPosting, an array, or a graph that holds some
 *
 * Returns: (transfer full) (nullable) (element-type TrellisPostingFound): all of them; %NULL for
 *   none
 */
GPtrArray *
trellis_posting_schema_read (JsonNode *root)
{
  g_autoptr (TrellisPostingGraph) graph = trellis_posting_graph_new ();
  g_autoptr (GPtrArray)           postings = NULL;

  trellis_posting_graph_add (graph, json_node_ref (root));
  postings = read_all (graph);
  return postings->len > 0 ? g_steal_pointer (&postings) : NULL;
}

static gboolean
is_json_ld (xmlNode *node)
{
  const char      *type;
  g_autofree char *plain = NULL;

  if (!trellis_posting_html_matches (node, "script"))
    return FALSE;
  type = trellis_posting_html_attribute (node, "type");
  if (type == NULL)
    return FALSE;
  plain = g_strndup (type, strcspn (type, ";"));
  return g_ascii_strcasecmp (g_strstrip (plain), "application/ld+json") == 0;
}

/* A bad block hides no other. */
static TrellisPostingGraph *
collect (xmlNode    *root,
         const char *link)
{
  TrellisPostingGraph *graph = trellis_posting_graph_new ();

  graph->page = link;
  for (xmlNode *node = root; node != NULL; node = trellis_posting_html_next (node, root))
    if (is_json_ld (node))
      {
        g_autofree char *text = trellis_posting_html_raw (node);
        JsonNode        *json = trellis_posting_json_parse (text, NULL, NULL);

        if (json != NULL)
          trellis_posting_graph_add (graph, json);
      }
  return graph;
}

static gboolean
is_named (const TrellisPostingFound *found,
          const char                *title)
{
  return *found->title != '\0' && trellis_posting_words_hold (title, found->title);
}

/* The page's own posting is the one whose address is the page's, else the one that the page has
 * for its title, else the one that says most. */
static guint
find_best (GPtrArray  *postings,
           const char *link,
           const char *title)
{
  guint best = 0;

  for (guint i = 0; i < postings->len; i++)
    {
      const TrellisPostingFound *found = g_ptr_array_index (postings, i);

      if (link != NULL && g_str_equal (found->link, link))
        return i;
    }
  for (guint i = 1; i < postings->len; i++)
    {
      const TrellisPostingFound *found = g_ptr_array_index (postings, i);
      const TrellisPostingFound *other = g_ptr_array_index (postings, best);
      int                        more = is_named (found, title) - is_named (other, title);

      if (more > 0 || (more == 0 && strlen (found->text) > strlen (other->text)))
        best = i;
    }
  return best;
}

/* Keeps as choices those that are not what the best one is, only told again. */
static void
keep_choices (TrellisPostingFound *best,
              GPtrArray           *others)
{
  for (guint i = 0; i < others->len; i++)
    {
      TrellisPostingFound *other = g_ptr_array_index (others, i);

      if (trellis_text_equal_folded (best->title, other->title))
        continue;
      if (best->choices == NULL)
        best->choices = new_list ();
      g_ptr_array_add (best->choices, other);
      others->pdata[i] = NULL;
    }
}

static void
free_found (gpointer found)
{
  if (found != NULL)
    trellis_posting_found_free (found);
}

/* Whether @id stands in the address, with no letter or digit beside it. */
static gboolean
has_id (const char *link,
        const char *id)
{
  gsize length = strlen (id);

  for (const char *p = strstr (link, id); p != NULL; p = strstr (p + 1, id))
    if (!g_ascii_isalnum (p[-1]) && !g_ascii_isalnum (p[length]))
      return TRUE;
  return FALSE;
}

/* An identifier that is the number in the page's address says which posting is its own. */
static void
set_links (TrellisPostingGraph *graph,
           GPtrArray           *postings,
           const char          *link)
{
  const char *path = strchr (trellis_link_key (link), '/');

  for (guint i = 0; path != NULL && i < MIN (postings->len, graph->postings->len); i++)
    {
      TrellisPostingFound *found = g_ptr_array_index (postings, i);
      JsonNode            *identifier
          = trellis_posting_json_get (g_ptr_array_index (graph->postings, i), "identifier");
      JsonNode        *value = trellis_posting_json_get (identifier, "value");
      g_autofree char *id = trellis_posting_json_text (value != NULL ? value : identifier);

      if (id != NULL && has_id (path + 1, id))
        g_set_str (&found->link, link);
    }
}

/**
 * trellis_posting_schema_read_page:
 * @link: (nullable): the page's canonical address
 * @title: what the page calls itself
 *
 * Reads the JobPosting of a page; if there are several of different titles, the others are its
 * choices.
 *
 * Returns: (transfer full) (nullable) (element-type TrellisPostingFound): one posting
 */
GPtrArray *
trellis_posting_schema_read_page (xmlNode    *root,
                                  const char *link,
                                  const char *title)
{
  g_autoptr (TrellisPostingGraph) graph = collect (root, link);
  g_autoptr (GPtrArray)           postings = read_all (graph);
  GPtrArray                      *one;
  TrellisPostingFound            *best;
  guint                           index;

  if (postings->len == 0)
    return NULL;

  if (link != NULL && postings->len == graph->postings->len)
    set_links (graph, postings, link);
  g_ptr_array_set_free_func (postings, free_found);
  index = find_best (postings, link, title);
  best = g_ptr_array_index (postings, index);
  g_ptr_array_steal_index (postings, index);
  keep_choices (best, postings);
  one = new_list ();
  g_ptr_array_add (one, best);
  return one;
}
