-- Posts drawn by chance, to estimate how many of all posts break the rules, those included that nobody
-- noticed. No author, no content, no decision, no time finer than the day, no number: nothing leads to
-- whose they are. Written shuffled, many at once, in transactions of their own. Gone after 30 days, and
-- in no backup.
create table sample (
  day         date   not null,
  stratum     text   not null,
  probability float8 not null, -- with which it was drawn, in (0, 1]
  lang        text   not null,
  region      text   not null, -- of the author as the platform said; may be empty
  surface     text   not null,
  outcome     text   not null, -- never the label
  text        text   not null  -- with contacts blotted out, at most 4,000 characters
);
create index on sample (day);

-- How many posts there were, from which how many were drawn; what is lost in a crash is lost in both.
create table sample_population (
  day         date   not null,
  stratum     text   not null,
  probability float8 not null,
  events      bigint not null,
  drawn       bigint not null,
  primary key (day, stratum, probability)
);
