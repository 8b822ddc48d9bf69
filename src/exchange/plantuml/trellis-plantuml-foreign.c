/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-error.h"
#include "trellis-plantuml-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Words that only diagrams of other types have. */

static const struct
{
  const char            *word;
  TrellisPlantumlForeign foreign;
} words[] = {
  { "participant", TRELLIS_PLANTUML_SEQUENCE },
  { "autonumber", TRELLIS_PLANTUML_SEQUENCE },
  { "activate", TRELLIS_PLANTUML_SEQUENCE },
  { "deactivate", TRELLIS_PLANTUML_SEQUENCE },
  { "alt", TRELLIS_PLANTUML_SEQUENCE },
  { "loop", TRELLIS_PLANTUML_SEQUENCE },
  { "opt", TRELLIS_PLANTUML_SEQUENCE },
  { "par", TRELLIS_PLANTUML_SEQUENCE },
  { "group", TRELLIS_PLANTUML_SEQUENCE },
  { "box", TRELLIS_PLANTUML_SEQUENCE },
  { "end box", TRELLIS_PLANTUML_SEQUENCE },
  { "critical", TRELLIS_PLANTUML_SEQUENCE },
  { "destroy", TRELLIS_PLANTUML_SEQUENCE },
  { "return", TRELLIS_PLANTUML_SEQUENCE },
  { "sequenceDiagram", TRELLIS_PLANTUML_SEQUENCE },
  { "class", TRELLIS_PLANTUML_CLASS },
  { "abstract", TRELLIS_PLANTUML_CLASS },
  { "enum", TRELLIS_PLANTUML_CLASS },
  { "annotation", TRELLIS_PLANTUML_CLASS },
  { "struct", TRELLIS_PLANTUML_CLASS },
  { "object", TRELLIS_PLANTUML_CLASS },
  { "classDiagram", TRELLIS_PLANTUML_CLASS },
  { "erDiagram", TRELLIS_PLANTUML_CLASS },
  { "state", TRELLIS_PLANTUML_STATE },
  { "stateDiagram", TRELLIS_PLANTUML_STATE },
  { "start", TRELLIS_PLANTUML_ACTIVITY },
  { "stop", TRELLIS_PLANTUML_ACTIVITY },
  { "if", TRELLIS_PLANTUML_ACTIVITY },
  { "elseif", TRELLIS_PLANTUML_ACTIVITY },
  { "endif", TRELLIS_PLANTUML_ACTIVITY },
  { "while", TRELLIS_PLANTUML_ACTIVITY },
  { "endwhile", TRELLIS_PLANTUML_ACTIVITY },
  { "repeat", TRELLIS_PLANTUML_ACTIVITY },
  { "fork", TRELLIS_PLANTUML_ACTIVITY },
  { "partition", TRELLIS_PLANTUML_ACTIVITY },
  { "flowchart", TRELLIS_PLANTUML_FLOWCHART },
  { "graph", TRELLIS_PLANTUML_FLOWCHART },
  { "subgraph", TRELLIS_PLANTUML_FLOWCHART },
  { "gantt", TRELLIS_PLANTUML_OTHER },
  { "mindmap", TRELLIS_PLANTUML_OTHER },
  { "journey", TRELLIS_PLANTUML_OTHER },
  { "digraph", TRELLIS_PLANTUML_OTHER },
};

/* Whether @line, which is of no component diagram, tells what it is of. */
gboolean
trellis_plantuml_find_foreign (const char             *line,
                               TrellisPlantumlForeign *foreign)
{
  gsize length = strlen (line);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (trellis_plantuml_starts (line, words[i].word))
      {
        *foreign = words[i].foreign;
        return TRUE;
      }

  if (g_str_has_prefix (line, "==") || g_str_has_prefix (line, "..."))
    *foreign = TRELLIS_PLANTUML_SEQUENCE;
  else if (*line == ':' && line[length - 1] == ';')
    *foreign = TRELLIS_PLANTUML_ACTIVITY;
  else if (length > 1 && strchr ("+-#~", *line) != NULL && g_ascii_isalpha (line[1]))
    *foreign = TRELLIS_PLANTUML_CLASS;
  else
    return FALSE;
  return TRUE;
}

/* Says which diagram @name holds in place of a component diagram. */
void
trellis_plantuml_set_foreign (TrellisPlantumlForeign foreign,
                              const char            *name,
                              GError               **error)
{
  static const char *const messages[] = {
    N_("“%s” looks like a sequence diagram. Choose a component or deployment diagram."),
    N_("“%s” looks like a class diagram. Choose a component or deployment diagram."),
    N_("“%s” looks like a state diagram. Choose a component or deployment diagram."),
    N_("“%s” looks like an activity diagram. Choose a component or deployment diagram."),
    N_("“%s” looks like a Mermaid flowchart. Choose a PlantUML component diagram."),
    N_("“%s” is not a component diagram. Choose a component or deployment diagram."),
  };
  /* Each of the messages has the one %s. */
  g_auto (GStrv)   parts = g_strsplit (_ (messages[foreign]), "%s", 2);
  g_autofree char *message = g_strjoinv (name, parts);

  g_set_error_literal (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT, message);
}
