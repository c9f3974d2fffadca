-- Signing: who may, what stands before it, how each party does it, and what comes of it.

-- A certificate with which an organisation signs. `locked_key`: the private key, readable only with the secret of this installation.
create table signing_certificate (
  id               uuid primary key,
  organisation_id  uuid not null references organisation,
  origin           text not null check (origin in ('brought', 'installation')),
  subject          text not null,
  issuer           text not null,
  serial           text not null,
  fingerprint      text not null,
  valid_from       timestamptz not null,
  valid_until      timestamptz not null,
  certificate      bytea not null,
  -- Those above it, from the nearest up, one after another in DER.
  chain            bytea[] not null,
  locked_key       bytea not null,
  added_by         uuid not null,
  added_at         timestamptz not null,
  retired_at       timestamptz
);
create index signing_certificate_current on signing_certificate (organisation_id) where retired_at is null;

-- The root of the installation's own authority; one row at most.
create table signing_authority (
  id           uuid primary key,
  sole         boolean not null default true unique check (sole),
  name         text not null,
  certificate  bytea not null,
  locked_key   bytea not null,
  made_at      timestamptz not null
);

-- What an organisation asks for before it signs: its own steps, and what it changed of the rules that its country comes with.
create table clearance_rule (
  id               uuid primary key,
  organisation_id  uuid not null references organisation,
  -- The rule of its country that this one takes the place of.
  replaces         text,
  step             text not null check (step in ('legal', 'finance', 'senate', 'university', 'ministry', 'foreign-office', 'other')),
  title            text,
  place            integer not null,
  answered_by      text,
  documents        text,
  kinds            text[] not null default '{}',
  only_abroad      boolean not null default false,
  effect           text not null check (effect in ('block', 'warn', 'off')),
  usual_days       integer check (usual_days > 0),
  source           text,
  version          integer not null,
  changed_by       uuid not null,
  changed_at       timestamptz not null,
  removed_at       timestamptz
);
create index clearance_rule_of on clearance_rule (organisation_id) where removed_at is null;

-- Who may sign for a unit that cannot bind itself: from whom, for which kinds, until when. Its scan is a file about it.
create table delegation (
  id               uuid primary key,
  organisation_id  uuid not null references organisation,
  -- The part of the organisation that is not registered itself.
  unit             text,
  given_by         text not null,
  given_by_title   text,
  to_whom          text,
  kinds            text[] not null default '{}',
  since_on         date not null,
  until_on         date,
  recorded_by      uuid not null,
  recorded_at      timestamptz not null,
  withdrawn_at     timestamptz,
  check (until_on is null or until_on >= since_on)
);
create index delegation_of on delegation (organisation_id) where withdrawn_at is null;

-- An agreement on its way from agreed to sealed. What is signed does not change while it stands; `head` is that with the signatures so far.
create table signing (
  id              uuid primary key,
  agreement_id    uuid not null references agreement on delete cascade,
  -- The agreed version of its text; nothing when the paper was brought as a PDF.
  version_id      uuid,
  version_number  integer,
  -- SHA-256 by authentic language; of the file itself under `pdf` when it was brought.
  hashes          jsonb not null,
  title           text not null,
  paper_sha256    text not null,
  head_sha256     text not null,
  -- Printed on the paper: by it anyone finds the public page of verification.
  code            text not null unique,
  opened_by       uuid not null,
  opened_at       timestamptz not null,
  called_off_at   timestamptz,
  called_off_because text,
  sealed_at       timestamptz,
  sealed_sha256   text,
  check ((sealed_at is null) = (sealed_sha256 is null)),
  check (sealed_at is null or called_off_at is null)
);
create unique index signing_current on signing (agreement_id) where called_off_at is null;
create index signing_sealed on signing (sealed_sha256) where sealed_sha256 is not null;

-- How a side signs: what it accepts of the others, and what it uses itself.
create table signing_side (
  signing_id  uuid not null references signing on delete cascade,
  side_id     uuid not null references organisation,
  accepts     text[] not null,
  primary key (signing_id, side_id)
);

-- A place to sign: whose, and in what rank. The field of the same name stands in the paper.
create table signing_seat (
  id          uuid primary key,
  signing_id  uuid not null references signing on delete cascade,
  side_id     uuid not null references organisation,
  place       integer not null,
  unit        text,
  name        text,
  title       text,
  rank        text check (rank in ('head', 'deputy', 'dean', 'director', 'other')),
  field       text not null,
  unique (signing_id, place)
);

-- A clearance asked of one side for one agreement.
create table clearance (
  id            uuid primary key,
  signing_id    uuid not null references signing on delete cascade,
  side_id       uuid not null references organisation,
  rule          text not null,
  rule_version  text not null,
  step          text not null,
  title         text,
  place         integer not null,
  effect        text not null check (effect in ('block', 'warn')),
  answered_by_whom text,
  documents     text,
  usual_days    integer,
  source        text,
  state         text not null default 'waiting' check (state in ('waiting', 'given', 'refused')),
  note          text,
  answered_by   uuid,
  office        uuid,
  answered_at   timestamptz,
  unique (signing_id, side_id, rule)
);

-- A signature. It stands for ever; one given again after a signing was called off is another.
create table signature (
  id              uuid primary key,
  signing_id      uuid not null references signing on delete cascade,
  seat_id         uuid not null unique references signing_seat,
  side_id         uuid not null references organisation,
  means           text not null check (means in ('electronic', 'uploaded', 'ink')),
  person_id       uuid,
  name            text not null,
  title           text,
  rank            text,
  authority       text not null check (authority in ('office', 'delegation', 'stated')),
  delegation_id   uuid references delegation,
  -- The instant, and the day it was for the signatory.
  signed_at       timestamptz not null,
  signed_on       date not null,
  zone            text not null,
  place           text,
  -- Exactly what was signed: the text by language, and the file as it lay before the signatory.
  hashes          jsonb not null,
  before_sha256   text not null,
  -- The file after it, or the scan of the ink.
  file_sha256     text not null,
  file_name       text,
  file_type       text not null,
  certificate_id  uuid references signing_certificate,
  -- What the check of an uploaded PDF found.
  checked         jsonb,
  -- Ink: how many originals, where each is kept, and the seal.
  originals       jsonb,
  seal            text,
  recorded_by     uuid not null,
  office          uuid,
  recorded_at     timestamptz not null
);
create index signature_of on signature (signing_id);
