// Midnight where an agreement counts its days: in the database and in the rules alike, on 29 February, when clocks are put forward, and far from Greenwich.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addOrganisations } from '#domains/organisations/actions.ts'
import { house } from '#platform/auth/viewer.ts'
import type { Id } from '#platform/kinds.ts'
import { freshDatabase } from '#test/database.ts'
import { addAgreements, bringIntoForce, reviseAgreements } from './actions.ts'
import type { BulkDraft, State } from './model.ts'
import { addDays, stateOn } from './rules.ts'
import { inState, stateColumn } from './states.ts'
import { listAgreements } from './store.ts'

let here: Awaited<ReturnType<typeof freshDatabase>>
let places: { sargodha: Id; zaozhuang: Id; osh: Id }
const now = '2024-01-01T00:00:00.000Z'
beforeAll(async () => {
  here = await freshDatabase()
  const [sargodha, zaozhuang, osh] = await here.db.transaction().execute((db) => addOrganisations({ db, viewer: house, now }, [['Sargodha', 'PK'], ['Zaozhuang', 'CN'], ['Osh', 'KG']].map(([text, country]) =>
    ({ kind: 'university', country: country!, names: [{ text: text!, lang: 'en', kind: 'display' as const }] }))))
  places = { sargodha: sargodha!, zaozhuang: zaozhuang!, osh: osh! }
})
afterAll(() => here.close())

const added = (more: Partial<BulkDraft>) => here.db.transaction().execute(async (db) => (await addAgreements({ db, viewer: house, now }, [{
  kind: 'memorandum', title: 'x', parties: [{ organisationId: places.sargodha }, { organisationId: places.zaozhuang }], signedOn: '2020-01-01', signedPrecision: 'day', termKind: 'until', ...more }]))[0]!)
const rowOf = (id: Id) => here.db.selectFrom('agreement').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** As the rules tell, as a column tells, and as the list finds it: always the same. */
async function stateAt(id: Id, at: string): Promise<State> {
  const row = await rowOf(id)
  const told = stateOn(at, row)
  const { state } = await here.db.selectFrom('agreement').select(stateColumn(at).as('state')).where('id', '=', id).executeTakeFirstOrThrow()
  const found = await here.db.selectFrom('agreement').select('id').where('id', '=', id).where(inState(told, at)).execute()
  expect([state, found.length], `${at} in ${row.dayZone}`).toEqual([told, 1])
  return told
}

describe('in which zone', () => {
  test('that of the party named first, until one is said; taken back, the first party’s again', async () => {
    const id = await added({})
    const revise = (zone: string | null) => here.db.transaction().execute((db) => reviseAgreements({ db, viewer: house, now }, [{ id, zone }]))
    expect((await rowOf(id)).dayZone).toBe('Asia/Karachi')
    await revise('Asia/Shanghai')
    expect(await rowOf(id)).toMatchObject({ zone: 'Asia/Shanghai', dayZone: 'Asia/Shanghai' })
    await revise(null)
    expect(await rowOf(id)).toMatchObject({ zone: null, dayZone: 'Asia/Karachi' })
  })

  test('it follows when the party says another time, and Greenwich where nobody knows one', async () => {
    const [id, alone] = [await added({ parties: [{ organisationId: places.osh }] }), await added({ parties: [] })]
    expect([(await rowOf(id)).dayZone, (await rowOf(alone)).dayZone]).toEqual(['Asia/Bishkek', 'UTC'])
    await here.db.updateTable('organisation').set({ timeZone: 'Asia/Almaty' }).where('id', '=', places.osh).execute()
    expect((await rowOf(id)).dayZone).toBe('Asia/Almaty')
    // An offset knows no summer, and PostgreSQL reads its sign the other way round.
    await here.db.updateTable('organisation').set({ timeZone: '+06:00' }).where('id', '=', places.osh).execute()
    expect((await rowOf(id)).dayZone).toBe('UTC')
  })

  test('that of the place where it was signed last, unless its text says one', async () => {
    const [open, said] = [await added({ draft: true, signedOn: null, signedPrecision: null, termKind: 'until-ended' }), await added({ draft: true, signedOn: null, signedPrecision: null, termKind: 'until-ended', zone: 'Asia/Karachi' })]
    for (const id of [open, said]) await here.db.transaction().execute((db) => bringIntoForce({ db, viewer: house, now: '2026-03-02T20:30:00.000Z' }, id, { signedOn: '2026-03-03', zone: 'Asia/Shanghai', sealed: true }))
    expect([(await rowOf(open)).dayZone, (await rowOf(said)).dayZone]).toEqual(['Asia/Shanghai', 'Asia/Karachi'])
    // Signed last on 3 March in Shanghai, while it is 2 March in Greenwich: it holds already.
    expect(await stateAt(open, '2026-03-02T20:30:00.000Z')).toBe('in-force')
  })
})

