-- The lists hold one entry a line.
CREATE TABLE billing_views (
  arn                  ${ordered} PRIMARY KEY,
  owner                TEXT NOT NULL REFERENCES accounts (id),
  name                 TEXT NOT NULL,
  description          TEXT NOT NULL,
  accounts             TEXT NOT NULL,
  tag_key              TEXT,
  tag_values           TEXT NOT NULL,
  sources              TEXT NOT NULL,
  policy               TEXT,
  client_token         TEXT,
  created              BIGINT NOT NULL,
  updated              BIGINT NOT NULL,
  defined              BIGINT NOT NULL
);
CREATE INDEX billing_views_by_owner ON billing_views (owner);
