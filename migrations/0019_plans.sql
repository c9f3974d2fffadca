-- Plans: the working text, the versions that were laid before the sides, what members say was reached, and why a measure stands as it does.
create table plan (
  id            uuid primary key,
  alliance_id   uuid references alliance on delete cascade,
  agreement_id  uuid references agreement on delete cascade,
  content       jsonb not null,
  approved_id   uuid,
  begun_by      uuid not null,
  begun_at      timestamptz not null,
  changed_at    timestamptz not null,
  removed_at    timestamptz,
  check ((alliance_id is null) <> (agreement_id is null))
);
create index plan_of_alliance on plan (alliance_id) where alliance_id is not null;
create index plan_of_agreement on plan (agreement_id) where agreement_id is not null;

-- Never changed. Its hash is over the content, so that every side approves the same.
create table plan_version (
  id           uuid primary key,
  plan_id      uuid not null references plan on delete cascade,
  number       integer not null,
  content      jsonb not null,
  hash         text not null,
  note         text,
  laid_by      uuid not null,
  laid_at      timestamptz not null,
  approved_at  timestamptz,
  -- Where a body decided in place of the sides one by one; bodies are kept by a room that this one does not know.
  decision_id  uuid,
  unique (plan_id, number)
);
alter table plan add foreign key (approved_id) references plan_version;

create table plan_value (
  id          uuid primary key,
  plan_id     uuid not null references plan on delete cascade,
  -- A measure or a task of the content.
  item_id     uuid not null,
  on_day      date not null,
  value       numeric(16, 3) not null check (value >= 0),
  side_id     uuid not null references organisation,
  split       jsonb not null default '[]',
  note        text,
  url         text,
  state       text not null check (state in ('open', 'confirmed', 'disputed', 'withdrawn')),
  claimed_by  uuid not null,
  claimed_at  timestamptz not null
);
create index plan_value_of on plan_value (plan_id, item_id, on_day);
create index plan_value_side on plan_value (side_id);

create table plan_commentary (
  id          uuid primary key,
  plan_id     uuid not null references plan on delete cascade,
  measure_id  uuid not null,
  status      text not null check (status in ('green', 'amber', 'red', 'grey')),
  lang        text not null,
  words       text not null,
  written_by  uuid not null,
  written_at  timestamptz not null
);
create index plan_commentary_of on plan_commentary (plan_id, measure_id, written_at desc);
