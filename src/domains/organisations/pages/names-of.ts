// Which names of an organisation a reader sees, each with the language its letters say, so that it runs in its own direction.
import type { Locale } from '#platform/i18n/locale.ts'
import { nameIn, type OrganisationBrief } from '../model.ts'

export type NameParts = Pick<OrganisationBrief, 'name' | 'nameEn' | 'nameZh' | 'nameRu' | 'nameUr'>
type Spoken = { value: string; lang: string | undefined }

/** The official name stands beneath; where the reader already sees it, the name in the language of the country does, if there is one. */
export function namesOf(of: NameParts, locale: Locale): { read: Spoken; official: Spoken | undefined } {
  const value = nameIn(of, locale)
  const native = [of.nameZh, of.nameUr, of.nameRu].find((name) => name !== of.name && name !== value && !latin.test(name))
  const official = of.name === value ? native : of.name
  return { read: spoken(value), official: official === undefined ? undefined : spoken(official) }
}

/** The same for the head of a page, which draws names itself. */
export function officialNames(of: NameParts, locale: Locale): { lang: string; value: string }[] {
  const { read, official } = namesOf(of, locale)
  return [{ lang: read.lang ?? 'en', value: read.value }, ...(official ? [{ lang: official.lang ?? 'und', value: official.value }] : [])]
}

const latin = /^[\p{Script=Latin}\p{N}\p{P}\p{Z}\p{S}\p{M}]+$/u
const scripts: [script: RegExp, lang: string][] = [[/\p{Script=Han}/u, 'zh'], [/\p{Script=Arabic}/u, 'ur'], [/\p{Script=Cyrillic}/u, 'ru']]

const spoken = (value: string): Spoken => ({ value, lang: scripts.find(([script]) => script.test(value))?.[1] })
