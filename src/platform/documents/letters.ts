// Text as it may be printed: whole letters that a typeface has, nothing that turns the order of what was agreed, ranges that stay whole.
import { dirOf } from '../i18n/locale.ts'
import { lettersOf } from './typefaces.ts'

export interface Letters { print(text: string, lang: string): string; missing: Set<string> }

/** PDF/A allows no letter without a shape, so one that no typeface has is printed as □ and said. */
export function lettersIn(fonts: Buffer[]): Letters {
  const covered = new Uint8Array(0x110000)
  for (const [from, to] of fonts.flatMap(lettersOf)) covered.fill(1, from, to + 1)
  const missing = new Set<string>()
  const shape = (letter: string): string => {
    if (covered[letter.codePointAt(0)!] === 1 || unseen.test(letter)) return letter
    missing.add(letter)
    return '□'
  }
  return { missing, print: (text, lang) => whole(clean(text), lang).replace(/\P{ASCII}/gu, shape) }
}

/** Joiners, marks of direction, selectors: they have no shape of their own. */
const unseen = /[\n\t]|\p{Default_Ignorable_Code_Point}/u

/** Overrides of direction (U+202A to U+202E) could show a sum or a name in another order than it is stored and hashed; isolates cannot. */
// oxlint-disable-next-line no-control-regex
const clean = (text: string): string => text.toWellFormed().normalize('NFC').replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\ufeff\ufff9-\ufffb]/g, '')

const range = /(?<!\u2066|\u2068)[+−-]?\p{Nd}+(?:(?:\s?[–—−\-/:.,]\s?|[\u00a0\u202f])\p{Nd}+)+(?:\s?%)?/gu
/** A range of numbers would be read from its end in text that runs right to left (UAX 9): it is isolated. */
const whole = (text: string, lang: string): string => (dirOf(lang) === 'rtl' ? text.replace(range, '\u2066$&\u2069') : text)
