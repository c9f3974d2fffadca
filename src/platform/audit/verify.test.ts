// An archived history is checked with nothing but the archive: any entry changed, left out, put in or moved is found, and any file.
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { freshDatabase } from '#test/database.ts'
import { house } from '../auth/viewer.ts'
import { addFile, filesAbout } from '../files/files.ts'
import { newId } from '../kinds.ts'
import { archiveOf } from './archive.ts'
import { journalName, type Manifest, manifestName } from './archive-model.ts'
import { chainOf, type Entry, record } from './journal.ts'
import { absentOf, flawsOf, verifyArchive } from './verify.ts'

const about = newId()
const now = '2026-03-02T09:00:00.000Z'
const folder = mkdtempSync(join(tmpdir(), 'pamir-archive-'))
let here: Awaited<ReturnType<typeof freshDatabase>>
let chain: Entry[]
let manifest: Pick<Manifest, 'about' | 'entries' | 'head'>

beforeAll(async () => {
  here = await freshDatabase()
  await here.db.transaction().execute(async (db) => {
    for (let place = 0; place < 8; place++) await record({ db, viewer: house, now }, { what: 'agreement.revised', about, data: { place, share: place / 3, word: '备忘录 مفاہمت' } })
    await addFile({ db, viewer: house, now }, about, { name: 'scan.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7 the signed text') })
  })
  chain = await chainOf(here.db, about)
  manifest = { about, entries: chain.length, head: chain.at(-1)!.hash }
})
afterAll(async () => {
  await here.close()
  rmSync(folder, { recursive: true })
})

test('a history as it was written has no flaw', () => expect(flawsOf(chain, manifest)).toEqual([]))

test('whatever is done to the entries is found', () => {
  const at = fc.nat({ max: 7 })
  const tampering: fc.Arbitrary<(entries: Entry[]) => Entry[]> = fc.oneof(
    at.map((place) => (all: Entry[]) => all.with(place, { ...all[place]!, data: { ...all[place]!.data, word: 'forged' } })),
    at.map((place) => (all: Entry[]) => all.with(place, { ...all[place]!, at: '2020-01-01T00:00:00.000Z' })),
    at.map((place) => (all: Entry[]) => all.toSpliced(place, 1)),
    fc.tuple(at, at).filter(([one, other]) => one !== other).map(([one, other]) => (all: Entry[]) => all.with(one, all[other]!).with(other, all[one]!)),
    at.map((place) => (all: Entry[]) => all.toSpliced(place, 0, all[(place + 3) % 8]!)),
    fc.integer({ min: 1, max: 7 }).map((kept) => (all: Entry[]) => all.slice(0, kept)),
  )
  fc.assert(fc.property(tampering, (tamper) => flawsOf(tamper(chain), manifest).length > 0))
})

test('a tail that was cut off is found also when the archive was made to say so', () => {
  const shorter = chain.slice(0, 5)
  expect(flawsOf(shorter, { about, entries: 5, head: chain.at(-1)!.hash })).toEqual([{ what: 'cut-off', place: 5 }])
})

test('the archive is checked as a file, and so are the files in it', async () => {
  const path = join(folder, 'history.zip')
  const made = archiveOf(here.db, { about, title: 'Joint centre', now, chain, names: {}, files: await filesAbout(here.db, about), readme: 'Read me' })
  await pipeline(made.body as NodeJS.ReadableStream, createWriteStream(path))
  expect(await verifyArchive(path)).toMatchObject({ entries: 8, files: 1, head: manifest.head, flaws: [] })
  // The file lies in the archive as it is: one byte of it, changed where it lies, leaves a zip that opens.
  const bytes = readFileSync(path)
  const place = bytes.indexOf('the signed text')
  bytes[place] = 'T'.charCodeAt(0)
  writeFileSync(path, bytes)
  expect((await verifyArchive(path))!.flaws).toEqual([{ what: 'file-changed', place: 0, name: 'scan.pdf' }])
})

test('a file that the journal names is missed also when the list of files was made to keep silent', () => {
  const [named, other] = ['a'.repeat(64), 'b'.repeat(64)]
  const told = chain.with(2, { ...chain[2]!, data: { fileSha256: named } }).with(4, { ...chain[4]!, data: { sha256: other } })
  const listed = (sha256: string) => ({ path: 'files/x', name: 'x', type: 'application/pdf', size: 1, sha256 })
  expect(absentOf(told, { files: [listed(named)], withheld: [other] })).toEqual([])
  expect(absentOf(told, { files: [listed(named)], withheld: [] })).toEqual([{ what: 'file-absent', place: told[4]!.place, name: 'b'.repeat(12) }])
  expect(absentOf(told, { files: [], withheld: [other] })).toEqual([{ what: 'file-absent', place: told[2]!.place, name: 'a'.repeat(12) }])
})

test('a journal that cannot be read and a file too many are said; what is no archive is none', async () => {
  const path = join(folder, 'odd.zip')
  const zip = new ZipFile()
  const said: Manifest = { form: 'pamir-history', edition: 1, title: 'x', madeAt: now, files: [], withheld: [], ...manifest, entries: 1, head: chain[0]!.hash }
  zip.addBuffer(Buffer.from(JSON.stringify(said)), manifestName)
  zip.addBuffer(Buffer.from(`${JSON.stringify(chain[0])}\nnot an entry\n`), journalName)
  zip.addBuffer(Buffer.from('x'), 'files/unknown')
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
  expect((await verifyArchive(path))!.flaws).toEqual([{ what: 'unreadable', place: 2 }, { what: 'file-added', place: 0, name: 'files/unknown' }])
  writeFileSync(path, 'no zip')
  expect(await verifyArchive(path)).toBeUndefined()
  expect(await verifyArchive(join(folder, 'nowhere.zip'))).toBeUndefined()
})
