#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES lists every file with words for people, and each catalogue is complete and sound."""

import os
import re
import subprocess
import sys
import tempfile

from checkout import ROOT, files, finish, lines

MARKED = re.compile(r'(?:\b(?:C|N|NC|Q)?_|\bn?gettext|\bg_d[np]*gettext2?)\s*\(\s*N?"')
DESKTOP = ('.desktop.in', '.desktop.in.in', '.metainfo.xml.in', '.metainfo.xml.in.in',
           '.gschema.xml', '.gschema.xml.in')


def has_words(file):
    if file.endswith(DESKTOP):
        return True
    text = '\n'.join(lines(file))
    if file.endswith('.blp'):
        return re.search(r'\bC?_\s*\(', text) is not None
    return MARKED.search(text) is not None


def check_list():
    listed = [line for line in lines('po/POTFILES') if line and not line.startswith('#')]
    sources = files('src', suffixes=('.c', '.h')) + files('resources', suffixes='.blp')
    worded = {file for file in sources + files('data', suffixes=DESKTOP) if has_words(file)}
    for file in sorted(worded - set(listed)):
        yield f'po/POTFILES: {file} is missing'
    for file in listed:
        if not os.path.exists(os.path.join(ROOT, file)):
            yield f'po/POTFILES: there is no {file}'
    if listed != sorted(listed):
        yield 'po/POTFILES: the files are not in order'


def check_catalogue(language):
    file = f'po/{language}.po'
    told = subprocess.run(['msgfmt', '--check', '--statistics', '-o', os.devnull, file], cwd=ROOT,
                          env=dict(os.environ, LC_ALL='C.UTF-8'), capture_output=True, text=True)
    if told.returncode != 0 or re.search(r'fuzzy|untranslated', told.stderr):
        yield f'{file}: {told.stderr.strip()}'


# As the i18n module of Meson calls it with the preset "glib".
XGETTEXT = ['xgettext', '--files-from=po/POTFILES', '--from-code=UTF-8', '--keyword=_',
            '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2', '--keyword=ngettext:1,2',
            '--keyword=g_dcgettext:2', '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3']


def check_coverage(languages):
    """Every word of the sources stands in every catalogue."""
    with tempfile.TemporaryDirectory() as folder:
        pot = os.path.join(folder, 'trellis.pot')
        subprocess.run(XGETTEXT + ['-o', pot], cwd=ROOT, capture_output=True, check=True)
        for language in languages:
            file = f'po/{language}.po'
            told = subprocess.run(['msgcmp', file, pot], cwd=ROOT, capture_output=True, text=True,
                                  env=dict(os.environ, LC_ALL='C.UTF-8'))
            if told.returncode != 0:
                words = subprocess.run(['msgcomm', '--unique', '--no-wrap', pot, file], cwd=ROOT,
                                       capture_output=True, text=True).stdout
                yield f'{file}: {told.stderr.strip().splitlines()[-1]}'
                yield from re.findall(r'^msgid ".+"$', words, re.M)


if not os.path.exists(os.path.join(ROOT, 'po', 'POTFILES')):
    sys.exit(77)
complaints = list(check_list())
LANGUAGES = [name for line in lines('po/LINGUAS') for name in line.split('#')[0].split()]
for name in LANGUAGES:
    complaints += check_catalogue(name)
complaints += check_coverage(LANGUAGES)
finish(complaints)
