// The short name that an organisation gave itself on the web: uos.edu.pk is UoS, lge.co.kr LGE, though no register says so.
import { isKnownWord } from '../text/concepts.ts'

const shape = /^[a-z]{2,8}$/
const rooms = new Set(['www', 'web', 'en', 'ru', 'portal', 'info', 'home', 'main', 'new', 'site', 'online', 'sites', 'edu', 'gov', 'int', 'org', 'com', 'net', 'academic', 'research'])
const small = new Set(['of', 'the', 'and', 'for', 'in', 'at', 'de', 'la', 'des', 'der', 'di', 'du', 'do', 'da', 'del', 'y', 'et', 'und'])

/** Null where it says nothing of its own: a common word, or the name of a machine. */
export function shortNameOf(domain: string | null): string | null {
  const first = domain?.toLowerCase().split('.')[0] ?? ''
  return shape.test(first) && !rooms.has(first) && !isKnownWord(first) && !/[^.]\.[^.]*\.(?:com|org|net)$/.test(domain ?? '') ? first : null
}

/** The first letters of a name, with its small words and without them. */
export function initialsOf(name: string): string[] {
  const words = name.toLowerCase().normalize('NFD').split(/[^\p{L}\p{M}]+/u).filter(Boolean)
  const first = (some: string[]): string => some.map(word => word[0]).join('')
  return [...new Set([first(words), first(words.filter(word => !small.has(word)))])]
}

/** Whether a word is made of the first letters of a name. */
export const isInitialsOf = (short: string, name: string): boolean => short.length > 1 && initialsOf(name).includes(short)
