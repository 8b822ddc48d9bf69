/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-head.h"

#include "trellis-posting-link.h"
#include "trellis-posting-text.h"
#include "trellis-posting-words.h"
#include "trellis-text.h"

#include <string.h>

/* How far in a browser writes where a page is from. */
#define HEAD 4096
#define MAX_TITLE 300
/* Of the lower headings the first are looked at, when they are more than a word of the title. */
#define MAX_HEADINGS 30
#define MIN_HEADING 4

/* What parts a page's title from its site's name. */
static const char *const separators[] = { " | ", " — ", " – ", " - ", " · ", " :: ", " • " };

/* What stands before a posting's title in a window's. */
static const char *const before_title[] = { "Вакансия ", "Job Application for ", "Job: " };

/* Returns: (transfer full): the elements that say something of the page; not all are in its head */
static GPtrArray *
collect (xmlNode *root)
{
  static const char *const tags[] = { "meta", "link", "base", "title", "h1", "h2", "h3" };
  GPtrArray               *elements = g_ptr_array_new ();

  for (xmlNode *node = root; node != NULL; node = trellis_posting_html_next (node, root))
    for (guint i = 0; node->type == XML_ELEMENT_NODE && i < G_N_ELEMENTS (tags); i++)
      if (g_ascii_strcasecmp ((const char *) node->name, tags[i]) == 0)
        g_ptr_array_add (elements, node);
  return elements;
}

static xmlNode *
find (GPtrArray  *head,
      const char *selector)
{
  for (guint i = 0; i < head->len; i++)
    if (trellis_posting_html_matches (head->pdata[i], selector))
      return head->pdata[i];
  return NULL;
}

static const char *
find_meta (GPtrArray  *head,
           const char *selector)
{
  xmlNode    *node = find (head, selector);
  const char *content = node != NULL ? trellis_posting_html_attribute (node, "content") : NULL;

  return content != NULL && *content != '\0' ? content : NULL;
}

/* Returns: (nullable): the word behind @label near the beginning of the page */
static char *
find_noted (const char *html,
            const char *label)
{
  const char      *p = g_strstr_len (html, HEAD, label);
  g_autofree char *address = NULL;

  if (p == NULL)
    return NULL;
  p += strlen (label);
  if (g_str_has_suffix (label, "("))
    p += strspn (p, G_CSET_DIGITS ")");
  p += strspn (p, " ");
  address = g_strndup (p, strcspn (p, " \t\r\n<>\""));
  return trellis_link_canonical (address);
}

/* Browsers and their extensions write where a page was saved from before it:
 * "<!-- saved from url=(0026)https://…", "<!-- Page saved with SingleFile url: https://…". */
static char *
find_saved_from (const char *html)
{
  char *link = find_noted (html, "saved from url=(");

  if (link == NULL && g_strstr_len (html, HEAD, "saved with SingleFile") != NULL)
    link = find_noted (html, "url:");
  return link;
}

static char *
find_base (GPtrArray  *head,
           const char *saved_from)
{
  xmlNode    *node = find (head, "base[href]");
  const char *address = node != NULL ? trellis_posting_html_attribute (node, "href") : NULL;
  char       *base = address != NULL ? trellis_link_canonical (address) : NULL;

  return base != NULL ? base : g_strdup (saved_from);
}

/**
 * trellis_posting_head_find_link:
 *
 * Returns: (transfer full) (nullable): the canonical address of a page, by what it says of itself
 *   and by what the browser that saved it wrote; never a site's first page, which some name on all
 *   of theirs
 */
char *
trellis_posting_head_find_link (xmlNode    *root,
                                const char *html)
{
  g_autoptr (GPtrArray) head = collect (root);
  g_autofree char      *saved_from = find_saved_from (html);
  g_autofree char      *base = find_base (head, saved_from);
  xmlNode              *node = find (head, "link[rel=canonical]");
  char                 *link = NULL;

  if (node != NULL)
    link = trellis_link_resolve (trellis_posting_html_attribute (node, "href"), base);
  if (link == NULL)
    link = trellis_link_resolve (find_meta (head, "meta[property=og:url]"), base);
  return link != NULL ? link : trellis_link_resolve (saved_from, NULL);
}

