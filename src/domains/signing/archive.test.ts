// The exported history of an agreement holds what was signed; changed, taken out or denied, it is found offline by whoever has the archive.
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPromise } from 'yauzl'
import { ZipFile } from 'yazl'
import { agreementsApi } from '#domains/agreements/api.ts'
import { agreementRoutes } from '#domains/agreements/routes.ts'
import { journalName, type Manifest, manifestName } from '#platform/audit/archive-model.ts'
import { verifyArchive } from '#platform/audit/verify.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { world } from '#test/world.ts'
import { signingApi } from './api.ts'
import { draftBetween, now, peopleAndPlaces, routes } from './test-signing.ts'
import { type Opened, steps } from './test-steps.ts'

const folder = mkdtempSync(join(tmpdir(), 'pamir-signed-'))
const path = join(folder, 'history.zip')
let w: Awaited<ReturnType<typeof world>>
let story: Awaited<ReturnType<typeof peopleAndPlaces>>
let it: Opened
beforeAll(async () => {
  w = await world(() => [...routes(), ...agreementRoutes(async () => new Uint8Array())], now)
  story = await peopleAndPlaces(w.db)
  const { open, clear, sign, as } = steps(w)
  it = await open(story.ayesha, await draftBetween(w.db, story.ayesha, story.sargodha, story.zaozhuang))
  await clear(it, { [story.sargodha]: story.ayesha, [story.zaozhuang]: story.wang })
  const seatId = it.signing.seats.find(({ sideId }) => sideId === story.zaozhuang)!.id
  const scan = new File([Buffer.from('%PDF-1.4 a scan of the signed page')], 'scan.pdf')
  await as(story.wang, () => w.ask(signingApi.recordInk, { params: { id: it.id }, body: { seatId, paperSha256: it.signing.paperSha256, name: '李东升', place: '枣庄', signedOn: '2026-03-01', keptAt: 'Archive' }, file: scan }))
  expect((await sign(story.ayesha, it, story.sargodha)).answer).toMatchObject({ stage: 'sealed' })
})
afterAll(async () => {
  await w.close()
  rmSync(folder, { recursive: true })
})

async function takenBy(viewer: Viewer): Promise<Map<string, Buffer>> {
  w.as(viewer)
  const { bytes } = await w.ask(agreementsApi.archive, { params: { id: it.id } })
  writeFileSync(path, bytes)
  const zip = await openPromise(path, { autoClose: false })
  const packed = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) packed.set(entry.fileName, Buffer.concat(await Array.fromAsync(await zip.openReadStreamPromise(entry))))
  zip.close()
  return packed
}

/** The archive with its parts changed, as a zip that opens. */
async function verdictOn(packed: Map<string, Buffer>) {
  const zip = new ZipFile()
  for (const [name, bytes] of packed) zip.addBuffer(bytes, name)
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
  return verifyArchive(path)
}
const manifestOf = (packed: Map<string, Buffer>) => JSON.parse(packed.get(manifestName)!.toString()) as Manifest
const silent = (packed: Map<string, Buffer>, sha256: string) => packed.set(manifestName, Buffer.from(JSON.stringify({ ...manifestOf(packed), files: manifestOf(packed).files.filter((file) => file.sha256 !== sha256) })))
const fileOf = (packed: Map<string, Buffer>, name: RegExp) => manifestOf(packed).files.find((file) => name.test(file.name))!

test('a party takes the sealed text, the scan and the file that was signed; nothing is withheld, nothing is wrong', async () => {
  const packed = await takenBy(story.wang)
  expect(await verifyArchive(path)).toMatchObject({ withheld: 0, flaws: [] })
  const { sealedSha256 } = await w.db.selectFrom('signing').select('sealedSha256').where('agreementId', '=', it.id).executeTakeFirstOrThrow()
  const sealed = fileOf(packed, new RegExp(`^${it.signing.code}\\.pdf$`))
  expect([sealed.sha256, createHash('sha256').update(packed.get(sealed.path)!).digest('hex')]).toEqual([sealedSha256, sealedSha256])
  expect(packed.get(fileOf(packed, /scan/).path)!.toString()).toBe('%PDF-1.4 a scan of the signed page')
  expect(manifestOf(packed).files).toHaveLength(3)
})

test('one byte of the sealed text, a scan taken out, also out of the list: each is found; so are entries changed, left out and moved', async () => {
  const whole = await takenBy(story.wang)
  const but = (change: (packed: Map<string, Buffer>) => void) => { const packed = new Map(whole); change(packed); return verdictOn(packed) }
  const [sealed, scan] = [fileOf(whole, new RegExp(it.signing.code)), fileOf(whole, /scan/)]
  expect((await but((packed) => { const bytes = Buffer.from(packed.get(sealed.path)!); bytes[500]! ^= 1; packed.set(sealed.path, bytes) }))!.flaws).toEqual([{ what: 'file-changed', place: 0, name: sealed.name }])
  expect((await but((packed) => packed.delete(scan.path)))!.flaws).toEqual([{ what: 'file-missing', place: 0, name: 'scan.pdf' }])
  expect((await but((packed) => (packed.delete(scan.path), silent(packed, scan.sha256))))!.flaws).toMatchObject([{ what: 'file-absent', name: scan.sha256.slice(0, 12) }])
  const forged = Buffer.from('%PDF-1.4 another scan altogether!!')
  const hash = createHash('sha256').update(forged).digest('hex')
  expect((await but((packed) => {
    packed.set(scan.path, forged)
    packed.set(manifestName, Buffer.from(packed.get(manifestName)!.toString().replace(scan.sha256, hash)))
  }))!.flaws).toMatchObject([{ what: 'file-absent', name: scan.sha256.slice(0, 12) }])
  const lines = whole.get(journalName)!.toString().trimEnd().split('\n')
  const journal = (changed: string[]) => but((packed) => packed.set(journalName, Buffer.from(`${changed.join('\n')}\n`)))
  expect((await journal(lines.toSpliced(1, 1)))!.flaws).toContainEqual({ what: 'missing', place: 2 })
  expect((await journal(lines.with(1, lines[2]!).with(2, lines[1]!)))!.flaws).toContainEqual({ what: 'reordered', place: 2 })
  expect((await journal(lines.with(-1, lines.at(-1)!.replace(/"signedOn":"[^"]+"/, '"signedOn":"2020-01-01"'))))!.flaws).toContainEqual({ what: 'changed', place: lines.length })
})

test('whoever is no party takes the history without what was signed, and is told how much was withheld', async () => {
  const packed = await takenBy(story.outsider)
  expect(manifestOf(packed).files).toEqual([])
  expect(await verifyArchive(path)).toMatchObject({ withheld: 3, flaws: [] })
})
