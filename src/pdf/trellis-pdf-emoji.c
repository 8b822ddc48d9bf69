/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-emoji.h"

#include <hb-ot.h>
#include <stdlib.h>
#include <string.h>

/* What a report is kept as must look the same everywhere and for good, so a picture stands on its
 * pages only as an outline in one colour, out of any font of the machine. What only a colour font
 * has, or none, is named: a reader sees that a picture stood there, and which. */

#define ZERO_WIDTH_JOINER 0x200d

typedef struct
{
  gunichar    c;
  const char *english;
  const char *russian;
} Name;

/* By code point. Signs have a plainer twin in common fonts; what comes last is rarer than it is
 * worth naming, and is told by its number. */
static const Name names[] = {
  { 0x231b, "[hourglass]", "[песочные часы]" },
  { 0x23f0, "[alarm clock]", "[будильник]" },
  { 0x23f3, "[hourglass]", "[песочные часы]" },
  { 0x2705, "✔", "✔" },
  { 0x2728, "[sparkles]", "[блёстки]" },
  { 0x274c, "✘", "✘" },
  { 0x274e, "✘", "✘" },
  { 0x2753, "?", "?" },
  { 0x2754, "?", "?" },
  { 0x2755, "!", "!" },
  { 0x2757, "!", "!" },
  { 0x2795, "+", "+" },
  { 0x2796, "−", "−" },
  { 0x2797, "÷", "÷" },
  { 0x2b50, "★", "★" },
  { 0x2b55, "○", "○" },
  { 0x1f310, "[globe]", "[глобус]" },
  { 0x1f31f, "★", "★" },
  { 0x1f331, "[seedling]", "[росток]" },
  { 0x1f389, "[party popper]", "[хлопушка]" },
  { 0x1f393, "[graduation cap]", "[шапочка выпускника]" },
  { 0x1f3a8, "[palette]", "[палитра]" },
  { 0x1f3ae, "[gamepad]", "[геймпад]" },
  { 0x1f3af, "[target]", "[мишень]" },
  { 0x1f3c6, "[trophy]", "[кубок]" },
  { 0x1f3e0, "[house]", "[дом]" },
  { 0x1f3e2, "[office building]", "[офис]" },
  { 0x1f40d, "[snake]", "[змея]" },
  { 0x1f418, "[elephant]", "[слон]" },
  { 0x1f41b, "[bug]", "[жук]" },
  { 0x1f427, "[penguin]", "[пингвин]" },
  { 0x1f433, "[whale]", "[кит]" },
  { 0x1f440, "[eyes]", "[глаза]" },
  { 0x1f449, "→", "→" },
  { 0x1f44b, "[waving hand]", "[машет рукой]" },
  { 0x1f44d, "[thumbs up]", "[палец вверх]" },
  { 0x1f44e, "[thumbs down]", "[палец вниз]" },
  { 0x1f44f, "[applause]", "[аплодисменты]" },
  { 0x1f464, "[person]", "[человек]" },
  { 0x1f465, "[people]", "[люди]" },
  { 0x1f467, "[girl]", "[девочка]" },
  { 0x1f468, "[man]", "[мужчина]" },
  { 0x1f469, "[woman]", "[женщина]" },
  { 0x1f4a1, "[light bulb]", "[лампочка]" },
  { 0x1f4aa, "[strong arm]", "[сильная рука]" },
  { 0x1f4ac, "[speech bubble]", "[реплика]" },
  { 0x1f4af, "100", "100" },
  { 0x1f4b0, "[money bag]", "[мешок денег]" },
  { 0x1f4bb, "[laptop]", "[ноутбук]" },
  { 0x1f4bc, "[briefcase]", "[портфель]" },
  { 0x1f4be, "[floppy disk]", "[дискета]" },
  { 0x1f4c1, "[folder]", "[папка]" },
  { 0x1f4c5, "[calendar]", "[календарь]" },
  { 0x1f4c8, "[rising chart]", "[растущий график]" },
  { 0x1f4ca, "[bar chart]", "[диаграмма]" },
  { 0x1f4cb, "[clipboard]", "[планшет]" },
  { 0x1f4cc, "[pin]", "[кнопка]" },
  { 0x1f4cd, "[map pin]", "[метка на карте]" },
  { 0x1f4da, "[books]", "[книги]" },
  { 0x1f4dd, "[memo]", "[заметка]" },
  { 0x1f4de, "[telephone]", "[телефон]" },
  { 0x1f4e6, "[package]", "[посылка]" },
  { 0x1f4e7, "[e-mail]", "[письмо]" },
  { 0x1f4f1, "[mobile phone]", "[мобильный телефон]" },
  { 0x1f50d, "[magnifying glass]", "[лупа]" },
  { 0x1f510, "[lock]", "[замок]" },
  { 0x1f511, "[key]", "[ключ]" },
  { 0x1f512, "[lock]", "[замок]" },
  { 0x1f517, "[link]", "[ссылка]" },
  { 0x1f525, "[fire]", "[огонь]" },
  { 0x1f527, "[wrench]", "[гаечный ключ]" },
  { 0x1f528, "[hammer]", "[молоток]" },
  { 0x1f534, "●", "●" },
  { 0x1f535, "●", "●" },
  { 0x1f600, "[smile]", "[улыбка]" },
  { 0x1f603, "[smile]", "[улыбка]" },
  { 0x1f605, "[nervous smile]", "[неловкая улыбка]" },
  { 0x1f60a, "[smile]", "[улыбка]" },
  { 0x1f642, "[smile]", "[улыбка]" },
  { 0x1f64c, "[raised hands]", "[поднятые руки]" },
  { 0x1f64f, "[folded hands]", "[сложенные руки]" },
  { 0x1f680, "[rocket]", "[ракета]" },
  { 0x1f6a7, "[construction]", "[стройка]" },
  { 0x1f6a8, "[siren]", "[мигалка]" },
  { 0x1f6e0, "[tools]", "[инструменты]" },
  { 0x1f6e1, "[shield]", "[щит]" },
  { 0x1f7e0, "●", "●" },
  { 0x1f7e1, "●", "●" },
  { 0x1f7e2, "●", "●" },
  { 0x1f914, "[thinking face]", "[раздумье]" },
  { 0x1f916, "[robot]", "[робот]" },
  { 0x1f91d, "[handshake]", "[рукопожатие]" },
  { 0x1f9e0, "[brain]", "[мозг]" },
  { 0x1f9e9, "[puzzle piece]", "[деталь пазла]" },
  { 0x1f9ea, "[test tube]", "[пробирка]" },
  { 0x1f9ed, "[compass]", "[компас]" },
  { 0x1f9f0, "[toolbox]", "[ящик с инструментами]" },
};

