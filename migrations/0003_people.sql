-- Persons, the offices they hold, and how they sign in.
create table person (
  id             uuid primary key,
  name           text not null,
  name_native    text,
  email          text check (email = lower(email)),
  locale         text,
  password_hash  text,
  source         text,
  example        boolean not null default false,
  created_at     timestamptz not null,
  closed_at      timestamptz
);
create unique index person_email on person (email) where email is not null;
create index person_by_name on person (name, id);
create index person_search on person using gin ((name || ' ' || coalesce(name_native, '')) gin_trgm_ops);

create table office (
  id               uuid primary key,
  person_id        uuid not null references person,
  role             text not null,
  organisation_id  uuid references organisation,
  title            text,
  starts_on        date not null,
  ends_on          date check (ends_on >= starts_on),
  given_by         uuid not null,
  -- Laid down or taken away before its term was over: from that moment, not from the next day.
  vacated_at       timestamptz,
  source           text,
  example          boolean not null default false,
  check ((organisation_id is null) = (role = 'administrator'))
);
create index office_of_person on office (person_id);
create index office_at_organisation on office (organisation_id);

create table session (
  token_hash     text primary key,
  id             uuid not null unique,
  person_id      uuid not null references person on delete cascade,
  acting_office  uuid references office on delete set null,
  how            text not null,
  address        text not null,
  agent          text not null,
  created_at     timestamptz not null,
  seen_at        timestamptz not null,
  expires_at     timestamptz not null
);
create index session_of_person on session (person_id);

create table sign_in_link (
  token_hash  text primary key,
  person_id   uuid not null references person on delete cascade,
  purpose     text not null check (purpose in ('first', 'link', 'reset', 'invitation')),
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  used_at     timestamptz
);
create index sign_in_link_of on sign_in_link (person_id);

create table sign_in_try (
  id       uuid primary key,
  account  text not null,
  address  text not null,
  ok       boolean not null,
  at       timestamptz not null
);
create index sign_in_try_account on sign_in_try (account, at desc);
create index sign_in_try_address on sign_in_try (address, at desc);

create table passkey (
  id             uuid primary key,
  person_id      uuid not null references person on delete cascade,
  credential_id  text not null unique,
  public_key     bytea not null,
  counter        bigint not null,
  transports     text[] not null default '{}',
  name           text not null,
  created_at     timestamptz not null,
  used_at        timestamptz
);
create index passkey_of on passkey (person_id);

-- A question asked of a browser or a provider that has not been answered yet: WebAuthn challenges, OpenID Connect states.
create table sign_in_challenge (
  id          text primary key,
  purpose     text not null,
  person_id   uuid references person on delete cascade,
  data        jsonb not null,
  expires_at  timestamptz not null
);

create table outside_identity (
  issuer     text not null,
  subject    text not null,
  person_id  uuid not null references person on delete cascade,
  primary key (issuer, subject)
);
