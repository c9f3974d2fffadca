// Weighs one mention of one organisation in one text: the feature values that need no other candidate.
import { isInitialsOf } from '../index/host.ts'
import type { Register } from '../index/register.ts'
import type { Known, Question } from '../types.ts'
import { at, noValues, type Values } from './features.ts'
import type { Mention } from './mention.ts'
import { placeValues } from './place-values.ts'
import type { Reading } from './reading.ts'

export const unitConcepts = new Set(['department', 'faculty', 'school', 'division', 'section', 'laboratory', 'unit', 'group', 'chair', 'college', 'institute', 'centre'])
/** Words after which it is another organisation: University of Turin, University Hospital of Turin. */
const kindConcepts = new Set(['university', 'hospital', 'clinic', 'college', 'school', 'institute', 'centre', 'academy', 'technology', 'polytechnic', 'medical', 'science', 'agriculture', 'engineering',
  'normal', 'pedagogical', 'economics', 'foundation', 'company', 'group', 'state', 'national', 'system', 'health', 'research', 'ministry', 'council', 'museum', 'society', 'association'])
/** What a house knows itself is as well known there as a university in the world: that many names and identifiers. */
const asKnown = 4
const clinical = new Set(['hospital', 'clinic'])
const teaching = new Set(['university', 'college', 'polytechnic'])

export function valuesOf(known: Known, mention: Mention, reading: Reading, question: Question, register: Register): Values {
  const v = noValues()
  nameValues(v, mention, reading)
  textValues(v, mention, reading, register)
  sortValues(v, known, mention, reading, register)
  v[at.web] = register.isOnTheWeb(mention.name) ? webName(known, register.text(mention.name, known)) : 0
  placeValues(v, known, mention, reading, question)
  ownValues(v, known, question, reading, register)
  clashValues(v, known, mention, reading)
  return v
}

function nameValues(v: Values, mention: Mention, reading: Reading): void {
  const { weight, spots } = mention
  const missing = Math.max(0, 1 - (mention.found + mention.slipped) / weight)
  const span = (spots.at(-1) ?? 0) - (spots[0] ?? 0) + 1
  v[at.missing] = missing
  v[at.missingHeavy] = mention.heaviestMissing
  v[at.missingKinds] = mention.missingKinds
  v[at.slipped] = mention.slipped / weight
  v[at.far] = Math.max(0, 1 - mention.near / Math.max(0.01, mention.found + mention.slipped))
  v[at.inside] = mention.inside
  v[at.disorder] = mention.disorder
  v[at.density] = spots.length / span
  v[at.firstMissing] = mention.firstMet ? 0 : 1
  v[at.lastMissing] = mention.lastMet ? 0 : 1
  v[at.words] = mention.words
  v[at.weight] = weight
  v[at.generic] = mention.heaviest
  v[at.heaviestFound] = mention.heaviestFound
  v[at.wholeName] = missing < 0.001 ? 1 : 0
  v[at.likeText] = (mention.found + mention.slipped) / (weight + mention.rest + mention.inside)
  v[at.rest] = mention.rest
  v[at.heaviestRest] = mention.heaviestRest
  v[at.unknownRest] = mention.unknownRest
  v[at.wordsMissing] = mention.wordsMissing
  v[at.textShare] = reading.weight > 0 ? Math.min(1, mention.found / reading.weight) : 0
}

function textValues(v: Values, mention: Mention, reading: Reading, register: Register): void {
  const { spots } = reading
  const first = mention.spots[0] ?? 0
  const hash = register.hash(mention.name)
  v[at.exactSegment] = reading.segmentHashes.get(mention.segment) === hash ? 1 : 0
  v[at.exactText] = reading.textHash === hash ? 1 : 0
  v[at.sameConcepts] = reading.conceptHashes.get(mention.segment) === register.conceptHash(mention.name) ? 1 : 0
  v[at.beforeWeight] = mention.before >= 0 ? spots[mention.before]?.weight ?? 0 : 0
  v[at.afterWeight] = mention.after >= 0 ? spots[mention.after]?.weight ?? 0 : 0
  v[at.unitBefore] = unitIn(reading, mention, first, -1) ? 1 : 0
  v[at.unitAfter] = unitIn(reading, mention, mention.spots.at(-1) ?? 0, 1) ? 1 : 0
  v[at.extraKind] = extraKinds(mention, reading)
  v[at.ledBy] = ledBy(reading, spots[first]?.word ?? 0)
  v[at.segmentFromEnd] = (reading.words.at(-1)?.segment ?? 0) - mention.segment
  v[at.segmentFromStart] = mention.segment
  v[at.segments] = reading.segments
  v[at.textWords] = reading.words.length
  v[at.allAcross] = mention.spots.some(spot => spots[spot]?.segment !== mention.segment) ? 1 : 0
}

const ofWords = new Set(['of', 'at', 'de', 'der', 'di', 'du', 'del', 'della', 'da', 'do'])

