-- Agreements, as records: who, what, since when, until when.
create table agreement (
  id                uuid primary key,
  kind              text not null,
  title             text not null,
  title_lang        text,
  -- Further titles by language.
  titles            jsonb not null default '{}',
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
  problems          text[] not null default '{}',
  parent_id         uuid references agreement,
  visibility        text not null default 'parties' check (visibility in ('parties', 'alliance', 'public')),
  source            text,
  notes             text,
  example           boolean not null default false,
  recorded_by       uuid not null,
  recorded_at       timestamptz not null,
  changed_at        timestamptz not null,
  removed_at        timestamptz,
  -- Derived from the parties, so that who may see it, whose it is and where they are is one index each.
  party_ids         uuid[] not null default '{}',
  countries         text[] not null default '{}',
  -- What it is found by: its own words, and with them the names of its parties.
  words             tsvector not null default '',
  search            tsvector not null default '',
  check ((signed_on is null) = (signed_precision is null)),
  check ((term_until is null) = (until_precision is null)),
  check (not open_ended or holds_until is null)
);
create index agreement_newest on agreement (coalesce(signed_on, date '0001-01-01') desc, id desc) where removed_at is null;
create index agreement_ending on agreement (coalesce(holds_until, date 'infinity'), id) where removed_at is null;
create index agreement_by_title on agreement (title collate "und-x-icu", id) where removed_at is null;
create index agreement_by_title_zh on agreement (title collate "zh-x-icu", id) where removed_at is null;
create index agreement_by_kind on agreement (kind, coalesce(signed_on, date '0001-01-01') desc, id desc) where removed_at is null;
create index agreement_public on agreement (coalesce(signed_on, date '0001-01-01') desc, id desc) where visibility = 'public' and removed_at is null;
create index agreement_ended on agreement (ended_on) where ended_on is not null and removed_at is null;
create index agreement_lacking on agreement using gin (problems) where problems <> '{}' and removed_at is null;
create index agreement_parent on agreement (parent_id) where parent_id is not null;
create index agreement_parties on agreement using gin (party_ids);
create index agreement_countries on agreement using gin (countries);
create index agreement_fields on agreement using gin (fields) where fields <> '{}';
create index agreement_search on agreement using gin (search);

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

create aggregate tsvector_sum (tsvector) (sfunc = tsvector_concat, stype = tsvector, initcond = '');

-- Writes what is derived from the parties again.
create function agreement_refresh(ids uuid[]) returns void language sql as $$
  update agreement a
  set party_ids = p.ids, countries = p.countries, search = a.words || p.search
  from (
    select wanted.id,
      coalesce(array_agg(q.organisation_id order by q.place) filter (where q.organisation_id is not null), '{}') as ids,
      coalesce(array_agg(distinct o.country) filter (where o.country is not null), '{}') as countries,
      tsvector_sum(coalesce(o.search, '')) as search
    from unnest(ids) wanted(id)
    left join agreement_party q on q.agreement_id = wanted.id
    left join organisation o on o.id = q.organisation_id
    group by wanted.id
  ) p
  where a.id = p.id
$$;

-- Organisations are renamed, placed and merged on the floor below, which knows nothing of agreements: what agreements took
-- over from them follows here, in the same transaction, whoever the writer was.
create function agreement_follows_parties() returns trigger language plpgsql as $$
begin
  perform agreement_refresh(ids) from (
    select array_agg(distinct n.agreement_id) as ids from new_rows n join old_rows o using (agreement_id, place)
    where n.organisation_id <> o.organisation_id
  ) moved where ids is not null;
  return null;
end $$;
create trigger agreement_follows_parties after update on agreement_party
  referencing old table as old_rows new table as new_rows for each statement execute function agreement_follows_parties();

create function agreement_follows_organisations() returns trigger language plpgsql as $$
begin
  perform agreement_refresh(ids) from (
    select array_agg(distinct p.agreement_id) as ids
    from new_rows n join old_rows o using (id) join agreement_party p on p.organisation_id = n.id
    where n.search is distinct from o.search or n.country is distinct from o.country
  ) changed where ids is not null;
  return null;
end $$;
create trigger agreement_follows_organisations after update on organisation
  referencing old table as old_rows new table as new_rows for each statement execute function agreement_follows_organisations();
