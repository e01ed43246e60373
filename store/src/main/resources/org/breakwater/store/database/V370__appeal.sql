-- What people say against a decision. The day is kept and no finer time, and nobody's name. Of what leaves
-- no record a row goes 7 days after the ruling. The log commits to each by a name under a key outside the
-- database, so that its time in the log does not lead to its row.
create table appeal (
  appeal     uuid    primary key,  -- random, so that it tells no time
  decision   uuid    not null,
  content    uuid    not null,     -- HMAC of the content's id, as in decision
  revision   int     not null,
  recorded   boolean not null,     -- whether the decision's author is recorded
  hidden     boolean not null,     -- whether the content was hidden when it was filed
  text       text    not null,
  filed_on   date    not null,
  state      text    not null check (state in ('filed', 'acknowledged', 'decided')),
  ruling     uuid,                 -- that decided it
  result     text check (result in ('upheld', 'overturned')),
  expires_on date    not null,
  seal       uuid    not null,     -- HMAC of all of the above
  check ((state = 'decided') = (ruling is not null) and (ruling is null) = (result is null))
);
create unique index appeal_open on appeal (decision) where ruling is null;
create index on appeal (decision);
create index on appeal (content);
create index on appeal (expires_on);

-- Contents about which somebody wants no further notices.
create table notice_mute (
  content    uuid primary key,     -- HMAC of the content's id
  expires_on date not null
);
create index on notice_mute (expires_on);
