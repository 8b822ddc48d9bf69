/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <zlib.h>

#include "pdf-sample.h"
#include "trellis-error.h"
#include "trellis-pdf-finish.h"
#include "trellis-pdf-icc.h"
#include "trellis-pdf-writer.h"

static GBytes *
render (TrellisNode *document)
{
  g_autoptr (TrellisNode) owned = document;
  TrellisPdfOptions       options = pdf_sample_options ();
  g_autoptr (GError)      error = NULL;
  GBytes                 *file = trellis_pdf_render (document, &options, NULL, &error);

  g_assert_no_error (error);
  return file;
}

static gsize
find_xref (const char *data,
           gsize       length)
{
  const char *start = memmem (data + length - 40, 40, "startxref\n", 10);

  g_assert_nonnull (start);
  return (gsize) g_ascii_strtoull (start + 10, NULL, 10);
}

static GByteArray *
inflate_stream (const char *object)
{
  const char *length = strstr (object, "/Length "), *data = strstr (object, "stream\n") + 7;
  GByteArray *out = g_byte_array_new ();
  uLongf      size = 1 << 20;

  g_byte_array_set_size (out, (guint) size);
  g_assert_cmpint (uncompress (out->data, &size, (const Bytef *) data,
                               (uLong) g_ascii_strtoull (length + 8, NULL, 10)),
                   ==, Z_OK);
  g_byte_array_set_size (out, (guint) size);
  return out;
}

/* Every entry of the cross-reference stream leads to the object it names. */
static void
test_every_object_is_where_the_file_says (void)
{
  g_autoptr (GBytes)     file = render (pdf_sample_report ());
  gsize                  length;
  const char            *data = g_bytes_get_data (file, &length);
  g_autoptr (GByteArray) table = inflate_stream (data + find_xref (data, length));
  guint                  n_free = 0, n_packed = 0;

  g_assert_cmpuint (table->len % 7, ==, 0);
  for (guint i = 0; i < table->len / 7; i++)
    {
      const guint8 *entry = table->data + i * 7;
      guint32       where = ((guint32) entry[1] << 24) | ((guint32) entry[2] << 16)
                      | ((guint32) entry[3] << 8) | entry[4];
      g_autofree char *head = g_strdup_printf ("%u 0 obj\n", i);

      if (entry[0] == 1)
        g_assert_true (where < length && strncmp (data + where, head, strlen (head)) == 0);
      n_free += entry[0] == 0;
      n_packed += entry[0] == 2;
    }
  g_assert_cmpuint (n_packed, >, 100);
  g_assert_cmpuint (n_free, >, 0);
}

static void
test_the_same_report_gives_the_same_bytes (void)
{
  g_autoptr (GBytes) once = render (pdf_sample_report ());
  g_autoptr (GBytes) again = render (pdf_sample_report ());

  g_assert_true (g_bytes_equal (once, again));
}

static gpointer
render_elsewhere (gpointer data)
{
  return render (pdf_sample_report ());
}

/* Fonts that other documents needed, and another thread with fonts of its own, leave no trace. */
static void
test_what_came_before_leaves_no_trace (void)
{
  g_autoptr (GBytes)      once = render (pdf_sample_report ());
  g_autoptr (TrellisNode) other = trellis_node_new (TRELLIS_NODE_DOCUMENT);
  g_autoptr (GBytes)      unlike = NULL;
  g_autoptr (GBytes)      again = NULL;
  g_autoptr (GBytes)      elsewhere = NULL;

  trellis_node_append (other, pdf_sample_paragraph ("☂ ሰላም ᚠ 漢字 ∀x 𝔄 😀"));
  unlike = render (g_steal_pointer (&other));
  again = render (pdf_sample_report ());
  elsewhere = g_thread_join (g_thread_new ("pdf", render_elsewhere, NULL));
  g_assert_false (g_bytes_equal (once, unlike));
  g_assert_true (g_bytes_equal (once, again));
  g_assert_true (g_bytes_equal (once, elsewhere));
}

static void
test_what_is_no_pdf_is_refused (void)
{
  static const char *const files[] = {
    "",
    "startxref",
    "startxref\n0\n%%EOF",
    "%PDF-1.4\nxref\n0 99999999\nstartxref\n9\n%%EOF",
    "xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 7 0 R >>\nstartxref\n0\n%%EOF",
    "xref\n0 2\n0000000000 65535 f \n9999999999 00000 n \nstartxref\n0\n%%EOF",
  };
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  TrellisPdfFinish      finish = {
         .title = "", .language = "en", .date = "", .elements = none, .links = none
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
          trellis_pdf_finish ((const guint8 *) files[i], strlen (files[i]), &finish, &error));
      g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT);
    }
}

