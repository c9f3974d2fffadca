// The form of a history that has left the house: one zip with the journal's entries about one thing, line by line and whole, the
// names behind their ids, and the files that hang on it. It can be checked without Pamir: docs/protocols/history-archive.md.
import * as z from 'zod'
import { Id, Instant } from '../kinds.ts'

export const manifestName = 'pamir-history.json'
export const journalName = 'journal.ndjson'
export const namesName = 'names.json'
export const readmeName = 'README.txt'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

export const ArchivedFile = z.object({ path: z.string(), name: z.string(), type: z.string(), size: z.int(), sha256: Hash })
export type ArchivedFile = z.infer<typeof ArchivedFile>

/** What the archive says of itself. `head` is the hash of the last entry: who has it from elsewhere knows that nothing was cut off. */
export const Manifest = z.object({
  form: z.literal('pamir-history'), edition: z.literal(1), about: Id, title: z.string(), madeAt: Instant,
  entries: z.int(), head: Hash.nullable(), files: z.array(ArchivedFile),
  /** Files that the journal names by their hash and that were not given to whoever took the archive, or are not given out any more. */
  withheld: z.array(Hash).default([]),
})
export type Manifest = z.infer<typeof Manifest>

export const ArchivedEntry = z.object({
  id: Id, at: Instant, who: Id, office: Id.nullable(), what: z.string(), about: Id, data: z.record(z.string(), z.unknown()), place: z.int(), before: Hash.nullable(), hash: Hash,
  /** What it says is for the sides alone: its hash cannot be worked out here, only that its neighbours follow from it. */
  withheld: z.literal(true).optional(),
})

/** `place` is the entry's own; for a file it is 0 and `name` says which. */
export type Flaw = { what: 'unreadable' | 'changed' | 'missing' | 'reordered' | 'not-linked' | 'about-another' | 'cut-off' | 'file-changed' | 'file-missing' | 'file-absent' | 'file-added'; place: number; name?: string }
export type Verdict = { manifest: Manifest; entries: number; files: number; withheld: number; unsaid: number; head: string | null; flaws: Flaw[] }

/** The file that an entry names: its hash is chained with the entry, so that no list of files can deny it. */
export const hashNamedBy = ({ data }: { data: Record<string, unknown> }): string | undefined => Hash.safeParse(data['fileSha256'] ?? data['sha256']).data
