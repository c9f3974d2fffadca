-- The secret address at which a person's calendar is read by their own calendar program. Only the hash of the secret is kept.
create table calendar_address (
  person_id   uuid primary key references person on delete cascade,
  token_hash  text not null unique,
  made_at     timestamptz not null
);
