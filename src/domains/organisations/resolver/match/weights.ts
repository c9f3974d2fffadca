// The weights of the features, fitted to labelled affiliations and rounded; a candidate's score is their sum, none scores 0.
import type { Feature, Values } from './features.ts'

export const weights: Partial<Record<Feature, number>> = {
  missing: -5.36, missingSquared: -5.49, missingHeavy: -0.91, slipped: -3.05, rest: 1.64, inside: -1.36, disorder: -1.85,
  exactSegment: 1.53, exactText: 0.08, weight: 1.25, oneWord: -1.13, acronymInCapitals: -3.95, acronymNot: -3.66, alias: -1.29,
  former: -0.8, inactive: -0.9, withdrawn: -7.46, countryFirm: 0.44, countrySoft: 0.24, conflictFirm: -3.84, conflictSoft: -2.66,
  city: 1.55, otherCity: -0.67, namesakes: -0.24, before: -0.9, after: -0.33, firstSegment: -0.37, lastSegment: -0.5, prominence: 2.36,
  company: -1.1, local: 1, otherName: 1.23, parentToo: 0.74, childToo: -0.21, within: -1.62, domain: 2, kind: 0.3, allAcross: -0.77,
  textShare: 2.53, hospitalBeside: -0.52, legalForm: -2.03, generic: -7.28, placeOnly: -2.25, unitBefore: 0.44, wholeName: 1.61,
  sameConcepts: 0.48, unsaid: -1.77, fullAndCountry: 0.49, fullAndAlone: 0.36,
}

/** What any name found has to bring against "none of them". */
const base = -3.3

export function scoreOf(values: Values): number {
  let score = base
  for (const feature in values) score += (values[feature as Feature] ?? 0) * (weights[feature as Feature] ?? 0)
  return score
}
