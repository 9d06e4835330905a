-- What owners manage beside their costs: cost categories, activation of tags, backfills. The body is JSON, written and read as a whole.
CREATE TABLE kept_record (
  account   TEXT NOT NULL REFERENCES accounts (id),
  kind      TEXT NOT NULL,
  id        ${ordered} NOT NULL,
  body      TEXT NOT NULL,
  PRIMARY KEY (account, kind, id)
);
