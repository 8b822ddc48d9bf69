/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-schema-private.h"

#include "trellis-posting-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What an address is told by: the town, its region where it differs, the country. */
static const char *const parts[] = { "addressLocality", "addressRegion", "addressCountry" };

/* What programs write for nothing. */
static const char *const nothing[] = { "null", "undefined", "none", "n/a", "-" };

static gboolean
has_line (GPtrArray  *lines,
          const char *line)
{
  return g_ptr_array_find_with_equal_func (lines, line, g_str_equal, NULL);
}

/* Adds @text; takes it. */
static void
add_line (GPtrArray *lines,
          char      *text)
{
  g_autofree char *taken = text;

  if (taken == NULL || *g_strstrip (taken) == '\0' || has_line (lines, taken))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    if (g_ascii_strcasecmp (taken, nothing[i]) == 0)
      return;
  g_ptr_array_add (lines, g_steal_pointer (&taken));
}

/* Adds each of a list, or the one thing. */
static void
add_texts (GPtrArray           *lines,
           TrellisPostingGraph *graph,
           JsonNode            *node)
{
  g_autoptr (GPtrArray) list = trellis_posting_json_list (node);

  for (guint i = 0; i < list->len; i++)
    add_line (lines, trellis_posting_json_text (
                         trellis_posting_graph_resolve (graph, g_ptr_array_index (list, i))));
}

static char *
join (GPtrArray  *lines,
      const char *separator)
{
  g_ptr_array_add (lines, NULL);
  return g_strjoinv (separator, (char **) lines->pdata);
}

/* Returns: (transfer full) (nullable): an address, which may be plain text */
static char *
read_address (TrellisPostingGraph *graph,
              JsonNode            *address)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    add_texts (lines, graph, trellis_posting_json_get (address, parts[i]));
  if (lines->len == 0)
    add_line (lines, trellis_posting_json_text (address));
  if (lines->len == 0)
    add_texts (lines, graph, trellis_posting_json_get (address, "streetAddress"));
  return lines->len > 0 ? join (lines, ", ") : NULL;
}

/* A place has an address, or some, or is one. */
static void
add_place (GPtrArray           *lines,
           TrellisPostingGraph *graph,
           JsonNode            *place)
{
  g_autoptr (GPtrArray) addresses
      = trellis_posting_json_list (trellis_posting_json_get (place, "address"));
  guint n = lines->len;

  for (guint i = 0; i < addresses->len; i++)
    add_line (lines, read_address (graph, trellis_posting_graph_resolve (
                                              graph, g_ptr_array_index (addresses, i))));
  if (lines->len == n)
    add_line (lines, read_address (graph, place));
}

static void
add_places (GPtrArray           *lines,
            TrellisPostingGraph *graph,
            JsonNode            *places)
{
  g_autoptr (GPtrArray) list = trellis_posting_json_list (places);

  for (guint i = 0; i < list->len; i++)
    add_place (lines, graph,
               trellis_posting_graph_resolve (graph, g_ptr_array_index (list, i)));
}

/* Returns: (transfer full): the places of @posting, "Veles, Upland; Remote"; "" for none */
char *
trellis_posting_schema_read_place (TrellisPostingGraph *graph,
                                   JsonNode            *posting)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char      *kind
      = trellis_posting_json_text (trellis_posting_json_get (posting, "jobLocationType"));

  add_places (lines, graph, trellis_posting_json_get (posting, "jobLocation"));
  if (lines->len == 0)
    add_places (lines, graph,
                trellis_posting_json_get (posting, "applicantLocationRequirements"));
  if (kind != NULL && g_ascii_strcasecmp (kind, "TELECOMMUTE") == 0)
    add_line (lines, g_strdup (_("Remote")));
  return join (lines, "; ");
}
