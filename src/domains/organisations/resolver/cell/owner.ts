// Knows the register's owner by its name or initials when a cell names it among the partners.
import { keyOf } from '../text/fold.ts'
import type { CellHints } from '../types.ts'

const small = new Set(['of', 'and', 'the', 'for', 'in', 'at', 'de', 'la', 'der', 'des', 'di', 'do', 'da'])

export function isOwner(text: string, hints: CellHints): boolean {
  const owner = keyOf(hints.ownerName ?? '')
  if (owner === '') return false
  const key = keyOf(text)
  return key === owner || key.startsWith(`${owner} `) && rest(key, owner) || key === `the ${owner}` || initials(owner).includes(key)
}

/** After the owner's name only its place or its acronym may follow, not another name. */
function rest(key: string, owner: string): boolean {
  const after = key.slice(owner.length + 1).split(' ')
  return after.length <= 3 && (after[0] === 'in' || initials(owner).includes(after[0] ?? '') || after.length === 1)
}

/** With and without the small words: UoS and IUMS. */
function initials(key: string): string[] {
  const words = key.split(' ')
  const first = (some: string[]): string => some.map(word => word[0] ?? '').join('')
  return [first(words), first(words.filter(word => !small.has(word)))].filter(acronym => acronym.length > 2)
}
