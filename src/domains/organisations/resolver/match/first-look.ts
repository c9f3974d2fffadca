// A quick estimate by hand: which name of an organisation, and which organisations, deserve a closer look.
import { at, type Values } from './features.ts'

export function firstLook(v: Values): number {
  const missing = v[at.missing] as number
  return 0.12 * (v[at.weight] as number) * (1 - missing) - 7 * missing - 2 * missing * missing - 3 * (v[at.slipped] as number) - 2 * (v[at.far] as number)
    - 0.06 * (v[at.inside] as number) - 1.5 * (v[at.disorder] as number) + 1.5 * (v[at.exactSegment] as number) + 0.4 * (v[at.sameConcepts] as number)
    - 2.5 * (v[at.conflictFirm] as number) - 1.8 * (v[at.conflictSoft] as number) + 0.6 * (v[at.countryFirm] as number) + 0.3 * (v[at.countrySoft] as number) + 1.5 * (v[at.city] as number)
    - 2.2 * (v[at.acronymInCapitals] as number) - 3 * (v[at.acronymNot] as number) - 0.9 * (v[at.oneWord] as number) - 0.6 * (v[at.alias] as number)
    - 1.5 * (v[at.placeOnly] as number) + 0.35 * Math.log2(1 + (v[at.names] as number)) + 0.2 * Math.log2(1 + (v[at.children] as number)) + 1.5 * (v[at.textShare] as number)
    - 2 * (v[at.withdrawn] as number) - Math.max(0, 8 - (v[at.generic] as number)) * 0.6 + 2 * (v[at.domain] as number) + (v[at.local] as number)
}
