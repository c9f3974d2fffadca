// The weights of the features, fitted to labelled affiliations and rounded; a candidate's score is their sum, none scores 0.
import type { Feature, Values } from './features.ts'

export const weights: Partial<Record<Feature, number>> = {
  missing: -5.47, missingSquared: -4.15, missingHeavy: -1.33, slipped: 0.95, rest: 2.00, inside: -1.31, disorder: -1.51, exactSegment: 2.00, exactText: 0.70, weight: 1.98, oneWord: -0.54, acronymInCapitals: -3.23, acronymNot: -2.91, alias: -1.23, inactive: -0.25, withdrawn: -7.04, countryFirm: 0.50, countrySoft: 0.42, conflictFirm: -3.60, conflictSoft: -1.82, countryUnknown: 0.00, city: 1.80, otherCity: -0.86, namesakes: -0.46, before: -0.95, after: -0.29, firstSegment: -0.46, lastSegment: -0.97, prominence: 2.33, company: -0.62, otherName: 1.23, parentToo: 0.06, childToo: 0.03, within: -1.59, allAcross: -0.90, textShare: 3.23, hospitalOnly: 0.00, unitWord: 0.20, wholeName: 2.08, fullAndCountry: 0.77, fullAndAlone: 0.31, local: 1, domain: 2, kind: 0.3, former: -0.6,
}

/** What any name found has to bring against "none of them". */
const base = -5.93

export function scoreOf(values: Values): number {
  let score = base
  for (const feature in values) score += (values[feature as Feature] ?? 0) * (weights[feature as Feature] ?? 0)
  return score
}
