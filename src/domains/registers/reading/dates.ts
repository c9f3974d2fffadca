// A column of dates. What one cell leaves open, day or month first, the whole column decides, and it is said how it was decided.
import type { Cell } from '#adapters/spreadsheets/table.ts'
import { textOf } from './cells.ts'
import { dateOfCell } from './date-cell.ts'
import { readDateText, type DateText } from './date-text.ts'
import { decideOrder, type Decision } from './date-order.ts'
import type { ColumnOfDates } from './types.ts'

export interface DateOptions {
  /** `YYYY-MM-DD`: what lies after it is in the future. */
  today: string
  /** The last day of an agreement may lie ahead; the day it was signed may not. */
  mayBeFuture?: boolean
  /** Nothing in the cell is worth a word. */
  required?: boolean
  /** What other columns of the register, or the person, have decided. */
  prefer?: Decision['order']
}

export function readDates(column: readonly Cell[], options: DateOptions): ColumnOfDates {
  const texts = column.map((cell) => (isMarkedDate(cell) ? null : readDateText(textOf(cell))))
  const decision = decideOrder(texts.filter((text) => text !== null), options.prefer ?? null)
  const readings = column.map((cell, at) => dateOfCell(cell, texts[at] ?? null, decision, options))
  return { readings, decision: decision.says, because: decision.because }
}

const isMarkedDate = (cell: Cell): boolean => typeof cell !== 'string' && cell.serial !== undefined && cell.shows !== 'time'

/** A date by itself, such as the one inside a term. */
export function readDate(text: string, options: DateOptions): ColumnOfDates['readings'][number] {
  return readDates([text], options).readings[0]!
}

export type { DateText }
