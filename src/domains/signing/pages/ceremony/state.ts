// What a person fills in while preparing a ceremony.
import type { KnownDay } from '#web/ui/fields/day-field.tsx'
import type { Pick } from '#web/ui/fields/picker.tsx'
import { nameIn, type OrganisationBrief } from '#domains/organisations/model.ts'
import type { Locale } from '#platform/kinds.ts'
import type { CeremonyFile, personRoles } from '../../ceremony-model.ts'

export type PersonFilled = { key: string; agreementId: string | null; organisationId: string | null; name: string; title: string; role: typeof personRoles[number]; seat: string; remote: boolean }
/** An agreement that was chosen, with the sides for which somebody may sign it. */
export type Chosen = Pick & { sides: { value: string; label: string }[] }
export type Filled = {
  title: Partial<Record<Locale, string>>; host: Pick | null; heldOn: KnownDay | null; startsAt: string; zone: string; venue: string; city: string; country: string
  agreements: Chosen[]; people: PersonFilled[]; words: Partial<Record<Locale, string>>
}

export const empty = (): Filled => ({
  title: {}, host: null, heldOn: null, startsAt: '', zone: Intl.DateTimeFormat().resolvedOptions().timeZone, venue: '', city: '', country: '', agreements: [], people: [], words: {},
})

/** Each side once, by its organisation: a university that signs for two of its schools is one. */
export const sidesFrom = (parties: readonly { organisation: OrganisationBrief }[], locale: Locale): Chosen['sides'] =>
  [...new Map(parties.map(({ organisation }) => [organisation.id, { value: organisation.id, label: nameIn(organisation, locale) }])).values()]

export const filledFrom = ({ title, host, heldOn, startsAt, zone, venue, city, country, items, people, words }: CeremonyFile, locale: Locale): Filled => ({
  title, words, host: { id: host.id, label: nameIn(host, locale), words: nameIn(host, locale) }, heldOn: { value: heldOn, precision: 'day' }, startsAt: startsAt ?? '', zone, venue: venue ?? '', city: city ?? '', country: country ?? '',
  agreements: items.map((item) => ({ id: item.agreementId, label: item.title ?? '…', words: item.title ?? '', about: item.sides.map(({ organisation }) => nameIn(organisation, locale)).join(' · '), sides: sidesFrom(item.sides, locale) })),
  people: people.map(({ id, agreementId, organisationId, name, title: office, role, seat, remote }) => ({ key: id, agreementId, organisationId, name, title: office ?? '', role, seat: seat ?? '', remote })),
})
