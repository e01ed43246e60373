-- What people found out about places to get help. Rows are only added; the newest on an entry counts, and only
-- while the entry is what it was then. A row goes with its act, after a year; no verification holds so long.
create table help_check (
  act        uuid primary key references act (act) on delete cascade deferrable initially deferred,
  entry      text not null,  -- its id in the directory
  entry_hash text not null,  -- of its data as it was looked at
  kind       text not null check (kind in ('verified', 'suspended', 'withdrawn')),
  method     text not null check (method in ('call', 'site', 'partner', '')),
  shares     text not null check (shares in ('yes', 'no', 'unknown', '')),
  checked_on date not null,
  expires_on date not null,  -- the day it was checked, where it was not verified
  note       text not null,
  checked_by text not null,
  seal       uuid not null   -- HMAC of all of the above
);
create index on help_check (entry);

-- What was verified while decisions were made, so that a repeated request is answered by the same bytes. A few
-- kilobytes for each change; kept as long as `rules`, which name them.
create table help_snapshot (
  policies  text primary key, -- as `rules.policies`
  base      text not null,    -- the same without this help
  resources text not null     -- JSON
);

-- How often help was shown, opened and dismissed; nobody is counted apart from others.
create table help_count (
  day    date   not null,
  topic  text   not null,
  lang   text   not null,
  arm    text   not null, -- `shown` or `held` in a trial, else `none`
  event  text   not null, -- `impression`, `open`, `dismissal`, `repeat` or `contact`
  number bigint not null,
  primary key (day, topic, lang, arm, event)
) with (fillfactor = 50);

-- What is tried, written down before it begins. Rows are only added.
create table help_trial (
  trial         text primary key,
  json          text not null, -- as registered, and as the log's act holds it
  registered_on date not null,
  seal          uuid not null  -- HMAC of all of the above
);
