-- The history of imports, and the months of cost data that are published: each row of cost_segment is one immutable file.
CREATE TABLE cost_import (
  import_id     TEXT PRIMARY KEY,
  data_owner    TEXT NOT NULL,
  data_set      TEXT NOT NULL,
  status        TEXT NOT NULL,
  started_at    BIGINT NOT NULL,
  finished_at   BIGINT,
  asked_by      TEXT NOT NULL,
  format        TEXT NOT NULL,
  rows_read     BIGINT NOT NULL,
  rows_refused  BIGINT NOT NULL,
  failure       TEXT
);

CREATE INDEX cost_import_by_owner ON cost_import (data_owner, started_at);

CREATE TABLE cost_import_path (
  import_id  TEXT NOT NULL REFERENCES cost_import (import_id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  path       TEXT NOT NULL,
  PRIMARY KEY (import_id, position)
);

CREATE TABLE cost_import_refusal (
  import_id  TEXT NOT NULL REFERENCES cost_import (import_id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  file_name  TEXT NOT NULL,
  file_row   BIGINT NOT NULL,
  reason     TEXT NOT NULL,
  PRIMARY KEY (import_id, position)
);

-- Money is text, because SQLite has no decimal numbers.
CREATE TABLE cost_import_total (
  import_id       TEXT NOT NULL REFERENCES cost_import (import_id) ON DELETE CASCADE,
  month           TEXT NOT NULL,
  currency        TEXT NOT NULL,
  unblended_cost  TEXT NOT NULL,
  row_count       BIGINT NOT NULL,
  PRIMARY KEY (import_id, month, currency)
);

CREATE TABLE cost_segment (
  data_owner   TEXT NOT NULL,
  data_set     TEXT NOT NULL,
  month        TEXT NOT NULL,
  file_name    TEXT NOT NULL UNIQUE,
  import_id    TEXT NOT NULL REFERENCES cost_import (import_id),
  row_count    BIGINT NOT NULL,
  currencies   TEXT NOT NULL,
  first_start  BIGINT NOT NULL,
  last_start   BIGINT NOT NULL,
  PRIMARY KEY (data_owner, data_set, month)
);
