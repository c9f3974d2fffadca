-- Bodies in which equals decide. What belongs to a body of a body keeps the agreement or alliance at the root.
create table body (
  id             uuid primary key,
  kind           text not null check (kind in ('joint-committee', 'council', 'executive-council', 'assembly', 'working-group', 'secretariat', 'jury')),
  name           jsonb not null,
  agreement_id   uuid references agreement,
  alliance_id    uuid references alliance,
  parent_id      uuid references body,
  constituted_at timestamptz,
  dissolved_at   timestamptz,
  changed_at     timestamptz not null,
  -- The last numbers given, so that none is given twice.
  decisions      integer not null default 0,
  meetings       integer not null default 0,
  made_by        uuid not null,
  made_at        timestamptz not null,
  check ((agreement_id is null) <> (alliance_id is null))
);
create index body_of_agreement on body (agreement_id) where agreement_id is not null;
create index body_of_alliance on body (alliance_id) where alliance_id is not null;
create index body_of_body on body (parent_id) where parent_id is not null;

create table body_side (
  id              uuid primary key,
  body_id         uuid not null references body on delete cascade,
  place           integer not null,
  organisation_id uuid references organisation,
  country         text,
  forbids_written boolean not null default false,
  holidays        jsonb not null default '[]',
  check ((organisation_id is null) <> (country is null))
);
create unique index body_side_place on body_side (body_id, place);
create index body_side_of on body_side (organisation_id) where organisation_id is not null;

create table body_seat (
  id                 uuid primary key,
  body_id            uuid not null references body on delete cascade,
  side_id            uuid references body_side,
  place              integer not null,
  role               text not null check (role in ('member', 'secretary', 'observer')),
  voting             boolean not null,
  office             text check (office in ('chair', 'vice-chair', 'secretary')),
  member_id          uuid references person,
  alternate_id       uuid references person,
  alternate_named_at timestamptz,
  from_on            date not null,
  until_on           date,
  terms              integer not null default 1,
  started_at         timestamptz not null,
  ended_at           timestamptz,
  vacant_since       timestamptz
);
create index body_seat_of on body_seat (body_id, place);
create index body_seat_member on body_seat (member_id) where ended_at is null;
create index body_seat_alternate on body_seat (alternate_id) where ended_at is null;

-- Every version of a body's rules is kept: a decision is judged by the one of its day.
create table body_rules (
  id          uuid primary key,
  body_id     uuid not null references body on delete cascade,
  version     integer not null,
  rules       jsonb not null,
  from_at     timestamptz not null,
  decision_id uuid,
  adopted_by  uuid not null
);
create unique index body_rules_version on body_rules (body_id, version);

create table body_request (
  id            uuid primary key,
  body_id       uuid not null references body on delete cascade,
  because       text not null,
  asked_by_side uuid references body_side,
  asked_by      jsonb not null,
  at            timestamptz not null,
  met_at        timestamptz
);
create index body_request_of on body_request (body_id);

create table meeting (
  id             uuid primary key,
  body_id        uuid not null references body on delete cascade,
  number         integer not null,
  kind           text not null check (kind in ('ordinary', 'special')),
  state          text not null check (state in ('called', 'open', 'closed', 'called-off')),
  starts_at      timestamptz not null,
  zone           text not null,
  host_side_id   uuid references body_side,
  venue          text,
  city           text,
  link           text,
  request_id     uuid references body_request,
  called_at      timestamptz not null,
  opened_at      timestamptz,
  closed_at      timestamptz,
  -- The day where it meets when it opens: a meeting that runs past midnight stays one meeting.
  held_on        date,
  quorate        boolean,
  presiding_id   uuid,
  -- How often its invitation was changed.
  sequence       integer not null default 0,
  pack_frozen_at timestamptz,
  changed_at     timestamptz not null
);
create unique index meeting_number on meeting (body_id, number);
create index meeting_when on meeting (starts_at);

create table meeting_reply (
  meeting_id uuid not null references meeting on delete cascade,
  person_id  uuid not null references person,
  coming     text not null check (coming in ('room', 'online', 'no')),
  at         timestamptz not null,
  primary key (meeting_id, person_id)
);

create table meeting_item (
  id            uuid primary key,
  meeting_id    uuid not null references meeting on delete cascade,
  place         integer not null,
  title         jsonb not null,
  aim           text not null check (aim in ('information', 'discussion', 'decision')),
  matter        text not null,
  standing      text,
  added_at      timestamptz not null,
  added_by_side uuid references body_side,
  agreed        jsonb not null default '[]',
  notes         jsonb not null default '{}',
  about_kind    text,
  about_id      uuid,
  consensus     text check (consensus in ('reached', 'failed')),
  removed_at    timestamptz
);
create index meeting_item_of on meeting_item (meeting_id, place);

