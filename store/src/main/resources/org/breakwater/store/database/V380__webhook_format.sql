-- The form of an endpoint's messages. It never changes: a message sent again has the same bytes.
alter table webhook_endpoint add column format text not null default 'standard'
  check (format in ('standard', 'cloudevents'));
