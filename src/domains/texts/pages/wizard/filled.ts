// What stands in the form of a new draft, and what the API takes of it.
import type { AgreementFile, Kind } from '#domains/agreements/model.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { recordKeepers, type Viewer } from '#platform/auth/viewer.ts'
import type { Locale } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import type { Pick as Picked } from '#web/ui/fields/picker.tsx'
import type { Begin, Given, Languages } from '../../model.ts'
import type { TemplateShown } from '../../template-model.ts'

export type PartyFilled = { key: string; organisation: Picked | null; unit: string }
export type DraftFilled = {
  from: Begin['from'] | 'file'; template: string; copy: Picked | null; file: File | null; fileLang: Locale; kind: Kind; titles: Partial<Record<Locale, string>>; without: string[]; years: string; parties: PartyFilled[]; languages: Languages; given: Record<string, Given>
  /** The agreement that it amends. */
  parentId: string | null
}
export type Change = (to: Partial<DraftFilled>) => void

export const emptyParty = (organisation: Picked | null = null): PartyFilled => ({ key: crypto.randomUUID(), organisation, unit: '' })

/** Begins with the organisation whose records one keeps, and with English beside the reader's own language. */
export function startOf(viewer: Viewer | null, locale: Locale): DraftFilled {
  const office = viewer?.offices.find(({ id, role }) => id === viewer.acting && recordKeepers.includes(role)) ?? viewer?.offices.find(({ role }) => recordKeepers.includes(role))
  const own = office?.organisationId && office.organisationName ? { id: office.organisationId, label: office.organisationName, words: office.organisationName } : null
  const languages: Locale[] = locale === 'en' ? ['en', 'zh'] : ['en', locale]
  return { from: 'template', template: '', copy: null, file: null, fileLang: locale, kind: 'memorandum', titles: {}, without: [], years: '5', parties: [emptyParty(own), emptyParty()], languages: { languages, authentic: languages, prevailing: null }, given: {}, parentId: null }
}

/** What amends an agreement is between the same parties, of the same kind, and stands under it; what it says is new. */
export const amending = (filled: DraftFilled, { id, kind, parties }: AgreementFile, title: string, locale: Locale): DraftFilled => ({
  ...filled, from: 'nothing', kind, titles: { [locale]: title }, years: '', parentId: id,
  parties: parties.filter(({ role }) => role !== 'witness').map(({ organisation, unit }) => ({ ...emptyParty(pickOf(organisation, locale)), unit: unit ?? '' })),
})
const pickOf = (organisation: AgreementFile['parties'][number]['organisation'], locale: Locale): Picked => ({ id: organisation.id, label: nameIn(organisation, locale), words: nameIn(organisation, locale) })

/** A template suggests the kind, the term, the number of parties and a title in each language; a title that was written stays. */
export function afterTemplate({ key, kind, termYears, sides, title }: Omit<TemplateShown, 'articles'>, filled: DraftFilled, before: Pick<TemplateShown, 'title'> | undefined): Partial<DraftFilled> {
  const parties = [...filled.parties, ...Array.from({ length: Math.max(0, sides - filled.parties.length) }, () => emptyParty())]
  const written = Object.fromEntries(Object.entries(filled.titles).filter(([lang, words]) => words.trim() && words !== before?.title[lang as Locale]))
  return { from: 'template', template: key, without: [], kind, years: termYears ? String(termYears) : '', parties, titles: { ...title, ...written } }
}

/** In which languages the draft is titled: those of its text; of a copied text nobody knows them yet. */
export const titledIn = ({ from, languages: { languages } }: Pick<DraftFilled, 'from' | 'languages'>, locale: Locale): Locale[] => (from === 'agreement' || languages.length === 0 ? [locale] : languages)

export function whyNotSend(filled: DraftFilled, existing: boolean, locale: Locale): Reason | undefined {
  const { from, template, copy, file, titles, parties, languages: { languages, authentic } } = filled
  if (from === 'template' && !template) return 'texts.wizard.choose-template'
  if (from === 'agreement' && !copy) return 'texts.wizard.choose-agreement'
  if (from === 'file' && !file) return 'texts.wizard.choose-file'
  if (!existing && titledIn(filled, locale).some((lang) => !titles[lang]?.trim())) return 'texts.wizard.needs-title'
  if (!existing && parties.filter(({ organisation }) => organisation).length < 2) return 'agreements.two-parties'
  return from !== 'agreement' && (languages.length === 0 || authentic.length === 0) ? 'texts.wizard.needs-language' : undefined
}

export function agreementOf(filled: DraftFilled, locale: Locale) {
  const { kind, titles, years, parties, parentId } = filled
  const term = Number(years.replace(',', '.'))
  const langs = titledIn(filled, locale)
  const titleLang = langs.includes(locale) ? locale : langs[0]!
  const others = Object.fromEntries(langs.filter((lang) => lang !== titleLang).map((lang) => [lang, titles[lang]!.trim()]))
  return {
    kind, title: titles[titleLang]!.trim(), titleLang, titles: others, parentId, ...(term > 0 ? { termKind: 'fixed', termYears: term } : { termKind: 'not-stated' }),
    parties: parties.flatMap(({ organisation, unit }) => (organisation ? [{ organisationId: organisation.id, unit: unit.trim() || null }] : [])),
  }
}

export function beginOf({ from, template, copy, languages, given, without }: DraftFilled) {
  if (from === 'agreement') return { from, agreementId: copy?.id }
  const said = Object.fromEntries(Object.entries(given).map(([name, words]) => [name, Object.fromEntries(Object.entries(words).filter(([, word]) => word?.trim()))]).filter(([, words]) => Object.keys(words as object).length > 0))
  return from === 'template' ? { from, template, without, given: said, ...languages } : { from: 'nothing', ...languages }
}
