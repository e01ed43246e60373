-- When a password was set: one that somebody else gave opens nothing after its time.
alter table person add column password_at timestamptz not null default now();

-- A name by which a person ends a session of theirs; it opens nothing.
alter table session add column session uuid not null default gen_random_uuid() unique;
