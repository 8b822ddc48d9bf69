#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop's validators accept our files. Arguments: a check, and the folder of built data."""

import glob
import os
import subprocess
import sys
import tempfile

from checkout import ROOT, finish

VALIDATORS = {
    'desktop-file': ('*.desktop', ['desktop-file-validate', '--no-hints']),
    'metainfo': ('*.metainfo.xml', ['appstreamcli', 'validate', '--no-net', '--explain']),
    'mime': ('*-mime.xml', ['xmllint', '--noout']),
}


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode == 0:
        return []
    return [f'{" ".join(command)}: {done.stdout}{done.stderr}'.strip()]


def find(pattern, built):
    """Returns the files as they will be installed: the built ones, else those of data/."""
    by_name = {os.path.basename(path): path
               for folder in (os.path.join(ROOT, 'data'), built)
               for path in sorted(glob.glob(os.path.join(folder, pattern)))}
    return list(by_name.values()) or sys.exit(77)


def check_schemas(built):
    schemas = find('*.gschema.xml', built)
    with tempfile.TemporaryDirectory() as folder:
        for schema in schemas:
            os.symlink(schema, os.path.join(folder, os.path.basename(schema)))
        return run(['glib-compile-schemas', '--strict', '--dry-run', folder])


def main(validator, built):
    if validator == 'schemas':
        finish(check_schemas(built))
    pattern, command = VALIDATORS[validator]
    finish([line for file in find(pattern, built) for line in run(command + [file])])


main(*sys.argv[1:])
