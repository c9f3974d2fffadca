// When two records of one organisation become one, its standings, hosts and officers go with it, and come back when that is undone.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addOrganisations } from '#domains/organisations/actions.ts'
import { mergeOrganisations, undoMerge } from '#domains/organisations/merging.ts'
import { house } from '#platform/auth/viewer.ts'
import { newId } from '#platform/kinds.ts'
import { freshDatabase } from '#test/database.ts'
import { addAlliances, addStandings, findAlliance, listMembers, presentStanding } from './store.ts'
import { MemberFilter } from './model.ts'

let here: Awaited<ReturnType<typeof freshDatabase>>
const now = '2026-03-02T09:00:00.000Z'
const [one, other] = [newId(), newId()]
let kept = '', double = ''

beforeAll(async () => {
  here = await freshDatabase()
  await here.db.transaction().execute(async (db) => {
    const named = (text: string) => ({ kind: 'university' as const, names: [{ text, lang: 'en', kind: 'display' as const }] })
    const [a, b, c, d] = await addOrganisations({ db, viewer: house, now }, ['Silk University', 'Silk Univ.', 'Passes', 'Rivers'].map(named))
    ;[kept, double] = [a!, b!]
    const facts = { parentId: null, foundedOn: null, foundedPrecision: null, purpose: {}, charter: {}, public: false, stated: {}, source: null, example: false, changedAt: now }
    await addAlliances(db, [{ id: one, organisationId: c!, slug: 'passes', hostId: b!, ...facts }, { id: other, organisationId: d!, slug: 'rivers', hostId: null, ...facts }])
    const standing = { standing: 'member' as const, fromOn: null, fromPrecision: null, untilOn: null, untilPrecision: null, source: null, example: false, recordedBy: house.id, recordedAt: now }
    await addStandings(db, [[one, a!], [one, b!], [other, b!]].map(([allianceId, organisationId]) => ({ id: newId(), allianceId: allianceId!, organisationId: organisationId!, ...standing })))
  })
})
afterAll(() => here.close())

const members = async (id: string) => (await listMembers(here.db, { id, parentId: null }, MemberFilter.parse({}))).rows.map(({ organisation }) => organisation.id)

test('its standing moves, once where both stood, and so does the host', async () => {
  const at = (db: Parameters<typeof addAlliances>[0]) => ({ db, viewer: house, now, today: '2026-03-02', visit: {} as never })
  const merge = await here.db.transaction().execute((db) => mergeOrganisations(at(db), kept, double))
  expect(await members(one)).toEqual([kept])
  expect(await members(other)).toEqual([kept])
  expect((await findAlliance(here.db, house, one)).hostId).toBe(kept)
  await here.db.transaction().execute((db) => undoMerge(at(db), merge.id))
  expect((await members(one)).toSorted()).toEqual([kept, double].toSorted())
  expect(await presentStanding(here.db, other, double)).toMatchObject({ standing: 'member' })
})
