// The organisations and their names, numbered, with the words of each name: what every search stands on.
import type { Known, NameKind } from '../types.ts'
import { keyOf } from '../text/fold.ts'
import { conceptsOfName, wordsOf } from '../text/words.ts'
import { hashOf } from './hash.ts'
import { formsOf } from './forms.ts'
import { shortNameOf } from './host.ts'
import { Ints } from './ints.ts'
import { Lexicon } from './lexicon.ts'
import { Tally } from './ordered.ts'
import { Postings } from './postings.ts'
import { rarest } from './rarest.ts'
import { Records } from './records.ts'
import type { Loaded, Sections } from './sections.ts'

const onTheWeb = -1

export class Register {
  readonly lexicon = new Lexicon()
  /** Names by their rarest words: enough to find each name that a text may mean. */
  readonly keys = new Postings()
  /** Names by all their words: for type-ahead. */
  readonly holding = new Postings()
  private readonly records = new Records()
  /** How many organisations say that this one is their parent, by its hash. */
  private readonly children = new Tally()
  private firstNames = new Ints()
  private owners = new Ints()
  private places = new Ints()
  private hashes = new Ints()
  private conceptHashes = new Ints()
  private starts = new Ints()
  private words = new Ints()
  private readonly sameName = new Tally()
  /** How well known each that came later is by itself, in thousandths. */
  private readonly fame = new Ints()
  private prominences: Float32Array = new Float32Array(0)
  private built = 0

  constructor() {
    this.starts.push(0)
  }

  get size(): number {
    return this.records.size
  }

  get nameCount(): number {
    return this.owners.length
  }

  add(known: Known): void {
    this.remove(known.id)
    const slot = this.records.push(known)
    this.firstNames.push(this.nameCount)
    this.fame.push(Math.round(1000 * fameOf(known)))
    if (known.parentId) this.children.add(hashOf(known.parentId), 1)
    known.names.forEach((name, index) => this.addName(slot, index, name.text))
    const short = shortNameOf(known.domain)
    if (short && !known.names.some(({ text }) => text.toLowerCase() === short)) this.addForm(slot, onTheWeb, short.toUpperCase())
  }

  remove(id: string): void {
    const slot = this.records.slotOf(id)
    if (slot === undefined) return
    const parent = this.records.get(slot)?.parentId
    if (parent) this.children.add(hashOf(parent), -1)
    this.forgetNames(slot)
    this.records.remove(slot)
  }

  get(id: string): Known | null {
    const slot = this.records.slotOf(id)
    return slot === undefined ? null : this.records.get(slot)
  }

  all(): Generator<Known> {
    return this.records.all()
  }

  childrenOf(id: string): number {
    return this.children.of(hashOf(id))
  }

  /** The organisation that has this name, or null when it was removed since. */
  owner(name: number): Known | null {
    return this.records.get(this.owners.at(name))
  }

  text(name: number, known = this.owner(name)): string {
    const place = this.places.at(name)
    return place === onTheWeb ? shortNameOf(known?.domain ?? null)?.toUpperCase() ?? '' : known?.names[place]?.text ?? ''
  }

  /** The name is none that the organisation is registered by, but the beginning of its address on the web. */
  isOnTheWeb(name: number): boolean {
    return this.places.at(name) === onTheWeb
  }

  kind(name: number, known = this.owner(name)): NameKind {
    return this.isOnTheWeb(name) ? 'acronym' : known?.names[this.places.at(name)]?.kind ?? 'alias'
  }

  hash(name: number): number {
    return this.hashes.at(name)
  }

  conceptHash(name: number): number {
    return this.conceptHashes.at(name)
  }

  /** How many names read alike once reduced to concepts. */
  namesakes(name: number): number {
    return Math.max(1, this.sameName.of(this.conceptHashes.at(name)))
  }

  wordCount(name: number): number {
    return this.starts.at(name + 1) - this.starts.at(name)
  }

  wordAt(name: number, index: number): number {
    return this.words.at(this.starts.at(name) + index)
  }

  /** Everything as it stands, to be loaded again without reading a single name. */
  saved(): Sections {
    this.settle()
    this.build()
    const lexicon = this.lexicon.saved()
    const [keys, holding] = [this.keys.saved(), this.holding.saved()]
    const [same, children] = [this.sameName.saved(), this.children.saved()]
    return {
      ...this.records.saved(), lexicon: lexicon.words, counts: lexicon.counts, firstNames: this.firstNames.saved(), owners: this.owners.saved(),
      places: this.places.saved(), hashes: this.hashes.saved(), conceptHashes: this.conceptHashes.saved(), starts: this.starts.saved(), words: this.words.saved(),
      keyStarts: keys.starts, keyNames: keys.names, holdingStarts: holding.starts, holdingNames: holding.names,
      sameNames: same.numbers, sameCounts: same.counts, parents: children.numbers, childCounts: children.counts, prominences: new Int32Array(this.prominences.buffer),
    }
  }

