// Scores the candidates with the trees that were learned (model.json), twice: each alone, then among the others; and says how sure that is.
import { type Forest, scoreOf, type Tree } from '../learn/trees.ts'
import { contextFeatures, contextOf, lookedAtTwice } from './context.ts'
import { features } from './features.ts'
import model from './model.json' with { type: 'json' }
import type { Found } from './search.ts'

/** A tree as it is written down: feature, threshold, left, right; a leaf is its value alone. */
export type Written = (number | [number, number, number, number])[]
export type WrittenForest = { base: number; trees: Written[] }
export type Model = {
  features: string[]; context: string[]; first: WrittenForest; second: WrittenForest
  /** From the trees' share to how often that was right: points of a rising line. */
  calibration: [number, number][]
  matchedFrom: number; answeredFrom: number
}

const unlikely = 0.001
/** So far behind at the first guess, nothing was ever meant; the trees need not look. */
const hopeless = 7

let judging = readyToJudge(model as unknown as Model)

/** Judges by other parameters from now on: to measure what was learned from a part. */
export function judgeBy(other: Model): void {
  judging = readyToJudge(other)
}

function readyToJudge(learned: Model) {
  const { calibration, matchedFrom, answeredFrom } = learned
  return { first: grown(learned.first, learned.features, features), second: grown(learned.second, learned.context, contextFeatures), calibration, matchedFrom, answeredFrom }
}

export const matchedFrom = (): number => judging.matchedFrom
/** From here on the first candidate is worth being given as the answer to a machine that cannot choose. */
export const answeredFrom = (): number => judging.answeredFrom

/** What the trees look at. */
export function worthALook(found: readonly Found[]): Found[] {
  const best = found.reduce((most, { look }) => Math.max(most, look), -Infinity)
  return found.filter(({ look }) => look >= best - hopeless)
}

/** The likeliest first. */
export function judge(gathered: readonly Found[]): Found[] {
  const { first, second, calibration } = judging
  const found = worthALook(gathered)
  for (const each of found) each.score = scoreOf(first, each.values)
  found.sort((a, b) => b.score - a.score)
  const again = found.slice(0, lookedAtTwice).map((_, place) => scoreOf(second, contextOf(found, place)))
  found.forEach((each, place) => { each.confidence = place < again.length ? calibrated(1 / (1 + Math.exp(-(again[place] as number))), calibration) : unlikely })
  return found.sort((a, b) => b.confidence - a.confidence || b.score - a.score)
}

export function calibrated(share: number, points: readonly [number, number][]): number {
  let [lastShare, lastRight] = [0, 0]
  for (const [next, right] of [...points, [1, 1] as const]) {
    if (share <= next) return next === lastShare ? right : lastRight + (right - lastRight) * (share - lastShare) / (next - lastShare)
    ;[lastShare, lastRight] = [next, right]
  }
  return 1
}

function grown(written: WrittenForest, names: readonly string[], order: readonly string[]): Forest {
  const place = names.map(name => order.indexOf(name))
  return { base: written.base, trees: written.trees.map(nodes => treeOf(nodes, place)) }
}

function treeOf(nodes: Written, place: readonly number[]): Tree {
  const tree: Tree = { feature: [], threshold: [], left: [], right: [], value: [] }
  for (const node of nodes) {
    const [feature, threshold, left, right] = typeof node === 'number' ? [-1, 0, 0, 0] : node
    tree.feature.push(feature < 0 ? -1 : place[feature] ?? -1)
    tree.threshold.push(threshold)
    tree.left.push(left)
    tree.right.push(right)
    tree.value.push(typeof node === 'number' ? node : 0)
  }
  return tree
}
