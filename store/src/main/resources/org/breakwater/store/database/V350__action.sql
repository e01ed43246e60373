-- What is done about a decision: one row for each action, as it stands now. It goes with its material, by
-- whatever clock or erasure that goes. Of what leaves no record it names the content and never a clause.
create table action (
  action     uuid primary key,          -- UUIDv7: when it was planned
  decision   uuid not null references material on delete cascade deferrable initially deferred,
  content    text not null,
  revision   int  not null,
  word       text not null,             -- the decision's word for it; of an undo, its deed
  deed       text,                      -- what the platform is told; null where it is not
  scope      text not null,
  undo       text not null,             -- what puts things back, in words
  duration   text not null,             -- ISO 8601; empty until undone
  clause     text,
  lang       text,
  rules      int  not null,
  needed     int  not null,             -- people who must confirm it
  held       boolean not null default false, -- a check said that it may hit a victim
  stage      text,                      -- of what happens in two: `publishing_stopped`, `disabled`
  state      text not null check (state in
    ('planned', 'confirmed', 'sent', 'acknowledged', 'failed', 'undone', 'expired')),
  told       boolean not null,          -- whether its message is in the outbox, or was
  due_at     timestamptz,               -- when its next message goes there
  expires_at timestamptz,
  undoes     uuid                       -- the action that this one undoes
);
create index on action (decision);
create index on action (content);
create index on action (due_at) where due_at is not null;
create index on action (expires_at) where expires_at is not null;

-- Every change of state after the first, with who, when and why. Nothing is ever changed here.
create table action_step (
  step   bigint generated always as identity primary key,
  action uuid not null references action on delete cascade deferrable initially deferred,
  at     timestamptz not null,
  state  text not null,
  by     text not null,
  why    text not null,
  act    uuid                           -- the log's entry of what a person did
);
create index on action_step (action);

-- What somebody found who looked whether an account belongs to a victim, is under coercion or was taken over.
create table confirmation (
  act        uuid primary key,
  action     uuid not null references action on delete cascade deferrable initially deferred,
  person     text not null,
  confirms   boolean not null,
  victim     text not null,
  coercion   text not null,
  compromise text not null,
  notes      text not null,
  reason     text not null,
  at         timestamptz not null
);
create index on confirmation (action);

-- Removals by machines, and those that people undid as mistaken, by the day of the removal.
create table removal (
  day      date not null,
  clause   text not null,
  lang     text not null,
  removed  bigint not null,
  mistaken bigint not null,
  primary key (day, clause, lang)
) with (fillfactor = 50);

-- Circuit breakers as they stand; how they came to stand so is in the log. `*` is every one.
create table breaker (
  clause      text not null,
  lang        text not null,
  is_open     boolean not null,
  reason      text not null,
  by          text not null,
  at          timestamptz not null,
  counts_from date not null,            -- the first day whose figures may open it again
  act         uuid not null,
  primary key (clause, lang)
);

-- Open cases and stopped accounts are few; both are looked for before an account is touched.
create index on action (decision) where word = 'escalate' and state = 'confirmed';
create index on action (decision) where told and deed in ('stop_publishing', 'disable_account');

-- What waits for a person.
create index on action (action) where state = 'planned';
create index on action (action) where state = 'failed';