static gboolean
is_inside (xmlNode    *node,
           const char *selector)
{
  for (node = node->parent; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    if (trellis_posting_html_matches (node, selector))
      return TRUE;
  return FALSE;
}

/* Returns: (transfer full) (nullable): what a reader sees of @node, when it is anything */
static char *
read_line (xmlNode *node)
{
  g_autofree char *text = trellis_posting_html_text (node, TRELLIS_POSTING_HTML_TEXT);
  g_autofree char *line = trellis_posting_text_clean_line (text, MAX_TITLE);

  return *line != '\0' ? g_steal_pointer (&line) : NULL;
}

/* A heading of the matter, else one beside the site's own head, else any. */
static char *
find_heading (GPtrArray *head)
{
  g_autofree char *beside = NULL;
  g_autofree char *any = NULL;

  for (guint i = 0; i < head->len; i++)
    {
      xmlNode         *node = head->pdata[i];
      g_autofree char *line = NULL;

      if (!trellis_posting_html_matches (node, "h1"))
        continue;
      line = read_line (node);
      if (line == NULL)
        continue;
      if (is_inside (node, "main") || is_inside (node, "article"))
        return g_steal_pointer (&line);
      if (beside == NULL && !is_inside (node, "header") && !is_inside (node, "nav"))
        beside = g_steal_pointer (&line);
      else if (any == NULL)
        any = g_steal_pointer (&line);
      if (beside != NULL && any != NULL)
        break;
    }
  return beside != NULL ? g_steal_pointer (&beside) : g_steal_pointer (&any);
}

/* A heading below the first order, when the window's title is about it. */
static char *
find_lower_heading (GPtrArray  *head,
                    const char *window)
{
  int n = 0;

  for (guint i = 0; i < head->len && n < MAX_HEADINGS; i++)
    if (trellis_posting_html_matches (head->pdata[i], "h2")
        || trellis_posting_html_matches (head->pdata[i], "h3"))
      {
        g_autofree char *line = read_line (head->pdata[i]);

        n++;
        if (line != NULL && g_utf8_strlen (line, -1) >= MIN_HEADING
            && trellis_posting_words_hold (window, line))
          return g_steal_pointer (&line);
      }
  return NULL;
}

/* Returns: (transfer full): @title without the site's name behind it */
static char *
drop_site (const char *title,
           const char *site)
{
  for (guint i = 0; site != NULL && i < G_N_ELEMENTS (separators); i++)
    {
      const char *last = g_strrstr (title, separators[i]);

      if (last != NULL && last != title
          && trellis_text_equal_folded (last + strlen (separators[i]), site))
        return g_strndup (title, (gsize) (last - title));
    }
  return g_strdup (title);
}

/* Returns: (transfer full): what the page tells others its title is, else the window's; "" for
 * neither */
static char *
read_told (GPtrArray *head)
{
  const char      *told = find_meta (head, "meta[property=og:title]");
  xmlNode         *node = find (head, "title");
  g_autofree char *window = told == NULL && node != NULL ? read_line (node) : NULL;

  if (told == NULL)
    told = window != NULL ? window : "";
  return drop_site (told, find_meta (head, "meta[property=og:site_name]"));
}

/**
 * trellis_posting_head_find_title:
 *
 * Returns: (transfer full): what the page is about: its heading, or what it tells others its title
 *   is, or the window's title; "" when it says nothing
 */
char *
trellis_posting_head_find_title (xmlNode *root)
{
  g_autoptr (GPtrArray) head = collect (root);
  g_autofree char      *told = read_told (head);
  char                 *title = find_heading (head);

  if (title == NULL)
    title = find_lower_heading (head, told);
  if (title != NULL)
    return title;

  for (guint i = 0; i < G_N_ELEMENTS (before_title); i++)
    if (g_str_has_prefix (told, before_title[i]))
      return g_strdup (told + strlen (before_title[i]));
  return g_steal_pointer (&told);
}

/* Returns: (transfer full) (nullable): a firm's name, as far as it goes */
static char *
read_employer (const char *text)
{
  g_autofree char         *name = g_strdup (text);
  static const char *const ends[] = { ", ", " in ", " (", ". " };

  for (guint i = 0; i < G_N_ELEMENTS (separators) + G_N_ELEMENTS (ends); i++)
    {
      const char *end = i < G_N_ELEMENTS (separators) ? separators[i]
                                                      : ends[i - G_N_ELEMENTS (separators)];
      char       *found = strstr (name, end);

      if (found != NULL)
        *found = '\0';
    }
  return *name != '\0' ? g_steal_pointer (&name) : NULL;
}

/**
 * trellis_posting_head_find_employer:
 * @title: the posting's
 *
 * Sites call their pages “Rigger at Sail Yard”, “Sail Yard hiring Rigger in Veles”, «Вакансия
 * Такелажник в Велесе, работа в компании Верфь».
 *
 * Returns: (transfer full) (nullable): who is named so
 */
char *
trellis_posting_head_find_employer (xmlNode    *root,
                                    const char *title)
{
  static const char *const members[] = { "meta[property=og:title]", "title" };
  g_autoptr (GPtrArray)    head = collect (root);

  for (guint i = 0; *title != '\0' && i < G_N_ELEMENTS (members); i++)
    {
      xmlNode         *node = find (head, members[i]);
      const char      *meta = i == 0 ? find_meta (head, members[i]) : NULL;
      g_autofree char *window = meta != NULL            ? g_strdup (meta)
                                : node != NULL && i > 0 ? read_line (node)
                                                        : NULL;
      const char      *found = window != NULL ? strstr (window, title) : NULL;
      const char      *firm = window != NULL ? strstr (window, "в компании ") : NULL;

      if (firm != NULL)
        return read_employer (firm + strlen ("в компании "));
      if (found != NULL && strncmp (found + strlen (title), " at ", 4) == 0)
        return read_employer (found + strlen (title) + 4);
      if (found != NULL && found > window + strlen (" hiring ")
          && strncmp (found - strlen (" hiring "), " hiring ", strlen (" hiring ")) == 0)
        return g_strndup (window, (gsize) (found - window) - strlen (" hiring "));
    }
  return NULL;
}
