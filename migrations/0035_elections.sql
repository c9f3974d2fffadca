-- Officers of an alliance and how they are elected: the rules of each post in versions; who stands, who may vote and who has voted, and papers that
-- nobody's name stands on.
alter table alliance_officer drop constraint alliance_officer_post_check;
alter table alliance_officer add constraint alliance_officer_post_check check (post in ('president', 'vice-president', 'chair', 'vice-chair', 'secretary-general', 'treasurer', 'lead', 'coordinator'));

create table office_rules (
  id           uuid primary key,
  alliance_id  uuid not null references alliance on delete cascade,
  version      integer not null,
  rules        jsonb not null,
  source       text,
  made_by      uuid not null,
  made_at      timestamptz not null,
  unique (alliance_id, version)
);

create table election (
  id              uuid primary key,
  alliance_id     uuid not null references alliance on delete cascade,
  post            text not null,
  term_from       date not null,
  nominate_until  date not null,
  vote_until      date not null,
  -- The rule of its post on the day it was called.
  rule            jsonb not null,
  rule_version    integer not null,
  round           integer not null default 0,
  called_by       uuid not null,
  called_at       timestamptz not null,
  opened_at       timestamptz,
  rounds          jsonb not null default '[]',
  elected_id      uuid,
  counted_at      timestamptz,
  protest_until   date,
  installed_at    timestamptz,
  cancelled_at    timestamptz,
  because         text
);
create index election_of on election (alliance_id);

create table election_candidate (
  id               uuid primary key,
  election_id      uuid not null references election on delete cascade,
  person_id        uuid not null references person,
  organisation_id  uuid not null references organisation,
  nominated_by     uuid not null references organisation,
  nominated_at     timestamptz not null,
  statement        jsonb not null default '{}',
  answer           text check (answer in ('accepted', 'declined')),
  answered_by      uuid,
  answered_at      timestamptz,
  unique (election_id, person_id)
);
create index election_candidate_at on election_candidate (organisation_id);
create index election_candidate_by on election_candidate (nominated_by);

-- Frozen when voting opens. That a member has voted stands here, and nowhere what.
create table election_voter (
  id               uuid primary key,
  election_id      uuid not null references election on delete cascade,
  round            integer not null,
  organisation_id  uuid not null references organisation,
  voted_at         timestamptz,
  voted_by         uuid,
  unique (election_id, round, organisation_id)
);
create index election_voter_who on election_voter (organisation_id);

-- Without a name and without a time. They are written anew in another order when they are counted.
create table election_paper (
  id            uuid primary key,
  election_id   uuid not null references election on delete cascade,
  round         integer not null,
  candidate_id  uuid references election_candidate
);
create index election_paper_of on election_paper (election_id, round);

create table election_protest (
  id               uuid primary key,
  election_id      uuid not null references election on delete cascade,
  organisation_id  uuid not null references organisation,
  because          text not null,
  raised_by        uuid not null,
  raised_at        timestamptz not null,
  answer           text check (answer in ('upheld', 'rejected')),
  reason           text,
  answered_by      uuid,
  answered_at      timestamptz
);
create index election_protest_of on election_protest (election_id);
create index election_protest_who on election_protest (organisation_id);
