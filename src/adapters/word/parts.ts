// From what was read to parts: one for each clause that is known by its control, and one for each heading with what follows it.
import { type Block, type Inline, type Rich, textOf } from '#platform/documents/rich.ts'
import type { Clause, Item, TrackedChange } from './items.ts'
import { limits } from './limits.ts'

/** `id` and `lang`: the clause that this was when it was written here. Without them it is new, or from elsewhere. */
export interface WordPart { id?: string; lang?: string; blocks: Rich; changes: TrackedChange[] }

export function partsOf(items: Item[], twice: () => void): WordPart[] {
  const parts: WordPart[] = []
  const known = new Set<string>()
  let current: { clause: Clause | null; part: WordPart } | undefined
  for (const item of items) {
    if (!current || current.clause !== item.clause || (item.clause === null && begins(item, current.part)) || current.part.blocks.length >= limits.rich.blocks) {
      const id = item.clause ? named(item.clause, known, current?.clause === item.clause, twice) : {}
      current = { clause: item.clause, part: { ...id, blocks: [], changes: [] } }
      parts.push(current.part)
    }
    add(current.part, item)
  }
  return parts.filter(({ id, blocks, changes }) => id !== undefined || blocks.length > 0 || changes.length > 0)
}

function named({ id, lang }: Clause, known: Set<string>, goesOn: boolean, twice: () => void): { id?: string; lang?: string } {
  const key = `${id}:${lang}`
  if (known.has(key)) {
    if (!goesOn) twice()
    return {}
  }
  known.add(key)
  return { id, lang }
}

const begins = (item: Item, { blocks }: WordPart): boolean => item.kind === 'block' && item.block.kind === 'heading' && blocks.length > 0

function add(part: WordPart, item: Item): void {
  if (item.kind === 'change') part.changes.push(item.change)
  if (item.kind === 'block') part.blocks.push(item.clause ? item.block : asHeading(item.block))
  if (item.kind === 'entry') addEntry(part.blocks, item)
}

const lists = new WeakMap<Block, string>()

function addEntry(blocks: Block[], { list, ordered, line }: Item & { kind: 'entry' }): void {
  const last = blocks.at(-1)
  if (last?.kind === 'list' && lists.get(last) === list && last.ordered === ordered && last.items.length < limits.rich.items) return void last.items.push(line)
  const block: Block = { kind: 'list', ordered, items: [line] }
  lists.set(block, list)
  blocks.push(block)
}

/** Most agreements are written without Word's headings: a short line of its own that says "Article 2" is one, in the four languages. */
const article = /^(?:(?:article|section|clause|chapter|статья|раздел|глава|دفعہ|آرٹیکل|شق|باب)\s+(?:\p{Nd}+|[ivxlc]+)(?!\p{L})|第\s*[〇一二三四五六七八九十百\d]+\s*[条章節节]|(?:preamble|преамбула|序言|前言|تمہید)$)/iu

function asHeading(block: Block): Block {
  if (block.kind !== 'paragraph') return block
  const text = textOf(block.line)
  const plain = (line: Inline[]): Inline[] => line.map(({ text: letters }) => ({ text: letters }))
  return text.length <= 120 && article.test(text) && !/[.;:。；：۔]$/.test(text) ? { kind: 'heading', level: 1, line: plain(block.line) } : block
}
