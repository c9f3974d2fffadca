-- Addresses outside that an organisation has its news sent to, each message signed with a secret that lies here only locked.
create table webhook (
  id                uuid primary key,
  organisation_id   uuid not null references organisation,
  url               text not null,
  kinds             text[] not null,
  languages         text[] not null,
  secret            bytea not null,
  -- The one before, which still signs too, until a moment.
  earlier_secret    bytea,
  earlier_until     timestamptz,
  made_by           uuid not null,
  made_at           timestamptz not null,
  -- Since when nothing got through, if so.
  failing_since     timestamptz,
  stopped_at        timestamptz,
  stopped_because   text,
  removed_at        timestamptz
);
create index webhook_of on webhook (organisation_id) where removed_at is null;

-- A message on its way: written in the transaction of what it tells of, its id the same however often it is sent.
create table webhook_delivery (
  id          uuid primary key,
  webhook_id  uuid not null references webhook on delete cascade,
  kind        text not null,
  what        text not null,
  about       uuid,
  who         uuid not null,
  office      uuid,
  facts       jsonb not null,
  at          timestamptz not null,
  -- What is sent, from the first try on.
  body        text,
  state       text not null,
  tries       integer not null,
  due_at      timestamptz not null,
  tried_at    timestamptz,
  took        integer,
  status      integer,
  answer      text,
  trouble     text
);
create index webhook_delivery_due on webhook_delivery (webhook_id, due_at, id) where state = 'waiting';
create index webhook_delivery_of on webhook_delivery (webhook_id, id desc);
