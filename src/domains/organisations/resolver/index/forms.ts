// The forms in which a registered name is written: without the branch's country, without the person it is named after.
import { countryNamed } from '../places/countries.ts'
import { isKnownWord } from '../text/concepts.ts'
import { fold, keyOf } from '../text/fold.ts'

/** What stands in brackets at the end of a name tells companies' branches apart by country; it is no part of the name. */
const bracketed = /^(.*\S)\s*\(([^()]{2,40})\)\s*$/s
const named = /^(.{12,}?),?\s+(?:(?:named|name)\s+(?:after|for|of)|named|nomm[ée]e? d’après|им\.|имени|имен[иі]|атындағы|адындагы)\s.+$/iu
const honoured = /^(.+\S)\s+(?:им\.|имени|імені)\s.+$/iu
const unitedStates = /\bUnited States\b/
/** "Fu Jen" is also written Fujen, "Yat-sen" Yatsen. */
const syllables = /(?<!\p{L})(\p{Lu}\p{Ll}{1,4})[ -](\p{Lu}?\p{Ll}{1,4})(?!\p{L})/gu
const isCommon = (word: string): boolean => isKnownWord(fold(word)) || word.length < 2
const shortest = 8

export function formsOf(text: string): string[] {
  const [, before, inside] = bracketed.exec(text) ?? []
  const forms = before === undefined ? [text] : countryNamed(keyOf(inside ?? '')) ? [before] : [text, before]
  const bare = (named.exec(forms[0] ?? '') ?? honoured.exec(forms[0] ?? ''))?.[1]
  if (bare && bare.length >= shortest && bare.includes(' ')) forms.push(bare)
  const american = (forms[0] ?? '').replace(unitedStates, 'US')
  if (american !== forms[0]) forms.push(american)
  const joined = (forms[0] ?? '').replace(syllables, (whole, left: string, right: string) => isCommon(left) || isCommon(right) ? whole : `${left}${right.toLowerCase()}`)
  if (joined !== forms[0]) forms.push(joined)
  return forms
}
