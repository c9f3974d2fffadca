// An upload that breaks off: continued where it stands, whole only when it is what was said, nobody else's, and forgotten in the end.
import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { person, world } from '#test/world.ts'
import { newId } from '../kinds.ts'
import { uploadsApi as api } from './api.ts'
import { uploadRoutes } from './routes.ts'
import { forgetExpired, takeUpload } from './uploads.ts'

const [ayesha, wang] = [person('Ayesha'), person('Wang')]
const limit = 10_000
let here: Awaited<ReturnType<typeof world>>
beforeAll(async () => { here = await world(uploadRoutes(limit)) })
afterAll(() => here.close())

const pdf = (size: number) => Buffer.concat([Buffer.from('%PDF-1.7 '), randomBytes(size - 9)])
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const begin = (bytes: Uint8Array, more: object = {}) => here.ask(api.begin, { body: { id: newId(), name: 'scan.pdf', size: bytes.length, sha256: sha256(bytes), ...more } })
const piece = (id: string, bytes: Uint8Array, offset: number) => here.ask(api.piece, { params: { id }, query: { offset }, file: new Blob([new Uint8Array(bytes)]) })
const take = (id: string, about: string) => here.db.transaction().execute((db) => takeUpload({ db, viewer: ayesha }, id, about))

test('a piece sent twice, too early or too late changes nothing, and each answer says where to continue', async () => {
  here.as(ayesha)
  const bytes = pdf(3000)
  const { answer: { id } } = await begin(bytes)
  expect((await piece(id, bytes.subarray(0, 1000), 0)).answer.offset).toBe(1000)
  expect((await piece(id, bytes.subarray(0, 1000), 0)).answer.offset).toBe(1000)
  expect((await piece(id, bytes.subarray(2000), 2000)).answer.offset).toBe(1000)
  expect((await begin(bytes, { id })).answer.offset).toBe(1000)
  const both = await Promise.all([piece(id, bytes.subarray(1000, 2000), 1000), piece(id, bytes.subarray(1000, 2000), 1000)])
  expect(both.map(({ answer }) => answer.offset)).toEqual([2000, 2000])
  expect((await here.ask(api.progress, { params: { id } })).answer).toMatchObject({ offset: 2000, size: 3000, taken: false })
  const about = newId()
  await expect(take(id, about)).rejects.toMatchObject({ reason: 'uploads.not-whole' })
  expect((await piece(id, Buffer.concat([bytes.subarray(2000), Buffer.from('more')]), 2000)).answer.error).toBe('uploads.more-than-said')
  expect((await piece(id, bytes.subarray(2000), 2000)).answer.offset).toBe(3000)
  expect(Buffer.compare((await take(id, about))!.bytes, bytes)).toBe(0)
  expect(await take(id, about)).toBeUndefined()
  await expect(take(id, newId())).rejects.toMatchObject({ reason: 'uploads.not-whole' })
  expect(await here.db.selectFrom('uploadPiece').selectAll().where('uploadId', '=', id).execute()).toEqual([])
})

test('what came damaged begins anew, and what is of no kind that is kept is forgotten', async () => {
  here.as(ayesha)
  const bytes = pdf(500)
  const { answer: { id } } = await begin(bytes)
  expect((await piece(id, pdf(500), 0)).answer.error).toBe('uploads.came-damaged')
  expect((await piece(id, bytes, 0)).answer.offset).toBe(500)
  const page = Buffer.from('<script>alert(1)</script>')
  const { answer: other } = await begin(page)
  expect(await piece(other.id, page, 0)).toMatchObject({ status: 415, answer: { error: 'web.file-of-this-kind-not-kept' } })
  expect((await here.ask(api.progress, { params: { id: other.id } })).status).toBe(404)
})

test('nobody knows of another’s, not even by taking its id', async () => {
  here.as(ayesha)
  const bytes = pdf(400)
  const { answer: { id } } = await begin(bytes)
  here.as(wang)
  for (const status of [(await here.ask(api.progress, { params: { id } })).status, (await piece(id, bytes, 0)).status, (await here.ask(api.cancel, { params: { id } })).status]) expect(status).toBe(404)
  expect((await begin(bytes, { id })).answer.error).toBe('uploads.id-is-taken')
  here.as(undefined)
  expect((await begin(bytes)).status).toBe(401)
})

test('a file too large, and too many at once, are refused; what is stopped or expired makes room', async () => {
  here.as(wang)
  expect(await begin(pdf(limit + 1))).toMatchObject({ status: 413, answer: { error: 'uploads.too-large' } })
  const four = await Promise.all([1, 2, 3, 4].map(() => begin(pdf(limit))))
  expect(four.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect((await begin(pdf(10))).answer.error).toBe('uploads.too-much-under-way')
  await here.ask(api.cancel, { params: { id: four[0]!.answer.id } })
  const fifth = await begin(pdf(limit))
  expect(fifth.status).toBe(200)
  await here.db.transaction().execute((db) => forgetExpired(db, '2026-03-09T08:59:59.000Z'))
  expect((await here.ask(api.progress, { params: { id: fifth.answer.id } })).status).toBe(200)
  await here.db.transaction().execute((db) => forgetExpired(db, '2026-03-09T09:00:01.000Z'))
  expect((await here.ask(api.progress, { params: { id: fifth.answer.id } })).status).toBe(404)
})
