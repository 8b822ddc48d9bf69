/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <atspi/atspi.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* The built program over a library of its own, driven from outside by what assistive technology
 * sees and by the keyboard. The test's arguments: the program, and trellis-cli. */

typedef enum
{
  OUTSIDE_CONTROL = 1 << 0,
  OUTSIDE_SHIFT = 1 << 1,
  OUTSIDE_ALT = 1 << 2
} OutsideModifiers;

typedef struct
{
  char            *folder;
  char            *library;
  GSubprocess     *process;
  AtspiAccessible *application;
} Outside;

void             outside_init (int    *argc,
                               char ***argv);
void             outside_start (Outside    *self,
                                const char *file);
void             outside_stop (Outside *self);
char            *outside_run_cli (const char *command,
                                  ...) G_GNUC_NULL_TERMINATED;
void             outside_pause (guint milliseconds);
AtspiAccessible *outside_find (AtspiAccessible *root,
                               AtspiRole        role,
                               const char      *name);
AtspiAccessible *outside_wait_for (AtspiAccessible *root,
                                   AtspiRole        role,
                                   const char      *name);
void             outside_expect (Outside    *self,
                                 AtspiRole   role,
                                 const char *name);
void             outside_press (guint key,
                                guint modifiers);
void             outside_type (const char *text);
void             outside_click (AtspiAccessible *button);
char            *outside_get_focus (Outside *self);
gboolean         outside_has_state (AtspiAccessible *one,
                                    AtspiStateType   state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAction, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiEditableText, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiStateSet, g_object_unref)

G_END_DECLS
