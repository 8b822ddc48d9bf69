/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Typed access to parsed JSON that says where it went wrong: every failure names the file and the
 * path ("$.documents[1].kind"). The first failure stays; after it all accessors return nothing, so
 * a parser reads on and looks at `error` once. */

typedef struct
{
  const char *name;   /* of the file, for messages */
  int         code;   /* TrellisErrorCode of failures */
  const char *phrase; /* what it should have been: "a template"; translated */
  GError     *error;  /* the first failure, or NULL */
} TrellisJsonReader;

JsonNode *trellis_json_reader_parse (TrellisJsonReader *self,
                                     const char        *json);
void      trellis_json_reader_fail (TrellisJsonReader *self,
                                    const char        *path,
                                    const char        *format,
                                    ...) G_GNUC_PRINTF (3, 4);

JsonObject *trellis_json_reader_as_object (TrellisJsonReader *self,
                                           JsonNode          *node,
                                           const char        *path);
JsonArray  *trellis_json_reader_get_array (TrellisJsonReader *self,
                                           JsonObject        *object,
                                           const char        *path,
                                           const char        *member);
JsonObject *trellis_json_reader_get_object (TrellisJsonReader *self,
                                            JsonObject        *object,
                                            const char        *path,
                                            const char        *member);
const char *trellis_json_reader_get_string (TrellisJsonReader *self,
                                            JsonObject        *object,
                                            const char        *path,
                                            const char        *member);
gint64      trellis_json_reader_get_int (TrellisJsonReader *self,
                                         JsonObject        *object,
                                         const char        *path,
                                         const char        *member,
                                         gint64             min,
                                         gint64             max);
gboolean    trellis_json_reader_get_boolean (TrellisJsonReader *self,
                                             JsonObject        *object,
                                             const char        *path,
                                             const char        *member);
int         trellis_json_reader_get_choice (TrellisJsonReader *self,
                                            JsonObject        *object,
                                            const char        *path,
                                            const char        *member,
                                            const char *const *choices);
void        trellis_json_reader_check_members (TrellisJsonReader *self,
                                               JsonObject        *object,
                                               const char        *path,
                                               const char *const *known);

G_END_DECLS
