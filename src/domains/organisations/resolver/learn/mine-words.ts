// Learns the words of institutions and places from the register's own parallel names: "политехнический" is polytechnic, "Wien" Vienna.
// Each organisation named in two languages says that some word of one name means some word of the other; over all of them the
// likeliest pairs are found by expectation and maximisation (IBM model 1: Brown et al. 1993, The Mathematics of Statistical Machine Translation).
import { conceptsOf, isKnownWord } from '../text/concepts.ts'
import { wordsOf } from '../text/words.ts'
import type { Known, Name } from '../types.ts'

const rounds = 6
const likely = 0.45
/** A compound means two words: "Universitätskrankenhaus". */
const likelyTwice = 0.3
const fewest = 3
const shortest = 2
const mostEnglish = 0.25

type Pair = { foreign: string[]; english: string[] }

export function mineWords(organisations: Iterable<Known>): Record<string, string> {
  const pairs: Pair[] = []
  const inEnglish = new Map<string, number>()
  for (const { names } of organisations) {
    const english = names.filter(isEnglish)
    for (const name of english) for (const word of foldedOf(name)) inEnglish.set(word, (inEnglish.get(word) ?? 0) + 1)
    const concepts = [...new Set(english.flatMap(name => foldedOf(name).flatMap(word => conceptsOf(word))))]
    if (concepts.length === 0) continue
    for (const name of names) {
      if (isEnglish(name) || name.kind === 'acronym') continue
      const foreign = [...new Set(foldedOf(name))].filter(word => word.length > 1)
      if (foreign.length > 0 && foreign.length < 16) pairs.push({ foreign, english: concepts.slice(0, 16) })
    }
  }
  return chosen(pairs, maximise(pairs), inEnglish)
}

const isEnglish = ({ lang, kind, text }: Name): boolean => kind !== 'acronym' && (lang === 'en' || (lang === null && kind === 'display')) && /^[\p{Script=Latin}\P{L}]+$/u.test(text)
const foldedOf = (name: Name): string[] => wordsOf(name.text).map(({ folded }) => folded).filter(word => /^[a-z]{2,}$/.test(word))

type Table = Map<string, Map<string, number>>

function maximise(pairs: readonly Pair[]): Table {
  let table: Table | null = null
  for (let round = 0; round < rounds; round++) {
    const next: Table = new Map()
    for (const { foreign, english } of pairs) {
      for (const meaning of english) {
        let all = 0.02
        for (const word of foreign) all += table ? table.get(word)?.get(meaning) ?? 0 : 1
        for (const word of foreign) {
          const share = (table ? table.get(word)?.get(meaning) ?? 0 : 1) / all
          if (share < 0.01) continue
          const row = next.get(word) ?? new Map<string, number>()
          row.set(meaning, (row.get(meaning) ?? 0) + share)
          next.set(word, row)
        }
      }
    }
    for (const row of next.values()) {
      let sum = 0
      for (const share of row.values()) sum += share
      for (const [meaning, share] of row) row.set(meaning, share / sum)
    }
    table = next
  }
  return table ?? new Map()
}

function chosen(pairs: readonly Pair[], table: Table, inEnglish: ReadonlyMap<string, number>): Record<string, string> {
  const together = new Map<string, number>()
  const seen = new Map<string, number>()
  const best = new Map<string, string[]>()
  for (const [word, row] of table) {
    const [first, second] = [...row].sort((a, b) => b[1] - a[1])
    if (!first || isKnownWord(word) || word.length < shortest) continue
    if (first[1] >= likely) best.set(word, [first[0]])
    else if (second && second[1] >= likelyTwice) best.set(word, [first[0], second[0]])
  }
  for (const { foreign, english } of pairs) {
    for (const word of foreign) {
      const meaning = best.get(word)
      if (!meaning) continue
      seen.set(word, (seen.get(word) ?? 0) + 1)
      if (meaning.every(one => english.includes(one))) together.set(word, (together.get(word) ?? 0) + 1)
    }
  }
  const words: [string, string][] = []
  for (const [word, meaning] of best) {
    const both = together.get(word) ?? 0
    const own = inEnglish.get(word) ?? 0
    const enough = word.length < 4 ? 2 * fewest : fewest
    if (both < enough || both < 0.5 * (seen.get(word) ?? 0) || own > mostEnglish * both || meaning.some(one => conceptsOf(word).includes(one))) continue
    words.push([word, meaning.join(' ')])
  }
  return Object.fromEntries(words.sort(([a], [b]) => a < b ? -1 : 1))
}
