/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-postings-import.h"

#include <glib/gi18n-lib.h>

#include "trellis-file.h"
#include "trellis-posting-import.h"
#include "trellis-posting-index.h"

/* So many of a page's other postings are named. */
#define MAX_CHOICES 3

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
  self->base.left_out = g_ptr_array_new_with_free_func (g_free);
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
  g_ptr_array_unref (import->left_out);
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

/* What became of a file's postings. */
typedef struct
{
  guint       n_added;
  guint       n_repeated;
  const char *last_repeated; /* a sentence */
} Outcome;

/* Takes `found`. */
static void
take (Import              *self,
      TrellisPostingFound *found,
      Outcome             *outcome)
{
  int same = trellis_posting_index_find (self->known, found);

  if (same >= 0)
    {
      g_autofree char *name = name_posting (found->title, self->names->len + 1);
      /* Translators: two postings: “Go developer” is there already, as “Backend developer”. */
      char *sentence = g_strdup_printf (_("%s is there already, as %s."), name,
                                        (char *) g_ptr_array_index (self->names, same));

      g_ptr_array_add (self->base.repeated, sentence);
      outcome->n_repeated++;
      outcome->last_repeated = sentence;
      trellis_posting_found_free (found);
      return;
    }
  add_record (self, found);
  know (self, found);
  outcome->n_added++;
}

/* A sentence on the postings that a page shows beside its own. */
static void
add_choices (Import                    *self,
             const TrellisPostingFound *found,
             const char                *name)
{
  g_autoptr (GString) titles = g_string_new (NULL);
  guint               n = found->choices != NULL ? found->choices->len : 0;

  for (guint i = 0; i < n && i < MAX_CHOICES; i++)
    {
      const TrellisPostingFound *choice = g_ptr_array_index (found->choices, i);

      g_autofree char *title = name_posting (choice->title, i + 1);

      g_string_append_printf (titles, "%s%s", i > 0 ? ", " : "", title);
    }
  if (n > MAX_CHOICES)
    g_string_append (titles, ", …");
  if (n == 0)
    return;

  g_ptr_array_add (
      self->base.left_out,
      g_strdup_printf (
          /* Translators: a page's name, a number, titles: “Go developer”, “Tester”. */
          ngettext ("“%s” shows %u other posting, which was left out: %s.",
                    "“%s” shows %u other postings, which were left out: %s.", n),
          name, n, titles->str));
}

/* Returns: (transfer full): sentences on what a file says beyond what is kept of it, or empty */
static char *
tell_left_out (Import     *self,
               GPtrArray  *found,
               const char *name)
{
  GString *text = g_string_new (NULL);
  guint    n = self->base.left_out->len;

  add_choices (self, g_ptr_array_index (found, 0), name);
  for (guint i = 0; i < found->len; i++)
    if (((const TrellisPostingFound *) g_ptr_array_index (found, i))->is_cut)
      g_ptr_array_add (self->base.left_out,
                       g_strdup_printf (_("“%s” is longer than 200,000 characters; only its "
                                          "beginning is kept."),
                                        name));
  for (; n < self->base.left_out->len; n++)
    g_string_append_printf (text, " %s", (char *) g_ptr_array_index (self->base.left_out, n));
  return g_string_free_and_steal (text);
}

/* Returns: (transfer full): "“Rigger”, Sail Yard" */
static char *
name_found (const TrellisPostingFound *found,
            guint                      number)
{
  g_autofree char *title = name_posting (found->title, number);

  return g_strjoin (", ", title, *found->employer != '\0' ? found->employer : NULL, NULL);
}

/* One line on what became of the one posting of a file. */
static char *
tell_one (const char    *file,
          const char    *posting,
          gboolean       is_partial,
          const Outcome *outcome)
{
  if (outcome->n_added == 0)
    /* Translators: a file's name, and a sentence on the posting in it. */
    return g_strdup_printf (_("“%s”: %s"), file, outcome->last_repeated);
  if (is_partial)
    /* Translators: a file's name; a title, and maybe an employer: “Rigger”, Sail Yard. */
    return g_strdup_printf (_("“%s”: added %s; the file holds only an excerpt of its text."), file,
                            posting);
  return g_strdup_printf (_("“%s”: added %s."), file, posting);
}

static char *
tell_many (const char    *file,
           const Outcome *outcome)
{
  g_autofree char *added = g_strdup_printf (
      ngettext ("%u posting added", "%u postings added", outcome->n_added), outcome->n_added);
  g_autofree char *repeated = g_strdup_printf (
      ngettext ("%u is there already", "%u are there already", outcome->n_repeated),
      outcome->n_repeated);

  /* Translators: a file's name; “3 postings added”; “2 are there already”. */
  return g_strdup_printf (_("“%s”: %s; %s."), file, added, repeated);
}

/* Returns: (transfer full): what was found, kept, and left out, and why */
static char *
add_bytes (Import     *self,
           GBytes     *bytes,
           const char *name)
{
  g_autoptr (GError)         error = NULL;
  g_autoptr (GPtrArray)      found = trellis_posting_import_bytes (bytes, name, &error);
  g_autofree char           *posting = NULL;
  g_autofree char           *told = NULL;
  g_autofree char           *left_out = NULL;
  const TrellisPostingFound *first;
  gboolean                   is_partial;
  Outcome                    outcome = { 0 };

  if (found == NULL)
    {
      g_ptr_array_add (self->base.problems, g_strdup (error->message));
      return g_strdup (error->message);
    }

  first = g_ptr_array_index (found, 0);
  posting = name_found (first, self->names->len + 1);
  is_partial = first->is_partial;
  left_out = tell_left_out (self, found, name != NULL ? name : _("Pasted text"));
  g_ptr_array_set_free_func (found, NULL);
  for (guint i = 0; i < found->len; i++)
    take (self, g_ptr_array_index (found, i), &outcome);

  told = found->len == 1 ? tell_one (name != NULL ? name : "", posting, is_partial, &outcome)
                         : tell_many (name != NULL ? name : "", &outcome);
  return g_strconcat (told, left_out, NULL);
}

static char *
add_file (Import     *self,
          const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *name = g_path_get_basename (path);
  g_autofree char   *shown = g_filename_display_name (name);
  g_autoptr (GBytes) bytes = trellis_file_read_bytes (path, TRELLIS_POSTING_MAX_BYTES, &error);

  if (bytes != NULL)
    return add_bytes (self, bytes, shown);
  g_ptr_array_add (self->base.problems, g_strdup (error->message));
  return g_strdup (error->message);
}

/**
 * trellis_postings_import_add_files:
 * @paths: (element-type filename): what a browser saved, answers of job sites, texts
 * @cancellable: (nullable):
 * @progress: (nullable): called behind each file
 *
 * Reads one file after another. What cannot be read is said, and hinders no other.
 *
 * Returns: %FALSE when it was cancelled; @self is then to be thrown away
 */
gboolean
trellis_postings_import_add_files (TrellisPostingsImport  *self,
                                   GPtrArray              *paths,
                                   GCancellable           *cancellable,
                                   TrellisPostingsProgress progress,
                                   gpointer                data,
                                   GError                **error)
{
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *told = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      told = add_file ((Import *) self, g_ptr_array_index (paths, i));
      if (progress != NULL)
        progress (i + 1, paths->len, told, data);
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* Reads what was pasted. */
void
trellis_postings_import_add_text (TrellisPostingsImport *import,
                                  const char            *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  g_free (add_bytes ((Import *) import, bytes, NULL));
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
