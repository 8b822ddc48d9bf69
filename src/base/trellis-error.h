/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TRELLIS_ERROR (trellis_error_quark ())

/* The one error domain. A message is one sentence for people: what happened, where
 * ("file:line" when there is one), and what to do. */
typedef enum
{
  TRELLIS_ERROR_NOT_FOUND,  /* a file, report, template or record is not there */
  TRELLIS_ERROR_UNREADABLE, /* the system refused to read it */
  TRELLIS_ERROR_EMPTY,      /* nothing but white space */
  TRELLIS_ERROR_TOO_LARGE,  /* over the limit for its kind */
  TRELLIS_ERROR_BINARY,     /* not text */
  TRELLIS_ERROR_ENCODING,   /* text, but not UTF-8 */
  TRELLIS_ERROR_SYNTAX,     /* JSON, CSV … that does not parse */
  TRELLIS_ERROR_FORMAT,     /* parses, but is not what was expected */
  TRELLIS_ERROR_VERSION,    /* made by a newer Trellis */
  TRELLIS_ERROR_TEMPLATE,   /* a template that breaks its format; names the JSON path */
  TRELLIS_ERROR_WRITE,      /* could not write; the old file is untouched */
  TRELLIS_ERROR_STORE,      /* SQLite refused */
  TRELLIS_ERROR_CONFLICT,   /* undo or redo met changed rows; nothing was changed */
  TRELLIS_ERROR_USAGE,      /* wrong command line */
} TrellisErrorCode;

GQuark trellis_error_quark (void);

G_END_DECLS
