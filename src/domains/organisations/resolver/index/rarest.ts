// The two rarest words of a name: a text that means the name holds at least one of them.
import type { Lexicon } from './lexicon.ts'

export function rarest(words: readonly number[], lexicon: Lexicon): number[] {
  if (words.length <= 2) return words.slice()
  let first = -1
  let second = -1
  for (const word of words) {
    if (first < 0 || lexicon.count(word) < lexicon.count(first)) {
      second = first
      first = word
    } else if (second < 0 || lexicon.count(word) < lexicon.count(second)) second = word
  }
  return [first, second]
}
