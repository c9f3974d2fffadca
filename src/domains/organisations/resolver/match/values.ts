// Weighs one mention of one organisation in one text: the feature values that need no other candidate.
import type { Register } from '../index/register.ts'
import { keyOf } from '../text/fold.ts'
import type { Known, Question } from '../types.ts'
import type { Values } from './features.ts'
import type { Mention } from './mention.ts'
import type { Reading } from './reading.ts'

const companies = new Set(['company', 'nonprofit', 'other', 'network', 'archive'])
export const unitConcepts = new Set(['department', 'faculty', 'school', 'division', 'section', 'laboratory', 'unit', 'group', 'chair', 'college', 'institute', 'centre'])
const clinical = new Set(['hospital', 'clinic'])

export function valuesOf(known: Known, mention: Mention, reading: Reading, question: Question, register: Register): Values {
  const missing = 1 - (mention.found + mention.slipped) / mention.weight
  const slipped = mention.slipped / mention.weight
  const complete = missing < 0.001
  const country = countryValues(known, mention, reading, question)
  const rest = mention.rest / (mention.rest + mention.found)
  const textShare = shareOf(mention, reading)
  const names = nameValues(mention, reading, register)
  const agrees = (country.countryFirm ?? 0) + (country.countrySoft ?? 0) > 0
  return {
    missing,
    missingSquared: missing * missing,
    missingHeavy: mention.heaviestMissing / 12,
    slipped,
    rest,
    inside: Math.min(2, mention.inside / mention.weight),
    disorder: mention.disorder,
    unsaid: mention.unsaid > 0 ? 1 : 0,
    weight: Math.min(30, mention.weight) / 10,
    wholeName: complete ? 1 : 0,
    textShare,
    genericAside: (names.generic ?? 0) * (1 - textShare),
    fullAndAlone: complete && rest === 0 ? 1 : 0,
    fullAndCountry: complete && agrees ? 1 : 0,
    exactAndCountry: names.exactSegment && agrees ? 1 : 0,
    ...names,
    ...besideValues(mention, reading),
    ...country,
    ...placeValues(known, mention, reading, question),
    ...ownValues(known, question, register),
    ...clashValues(known, mention, reading),
  }
}

function nameValues(mention: Mention, reading: Reading, register: Register): Values {
  const kind = register.kind(mention.name)
  const hash = register.hash(mention.name)
  const oneWord = register.wordCount(mention.name) === 1
  const acronym = kind === 'acronym' || (oneWord && register.text(mention.name).length <= 5)
  const capitals = acronym && mention.spots.every(at => reading.spots[at]?.capitals)
  return {
    exactSegment: reading.segmentHashes.get(mention.segment) === hash ? 1 : 0,
    exactText: reading.textHash === hash ? 1 : 0,
    sameConcepts: reading.conceptHashes.get(mention.segment) === register.conceptHash(mention.name) ? 1 : 0,
    generic: Math.max(0, 1 - mention.heaviest / 8),
    oneWord: oneWord && !acronym ? 1 : 0,
    acronymInCapitals: acronym && capitals ? 1 : 0,
    acronymNot: acronym && !capitals ? 1 : 0,
    alias: kind === 'alias' ? 1 : 0,
    former: kind === 'former' ? 1 : 0,
    namesakes: Math.log(register.namesakes(mention.name)),
  }
}

function besideValues(mention: Mention, reading: Reading): Values {
  const first = reading.spots[mention.spots[0] ?? 0]
  return {
    before: mention.before >= 0 ? 1 : 0,
    after: mention.after >= 0 ? 1 : 0,
    unitBefore: mention.before >= 0 && unitIn(reading, first?.segment ?? 0, mention.spots[0] ?? 0) ? 1 : 0,
    firstSegment: mention.segment === reading.words[0]?.segment ? 1 : 0,
    lastSegment: mention.segment === reading.words.at(-1)?.segment ? 1 : 0,
    allAcross: mention.spots.some(at => reading.spots[at]?.segment !== first?.segment) ? 1 : 0,
  }
}

