/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-count-words.h"

#include <string.h>

#include "trellis-count-text.h"
#include "trellis-text.h"

/* The tables hold what is looked for in words joined by blanks, blanks at both ends: " key " is the
 * word alone, " позвол" any word that begins so. */

static const char *const role_words[] = {
  " engineer ", " engineers ", " developer ", " developers ", " dev ", " devs ",
  " designer ", " designers ", " analyst ", " analysts ", " architect ", " architects ",
  " administrator ", " administrators ", " admin ", " admins ", " tester ", " testers ", " qa ",
  " qas ", " sre ", " sres ", " dba ", " dbas ", " devops ", " devsecops ", " mlops ",
  " sysadmin ", " scientist ", " scientists ", " specialist ", " specialists ", " lead ",
  " owner ", " programmer ", " programmers ", " researcher ", " officer ", " consultant ",
  " expert ", " experts ", " marketer ", " technician ", " strategist ", " coder ", " artist ",
  " lawyer ", " accountant ", " cto ", " ciso ", " dpo ", " инженер ", " инженеры ",
  " разработчик ", " разработчики ", " дизайнер ", " дизайнеры ", " аналитик ", " аналитики ",
  " архитектор ", " администратор ", " администраторы ", " админ ", " менеджер ", " менеджеры ",
  " тестировщик ", " тестировщики ", " специалист ", " специалисты ", " программист ",
  " программисты ", " девопс ", " руководитель ", " исследователь ", " эксперт ", " консультант ",
  " модератор ", " маркетолог ", " тимлид ", " лид ", " девелопер ", " верстальщик ", " юрист ",
  " сисадмин "
};

/* What is as often a part of a product ("Session manager") as somebody, known by both words. */
static const char *const role_phrases[] = {
  " product manager", " project manager", " program manager", " programme manager",
  " delivery manager", " account manager", " community manager", " network manager",
  " release manager", " it manager", " hr manager", " content manager", " marketing manager",
  " engineering manager", " team manager", " incident manager", " risk manager", " test manager",
  " qa manager", " support manager", " security manager", " operations manager",
  " technical writer", " tech writer", " content writer", " ux writer", " scrum master",
  " content editor", " video editor", " support operator", " project coordinator",
  " content moderator", " оператор поддержки ", " технический писатель ", " контент редактор ",
  " скрам мастер "
};

/* What may stand behind a role's last word: a number, a letter, a grade. */
static const char *const grade_words[] = {
  " i ", " ii ", " iii ", " iv ", " junior ", " middle ", " senior ", " intern ", " trainee ",
  " jun ", " mid ", " sr ", " jr ", " младший ", " старший ", " ведущий ", " стажер ",
  " джуниор ", " мидл ", " сеньор "
};

static const char *const level_words[] = {
  " beginner ", " beginners ", " novice ", " elementary ", " basic ", " pre intermediate ",
  " intermediate ", " upper intermediate ", " advanced ", " expert ", " proficient ", " новичок ",
  " начальный ", " начинающий ", " элементарный ", " базовый ", " средний ", " продвинутый ",
  " экспертный ", " уверенный "
};

/* What a level may carry and still be nothing but a level. */
static const char *const level_fillers[] = {
  " level ", " to ", " and ", " or ", " lower ", " upper ", " pre ", " уровень ", " до ", " и ",
  " ниже ", " выше ", " среднего "
};

static const char *const need_words[] = {
  " critical ", " crucial ", " vital ", " essential ", " important ", " importance ",
  " necessary ", " necessity ", " required ", " requirement ", " require ", " requires ",
  " needed ", " need ", " needs ", " key ", " standard ", " fundamental ", " foundation ",
  " expected ", " expect ", " expectation ", " demanded ", " in demand ", " demand ", " must ",
  " most companies ", " most employers ", " most postings ", " most vacancies ", " because ",
  " helps ", " help ", " allows ", " allow ", " enables ", " mandatory ", " indispensable ",
  " valuable ", " useful ", " so that ", " важ", " нуж", " необходим", " требу", " ключев",
  " потому что ", " так как ", " поскольку ", " позвол", " помога", " помож", " обязател",
  " критич", " востребован", " основа ", " полез", " чтобы ", " без этого ", " большинств"
};

