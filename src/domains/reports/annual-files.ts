// An annual report, or what a ministry sees, as PDF, Word or workbook: the same blocks in each.
import { dir } from '#platform/i18n/locale.ts'
import type { Paper } from '#platform/documents/paper.ts'
import { writePdf } from '#platform/documents/write-pdf.ts'
import { writeWord } from '#platform/documents/write-word.ts'
import type { Download } from '#platform/http/contract.ts'
import type { Instant, Locale } from '#platform/kinds.ts'
import type { BriefBlock, BriefCell } from './model.ts'
import type { Leading, Sheets } from './pack-workbook.ts'
import { fileName, speaker } from './saying.ts'
import { printed } from './trip.ts'

export type Written = { title: string; blocks: readonly BriefBlock[]; locale: Locale; madeAt: Instant; foot: string }

export async function writeBlocks(written: Written, form: 'pdf' | 'docx' | 'xlsx', sheets: Sheets): Promise<Download> {
  const name = `${fileName(written.title)}.${form}`
  if (form === 'xlsx') return { name, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', body: await workbookOf(written, sheets) }
  const paper = paperOf(written)
  if (form === 'docx') return { name, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', body: writeWord(paper) }
  return { name, type: 'application/pdf', body: (await writePdf(paper, 120)).bytes }
}

function paperOf({ title, blocks, locale, madeAt, foot }: Written): Paper {
  return {
    languages: [locale], title: [{ lang: locale, text: title }], madeAt, footer: { lang: locale, text: foot },
    pageNumber: { lang: locale, text: speaker(locale).text('reports.page', { page: '{page}', pages: '{pages}' }) }, blocks: blocks.flatMap((block) => printed(block, locale)),
  }
}

/** A sheet for each block that has rows; a number with a list leads to the sheet of that list. */
function workbookOf({ blocks, locale }: Written, sheets: Sheets): Promise<Uint8Array> {
  const { text } = speaker(locale)
  const tables = blocks.flatMap((block, at) => { const table = tableOf(block); return table.rows.length > 0 ? [{ ...table, id: block.id, name: `${at + 1} ${(block.caption ?? text('reports.annual.sheet')).replace(/[[\]:*?/\\]/g, ' ').slice(0, 27)}` }] : [] })
  const placeOf = new Map<string, { sheet: number; row: number }>(tables.flatMap(({ id }, sheet) => (id ? [[`#${id}`, { sheet, row: 2 }] as const] : [])))
  const value = ({ text: words, href }: BriefCell): string | number | Leading => {
    const number = numberIn(words)
    const place = href ? placeOf.get(href) : undefined
    return number !== null && place ? { value: number, ...place } : number ?? words
  }
  return sheets(tables.map(({ name, columns, rows }) => ({ name, rightToLeft: dir(locale) === 'rtl', columns: columns.map(({ label }, at) => ({ header: label || ' ', width: at === 0 ? 40 : 24 })), rows: rows.map((row) => row.map(value)) })))
}

function tableOf({ kind, columns, rows, facts, rings, bars }: BriefBlock): { columns: { label: string }[]; rows: BriefCell[][] } {
  const cells = (...values: (string | number)[]): BriefCell[] => values.map((one) => ({ text: String(one) }))
  if (kind === 'facts') return { columns: [{ label: '' }, { label: '' }], rows: facts.map(({ label, value }) => [{ text: label }, value]) }
  if (kind === 'rings') return { columns, rows: rings.map(({ label, expected, claimed, confirmed }) => cells(label, expected, claimed, confirmed)) }
  if (kind === 'bars') return { columns, rows: bars.map(({ label, first, second }) => cells(label, first, second)) }
  return { columns, rows }
}

/** A number as this language writes it goes into its cell as a number; a share, a day and a name stay words. */
function numberIn(words: string): number | null {
  const bare = words.replace(/[\s\u00a0\u202f,]/g, '')
  return /^\d+(\.\d+)?$/.test(bare) && /^[\d\s\u00a0\u202f,.]+$/.test(words) ? Number(bare) : null
}
