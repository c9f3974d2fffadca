-- What every room stands on: the journal, long work, mail, files, settings.
create extension if not exists pg_trgm;

create table journal (
  id      uuid primary key,
  at      timestamptz not null,
  who     uuid not null,
  office  uuid,
  what    text not null,
  about   uuid not null,
  data    jsonb not null,
  place   integer not null,
  before  text,
  hash    text not null,
  unique (about, place)
);
create index journal_what on journal (what, id);
create index journal_newest on journal (id desc);

create table work (
  id           uuid primary key,
  kind         text not null,
  state        text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  done         integer not null default 0,
  total        integer,
  note         text,
  params       jsonb not null,
  result       jsonb,
  failure      jsonb,
  cancelling   boolean not null default false,
  started_by   uuid not null,
  asked_at     timestamptz not null,
  started_at   timestamptz,
  beat_at      timestamptz,
  ended_at     timestamptz
);
create index work_by_person on work (started_by, id desc);
create index work_open on work (state) where state in ('queued', 'running');

create table letter (
  id         uuid primary key,
  to_address text not null,
  to_person  uuid,
  subject    text not null,
  body       text not null,
  locale     text not null,
  kind       text not null,
  state      text not null check (state in ('kept', 'waiting', 'sent', 'failed')),
  tries      integer not null default 0,
  problem    text,
  written_at timestamptz not null,
  sent_at    timestamptz
);
create index letter_newest on letter (id desc);
create index letter_waiting on letter (id) where state = 'waiting';

create table file (
  id         uuid primary key,
  name       text not null,
  type       text not null,
  size       integer not null,
  sha256     text not null,
  about      uuid not null,
  added_by   uuid not null,
  added_at   timestamptz not null,
  removed_at timestamptz
);
create index file_about on file (about);

create table file_content (
  sha256 text primary key,
  bytes  bytea not null
);

create table setting (
  name  text primary key,
  value jsonb not null
);

-- Every word by which something is found, once: a misspelt word is corrected here, among short words, before rows are searched.
create table search_word (word text primary key);
create index search_word_like on search_word using gin (word gin_trgm_ops);
