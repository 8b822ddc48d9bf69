/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-search.h"

#include "trellis-text.h"

#include <string.h>

/* So much of the line stands before the word in an excerpt, bytes. */
#define LEAD 24

struct _TrellisReportSearch
{
  const TrellisReport *report;
  char               **words; /* folded */
  guint                max_hits;
  guint                n_found;
  GPtrArray           *hits;
  GHashTable          *postings; /* ids (gint64 *) of those that were found */

  guint part; /* the next record to look at: its type, and its place there */
  guint index;
};

/* In the sidebar's order of the pages where they are edited. */
static const TrellisRecordType *const parts[] = {
  &trellis_component_type,
  &trellis_involvement_type,
  &trellis_role_type,
  &trellis_standing_type,
  &trellis_common_skill_type,
  &trellis_roadmap_type,
  &trellis_roadmap_topic_type,
  &trellis_posting_type,
  &trellis_posting_skill_type,
  &trellis_claim_type,
  &trellis_section_type,
};

/* What nobody wrote, or nobody reads. */
static gboolean
is_searched (const TrellisField *field)
{
  static const char *const skipped[]
      = { "captured", "document", "level_wording", "node", "slug", "source" };

  if (field->type != TRELLIS_FIELD_TEXT && field->type != TRELLIS_FIELD_MARKDOWN)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (skipped); i++)
    if (g_str_equal (field->name, skipped[i]))
      return FALSE;

  return TRUE;
}

void
trellis_hit_free (TrellisHit *self)
{
  g_free (self->title);
  g_free (self->excerpt);
  g_free (self);
}

static char **
split_words (const char *words)
{
  g_autofree char *folded = trellis_text_fold (words);

  return *folded != '\0' ? g_strsplit (folded, " ", -1) : g_new0 (char *, 1);
}

/* The report must outlive it. After so many hits no more are kept, only counted. */
TrellisReportSearch *
trellis_report_search_new (const TrellisReport *report,
                           const char          *words,
                           guint                max_hits)
{
  TrellisReportSearch *self = g_new0 (TrellisReportSearch, 1);

  self->report = report;
  self->words = split_words (words);
  self->max_hits = max_hits;
  self->hits = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_hit_free);
  self->postings = g_hash_table_new (g_int64_hash, g_int64_equal);
  return self;
}

void
trellis_report_search_free (TrellisReportSearch *self)
{
  g_strfreev (self->words);
  g_ptr_array_unref (self->hits);
  g_hash_table_unref (self->postings);
  g_free (self);
}

static gboolean
has_word (const char *text,
          const char *word)
{
  g_autofree char *folded = trellis_text_fold (text);

  return strstr (folded, word) != NULL;
}

/* The line of @text with the word. A word that only two lines together have is in none. */
static char *
find_line (const char *text,
           const char *word)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (has_word (lines[i], word))
      return g_strdup (g_strstrip (lines[i]));

  return NULL;
}

/* Where the word stands last in the line. Folding moves places, so the place is found by halving:
 * a rest of the line has the word as long as it begins before it. */
static const char *
find_place (const char *line,
            const char *word)
{
  gsize low = 0, high = strlen (line);

  while (high - low > 1)
    {
      gsize       middle = low + (high - low) / 2;
      const char *p = g_utf8_find_prev_char (line, line + middle + 1);

      if (p == NULL || (gsize) (p - line) <= low)
        p = g_utf8_next_char (line + low);
      if ((gsize) (p - line) >= high)
        break;
      if (has_word (p, word))
        low = (gsize) (p - line);
      else
        high = (gsize) (p - line);
    }

  return line + low;
}

/* The line, from some words before the one that was found. */
static char *
cut_excerpt (const char *line,
             const char *word)
{
  const char *place = find_place (line, word);
  const char *start = place - line > LEAD ? place - LEAD : line;

  while (start > line && start < place && *start != ' ')
    start++;
  return start > line ? g_strconcat ("…", start + (*start == ' '), NULL) : g_strdup (line);
}

static const char *
get_text (const TrellisRecordType *type,
          gconstpointer            record,
          const char              *field)
{
  const TrellisField *found = trellis_record_type_find_field (type, field);

  return found != NULL ? trellis_record_get_text (found, record) : "";
}

/* What a record without a name of its own belongs to. */
static const char *
get_owner_name (const TrellisReport     *report,
                const TrellisRecordType *type,
                gconstpointer            record)
{
  if (type == &trellis_involvement_type)
    {
      const TrellisComponent *component
          = trellis_report_find (report, &trellis_component_type,
                                 ((const TrellisInvolvement *) record)->component_id);

      return component != NULL ? component->name : "";
    }

  return get_text (type, record,
                   type == &trellis_section_type                                    ? "heading"
                   : type == &trellis_posting_type || type == &trellis_roadmap_type ? "title"
                                                                                    : "name");
}

