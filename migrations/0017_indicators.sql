-- Which indicators an alliance reports by, and those that it adds of its own.
create table indicator_choice (
  alliance_id  uuid not null references alliance on delete cascade,
  code         text not null,
  place        smallint not null,
  primary key (alliance_id, code)
);

create table own_indicator (
  id           uuid primary key,
  alliance_id  uuid not null references alliance on delete cascade,
  name         jsonb not null,
  rule         jsonb not null default '{}',
  unit         text not null,
  type         text not null check (type in ('input', 'output', 'outcome')),
  by           text[] not null default '{}',
  source       text,
  -- From which records it is computed; nothing where it is only ever claimed.
  feed         jsonb,
  added_by     uuid not null,
  added_at     timestamptz not null,
  -- What was reported by it stays to be read.
  removed_at   timestamptz
);
create index own_indicator_of on own_indicator (alliance_id, id) where removed_at is null;
