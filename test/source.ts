// Every source file of the house, parsed once, for the tests that look at the house itself.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'vite'

export type Import = { to: string; onlyTypes: boolean; dynamic: boolean }
export type Source = { file: string; text: string; lines: number; imports: Import[]; functions: { name: string; lines: number }[] }

/** `file` is counted from the root of the project: `src/domains/agreements/model.ts`. */
export const sources: Source[] = globSync(['src/**/*.{ts,tsx}', 'test/**/*.ts', 'bench/**/*.ts', 'bin/*.mjs', '*.config.ts']).toSorted().map(read)

function read(file: string): Source {
  const text = readFileSync(file, 'utf8')
  const { module, program, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`)
  const named = (value: string) => placeOf(file, value)
  const direct = module.staticImports.map(({ moduleRequest, entries }) =>
    ({ to: named(moduleRequest.value), onlyTypes: entries.length > 0 && entries.every(({ isType }) => isType), dynamic: false }))
  const passedOn = module.staticExports.flatMap(({ entries }) => entries).filter(({ moduleRequest }) => moduleRequest)
    .map(({ moduleRequest, isType }) => ({ to: named(moduleRequest!.value), onlyTypes: isType, dynamic: false }))
  const later = module.dynamicImports.map(({ moduleRequest }) => text.slice(moduleRequest.start, moduleRequest.end))
    .filter((written) => /^['"]/.test(written)).map((written) => ({ to: named(written.slice(1, -1)), onlyTypes: false, dynamic: true }))
  return { file, text, lines: linesOf(text), imports: [...direct, ...passedOn, ...later], functions: [...functionsIn(program, text)] }
}

/** A file of ours from the root of the project, or `package name`. */
function placeOf(file: string, to: string): string {
  if (to.startsWith('#src/')) return `src/${to.slice(5)}`
  if (to.startsWith('#test/')) return `test/${to.slice(6)}`
  if (to.startsWith('#')) return `src/${to.slice(1)}`
  if (to.startsWith('.')) return normalize(join(dirname(file), to)).replaceAll('\\', '/').replace(/\?.*$/, '')
  return `package ${to}`
}

function linesOf(text: string): number {
  return text.split('\n').length - Number(text.endsWith('\n'))
}

type Node = { type: string; start: number; end: number; id?: { name: string } | null; key?: { name?: string } }

/** A function is named by itself, by the variable or property it is put into, or by the function it is given to. */
function* functionsIn(program: unknown, text: string): Generator<{ name: string; lines: number }> {
  const waiting: { node: unknown; name: string }[] = [{ node: program, name: '' }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, name } = next
    if (Array.isArray(node)) { waiting.push(...node.map((inner: unknown) => ({ node: inner, name }))); continue }
    if (node === null || typeof node !== 'object') continue
    const here = node as Node
    const given = here.type === 'CallExpression' ? /^\w+/.exec(text.slice(here.start, here.start + 40))?.[0] : undefined
    const called = here.id?.name ?? here.key?.name ?? given ?? name
    if (/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(here.type)) yield { name: called, lines: linesOf(text.slice(here.start, here.end)) }
    for (const inner of Object.values(node)) if (typeof inner === 'object') waiting.push({ node: inner, name: called })
  }
}
