// Checks an archived history, with nothing but the archive: every entry against its hash and the one before it, every file
// against its own. Whatever was changed, left out, put in or moved is named by its place.
import { createHash } from 'node:crypto'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { type Entry as Packed, openPromise, type ZipFile } from 'yauzl'
import { ArchivedEntry, type Flaw, hashNamedBy, journalName, Manifest, manifestName, namesName, readmeName, type Verdict } from './archive-model.ts'
import { type Entry, hashOf } from './journal.ts'

type Archived = Entry & { withheld?: true | undefined }

/** Nothing when the file is no archived history at all. */
export async function verifyArchive(path: string): Promise<Verdict | undefined> {
  const zip = await openPromise(path, { autoClose: false }).catch(() => undefined)
  if (!zip) return undefined
  try {
    const packed = await contents(zip)
    const manifest = await manifestIn(zip, packed)
    if (!manifest || !packed.has(journalName)) return undefined
    const chain = await chainIn(zip, packed)
    const head = chain.entries.at(-1)?.hash ?? null
    const flaws = [...chain.flaws, ...flawsOf(chain.entries, manifest), ...absentOf(chain.entries, manifest), ...await filesWrong(zip, packed, manifest)]
    return { manifest, entries: chain.entries.length, files: manifest.files.length, withheld: manifest.withheld.length, unsaid: chain.entries.filter(({ withheld }) => withheld).length, head, flaws }
  } finally { zip.close() }
}

/** What is wrong with entries as they came: each once, the nearest cause first. */
export function flawsOf(entries: readonly Archived[], { about, entries: stated, head }: Pick<Manifest, 'about' | 'entries' | 'head'>): Flaw[] {
  const there = new Set(entries.map(({ place }) => place))
  const missing = Array.from({ length: stated }, (_, at) => at + 1).filter((place) => !there.has(place)).map((place): Flaw => ({ what: 'missing', place }))
  const wrong = entries.flatMap((entry, at): Flaw[] => {
    const former = entries[at - 1]
    if (!entry.withheld && entry.hash !== hashOf(entry)) return [{ what: 'changed', place: entry.place }]
    if (entry.about !== about) return [{ what: 'about-another', place: entry.place }]
    if (former && former.place >= entry.place) return [{ what: 'reordered', place: entry.place }]
    const follows = (former?.place ?? 0) === entry.place - 1
    return follows && entry.before !== (former?.hash ?? null) ? [{ what: 'not-linked', place: entry.place }] : []
  })
  const last = entries.at(-1)
  const cutOff = missing.length === 0 && wrong.length === 0 && (last?.hash ?? null) !== head
  return [...missing, ...wrong, ...(cutOff ? [{ what: 'cut-off', place: last?.place ?? 0 } as const] : [])]
}

/** Files that the journal names and that are neither here nor said to be withheld: whoever took one out has to change the list of files, not the journal. */
export function absentOf(entries: readonly Entry[], { files, withheld }: Pick<Manifest, 'files' | 'withheld'>): Flaw[] {
  const known = new Set([...files.map(({ sha256 }) => sha256), ...withheld])
  return entries.flatMap((entry): Flaw[] => {
    const hash = hashNamedBy(entry)
    return hash && !known.has(hash) ? [{ what: 'file-absent', place: entry.place, name: hash.slice(0, 12) }] : []
  })
}

async function contents(zip: ZipFile): Promise<Map<string, Packed>> {
  const packed = new Map<string, Packed>()
  for await (const entry of zip.eachEntry()) packed.set(entry.fileName, entry)
  return packed
}

const mostManifest = 20_000_000

async function manifestIn(zip: ZipFile, packed: Map<string, Packed>): Promise<Manifest | undefined> {
  const entry = packed.get(manifestName)
  if (!entry || entry.uncompressedSize > mostManifest) return undefined
  const text = Buffer.concat(await Array.fromAsync(await zip.openReadStreamPromise(entry))).toString()
  return Manifest.safeParse(jsonOf(text)).data
}

async function chainIn(zip: ZipFile, packed: Map<string, Packed>): Promise<{ entries: Archived[]; flaws: Flaw[] }> {
  const entries: Archived[] = []
  const flaws: Flaw[] = []
  let line = 0
  for await (const text of createInterface({ input: await zip.openReadStreamPromise(packed.get(journalName)!), crlfDelay: Infinity })) {
    line += 1
    const entry = ArchivedEntry.safeParse(jsonOf(text)).data
    if (entry) entries.push(entry)
    else flaws.push({ what: 'unreadable', place: line })
  }
  return { entries, flaws }
}

async function filesWrong(zip: ZipFile, packed: Map<string, Packed>, { files }: Manifest): Promise<Flaw[]> {
  const flaws: Flaw[] = []
  for (const { path, name, sha256 } of files) {
    const entry = packed.get(path)
    if (!entry) flaws.push({ what: 'file-missing', place: 0, name })
    else if (await sha256Of(await zip.openReadStreamPromise(entry)) !== sha256) flaws.push({ what: 'file-changed', place: 0, name })
  }
  const known = new Set([manifestName, journalName, namesName, readmeName, ...files.map(({ path }) => path)])
  return [...flaws, ...[...packed.keys()].filter((path) => !known.has(path)).map((name): Flaw => ({ what: 'file-added', place: 0, name }))]
}

/** The SHA-256 of a stream; of a damaged one, nothing that could match. */
async function sha256Of(stream: Readable): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const piece of stream) hash.update(piece as Buffer)
  } catch { return 'damaged' }
  return hash.digest('hex')
}

function jsonOf(text: string): unknown {
  try { return JSON.parse(text) } catch { return undefined }
}
