// The forms in which people write a date, tried from the surest to the loosest. Each says only what the text says.
import { monthOf } from './months.ts'
import { hanToDigits } from './numerals.ts'

export interface Found {
  year: number
  month: number | null
  day: number | null
  /** Two numbers of which one is the day and the other the month. */
  open?: { first: number; second: number; separator: string }
  twoDigitYear?: true
  misspelt?: string
  perhapsRange?: true
  sureness: number
  start: number
  end: number
}

const gap = '[\\s.,/\'"-]*'
const year4 = '((?:1[89]|20)\\d{2})'

const triple = /(?<![\d.])(\d{1,4})(\s?[-./\\,]\s?|\s)(\d{1,2})(\s?[-./\\,]\s?|\s)(\d{4}|\d{1,2})(?!\d)/
const yearOfEast = /(民國|民国)?\s*(\d{2,4})\s*[年년]\s*(?:(\d{1,2})\s*[月월]\s*份?\s*(?:(\d{1,2})\s*[日号號일]?)?)?/
const monthThenYear = new RegExp(`(?<!\\d)(\\d{1,2})\\s?[-./]\\s?${year4}(?!\\d)`)
const yearThenMonth = new RegExp(`(?<!\\d)${year4}\\s?[-./]\\s?(\\d{1,2})(?!\\d)`)
const dayMonthYear = new RegExp(`(?<!\\d)(\\d{1,2})\\s?(?:st|nd|rd|th|-?го|-?е|\\.)?${gap}(?:(?:day )?(?:of|de)\\s+)?${gap}\u0001${gap}(?:(?:of|de|del|do)\\s+)?(\\d{4}|\\d{2})(?!\\d)`)
const monthDayYear = new RegExp(`\u0001${gap}(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*[,./-]\\s*|\\s+)(\\d{4})(?!\\d)`)
const monthDaysYear = new RegExp(`\u0001${gap}\\d{1,2}\\s*-\\s*\\d{1,2}${gap}(\\d{4})(?!\\d)`)
/** 2018 жылғы 12 сәуір; 2018-yil 12-aprel. */
const yearDayMonth = new RegExp(`(?<!\\d)${year4}${gap}(?:ж|жыл\\p{L}*|yil|yılı?)${gap}(\\d{1,2})${gap}\u0001`, 'u')
const yearMonthDay = new RegExp(`(?<!\\d)(\\d{4})${gap}\u0001(?:${gap}(\\d{1,2})(?:st|nd|rd|th)?(?!\\d))?`)
const monthYear = new RegExp(`\u0001${gap}(?:(?:of|in|de|del|do)\\s+)?(\\d{4}|\\d{2})(?!\\d)`)
const yearAlone = new RegExp(`(?<!\\d)${year4}(?!\\d)`)

/** `text` in plain lower case. */
export function findDate(text: string): Found | null {
  if (!/\d|[〇零一二三四五六七八九十]/.test(text)) return null
  return ofEast(text) ?? ofNumbers(text) ?? ofMonthName(text) ?? ofTwoNumbers(text) ?? ofDigitsOnly(text) ?? ofYear(text)
}

function ofEast(text: string): Found | null {
  if (!/[年년]/.test(text)) return null
  const digits = hanToDigits(text)
  const match = yearOfEast.exec(digits)
  if (!match) return null
  const [, republic, year, month, day] = match
  if (!republic && year!.length !== 4 && !(year!.length === 2 && month)) return null
  const found = { ...given(match, Number(year) + (republic ? 1911 : 0), month ? Number(month) : null, day ? Number(day) : null), end: text.length - (digits.length - endOf(match)) }
  return year!.length === 2 && !republic ? { ...found, twoDigitYear: true } : found
}

