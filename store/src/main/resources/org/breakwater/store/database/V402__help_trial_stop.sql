-- Trials that a person ended before their time. Rows are only added; the log's act holds the same.
create table help_trial_stop (
  trial      text primary key,
  reason     text not null,
  stopped_on date not null,
  seal       uuid not null -- HMAC of all of the above
);
