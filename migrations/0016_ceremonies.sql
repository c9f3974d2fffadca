-- One event at which agreements are signed, in an order.
create table ceremony (
  id            uuid primary key,
  title         jsonb not null,
  held_on       date not null,
  starts_at     text,
  zone          text not null,
  venue         text,
  city          text,
  country       text,
  host_id       uuid not null references organisation,
  -- How far it is: so many steps of its sequence are done.
  done          integer not null default 0,
  begun_at      timestamptz,
  ended_at      timestamptz,
  published_at  timestamptz,
  words         jsonb not null default '{}',
  made_by       uuid not null,
  made_at       timestamptz not null,
  changed_at    timestamptz not null,
  removed_at    timestamptz
);
create index ceremony_when on ceremony (held_on desc, id desc) where removed_at is null;

create table ceremony_agreement (
  ceremony_id   uuid not null references ceremony on delete cascade,
  agreement_id  uuid not null references agreement on delete cascade,
  place         integer not null,
  primary key (ceremony_id, agreement_id)
);
create index ceremony_of_agreement on ceremony_agreement (agreement_id);

-- Who is there: signatories of one agreement, witnesses, guests; where they sit, or that they take part from afar.
create table ceremony_person (
  id               uuid primary key,
  ceremony_id      uuid not null references ceremony on delete cascade,
  agreement_id     uuid references agreement on delete cascade,
  organisation_id  uuid references organisation,
  place            integer not null,
  name             text not null,
  title            text,
  role             text not null check (role in ('host', 'signatory', 'witness', 'guest', 'interpreter')),
  seat             text,
  remote           boolean not null default false
);
create index ceremony_person_of on ceremony_person (ceremony_id, place);
