-- Agreements, as records: who, what, since when, until when.
create table agreement (
  id                uuid primary key,
  kind              text not null,
  title             text not null,
  title_lang        text,
  fields            text[] not null default '{}',
  signed_on         date,
  signed_precision  text check (signed_precision in ('day', 'month', 'year')),
  starts_on         date,
  term_kind         text not null check (term_kind in ('fixed', 'until', 'auto-renew', 'until-ended', 'not-stated', 'unclear')),
  term_years        numeric(6, 3) check (term_years > 0),
  term_until        date,
  until_precision   text check (until_precision in ('day', 'month', 'year')),
  renewal_years     numeric(6, 3) check (renewal_years > 0),
  notice_months     integer,
  term_text         text,
  ended_on          date,
  ended_because     text,
  -- Derived from the above whenever it changes (rules.ts), so that a state on a day is a range in SQL.
  holds_from        date,
  holds_until       date,
  open_ended        boolean not null default false,
  parent_id         uuid references agreement,
  visibility        text not null default 'parties' check (visibility in ('parties', 'alliance', 'public')),
  source            text,
  notes             text,
  example           boolean not null default false,
  search            tsvector not null default '',
  search_text       text not null default '',
  recorded_by       uuid not null,
  recorded_at       timestamptz not null,
  changed_at        timestamptz not null,
  removed_at        timestamptz,
  check ((signed_on is null) = (signed_precision is null)),
  check ((term_until is null) = (until_precision is null))
);
create index agreement_newest on agreement (signed_on desc nulls last, id desc) where removed_at is null;
create index agreement_ending on agreement (holds_until, id) where removed_at is null;
create index agreement_by_title on agreement (title collate "und-x-icu", id) where removed_at is null;
create index agreement_by_kind on agreement (kind, signed_on desc nulls last, id desc) where removed_at is null;
create index agreement_parent on agreement (parent_id) where parent_id is not null;
create index agreement_search on agreement using gin (search);
create index agreement_search_text on agreement using gin (search_text gin_trgm_ops);

create table agreement_party (
  agreement_id     uuid not null references agreement on delete cascade,
  place            integer not null,
  organisation_id  uuid not null references organisation,
  unit             text,
  text             text,
  role             text not null default 'party' check (role in ('party', 'on-behalf', 'witness')),
  signatory        text,
  signatory_title  text,
  primary key (agreement_id, place)
);
create index agreement_party_organisation on agreement_party (organisation_id, agreement_id);
