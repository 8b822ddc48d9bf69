/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-json-reader.h"

#include "trellis-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* json-glib recurses; a hundred thousand brackets would end the program. */
#define MAX_DEPTH 64
/* A path, and what is wrong there: so many bytes of each. */
#define MAX_TOLD 200

/* The names of a file's members can be of any length, and hold anything. */
static char *
make_short (char *text)
{
  if (strlen (text) > MAX_TOLD)
    {
      char *end = g_utf8_find_prev_char (text, text + MAX_TOLD - strlen ("…"));

      strcpy (end, "…");
    }
  return g_strdelimit (text, "\n\r", ' ');
}

/* Records the first failure: “NAME”, PATH: what is wrong. */
void
trellis_json_reader_fail (TrellisJsonReader *self,
                          const char        *path,
                          const char        *format,
                          ...)
{
  g_autofree char *place = NULL;
  g_autofree char *what = NULL;
  va_list          args;

  if (self->error != NULL)
    return;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  place = g_strdup (path);
  g_set_error (&self->error, TRELLIS_ERROR, self->code, "“%s”, %s: %s", self->name,
               make_short (place), make_short (what));
}

static gboolean
is_too_deep (const char *json,
             int        *line)
{
  int      depth = 0;
  gboolean in_string = FALSE;

  *line = 1;
  for (const char *p = json; *p != '\0'; p++)
    {
      if (*p == '\n')
        (*line)++;
      if (in_string)
        {
          if (*p == '\\' && p[1] != '\0')
            p++;
          else if (*p == '"')
            in_string = FALSE;
        }
      else if (*p == '"')
        in_string = TRUE;
      else if (*p == '[' || *p == '{')
        {
          if (++depth > MAX_DEPTH)
            return TRUE;
        }
      else if (*p == ']' || *p == '}')
        depth--;
    }

  return FALSE;
}

/* C strings end at a zero: what stands behind one would be lost without a word. */
static char *
drop_zeros (const char *json)
{
  GString *out = g_string_sized_new (strlen (json));

  while (*json != '\0')
    {
      gsize length = strcspn (json, "\\");

      if (length == 0 && g_str_has_prefix (json, "\\u0000"))
        {
          json += strlen ("\\u0000");
          continue;
        }
      if (length == 0)
        length = json[1] != '\0' ? 2 : 1;
      g_string_append_len (out, json, (gssize) length);
      json += length;
    }

  return g_string_free_and_steal (out);
}

typedef struct
{
  guint line;
  guint byte;
} Place;

/* Only while it fails does the parser know where. */
static void
on_error (JsonParser *parser,
          gpointer    error,
          gpointer    place)
{
  *(Place *) place = (Place) { json_parser_get_current_line (parser),
                               json_parser_get_current_pos (parser) };
}

/* A line says nothing of JSON that is all one, and the parser is at the end of the text, not at the
 * mistake, when a quote is never closed. */
static void
fail_syntax (TrellisJsonReader *self,
             const char        *text,
             const Place       *place)
{
  g_autofree char *bare = g_strchomp (g_strdup (text));
  guint            n_lines = 1;

  for (const char *p = bare; *p != '\0'; p++)
    n_lines += *p == '\n';

  if (n_lines > 1 && place->line >= 1 && place->line <= n_lines)
    g_set_error (&self->error, TRELLIS_ERROR, TRELLIS_ERROR_SYNTAX,
                 _("“%s”, line %u, is not JSON; nothing was read. Save %s again."), self->name,
                 place->line, self->phrase);
  else if (place->line == 1 && place->byte >= 1 && place->byte <= strlen (bare))
    g_set_error (&self->error, TRELLIS_ERROR, TRELLIS_ERROR_SYNTAX,
                 _("“%s”, column %ld, is not JSON; nothing was read. Save %s again."), self->name,
                 g_utf8_strlen (bare, place->byte - 1) + 1, self->phrase);
  else
    g_set_error (&self->error, TRELLIS_ERROR, TRELLIS_ERROR_SYNTAX,
                 _("“%s” is not JSON; nothing was read. Save %s again."), self->name,
                 self->phrase);
}

/**
 * trellis_json_reader_parse:
 * @json: UTF-8
 *
 * Returns: (transfer full) (nullable): the root; %NULL with `error` set when it does not parse or
 *   nests deeper than 64
 */
JsonNode *
trellis_json_reader_parse (TrellisJsonReader *self,
                           const char        *json)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char       *text = drop_zeros (json);
  int                    line;
  Place                  place = { 0 };

  if (is_too_deep (json, &line))
    {
      g_set_error (&self->error, TRELLIS_ERROR, TRELLIS_ERROR_SYNTAX,
                   _("“%s”, line %d: nested deeper than %d; nothing was read. This is not %s."),
                   self->name, line, MAX_DEPTH, self->phrase);
      return NULL;
    }

  g_signal_connect (parser, "error", G_CALLBACK (on_error), &place);
  if (!json_parser_load_from_data (parser, text, -1, NULL))
    {
      fail_syntax (self, text, &place);
      return NULL;
    }

  if (json_parser_get_root (parser) == NULL)
    {
      g_set_error (&self->error, TRELLIS_ERROR, TRELLIS_ERROR_SYNTAX,
                   _("“%s” holds no JSON. Save %s again."), self->name, self->phrase);
      return NULL;
    }

  return json_parser_steal_root (parser);
}

static JsonNode *
get_member (TrellisJsonReader *self,
            JsonObject        *object,
            const char        *path,
            const char        *member)
{
  JsonNode *node;

  if (self->error != NULL || object == NULL)
    return NULL;

  node = json_object_get_member (object, member);
  if (node == NULL)
    trellis_json_reader_fail (self, path, _("“%s” is missing."), member);

  return node;
}

