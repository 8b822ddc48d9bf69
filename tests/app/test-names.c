/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every page and dialog as a screen reader meets it: what takes the focus has a name, and so has
 * each group and panel. All that has none is listed, not only the first. */

#include "outside.h"

#define KEY_ESCAPE 0xff1b
#define KEY_F5 0xffc2
#define KEY_F6 0xffc3
#define KEY_DOWN 0xff54
#define KEY_RETURN 0xff0d
#define KEY_F10 0xffc7

typedef struct
{
  const char *place;
  GString    *nameless;
  guint       n_focusable;
} Walk;

/* A dialog names what stands in it. */
static gboolean
is_in_dialog (AtspiAccessible *one)
{
  g_autoptr (AtspiAccessible) parent = atspi_accessible_get_parent (one, NULL);

  while (parent != NULL && atspi_accessible_get_role (parent, NULL) != ATSPI_ROLE_DIALOG)
    {
      AtspiAccessible *next = atspi_accessible_get_parent (parent, NULL);

      g_object_unref (parent);
      parent = next;
    }
  return parent != NULL;
}

/* A container that takes the focus only to hand it on, or that needs no name. */
static gboolean
needs_name (AtspiAccessible *one)
{
  switch (atspi_accessible_get_role (one, NULL))
    {
    case ATSPI_ROLE_SCROLL_PANE:
    case ATSPI_ROLE_VIEWPORT:
    case ATSPI_ROLE_FILLER:
    case ATSPI_ROLE_SCROLL_BAR:
    case ATSPI_ROLE_PANEL:
    case ATSPI_ROLE_MENU_ITEM: /* GTK's: the label in it speaks */
      return FALSE;
    case ATSPI_ROLE_LIST:
      return atspi_accessible_get_child_count (one, NULL) > 1 && !is_in_dialog (one);
    case ATSPI_ROLE_TABLE:
    case ATSPI_ROLE_TREE_TABLE:
    case ATSPI_ROLE_CHART:
    case ATSPI_ROLE_DIALOG:
    case ATSPI_ROLE_IMAGE:
      return TRUE;
    default:
      return outside_has_state (one, ATSPI_STATE_FOCUSABLE);
    }
}

static void
look (Walk            *walk,
      AtspiAccessible *one,
      const char      *inside)
{
  g_autofree char *name = NULL;
  g_autofree char *role = NULL;
  g_autofree char *here = NULL;
  int              n;

  atspi_accessible_clear_cache_single (one);
  if (*inside != '\0' && !outside_has_state (one, ATSPI_STATE_SHOWING))
    return;

  name = atspi_accessible_get_name (one, NULL);
  role = atspi_accessible_get_role_name (one, NULL);
  walk->n_focusable += outside_has_state (one, ATSPI_STATE_FOCUSABLE);
  if (name != NULL && *name != '\0')
    here = g_strdup_printf ("%s “%s”", role, name);
  else if (needs_name (one))
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (one, 0, NULL);
      g_autofree char            *first
          = child != NULL ? atspi_accessible_get_name (child, NULL) : NULL;

      g_string_append_printf (walk->nameless, "%s: %s in %s, begins with “%s”\n", walk->place, role,
                              inside, first != NULL ? first : "");
    }

  /* What a combo box pops up is the toolkit's. */
  if (atspi_accessible_get_role (one, NULL) == ATSPI_ROLE_COMBO_BOX)
    return;

  n = atspi_accessible_get_child_count (one, NULL);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (one, i, NULL);

      if (child != NULL)
        look (walk, child, here != NULL ? here : inside);
    }
}

static void
look_around (Outside    *outside,
             Walk       *walk,
             const char *place)
{
  guint before = walk->n_focusable;

  outside_pause (600);
  walk->place = place;
  look (walk, outside->application, "");
  g_assert_cmpuint (walk->n_focusable, >, before);
}

static void
end_walk (Walk *walk)
{
  if (walk->nameless->len > 0)
    {
      g_printerr ("Without a name:\n%s", walk->nameless->str);
      g_test_fail ();
    }
  g_string_free (walk->nameless, TRUE);
}

