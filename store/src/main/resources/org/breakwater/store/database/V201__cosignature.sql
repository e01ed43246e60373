-- Signatures of witnesses under checkpoints. The line of the witness without a name is the note with
-- the log's own signature.
create table cosignature (
  size    bigint not null, -- of the checkpoint
  witness text   not null, -- its name
  line    text   not null, -- as it stands in a note
  primary key (size, witness)
);
