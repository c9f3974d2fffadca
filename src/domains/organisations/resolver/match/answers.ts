// Puts an answer together: searches as written, then corrected, then transliterated; decides; names the reasons.
import type { Register } from '../index/register.ts'
import type { Memory } from '../memory.ts'
import { shortIn } from '../cell/short-name.ts'
import { clean } from '../text/fold.ts'
import type { Provisionals } from '../provisionals.ts'
import type { Cities } from '../places/cities.ts'
import type { Candidate, Decision, Evidence, Known, Question, Resolution } from '../types.ts'
import { type Attempt, attemptAt } from './attempts.ts'
import { doubtsAbout } from './doubts.ts'
import { evidenceFor } from './evidence.ts'
import { at } from './features.ts'
import { judge, matchedFrom } from './judge.ts'
import { complete } from './relate.ts'
import type { Found, Search } from './search.ts'
import { unitBeside } from './unit.ts'

const most = 5
/** Shown to a person from here on, although the text states another country from there on. */
const offeredFrom = 0.06
const offeredAgainst = 0.2
const shownFrom = 0.01
/** Of what was so sure, nothing was wrong more often for a namesake or a longer name: the trees had seen both. */
const sureAnyway = 0.955
const isSoft = (doubt: string): boolean => doubt === 'ambiguous' || doubt === 'name-goes-on'
/** A tenth as likely as the first is not worth a look. */
const enoughBeside = 0.1
const tellsApart = 0.5

export class Answers {
  private readonly register: Register
  private readonly search: Search
  private readonly cities: Cities
  private readonly memory: Memory

  private readonly provisionals: Provisionals

  constructor(register: Register, search: Search, cities: Cities, memory: Memory, provisionals: Provisionals) {
    this.register = register
    this.search = search
    this.cities = cities
    this.memory = memory
    this.provisionals = provisionals
  }

  to(question: Question): Resolution {
    const remembered = this.remembered(question)
    if (remembered) return remembered
    const attempt = this.best(question)
    const top = attempt.found[0]
    if (!top || (top.confidence < (top.values[at.conflictFirm] ? offeredAgainst : offeredFrom) && calledSo(attempt, question).length === 0)) return provisionally(this.provisionals.of(question), question) ?? nothing(this.candidates(attempt, question))
    return besides(this.answer(attempt, top, question), this.provisionals.of(question), question)
  }

  private remembered(question: Question): Resolution | null {
    const id = this.memory.recall(question.text, question.country ?? null)
    const known = id === null ? null : this.register.get(id) ?? this.provisionals.get(id)
    if (!known) return null
    const evidence = [{ rule: 'remembered', found: question.text, against: nameOf(known) }]
    const organisation = candidateOf(known, 1, evidence)
    return { decision: 'matched', confidence: 1, organisation, candidates: [organisation], unit: null, evidence }
  }

  private best(question: Question): Attempt {
    const attempt = attemptAt(question, this.register, this.cities, this.search)
    return { ...attempt, found: judge(attempt.found) }
  }

  private answer(attempt: Attempt, top: Found, question: Question): Resolution {
    const doubts = doubtsAbout(top, attempt.found, attempt.reading)
    if (attempt.rule) doubts.push(attempt.rule)
    const sure = top.confidence >= matchedFrom() && (doubts.length === 0 || (doubts.every(isSoft) && top.confidence >= sureAnyway))
    const decision: Decision = sure ? 'matched' : 'offered'
    const candidates = this.candidates(attempt, question)
    const organisation = candidates[0] ?? null
    const unit = unitBeside(top, attempt.reading)
    const evidence = [...organisation?.evidence ?? []]
    if (doubts.includes('ambiguous') && candidates.length > 1) evidence.push({ rule: 'ambiguous', found: question.text, against: String(candidates.length) })
    if (doubts.includes('name-goes-on') && organisation) evidence.push({ rule: 'name-goes-on', found: attempt.reading.text, against: organisation.name })
    if (attempt.rule) evidence.push({ rule: attempt.rule, found: question.text, against: attempt.reading.text })
    if (unit && organisation) evidence.push({ rule: 'unit-of', found: unit, against: organisation.name })
    return { decision, confidence: top.confidence, organisation, candidates, unit, evidence }
  }

