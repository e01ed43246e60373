-- Where the platform is told, and what became of each message. Messages themselves stay in outbox;
-- everything here that is about one goes with it. References are looked at when a transaction ends,
-- so that a backup may be read in any order of its tables.
create table webhook_endpoint (
  endpoint    uuid primary key,
  url         text not null,
  description text not null,
  schemes     text not null,  -- hmac, ed25519 or both, with a blank between them
  state       text not null check (state in ('active', 'disabled', 'removed')),
  why         text not null,  -- it is not active; empty while it is
  created_at  timestamptz not null
);

-- What messages are signed with. Sealed under a key outside the database and its backups.
create table webhook_secret (
  secret     bigint generated always as identity primary key,
  endpoint   uuid  not null references webhook_endpoint on delete cascade deferrable initially deferred,
  scheme     text  not null check (scheme in ('hmac', 'ed25519')),
  sealed     bytea not null,
  created_at timestamptz not null,
  ends_at    timestamptz      -- set when a newer one took its place; both sign until then
);
create index on webhook_secret (endpoint);

-- When a message was given out to the endpoints there were; null while there is none.
alter table outbox add column given_out_at timestamptz;
create index on outbox (message) where given_out_at is null;

create table webhook_delivery (
  message  bigint not null references outbox on delete cascade deferrable initially deferred,
  endpoint uuid   not null references webhook_endpoint on delete cascade deferrable initially deferred,
  lane     bigint not null,   -- hash of the content: messages of one lane go one after the other
  state    text   not null check (state in ('pending', 'delivered', 'dead')),
  attempts int    not null default 0,
  next_at  timestamptz not null,
  status   int,               -- of the last attempt, where it was answered
  fault    text,              -- of the last attempt, where it was not; or why there is none to come
  ended_at timestamptz,
  primary key (message, endpoint)
);
create index on webhook_delivery (endpoint, next_at) where state = 'pending';
create index on webhook_delivery (message) where state = 'pending';
create index on webhook_delivery (endpoint, lane, message);
create index on webhook_delivery (message, endpoint) where state = 'dead';

-- Each attempt, without what was sent or answered. Without a message: a test.
create table webhook_attempt (
  attempt  bigint generated always as identity primary key,
  endpoint uuid   not null references webhook_endpoint on delete cascade deferrable initially deferred,
  message  bigint references outbox on delete cascade deferrable initially deferred,
  at       timestamptz not null,
  status   int,
  fault    text,
  ms       int    not null
);
create index on webhook_attempt (endpoint, attempt);
create index on webhook_attempt (message);
