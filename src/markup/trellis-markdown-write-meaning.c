/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-markdown-tidy.h"

#include <string.h>

/* Nodes of meaning as plain Markdown, in the form that the course asks for. What the reader of
 * rows can rely on is this grammar. N is a line's indentation; names, labels and values are
 * escaped plain text; BLOCKS are what the author wrote, from the first that is no longer on the
 * line, indented to stand below the item's text; [ ] stands where something may be missing.
 *
 *   list        of kind bullets "- ", of numbers "1. " … "n. ", of ones "1. " each; blank lines
 *               between the items when it is loose. Below, "- " stands for any of them.
 *   note        the inlines of a first paragraph, on the same line, and then BLOCKS
 *
 *   MATRIX      its lists
 *   COMPONENT   - Name[ — note]
 *                 - Involvement[ — note]        one for each, as a tight list of the kind that
 *                                               the component says
 *   ROLE        - Name                          when nothing is said about it
 *               - **Name**[ — note]             when something is
 *   SKILL       - Name[ (Qualifier)]            when nothing is said about it
 *               - **Name**[ (Qualifier)] — Level
 *               - **Name**[ (Qualifier)] — Level: note
 *               - **Name**[ (Qualifier)] — note
 *               - **Name**[ (Qualifier)]        and BLOCKS, when they begin with no paragraph
 *   POSTING     - [Label: ]Title
 *                 - [Target label: ][Target text](Target)
 *                 - [Target label: ]<Target>    without a target text; [Target](Target) when it
 *                                               is no address with a scheme
 *                 - Employer, Place, Date       those that are set
 *                 - [Skills label: ]a, b, c     with "; " when one of them has a comma
 *                 BLOCKS                        the note
 *               - without label and title the first of these lines takes their place
 *   DEMAND      - Skill — n of N postings (1, 3, 5)
 *   COVER       # Title, and a paragraph each for author, course, advisor and date
 *   EVIDENCE    its blocks
 *   CRITERIA    - ✓ sentence                    "✗" for unmet, "?" for a person to judge
 *
 * A link text that says nothing ("link", "here") stands before the address: "link: <Target>". The
 * mark of a challenging skill is ", the most challenging" behind the level, or alone behind the
 * dash, unless its note says so itself. */

#define DASH " — "

static gboolean
is_russian (const TrellisNode *node)
{
  for (; node != NULL; node = node->parent)
    if (*trellis_node_get (node, TRELLIS_ATTRIBUTE_LANGUAGE) != '\0')
      return g_str_has_prefix (trellis_node_get (node, TRELLIS_ATTRIBUTE_LANGUAGE), "ru");
  return FALSE;
}

static void
append_text (TrellisNode *parent,
             const char  *text)
{
  trellis_node_append (parent, trellis_node_new_text (TRELLIS_NODE_TEXT, text));
}

static TrellisNode *
append_item (TrellisNode *list)
{
  TrellisNode *item = trellis_node_append (list, trellis_node_new (TRELLIS_NODE_ITEM));

  return trellis_node_append (item, trellis_node_new (TRELLIS_NODE_PARAGRAPH));
}

/* A tight list of bullets. */
static TrellisNode *
new_list (void)
{
  return trellis_node_new (TRELLIS_NODE_LIST);
}

static void
append_name (TrellisNode *line,
             const char  *name,
             gboolean     bold)
{
  if (bold && *name != '\0')
    line = trellis_node_append (line, trellis_node_new (TRELLIS_NODE_STRONG));
  append_text (line, name);
}

/* Makes an item of `node`: its line, which is returned, then the blocks that it had. */
static TrellisNode *
make_item (TrellisNode *node)
{
  TrellisNode *line = trellis_node_new (TRELLIS_NODE_PARAGRAPH);

  node->type = TRELLIS_NODE_ITEM;
  node->number = 0;
  node->flag = FALSE;
  if (node->first_child != NULL)
    trellis_node_insert_before (node->first_child, line);
  else
    trellis_node_append (node, line);
  return line;
}

