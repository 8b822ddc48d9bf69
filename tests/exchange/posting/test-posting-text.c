/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pasted text, encodings and dates. */

#include "fixture.h"
#include "trellis-posting-text.h"

#include <string.h>

static void
a_pasted_text_is_read_by_its_labels (void)
{
  g_autoptr (TrellisPostingFound) found = fixture_read (
      NULL, "\n# Rigger of data\n\nКомпания: Верфь «Штиль»\nГород: Велес\n"
            "Ссылка: https://spb.hh.ru/vacancy/4711?from=x\n\nWe rig.\n• Rope\n•\tWire\n\n"
            "Ключевые навыки\n\nRope\nSQL\n\nПохожие вакансии");

  g_assert_cmpstr (found->title, ==, "Rigger of data");
  g_assert_cmpstr (found->employer, ==, "Верфь «Штиль»");
  g_assert_cmpstr (found->place, ==, "Велес");
  g_assert_cmpstr (found->link, ==, "https://hh.ru/vacancy/4711");
  fixture_assert_holds (found->text, "We rig.\n- Rope\n- Wire");
  fixture_assert_skills (found, "Rope, SQL");
}

static void
a_title_may_have_a_label (void)
{
  static const char *const titles[] = {
    "Вакансия: Rigger",
    "Должность: Rigger",
    "Position: Rigger",
    "Job title: Rigger",
    "Rigger",
    "**Rigger**",
    "[Remote] Rigger",
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char                *text = g_strconcat (titles[i], "\n\nWe rig ships.\n", NULL);
      g_autoptr (TrellisPostingFound) found = fixture_read (NULL, text);

      g_assert_cmpstr (found->title, ==, i == 6 ? titles[i] : "Rigger");
    }
}

/* The whole text stays, whatever is read from it. */
static void
a_pasted_text_loses_no_line (void)
{
  g_autoptr (TrellisPostingFound) found
      = fixture_read (NULL, "Rigger\r\nCompany: Yard\r\nhttps://yard.org/jobs/7\r\n\tWe rig.");

  g_assert_cmpstr (found->text, ==, "Rigger\nCompany: Yard\nhttps://yard.org/jobs/7\nWe rig.");
}

static void
an_encoding_is_told_or_guessed (void)
{
  static const char *const encodings[] = {
    "windows-1251",
    "KOI8-R",
    "CP866",
    "UTF-16LE",
    "UTF-16BE",
    "UTF-8",
  };
  static const char text[] = "Такелажник данных\n\nМы вяжем узлы и чиним паруса в любую погоду, "
                             "а Вы знаете SQL и не боитесь высоты.\n";

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize            length;
      g_autofree char *with_mark = g_strconcat (i == 3 || i == 4 ? "\xEF\xBB\xBF" : "", text, NULL);
      g_autofree char *bytes
          = g_convert (with_mark, -1, encodings[i], "UTF-8", NULL, &length, NULL);
      g_autoptr (TrellisPostingFound) found = fixture_read_bytes ("note.txt", bytes, length);

      g_assert_cmpstr (found->title, ==, "Такелажник данных");
      fixture_assert_holds (found->text, "не боитесь высоты.");
    }
}

static void
a_western_text_is_not_taken_for_russian (void)
{
  static const char               text[] = "Takler in Z\xFCrich\n\nWir f\xFChren \xDC"
                                           "bungen f\xFCr Schiffe.\n";
  g_autoptr (TrellisPostingFound) found = fixture_read_bytes ("note.txt", text, sizeof text - 1);

  g_assert_cmpstr (found->title, ==, "Takler in Zürich");
  fixture_assert_holds (found->text, "Wir führen Übungen für Schiffe.");
}

/* A byte that the encoding has not costs that byte, not the page. */
static void
a_byte_that_is_none_costs_no_more (void)
{
  static const char *const heads[] = {
    "<html><head><meta charset=\"windows-1251\"></head>",
    "<html><head><meta http-equiv=Content-Type content='text/html; charset=cp1251'></head>",
    "<?xml version=\"1.0\" encoding=\"windows-1251\"?><html>",
    "<html><head><meta charset=\"utf-8\"></head>",
    "<html>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *page = g_strconcat (
          heads[i],
          "<h1 data-qa=\"vacancy-title\">\xd8\xe2\xe5\xff</h1><div data-qa=\"vacancy-description\">"
          "<p>\xd8\xfc\xb8\xf2\x98 \xef\xe0\xf0\xf3\xf1\xe0.</p></div>",
          NULL);
      g_autoptr (TrellisPostingFound) found = fixture_read ("old.html", page);

      g_assert_cmpstr (found->title, ==, "Швея");
      fixture_assert_holds (found->text, "Шьёт");
      fixture_assert_holds (found->text, "паруса.");
    }
}

