-- Acts of verbs that run beside the server, until whoever writes the log enters them.
create table act_waiting (
  waiting bigint generated always as identity primary key,
  json    text not null
);
