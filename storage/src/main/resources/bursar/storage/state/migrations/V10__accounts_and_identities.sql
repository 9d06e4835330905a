-- Moments are milliseconds since 1970-01-01 UTC. Columns that are put in order compare by code point in every database.

CREATE TABLE accounts (
  id                   TEXT PRIMARY KEY,
  name                 TEXT NOT NULL,
  email                TEXT NOT NULL,
  email_key            TEXT NOT NULL UNIQUE,
  alias                TEXT UNIQUE,
  created              BIGINT NOT NULL,
  billing_access       TEXT NOT NULL,
  billing_scope        TEXT NOT NULL,
  billing_changed_at   BIGINT,
  billing_changed_by   TEXT,
  action_set           TEXT NOT NULL,
  version              BIGINT NOT NULL,
  password_hash        TEXT NOT NULL,
  password_last_used   BIGINT
);

CREATE TABLE users (
  id                   TEXT PRIMARY KEY,
  account              TEXT NOT NULL REFERENCES accounts (id),
  name                 TEXT NOT NULL,
  name_key             ${ordered} NOT NULL,
  path                 TEXT NOT NULL,
  created              BIGINT NOT NULL,
  password_last_used   BIGINT,
  UNIQUE (account, name_key)
);

CREATE TABLE login_profiles (
  user_id              TEXT PRIMARY KEY REFERENCES users (id),
  password_hash        TEXT NOT NULL,
  created              BIGINT NOT NULL,
  reset_required       BOOLEAN NOT NULL
);

CREATE TABLE identity_groups (
  id                   TEXT PRIMARY KEY,
  account              TEXT NOT NULL REFERENCES accounts (id),
  name                 TEXT NOT NULL,
  name_key             ${ordered} NOT NULL,
  path                 TEXT NOT NULL,
  created              BIGINT NOT NULL,
  UNIQUE (account, name_key)
);

CREATE TABLE memberships (
  user_id              TEXT NOT NULL REFERENCES users (id),
  group_id             TEXT NOT NULL REFERENCES identity_groups (id),
  PRIMARY KEY (user_id, group_id)
);
CREATE INDEX memberships_by_group ON memberships (group_id);

CREATE TABLE access_keys (
  id                   TEXT PRIMARY KEY,
  account              TEXT NOT NULL REFERENCES accounts (id),
  user_id              TEXT REFERENCES users (id),
  status               TEXT NOT NULL,
  created              BIGINT NOT NULL,
  sealed_secret        ${bytes} NOT NULL,
  used_at              BIGINT,
  used_service         TEXT,
  used_region          TEXT
);
CREATE INDEX access_keys_by_owner ON access_keys (account, user_id);

CREATE TABLE managed_policies (
  id                   TEXT PRIMARY KEY,
  account              TEXT NOT NULL REFERENCES accounts (id),
  arn                  TEXT NOT NULL UNIQUE,
  name                 TEXT NOT NULL,
  name_key             ${ordered} NOT NULL,
  path                 TEXT NOT NULL,
  description          TEXT NOT NULL,
  default_version      INTEGER NOT NULL,
  last_version         INTEGER NOT NULL,
  created              BIGINT NOT NULL,
  updated              BIGINT NOT NULL,
  UNIQUE (account, name_key)
);

CREATE TABLE policy_versions (
  policy_id            TEXT NOT NULL REFERENCES managed_policies (id),
  number               INTEGER NOT NULL,
  document             TEXT NOT NULL,
  created              BIGINT NOT NULL,
  PRIMARY KEY (policy_id, number)
);

-- The holder is a user or a group: their ids never meet.
CREATE TABLE inline_policies (
  account              TEXT NOT NULL REFERENCES accounts (id),
  holder_id            TEXT NOT NULL,
  name                 ${ordered} NOT NULL,
  document             TEXT NOT NULL,
  PRIMARY KEY (holder_id, name)
);

-- The ARN is that of a policy of the account or of one that ships with the product.
CREATE TABLE policy_attachments (
  account              TEXT NOT NULL REFERENCES accounts (id),
  holder_id            TEXT NOT NULL,
  policy_arn           ${ordered} NOT NULL,
  PRIMARY KEY (holder_id, policy_arn)
);
CREATE INDEX policy_attachments_by_policy ON policy_attachments (account, policy_arn);

CREATE TABLE tags (
  owner_id             TEXT NOT NULL,
  tag_key              ${ordered} NOT NULL,
  tag_value            TEXT NOT NULL,
  PRIMARY KEY (owner_id, tag_key)
);
