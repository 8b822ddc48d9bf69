/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is no posting is refused with the reason and what to do instead. */

#include "fixture.h"
#include "trellis-error.h"

#include <string.h>

static void
web_archives_are_refused (void)
{
  static const char *const archives[] = {
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://yard.org/7\r\nSubject: Rigger\r\n"
    "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\r\n<html>",
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"x\"\n\n--x\n<html></html>",
    "\xEF\xBB\xBF\r\nFrom: \"Saved by a browser\"\r\nMIME-Version: 1.0\r\n"
    "Content-Type: Multipart/Related; boundary=x\r\n\r\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (archives); i++)
    {
      fixture_assert_refused ("page.mhtml", archives[i], "MHTML");
      fixture_assert_refused ("page.html", archives[i], "HTML Only");
    }
}

static void
questions_whether_one_is_a_person_are_refused (void)
{
  static const char *const pages[] = {
    "<html><head><title>Just a moment...</title></head><body><p>Enable JavaScript and cookies to "
    "continue</p></body></html>",
    "<html><head><title>Вы не робот?</title></head><body><form>x</form></body></html>",
    "<html><body><h1>Подтвердите, что запросы отправляли вы, а не робот</h1></body></html>",
    "<html><body><p>Введите капчу</p></body></html>",
    "<html><head><title>Security check</title><script src=\"https://js.hcaptcha.com/1/api.js\">"
    "</script></head><body><form><div class=\"h-captcha\" data-sitekey=\"x\"></div></form></body>",
    "<html><head><title>Attention Required!</title></head><body><div id=\"cf-wrapper\">Sorry, you "
    "have been blocked</div></body></html>",
    "<html><body><div class=\"g-recaptcha\"></div><p>One more step</p></body></html>",
    "<html><head><title>DDoS-Guard</title></head><body>Проверка браузера</body></html>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    fixture_assert_refused ("page.html", pages[i], "captcha");
}

static void
error_pages_are_refused (void)
{
  static const char *const pages[] = {
    "<html><head><title>403 Forbidden</title></head><body><center>nginx</center></body></html>",
    "<html><head><title>Ошибка</title></head><body><h1>Страница не найдена</h1></body></html>",
    "<html><body><h1>502 Bad Gateway</h1></body></html>",
    "<html><head><title>Access denied</title></head><body></body></html>",
    "<html><head><title>Page not found | Jobs</title></head><body><p>The page that you look for is "
    "gone. Look at our other jobs, or search for another one on the first page.</p></body></html>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    fixture_assert_refused ("page.html", pages[i], "error page");
}

#define WORK "<p>We rig ships with rope and wire, in any weather, by day and by night.</p>"

/* Who works on such things says so in a posting; who asks before one may apply, does too. */
static void
a_posting_about_captchas_is_none (void)
{
  static const char *const pages[] = {
    "<html><body><main><h1>Анти-бот разработчик</h1><p>Вы знаете, как устроена капча (captcha) "
    "и проверка браузера, и писали распознавание.</p>" WORK WORK WORK WORK WORK WORK
    "</main></body>",
    "<html><body><main><h1>Rigger</h1>" WORK WORK WORK WORK WORK WORK
    "<form><div class=\"g-recaptcha\"></div></form></main></body></html>",
    "<html><body><main><h1>Reliability engineer</h1><p>You know why an answer is 502 Bad Gateway "
    "or 503 Service Unavailable.</p>" WORK WORK WORK WORK WORK WORK "</main></body></html>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (TrellisPostingFound) found = fixture_read ("page.html", pages[i]);

      fixture_assert_holds (found->text, "We rig ships");
    }
}

static void
error_answers_are_refused (void)
{
  static const struct
  {
    const char *json, *told;
  } answers[] = {
    { "{\"errors\": [{\"type\": \"captcha_required\", \"value\": \"captcha_required\","
      " \"captcha_url\": \"https://x\"}], \"request_id\": \"1\"}",
      "captcha" },
    { "{\"errors\": [{\"type\": \"forbidden\"}], \"request_id\": \"1\"}", "refused" },
    { "{\"errors\": [{\"type\": \"not_found\"}], \"request_id\": \"1\"}", "gone" },
    { "{\"errors\": [{\"type\": \"oauth\", \"value\": \"token_revoked\"}]}", "token" },
    { "{\"errors\": [{\"type\": \"bad_argument\", \"value\": \"host\"}]}", "host" },
    { "{\"errors\": [], \"request_id\": \"1\", \"description\": \"Forbidden\"}", "error answer" },
    { "{\"a\": 1}", "holds no posting" },
    { "[]", "holds no posting" },
    { "{\"title\": ", "line 1" },
    { "{\"title\":\n\n oops}", "line 3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    fixture_assert_refused ("answer.json", answers[i].json, answers[i].told);
}

static void
a_page_in_a_json_file_is_a_page (void)
{
  fixture_assert_refused ("answer.json", "<html><head><title>403 Forbidden</title></head></html>",
                          "error page");
}

static void
files_of_other_kinds_are_refused (void)
{
  static const char *const files[] = {
    "%PDF-1.7\n",
    "PK\x03\x04\x14",
    "\x89PNG\r\n\x1a\n",
    "\xFF\xD8\xFF\xE0",
    "GIF89a",
    "bplist00\xD1",
    "\xD0\xCF\x11\xE0\xA1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    fixture_assert_refused ("page.html", files[i], "neither a page nor text");
}

static void
nothing_is_refused_as_nothing (void)
{
  static const char *const files[] = { "", " \r\n\t ", "\xEF\xBB\xBF", "\xEF\xBB\xBF\n" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    fixture_assert_refused ("page.html", files[i], "empty");
  fixture_assert_refused ("note.txt", "\xE2\x80\x8B", "nothing that can be read");
  fixture_assert_refused ("page.html", "<html><body><div id=root></div></body></html>",
                          "holds no text of a posting");
  fixture_assert_refused (NULL, "https://hh.ru/vacancy/4711", "only an address");
}

/* A file that says it is compressed, and is not, or would fill the memory. */
static void
bad_compressed_files_are_refused (void)
{
  g_autofree char            *zeros = g_malloc0 (64 * 1024);
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1);
  g_autoptr (GOutputStream)   memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream)   out
      = g_converter_output_stream_new (memory, G_CONVERTER (compressor));
  g_autoptr (GBytes)    bytes = NULL;
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) found = NULL;

  fixture_assert_refused ("page.html", "\x1F\x8B\x08 not at all", "cannot be unpacked");

  memset (zeros, ' ', 64 * 1024);
  for (int i = 0; i < 16 * 20; i++)
    g_assert_true (g_output_stream_write_all (out, zeros, 64 * 1024, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (out, NULL, NULL));
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  found = trellis_posting_import_bytes (bytes, "page.html.gz", &error);
  g_assert_null (found);
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_TOO_LARGE);
}

static void
a_huge_file_is_refused (void)
{
  g_autofree char   *text = g_strnfill (TRELLIS_POSTING_MAX_BYTES + 1, 'a');
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, TRELLIS_POSTING_MAX_BYTES + 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (trellis_posting_import_bytes (bytes, "page.html", &error));
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_TOO_LARGE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/posting/refusals/web-archives-are-refused", web_archives_are_refused);
  g_test_add_func ("/posting/refusals/questions-whether-one-is-a-person-are-refused",
                   questions_whether_one_is_a_person_are_refused);
  g_test_add_func ("/posting/refusals/error-pages-are-refused", error_pages_are_refused);
  g_test_add_func ("/posting/refusals/a-posting-about-captchas-is-none",
                   a_posting_about_captchas_is_none);
  g_test_add_func ("/posting/refusals/error-answers-are-refused", error_answers_are_refused);
  g_test_add_func ("/posting/refusals/a-page-in-a-json-file-is-a-page",
                   a_page_in_a_json_file_is_a_page);
  g_test_add_func ("/posting/refusals/files-of-other-kinds-are-refused",
                   files_of_other_kinds_are_refused);
  g_test_add_func ("/posting/refusals/nothing-is-refused-as-nothing",
                   nothing_is_refused_as_nothing);
  g_test_add_func ("/posting/refusals/bad-compressed-files-are-refused",
                   bad_compressed_files_are_refused);
  g_test_add_func ("/posting/refusals/a-huge-file-is-refused", a_huge_file_is_refused);

  return g_test_run ();
}
