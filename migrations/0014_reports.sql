-- Evidence packs: made as long work, kept for some days, and given only to who asked.
create table evidence_pack (
  id          uuid primary key,
  asked_by    uuid not null,
  asked_at    timestamptz not null,
  wanted      jsonb not null,
  work_id     uuid not null,
  file_name   text,
  size        bigint,
  figures     jsonb,
  ready_at    timestamptz,
  expires_at  timestamptz
);
create index evidence_pack_of on evidence_pack (asked_by, id);

-- The zip in pieces: it is written and read piece by piece, however large it is.
create table evidence_pack_part (
  pack_id  uuid not null references evidence_pack on delete cascade,
  place    integer not null,
  bytes    bytea not null,
  primary key (pack_id, place)
);
