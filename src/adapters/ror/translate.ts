// A record of ROR in our words. Pure.
import type { Identifier, Name } from '#domains/organisations/model.ts'
import { kindOf } from './kinds.ts'
import type { RorRecord } from './record.ts'

const longest = 500

export function translate(record: RorRecord) {
  const names = namesOf(record)
  const place = record.locations[0]?.geonames_details
  const located = typeof place?.lat === 'number' && typeof place.lng === 'number' && Math.abs(place.lat) <= 90 && Math.abs(place.lng) <= 180
  return {
    ror: record.id,
    draft: {
      source: 'ror' as const, kind: kindOf(record.types, names.map(({ text }) => text)), names, status: record.status,
      country: /^[A-Z]{2}$/.test(place?.country_code ?? '') ? place!.country_code! : null, city: place?.name?.trim().slice(0, longest) || null,
      latitude: located ? place!.lat! : null, longitude: located ? place!.lng! : null, domain: domainOf(record),
      website: websiteOf(record)?.slice(0, longest) ?? null, established: yearOf(record.established), identifiers: identifiersOf(record),
      since: dayOf(record.admin?.created?.date ?? record._created),
    },
    bonds: record.relationships.filter(({ type, id }) => bonds.has(type) && id !== record.id).map(({ type, id }) => ({ kind: type as Bond, ror: id })),
  }
}

type Bond = 'parent' | 'child' | 'successor' | 'predecessor' | 'related'
const bonds = new Set<string>(['parent', 'child', 'successor', 'predecessor', 'related'] satisfies Bond[])

/** A name has several types at once; the most official one counts, and an acronym stays one. The displayed name comes first. */
function namesOf({ names }: RorRecord): Name[] {
  const kinds = names.map(({ value, lang, types }): Name => ({ text: value.trim().slice(0, longest), lang: tagOf(lang), kind: nameKind(types) }))
  const displayed = kinds.findIndex(({ kind }) => kind === 'display')
  const first: Name = { ...kinds[Math.max(0, displayed)]!, kind: 'display' }
  const others = kinds.filter((_, at) => at !== Math.max(0, displayed)).map((name) => (name.kind === 'display' ? { ...name, kind: 'label' as const } : name))
  return distinct([first, ...others.toSorted((a, b) => weight.indexOf(a.kind) - weight.indexOf(b.kind))])
}

const weight: Name['kind'][] = ['display', 'label', 'short', 'acronym', 'former', 'alias']
function nameKind(types: string[]): Name['kind'] {
  if (types.includes('ror_display')) return 'display'
  if (types.includes('label')) return 'label'
  return types.includes('acronym') ? 'acronym' : 'alias'
}

function distinct(names: Name[]): Name[] {
  const seen = new Set<string>()
  return names.filter(({ text, lang }) => !seen.has(`${text} ${lang}`) && seen.add(`${text} ${lang}`))
}

const tagOf = (lang: string | null | undefined) => (lang && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang) ? lang : null)
const yearOf = (year: number | null | undefined) => (year && year >= 200 && year <= 2200 ? year : null)
const dayOf = (date: string | null | undefined) => (date && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null)
const websiteOf = ({ links }: RorRecord) => links.find(({ type }) => type === 'website')?.value ?? null

/** Four of five records name no domain but a website: its host without `www.` is what mail and identities use. */
function domainOf(record: RorRecord): string | null {
  const host = record.domains[0]?.trim().toLowerCase() || URL.parse(websiteOf(record) ?? '')?.hostname.replace(/^www\d?\./, '')
  return host && /^([a-z0-9-]+\.)+[a-z0-9-]{2,}$/.test(host) && host.length <= 253 ? host : null
}

function identifiersOf({ id, external_ids }: RorRecord): Identifier[] {
  const others = external_ids.flatMap(({ type, preferred, all }) => [...new Set([...(preferred ? [preferred] : []), ...all])]
    .map((value) => ({ scheme: schemeOf(type), value: type === 'isni' ? value.replace(/\s/g, '') : value.trim() })))
  return [{ scheme: 'ror', value: id }, ...others.filter(({ value }) => value !== '' && value.length <= 200)]
}

const schemeOf = (type: string) => (/^[a-z][a-z0-9-]{0,30}$/.test(type.toLowerCase()) ? type.toLowerCase() : 'other')
