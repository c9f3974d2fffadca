// Finds the organisations a text may mean, each with its best name, and says what speaks for and against each.
import type { Register } from '../index/register.ts'
import type { Known, Question } from '../types.ts'
import type { Values } from './features.ts'
import { firstLook } from './first-look.ts'
import { type Mention, mentionOf } from './mention.ts'
import { type Indexes, type Present, presentIn } from './present.ts'
import type { Reading } from './reading.ts'
import { relate } from './relate.ts'
import { valuesOf } from './values.ts'

export type Found = { known: Known; mention: Mention; others: Mention[]; values: Values; look: number; score: number; confidence: number }

const mostPerWord = 5000
const mostMentions = 70
const mostFound = 20
/** A name of which so much less was met than of the best is not meant beside it. */
const leastWorth = 0.04
/** A name of which less than this share is in the text is not meant. */
const enough = 0.4

export class Search {
  private readonly register: Register
  private readonly indexes: Indexes
  private likeness = new Float32Array(1024)
  private visited = new Int32Array(1024)
  private turn = 0

  constructor(indexes: Indexes) {
    this.register = indexes.register
    this.indexes = indexes
  }

  /** The candidates with their values, not judged yet. */
  gather(reading: Reading, question: Question, doubting: boolean): Found[] {
    this.register.settle()
    const present = presentIn(reading, this.indexes, doubting)
    const byOrganisation = new Map<string, Found>()
    const stated = question.country ?? reading.stated?.code ?? null
    for (const name of this.names(present)) {
      const known = this.register.owner(name)
      if (!known || (question.asOf && known.since && known.since > question.asOf)) continue
      const mention = mentionOf(name, reading, present, this.register, stated === known.country ? stated : null)
      if (mention.weight === 0 || namesOnlyPlaces(mention, reading)) continue
      const values = valuesOf(known, mention, reading, question, this.register)
      keepBest(byOrganisation, { known, mention, others: [], values, look: firstLook(values), score: 0, confidence: 0 })
    }
    const found = [...byOrganisation.values()].sort((a, b) => b.look - a.look).slice(0, mostFound)
    relate(found, reading, this.register)
    return found
  }

  /** The names best covered by the words present, most of their weight first. */
  private names(present: Present): number[] {
    this.makeRoom()
    for (const [word, sightings] of present) {
      let most = 0
      for (const { likeness } of sightings) if (likeness > most) most = likeness
      this.likeness[word] = most
    }
    const covered: { name: number; worth: number }[] = []
    for (const word of present.keys()) {
      this.register.keys.each(word, mostPerWord, name => {
        if (this.visited[name] === this.turn) return
        this.visited[name] = this.turn
        const worth = this.worth(name)
        if (worth > 0) covered.push({ name, worth })
      })
    }
    for (const word of present.keys()) this.likeness[word] = 0
    const best = covered.reduce((most, { worth }) => Math.max(most, worth), 0)
    const worthy = covered.filter(({ worth }) => worth > best * leastWorth)
    if (worthy.length > mostMentions) worthy.sort((a, b) => b.worth - a.worth)
    return worthy.slice(0, mostMentions).map(each => each.name)
  }

  private worth(name: number): number {
    let all = 0
    let found = 0
    for (let i = 0; i < this.register.wordCount(name); i++) {
      const word = this.register.wordAt(name, i)
      const weight = this.register.lexicon.weight(word)
      all += weight
      found += weight * (this.likeness[word] as number)
    }
    const share = found / all
    return share < enough ? 0 : found * share * share * share
  }

  private makeRoom(): void {
    if (this.likeness.length < this.register.lexicon.size) this.likeness = new Float32Array(this.register.lexicon.size * 2)
    if (this.visited.length < this.register.nameCount) this.visited = new Int32Array(this.register.nameCount * 2)
    this.turn++
  }
}

/** A missing word that only says what kind of organisation it is: "Mathematical Institute, Oxford". */
const kindAtMost = 5

/** The country at the end is no acronym of an army, and a city alone no part of a name. */
function namesOnlyPlaces(mention: Mention, reading: Reading): boolean {
  if (!mention.spots.every(at => reading.spots[at]?.place)) return false
  const partly = mention.found + mention.slipped < 0.99 * mention.weight
  if (partly && mention.heaviestMissing < kindAtMost) return false
  return mention.spots.length < reading.spots.length && (partly || mention.spots.every(at => isStated(reading, at)))
}

function isStated({ spots, stated }: Reading, at: number): boolean {
  const word = spots[at]?.word ?? -1
  return stated !== null && word >= stated.from && word < stated.to
}

function keepBest(byOrganisation: Map<string, Found>, found: Found): void {
  const best = byOrganisation.get(found.known.id)
  if (!best) byOrganisation.set(found.known.id, found)
  else if (found.look > best.look || (found.look === best.look && found.mention.name < best.mention.name)) byOrganisation.set(found.known.id, { ...found, others: [...best.others, best.mention] })
  else best.others.push(found.mention)
}
