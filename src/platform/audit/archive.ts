// Writes a history as an archive: the entries as they stand in the journal, so that every hash can be worked out again.
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { Reading } from '../db/database.ts'
import { contentOf, type FileRow } from '../files/files.ts'
import type { Download } from '../http/contract.ts'
import type { Id, Instant } from '../kinds.ts'
import { type ArchivedFile, hashNamedBy, journalName, type Manifest, manifestName, namesName, readmeName } from './archive-model.ts'
import type { Entry } from './journal.ts'

/** An entry of which whoever takes the archive may know that it is there, and not what it says: it keeps its place and its hash. */
export type ArchivingEntry = Entry & { withheld?: true }
export const withheld = (entry: Entry): ArchivingEntry => ({ ...entry, data: {}, withheld: true })

/** A file that is kept, or one whose content is written for the archive. */
export type ArchivingFile = FileRow & { bytes?: Uint8Array }

/** `names` say who and which office is behind an id, for reading: the hashes cover the ids. */
type Kept = { about: Id; title: string; now: Instant; chain: readonly ArchivingEntry[]; names: Record<Id, string>; files: readonly ArchivingFile[]; readme: string }

export function archiveOf(db: Reading, { about, title, now, chain, names, files, readme }: Kept): Download {
  const kept = placesOf(files)
  const manifest: Manifest = {
    form: 'pamir-history', edition: 1, about, title, madeAt: now, entries: chain.length, head: chain.at(-1)?.hash ?? null, files: kept.map(([said]) => said), withheld: withheldFrom(chain, files),
  }
  const zip = new ZipFile()
  const put = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name, { mtime: new Date(now) })
  put(readmeName, readme)
  put(manifestName, JSON.stringify(manifest, null, 1))
  put(journalName, chain.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
  put(namesName, JSON.stringify(names, null, 1))
  // One after another, when the reader has room for it: a history may hold many large scans.
  for (const [{ path }, file] of kept) {
    zip.addReadStreamLazy(path, { mtime: new Date(now), compress: false }, (give) =>
      void (file.bytes ? Promise.resolve({ body: file.bytes }) : contentOf(db, file)).then(({ body }) => give(null, streamOf(body)), (error: unknown) => give(error, streamOf(new Uint8Array()))))
  }
  zip.end()
  return { name: `${title.slice(0, 80)}.zip`, type: 'application/zip', body: zip.outputStream }
}

const withheldFrom = (chain: readonly ArchivingEntry[], files: readonly ArchivingFile[]): string[] => {
  const given = new Set(files.map(({ sha256 }) => sha256))
  return [...new Set(chain.flatMap((entry) => hashNamedBy(entry) ?? []))].filter((hash) => !given.has(hash))
}

/** The same content is put in once, under the first of its names. */
function placesOf(files: readonly ArchivingFile[]): [ArchivedFile, ArchivingFile][] {
  const once = new Map(files.toReversed().map((file) => [file.sha256, file]))
  return [...once.values()].toReversed().map((file) => {
    const { name, type, size, sha256 } = file
    return [{ path: `files/${sha256.slice(0, 12)}-${name}`, name, type, size, sha256 }, file]
  })
}

const streamOf = (body: Uint8Array | NodeJS.ReadableStream) => (body instanceof Uint8Array ? Readable.from([Buffer.from(body)]) : body)
