/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* With libFuzzer (-DTRELLIS_LIBFUZZER -fsanitize=fuzzer) the bytes come from there. Alone, fuzz.c
 * reads the files that are named, and each of them changed in 200 ways: always the same ones. */
int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);
