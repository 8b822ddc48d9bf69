-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The library, version 3: templates of courses, which are recorded like aliases.

CREATE TABLE template (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL DEFAULT '',
  json TEXT NOT NULL DEFAULT ''
) STRICT;
