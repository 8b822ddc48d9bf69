#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The C code is as clang-format writes it.

    flatpak/sdk tests/lint/format.py          says which files are not, and where
    flatpak/sdk tests/lint/format.py --fix    writes them so; breaks lines over 100 columns too
"""

import difflib
import os
import re
import shutil
import subprocess
import sys

from checkout import ROOT, files, finish

VERSION = 19
SHOWN = 5
COLUMNS = 100
# .clang-format leaves line breaks alone, so a limit is set only for the lines that are too long.
BREAKING = ('--style={BasedOnStyle: InheritParentConfig, PenaltyBreakAssignment: 200, '
            f'ColumnLimit: {COLUMNS}}}')
# A table of words, several a line: clang-format would give each a line of its own.
WORDS = re.compile(r'^static const [^\n]* = \{\n(?: +"[^\n]*",\n)*? +"[^\n]*", ".*?^\};$',
                   re.MULTILINE | re.DOTALL)
OFF, ON = '/* clang-format off */\n', '\n/* clang-format on */'


# gettext's macros stand without the blank that all other calls have. (WhitespaceSensitiveMacros
# would do it too, but loses the indentation of what follows.)
GETTEXT = re.compile(r'\b(_|N_|C_|Q_|NC_) \((?=")')


def without_gettext_blanks(text):
    """Returns `text` with _("…"); a string that goes on in the next line stays below its begin."""
    lines = []
    shift = 0
    for line in text.split('\n'):
        if shift and line.startswith(' ' * shift) and line.lstrip().startswith('"'):
            line = line[shift:]
        else:
            shift = 0
        spaced = GETTEXT.findall(line)
        line = GETTEXT.sub(r'\1(', line)
        if spaced and line.endswith('"'):
            shift = len(spaced)
        lines.append(line)
    return '\n'.join(lines)


def formatted(text, file, *options):
    """Returns `text` as clang-format writes it; `file` says by which style."""
    command = ['clang-format', f'--assume-filename={os.path.join(ROOT, file)}', *options]
    return without_gettext_blanks(subprocess.run(
        command, input=text, capture_output=True, text=True, check=True).stdout)


def with_words_kept(text, function):
    """Returns `function` of `text`, tables of words apart."""
    return function(WORDS.sub(OFF + r'\g<0>' + ON, text)).replace(OFF, '').replace(ON, '')


def with_lines_broken(text, file):
    long = [number for number, line in enumerate(text.split('\n'), 1) if len(line) > COLUMNS]
    if not long:
        return text
    return formatted(text, file, BREAKING, *(f'--lines={number}:{number}' for number in long))


def read(file):
    with open(os.path.join(ROOT, file), encoding='utf-8') as stream:
        return stream.read()


def fix(file):
    before = read(file)
    after = with_words_kept(before, lambda text: formatted(
        with_lines_broken(formatted(text, file), file), file))
    if after != before:
        with open(os.path.join(ROOT, file), 'w', encoding='utf-8') as stream:
            stream.write(after)
        print(file)


def first_difference(file):
    before = read(file)
    after = with_words_kept(before, lambda text: formatted(text, file))
    if before == after:
        return []
    changed = list(difflib.unified_diff(before.split('\n'), after.split('\n'), file, 'formatted',
                                        n=0, lineterm=''))
    return ['\n'.join(changed[:12]) + f'\n… tests/lint/format.py --fix {file}']


def is_known():
    """Whether it is the clang-format of Debian 13; others write some lines otherwise."""
    if shutil.which('clang-format') is None:
        return False
    told = subprocess.run(['clang-format', '--version'], capture_output=True, text=True)
    return f'version {VERSION}.' in told.stdout


if not is_known():
    print(f'There is no clang-format {VERSION} here.')
    sys.exit(77)
arguments = sys.argv[1:]
fixing = '--fix' in arguments
sources = [os.path.relpath(name, ROOT) for name in arguments if name != '--fix'] or \
    files('src', 'tests', suffixes=('.c', '.h'))
if fixing:
    for source in sources:
        fix(source)
else:
    differing = [complaint for source in sources for complaint in first_difference(source)]
    others = [f'… and {len(differing) - SHOWN} other files'] if len(differing) > SHOWN else []
    finish(differing[:SHOWN] + others)
