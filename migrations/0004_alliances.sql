-- Alliances: members with standing, officers with terms, the office that hosts, sub-alliances, news.
create table alliance (
  id               uuid primary key,
  -- An alliance is itself an organisation (a network), so that it can hold offices and be a party.
  organisation_id  uuid not null unique references organisation,
  slug             text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  parent_id        uuid references alliance,
  host_id          uuid references organisation,
  founded_on       date,
  founded_precision text check (founded_precision in ('day', 'month', 'year')),
  purpose          jsonb not null default '{}',
  charter          jsonb not null default '{}',
  public           boolean not null default false,
  -- Figures that a source states although the members behind them are not named: {"members": 86, "nations": 7}.
  stated           jsonb not null default '{}',
  source           text,
  example          boolean not null default false,
  changed_at       timestamptz not null,
  check ((founded_on is null) = (founded_precision is null))
);
create index alliance_parent on alliance (parent_id) where parent_id is not null;

-- A standing is held from a day to a day; the present one has no end.
create table alliance_standing (
  id               uuid primary key,
  alliance_id      uuid not null references alliance on delete cascade,
  organisation_id  uuid not null references organisation,
  standing         text not null check (standing in ('applicant', 'observer', 'member', 'left')),
  from_on          date,
  from_precision   text check (from_precision in ('day', 'month', 'year')),
  until_on         date,
  until_precision  text check (until_precision in ('day', 'month', 'year')),
  source           text,
  example          boolean not null default false,
  recorded_by      uuid not null,
  recorded_at      timestamptz not null,
  check (until_on >= from_on)
);
create unique index alliance_standing_now on alliance_standing (alliance_id, organisation_id) where until_on is null;
create index alliance_standing_of on alliance_standing (organisation_id) where until_on is null;

create table alliance_officer (
  id               uuid primary key,
  alliance_id      uuid not null references alliance on delete cascade,
  person_id        uuid not null references person,
  post             text not null check (post in ('president', 'chair', 'vice-chair', 'secretary-general', 'lead', 'coordinator')),
  country          text,
  organisation_id  uuid references organisation,
  from_on          date,
  from_precision   text check (from_precision in ('day', 'month', 'year')),
  until_on         date,
  until_precision  text check (until_precision in ('day', 'month', 'year')),
  source           text,
  example          boolean not null default false,
  check (until_on >= from_on)
);
create index alliance_officer_of on alliance_officer (alliance_id);

create table alliance_news (
  id            uuid primary key,
  alliance_id   uuid references alliance on delete cascade,
  kind          text not null check (kind in ('news', 'event')),
  -- Nothing when the source does not say when.
  on_day        date,
  precision     text check (precision in ('day', 'month', 'year')),
  until_day     date,
  place         text,
  country       text,
  title         jsonb not null,
  body          jsonb not null,
  public        boolean not null default false,
  source        text,
  example       boolean not null default false,
  written_by    uuid not null,
  changed_at    timestamptz not null
);
create index alliance_news_of on alliance_news (alliance_id, on_day desc);

-- A post in which a source names a person. It gives no rights here: those come from offices.
create table named_post (
  id               uuid primary key,
  person_id        uuid not null references person,
  organisation_id  uuid not null references organisation,
  title            jsonb not null,
  named_on         date,
  source           text not null,
  example          boolean not null default false
);
create index named_post_at on named_post (organisation_id);
create index named_post_of on named_post (person_id);
