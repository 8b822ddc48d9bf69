/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* The built program, run in a folder of its own, as a script would run it. */

typedef struct
{
  char *folder; /* it runs here; gone afterwards */
  int   status;
  char *output;
  char *errors;
} Fixture;

void fixture_set_up (Fixture      *fixture,
                     gconstpointer data);
void fixture_tear_down (Fixture      *fixture,
                        gconstpointer data);

char *fixture_get_path (Fixture    *fixture,
                        const char *name);
char *fixture_get_source (const char *name);
void  fixture_put (Fixture    *fixture,
                   const char *name,
                   const char *text);
char *fixture_read (Fixture    *fixture,
                    const char *name);
void  fixture_run (Fixture    *fixture,
                   const char *command);
void  fixture_assert_fine (Fixture    *fixture,
                           const char *command);
void  fixture_assert_wrong (Fixture    *fixture,
                            const char *command,
                            const char *told);

#define FIXTURE_ADD(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
