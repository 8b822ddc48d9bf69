/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-plan-words.h"

#include <string.h>

#define MAX_LABEL_BYTES 120
#define N_LABELS (TRELLIS_PLAN_TIME_BOUND - TRELLIS_PLAN_SPECIFIC + 1)

typedef struct
{
  const char *english; /* as it is written */
  const char *russian;
  const char *known; /* other words for it, folded, one bar before and behind each */
} Words;

static const Words sections[] = {
  [TRELLIS_PLAN_ABOUT] = {
      "About the skill",
      "О навыке",
      "|about|the skill|skill|about this skill|why this skill|the skill i chose|навык|про навык"
      "|выбранный навык|",
  },
  [TRELLIS_PLAN_GOAL] = {
      "Goals",
      "Цели",
      "|goal|my goals|smart goals|smart goal|goals smart|learning goals|objectives|smart objectives"
      "|цель|мои цели|smart цели|smart цель|цели smart|цели по smart|цели обучения|задачи|",
  },
  [TRELLIS_PLAN_MILESTONE] = {
      "Milestones",
      "Этапы",
      "|milestone|planning|the plan|plan|my plan|timeline|schedule|steps|milestones and deadlines"
      "|plan and milestones|планирование|план|мой план|этапы и сроки|этапы плана|вехи|сроки|график"
      "|расписание|шаги|",
  },
  [TRELLIS_PLAN_RESOURCE] = {
      "Resources",
      "Материалы",
      "|resource|materials|learning resources|learning materials|resources and materials|sources"
      "|ресурсы|источники|учебные материалы|материалы и ресурсы|ресурсы для обучения|",
  },
  [TRELLIS_PLAN_MEASURE] = {
      "Tracking",
      "Отслеживание",
      "|tracking progress|progress|measures|measure|measuring progress|progress tracking|metrics"
      "|how i measure progress|how progress is measured|how i will measure progress"
      "|how i will track progress|how i track progress|отслеживание прогресса|прогресс|метрики"
      "|показатели|оценка прогресса|измерение прогресса|как я измеряю прогресс"
      "|как измеряется прогресс|как я буду отслеживать прогресс|",
  },
};

static const Words labels[N_LABELS] = {
  { "Specific", "Конкретность",
    "|s|specifically|what|what exactly|конкретно|конкретная|конкретный|конкретная цель|конкретика"
    "|что именно|" },
  { "Measurable", "Измеримость",
    "|m|measure|measured by|измеримо|измеримая|измеримый|измерение|как измерить|" },
  { "Achievable", "Достижимость",
    "|a|attainable|actionable|достижимо|достижимая|достижимый|" },
  { "Relevant", "Значимость",
    "|r|realistic|relevance|актуальность|актуальная|актуально|значимо|значимая|релевантность"
    "|релевантная|важность|" },
  { "Time-bound", "Срок",
    "|t|time|timely|time based|timebound|time bounded|time limited|time frame|deadline|due|due date"
    "|by when|сроки|срочность|дедлайн|ограниченность во времени|ограниченная во времени"
    "|ограничена во времени|ограничена по времени|ограниченная по времени"
    "|ограниченность по времени|" },
};

static const char *const goal_words[]
    = { "smart goal", "smart-goal", "goal", "objective", "smart-цель", "smart цель", "цель", NULL };

/* Lower case, only letters and digits, one blank between words. */
static char *
fold_words (const char *text,
            gssize      length)
{
  g_autofree char *part = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);
  g_autofree char *folded = g_utf8_casefold (part, -1);
  GString         *words = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        g_string_append_unichar (words, c);
      else if (words->len > 0 && words->str[words->len - 1] != ' ' && strchr ("*_`", *at) == NULL)
        g_string_append_c (words, ' ');
    }
  if (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);
  return g_string_free_and_steal (words);
}

static gboolean
is_one_of (const Words *words,
           const char  *folded)
{
  g_autofree char *english = fold_words (words->english, -1);
  g_autofree char *russian = fold_words (words->russian, -1);
  g_autofree char *marked = g_strconcat ("|", folded, "|", NULL);

  return *folded != '\0'
         && (g_str_equal (folded, english) || g_str_equal (folded, russian)
             || strstr (words->known, marked) != NULL);
}

static const char *
skip_ordinal (const char *text)
{
  const char *at = text;

  while (*at == '*' || *at == '_')
    at++;
  while (g_ascii_isdigit (*at) || (at > text && (*at == '.' || *at == ')')))
    at++;
  return at;
}

