/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other programs that make a PDF of the same text, each as whole a process as ours. Those that are
 * not installed are passed over; those that read HTML get it without any style. */
#include "bench-pdf-peers.h"

#include <glib/gstdio.h>

#include "bench.h"

#define ROUNDS 3

/* “IN” and “OUT” are the files' names without an ending. */
static const struct
{
  const char *name;
  const char *arguments[8];
} peers[] = {
  { "pandoc, XeLaTeX", { "pandoc", "IN.md", "--pdf-engine=xelatex", "-o", "OUT.pdf" } },
  { "pandoc, LuaLaTeX", { "pandoc", "IN.md", "--pdf-engine=lualatex", "-o", "OUT.pdf" } },
  { "pandoc, groff", { "pandoc", "IN.md", "--pdf-engine=pdfroff", "-o", "OUT.pdf" } },
  { "pandoc, Typst", { "pandoc", "IN.md", "--pdf-engine=typst", "-o", "OUT.pdf" } },
  { "mdxport (Typst)", { "mdxport", "--quiet", "IN.md", "-o", "OUT.pdf" } },
  { "pandoc, WeasyPrint", { "pandoc", "IN.md", "--pdf-engine=weasyprint", "-o", "OUT.pdf" } },
  { "WeasyPrint, PDF/UA",
    { "weasyprint", "--pdf-variant", "pdf/ua-1", "IN.html", "OUT.pdf" } },
  { "wkhtmltopdf", { "wkhtmltopdf", "--quiet", "IN.html", "OUT.pdf" } },
  { "Chromium",
    { "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--print-to-pdf=OUT.pdf",
      "IN.html" } },
  { "LibreOffice",
    { "soffice", "--headless", "--convert-to", "pdf", "--outdir", ".", "IN.html" } },
};

static const char *
get_tag (const TrellisNode *node)
{
  switch (node->type)
    {
    case TRELLIS_NODE_HEADING:
      return "h2";
    case TRELLIS_NODE_PARAGRAPH:
      return "p";
    case TRELLIS_NODE_LIST:
      return "ul";
    case TRELLIS_NODE_ITEM:
      return "li";
    case TRELLIS_NODE_TABLE:
      return "table";
    case TRELLIS_NODE_TABLE_ROW:
      return "tr";
    case TRELLIS_NODE_TABLE_CELL:
      return "td";
    default:
      return NULL;
    }
}

/* Its blocks, and in them its words: without emphasis and links a peer has less to do. */
static void
append_html (GString           *html,
             const TrellisNode *node)
{
  const char *tag = get_tag (node);

  if (tag != NULL)
    g_string_append_printf (html, "<%s>", tag);
  if (node->text != NULL)
    {
      g_autofree char *text = g_markup_escape_text (node->text, -1);

      g_string_append (html, text);
    }
  for (const TrellisNode *child = node->first_child; child != NULL; child = child->next)
    append_html (html, child);
  if (tag != NULL)
    g_string_append_printf (html, "</%s>\n", tag);
}

static gboolean
run (const char *const *arguments,
     const char        *folder)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  int                   status = 1;

  for (guint i = 0; arguments[i] != NULL; i++)
    {
      GString *argument = g_string_new (arguments[i]);

      g_string_replace (argument, "IN.", "report.", 1);
      g_string_replace (argument, "OUT.", "made.", 1);
      g_ptr_array_add (argv, g_string_free_and_steal (argument));
    }
  g_ptr_array_add (argv, NULL);
  return g_spawn_sync (folder, (char **) argv->pdata, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL
                           | G_SPAWN_STDERR_TO_DEV_NULL,
                       NULL, NULL, NULL, NULL, &status, NULL)
         && g_spawn_check_wait_status (status, NULL);
}

static void
measure (const char        *name,
         const char *const *arguments,
         const char        *folder,
         double             ours)
{
  g_autofree char   *program = g_find_program_in_path (arguments[0]);
  g_autoptr (GArray) times = bench_times_new ();

  if (program == NULL)
    return;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 started = g_get_monotonic_time ();

      if (!run (arguments, folder))
        return;
      bench_times_add (times, bench_ms_since (started));
    }
  g_print ("  %-40s %9.1f ms   %.1f times ours\n", name, bench_times_median (times),
           bench_times_median (times) / ours);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
  const char      *name;

  while (names != NULL && (name = g_dir_read_name (names)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* Prints what each installed peer takes. @ours: our whole process, in ms */
void
bench_pdf_peers (const TrellisNode *document,
                 const char        *markdown,
                 double             ours)
{
  g_autofree char    *folder = g_dir_make_tmp ("trellis-peers-XXXXXX", NULL);
  g_autofree char    *source = g_build_filename (folder, "report.md", NULL);
  g_autofree char    *page = g_build_filename (folder, "report.html", NULL);
  g_autoptr (GString) html = g_string_new ("<!DOCTYPE html><html><head><meta charset=\"utf-8\">"
                                           "<title>Report</title></head><body>\n");

  if (folder == NULL)
    g_error ("there is no room for the report of the peers");

  append_html (html, document);
  g_string_append (html, "</body></html>\n");
  g_file_set_contents (source, markdown, -1, NULL);
  g_file_set_contents (page, html->str, (gssize) html->len, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (peers); i++)
    measure (peers[i].name, peers[i].arguments, folder, ours);
  remove_folder (folder);
}
