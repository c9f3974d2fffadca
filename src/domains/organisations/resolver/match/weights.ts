// The weights of the features: fitted to labelled affiliations, but former, local, domain and kind set by hand; none scores 0.
import type { Feature, Values } from './features.ts'

export const weights: Partial<Record<Feature, number>> = {
  missing: -8.54, missingSquared: -4.58, missingHeavy: 0.21, slipped: -3.18, rest: 1.51, inside: -1.36, disorder: -1.86,
  exactSegment: 1.29, exactText: 0.25, weight: 1.14, oneWord: -1.19, acronymInCapitals: -3.88, acronymNot: -3.7, alias: -1.3,
  former: -0.8, inactive: -1, withdrawn: -7.46, countryFirm: 0.31, countrySoft: 0.12, conflictFirm: -3.74, conflictSoft: -2.54,
  city: 1.51, otherCity: -0.65, namesakes: -0.22, before: -0.78, after: -0.23, firstSegment: -0.32, lastSegment: -0.53, prominence: 2.31,
  company: -1.2, local: 1, otherName: 1.15, parentToo: 0.56, childToo: -0.22, within: -1.67, domain: 2, kind: 0.3, allAcross: -0.73,
  textShare: 2.58, hospitalBeside: -0.56, legalForm: -2.12, generic: -6.87, genericAside: -0.74, placeOnly: -2.33, unitBefore: 0.35,
  wholeName: 1.2, sameConcepts: 0.4, unsaid: -1.81, fullAndCountry: 0.57, exactAndCountry: 0.4, fullAndAlone: 0.35,
}

/** What any name found has to bring against "none of them". */
const base = -2.72

export function scoreOf(values: Values): number {
  let score = base
  for (const feature in values) score += (values[feature as Feature] ?? 0) * (weights[feature as Feature] ?? 0)
  return score
}
