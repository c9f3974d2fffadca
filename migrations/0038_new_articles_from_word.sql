-- An article that was typed in a Word file comes with its clauses: they are proposed one by one, and stand under its proposal until it is accepted.
alter table text_proposal add column under_id uuid references text_proposal on delete cascade, add column numbered boolean not null default true;
