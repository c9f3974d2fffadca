// What changed between two wordings, word by word; Chinese by characters. Variables stay whole.
import { diffArrays } from 'diff'
import { plainOf, type Rich } from '#platform/documents/rich.ts'
import type { Piece } from './model.ts'

const tokens = /\{[a-z][a-z0-9.\-]*\}|\p{Script=Han}|[[\p{L}\p{M}\p{N}]--\p{Script=Han}]+(?:['’\-][[\p{L}\p{M}\p{N}]--\p{Script=Han}]+)*|\s+|[^\s\p{L}\p{M}\p{N}]/gv
/** Beyond so many changed words the two are two texts, and comparing them further costs more than it tells. */
const furthest = 4000

export function piecesBetween(before: Rich | null | undefined, after: Rich | null | undefined): Piece[] {
  const [from, to] = [plainOf(before ?? []), plainOf(after ?? [])]
  if (from === to) return from ? [{ text: from, mark: 'same' }] : []
  const found = diffArrays(from.match(tokens) ?? [], to.match(tokens) ?? [], { maxEditLength: furthest })
  if (!found) return [{ text: from, mark: 'removed' as const }, { text: to, mark: 'added' as const }].filter(({ text }) => text)
  return found.map(({ value, added, removed }) => ({ text: value.join(''), mark: added ? 'added' : removed ? 'removed' : 'same' }))
}
