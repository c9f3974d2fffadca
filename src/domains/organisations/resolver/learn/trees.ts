// Gradient-boosted trees for yes-or-no questions: histograms, leaf by leaf (Friedman 2001; Ke et al. 2017, LightGBM).
export type Tree = { feature: number[]; threshold: number[]; left: number[]; right: number[]; value: number[] }
export type Forest = { base: number; trees: Tree[] }
export type Options = { trees: number; leaves: number; rate: number; rows: number; columns: number; seed: number }
/** Row by row, `width` numbers each; `weight` says how much each row counts. */
export type Table = { values: Float32Array; width: number; yes: Uint8Array; weight: Float32Array }

const bins = 64
const ridge = 5
const leastInLeaf = 5

export function growForest(table: Table, options: Options): Forest {
  const chance = chances(options.seed)
  const binned = intoBins(table)
  const rows = table.yes.length
  const base = logOdds(table)
  const score = new Float64Array(rows).fill(base)
  const slope = new Float64Array(rows)
  const bend = new Float64Array(rows)
  const trees: Tree[] = []
  for (let round = 0; round < options.trees; round++) {
    for (let row = 0; row < rows; row++) {
      const share = 1 / (1 + Math.exp(-(score[row] as number)))
      const weight = table.weight[row] as number
      slope[row] = weight * (share - (table.yes[row] as number))
      bend[row] = weight * Math.max(1e-6, share * (1 - share))
    }
    const sample = Int32Array.from(Array.from({ length: rows }, (_, row) => row).filter(() => chance() < options.rows))
    const columns = Array.from({ length: table.width }, (_, column) => column).filter(() => chance() < options.columns)
    const tree = growTree({ table, binned, slope, bend, columns, options }, sample)
    trees.push(tree)
    for (let row = 0; row < rows; row++) score[row] = (score[row] as number) + valueOf(tree, table.values, row * table.width)
  }
  return { base, trees }
}

export function valueOf({ feature, threshold, left, right, value }: Tree, values: ArrayLike<number>, from: number): number {
  let node = 0
  while ((feature[node] as number) >= 0) node = ((values[from + (feature[node] as number)] as number) <= (threshold[node] as number) ? left[node] : right[node]) as number
  return value[node] as number
}

export function scoreOf(forest: Forest, values: ArrayLike<number>, from = 0): number {
  let score = forest.base
  for (const tree of forest.trees) score += valueOf(tree, values, from)
  return score
}

type Binned = { bin: Uint8Array; cuts: number[][] }
type Ground = { table: Table; binned: Binned; slope: Float64Array; bend: Float64Array; columns: number[]; options: Options }
type Node = { at: number; rows: Int32Array; slopes: Float64Array; bends: Float64Array; slope: number; bend: number; gain: number; column: number; cut: number }

function growTree(ground: Ground, sample: Int32Array): Tree {
  const tree: Tree = { feature: [], threshold: [], left: [], right: [], value: [] }
  const open = [leaf(ground, tree, sample)]
  for (let leaves = 1; leaves < ground.options.leaves; leaves++) {
    const best = open.reduce((most, node) => node.gain > most.gain ? node : most, open[0] as Node)
    if (best.gain <= 1e-6) break
    open.splice(open.indexOf(best), 1)
    open.push(...split(ground, tree, best))
  }
  return tree
}

function split(ground: Ground, tree: Tree, node: Node): Node[] {
  const { binned, table, columns } = ground
  const column = columns[node.column] as number
  const offset = column * table.yes.length
  const isLeft = (row: number): boolean => (binned.bin[offset + row] as number) <= node.cut
  const left = node.rows.filter(isLeft)
  const right = node.rows.filter(row => !isLeft(row))
  const [small, large] = left.length < right.length ? [left, right] : [right, left]
  const smaller = leaf(ground, tree, small)
  const rest = { slopes: node.slopes.map((sum, at) => sum - (smaller.slopes[at] as number)), bends: node.bends.map((sum, at) => sum - (smaller.bends[at] as number)) }
  const larger = leaf(ground, tree, large, rest)
  tree.feature[node.at] = column
  tree.threshold[node.at] = binned.cuts[column]?.[node.cut] as number
  tree.left[node.at] = small === left ? smaller.at : larger.at
  tree.right[node.at] = small === left ? larger.at : smaller.at
  return [smaller, larger]
}

function leaf(ground: Ground, tree: Tree, rows: Int32Array, sums = histogram(ground, rows)): Node {
  let slope = 0
  let bend = 0
  for (const row of rows) {
    slope += ground.slope[row] as number
    bend += ground.bend[row] as number
  }
  const at = tree.feature.push(-1) - 1
  tree.threshold.push(0)
  tree.left.push(0)
  tree.right.push(0)
  tree.value.push(-ground.options.rate * slope / (bend + ridge))
  return bestCut(ground, { at, rows, ...sums, slope, bend, gain: 0, column: 0, cut: 0 })
}

function histogram({ table, binned, slope, bend, columns }: Ground, rows: Int32Array): { slopes: Float64Array; bends: Float64Array } {
  const slopes = new Float64Array(columns.length * bins)
  const bends = new Float64Array(columns.length * bins)
  columns.forEach((column, place) => {
    const offset = column * table.yes.length
    for (const row of rows) {
      const at = place * bins + (binned.bin[offset + row] as number)
      slopes[at] = (slopes[at] as number) + (slope[row] as number)
      bends[at] = (bends[at] as number) + (bend[row] as number)
    }
  })
  return { slopes, bends }
}

function bestCut({ binned, columns }: Ground, node: Node): Node {
  const own = node.slope ** 2 / (node.bend + ridge)
  columns.forEach((column, place) => {
    let slope = 0
    let bend = 0
    for (let cut = 0; cut < (binned.cuts[column] as number[]).length; cut++) {
      slope += node.slopes[place * bins + cut] as number
      bend += node.bends[place * bins + cut] as number
      const other = node.bend - bend
      if (bend < leastInLeaf || other < leastInLeaf) continue
      const gain = slope ** 2 / (bend + ridge) + (node.slope - slope) ** 2 / (other + ridge) - own
      if (gain > node.gain) Object.assign(node, { gain, column: place, cut })
    }
  })
  return node
}

function intoBins({ values, width, yes }: Table): Binned {
  const rows = yes.length
  const bin = new Uint8Array(rows * width)
  const cuts = Array.from({ length: width }, (_, column) => {
    const own = Float32Array.from({ length: rows }, (_, row) => values[row * width + column] as number)
    const cut = cutsOf(own.slice().sort())
    for (let row = 0; row < rows; row++) bin[column * rows + row] = binOf(own[row] as number, cut)
    return cut
  })
  return { bin, cuts }
}

function cutsOf(sorted: Float32Array): number[] {
  const distinct = [...new Set(sorted)]
  const edges = distinct.length <= bins ? distinct : [...new Set(Array.from({ length: bins }, (_, part) => sorted[Math.floor(sorted.length * part / bins)] as number))]
  return edges.slice(1).map((edge, at) => Math.round((edge + (edges[at] as number)) * 5000) / 10_000)
}

function binOf(value: number, cuts: readonly number[]): number {
  let low = 0
  let high = cuts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= (cuts[middle] as number)) high = middle
    else low = middle + 1
  }
  return low
}

function logOdds({ yes, weight }: Table): number {
  let all = 0
  let positive = 0
  yes.forEach((one, row) => {
    all += weight[row] as number
    positive += one * (weight[row] as number)
  })
  return Math.log(positive / (all - positive))
}

/** The same numbers in every run (mulberry32). */
function chances(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
