// The rarest word of a name, and the next if it is rare too: a text that means the name holds at least one of them.
import type { Lexicon } from './lexicon.ts'

/** Words of more names than this ("university") find too many to be asked for the names they are in. */
const common = 400

export function rarest(words: readonly number[], lexicon: Lexicon): number[] {
  let first = -1
  let second = -1
  for (const word of words) {
    if (first < 0 || lexicon.count(word) < lexicon.count(first)) {
      second = first
      first = word
    } else if (second < 0 || lexicon.count(word) < lexicon.count(second)) second = word
  }
  return second >= 0 && lexicon.count(second) <= common ? [first, second] : [first]
}
