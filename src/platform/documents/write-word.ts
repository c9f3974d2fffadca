// A paper as a Word file, for who works there. Every clause stands in a content control that carries its name, so that an edited copy
// can be read back clause by clause. Charts are given as their tables.
import type { Cell, Chart, Column, Paper, PaperBlock, PaperTable, Parallel, ParallelCell, Said, SignatureField } from './paper.ts'
import { wordPackage } from './word-package.ts'
import { cell, control, inlines, paragraph, type ParagraphLook, rich, row, runs, table, xml } from './word-text.ts'

/** Tags that Word keeps for us, up to 64 letters: a clause in a language; a number or a remark that is not part of its text. */
export const clauseTag = (clause: string, lang: string): string => `pamir:${clause}:${lang}`
export const besideTag = 'pamir-beside'
/** The same again as names of bookmarks, up to 40 letters: LibreOffice writes a file without its controls, and keeps these. */
export const clauseMark = (clause: string, lang: string): string | null => (/^[0-9a-f-]{36}$/.test(clause) && /^[a-z]{2}$/.test(lang) ? `pm_${clause.replaceAll('-', '')}_${lang}` : null)
export const besideMark = (count: number): string => `pmb_${count}`

export function writeWord(paper: Paper): Uint8Array {
  const word = new WordWriter(paper)
  const title = paper.title.map(({ lang, text }) => paragraph(lang, runs(text, lang), { style: 'Title' })).join('')
  const body = word.beside(title) + paper.blocks.map((block) => (block.kind === 'parallel' ? word.block(block) : word.beside(word.block(block)))).join('')
  const wide = paper.blocks.some((block) => block.kind === 'parallel' && block.layout === 'beside' && block.rows.some(({ cells }) => cells.length > 2))
  return wordPackage(paper, { body, wide, links: word.links, lists: word.lists })
}

const said = ({ lang, text }: Said, look: ParagraphLook = {}): string => paragraph(lang, runs(text, lang), look)
const plain = (text: string, lang: string): string => cell(said({ lang, text }))

class WordWriter {
  readonly links: string[] = []
  readonly lists: boolean[] = []
  readonly places: Map<string, number>
  readonly comesBack: boolean
  private marks = 0
  constructor(paper: Paper) {
    this.comesBack = paper.blocks.some((block) => block.kind === 'parallel' && block.rows.some(({ clause }) => clause !== undefined))
    this.places = new Map(paper.blocks.flatMap(({ id }, at) => (id === undefined ? [] : [[id, at + 1]])))
  }

  newList = (ordered: boolean): number => this.lists.push(ordered)

  /** In a file whose clauses are read back, the rest is closed: what is changed there would be lost. A report stays open. */
  beside = (inside: string): string => (this.comesBack ? control(besideTag, this.aside(inside), 'sdtContentLocked') : inside)

  aside = (inside: string): string => this.marked(besideMark(this.marks), inside)

  private marked(name: string | null, inside: string): string {
    if (!name) return inside
    const id = 2_000_000 + this.marks++
    return `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${inside}<w:bookmarkEnd w:id="${id}"/>`
  }

  named = (clause: string | undefined, { lang }: ParallelCell, inside: string): string => (clause ? control(clauseTag(clause, lang), inside) : this.beside(inside))

  block(block: PaperBlock): string {
    const at = block.id === undefined ? undefined : this.places.get(block.id)
    const mark = at === undefined ? '' : `<w:bookmarkStart w:id="${at}" w:name="at_${at}"/><w:bookmarkEnd w:id="${at}"/>`
    return mark + this.inside(block)
  }

  inside(block: PaperBlock): string {
    switch (block.kind) {
      case 'rich': return rich(block.rich, block.lang, this.newList)
      case 'note': return said(block, { style: 'Note' })
      case 'parallel': return this.parallel(block)
      case 'facts': return `${table(block.facts.map(({ label, value }) => row(plain(label, block.lang) + this.cell(value, block.lang))), [1, 2], 'none', block.lang)}<w:p/>`
      case 'table': return this.table(block)
      case 'chart': return this.table({ kind: 'table', lang: block.lang, caption: block.caption, columns: chartColumns(block), rows: chartRows(block) })
      case 'signatures': return `${table(pairs(block.fields).map((two) => row(two.map(signature).join(''))), [1, 1], 'none', 'en')}<w:p/>`
      case 'verification': return said(block) + paragraph('en', runs(block.address, 'en')) + paragraph('en', runs(block.code, 'en', { bold: true }))
      case 'page-break': return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    }
  }

