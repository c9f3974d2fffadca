// Type-ahead: the organisations whose names hold what is typed, the last word as a beginning, the likeliest meant first.
import { hashOf } from './index/hash.ts'
import type { Register } from './index/register.ts'
import type { Spelling } from './index/spelling.ts'
import { candidateOf } from './match/answers.ts'
import { Prefixes } from './index/prefixes.ts'
import { clean, keyOf } from './text/fold.ts'
import { vocabularyFrom } from './text/concepts.ts'
import { wordsOf } from './text/words.ts'
import type { Candidate, Known, SuggestOptions } from './types.ts'

type Typed = { whole: number[]; beginnings: Set<number>; hash: number; count: number; holes: number }

const mostNames = 30_000
const plenty = 600
/** From here on the beginning of a word may be read in another language: "univers" but not "wis", which is Wisconsin before it is Wissenschaft. */
const mostlyTyped = 5
const prefixes = new WeakMap<Register, Prefixes>()

/** Puts the words in order for beginnings, so that the first letter typed need not wait for it. */
export function prepareSuggestions(register: Register): void {
  register.settle()
  prefixesOf(register).startingWith('a')
}

export function suggest(text: string, options: SuggestOptions, register: Register, spelling: Spelling): Candidate[] {
  register.settle()
  const typed = typedIn(clean(text).slice(0, 200), register, spelling)
  if (!typed) return []
  const best = new Map<string, { known: Known; name: number; score: number }>()
  visitNames(typed, register, name => {
    const known = register.owner(name)
    if (!known) return
    const score = rank(name, known, typed, register)
    const before = best.get(known.id)
    if (!before || before.score < score) best.set(known.id, { known, name, score })
  })
  const ordered = [...best.values()].sort((a, b) => b.score - a.score).slice(0, Math.max(0, options.limit))
  return ordered.map(({ known, name, score }) => shown(known, register.text(name), score, text, options))
}

function typedIn(text: string, register: Register, spelling: Spelling): Typed | null {
  const words = wordsOf(text)
  const last = words.at(-1)
  if (!last) return null
  const index = prefixesOf(register)
  const ending = last.concepts.length > 1 ? last.concepts.at(-1) ?? last.folded : last.folded
  const beginnings = new Set(index.startingWith(ending))
  for (const concept of [...last.concepts.slice(-1), ...(ending.length >= mostlyTyped ? vocabularyFrom(ending) : [])]) beginnings.add(register.lexicon.numberOf(concept))
  beginnings.delete(-1)
  const before = [...words.slice(0, -1).flatMap(word => word.concepts), ...last.concepts.slice(0, -1)]
  const whole = before.map(concept => known(concept, register, spelling))
  if (beginnings.size === 0) for (const correction of spelling.corrections(last.folded)) beginnings.add(correction.word)
  return { whole: whole.filter(number => number >= 0), beginnings, hash: hashOf(keyOf(text)), count: before.length + 1, holes: whole.filter(number => number < 0).length }
}

export function prefixesOf(register: Register): Prefixes {
  const index = prefixes.get(register) ?? new Prefixes(register.lexicon)
  prefixes.set(register, index)
  return index
}

function known(concept: string, register: Register, spelling: Spelling): number {
  const number = register.lexicon.numberOf(concept)
  return number >= 0 ? number : spelling.corrections(concept)[0]?.word ?? -1
}

/** Visits the names that hold what is typed, by the rarest thing typed, the likeliest meant first; stops when there are plenty. */
function visitNames(typed: Typed, register: Register, visit: (name: number) => void): void {
  const rarest = typed.whole.toSorted((a, b) => register.holding.count(a) - register.holding.count(b))[0]
  let begun = 0
  for (const word of typed.beginnings) begun += register.holding.count(word)
  let left = plenty
  const look = (name: number): void => {
    if (left <= 0 || !holds(name, typed, register)) return
    left--
    visit(name)
  }
  if (rarest !== undefined && register.holding.count(rarest) <= begun) {
    register.holding.each(rarest, mostNames, look)
    return
  }
  const each = Math.max(20, Math.ceil(mostNames / 4 / (typed.beginnings.size + 1)))
  for (const word of typed.beginnings) register.holding.each(word, each, look)
}

function holds(name: number, typed: Typed, register: Register): boolean {
  let begins = typed.beginnings.size === 0 && typed.whole.length > 0
  let met = 0
  for (let i = 0; i < register.wordCount(name); i++) {
    const word = register.wordAt(name, i)
    if (typed.beginnings.has(word)) begins = true
    if (typed.whole.includes(word)) met++
  }
  return begins && met >= new Set(typed.whole).size
}

function rank(name: number, known: Known, typed: Typed, register: Register): number {
  const exact = register.hash(name) === typed.hash ? 4 : 0
  const first = register.wordAt(name, 0)
  const begins = first === typed.whole[0] || (typed.whole.length === 0 && typed.beginnings.has(first)) ? 1.5 : 0
  const complete = register.wordCount(name) === typed.count ? 1.5 : 0
  const acronym = register.kind(name) === 'acronym' && exact > 0 ? 1 : 0
  const gone = known.status === 'active' ? 0 : known.status === 'inactive' ? -2 : -6
  return exact + begins + complete + acronym + gone + register.prominence(name) * 0.7 - register.wordCount(name) * 0.15 - typed.holes
}

function shown(known: Known, matched: string, score: number, text: string, options: SuggestOptions): Candidate {
  const rule = matched === known.names[0]?.text ? 'name' : 'other-name'
  const candidate = candidateOf(known, 1 / (1 + Math.exp(-score / 4)), [{ rule, found: text, against: matched }])
  const wanted = options.languages?.map(language => known.names.find(name => name.lang === language && (name.kind === 'label' || name.kind === 'display'))?.text)
  return { ...candidate, name: wanted?.find(Boolean) ?? candidate.name }
}
