CREATE TABLE sessions (
  token_hash           TEXT PRIMARY KEY,
  csrf_hash            TEXT NOT NULL,
  account              TEXT NOT NULL REFERENCES accounts (id),
  user_id              TEXT,
  created              BIGINT NOT NULL,
  last_seen            BIGINT NOT NULL
);
CREATE INDEX sessions_by_principal ON sessions (account, user_id);
CREATE INDEX sessions_by_last_seen ON sessions (last_seen);

CREATE TABLE sign_in_failures (
  key_hash             TEXT PRIMARY KEY,
  failures             INTEGER NOT NULL,
  last_failure         BIGINT NOT NULL,
  blocked_until        BIGINT NOT NULL
);
CREATE INDEX sign_in_failures_by_time ON sign_in_failures (last_failure);

-- No reference to accounts: the trail outlives what it tells of.
CREATE TABLE audit_events (
  number               ${serial},
  event_id             TEXT NOT NULL UNIQUE,
  happened             BIGINT NOT NULL,
  account              TEXT NOT NULL,
  principal_arn        TEXT NOT NULL,
  user_name            TEXT NOT NULL,
  access_key_id        TEXT,
  event_source         TEXT NOT NULL,
  event_name           TEXT NOT NULL,
  read_only            BOOLEAN NOT NULL,
  source_address       TEXT NOT NULL,
  user_agent           TEXT NOT NULL,
  request_parameters   TEXT,
  error_code           TEXT,
  error_message        TEXT,
  request_id           TEXT NOT NULL
);
CREATE INDEX audit_events_by_time ON audit_events (account, happened, number);

CREATE TABLE organization_members (
  account              TEXT PRIMARY KEY REFERENCES accounts (id),
  payer                TEXT NOT NULL REFERENCES accounts (id),
  joined               BIGINT NOT NULL
);
CREATE INDEX organization_members_by_payer ON organization_members (payer);
