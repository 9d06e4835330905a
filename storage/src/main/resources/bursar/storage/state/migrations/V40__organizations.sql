CREATE TABLE organizations (
  id                   TEXT PRIMARY KEY,
  management_account   TEXT NOT NULL UNIQUE REFERENCES accounts (id),
  feature_set          TEXT NOT NULL,
  root_id              TEXT NOT NULL UNIQUE,
  created              BIGINT NOT NULL
);

CREATE TABLE organizational_units (
  id                   ${ordered} PRIMARY KEY,
  organization         TEXT NOT NULL REFERENCES organizations (id),
  parent               TEXT NOT NULL,
  name                 TEXT NOT NULL,
  created              BIGINT NOT NULL,
  UNIQUE (parent, name)
);
CREATE INDEX organizational_units_by_organization ON organizational_units (organization);

-- Who belonged where and when. No reference to organizations: what was a membership stays known after its organization is gone.
CREATE TABLE organization_memberships (
  number               ${serial},
  organization         TEXT NOT NULL,
  payer                TEXT NOT NULL REFERENCES accounts (id),
  account              TEXT NOT NULL REFERENCES accounts (id),
  parent               TEXT NOT NULL,
  method               TEXT NOT NULL,
  joined               BIGINT NOT NULL,
  left_at              BIGINT
);
CREATE UNIQUE INDEX organization_memberships_now ON organization_memberships (account) WHERE left_at IS NULL;
CREATE INDEX organization_memberships_by_payer ON organization_memberships (payer);
CREATE INDEX organization_memberships_by_organization ON organization_memberships (organization);
CREATE INDEX organization_memberships_by_account ON organization_memberships (account);

CREATE TABLE organization_handshakes (
  id                   ${ordered} PRIMARY KEY,
  organization         TEXT NOT NULL,
  payer                TEXT NOT NULL REFERENCES accounts (id),
  target_kind          TEXT NOT NULL,
  target               TEXT NOT NULL,
  notes                TEXT NOT NULL,
  state                TEXT NOT NULL,
  requested            BIGINT NOT NULL,
  expires              BIGINT NOT NULL
);
CREATE INDEX organization_handshakes_by_organization ON organization_handshakes (organization);
CREATE INDEX organization_handshakes_by_target ON organization_handshakes (target);

CREATE TABLE organization_account_creations (
  id                   ${ordered} PRIMARY KEY,
  organization         TEXT NOT NULL,
  account_name         TEXT NOT NULL,
  requested            BIGINT NOT NULL,
  account              TEXT REFERENCES accounts (id),
  failure              TEXT
);
CREATE INDEX organization_account_creations_by_organization ON organization_account_creations (organization);

-- What a payer lets members see; the row with an empty member is for all of them.
CREATE TABLE member_preferences (
  payer                TEXT NOT NULL REFERENCES accounts (id),
  member               ${ordered} NOT NULL,
  cost_explorer        BOOLEAN NOT NULL,
  refunds_and_credits  BOOLEAN NOT NULL,
  discounts            BOOLEAN NOT NULL,
  PRIMARY KEY (payer, member)
);

-- Organizations were only known by their members until now: each payer gets one, with a root under which all of them stand.
INSERT INTO organizations (id, management_account, feature_set, root_id, created)
  SELECT 'o-' || payer, payer, 'ALL', 'r-' || payer, MIN(joined) FROM organization_members GROUP BY payer;
INSERT INTO organization_memberships (organization, payer, account, parent, method, joined, left_at)
  SELECT 'o-' || payer, payer, payer, 'r-' || payer, 'INVITED', MIN(joined), NULL FROM organization_members GROUP BY payer;
INSERT INTO organization_memberships (organization, payer, account, parent, method, joined, left_at)
  SELECT 'o-' || payer, payer, account, 'r-' || payer, 'INVITED', joined, NULL FROM organization_members ORDER BY account;
DROP TABLE organization_members;
