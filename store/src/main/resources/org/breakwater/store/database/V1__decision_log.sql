-- The exact rules a decision was made under: the member `policies` of its JSON.
create table rules (
  rules    int generated always as identity primary key,
  policies text not null unique
);

-- One compact row for each decision. `kept` is false for what is allowed and for every no-record
-- label: these rows go with their day. Days are ranges of `decision`, whose first 48 bits are the
-- time (UUIDv7).
create table decision (
  decision uuid    not null,
  kept     boolean not null,
  content  uuid    not null, -- HMAC of the content's id, under a key outside the database
  request  uuid    not null, -- HMAC of what names the request: id and revision, or a key
  body     uuid    not null, -- HMAC of the request's body
  outcome  text    not null, -- `allow` for every no-record label
  rules    int     not null,
  batch    bigint  not null, -- number of the log's entry, from 0
  position int     not null, -- number within the batch, from 0
  seed     uuid    not null, -- with a key outside the database, the salt of the leaf
  seal     uuid    not null, -- HMAC of all of the above
  primary key (kept, decision)
) partition by list (kept);

create table decision_kept    partition of decision for values in (true)  partition by range (decision);
create table decision_passing partition of decision for values in (false) partition by range (decision);

create index on decision (request);

-- What a person needs to review, as long as its clock runs. A no-record label leaves its text and
-- content id here where it was not allowed, and never its author.
create table material (
  decision   uuid primary key,
  recorded   boolean not null,
  content    text    not null,
  revision   int     not null,
  text       text    not null,
  author     text,
  signals    text,
  json       text,           -- the decision as sent
  expires_on date    not null,
  seal       uuid    not null,
  check (recorded or (author is null and signals is null and json is null))
);
create index on material (expires_on);

create table log_entry (
  entry  bigint primary key, -- from 0, without a gap
  text   text  not null,     -- as hashed into the log's tree
  leaves bytea not null      -- the hashes of the batch's own tree, 32 bytes each
);

-- Complete nodes of the log's tree, the leaves included.
create table log_node (
  level int    not null,
  node  bigint not null,
  hash  bytea  not null,
  primary key (level, node)
);

create table api_key (
  hash       bytea primary key, -- SHA-256 of the key
  name       text not null,
  scopes     text not null,     -- words with a blank between them
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);
