// Between a wording as it is kept and as it is edited. What the editor cannot show does not exist in either.
import type { Node } from 'prosemirror-model'
import type { Block, Inline, Rich } from '#platform/documents/rich.ts'
import { parted } from '../../variable-rules.ts'
import { schema } from './schema.ts'

const { nodes, marks } = schema
const made = (name: keyof typeof nodes | string, content: readonly Node[] = [], attrs?: Record<string, unknown>): Node => nodes[name]!.create(attrs ?? null, content)

export function docOf(rich: Rich): Node {
  return made('doc', rich.length > 0 ? rich.map(nodeOf) : [made('paragraph')])
}

function nodeOf(block: Block): Node {
  const paragraph = (line: Inline[]) => made('paragraph', inlineOf(line))
  if (block.kind === 'heading') return made('heading', inlineOf(block.line), { level: block.level })
  if (block.kind === 'paragraph') return paragraph(block.line)
  if (block.kind === 'list') return made(block.ordered ? 'orderedList' : 'bulletList', block.items.map((line) => made('listItem', [paragraph(line)])))
  return made('table', block.rows.map((row, at) => made('table_row', row.map((line) => made(block.head && at === 0 ? 'table_header' : 'table_cell', [paragraph(line)])))))
}

const inlineOf = (line: Inline[]): Node[] => line.flatMap(({ text, bold, italic }) => {
  const looks = [...(bold ? [marks['strong']!.create()] : []), ...(italic ? [marks['em']!.create()] : [])]
  return parted(text).map((part) => ('text' in part ? schema.text(part.text, looks) : nodes['variable']!.create({ name: part.variable }, null, looks)))
})

/** Empty paragraphs at the end are where one typed last, and no part of the wording. */
export function richOfDoc(doc: Node): Rich {
  const blocks = doc.children.map(blockOf)
  while (blocks.length > 0 && isBare(blocks.at(-1)!)) blocks.pop()
  return blocks
}

const isBare = (block: Block) => block.kind === 'paragraph' && block.line.every(({ text }) => !text.trim())

function blockOf(node: Node): Block {
  const cells = (row: Node) => row.children.map((cell) => lineOf(cell.firstChild!))
  if (node.type.name === 'heading') return { kind: 'heading', level: node.attrs['level'] as 1 | 2 | 3, line: lineOf(node) }
  if (node.type.name.endsWith('List')) return { kind: 'list', ordered: node.type.name === 'orderedList', items: node.children.map((item) => lineOf(item.firstChild!)) }
  if (node.type.name === 'table') return { kind: 'table', head: node.firstChild?.firstChild?.type.name === 'table_header', rows: node.children.map(cells) }
  return { kind: 'paragraph', line: lineOf(node) }
}

function lineOf(node: Node): Inline[] {
  const runs: Inline[] = []
  node.forEach((child) => {
    const text = child.type.name === 'variable' ? `{${child.attrs['name']}}` : child.text ?? ''
    const [bold, italic] = ['strong', 'em'].map((name) => child.marks.some(({ type }) => type.name === name))
    const last = runs.at(-1)
    if (last && Boolean(last.bold) === bold && Boolean(last.italic) === italic) last.text += text
    else runs.push({ text, ...(bold ? { bold: true } : {}), ...(italic ? { italic: true } : {}) })
  })
  return runs
}
