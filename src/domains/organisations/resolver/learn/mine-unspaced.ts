// Learns the words of scripts that write none of their own (Korean, Thai, Lao, Khmer, Burmese, Japanese) from the register's parallel names:
// of 원광대학교, "Wonkwang University", 대학교 is university because both stand together in hundreds of names. The surest pair is taken first,
// cut out of every name, and what is left is counted again: so no word is half of another.
import { conceptsOfName, wordsOf } from '../text/words.ts'
import { pieces, scriptOf } from '../text/unspaced.ts'
import type { Known } from '../types.ts'

const rounds = 60
const mostEachRound = 40
const longest = 8
const fewest = 3
/** Twice is enough for what is hardly ever said otherwise: a place. */
const rareEnough = 8
const likely = 0.5
const besides = 0.85
/** 대학 nearly always stands as 대학교: then that is the word. */
const nearlyAlways = 0.8
const leastScore = 0.8
const mostLooked = 2000

type Pair = { runs: string[][]; meanings: Set<string>; all: Set<string> }
type Choice = { word: string; meaning: string; score: number }

export function mineUnspaced(organisations: Iterable<Pick<Known, 'names'>>): Record<string, string> {
  const pairs: Record<string, Pair[]> = {}
  for (const { names } of organisations) {
    const latin = names.filter(({ kind, text }) => kind !== 'acronym' && /^[\p{Script=Latin}\P{L}]+$/u.test(text))
    const all = new Set(latin.flatMap(({ text }) => conceptsOfName(wordsOf(text))).filter(word => /^[a-z]{2,}$/.test(word)))
    if (all.size === 0) continue
    const scripts = new Set(names.map(({ text, lang }) => scriptOf(text, lang)).filter(script => script !== null))
    for (const script of scripts) {
      const runs = names.filter(({ text, lang }) => scriptOf(text, lang) === script).flatMap(({ text }) => pieces(text, script))
      ;(pairs[script] ??= []).push({ runs, meanings: new Set(all), all })
    }
  }
  return Object.assign({}, ...Object.values(pairs).map(mined))
}

function mined(pairs: Pair[]): Record<string, string> {
  const words = new Map<string, string>()
  for (let round = 0; round < rounds; round++) {
    const choices = chosen(pairs).filter(({ word }) => !words.has(word))
    if (choices.length === 0) break
    for (const { word, meaning } of choices) words.set(word, [meaning, ...beside(word, meaning, pairs)].join(' '))
    for (const pair of pairs) cut(pair, choices)
  }
  return Object.fromEntries([...words].sort(([a], [b]) => a < b ? -1 : 1))
}

/** The surest pairs, none of which holds a part of another. */
function chosen(pairs: readonly Pair[]): Choice[] {
  const [byWord, byMeaning] = [new Map<string, Map<string, number>>(), new Map<string, number>()]
  const seen = new Map<string, number>()
  for (const { runs, meanings } of pairs) {
    for (const meaning of meanings) byMeaning.set(meaning, (byMeaning.get(meaning) ?? 0) + 1)
    for (const word of new Set(runs.flatMap(substrings))) {
      seen.set(word, (seen.get(word) ?? 0) + 1)
      const row = byWord.get(word) ?? new Map<string, number>()
      byWord.set(word, row)
      for (const meaning of meanings) row.set(meaning, (row.get(meaning) ?? 0) + 1)
    }
  }
  const choices: Choice[] = []
  for (const [word, row] of byWord) {
    const own = seen.get(word) ?? 0
    if (own < 2) continue
    for (const [meaning, both] of row) {
      const other = byMeaning.get(meaning) ?? 0
      const enough = both >= fewest || (both === 2 && own === 2 && other < rareEnough)
      const score = both * 2 * both / (own + other)
      if (enough && both >= likely * own && score >= leastScore) choices.push({ word, meaning, score })
    }
  }
  choices.sort((a, b) => b.score - a.score || b.word.length - a.word.length)
  const kept: Choice[] = []
  for (const best of choices.slice(0, mostLooked)) {
    if (kept.length >= mostEachRound) break
    const choice = choices.find(({ word, meaning, score }) => meaning === best.meaning && word.length > best.word.length && word.includes(best.word) && score >= nearlyAlways * best.score && (seen.get(word) ?? 0) >= nearlyAlways * (seen.get(best.word) ?? 0)) ?? best
    if (!kept.some(({ word, meaning }) => meaning === choice.meaning || overlaps(word, choice.word))) kept.push(choice)
  }
  return kept
}

const overlaps = (a: string, b: string): boolean => a.includes(b) || b.includes(a) || [...a].some((_, at) => at > 0 && (b.startsWith(a.slice(at)) || b.endsWith(a.slice(0, at))))

function substrings(run: readonly string[]): string[] {
  const found: string[] = []
  for (let from = 0; from < run.length; from++) {
    for (let to = from + 1; to <= Math.min(run.length, from + longest); to++) {
      const word = run.slice(from, to).join('')
      if (word.length > 1) found.push(word)
    }
  }
  return found
}

/** "Khon Kaen" is one word that means two. */
function beside(word: string, meaning: string, pairs: readonly Pair[]): string[] {
  const counts = new Map<string, { here: number; all: number }>()
  let own = 0
  for (const { runs, all } of pairs) {
    const here = all.has(meaning) && runs.some(run => run.join('').includes(word))
    if (here) own++
    for (const other of all) {
      const count = counts.get(other) ?? { here: 0, all: 0 }
      count.all++
      if (here) count.here++
      counts.set(other, count)
    }
  }
  return own < 2 ? [] : [...counts].filter(([other, { here, all }]) => other !== meaning && here >= besides * own && here >= besides * all).slice(0, 2).map(([other]) => other)
}

function cut(pair: Pair, choices: readonly Choice[]): void {
  for (const { word, meaning } of choices) {
    let met = false
    pair.runs = pair.runs.flatMap(run => {
      const parts = without(run, word)
      if (parts.length !== 1 || parts[0] !== run) met = true
      return parts
    })
    if (met) pair.meanings.delete(meaning)
  }
}

function without(run: string[], word: string): string[][] {
  for (let from = 0; from < run.length; from++) {
    let text = ''
    for (let to = from; to < run.length && text.length < word.length; to++) {
      text += run[to] ?? ''
      if (text === word) return [run.slice(0, from), ...without(run.slice(to + 1), word)].filter(part => part.length > 0)
    }
  }
  return run.length > 0 ? [run] : []
}
