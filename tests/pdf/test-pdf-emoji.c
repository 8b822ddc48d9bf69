/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "pdf-recorder.h"
#include "pdf-sample.h"
#include "trellis-markdown.h"
#include "trellis-pdf-private.h"

/* Which pictures have an outline depends on the machine's fonts: either that or the name is right,
 * a mark for "unknown" never is. */

static PdfRecorder recorder;

static const char *
read_aloud (const char *language,
            const char *markdown)
{
  g_autoptr (TrellisNode) document = trellis_markdown_parse (markdown);
  TrellisPdfOptions       options = pdf_sample_options ();

  if (recorder.log != NULL)
    pdf_recorder_clear (&recorder);
  options.language = language;
  options.title = "Signals";
  {
    g_autoptr (TrellisPages) pages = trellis_pages_new (document, &options, NULL, NULL);

    pdf_recorder_init (&recorder);
    pdf_recorder_paint (&recorder, trellis_pages_get_flow (pages));
  }
  g_assert_cmpuint (recorder.n_overlaps, ==, 0);
  g_assert_null (strstr (recorder.content->str, "\ufffd"));
  return recorder.content->str;
}

static void
assert_either (const char *text,
               const char *drawn,
               const char *named)
{
  if (strstr (text, drawn) == NULL && strstr (text, named) == NULL)
    g_error ("neither %s nor %s: %s", drawn, named, text);
}

static void
test_a_picture_is_drawn_or_named (void)
{
  const char *text = read_aloud ("en", "Launch 🚀, done ✅, not ❌, thanks 🙏!\n");

  assert_either (text, "🚀", "[rocket]");
  assert_either (text, "✅", "✔");
  assert_either (text, "❌", "✘");
  assert_either (text, "🙏", "[folded hands]");
  g_assert_null (strstr (text, "?"));
}

static void
test_names_are_in_the_documents_language (void)
{
  const char *text = read_aloud ("ru", "Старт 🚀 и ключ 🔑.\n");

  assert_either (text, "🚀", "[ракета]");
  assert_either (text, "🔑", "[ключ]");
}

static void
test_a_rare_picture_is_told_by_its_number (void)
{
  const char *text = read_aloud ("en", "So 🫠.\n");

  assert_either (text, "🫠", "[U+1FAE0]");
}

static void
test_what_only_modifies_is_not_named (void)
{
  const char *text = read_aloud ("en", "A 🧑🏽‍🚀 in 🇫🇮 presses 1️⃣.\n");

  g_assert_null (strstr (text, "1F3FD"));
  g_assert_null (strstr (text, "200D"));
  assert_either (text, "🇫🇮", "FI");
  g_assert_nonnull (strstr (text, "presses 1."));
}

/* A name is longer than the picture: what stands behind it moves. */
static void
test_links_keep_to_their_words (void)
{
  g_autofree char *linked = NULL;
  const char      *start, *end;

  read_aloud ("en", "🚀🔧 *see* 🐧 [the 🚀 docs](https://lamp.example/) **now** 🚀\n");
  start = strstr (recorder.log->str, "<Link https://lamp.example/>\n");
  g_assert_nonnull (start);
  start += strlen ("<Link https://lamp.example/>\n");
  end = strstr (start, "</Link>");
  linked = g_strdelimit (g_strndup (start, (gsize) (end - start)), "\n", ' ');
  g_assert_true (g_str_has_prefix (linked, "the "));
  g_assert_nonnull (strstr (linked, "docs"));
  g_assert_null (strstr (linked, "see"));
  g_assert_null (strstr (linked, "now"));
}

static void
test_text_signs_stay_as_they_are (void)
{
  const char *text = read_aloud ("en", "A → B ≤ C, № 5 — “so” … ☑ ★\n");

  g_assert_nonnull (strstr (text, "A → B ≤ C, № 5 — “so” … ☑ ★"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/emoji/a-picture-is-drawn-or-named", test_a_picture_is_drawn_or_named);
  g_test_add_func ("/pdf/emoji/names-are-in-the-documents-language",
                   test_names_are_in_the_documents_language);
  g_test_add_func ("/pdf/emoji/a-rare-picture-is-told-by-its-number",
                   test_a_rare_picture_is_told_by_its_number);
  g_test_add_func ("/pdf/emoji/what-only-modifies-is-not-named",
                   test_what_only_modifies_is_not_named);
  g_test_add_func ("/pdf/emoji/links-keep-to-their-words", test_links_keep_to_their_words);
  g_test_add_func ("/pdf/emoji/text-signs-stay-as-they-are", test_text_signs_stay_as_they_are);
  return g_test_run ();
}
