// Records made from a text that nobody has identified yet. Each stands for that very text: it is found again when the text comes again,
// but takes no part in telling which registered organisation is meant, or the first careless import would dilute every later one.
import { clean, keyOf } from './text/fold.ts'
import type { Known, Question } from './types.ts'

export class Provisionals {
  private readonly byId = new Map<string, Known>()
  private readonly byText = new Map<string, Set<string>>()

  get size(): number {
    return this.byId.size
  }

  add(known: Known): void {
    this.byId.set(known.id, known)
    for (const key of keysOf(known)) this.byText.set(key, (this.byText.get(key) ?? new Set()).add(known.id))
  }

  remove(id: string): void {
    const known = this.byId.get(id)
    if (!known) return
    this.byId.delete(id)
    for (const key of keysOf(known)) this.byText.get(key)?.delete(id)
  }

  get(id: string): Known | null {
    return this.byId.get(id) ?? null
  }

  all(): Known[] {
    return [...this.byId.values()]
  }

  /** Those made from this text, unless they are of another country. */
  of({ text, country }: Question): Known[] {
    if (this.size === 0) return []
    const made = [...this.byText.get(keyOf(clean(text))) ?? []].flatMap(id => this.byId.get(id) ?? [])
    return made.filter(known => !country || !known.country || known.country === country)
  }

  /** Those that hold what is typed at the beginning of a word. */
  typed(text: string, most: number): Known[] {
    const key = keyOf(clean(text))
    if (key === '') return []
    const found: Known[] = []
    for (const known of this.byId.values()) {
      if (found.length >= most) break
      if (keysOf(known).some(name => ` ${name}`.includes(` ${key}`))) found.push(known)
    }
    return found
  }
}

const keysOf = ({ names }: Known): string[] => names.map(({ text }) => keyOf(clean(text)))
