-- What counts against an author: prohibited decisions that a person confirmed, and nothing else. The
-- author is named by HMAC only, under a key outside the database. Goes with its ruling, or before it
-- when it expires, when a later ruling overturns it, or when its author or content is erased.
create table strike (
  strike       bigint generated always as identity primary key, -- in the order of their entry
  author       uuid not null,
  ruling       uuid not null references ruling (ruling) on delete cascade deferrable initially deferred,
  decision     uuid not null,
  content      uuid not null, -- HMAC of the content's id, as in ruling
  revision     int  not null,
  severity     int  not null, -- of the clause
  strikes      int  not null, -- how many the clause counts; may be 0
  confirmed_on date not null,
  expires_on   date not null,
  seal         uuid not null, -- HMAC of all of the above but its number
  unique (content, revision)
);
create index on strike (author);
create index on strike (ruling);
create index on strike (expires_on);

-- Rises whenever strikes go, whatever made them go, so that whoever holds them in memory reads them
-- anew; those that come are found by their number. Empty until the first has gone.
create table strike_generation (
  one        boolean primary key default true check (one),
  generation bigint not null
);

create function strikes_gone() returns trigger language plpgsql as $$
begin
  if exists (select from gone) then
    insert into strike_generation (generation) values (1)
      on conflict (one) do update set generation = strike_generation.generation + 1;
  end if;
  return null;
end $$;

create trigger strikes_gone after delete on strike referencing old table as gone
  for each statement execute function strikes_gone();
