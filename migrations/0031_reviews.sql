-- The yearly review of an agreement: one for each year.
create table review (
  id            uuid primary key,
  agreement_id  uuid not null references agreement on delete cascade,
  year          integer not null,
  state         text not null check (state in ('open', 'laid', 'agreed')),
  -- By how much the sides moved which criterion, and why.
  moves         jsonb not null default '[]',
  outcome       text check (outcome in ('renew-five', 'renew-three', 'hearing', 'dormant', 'close')),
  because       jsonb not null default '{}',
  conditions    jsonb not null default '{}',
  summary       jsonb not null default '{}',
  hearing_on    date,
  -- What was laid before the sides. Never changed while it is laid or agreed; the hash is over it, so that every side agrees to the same.
  content       jsonb,
  hash          text,
  -- Each laying is a claim of its own: what was disputed and taken back is not what is laid next.
  laying_id     uuid,
  side_id       uuid references organisation,
  begun_by      uuid not null,
  begun_at      timestamptz not null,
  changed_at    timestamptz not null,
  laid_by       uuid,
  laid_at       timestamptz,
  agreed_at     timestamptz,
  -- Where a body decided in place of the sides one by one; bodies are kept by a room that this one does not know.
  decision_id   uuid,
  unique (agreement_id, year),
  check ((state = 'open') = (content is null) and (content is null) = (laying_id is null) and (state = 'agreed') = (agreed_at is not null))
);
create index review_side on review (side_id) where side_id is not null;
create index review_waiting on review (agreement_id) where state <> 'agreed';
