/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-node.h"

/* No function here recurses: a document nested ten thousand deep is as safe as a flat one. */

TrellisNode *
trellis_node_new (TrellisNodeType type)
{
  TrellisNode *self = g_new0 (TrellisNode, 1);

  self->type = type;
  return self;
}

/* Returns: (transfer full): a node with @text copied */
TrellisNode *
trellis_node_new_text (TrellisNodeType type,
                       const char     *text)
{
  TrellisNode *self = trellis_node_new (type);

  self->text = g_strdup (text);
  return self;
}

static void
free_attributes (TrellisNode *self)
{
  if (self->attributes == NULL)
    return;

  for (int i = 0; i < TRELLIS_N_ATTRIBUTES; i++)
    g_free (self->attributes[i]);
  g_clear_pointer (&self->attributes, g_free);
}

static void
free_one (TrellisNode *self)
{
  free_attributes (self);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_free (self->text);
  g_free (self);
}

/* Frees the node and all below it; it must not stand in a tree. */
void
trellis_node_free (TrellisNode *self)
{
  TrellisNode *node = self;

  if (self == NULL)
    return;
  g_return_if_fail (self->parent == NULL);

  while (node != NULL)
    {
      TrellisNode *parent = node->parent;

      if (node->first_child != NULL)
        {
          node = node->first_child;
          continue;
        }

      if (parent != NULL)
        parent->first_child = node->next;
      free_one (node);
      node = parent;
    }
}

static TrellisNode *
copy_one (const TrellisNode *self)
{
  TrellisNode *copy = trellis_node_new_text (self->type, self->text);

  copy->number = self->number;
  copy->flag = self->flag;
  for (int i = 0; self->attributes != NULL && i < TRELLIS_N_ATTRIBUTES; i++)
    trellis_node_set (copy, i, self->attributes[i]);
  for (guint i = 0; i < trellis_node_n_values (self); i++)
    trellis_node_add_value (copy, trellis_node_value (self, i));

  return copy;
}

/**
 * trellis_node_next_in_tree:
 * @self: a node of the tree below @root
 * @root: where the walk ends
 *
 * Returns: (nullable): the next node in document order, parents before children
 */
TrellisNode *
trellis_node_next_in_tree (const TrellisNode *self,
                           const TrellisNode *root)
{
  if (self->first_child != NULL)
    return self->first_child;

  while (self != root && self->next == NULL)
    self = self->parent;

  return self != root ? self->next : NULL;
}

/* Returns: (transfer full): a deep copy that stands alone */
TrellisNode *
trellis_node_copy (const TrellisNode *self)
{
  TrellisNode       *root = copy_one (self);
  TrellisNode       *copy = root;
  const TrellisNode *node = self;

  for (;;)
    {
      if (node->first_child != NULL)
        {
          node = node->first_child;
          copy = trellis_node_append (copy, copy_one (node));
          continue;
        }
      while (node != self && node->next == NULL)
        {
          node = node->parent;
          copy = copy->parent;
        }
      if (node == self)
        return root;
      node = node->next;
      copy = trellis_node_append (copy->parent, copy_one (node));
    }
}

static gboolean
equal_one (const TrellisNode *a,
           const TrellisNode *b)
{
  if (a->type != b->type || a->number != b->number || !a->flag != !b->flag
      || g_strcmp0 (a->text, b->text) != 0
      || trellis_node_n_values (a) != trellis_node_n_values (b))
    return FALSE;

  for (int i = 0; i < TRELLIS_N_ATTRIBUTES; i++)
    if (!g_str_equal (trellis_node_get (a, i), trellis_node_get (b, i)))
      return FALSE;

  for (guint i = 0; i < trellis_node_n_values (a); i++)
    if (!g_str_equal (trellis_node_value (a, i), trellis_node_value (b, i)))
      return FALSE;

  return TRUE;
}

/* Whether both trees have the same shape and say the same. */
gboolean
trellis_node_equal (const TrellisNode *a,
                    const TrellisNode *b)
{
  const TrellisNode *x = a;
  const TrellisNode *y = b;

  while (x != NULL && y != NULL)
    {
      gboolean more_x = x != a && x->next != NULL;
      gboolean more_y = y != b && y->next != NULL;

      if (!equal_one (x, y) || (x->first_child != NULL) != (y->first_child != NULL)
          || more_x != more_y)
        return FALSE;
      x = trellis_node_next_in_tree (x, a);
      y = trellis_node_next_in_tree (y, b);
    }

  return x == y;
}

/**
 * trellis_node_append:
 * @child: (transfer full): a node that stands alone
 *
 * Returns: (transfer none): @child
 */
TrellisNode *
trellis_node_append (TrellisNode *self,
                     TrellisNode *child)
{
  g_return_val_if_fail (child->parent == NULL, child);

  child->parent = self;
  child->previous = self->last_child;
  if (self->last_child != NULL)
    self->last_child->next = child;
  else
    self->first_child = child;
  self->last_child = child;
  return child;
}

/* Puts @node (transfer full), which stands alone, before @sibling, which has a parent. */
void
trellis_node_insert_before (TrellisNode *sibling,
                            TrellisNode *node)
{
  g_return_if_fail (sibling->parent != NULL && node->parent == NULL);

  node->parent = sibling->parent;
  node->previous = sibling->previous;
  node->next = sibling;
  if (sibling->previous != NULL)
    sibling->previous->next = node;
  else
    sibling->parent->first_child = node;
  sibling->previous = node;
}

/* Returns: (transfer full): @self, out of its tree with all below it */
TrellisNode *
trellis_node_unlink (TrellisNode *self)
{
  if (self->previous != NULL)
    self->previous->next = self->next;
  else if (self->parent != NULL)
    self->parent->first_child = self->next;

  if (self->next != NULL)
    self->next->previous = self->previous;
  else if (self->parent != NULL)
    self->parent->last_child = self->previous;

  self->parent = self->previous = self->next = NULL;
  return self;
}

/* Moves all children of @other to the end of @self and frees @other. */
void
trellis_node_append_children_of (TrellisNode *self,
                                 TrellisNode *other)
{
  while (other->first_child != NULL)
    trellis_node_append (self, trellis_node_unlink (other->first_child));
  trellis_node_free (other);
}

/* The attribute's value; empty when it has none. */
const char *
trellis_node_get (const TrellisNode *self,
                  TrellisAttribute   attribute)
{
  if (self->attributes == NULL || self->attributes[attribute] == NULL)
    return "";

  return self->attributes[attribute];
}

/* Copies @value; %NULL and empty both mean none. */
void
trellis_node_set (TrellisNode     *self,
                  TrellisAttribute attribute,
                  const char      *value)
{
  if (value != NULL && *value == '\0')
    value = NULL;
  if (value == NULL && self->attributes == NULL)
    return;

  if (self->attributes == NULL)
    self->attributes = g_new0 (char *, TRELLIS_N_ATTRIBUTES);
  g_set_str (&self->attributes[attribute], value);
}

void
trellis_node_add_value (TrellisNode *self,
                        const char  *value)
{
  if (self->values == NULL)
    self->values = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->values, g_strdup (value));
}

guint
trellis_node_n_values (const TrellisNode *self)
{
  return self->values != NULL ? self->values->len : 0;
}

const char *
trellis_node_value (const TrellisNode *self,
                    guint              index)
{
  g_return_val_if_fail (index < trellis_node_n_values (self), "");

  return g_ptr_array_index (self->values, index);
}

gboolean
trellis_node_is_block (const TrellisNode *self)
{
  return self->type < TRELLIS_NODE_TEXT;
}
