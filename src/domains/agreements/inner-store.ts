// What stands in a history for the sides alone: the notes and reasons with which they negotiated. Whoever else reads the agreement reads that it happened.
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { isInner } from './rules.ts'
import './tables.ts'

const among: { deeds: string; keys: readonly string[] }[] = []

/** Said once by a floor above whose entries carry such words: how its deeds begin, and where the words stand in them. */
export const amongSides = (deeds: string, ...keys: string[]): void => void among.push({ deeds, keys })

export async function innerOf(db: Reading, viewer: Viewer, id: Id): Promise<boolean> {
  return isInner(await db.selectFrom('agreementParty').select(['organisationId', 'role']).where('agreementId', '=', id).execute(), viewer)
}

type Told = { what: string; data: Record<string, unknown> }
const wordsOf = ({ what, data }: Told): string[] => among.filter(({ deeds }) => what.startsWith(deeds)).flatMap(({ keys }) => keys.filter((key) => (data[key] ?? '') !== ''))
export const hasInnerWords = (told: Told): boolean => wordsOf(told).length > 0

/** The same without those words. */
export function forOthers<Line extends Told>(line: Line): Line {
  const words = wordsOf(line)
  return words.length === 0 ? line : { ...line, data: Object.fromEntries(Object.entries(line.data).filter(([key]) => !words.includes(key))) }
}
