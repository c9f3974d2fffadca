-- Organisations of any kind, their names in their own scripts, identifiers, relations, duplicates and merges.
create table organisation (
  id           uuid primary key,
  kind         text not null,
  name         text not null,
  name_lang    text,
  -- The name a reader of each language sees and sorts by; the official name where there is none.
  name_en      text not null collate "en-x-icu",
  name_zh      text not null collate "zh-x-icu",
  name_ru      text not null collate "ru-x-icu",
  name_ur      text not null collate "ur-x-icu",
  country      text check (country ~ '^[A-Z]{2}$'),
  city         text,
  latitude     double precision check (latitude between -90 and 90),
  longitude    double precision check (longitude between -180 and 180),
  time_zone    text,
  domain       text,
  website      text,
  established  integer,
  -- The ROR identifier that this record itself is; a record into which another was merged carries both in organisation_identifier.
  ror          text unique,
  status       text not null default 'active' check (status in ('active', 'inactive', 'withdrawn', 'merged')),
  source       text not null check (source in ('local', 'ror', 'example')),
  origin       text,
  -- A record made from a text that nobody has identified yet.
  provisional  boolean not null default false,
  parent_id    uuid references organisation,
  successor_id uuid references organisation,
  merged_into  uuid references organisation,
  example      boolean not null default false,
  -- What the register said last, so that an unchanged record is left alone, and what persons stated, so that it is not overwritten.
  register_hash text,
  stated       text[] not null default '{}',
  search       tsvector not null default '',
  search_text  text not null default '',
  changed_at   timestamptz not null
);
create index organisation_by_name_en on organisation (name_en, id) where status <> 'merged';
create index organisation_by_name_zh on organisation (name_zh, id) where status <> 'merged';
create index organisation_by_name_ru on organisation (name_ru, id) where status <> 'merged';
create index organisation_by_name_ur on organisation (name_ur, id) where status <> 'merged';
create index organisation_by_country on organisation (country, name_en, id) where status <> 'merged';
create index organisation_by_kind on organisation (kind, name_en, id) where status <> 'merged';
create index organisation_local on organisation (source, name_en, id) where source <> 'ror';
create index organisation_parent on organisation (parent_id) where parent_id is not null;
create index organisation_changed on organisation (changed_at, id) where status <> 'merged';
create index organisation_domain on organisation (domain) where domain is not null;
create index organisation_provisional on organisation (name_en, id) where provisional and status <> 'merged';
create index organisation_search on organisation using gin (search);

create table organisation_name (
  id               uuid primary key,
  organisation_id  uuid not null references organisation on delete cascade,
  text             text not null,
  lang             text,
  kind             text not null check (kind in ('display', 'label', 'short', 'acronym', 'former', 'alias')),
  place            integer not null,
  source           text not null check (source in ('local', 'ror', 'example')),
  -- The name as it is compared: folded, without punctuation.
  key              text not null
);
create index organisation_name_of on organisation_name (organisation_id, place);
create index organisation_name_key on organisation_name (key);

create table organisation_identifier (
  organisation_id  uuid not null references organisation on delete cascade,
  scheme           text not null,
  value            text not null,
  source           text not null check (source in ('local', 'ror', 'example')),
  primary key (organisation_id, scheme, value)
);
create index organisation_identifier_value on organisation_identifier (scheme, value);
create unique index organisation_identifier_ror on organisation_identifier (value) where scheme = 'ror';

create table organisation_relation (
  from_id  uuid not null references organisation on delete cascade,
  kind     text not null check (kind in ('part-of', 'successor-of', 'related')),
  to_id    uuid not null references organisation on delete cascade,
  source   text not null check (source in ('local', 'ror', 'example')),
  primary key (from_id, kind, to_id),
  check (from_id <> to_id)
);
create index organisation_relation_to on organisation_relation (to_id, kind);

create table organisation_duplicate (
  id          uuid primary key,
  one_id      uuid not null references organisation on delete cascade,
  other_id    uuid not null references organisation on delete cascade,
  reason      text not null,
  facts       jsonb not null,
  sureness    real not null,
  state       text not null default 'proposed' check (state in ('proposed', 'dismissed', 'merged')),
  decided_by  uuid,
  decided_at  timestamptz,
  unique (one_id, other_id),
  check (one_id < other_id)
);
create index organisation_duplicate_open on organisation_duplicate (sureness desc, id) where state = 'proposed';

create table organisation_merge (
  id         uuid primary key,
  kept_id    uuid not null references organisation,
  merged_id  uuid not null references organisation,
  moved      jsonb not null,
  merged_by  uuid not null,
  merged_at  timestamptz not null,
  undone_by  uuid,
  undone_at  timestamptz
);
create index organisation_merge_kept on organisation_merge (kept_id);

-- What a person said a text means; the resolver asks here first.
create table organisation_correction (
  id               uuid primary key,
  text_key         text not null,
  text             text not null,
  country          text,
  organisation_id  uuid not null references organisation on delete cascade,
  said_by          uuid not null,
  said_at          timestamptz not null,
  unique nulls not distinct (text_key, country)
);