static void
assert_string (const char *text,
               const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  trellis_pdf_writer_append_string (out, text);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_strings_are_escaped (void)
{
  assert_string ("plain", "(plain)");
  assert_string ("a (b) \\c", "(a \\(b\\) \\\\c)");
  assert_string ("Я", "<FEFF042F>");
  assert_string ("\360\237\230\200", "<FEFFD83DDE00>");
}

static void
test_the_profile_is_as_long_as_it_says (void)
{
  g_autoptr (GByteArray) profile = trellis_pdf_icc_srgb ();

  g_assert_cmpuint (profile->len % 4, ==, 0);
  g_assert_cmpuint ((guint) profile->data[2] << 8 | profile->data[3], ==, profile->len);
  g_assert_cmpmem (profile->data + 36, 4, "acsp", 4);
}

/* What follows asks the tools that others read our files with; without them it is skipped. */
static char *
run_tool (const char *file,
          const char *first,
          ...) G_GNUC_NULL_TERMINATED;

static char *
run_tool (const char *file,
          const char *first,
          ...)
{
  g_autoptr (GStrvBuilder) command = g_strv_builder_new ();
  g_auto (GStrv)           argv = NULL;
  char                    *output = NULL;
  const char              *argument;
  int                      status = 0;
  va_list                  arguments;

  va_start (arguments, first);
  for (argument = first; argument != NULL; argument = va_arg (arguments, const char *))
    g_strv_builder_add (command, g_str_equal (argument, "FILE") ? file : argument);
  va_end (arguments);
  argv = g_strv_builder_end (command);
  g_assert_true (g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                               &status, NULL));
  g_assert_cmpint (status, ==, 0);
  return output;
}

static char *
save (TrellisNode *document)
{
  g_autoptr (GBytes) file = render (document);
  char              *path = NULL;
  int                fd = g_file_open_tmp ("trellis-XXXXXX.pdf", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (file, NULL),
                                      (gssize) g_bytes_get_size (file), NULL));
  return path;
}

static gboolean
has_tool (const char *name)
{
  g_autofree char *path = g_find_program_in_path (name);

  if (path == NULL)
    g_test_skip ("the tool is not installed");
  return path != NULL;
}

static guint
count (const char *text,
       const char *word)
{
  guint n = 0;

  for (; (text = strstr (text, word)) != NULL; text += strlen (word))
    n++;
  return n;
}

static void
test_qpdf_finds_no_fault (void)
{
  g_autofree char *path = NULL, *check = NULL;

  if (!has_tool ("qpdf"))
    return;
  path = save (pdf_sample_report ());
  check = run_tool (path, "qpdf", "--check", "FILE", NULL);
  g_assert_nonnull (strstr (check, "No syntax or stream encoding errors found"));
  g_unlink (path);
}

static void
test_what_accessibility_asks_for_is_there (void)
{
  g_autofree char *path = NULL, *json = NULL;

  if (!has_tool ("qpdf"))
    return;
  path = save (pdf_sample_report ());
  json = run_tool (path, "qpdf", "--json=2", "--json-key=qpdf", "FILE", NULL);
  g_assert_nonnull (strstr (json, "\"/Lang\": \"u:en\""));
  g_assert_nonnull (strstr (json, "\"/Lang\": \"u:ru\""));
  g_assert_nonnull (strstr (json, "DisplayDocTitle"));
  g_assert_nonnull (strstr (json, "GTS_PDFA1"));
  g_assert_nonnull (strstr (json, "\"/ID\""));
  g_assert_nonnull (strstr (json, "\"/Outlines\""));
  g_assert_cmpuint (count (json, "\"/Type\": \"/Page\""), ==, count (json, "\"/Tabs\": \"/S\""));
  g_assert_cmpuint (count (json, "\"/S\": \"/TH\""), ==, count (json, "\"/Scope\""));
  g_assert_cmpuint (count (json, "\"/Subtype\": \"/Link\""), ==, 3);
  g_assert_cmpuint (count (json, "\"/Contents\": \"u:link to the posting"), ==, 3);
  g_assert_cmpuint (count (json, "CIDFontType2"), ==, count (json, "\"/CIDToGIDMap\""));
  g_unlink (path);
}

