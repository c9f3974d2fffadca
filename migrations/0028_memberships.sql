-- Membership of an alliance: its rules as versioned data, applications on their way, leaving, suspension, the yearly confirmation of contacts.
create table membership_rules (
  id           uuid primary key,
  alliance_id  uuid not null references alliance on delete cascade,
  version      integer not null,
  rules        jsonb not null,
  adopted_by   uuid not null,
  adopted_at   timestamptz not null,
  unique (alliance_id, version)
);

create table application (
  id               uuid primary key,
  alliance_id      uuid not null references alliance on delete cascade,
  -- Nothing until somebody has said which organisation this is: one may apply that is not registered here.
  organisation_id  uuid references organisation,
  applicant        jsonb not null,
  contact          jsonb not null,
  letter           text,
  step             text not null check (step in ('check', 'completing', 'observing', 'council', 'pledge', 'member', 'refused', 'withdrawn')),
  step_at          timestamptz not null,
  due_on           date,
  rules_version    integer not null,
  observes_until   date,
  body_id          uuid references body,
  laid_kind        text check (laid_kind in ('meeting', 'procedure')),
  laid_id          uuid,
  decision_id      uuid references decision,
  appealed         boolean not null default false,
  -- Whoever applied without an account is told each step by a letter with a link.
  by_link          boolean not null default false,
  told_at          timestamptz,
  begun_by         uuid not null,
  begun_at         timestamptz not null,
  changed_at       timestamptz not null,
  check ((laid_kind is null) = (laid_id is null))
);
create index application_of on application (alliance_id, step);
create unique index application_once on application (alliance_id, organisation_id) where step not in ('member', 'refused', 'withdrawn');
create index application_by on application (organisation_id) where organisation_id is not null;

-- Each step an application went through: since when, until when it was due, who ended it and what they said.
create table application_step (
  id              uuid primary key,
  application_id  uuid not null references application on delete cascade,
  step            text not null,
  entered_at      timestamptz not null,
  due_on          date,
  left_at         timestamptz,
  who             uuid,
  by_name         text,
  outcome         text,
  said            text,
  asked           text[] not null default '{}',
  decided_on      date
);
create index application_step_of on application_step (application_id, entered_at);

create table application_link (
  token_hash      text primary key,
  application_id  uuid not null references application on delete cascade,
  made_at         timestamptz not null,
  expires_at      timestamptz not null
);
create index application_link_of on application_link (application_id);

create table application_paper (
  id              uuid primary key,
  application_id  uuid not null references application on delete cascade,
  requirement     text not null,
  file_id         uuid not null references file,
  by_name         text,
  added_by        uuid not null,
  added_at        timestamptz not null,
  removed_at      timestamptz
);
create index application_paper_of on application_paper (application_id);

-- What of its membership a member may not use for a time: {access}, {vote}, {offices}.
alter table alliance_standing add column suspended text[] not null default '{}';

create table suspension (
  id               uuid primary key,
  alliance_id      uuid not null references alliance on delete cascade,
  organisation_id  uuid not null references organisation,
  what             text[] not null,
  because          text not null,
  proposed_by      uuid not null,
  proposed_at      timestamptz not null,
  body_id          uuid references body,
  laid_kind        text check (laid_kind in ('meeting', 'procedure')),
  laid_id          uuid,
  decision_id      uuid references decision,
  decided_on       date,
  decided_said     text,
  until_on         date,
  ended_at         timestamptz,
  ended_because    text,
  check ((laid_kind is null) = (laid_id is null))
);
create unique index suspension_once on suspension (alliance_id, organisation_id) where ended_at is null;

create table departure (
  id               uuid primary key,
  alliance_id      uuid not null references alliance on delete cascade,
  organisation_id  uuid not null references organisation,
  because          text not null,
  given_on         date not null,
  effective_on     date not null,
  rules_version    integer not null,
  given_by         uuid not null,
  given_at         timestamptz not null,
  taken_back_at    timestamptz,
  done_at          timestamptz
);
create unique index departure_once on departure (alliance_id, organisation_id) where taken_back_at is null and done_at is null;

-- Whom the alliance writes to at a member.
create table member_contact (
  alliance_id      uuid not null references alliance on delete cascade,
  organisation_id  uuid not null references organisation,
  name             text not null,
  office_name      text,
  email            text not null,
  locale           text not null check (locale in ('en', 'zh', 'ru', 'ur')),
  changed_at       timestamptz not null,
  primary key (alliance_id, organisation_id)
);

-- The yearly question whether contact and office-holders are still right. A letter carries a link; a reminder makes the one before it void.
create table contact_check (
  id               uuid primary key,
  alliance_id      uuid not null references alliance on delete cascade,
  organisation_id  uuid not null references organisation,
  asked_at         timestamptz not null,
  due_on           date not null,
  to_address       text,
  token_hash       text unique,
  reminders        integer not null default 0,
  reminded_at      timestamptz not null,
  confirmed_at     timestamptz,
  confirmed_by     uuid,
  by_name          text,
  remarks          text,
  seen             jsonb
);
create index contact_check_of on contact_check (alliance_id, organisation_id, asked_at desc);
create unique index contact_check_open on contact_check (alliance_id, organisation_id) where confirmed_at is null;
