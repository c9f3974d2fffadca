// What a Word file says, in articles and clauses: a text from elsewhere is taken apart, an edited copy of ours compared clause by clause.
import { type Block, plainOf, type Rich, textOf } from '#platform/documents/rich.ts'
import { canonical } from '#platform/audit/journal.ts'
import type { Id, Locale } from '#platform/kinds.ts'
import type { Given, Wordings } from './model.ts'
import type { Snapshot } from './negotiation-model.ts'

/** A piece of a Word file; `id` and `lang` where it is a clause that was written here. */
export type WordPiece = { id?: string; lang?: string; blocks: Rich }
export type ReadWord = (bytes: Uint8Array) => Promise<{ parts: WordPiece[]; problems: { key: string; count: number }[] }>

/** A preamble has a heading and no number. */
export type ReadArticle = { title: Rich; numbered: boolean; clauses: Rich[] }

/** A heading begins an article; each paragraph is a clause, and a list or table belongs to the paragraph before it. */
export function articlesIn(parts: readonly WordPiece[]): ReadArticle[] {
  const articles: ReadArticle[] = []
  for (const block of parts.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'heading') { articles.push({ title: [{ kind: 'paragraph', line: onlyNumber.test(textOf(block.line)) ? [] : unnumbered(block.line) }], numbered: !preamble.test(textOf(block.line).trim()), clauses: [] }); continue }
    if (articles.length === 0) articles.push({ title: [], numbered: false, clauses: [] })
    const clauses = articles.at(-1)!.clauses
    const last = clauses.at(-1)
    if (block.kind === 'paragraph' && !plainOf([block]).trim()) continue
    if (block.kind === 'paragraph' || !last) clauses.push([block.kind === 'paragraph' ? { ...block, line: unnumbered(block.line) } : block])
    else last.push(block)
  }
  return articles.filter(({ title, clauses }) => title.length > 0 || clauses.length > 0)
}

const preamble = /^(?:preamble|преамбула|序言|前言|تمہید|دیباچہ)$/iu

/** Numbers are ours to give: «Article 2. », «第二条 », «2.1 » at the beginning of a line are taken off. */
const number = /^\s*(?:(?:article|section|clause|статья|пункт|раздел|دفعہ|شق|آرٹیکل)\s+[\p{Nd}ivxlc]+(?!\p{L})|第\s*[〇一二三四五六七八九十百\d]+\s*[条章节款]|\p{Nd}+(?:\.\p{Nd}+)+\.?|\p{Nd}+[.)](?=\s))[\s.:：、۔،—–-]*/iu
const onlyNumber = new RegExp(`${number.source}$`, 'iu')
function unnumbered(line: Extract<Block, { kind: 'paragraph' }>['line']) {
  const [first, ...rest] = line
  if (!first) return line
  const text = first.text.replace(number, '')
  return text || rest.length > 0 ? [...(text ? [{ ...first, text }] : []), ...rest] : line
}

export type Edited = { changed: { clauseId: Id; wordings: Wordings }[]; removed: Id[] }

/** How the clauses of an edited copy differ from the text that it was made of. */
export function editsIn(parts: readonly WordPiece[], text: Snapshot, stored: (clauseId: Id, lang: Locale) => Rich | undefined, values: Record<string, Given>): Edited {
  const clauses = new Map<Id, { wordings: Wordings; heading: boolean }>(text.articles.flatMap(({ id, title, clauses: within }) =>
    [{ id, wordings: title, heading: true }, ...within.map((one) => ({ ...one, heading: false }))].map(({ id: clauseId, wordings, heading }) => [clauseId, { wordings, heading }] as const)))
  const ours = parts.filter((part): part is WordPiece & { id: string; lang: Locale } => part.id !== undefined && clauses.has(part.id) && text.languages.includes(part.lang as Locale))
  const changed = new Map<Id, Wordings>()
  for (const { id, lang, blocks } of ours) {
    const { wordings, heading } = clauses.get(id)!
    const said = heading ? asTitle(blocks) : blocks.filter((block) => plainOf([block]).trim())
    if (said.length === 0 || sameSaid(heading ? asTitle(wordings[lang] ?? []) : wordings[lang] ?? [], said)) continue
    changed.set(id, { ...changed.get(id), [lang]: withVariables(said, stored(id, lang) ?? [], values, lang) })
  }
  const there = new Set(ours.filter(({ blocks }) => blocks.some((block) => plainOf([block]).trim())).map(({ id }) => id))
  // A copy of which most is missing was cut, not edited: nothing is concluded from what it lacks.
  const whole = there.size * 3 >= clauses.size * 2
  const worded = [...clauses].filter(([, { wordings }]) => Object.keys(wordings).length > 0).map(([id]) => id)
  return {
    changed: [...changed].map(([clauseId, wordings]) => ({ clauseId, wordings })), removed: whole ? worded.filter((id) => !there.has(id)) : [],
  }
}

const asTitle = (rich: Rich): Rich => { const text = plainOf(rich).replaceAll('\n', ' ').trim(); return text ? [{ kind: 'paragraph', line: [{ text }] }] : [] }

/** What a person reads is compared, with what is bold or in italics; runs may be cut differently by Word. */
const sameSaid = (one: Rich, other: Rich) => canonical(one.map(plain)) === canonical(other.map(plain))
const plain = (block: Block) => ({ ...block, line: undefined, items: undefined, rows: undefined, said: plainOf([block]).replaceAll(/[\s\u00a0]+/g, ' ').trim(), ...('line' in block ? { looks: looks(block.line) } : {}) })
const looks = (line: { text: string; bold?: true | undefined; italic?: true | undefined }[]) => textOf(line.filter(({ bold, italic }) => bold || italic)).replaceAll(/\s+/g, ' ').trim()

/** A variable that stood in the clause stands there again where its meaning is still said. */
function withVariables(said: Rich, before: Rich, values: Record<string, Given>, lang: Locale): Rich {
  const names = Object.keys(values).filter((name) => plainOf(before).includes(`{${name}}`) && values[name]?.[lang]).toSorted((a, b) => values[b]![lang]!.length - values[a]![lang]!.length)
  const put = (text: string) => names.reduce((all, name) => all.replaceAll(values[name]![lang]!, `{${name}}`), text)
  const inLine = <T extends { text: string }>(line: T[]): T[] => line.map((run) => ({ ...run, text: put(run.text) }))
  return said.map((block): Block => {
    if (block.kind === 'list') return { ...block, items: block.items.map(inLine) }
    return block.kind === 'table' ? { ...block, rows: block.rows.map((row) => row.map(inLine)) } : { ...block, line: inLine(block.line) }
  })
}
