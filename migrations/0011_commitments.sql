-- What an agreement promises, what was done for it, how it stands, and what becomes of it.
create table commitment (
  id                 uuid primary key,
  agreement_id       uuid not null references agreement on delete cascade,
  place              integer not null,
  -- The clause it comes from; clauses are kept by a room that this one does not know.
  clause_id          uuid,
  kind               text not null,
  what               jsonb not null,
  unit               text not null,
  target             numeric(14, 3) not null check (target > 0),
  per                text not null check (per in ('once', 'year', 'total')),
  each_way           boolean not null default false,
  due_on             date,
  due_months         integer check (due_months >= 0),
  after_id           uuid references commitment,
  amount             numeric(16, 2) check (amount > 0),
  currency           text check (currency ~ '^[A-Z]{3}$'),
  payer_id           uuid references organisation,
  origin             text not null check (origin in ('recorded', 'text')),
  -- Since when its clock runs, and the day on which it was kept: both follow from the agreement, the commitment before it and what is confirmed.
  starts_on          date,
  fulfilled_on       date,
  withdrawn_at       timestamptz,
  withdrawn_because  text,
  recorded_by        uuid not null,
  recorded_at        timestamptz not null,
  changed_at         timestamptz not null,
  check ((amount is null) = (currency is null))
);
create index commitment_of_agreement on commitment (agreement_id, place);
create index commitment_after on commitment (after_id) where after_id is not null;
create index commitment_payer on commitment (payer_id) where payer_id is not null;

-- Which office answers for it on each side; who holds it is seen from the offices themselves.
create table commitment_office (
  commitment_id    uuid not null references commitment on delete cascade,
  place            smallint not null,
  organisation_id  uuid not null references organisation,
  role             text not null,
  title            text,
  primary key (commitment_id, place)
);
create index commitment_office_at on commitment_office (organisation_id, role);

-- How each stands, as last worked out.
create table commitment_standing (
  commitment_id  uuid primary key references commitment on delete cascade,
  agreement_id   uuid not null references agreement on delete cascade,
  status         text not null check (status in ('green', 'amber', 'red', 'grey')),
  reason         text not null,
  due_on         date,
  claimed        numeric(16, 3) not null,
  confirmed      numeric(16, 3) not null,
  rule_version   text not null
);
create index commitment_standing_of on commitment_standing (agreement_id);
create index commitment_standing_due on commitment_standing (due_on) where status <> 'green';

create table activity (
  id                 uuid primary key,
  what               text not null,
  lang               text not null,
  on_day             date not null,
  until_day          date check (until_day >= on_day),
  zone               text,
  place              text,
  online             boolean not null default false,
  side_id            uuid not null references organisation,
  recorded_by        uuid not null,
  office             uuid,
  recorded_at        timestamptz not null,
  withdrawn_at       timestamptz,
  withdrawn_by       uuid,
  withdrawn_because  text
);
create index activity_side on activity (side_id, id);
create index activity_recorded_by on activity (recorded_by, id);

create table activity_number (
  activity_id      uuid not null references activity on delete cascade,
  place            smallint not null,
  organisation_id  uuid not null references organisation,
  in_person        integer not null check (in_person >= 0),
  online           integer not null check (online >= 0),
  primary key (activity_id, place)
);
create index activity_number_organisation on activity_number (organisation_id);

create table activity_person (
  activity_id      uuid not null references activity on delete cascade,
  place            smallint not null,
  name             text not null,
  organisation_id  uuid references organisation,
  primary key (activity_id, place)
);
create index activity_person_organisation on activity_person (organisation_id) where organisation_id is not null;

-- Which agreement it serves, and of it which commitment with how much, for which side where each owes its own. `on_day` and
-- `state` follow the activity and its confirmation, so that adding up reads one table.
create table activity_serve (
  activity_id    uuid not null references activity on delete cascade,
  place          smallint not null,
  agreement_id   uuid not null references agreement on delete cascade,
  commitment_id  uuid references commitment on delete cascade,
  side_id        uuid references organisation,
  amount         numeric(14, 3) not null check (amount >= 0),
  on_day         date not null,
  state          text not null check (state in ('open', 'confirmed', 'disputed', 'withdrawn')),
  primary key (activity_id, place)
);
create index activity_serve_agreement on activity_serve (agreement_id, on_day desc, activity_id desc);
create index activity_serve_commitment on activity_serve (commitment_id) where commitment_id is not null;
create index activity_serve_side on activity_serve (side_id) where side_id is not null;

create table evidence (
  id                 uuid primary key,
  activity_id        uuid not null references activity on delete cascade,
  file_id            uuid references file,
  url                text,
  title              text not null,
  -- What was taken out of a photograph before it was kept.
  stripped           text[] not null default '{}',
  added_by           uuid not null,
  added_at           timestamptz not null,
  withdrawn_at       timestamptz,
  withdrawn_because  text,
  check ((file_id is null) <> (url is null))
);
create index evidence_of on evidence (activity_id, id);

-- The pulse of an agreement: worked out with every deed, and once a day because time passes.
create table agreement_pulse (
  agreement_id        uuid primary key references agreement on delete cascade,
  as_of               date not null,
  pulse               text not null check (pulse in ('active', 'quiet', 'asleep', 'none')),
  reasons             jsonb not null default '[]',
  propose_closure     boolean not null default false,
  last_activity_on    date,
  last_confirmed_on   date,
  claimed             integer not null default 0,
  confirmed           integer not null default 0,
  disputed            integer not null default 0,
  commitments         integer not null default 0,
  started             integer not null default 0,
  green               integer not null default 0,
  amber               integer not null default 0,
  red                 integer not null default 0,
  grey                integer not null default 0,
  vacancies           integer not null default 0,
  bounced             integer not null default 0,
  waiting_since       timestamptz,
  rule_version        text not null
);
create index agreement_pulse_asleep on agreement_pulse (last_activity_on, agreement_id) where pulse = 'asleep';
