/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "trellis-matrix-head.h"

#define WIDTH 160
#define HEIGHT 120

/* What it draws itself: around it, GTK cuts off what is too much. */
static GskRenderNode *
draw (GtkWidget *widget)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

static GtkWidget *
show_head (TrellisMatrixHeadForm form,
           GtkTextDirection      direction,
           GtkWidget           **head)
{
  const TrellisMatrixHeadContent content = { .form = form,
                                             .name = "Gate",
                                             .count = form == TRELLIS_MATRIX_HEAD_ADD ? -1 : 3,
                                             .letter = -1,
                                             .spoken = "Gate" };
  GtkWidget                     *window = gtk_window_new ();
  GtkWidget                     *frame = gtk_fixed_new ();

  *head = trellis_matrix_head_new (GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  gtk_widget_set_direction (*head, direction);
  trellis_matrix_head_bind (TRELLIS_MATRIX_HEAD (*head), &content);
  gtk_widget_set_size_request (*head, WIDTH, HEIGHT);
  gtk_fixed_put (GTK_FIXED (frame), *head, 0, 0);
  gtk_window_set_child (GTK_WINDOW (window), frame);
  gtk_window_present (GTK_WINDOW (window));
  app_wait_until (gtk_widget_get_width (*head) == WIDTH);
  return window;
}

/* What is drawn beyond a head's edges is cut off, or runs into the cells. */
static void
a_head_draws_within_its_edges (gconstpointer data)
{
  GtkTextDirection direction = (GtkTextDirection) GPOINTER_TO_INT (data);

  for (int form = TRELLIS_MATRIX_HEAD_ROW; form <= TRELLIS_MATRIX_HEAD_ADD; form++)
    {
      GtkWidget      *head;
      GtkWidget      *window = show_head ((TrellisMatrixHeadForm) form, direction, &head);
      GskRenderNode  *node = draw (head);
      graphene_rect_t bounds;

      gsk_render_node_get_bounds (node, &bounds);
      g_test_message ("form %d: %g to %g, %g to %g", form, bounds.origin.x,
                      bounds.origin.x + bounds.size.width, bounds.origin.y,
                      bounds.origin.y + bounds.size.height);
      g_assert_cmpfloat (bounds.origin.x, >=, -1);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, WIDTH + 1);
      g_assert_cmpfloat (bounds.origin.y, >=, -1);
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, HEIGHT + 1);
      gsk_render_node_unref (node);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

#define ADD(name, direction)                                                \
  g_test_add_data_func ("/matrix-head/a-head-draws-within-its-edges/" name, \
                        GINT_TO_POINTER (direction), a_head_draws_within_its_edges)
  ADD ("from-left-to-right", GTK_TEXT_DIR_LTR);
  ADD ("from-right-to-left", GTK_TEXT_DIR_RTL);
  return g_test_run ();
}