static gboolean
begins_with_paragraph (const TrellisNode *note)
{
  return note != NULL && note->type == TRELLIS_NODE_PARAGRAPH && note->first_child != NULL;
}

/* Moves the first paragraph of the note behind what stands on `line`. */
static void
append_note (TrellisNode *line,
             const char  *separator,
             TrellisNode *note)
{
  if (!begins_with_paragraph (note))
    return;
  append_text (line, separator);
  while (note->first_child != NULL)
    trellis_node_append (line, trellis_node_unlink (note->first_child));
  trellis_markdown_drop (note);
}

static void
lower_component (TrellisNode *component)
{
  int          kind = component->number;
  TrellisNode *line = make_item (component);
  TrellisNode *roles = new_list ();
  TrellisNode *next = line->next;

  roles->number = kind;
  append_name (line, trellis_node_get (component, TRELLIS_ATTRIBUTE_NAME), FALSE);
  for (TrellisNode *role = next; role != NULL && role->type == TRELLIS_NODE_INVOLVEMENT;
       role = next)
    {
      TrellisNode *note = role->first_child;
      TrellisNode *wording = make_item (role);

      next = role->next;
      append_name (wording, trellis_node_get (role, TRELLIS_ATTRIBUTE_NAME), FALSE);
      append_note (wording, DASH, note);
      trellis_node_append (roles, trellis_node_unlink (role));
    }
  append_note (line, DASH, line->next);

  /* The description stands before the roles, unless it ends in a list, which they would join. */
  if (component->last_child->type == TRELLIS_NODE_LIST && line->next != NULL)
    trellis_node_insert_before (line->next, roles);
  else
    trellis_node_append (component, roles);
}

static void
lower_role (TrellisNode *role)
{
  TrellisNode *line = make_item (role);

  append_name (line, trellis_node_get (role, TRELLIS_ATTRIBUTE_NAME), line->next != NULL);
  append_note (line, DASH, line->next);
}

/* Whether a note says by itself that a skill is a challenge. */
static gboolean
speaks_of_challenge (const TrellisNode *skill)
{
  static const char *const words[] = { "challeng", "hardest", "difficult", "трудн", "сложн" };
  g_autofree char         *text = trellis_node_to_plain_text (skill);
  g_autofree char         *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* "intermediate, the most challenging" */
static char *
level_of (const TrellisNode *skill)
{
  const char *level = trellis_node_get (skill, TRELLIS_ATTRIBUTE_LEVEL);
  const char *mark = is_russian (skill) ? "самый трудный" : "the most challenging";

  if (!skill->flag || speaks_of_challenge (skill))
    return g_strdup (level);
  return *level != '\0' ? g_strconcat (level, ", ", mark, NULL) : g_strdup (mark);
}

static void
lower_skill (TrellisNode *skill)
{
  const char      *qualifier = trellis_node_get (skill, TRELLIS_ATTRIBUTE_QUALIFIER);
  g_autofree char *level = level_of (skill);
  TrellisNode     *line = make_item (skill);

  append_name (line, trellis_node_get (skill, TRELLIS_ATTRIBUTE_NAME),
               *level != '\0' || line->next != NULL);
  if (*qualifier != '\0')
    {
      g_autofree char *bracket = g_strdup_printf (" (%s)", qualifier);

      append_text (line, bracket);
    }
  if (*level != '\0')
    {
      append_text (line, DASH);
      append_text (line, level);
    }
  append_note (line, *level != '\0' ? ": " : DASH, line->next);
}

static void
append_label (TrellisNode *line,
              const char  *label)
{
  g_autofree char *text = NULL;

  if (*label == '\0')
    return;
  text = g_strconcat (label, g_str_has_suffix (label, ":") ? " " : ": ", NULL);
  append_text (line, text);
}

static void
append_link (TrellisNode       *details,
             const TrellisNode *posting)
{
  const char  *target = trellis_node_get (posting, TRELLIS_ATTRIBUTE_TARGET);
  const char  *text = trellis_node_get (posting, TRELLIS_ATTRIBUTE_TARGET_TEXT);
  const char  *label = trellis_node_get (posting, TRELLIS_ATTRIBUTE_TARGET_LABEL);
  TrellisNode *line;

  if (*target == '\0' && *text == '\0' && *label == '\0')
    return;
  line = append_item (details);
  append_label (line, label);
  if (*target != '\0')
    {
      line = trellis_node_append (line, trellis_node_new (TRELLIS_NODE_LINK));
      trellis_node_set (line, TRELLIS_ATTRIBUTE_TARGET, target);
      line->flag = *text == '\0';
    }
  append_text (line, *text != '\0' ? text : target);
}

/* Employer, place and date, those that are set. */
static void
append_circumstances (TrellisNode       *details,
                      const TrellisNode *posting)
{
  static const TrellisAttribute attributes[] = { TRELLIS_ATTRIBUTE_EMPLOYER,
                                                 TRELLIS_ATTRIBUTE_PLACE, TRELLIS_ATTRIBUTE_DATE };
  g_autoptr (GString)           text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      const char *value = trellis_node_get (posting, attributes[i]);

      if (*value != '\0')
        g_string_append_printf (text, text->len > 0 ? ", %s" : "%s", value);
    }
  if (text->len > 0)
    append_text (append_item (details), text->str);
}

