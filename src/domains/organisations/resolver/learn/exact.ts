// The plain exact dictionary, to compare with: the longest part of a text that is a registered name, if only one organisation has it.
import { fold } from '../text/fold.ts'
import type { Known } from '../types.ts'

const longest = 14
const shortest = 4
const wordsOf = (text: string): string[] => (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(fold).filter(Boolean)

export class ExactDictionary {
  private readonly owners = new Map<string, string | null>()
  private readonly since = new Map<string, string>()

  constructor(organisations: Iterable<Known>) {
    for (const { id, names, since, status } of organisations) {
      if (status === 'withdrawn') continue
      if (since) this.since.set(id, since)
      for (const { text } of names) {
        const key = wordsOf(text.replace(/\s*\([^()]*\)\s*$/, '') || text).join(' ')
        if (key.length >= shortest) this.owners.set(key, this.owners.has(key) && this.owners.get(key) !== id ? null : id)
      }
    }
  }

  resolve(text: string, asOf: string | null): string | null {
    const words = wordsOf(text)
    for (let length = Math.min(longest, words.length); length > 0; length--) {
      for (let from = 0; from + length <= words.length; from++) {
        const id = this.owners.get(words.slice(from, from + length).join(' '))
        if (id && !(asOf && (this.since.get(id) ?? '') > asOf)) return id
      }
    }
    return null
  }
}
