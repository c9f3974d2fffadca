// From a draft to the rows that keep it.
import { type Instant, newId } from '#platform/kinds.ts'
import type { Draft, FactName, Name, Source } from './model.ts'
import { foundBy, keyOf, shownNames } from './names.ts'
import type { IdentifierRow, NameRow, OrganisationRow } from './tables.ts'

export const factNames: FactName[] = ['kind', 'country', 'city', 'latitude', 'longitude', 'timeZone', 'domain', 'website', 'established']

export function rowOf(draft: Draft, id: string, now: Instant): OrganisationRow {
  const { names, identifiers = [], source = 'local' } = draft
  return {
    id, ...shownNames(names), kind: draft.kind, country: draft.country ?? null, city: draft.city ?? null, latitude: draft.latitude ?? null,
    longitude: draft.longitude ?? null, timeZone: draft.timeZone ?? (draft.country ? timeZoneOf(draft.country) : null), domain: draft.domain ?? null,
    website: draft.website ?? null, established: draft.established ?? null, ror: identifiers.find(({ scheme }) => scheme === 'ror')?.value ?? null,
    status: draft.status ?? 'active', source, origin: draft.origin ?? null, provisional: draft.provisional ?? false, parentId: draft.parentId ?? null,
    successorId: draft.successorId ?? null, mergedInto: null, example: draft.example ?? source === 'example', registerHash: null, registerSince: draft.since ?? null, stated: [],
    ...foundBy({ ...draft, names }), changedAt: now,
  }
}

export const nameRows = (organisationId: string, names: Name[], source: Source, from = 0): NameRow[] =>
  names.map(({ text, lang, kind }, place) => ({ id: newId(), organisationId, text, lang, kind, place: from + place, source, key: keyOf(text) }))

export function identifierRows(organisationId: string, identifiers: { scheme: string; value: string }[], source: Source): IdentifierRow[] {
  const distinct = new Map(identifiers.map(({ scheme, value }) => [`${scheme} ${value}`, { organisationId, scheme, value, source }]))
  return [...distinct.values()]
}

/** The zone of a country that has one. China has one time, whatever the zone database says (State Council, 1949). */
const zones = new Map<string, string | null>()
function timeZoneOf(country: string): string | null {
  const known = zones.get(country)
  if (known !== undefined) return known
  const listed = (new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?: () => string[] | undefined }).getTimeZones?.() ?? []
  const zone = listed.length === 1 || country === 'CN' ? listed[0] ?? null : null
  zones.set(country, zone)
  return zone
}