  parallel({ layout, rows }: Parallel): string {
    const cells = rows.flatMap((one) => one.cells.map((inside) => ({ clause: one.clause, inside })))
    if (layout === 'after') {
      const languages = [...new Set(cells.map(({ inside }) => inside.lang))]
      return languages.flatMap((lang) => cells.filter(({ inside }) => inside.lang === lang)).map(({ clause, inside }) => this.named(clause, inside, this.parallelCell(inside, clause))).join('')
    }
    const columns = Math.max(1, ...rows.map((one) => one.cells.length))
    const lines = rows.map((one) => row(one.cells.map((inside) => this.named(one.clause, inside, cell(this.parallelCell(inside, one.clause)))).join('') + cell('').repeat(columns - one.cells.length)))
    return `${table(lines, Array.from({ length: columns }, () => 1), 'divided', rows[0]?.cells[0]?.lang ?? 'en')}<w:p/>`
  }

  /** The number and the remark stand in locked controls of their own: they are not what is agreed. */
  parallelCell({ lang, label, rich: blocks, mark }: ParallelCell, clause: string | undefined): string {
    const number = label ? control(besideTag, this.aside(runs(`${label}\u00a0 `, lang, { color: '5B616B' })), 'sdtContentLocked') : ''
    const text = this.marked(clause ? clauseMark(clause, lang) : null, rich(blocks, lang, this.newList, number) || paragraph(lang, ''))
    return text + (mark ? paragraph(lang, control(besideTag, this.aside(runs(mark, lang, { color: '5B616B' })), 'sdtContentLocked'), { style: 'Note' }) : '')
  }

  table({ lang, caption, columns, rows }: PaperTable): string {
    const head = row(columns.map(({ label }) => cell(paragraph(lang, runs(label, lang, { color: '5B616B' })))).join(''), true)
    const lines = rows.map((cells) => row(cells.map((one, at) => this.cell(one, lang, columns[at]?.align)).join('')))
    const above = caption ? paragraph(lang, inlines([{ text: caption, bold: true }], lang), { keepNext: true }) : ''
    return `${above}${table([head, ...lines], columns.map(({ share }) => share ?? 0.5), 'ruled', lang)}<w:p/>`
  }

  cell({ text, lang, bold, href }: Cell, around: string, align: Column['align'] = 'start'): string {
    const written = runs(text, lang ?? around, { bold: bold ?? false, ...(href ? { style: 'Hyperlink' } : {}) })
    return cell(paragraph(lang ?? around, href ? this.hyperlink(href, written) : written, { align }))
  }

  hyperlink(href: string, inside: string): string {
    const place = href.startsWith('#') ? this.places.get(href.slice(1)) : undefined
    if (place !== undefined) return `<w:hyperlink w:anchor="at_${place}">${inside}</w:hyperlink>`
    return /^(https?:\/\/|mailto:)/i.test(href) ? `<w:hyperlink r:id="link${this.links.push(href)}">${inside}</w:hyperlink>` : inside
  }
}

const pairs = <T>(all: T[]): T[][] => Array.from({ length: Math.ceil(all.length / 2) }, (_, at) => all.slice(at * 2, at * 2 + 2))
const signature = ({ name, lines }: SignatureField): string =>
  cell(`<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="5B616B"/></w:pBdr><w:spacing w:before="900"/></w:pPr><w:bookmarkStart w:id="${bookmark(name)}" w:name="sign_${xml(name).slice(0, 30)}"/><w:bookmarkEnd w:id="${bookmark(name)}"/></w:p>${lines.map((line) => said(line)).join('')}`)
const bookmark = (name: string): number => 100_000 + [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 800_000, 7)

const chartColumns = ({ columns }: Chart): Column[] => columns.map((label, at) => ({ label, ...(at === 0 ? { share: 1 } : {}) }))

function chartRows(chart: Chart): Cell[][] {
  const cells = (...values: (string | number)[]): Cell[] => values.map((value) => ({ text: String(value) }))
  if (chart.chart === 'timeline') return chart.rows.map(({ shown, label }) => cells(shown, label))
  if (chart.chart === 'rings') return chart.rows.map(({ label, expected, claimed, confirmed }) => cells(label, expected, claimed, confirmed))
  return chart.rows.map(({ label, first, second }) => cells(label, first, second))
}
