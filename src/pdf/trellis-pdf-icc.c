/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-icc.h"

#include <math.h>
#include <string.h>

#define HEADER 128
#define TAG_ENTRY 12
#define CURVE_POINTS 64
#define VERSION 0x02100000 /* 2.1 */

typedef enum
{
  TAG_DESCRIPTION,
  TAG_COPYRIGHT,
  TAG_WHITE,
  TAG_RED,
  TAG_GREEN,
  TAG_BLUE,
  TAG_RED_CURVE,
  TAG_GREEN_CURVE,
  TAG_BLUE_CURVE,
  N_TAGS
} IccTag;

static const char *const signatures[N_TAGS] = { "desc", "cprt", "wtpt", "rXYZ", "gXYZ",
                                                "bXYZ", "rTRC", "gTRC", "bTRC" };

static const double d50[3] = { 0.9642, 1.0, 0.8249 };
/* The primaries of IEC 61966-2-1, adapted to D50. */
static const double primaries[3][3] = {
  { 0.43607, 0.22249, 0.01392 },
  { 0.38515, 0.71687, 0.09708 },
  { 0.14307, 0.06061, 0.71410 },
};

static void
put_16 (GByteArray *array,
        guint       value)
{
  guint8 bytes[2] = { (guint8) (value >> 8), (guint8) value };

  g_byte_array_append (array, bytes, sizeof bytes);
}

static void
put_32 (GByteArray *array,
        guint32     value)
{
  put_16 (array, value >> 16);
  put_16 (array, value & 0xffff);
}

static void
put_text (GByteArray *array,
          const char *text,
          guint       length)
{
  g_byte_array_append (array, (const guint8 *) text, length);
}

static void
put_zeros (GByteArray *array,
           guint       n)
{
  guint start = array->len;

  g_byte_array_set_size (array, start + n);
  memset (array->data + start, 0, n);
}

static void
put_xyz (GByteArray   *array,
         const double *xyz)
{
  for (int i = 0; i < 3; i++)
    put_32 (array, (guint32) lround (xyz[i] * 65536));
}

static void
put_description (GByteArray *data)
{
  put_text (data, "desc\0\0\0\0", 8);
  put_32 (data, 5);
  put_text (data, "sRGB", 5);
  put_zeros (data, 4 + 4 + 2 + 1 + 67); /* no Unicode and no script code name */
}

static void
put_curve (GByteArray *data)
{
  put_text (data, "curv\0\0\0\0", 8);
  put_32 (data, CURVE_POINTS);
  for (int i = 0; i < CURVE_POINTS; i++)
    {
      double x = i / (CURVE_POINTS - 1.0);
      double y = x <= 0.04045 ? x / 12.92 : pow ((x + 0.055) / 1.055, 2.4);

      put_16 (data, (guint) lround (y * 65535));
    }
}

static void
put_tag (GByteArray *data,
         IccTag      tag)
{
  switch (tag)
    {
    case TAG_DESCRIPTION:
      put_description (data);
      break;
    case TAG_COPYRIGHT:
      put_text (data, "text\0\0\0\0CC0", 12);
      break;
    case TAG_WHITE:
      put_text (data, "XYZ \0\0\0\0", 8);
      put_xyz (data, d50);
      break;
    case TAG_RED:
    case TAG_GREEN:
    case TAG_BLUE:
      put_text (data, "XYZ \0\0\0\0", 8);
      put_xyz (data, primaries[tag - TAG_RED]);
      break;
    default:
      put_curve (data);
    }
}

static void
put_header (GByteArray *profile,
            guint       size)
{
  put_32 (profile, size);
  put_32 (profile, 0);
  put_32 (profile, VERSION);
  put_text (profile, "mntrRGB XYZ ", 12);
  put_16 (profile, 2026);
  for (int i = 0; i < 5; i++)
    put_16 (profile, i < 2 ? 1 : 0);
  put_text (profile, "acsp", 4);
  put_zeros (profile, 28);
  put_xyz (profile, d50);
  put_zeros (profile, HEADER - profile->len);
}

/**
 * trellis_pdf_icc_srgb:
 *
 * Makes a small sRGB profile, which says what the colours of an archivable file mean. Format:
 * ICC.1:1998-09, profile version 2.1.
 *
 * Returns: (transfer full): the profile
 */
GByteArray *
trellis_pdf_icc_srgb (void)
{
  GByteArray            *profile = g_byte_array_new ();
  g_autoptr (GByteArray) data = g_byte_array_new ();
  guint                  base = HEADER + 4 + N_TAGS * TAG_ENTRY, offsets[N_TAGS], lengths[N_TAGS];

  for (IccTag tag = 0; tag < N_TAGS; tag++)
    {
      if (tag > TAG_RED_CURVE) /* the three curves are one */
        {
          offsets[tag] = offsets[TAG_RED_CURVE];
          lengths[tag] = lengths[TAG_RED_CURVE];
          continue;
        }
      offsets[tag] = base + data->len;
      put_tag (data, tag);
      lengths[tag] = base + data->len - offsets[tag];
      put_zeros (data, (4 - data->len % 4) % 4);
    }
  put_header (profile, base + data->len);
  put_32 (profile, N_TAGS);
  for (IccTag tag = 0; tag < N_TAGS; tag++)
    {
      put_text (profile, signatures[tag], 4);
      put_32 (profile, offsets[tag]);
      put_32 (profile, lengths[tag]);
    }
  g_byte_array_append (profile, data->data, data->len);
  return profile;
}
