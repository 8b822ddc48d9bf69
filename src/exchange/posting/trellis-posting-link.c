/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-link.h"

#include <string.h>

#define MAX_LINK 2000

/* What only says who came from where. */
static const char *const tracking[] = {
  "_ga", "_gl", "_hsenc", "_hsmi", "_openstat", "clid", "cmpid", "dclid", "epik", "erid", "etext",
  "fbclid", "from", "gbraid", "gclid", "gclsrc", "gh_src", "icid", "igshid", "lever-origin",
  "lipi", "mc_cid", "mc_eid", "mkt_tok", "msclkid", "oly_anon_id", "originalsubdomain", "pagenum",
  "position", "ref", "referer", "referrer", "refid", "roistat", "s_cid", "searchrid", "spm",
  "trackingid", "trk", "trkinfo", "ttclid", "twclid", "wbraid", "yclid", "ysclid",
};

static const char *const tracking_prefixes[]
    = { "utm_", "utm-", "hhtm", "pk_", "mtm_", "matomo_", "lever-source", "adjust_" };

/* The hosts of one family of sites; a town's own is a sub-domain ("kolomna.hh.ru"). */
static const char *const hh_hosts[] = {
  "hh.ru", "hh.kz", "hh.uz", "rabota.by", "hh1.az", "headhunter.ge", "headhunter.kg",
};

static gboolean
is_tracking (const char *parameter)
{
  g_autofree char *name = g_ascii_strdown (parameter, (gssize) strcspn (parameter, "="));

  for (guint i = 0; i < G_N_ELEMENTS (tracking); i++)
    if (g_str_equal (name, tracking[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (tracking_prefixes); i++)
    if (g_str_has_prefix (name, tracking_prefixes[i]))
      return TRUE;
  return FALSE;
}

/* Returns: (nullable): what is left of @query */
static char *
drop_tracking (const char *query)
{
  g_auto (GStrv) parameters = g_strsplit (query != NULL ? query : "", "&", -1);
  GString       *out = g_string_new (NULL);

  for (char **p = parameters; *p != NULL; p++)
    {
      const char *name = g_str_has_prefix (*p, "amp;") ? *p + 4 : *p;

      if (*name == '\0' || is_tracking (name))
        continue;
      if (out->len > 0)
        g_string_append_c (out, '&');
      g_string_append (out, name);
    }

  if (out->len == 0)
    {
      g_string_free (out, TRUE);
      return NULL;
    }
  return g_string_free_and_steal (out);
}

static gboolean
is_host (const char *host,
         const char *domain)
{
  gsize length = strlen (host), tail = strlen (domain);

  return length >= tail && g_str_equal (host + length - tail, domain)
         && (length == tail || host[length - tail - 1] == '.');
}

/* Returns: (nullable): the digits that @path goes on with after @prefix, up to its end */
static char *
find_id (const char *path,
         const char *prefix)
{
  const char *id;
  gsize       length;

  if (!g_str_has_prefix (path, prefix))
    return NULL;

  id = path + strlen (prefix);
  length = strspn (id, G_CSET_DIGITS);
  return length > 0 && length < 20 && (id[length] == '\0' || id[length] == '/')
             ? g_strndup (id, length)
             : NULL;
}

/* Returns: (nullable): the value of @name in @query, when it is a word of letters and digits */
static char *
find_parameter (const char *query,
                const char *name)
{
  g_auto (GStrv) parameters = g_strsplit (query != NULL ? query : "", "&", -1);
  gsize          length = strlen (name);

  for (char **p = parameters; *p != NULL; p++)
    if (g_str_has_prefix (*p, name) && (*p)[length] == '=')
      {
        const char *value = *p + length + 1;

        if (*value != '\0'
            && strspn (value, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS) == strlen (value))
          return g_strdup (value);
      }
  return NULL;
}

/* Returns: (nullable): where all ways to a vacancy of hh.ru lead */
static char *
find_hh_vacancy (const char *host,
                 const char *path,
                 const char *query)
{
  g_autofree char *id = NULL;

  if (g_str_equal (host, "api.hh.ru"))
    id = find_id (path, "/vacancies/");
  for (guint i = 0; i < G_N_ELEMENTS (hh_hosts); i++)
    if (is_host (host, hh_hosts[i]))
      {
        if (id == NULL)
          id = find_id (path, "/vacancy/");
        if (id == NULL && g_str_has_prefix (path, "/applicant/"))
          id = find_parameter (query, "vacancyId");
        return id != NULL ? g_strdup_printf ("https://%s/vacancy/%s", hh_hosts[i], id) : NULL;
      }
  return NULL;
}

/* Returns: (nullable): the one address of a job that LinkedIn shows under many */
static char *
find_linkedin_job (const char *host,
                   const char *path,
                   const char *query)
{
  const char      *slug = path + strlen ("/jobs/view/");
  const char      *id;
  g_autofree char *digits = NULL;

  if (!is_host (host, "linkedin.com") || !g_str_has_prefix (path, "/jobs/"))
    return NULL;

  if (g_str_has_prefix (path, "/jobs/view/"))
    {
      id = strrchr (slug, '-');
      digits = find_id (id != NULL ? id + 1 : slug, "");
    }
  else
    digits = find_parameter (query, "currentJobId");
  return digits != NULL ? g_strdup_printf ("https://www.linkedin.com/jobs/view/%s", digits) : NULL;
}

/* Returns: (nullable): a job of Indeed without the search that led to it */
static char *
find_indeed_job (const char *host,
                 const char *path,
                 const char *query)
{
  g_autofree char *key = NULL;

  if (!is_host (host, "indeed.com"))
    return NULL;

  key = find_parameter (query, g_str_has_suffix (path, "/jobs") ? "vjk" : "jk");
  return key != NULL ? g_strdup_printf ("https://%s/viewjob?jk=%s", host, key) : NULL;
}

static char *
find_known (const char *host,
            const char *path,
            const char *query)
{
  char *link = find_hh_vacancy (host, path, query);

  if (link == NULL)
    link = find_linkedin_job (host, path, query);
  if (link == NULL)
    link = find_indeed_job (host, path, query);
  return link;
}

/* Returns: (nullable): @address with a scheme, when it is one of the web */
static char *
add_scheme (const char *address)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (address));
  gsize            host = strspn (trimmed, ".-" G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS);

  if (strlen (trimmed) > MAX_LINK || strpbrk (trimmed, " \t\r\n\"<>") != NULL)
    return NULL;
  if (g_ascii_strncasecmp (trimmed, "http://", 7) == 0
      || g_ascii_strncasecmp (trimmed, "https://", 8) == 0)
    return g_steal_pointer (&trimmed);
  if (g_str_has_prefix (trimmed, "//"))
    return g_strconcat ("https:", trimmed, NULL);
  if (host > 3 && trimmed[host] == '/' && memchr (trimmed, '.', host) != NULL
      && trimmed[0] != '.')
    return g_strconcat ("https://", trimmed, NULL);
  return NULL;
}