static void
fail_type (TrellisJsonReader *self,
           const char        *path,
           const char        *member,
           const char        *wanted)
{
  g_autofree char *place = g_strconcat (path, member != NULL ? "." : "", member, NULL);

  /* Translators: %s is “text”, “a number”, “a list” … */
  trellis_json_reader_fail (self, place, _("must be %s."), wanted);
}

/* Returns: (transfer none) (nullable): the object; NULL with `error` set when it is none */
JsonObject *
trellis_json_reader_as_object (TrellisJsonReader *self,
                               JsonNode          *node,
                               const char        *path)
{
  if (self->error != NULL || node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  fail_type (self, path, NULL, _("an object"));
  return NULL;
}

JsonArray *
trellis_json_reader_get_array (TrellisJsonReader *self,
                               JsonObject        *object,
                               const char        *path,
                               const char        *member)
{
  JsonNode *node = get_member (self, object, path, member);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);

  fail_type (self, path, member, _("a list"));
  return NULL;
}

JsonObject *
trellis_json_reader_get_object (TrellisJsonReader *self,
                                JsonObject        *object,
                                const char        *path,
                                const char        *member)
{
  JsonNode *node = get_member (self, object, path, member);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  fail_type (self, path, member, _("an object"));
  return NULL;
}

/* Returns: (transfer none) (nullable): the text */
const char *
trellis_json_reader_get_string (TrellisJsonReader *self,
                                JsonObject        *object,
                                const char        *path,
                                const char        *member)
{
  JsonNode *node = get_member (self, object, path, member);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);

  fail_type (self, path, member, _("text"));
  return NULL;
}

/* Returns: the number; @min when it fails */
gint64
trellis_json_reader_get_int (TrellisJsonReader *self,
                             JsonObject        *object,
                             const char        *path,
                             const char        *member,
                             gint64             min,
                             gint64             max)
{
  JsonNode        *node = get_member (self, object, path, member);
  g_autofree char *place = g_strconcat (path, ".", member, NULL);
  gint64           value;

  if (node == NULL)
    return min;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    {
      fail_type (self, path, member, _("a whole number"));
      return min;
    }

  value = json_node_get_int (node);
  if (value < min || value > max)
    {
      trellis_json_reader_fail (self, place,
                                /* Translators: a number, and the least and the most it may be. */
                                _("%ld is out of range, %ld to %ld."), (long) value, (long) min,
                                (long) max);
      return min;
    }

  return value;
}

gboolean
trellis_json_reader_get_boolean (TrellisJsonReader *self,
                                 JsonObject        *object,
                                 const char        *path,
                                 const char        *member)
{
  JsonNode *node = get_member (self, object, path, member);

  if (node == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);

  fail_type (self, path, member, _("true or false"));
  return FALSE;
}

/* Letters that must be put in, taken out or changed; names are short, so the square is small. */
static guint
edit_distance (const char *a,
               const char *b)
{
  guint n = (guint) MIN (strlen (b), 63);
  guint row[64];

  for (guint j = 0; j <= n; j++)
    row[j] = j;

  for (; *a != '\0'; a++)
    {
      guint diagonal = row[0]++;

      for (guint j = 1; j <= n; j++)
        {
          guint change = diagonal + (*a != b[j - 1]);

          diagonal = row[j];
          row[j] = MIN (change, MIN (row[j], row[j - 1]) + 1);
        }
    }

  return row[n];
}

static const char *
find_nearest (const char        *word,
              const char *const *known)
{
  const char *nearest = NULL;
  guint       least = 3;

  for (guint i = 0; known[i] != NULL; i++)
    if (edit_distance (word, known[i]) < least)
      {
        least = edit_distance (word, known[i]);
        nearest = known[i];
      }

  return nearest;
}

static void
fail_unknown (TrellisJsonReader *self,
              const char        *path,
              const char        *word,
              const char *const *known)
{
  const char      *nearest = find_nearest (word, known);
  g_autofree char *all = NULL;

  if (nearest != NULL)
    {
      trellis_json_reader_fail (self, path,
                                _("“%s” is unknown. Did you mean “%s”?"), word, nearest);
      return;
    }

  all = g_strjoinv (", ", (char **) known);
  trellis_json_reader_fail (self, path, _("“%s” is unknown. Known are: %s."), word, all);
}

/* Returns: the index of the member's text among @choices; 0 when it fails */
int
trellis_json_reader_get_choice (TrellisJsonReader *self,
                                JsonObject        *object,
                                const char        *path,
                                const char        *member,
                                const char *const *choices)
{
  const char      *text = trellis_json_reader_get_string (self, object, path, member);
  g_autofree char *place = g_strconcat (path, ".", member, NULL);

  if (text == NULL)
    return 0;

  for (int i = 0; choices[i] != NULL; i++)
    if (g_str_equal (choices[i], text))
      return i;

  fail_unknown (self, place, text, choices);
  return 0;
}

/* Fails on a member that is not among @known: a misspelt one must not be passed over. */
void
trellis_json_reader_check_members (TrellisJsonReader *self,
                                   JsonObject        *object,
                                   const char        *path,
                                   const char *const *known)
{
  JsonObjectIter iter;
  const char    *name;

  if (self->error != NULL || object == NULL)
    return;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (!g_strv_contains (known, name))
      {
        g_autofree char *place = g_strconcat (path, ".", name, NULL);

        fail_unknown (self, place, name, known);
        return;
      }
}
