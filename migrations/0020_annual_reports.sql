-- Annual reports as they were frozen, and the obstacles that stand beside their numbers.
create table annual_report (
  id            uuid primary key,
  kind          text not null check (kind in ('alliance', 'agreement', 'organisation', 'country', 'plan')),
  -- What it is about; of a country its code.
  about_id      uuid,
  country       text,
  year          integer not null,
  -- Never changed. The hash is over it, so that every side approves the same, in whatever language it reads.
  content       jsonb not null,
  hash          text not null,
  house_id      uuid references organisation,
  frozen_by     uuid not null,
  frozen_at     timestamptz not null,
  approved_at   timestamptz,
  decision_id   uuid,
  published_at  timestamptz,
  published_by  uuid,
  check ((kind = 'country') = (country is not null) and (kind = 'country') = (about_id is null))
);
create index annual_report_about on annual_report (about_id, year desc) where about_id is not null;
create index annual_report_country on annual_report (country, year desc) where country is not null;
create index annual_report_house on annual_report (house_id);

create table obstacle (
  id            uuid primary key,
  alliance_id   uuid references alliance on delete cascade,
  agreement_id  uuid references agreement on delete cascade,
  what          jsonb not null,
  cause         jsonb not null default '{}',
  answer        jsonb not null default '{}',
  owner_id      uuid references organisation,
  since         date not null,
  resolved_on   date check (resolved_on >= since),
  recorded_by   uuid not null,
  recorded_at   timestamptz not null,
  changed_at    timestamptz not null,
  check ((alliance_id is null) <> (agreement_id is null))
);
create index obstacle_of_alliance on obstacle (alliance_id, since) where alliance_id is not null;
create index obstacle_of_agreement on obstacle (agreement_id, since) where agreement_id is not null;
create index obstacle_owner on obstacle (owner_id) where owner_id is not null;