test.each([
  ['29 February in Karachi', 'Asia/Karachi', '2024-02-29', '2024-02-29T18:59:59.999Z', '2024-02-29T19:00:00.000Z'],
  ['28 February of another year', 'Asia/Karachi', '2023-02-28', '2023-02-28T18:59:00.000Z', '2023-02-28T19:00:00.000Z'],
  ['Shanghai, three hours earlier', 'Asia/Shanghai', '2024-02-29', '2024-02-29T15:59:00.000Z', '2024-02-29T16:00:00.000Z'],
  ['the night before clocks are put forward in Berlin', 'Europe/Berlin', '2026-03-28', '2026-03-28T22:59:00.000Z', '2026-03-28T23:00:00.000Z'],
  ['the day itself, which has 23 hours', 'Europe/Berlin', '2026-03-29', '2026-03-29T21:59:00.000Z', '2026-03-29T22:00:00.000Z'],
  ['the day that has 25 hours', 'Europe/Berlin', '2026-10-25', '2026-10-25T22:59:00.000Z', '2026-10-25T23:00:00.000Z'],
  ['behind Greenwich, on the next day there', 'America/New_York', '2026-03-08', '2026-03-09T03:59:00.000Z', '2026-03-09T04:00:00.000Z'],
  ['where the day begins first', 'Pacific/Kiritimati', '2026-01-01', '2026-01-01T09:59:00.000Z', '2026-01-01T10:00:00.000Z'],
  ['where it ends last', 'Pacific/Pago_Pago', '2026-01-01', '2026-01-02T10:59:00.000Z', '2026-01-02T11:00:00.000Z'],
])('%s: its last day is over at midnight there, and it began at midnight there', async (_what, zone, day, before, after) => {
  const [ends, begins, ended, soon] = [
    await added({ zone, termUntil: day, untilPrecision: 'day' }), await added({ zone, signedOn: '2020-01-01', startsOn: addDays(day, 1), termKind: 'until-ended' }),
    await added({ zone, termKind: 'until-ended', endedOn: addDays(day, 1) }), await added({ zone, termUntil: addDays(day, 181), untilPrecision: 'day' }),
  ]
  expect(await Promise.all([ends, begins, ended, soon].map((id) => stateAt(id, before)))).toEqual(['expiring', 'not-yet', 'expiring', 'in-force'])
  expect(await Promise.all([ends, begins, ended, soon].map((id) => stateAt(id, after)))).toEqual(['lapsed', 'in-force', 'ended', 'expiring'])
})

test('the list says at one moment of two with the same last day that one holds and the other has lapsed', async () => {
  const [karachi, shanghai] = [await added({ title: 'Midnight Karachi', zone: 'Asia/Karachi', termUntil: '2026-05-31', untilPrecision: 'day' }), await added({ title: 'Midnight Shanghai', zone: 'Asia/Shanghai', termUntil: '2026-05-31', untilPrecision: 'day' })]
  const listed = async (state: State) => (await listAgreements(here.db, house, { text: 'Midnight', state: [state], sort: 'title', locale: 'en', limit: 50 }, '2026-05-31T17:30:42.000Z')).rows.map(({ id, state: told }) => [id, told])
  expect([await listed('expiring'), await listed('lapsed')]).toEqual([[[karachi, 'expiring']], [[shanghai, 'lapsed']]])
})

test('the database knows every zone that a person may say', async () => {
  const { rows } = await sql<{ unknown: string }>`select zone as unknown from unnest(${Intl.supportedValuesOf('timeZone')}::text[]) zone where zone not in (select name from pg_timezone_names)`.execute(here.db)
  expect(rows.map(({ unknown }) => unknown)).toEqual([])
})
