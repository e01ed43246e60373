-- Many actions that one person undoes: which, and how far it has come. The writer goes on with it in parts, each
-- in one transaction with the entries of the log that say so. Kept as long as those.
create table undo_job (
  job        uuid primary key, -- the act that began it
  decision   uuid,             -- only that decision's; null for those of any
  clause     text   not null,  -- empty for any
  policy     text   not null,  -- empty for any
  began      uuid   not null,  -- the least name of an action in it
  ended      uuid   not null,  -- the least name behind it
  by         text   not null,
  reason     text   not null,
  created_on date   not null,
  recorded   bigint not null,  -- how many there were when it began
  unrecorded bigint not null,
  last       uuid   not null,  -- up to which it has come
  looked     bigint not null,
  entries    bigint not null,
  done       boolean not null
);
create index on undo_job (job) where not done;
