// Claims and confirmations a second, by the deeds themselves and by a bare driver that writes the same rows in one transaction each.
import { createHash } from 'node:crypto'
import type pg from 'pg'
import { answerClaim } from '#domains/confirmations/actions.ts'
import { logActivity } from '#domains/commitments/actions.ts'
import { ActivityDraft } from '#domains/commitments/activity-model.ts'
import '#domains/commitments/routes.ts'
import { type Role, stranger, type Viewer } from '#platform/auth/viewer.ts'
import { type Id, newId } from '#platform/kinds.ts'
import type { House } from '#src/house.ts'

/** Deeds a second, in the middle of the rounds, and the milliseconds of this process's own time that each took. */
export type Speed = { perSecond: number; own: number }
export type Speeds = Record<'claim' | 'confirm', { pamir: Speed; bare: Speed }>
type Target = { agreement_id: Id; commitment_id: Id; side: Id; other: Id }

export async function claimSpeed({ db, pool }: House, count: number): Promise<Speeds> {
  const { rows } = await pool.query<Target>(`select distinct on (c.agreement_id) c.agreement_id, c.id as commitment_id, a.party_ids[1] as side, a.party_ids[2] as other from commitment c join agreement a on a.id = c.agreement_id
    where cardinality(a.party_ids) = 2 and a.removed_at is null order by c.agreement_id, c.place limit ${count * 2}`)
  const now = new Date().toISOString()
  const at = (viewer: Viewer) => <T>(deed: (hand: never) => Promise<T>): Promise<T> => db.transaction().execute((tx) => deed({ db: tx, viewer, now, today: now.slice(0, 10), visit: undefined } as never))
  const claims: Id[] = []
  const rounds: Record<'claim' | 'confirm', { pamir: Round[]; bare: Round[] }> = { claim: { pamir: [], bare: [] }, confirm: { pamir: [], bare: [] } }
  // In turns, a few at a time, so that what else happens on the machine hits both.
  for (let from = 0; from < count; from += few) {
    const some = rows.slice(from, from + few)
    rounds.claim.pamir.push(await timed(some, async (one) => {
      const draft = ActivityDraft.parse({ what: 'Seminar', onDay: '2026-01-05', sideId: one.side, serves: [{ agreementId: one.agreement_id, commitmentId: one.commitment_id }] })
      claims.push((await at(keeper(one.side))((hand) => logActivity(hand, draft))).serves[0]!.claim.id)
    }))
    const bare: Written[] = []
    rounds.claim.bare.push(await timed(rows.slice(count + from, count + from + few), async (one) => { bare.push(await claimBare(pool, one, now)) }))
    rounds.confirm.pamir.push(await timed(some.map((one, place) => ({ ...one, claim: claims[from + place]! })), (one) => at(keeper(one.other))((hand) => answerClaim(hand, one.claim, { answer: 'confirmed', reason: null }))))
    rounds.confirm.bare.push(await timed(bare, (one) => confirmBare(pool, one, now)))
  }
  const both = ({ pamir, bare }: { pamir: Round[]; bare: Round[] }) => ({ pamir: middle(pamir), bare: middle(bare) })
  return { claim: both(rounds.claim), confirm: both(rounds.confirm) }
}

const few = 20
type Round = { seconds: number; own: number }

async function timed<T>(all: readonly T[], run: (one: T) => Promise<unknown>): Promise<Round> {
  const [begun, used] = [performance.now(), process.cpuUsage()]
  for (const one of all) await run(one)
  const { user, system } = process.cpuUsage(used)
  return { seconds: (performance.now() - begun) / 1000, own: (user + system) / 1000 }
}

/** The median of the rounds: one that something else disturbed does not count. */
function middle(rounds: readonly Round[]): Speed {
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!
  return { perSecond: few / median(rounds.map(({ seconds }) => seconds)), own: median(rounds.map(({ own }) => own)) / few }
}

function keeper(organisationId: Id): Viewer {
  const office = { id: newId(), role: 'director' as Role, organisationId, organisationName: null, country: null, within: [organisationId] }
  return { ...stranger, id: newId(), name: 'Bench', offices: [office], acting: office.id }
}

