// Of what the indicators are, as it stands in the address, and what it is called.
import { titleIn } from '#domains/agreements/model.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { countryName } from '#platform/i18n/format.ts'
import type { Locale } from '#platform/kinds.ts'
import { type Address, one } from '#web/address.ts'
import type { Values } from '../indicator-model.ts'

export type ScopeQuery = { alliance?: string; agreement?: string; organisation?: string; country?: string; year?: number }

/** Nothing where the address names none: then the catalogue alone is shown. */
export function scopeIn(address: Address): ScopeQuery | undefined {
  const [what] = (['alliance', 'agreement', 'organisation', 'country'] as const).filter((name) => one(address[name]))
  if (!what) return undefined
  return { [what]: one(address[what]), ...(/^\d{4}$/.test(one(address['year'])) ? { year: Number(one(address['year'])) } : {}) }
}

export const addressOf = (scope: ScopeQuery, more: Record<string, string> = {}): string =>
  new URLSearchParams([...Object.entries(scope).map(([key, value]) => [key, String(value)]), ...Object.entries(more)]).toString()

export function nameOf({ kind, organisation, names, country }: Values['about'], locale: Locale): string {
  if (organisation) return nameIn(organisation, locale)
  if (kind === 'country') return countryName(country!, locale)
  const [lang, title] = Object.entries(names)[0] ?? ['en', '']
  return titleIn({ title, titleLang: lang, titles: names } as Parameters<typeof titleIn>[0], locale)
}

export function homeOf({ kind, id, country }: Values['about']): string {
  return kind === 'alliance' ? `/alliances/${id}` : kind === 'agreement' ? `/agreements/${id}` : kind === 'organisation' ? `/organisations/${id}` : `/agreements?country=${country}`
}
