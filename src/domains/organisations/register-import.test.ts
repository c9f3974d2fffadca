// The register comes in, comes again, and brings its next release; what persons said stays.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { house } from '#platform/auth/viewer.ts'
import { performNow } from '#platform/jobs/work.ts'
import { freshDatabase } from '#test/database.ts'
import { addOrganisations, changeOrganisation } from './actions.ts'
import { packedOf } from './desk-load.ts'
import type { Bond, Draft, Entry } from './model.ts'
import { unpacked } from './packed.ts'
import { type Counts, registerImport } from './register-import.ts'
import { findByRors, findOrganisation } from './store.ts'

let here: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => { here = await freshDatabase() })
afterAll(() => here.close())

const entry = (ror: string, text: string, bonds: Bond[] = [], more: Partial<Omit<Draft, 'source'>> = {}): Entry => ({
  ror, bonds, draft: { source: 'ror', kind: 'university', country: 'CN', city: 'Xi’an', names: [{ text, lang: 'en', kind: 'display' }], identifiers: [{ scheme: 'ror', value: ror }], status: 'active', ...more },
})
const first = [
  entry('000000001', 'University of the West', [{ kind: 'child', ror: '000000002' }]),
  entry('000000002', 'West Hospital', [{ kind: 'parent', ror: '000000001' }, { kind: 'related', ror: '000000009' }], { kind: 'hospital' }),
  entry('000000003', 'College of Roads'),
]
const bringIn = (entries: Entry[]) => performNow(here.db, registerImport(async function* () { yield { entries, problems: [{ place: 9, problem: 'no name' }], share: 1 } }), { path: 'x' }, () => {}) as Promise<Counts>
const read = async (ror: string) => findOrganisation(here.db, (await findByRors(here.db, [ror])).get(ror)!.id)
const at = <T>(run: (hand: { db: never; viewer: typeof house; now: string }) => Promise<T>) => here.db.transaction().execute((db) => run({ db: db as never, viewer: house, now: '2026-03-02T09:00:00.000Z' }))

test('each record is there once, with its relations; what could not be read is told', async () => {
  expect(await bringIn(first)).toMatchObject({ read: 3, added: 3, updated: 0, unchanged: 0, relations: 1, problemCount: 1, problems: [{ place: 9 }] })
  const university = await read('000000001')
  expect(university.units.map(({ name }) => name)).toEqual(['West Hospital'])
  expect((await read('000000002')).parent?.id).toBe(university.id)
})

test('the same again changes nothing', async () => {
  const before = await here.db.selectFrom('organisation').selectAll().orderBy('id').execute()
  expect(await bringIn(first)).toMatchObject({ added: 0, updated: 0, unchanged: 3 })
  expect(await here.db.selectFrom('organisation').selectAll().orderBy('id').execute()).toEqual(before)
})

test('the next release updates in place: withdrawn is marked, the successor followed, what a person stated stays', async () => {
  const west = await read('000000001')
  const keep = { kind: west.kind, names: west.names.map(({ text, lang, kind }) => ({ text, lang, kind })), identifiers: west.identifiers.map(({ scheme, value }) => ({ scheme, value })), parentId: null, successorId: null, status: 'active' as const }
  await at((hand) => changeOrganisation(hand, west.id, { ...keep, city: 'Chang’an' }))
  const next = [
    entry('000000001', 'West University', [], { city: 'Xianyang', established: 1960 }), entry('000000002', 'West Hospital', [], { kind: 'hospital' }),
    entry('000000003', 'College of Roads', [{ kind: 'successor', ror: '000000001' }], { status: 'withdrawn' }),
  ]
  expect(await bringIn(next)).toMatchObject({ added: 0, updated: 2, unchanged: 1, withdrawn: 1 })
  expect(await read('000000001')).toMatchObject({ id: west.id, name: 'West University', city: 'Chang’an', established: 1960, units: [] })
  expect(await read('000000002')).toMatchObject({ parent: null })
  expect(await read('000000003')).toMatchObject({ status: 'withdrawn', successor: { id: west.id } })
})

test('a local record that carries the identifier is brought up to date, not doubled, and keeps its own names and facts', async () => {
  const [id] = await at((hand) => addOrganisations(hand, [{ kind: 'college', country: 'PK', names: [{ text: 'وادی کالج', lang: 'ur', kind: 'display' }], identifiers: [{ scheme: 'ror', value: '000000004' }] }]))
  await bringIn([entry('000000004', 'Valley College', [], { country: 'CN', established: 1990 })])
  expect(await read('000000004')).toMatchObject({ id, source: 'local', kind: 'college', country: 'PK', established: 1990, city: 'Xi’an', name: 'وادی کالج', nameEn: 'Valley College' })
  await bringIn([entry('000000004', 'Valley University', [], { country: 'CN', established: 1991 })])
  expect(await read('000000004')).toMatchObject({ country: 'PK', established: 1991, nameEn: 'Valley University', names: [{ kind: 'display' }, { text: 'Valley University', kind: 'label', source: 'ror' }] })
})

test('records that name each other as parent do not go round for ever', async () => {
  await bringIn([entry('000000005', 'A', [{ kind: 'parent', ror: '000000006' }]), entry('000000006', 'B', [{ kind: 'parent', ror: '000000005' }])])
  const parents = await Promise.all(['000000005', '000000006'].map(async (ror) => (await read(ror)).parent))
  expect(parents.filter((parent) => parent === null)).toHaveLength(1)
})

test('the resolver hears of each with its names in order', async () => {
  const { id } = await read('000000004')
  expect((await packedOf(here.db, [id])).map(unpacked)).toMatchObject([{ id, ror: '000000004', local: true, names: [{ text: 'وادی کالج', lang: 'ur', kind: 'display' }, { text: 'Valley University' }] }])
})