type Written = Target & { activity: Id; claim: Id }

/** The sides that will have to answer, held so that two do not write about one agreement at once. */
const hold = (put: Put, { agreement_id }: Target) => put('select draft, party_ids from agreement where id = $1 for no key update', [agreement_id])

async function claimBare(pool: pg.Pool, one: Target, now: string): Promise<Written> {
  const [activity, claim, who] = [newId(), newId(), newId()]
  await inOne(pool, async (put) => {
    await hold(put, one)
    await put('insert into activity (id, what, lang, on_day, online, side_id, recorded_by, recorded_at) values ($1, $2, $3, $4, false, $5, $6, $7)', [activity, 'Seminar', 'en', '2026-01-05', one.side, who, now])
    await put('insert into activity_serve (activity_id, place, agreement_id, commitment_id, amount, on_day, state) values ($1, 0, $2, $3, 1, $4, $5)', [activity, one.agreement_id, one.commitment_id, '2026-01-05', 'open'])
    await put('insert into confirmation (id, kind, about, scope, state, claimed_by, claimed_at) values ($1, $2, $3, $4, $5, $6, $7)', [claim, 'activity', activity, one.agreement_id, 'open', who, now])
    await put('insert into confirmation_side (confirmation_id, place, organisation_id, answer) values ($1, 0, $2, $3), ($1, 1, $4, $5)', [claim, one.side, 'claims', one.other, 'open'])
    await journal(put, one.agreement_id, 'activity.logged', who, now)
    await follow(put, one, 1, 0)
  })
  return { ...one, activity, claim }
}

async function confirmBare(pool: pg.Pool, one: Written, now: string): Promise<void> {
  const who = newId()
  await inOne(pool, async (put) => {
    await hold(put, one)
    // What the other sides have said decides whether it is confirmed with this.
    await put('select state, round, (select json_agg(s) from confirmation_side s where s.confirmation_id = c.id) from confirmation c where id = $1 for update', [one.claim])
    await put('insert into confirmation_answer (id, confirmation_id, round, place, said, via, who, at) values ($1, $2, 1, 1, $3, $4, $5, $6)', [newId(), one.claim, 'confirmed', 'account', who, now])
    await put('update confirmation_side set answer = $2 where confirmation_id = $1 and place = 1', [one.claim, 'confirmed'])
    await put('update confirmation set state = $2, settled_at = $3 where id = $1', [one.claim, 'confirmed', now])
    await put('update activity_serve set state = $2 where activity_id = $1', [one.activity, 'confirmed'])
    await journal(put, one.agreement_id, 'claim.confirmed', who, now)
    await follow(put, one, 1, 1)
  })
}

type Put = (text: string, values: unknown[]) => Promise<{ rows: { place: number; hash: string }[] }>

/** The chain has to be read to be written. */
async function journal(put: Put, about: Id, what: string, who: Id, now: string): Promise<void> {
  const { rows: [last] } = await put('select place, hash from journal where about = $1 order by place desc limit 1', [about])
  const hash = createHash('sha256').update(`${last?.hash} ${what} ${who}`).digest('hex')
  await put('insert into journal (id, at, who, what, about, data, place, before, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [newId(), now, who, what, about, '{}', (last?.place ?? 0) + 1, last?.hash ?? null, hash])
}

async function follow(put: Put, one: Target, claimed: number, confirmed: number): Promise<void> {
  await put('update agreement_pulse set claimed = claimed + $2, confirmed = confirmed + $3, last_activity_on = $4 where agreement_id = $1', [one.agreement_id, claimed, confirmed, '2026-01-05'])
  await put('update commitment_standing set claimed = claimed + $2, confirmed = confirmed + $3 where commitment_id = $1', [one.commitment_id, claimed, confirmed])
}

async function inOne(pool: pg.Pool, run: (put: Put) => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    // Named, so that each statement is planned once.
    await run((text, values) => client.query({ name: createHash('md5').update(text).digest('hex'), text, values }) as never)
    await client.query('commit')
  } finally { client.release() }
}
