/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-icons.h"

#include <gtk/gtk.h>

static GPtrArray *kept;                     /* GtkIconPaintable, of the theme as it is now */
static void (*constructed) (GObject *icon); /* as GTK wrote it */

static void
keep_icon (GObject *icon)
{
  constructed (icon);
  g_ptr_array_add (kept, g_object_ref (icon));
}

static void
forget_icons (void)
{
  g_ptr_array_set_size (kept, 0);
}

/* Keeps every icon that is looked up for as long as its theme is.
 *
 * GTK 4.18 keeps the last hundred lookups. What falls off that ring may end in the thread that
 * loads icons, while a lookup of the same name takes a reference to it: “object_ref: assertion
 * '!object_already_finalized' failed”, and often a crash. A list of many rows turns the ring
 * quickly. An icon that is kept does not end; there are some dozens of them. */
void
trellis_icons_keep (void)
{
  GObjectClass *icon_class;

  if (kept != NULL)
    return;

  kept = g_ptr_array_new_with_free_func (g_object_unref);
  icon_class = g_type_class_ref (GTK_TYPE_ICON_PAINTABLE);
  constructed = icon_class->constructed;
  icon_class->constructed = keep_icon;
  g_signal_connect (gtk_icon_theme_get_for_display (gdk_display_get_default ()), "changed",
                    G_CALLBACK (forget_icons), NULL);
}
