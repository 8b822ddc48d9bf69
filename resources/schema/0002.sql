-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The library, version 2: roadmaps, the user's own aliases, where a posting came from.
--
-- A column added behind the others leaves old changesets what they were: undo goes on across it.
-- The rows are written anew, since SQLite leaves a new column out of old rows, and its session
-- extension then records NULL for what was there: undo would find another value and give up.

ALTER TABLE posting ADD COLUMN source TEXT NOT NULL DEFAULT '';
UPDATE posting SET source = '';

CREATE TABLE roadmap (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  slug TEXT NOT NULL DEFAULT '',
  link TEXT NOT NULL DEFAULT ''
) STRICT;

-- A topic on its own line of the roadmap has no parent.
CREATE TABLE roadmap_topic (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  roadmap_id INTEGER NOT NULL REFERENCES roadmap (id) ON DELETE CASCADE,
  parent_id INTEGER REFERENCES roadmap_topic (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  node TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'topic',
  state TEXT NOT NULL DEFAULT 'todo',
  priority TEXT NOT NULL DEFAULT 'none'
) STRICT;

-- Recorded like the parts of a report, but of no report: it has no report_id.
CREATE TABLE alias (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  vocabulary TEXT NOT NULL DEFAULT 'skill',
  text TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX roadmap_by_report ON roadmap (report_id, position);
CREATE INDEX roadmap_topic_by_report ON roadmap_topic (report_id);
CREATE INDEX roadmap_topic_by_roadmap ON roadmap_topic (roadmap_id, position);
CREATE INDEX roadmap_topic_by_parent ON roadmap_topic (parent_id);
