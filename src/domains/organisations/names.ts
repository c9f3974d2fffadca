// From an organisation's names: the official one, the one a reader of each language sees, and what it is found by.
import { countryName } from '#platform/i18n/format.ts'
import { locales } from '#platform/i18n/locale.ts'
import { fold, foldedText, vectorOf } from '#platform/search/words.ts'
import type { Name } from './model.ts'

export type Shown = { name: string; nameLang: string | null; nameEn: string; nameZh: string; nameRu: string; nameUr: string }

const latin = /^[\p{Script=Latin}\p{N}\p{P}\p{Z}\p{S}\p{M}]+$/u
const official = ['display', 'label', 'short', 'former', 'alias', 'acronym']

export function shownNames(names: Name[]): Shown {
  const ranked = names.toSorted((a, b) => official.indexOf(a.kind) - official.indexOf(b.kind))
  const first = ranked[0]!
  const own = (locale: string) => ranked.find(({ lang, kind }) => (kind === 'display' || kind === 'label' || kind === 'short') && lang?.split('-')[0] === locale)?.text
  const english = own('en')
  /** Who reads neither script reads Latin letters more easily. */
  const otherwise = latin.test(first.text) ? first.text : english ?? first.text
  return {
    name: first.text, nameLang: first.lang, nameEn: english ?? otherwise, nameZh: own('zh') ?? otherwise,
    nameRu: own('ru') ?? otherwise, nameUr: own('ur') ?? otherwise,
  }
}

type Found = { names: Pick<Name, 'text' | 'kind'>[]; city?: string | null | undefined; country?: string | null | undefined; domain?: string | null | undefined }

/** Names weigh most, then old names and acronyms, then where it is. */
export function foundBy({ names, city, country, domain }: Found): { search: string; searchText: string } {
  const weighed = names.map(({ text, kind }) => ({ text, weight: kind === 'former' || kind === 'alias' ? 'B' as const : 'A' as const }))
  const place = [{ text: city, weight: 'C' as const }, { text: country ? countryWords(country) : null, weight: 'D' as const }, { text: domain, weight: 'D' as const }]
  return { search: vectorOf([...weighed, ...place]), searchText: foldedText(...names.map(({ text }) => text), city) }
}

const countries = new Map<string, string>()
function countryWords(country: string): string {
  const known = countries.get(country)
  if (known !== undefined) return known
  const words = locales.map((locale) => countryName(country, locale)).join(' ')
  countries.set(country, words)
  return words
}

/** A name as it is compared with another: folded, without punctuation. */
export const keyOf = (name: string): string => (fold(name).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ').slice(0, 400)
