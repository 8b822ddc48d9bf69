# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lints share: walking the checkout, and reporting what breaks a rule."""

import os
import sys

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..'))


def files(*folders, suffixes=None):
    """Yields the checkout's files under `folders` (all, if none), relative to it, sorted.

    Hidden folders, builds and caches are left out; `suffixes` are what a name may end in.
    """
    found = []
    for folder in folders or ('',):
        for path, names, entries in os.walk(os.path.join(ROOT, folder)):
            names[:] = [name for name in names if name[0] != '.' and name != '__pycache__']
            found += [os.path.relpath(os.path.join(path, entry), ROOT) for entry in entries
                      if not entry.endswith(('~', '.swp', '.pyc'))]
    return sorted(file for file in found if suffixes is None or file.endswith(suffixes))


def lines(file):
    """Returns the lines of a text file of the checkout, without their ends."""
    with open(os.path.join(ROOT, file), encoding='utf-8') as stream:
        return stream.read().split('\n')


def finish(complaints):
    """Prints each complaint and ends: 1 when there is any."""
    for complaint in complaints:
        print(complaint)
    sys.exit(1 if complaints else 0)