/* Whether a comma stands in `value` outside of brackets. */
static gboolean
has_comma (const char *value)
{
  int depth = 0;

  for (; *value != '\0'; value++)
    {
      depth += (*value == '(') - (*value == ')');
      if (*value == ',' && depth <= 0)
        return TRUE;
    }
  return FALSE;
}

static void
append_skills (TrellisNode       *details,
               const TrellisNode *posting)
{
  const char         *label = trellis_node_get (posting, TRELLIS_ATTRIBUTE_SKILLS_LABEL);
  g_autoptr (GString) text = g_string_new (NULL);
  const char         *separator = ", ";
  TrellisNode        *line;

  if (trellis_node_n_values (posting) == 0 && *label == '\0')
    return;
  for (guint i = 0; i < trellis_node_n_values (posting); i++)
    if (has_comma (trellis_node_value (posting, i)))
      separator = "; ";
  for (guint i = 0; i < trellis_node_n_values (posting); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? separator : "", trellis_node_value (posting, i));
  line = append_item (details);
  append_label (line, label);
  append_text (line, text->str);
}

static void
lower_posting (TrellisNode *posting)
{
  TrellisNode *line = make_item (posting);
  TrellisNode *details = new_list ();
  const char  *title = trellis_node_get (posting, TRELLIS_ATTRIBUTE_NAME);

  if (*title != '\0')
    append_label (line, trellis_node_get (posting, TRELLIS_ATTRIBUTE_LABEL));
  append_text (line, *title != '\0' ? title : trellis_node_get (posting, TRELLIS_ATTRIBUTE_LABEL));
  append_link (details, posting);
  append_circumstances (details, posting);
  append_skills (details, posting);
  if (*line->first_child->text == '\0' && details->first_child != NULL)
    {
      trellis_markdown_drop (line->first_child);
      trellis_node_append_children_of (line,
                                       trellis_node_unlink (details->first_child->first_child));
      trellis_markdown_drop (details->first_child);
    }
  if (line->next != NULL)
    trellis_node_insert_before (line->next, details);
  else
    trellis_node_append (posting, details);
}

static char *
count_of (const TrellisNode *bar,
          int                postings)
{
  if (!is_russian (bar))
    return g_strdup_printf (postings == 1 ? "%d of %d posting" : "%d of %d postings", bar->number,
                            postings);

  /* After "из" the noun is in the genitive: singular for 1, 21, 31 … but not for 11. */
  return g_strdup_printf (postings % 10 == 1 && postings % 100 != 11 ? "%d из %d вакансии"
                                                                     : "%d из %d вакансий",
                          bar->number, postings);
}