  private candidates(attempt: Attempt, question: Question): Candidate[] {
    const candidates: Candidate[] = []
    const put = (candidate: Candidate): void => { if (!candidates.some(known => known.id === candidate.id)) candidates.push(candidate) }
    const called = calledSo(attempt, question)
    const least = Math.max(shownFrom, enoughBeside * (attempt.found[0]?.confidence ?? 0))
    for (const found of [...attempt.found.slice(0, 1), ...called, ...attempt.found]) {
      const { confidence } = found
      if ((confidence < least && !called.includes(found)) || candidates.length >= most) continue
      const evidence = evidenceFor(found, attempt.reading, question, this.register)
      const successor = found.known.successorId ? this.register.get(found.known.successorId) : null
      if (!successor || found.known.status === 'active') {
        put(candidateOf(found.known, confidence, evidence))
        continue
      }
      const followed: Evidence = { rule: 'successor', found: nameOf(found.known), against: nameOf(successor) }
      const both = found.known.status === 'withdrawn' ? [successor, found.known] : [found.known, successor]
      for (const known of both) put(candidateOf(known, confidence, [...evidence, followed]))
    }
    return candidates.slice(0, most)
  }
}

/** Everybody whose short name is all that a text gives, "Department of Physics at UoS": nothing in it tells them apart, a person does. */
function calledSo({ found, reading }: Attempt, { text }: Question): Found[] {
  const said = (found[0]?.confidence ?? 1) < tellsApart ? shortIn(clean(text)) : null
  if (!said) return []
  const short = said.short.toLowerCase()
  return found.filter(({ mention, values }) => mention.spots.length === 1 && complete(mention) && reading.spots[mention.spots[0] ?? -1]?.folded === short && !values[at.conflictFirm])
}

function nothing(candidates: Candidate[]): Resolution {
  return { decision: 'new', confidence: candidates[0]?.confidence ?? 0, organisation: null, candidates: [], unit: null, evidence: [] }
}

const cameBefore = (known: Known, question: Question): Evidence => ({ rule: 'provisional', found: question.text, against: nameOf(known) })
/** The same text again is the same record, as long as nobody says what it is. */
const againTheSame = 0.95

function provisionally(made: Known[], question: Question): Resolution | null {
  const candidates = made.slice(0, most).map(known => candidateOf(known, made.length > 1 ? 0.5 : againTheSame, [cameBefore(known, question)]))
  const [organisation] = candidates
  if (!organisation) return null
  return { decision: candidates.length > 1 ? 'offered' : 'matched', confidence: organisation.confidence, organisation, candidates, unit: null, evidence: organisation.evidence }
}

/** The record that the text made before is shown last: registered organisations are told apart as if it were not there. */
function besides(resolution: Resolution, made: Known[], question: Question): Resolution {
  const [known] = made
  if (!known || resolution.decision === 'matched') return resolution
  const before = candidateOf(known, Math.min(resolution.confidence, 1 - resolution.confidence) / 2, [cameBefore(known, question)])
  return { ...resolution, candidates: [...resolution.candidates.slice(0, most - 1), before] }
}

export const nameOf = (known: Known): string => known.names.find(name => name.kind === 'display')?.text ?? known.names[0]?.text ?? known.id

export function candidateOf(known: Known, confidence: number, evidence: Evidence[]): Candidate {
  return { id: known.id, ror: known.ror, name: nameOf(known), country: known.country, city: known.city, confidence: Math.round(confidence * 1000) / 1000, evidence }
}
