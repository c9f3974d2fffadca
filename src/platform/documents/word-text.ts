// Text as WordprocessingML: runs, paragraphs, lists and tables of rich text, each in its script (ECMA-376 part 1, 17.3, 17.4).
import { dirOf } from '../i18n/locale.ts'
import type { Block, Inline, Rich } from './rich.ts'

// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\u202a-\u202e]/g
export const xml = (text: string): string =>
  text.toWellFormed().replace(forbidden, '').replace(/[&<>"]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter]!)

const regions: Record<string, string> = { en: 'en-GB', zh: 'zh-CN', ru: 'ru-RU', ur: 'ur-PK' }

function languageOf(lang: string): string {
  const tag = xml(regions[lang] ?? lang)
  if (/^(zh|ja|ko)/.test(lang)) return `<w:lang w:val="en-GB" w:eastAsia="${tag}"/>`
  return dirOf(lang) === 'rtl' ? `<w:lang w:val="en-GB" w:bidi="${tag}"/>` : `<w:lang w:val="${tag}"/>`
}

/** Latin words, and ranges of numbers, run left to right also inside Urdu: a run of their own keeps them whole. */
const ltrInside = /((?:[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Han}](?:[^\p{sc=Arabic}\n]*[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Han}\p{Nd}])?)|\p{Nd}+(?:\s?[–—\-/:.,]\s?\p{Nd}+)+)/u

/** Word and LibreOffice would turn a range around all the same: marks on both sides of its dash hold it, and go when it is read back. */
const held = (piece: string): string => (/^\p{Nd}/u.test(piece) ? piece.replace(/\s?[–—\-/:.,]\s?/g, '\u200e$&\u200e') : piece)
export const released = (text: string): string => text.replace(/\u200e(\s?[–—\-/:.,]\s?)\u200e/g, '$1')

export interface Look { bold?: boolean; italic?: boolean; style?: string; color?: string }

export function runs(text: string, lang: string, look: Look = {}): string {
  const pieces = dirOf(lang) === 'rtl' ? text.split(ltrInside) : [text]
  return pieces.map((piece, at) => (piece ? run(at % 2 ? held(piece) : piece, lang, look, dirOf(lang) === 'rtl' && at % 2 === 0) : '')).join('')
}

function run(text: string, lang: string, { bold, italic, style, color }: Look, rtl: boolean): string {
  const looks = [
    style ? `<w:rStyle w:val="${style}"/>` : '', /^(zh|ja)/.test(lang) ? '<w:rFonts w:hint="eastAsia"/>' : '', bold ? '<w:b/><w:bCs/>' : '', italic ? '<w:i/><w:iCs/>' : '',
    color ? `<w:color w:val="${color}"/>` : '', rtl ? '<w:rtl/>' : '', languageOf(lang),
  ]
  const lines = text.split('\n').map((line) => line.split('\t').map((part) => `<w:t xml:space="preserve">${xml(part)}</w:t>`).join('<w:tab/>'))
  return `<w:r><w:rPr>${looks.join('')}</w:rPr>${lines.join('<w:br/>')}</w:r>`
}

export const inlines = (line: readonly Inline[], lang: string): string =>
  line.map(({ text, bold, italic }) => runs(text, lang, { bold: bold ?? false, italic: italic ?? false })).join('')

export interface ParagraphLook { style?: string; list?: number; keepNext?: boolean; align?: 'start' | 'center' | 'end' }

export function paragraph(lang: string, inside: string, { style, list, keepNext, align }: ParagraphLook = {}): string {
  const looks = [
    style ? `<w:pStyle w:val="${style}"/>` : '', keepNext ? '<w:keepNext/>' : '', list ? `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>` : '',
    dirOf(lang) === 'rtl' ? '<w:bidi/>' : '', align && align !== 'start' ? `<w:jc w:val="${align}"/>` : '',
  ]
  return `<w:p><w:pPr>${looks.join('')}</w:pPr>${inside}</w:p>`
}

/** What stands in a control keeps its name when others edit the file; a locked one cannot be edited at all. */
export function control(tag: string, inside: string, lock: 'sdtLocked' | 'sdtContentLocked' = 'sdtLocked'): string {
  return `<w:sdt><w:sdtPr><w:tag w:val="${xml(tag)}"/><w:lock w:val="${lock}"/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`
}

const hair = 'w:val="single" w:sz="4" w:space="0" w:color="C9C5BB"'
export const borders = { ruled: `<w:bottom ${hair}/><w:insideH ${hair}/>`, divided: `<w:insideV ${hair}/>`, none: '' }

/** Rows of whole cells. `shares` divide the width, which Word counts in fiftieths of a percent. */
export function table(rows: string[], shares: number[], border: keyof typeof borders, lang: string): string {
  const all = shares.reduce((sum, share) => sum + share, 0)
  const columns = shares.map((share) => `<w:gridCol w:w="${Math.round((share / all) * 9600)}"/>`).join('')
  const bidi = dirOf(lang) === 'rtl' ? '<w:bidiVisual/>' : ''
  return `<w:tbl><w:tblPr>${bidi}<w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${borders[border]}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${rows.join('')}</w:tbl>`
}

export const row = (cells: string, head = false): string => `<w:tr><w:trPr><w:cantSplit/>${head ? '<w:tblHeader/>' : ''}</w:trPr>${cells}</w:tr>`
/** A cell ends with a paragraph, or Word calls the file damaged. */
export const cell = (inside: string): string => `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>${inside}${inside.endsWith('</w:p>') ? '' : '<w:p/>'}</w:tc>`

/** `first` is set before the first line: a clause's number. `newList` gives each ordered list a count of its own. */
export function rich(blocks: Rich, lang: string, newList: (ordered: boolean) => number, first = ''): string {
  const lone = first && blocks[0] && blocks[0].kind !== 'paragraph' && blocks[0].kind !== 'heading'
  const made = blocks.map((block, at) => richBlock(block, lang, newList, at === 0 && !lone ? first : '')).join('')
  return lone || (first && blocks.length === 0) ? paragraph(lang, first) + made : made
}

function richBlock(block: Block, lang: string, newList: (ordered: boolean) => number, first: string): string {
  if (block.kind === 'paragraph') return paragraph(lang, first + inlines(block.line, lang))
  if (block.kind === 'heading') return paragraph(lang, first + inlines(block.line, lang), { style: `Heading${block.level}`, keepNext: true })
  if (block.kind === 'list') {
    const list = newList(block.ordered)
    return block.items.map((item) => paragraph(lang, inlines(item, lang), { list })).join('')
  }
  const rows = block.rows.map((cells, at) => row(cells.map((line) => cell(paragraph(lang, inlines(line, lang)))).join(''), block.head && at === 0))
  return table(rows, block.rows[0]!.map(() => 1), 'ruled', lang)
}
