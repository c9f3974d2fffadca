// Scans and signed PDFs that come piece by piece: taken when whole, together with the signature or not at all, and once.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Viewer } from '#platform/auth/viewer.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { uploadsApi } from '#platform/uploads/api.ts'
import { uploadRoutes } from '#platform/uploads/routes.ts'
import { signerOf } from '#platform/signatures/cms.ts'
import { readP12 } from '#platform/signatures/certificates.ts'
import { inDate } from '#platform/signatures/p12.fixtures.ts'
import { signPdf } from '#platform/signatures/sign.ts'
import { world } from '#test/world.ts'
import { authorityApi, signingApi } from './api.ts'
import { agreedPdf, draftBetween, now, peopleAndPlaces, routes } from './test-signing.ts'

let w: Awaited<ReturnType<typeof world>>
let story: Awaited<ReturnType<typeof peopleAndPlaces>>
beforeAll(async () => {
  w = await world(() => [...routes(), ...uploadRoutes(25_000_000)], now)
  story = await peopleAndPlaces(w.db)
})
afterAll(() => w.close())

/** Sends it in pieces, all but the last of them when it breaks off. */
async function sent(viewer: Viewer, bytes: Uint8Array, { breaksOff = false, id = newId() } = {}): Promise<Id> {
  w.as(viewer)
  const size = Math.ceil(bytes.length / 3)
  const body = { id, name: 'paper.pdf', size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  let { offset } = (await w.ask(uploadsApi.begin, { body })).answer
  while (offset < bytes.length - (breaksOff ? size : 0)) ({ offset } = (await w.ask(uploadsApi.piece, { params: { id }, query: { offset }, file: new Blob([new Uint8Array(bytes.subarray(offset, offset + size))]) })).answer)
  return id
}
const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer())

async function opened() {
  const id = await draftBetween(w.db, story.ayesha, story.sargodha, story.zaozhuang)
  const bytes = await bytesOf(await agreedPdf())
  const upload = await sent(story.ayesha, bytes, { breaksOff: true })
  const open = () => w.ask(signingApi.openWithUpload, { params: { id }, body: { upload } })
  expect((await open()).answer.error).toBe('uploads.not-whole')
  await sent(story.ayesha, bytes, { id: upload })
  const signing = (await open()).answer
  expect((await open()).answer.id, 'the answer was lost: the same signing, not another').toBe(signing.id)
  for (const { id: clearanceId, sideId } of signing.clearances) {
    w.as(sideId === story.sargodha ? story.ayesha : story.wang)
    await w.ask(signingApi.answerClearance, { params: { id, clearanceId }, body: { state: 'given' } })
  }
  return { id, paperSha256: signing.paperSha256, seat: (side: Id) => signing.seats.find(({ sideId }) => sideId === side)! }
}

test('opened, signed elsewhere and in ink, all piece by piece: sealed, and what was refused is not sent again', async () => {
  const { id, paperSha256, seat } = await opened()
  const [ours, theirs] = [seat(story.sargodha), seat(story.zaozhuang)]
  w.as(story.ayesha)
  const paper = (await w.ask(signingApi.paper, { params: { id } })).bytes
  const { key, certificate, chain } = await readP12(inDate, 'pamir-test')
  const signed = await signPdf(paper, { signer: signerOf(key, certificate, chain), field: ours.field, shown: { name: 'Ayesha Khan', nameLang: 'en', lines: [] }, at: new Date(now) })
  const upload = await sent(story.ayesha, signed)
  const take = (seen: string) => w.ask(signingApi.takeSignedUpload, { params: { id }, body: { upload, seatId: ours.id, paperSha256: seen, name: 'Ayesha Khan' } })
  expect((await take('b'.repeat(64))).answer.error).toBe('signing.changed-meanwhile')
  const taken = await take(paperSha256)
  expect([taken.answer.error, taken.answer.signatures?.map(({ means }) => means)]).toEqual([undefined, ['uploaded']])
  expect((await take(paperSha256)).answer.signatures).toHaveLength(1)

  const scan = await sent(story.wang, await bytesOf(await agreedPdf('Signed with a pen.')))
  const ink = { seatId: theirs.id, paperSha256, name: 'Wang Li', place: '枣庄', signedOn: '2026-03-02', keptAt: '档案馆' }
  w.as(story.ayesha)
  expect((await w.ask(signingApi.recordInkUpload, { params: { id }, body: { upload: scan, ...ink } as never })).status, 'another’s upload').toBe(404)
  w.as(story.wang)
  expect((await w.ask(signingApi.recordInkUpload, { params: { id }, body: { upload: scan, ...ink } as never })).answer).toMatchObject({ stage: 'sealed', signatures: [{ means: 'uploaded' }, { means: 'ink', originals: [{ keptAt: '档案馆' }] }] })
})

test('a delegation is recorded with its scan, once', async () => {
  const upload = await sent(story.ayesha, await bytesOf(await agreedPdf('The Vice-Chancellor delegates.')))
  const add = () => w.ask(authorityApi.addDelegationUpload, { params: { id: story.sargodha }, body: { upload, unit: 'Faculty of Science', givenBy: 'The Vice-Chancellor', sinceOn: '2026-01-01' } as never })
  w.as(story.wang)
  expect((await add()).status).toBe(404)
  w.as(story.ayesha)
  expect((await add()).answer).toMatchObject([{ unit: 'Faculty of Science', file: { name: 'paper.pdf' } }])
  expect((await add()).answer).toHaveLength(1)
})
