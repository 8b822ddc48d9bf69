/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-around.h"

#include "trellis-text.h"

#include <string.h>

/* Where less is left, too much was set aside. */
#define MIN_LEFT 150
/* Headings are short; and so are the ways up from them that are looked at. */
#define MAX_HEADING 60
#define MAX_CLIMB 8
#define MAX_HEADINGS 1000
/* A page may show others beside its matter as articles, too. */
#define MATTER_PERCENT 40
#define MAX_ARTICLES 20

/* What was set aside. */
static char aside;
#define ASIDE ((void *) &aside)

/* How much is set aside: what always stands around; also what is named or hidden as such. */
typedef enum
{
  LEVEL_TAGS,
  LEVEL_NAMES,
} Level;

static const char *const tags[] = { "button", "footer", "nav", "select", "dialog" };
static const char *const named_tags[] = { "aside", "form" };

static const char *const roles[] = {
  "[role=navigation]", "[role=banner]", "[role=contentinfo]", "[role=search]",
  "[role=complementary]", "[role=dialog]", "[role=alertdialog]", "[role=menu]", "[role=menubar]",
};

/* What classes and ids name that stand around. */
static const char *const names[] = {
  "advert", "banner", "breadcrumb", "comments", "consent", "cookie", "footer", "gdpr", "login",
  "menu", "modal", "navbar", "navigation", "newsletter", "onetrust", "popup", "promo", "share",
  "sharing", "sidebar", "signin", "signup", "social", "subscribe", "subscription", "toolbar",
};

/* What others are, and what of. */
static const char *const others[] = { "similar", "related", "recommended", "other", "more" };
static const char *const things[] = {
  "job", "vacancy", "vacancie", "posting", "position", "offer"
};

/* How headings begin, folded, below which other postings are listed. */
static const char *const headings[] = {
  "похожие вакансии", "похожие предложения", "другие вакансии", "ещё вакансии", "еще вакансии",
  "вам могут подойти", "вам может подойти", "рекомендуем", "вакансии из других", "вас может заинт",
  "вы смотрели", "недавно просмотренные", "similar jobs", "similar vacanc", "similar positions",
  "related jobs", "related positions", "recommended jobs", "recommended for you", "other jobs",
  "other vacanc", "other open", "more jobs", "more vacanc", "more from this", "people also viewed",
  "people also searched", "you may also like", "you might also", "jobs you might", "jobs for you",
  "explore more", "recently viewed", "get notified", "sign in to", "set alert for",
};