/* "Key" that is no need: keys that are managed. */
static const char *const key_things[] = {
  " key management ", " key exchange ", " key value ", " key pair", " key rotation ",
  " key storage ", " key vault ", " key deriv", " key generation ", " public key ",
  " private key ", " foreign key", " primary key", " standard library "
};

static const char *const choice_words[] = {
  " i choose ", " i chose ", " i choosed ", " i have chosen ", " i ve chosen ", " i had chosen ",
  " i decided ", " i have decided ", " i selected ", " i have selected ", " i picked ",
  " i have picked ", " i opted ", " i went ", " chose ", " chosen ", " my choice ",
  " i am choosing ", " my reason ", " my reasons ", " выбрал ", " выбрала ", " выбираю ",
  " выбран ", " выбрана ", " мой выбор ", " моего выбора ", " решил ", " решила ", " выбор роли ",
  " выбор пал "
};

static const char *const reason_words[] = {
  " because ", " becuase ", " cause ", " since ", " due to ", " for ", " thanks to ", " so that ",
  " in order to ", " потому что ", " потому ", " так как ", " поскольку ", " из за ", " ведь ",
  " благодаря ", " чтобы ", " по причине ", " по следующим причинам ", " т к ", " ибо "
};

/* "As" gives a reason before a clause ("as I like it"), none before a thing ("as my role"). */
static const char *const as_clauses[] = {
  " as i ", " as it ", " as this ", " as that ", " as they ", " as there ", " as we ",
  " as these ", " as most ", " as many ", " as you "
};

static const char *const reason_labels[] = {
  " reason ", " reasons ", " why i chose ", " why i choose ", " why i have chosen ",
  " why i picked ", " why i selected ", " why this role ", " why did i choose ", " rationale ",
  " motivation ", " причина ", " причины ", " почему я выбр", " почему эта роль ",
  " почему именно ", " почему выбр", " обоснование ", " мотивация "
};

static const char *const why_labels[] = {
  " why ", " reason ", " reasons ", " importance ", " rationale ", " motivation ", " почему ",
  " зачем ", " причина ", " важность ", " обоснование "
};

static const char *const skills_labels[] = {
  " skill", " requirement", " requirment", " requires ", " required ",
  " must have ", " nice to have ", " stack ", " technolog", " qualification", " tools ",
  " expect", " навык", " требовани", " стек ", " технологи", " умени", " компетенци",
  " обязательн", " знани", " ожидани"
};

static const char *const title_labels[] = {
  " title ", " role ", " position ", " posting ", " vacancy ", " job ", " job posting ", " name ",
  " название ", " должность ", " позиция ", " вакансия ", " роль ", " профессия "
};

/* Labels of what else is said about a posting. */
static const char *const field_labels[] = {
  " link ", " links ", " url ", " source ", " company ", " employer ", " location ", " city ",
  " salary ", " experience ", " date ", " published ", " schedule ", " format ", " employment ",
  " type ", " level ", " grade ", " website ", " site ", " platform ", " responsibilities ",
  " duties ", " description ", " note ", " notes ", " about ", " conditions ", " ссылка ",
  " источник ", " компания ", " работодатель ", " город ", " локация ", " место ", " зарплата ",
  " опыт ", " дата ", " график ", " формат ", " занятость ", " уровень ", " сайт ",
  " обязанности ", " описание ", " условия ", " задачи ", " примечание "
};

static const char *const ordinals[] = {
  " first ", " second ", " third ", " fourth ", " fifth ", " sixth ", " seventh ", " eighth ",
  " ninth ", " tenth ", " перв", " втор", " трет", " четверт", " пят", " шест", " седьм",
  " восьм", " девят", " десят"
};

static const char *const posting_words[] = {
  " posting ", " postings ", " vacancy ", " vacancies ", " job ", " jobs ", " advert",
  " listing ", " listings ", " вакан", " объявлени"
};

