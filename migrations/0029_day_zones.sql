-- In which zone an agreement's days are counted: its start and the end of its term come and go at midnight there. `zone` is what was said, in its
-- text or by the place where it was signed last; `day_zone` follows from it, and otherwise from the party that is named first.
alter table agreement add column zone text, add column day_zone text not null default 'UTC';

update agreement a set zone = s.zone from (
  select distinct on (g.agreement_id) g.agreement_id, t.zone from signing g join signature t on t.signing_id = g.id
  where g.sealed_at is not null and t.zone ~ '^[A-Za-z]' order by g.agreement_id, t.signed_at desc) s
where s.agreement_id = a.id;
update agreement a set day_zone = coalesce(a.zone, o.time_zone) from organisation o
where o.id = a.party_ids[1] and coalesce(a.zone, o.time_zone) ~ '^[A-Za-z]';

create or replace function agreement_refresh(ids uuid[]) returns void language sql as $$
  update agreement a
  set party_ids = p.ids, countries = p.countries, search = a.words || p.search, day_zone = coalesce(a.zone, p.zone, 'UTC')
  from (
    select wanted.id,
      coalesce(array_agg(q.organisation_id order by q.place) filter (where q.organisation_id is not null), '{}') as ids,
      coalesce(array_agg(distinct o.country) filter (where o.country is not null), '{}') as countries,
      tsvector_sum(coalesce(o.search, '')) as search,
      (array_agg(case when o.time_zone ~ '^[A-Za-z]' then o.time_zone end order by q.place))[1] as zone
    from unnest(ids) wanted(id)
    left join agreement_party q on q.agreement_id = wanted.id
    left join organisation o on o.id = q.organisation_id
    group by wanted.id
  ) p
  where a.id = p.id
$$;

create or replace function agreement_follows_organisations() returns trigger language plpgsql as $$
begin
  perform agreement_refresh(ids) from (
    select array_agg(distinct p.agreement_id) as ids
    from new_rows n join old_rows o using (id) join agreement_party p on p.organisation_id = n.id
    where n.search is distinct from o.search or n.country is distinct from o.country or n.time_zone is distinct from o.time_zone
  ) changed where ids is not null;
  return null;
end $$;

-- The standing counts by the same day.
drop function agreement_observed(uuid[], date);
create function agreement_observed(ids uuid[], today date) returns table (
  id uuid, draft boolean, ended_on date, holds_from date, holds_until date, open_ended boolean, day_zone text, recorded_at timestamptz, sides json, commitments json, served json,
  offices integer, vacancies integer, waiting_since timestamptz, bounced integer, pulse jsonb
) language plpgsql stable as $$
begin
  return query
  select a.id, a.draft, a.ended_on, a.holds_from, a.holds_until, a.open_ended, a.day_zone, a.recorded_at,
    (select coalesce(json_agg(distinct p.organisation_id), '[]') from agreement_party p where p.agreement_id = a.id and p.role <> 'witness'),
    (select json_agg(json_build_object('id', c.id, 'unit', c.unit, 'target', c.target, 'per', c.per, 'eachWay', c.each_way, 'dueOn', c.due_on, 'dueMonths', c.due_months,
        'afterId', c.after_id, 'startsOn', c.starts_on, 'fulfilledOn', c.fulfilled_on, 'recordedOn', c.recorded_at::date,
        'kept', case when k.commitment_id is not null then json_build_array(k.status, k.reason, k.due_on, k.claimed, k.confirmed, k.rule_version) end) order by c.place)
      from commitment c left join commitment_standing k on k.commitment_id = c.id where c.agreement_id = a.id and c.withdrawn_at is null),
    (select json_agg(json_build_array(s.commitment_id, s.side_id, s.on_day, s.amount, s.state, s.activity_id)) from activity_serve s where s.agreement_id = a.id and s.state <> 'withdrawn'),
    named.offices, named.vacancies,
    (select min(q.claimed_at) from confirmation q where q.scope = a.id and q.state = 'open'),
    (select count(distinct l.to_address)::int from confirmation q join confirmation_link l on l.confirmation_id = q.id join letter on letter.id = l.letter_id
      where q.scope = a.id and q.state = 'open' and letter.state = 'failed'),
    to_jsonb(kept)
  from agreement a
  left join agreement_pulse kept on kept.agreement_id = a.id
  cross join lateral (
    select count(*)::int as offices, (count(*) filter (where not exists (select 1 from office held where held.organisation_id = n.organisation_id and held.role = n.role
      and held.vacated_at is null and held.starts_on <= today and (held.ends_on is null or held.ends_on >= today))))::int as vacancies
    from (select distinct o.organisation_id, o.role from commitment c join commitment_office o on o.commitment_id = c.id where c.agreement_id = a.id and c.withdrawn_at is null) n) named
  where a.id = any(ids) order by a.id;
