// What stands in the form, as text, and what is sent of it.
import type { z } from 'zod'
import { type Filled, type Kind, type nameKinds, type Organisation, type OrganisationBrief, schemes } from '../model.ts'

export type NameRow = { text: string; lang: string; kind: (typeof nameKinds)[number] }
export type IdentifierRow = { scheme: string; value: string }
export const plainFacts = ['city', 'website', 'domain', 'established', 'timeZone', 'latitude', 'longitude'] as const
export type FormState = Record<(typeof plainFacts)[number], string> & {
  kind: Kind; country: string; status: 'active' | 'inactive'; names: NameRow[]; identifiers: IdentifierRow[]; parent: OrganisationBrief | null; successor: OrganisationBrief | null
}

export const emptyName = (kind: NameRow['kind'] = 'label'): NameRow => ({ text: '', lang: '', kind })
export const emptyIdentifier = (): IdentifierRow => ({ scheme: schemes[0], value: '' })

export function stateOf(organisation: Organisation | undefined, typed = ''): FormState {
  const facts = Object.fromEntries(plainFacts.map((name) => [name, String(organisation?.[name] ?? '')])) as Record<(typeof plainFacts)[number], string>
  return {
    ...facts, kind: organisation?.kind ?? 'university', country: organisation?.country ?? '', status: organisation?.status === 'inactive' ? 'inactive' : 'active',
    names: organisation?.names.map(({ text, lang, kind }) => ({ text, lang: lang ?? '', kind })) ?? [{ ...emptyName('display'), text: typed }],
    identifiers: organisation?.identifiers.map(({ scheme, value }) => ({ scheme, value })) ?? [], parent: organisation?.parent ?? null, successor: organisation?.successor ?? null,
  }
}

/** Empty rows are no names and no identifiers; an empty fact is taken away. */
export function filledOf({ names, identifiers, parent, successor, kind, country, status, ...facts }: FormState): z.input<typeof Filled> {
  const number = (text: string) => (text.trim() === '' ? null : Number(text))
  const words = (text: string) => text.trim() || null
  return {
    kind, status, country: country || null, city: words(facts.city), website: words(facts.website), domain: words(facts.domain), timeZone: words(facts.timeZone),
    established: number(facts.established), latitude: number(facts.latitude), longitude: number(facts.longitude),
    names: names.filter(({ text }) => text.trim() !== '').map(({ text, lang, kind }) => ({ text, lang: lang || null, kind })),
    identifiers: identifiers.filter(({ value }) => value.trim() !== ''), parentId: parent?.id ?? null, successorId: successor?.id ?? null,
  }
}

/** What is wrong with one field or one row of several, as the server says it: `names.2.text`. */
export const wrongAt = (fields: Record<string, string[]>, path: string): string[] | undefined => {
  const keys = Object.entries(fields).filter(([name]) => name === path || name.startsWith(`${path}.`)).flatMap(([, wrong]) => wrong)
  return keys.length > 0 ? keys : undefined
}
