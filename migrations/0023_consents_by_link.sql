-- Who agreed to a text without an account, by the name and office that they gave.
alter table text_consent add column by_name text;
