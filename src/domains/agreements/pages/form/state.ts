// What stands in the form, from an agreement and back to what the API takes.
import { nameIn, type OrganisationBrief } from '#domains/organisations/model.ts'
import { countryName } from '#platform/i18n/format.ts'
import type { Locale } from '#platform/kinds.ts'
import type { KnownDay } from '#web/ui/fields/day-field.tsx'
import type { Pick } from '#web/ui/fields/picker.tsx'
import { type AgreementFile, type Kind, type Party, type TermKind, titleIn } from '../../model.ts'

export type PartyFilled = { key: string; organisation: Pick | null; unit: string; role: Party['role']; signatory: string; signatoryTitle: string; text: string | null }
export type Filled = {
  kind: Kind; title: string; titleLang: string; titles: Record<string, string>; parties: PartyFilled[]
  signed: KnownDay | null; starts: KnownDay | null; termKind: TermKind; termYears: string; until: KnownDay | null; renewalYears: string; noticeMonths: string; termText: string
  fields: string[]; parent: Pick | null; visibility: AgreementFile['visibility']; source: string; notes: string; zone: string
}
export type Change = (to: Partial<Filled>) => void

export const emptyParty = (organisation: Pick | null = null): PartyFilled =>
  ({ key: crypto.randomUUID(), organisation, unit: '', role: 'party', signatory: '', signatoryTitle: '', text: null })

export const empty = (own: Pick | null): Filled => ({
  kind: 'memorandum', title: '', titleLang: '', titles: {}, parties: [emptyParty(own), emptyParty()], signed: null, starts: null, termKind: 'fixed', termYears: '',
  until: null, renewalYears: '', noticeMonths: '', termText: '', fields: [], parent: null, visibility: 'parties', source: '', notes: '', zone: '',
})

export function filledFrom(of: AgreementFile, locale: Locale): Filled {
  const day = (value: string | null, precision: KnownDay['precision'] | null): KnownDay | null => (value ? { value, precision: precision ?? 'day' } : null)
  const written = (value: string | number | null) => (value === null ? '' : String(value))
  return {
    kind: of.kind, title: of.title, titleLang: of.titleLang ?? '', titles: of.titles, signed: day(of.signedOn, of.signedPrecision), starts: day(of.startsOn, 'day'),
    termKind: of.termKind, termYears: written(of.termYears), until: day(of.termUntil, of.untilPrecision), renewalYears: written(of.renewalYears),
    noticeMonths: written(of.noticeMonths), termText: of.termText ?? '', fields: of.fields, visibility: of.visibility, source: of.source ?? '', notes: of.notes ?? '', zone: of.zone ?? '',
    parent: of.parent && { id: of.parent.id, label: titleIn(of.parent, locale), words: titleIn(of.parent, locale) },
    parties: of.parties.map(({ organisation, unit, role, signatory, signatoryTitle, text }) => ({
      key: crypto.randomUUID(), organisation: pickOf(organisation, locale), unit: unit ?? '', role, signatory: signatory ?? '', signatoryTitle: signatoryTitle ?? '', text,
    })),
  }
}

/** What the API takes: the same for a new record and a revision. */
export function bodyOf(filled: Filled) {
  const { signed, starts, until, parent, parties, titles, termYears, renewalYears, noticeMonths, titleLang, termText, source, notes, kind, title, termKind, fields, visibility, zone } = filled
  const used = termKind === 'fixed' || termKind === 'auto-renew'
  return {
    kind, title, termKind, fields, visibility,
    titleLang: orNothing(titleLang), titles: Object.fromEntries(Object.entries(titles).filter(([lang, words]) => words.trim() && lang !== titleLang)),
    signedOn: signed?.value ?? null, signedPrecision: signed?.precision ?? null, startsOn: starts?.value ?? null,
    termYears: used ? number(termYears) : null, termUntil: termKind === 'until' ? until?.value ?? null : null, untilPrecision: termKind === 'until' ? until?.precision ?? null : null,
    renewalYears: termKind === 'auto-renew' ? number(renewalYears) : null, noticeMonths: number(noticeMonths), termText: orNothing(termText),
    parentId: parent?.id ?? null, source: orNothing(source), notes: orNothing(notes), zone: orNothing(zone),
    parties: parties.flatMap((party) => (party.organisation ? [partyOf(party, party.organisation.id)] : [])),
  }
}

const partyOf = ({ unit, role, signatory, signatoryTitle, text }: PartyFilled, organisationId: string) =>
  ({ organisationId, role, text, unit: orNothing(unit), signatory: orNothing(signatory), signatoryTitle: orNothing(signatoryTitle) })
const orNothing = (words: string) => words.trim() || null
/** A comma is how most of the readers write a decimal. */
const number = (words: string) => (Number(words.replace(',', '.')) > 0 ? Number(words.replace(',', '.')) : null)

export function pickOf(organisation: OrganisationBrief, locale: Locale): Pick {
  const name = nameIn(organisation, locale)
  const about = [organisation.name === name ? null : organisation.name, organisation.city, organisation.country && countryName(organisation.country, locale)].filter(Boolean).join(' · ')
  return { id: organisation.id, label: name, words: name, ...(about ? { about } : {}) }
}