  /** Into an empty register. */
  load(loaded: Loaded): void {
    const { lines, numbers } = loaded
    this.records.load(loaded)
    this.lexicon.load(lines('lexicon'), numbers('counts'), numbers('owners').length)
    this.firstNames = new Ints(numbers('firstNames'))
    this.owners = new Ints(numbers('owners'))
    this.places = new Ints(numbers('places'))
    this.hashes = new Ints(numbers('hashes'))
    this.conceptHashes = new Ints(numbers('conceptHashes'))
    this.starts = new Ints(numbers('starts'))
    this.words = new Ints(numbers('words'))
    this.keys.load(numbers('keyStarts'), numbers('keyNames'))
    this.holding.load(numbers('holdingStarts'), numbers('holdingNames'))
    this.sameName.load(numbers('sameNames'), numbers('sameCounts'))
    this.children.load(numbers('parents'), numbers('childCounts'))
    const ranks = numbers('prominences')
    this.prominences = new Float32Array(ranks.buffer, ranks.byteOffset, ranks.length)
    this.built = this.nameCount
  }

  /** Brings the postings up to date: a few names at once, many by building anew. */
  settle(): void {
    const fresh = this.nameCount - this.built
    if (fresh === 0) return
    if (fresh > 2000 + this.built / 5) this.build()
    else for (let name = this.built; name < this.nameCount; name++) this.post(name)
    this.built = this.nameCount
  }

  private addName(slot: number, index: number, text: string): void {
    for (const form of formsOf(text)) this.addForm(slot, index, form)
  }

  private addForm(slot: number, index: number, shown: string): void {
    const concepts = conceptsOfName(wordsOf(shown)).slice(0, 40)
    if (concepts.length === 0) return
    const numbers = concepts.map(concept => this.lexicon.learn(concept))
    for (const number of numbers) this.words.push(number)
    this.owners.push(slot)
    this.places.push(index)
    this.hashes.push(hashOf(keyOf(shown)))
    const conceptHash = hashOf(concepts.join(' '))
    this.conceptHashes.push(conceptHash)
    this.sameName.add(conceptHash, 1)
    this.starts.push(this.words.length)
    this.lexicon.tally(new Set(numbers), 1)
  }

  /** What is gone makes no name common and has no namesakes. */
  private forgetNames(slot: number): void {
    for (let name = this.firstNames.at(slot); name < this.nameCount && this.owners.at(name) === slot; name++) {
      this.lexicon.tally(this.distinctWords(name), -1)
      this.sameName.add(this.conceptHashes.at(name), -1)
    }
  }

  private post(name: number): void {
    const words = this.distinctWords(name)
    for (const word of words) this.holding.add(word, name)
    for (const word of rarest(words, this.lexicon)) this.keys.add(word, name)
  }

  private build(): void {
    this.lexicon.refresh()
    const order = this.byProminence()
    this.holding.build(this.lexicon.size, order, name => this.distinctWords(name))
    this.keys.build(this.lexicon.size, order, name => rarest(this.distinctWords(name), this.lexicon))
  }

  private distinctWords(name: number): number[] {
    const words: number[] = []
    for (let i = this.starts.at(name); i < this.starts.at(name + 1); i++) {
      const word = this.words.at(i)
      if (!words.includes(word)) words.push(word)
    }
    return words
  }

  private byProminence(): Int32Array {
    const rank = new Float32Array(this.records.length)
    const loaded = this.records.length - this.fame.length
    for (let slot = 0; slot < rank.length; slot++) rank[slot] = this.records.isGone(slot) ? -1 : slot >= loaded ? this.fame.at(slot - loaded) / 1000 + this.pull(this.records.hashOf(slot)) : this.rankOf(slot)
    this.prominences = rank
    const order = new Int32Array(this.nameCount)
    let size = 0
    for (let name = 0; name < this.nameCount; name++) if ((rank[this.owners.at(name)] as number) >= 0) order[size++] = name
    return order.subarray(0, size).sort((a, b) => (rank[this.owners.at(b)] as number) - (rank[this.owners.at(a)] as number) || a - b)
  }

  prominence(name: number): number {
    const slot = this.owners.at(name)
    return this.prominences[slot] ?? this.rankOf(slot)
  }

  private rankOf(slot: number): number {
    const known = this.records.get(slot)
    return known ? fameOf(known) + this.pull(hashOf(known.id)) : -1
  }

  private pull(id: number): number {
    return Math.log2(1 + this.children.of(id))
  }
}

/** Known locally, with many names, with many units: likelier meant by somebody who types. */
function fameOf(known: Known): number {
  const education = known.kind === 'education' || known.kind === 'university' ? 1 : 0
  return (known.local ? 10 : 0) + Math.log2(1 + known.names.length) + education
}