static void
assert_in_order (const char *text,
                 ...)
{
  const char *word;
  va_list     words;

  va_start (words, text);
  while ((word = va_arg (words, const char *)) != NULL)
    {
      const char *found = strstr (text, word);

      if (found == NULL)
        g_test_message ("not found, or not in this order: %s", word);
      g_assert_nonnull (found);
      text = found + strlen (word);
    }
  va_end (words);
}

static void
test_poppler_reads_the_structure (void)
{
  g_autofree char *path = NULL, *tree = NULL, *info = NULL, *urls = NULL;

  if (!has_tool ("pdfinfo"))
    return;
  path = save (pdf_sample_report ());
  info = run_tool (path, "pdfinfo", "FILE", NULL);
  assert_in_order (info, "Who builds Ferryline", "Anna Petrova", "Tagged:          yes", NULL);
  tree = run_tool (path, "pdfinfo", "-struct-text", "FILE", NULL);
  assert_in_order (tree, "H1", "\"Who builds Ferryline\"", "\"Author: Anna Petrova, group 402\"",
                   "THead", "/Scope /Column", "\"Back-end engineer\"", "/Scope /Row",
                   "\"Seat map\"", "Lbl", "\"1.\"", "LBody",
                   "and helps the others when the summer rush begins.\"", "Link", "Object",
                   "BlockQuote", NULL);
  urls = run_tool (path, "pdfinfo", "-url", "FILE", NULL);
  assert_in_order (urls, "https://jobs.example.org/v/48213\n",
                   "https://xn--80aac6chp.example.org/%D0%B2", "q=%27a%27&b=%22c%22",
                   "utm_medium=print", NULL);
  g_unlink (path);
}

/* One glyph would have one meaning in all of the file. */
static void
test_poppler_tells_the_signs_apart (void)
{
  g_autoptr (TrellisNode)  document = pdf_sample_report ();
  TrellisPdfOptions        options = pdf_sample_options ();
  g_autoptr (TrellisPages) pages = trellis_pages_new (document, &options, NULL, NULL);
  static const char *const signs[] = { "●", "✓", "✗", "·", ".", "," };
  g_autofree char         *path = NULL, *text = NULL;

  if (!has_tool ("pdftotext"))
    return;
  path = save (pdf_sample_report ());
  text = run_tool (path, "pdftotext", "-raw", "FILE", "-", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      guint n = 0;

      for (guint j = 0; j < trellis_pages_get_n_pages (pages); j++)
        {
          g_autofree char *page = trellis_pages_get_text (pages, j);

          n += count (page, signs[i]);
        }
      g_assert_cmpuint (n, >, 0);
      g_assert_cmpuint (count (text, signs[i]), ==, n);
    }
  g_unlink (path);
}

static void
test_poppler_reads_the_words_in_order (void)
{
  g_autofree char *path = NULL, *text = NULL;

  if (!has_tool ("pdftotext"))
    return;
  path = save (pdf_sample_report ());
  text = run_tool (path, "pdftotext", "-raw", "FILE", "-", NULL);
  assert_in_order (text, "Who builds Ferryline", "Components and roles", "Seat map",
                   "Driver console", "Roles and responsibilities", "designs and maintains its part",
                   "My chosen role", "Skills I already have", "Job market snapshot",
                   "Разработчик бэкенда", "Personal reflection", "потому что мне интересно",
                   "Criteria", NULL);
  g_unlink (path);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file/every-object-is-where-the-file-says",
                   test_every_object_is_where_the_file_says);
  g_test_add_func ("/file/the-same-report-gives-the-same-bytes",
                   test_the_same_report_gives_the_same_bytes);
  g_test_add_func ("/file/what-came-before-leaves-no-trace",
                   test_what_came_before_leaves_no_trace);
  g_test_add_func ("/file/what-is-no-pdf-is-refused", test_what_is_no_pdf_is_refused);
  g_test_add_func ("/file/strings-are-escaped", test_strings_are_escaped);
  g_test_add_func ("/file/the-profile-is-as-long-as-it-says",
                   test_the_profile_is_as_long_as_it_says);
  g_test_add_func ("/file/qpdf-finds-no-fault", test_qpdf_finds_no_fault);
  g_test_add_func ("/file/what-accessibility-asks-for-is-there",
                   test_what_accessibility_asks_for_is_there);
  g_test_add_func ("/file/poppler-reads-the-structure", test_poppler_reads_the_structure);
  g_test_add_func ("/file/poppler-tells-the-signs-apart", test_poppler_tells_the_signs_apart);
  g_test_add_func ("/file/poppler-reads-the-words-in-order", test_poppler_reads_the_words_in_order);
  return g_test_run ();
}