static void
a_page_in_utf_8_may_name_another_encoding (void)
{
  g_autoptr (TrellisPostingFound) found = fixture_read (
      "page.html", "<html><head><meta charset=\"windows-1251\"></head><body>"
                   "<h1 data-qa=\"vacancy-title\">Швея</h1>"
                   "<div data-qa=\"vacancy-description\">Шьёт</div></body></html>");

  g_assert_cmpstr (found->title, ==, "Швея");
}

static void
a_zero_or_a_broken_byte_ends_no_text (void)
{
  static const char               text[] = "Rigger\n\nWe rig\0 ships \xff with rope.";
  static const char               wide[] = "\xFF\xFER\0i\0g\0\0\0g\0e\0r\0\n\0W\0e\0 \0r\0i\0g\0";
  g_autoptr (TrellisPostingFound) found = fixture_read_bytes ("note.txt", text, sizeof text - 1);
  g_autoptr (TrellisPostingFound) other = fixture_read_bytes ("wide.txt", wide, sizeof wide - 1);

  fixture_assert_holds (found->text, "with rope.");
  g_assert_cmpstr (other->title, ==, "Rigger");
  fixture_assert_holds (other->text, "We rig");
}

/* Browsers and programs may leave what they were sent as it came. */
static void
a_compressed_file_is_read (void)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GOutputStream)   memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream)   out
      = g_converter_output_stream_new (memory, G_CONVERTER (compressor));
  static const char               text[] = "Rigger\n\nWe rig ships.";
  g_autoptr (GBytes)              bytes = NULL;
  g_autoptr (TrellisPostingFound) found = NULL;

  g_assert_true (g_output_stream_write_all (out, text, strlen (text), NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (out, NULL, NULL));
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  found = fixture_read_bytes ("note.txt.gz", g_bytes_get_data (bytes, NULL),
                              g_bytes_get_size (bytes));
  g_assert_cmpstr (found->text, ==, text);
}

static void
days_in_every_notation (void)
{
  static const char *const days[][2] = {
    { "2026-05-27", "2026-05-27" },
    { "2026-05-27T09:08:40.609+03:00", "2026-05-27" },
    { "2026-05-27T09:08:40Z", "2026-05-27" },
    { "2026-05-27T09:08:40+0300", "2026-05-27" },
    { "2026-05-27T00:00", "2026-05-27" },
    { "2026-05-27 09:08:40", "2026-05-27" },
    { " 2026/05/27", "2026-05-27" },
    { "20260527", "2026-05-27" },
    { "27.05.2026", "2026-05-27" },
    { "27 мая 2026 г.", "2026-05-27" },
    { "27 May 2026", "2026-05-27" },
    { "May 27, 2026", "2026-05-27" },
    { "1 Sept. 2026", "2026-09-01" },
    { "Wed, 27 May 2026 09:08:40 GMT", "2026-05-27" },
    { "1779840000", "2026-05-27" },
    { "1779840000000", "2026-05-27" },
    { "1970-01-01", NULL },
    { "2026-02-30", NULL },
    { "2026-13-01", NULL },
    { "05/27/2026", NULL },
    { "0000-00-00", NULL },
    { "yesterday", NULL },
    { "99999999999999999999", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *day = trellis_posting_text_find_day (days[i][0]);

      g_assert_cmpstr (day, ==, days[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/posting/text/a-pasted-text-is-read-by-its-labels",
                   a_pasted_text_is_read_by_its_labels);
  g_test_add_func ("/posting/text/a-title-may-have-a-label", a_title_may_have_a_label);
  g_test_add_func ("/posting/text/a-pasted-text-loses-no-line", a_pasted_text_loses_no_line);
  g_test_add_func ("/posting/text/an-encoding-is-told-or-guessed", an_encoding_is_told_or_guessed);
  g_test_add_func ("/posting/text/a-western-text-is-not-taken-for-russian",
                   a_western_text_is_not_taken_for_russian);
  g_test_add_func ("/posting/text/a-byte-that-is-none-costs-no-more",
                   a_byte_that_is_none_costs_no_more);
  g_test_add_func ("/posting/text/a-page-in-utf-8-may-name-another-encoding",
                   a_page_in_utf_8_may_name_another_encoding);
  g_test_add_func ("/posting/text/a-zero-or-a-broken-byte-ends-no-text",
                   a_zero_or_a_broken_byte_ends_no_text);
  g_test_add_func ("/posting/text/a-compressed-file-is-read", a_compressed_file_is_read);
  g_test_add_func ("/posting/text/days-in-every-notation", days_in_every_notation);

  return g_test_run ();
}
