// Separated text (CSV and its cousins) to a grid of cells. Nothing in it is ever calculated: a cell `=1+1` is those four characters.
import { CsvError, parse, type Options } from 'csv-parse/sync'
import { refusal } from './refuse.ts'

export const separators = [',', ';', '\t', '|'] as const
const sampleCharacters = 20_000

export interface Separated { separator: string | null; records: string[][] }

export function readSeparated(text: string): Separated {
  const said = /^"?sep=(.)"?\r?\n/i.exec(text)
  const separator = said?.[1] ?? likelySeparator(text)
  const records = split(withoutEmptyEnd(text), separator ?? ',')
  if (said) records[0] = []
  for (const record of records) for (let at = 0; at < record.length; at++) if (isGuarded(record[at]!)) record[at] = record[at]!.slice(1)
  return { separator, records }
}

/** Programs write two million empty rows below a table; they need no parsing. */
function withoutEmptyEnd(text: string): string {
  let end = text.length
  while (end > 0 && ',;|\t\r\n '.includes(text[end - 1]!)) end--
  return text.slice(0, end)
}

/** An apostrophe before = + - @ is how spreadsheets are kept from calculating exported text; it is not part of the text. */
const isGuarded = (cell: string): boolean => cell.charCodeAt(0) === 39 && /^'[=+\-@]/.test(cell)

/** The separator under which most rows have the same number of cells, more than one; none when no separator does that. */
export function likelySeparator(text: string): string | null {
  const sample = text.length <= sampleCharacters ? text : text.slice(0, text.lastIndexOf('\n', sampleCharacters) + 1 || sampleCharacters)
  let best: { separator: string; score: number } | null = null
  for (const separator of separators) {
    const score = evenness(split(sample, separator).filter((record) => record.some((cell) => cell.trim() !== '')))
    if (score > 0 && (!best || score > best.score)) best = { separator, score }
  }
  return best?.separator ?? null
}

function evenness(records: string[][]): number {
  const counts = new Map<number, number>()
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1)
  const [width, rows] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0]
  return width < 2 ? 0 : rows / records.length + Math.min(width, 20) / 100
}

const options: Options = { relax_column_count: true, relax_quotes: true, skip_empty_lines: false, bom: true }

function split(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { ...options, delimiter }) as unknown as string[][]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return withoutQuotes(text, delimiter)
  }
}

/** A quote that is never closed would swallow the rest of the file; then quotes are taken as letters. */
function withoutQuotes(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { ...options, delimiter, quote: null }) as unknown as string[][]
  } catch {
    throw refusal('damaged')
  }
}
