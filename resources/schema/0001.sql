-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The library, version 1.
--
-- Rules that undo rests on; each was learnt by trying:
--   * every recorded table has a declared primary key, AUTOINCREMENT, so that no id is used twice;
--   * nothing a person can swap is UNIQUE: undoing a swap would meet itself;
--   * no generated columns and no triggers on recorded tables;
--   * every part has report_id beside its parents, so that a report loads and goes table by table.
-- Columns are named and ordered like the members of the records (src/model/trellis-report.h).
-- Positions only order: they may have gaps. Enums are stored by name.

CREATE TABLE report (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL DEFAULT '',
  author TEXT NOT NULL DEFAULT '',
  course TEXT NOT NULL DEFAULT '',
  advisor TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '',
  layout TEXT NOT NULL DEFAULT '',
  lists TEXT NOT NULL DEFAULT 'computed',
  created TEXT NOT NULL DEFAULT '',
  edited TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE section (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  document TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'text',
  level INTEGER NOT NULL DEFAULT 0,
  heading TEXT NOT NULL DEFAULT '',
  style TEXT NOT NULL DEFAULT 'bullets',
  before TEXT NOT NULL DEFAULT '',
  after TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE component (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  grouping TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE role (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  aliases TEXT NOT NULL DEFAULT '',
  described INTEGER NOT NULL DEFAULT 0,
  wording TEXT NOT NULL DEFAULT '',
  responsibilities TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE involvement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  component_id INTEGER NOT NULL REFERENCES component (id) ON DELETE CASCADE,
  role_id INTEGER NOT NULL REFERENCES role (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  wording TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE common_skill (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  grouping TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE standing (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  list TEXT NOT NULL DEFAULT 'have',
  position INTEGER NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  qualifier TEXT NOT NULL DEFAULT '',
  level TEXT NOT NULL DEFAULT 'none',
  level_wording TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  challenging INTEGER NOT NULL DEFAULT 0 CHECK (challenging IN (0, 1))
) STRICT;

CREATE TABLE posting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  label TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  employer TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  captured TEXT NOT NULL DEFAULT '',
  link TEXT NOT NULL DEFAULT '',
  link_label TEXT NOT NULL DEFAULT '',
  link_text TEXT NOT NULL DEFAULT '',
  skills_label TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE posting_skill (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  posting_id INTEGER NOT NULL REFERENCES posting (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  requirement TEXT NOT NULL DEFAULT 'must'
) STRICT;

CREATE TABLE claim (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  list TEXT NOT NULL DEFAULT 'recurring',
  position INTEGER NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  qualifier TEXT NOT NULL DEFAULT '',
  claimed INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX section_by_report ON section (report_id, position);
CREATE INDEX component_by_report ON component (report_id, position);
CREATE INDEX role_by_report ON role (report_id, position);
CREATE INDEX involvement_by_report ON involvement (report_id);
CREATE INDEX involvement_by_component ON involvement (component_id, role_id);
CREATE INDEX involvement_by_role ON involvement (role_id);
CREATE INDEX common_skill_by_report ON common_skill (report_id, position);
CREATE INDEX standing_by_report ON standing (report_id, list, position);
CREATE INDEX posting_by_report ON posting (report_id, position);
CREATE INDEX posting_skill_by_report ON posting_skill (report_id);
CREATE INDEX posting_skill_by_posting ON posting_skill (posting_id, position);
CREATE INDEX claim_by_report ON claim (report_id, list, position);

-- Below this line nothing is recorded.

-- One row a change: what it was, in kind and names, and its changeset. Applied changes come
-- first, undone ones last; report_id outlives its report. size is the changeset's, n_rows the
-- number of rows in it; they stand before the blob, so that reading them leaves it alone.
CREATE TABLE history (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  report_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  other TEXT NOT NULL DEFAULT '',
  count INTEGER NOT NULL DEFAULT 0,
  made TEXT NOT NULL,
  size INTEGER NOT NULL,
  n_rows INTEGER NOT NULL,
  changeset BLOB NOT NULL
) STRICT;

CREATE INDEX history_by_undone ON history (undone);

-- revision counts whatever was done, undone or redone, so that one Trellis notices another.
CREATE TABLE library (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL DEFAULT 0
) STRICT;

INSERT INTO library (id) VALUES (1);
