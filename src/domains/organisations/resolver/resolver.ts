// The resolver: which registered organisation a text means, with a confidence and reasons, or a short list, or none.
//
// How it works. A text is cleaned, cut into words and reduced to concepts (text/): "Universität", "университет" and "univ." are one.
// Each name stands in the index under its rarest words (index/); the words of the text, and what they may be when joined or
// corrected, find the names they cover. Each name found is laid over the text (match/mention.ts) and judged by named features
// (match/features.ts) with trees learned from labelled texts (match/model.json, learn/), first alone and then among the others. What is sure is matched; what is likely is offered; a wrong match is
// worse than an offered one, so a contradiction in the text (another country, several namesakes) always lowers to offered.
import { Register } from './index/register.ts'
import { SoundIndex } from './index/sound-index.ts'
import { Spelling } from './index/spelling.ts'
import { readCell } from './cell/cell.ts'
import { Search } from './match/search.ts'
import { Answers, candidateOf, nameOf } from './match/answers.ts'
import { Memory } from './memory.ts'
import { Provisionals } from './provisionals.ts'
import { Cities } from './places/cities.ts'
import { packed, unpackedSections } from './index/sections.ts'
import { prefixesOf, prepareSuggestions, suggest } from './suggest.ts'
import type { Candidate, CellHints, CellReading, Known, Question, Resolution, SuggestOptions } from './types.ts'

import { indexVersion } from './version.ts'

export { jointly, sameUnknown } from './joint.ts'
export type * from './types.ts'

export class Resolver {
  private readonly register = new Register()
  private readonly spelling = new Spelling(this.register.lexicon)
  private readonly sounds = new SoundIndex(this.register.lexicon)
  private readonly cities = new Cities()
  private readonly memory = new Memory()
  private readonly provisionals = new Provisionals()
  private readonly search = new Search({ register: this.register, spelling: this.spelling, sounds: this.sounds })
  private readonly answers = new Answers(this.register, this.search, this.cities, this.memory, this.provisionals)

  /** Learns an organisation, or what changed in one. */
  add(known: Known): void {
    this.provisionals.remove(known.id)
    if (known.provisional) {
      this.register.remove(known.id)
      this.provisionals.add(known)
      return
    }
    this.register.add(known)
    if (known.city) this.cities.add(known.city, known.country)
  }

  remove(id: string): void {
    this.provisionals.remove(id)
    this.register.remove(id)
  }

  /** Builds what the first question would else wait for; call it once after the bulk of organisations was added. */
  prepare(): void {
    prepareSuggestions(this.register)
    this.spelling.prepare()
    this.sounds.prepare()
  }

  /** The built index in pieces of bytes, to be kept beside the database and loaded when the house opens again. */
  saved(builtAt: string, of: string): Iterable<Uint8Array> {
    this.prepare()
    const [trigrams, sounds] = [this.spelling.saved(), this.sounds.saved()]
    const provisional = this.provisionals.all().map(known => JSON.stringify(known)).join('\n')
    const sections = { ...this.register.saved(), provisional, cities: this.cities.saved(), trigramStarts: trigrams.starts, trigramWords: trigrams.words, soundHashes: sounds.hashes, soundWords: sounds.words, prefixes: prefixesOf(this.register).saved() }
    return packed({ version: indexVersion, builtAt, of }, sections)
  }

  /** A resolver from a built index; null when it was built by another version or of another database, or is damaged. */
  static from(bytes: Uint8Array, of: string): { resolver: Resolver; builtAt: string } | null {
    const loaded = unpackedSections(bytes)
    if (!loaded || loaded.about.version !== indexVersion || loaded.about.of !== of) return null
    const resolver = new Resolver()
    resolver.register.load(loaded)
    resolver.spelling.trigrams.load(loaded.numbers('trigramStarts'), loaded.numbers('trigramWords'))
    resolver.spelling.loaded()
    resolver.sounds.load(loaded.numbers('soundHashes'), loaded.numbers('soundWords'))
    prefixesOf(resolver.register).load(loaded.numbers('prefixes'))
    resolver.cities.load(loaded.lines('cities'))
    for (const part of loaded.lines('provisional')) for (const line of part) if (line) resolver.provisionals.add(JSON.parse(line) as Known)
    return { resolver, builtAt: loaded.about.builtAt }
  }

  resolve(question: Question): Resolution {
    return this.answers.to(question)
  }

  /** Takes a whole cell of a register apart: parties, units, places, project, remarks. */
  resolveCell(text: string, hints: CellHints = {}): CellReading {
    return readCell(text, hints, { resolve: question => this.resolve(question), isCity: key => this.cities.has(key) })
  }

  /** Organisations whose name begins as typed so far, in any script, by old name or acronym. */
  suggest(text: string, options: SuggestOptions): Candidate[] {
    const found = suggest(text, options, this.register, this.spelling)
    const made = this.provisionals.typed(text, options.limit).map(known => candidateOf(known, 0.5, [{ rule: 'provisional', found: text, against: nameOf(known) }]))
    return [...found, ...made].slice(0, Math.max(0, options.limit))
  }

  /** A person said what this text means (in that country, or anywhere): from now on it does. */
  remember(text: string, country: string | null, id: string): void {
    this.memory.remember(text, country, id)
  }

  forget(text: string, country: string | null): void {
    this.memory.forget(text, country)
  }

  /** Names that nobody shall know: to measure how well they are found without. */
  hideNames(names: ReadonlySet<string>): void {
    const hiding: Known[] = []
    for (const known of this.register.all()) if (known.names.some(({ text }) => names.has(text))) hiding.push(known)
    for (const known of hiding) {
      const left = known.names.filter(({ text }) => !names.has(text))
      if (left.length > 0) this.add({ ...known, names: left })
    }
  }

  /** For learning and measuring. */
  get parts(): { register: Register; cities: Cities; search: Search } {
    return { register: this.register, cities: this.cities, search: this.search }
  }

  get size(): number {
    return this.register.size + this.provisionals.size
  }
}
