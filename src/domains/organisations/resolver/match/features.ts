// What counts for and against a candidate, by name: one number each, weighed in weights.ts.
export const features = [
  'missing', 'missingSquared', 'missingHeavy', 'slipped', 'rest', 'inside', 'disorder', 'exactSegment', 'exactText', 'weight', 'oneWord',
  'acronymInCapitals', 'acronymNot', 'alias', 'former', 'inactive', 'withdrawn', 'countryFirm', 'countrySoft', 'conflictFirm', 'conflictSoft',
  'city', 'otherCity', 'namesakes', 'before', 'after', 'firstSegment', 'lastSegment', 'prominence', 'company', 'local', 'otherName',
  'parentToo', 'childToo', 'within', 'domain', 'kind', 'allAcross', 'textShare', 'hospitalBeside', 'legalForm', 'generic', 'genericAside', 'placeOnly', 'unitBefore', 'wholeName', 'sameConcepts', 'unsaid', 'fullAndCountry', 'exactAndCountry', 'fullAndAlone',
] as const

export type Feature = (typeof features)[number]
export type Values = Partial<Record<Feature, number>>
