/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-refusal.h"

#include "trellis-error.h"
#include "trellis-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Pages that refuse say little: what they say counts in so many characters, their title in more. */
#define MAX_TEXT 400
#define MAX_PAGE 1500

/* What pages say, folded, that want to know whether a person is there. */
static const char *const captcha_words[] = {
  "captcha", "капча", "капчу", "вы не робот", "а не робот", "you are human", "you're human",
  "not a robot", "just a moment", "checking your browser", "проверка браузера", "ddos-guard",
  "unusual traffic", "подозрительн", "verify you are", "additional verification required",
  "attention required", "security check", "you have been blocked", "one more step",
};

/* What asks for it. Forms for applying do as well, but those stand below a posting. */
static const char *const captcha_marks[] = {
  ".h-captcha", ".g-recaptcha", ".cf-turnstile", ".smart-captcha", "#challenge-form",
  "#challenge-running", "#cf-wrapper", "#px-captcha",
};

/* What pages say when something went wrong. */
static const char *const refusal_words[] = {
  "403 forbidden", "access denied", "доступ ограничен", "доступ запрещен", "404 not found",
  "page not found", "страница не найдена", "вакансия не найдена", "429 too many requests",
  "500 internal server error", "502 bad gateway", "503 service", "504 gateway",
  "service unavailable", "сервис временно недоступен",
};

static gboolean
says_any (const char        *folded,
          const char *const *words,
          guint              n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_any_mark (xmlNode *root)
{
  for (guint i = 0; i < G_N_ELEMENTS (captcha_marks); i++)
    if (trellis_posting_html_find (root, captcha_marks[i]) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * trellis_posting_refusal_check:
 * @title: of the page
 * @text: what is seen of it
 * @name: of the file, for messages
 *
 * Whether a page without a posting is an answer that refuses: FALSE, with @error set, if it is. A
 * posting may be about captchas and errors; only what says little else is one.
 */
gboolean
trellis_posting_refusal_check (xmlNode    *root,
                               const char *title,
                               const char *text,
                               const char *name,
                               GError    **error)
{
  glong            length = g_utf8_strlen (text, -1);
  gboolean         is_short = length <= MAX_TEXT;
  g_autofree char *all = g_strconcat (title, "\n", is_short ? text : "", NULL);
  g_autofree char *folded = trellis_text_fold (all);

  if (length > MAX_PAGE)
    return TRUE;

  if (says_any (folded, captcha_words, G_N_ELEMENTS (captcha_words))
      || (is_short && has_any_mark (root)))
    g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
                 _("“%s” is a site's question whether you are a person (captcha), not a posting. "
                   "Answer it in the browser, then save the posting's page."),
                 name);
  else if (says_any (folded, refusal_words, G_N_ELEMENTS (refusal_words)))
    g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
                 _("“%s” is a site's error page (“%s”), not a posting. Open the posting in the "
                   "browser again, and save it when you can read it."),
                 name, title);
  else
    return TRUE;
  return FALSE;
}
