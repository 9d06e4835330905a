-- An import that was taken back stays in the history.
ALTER TABLE cost_import ADD COLUMN undone_at BIGINT;
ALTER TABLE cost_import ADD COLUMN undone_by TEXT;

-- The deliveries of reports that an import took, as their manifests tell them.
CREATE TABLE cost_import_delivery (
  import_id    TEXT NOT NULL REFERENCES cost_import (import_id) ON DELETE CASCADE,
  report       TEXT NOT NULL,
  month        TEXT NOT NULL,
  assembly_id  TEXT NOT NULL,
  PRIMARY KEY (import_id, report, month)
);

CREATE TABLE cost_import_normalisation (
  import_id    TEXT NOT NULL REFERENCES cost_import (import_id) ON DELETE CASCADE,
  position     INTEGER NOT NULL,
  file_name    TEXT NOT NULL,
  column_name  TEXT NOT NULL,
  what         TEXT NOT NULL,
  row_count    BIGINT NOT NULL,
  first_row    BIGINT NOT NULL,
  example      TEXT,
  PRIMARY KEY (import_id, position)
);

-- What the months of a data set were before the import that published them last. A month that was not there has a row without a file; a
-- month without a row cannot be brought back.
CREATE TABLE cost_segment_before (
  data_owner       TEXT NOT NULL,
  data_set         TEXT NOT NULL,
  month            TEXT NOT NULL,
  import_id        TEXT NOT NULL REFERENCES cost_import (import_id),
  file_name        TEXT,
  earlier_import   TEXT,
  row_count        BIGINT,
  currencies       TEXT,
  first_start      BIGINT,
  last_start       BIGINT,
  PRIMARY KEY (data_owner, data_set, month)
);

-- Files that may be sent, one by one, until a moment. Tokens are kept as hashes.
CREATE TABLE cost_upload (
  upload_id    TEXT PRIMARY KEY,
  data_owner   TEXT NOT NULL,
  data_set     TEXT NOT NULL,
  asked_by     TEXT NOT NULL,
  again        INTEGER NOT NULL,
  several_payers INTEGER NOT NULL,
  expires_at   BIGINT NOT NULL
);

CREATE TABLE cost_upload_file (
  upload_id    TEXT NOT NULL REFERENCES cost_upload (upload_id) ON DELETE CASCADE,
  position     INTEGER NOT NULL,
  file_name    TEXT NOT NULL,
  token_hash   TEXT NOT NULL,
  state        TEXT NOT NULL,
  PRIMARY KEY (upload_id, position)
);

-- Buckets that are looked at again and again. The secret access key is sealed.
CREATE TABLE cost_source (
  data_owner        TEXT NOT NULL,
  name              TEXT NOT NULL,
  endpoint          TEXT NOT NULL,
  region            TEXT NOT NULL,
  bucket            TEXT NOT NULL,
  prefix            TEXT NOT NULL,
  data_set          TEXT NOT NULL,
  access_key_id     TEXT NOT NULL,
  secret            ${bytes} NOT NULL,
  minutes           INTEGER NOT NULL,
  put_by            TEXT NOT NULL,
  put_at            BIGINT NOT NULL,
  checked_at        BIGINT,
  outcome           TEXT,
  PRIMARY KEY (data_owner, name)
);

-- What of a bucket was imported: a part is the objects of one period, known by what the bucket says of them.
CREATE TABLE cost_source_part (
  data_owner   TEXT NOT NULL,
  name         TEXT NOT NULL,
  part         TEXT NOT NULL,
  fingerprint  TEXT NOT NULL,
  PRIMARY KEY (data_owner, name, part),
  FOREIGN KEY (data_owner, name) REFERENCES cost_source (data_owner, name) ON DELETE CASCADE
);
