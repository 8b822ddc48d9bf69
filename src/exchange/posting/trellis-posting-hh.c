/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-hh.h"

#include "trellis-posting-found.h"
#include "trellis-posting-json.h"
#include "trellis-posting-link.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
get_string (JsonNode   *node,
            const char *member)
{
  return trellis_posting_json_string (trellis_posting_json_get (node, member));
}

/* Whether @node is a vacancy as hh.ru's API gives it: a name, and an address of theirs. */
gboolean
trellis_posting_hh_is_vacancy (JsonNode *node)
{
  g_autofree char *id = trellis_posting_json_text (trellis_posting_json_get (node, "id"));

  return id != NULL && get_string (node, "name") != NULL
         && (trellis_link_is_hh_vacancy (get_string (node, "alternate_url"))
             || trellis_link_is_hh_vacancy (get_string (node, "url")));
}

/* Skills come as [{"name"}], as {"keySkill": ["…"]}, and as plain texts. */
static void
read_skills (TrellisPostingFound *found,
             JsonNode            *skills)
{
  JsonNode             *inner = trellis_posting_json_get (skills, "keySkill");
  g_autoptr (GPtrArray) list = trellis_posting_json_list (inner != NULL ? inner : skills);

  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *skill = trellis_posting_json_text (g_ptr_array_index (list, i));

      trellis_posting_found_add_skill (found, skill);
    }
}

static void
set_line (char    **field,
          JsonNode *node)
{
  g_autofree char *text = trellis_posting_json_text (node);

  trellis_posting_found_set_line (field, text);
}

/* A search shows two cut sentences of each; that is an excerpt, and is marked as one. */
static void
read_text (TrellisPostingFound *found,
           JsonNode            *vacancy)
{
  static const char *const parts[] = { "responsibility", "requirement", "resp", "req" };
  JsonNode                *snippet = trellis_posting_json_get (vacancy, "snippet");
  g_autofree char         *description = trellis_posting_json_text (
      trellis_posting_json_get (vacancy, "description"));
  g_autoptr (GString) excerpt = g_string_new (NULL);

  if (description != NULL)
    {
      g_autofree char *text = trellis_posting_html_to_text (description);

      trellis_posting_found_set_text (found, text);
    }
  if (*found->text != '\0')
    return;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char      *part = get_string (snippet, parts[i]);
      g_autofree char *text = part != NULL ? trellis_posting_html_to_text (part) : NULL;

      if (text != NULL && *text != '\0')
        g_string_append_printf (excerpt, "%s%s", excerpt->len > 0 ? "\n" : "", text);
    }
  trellis_posting_found_set_text (found, excerpt->str);
  found->is_partial = TRUE;
}

/* Returns: (transfer full) (nullable): the vacancy; %NULL when it has no title */
static TrellisPostingFound *
read_vacancy (JsonNode *vacancy)
{
  g_autoptr (TrellisPostingFound) found
      = trellis_posting_found_new (TRELLIS_POSTING_SOURCE_HH_API);
  g_autofree char *id = trellis_posting_json_text (trellis_posting_json_get (vacancy, "id"));

  trellis_posting_found_set_line (&found->title, get_string (vacancy, "name"));
  if (*found->title == '\0')
    return NULL;

  set_line (&found->employer, trellis_posting_json_get (vacancy, "employer"));
  set_line (&found->place, trellis_posting_json_get (vacancy, "area"));
  if (trellis_link_is_hh_vacancy (get_string (vacancy, "alternate_url")))
    trellis_posting_found_set_link (found, get_string (vacancy, "alternate_url"));
  else if (id != NULL && strspn (id, G_CSET_DIGITS) == strlen (id))
    {
      g_autofree char *link = g_strconcat ("https://hh.ru/vacancy/", id, NULL);

      trellis_posting_found_set_link (found, link);
    }
  trellis_posting_found_set_published (found, get_string (vacancy, "published_at"));
  if (*found->published == '\0')
    trellis_posting_found_set_published (found, get_string (vacancy, "created_at"));
  read_skills (found, trellis_posting_json_get (vacancy, "key_skills"));
  read_text (found, vacancy);
  return g_steal_pointer (&found);
}

/**
 * trellis_posting_hh_read:
 * @root: one vacancy, an array of them, or a page of a search, `{"items": […]}`
 *
 * Reads vacancies as hh.ru's API gives or gave them (OpenAPI of 2025-07, and dumps since 2018):
 * every member may be missing or null.
 *
 * Returns: (transfer full) (nullable) (element-type TrellisPostingFound): those that are
 *   vacancies; %NULL when none is
 */
GPtrArray *
trellis_posting_hh_read (JsonNode *root)
{
  JsonNode             *items = trellis_posting_json_get (root, "items");
  g_autoptr (GPtrArray) list = trellis_posting_json_list (items != NULL ? items : root);
  g_autoptr (GPtrArray) postings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_posting_found_free);

  for (guint i = 0; i < list->len; i++)
    {
      JsonNode            *vacancy = g_ptr_array_index (list, i);
      TrellisPostingFound *found = NULL;

      if (trellis_posting_hh_is_vacancy (vacancy))
        found = read_vacancy (vacancy);
      if (found != NULL)
        g_ptr_array_add (postings, found);
    }

  return postings->len > 0 ? g_steal_pointer (&postings) : NULL;
}