function ofNumbers(text: string): Found | null {
  const match = triple.exec(text)
  if (!match) return null
  const [a, b, c] = [Number(match[1]), Number(match[3]), Number(match[5])]
  const separator = match[2]!.trim() || ' '
  // "5-7, 2018" is no date of three numbers; "5.7/2018" may be one.
  if (match[2]!.trim() !== match[4]!.trim() && !/^[-./]{2}$/.test(match[2]!.trim() + match[4]!.trim())) return null
  const sureness = match[2]!.trim() === match[4]!.trim() ? 1 : 0.9
  if (match[1]!.length >= 3) return match[1]!.length === 3 || match[5]!.length === 4 ? null : { ...yearFirst(match, a, b, c), sureness }
  if (match[5]!.length === 1) return null
  if (a > 31 && match[5]!.length === 2) return { ...given(match, a, b, c), twoDigitYear: true, sureness: 0.8 }
  const found: Found = { ...given(match, c, null, null), open: { first: a, second: b, separator }, sureness }
  return match[5]!.length === 2 ? { ...found, twoDigitYear: true } : found
}

/** 2019-05-03; 2019-25-07 can only be 25 July. */
function yearFirst(match: RegExpExecArray, year: number, b: number, c: number): Found {
  return b > 12 && c <= 12 ? { ...given(match, year, c, b), sureness: 0.7 } : given(match, year, b, c)
}

function ofMonthName(text: string): Found | null {
  for (const lenient of [false, true]) {
    for (const word of text.matchAll(/[\p{L}\p{M}]{3,}/gu)) {
      const reading = monthOf(word[0])
      if (!reading || reading.misspelt !== lenient) continue
      const found = around(text, word.index, word[0].length, reading.month)
      if (found) return lenient ? { ...found, misspelt: word[0], sureness: Math.min(found.sureness, 0.9) } : found
    }
  }
  return null
}

function around(text: string, at: number, length: number, month: number): Found | null {
  const marked = `${text.slice(0, at)}\u0001${text.slice(at + length)}`
  const fix = (found: Found): Found => ({ ...found, end: found.end + length - 1 })
  let match = yearDayMonth.exec(marked)
  if (match) return fix(given(match, Number(match[1]), month, Number(match[2])))
  match = dayMonthYear.exec(marked)
  if (match) return fix(shortYear(match[2]!, given(match, Number(match[2]), month, Number(match[1]))))
  match = monthDayYear.exec(marked)
  if (match) return fix(given(match, Number(match[2]), month, Number(match[1])))
  match = monthDaysYear.exec(marked)
  if (match) return fix({ ...given(match, Number(match[1]), month, null), sureness: 0.7 })
  match = yearMonthDay.exec(marked)
  if (match) return fix(given(match, Number(match[1]), month, match[2] ? Number(match[2]) : null))
  match = monthYear.exec(marked)
  return match ? fix(shortYear(match[1]!, given(match, Number(match[1]), month, null), 0.7)) : null
}

function shortYear(year: string, found: Found, sureness = 0.85): Found {
  return year.length === 2 ? { ...found, twoDigitYear: true, sureness } : found
}

function ofTwoNumbers(text: string): Found | null {
  const last = monthThenYear.exec(text)
  if (last) return given(last, Number(last[2]), Number(last[1]), null)
  const first = yearThenMonth.exec(text)
  if (!first) return null
  const [year, month] = [Number(first[1]), Number(first[2])]
  const found = given(first, year, month, null)
  const mayBeRange = first[2]!.length === 2 && month > year % 100 && /-/.test(first[0])
  return mayBeRange ? { ...found, perhapsRange: true, sureness: 0.6 } : found
}

/** 20190503. */
function ofDigitsOnly(text: string): Found | null {
  const match = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text)
  return match ? { ...given(match, Number(match[1]), Number(match[2]), Number(match[3])), sureness: 0.9 } : null
}

function ofYear(text: string): Found | null {
  const match = yearAlone.exec(text)
  return match ? given(match, Number(match[1]), null, null) : null
}

const given = (match: RegExpExecArray, year: number, month: number | null, day: number | null): Found =>
  ({ year, month, day, sureness: 1, start: match.index, end: endOf(match) })

const endOf = (match: RegExpExecArray): number => match.index + match[0].length