static gboolean
has_tag (xmlNode           *node,
         const char *const *list,
         guint              n)
{
  for (guint i = 0; i < n; i++)
    if (g_ascii_strcasecmp ((const char *) node->name, list[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
matches_any (xmlNode           *node,
             const char *const *selectors,
             guint              n)
{
  for (guint i = 0; i < n; i++)
    if (trellis_posting_html_matches (node, selectors[i]))
      return TRUE;
  return FALSE;
}

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

/* Whether one of the names in the attribute says that its element stands around. */
static gboolean
is_named (xmlNode    *node,
          const char *attribute)
{
  const char *value = trellis_posting_html_attribute (node, attribute);

  while (value != NULL && *value != '\0')
    {
      gsize length = strcspn (value, " \t\r\n");

      if (names_any (value, length, names, G_N_ELEMENTS (names))
          || (names_any (value, length, others, G_N_ELEMENTS (others))
              && names_any (value, length, things, G_N_ELEMENTS (things))))
        return TRUE;
      value += length;
      value += strspn (value, " \t\r\n");
    }
  return FALSE;
}

static gboolean
is_hidden (xmlNode *node)
{
  const char      *style = trellis_posting_html_attribute (node, "style");
  g_autofree char *plain = NULL;

  if (trellis_posting_html_attribute (node, "hidden") != NULL)
    return TRUE;
  if (style == NULL)
    return FALSE;

  plain = g_ascii_strdown (style, -1);
  for (char *from = plain, *to = plain;; from++)
    {
      if (!g_ascii_isspace (*from))
        *to++ = *from;
      if (*from == '\0')
        break;
    }
  return strstr (plain, "display:none") != NULL;
}

static gboolean
is_inside_matter (xmlNode *node)
{
  static const char *const matter[] = { "main", "article", "[role=main]" };

  for (node = node->parent; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    if (matches_any (node, matter, G_N_ELEMENTS (matter)))
      return TRUE;
  return FALSE;
}

/* @titled: elements that hold the page's heading; no name of theirs sets them aside */
static gboolean
stands_around (xmlNode    *node,
               Level       level,
               GHashTable *titled)
{
  static const char *const never[] = { "html", "body", "main", "article" };

  if (has_tag (node, tags, G_N_ELEMENTS (tags)))
    return TRUE;
  if (trellis_posting_html_matches (node, "header"))
    return !is_inside_matter (node);
  if (has_tag (node, never, G_N_ELEMENTS (never)) || g_hash_table_contains (titled, node))
    return FALSE;
  if (matches_any (node, roles, G_N_ELEMENTS (roles)))
    return TRUE;
  return level == LEVEL_NAMES
         && (has_tag (node, named_tags, G_N_ELEMENTS (named_tags)) || is_hidden (node)
             || is_named (node, "class") || is_named (node, "id"));
}

static gboolean
is_heading (xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && g_ascii_tolower (node->name[0]) == 'h'
         && node->name[1] >= '1' && node->name[1] <= '6' && node->name[2] == '\0';
}

static gboolean
heads_others (xmlNode *node)
{
  g_autofree char *text = trellis_posting_html_text (node, TRELLIS_POSTING_HTML_TEXT);
  g_autofree char *folded = strlen (text) <= MAX_HEADING * 2 ? trellis_text_fold (text) : NULL;

  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (headings); i++)
    if (g_str_has_prefix (folded, headings[i]))
      return TRUE;
  return FALSE;
}

/* Whether nothing stands before @node in its parent. */
static gboolean
is_first (xmlNode *node)
{
  for (node = node->prev; node != NULL; node = node->prev)
    if (node->type == XML_ELEMENT_NODE
        || (node->type == XML_TEXT_NODE && node->content != NULL
            && node->content[strspn ((const char *) node->content, " \t\r\n")] != '\0'))
      return FALSE;
  return TRUE;
}

/* Sets aside the section that the heading begins; where it begins none, all that follows it. */
static void
set_section_aside (xmlNode    *node,
                   GHashTable *titled)
{
  xmlNode *top = node;

  for (int i = 0; i < MAX_CLIMB && is_first (top) && top->parent != NULL
                  && top->parent->type == XML_ELEMENT_NODE
                  && !trellis_posting_html_matches (top->parent, "body")
                  && !g_hash_table_contains (titled, top->parent);
       i++)
    top = top->parent;

  if (top != node)
    {
      top->_private = ASIDE;
      return;
    }
  /* What is set aside already goes on to the end. */
  for (; node != NULL && node->_private == NULL && !g_hash_table_contains (titled, node);
       node = node->next)
    node->_private = ASIDE;
}

/* Returns: (transfer full): what the headings of the first order are in, and they themselves */
static GHashTable *
find_titled (xmlNode *root)
{
  GHashTable *titled = g_hash_table_new (NULL, NULL);

  for (xmlNode *node = root; node != NULL; node = trellis_posting_html_next (node, root))
    if (trellis_posting_html_matches (node, "h1"))
      for (xmlNode *above = node; above != NULL && g_hash_table_add (titled, above);
           above = above->parent)
        ;
  return titled;
}

static void
set_aside (xmlNode *root,
           Level    level)
{
  g_autoptr (GHashTable) titled = find_titled (root);
  guint                  n_headings = 0;

  for (xmlNode *node = root; node != NULL; node = trellis_posting_html_next (node, root))
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (stands_around (node, level, titled))
        node->_private = ASIDE;
      else if (level == LEVEL_NAMES && is_heading (node) && n_headings++ < MAX_HEADINGS
               && heads_others (node))
        set_section_aside (node, titled);
    }
}

static void
put_back (xmlNode *root)
{
  for (xmlNode *node = root; node != NULL; node = trellis_posting_html_next (node, root))
    node->_private = NULL;
}

/* The one article that is most of the page. */
static xmlNode *
find_article (xmlNode *root,
              gsize    length)
{
  xmlNode *best = NULL;
  gsize    longest = length * MATTER_PERCENT / 100;
  int      n = 0;

  for (xmlNode *node = root; node != NULL && n < MAX_ARTICLES;
       node = trellis_posting_html_next (node, root))
    if (trellis_posting_html_matches (node, "article"))
      {
        g_autofree char *text = trellis_posting_html_text (node, TRELLIS_POSTING_HTML_PAGE);

        n++;
        if (strlen (text) > longest)
          {
            longest = strlen (text);
            best = node;
          }
      }
  return best;
}

static char *
read_matter (xmlNode *root)
{
  xmlNode         *matter = trellis_posting_html_find (root, "main");
  g_autofree char *all = trellis_posting_html_text (root, TRELLIS_POSTING_HTML_PAGE);
  g_autofree char *text = NULL;

  if (matter == NULL)
    matter = trellis_posting_html_find (root, "[role=main]");
  if (matter == NULL)
    matter = find_article (root, strlen (all));
  if (matter != NULL)
    text = trellis_posting_html_text (matter, TRELLIS_POSTING_HTML_PAGE);
  return text != NULL && strlen (text) >= MIN_LEFT ? g_steal_pointer (&text)
                                                   : g_steal_pointer (&all);
}

/**
 * trellis_posting_around_read:
 *
 * Returns: (transfer full): what a reader sees of the page's matter. What stands around is known by
 *   its tags, its roles, how it is named, that it is hidden, and by headings as of similar
 *   vacancies; where that leaves nothing, less is set aside
 */
char *
trellis_posting_around_read (xmlNode *root)
{
  g_autofree char *text = NULL;

  for (int level = LEVEL_NAMES; level >= LEVEL_TAGS; level--)
    {
      g_autofree char *left = NULL;

      set_aside (root, (Level) level);
      left = read_matter (root);
      put_back (root);
      if (strlen (left) >= MIN_LEFT)
        return g_steal_pointer (&left);
      if (text == NULL || strlen (left) > strlen (text))
        {
          g_free (text);
          text = g_steal_pointer (&left);
        }
    }
  return g_steal_pointer (&text);
}