/** "School of Law of Osaka University": what stands right before the name in its segment: 0 nothing, 1 a word, 2 an "of". */
function ledBy({ words }: Reading, word: number): number {
  const before = words[word - 1]
  if (!before || before.segment !== words[word]?.segment) return 0
  return ofWords.has(before.folded === 'the' ? words[word - 2]?.folded ?? '' : before.folded) ? 2 : 1
}

/** "School of … of" leads up to the institution in the same segment. */
function unitIn(reading: Reading, mention: Mention, from: number, step: 1 | -1): boolean {
  const segment = reading.spots[from]?.segment
  for (let spot = from + step; reading.spots[spot]?.segment === segment && spot >= 0; spot += step) {
    if (!mention.spots.includes(spot) && unitConcepts.has(reading.spots[spot]?.folded ?? '')) return true
  }
  return false
}

/** Words of a kind right beside or within the mention that the name does not have. */
function extraKinds(mention: Mention, reading: Reading): number {
  const first = mention.spots[0] ?? 0
  const last = mention.spots.at(-1) ?? 0
  let count = 0
  for (let spot = first - 1; spot <= last + 3; spot++) {
    const found = reading.spots[spot]
    if (found && found.segment === mention.segment && !mention.spots.includes(spot) && kindConcepts.has(found.folded)) count++
  }
  return count
}

function sortValues(v: Values, known: Known, mention: Mention, reading: Reading, register: Register): void {
  const kind = register.kind(mention.name, known)
  const length = register.text(mention.name, known).length
  const oneWord = register.wordCount(mention.name) === 1
  const acronym = kind === 'acronym' || (oneWord && length <= 5)
  const capitals = acronym && mention.spots.every(spot => reading.spots[spot]?.capitals)
  v[at.acronymInCapitals] = acronym && capitals ? 1 : 0
  v[at.acronymNot] = acronym && !capitals ? 1 : 0
  v[at.acronymLength] = acronym ? length : 0
  v[at.oneWord] = oneWord && !acronym ? 1 : 0
  v[at.alias] = kind === 'alias' ? 1 : 0
  v[at.former] = kind === 'former' ? 1 : 0
  v[at.namesakes] = register.namesakes(mention.name)
}

/** 1 for the beginning of its address on the web, 2 where these are the first letters of its name too. */
const webName = (known: Known, short: string): number => known.names.some(({ text }) => isInitialsOf(short.toLowerCase(), text)) ? 2 : 1

function ownValues(v: Values, known: Known, question: Question, reading: Reading, register: Register): void {
  v[at.inactive] = known.status === 'inactive' ? 1 : 0
  v[at.withdrawn] = known.status === 'withdrawn' ? 1 : 0
  v[at.education] = known.kind === 'education' ? 1 : 0
  v[at.healthcare] = known.kind === 'healthcare' ? 1 : 0
  v[at.company] = known.kind === 'company' ? 1 : 0
  v[at.facility] = known.kind === 'facility' ? 1 : 0
  v[at.government] = known.kind === 'government' ? 1 : 0
  v[at.fundingOnly] = known.kind === 'funder' || known.kind === 'other' || known.kind === 'nonprofit' ? 1 : 0
  v[at.names] = Math.max(known.names.length, known.local ? asKnown : 0)
  v[at.children] = register.childrenOf(known.id)
  v[at.renown] = Math.max(known.renown ?? 0, known.local ? asKnown : 0)
  v[at.hasParent] = known.parentId ? 1 : 0
  v[at.local] = known.local ? 1 : 0
  v[at.kind] = question.kind && question.kind === known.kind ? 1 : 0
  const { domain } = known
  if (domain) v[at.domain] = [question.domain, ...reading.domains].some(asked => asked && sameDomain(asked, domain)) ? 1 : 0
}

/** What the text says beside the name and the organisation is not: a hospital, a company, a university. */
function clashValues(v: Values, known: Known, mention: Mention, reading: Reading): void {
  const beside = (words: ReadonlySet<string>): boolean => reading.spots.some((spot, index) => spot.segment === mention.segment && !mention.spots.includes(index) && words.has(spot.folded))
  v[at.hospitalBeside] = known.kind !== 'healthcare' && beside(clinical) ? 1 : 0
  v[at.educationBeside] = known.kind !== 'education' && beside(teaching) ? 1 : 0
  v[at.legalForm] = reading.legalSegments.has(mention.segment) ? known.kind === 'company' ? 1 : -1 : 0
  v[at.placeOnly] = mention.spots.every(spot => reading.spots[spot]?.place) ? 1 : 0
}

function sameDomain(asked: string, known: string): boolean {
  const bare = (domain: string): string => domain.toLowerCase().replace(/^https?:\/\//, '').replace(/^www\./, '').replace(/[/?#].*$/, '').replace(/^.*@/, '')
  const [a, b] = [bare(asked), bare(known)]
  return a === b || a.endsWith(`.${b}`)
}
