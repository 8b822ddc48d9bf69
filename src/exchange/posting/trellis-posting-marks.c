/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-marks.h"

#include <string.h>

/* Fewer bytes are no posting's text. */
#define MIN_TEXT 80
#define MAX_LINE 150
/* So many parts of a page are looked at; more would only repeat each other. */
#define MAX_PARTS 32
/* A part inside another is the text when it is so much of it; the rest stands around. */
#define CORE_PERCENT 60

/* What sites call what is about a posting, and its text. */
static const char *const things[] = {
  "job", "vacancy", "vacancie", "posting", "position", "offer", "jobad", "jobs", "jobposting",
};
static const char *const descriptions[] = { "description", "desc", "descr" };
/* The same in one word. */
static const char *const texts[] = { "jobdescription", "vacancydescription", "jobdesc" };

static const char *const firms[] = { "company", "employer", "organization", "organisation" };
static const char *const firm_names[] = { "name", "title" };
static const char *const places[] = { "location", "city", "place", "address", "region" };

/* Tags that hold no text of a posting, however they are named. */
static const char *const other_tags[] = {
  "a", "body", "button", "form", "h1", "h2", "h3", "head", "html", "iframe", "img", "input", "link",
  "meta", "script", "style", "svg", "template", "textarea",
};

static gboolean
names_any (const char        *value,
           gsize              length,
           const char *const *words,
           guint              n)
{
  for (guint i = 0; i < n; i++)
    if (trellis_posting_html_names (value, length, words[i]))
      return TRUE;
  return FALSE;
}

#define NAMES(value, length, words) names_any (value, length, words, G_N_ELEMENTS (words))

static gboolean
names_text (const char *name,
            gsize       length)
{
  return (NAMES (name, length, descriptions) && NAMES (name, length, things))
         || NAMES (name, length, texts);
}

static gboolean
names_employer (const char *name,
                gsize       length)
{
  return NAMES (name, length, firms) && NAMES (name, length, firm_names);
}

static gboolean
names_place (const char *name,
             gsize       length)
{
  return NAMES (name, length, places) && NAMES (name, length, things);
}

typedef gboolean (*Names) (const char *name,
                           gsize       length);

/* Whether one of the names in @node's class, id or data says so. */
static gboolean
is_named (xmlNode *node,
          Names    says)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      const char *key = (const char *) attribute->name;
      const char *value = attribute->children != NULL
                              ? (const char *) attribute->children->content
                              : NULL;

      if (g_ascii_strcasecmp (key, "class") != 0 && g_ascii_strcasecmp (key, "id") != 0
          && g_ascii_strncasecmp (key, "data-", 5) != 0)
        continue;
      while (value != NULL && *value != '\0')
        {
          gsize length = strcspn (value, " \t\r\n");

          if (says (value, length))
            return TRUE;
          value += length;
          value += strspn (value, " \t\r\n");
        }
    }
  return FALSE;
}

static gboolean
may_hold_text (xmlNode *node)
{
  if (node->type != XML_ELEMENT_NODE)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (other_tags); i++)
    if (g_ascii_strcasecmp ((const char *) node->name, other_tags[i]) == 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_inside (xmlNode *node,
           xmlNode *outer)
{
  while (node != NULL && node != outer)
    node = node->parent;
  return node != NULL;
}

/* Returns: (transfer full): the text of the longest part that is named as one, or of what is most
 *   of it inside; "" for none */
static char *
find_text (xmlNode *root)
{
  g_autofree char *best = g_strdup ("");
  xmlNode         *holder = NULL;
  gsize            longest = MIN_TEXT - 1;
  int              n = 0;

  for (xmlNode *node = root; node != NULL && n < MAX_PARTS;
       node = trellis_posting_html_next (node, root))
    {
      g_autofree char *text = NULL;
      gboolean         is_core;

      if (!may_hold_text (node)
          || (!is_named (node, names_text)
              && !trellis_posting_html_matches (node, "[itemprop=description]")))
        continue;
      n++;
      text = trellis_posting_html_text (node, TRELLIS_POSTING_HTML_TEXT);
      is_core = holder != NULL && is_inside (node, holder)
                && strlen (text) * 100 >= longest * CORE_PERCENT;
      if (strlen (text) <= longest && !is_core)
        continue;
      longest = MAX (longest, strlen (text));
      holder = node;
      g_free (best);
      best = g_steal_pointer (&text);
    }
  return g_steal_pointer (&best);
}

/* Sets a line from the first short part that is named so. */
static void
set_line (char   **field,
          xmlNode *root,
          Names    says)
{
  for (xmlNode *node = root; node != NULL && **field == '\0';
       node = trellis_posting_html_next (node, root))
    {
      g_autofree char *text = NULL;

      if (node->type != XML_ELEMENT_NODE || !is_named (node, says))
        continue;
      text = trellis_posting_html_text (node, TRELLIS_POSTING_HTML_TEXT);
      if (strlen (text) <= MAX_LINE && strchr (g_strstrip (text), '\n') == NULL)
        trellis_posting_found_set_line (field, text);
    }
}

/**
 * trellis_posting_marks_read:
 *
 * Reads a page by how its parts are named: each site does it in its own way, but with the same few
 * words.
 *
 * Returns: (transfer full) (nullable): the posting, without a title; %NULL when no part is named as
 *   a posting's text
 */
TrellisPostingFound *
trellis_posting_marks_read (xmlNode *root)
{
  g_autofree char     *text = find_text (root);
  TrellisPostingFound *found;

  if (*text == '\0')
    return NULL;

  found = trellis_posting_found_new (TRELLIS_POSTING_SOURCE_PAGE);
  trellis_posting_found_set_text (found, text);
  set_line (&found->employer, root, names_employer);
  set_line (&found->place, root, names_place);
  return found;
}
