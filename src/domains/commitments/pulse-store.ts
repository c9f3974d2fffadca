// Standing as it is kept: worked out again in the transaction of every deed that could change it, and found for lists.
import { sql } from 'kysely'
import { seenBy } from '#domains/agreements/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading, type Writing } from '#platform/db/database.ts'
import type { Day, Id } from '#platform/kinds.ts'
import { type Found, judged, observed, type Seen } from './observing.ts'
import type { Pulse } from './model.ts'

/** Works out how these agreements stand and keeps it. The caller holds them, or is their only writer. */
export async function refreshPulses(db: Writing, agreementIds: readonly Id[], today: Day): Promise<void> {
  if (agreementIds.length === 0) return
  await keep(db, await observed(db, sql<boolean>`agreement.id = any(${agreementIds as Id[]}::uuid[])`, today).execute() as Seen[], today)
}

/** Keeps what follows for rows already read; only what differs from what stands there is written. */
export async function keep(db: Writing, seen: readonly Seen[], today: Day): Promise<void> {
  const found = seen.map((one) => judged(one, today))
  await keepPulses(db, found)
  if (found.some(({ standings }) => standings.length > 0)) await keepStandings(db, found, seen)
}

/** `asOf` alone is no change: a day on which nothing happened writes nothing. */
async function keepPulses(db: Writing, found: readonly Found[]): Promise<void> {
  const rows = found.map(({ pulse: { asOf, ...pulse } }) => snaked({ asOf, ...pulse }))
  await sql`insert into agreement_pulse as kept select * from jsonb_populate_recordset(null::agreement_pulse, ${JSON.stringify(rows)}::jsonb)
    on conflict (agreement_id) do update set ${sql.raw(pulseColumns.map((name) => `${name} = excluded.${name}`).join(', '))}
    where (${sql.raw(pulseColumns.filter((name) => name !== 'as_of').map((name) => `kept.${name}`).join(', '))})
      is distinct from (${sql.raw(pulseColumns.filter((name) => name !== 'as_of').map((name) => `excluded.${name}`).join(', '))})`.execute(db)
}

const pulseColumns = [
  'as_of', 'pulse', 'reasons', 'propose_closure', 'last_activity_on', 'last_confirmed_on', 'claimed', 'confirmed', 'disputed', 'commitments', 'started',
  'green', 'amber', 'red', 'grey', 'vacancies', 'bounced', 'waiting_since', 'rule_version',
]

async function keepStandings(db: Writing, found: readonly Found[], seen: readonly Seen[]): Promise<void> {
  const rows = found.flatMap(({ standings, pulse: { agreementId } }) => standings.map(({ subject, status, reason, ruleVersion, inputs: { dueOn, firstDueOn, claimed, confirmed } }) =>
    snaked({ commitmentId: subject, agreementId, status, reason: reason.key.slice('commitments.why.'.length), dueOn: dueOn ?? firstDueOn, claimed, confirmed, ruleVersion })))
  await sql`insert into commitment_standing as kept select * from jsonb_populate_recordset(null::commitment_standing, ${JSON.stringify(rows)}::jsonb)
    on conflict (commitment_id) do update set status = excluded.status, reason = excluded.reason, due_on = excluded.due_on, claimed = excluded.claimed,
      confirmed = excluded.confirmed, rule_version = excluded.rule_version
    where (kept.status, kept.reason, kept.due_on, kept.claimed, kept.confirmed, kept.rule_version)
      is distinct from (excluded.status, excluded.reason, excluded.due_on, excluded.claimed, excluded.confirmed, excluded.rule_version)`.execute(db)
  const before = new Map(seen.flatMap(({ commitments }) => (commitments ?? []).map((one) => [one.id, one] as const)))
  const moved = found.flatMap(({ derived }) => derived).filter(({ id, startsOn, fulfilledOn }) => before.get(id)!.startsOn !== startsOn || before.get(id)!.fulfilledOn !== fulfilledOn)
  if (moved.length === 0) return
  await sql`update commitment c set starts_on = m.starts_on, fulfilled_on = m.fulfilled_on
    from jsonb_populate_recordset(null::commitment, ${JSON.stringify(moved.map(snaked))}::jsonb) m where c.id = m.id`.execute(db)
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const snaked = (row: object) => Object.fromEntries(Object.entries(row).map(([key, value]) => [snake(key), value]))

/** How these agreements stand, as far as this viewer sees them. One that nobody has worked out yet is worked out here. */
export async function pulsesOf(db: Reading, viewer: Viewer, agreementIds: readonly Id[], today: Day): Promise<Map<Id, Pulse>> {
  const seen = await seenBy(db, viewer).select('agreement.id').where('agreement.id', '=', anyOf(agreementIds)).execute()
  const ids = seen.map(({ id }) => id)
  const kept = await db.selectFrom('agreementPulse').selectAll().where('agreementId', '=', anyOf(ids)).execute()
  const known = new Map(kept.map((pulse) => [pulse.agreementId, pulse]))
  const missing = ids.filter((id) => !known.has(id))
  if (missing.length > 0) for (const one of await observed(db, sql<boolean>`agreement.id = any(${missing}::uuid[])`, today).execute() as Seen[]) known.set(one.id, judged(one, today).pulse)
  return known
}

/** Everything about one agreement, worked out anew: for its page. The caller has seen that it may be seen. */
export async function judgedNow(db: Reading, agreementId: Id, today: Day): Promise<{ seen: Seen } & Found> {
  const seen = await observed(db, sql<boolean>`agreement.id = ${agreementId}::uuid`, today).executeTakeFirstOrThrow() as Seen
  return { seen, ...judged(seen, today) }
}

/** The same about many agreements, as of a day: what was done later is left out; what was confirmed of it since counts. The caller has seen that they may be seen. */
export async function judgedFor(db: Reading, agreementIds: readonly Id[], asOf: Day): Promise<Map<Id, Found>> {
  const judgements = new Map<Id, Found>()
  for (let from = 0; from < agreementIds.length; from += atOnce) {
    const some = agreementIds.slice(from, from + atOnce) as Id[]
    for (const seen of await observed(db, sql<boolean>`agreement.id = any(${some}::uuid[])`, asOf).execute() as Seen[]) {
      const served = seen.served?.filter(([, , day]) => day <= asOf) ?? null
      judgements.set(seen.id, judged({ ...seen, served }, asOf))
    }
  }
  return judgements
}
const atOnce = 200
