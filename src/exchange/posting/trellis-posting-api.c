/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-api.h"

#include "trellis-error.h"
#include "trellis-posting-boards.h"
#include "trellis-posting-hh.h"
#include "trellis-posting-json.h"
#include "trellis-posting-schema.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Returns: (transfer full) (nullable): an array of what stands on each line, as some dumps are */
static JsonNode *
parse_lines (const char *json)
{
  g_auto (GStrv)        lines = g_strsplit (json, "\n", -1);
  g_autoptr (JsonArray) array = json_array_new ();
  JsonNode             *root;

  for (char **line = lines; *line != NULL; line++)
    {
      JsonNode *node = **line == '{' ? trellis_posting_json_parse (*line, NULL, NULL) : NULL;

      if (node != NULL)
        json_array_add_element (array, node);
    }
  if (json_array_get_length (array) == 0)
    return NULL;

  root = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (root, g_steal_pointer (&array));
  return root;
}

static JsonNode *
parse (const char *json,
       const char *name,
       GError    **error)
{
  guint     line;
  gboolean  is_too_deep;
  JsonNode *root = trellis_posting_json_parse (json, &line, &is_too_deep);

  if (root == NULL && !is_too_deep)
    root = parse_lines (json);
  if (root == NULL && is_too_deep)
    g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_SYNTAX,
                 _("“%s” nests too deep for a posting; nothing was read. Save the posting again."),
                 name);
  else if (root == NULL)
    g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_SYNTAX,
                 _("“%s”, line %u, is not JSON; nothing was read. Save the posting again."), name,
                 line);
  return root;
}

/**
 * trellis_posting_api_read:
 * @json: UTF-8
 * @name: of the file, for messages
 *
 * Reads postings of a JSON file: hh.ru's API, JobPosting of schema.org, or another job board's API.
 *
 * Returns: (transfer full) (nullable) (element-type TrellisPostingFound): at least one
 */
GPtrArray *
trellis_posting_api_read (const char *json,
                          const char *name,
                          GError    **error)
{
  g_autoptr (JsonNode) root = parse (json, name, error);
  g_autofree char     *refusal = NULL;
  GPtrArray           *postings;

  if (root == NULL)
    return NULL;

  refusal = trellis_posting_hh_explain_error (root, name);
  if (refusal != NULL)
    {
      g_set_error_literal (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT, refusal);
      return NULL;
    }

  postings = trellis_posting_hh_read (root);
  if (postings == NULL)
    postings = trellis_posting_schema_read (root);
  if (postings == NULL)
    postings = trellis_posting_boards_read (root);
  if (postings == NULL)
    g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
                 _("“%s” is JSON, but holds no posting of hh.ru, schema.org or a job board. Save "
                   "the posting's page from the browser instead."),
                 name);
  return postings;
}