static void
take_posting (const TrellisReport       *report,
              TrellisHit                *hit,
              const TrellisPostingSkill *skill)
{
  const TrellisPosting *posting
      = trellis_report_find (report, &trellis_posting_type, skill->posting_id);

  hit->type = &trellis_posting_type;
  hit->id = skill->posting_id;
  hit->field = "title";
  g_set_str (&hit->title, posting != NULL ? posting->title : "");
}

static TrellisHit *
create_hit (TrellisReportSearch     *self,
            const TrellisRecordType *type,
            gconstpointer            record,
            const TrellisField      *field)
{
  TrellisHit      *hit = g_new0 (TrellisHit, 1);
  const char      *text = trellis_record_get_text (field, record);
  g_autofree char *line = NULL;

  hit->type = type;
  hit->id = ((const TrellisRecord *) record)->id;
  hit->field = field->name;
  hit->title = g_strdup (get_owner_name (self->report, type, record));
  if (type == &trellis_posting_skill_type)
    {
      take_posting (self->report, hit, record);
      hit->excerpt = g_strdup (text);
      return hit;
    }
  if (text == get_owner_name (self->report, type, record))
    return hit;

  line = find_line (text, self->words[0]);
  hit->excerpt = line != NULL ? cut_excerpt (line, self->words[0]) : g_strdup (text);
  return hit;
}

/* A posting's skill is shown with the posting; one that was found already is not found again. */
static gboolean
keep_posting (TrellisReportSearch     *self,
              const TrellisRecordType *type,
              gconstpointer            record)
{
  const gint64 *id = NULL;

  if (type == &trellis_posting_type)
    id = &((const TrellisRecord *) record)->id;
  else if (type == &trellis_posting_skill_type)
    id = &((const TrellisPostingSkill *) record)->posting_id;

  return id == NULL || g_hash_table_add (self->postings, (gpointer) id);
}

static void
keep (TrellisReportSearch     *self,
      const TrellisRecordType *type,
      gconstpointer            record,
      const TrellisField      *field)
{
  if (!keep_posting (self, type, record))
    return;

  self->n_found++;
  if (self->hits->len < self->max_hits)
    g_ptr_array_add (self->hits, create_hit (self, type, record, field));
}

/* Looks at one record. Returns: how many bytes it has */
static gsize
look (TrellisReportSearch     *self,
      const TrellisRecordType *type,
      gconstpointer            record)
{
  g_autoptr (GString) all = g_string_new (NULL);
  const TrellisField *first = NULL;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const TrellisField *field = &type->fields[i];
      g_autofree char    *folded = NULL;

      if (!is_searched (field) || *trellis_record_get_text (field, record) == '\0')
        continue;

      folded = trellis_text_fold (trellis_record_get_text (field, record));
      if (first == NULL && strstr (folded, self->words[0]) != NULL)
        first = field;
      g_string_append_c (all, '\n');
      g_string_append (all, folded);
    }

  for (guint i = 0; first != NULL && self->words[i] != NULL; i++)
    if (strstr (all->str, self->words[i]) == NULL)
      first = NULL;
  if (first != NULL)
    keep (self, type, record, first);
  return all->len;
}

/* Searches about @n_bytes further. Returns: whether there is more to search */
gboolean
trellis_report_search_step (TrellisReportSearch *self,
                            gsize                n_bytes)
{
  gsize done = 0;

  while (self->part < G_N_ELEMENTS (parts) && self->words[0] != NULL && done < n_bytes)
    {
      const TrellisRecordType *type = parts[self->part];
      GPtrArray               *records = trellis_report_get_part (self->report, type);

      if (self->index < records->len)
        done += look (self, type, records->pdata[self->index++]) + 1;
      else
        {
          self->part++;
          self->index = 0;
        }
    }

  return self->part < G_N_ELEMENTS (parts) && self->words[0] != NULL;
}

/* Returns: (transfer none) (element-type TrellisHit): what was found until now */
GPtrArray *
trellis_report_search_get_hits (TrellisReportSearch *self)
{
  return self->hits;
}

/* How many records were found, also those that are not kept. */
guint
trellis_report_search_get_n_found (TrellisReportSearch *self)
{
  return self->n_found;
}

/* Returns: (transfer none) (nullable): the word that the excerpts show, folded */
const char *
trellis_report_search_get_first_word (TrellisReportSearch *self)
{
  return self->words[0];
}

/* Returns: (transfer full) (element-type TrellisHit): all that is found, in the pages' order */
GPtrArray *
trellis_report_search (const TrellisReport *report,
                       const char          *words)
{
  g_autoptr (TrellisReportSearch) self = trellis_report_search_new (report, words, G_MAXUINT);

  while (trellis_report_search_step (self, G_MAXSIZE))
    ;
  return g_ptr_array_ref (self->hits);
}
