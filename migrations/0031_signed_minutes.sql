-- Sealed minutes, and each sealed correction of them, as the paper that each side signs; every signature is added to the file before it.
create table minutes_paper (
  id           uuid primary key,
  meeting_id   uuid not null references minutes on delete cascade,
  addendum_id  uuid references minutes_addendum on delete cascade,
  -- The paper before anyone signed it, and as it lies now.
  paper_sha256 text not null references file_content (sha256),
  head_sha256  text not null references file_content (sha256),
  made_at      timestamptz not null,
  signed_at    timestamptz
);
create unique index minutes_paper_of on minutes_paper (meeting_id, coalesce(addendum_id, '00000000-0000-0000-0000-000000000000'));

create table minutes_signature (
  id             uuid primary key,
  paper_id       uuid not null references minutes_paper on delete cascade,
  -- Nothing where the body has no sides: whoever presides signs.
  side_id        uuid references body_side,
  person_id      uuid not null references person,
  name           text not null,
  certificate    text not null,
  at             timestamptz not null,
  file_sha256    text not null references file_content (sha256)
);
create unique index minutes_signature_once on minutes_signature (paper_id, coalesce(side_id, '00000000-0000-0000-0000-000000000000'));
