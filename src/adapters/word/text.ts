// Reads the text of a Word file tag by tag (ECMA-376 part 1, 17; tracked changes 17.13.5; content controls 17.5.2).
import type { Inline } from '#platform/documents/rich.ts'
import type { Tags } from '#platform/office/xml.ts'
import { blocksOf, type Clause, type Item, lineOf, type Table, type TrackedChange } from './items.ts'
import { limits } from './limits.ts'
import { counter, type Numbering } from './numbering.ts'
import { refusal } from './refuse.ts'
import { headingOf, isOn, listOf, type Style, type Styles } from './styles.ts'

export type Problem = 'pictures-left-out' | 'links-left-out' | 'notes-left-out' | 'comments-left-out' | 'hidden-text-left-out' | 'formulas-left-out' | 'objects-left-out' | 'symbols-left-out' | 'clauses-twice' | 'looks-left-out'

/** `clause`: in which its first letter stands; nothing until there is one. */
interface Paragraph { clause?: Clause | null; inlines: Inline[]; style: string; list: string | null; depth: number | null; markDeleted: boolean }
interface Run { bold: boolean; italic: boolean; hidden: boolean }

/** What is left out whole: an older twin of what stands before it, field codes, and what is no text. */
const skipped: Record<string, Problem | null> = {
  Fallback: null, instrText: null, delInstrText: null, rPrChange: null, pPrChange: null, tblPrChange: null, tcPrChange: null, trPrChange: null, sectPrChange: null, numberingChange: null, tblPrExChange: null,
  oMathPara: 'formulas-left-out', oMath: 'formulas-left-out', object: 'objects-left-out', altChunk: 'objects-left-out', footnoteReference: 'notes-left-out', endnoteReference: 'notes-left-out',
  commentReference: 'comments-left-out', blip: 'pictures-left-out', imagedata: 'pictures-left-out', sym: 'symbols-left-out', sdtEndPr: null, ruby: null,
}
const changes: Record<string, TrackedChange['kind']> = { ins: 'inserted', moveTo: 'inserted', del: 'deleted', moveFrom: 'deleted' }
/** How a clause, and what is no part of one, is called in a copy that lost its controls. */
const clauseMark = /^pm_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_([a-z]{2})$/
const besideMark = /^pmb_\d+$/
const clauseTag = /^pamir:([\w-]{1,40}):([\w-]{1,20})$/

export class TextReader implements Tags {
  readonly items: Item[] = []
  readonly problems = new Map<Problem, number>()
  private readonly styles: Styles
  private readonly count: ReturnType<typeof counter>
  private readonly path: string[] = []
  private skipFrom = Infinity
  private readonly controls: { clause: Clause | null; beside: boolean }[] = []
  private marks: { id: string; name: string; clause: Clause | null; beside: boolean }[] = []
  private readonly paragraphs: Paragraph[] = []
  private readonly tables: Table[] = []
  private readonly changing: (TrackedChange & { depth: number })[] = []
  private run: Run = { bold: false, italic: false, hidden: false }
  private carried: Inline[] = []
  private seen = { characters: 0, paragraphs: 0, tables: 0 }
  private takes = false

  constructor(styles: Styles, numbering: Numbering) {
    this.styles = styles
    this.count = counter(numbering)
  }

  say = (problem: Problem): void => void this.problems.set(problem, (this.problems.get(problem) ?? 0) + 1)

  open(tag: string, attributes: Record<string, string>): void {
    if (this.path.push(tag) > limits.depth) throw refusal('too-deep')
    if (this.path.length > this.skipFrom) return
    const problem = skipped[tag]
    if (problem !== undefined) {
      if (problem) this.say(problem)
      this.skipFrom = this.path.length
    } else if (this.under('pPr') || this.under('rPr') || this.under('sdtPr') || this.under('trPr')) this.describe(tag, attributes)
    else this.begin(tag, attributes)
  }

  close(tag: string): void {
    const depth = this.path.length
    this.path.pop()
    if (depth === this.skipFrom) this.skipFrom = Infinity
    else if (depth < this.skipFrom) this.end(tag, depth)
  }

  text(text: string): void {
    if (this.takes && this.path.length < this.skipFrom) this.take(text)
  }

