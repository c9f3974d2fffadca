-- Registers: the spreadsheets people live in, brought in run by run. What came stays as it came.
create table register_run (
  id            uuid primary key,
  owner_id      uuid not null references organisation,
  file_name     text not null,
  file_sha256   text not null,
  sheet         text,
  table_shape   jsonb not null default '{}',
  mapping       jsonb not null default '[]',
  said          jsonb not null default '{}',
  state         text not null check (state in ('reading', 'review', 'importing', 'imported', 'discarded', 'failed')),
  work_id       uuid,
  rows          integer not null default 0,
  needs         integer not null default 0,
  summary       jsonb,
  report        jsonb,
  begun_by      uuid not null,
  begun_at      timestamptz not null,
  imported_at   timestamptz
);
create index register_run_of on register_run (owner_id, id desc);

-- One row of the file: its cells as they came, what was understood, and what a person decided about it.
create table register_row (
  run_id        uuid not null references register_run on delete cascade,
  row           integer not null,
  reading       jsonb not null,
  decided       jsonb not null default '{}',
  needs         boolean not null,
  sureness      real not null,
  change        text not null check (change in ('new', 'same', 'changed')),
  state         text not null,
  agreement_id  uuid references agreement,
  primary key (run_id, row)
);
create index register_row_needs on register_row (run_id, row) where needs;

-- Which row an agreement came from, and so its cells as they came: the rows of an imported run stay for good.
create table register_entry (
  agreement_id  uuid primary key references agreement on delete cascade,
  owner_id      uuid not null references organisation,
  run_id        uuid not null references register_run,
  row           integer not null
);
create index register_entry_of on register_entry (owner_id);
create index register_entry_row on register_entry (run_id, row);

-- How the columns of such a file are to be read, remembered for the next time.
create table register_mapping (
  owner_id     uuid not null references organisation,
  fingerprint  text not null,
  mapping      jsonb not null,
  said_by      uuid not null,
  said_at      timestamptz not null,
  primary key (owner_id, fingerprint)
);
