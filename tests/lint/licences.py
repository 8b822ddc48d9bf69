#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file that can carry one says its licence near its top."""

import os

from checkout import ROOT, files, finish

KINDS = ('.c', '.h', '.blp', '.css', '.py', '.sh', '.sql', '.build', '.xml', '.in', '.supp',
         'POTFILES')
# Test data is what a user might hand in.
DATA = ('tests/data/',)


def wants_licence(file):
    if file.startswith(DATA) and not file.endswith('.supp'):
        return False
    if file.endswith(KINDS):
        return True
    with open(os.path.join(ROOT, file), 'rb') as stream:
        return stream.read(2) == b'#!'


def has_licence(file):
    with open(os.path.join(ROOT, file), 'rb') as stream:
        return b'SPDX-License-Identifier: ' in stream.read(600)


finish([f'{file}: there is no SPDX-License-Identifier near the top'
        for file in files() if wants_licence(file) and not has_licence(file)])