/**
 * trellis_link_canonical:
 * @address: as somebody copied it, with or without its scheme
 *
 * The one address by which a posting is known: small letters in the host, no user, no default
 * port, no fragment (but those that programs route by, "#/…"), no slash at the end, and no
 * parameters that only track. A vacancy of hh.ru is `https://hh.ru/vacancy/ID`, whatever town's
 * site or program it was copied from.
 *
 * Returns: (transfer full) (nullable): the address; %NULL when @address is none of the web
 */
char *
trellis_link_canonical (const char *address)
{
  g_autofree char *whole = add_scheme (address);
  g_autoptr (GUri) uri = whole != NULL ? g_uri_parse (whole, G_URI_FLAGS_ENCODED, NULL) : NULL;
  g_autofree char *host = NULL;
  g_autofree char *path = NULL;
  g_autofree char *query = NULL;
  const char      *fragment;
  char            *known;
  int              port;

  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return NULL;

  host = g_ascii_strdown (g_uri_get_host (uri), -1);
  known = find_known (host, g_uri_get_path (uri), g_uri_get_query (uri));
  if (known != NULL)
    return known;

  query = drop_tracking (g_uri_get_query (uri));
  fragment = g_uri_get_fragment (uri);
  if (fragment != NULL && *fragment != '/' && *fragment != '!')
    fragment = NULL;
  path = g_strdup (g_uri_get_path (uri));
  if (g_str_has_suffix (path, "/") && fragment == NULL)
    path[strlen (path) - 1] = '\0';
  port = g_uri_get_port (uri);
  if (port == (g_str_equal (g_uri_get_scheme (uri), "https") ? 443 : 80))
    port = -1;
  return g_uri_join (G_URI_FLAGS_ENCODED, g_uri_get_scheme (uri), NULL, host, port, path, query,
                     fragment);
}

/* Returns: (nullable): "/vacancy/ID" of @link when it is of hh.ru or one of its sisters */
static const char *
find_hh_path (const char *link)
{
  for (guint i = 0; i < G_N_ELEMENTS (hh_hosts); i++)
    {
      g_autofree char *start = g_strdup_printf ("https://%s/vacancy/", hh_hosts[i]);

      if (g_str_has_prefix (link, start))
        return link + strlen ("https://") + strlen (hh_hosts[i]);
    }
  return NULL;
}

/* Whether @address leads to a vacancy of hh.ru or one of its sisters. */
gboolean
trellis_link_is_hh_vacancy (const char *address)
{
  g_autofree char *link = address != NULL ? trellis_link_canonical (address) : NULL;

  return link != NULL && find_hh_path (link) != NULL;
}

/**
 * trellis_link_resolve:
 * @address: as a page writes it: whole, or from the site's root, or from the page
 * @page: (nullable): the page's own
 *
 * Returns: (transfer full) (nullable): it as trellis_link_canonical(); %NULL when it leads to no
 *   page of its own but to a site's first, or into nothing
 */
char *
trellis_link_resolve (const char *address,
                      const char *page)
{
  g_autofree char *whole = NULL;
  g_autofree char *link = NULL;
  g_autoptr (GUri) uri = NULL;

  if (address == NULL || *address == '\0' || *address == '#')
    return NULL;
  if (page != NULL && strlen (address) <= MAX_LINK && g_uri_peek_scheme (address) == NULL)
    whole = g_uri_resolve_relative (page, address, G_URI_FLAGS_ENCODED, NULL);
  link = trellis_link_canonical (whole != NULL ? whole : address);
  uri = link != NULL ? g_uri_parse (link, G_URI_FLAGS_ENCODED, NULL) : NULL;
  if (uri == NULL
      || (*g_uri_get_path (uri) == '\0' && g_uri_get_query (uri) == NULL
          && g_uri_get_fragment (uri) == NULL))
    return NULL;
  return g_steal_pointer (&link);
}

/**
 * trellis_link_key:
 * @link: canonical
 *
 * Returns: (transfer none): what is left of it to tell two links apart: one site answers with and
 *   without "www.", and under http and https; hh.ru and its sisters number their vacancies as one
 */
const char *
trellis_link_key (const char *link)
{
  const char *host = strstr (link, "://");
  const char *vacancy = find_hh_path (link);

  if (vacancy != NULL)
    return vacancy;
  host = host != NULL ? host + 3 : link;
  return g_str_has_prefix (host, "www.") ? host + 4 : host;
}
