// Says why a candidate was found, in rules with the text that met the name or the place.
import type { Register } from '../index/register.ts'
import type { Evidence } from '../types.ts'
import { textOf } from '../places/mentions.ts'
import { at } from './features.ts'
import type { Reading } from './reading.ts'
import type { Found } from './search.ts'
import { isShortFor } from './short.ts'
import type { Question } from '../types.ts'

export function evidenceFor(found: Found, reading: Reading, question: Question, register: Register): Evidence[] {
  const name = register.text(found.mention.name)
  const evidence: Evidence[] = [{ rule: nameRule(found, register), found: mentioned(found, reading), against: name }]
  evidence.push(...corrections(found, reading, register))
  for (const other of found.others.slice(0, 1)) {
    if (found.values[at.otherName]) evidence.push({ rule: 'other-name', found: spotsText(other.spots, reading), against: register.text(other.name) })
  }
  return [...evidence, ...placeEvidence(found, reading, question), ...ownEvidence(found, question)]
}

/** The words of the text that the name was found in, from the first to the last. */
export function mentioned(found: Found, reading: Reading): string {
  const words = found.mention.spots.map(spot => reading.spots[spot]?.word ?? 0)
  const from = reading.words[Math.min(...words)]
  const to = reading.words[Math.max(...words)]
  return from && to ? reading.text.slice(from.at, to.end) : ''
}

function nameRule(found: Found, register: Register): string {
  if (register.isOnTheWeb(found.mention.name)) return 'web-name'
  const kind = register.kind(found.mention.name)
  if (kind === 'acronym') return 'acronym'
  if (kind === 'former') return 'former-name'
  if (kind === 'alias') return 'other-name'
  return found.values[at.exactText] || found.values[at.exactSegment] ? 'name' : found.values[at.wholeName] ? 'name-words' : 'name-partly'
}

function corrections(found: Found, reading: Reading, register: Register): Evidence[] {
  if (found.mention.slipped === 0) return []
  const words: string[] = []
  for (let i = 0; i < register.wordCount(found.mention.name); i++) words.push(register.lexicon.word(register.wordAt(found.mention.name, i)))
  return found.mention.spots.flatMap(at => {
    const spot = reading.spots[at]
    if (!spot || words.includes(spot.folded)) return []
    const meant = closest(spot.folded, words)
    const rule = spot.foreign ? 'transliterated' : isShortFor(spot, meant ?? '') ? 'short-form' : 'typing-error'
    return meant ? [{ rule, found: reading.words[spot.word]?.text ?? spot.folded, against: meant }] : []
  })
}

function closest(word: string, words: readonly string[]): string | null {
  const shared = (other: string): number => [...other].filter(letter => word.includes(letter)).length / Math.max(other.length, word.length)
  return words.toSorted((a, b) => shared(b) - shared(a))[0] ?? null
}

function placeEvidence(found: Found, reading: Reading, question: Question): Evidence[] {
  const { values, known } = found
  const evidence: Evidence[] = []
  const stated = question.country ?? reading.stated?.found ?? ''
  if (values[at.countryFirm] || values[at.countrySoft]) evidence.push({ rule: 'country', found: stated, against: known.country ?? '' })
  if (values[at.conflictFirm] || values[at.conflictSoft]) evidence.push({ rule: 'country-conflict', found: stated, against: known.country ?? '' })
  if (values[at.city]) evidence.push({ rule: 'city', found: cityText(reading, question), against: known.city ?? '' })
  const misspelt = reading.places.find(place => place.corrected !== null)
  if (misspelt) evidence.push({ rule: 'typing-error', found: textOf(reading.words, misspelt), against: misspelt.corrected ?? '' })
  return evidence
}

function cityText(reading: Reading, question: Question): string {
  const city = reading.places.find(place => place.kind === 'city')
  return question.city ?? (city ? textOf(reading.words, city) : '')
}

function ownEvidence(found: Found, question: Question): Evidence[] {
  const evidence: Evidence[] = []
  if (found.values[at.domain]) evidence.push({ rule: 'domain', found: question.domain ?? '', against: found.known.domain ?? '' })
  if (found.known.status !== 'active') evidence.push({ rule: found.known.status, found: '', against: nameOf(found) })
  return evidence
}

const nameOf = (found: Found): string => found.known.names.find(name => name.kind === 'display')?.text ?? found.known.names[0]?.text ?? ''

function spotsText(spots: readonly number[], reading: Reading): string {
  return spots.map(at => reading.words[reading.spots[at]?.word ?? -1]?.text ?? '').join(' ')
}
