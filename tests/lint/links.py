#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line program (the one argument) loads no library of a desktop."""

import re
import subprocess
import sys

from checkout import finish

loaded = subprocess.run(['ldd', sys.argv[1]], capture_output=True, text=True, check=True).stdout
finish([f'{sys.argv[1]} loads {name}'
        for name in re.findall(r'^\s*(lib(?:gtk|gdk|adwaita|wayland)\S*)', loaded, re.MULTILINE)
        if not name.startswith('libgdk_pixbuf')])
