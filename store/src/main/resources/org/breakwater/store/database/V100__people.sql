-- People who log in. Their sessions end here, also when the server is restarted. References are looked
-- at when a transaction ends, so that a backup may be read in any order of its tables.
create table person (
  person       uuid primary key,
  name         text not null unique,
  password     text,                   -- Argon2id in PHC form; null for whoever comes by OIDC
  subject      text unique,            -- issuer and subject of OIDC, a blank between them
  roles        text not null,          -- words with a blank between them
  must_change  boolean not null default false,
  failures     int not null default 0, -- wrong passwords in a row
  locked_until timestamptz,
  created_at   timestamptz not null default now(),
  disabled_at  timestamptz
);

create table session (
  hash       bytea primary key,        -- SHA-256 of the cookie
  person     uuid not null references person on delete cascade deferrable initially deferred,
  csrf       text not null,            -- what every form of this session must send back
  created_at timestamptz not null default now(),
  seen_at    timestamptz not null default now()
);

-- A key that a person made carries the person; what it may do is what the person may do now.
alter table api_key add column person uuid references person on delete cascade deferrable initially deferred;
alter table api_key add column key uuid not null default gen_random_uuid() unique;

-- What people and machines did apart from deciding: logins, reads of what somebody wrote, changes of
-- keys and people, rulings. The log commits to each; no address of a network stands here.
create table act (
  act        uuid   primary key,
  batch      bigint not null,          -- number of the log's entry
  position   int    not null,
  seed       uuid   not null,          -- with a key outside the database, the salt of the leaf
  json       text   not null,          -- as hashed into the leaf
  expires_on date   not null
);
create index on act (expires_on);

-- What people ruled. A ruling names the content by HMAC only, and its text goes with it.
create table ruling (
  ruling     uuid primary key references act (act) on delete cascade deferrable initially deferred,
  decision   uuid not null,
  content    uuid not null,            -- HMAC of the content's id, as in decision
  revision   int  not null,
  outcome    text not null,
  reason     text not null,
  ruled_by   text not null,
  seal       uuid not null             -- HMAC of all of the above
);
create index on ruling (decision);
create index on ruling (content);

-- What was decided of one content is asked for by its id.
create index on decision (content);
