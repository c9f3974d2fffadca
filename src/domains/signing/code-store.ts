// Codes of verification: drawn, printed on a paper with the address of the public page, and looked up there. Rooms above that seal papers of their own say
// once how those are found, so that one page verifies everything that was sealed here.
import { randomBytes } from 'node:crypto'
import type { Verification } from '#platform/documents/paper.ts'
import type { Reading } from '#platform/db/database.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Locale } from '#platform/kinds.ts'
import type { SealedMinutes } from './verification-model.ts'

/** Twelve letters and digits that are not mistaken for one another, in groups: more than can be guessed, few enough to type. */
export function newCode(): string {
  const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
  const drawn = [...randomBytes(12)].map((byte) => letters[byte % 32]).join('')
  return `${drawn.slice(0, 4)}-${drawn.slice(4, 8)}-${drawn.slice(8)}`
}

/** As it is printed; `address` is of the page of verification, without the code. */
export const verification = ({ code, address }: { code: string; address: string }, lang: Locale): Verification =>
  ({ kind: 'verification', lang, text: translator(lang)('signing.sheet.verify'), address: `${address}/${code}`, code })

export type Likeness = { sealed: SealedMinutes; content: Uint8Array }
/** How the sealed papers of another room are found: by their code, by the hash of a file, by how a file begins. */
export type SealedPapers = {
  underCode: (db: Reading, code: string) => Promise<SealedMinutes | null>
  withHash: (db: Reading, sha256: string) => Promise<{ sealed: SealedMinutes; finding: 'sealed' | 'revision' } | null>
  beginningWith: (db: Reading, start: Buffer) => Promise<Likeness | null>
}

const brought: SealedPapers[] = []
export const bringSealed = (papers: SealedPapers): void => void brought.push(papers)

/** What the first of them knows that knows anything. */
export async function askSealed<T>(ask: (papers: SealedPapers) => Promise<T | null>): Promise<T | null> {
  for (const papers of brought) {
    const known = await ask(papers)
    if (known) return known
  }
  return null
}
