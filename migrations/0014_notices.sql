-- What people are told: made from the journal, once for each person and entry, by how each wants it.
create table notice (
  id         uuid primary key,
  person_id  uuid not null references person on delete cascade,
  -- The entry of the journal that it tells of, with what is needed to say it.
  entry_id   uuid not null,
  kind       text not null,
  what       text not null,
  about      uuid not null,
  data       jsonb not null,
  who        uuid not null,
  in_app     boolean not null,
  in_digest  boolean not null,
  at         timestamptz not null,
  read_at    timestamptz,
  unique (person_id, entry_id)
);
create index notice_of on notice (person_id, id desc) where in_app;
create index notice_unread on notice (person_id) where in_app and read_at is null;
create index notice_for_digest on notice (person_id, at) where in_digest;

-- Where a person wants a kind of news; a kind without a row is told as usual.
create table notice_wish (
  person_id  uuid not null references person on delete cascade,
  kind       text not null,
  in_app     boolean not null,
  by_mail    boolean not null,
  in_digest  boolean not null,
  primary key (person_id, kind)
);

-- The week whose letter a person has had, so that none gets two.
create table notice_digest (
  person_id  uuid primary key references person on delete cascade,
  week_of    date not null,
  sent_at    timestamptz
);

-- A link that ends letters without signing in. Each letter has its own; only the hash of the secret is kept.
create table notice_unsubscribe (
  token_hash  text primary key,
  person_id   uuid not null references person on delete cascade,
  made_at     timestamptz not null
);
create index notice_unsubscribe_of on notice_unsubscribe (person_id);
