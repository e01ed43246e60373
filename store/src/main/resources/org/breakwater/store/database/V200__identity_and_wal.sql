-- Which keys this log is written with, so that it is not continued with others.
create table log_identity (
  one         boolean primary key default true check (one),
  fingerprint text not null
);

-- Where the write-ahead log stood when the entry was written: what was acknowledged must be flushed
-- beyond it. Empty in what was restored from a backup, which has a write-ahead log of its own.
alter table log_entry add column wal pg_lsn;
alter table log_entry alter column wal set default pg_current_wal_insert_lsn();
