-- Exports of cost data and legacy reports, with their runs. Settings and tags are one a line: the name, a tab, the value.
CREATE TABLE exports (
  id               TEXT PRIMARY KEY,
  account          TEXT NOT NULL REFERENCES accounts (id),
  kind             TEXT NOT NULL,
  name             TEXT NOT NULL,
  description      TEXT NOT NULL,
  statement        TEXT NOT NULL,
  settings         TEXT NOT NULL,
  bucket           TEXT NOT NULL,
  prefix           TEXT NOT NULL,
  region           TEXT NOT NULL,
  format           TEXT NOT NULL,
  overwritten      BIGINT NOT NULL,
  owner_user       TEXT NOT NULL,
  created          BIGINT NOT NULL,
  updated          BIGINT NOT NULL,
  tags             TEXT NOT NULL,
  UNIQUE (account, kind, name)
);

CREATE TABLE export_executions (
  id          TEXT PRIMARY KEY,
  export_id   TEXT NOT NULL REFERENCES exports (id) ON DELETE CASCADE,
  status      TEXT NOT NULL,
  reason      TEXT,
  sentence    TEXT NOT NULL,
  months      TEXT NOT NULL,
  row_count   BIGINT NOT NULL,
  created     BIGINT NOT NULL,
  updated     BIGINT NOT NULL,
  completed   BIGINT
);

CREATE INDEX export_executions_by_export ON export_executions (export_id, created);
