// What a cell of a workbook says as an answer, and how an answer is written in a cell. What is not surely understood is not taken.
import { Day, type Locale } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import type { Cell, Column, Question, Value } from './model.ts'
import { saidIn } from './rules.ts'

/** A cell as it was read: its text, the day it holds where it holds one, and whether it shows an error. */
export type ReadCell = { text: string; day: string | null; error: boolean }
type Understood<T> = { value: T } | { why: Reason } | undefined
type Spec = Pick<Column, 'unit' | 'options'>

/** Nothing when the cell is empty. */
export function understand(kind: Column['kind'], spec: Spec, { text, day, error }: ReadCell): Understood<Cell> {
  const said = text.trim()
  if (error) return { why: 'calls.cell-error' }
  if (said === '') return undefined
  if (kind === 'text') return { value: said }
  if (kind === 'date') return dayOf(day, said)
  if (kind === 'choice') {
    const option = optionOf(spec, said)
    return option ? { value: option } : { why: 'calls.not-a-choice' }
  }
  const number = numberOf(spec.unit ? withoutUnit(said, spec.unit) : said)
  return number === undefined ? { why: 'calls.not-a-number' } : { value: number }
}

/** Several of the options, divided by semicolons or lines. */
export function understandMany({ options, unit }: Spec, cell: ReadCell): Understood<string[]> {
  const whole = understand('choice', { options, unit }, cell)
  if (!whole || 'value' in whole) return whole && { value: [String(whole.value)] }
  const parts = cell.text.split(/[;；\n]/).map((part) => part.trim()).filter(Boolean)
  const chosen = parts.map((part) => optionOf({ options, unit }, part))
  return !cell.error && chosen.length > 0 && chosen.every((one) => one !== undefined) ? { value: [...new Set(chosen as string[])] } : { why: cell.error ? 'calls.cell-error' : 'calls.not-a-choice' }
}

const folded = (said: string): string => said.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
const optionOf = ({ options }: Spec, said: string): string | undefined => options.find(({ id, label }) => id === said || Object.values(label).some((word) => folded(word) === folded(said)))?.id

function withoutUnit(said: string, unit: string): string {
  const end = said.length - unit.length
  return end > 0 && said.slice(end).toLowerCase() === unit.toLowerCase() ? said.slice(0, end).trim() : said
}

/** Digits of any script; «1,200» is twelve hundred, «1,5» is one and a half; «1.234,5» could be read twice and is not. */
export function numberOf(said: string): number | undefined {
  const plain = said.normalize('NFKC').replace(/[٠-٩۰-۹]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit) >= 0 ? '٠١٢٣٤٥٦٧٨٩'.indexOf(digit) : '۰۱۲۳۴۵۶۷۸۹'.indexOf(digit))).replace(/[٬]/g, ',').replace(/[٫]/g, '.').replace(/[−–]/g, '-').replace(/(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(\D|$))/g, '')
  if (/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(plain)) return Number(plain)
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) return Number(plain.replaceAll(',', ''))
  return /^-?\d+,\d{1,2}$/.test(plain) ? Number(plain.replace(',', '.')) : undefined
}

/** A day that a spreadsheet keeps as a number, or one whose parts cannot be taken for each other. */
function dayOf(kept: string | null, said: string): Understood<string> {
  if (kept) return { value: kept }
  const [, y1, m1, d1] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(said) ?? []
  const [, d2, mark, m2, y2] = /^(\d{1,2})([./])(\d{1,2})[./](\d{4})$/.exec(said) ?? []
  // With strokes, the month comes first in some countries and second in others.
  const clear = mark === '.' || Number(d2) > 12
  const day = y1 ? built(y1, m1!, d1!) : y2 && clear ? built(y2, m2!, d2!) : undefined
  return day && Day.safeParse(day).success ? { value: day } : { why: y2 && !clear ? 'calls.day-two-ways' : 'calls.not-a-day' }
}
const built = (year: string, month: string, day: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

/** An answer as a cell shows it, so that reading it again gives the same. */
export function written({ kind, options }: Pick<Question, 'kind' | 'options'>, value: Value | undefined, locale: Locale, fileNames: ReadonlyMap<string, string> = new Map()): string | number | null {
  if (value === undefined) return null
  if (kind === 'table') return Array.isArray(value) ? value.length : null
  if (!Array.isArray(value)) return kind === 'choice' ? labelOf(options, value, locale) : value
  return value.map((one) => (typeof one !== 'string' ? '' : kind === 'file' ? fileNames.get(one) ?? one : labelOf(options, one, locale))).join('; ')
}

const labelOf = (options: Question['options'], id: Cell, locale: Locale): string => { const option = options.find((one) => one.id === id); return option ? saidIn(option.label, locale) : String(id) }
