-- Files that come piece by piece over a line that may break; and what of them is here is here, whatever happens to the server.
create table upload (
  id          uuid primary key,
  owner_id    uuid not null,
  name        text not null,
  size        integer not null check (size > 0),
  sha256      text,
  came        integer not null default 0 check (came between 0 and size),
  begun_at    timestamptz not null,
  expires_at  timestamptz not null,
  -- What it became a file of. Its pieces are then gone.
  taken_for   uuid
);
create index upload_of on upload (owner_id) where taken_for is null;
create index upload_expires on upload (expires_at);

create table upload_piece (
  upload_id  uuid not null references upload on delete cascade,
  starts     integer not null,
  bytes      bytea not null,
  primary key (upload_id, starts)
);
