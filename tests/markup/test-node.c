/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-node.h"

#define DEPTH 100000

static TrellisNode *
make_deep (void)
{
  TrellisNode *root = trellis_node_new (TRELLIS_NODE_DOCUMENT);
  TrellisNode *at = root;

  for (int i = 0; i < DEPTH; i++)
    at = trellis_node_append (at, trellis_node_new (TRELLIS_NODE_QUOTE));
  return root;
}

/* document [ paragraph [ a, strong [ b ] ], rule ] */
static TrellisNode *
make_small (void)
{
  TrellisNode *root = trellis_node_new (TRELLIS_NODE_DOCUMENT);
  TrellisNode *paragraph = trellis_node_append (root, trellis_node_new (TRELLIS_NODE_PARAGRAPH));
  TrellisNode *strong;

  trellis_node_append (paragraph, trellis_node_new_text (TRELLIS_NODE_TEXT, "a"));
  strong = trellis_node_append (paragraph, trellis_node_new (TRELLIS_NODE_STRONG));
  trellis_node_append (strong, trellis_node_new_text (TRELLIS_NODE_TEXT, "b"));
  trellis_node_append (root, trellis_node_new (TRELLIS_NODE_RULE));
  return root;
}

static void
test_depth (void)
{
  g_autoptr (TrellisNode) deep = make_deep ();
  g_autoptr (TrellisNode) copy = trellis_node_copy (deep);
  guint                   count = 0;

  g_assert_true (trellis_node_equal (deep, copy));
  for (const TrellisNode *node = deep; node != NULL; node = trellis_node_next_in_tree (node, deep))
    count++;
  g_assert_cmpuint (count, ==, DEPTH + 1);
}

static void
test_walk (void)
{
  g_autoptr (TrellisNode) root = make_small ();
  g_autofree char        *dump = trellis_node_dump (root);
  g_autofree char        *part = trellis_node_dump (root->first_child->last_child);

  g_assert_cmpstr (dump, ==,
                   "document\n"
                   "  paragraph\n"
                   "    text text=\"a\"\n"
                   "    strong\n"
                   "      text text=\"b\"\n"
                   "  rule\n");
  g_assert_cmpstr (part, ==, "strong\n  text text=\"b\"\n");
}

static void
test_equal (void)
{
  g_autoptr (TrellisNode) root = make_small ();
  g_autoptr (TrellisNode) other = make_small ();

  g_assert_true (trellis_node_equal (root, other));
  g_assert_true (trellis_node_equal (root->first_child, other->first_child));

  trellis_node_set (other->last_child, TRELLIS_ATTRIBUTE_NAME, "x");
  g_assert_false (trellis_node_equal (root, other));
  trellis_node_set (other->last_child, TRELLIS_ATTRIBUTE_NAME, "");
  g_assert_true (trellis_node_equal (root, other));

  trellis_node_add_value (other->last_child, "x");
  g_assert_false (trellis_node_equal (root, other));
  trellis_node_free (trellis_node_unlink (other->last_child));
  g_assert_false (trellis_node_equal (root, other));
  g_assert_false (trellis_node_equal (other, root));
}

/* The same nodes in the same order, but one level deeper. */
static void
test_shape (void)
{
  g_autoptr (TrellisNode) flat = trellis_node_new (TRELLIS_NODE_DOCUMENT);
  g_autoptr (TrellisNode) deep = trellis_node_new (TRELLIS_NODE_DOCUMENT);

  trellis_node_append (flat, trellis_node_new (TRELLIS_NODE_QUOTE));
  trellis_node_append (flat, trellis_node_new (TRELLIS_NODE_QUOTE));
  trellis_node_append (trellis_node_append (deep, trellis_node_new (TRELLIS_NODE_QUOTE)),
                       trellis_node_new (TRELLIS_NODE_QUOTE));
  g_assert_false (trellis_node_equal (flat, deep));
}

static void
test_copy (void)
{
  g_autoptr (TrellisNode) root = make_small ();
  g_autoptr (TrellisNode) copy = NULL;

  trellis_node_set (root->first_child, TRELLIS_ATTRIBUTE_LANGUAGE, "ru");
  trellis_node_add_value (root->first_child, "one");
  root->first_child->flag = TRUE;
  root->first_child->number = 3;
  copy = trellis_node_copy (root->first_child);
  g_assert_null (copy->parent);
  g_assert_null (copy->next);
  g_assert_true (trellis_node_equal (copy, root->first_child));
  g_assert_cmpstr (trellis_node_get (copy, TRELLIS_ATTRIBUTE_LANGUAGE), ==, "ru");
  g_assert_cmpstr (trellis_node_value (copy, 0), ==, "one");
}

static void
test_move (void)
{
  g_autoptr (TrellisNode) root = make_small ();
  TrellisNode            *rule = root->last_child;
  TrellisNode            *other = make_small ();

  trellis_node_insert_before (root->first_child, trellis_node_unlink (rule));
  g_assert_true (root->first_child == rule);
  g_assert_null (rule->previous);
  g_assert_true (rule->next == root->last_child);
  trellis_node_append_children_of (root, other);
  g_assert_cmpint (root->last_child->type, ==, TRELLIS_NODE_RULE);
  g_assert_true (root->last_child->parent == root);
}

static void
test_plain_text (void)
{
  g_autoptr (TrellisNode) root = make_small ();
  g_autofree char        *text = trellis_node_to_plain_text (root);

  g_assert_cmpstr (text, ==, "ab\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/node/depth-costs-no-stack", test_depth);
  g_test_add_func ("/node/the-walk-is-in-document-order-and-stays-below-its-root", test_walk);
  g_test_add_func ("/node/trees-are-equal-when-they-say-the-same", test_equal);
  g_test_add_func ("/node/trees-of-another-shape-are-not-equal", test_shape);
  g_test_add_func ("/node/a-copy-stands-alone-and-has-all", test_copy);
  g_test_add_func ("/node/children-keep-their-links-when-moved", test_move);
  g_test_add_func ("/node/plain-text-has-a-line-a-block", test_plain_text);
  return g_test_run ();
}