static void
lower_demand (TrellisNode *demand)
{
  int postings = demand->number;

  demand->type = TRELLIS_NODE_LIST;
  demand->number = TRELLIS_LIST_KIND_BULLETS;
  demand->flag = FALSE;
  for (TrellisNode *bar = demand->first_child; bar != NULL; bar = bar->next)
    {
      g_autofree char    *count = count_of (bar, postings);
      g_autoptr (GString) numbers = g_string_new (NULL);
      TrellisNode        *line = make_item (bar);

      for (guint i = 0; i < trellis_node_n_values (bar); i++)
        g_string_append_printf (numbers, "%s%s", i > 0 ? ", " : " (", trellis_node_value (bar, i));
      append_text (line, trellis_node_get (bar, TRELLIS_ATTRIBUTE_NAME));
      append_text (line, DASH);
      append_text (line, count);
      append_text (line, numbers->str);
      append_text (line, numbers->len > 0 ? ")" : "");
    }
}

static void
lower_cover (TrellisNode *cover)
{
  static const TrellisAttribute attributes[] = { TRELLIS_ATTRIBUTE_AUTHOR, TRELLIS_ATTRIBUTE_COURSE,
                                                 TRELLIS_ATTRIBUTE_ADVISOR,
                                                 TRELLIS_ATTRIBUTE_DATE };
  TrellisNode                  *title = trellis_node_new (TRELLIS_NODE_HEADING);

  title->number = 1;
  append_text (title, trellis_node_get (cover, TRELLIS_ATTRIBUTE_NAME));
  trellis_node_insert_before (cover, title);
  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      TrellisNode *paragraph = trellis_node_new (TRELLIS_NODE_PARAGRAPH);

      append_text (paragraph, trellis_node_get (cover, attributes[i]));
      trellis_node_insert_before (cover, paragraph);
    }
  trellis_markdown_unwrap (cover);
}

static void
lower_criteria (TrellisNode *criteria)
{
  static const char *const marks[] = { "✓ ", "✗ ", "? " };

  criteria->type = TRELLIS_NODE_LIST;
  criteria->number = TRELLIS_LIST_KIND_BULLETS;
  for (TrellisNode *criterion = criteria->first_child; criterion != NULL;
       criterion = criterion->next)
    {
      const char  *mark = marks[CLAMP (criterion->number, 0, 2)];
      TrellisNode *line = make_item (criterion);

      append_text (line, mark);
      append_text (line, trellis_node_get (criterion, TRELLIS_ATTRIBUTE_NAME));
    }
}

/* Replaces one node. Returns FALSE when it is gone. */
static gboolean
lower_one (TrellisNode *node)
{
  switch (node->type)
    {
    case TRELLIS_NODE_COMPONENT:
      lower_component (node);
      return TRUE;
    case TRELLIS_NODE_ROLE:
      lower_role (node);
      return TRUE;
    case TRELLIS_NODE_SKILL:
      lower_skill (node);
      return TRUE;
    case TRELLIS_NODE_POSTING:
      lower_posting (node);
      return TRUE;
    case TRELLIS_NODE_DEMAND:
      lower_demand (node);
      return TRUE;
    case TRELLIS_NODE_CRITERIA:
      lower_criteria (node);
      return TRUE;
    case TRELLIS_NODE_COVER:
      lower_cover (node);
      return FALSE;
    case TRELLIS_NODE_MATRIX:
    case TRELLIS_NODE_EVIDENCE:
      trellis_markdown_unwrap (node);
      return FALSE;
    default:
      return TRUE;
    }
}

/* Replaces the nodes of meaning by lists, items and paragraphs. */
void
trellis_markdown_lower_meaning (TrellisNode *document)
{
  TrellisNode *next;

  for (TrellisNode *node = document->first_child; node != NULL; node = next)
    {
      TrellisNode *beside = trellis_markdown_next_beside (node, document);
      TrellisNode *child = node->first_child;

      if (lower_one (node))
        next = trellis_node_next_in_tree (node, document);
      else
        next = child != NULL ? child : beside;
    }
}