/* A part of the text that no outline shows. */
typedef struct
{
  guint start; /* bytes */
  guint end;
} Range;

static int
compare_names (gconstpointer key,
               gconstpointer member)
{
  const gunichar *c = key;
  const Name     *name = member;

  return (*c > name->c) - (*c < name->c);
}

static gboolean
is_picture (gunichar c)
{
  return c >= 0x2190 && g_unichar_type (c) != G_UNICODE_PRIVATE_USE
         && (g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL || c >= 0x1f000);
}

static gboolean
is_regional_letter (gunichar c)
{
  return c >= 0x1f1e6 && c <= 0x1f1ff;
}

/* Skin, hair and what joins pictures say nothing by themselves. */
static gboolean
is_modifier (gunichar c)
{
  return c == ZERO_WIDTH_JOINER || (c >= 0x1f3fb && c <= 0x1f3ff)
         || (c >= 0x1f9b0 && c <= 0x1f9b3);
}

static void
append_name (GString *text,
             gunichar c,
             gboolean russian)
{
  const Name *name = bsearch (&c, names, G_N_ELEMENTS (names), sizeof *names, compare_names);

  if (is_modifier (c))
    return;
  if (is_regional_letter (c))
    g_string_append_c (text, (char) ('A' + (c - 0x1f1e6)));
  else if (name != NULL)
    g_string_append (text, russian ? name->russian : name->english);
  else if (is_picture (c))
    g_string_append_printf (text, "[U+%04X]", c);
  else
    g_string_append_unichar (text, c);
}

