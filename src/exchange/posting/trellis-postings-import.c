/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-postings-import.h"

#include <glib/gi18n-lib.h>

#include "trellis-file.h"
#include "trellis-posting-import.h"
#include "trellis-posting-index.h"

typedef struct
{
  TrellisPostingsImport base;
  char                 *day;   /* of capture: ISO 8601 */
  TrellisPostingIndex  *known; /* those of the report, then those found */
  GPtrArray            *names; /* char *: what to call each of them */
} Import;

static char *
name_posting (const char *title,
              guint       number)
{
  if (*title != '\0')
    return g_strdup_printf (_("“%s”"), title);
  return g_strdup_printf (_("posting %u"), number);
}

/* Remembers a posting. Takes `found`. */
static void
know (Import              *self,
      TrellisPostingFound *found)
{
  g_ptr_array_add (self->names, name_posting (found->title, self->names->len + 1));
  trellis_posting_index_add (self->known, found);
}

/**
 * trellis_postings_import_new:
 * @report: (nullable): where they are to go, so that repeated ones are noticed
 * @day: the day of capture, ISO 8601
 */
TrellisPostingsImport *
trellis_postings_import_new (const TrellisReport *report,
                             const char          *day)
{
  Import *self = g_new0 (Import, 1);

  self->base.found = trellis_report_new ();
  self->base.problems = g_ptr_array_new_with_free_func (g_free);
  self->base.repeated = g_ptr_array_new_with_free_func (g_free);
  self->day = g_strdup (day);
  self->known = trellis_posting_index_new ();
  self->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; report != NULL && i < report->postings->len; i++)
    know (self, trellis_posting_found_from_record (g_ptr_array_index (report->postings, i)));
  return &self->base;
}

void
trellis_postings_import_free (TrellisPostingsImport *import)
{
  Import *self = (Import *) import;

  trellis_report_free (import->found);
  g_ptr_array_unref (import->problems);
  g_ptr_array_unref (import->repeated);
  trellis_posting_index_free (self->known);
  g_ptr_array_unref (self->names);
  g_free (self->day);
  g_free (self);
}

static void
add_skills (TrellisReport             *report,
            const TrellisPosting      *posting,
            const TrellisPostingFound *found)
{
  for (guint i = 0; i < found->skills->len; i++)
    {
      TrellisPostingSkill *skill = trellis_report_add (report, &trellis_posting_skill_type);

      skill->posting_id = posting->base.id;
      skill->position = (int) i + 1;
      g_set_str (&skill->name, g_ptr_array_index (found->skills, i));
    }
}

static void
add_record (Import                    *self,
            const TrellisPostingFound *found)
{
  TrellisReport  *report = self->base.found;
  TrellisPosting *posting = trellis_report_add (report, &trellis_posting_type);

  posting->position = (int) report->postings->len;
  g_set_str (&posting->title, found->title);
  g_set_str (&posting->employer, found->employer);
  g_set_str (&posting->place, found->place);
  g_set_str (&posting->link, found->link);
  g_set_str (&posting->source, found->source);
  g_set_str (&posting->text, found->text);
  g_set_str (&posting->captured, self->day);
  add_skills (report, posting, found);
}

/* Takes `found`. */
static void
take (Import              *self,
      TrellisPostingFound *found)
{
  int same = trellis_posting_index_find (self->known, found);

  if (same >= 0)
    {
      g_autofree char *name = name_posting (found->title, self->names->len + 1);

      /* Translators: two postings: “Go developer” is there already, as “Backend developer”. */
      g_ptr_array_add (self->base.repeated,
                       g_strdup_printf (_("%s is there already, as %s."), name,
                                        (char *) g_ptr_array_index (self->names, same)));
      trellis_posting_found_free (found);
      return;
    }
  add_record (self, found);
  know (self, found);
}

static void
add_bytes (Import     *self,
           GBytes     *bytes,
           const char *name)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) found = trellis_posting_import_bytes (bytes, name, &error);

  if (found == NULL)
    {
      g_ptr_array_add (self->base.problems, g_strdup (error->message));
      return;
    }
  g_ptr_array_set_free_func (found, NULL);
  for (guint i = 0; i < found->len; i++)
    take (self, g_ptr_array_index (found, i));
}

/* Reads what a browser saved, an answer of a job site, or a text. */
void
trellis_postings_import_add_file (TrellisPostingsImport *import,
                                  const char            *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *name = g_path_get_basename (path);
  g_autoptr (GBytes) bytes = trellis_file_read_bytes (path, TRELLIS_POSTING_MAX_BYTES, &error);

  if (bytes == NULL)
    g_ptr_array_add (import->problems, g_strdup (error->message));
  else
    add_bytes ((Import *) import, bytes, name);
}

/* Reads what was pasted. */
void
trellis_postings_import_add_text (TrellisPostingsImport *import,
                                  const char            *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  add_bytes ((Import *) import, bytes, NULL);
}

/**
 * trellis_postings_find_same:
 * @posting: one of @report's
 *
 * Returns: (nullable): another of its postings with the same link or nearly the same text
 */
const TrellisPosting *
trellis_postings_find_same (const TrellisReport  *report,
                            const TrellisPosting *posting)
{
  TrellisPostingIndex  *others = trellis_posting_index_new ();
  TrellisPostingFound  *found = trellis_posting_found_from_record (posting);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  int                   same;

  for (guint i = 0; i < report->postings->len; i++)
    {
      const TrellisPosting *other = g_ptr_array_index (report->postings, i);

      if (other->base.id == posting->base.id)
        continue;
      g_ptr_array_add (records, (gpointer) other);
      trellis_posting_index_add (others, trellis_posting_found_from_record (other));
    }
  same = trellis_posting_index_find (others, found);
  trellis_posting_found_free (found);
  trellis_posting_index_free (others);
  return same >= 0 ? g_ptr_array_index (records, same) : NULL;
}