/* Returns: (transfer full) (nullable): a vacancy of a page's state */
static TrellisPostingFound *
read_view (JsonNode *view)
{
  g_autoptr (TrellisPostingFound) found
      = trellis_posting_found_new (TRELLIS_POSTING_SOURCE_HH_PAGE);
  JsonNode        *company = trellis_posting_json_get (view, "company");
  g_autofree char *id = trellis_posting_json_text (trellis_posting_json_get (view, "vacancyId"));

  set_line (&found->title, trellis_posting_json_get (view, "name"));
  if (*found->title == '\0')
    return NULL;

  set_line (&found->employer, company);
  if (*found->employer == '\0')
    set_line (&found->employer, trellis_posting_json_get (company, "visibleName"));
  set_line (&found->place, trellis_posting_json_get (view, "area"));
  if (id != NULL)
    {
      g_autofree char *link = g_strconcat ("https://hh.ru/vacancy/", id, NULL);

      if (trellis_link_is_hh_vacancy (link))
        trellis_posting_found_set_link (found, link);
    }
  trellis_posting_found_set_published (found, get_string (view, "publicationDate"));
  if (*found->published == '\0')
    {
      g_autofree char *date = trellis_posting_json_text (
          trellis_posting_json_get (view, "publicationTime"));

      trellis_posting_found_set_published (found, date);
    }
  read_skills (found, trellis_posting_json_get (view, "keySkills"));
  read_text (found, view);
  return g_steal_pointer (&found);
}

/**
 * trellis_posting_hh_read_page:
 *
 * Reads the state that pages of hh.ru carry in `<template id="HH-Lux-InitialState">`: the vacancy,
 * or the results of a search, which are partial.
 *
 * Returns: (transfer full) (nullable) (element-type TrellisPostingFound): the vacancies
 */
GPtrArray *
trellis_posting_hh_read_page (xmlNode *root)
{
  xmlNode              *node = trellis_posting_html_find (root, "#HH-Lux-InitialState");
  g_autofree char      *text = node != NULL ? trellis_posting_html_raw (node) : NULL;
  g_autoptr (JsonNode)  state = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) postings = NULL;
  JsonNode             *view;

  if (text != NULL)
    state = trellis_posting_json_parse (text, NULL, NULL);
  if (state == NULL)
    return NULL;

  view = trellis_posting_json_get (state, "vacancyView");
  if (trellis_posting_json_get (view, "name") == NULL)
    view = trellis_posting_json_get_path (state, "vacancySearchResult", "vacancies", NULL);
  list = trellis_posting_json_list (view);
  postings = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_posting_found_free);
  for (guint i = 0; i < list->len; i++)
    {
      TrellisPostingFound *found = read_view (g_ptr_array_index (list, i));

      if (found != NULL)
        g_ptr_array_add (postings, found);
    }
  return postings->len > 0 ? g_steal_pointer (&postings) : NULL;
}

/* What an error of hh.ru's API means to somebody who has saved it. */
static const char *
describe_error (const char *type,
                const char *value)
{
  if (g_str_equal (type, "captcha_required"))
    return _("a captcha");
  if (g_str_equal (type, "not_found"))
    return _("the vacancy is gone");
  if (g_str_equal (type, "forbidden"))
    return _("programs are refused");
  if (g_str_equal (type, "oauth") || g_str_equal (type, "bad_authorization"))
    return _("it asks for a token");
  if (g_str_equal (type, "bad_user_agent"))
    return _("the program did not say its name");
  if (g_str_equal (type, "service_unavailable"))
    return _("the service was out of order");
  return *value != '\0' ? value : type;
}

/**
 * trellis_posting_hh_explain_error:
 *
 * Returns: (transfer full) (nullable): the sentence to tell when @root is an answer of hh.ru that
 *   refuses, `{"errors": [{"type": …}]}`
 */
char *
trellis_posting_hh_explain_error (JsonNode   *root,
                                  const char *name)
{
  JsonNode             *errors = trellis_posting_json_get (root, "errors");
  g_autoptr (GPtrArray) list = trellis_posting_json_list (errors);
  const char           *type = NULL, *value = NULL;

  if (errors == NULL || trellis_posting_json_get (root, "name") != NULL)
    return NULL;

  if (list->len > 0)
    {
      type = get_string (g_ptr_array_index (list, 0), "type");
      value = get_string (g_ptr_array_index (list, 0), "value");
    }
  if (type == NULL && get_string (root, "request_id") == NULL)
    return NULL;
  if (type == NULL)
    type = _("no reason given");

  return g_strdup_printf (
      /* Translators: a file's name; why: “a captcha”, “the vacancy is gone”. */
      _("“%s” is an error answer of hh.ru (%s), not a vacancy. Open the vacancy in a browser and "
        "save the page, or copy its text."),
      name, describe_error (type, value != NULL ? value : ""));
}
