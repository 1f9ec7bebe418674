/** One step of the database's shape; `PRAGMA user_version` counts how many have been taken. Steps never change once shipped. */
export interface Migration {
  /** The `user_version` that the step leads to, 1 for the first. */
  readonly version: number
  readonly sql: string
}

/** Times are milliseconds since 1970. JSON stands in TEXT columns and is parsed where it is read. */
const first = `
CREATE TABLE picture (
  id TEXT PRIMARY KEY CHECK (length(id) = 64),
  format TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  width INTEGER,
  height INTEGER,
  added INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  source TEXT NOT NULL,
  recipe TEXT NOT NULL,
  created INTEGER NOT NULL,
  paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
  watched INTEGER NOT NULL DEFAULT 0 CHECK (watched IN (0, 1))
) STRICT;

CREATE TABLE job (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  picture TEXT NOT NULL REFERENCES picture (id),
  batch INTEGER REFERENCES batch (id),
  name TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('file', 'paste', 'capture', 'url', 'folder', 'document')),
  origin TEXT,
  page INTEGER,
  task TEXT NOT NULL,
  engine TEXT NOT NULL,
  model TEXT,
  parameters TEXT NOT NULL DEFAULT '{}',
  fingerprint TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'waiting', 'done', 'failed', 'cancelled', 'unsure')),
  reason TEXT CHECK (reason IN ('offline', 'needs-key', 'rate', 'quota', 'disk-full', 'paused', 'retry')),
  not_before INTEGER,
  priority INTEGER NOT NULL DEFAULT 10,
  position REAL NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  lease_owner TEXT,
  lease_until INTEGER,
  call TEXT CHECK (call IN ('intended', 'sent', 'answering')),
  failure TEXT,
  created INTEGER NOT NULL,
  started INTEGER,
  finished INTEGER,
  starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
  hidden INTEGER
) STRICT;

CREATE INDEX job_picture ON job (picture);
CREATE INDEX job_batch ON job (batch) WHERE batch IS NOT NULL;
CREATE INDEX job_fingerprint ON job (fingerprint);
CREATE INDEX job_state ON job (state, priority, position);
CREATE INDEX job_task ON job (task);
CREATE INDEX job_source ON job (source);
CREATE INDEX job_created ON job (created);
CREATE INDEX job_starred ON job (id) WHERE starred = 1;
CREATE INDEX job_hidden ON job (hidden) WHERE hidden IS NOT NULL;

CREATE TABLE result (
  job INTEGER PRIMARY KEY REFERENCES job (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('reading', 'text', 'boxes', 'chart', 'tables')),
  text TEXT NOT NULL,
  edited TEXT,
  usage TEXT,
  created INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE turn (
  id INTEGER PRIMARY KEY,
  job INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE,
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  created INTEGER NOT NULL
) STRICT;

CREATE INDEX turn_job ON turn (job);

-- Answers of single calls of a job that needs several. They were paid for: kept until the job has its result.
CREATE TABLE part (
  job INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  body TEXT NOT NULL,
  created INTEGER NOT NULL,
  PRIMARY KEY (job, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE counter (
  day TEXT NOT NULL,
  endpoint TEXT NOT NULL,
  model TEXT NOT NULL,
  calls INTEGER NOT NULL DEFAULT 0,
  prompt_tokens INTEGER NOT NULL DEFAULT 0,
  completion_tokens INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (day, endpoint, model)
) STRICT, WITHOUT ROWID;

-- Pictures that no entry has any more and whose files are still to be removed.
CREATE TABLE discarded (id TEXT PRIMARY KEY, format TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- What is searched of an entry, folded. No cascade on purpose: a job can only be deleted by the library, which takes its
-- grams out of the index first.
CREATE TABLE document (
  job INTEGER PRIMARY KEY REFERENCES job (id),
  boxes INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE INDEX document_boxes ON document (job) WHERE boxes > 0;

-- Which entries hold which runs of one, two and three characters. The tokenizer sees grams parted by blanks, no words.
CREATE VIRTUAL TABLE gram USING fts5 (grams, content = '', columnsize = 0, detail = none, tokenize = 'ascii');
INSERT INTO gram (gram, rank) VALUES ('secure-delete', 1);

-- Entries whose document does not say what their rows say any more.
CREATE TABLE stale (job INTEGER PRIMARY KEY REFERENCES job (id) ON DELETE CASCADE) STRICT;

CREATE TRIGGER job_added AFTER INSERT ON job BEGIN INSERT OR IGNORE INTO stale VALUES (new.id); END;
CREATE TRIGGER job_changed AFTER UPDATE OF name, origin, parameters ON job
BEGIN INSERT OR IGNORE INTO stale VALUES (new.id); END;
CREATE TRIGGER result_added AFTER INSERT ON result BEGIN INSERT OR IGNORE INTO stale VALUES (new.job); END;
CREATE TRIGGER result_changed AFTER UPDATE OF text, edited, body ON result
BEGIN INSERT OR IGNORE INTO stale VALUES (new.job); END;
CREATE TRIGGER turn_added AFTER INSERT ON turn BEGIN INSERT OR IGNORE INTO stale VALUES (new.job); END;
CREATE TRIGGER turn_changed AFTER UPDATE ON turn BEGIN INSERT OR IGNORE INTO stale VALUES (new.job); END;
`

/** Counting the jobs of batches by their states, and finding what waits, along an index alone. */
const second = `
DROP INDEX job_batch;
CREATE INDEX job_batch_state ON job (batch, state, hidden) WHERE batch IS NOT NULL;
CREATE INDEX job_waiting ON job (engine, reason, model, batch) WHERE state = 'waiting';
`

/**
 * What is asked again and again of a long queue is answered by an index alone: whose turn it is, how much is left, how many
 * wait for what, which of them are due, and how many are deleted but not gone.
 */
const third = `
DROP INDEX job_state;
CREATE INDEX job_state ON job (state, priority, position, id, engine, model, batch, hidden);
DROP INDEX job_waiting;
CREATE INDEX job_waiting ON job (engine, reason, model, batch, hidden) WHERE state = 'waiting';
CREATE INDEX job_due ON job (not_before) WHERE state = 'waiting' AND not_before IS NOT NULL;
DROP INDEX job_hidden;
CREATE INDEX job_hidden ON job (hidden, id, state) WHERE hidden IS NOT NULL;
CREATE INDEX batch_paused ON batch (id) WHERE paused = 1;
`

/**
 * The index changes and merges in steps that the library takes (`main/library/merging.ts`), not within whatever transaction FTS5
 * thinks fit. To delete at once would rewrite it where each gram of an entry stood: 40 ms for one of a hundred thousand.
 */
const fourth = `
INSERT INTO gram (gram, rank) VALUES ('automerge', 0);
INSERT INTO gram (gram, rank) VALUES ('secure-delete', 0);
`

/** In order, without gaps. */
export const migrations: readonly Migration[] = [
  { version: 1, sql: first },
  { version: 2, sql: second },
  { version: 3, sql: third },
  { version: 4, sql: fourth }
]