static const char *const empty_link_words[] = {
  " link ", " links ", " to ", " the ", " a ", " on ", " in ", " at ", " for ", " posting ",
  " job ", " vacancy ", " hh ", " ru ", " com ", " here ", " url ", " source ", " site ",
  " page ", " open ", " view ", " click ", " see ", " read ", " more ", " original ",
  " headhunter ", " linkedin ", " habr ", " career ", " superjob ", " this ", " http ", " https ",
  " www ", " description ", " listing ", " ссылка ", " ссылку ", " на ", " вакансию ",
  " вакансия ", " вакансии ", " тут ", " здесь ", " сайт ", " объявление ", " источник ",
  " открыть ", " смотреть ", " подробнее ", " хх "
};

/* What an item below or behind a skill is about, when it is no skill itself. */
static const char *const detail_words[] = {
  " level ", " current ", " why ", " it ", " matters ", " is ", " reason ", " reasons ",
  " evidence ", " importance ", " important ", " mentioned ", " frequency ", " count ",
  " postings ", " number ", " of ", " in ", " resources ", " plan ", " example ", " examples ",
  " note ", " notes ", " уровень ", " почему ", " важно ", " это ", " причина ", " пример ",
  " упомина", " частота ", " источник"
};

/* The course's own words, left in by mistake. */
static const char *const task_texts[] = {
  " write this section without an llm ", " this is your opportunity to think ",
  " write 5 10 sentences ", " which role did i choose and why ",
  " how does my skillset compare to the market demands ",
  " which one or two key skills for this role ", " find 5 7 job postings ",
  " for each posting write ", " 3 5 key skills requirements they mention ", " section write ",
  " document job market snapshot ", " research job postings ",
  " for each component from architecture ", " what are the it roles ",
  " list the technical skills ", " describe their responsibilities ",
  " reflecting on the following questions ", " для каждого компонента из architecture ",
  " выберите 5 ролей ", " опишите их обязанности ", " какую роль я выбрал и почему "
};

static const char *const challenging_words[] = {
  " challenging ", " challenge ", " hardest ", " most difficult ", " сложн", " трудн"
};

static const char *const all_words[] = {
  " all ", " every ", " each ", " both ", " все ", " всех ", " каждой ", " каждая ", " обеих "
};

/* Words that do not tell one posting from another: they are in any remark. */
static const char *const common_words[] = {
  " a ", " an ", " the ", " in ", " on ", " of ", " for ", " to ", " and ", " or ", " with ",
  " by ", " at ", " as ", " is ", " are ", " was ", " be ", " from ", " it ", " its ", " this ",
  " that ", " only ", " one ", " just ", " not ", " no ", " mentioned ", " required ",
  " requires ", " specific ", " specifically ", " appears ", " appeared ", " found ", " present ",
  " listed ", " used ", " needed ", " skill ", " skills ", " experience ", " knowledge ",
  " role ", " roles ", " posting ", " postings ", " vacancy ", " vacancies ", " job ", " jobs ",
  " position ", " positions ", " company ", " companies ", " single ", " explicitly ", " mostly ",
  " more ", " most ", " other ", " but ", " e ", " g ", " i ", " junior ", " middle ", " senior ",
  " lead ", " leading ", " intern ", " trainee ", " mid ", " level ", " grade ", " remote ",
  " office ", " work ", " working ", " team ", " software ", " system ", " systems ", " service ",
  " services ", " development ", " developing ", " engineering ", " basic ", " advanced ",
  " strong ", " using ", " use ", " back ", " end ", " backend ", " frontend ", " front ",
  " full ", " stack ", " fullstack ", " and ", " в ", " на ", " и ", " с ", " для ", " из ",
  " по ", " к ", " о ", " от ", " только ", " одной ", " одна ", " одном ", " лишь ", " это ",
  " как ", " или ", " не ", " у ", " требуется ", " нужен ", " нужно ", " указан", " упомина",
  " вакан", " навык", " опыт", " знани", " роль ", " роли ", " позици", " компани", " младш",
  " старш", " ведущ", " удален", " работ", " команд", " бэкенд", " бекенд", " фронтенд",
  " фулстек", " разработк"
};