create table presence (
  id         uuid primary key,
  meeting_id uuid not null references meeting on delete cascade,
  person_id  uuid not null references person,
  from_at    timestamptz not null,
  until_at   timestamptz,
  mode       text not null check (mode in ('room', 'online'))
);
create index presence_of on presence (meeting_id);
-- Nobody is there twice at once.
create unique index presence_now on presence (meeting_id, person_id) where until_at is null;

create table declaration (
  id         uuid primary key,
  meeting_id uuid not null references meeting on delete cascade,
  item_id    uuid not null references meeting_item,
  person_id  uuid not null references person,
  what       text not null,
  recused    boolean not null,
  at         timestamptz not null
);
create unique index declaration_once on declaration (item_id, person_id);

create table ballot (
  id              uuid primary key,
  body_id         uuid not null references body on delete cascade,
  meeting_id      uuid references meeting,
  item_id         uuid references meeting_item,
  kind            text not null check (kind in ('motion', 'amendment', 'written')),
  text            jsonb not null,
  matter          text not null,
  class           text not null check (class in ('consensus', 'every-side', 'two-thirds', 'simple')),
  unit            text not null check (unit in ('seat', 'side')),
  secret          boolean not null default false,
  opened_at       timestamptz not null,
  opened_by       uuid not null,
  -- Who may vote, as it stood when the vote opened.
  entitled        jsonb not null,
  seats           integer not null,
  rule_version    integer not null,
  closed_at       timestamptz,
  result          jsonb,
  deadline_on     date,
  veto_until_on   date,
  vetoed_by_side  uuid references body_side,
  veto_because    text,
  settled_at      timestamptz,
  about_kind      text,
  about_id        uuid
);
create index ballot_of_body on ballot (body_id);
create index ballot_of_meeting on ballot (meeting_id) where meeting_id is not null;
create unique index ballot_open_once on ballot (meeting_id) where closed_at is null and meeting_id is not null;

-- A seat votes once: the same vote sent again finds itself.
create table vote (
  ballot_id uuid not null references ballot on delete cascade,
  seat_id   uuid not null references body_seat,
  person_id uuid not null references person,
  choice    text check (choice in ('for', 'against', 'abstain')),
  at        timestamptz not null,
  words     text,
  primary key (ballot_id, seat_id)
);

-- What a secret vote says, apart from who cast it: no name, no time, an id drawn without order.
create table ballot_paper (
  id        uuid primary key,
  ballot_id uuid not null references ballot on delete cascade,
  side_id   uuid,
  choice    text not null check (choice in ('for', 'against', 'abstain'))
);
create index ballot_paper_of on ballot_paper (ballot_id);

create table decision (
  id           uuid primary key,
  body_id      uuid not null references body on delete cascade,
  number       integer not null,
  meeting_id   uuid references meeting,
  item_id      uuid references meeting_item,
  ballot_id    uuid references ballot,
  matter       text not null,
  class        text not null,
  how          text not null check (how in ('consensus', 'vote', 'written')),
  text         jsonb not null,
  effect       text,
  taken_on     date not null,
  taken_at     timestamptz not null,
  rule_version integer not null,
  tally        jsonb not null,
  about_kind   text,
  about_id     uuid,
  ratified_at  timestamptz
);
create unique index decision_number on decision (body_id, number);
create index decision_about on decision (about_id) where about_id is not null;
alter table body_rules add foreign key (decision_id) references decision;

create table body_action (
  id          uuid primary key,
  body_id     uuid not null references body on delete cascade,
  decision_id uuid references decision,
  meeting_id  uuid references meeting,
  what        text not null,
  owner_id    uuid not null references person,
  due_on      date not null,
  done_at     timestamptz,
  done_words  text,
  added_by    uuid not null,
  added_at    timestamptz not null
);
create index body_action_of on body_action (body_id);
create index body_action_owner on body_action (owner_id) where done_at is null;

create table minutes (
  meeting_id uuid primary key references meeting on delete cascade,
  drafted_at timestamptz not null,
  sealed_at  timestamptz,
  hash       text,
  facts      jsonb not null
);

create table minutes_text (
  meeting_id uuid not null references minutes on delete cascade,
  locale     text not null check (locale in ('en', 'zh', 'ru', 'ur')),
  text       text not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (meeting_id, locale)
);

create table minutes_approval (
  meeting_id uuid not null references minutes on delete cascade,
  side_id    uuid not null references body_side,
  person_id  uuid not null references person,
  hash       text not null,
  at         timestamptz not null,
  primary key (meeting_id, side_id)
);

create table minutes_addendum (
  id               uuid primary key,
  meeting_id       uuid not null references minutes on delete cascade,
  text             text not null,
  proposed_by_side uuid not null references body_side,
  at               timestamptz not null,
  approvals        jsonb not null default '[]',
  sealed_at        timestamptz,
  hash             text not null
);
create index minutes_addendum_of on minutes_addendum (meeting_id);

-- What the pack of a meeting said when it was frozen.
create table meeting_pack (
  meeting_id uuid primary key references meeting on delete cascade,
  frozen_at  timestamptz not null,
  frozen_by  uuid not null,
  pack       jsonb not null
);
