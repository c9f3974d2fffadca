// Standing as it is kept: worked out again in the transaction of every deed that could change it, and found for lists.
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { seenBy } from '#domains/agreements/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading, type Writing } from '#platform/db/database.ts'
import { askSql } from '#platform/db/statements.ts'
import type { When } from '#platform/day-zones.ts'
import type { Day, Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { type Found, judged, type KeptStanding, observed, type Seen, touched } from './observing.ts'
import type { Pulse, Standing } from './model.ts'
import type { StandingRow } from './tables.ts'

/** Works out how these agreements stand and keeps it. The caller holds them, or is their only writer. */
export async function refreshPulses(db: Writing, agreementIds: readonly Id[], when: When): Promise<void> {
  if (agreementIds.length === 0) return
  await keep(db, await observed(db, agreementIds, when), when)
}

/** The same after a deed that touched only these of its promises, and may have touched none: the others are left as they stand, and not read. */
export async function refreshTouched(db: Writing, agreementId: Id, promises: readonly Id[], when: When): Promise<void> {
  const seen = await touched(db, agreementId, promises)
  await (seen ? keep(db, [seen], when) : refreshPulses(db, [agreementId], when))
}

/** Keeps what follows for rows already read; only what differs from what stands there is written: a night on which nothing happened writes nothing. */
export async function keep(db: Writing, seen: readonly Seen[], when: When): Promise<void> {
  const differing = seen.map((one) => differenceOf(one, when)).filter((one) => one !== undefined)
  if (differing.length > 0) await put(db, { pulses: differing.flatMap(({ pulses }) => pulses), standings: differing.flatMap(({ standings }) => standings), moved: differing.flatMap(({ moved }) => moved) })
}

type Difference = { pulses: Pulse[]; standings: StandingRow[]; moved: Found['derived'] }
/** What of an agreement differs from what stands there, or nothing. */
export function differenceOf(seen: Seen, when: When): Difference | undefined {
  const { pulse, standings, derived } = judged(seen, when)
  const before = (place: number) => seen.commitments![place]!
  const difference = {
    pulses: isSamePulse(seen.pulse, pulse) ? [] : [pulse],
    standings: standings.filter((standing, place) => !isDeepStrictEqual(before(place).kept, keptOf(standing))).map((standing) => standingRow(standing, seen.id)),
    moved: derived.filter(({ startsOn, fulfilledOn }, place) => before(place).startsOn !== startsOn || before(place).fulfilledOn !== fulfilledOn),
  }
  return Object.values(difference).some((rows) => rows.length > 0) ? difference : undefined
}

/** The day as of which it was worked out is no change of its own. */
function isSamePulse(before: Record<string, unknown> | null, { asOf: _asOf, ...pulse }: Pulse): boolean {
  if (before === null) return false
  return Object.entries(pulse).every(([key, value]) => isSame(before[snake(key)], value))
}

const isSame = (before: unknown, now: unknown): boolean => before === now || isDeepStrictEqual(instant(before), instant(now))
const instant = (value: unknown) => (typeof value === 'string' && value.includes('T') ? Date.parse(value) : value)

const keptOf = ({ status, reason, ruleVersion, inputs: { dueOn, firstDueOn, claimed, confirmed } }: Standing): KeptStanding =>
  [status, reason.key.slice('commitments.why.'.length), dueOn ?? firstDueOn, claimed, confirmed, ruleVersion]

const pulseColumns = [
  'as_of', 'pulse', 'reasons', 'propose_closure', 'last_activity_on', 'last_confirmed_on', 'claimed', 'confirmed', 'disputed', 'commitments', 'started',
  'green', 'amber', 'red', 'grey', 'offices', 'vacancies', 'bounced', 'waiting_since', 'rule_version',
]

const anew = sql.raw(pulseColumns.map((name) => `${name} = excluded.${name}`).join(', '))

function standingRow(standing: Standing, agreementId: Id): StandingRow {
  const [status, reason, dueOn, claimed, confirmed, ruleVersion] = keptOf(standing)
  return { commitmentId: standing.subject, agreementId, status, reason, dueOn, claimed, confirmed, ruleVersion }
}

/** All that differs, in one statement. */
async function put(db: Writing, difference: Difference): Promise<void> {
  const given = { pulses: rowsOf(difference.pulses), standings: rowsOf(difference.standings), moved: rowsOf(difference.moved) }
  await askSql(db, 'pulses and standings', given, ({ pulses, standings, moved }) => sql`with pulse as (insert into agreement_pulse select * from jsonb_populate_recordset(null::agreement_pulse, ${pulses}::jsonb)
      on conflict (agreement_id) do update set ${anew}),
    standing as (insert into commitment_standing select * from jsonb_populate_recordset(null::commitment_standing, ${standings}::jsonb)
      on conflict (commitment_id) do update set status = excluded.status, reason = excluded.reason, due_on = excluded.due_on, claimed = excluded.claimed,
        confirmed = excluded.confirmed, rule_version = excluded.rule_version)
    update commitment c set starts_on = m.starts_on, fulfilled_on = m.fulfilled_on from jsonb_populate_recordset(null::commitment, ${moved}::jsonb) m where c.id = m.id`)
}

const snakes = new Map<string, string>()
function snake(name: string): string {
  const known = snakes.get(name) ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  snakes.set(name, known)
  return known
}
const snaked = (row: object) => Object.fromEntries(Object.entries(row).map(([key, value]) => [snake(key), value]))
const rowsOf = (rows: readonly object[]): string => JSON.stringify(rows.map(snaked))

/** How these agreements stand, as far as this viewer sees them. One that nobody has worked out yet is worked out here. */
export async function pulsesOf(db: Reading, viewer: Viewer, agreementIds: readonly Id[], when: When): Promise<Map<Id, Pulse>> {
  const seen = await seenBy(db, viewer).select('agreement.id').where('agreement.id', '=', anyOf(agreementIds)).execute()
  const ids = seen.map(({ id }) => id)
  const kept = await db.selectFrom('agreementPulse').selectAll().where('agreementId', '=', anyOf(ids)).execute()
  const known = new Map(kept.map((pulse) => [pulse.agreementId, pulse]))
  const missing = ids.filter((id) => !known.has(id))
  if (missing.length > 0) for (const one of await observed(db, missing, when)) known.set(one.id, judged(one, when).pulse)
  return known
}

/** Everything about one agreement, worked out anew: for its page. The caller has seen that it may be seen. */
export async function judgedNow(db: Reading, agreementId: Id, when: When): Promise<{ seen: Seen } & Found> {
  const seen = found((await observed(db, [agreementId], when))[0])
  return { seen, ...judged(seen, when) }
}

/** The same about many agreements, as of a day: what was done later is left out; what was confirmed of it since counts. The caller has seen that they may be seen. */
export async function judgedFor(db: Reading, agreementIds: readonly Id[], asOf: Day): Promise<Map<Id, Found>> {
  const judgements = new Map<Id, Found>()
  for (let from = 0; from < agreementIds.length; from += atOnce) {
    const some = agreementIds.slice(from, from + atOnce)
    for (const seen of await observed(db, some, asOf)) {
      const served = seen.served?.filter(([, , day]) => day <= asOf) ?? null
      judgements.set(seen.id, judged({ ...seen, served }, asOf))
    }
  }
  return judgements
}
const atOnce = 200
