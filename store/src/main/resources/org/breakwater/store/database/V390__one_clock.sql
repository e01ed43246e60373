-- When something was made is said by the server's clock, never by the database's.
alter table api_key alter column created_at drop default;
alter table person alter column created_at drop default;
alter table person alter column password_at drop default;
alter table session alter column created_at drop default;
alter table session alter column seen_at drop default;
