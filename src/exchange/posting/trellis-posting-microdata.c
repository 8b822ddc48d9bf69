/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-microdata.h"

#include "trellis-posting-link.h"
#include "trellis-posting-words.h"

#include <string.h>

/* A list of postings has many; the page's own is among the first. */
#define MAX_SCOPES 16

/* What a posting's text is made of, in the order in which it is told. */
static const char *const proses[] = {
  "description", "responsibilities", "qualifications", "experienceRequirements",
  "educationRequirements", "jobBenefits",
};

static const char *const place_parts[]
    = { "addressLocality", "addressRegion", "addressCountry" };

/* Whether @node is a JobPosting: of microdata by its itemtype, of RDFa by its typeof. */
static gboolean
is_posting (xmlNode *node)
{
  static const char *const types[] = { "itemtype", "typeof" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      const char *type = trellis_posting_html_attribute (node, types[i]);

      if (type != NULL
          && trellis_posting_html_names (type, strcspn (type, " \t\r\n"), "jobposting"))
        return TRUE;
    }
  return FALSE;
}

static xmlNode *
find (xmlNode    *scope,
      const char *name)
{
  g_autofree char *item = g_strdup_printf ("[itemprop=%s]", name);
  g_autofree char *property = g_strdup_printf ("[property=%s]", name);
  xmlNode         *node;

  if (scope == NULL)
    return NULL;
  node = trellis_posting_html_find (scope, item);
  return node != NULL ? node : trellis_posting_html_find (scope, property);
}

/* Returns: (transfer full) (nullable): what the element says to machines, or shows */
static char *
get_value (xmlNode *node)
{
  static const char *const attributes[] = { "content", "datetime" };

  if (node == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      const char *value = trellis_posting_html_attribute (node, attributes[i]);

      if (value != NULL && *value != '\0')
        return g_strdup (value);
    }
  return trellis_posting_html_text (node, TRELLIS_POSTING_HTML_TEXT);
}

/* Sets a line by what @name is, or by the @inner of it, when it has one. */
static void
set_line (char      **field,
          xmlNode    *scope,
          const char *name,
          const char *inner)
{
  xmlNode         *node = find (scope, name);
  xmlNode         *part = inner != NULL ? find (node, inner) : NULL;
  g_autofree char *value = get_value (part != NULL ? part : node);

  if (**field == '\0')
    trellis_posting_found_set_line (field, value);
}

static void
read_place (TrellisPostingFound *found,
            xmlNode             *scope)
{
  xmlNode            *place = find (scope, "jobLocation");
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; place != NULL && i < G_N_ELEMENTS (place_parts); i++)
    {
      g_autofree char *part = get_value (find (place, place_parts[i]));

      if (part != NULL && *g_strstrip (part) != '\0')
        g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", part);
    }
  if (line->len > 0)
    trellis_posting_found_set_line (&found->place, line->str);
  else
    set_line (&found->place, scope, "jobLocation", "address");
}

static void
read_link (TrellisPostingFound *found,
           xmlNode             *scope,
           const char          *page)
{
  xmlNode         *node = find (scope, "url");
  const char      *address = node != NULL ? trellis_posting_html_attribute (node, "href") : NULL;
  g_autofree char *link = NULL;

  if (node != NULL && address == NULL)
    address = trellis_posting_html_attribute (node, "content");
  link = trellis_link_resolve (address, page);
  trellis_posting_found_set_link (found, link);
}

static void
read_text (TrellisPostingFound *found,
           xmlNode             *scope)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (proses); i++)
    {
      xmlNode         *node = find (scope, proses[i]);
      g_autofree char *value = node != NULL ? get_value (node) : NULL;
      g_autofree char *plain = value != NULL ? trellis_posting_html_to_text (value) : NULL;

      if (plain != NULL && *plain != '\0' && !trellis_posting_words_hold (text->str, plain))
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", plain);
    }
  trellis_posting_found_set_text (found, text->str);
}

static TrellisPostingFound *
read_scope (xmlNode    *scope,
            const char *page)
{
  TrellisPostingFound *found = trellis_posting_found_new (TRELLIS_POSTING_SOURCE_SCHEMA);
  g_autofree char     *date = get_value (find (scope, "datePosted"));
  g_autofree char     *skills = get_value (find (scope, "skills"));

  set_line (&found->title, scope, "title", NULL);
  set_line (&found->employer, scope, "hiringOrganization", "name");
  read_place (found, scope);
  read_link (found, scope, page);
  trellis_posting_found_set_published (found, date);
  if (skills != NULL)
    trellis_posting_found_add_skill_list (found, skills);
  read_text (found, scope);
  return found;
}

/**
 * trellis_posting_microdata_read:
 * @page: (nullable): the page's own address
 *
 * Reads a JobPosting whose members are marked in the page itself, as microdata or as RDFa.
 *
 * Returns: (transfer full) (nullable): the one that says most; %NULL when none says anything
 */
TrellisPostingFound *
trellis_posting_microdata_read (xmlNode    *root,
                                const char *page)
{
  g_autoptr (TrellisPostingFound) best = NULL;
  int                             n = 0;

  for (xmlNode *node = root; node != NULL && n < MAX_SCOPES;
       node = trellis_posting_html_next (node, root))
    if (node->type == XML_ELEMENT_NODE && is_posting (node))
      {
        TrellisPostingFound *found = read_scope (node, page);

        n++;
        if (*found->text == '\0' || (best != NULL && strlen (best->text) >= strlen (found->text)))
          trellis_posting_found_free (found);
        else
          {
            g_clear_pointer (&best, trellis_posting_found_free);
            best = found;
          }
      }
  return g_steal_pointer (&best);
}
