#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No file is over 600 lines, no function over 80, no line over 100 columns."""

import re

from checkout import files, finish, lines

FILE_LINES = 600
FUNCTION_LINES = 80
COLUMNS = 100

SOURCES = ('.c', '.h', '.blp', '.css', '.py', '.sh')
SCRIPTS = ('flatpak/sdk', 'flatpak/build', 'flatpak/run', 'tests/run')

DATA = ('typedef', 'struct', 'enum', 'union')

# A text that a tool could only tear apart: a string, or an address in a comment.
UNBREAKABLE = re.compile(r'"(?:[^"\\]|\\.){40,}"|\w+://\S{40,}')


def functions(text):
    """Yields (first line, number of lines) of C functions, whose braces stand in column 0."""
    start = 0
    body = None
    for number, line in enumerate(text, 1):
        if body is None and line.startswith('{'):
            data = text[start].startswith(DATA) or text[number - 2].endswith('=')
            body = 'data' if data else 'function'
        elif line.startswith('}'):
            if body == 'function':
                yield start + 1, number - start
            body = None
            start = number
        elif body is None and (not line or line.endswith((';', '*/')) or line.startswith('#')):
            start = number


def python_functions(text):
    """Yields (first line, number of lines) of Python functions at the outermost level."""
    start = None
    for number, line in enumerate(text + ['end'], 1):
        if start and line and not line[0].isspace() and line[0] != ')':
            yield start, number - start
            start = None
        if line.startswith('def '):
            start = number


def check(file):
    text = lines(file)
    if len(text) - 1 > FILE_LINES:
        yield f'{file}: {len(text) - 1} lines; a file has at most {FILE_LINES}'
    found = {'c': functions, 'y': python_functions}.get(file[-1], lambda _: ())
    for start, length in found(text):
        if length > FUNCTION_LINES:
            yield f'{file}:{start}: a function of {length} lines; {FUNCTION_LINES} are the most'
    for number, line in enumerate(text, 1):
        if len(line) > COLUMNS and not UNBREAKABLE.search(line):
            yield f'{file}:{number}: {len(line)} columns; {COLUMNS} are the most'


finish([complaint for file in files(suffixes=SOURCES + SCRIPTS) for complaint in check(file)])