/* The words of the text, folded, joined by blanks, with blanks at both ends. */
static char *
join_words (const char *text)
{
  g_autofree char      *folded = trellis_count_fold (text);
  g_autoptr (GPtrArray) words = trellis_text_split_words (folded);
  GString              *joined = g_string_new (" ");

  for (guint i = 0; i < words->len; i++)
    {
      g_string_append (joined, g_ptr_array_index (words, i));
      g_string_append_c (joined, ' ');
    }
  return g_string_free_and_steal (joined);
}

static const char *
find_any (const char *joined, const char *const *table, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const char *found = strstr (joined, table[i]);

      if (found != NULL)
        return found;
    }
  return NULL;
}

#define FIND_ANY(joined, table) find_any ((joined), (table), G_N_ELEMENTS (table))

static gboolean
contains (const char *text, const char *const *table, guint n)
{
  g_autofree char *joined = join_words (text);

  return find_any (joined, table, n) != NULL;
}

#define CONTAINS(text, table) contains ((text), (table), G_N_ELEMENTS (table))

/* Whether one word, from `word` to the blank behind it, begins as an entry does. */
static gboolean
is_in (const char *word, gsize length, const char *const *table, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      gsize size = strlen (table[i]);

      if (size <= length + 2 && strncmp (word - 1, table[i], size) == 0)
        return TRUE;
    }
  return FALSE;
}

#define IS_IN(word, length, table) is_in ((word), (length), (table), G_N_ELEMENTS (table))

static gboolean
is_number (const char *word, gsize length)
{
  return strspn (word, "0123456789") >= length;
}

/* The last word that is neither number nor single letter nor grade. */
static const char *
find_last_word (const char *joined, gsize *length)
{
  const char *end = joined + strlen (joined) - 1;

  while (end > joined)
    {
      const char *start = end;

      while (start[-1] != ' ')
        start--;
      *length = end - start;
      if (!is_number (start, *length) && g_utf8_strlen (start, *length) > 1
          && !IS_IN (start, *length, grade_words))
        return start;
      end = start - 1;
    }
  return NULL;
}

static gboolean
is_cyrillic (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_utf8_get_char (text) >= 0x0400 && g_utf8_get_char (text) < 0x0500)
      return TRUE;
  return FALSE;
}

/* "Back-end engineer", "QA engineer 2"; in Russian the word may stand anywhere: "инженер по
 * тестированию". */
gboolean
trellis_words_end_in_role (const char *text)
{
  g_autofree char *joined = join_words (text);
  gsize            length;
  const char      *last = find_last_word (joined, &length);

  if (last == NULL)
    return FALSE;
  return IS_IN (last, length, role_words) || FIND_ANY (joined, role_phrases) != NULL
         || (is_cyrillic (joined) && FIND_ANY (joined, role_words) != NULL);
}

/* Whether the text is nothing but a level or a range of them. */
gboolean
trellis_words_are_level (const char *text)
{
  g_autofree char *joined = join_words (text);
  gboolean         level = FALSE;

  for (const char *word = joined + 1; *word != '\0';)
    {
      gsize length = strcspn (word, " ");

      if (IS_IN (word, length, level_words))
        level = TRUE;
      else if (!IS_IN (word, length, level_fillers))
        return FALSE;
      word += length + 1;
    }
  return level;
}

gboolean
trellis_words_state_need (const char *text)
{
  g_autofree char *joined = join_words (text);
  const char      *found = FIND_ANY (joined, need_words);
  const char      *thing = FIND_ANY (joined, key_things);

  return found != NULL && (thing == NULL || found != strstr (joined, " key "));
}

/* "I chose … because …": a choice, and behind it a reason. */
gboolean
trellis_words_state_choice (const char *sentence)
{
  g_autofree char *joined = join_words (sentence);
  const char      *choice = FIND_ANY (joined, choice_words);

  return choice != NULL
         && (FIND_ANY (choice, reason_words) != NULL || FIND_ANY (choice, as_clauses) != NULL);
}