  private under(tag: string): boolean {
    return this.path.includes(tag, Math.max(0, this.path.length - 4)) && this.path.at(-1) !== tag
  }

  /** What a paragraph, a run, a control or a row says of itself. */
  private describe(tag: string, attributes: Record<string, string>): void {
    const value = attributes['w:val'] ?? ''
    const paragraph = this.paragraphs.at(-1)
    const control = this.controls.at(-1)
    if (this.under('sdtPr')) { if (tag === 'tag' && control) this.nameControl(control, value) }
    else if (this.under('trPr')) { this.describeRow(tag, value) }
    else if (this.under('pPr') && paragraph) describeParagraph(paragraph, tag, value)
    else if (tag === 'b') this.run.bold = isOn(attributes['w:val'])
    else if (tag === 'i') this.run.italic = isOn(attributes['w:val'])
    else if (tag === 'vanish' || tag === 'webHidden') this.run.hidden = isOn(attributes['w:val'])
    else if (tag === 'rStyle') this.wear(this.styles.get(value))
  }

  private describeRow(tag: string, value: string): void {
    const table = this.tables.at(-1)
    if (table && tag === 'del') table.dropRow = true
    if (table && tag === 'tblHeader' && table.rows.length === 1) table.head = isOn(value)
  }

  private wear(style: Style | undefined): void {
    this.run = { ...this.run, bold: this.run.bold || (style?.bold ?? false), italic: this.run.italic || (style?.italic ?? false) }
  }

  private nameControl(control: { clause: Clause | null; beside: boolean }, tag: string): void {
    const [, id, lang] = clauseTag.exec(tag) ?? []
    if (id && lang) this.beginClause((control.clause = { id, lang }))
    if (tag === 'pamir-beside') control.beside = true
  }

  private beginClause(clause: Clause): void {
    for (const table of this.tables) table.layout = true
    this.items.push({ kind: 'begin', clause })
  }

  /** A bookmark that was written here counts only where the control that said the same is gone. */
  private beginMark({ 'w:id': id = '', 'w:name': name = '' }: Record<string, string>): void {
    // LibreOffice begins some twice and ends them once.
    this.marks = this.marks.filter((one) => one.name !== name)
    const [, ...parts] = clauseMark.exec(name) ?? []
    const lang = parts.pop()
    if (lang && !this.clause()) {
      const clause = { id: parts.join('-'), lang }
      this.marks.push({ id, name, clause, beside: false })
      this.beginClause(clause)
    } else if (besideMark.test(name)) this.marks.push({ id, name, clause: null, beside: true })
  }

  private clause(): Clause | null {
    return (this.controls.findLast(({ clause }) => clause) ?? this.marks.findLast(({ clause }) => clause))?.clause ?? null
  }

  private begin(tag: string, attributes: Record<string, string>): void {
    const change = changes[tag]
    if (change) this.changing.push({ kind: change, text: '', by: attributes['w:author'] ?? null, at: attributes['w:date'] ?? null, depth: this.path.length })
    else if (tag === 'sdt') this.controls.push({ clause: null, beside: false })
    else if (tag === 'bookmarkStart') this.beginMark(attributes)
    else if (tag === 'bookmarkEnd') this.marks = this.marks.filter(({ id }) => id !== attributes['w:id'])
    else if (tag === 'p') this.paragraphs.push({ inlines: [], style: '', list: null, depth: null, markDeleted: false })
    else if (tag === 'tbl') this.beginTable()
    else if (tag === 'tr' && this.tables.length > 0) Object.assign(this.tables.at(-1)!, { dropRow: false }).rows.push([])
    else if (tag === 'tc') this.tables.at(-1)?.rows.at(-1)?.push([])
    else if (tag === 'r') this.run = { bold: false, italic: false, hidden: false }
    else if (tag === 't' || tag === 'delText') this.takes = true
    else if (tag === 'tab') this.take('\t')
    else if (tag === 'br' || tag === 'cr') this.take(attributes['w:type'] === 'page' || attributes['w:type'] === 'column' ? '' : '\n')
    else if (tag === 'noBreakHyphen') this.take('\u2011')
  }

