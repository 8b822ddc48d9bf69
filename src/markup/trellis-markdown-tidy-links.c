/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-markdown-tidy.h"

#include <string.h>

#include "trellis-markdown-addresses.h"
#include "trellis-markdown-definition.h"
#include "trellis-markdown-inlines.h"
#include "trellis-markdown-lines.h"
#include "trellis-markdown-write-inlines.h"

/* What says nothing as the text of a link: markdownlint's MD059. */
static const char *const idle_texts[] = { "click here", "here", "link", "more", NULL };

/* Whether `text`, of which only ASCII letters and digits count, is one of the idle ones. */
static gboolean
is_idle (const char *text)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      if (g_ascii_isalnum (*at))
        g_string_append_c (words, g_ascii_tolower (*at));
      else if (words->len > 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  return g_strv_contains (idle_texts, g_strchomp (words->str));
}

/* Whether a link's text tells nobody where it leads. Code and tags are let pass by the judge. */
static gboolean
has_idle_text (const TrellisNode *link)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const TrellisNode *node = link->first_child; node != NULL;
       node = trellis_node_next_in_tree (node, link))
    {
      if (node->type == TRELLIS_NODE_CODE
          || (node->type == TRELLIS_NODE_HTML && *node->text == '<'))
        return FALSE;
      if (node->text != NULL)
        g_string_append (text, node->text);
    }
  return is_idle (text->str);
}

static void
clean_attribute (TrellisNode     *node,
                 TrellisAttribute attribute)
{
  g_autofree char *clean = trellis_markdown_lines_clean (trellis_node_get (node, attribute));

  trellis_node_set (node, attribute, g_strstrip (g_strdelimit (clean, "\n", ' ')));
}

/* Whether <address> says all that the link says. */
static gboolean
is_bare (const TrellisNode *link)
{
  const char        *target = trellis_node_get (link, TRELLIS_ATTRIBUTE_TARGET);
  const TrellisNode *text = link->first_child;

  return text != NULL && text->next == NULL && text->type == TRELLIS_NODE_TEXT
         && *trellis_node_get (link, TRELLIS_ATTRIBUTE_NAME) == '\0'
         && *trellis_node_get (link, TRELLIS_ATTRIBUTE_LABEL) == '\0'
         && trellis_markdown_address_is_text_of (link, text->text)
         && trellis_markdown_address_is_bracketable (target);
}

static void
append_target (TrellisNode *link)
{
  const char *target = trellis_node_get (link, TRELLIS_ATTRIBUTE_TARGET);
  const char *text = g_str_has_prefix (target, "mailto:") ? target + strlen ("mailto:") : target;

  trellis_node_append (link, trellis_node_new_text (TRELLIS_NODE_TEXT, text));
  link->flag = is_bare (link);
}

/* "[here](address)" becomes "here: <address>". Returns the node that is the link now. */
static TrellisNode *
spell_out (TrellisNode *link)
{
  const char  *target = trellis_node_get (link, TRELLIS_ATTRIBUTE_TARGET);
  TrellisNode *shown;

  while (link->first_child != NULL)
    trellis_node_insert_before (link, trellis_node_unlink (link->first_child));
  trellis_node_insert_before (link, trellis_node_new_text (TRELLIS_NODE_TEXT, ": "));
  if (!is_idle (target))
    {
      append_target (link);
      return link;
    }
  shown = trellis_node_new_text (TRELLIS_NODE_CODE, target);
  trellis_node_insert_before (link, shown);
  trellis_markdown_drop (link);
  return shown;
}

/* Returns the node to go on from. */
static TrellisNode *
tidy_link (TrellisNode *link)
{
  g_autofree char *text = trellis_markdown_inline_text (link);
  const char      *target;

  clean_attribute (link, TRELLIS_ATTRIBUTE_TARGET);
  clean_attribute (link, TRELLIS_ATTRIBUTE_NAME);
  clean_attribute (link, TRELLIS_ATTRIBUTE_LABEL);
  target = trellis_node_get (link, TRELLIS_ATTRIBUTE_TARGET);
  if (*target == '\0' || g_str_equal (target, "#"))
    {
      TrellisNode *stand_in = trellis_node_new_text (TRELLIS_NODE_TEXT,
                                                     link->first_child == NULL ? "[]" : "");

      trellis_node_insert_before (link, stand_in);
      trellis_markdown_unwrap (link);
      return stand_in;
    }
  if (*g_strstrip (text) == '\0' && link->first_child == link->last_child
      && (link->first_child == NULL || link->first_child->type == TRELLIS_NODE_TEXT))
    {
      while (link->first_child != NULL)
        trellis_markdown_drop (link->first_child);
      append_target (link);
    }
  if (has_idle_text (link))
    return spell_out (link);
  link->flag = link->flag && is_bare (link);
  return link;
}

/* Makes links say where they lead, and text of those that lead nowhere. */
void
trellis_markdown_tidy_links (TrellisNode *container)
{
  TrellisNode *next;

  for (TrellisNode *node = container->first_child; node != NULL; node = next)
    {
      /* "](address)[label]" is refused, as if it were a link the wrong way round. */
      if (*trellis_node_get (node, TRELLIS_ATTRIBUTE_LABEL) != '\0' && node->previous != NULL
          && (node->previous->type == TRELLIS_NODE_LINK
              || node->previous->type == TRELLIS_NODE_IMAGE))
        trellis_node_insert_before (node, trellis_node_new_text (TRELLIS_NODE_TEXT, " "));
      if (node->type == TRELLIS_NODE_LINK)
        node = tidy_link (node);
      else if (node->type == TRELLIS_NODE_IMAGE)
        {
          clean_attribute (node, TRELLIS_ATTRIBUTE_TARGET);
          clean_attribute (node, TRELLIS_ATTRIBUTE_NAME);
        }
      next = trellis_node_next_in_tree (node, container);
    }
}

