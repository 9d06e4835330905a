-- The lists hold one entry a line.
CREATE TABLE guardrails (
  account              TEXT NOT NULL REFERENCES accounts (id),
  name                 TEXT NOT NULL,
  name_key             ${ordered} NOT NULL,
  description          TEXT NOT NULL,
  actions              TEXT NOT NULL,
  resources            TEXT NOT NULL,
  except_principals    TEXT NOT NULL,
  except_groups        TEXT NOT NULL,
  created              BIGINT NOT NULL,
  created_by           TEXT NOT NULL,
  PRIMARY KEY (account, name_key)
);
