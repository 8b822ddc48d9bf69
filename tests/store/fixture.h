/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-commands.h"
#include "trellis-error.h"

#include <sqlite3.h>

/* A store in a folder of its own, judged from outside through raw SQLite. */
typedef struct
{
  char         *folder;
  char         *path;
  TrellisStore *store;
  gint64        report;
  GPtrArray    *announced; /* TrellisAnnouncement, in order */
  GPtrArray    *failed;    /* GError, in order */
} Fixture;

void fixture_set_up (Fixture      *self,
                     gconstpointer data);
void fixture_tear_down (Fixture      *self,
                        gconstpointer data);
void fixture_open (Fixture *self);
void fixture_reopen (Fixture *self);
void fixture_wait_idle (Fixture *self);

#define fixture_add(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

TrellisReport *sample_report_new (void);
gint64         add_component (Fixture    *self,
                              const char *name);
gint64         add_role (Fixture    *self,
                         const char *name);

sqlite3 *raw_open (const char *path);
gint64   raw_int (const char *path,
                  const char *sql);
char    *raw_text (const char *path,
                   const char *sql);
void     raw_exec (const char *path,
                   const char *sql);
char    *raw_dump (const char *path);
void     assert_sound (const char *path);
char    *read_file (const char *path,
                    gsize      *size);
