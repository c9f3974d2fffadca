// The organisations and their names, numbered, with the words of each name: what every search stands on.
import type { Known, NameKind } from '../types.ts'
import { keyOf } from '../text/fold.ts'
import { conceptsOfName, wordsOf } from '../text/words.ts'
import { hashOf } from './hash.ts'
import { formsOf } from './forms.ts'
import { Ints } from './ints.ts'
import { Lexicon } from './lexicon.ts'
import { Postings } from './postings.ts'
import { rarest } from './rarest.ts'
import type { Loaded, Sections } from './sections.ts'

export class Register {
  readonly lexicon = new Lexicon()
  /** Names by their rarest words: enough to find each name that a text may mean. */
  readonly keys = new Postings()
  /** Names by all their words: for type-ahead. */
  readonly holding = new Postings()
  private readonly slots: (Known | null)[] = []
  private readonly slotOf = new Map<string, number>()
  private readonly children = new Map<string, number>()
  private firstNames = new Ints()
  private owners = new Ints()
  private places = new Ints()
  private hashes = new Ints()
  private conceptHashes = new Ints()
  private starts = new Ints()
  private words = new Ints()
  private readonly sameName = new Map<number, number>()
  private prominences = new Float64Array(0)
  private built = 0

  constructor() {
    this.starts.push(0)
  }

  get size(): number {
    return this.slotOf.size
  }

  get nameCount(): number {
    return this.owners.length
  }

  add(known: Known): void {
    this.remove(known.id)
    const slot = this.slots.push(known) - 1
    this.slotOf.set(known.id, slot)
    this.firstNames.push(this.nameCount)
    if (known.parentId) this.children.set(known.parentId, (this.children.get(known.parentId) ?? 0) + 1)
    known.names.forEach((name, index) => this.addName(slot, index, name.text))
  }

  remove(id: string): void {
    const slot = this.slotOf.get(id)
    if (slot === undefined) return
    const known = this.slots[slot]
    if (known?.parentId) this.children.set(known.parentId, (this.children.get(known.parentId) ?? 1) - 1)
    this.forgetNames(slot)
    this.slots[slot] = null
    this.slotOf.delete(id)
  }

  get(id: string): Known | null {
    const slot = this.slotOf.get(id)
    return slot === undefined ? null : this.slots[slot] ?? null
  }

  *all(): Generator<Known> {
    for (const known of this.slots) if (known) yield known
  }

  childrenOf(id: string): number {
    return this.children.get(id) ?? 0
  }

  /** The organisation that has this name, or null when it was removed since. */
  owner(name: number): Known | null {
    return this.slots[this.owners.at(name)] ?? null
  }

  text(name: number): string {
    return this.owner(name)?.names[this.places.at(name)]?.text ?? ''
  }

  kind(name: number): NameKind {
    return this.owner(name)?.names[this.places.at(name)]?.kind ?? 'alias'
  }

  hash(name: number): number {
    return this.hashes.at(name)
  }

  conceptHash(name: number): number {
    return this.conceptHashes.at(name)
  }

  /** How many names read alike once reduced to concepts. */
  namesakes(name: number): number {
    return Math.max(1, this.sameName.get(this.conceptHashes.at(name)) ?? 1)
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
    return {
      known: this.slots.map(known => JSON.stringify(known)).join('\n'), lexicon: lexicon.words, counts: lexicon.counts, firstNames: this.firstNames.saved(), owners: this.owners.saved(),
      places: this.places.saved(), hashes: this.hashes.saved(), conceptHashes: this.conceptHashes.saved(), starts: this.starts.saved(), words: this.words.saved(),
      keyStarts: keys.starts, keyNames: keys.names, holdingStarts: holding.starts, holdingNames: holding.names,
    }
  }

  /** Into an empty register. */
  load({ lines, numbers }: Loaded): void {
    for (const part of lines('known')) for (const known of JSON.parse(`[${part.join(',')}]`) as (Known | null)[]) this.slots.push(known)
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
    this.slots.forEach((known, slot) => {
      if (!known) return
      this.slotOf.set(known.id, slot)
      if (known.parentId) this.children.set(known.parentId, (this.children.get(known.parentId) ?? 0) + 1)
    })
    for (let name = 0; name < this.nameCount; name++) if (this.slots[this.owners.at(name)]) this.sameName.set(this.conceptHashes.at(name), (this.sameName.get(this.conceptHashes.at(name)) ?? 0) + 1)
    this.prominences = Float64Array.from(this.slots, known => known ? this.measure(known) : -1)
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
    this.sameName.set(conceptHash, (this.sameName.get(conceptHash) ?? 0) + 1)
    this.starts.push(this.words.length)
    this.lexicon.tally(new Set(numbers), 1)
  }

  /** What is gone makes no name common and has no namesakes. */
  private forgetNames(slot: number): void {
    for (let name = this.firstNames.at(slot); name < this.nameCount && this.owners.at(name) === slot; name++) {
      this.lexicon.tally(this.distinctWords(name), -1)
      const hash = this.conceptHashes.at(name)
      this.sameName.set(hash, Math.max(0, (this.sameName.get(hash) ?? 1) - 1))
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
    const order: number[] = []
    const rank = new Float64Array(this.slots.length)
    this.slots.forEach((known, slot) => { rank[slot] = known ? this.measure(known) : -1 })
    this.prominences = rank
    for (let name = 0; name < this.nameCount; name++) if ((rank[this.owners.at(name)] as number) >= 0) order.push(name)
    return Int32Array.from(order.sort((a, b) => (rank[this.owners.at(b)] as number) - (rank[this.owners.at(a)] as number)))
  }

  prominence(name: number): number {
    const slot = this.owners.at(name)
    const known = this.slots[slot]
    return this.prominences[slot] ?? (known ? this.measure(known) : -1)
  }

  /** Known locally, with many names, with many units: likelier meant by somebody who types. */
  private measure(known: Known): number {
    const education = known.kind === 'education' || known.kind === 'university' ? 1 : 0
    return (known.local ? 10 : 0) + Math.log2(1 + known.names.length) + Math.log2(1 + this.childrenOf(known.id)) + education
  }
}
