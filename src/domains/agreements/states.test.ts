// The list finds by the same ranges as the rules tell: held together on random agreements, in the real database.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { house } from '#platform/auth/viewer.ts'
import { freshDatabase } from '#test/database.ts'
import { addAgreements } from './bulk.ts'
import { type End, states, type Term, termKinds } from './model.ts'
import { addDays, derive, standingOn, stateOn } from './rules.ts'
import { inState, stateColumn } from './states.ts'

let here: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => { here = await freshDatabase() })
afterAll(() => here.close())

const today = '2024-02-29'
const near = fc.oneof(fc.integer({ min: -2500, max: 2500 }), fc.constantFrom(-366, -365, -1, 0, 1, 179, 180, 181)).map((days) => addDays(today, days))
const known = (day: fc.Arbitrary<string>) => fc.option(fc.record({ day, precision: fc.constantFrom('day' as const, 'month' as const, 'year' as const) }).map(({ day, precision }) =>
  ({ day: day.slice(0, { day: 10, month: 7, year: 4 }[precision]) + { day: '', month: '-01', year: '-01-01' }[precision], precision })), { nil: null })
const years = fc.option(fc.constantFrom(0.02, 0.5, 1, 1.5, 3, 5), { nil: null })
const terms: fc.Arbitrary<Term & End & { draft: boolean; zone: string }> = fc.record({
  zone: fc.constantFrom('UTC', 'Asia/Karachi', 'Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'),
  signed: known(near), until: known(near), startsOn: fc.option(near, { nil: null }), termKind: fc.constantFrom(...termKinds), termYears: years, renewalYears: years,
  endedOn: fc.option(near, { nil: null, freq: 5 }),
  draft: fc.constantFrom(false, false, false, true),
}).map(({ signed, until, ...rest }) => ({
  ...rest, signedOn: signed?.day ?? null, signedPrecision: signed?.precision ?? null, termUntil: until?.day ?? null, untilPrecision: until?.precision ?? null,
  noticeMonths: null, termText: null, endedBecause: null,
}))

test('each agreement is found in exactly the state that the rules tell', async () => {
  const made = fc.sample(terms, { numRuns: 1000, seed: 20240229 })
  const ids = await here.db.transaction().execute((db) =>
    addAgreements({ db, viewer: house, now: '2024-02-29T00:00:00.000Z' }, made.map((term) => ({ kind: 'memorandum', title: 'x', parties: [], ...term }))))
  // A day, and moments of it: while it is still the day before in America, and when it is the next one already in Asia.
  for (const when of [today, `${today}T03:30:00.000Z`, `${today}T12:00:00.000Z`, `${today}T20:30:00.000Z`]) {
    const told = new Map(ids.map((id, at) => [id, stateOn(when, { ...made[at]!, dayZone: made[at]!.zone, ...derive(made[at]!) })]))
    const byColumn = await here.db.selectFrom('agreement').select(['id', stateColumn(when).as('state')]).execute()
    expect(byColumn.filter(({ id, state }) => told.get(id) !== state)).toEqual([])
    for (const state of states) {
      const found = await here.db.selectFrom('agreement').select('id').where(inState(state, when)).execute()
      expect([when, state, found.map(({ id }) => id).sort()]).toEqual([when, state, [...told].filter(([, one]) => one === state).map(([id]) => id).sort()])
    }
  }
})

test('what was signed here holds from the instant of its last signature, though its day is tomorrow where it was signed', async () => {
  const [tomorrow, sealedAt] = [addDays(today, 1), `${today}T20:30:00.000Z`]
  const [plain, later, unsealed] = await here.db.transaction().execute((db) => addAgreements({ db, viewer: house, now: sealedAt }, [{}, { startsOn: addDays(today, 30) }, {}].map((more) =>
    ({ kind: 'memorandum', title: 'x', parties: [], signedOn: tomorrow, signedPrecision: 'day', termKind: 'until-ended', ...more }))))
  await here.db.updateTable('agreement').set({ sealedAt }).where('id', 'in', [plain!, later!]).execute()
  const rows = await here.db.selectFrom('agreement').selectAll().select(stateColumn(today).as('state')).where('id', 'in', [plain!, later!, unsealed!]).execute()
  const of = (id: string) => rows.find((row) => row.id === id)!
  expect([plain!, later!, unsealed!].map((id) => [of(id).state, stateOn(today, of(id))])).toEqual([['in-force', 'in-force'], ['not-yet', 'not-yet'], ['not-yet', 'not-yet']])
  // On the day before nobody had signed.
  expect(stateOn(addDays(today, -1), of(plain!))).toBe('not-yet')
  const found = async (state: 'in-force' | 'not-yet') => (await here.db.selectFrom('agreement').select('id').where('id', 'in', [plain!, later!, unsealed!]).where(inState(state, today)).execute()).map(({ id }) => id).sort()
  expect([await found('in-force'), await found('not-yet')]).toEqual([[plain!], [later!, unsealed!].sort()])
})

test('what is written back is what the rules derive', async () => {
  const rows = await here.db.selectFrom('agreement').selectAll().limit(500).execute()
  for (const row of rows) expect(derive(row)).toEqual({ holdsFrom: row.holdsFrom, holdsUntil: row.holdsUntil, openEnded: row.openEnded })
})

test('a state never begins after it ends, and every reason has its facts', () => {
  fc.assert(fc.property(terms, near, (term, day) => {
    const { since, until, state, because } = standingOn(day, { ...term, ...derive(term) })
    return (since === null || until === null || since <= addDays(until, 1)) && (state !== 'lapsed' || since! <= day) && because.key.length > 20
  }))
})
