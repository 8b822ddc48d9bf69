/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scale-samples.h"

#include <string.h>

static char *
repeat (const char *begin,
        const char *piece,
        guint       n,
        const char *end)
{
  GString *text = g_string_new (begin);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  g_string_append (text, end);
  return g_string_free_and_steal (text);
}

static char *
make_long_line (guint scale)
{
  return repeat ("<html><body><main><p>", "We rig ships. ", scale * 90 * 1000,
                 "</p></main></body>");
}

static char *
make_long_text (guint scale)
{
  return repeat ("Rigger\n", "We rig ships with rope. ", scale * 50 * 1000, "");
}

static char *
make_many_lines (guint scale)
{
  return repeat ("Rigger\n", "- We rig.\n• //", scale * 10 * 1000, "");
}

static char *
make_many_comments (guint scale)
{
  return repeat ("<html><body>", "<!-- /* <!-- // --><script><!-- </script>x", scale * 5000, "");
}

static char *
make_unclosed_scripts (guint scale)
{
  return repeat ("<html><body>", "<script>/*</scrip><style>", scale * 5000, "");
}

static char *
make_nested_tags (guint scale)
{
  return repeat ("<html><body>", "<div>", scale * 12500, "We rig.");
}

static char *
make_nested_lists (guint scale)
{
  return repeat ("<html><body>", "<ul><li class=\"job-description\">x", scale * 6000, "We rig.");
}

static char *
make_nested_inline_tags (guint scale)
{
  return repeat ("<html><body><p>", "<b><i>", scale * 6000, "We rig.");
}

static char *
make_unclosed_tags (guint scale)
{
  g_autofree char *open = repeat ("<html><body>", "<div>", scale * 6000, "");

  return repeat (open, "</span>", scale * 6000, "We rig.");
}

static char *
make_many_headings (guint scale)
{
  return repeat ("<html><body>", "<h2>Similar jobs</h2><p>x</p>", scale * 5000, "");
}

static char *
make_open_brackets (guint scale)
{
  return repeat ("<html><body>", "<", scale * 100 * 1000, "");
}

static char *
make_deep_json (guint scale)
{
  return repeat ("", "[", scale * 100 * 1000, "");
}

static char *
make_wide_json (guint scale)
{
  return repeat ("[0", ", {\"@id\": \"#a\", \"x\": {\"@id\": \"#a\"}}", scale * 5000, "]");
}

static char *
make_json_line (guint scale)
{
  return repeat ("{\"@type\": \"JobPosting\", \"title\": \"Rigger\", \"description\": \"",
                 "We \\u0000rig \\uD800ships. ", scale * 40 * 1000, "\"}");
}

static char *
make_escaped_text (guint scale)
{
  return repeat ("{\"@type\": \"JobPosting\", \"title\": \"Rigger\", \"description\": \"",
                 "&amp;lt;p&amp;gt;We &lt;Rope rig &amp;", scale * 10 * 1000, "\"}");
}

static char *
make_many_postings (guint scale)
{
  GString *text = g_string_new ("[0");

  for (guint i = 0; i < scale * 300; i++)
    g_string_append_printf (text,
                            ",{\"@type\": \"JobPosting\", \"title\": \"Rigger %u\","
                            " \"description\": \"We rig ship %u.\"}",
                            i, i);
  g_string_append_c (text, ']');
  return g_string_free_and_steal (text);
}

static char *
make_broken_blocks (guint scale)
{
  return repeat ("<html><head>", "<script type=\"application/ld+json\">{\"a\": [1, </script>",
                 scale * 800, "</head><body>We rig.</body></html>");
}

static char *
make_flat_description (guint scale)
{
  g_autofree char *words = repeat ("", "ropes and wires and ", scale * 5000, "");
  g_autofree char *shown = repeat ("", "<div><p>ropes and</p><p>wires and</p></div>", scale * 5000,
                                   "");

  return g_strdup_printf ("<html><head><script type=\"application/ld+json\">{\"@type\":"
                          " \"JobPosting\", \"title\": \"x\", \"description\": \"%sno\"}"
                          "</script></head><body>%s</body></html>",
                          words, shown);
}

static char *
make_marks_over_letters (guint scale)
{
  return repeat ("Rigger\nWe rig e", "\u0301\u0316", scale * 20 * 1000, ".");
}

static char *
make_scripts (guint scale)
{
  return repeat (
      "<html><head><title>Rigger</title>",
      "<script>window.a = {\"title\": \"Rigger\", \"b\": [[[{\"c\": 1}]]], "
      "\"text\": \"We rig ships with rope and wire, in any weather, by day and by night, "
      "and look for more.\"</script>",
      scale * 500, "</head><body>x</body></html>");
}

#define SAMPLE(name) { #name, make_##name }

const ScaleSample scale_samples[] = {
  SAMPLE (long_line),
  SAMPLE (long_text),
  SAMPLE (nested_tags),
  SAMPLE (many_lines),
  SAMPLE (many_comments),
  SAMPLE (unclosed_scripts),
  SAMPLE (nested_lists),
  SAMPLE (nested_inline_tags),
  SAMPLE (unclosed_tags),
  SAMPLE (many_headings),
  SAMPLE (open_brackets),
  SAMPLE (deep_json),
  SAMPLE (wide_json),
  SAMPLE (json_line),
  SAMPLE (escaped_text),
  SAMPLE (many_postings),
  SAMPLE (broken_blocks),
  SAMPLE (flat_description),
  SAMPLE (marks_over_letters),
  SAMPLE (scripts),
  { NULL, NULL },
};
