-- What the standing of agreements is worked out from, read by a function so that its plan is kept: planned anew each time it cost
-- more than it took to answer. The shapes are those of `Seen` in src/domains/commitments/observing.ts.
create function agreement_observed(ids uuid[], today date) returns table (
  id uuid, draft boolean, ended_on date, holds_from date, holds_until date, open_ended boolean, recorded_at timestamptz, sides json, commitments json, served json,
  offices integer, vacancies integer, waiting_since timestamptz, bounced integer, pulse jsonb
) language plpgsql stable as $$
begin
  return query
  select a.id, a.draft, a.ended_on, a.holds_from, a.holds_until, a.open_ended, a.recorded_at,
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

-- The end of a chain in the journal, waiting first for whoever is writing to it: one question instead of two.
create function journal_end(thing uuid) returns table (place integer, hash text) language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(thing::text, 0));
  return query select j.place, j.hash from journal j where j.about = thing order by j.place desc limit 1;
end $$;
