-- What a deed about few of an agreement's promises changes, read without the others: `promises` are all of that agreement. Nothing comes back where the others cannot be left as
-- they stand: nobody has worked them out by these rules yet, or one waits for another. `rest` is how the others stand, `done` what was
-- done in all. The shapes are those of `Seen` in src/domains/commitments/observing.ts.
alter table agreement_pulse add column offices integer not null default 0;
alter table agreement_pulse alter column offices drop default;
update agreement_pulse p set offices = n.offices from (
  select c.agreement_id, count(distinct (o.organisation_id, o.role)) as offices from commitment c join commitment_office o on o.commitment_id = c.id
  where c.withdrawn_at is null group by 1) n
where n.agreement_id = p.agreement_id;

-- What was done for an agreement is counted from the index alone.
drop index activity_serve_agreement;
create index activity_serve_agreement on activity_serve (agreement_id, on_day desc, activity_id desc) include (state);

create function agreement_touched(thing uuid, promises uuid[], rules text) returns table (
  id uuid, draft boolean, ended_on date, holds_from date, holds_until date, open_ended boolean, recorded_at timestamptz, sides json, commitments json, served json,
  offices integer, vacancies integer, waiting_since timestamptz, bounced integer, pulse jsonb, rest json, done json
) language plpgsql stable as $$
begin
  return query
  select a.id, a.draft, a.ended_on, a.holds_from, a.holds_until, a.open_ended, a.recorded_at,
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

-- Writes one entry at the end of its chain, waiting first for whoever is writing to it: one question instead of two. The canonical entry
-- comes in three parts, between which what stands before it and its place belong; the hash is taken here, over the whole.
create function journal_put(entry jsonb, head text, middle text, tail text) returns void language plpgsql volatile as $$
declare
  thing uuid := entry ->> 'about';
  last record;
begin
  perform pg_advisory_xact_lock(hashtextextended(thing::text, 0));
  select j.place, j.hash into last from journal j where j.about = thing order by j.place desc limit 1;
  insert into journal (id, at, who, office, what, about, data, place, before, hash)
    select e.id, e.at, e.who, e.office, e.what, thing, e.data, coalesce(last.place, 0) + 1, last.hash,
      encode(sha256(convert_to(head || coalesce('"' || last.hash || '"', 'null') || middle || coalesce(last.place, 0) + 1 || tail, 'UTF8')), 'hex')
    from jsonb_populate_record(null::journal, entry) e;
end $$;
drop function journal_end(uuid);
