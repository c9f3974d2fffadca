// Gathers the day: each question begins at the agreements this viewer sees, all are asked at once, and each answers a few rows and a count.
import { sql } from 'kysely'
import type { AgreementLine, ListQuery } from '#domains/agreements/model.ts'
import { countAgreements, listAgreements } from '#domains/agreements/store.ts'
import type { Duplicate } from '#domains/organisations/api.ts'
import { listDuplicates } from '#domains/organisations/duplicate-store.ts'
import { whyNotJudge } from '#domains/organisations/rules.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import type { Run } from '#domains/registers/model.ts'
import { listRuns } from '#domains/registers/store.ts'
import { organisationsOf, recordKeepers, type Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading } from '#platform/db/database.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import { turnsOf, type Waiting } from '#platform/turns.ts'
import { asleepOf, dueOf, namedOf } from './living-store.ts'
import type { Today, TurnShown, When } from './model.ts'

const shown = 5
const turnsShown = 12

export async function dayOf(db: Reading, viewer: Viewer, when: When): Promise<Today> {
  const sides = organisationsOf(viewer, ...recordKeepers)
  const scope = sides.length > 0 ? 'own' : viewer.admin ? 'all' : 'none'
  const mine = scope === 'own' ? { mine: true } : {}
  if (scope === 'none') return personal(db, viewer, when)
  const list = async (query: Partial<ListQuery>): Promise<AgreementLine[]> => (await listAgreements(db, viewer, { sort: '-signed', locale: 'en', limit: shown, ...mine, ...query }, when.now)).rows
  const asked = { sides, ...when, limit: turnsShown }
  const [yours, theirs, due, asleep, counts, expiring, lapsed, lacking, runs, pairs] = await Promise.all([
    turnsOf(db, viewer, { ...asked, whose: 'yours' }), turnsOf(db, viewer, { ...asked, whose: 'theirs' }), dueOf(db, viewer, sides, when.today), asleepOf(db, viewer, sides),
    countAgreements(db, viewer, mine, when.now), list({ state: ['expiring'], sort: 'ends' }), list({ state: ['lapsed'], sort: '-ends' }), list({ problem: ['any'] }),
    openRuns(db, viewer), duplicatesFor(db, viewer),
  ])
  const [shownYours, shownTheirs] = await withNames(db, viewer, sides, [yours, theirs])
  const partners = [...shownTheirs!.rows, ...shownYours!.rows].flatMap(({ side, agreement }) => [side?.id, ...(agreement?.partners ?? []).map(({ id }) => id)])
  return {
    scope, counts, yours: shownYours!, theirs: shownTheirs!, due, asleep, expiring, lapsed, lacking, runs,
    duplicates: { rows: pairs.slice(0, shown), count: pairs.length }, places: await placesOf(db, viewer, sides, partners.filter((id) => id !== undefined), when.now),
  }
}

/** Who keeps no records may sit in a body all the same. */
async function personal(db: Reading, viewer: Viewer, when: When): Promise<Today> {
  const [counts, waiting] = await Promise.all([countAgreements(db, viewer, {}, when.now), turnsOf(db, viewer, { sides: [], ...when, limit: turnsShown, whose: 'yours' })])
  return { ...nothing, scope: 'none', counts, yours: (await withNames(db, viewer, [], [waiting]))[0]! }
}

const none = { rows: [], count: 0 }
const nothing: Omit<Today, 'scope' | 'counts'> = { places: [], yours: none, theirs: none, due: none, asleep: none, expiring: [], lapsed: [], lacking: [], runs: [], duplicates: none }

const openRuns = async (db: Reading, viewer: Viewer): Promise<Run[]> =>
  (await listRuns(db, viewer)).filter(({ state }) => state === 'review' || state === 'reading' || state === 'importing')

const duplicatesFor = async (db: Reading, viewer: Viewer): Promise<Duplicate[]> => (whyNotJudge(viewer) ? [] : listDuplicates(db))

/** Adds whose turn it is and in which agreement, by name. */
async function withNames(db: Reading, viewer: Viewer, sides: readonly Id[], all: readonly Waiting[]): Promise<{ rows: TurnShown[]; count: number }[]> {
  const rows = all.flatMap((one) => one.rows)
  const [organisations, agreements] = await Promise.all([
    organisationsById(db, rows.map(({ sideId }) => sideId)), namedOf(db, viewer, sides, rows.flatMap(({ agreementId }) => agreementId ?? [])),
  ])
  return all.map((one) => ({ count: one.count, rows: one.rows.map((row) => ({ ...row, side: organisations.get(row.sideId ?? '') ?? null, agreement: agreements.get(row.agreementId ?? '') ?? null })) }))
}

/** Making a clock takes longer than everything else here, so each is made once. */
const clocks = new Map<string, Intl.DateTimeFormat>()
function timeIn(zone: string, now: Instant): string {
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat('en-GB', { dateStyle: 'short', timeStyle: 'short', timeZone: zone })
  clocks.set(zone, clock)
  return clock.format(new Date(now))
}

/** The clocks of the page: the place of the office one acts in, and of partners where the time is another; three at most. */
async function placesOf(db: Reading, viewer: Viewer, sides: readonly Id[], partners: readonly Id[], now: Instant): Promise<Today['places']> {
  const acting = viewer.offices.find(({ id }) => id === viewer.acting)?.organisationId ?? sides[0]
  const wanted = [...new Set([...(acting ? [acting] : []), ...partners])]
  const rows = await db.selectFrom('organisation').select(['id', 'timeZone', sql<string>`coalesce(time_zone, '')`.as('zone')]).where('id', '=', anyOf(wanted)).where('timeZone', 'is not', null).execute()
  const zoneOf = new Map(rows.map(({ id, zone }) => [id, zone]))
  const known = wanted.filter((id) => zoneOf.has(id))
  const times = known.map((id) => timeIn(zoneOf.get(id)!, now))
  const once = known.filter((_, at) => times.indexOf(times[at]!) === at).slice(0, 3)
  const organisations = await organisationsById(db, once)
  return once.map((id) => ({ id, organisation: organisations.get(id)!, timeZone: zoneOf.get(id)! }))
}