/* "Reason:", "Why I chose this role:"; a bare "Why:" may be about a skill. */
gboolean
trellis_words_label_reason (const char *label)
{
  return CONTAINS (label, reason_labels);
}

/* The head of a column, or the label of a line, that says why. */
gboolean
trellis_words_label_why (const char *label)
{
  return CONTAINS (label, why_labels);
}

gboolean
trellis_words_label_skills (const char *label)
{
  return CONTAINS (label, skills_labels);
}

static gboolean
all_words_in (const char *text, const char *const *table, guint n)
{
  g_autofree char *joined = join_words (text);

  if (joined[1] == '\0')
    return FALSE;
  for (const char *word = joined + 1; *word != '\0';)
    {
      gsize length = strcspn (word, " ");

      if (!is_number (word, length) && !is_in (word, length, table, n))
        return FALSE;
      word += length + 1;
    }
  return TRUE;
}

/* "Role title", "Posting 2": what follows it is the title. */
gboolean
trellis_words_label_title (const char *label)
{
  g_autofree char *joined = join_words (label);
  gboolean         title = FALSE;

  for (const char *word = joined + 1; *word != '\0';)
    {
      gsize length = strcspn (word, " ");

      if (IS_IN (word, length, title_labels))
        title = TRUE;
      else if (!is_number (word, length) && !IS_IN (word, length, ordinals))
        return FALSE;
      word += length + 1;
    }
  return title;
}

/* "Link", "Company", "Salary": something about a posting other than title and skills. */
gboolean
trellis_words_label_field (const char *label)
{
  return CONTAINS (label, field_labels);
}

/* "Level", "Why it matters", "Mentioned in": what follows is about the skill above. */
gboolean
trellis_words_label_detail (const char *label)
{
  return all_words_in (label, detail_words, G_N_ELEMENTS (detail_words));
}

/* "First job posting", "Vacancy 3": a label, and no title itself. */
gboolean
trellis_words_label_ordinal (const char *text)
{
  g_autofree char *joined = join_words (text);
  gboolean         counted = FALSE;

  if (joined[1] == '\0')
    return FALSE;
  for (const char *word = joined + 1; *word != '\0';)
    {
      gsize length = strcspn (word, " ");

      if (is_number (word, length) || IS_IN (word, length, ordinals))
        counted = TRUE;
      else if (!IS_IN (word, length, posting_words) && !IS_IN (word, length, title_labels))
        return FALSE;
      word += length + 1;
    }
  return counted || FIND_ANY (joined, posting_words) != NULL;
}

gboolean
trellis_words_name_postings (const char *text)
{
  return CONTAINS (text, posting_words);
}

/* "link to the posting", "hh.ru": a link text that says nothing of its own. */
gboolean
trellis_words_are_empty_link (const char *text)
{
  return all_words_in (text, empty_link_words, G_N_ELEMENTS (empty_link_words));
}

gboolean
trellis_words_are_task (const char *text)
{
  return CONTAINS (text, task_texts);
}

gboolean
trellis_words_mark_challenging (const char *text)
{
  return CONTAINS (text, challenging_words);
}

static gboolean
is_word_of (const char *word, const char *const *table, guint n)
{
  g_autofree char *joined = g_strdup_printf (" %s ", word);

  return is_in (joined + 1, strlen (word), table, n);
}

/* "all", "every": of one folded word. */
gboolean
trellis_words_say_all (const char *word)
{
  return is_word_of (word, all_words, G_N_ELEMENTS (all_words));
}

/* Of one folded word. */
gboolean
trellis_words_mean_posting (const char *word)
{
  return is_word_of (word, posting_words, G_N_ELEMENTS (posting_words));
}

/* Whether one folded word can tell a posting from others: no role, no grade, no function word. */
gboolean
trellis_words_tell_apart (const char *word)
{
  return g_utf8_strlen (word, -1) > 1 && !is_number (word, strlen (word))
         && !is_word_of (word, common_words, G_N_ELEMENTS (common_words))
         && !is_word_of (word, role_words, G_N_ELEMENTS (role_words))
         && !is_word_of (word, grade_words, G_N_ELEMENTS (grade_words));
}
