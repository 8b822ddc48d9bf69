/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-recognition-private.h"

/* Which names of a line are only welcome. Words such as “a plus” speak of the names before them,
 * back to where a clause with a predicate or a subject of its own begins; when there are none, of
 * those behind. In brackets they speak of the names there, or of what the brackets stand behind. */

typedef struct
{
  guint    past;                  /* tokens */
  guint    finding, past_finding; /* its names */
  guint    depth;                 /* of brackets */
  gboolean opens;                 /* nothing before it is of the same sentence or brackets */
  gboolean subject;               /* “experience with”, before any name */
  gboolean predicate;             /* “is required” */
} Clause;

typedef struct
{
  TrellisLine *line;
  GArray      *clauses; /* Clause */
  guint        clause;  /* of the cue */
  guint        floor;   /* the first that no cue before spoke of */
  guint        marked;  /* names before this one are settled */
} Clauses;

#define get_clause(self, i) (&g_array_index ((self)->clauses, Clause, i))

static gboolean
is_wide (const TrellisLine *line,
         guint              i)
{
  return i >= trellis_line_length (line) || trellis_line_token (line, i)->gap == TRELLIS_GAP_SPACE;
}

static gboolean
is_sentence_end (const TrellisLine *line,
                 guint              i)
{
  gunichar sign = trellis_line_token (line, i)->sign;

  return (sign == '.' || sign == ';' || sign == '!' || sign == '?') && is_wide (line, i + 1);
}

static gboolean
is_clause_end (const TrellisLine *line,
               guint              i)
{
  const TrellisToken *token = trellis_line_token (line, i);

  switch (token->sign)
    {
    case 0:
      return FALSE;
    case ',':
    case '(':
    case ')':
      return TRUE;
    case '-':
    case 0x2013:
    case 0x2014:
      return is_wide (line, i) && is_wide (line, i + 1);
    default:
      return is_sentence_end (line, i);
    }
}

static void
add_clause (Clauses *self,
            Clause  *clause,
            guint    past,
            guint   *cue)
{
  const TrellisLine *line = self->line;
  guint              name = G_MAXUINT;

  clause->past = past;
  clause->finding = clause->past_finding;
  clause->subject = clause->predicate = FALSE;
  if (clause->finding < line->findings->len)
    name = trellis_line_finding (line, clause->finding)->first;
  while (clause->past_finding < line->findings->len
         && trellis_line_finding (line, clause->past_finding)->first < past)
    clause->past_finding++;
  for (; *cue < line->cues->len && trellis_line_cue (line, *cue)->first < past; ++*cue)
    {
      const TrellisCuePlace *place = trellis_line_cue (line, *cue);

      clause->subject |= (place->cues & TRELLIS_CUE_SUBJECT) && place->first < name;
      clause->predicate |= (place->cues & TRELLIS_CUE_PREDICATE) != 0;
    }
  g_array_append_val (self->clauses, *clause);
}

static void
read_clauses (Clauses *self)
{
  Clause clause = { .opens = TRUE };
  guint  cue = 0;

  for (guint i = 0; i < trellis_line_length (self->line); i++)
    {
      gunichar sign = trellis_line_token (self->line, i)->sign;

      if (!is_clause_end (self->line, i))
        continue;
      add_clause (self, &clause, i + 1, &cue);
      clause.opens = sign == '(' || is_sentence_end (self->line, i);
      if (sign == '(')
        clause.depth++;
      else if (sign == ')' && clause.depth > 0)
        clause.depth--;
      else if (clause.opens)
        clause.depth = 0;
    }
  add_clause (self, &clause, trellis_line_length (self->line), &cue);
}

static void
mark (Clauses *self,
      guint    first,
      guint    past)
{
  for (guint i = MAX (first, self->marked); i < past; i++)
    trellis_line_finding (self->line, i)->welcome = TRUE;
  self->marked = MAX (self->marked, past);
}

