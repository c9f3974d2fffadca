-- One side claims, the others confirm, dispute or leave open; everything that was said is kept.
create table confirmation (
  id                 uuid primary key,
  -- What is claimed: a word of the room above, the thing, and the thing in whose history it stands.
  kind               text not null,
  about              uuid not null,
  scope              uuid not null,
  round              integer not null default 1,
  -- Derived from the sides (rules.ts) and kept, so that what is open is found by an index.
  state              text not null check (state in ('open', 'confirmed', 'disputed', 'withdrawn')),
  claimed_by         uuid not null,
  claimed_office     uuid,
  claimed_at         timestamptz not null,
  settled_at         timestamptz,
  withdrawn_because  text,
  unique (about, scope, kind)
);
create index confirmation_open on confirmation (scope, claimed_at) where state = 'open';

-- Place 0 claims. Those after it are to answer.
create table confirmation_side (
  confirmation_id  uuid not null references confirmation on delete cascade,
  place            smallint not null,
  organisation_id  uuid not null references organisation,
  answer           text not null check (answer in ('claims', 'open', 'confirmed', 'disputed')),
  primary key (confirmation_id, place)
);
create index confirmation_side_of on confirmation_side (organisation_id, answer, confirmation_id);

create table confirmation_answer (
  id               uuid primary key,
  confirmation_id  uuid not null references confirmation on delete cascade,
  round            integer not null,
  place            smallint not null,
  said             text not null check (said in ('confirmed', 'disputed', 'claimed-again', 'withdrawn')),
  via              text not null check (via in ('account', 'letter', 'link')),
  who              uuid,
  office           uuid,
  -- Who came by a link says who they are; of others their account tells it.
  name             text,
  office_name      text,
  reason           text,
  at               timestamptz not null
);
create index confirmation_answer_of on confirmation_answer (confirmation_id, id);

create table confirmation_link (
  id               uuid primary key,
  token_hash       text not null unique,
  confirmation_id  uuid not null references confirmation on delete cascade,
  place            smallint not null,
  via              text not null check (via in ('letter', 'link')),
  to_address       text,
  locale           text not null,
  letter_id        uuid,
  reminders        integer not null default 0,
  asked_at         timestamptz not null,
  made_by          uuid not null,
  made_at          timestamptz not null,
  expires_at       timestamptz not null,
  used_at          timestamptz,
  revoked_at       timestamptz,
  -- A reminder is a letter with a link of its own; the earlier one still opens.
  followed_at      timestamptz
);
create index confirmation_link_of on confirmation_link (confirmation_id);
create index confirmation_link_waiting on confirmation_link (asked_at) where via = 'letter' and used_at is null and revoked_at is null and followed_at is null;