static void
open_sample (Outside *outside)
{
  g_autoptr (AtspiAccessible) button = NULL;

  outside_start (outside, NULL);
  button = outside_wait_for (outside->application, ATSPI_ROLE_BUTTON, "Open Sample");
  outside_click (button);
  outside_expect (outside, ATSPI_ROLE_INVALID, "Overview");
}

static void
each_page_names_what_takes_the_focus (void)
{
  static const struct
  {
    const char *place;
    guint       key;
    guint       modifiers;
  } places[] = {
    { "Overview", KEY_F5, 0 },
    { "Components", '1', OUTSIDE_CONTROL },
    { "Matrix", '2', OUTSIDE_CONTROL },
    { "Roles", '3', OUTSIDE_CONTROL },
    { "Skills", '4', OUTSIDE_CONTROL },
    { "Roadmaps", '5', OUTSIDE_CONTROL },
    { "Postings", '6', OUTSIDE_CONTROL },
    { "Demand", '7', OUTSIDE_CONTROL },
    { "Search", 'f', OUTSIDE_CONTROL },
    { "Library", 'l', OUTSIDE_CONTROL },
  };
  Outside outside = { 0 };
  Walk    walk = { NULL, g_string_new (NULL), 0 };

  outside_start (&outside, NULL);
  outside_expect (&outside, ATSPI_ROLE_BUTTON, "Open Sample");
  look_around (&outside, &walk, "Empty Library");
  outside_stop (&outside);

  outside = (Outside) { 0 };
  open_sample (&outside);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      outside_press (places[i].key, places[i].modifiers);
      look_around (&outside, &walk, places[i].place);
    }

  outside_stop (&outside);
  end_walk (&walk);
}

/* The writing pages have no key: the sidebar is walked from the page before them to its end. */
static void
each_text_page_and_the_pages_of_the_report_do (void)
{
  Outside outside = { 0 };
  Walk    walk = { NULL, g_string_new (NULL), 0 };

  open_sample (&outside);
  outside_press ('7', OUTSIDE_CONTROL);
  for (guint i = 0; i < 4; i++)
    {
      outside_press (KEY_F6, 0);
      outside_press (KEY_DOWN, 0);
      outside_press (KEY_RETURN, 0);
      look_around (&outside, &walk, "Text Page");
    }
  outside_press ('p', OUTSIDE_CONTROL | OUTSIDE_SHIFT);
  look_around (&outside, &walk, "Report");

  outside_stop (&outside);
  end_walk (&walk);
}

static void
each_dialog_does (void)
{
  static const struct
  {
    const char *place;
    guint       key;
    guint       modifiers;
  } places[] = {
    { "Preferences", ',', OUTSIDE_CONTROL },
    { "Keyboard Shortcuts", '?', OUTSIDE_CONTROL | OUTSIDE_SHIFT },
    { "Export", 'e', OUTSIDE_CONTROL },
    { "Main Menu", KEY_F10, 0 },
  };
  Outside outside = { 0 };
  Walk    walk = { NULL, g_string_new (NULL), 0 };

  open_sample (&outside);
  outside_press (KEY_F5, 0);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *focus = NULL;

      outside_press (places[i].key, places[i].modifiers);
      look_around (&outside, &walk, places[i].place);
      outside_press (KEY_ESCAPE, 0);
      outside_pause (500);
      focus = outside_get_focus (&outside);
      if (focus == NULL)
        g_error ("closing “%s” loses the focus", places[i].place);
    }

  outside_stop (&outside);
  end_walk (&walk);
}

int
main (int    argc,
      char **argv)
{
  outside_init (&argc, &argv);

  g_test_add_func ("/names/each-page-names-what-takes-the-focus",
                   each_page_names_what_takes_the_focus);
  g_test_add_func ("/names/each-text-page-and-the-pages-of-the-report-do",
                   each_text_page_and_the_pages_of_the_report_do);
  g_test_add_func ("/names/each-dialog-does", each_dialog_does);
  return g_test_run ();
}