static gboolean
is_shown (const PangoGlyphItem     *item,
          const PangoGlyphItemIter *cluster,
          gboolean                  coloured)
{
  int first = MIN (cluster->start_glyph, cluster->end_glyph + 1);
  int n = ABS (cluster->end_glyph - cluster->start_glyph);

  for (int i = first; i < first + n; i++)
    {
      PangoGlyph glyph = item->glyphs->glyphs[i].glyph;

      if (glyph != PANGO_GLYPH_EMPTY && (coloured || (glyph & PANGO_GLYPH_UNKNOWN_FLAG)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_colour (PangoFont *font)
{
  hb_face_t *face = hb_font_get_face (pango_font_get_hb_font (font));

  return hb_ot_color_has_png (face) || hb_ot_color_has_layers (face)
         || hb_ot_color_has_svg (face);
}

static void
collect_from_item (GArray         *ranges,
                   PangoGlyphItem *item,
                   const char     *text)
{
  gboolean           coloured = has_colour (item->item->analysis.font);
  PangoGlyphItemIter cluster;

  for (gboolean have = pango_glyph_item_iter_init_start (&cluster, item, text); have;
       have = pango_glyph_item_iter_next_cluster (&cluster))
    {
      gunichar c = g_utf8_get_char (text + cluster.start_index);
      Range    range = { (guint) cluster.start_index, (guint) cluster.end_index };

      if ((is_picture (c) || is_modifier (c)) && !is_shown (item, &cluster, coloured))
        g_array_append_val (ranges, range);
    }
}

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  const Range *x = a, *y = b;

  return (x->start > y->start) - (x->start < y->start);
}

static GArray *
collect (PangoLayout *layout)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (Range));

  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    for (GSList *r = ((PangoLayoutLine *) l->data)->runs; r != NULL; r = r->next)
      collect_from_item (ranges, r->data, pango_layout_get_text (layout));
  g_array_sort (ranges, compare_ranges);
  return ranges;
}

/* Marks and links keep to the words that they were given to. */
static void
replace (TrellisPdfRich *rich,
         const Range    *range,
         const char     *name)
{
  guint length = range->end - range->start, new_length = (guint) strlen (name);

  g_string_erase (rich->text, range->start, length);
  g_string_insert (rich->text, range->start, name);
  pango_attr_list_update (rich->attributes, (int) range->start, (int) length, (int) new_length);
  for (guint i = 0; i < rich->links->len; i++)
    {
      TrellisPdfLink *link = g_ptr_array_index (rich->links, i);

      if (link->start > range->start)
        link->start += new_length - length;
      if (link->end > range->start)
        link->end += new_length - length;
    }
}

/**
 * trellis_pdf_emoji_name:
 * @layout: @rich, laid out
 * @language: (nullable): of the names; all but Russian get English ones
 *
 * Puts a name in place of every picture that no font has an outline of.
 *
 * Returns: whether there was one, so that the text is to be laid out again
 */
gboolean
trellis_pdf_emoji_name (TrellisPdfRich *rich,
                        PangoLayout    *layout,
                        const char     *language)
{
  g_autoptr (GArray) ranges = collect (layout);
  gboolean           russian = language != NULL && g_str_has_prefix (language, "ru");

  for (guint i = ranges->len; i > 0; i--)
    {
      const Range        *range = &g_array_index (ranges, Range, i - 1);
      g_autoptr (GString) name = g_string_new (NULL);

      for (const char *p = rich->text->str + range->start; p < rich->text->str + range->end;
           p = g_utf8_next_char (p))
        append_name (name, g_utf8_get_char (p), russian);
      replace (rich, range, name->str);
    }
  return ranges->len > 0;
}
