/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-markdown-definition.h"

#include <string.h>

#define MAX_LABEL 999 /* as in CommonMark */

/* Where the label ends that begins at `text`, behind its [, or NULL when it is none. */
static const char *
end_of_label (const char *text)
{
  const char *at = text;

  /* "[^1]:" is a footnote, which is text to us. */
  if (*at == '^' || strspn (at, " ") == strcspn (at, "]"))
    return NULL;
  for (; *at != '\0' && *at != ']' && *at != '['; at++)
    if (*at == '\\' || at - text >= MAX_LABEL)
      return NULL;
  return *at == ']' && at[1] == ':' ? at : NULL;
}

/* A title in "…", '…' or (…) up to the end of the line, or nothing. */
static gboolean
is_title_or_nothing (const char *text)
{
  gsize length = strlen (text);
  char  close = *text == '(' ? ')' : *text;

  if (length == 0)
    return TRUE;
  return length >= 2 && strchr ("\"'(", *text) != NULL && text[length - 1] == close
         && memchr (text + 1, close, length - 2) == NULL && memchr (text, '\\', length) == NULL
         && (close != ')' || memchr (text + 1, '(', length - 2) == NULL);
}

/* Takes the target at `text`; the rest of the line stands at `rest`. */
static char *
take_target (const char  *text,
             const char **rest)
{
  const char *begin = *text == '<' ? text + 1 : text;
  gsize       length = strcspn (begin, *text == '<' ? "<>" : " <>()\"\\");

  *rest = begin + length;
  if (*text == '<' && *(*rest)++ != '>')
    return NULL;
  if (length == 0 || (**rest != '\0' && **rest != ' ') || memchr (begin, '\\', length) != NULL)
    return NULL;
  *rest += strspn (*rest, " ");
  return g_strndup (begin, length);
}

/**
 * trellis_definition_new:
 * @line: one line, trimmed
 *
 * Stricter than CommonMark: what is unusual, or leads nowhere, stays text.
 *
 * Returns: (transfer full) (nullable): the definition that @line is
 */
TrellisDefinition *
trellis_definition_new (const char *line)
{
  g_autoptr (TrellisDefinition) self = g_new0 (TrellisDefinition, 1);
  const char                   *end = *line == '[' ? end_of_label (line + 1) : NULL;
  const char                   *rest;

  if (end == NULL)
    return NULL;
  self->label = g_strstrip (g_strndup (line + 1, end - line - 1));
  self->target = take_target (end + 2 + strspn (end + 2, " "), &rest);
  if (self->target == NULL || !is_title_or_nothing (rest))
    return NULL;
  if (*self->target == '#' && !trellis_definition_is_comment (self))
    return NULL;
  return g_steal_pointer (&self);
}

/* "[//]: # (words)" is how some write a comment. */
gboolean
trellis_definition_is_comment (const TrellisDefinition *self)
{
  return g_str_equal (self->label, "//") && g_str_equal (self->target, "#");
}

void
trellis_definition_free (TrellisDefinition *self)
{
  g_free (self->label);
  g_free (self->target);
  g_free (self);
}
