// No page says a word of its own: text for people comes from the rooms' words, in four languages, and never from the drawing itself.
import { expect, test } from 'vitest'
import { parseSync } from 'vite'
import { sources } from './source.ts'

/** What every language writes alike. */
const names = /^(Pamir|ROR|Pamir: |UTC|SHA-256)$/
const heard = new Set(['aria-label', 'title', 'alt', 'placeholder', 'label', 'aria-description'])

type Node = { type: string; value?: unknown; name?: { name?: string }; expression?: Node; [key: string]: unknown }

/** The texts that a file would show or read out by itself. */
function spokenIn(file: string, text: string): string[] {
  return [...walk(parseSync(file, text).program as unknown as Node)].flatMap((node) => {
    if (node.type === 'JSXText') return [String(node.value)]
    if (node.type === 'JSXExpressionContainer' && node.expression?.type === 'Literal') return [String(node.expression.value)]
    const value = node.value as Node | null | undefined
    return node.type === 'JSXAttribute' && heard.has(node.name?.name ?? '') && value?.type === 'Literal' ? [String(value.value)] : []
  }).map((said) => said.trim()).filter((said) => /\p{L}{2}/u.test(said) && !names.test(said))
}

function* walk(node: Node): Generator<Node> {
  yield node
  for (const [key, below] of Object.entries(node)) {
    // The value of an attribute is looked at with its name.
    if (node.type === 'JSXAttribute' && key === 'value' && (below as Node | null)?.type === 'JSXExpressionContainer') { yield* walk((below as Node).expression!); continue }
    for (const one of Array.isArray(below) ? below : [below]) if (one && typeof one === 'object' && 'type' in one) yield* walk(one as Node)
  }
}

test('a text in a drawing is found', () => {
  expect(spokenIn('one.tsx', 'const A = () => <p title="Save it">Hello <b>{\'there\'}</b> {text(\'web.save\')} <i className="quiet" /></p>')).toEqual(['Save it', 'Hello', 'there'])
})

test('every drawing leaves its texts to the words of its room', () => {
  // The gallery of the kit shows specimens to those who build.
  const pages = sources.filter(({ file }) => file.endsWith('.tsx') && !/\.test\.tsx$|^src\/web\/kit\//.test(file))
  expect(pages.length).toBeGreaterThan(100)
  expect(pages.flatMap(({ file, text }) => spokenIn(file, text).map((said) => `${file}: ${said}`))).toEqual([])
})