/** "School of … of" leads up to the institution in the same segment. */
function unitIn(reading: Reading, segment: number, to: number): boolean {
  for (let at = to - 1; at >= 0 && reading.spots[at]?.segment === segment; at--) if (unitConcepts.has(reading.spots[at]?.folded ?? '')) return true
  return false
}

/** What the text says beside the name and the organisation is not: a hospital, a company. */
function clashValues(known: Known, mention: Mention, reading: Reading): Values {
  const hospital = reading.spots.some((spot, at) => spot.segment === mention.segment && !mention.spots.includes(at) && clinical.has(spot.folded))
  return {
    hospitalBeside: hospital && known.kind !== 'healthcare' ? 1 : 0,
    legalForm: known.kind !== 'company' && reading.legalSegments.has(mention.segment) ? 1 : 0,
    placeOnly: mention.spots.every(at => reading.spots[at]?.place) ? 1 : 0,
  }
}

function countryValues(known: Known, mention: Mention, reading: Reading, question: Question): Values {
  const stated = question.country ? { code: question.country, firm: true } : statedBeside(mention, reading)
  if (!stated) return {}
  if (!known.country) return {}
  const agrees = known.country === stated.code || (stated.code === 'CN' && ['HK', 'MO', 'TW'].includes(known.country))
  if (agrees) return stated.firm ? { countryFirm: 1 } : { countrySoft: 1 }
  return stated.firm ? { conflictFirm: 1 } : { conflictSoft: 1 }
}

/** A country inside the name itself states nothing: "University of Gambia" may stand anywhere. */
function statedBeside(mention: Mention, reading: Reading): { code: string; firm: boolean } | null {
  const { stated } = reading
  if (!stated) return null
  const inside = mention.spots.some(at => {
    const word = reading.spots[at]?.word ?? -1
    return word >= stated.from && word < stated.to
  })
  return inside && !stated.firm ? null : stated
}

function placeValues(known: Known, mention: Mention, reading: Reading, question: Question): Values {
  if (!known.city || (!question.city && !reading.places.some(place => place.kind === 'city'))) return {}
  const city = cityKey(known.city)
  if (question.city && ` ${city} `.includes(` ${cityKey(question.city)} `)) return { city: 1 }
  const beside = reading.places.filter(place => place.kind === 'city' && !mention.spots.some(at => within(reading.spots[at]?.word ?? -1, place)))
  if (beside.some(place => place.key === city)) return { city: 1 }
  return beside.some(place => place.alone) ? { otherCity: 1 } : {}
}

const cityKeys = new Map<string, string>()

function cityKey(city: string): string {
  const key = cityKeys.get(city) ?? keyOf(city)
  if (cityKeys.size < 50_000) cityKeys.set(city, key)
  return key
}

const within = (word: number, place: { from: number; to: number }): boolean => word >= place.from && word < place.to

function ownValues(known: Known, question: Question, register: Register): Values {
  return {
    inactive: known.status === 'inactive' ? 1 : 0,
    withdrawn: known.status === 'withdrawn' ? 1 : 0,
    company: companies.has(known.kind) ? 1 : 0,
    local: known.local ? 1 : 0,
    prominence: (Math.log2(1 + known.names.length) + Math.log2(1 + register.childrenOf(known.id))) / 5,
    domain: question.domain && known.domain && sameDomain(question.domain, known.domain) ? 1 : 0,
    kind: question.kind && question.kind === known.kind ? 1 : 0,
  }
}

function sameDomain(asked: string, known: string): boolean {
  const bare = (domain: string): string => domain.toLowerCase().replace(/^https?:\/\//, '').replace(/^www\./, '').replace(/[/?#].*$/, '').replace(/^.*@/, '')
  const [a, b] = [bare(asked), bare(known)]
  return a === b || a.endsWith(`.${b}`)
}

function shareOf(mention: Mention, reading: Reading): number {
  let all = 0
  for (const spot of reading.spots) all += spot.place ? 0 : spot.weight
  return all > 0 ? Math.min(1, mention.found / all) : 0
}
