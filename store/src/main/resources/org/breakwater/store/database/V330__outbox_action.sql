-- A message may belong to an action, whose state follows its delivery; deeds are the words of actions.
alter table outbox add column action uuid;
alter table outbox drop constraint outbox_deed_check;
create index on outbox (action);
