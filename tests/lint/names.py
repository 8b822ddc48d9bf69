#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The top level is fixed; scripts and builds name no machine's folders and no hosts."""

import os
import re

from checkout import ROOT, files, finish, lines

TOP = {'LICENSE', 'README.md', 'data', 'flatpak', 'meson.build', 'po', 'resources', 'src', 'tests'}

# A folder that exists only on somebody's machine.
FOLDER = re.compile(r'(?<![\w.$})>-])/(?:home|root|work|mnt|srv|Users)/[\w.]')
# A host, in what decides where software comes from. The manifest names its sources, which it must.
HOST = re.compile(r'\b(?:https?|ftp|git|ssh)://[\w-]')
HOSTLESS = ('flatpak/sdk', 'flatpak/build', 'flatpak/run', 'flatpak/packages', 'tests/run',
            'meson.build')


def check(file):
    try:
        text = lines(file)
    except UnicodeDecodeError:
        return
    for number, line in enumerate(text, 1):
        if FOLDER.search(line):
            yield f'{file}:{number}: a folder of one machine: {line.strip()}'
        if file.endswith(HOSTLESS) and HOST.search(line):
            yield f'{file}:{number}: a host: {line.strip()}'


def main():
    there = {name for name in os.listdir(ROOT) if not name.startswith('.')}
    complaints = [f'{name} is no entry of the top level' for name in sorted(there - TOP)]
    complaints += [f'{name} is missing from the top level' for name in sorted(TOP - there)]
    for file in files():
        if not file.startswith('tests/data/'):
            complaints += check(file)
    finish(complaints)


main()
