// One name for a shape that an API document says in many places: said once, it is a fifth as long, and a program made from it has one type.

type Json = { [key: string]: unknown }

/** What is shorter than this is said where it stands. */
const worthAName = 200

/**
 * Takes the paths of a document and its named schemas. Every object schema that stands there twice or more is put among the schemas, called
 * by the word it stands under, and referred to. Gives the paths as they are then.
 */
export function shareShapes<Paths extends Record<string, Record<string, Json>>>(paths: Paths, schemas: Json): Paths {
  const seen = counted(paths)
  const names = new Map<number, string>()

  const nameOf = (number: number, word: string): string => {
    const stem = word.replace(/\W+/g, ' ').trim().split(' ').map((part) => part[0]!.toUpperCase() + part.slice(1)).join('')
    for (let nth = 1; ; nth++) {
      const name = nth === 1 ? stem : `${stem}${nth}`
      if (name in schemas) continue
      names.set(number, name)
      return name
    }
  }

  const written = (node: unknown, word: string, among = ''): unknown => {
    if (Array.isArray(node)) return node.map((part) => written(part, word))
    if (typeof node !== 'object' || node === null) return node
    const number = seen.numberOf(node)
    const shared = isObject(node) && seen.times(number) > 1 && seen.length(number) >= worthAName
    const known = shared ? names.get(number) : undefined
    const name = known ?? (shared ? nameOf(number, word) : undefined)
    if (name && known === undefined) {
      // The place first: what stands inside may bear the same word.
      schemas[name] = {}
      schemas[name] = parts(node, word, among)
    }
    return name ? { $ref: `#/components/schemas/${name}` } : parts(node, word, among)
  }

  const parts = (node: object, word: string, among: string): Json =>
    Object.fromEntries(Object.entries(node).map(([key, part]) => [key, written(part, wordFor(key, word, among), key)]))

  for (const path of Object.values(paths)) {
    for (const [method, operation] of Object.entries(path)) path[method] = written(operation, one(String((operation['tags'] as string[] | undefined)?.[0] ?? 'shape'))) as Json
  }
  return paths
}

const isObject = (node: object): boolean => 'properties' in node && (node as Json)['type'] === 'object'

/** A property names what stands in it; a list names one of what it holds. */
const wordFor = (key: string, word: string, among: string): string => (among === 'properties' && key !== 'rows' ? key : key === 'items' ? one(word) : word)

const one = (word: string): string => (word.endsWith('ies') ? `${word.slice(0, -3)}y` : /[^s]s$/.test(word) ? word.slice(0, -1) : word)

/** Equal parts have equal numbers: each is written by the numbers of what it holds, so that nothing is written out twice. */
function counted(whole: object) {
  const numbers = new Map<string, number>()
  const [times, lengths]: [number[], number[]] = [[], []]
  const of = new WeakMap<object, number>()

  const visit = (node: unknown): [said: string, length: number] => {
    if (typeof node !== 'object' || node === null) {
      const said = JSON.stringify(node)
      return [said, said.length]
    }
    const held = Object.entries(node).map(([key, part]) => { const [said, length] = visit(part); return { said: `${JSON.stringify(key)}:${said}`, length: length + key.length + 4 } })
    const said = `${Array.isArray(node) ? 'list' : 'map'} ${held.map((one) => one.said).join()}`
    const number = numbers.get(said) ?? numbers.size
    numbers.set(said, number)
    of.set(node, number)
    times[number] = (times[number] ?? 0) + 1
    lengths[number] = held.reduce((sum, { length }) => sum + length, 2)
    return [`#${number}`, lengths[number]]
  }
  visit(whole)
  return { numberOf: (node: object) => of.get(node)!, times: (number: number) => times[number]!, length: (number: number) => lengths[number]! }
}
