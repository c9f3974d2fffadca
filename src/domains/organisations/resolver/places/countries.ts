// Knows a country by any of its names: eight languages, everyday names, abbreviations, and with a slip of the pen.
import de from 'i18n-iso-countries/langs/de.json' with { type: 'json' }
import en from 'i18n-iso-countries/langs/en.json' with { type: 'json' }
import es from 'i18n-iso-countries/langs/es.json' with { type: 'json' }
import fr from 'i18n-iso-countries/langs/fr.json' with { type: 'json' }
import ru from 'i18n-iso-countries/langs/ru.json' with { type: 'json' }
import tr from 'i18n-iso-countries/langs/tr.json' with { type: 'json' }
import ur from 'i18n-iso-countries/langs/ur.json' with { type: 'json' }
import zh from 'i18n-iso-countries/langs/zh.json' with { type: 'json' }
import { slips } from '../index/slips.ts'
import { americanStateCodes, countryAliases, demonyms, regions } from '../tables/country-aliases.ts'
import { keyOf } from '../text/fold.ts'

const languages: { countries: Record<string, string | string[]> }[] = [en, zh, ru, ur, de, fr, es, tr]
const byName = new Map<string, string>()
const byRegion = new Map<string, string>()
const byDemonym = new Map<string, string>()
const stateCodes = new Set(americanStateCodes.split(' '))
const codes = new Set<string>()

for (const { countries } of languages) {
  for (const [code, names] of Object.entries(countries)) {
    codes.add(code)
    for (const name of [names].flat()) byName.set(keyOf(name), code)
  }
}
fill(byName, countryAliases)
fill(byRegion, regions)
fill(byDemonym, demonyms)

const latinNames = [...byName].filter(([name]) => /^[a-z ]{6,}$/.test(name))

export const longestCountryName = 6

/** The country that exactly this folded name (words parted by single spaces) means. */
export const countryNamed = (key: string): string | null => byName.get(key) ?? null

export const regionNamed = (key: string): string | null => byRegion.get(key) ?? null

export const isStateCode = (text: string): boolean => stateCodes.has(text)

/** The country that a text which should be a country means: also its code, its demonym, or misspelt. */
export function readCountry(text: string): { code: string; corrected: string | null } | null {
  const trimmed = text.trim()
  const key = keyOf(trimmed).replace(/^the /, '')
  if (key.length < 2) return null
  const exact = byName.get(key) ?? (/^[A-Z]{2}$/.test(trimmed) && codes.has(trimmed) ? trimmed : null) ?? byDemonym.get(key)
  if (exact) return { code: exact, corrected: null }
  return misspelt(key)
}

const seen = new Map<string, { code: string; corrected: string } | null>()

export function misspelt(key: string): { code: string; corrected: string } | null {
  if (key.length < 6 || key.length > 34 || byRegion.has(key)) return null
  const before = seen.get(key)
  if (before !== undefined) return before
  const allowed = key.length < 8 ? 1 : 2
  let best: { code: string; corrected: string } | null = null
  let least = allowed + 1
  for (const [name, code] of latinNames) {
    if (Math.abs(name.length - key.length) > allowed || name[0] !== key[0]) continue
    const count = slips(key, name, allowed)
    if (count < least) {
      least = count
      best = { code, corrected: name }
    }
  }
  if (seen.size > 5000) seen.clear()
  seen.set(key, best)
  return best
}

function fill(map: Map<string, string>, table: Record<string, string>): void {
  for (const [code, names] of Object.entries(table)) for (const name of names.split(';')) map.set(keyOf(name), code)
}
