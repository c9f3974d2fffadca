// A draft: its parties alone see it, it holds for nobody, and the last signature brings it into force and seals it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stranger } from '#platform/auth/viewer.ts'
import { newId } from '#platform/kinds.ts'
import { person } from '#test/world.ts'
import { freshDatabase } from '#test/database.ts'
import { bringIntoForce, draftAgreement, reviseAgreement } from './actions.ts'
import { putOrganisation } from './fixtures.test-cases.ts'
import { sidesHeld, sidesOf } from './rules.ts'
import { findAgreement, listAgreements } from './store.ts'
import { ListQuery } from './model.ts'

let here: Awaited<ReturnType<typeof freshDatabase>>
const [sargodha, zaozhuang] = [newId(), newId()]
const director = person('Ayesha', { role: 'director', at: sargodha, country: 'PK' })
const partner = person('Wang', { role: 'director', at: zaozhuang, country: 'CN' })
const today = '2026-03-02'
const parties = [{ organisationId: sargodha }, { organisationId: zaozhuang }]

beforeAll(async () => {
  here = await freshDatabase()
  await putOrganisation(here.db, { id: sargodha, name: 'University of Sargodha', country: 'PK', city: 'Sargodha' })
  await putOrganisation(here.db, { id: zaozhuang, name: 'Zaozhuang University', country: 'CN', city: 'Zaozhuang' })
})
afterAll(() => here.close())

const doing = <T>(viewer: typeof director, deed: (at: never) => Promise<T>): Promise<T> =>
  here.db.transaction().execute((db) => deed({ db, viewer, now: '2026-03-02T09:00:00.000Z', today } as never))
const draft = { kind: 'memorandum' as const, title: 'Joint centre', termKind: 'fixed' as const, termYears: 5, visibility: 'public' as const, parties }

test('from draft to sealed', async () => {
  const { id, standing, problems } = await doing(director, (at) => draftAgreement(at, draft))
  expect([standing.state, problems]).toEqual(['draft', []])
  expect((await findAgreement(here.db, partner, id, today)).standing.because.key).toBe('agreements.because.draft')
  await expect(findAgreement(here.db, stranger, id, today)).rejects.toThrow()
  expect((await listAgreements(here.db, partner, ListQuery.parse({ state: 'draft' }), today)).rows.map((row) => row.id)).toEqual([id])
  await doing(partner, (at) => bringIntoForce(at, id, { signedOn: today, zone: null, sealed: true }))
  const signed = await findAgreement(here.db, stranger, id, today)
  expect([signed.standing.state, signed.holdsUntil, signed.sealedAt]).toEqual(['in-force', '2031-03-01', '2026-03-02T09:00:00.000Z'])
  await expect(doing(director, (at) => reviseAgreement(at, id, { ...draft, seen: signed.changedAt } as never))).rejects.toThrow('agreements.is-sealed')
  await expect(doing(partner, (at) => bringIntoForce(at, id, { signedOn: today, zone: null, sealed: true }))).rejects.toThrow('agreements.not-a-draft')
})

test('a side is an organisation that binds itself, named once; one acts for it by an office there', () => {
  const all = [{ organisationId: sargodha, role: 'party' as const }, { organisationId: sargodha, role: 'on-behalf' as const }, { organisationId: zaozhuang, role: 'witness' as const }]
  expect(sidesOf(all)).toEqual([sargodha])
  expect([sidesHeld(all, director), sidesHeld(all, partner), sidesHeld(all, director, 'signatory')]).toEqual([[sargodha], [], []])
})
