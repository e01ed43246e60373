-- In which group a recorded post stands. It goes with its material.
create table group_post (
  decision uuid primary key references material on delete cascade deferrable initially deferred,
  day      date not null,
  name     uuid not null, -- HMAC of the group's id
  id       text not null  -- so that a person can be told which group it is
);
create index on group_post (name);

-- Posts decided in a group by the day, whatever came of them; goes after 28 days.
create table group_count (
  day     date   not null,
  name    uuid   not null, -- HMAC of the group's id
  decided bigint not null,
  primary key (day, name)
) with (fillfactor = 50);
create index on group_count (name);
