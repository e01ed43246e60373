-- Which version of the policy was in force from when, who put it there, and why. Each row is an act in
-- the log, in whose order they stand; none is ever changed, and none goes: what was in force is asked
-- for years later. Names of persons stand here, nothing of anybody who is judged.
create table publication_step (
  step        uuid primary key,        -- name of its act (UUIDv7), and with it the time
  batch       bigint not null,         -- where its act stands in the log
  position    int    not null,
  publication uuid not null,           -- the same for a proposal and what became of it
  kind        text not null check (kind in ('started', 'proposed', 'confirmed', 'withdrawn')),
  policy      text not null,           -- name@version
  pack        text not null,           -- the version's hash
  reason      text not null,
  done_by     text not null,
  person      uuid,                    -- null for the operator, who starts the first server
  expires_at  timestamptz,             -- of a proposal
  seal        uuid not null            -- HMAC of all of the above
);
create unique index on publication_step (batch, position);
-- A proposal ends once.
create unique index on publication_step (publication) where kind in ('confirmed', 'withdrawn');
