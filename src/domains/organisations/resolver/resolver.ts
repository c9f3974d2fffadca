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
import { Answers } from './match/answers.ts'
import { Memory } from './memory.ts'
import { Cities } from './places/cities.ts'
import { prepareSuggestions, suggest } from './suggest.ts'
import type { Candidate, CellHints, CellReading, Known, Question, Resolution, SuggestOptions } from './types.ts'

export type * from './types.ts'

export class Resolver {
  private readonly register = new Register()
  private readonly spelling = new Spelling(this.register.lexicon)
  private readonly sounds = new SoundIndex(this.register.lexicon)
  private readonly cities = new Cities()
  private readonly memory = new Memory()
  private readonly answers = new Answers(this.register, new Search({ register: this.register, spelling: this.spelling, sounds: this.sounds }), this.cities, this.memory)

  /** Learns an organisation, or what changed in one. */
  add(known: Known): void {
    this.register.add(known)
    if (known.city) this.cities.add(known.city, known.country)
  }

  remove(id: string): void {
    this.register.remove(id)
  }

  /** Builds what the first question would else wait for; call it once after the bulk of organisations was added. */
  prepare(): void {
    prepareSuggestions(this.register)
    this.spelling.prepare()
    this.sounds.prepare()
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
    return suggest(text, options, this.register, this.spelling)
  }

  /** A person said what this text means (in that country, or anywhere): from now on it does. */
  remember(text: string, country: string | null, id: string): void {
    this.memory.remember(text, country, id)
  }

  forget(text: string, country: string | null): void {
    this.memory.forget(text, country)
  }

  get size(): number {
    return this.register.size
  }
}
