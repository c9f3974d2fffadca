// What counts for and against a candidate, by name: one number each. The trees (match/judge.ts) read them in this order.
export const features = [
  // how much of the name is there
  'missing', 'missingHeavy', 'missingKinds', 'slipped', 'far', 'inside', 'disorder', 'density', 'firstMissing', 'lastMissing', 'words', 'weight', 'generic', 'heaviestFound', 'wholeName', 'likeText',
  // how much of the text it is
  'rest', 'textShare', 'exactSegment', 'exactText', 'sameConcepts', 'beforeWeight', 'afterWeight', 'unitBefore', 'unitAfter', 'extraKind', 'segmentFromEnd', 'segmentFromStart', 'segments', 'textWords', 'allAcross',
  // what sort of name it is
  'acronymInCapitals', 'acronymNot', 'acronymLength', 'oneWord', 'alias', 'former', 'namesakes', 'namesakesHere', 'otherName', 'otherShare',
  // where it is
  'countryFirm', 'countrySoft', 'conflictFirm', 'conflictSoft', 'countryAnywhere', 'countries', 'countryUnsaid', 'city', 'cityWord', 'otherCity', 'hasCity', 'placeOnly', 'unsaid', 'domain',
  // what it is
  'inactive', 'withdrawn', 'education', 'healthcare', 'company', 'facility', 'government', 'fundingOnly', 'names', 'children', 'renown', 'hasParent', 'local', 'kind', 'hospitalBeside', 'legalForm', 'educationBeside',
  // what the other candidates say
  'parentToo', 'childToo', 'within', 'covers', 'rivals', 'completeRivals', 'rivalHere', 'sameSpots', 'fuller', 'renownRank',
] as const

export type Feature = (typeof features)[number]
export type Values = Float32Array

/** The place of each feature among the values. */
export const at = Object.fromEntries(features.map((feature, index) => [feature, index])) as Record<Feature, number>
export const noValues = (): Values => new Float32Array(features.length)