/* The first clause of what the cue is said of. */
static guint
find_begin (const Clauses *self)
{
  guint depth = get_clause (self, self->clause)->depth;
  guint i = self->clause;

  while (i > self->floor)
    {
      const Clause *clause = get_clause (self, i);
      const Clause *before = get_clause (self, i - 1);

      if (clause->depth <= depth && (clause->opens || clause->subject || before->depth < depth))
        break;
      if (before->depth == depth && before->predicate)
        break;
      i--;
    }
  return i;
}

/* Past the last clause that goes on with what the cue is said of. */
static guint
find_end (const Clauses *self)
{
  guint depth = get_clause (self, self->clause)->depth;
  guint i = self->clause + 1;

  while (i < self->clauses->len)
    {
      const Clause *clause = get_clause (self, i);

      if (clause->depth < depth || (clause->depth == depth && (clause->opens || clause->predicate)))
        break;
      i++;
    }
  return i;
}

/* The first name behind the words before the cue that are a predicate of their own. */
static guint
find_first_name (const Clauses *self,
                 guint          cue,
                 guint          finding)
{
  const TrellisCuePlace *place = trellis_line_cue (self->line, cue);
  guint                  begin = 0;

  if (self->clause > 0)
    begin = get_clause (self, self->clause - 1)->past;
  while (cue-- > 0 && trellis_line_cue (self->line, cue)->first >= begin)
    {
      const TrellisCuePlace *before = trellis_line_cue (self->line, cue);

      if (before->cues & TRELLIS_CUE_OPTIONAL)
        break;
      if (!(before->cues & TRELLIS_CUE_PREDICATE) || before->past > place->first)
        continue;
      while (finding < self->line->findings->len
             && trellis_line_finding (self->line, finding)->first < before->past)
        finding++;
      break;
    }
  return finding;
}

static void
mark_before (Clauses *self,
             guint    cue,
             guint    name)
{
  const Clause *clause = get_clause (self, self->clause);
  guint         first = find_first_name (self, cue, clause->finding);

  if (first == clause->finding)
    first = get_clause (self, find_begin (self))->finding;
  mark (self, first, name);
}

static void
mark_behind (Clauses *self,
             guint    name)
{
  mark (self, name, get_clause (self, find_end (self) - 1)->past_finding);
}

/* What the words at `cue` are said of. */
static void
read_cue (Clauses *self,
          guint    cue)
{
  const TrellisCuePlace *place = trellis_line_cue (self->line, cue);
  const Clause          *clause = get_clause (self, self->clause);
  guint                  name = MAX (clause->finding, MIN (self->marked, clause->past_finding));
  gboolean               before, behind;

  before = name < clause->past_finding
           && trellis_line_finding (self->line, name)->first < place->first;
  while (name < clause->past_finding
         && trellis_line_finding (self->line, name)->first < place->past)
    name++;
  behind = name < clause->past_finding;

  if ((place->cues & TRELLIS_CUE_AHEAD) && place->past < clause->past
      && trellis_line_token (self->line, place->past)->sign == 0)
    mark_behind (self, name);
  else if (behind && !before)
    mark_behind (self, name);
  else if (before)
    mark_before (self, cue, name);
  else if (clause->opens && clause->depth > 0 && self->clause > 0)
    mark (self, get_clause (self, self->clause - 1)->finding, clause->finding);
  else if (get_clause (self, find_begin (self))->finding < clause->finding)
    mark_before (self, cue, name);
  else
    mark_behind (self, name);
}

/* Notes of the names in the line which are only welcome. */
void
_trellis_line_read_clauses (TrellisLine *line)
{
  Clauses self = { .line = line };

  for (guint i = 0; i < line->cues->len; i++)
    {
      if (!(trellis_line_cue (line, i)->cues & TRELLIS_CUE_OPTIONAL))
        continue;
      if (self.clauses == NULL)
        {
          self.clauses = g_array_new (FALSE, FALSE, sizeof (Clause));
          read_clauses (&self);
        }
      while (get_clause (&self, self.clause)->past <= trellis_line_cue (line, i)->first)
        self.clause++;
      read_cue (&self, i);
      self.floor = self.clause;
    }
  g_clear_pointer (&self.clauses, g_array_unref);
}
