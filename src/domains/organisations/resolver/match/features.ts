// What counts for and against a candidate, by name: one number each. The trees (match/judge.ts) read them in this order.
export const features = [
  // how much of the name is there
  'missing', 'missingHeavy', 'missingKinds', 'slipped', 'far', 'inside', 'disorder', 'density', 'firstMissing', 'lastMissing', 'words', 'weight', 'generic', 'heaviestFound', 'wholeName', 'likeText', 'wording', 'bracket', 'wordsMissing',
  // how much of the text it is
  'rest', 'textShare', 'exactSegment', 'exactText', 'sameConcepts', 'beforeWeight', 'afterWeight', 'unitBefore', 'unitAfter', 'extraKind', 'segmentFromEnd', 'segmentFromStart', 'segments', 'textWords', 'allAcross', 'heaviestRest', 'unknownRest', 'ledBy', 'unclaimed',
  // what sort of name it is
  'acronymInCapitals', 'acronymNot', 'acronymLength', 'web', 'oneWord', 'alias', 'former', 'namesakes', 'namesakesHere', 'otherName', 'otherShare',
  // where it is
  'countryFirm', 'countrySoft', 'conflictFirm', 'conflictSoft', 'countryAnywhere', 'countries', 'countryUnsaid', 'city', 'cityWord', 'otherCity', 'hasCity', 'placeOnly', 'unsaid', 'domain',
  // what it is
  'inactive', 'withdrawn', 'education', 'healthcare', 'company', 'facility', 'government', 'fundingOnly', 'names', 'children', 'renown', 'hasParent', 'local', 'kind', 'hospitalBeside', 'legalForm', 'educationBeside',
  // what the other candidates say
  'parentToo', 'childToo', 'within', 'covers', 'rivals', 'completeRivals', 'rivalHere', 'sameSpots', 'fuller', 'renownRank', 'betterWorded', 'betterPlaced', 'beside',
] as const

export type Feature = (typeof features)[number]
export type Values = Float32Array

/** The place of each feature among the values. */
export const at = Object.fromEntries(features.map((feature, index) => [feature, index])) as Record<Feature, number>
export const noValues = numbersOf(features.length)

/** Rows of numbers cut from larger pieces: thousands of small ones for every text would leave memory in shreds. */
export function numbersOf(width: number): () => Float32Array {
  const atOnce = 256
  let piece = new Float32Array(0)
  let next = 0
  return () => {
    if (next + width > piece.length) {
      piece = new Float32Array(width * atOnce)
      next = 0
    }
    next += width
    return piece.subarray(next - width, next)
  }
}
