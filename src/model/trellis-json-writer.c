/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-json-writer.h"

#include <json-glib/json-glib.h>

struct _TrellisJsonWriter
{
  JsonBuilder *builder;
};

static void
name_member (TrellisJsonWriter *self,
             const char        *member)
{
  if (member != NULL)
    json_builder_set_member_name (self->builder, member);
}

TrellisJsonWriter *
trellis_json_writer_new (void)
{
  TrellisJsonWriter *self = g_new0 (TrellisJsonWriter, 1);

  self->builder = json_builder_new_immutable ();
  return self;
}

/* Frees the writer. Returns: (transfer full): the JSON, indented, without a line end */
char *
trellis_json_writer_end (TrellisJsonWriter *self)
{
  g_autoptr (JsonNode) root = json_builder_get_root (self->builder);
  char                *json = json_to_string (root, TRUE);

  g_object_unref (self->builder);
  g_free (self);
  return json;
}

void
trellis_json_writer_begin_object (TrellisJsonWriter *self,
                                  const char        *member)
{
  name_member (self, member);
  json_builder_begin_object (self->builder);
}

void
trellis_json_writer_end_object (TrellisJsonWriter *self)
{
  json_builder_end_object (self->builder);
}

void
trellis_json_writer_begin_array (TrellisJsonWriter *self,
                                 const char        *member)
{
  name_member (self, member);
  json_builder_begin_array (self->builder);
}

void
trellis_json_writer_end_array (TrellisJsonWriter *self)
{
  json_builder_end_array (self->builder);
}

/* A %NULL value is null. */
void
trellis_json_writer_add_string (TrellisJsonWriter *self,
                                const char        *member,
                                const char        *value)
{
  name_member (self, member);
  if (value != NULL)
    json_builder_add_string_value (self->builder, value);
  else
    json_builder_add_null_value (self->builder);
}

void
trellis_json_writer_add_int (TrellisJsonWriter *self,
                             const char        *member,
                             gint64             value)
{
  name_member (self, member);
  json_builder_add_int_value (self->builder, value);
}

void
trellis_json_writer_add_null (TrellisJsonWriter *self,
                              const char        *member)
{
  trellis_json_writer_add_string (self, member, NULL);
}