/* What a heading, or a line that stands for one, opens. */
gboolean
trellis_plan_words_find_section (const char      *heading,
                                 TrellisPlanKind *kind)
{
  g_autofree char *folded = NULL;

  if (strlen (heading) > MAX_LABEL_BYTES)
    return FALSE;

  folded = fold_words (skip_ordinal (heading), -1);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (is_one_of (&sections[i], folded))
      {
        *kind = (TrellisPlanKind) i;
        return TRUE;
      }

  return FALSE;
}

const char *
trellis_plan_words_name_section (TrellisPlanKind kind,
                                 gboolean        russian)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (sections), "");

  return russian ? sections[kind].russian : sections[kind].english;
}

/* “Goal 2: Test it”: how many bytes stand before its title. Returns: 0: it is no numbered goal */
gsize
trellis_plan_words_match_goal (const char *text)
{
  const char *start = text + strspn (text, "*_");

  for (guint i = 0; goal_words[i] != NULL; i++)
    {
      glong            letters = g_utf8_strlen (goal_words[i], -1);
      const char      *at = start;
      g_autofree char *folded = NULL;

      while (letters > 0 && *at != '\0')
        {
          at = g_utf8_next_char (at);
          letters--;
        }
      folded = g_utf8_casefold (start, at - start);
      if (!g_str_equal (folded, goal_words[i]))
        continue;

      at += strspn (at, " \t#№");
      if (!g_ascii_isdigit (*at))
        continue;
      at += strspn (at, "0123456789");
      at += strspn (at, "*_");
      at += strspn (at, ".:)");
      at += strspn (at, "*_ \t");
      if (g_str_has_prefix (at, "—") || g_str_has_prefix (at, "–"))
        at += strlen ("—");
      else if (at[0] == '-' && at[1] == ' ')
        at++;
      return (gsize) (at + strspn (at, " \t") - text);
    }

  return 0;
}

const char *
trellis_plan_words_name_goal (gboolean russian)
{
  return russian ? "Цель" : "Goal";
}

/* Where the label before a colon or a dash ends. Returns: (nullable): there is none */
static const char *
find_separator (const char  *text,
                const char **behind)
{
  const char *limit = text + strnlen (text, MAX_LABEL_BYTES);

  for (const char *at = text; at < limit; at = g_utf8_next_char (at))
    {
      if (*at == ':' && !(at[1] == '/' && at[2] == '/'))
        return *behind = at + 1, at;
      if (at > text && at[-1] == ' '
          && (g_str_has_prefix (at, "— ") || g_str_has_prefix (at, "– ")))
        return *behind = at + strlen ("—"), at;
      if (at > text && at[-1] == ' ' && at[0] == '-' && at[1] == ' ')
        return *behind = at + 1, at;
    }

  return NULL;
}

/**
 * trellis_plan_words_match_label:
 * @field: (out): which SMART part it is
 * @end: (out): how many bytes stand before what is said of it
 *
 * “**Specific:** …”, “S – …”, “Measurable (how) - …”, “**Срок**”.
 */
gboolean
trellis_plan_words_match_label (const char       *text,
                                TrellisPlanField *field,
                                gsize            *end)
{
  const char      *behind = NULL;
  const char      *separator = find_separator (text, &behind);
  g_autofree char *folded = NULL;
  g_autofree char *label = NULL;

  if (separator == NULL)
    {
      /* Alone on its line it has to stand out. */
      if (!g_str_has_prefix (text, "**") || strlen (text) > MAX_LABEL_BYTES)
        return FALSE;
      separator = behind = text + strlen (text);
    }

  label = g_strndup (text, (gsize) (separator - text));
  if (strchr (label, '(') != NULL)
    *strchr (label, '(') = '\0';
  folded = fold_words (label, -1);
  for (guint i = 0; i < N_LABELS; i++)
    if (is_one_of (&labels[i], folded))
      {
        behind += strspn (behind, "*_");
        behind += strspn (behind, " \t");
        *field = (TrellisPlanField) (TRELLIS_PLAN_SPECIFIC + i);
        *end = (gsize) (behind - text);
        return TRUE;
      }

  return FALSE;
}

const char *
trellis_plan_words_name_label (TrellisPlanField field,
                               gboolean         russian)
{
  g_return_val_if_fail (field >= TRELLIS_PLAN_SPECIFIC && field <= TRELLIS_PLAN_TIME_BOUND, "");

  return russian ? labels[field - TRELLIS_PLAN_SPECIFIC].russian
                 : labels[field - TRELLIS_PLAN_SPECIFIC].english;
}
