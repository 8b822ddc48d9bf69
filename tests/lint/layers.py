#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each layer includes, and is built against, only what src/DESIGN.md lets it see."""

import os
import re

from checkout import files, finish, lines

# The layers that a layer may see besides itself.
SEES = {
    'base': set(),
    'model': {'base'},
    'store': {'base', 'model'},
    'markup': {'base'},
    'report': {'base', 'model', 'markup'},
    'exchange': {'base', 'model', 'markup', 'report'},
    'pdf': {'base', 'markup'},
    'cli': {'base', 'model', 'store', 'markup', 'report', 'exchange', 'pdf'},
    'app': {'base', 'model', 'store', 'markup', 'report', 'exchange', 'pdf'},
}

# Libraries that only some layers may see: what their headers begin with, Meson's name, the layers.
LIBRARIES = [
    (r'sqlite3', 'sqlite', {'store'}),
    (r'json-glib/', 'json', {'model', 'exchange'}),
    (r'md4c', 'md4c', {'markup'}),
    (r'libxml/', 'xml', {'exchange'}),
    (r'zlib', 'zlib', {'pdf'}),
    (r'(cairo|pango|fontconfig/|ft2build|freetype/|hb)', 'pango', {'pdf', 'app'}),
    (r'(gtk/|gdk/|gsk/|gdk-pixbuf/|graphene|adwaita)', 'gtk', {'app'}),
    (r'adwaita', 'adw', {'app'}),
]

# A library that a layer compiles against only because a header below it names its types.
BENEATH = {('cli', 'pango')}

INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)[>"]')
DEPENDENCY = re.compile(r'\b([a-z0-9]+)_dep\b')


def layer_of(file):
    return file.split(os.sep)[1]


def check_include(file, number, kind, header, owners):
    layer = layer_of(file)
    if kind == '<':
        for pattern, name, layers in LIBRARIES:
            if re.match(pattern, header) and layer not in layers:
                yield f'{file}:{number}: {layer} may not include <{header}>'
        return
    if '/' in header:
        yield f'{file}:{number}: "{header}" is to be included by its bare name'
    owner = owners.get(os.path.basename(header), layer)
    if owner != layer and owner not in SEES[layer]:
        yield f'{file}:{number}: {layer} may not include {header} of {owner}'


def check_meson(file):
    layer = layer_of(file)
    for number, line in enumerate(lines(file), 1):
        for name in DEPENDENCY.findall(line.split('#')[0]):
            if name in SEES and name != layer and name not in SEES[layer]:
                yield f'{file}:{number}: {layer} may not depend on {name}'
            for _, library, layers in LIBRARIES:
                if name == library and layer not in layers and (layer, name) not in BENEATH:
                    yield f'{file}:{number}: {layer} may not depend on {name}'


def main():
    sources = [file for file in files('src', suffixes=('.c', '.h')) if layer_of(file) in SEES]
    complaints = []
    owners = {}
    for file in sources:
        name = os.path.basename(file)
        if name.endswith('.h') and owners.setdefault(name, layer_of(file)) != layer_of(file):
            complaints.append(f'{file}: another layer has a header of this name')
    for file in sources:
        for number, line in enumerate(lines(file), 1):
            include = INCLUDE.match(line)
            if include:
                complaints += check_include(file, number, *include.groups(), owners)
    for layer in SEES:
        complaints += check_meson(os.path.join('src', layer, 'meson.build'))
    finish(complaints)


main()
