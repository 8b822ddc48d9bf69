/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-recognition-private.h"

#include <string.h>

/* Which of the names in a line are not meant as skills: words that are alone, and what the text
 * says is not asked for. */

#define CUES_AROUND 4

/* The cue that begins, or ends, at the token; `i` only ever grows, `from` remembers where. */
static guint32
get_cue_at (const TrellisLine *self,
            guint             *from,
            guint              token,
            gboolean           ends)
{
  guint32 cues = 0;

  while (*from < self->cues->len && trellis_line_cue (self, *from)->first + CUES_AROUND < token)
    ++*from;
  for (guint i = *from; i < self->cues->len && trellis_line_cue (self, i)->first <= token; i++)
    if ((ends ? trellis_line_cue (self, i)->past : trellis_line_cue (self, i)->first) == token)
      cues |= trellis_line_cue (self, i)->cues;
  return cues;
}

static gboolean
is_separator (const TrellisLine *self,
              guint              i)
{
  gunichar sign = trellis_line_token (self, i)->sign;

  return sign != 0 && (sign >= 0x80 || strchr (",;/|()[]&+*-:", (int) sign) != NULL);
}

static gboolean
is_between (const TrellisLine *self,
            guint             *from,
            guint              first,
            guint              past)
{
  if (past - first > 3)
    return FALSE;
  for (guint i = first; i < past; i++)
    if (!is_separator (self, i) && !(get_cue_at (self, from, i, FALSE) & TRELLIS_CUE_JOIN))
      return FALSE;
  return TRUE;
}

static gboolean
is_edge (const TrellisLine *self,
         guint              i)
{
  gunichar sign = trellis_line_token (self, i)->sign;

  return sign != 0 && (sign >= 0x80 || strchr ("*-+.;", (int) sign) != NULL);
}

static gboolean
is_alone (const TrellisLine    *self,
          const TrellisFinding *finding)
{
  guint n = trellis_line_length (self);

  return (finding->first == 0 || (finding->first == 1 && is_edge (self, 0)))
         && (finding->end == n || (finding->end + 1 == n && is_edge (self, n - 1)));
}

/* “Go – a plus”, “Swift is required” */
static gboolean
is_judged (const TrellisLine    *self,
           guint                *from,
           const TrellisFinding *finding)
{
  guint at = finding->end;

  if (at < trellis_line_length (self) && is_separator (self, at))
    at++;
  return (get_cue_at (self, from, at, FALSE)
          & (TRELLIS_CUE_OPTIONAL | TRELLIS_CUE_PREDICATE | TRELLIS_CUE_NOT_THOSE))
         != 0;
}

static gboolean
has_company (const TrellisLine *self,
             guint             *from,
             guint              i)
{
  const TrellisFinding *finding = trellis_line_finding (self, i);

  if (is_alone (self, finding) || is_judged (self, from, finding))
    return TRUE;
  if ((get_cue_at (self, from, finding->first, TRUE)
       | get_cue_at (self, from, finding->end, FALSE))
      & TRELLIS_CUE_COMPANY)
    return TRUE;
  if (i > 0 && is_between (self, from, trellis_line_finding (self, i - 1)->end, finding->first))
    return TRUE;
  return i + 1 < self->findings->len
         && is_between (self, from, finding->end, trellis_line_finding (self, i + 1)->first);
}

/* Names that are common words too, where no company shows that the name is meant. */
void
_trellis_line_refuse_loners (TrellisLine *self)
{
  guint from = 0;

  for (guint i = 0; i < self->findings->len; i++)
    {
      TrellisFinding *finding = trellis_line_finding (self, i);

      if (finding->alias->rule == TRELLIS_RULE_LISTED)
        finding->refused = !has_company (self, &from, i);
    }
}

static gboolean
is_clause_end (const TrellisLine *self,
               guint              i,
               gboolean           commas)
{
  gunichar sign = trellis_line_token (self, i)->sign;
  gboolean spaced = i + 1 >= trellis_line_length (self)
                    || trellis_line_token (self, i + 1)->gap == TRELLIS_GAP_SPACE;

  return sign == ';' || (commas && (sign == ',' || sign == '(' || sign == ')'))
         || ((sign == '.' || sign == '!' || sign == '?') && spaced);
}

/* Past "knowledge of" and the like, and past names already refused with "or" behind them. */
static void
refuse_next (TrellisLine *self,
             guint        at,
             guint       *i,
             guint        cue)
{
  guint n = trellis_line_length (self);
  guint fillers = 0;

  for (; at < n && fillers < CUES_AROUND; at++)
    {
      guint32 cues = 0;

      for (; *i < self->findings->len && trellis_line_finding (self, *i)->first < at;)
        ++*i;
      if (*i < self->findings->len && trellis_line_finding (self, *i)->first == at)
        {
          trellis_line_finding (self, *i)->refused = TRUE;
          at = trellis_line_finding (self, *i)->end - 1;
          fillers = 0;
          continue;
        }
      for (; cue < self->cues->len && trellis_line_cue (self, cue)->first <= at; cue++)
        if (trellis_line_cue (self, cue)->first == at)
          cues |= trellis_line_cue (self, cue)->cues;
      if (!(cues & (TRELLIS_CUE_FILLER | TRELLIS_CUE_JOIN)))
        return;
      fillers++;
    }
}

static void
refuse_between (TrellisLine *self,
                guint        first,
                guint        past,
                guint       *from)
{
  while (*from < self->findings->len && trellis_line_finding (self, *from)->first < first)
    ++*from;
  for (guint i = *from; i < self->findings->len; i++)
    {
      TrellisFinding *finding = trellis_line_finding (self, i);

      if (finding->first >= past)
        return;
      finding->refused = TRUE;
    }
}

static guint
find_clause_end (const TrellisLine *self,
                 guint              from)
{
  while (from < trellis_line_length (self) && !is_clause_end (self, from, FALSE))
    from++;
  return from;
}

/* “No Java needed”, “без знания SQL”, “you don't need Perl or Tcl”, “SQL is not required”; but
 * “SQL is welcome but not required” does name it. */
void
_trellis_line_refuse_negated (TrellisLine *self)
{
  guint next = 0, these = 0, those = 0, done = 0, begin = 0, at = 0, welcome = 0;

  for (guint i = 0; i < self->cues->len; i++)
    {
      const TrellisCuePlace *place = trellis_line_cue (self, i);

      for (; at < place->first; at++)
        if (is_clause_end (self, at, TRUE))
          begin = at + 1;
      if (place->cues & TRELLIS_CUE_NOT_NEXT)
        refuse_next (self, place->past, &next, i);
      if ((place->cues & TRELLIS_CUE_NOT_THESE) && place->past > done)
        {
          done = find_clause_end (self, place->past);
          refuse_between (self, place->past, done, &these);
        }
      if (place->cues & TRELLIS_CUE_OPTIONAL)
        welcome = place->past;
      if (place->cues & TRELLIS_CUE_NOT_THOSE)
        {
          if (welcome <= begin)
            refuse_between (self, begin, place->first, &those);
          begin = place->past;
        }
    }
}
