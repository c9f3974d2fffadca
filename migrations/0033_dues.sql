-- Dues: the scale of an alliance in versions, what each member is asked for a year, what it says it paid and what the treasurer found; no money moves
-- through Pamir. Amounts are whole numbers of the currency's smallest unit. And whose turn it is to host what.
create table dues_scale (
  id           uuid primary key,
  alliance_id  uuid not null references alliance on delete cascade,
  version      integer not null,
  from_year    integer not null,
  currency     text not null check (currency ~ '^[A-Z]{3}$'),
  bands        jsonb not null,
  source       text,
  made_by      uuid not null,
  made_at      timestamptz not null,
  unique (alliance_id, version)
);

create table dues_year (
  id           uuid primary key,
  alliance_id  uuid not null references alliance on delete cascade,
  year         integer not null,
  scale_id     uuid not null references dues_scale,
  due_on       date not null,
  asked_by     uuid not null,
  asked_at     timestamptz not null,
  unique (alliance_id, year)
);

create table due (
  id               uuid primary key,
  year_id          uuid not null references dues_year on delete cascade,
  organisation_id  uuid not null references organisation,
  band             text not null,
  amount           bigint not null check (amount >= 0),
  waived_at        timestamptz,
  waived_by        uuid,
  waived_because   text,
  unique (year_id, organisation_id)
);
create index due_who on due (organisation_id);

create table due_payment (
  id          uuid primary key,
  due_id      uuid not null references due on delete cascade,
  amount      bigint not null check (amount > 0),
  paid_on     date not null,
  reference   text,
  state       text not null check (state in ('claimed', 'confirmed', 'refused')),
  claimed_by  uuid not null,
  claimed_at  timestamptz not null,
  settled_by  uuid,
  settled_at  timestamptz,
  because     text
);
create index due_payment_of on due_payment (due_id);

create table hosting_turn (
  id               uuid primary key,
  alliance_id      uuid not null references alliance on delete cascade,
  what             text not null check (what in ('conference', 'council', 'committee', 'secretariat')),
  year             integer not null,
  organisation_id  uuid not null references organisation,
  note             text,
  proposed_by      uuid not null,
  proposed_at      timestamptz not null,
  -- Nothing: the proposal waits for its host.
  answer           text check (answer in ('agreed', 'declined')),
  answered_by      uuid,
  answered_at      timestamptz,
  because          text
);
create unique index hosting_turn_once on hosting_turn (alliance_id, what, year) where answer is distinct from 'declined';
create index hosting_turn_who on hosting_turn (organisation_id);

create table hosting_swap (
  id           uuid primary key,
  turn_id      uuid not null references hosting_turn on delete cascade,
  other_id     uuid not null references hosting_turn on delete cascade,
  -- Who hosted which before they changed places.
  asked_for    uuid not null references organisation,
  asked_of     uuid not null references organisation,
  because      text,
  asked_by     uuid not null,
  asked_at     timestamptz not null,
  answer       text check (answer in ('agreed', 'declined')),
  answered_by  uuid,
  answered_at  timestamptz
);
create index hosting_swap_of on hosting_swap (turn_id);
create index hosting_swap_other on hosting_swap (other_id);
create index hosting_swap_for on hosting_swap (asked_for);
create index hosting_swap_asked on hosting_swap (asked_of);