/* The labels that links of the tree go by. */
static GHashTable *
used_labels (const TrellisNode *document)
{
  GHashTable *used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const TrellisNode *node = document; node != NULL;
       node = trellis_node_next_in_tree (node, document))
    {
      const char *label = trellis_node_get (node, TRELLIS_ATTRIBUTE_LABEL);

      if ((node->type == TRELLIS_NODE_LINK || node->type == TRELLIS_NODE_IMAGE) && *label != '\0')
        g_hash_table_add (used, trellis_markdown_label_fold (label));
    }
  return used;
}

static void
make_text (TrellisNode *definition)
{
  definition->type = TRELLIS_NODE_PARAGRAPH;
  trellis_node_append (definition, trellis_node_new_text (TRELLIS_NODE_TEXT, definition->text));
  g_clear_pointer (&definition->text, g_free);
}

/* Links whose definition is gone, but whose address is known, become direct ones. */
static void
free_undefined (TrellisNode *document,
                GHashTable  *labels)
{
  for (TrellisNode *node = document; node != NULL;
       node = trellis_node_next_in_tree (node, document))
    {
      const char *label = trellis_node_get (node, TRELLIS_ATTRIBUTE_LABEL);

      if ((node->type == TRELLIS_NODE_LINK || node->type == TRELLIS_NODE_IMAGE) && *label != '\0'
          && !trellis_markdown_labels_have (labels, label))
        trellis_node_set (node, TRELLIS_ATTRIBUTE_LABEL, NULL);
    }
}

/**
 * trellis_markdown_tidy_definitions:
 * @labels: gets the definitions that will be written
 *
 * A definition that no link uses, or the second of a label, becomes text.
 */
void
trellis_markdown_tidy_definitions (TrellisNode *document,
                                   GHashTable  *labels)
{
  g_autoptr (GHashTable) used = used_labels (document);

  g_hash_table_remove_all (labels);
  for (TrellisNode *node = document; node != NULL;
       node = trellis_node_next_in_tree (node, document))
    {
      g_autoptr (TrellisDefinition) definition = NULL;
      g_autofree char              *folded = NULL;

      if (node->type != TRELLIS_NODE_DEFINITION)
        continue;
      definition = trellis_definition_new (node->text);
      if (definition != NULL && trellis_definition_is_comment (definition))
        continue;
      if (definition != NULL)
        folded = trellis_markdown_label_fold (definition->label);
      if (definition == NULL || !g_hash_table_contains (used, folded)
          || g_hash_table_contains (labels, folded))
        make_text (node);
      else
        g_hash_table_insert (labels, g_steal_pointer (&folded), g_steal_pointer (&definition));
    }
  free_undefined (document, labels);
}

static gboolean
has_markup (const TrellisNode *container)
{
  for (const TrellisNode *node = container->first_child; node != NULL; node = node->next)
    if (node->type != TRELLIS_NODE_TEXT && node->type != TRELLIS_NODE_SOFT_BREAK
        && node->type != TRELLIS_NODE_HARD_BREAK)
      return TRUE;
  return FALSE;
}

/* Whether what would be written of the inlines reads as just them. */
static gboolean
reads_back (const TrellisNode *container,
            GHashTable        *labels)
{
  g_autofree char        *written = trellis_markdown_write_inlines (container, labels);
  g_autoptr (TrellisNode) again = trellis_node_new (container->type);

  again->number = container->number;
  again->flag = container->flag;
  if (container->type == TRELLIS_NODE_TABLE_CELL)
    {
      g_autofree char *cell = trellis_markdown_cell_encode (written);

      if (cell == NULL)
        return FALSE;
    }
  trellis_markdown_read_inlines (again, written, labels);
  trellis_markdown_tidy_inlines (again);
  return trellis_node_equal (container, again);
}

static void
unwrap_emphasis (TrellisNode *container)
{
  TrellisNode *next;

  for (TrellisNode *node = container->first_child; node != NULL; node = next)
    {
      next = trellis_node_next_in_tree (node, container);
      if (node->type == TRELLIS_NODE_EMPHASIS || node->type == TRELLIS_NODE_STRONG
          || node->type == TRELLIS_NODE_STRIKE)
        trellis_markdown_unwrap (node);
    }
  trellis_markdown_tidy_inlines (container);
}

static void
make_literal (TrellisNode *container,
              GHashTable  *labels)
{
  g_autofree char *written = trellis_markdown_write_inlines (container, labels);

  while (container->first_child != NULL)
    trellis_markdown_drop (container->first_child);
  trellis_node_append (container, trellis_node_new_text (TRELLIS_NODE_TEXT, written));
  trellis_markdown_tidy_inlines (container);
}

/**
 * trellis_markdown_settle_inlines:
 * @container: a tidy HEADING, PARAGRAPH or TABLE_CELL
 * @labels: the definitions that will be written
 *
 * Makes sure that what is written of the inlines will be read as just them: emphasis that cannot
 * be told from text goes, and what cannot be said even then stands as text.
 */
void
trellis_markdown_settle_inlines (TrellisNode *container,
                                 GHashTable  *labels)
{
  if (!has_markup (container) || reads_back (container, labels))
    return;
  unwrap_emphasis (container);
  if (!has_markup (container) || reads_back (container, labels))
    return;
  make_literal (container, labels);
}
