-- What the platform is to be told, written with the decision, so that neither is there without the
-- other. Content and a neutral word, never label or clause. Goes after 7 days, delivered or not.
create table outbox (
  message    bigint generated always as identity primary key,
  decision   uuid not null,
  content    text not null,
  revision   int  not null,
  deed       text not null check (deed in ('hide', 'review')),
  created_on date not null
);
create index on outbox (created_on);
create index on outbox (decision);

-- Decisions by day, by what their row says (`allow` for every no-record label) and by rules.
create table counter (
  day       date   not null,
  outcome   text   not null,
  rules     int    not null,
  decisions bigint not null,
  primary key (day, outcome, rules)
) with (fillfactor = 50);
