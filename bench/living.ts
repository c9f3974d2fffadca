// Fills agreements with what they promise and what was done: ten commitments each, three activities to a commitment, each claimed by one side
// and half of them confirmed by the other. Written by the database itself; the standing is then worked out by the job.
import type pg from 'pg'

export async function seedLiving(pool: pg.Pool, say: (line: string) => void): Promise<void> {
  const client = await pool.connect()
  try {
    // Twenty million references that hold by how they are made are not looked up one by one.
    await client.query('set statement_timeout = 0; set synchronous_commit = off; set session_replication_role = replica')
    for (const [what, text] of steps) { say(`  ${what}…`); await client.query(text) }
  } finally { client.release(true) }
}

const each = 10
const done = 3

const steps: [what: string, text: string][] = [
  ['commitments', `insert into commitment (id, agreement_id, place, kind, what, unit, target, per, origin, due_on, recorded_by, recorded_at, changed_at)
    select uuidv7(), a.id, n, (array['seminar', 'exchange', 'report', 'meeting'])[1 + n % 4], jsonb_build_object('en', 'Promise ' || n), (array['events', 'persons', 'reports', 'meetings'])[1 + n % 4],
      n, (array['year', 'total', 'once'])[1 + n % 3], 'text', case when n % 3 = 2 then a.holds_from + 365 * n end, a.recorded_by, a.recorded_at, a.recorded_at
    from agreement a, generate_series(1, ${each}) n`],
  ['offices', `insert into commitment_office (commitment_id, place, organisation_id, role) select c.id, p.place, p.organisation_id, 'director' from commitment c join agreement_party p on p.agreement_id = c.agreement_id`],
  ['links', `create unlogged table bench_done as select uuidv7() as id, uuidv7() as claim, c.id as commitment_id, c.agreement_id, a.party_ids[1] as side, a.party_ids[2] as other,
      coalesce(a.holds_from, '2020-01-01') + (random() * 2000)::int as on_day, case when random() < 0.5 then 'confirmed' else 'open' end as state from commitment c join agreement a on a.id = c.agreement_id, generate_series(1, ${done}) n`],
  ['activities', `insert into activity (id, what, lang, on_day, online, side_id, recorded_by, recorded_at) select id, 'Seminar', 'en', on_day, false, side, '00000000-0000-4000-8000-000000000000', now() from bench_done`],
  ['what they serve', `insert into activity_serve (activity_id, place, agreement_id, commitment_id, amount, on_day, state) select id, 0, agreement_id, commitment_id, 1, on_day, state from bench_done`],
  ['claims', `insert into confirmation (id, kind, about, scope, state, claimed_by, claimed_at) select claim, 'activity', id, agreement_id, state, '00000000-0000-4000-8000-000000000000', now() from bench_done`],
  ['sides', `insert into confirmation_side (confirmation_id, place, organisation_id, answer) select claim, 0, side, 'claims' from bench_done union all select claim, 1, other, state from bench_done where other is not null`],
  ['tidying', 'drop table bench_done; analyze'],
]
