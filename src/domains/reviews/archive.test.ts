// What was laid before the sides goes with the exported history of its agreement, for those sides; and a side of a move is still that side after a merge.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreementsApi } from '#domains/agreements/api.ts'
import { agreementRoutes } from '#domains/agreements/routes.ts'
import { giveOffice, openAlliance } from '#domains/commitments/fixtures.test-cases.ts'
import { addOrganisations } from '#domains/organisations/actions.ts'
import { mergeOrganisations, undoMerge } from '#domains/organisations/merging.ts'
import { verifyArchive } from '#platform/audit/verify.ts'
import { house } from '#platform/auth/viewer.ts'
import type { Doing } from '#platform/http/serve.ts'
import type { Id } from '#platform/kinds.ts'
import { reviewsApi as api } from './api.ts'
import { findReviewFile } from './review-store.ts'
import { reviewRoutes } from './routes.ts'

const folder = mkdtempSync(join(tmpdir(), 'pamir-reviews-'))
const path = join(folder, 'history.zip')
let here: Awaited<ReturnType<typeof openAlliance>>
let agreement: Id, review: Id
beforeAll(async () => {
  here = await openAlliance([...reviewRoutes, ...agreementRoutes(async () => new Uint8Array())])
  agreement = await here.agreement({ title: 'For everyone', visibility: 'public', signedOn: '2024-03-02' })
  await giveOffice(here.db, here.people.ayesha.id, 'director', here.places.sargodha)
  here.as(here.people.ayesha)
  const { id, changedAt } = (await here.ask(api.begin, { params: { id: agreement }, body: { year: 2025 } })).answer
  review = id
  const written = await here.ask(api.write, { params: { id }, body: { moves: [{ criterion: 'governance', by: -1, reason: 'Nobody answered in Urdu: خاموشی' }], outcome: 'close', because: { en: 'As proposed' }, conditions: {}, summary: { ur: 'ایک خاموش سال' }, hearingOn: null, seen: changedAt } })
  expect(written.answer.error).toBeUndefined()
})
afterAll(async () => {
  await here.close()
  rmSync(folder, { recursive: true })
})

async function taken(): Promise<Buffer> {
  const { bytes } = await here.ask(agreementsApi.archive, { params: { id: agreement } })
  writeFileSync(path, bytes)
  return Buffer.from(bytes)
}

test('a side that moved a criterion is the one that was kept after a merge', async () => {
  const inOne = <T>(run: (at: Doing) => Promise<T>) => here.db.transaction().execute((db) => run({ db, viewer: house, now: '2026-03-02T09:00:00.000Z', today: '2026-03-02', visit: undefined as never }))
  const [kept] = await inOne((at) => addOrganisations(at, [{ kind: 'university', country: 'PK', names: [{ text: 'Sargodha University', lang: 'en', kind: 'display' }] }]))
  const merge = await inOne((at) => mergeOrganisations(at, kept!, here.places.sargodha))
  const seen = await findReviewFile(here.db, house, review, '2026-03-02', '2026-03-02T09:00:00.000Z')
  await inOne((at) => undoMerge(at, merge.id))
  expect([seen.moves[0]!.sideId, seen.of.sides.some(({ id }) => id === kept)]).toEqual([kept, true])
})

test('what was laid is in the archive by its hash; a changed letter is found, and a file that was taken out', async () => {
  here.as(here.people.ayesha)
  await taken()
  expect(await verifyArchive(path)).toMatchObject({ files: 0, withheld: 0, flaws: [] })
  const { hash } = (await here.ask(api.lay, { params: { id: review } })).answer
  const bytes = await taken()
  expect(await verifyArchive(path)).toMatchObject({ files: 1, withheld: 0, flaws: [], manifest: { files: [{ name: 'review-2025.json', sha256: hash }] } })
  bytes[bytes.indexOf('As proposed')] = 'O'.charCodeAt(0)
  writeFileSync(path, bytes)
  expect((await verifyArchive(path))!.flaws).toEqual([{ what: 'file-changed', place: 0, name: 'review-2025.json' }])
})

test('who reads the agreement without being of its sides is told that it is withheld', async () => {
  here.as(here.people.li)
  const bytes = await taken()
  expect(await verifyArchive(path)).toMatchObject({ files: 0, withheld: 1, flaws: [] })
  expect(bytes.includes('As proposed')).toBe(false)
})

test('laid, taken back and laid anew, only what lies before the sides now is given', async () => {
  here.as(here.people.ayesha)
  await here.ask(api.reopen, { params: { id: review }, body: { because: 'A slip' } })
  await taken()
  expect(await verifyArchive(path)).toMatchObject({ files: 0, withheld: 1, flaws: [] })
})
