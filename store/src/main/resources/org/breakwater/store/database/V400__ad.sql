-- Who placed an ad that is refused or waits for a person: the kind of advertiser as the platform said it, and
-- whether it has verified that. It goes with its material, so never is there one of what leaves no record.
create table ad (
  decision   uuid primary key references material on delete cascade deferrable initially deferred,
  day        date    not null, -- with the next three the figure in which it counts
  kind       text    not null,
  verified   boolean not null,
  outcome    text    not null,
  overturned boolean not null default false -- on appeal; counted once
);

-- Ads by day, by kind of advertiser, and by what their row says (`allow` for every no-record label).
create table ad_count (
  day        date    not null,
  kind       text    not null,
  verified   boolean not null,
  outcome    text    not null,
  decided    bigint  not null,
  overturned bigint  not null,
  primary key (day, kind, verified, outcome)
) with (fillfactor = 50);