end $$;
alter function agreement_observed(uuid[], date) set plan_cache_mode = 'force_generic_plan';
drop function agreement_touched(uuid, uuid[], text);
create function agreement_touched(thing uuid, promises uuid[], rules text) returns table (
  id uuid, draft boolean, ended_on date, holds_from date, holds_until date, open_ended boolean, day_zone text, recorded_at timestamptz, sides json, commitments json, served json,
  offices integer, vacancies integer, waiting_since timestamptz, bounced integer, pulse jsonb, rest json, done json
) language plpgsql stable as $$
begin
  return query
  select a.id, a.draft, a.ended_on, a.holds_from, a.holds_until, a.open_ended, a.day_zone, a.recorded_at,
    (select coalesce(json_agg(distinct p.organisation_id), '[]') from agreement_party p where p.agreement_id = a.id and p.role <> 'witness'),
    (select json_agg(json_build_object('id', c.id, 'unit', c.unit, 'target', c.target, 'per', c.per, 'eachWay', c.each_way, 'dueOn', c.due_on, 'dueMonths', c.due_months,
        'afterId', c.after_id, 'startsOn', c.starts_on, 'fulfilledOn', c.fulfilled_on, 'recordedOn', c.recorded_at::date,
        'kept', case when k.commitment_id is not null then json_build_array(k.status, k.reason, k.due_on, k.claimed, k.confirmed, k.rule_version) end) order by c.place)
      from commitment c left join commitment_standing k on k.commitment_id = c.id where c.id = any(promises) and c.withdrawn_at is null),
    (select json_agg(json_build_array(s.commitment_id, s.side_id, s.on_day, s.amount, s.state, s.activity_id)) from activity_serve s
      where s.commitment_id = any(promises) and s.state <> 'withdrawn'),
    kept.offices, kept.vacancies,
    (select min(q.claimed_at) from confirmation q where q.scope = a.id and q.state = 'open'),
    (select count(distinct l.to_address)::int from confirmation q join confirmation_link l on l.confirmation_id = q.id join letter on letter.id = l.letter_id
      where q.scope = a.id and q.state = 'open' and letter.state = 'failed'),
    to_jsonb(kept),
    (select json_build_object('commitments', count(*), 'started', count(*) filter (where k.claimed > 0), 'green', count(*) filter (where k.status = 'green'),
        'amber', count(*) filter (where k.status = 'amber'), 'red', count(*) filter (where k.status = 'red'), 'grey', count(*) filter (where k.status = 'grey'))
      from commitment_standing k where k.agreement_id = a.id and k.commitment_id <> all(promises)),
    (select json_build_object('claimed', count(distinct s.activity_id), 'confirmed', count(distinct s.activity_id) filter (where s.state = 'confirmed'),
        'disputed', count(distinct s.activity_id) filter (where s.state = 'disputed'), 'lastActivityOn', max(s.on_day), 'lastConfirmedOn', max(s.on_day) filter (where s.state = 'confirmed'))
      from activity_serve s where s.agreement_id = a.id and s.state <> 'withdrawn')
  from agreement a
  join agreement_pulse kept on kept.agreement_id = a.id
  where a.id = thing and kept.rule_version = rules
    and not exists (select 1 from commitment c where c.agreement_id = a.id and c.withdrawn_at is null and c.after_id is not null);
end $$;
alter function agreement_touched(uuid, uuid[], text) set plan_cache_mode = 'force_generic_plan';
