/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "trellis-text-row.h"

/* Whether the row is as high as all its text, wrapped in the window's width. */
static gboolean
is_whole (GtkWidget *row)
{
  GtkWidget     *scrolled = app_find_by_type (row, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *vertical
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  return gtk_adjustment_get_upper (vertical) <= gtk_adjustment_get_page_size (vertical);
}

static void
a_long_text_is_shown_whole_at_any_width (void)
{
  static const int    widths[] = { 720, 360 };
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < 40; i++)
    g_string_append_printf (text, "%d. Keeps the ledger of the tool library whole, and says who "
                                  "owes which deposit to whom.\n",
                            i);

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *window = gtk_window_new ();
      GtkWidget *list = gtk_list_box_new ();
      GtkWidget *page = gtk_scrolled_window_new ();
      GtkWidget *row = trellis_text_row_new ("Responsibilities");
      GtkWidget *view = app_find_by_type (row, GTK_TYPE_TEXT_VIEW);

      gtk_list_box_append (GTK_LIST_BOX (list), row);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (page), list);
      gtk_window_set_child (GTK_WINDOW (window), page);
      gtk_window_set_default_size (GTK_WINDOW (window), widths[i], 600);
      gtk_window_present (GTK_WINDOW (window));
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text->str, -1);
      app_spin (500);
      g_assert_cmpint (gtk_widget_get_height (row), >, 40 * 15);
      g_assert_true (is_whole (row));
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* As in a row that is filled before it opens. */
static void
a_text_from_before_the_row_had_a_width_is_no_higher (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = trellis_text_row_new ("What You Can Do With It");

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_window_set_default_size (GTK_WINDOW (window), 720, -1);
  gtk_text_buffer_set_text (trellis_text_row_get_buffer (TRELLIS_TEXT_ROW (row)),
                            "branches, reviews and the occasional rescue", -1);
  app_spin (100);
  gtk_window_present (GTK_WINDOW (window));
  app_spin (500);
  g_assert_cmpint (gtk_widget_get_height (row), <, 150);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);
  g_test_add_func ("/text-row/a-long-text-is-shown-whole-at-any-width",
                   a_long_text_is_shown_whole_at_any_width);
  g_test_add_func ("/text-row/a-text-from-before-the-row-had-a-width-is-no-higher",
                   a_text_from_before_the_row_had_a_width_is_no_higher);

  return g_test_run ();
}
