-- Calls: what the house of an alliance asks of its members, whom it asked, what each answered and how, and the workbooks that were read back.
create table member_call (
  id           uuid primary key,
  alliance_id  uuid not null references alliance on delete cascade,
  title        jsonb not null,
  about        jsonb not null default '{}',
  questions    jsonb not null default '[]',
  -- All who are members on the day it opens; otherwise those chosen, who stand in call_member before.
  everyone     boolean not null default true,
  due_on       date not null,
  made_by      uuid not null,
  made_at      timestamptz not null,
  changed_at   timestamptz not null,
  opened_at    timestamptz,
  closed_at    timestamptz
);
create index member_call_of on member_call (alliance_id, due_on);

create table call_member (
  id               uuid primary key,
  call_id          uuid not null references member_call on delete cascade,
  organisation_id  uuid not null references organisation,
  -- What was begun and not yet sent, and what came in a workbook and could not be taken.
  draft            jsonb,
  draft_at         timestamptz,
  draft_by         uuid,
  unread           jsonb not null default '[]',
  answer_id        uuid,
  answered_at      timestamptz,
  unique (call_id, organisation_id)
);
create index call_member_who on call_member (organisation_id);

-- Never changed: a further answer is a further row.
create table call_answer (
  id               uuid primary key,
  call_id          uuid not null references member_call on delete cascade,
  organisation_id  uuid not null references organisation,
  given            jsonb not null,
  via              text not null check (via in ('account', 'letter', 'link', 'workbook')),
  who              uuid,
  office           uuid,
  name             text,
  office_name      text,
  at               timestamptz not null
);
create index call_answer_of on call_answer (call_id, organisation_id, at desc);
create index call_answer_who on call_answer (organisation_id);

create table call_link (
  id               uuid primary key,
  token_hash       text not null unique,
  call_id          uuid not null references member_call on delete cascade,
  organisation_id  uuid not null references organisation,
  via              text not null check (via in ('letter', 'link')),
  to_address       text,
  locale           text not null,
  made_by          uuid not null,
  made_at          timestamptz not null,
  used_at          timestamptz,
  revoked_at       timestamptz
);
create index call_link_of on call_link (call_id, organisation_id);

create table call_reading (
  id         uuid primary key,
  call_id    uuid not null references member_call on delete cascade,
  file_name  text not null,
  rows       jsonb not null,
  read_by    uuid not null,
  read_at    timestamptz not null,
  taken_at   timestamptz
);
create index call_reading_of on call_reading (call_id, read_at desc);
