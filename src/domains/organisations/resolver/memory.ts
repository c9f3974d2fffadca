// What people said a text means: the same text again means the same organisation, until they take it back.
import { clean, keyOf } from './text/fold.ts'

export class Memory {
  private readonly said = new Map<string, string>()

  remember(text: string, country: string | null, id: string): void {
    this.said.set(key(text, country), id)
  }

  forget(text: string, country: string | null): void {
    this.said.delete(key(text, country))
  }

  /** What was said for this country, else what was said for any. */
  recall(text: string, country: string | null): string | null {
    if (this.said.size === 0) return null
    return (country ? this.said.get(key(text, country)) : undefined) ?? this.said.get(key(text, null)) ?? null
  }
}

const key = (text: string, country: string | null): string => `${country ?? ''}|${keyOf(clean(text))}`
