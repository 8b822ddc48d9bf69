/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes JSON for those who do not see json-glib. `member` is %NULL in a list and at the top. */

typedef struct _TrellisJsonWriter TrellisJsonWriter;

TrellisJsonWriter *trellis_json_writer_new (void);
char              *trellis_json_writer_end (TrellisJsonWriter *self);

void trellis_json_writer_begin_object (TrellisJsonWriter *self,
                                       const char        *member);
void trellis_json_writer_end_object (TrellisJsonWriter *self);
void trellis_json_writer_begin_array (TrellisJsonWriter *self,
                                      const char        *member);
void trellis_json_writer_end_array (TrellisJsonWriter *self);
void trellis_json_writer_add_string (TrellisJsonWriter *self,
                                     const char        *member,
                                     const char        *value);
void trellis_json_writer_add_int (TrellisJsonWriter *self,
                                  const char        *member,
                                  gint64             value);
void trellis_json_writer_add_null (TrellisJsonWriter *self,
                                   const char        *member);

G_END_DECLS