  private beginTable(): void {
    if (++this.seen.tables > limits.tables) throw refusal('too-many-tables', { limit: limits.tables })
    this.tables.push({ clause: this.clause(), from: this.items.length, rows: [], head: false, layout: false, dropRow: false })
  }

  private take(text: string): void {
    const paragraph = this.paragraphs.at(-1)
    if (!paragraph || this.controls.some(({ beside }) => beside) || this.marks.some(({ beside }) => beside)) return
    paragraph.clause ??= this.clause()
    if ((this.seen.characters += text.length) > limits.characters) throw refusal('too-much-text')
    for (const change of this.changing) change.text += text
    if (this.changing.some(({ kind }) => kind === 'deleted')) return
    if (this.run.hidden) return this.say('hidden-text-left-out')
    paragraph.inlines.push({ text, ...(this.run.bold ? { bold: true } : {}), ...(this.run.italic ? { italic: true } : {}) })
  }

  private end(tag: string, depth: number): void {
    if (tag === 't' || tag === 'delText') this.takes = false
    else if (tag === 'p') this.endParagraph()
    else if (tag === 'tr') { if (this.tables.at(-1)?.dropRow) this.tables.at(-1)!.rows.pop() }
    else if (tag === 'tbl') this.endTable()
    else if (tag === 'sdt') this.controls.pop()
    else if (this.changing.at(-1)?.depth === depth && changes[tag]) this.endChange()
  }

  private endChange(): void {
    const { depth: _, ...change } = this.changing.pop()!
    if (change.text.trim()) this.items.push({ kind: 'change', change, clause: this.clause() })
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop()
    if (!paragraph) return
    if (++this.seen.paragraphs > limits.paragraphs) throw refusal('too-much-text')
    const inlines = [...this.carried, ...paragraph.inlines]
    this.carried = paragraph.markDeleted ? inlines : []
    if (!paragraph.markDeleted) this.put(paragraph, lineOf(inlines, () => this.say('looks-left-out')))
  }

  private put({ clause: began, style, list, depth }: Paragraph, line: Inline[]): void {
    if (line.length === 0) return
    const clause = began ?? this.clause()
    const table = this.tables.at(-1)
    const heading = headingOf(this.styles, style)
    const from = list === null ? listOf(this.styles, style) : { list, depth: depth ?? 0 }
    const numbered = from ? this.count(from.list, from.depth, heading !== null) : undefined
    const whole: Inline[] = numbered?.kind === 'label' ? [{ text: `${numbered.label} ` }, ...line] : line
    if (table?.clause === clause) table?.rows.at(-1)?.at(-1)?.push(...(table.rows.at(-1)!.at(-1)!.length > 0 ? [{ text: '\n' }] : []), ...whole)
    if (numbered && numbered.kind !== 'label') this.items.push({ kind: 'entry', list: from!.list, ordered: numbered.kind === 'item', line, clause })
    else this.items.push({ kind: 'block', clause, block: heading ? { kind: 'heading', level: heading, line: whole } : { kind: 'paragraph', line: whole } })
  }

  /** A table that only holds clauses beside each other is no table; in a table inside a table the inner one is text. */
  private endTable(): void {
    const table = this.tables.pop()
    if (!table || table.layout) return
    if (table.rows.some((row) => row.length > limits.rich.columns)) throw refusal('table-too-wide', { limit: limits.rich.columns })
    const rows = table.rows.map((row) => row.map((line) => lineOf(line, () => this.say('looks-left-out'))))
    this.items.push(...this.items.splice(table.from).filter(({ kind }) => kind === 'change'))
    this.tables.at(-1)?.rows.at(-1)?.at(-1)?.push(...rows.flatMap((row) => [{ text: '\n' }, ...row.flatMap((line, at) => (at > 0 ? [{ text: '\t' }, ...line] : line))]))
    for (const block of blocksOf(rows, table.head)) this.items.push({ kind: 'block', clause: table.clause, block })
  }
}

function describeParagraph(paragraph: Paragraph, tag: string, value: string): void {
  if (tag === 'pStyle') paragraph.style = value
  if (tag === 'numId') paragraph.list = value
  if (tag === 'ilvl') paragraph.depth = Number(value) || 0
  if (tag === 'del' || tag === 'moveFrom') paragraph.markDeleted = true
}
