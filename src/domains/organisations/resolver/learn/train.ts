// Learns the two looks from labelled texts: trees over the features, then trees over the first scores, then how often a share is right.
import { contextFeatures, contextOf, lookedAtTwice, meantBy } from '../match/context.ts'
import { features } from '../match/features.ts'
import { calibrated, type Model, type Written, type WrittenForest } from '../match/judge.ts'
import type { Found } from '../match/search.ts'
import { type Forest, growForest, type Options, scoreOf, type Table } from './trees.ts'

/** A labelled text with its candidates; `right` says whether an organisation is one that is meant, null when it cannot be judged. */
export type Sample = { fold: number; weight: number; counts: boolean; found: Found[]; right: (id: string) => boolean | null; answerable: boolean }

const folds = 5
const firstLook: Options = { trees: 120, leaves: 20, rate: 0.1, rows: 0.8, columns: 0.4, seed: 7 }
const secondLook: Options = { trees: 100, leaves: 6, rate: 0.07, rows: 0.8, columns: 0.5, seed: 7 }

export function learn(samples: readonly Sample[], say: (line: string) => void = () => {}): Model {
  for (let fold = 0; fold < folds; fold++) {
    const forest = growForest(alone(samples.filter(sample => sample.fold % folds !== fold)), firstLook)
    for (const sample of samples) if (sample.fold % folds === fold) scoreAll(sample, forest)
    say(`first look, part ${fold + 1} of ${folds}`)
  }
  const tops: Top[] = []
  for (let fold = 0; fold < folds; fold++) {
    const forest = growForest(among(samples.filter(sample => sample.fold % folds !== fold)), secondLook)
    for (const sample of samples) if (sample.fold % folds === fold) tops.push(...topOf(sample, forest))
  }
  const second = growForest(among(samples), secondLook)
  const first = growForest(alone(samples), firstLook)
  const calibration = rising(tops.filter(({ counts }) => counts))
  say(`among the others, of texts that were not learned from: ${wordOf(tops.filter(({ counts }) => counts), samples.filter(sample => sample.counts && sample.answerable).length)}`)
  const sure = tops.filter(({ counts }) => counts).map(top => ({ ...top, share: calibrated(top.share, calibration) })).sort((a, b) => b.share - a.share)
  return { features: [...features], context: contextFeatures, first: written(first), second: written(second), calibration, matchedFrom: matchedAt(sure), answeredFrom: answeredAt(sure) }
}

function alone(samples: readonly Sample[]): Table {
  return tableOf(features.length, samples, sample => sample.found.map(found => ({ found, values: found.values })))
}

function among(samples: readonly Sample[]): Table {
  return tableOf(contextFeatures.length, samples, sample => sample.found.slice(0, lookedAtTwice).map((found, place) => ({ found, values: contextOf(sample.found, place) })))
}

function tableOf(width: number, samples: readonly Sample[], rowsOf: (sample: Sample) => { found: Found; values: Float32Array }[]): Table {
  const rows = samples.flatMap(sample => rowsOf(sample).flatMap(({ found, values }) => {
    const right = sample.right(meantBy(found))
    return right === null ? [] : [{ values, right, weight: sample.weight }]
  }))
  const table: Table = { values: new Float32Array(rows.length * width), width, yes: Uint8Array.from(rows, ({ right }) => right ? 1 : 0), weight: Float32Array.from(rows, ({ weight }) => weight) }
  rows.forEach(({ values }, row) => table.values.set(values, row * width))
  return table
}

function scoreAll(sample: Sample, forest: Forest): void {
  for (const found of sample.found) found.score = scoreOf(forest, found.values)
  sample.found.sort((a, b) => b.score - a.score)
}

type Top = { share: number; right: boolean; answerable: boolean; counts: boolean }

function topOf(sample: Sample, forest: Forest): Top[] {
  let best: Top | null = null
  sample.found.slice(0, lookedAtTwice).forEach((found, place) => {
    const share = 1 / (1 + Math.exp(-scoreOf(forest, contextOf(sample.found, place))))
    const right = sample.right(meantBy(found))
    if (right !== null && (!best || share > best.share)) best = { share, right, answerable: sample.answerable, counts: sample.counts }
  })
  return best ? [best] : []
}

/** Neighbours that would fall are put together until the line rises (pool adjacent violators), then a few points are kept. */
function rising(tops: readonly Top[]): [number, number][] {
  const groups: { share: number; right: number; count: number }[] = []
  const size = Math.max(20, Math.round(tops.length / 40))
  const ordered = tops.toSorted((a, b) => a.share - b.share)
  for (let from = 0; from < ordered.length; from += size) {
    const part = ordered.slice(from, from + size)
    groups.push({ share: part.reduce((sum, { share }) => sum + share, 0) / part.length, right: part.filter(({ right }) => right).length / part.length, count: part.length })
    for (let last = groups.at(-1), before = groups.at(-2); last && before && before.right > last.right; last = groups.at(-1), before = groups.at(-2)) {
      const count = last.count + before.count
      groups.splice(-2, 2, { share: (last.share * last.count + before.share * before.count) / count, right: (last.right * last.count + before.right * before.count) / count, count })
    }
  }
  return groups.map(({ share, right }) => [round(share), round(right)])
}

/** What the parts that were left out in turn say: the same procedure on texts that it had not seen. */
function wordOf(tops: readonly Top[], answerable: number): string {
  let [right, best, recall] = [0, 0, 0]
  tops.toSorted((a, b) => b.share - a.share).forEach((top, place) => {
    if (top.right) right++
    best = Math.max(best, 2 * right / (place + 1 + answerable))
    if (place > 50 && right / (place + 1) >= wantedPrecision) recall = right / answerable
  })
  return `F1 ${best.toFixed(4)} at best; recall ${recall.toFixed(4)} at a precision of ${wantedPrecision}`
}

const wantedPrecision = 0.98

/** The lowest confidence from which on as many are right as may be accepted unasked. */
function matchedAt(tops: readonly Top[]): number {
  let right = 0
  let from = 1
  tops.forEach((top, place) => {
    if (top.right) right++
    if (place > 50 && right / (place + 1) >= wantedPrecision) from = top.share
  })
  return round(from)
}

const worthAnswering = 0.0015

/** Where answering is worth most, the best balance of precision and recall; of what is nearly as good, the most careful. */
function answeredAt(tops: readonly Top[]): number {
  const answerable = tops.filter(top => top.answerable).length
  let right = 0
  let best = 0
  const balances: number[] = []
  tops.forEach((top, place) => {
    if (top.right) right++
    const balance = 2 * right / (place + 1 + answerable)
    balances.push(balance)
    best = Math.max(best, balance)
  })
  return round(tops[balances.findIndex((balance) => balance >= best - worthAnswering)]?.share ?? 0.5)
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000

function written({ base, trees }: Forest): WrittenForest {
  return { base: round(base), trees: trees.map(tree => tree.feature.map((feature, node): Written[number] => feature < 0
    ? round(tree.value[node] as number)
    : [feature, round(tree.threshold[node] as number), tree.left[node] as number, tree.right[node] as number])) }
}
