// One cell of dates with the column's decision applied: the date as far as it is known, and every doubt as a problem.
import { dayOfNumber } from '#platform/day-numbers.ts'
import type { Cell, MarkedCell } from '#adapters/spreadsheets/table.ts'
import { textOf } from './cells.ts'
import type { Found } from './date-forms.ts'
import type { Decision } from './date-order.ts'
import type { DateText } from './date-text.ts'
import type { DateOptions } from './dates.ts'
import { problem, type DateReading, type KnownDate, type Problem, type ProblemName } from './types.ts'

export function dateOfCell(cell: Cell, read: DateText | null, decision: Decision, options: DateOptions): DateReading {
  if (read === null) return ofSerial(cell as MarkedCell, options)
  const text = textOf(cell)
  if (read.is === 'absent') return unknown(text, options.required ? ['date-missing'] : [])
  if (read.is === 'unreadable') return unknown(text, ['date-unreadable'])
  if (read.is === 'serial') return ofNumber(text, read.serial!, options)
  return ofText(text, read, decision, options)
}

function unknown(text: string, problems: ProblemName[]): DateReading {
  return { text, value: null, precision: null, until: null, sureness: 0, order: null, problems: problems.map((name) => problem(name, text)) }
}

function ofText(text: string, read: DateText, decision: Decision, options: DateOptions): DateReading {
  const { known, order, sureness, problems } = settle(text, read.from!, decision, options)
  // A year such as 1397 is one of another calendar, not a day that never was.
  if (!known) return { ...unknown(text, [read.from!.year < 1800 && !read.from!.twoDigitYear ? 'date-unreadable' : 'date-impossible']), order }
  const until = read.until ? settle(text, read.until, decision, { ...options, mayBeFuture: true }).known : null
  if (read.rest) problems.push(problem(/\d{4}|\d[./-]\d/.test(read.rest) ? 'date-more-than-one' : 'date-with-other-text', text, { rest: read.rest }))
  problems.push(...afterToday(text, known, options))
  const doubt = read.rest ? (/\d/.test(read.rest) ? 0.5 : 0.85) : 1
  return { text, ...known, until, sureness: Math.min(sureness, doubt), order, problems }
}

interface Settled { known: KnownDate | null; order: DateReading['order']; sureness: number; problems: Problem[] }

function settle(text: string, found: Found, decision: Decision, options: DateOptions): Settled {
  const problems: Problem[] = []
  let { month, day, sureness } = found
  let order: DateReading['order'] = null
  if (found.open) {
    const { first, second, separator } = found.open
    const chosen = decision.orderFor(separator)
    const only = first > 12 ? 'day-first' : second > 12 ? 'month-first' : null
    order = only ?? chosen.order
    ;[day, month] = order === 'day-first' ? [first, second] : [second, first]
    if (!only && first !== second) {
      sureness = Math.min(sureness, chosen.sureness)
      if (chosen.sureness < 0.8) problems.push(problem('date-order-unclear', text, { day, month }))
    }
  }
  const year = fullYear(found, options, text, problems)
  if (found.twoDigitYear) sureness = Math.min(sureness, 0.8)
  if (found.misspelt) problems.push(problem('date-month-misspelt', text, { word: found.misspelt, month: month ?? 0 }))
  if (found.perhapsRange) problems.push(problem('date-perhaps-a-range', text, { year }))
  return { known: written(year, month, day), order, sureness, problems }
}

function fullYear(found: Found, options: DateOptions, text: string, problems: Problem[]): number {
  if (!found.twoDigitYear) return found.year
  const pivot = Number(options.today.slice(2, 4)) + (options.mayBeFuture ? 40 : 0)
  const year = found.year <= pivot ? 2000 + found.year : 1900 + found.year
  problems.push(problem('date-two-digit-year', text, { year, pivot: 2000 + pivot }))
  return year
}

/** A date that never was is not a date: 31-02-2019 stays unread. */
export function written(year: number, month: number | null, day: number | null): KnownDate | null {
  if (year < 1800 || year > 2200) return null
  if (month === null) return { value: String(year), precision: 'year' }
  if (month < 1 || month > 12) return null
  const head = `${year}-${String(month).padStart(2, '0')}`
  if (day === null) return { value: head, precision: 'month' }
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null
  return { value: `${head}-${String(day).padStart(2, '0')}`, precision: 'day' }
}

const afterToday = (text: string, known: KnownDate, options: DateOptions): Problem[] =>
  !options.mayBeFuture && known.value > options.today.slice(0, known.value.length) ? [problem('date-in-future', text, { date: known.value })] : []

/** A year typed into a cell that is formatted as a date shows as a day of 1905. */
function ofSerial(cell: MarkedCell, options: DateOptions): DateReading {
  const serial = cell.serial!
  if (Number.isInteger(serial) && serial >= 1900 && serial <= 2100) {
    const known: KnownDate = { value: String(serial), precision: 'year' }
    const problems = [problem('date-perhaps-a-year', cell.text, { year: serial }), ...afterToday(cell.text, known, options)]
    return { ...unknown(cell.text, []), ...known, sureness: 0.6, problems }
  }
  const day = dayOfNumber(serial)
  if (!day) return unknown(cell.text, ['date-unreadable'])
  const precision = cell.shows === 'month' || cell.shows === 'year' ? cell.shows : 'day'
  const known: KnownDate = { value: day.slice(0, precision === 'day' ? 10 : precision === 'month' ? 7 : 4), precision }
  return { ...unknown(cell.text, []), ...known, sureness: 0.98, problems: afterToday(cell.text, known, options) }
}

/** A bare number where dates stand is the serial of a cell that lost its format. */
function ofNumber(text: string, serial: number, options: DateOptions): DateReading {
  const day = dayOfNumber(serial)
  if (!day) return unknown(text, ['date-unreadable'])
  const known: KnownDate = { value: day, precision: 'day' }
  return { ...unknown(text, []), ...known, sureness: 0.8, problems: [problem('date-from-serial', text, { date: day }), ...afterToday(text, known, options)] }
}
