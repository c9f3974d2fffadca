// One cell of dates, read as far as it can be read alone: a date, a span, what else stands beside it.
import { isAbsent } from './absent.ts'
import { findDate, type Found } from './date-forms.ts'
import { plainLower } from './plain.ts'

export interface DateText {
  is: 'absent' | 'unreadable' | 'serial' | 'date'
  from: Found | null
  until: Found | null
  serial: number | null
  /** What is left of the cell when the date and words like "signed on" are taken away. */
  rest: string
}

const nothing: DateText = { is: 'absent', from: null, until: null, serial: null, rest: '' }
const time = /(?<=\d)(?:t|[\s,]+)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?\b|z\b|[+-]\d{2}:?\d{2})?/g
const year = '(?:1[89]|20)\\d{2}'
const yearSpan = new RegExp(`(?<![\\d/.-])(${year})\\s*(?:г\\.?|年)?\\s*(?:-|/|~|to|till|until|по|до|至|到|سے|تا)\\s*(${year})(?![\\d/.-]\\d)`)
const shortSpan = new RegExp(`^(${year})\\s*[-/]\\s*(\\d{2})$`)
const between = /\s+(?:-|to|till|until|upto|up to|through|по|до|تا|سے|sampai|hingga|s\/d)\s+|\s*(?:至|到|~)\s*|(?<=\d[./]\d{1,2}[./]\d{2,4})-(?=\d)/
const labels = /\b(?:signed|signing|signature|sign|dated?|on|of|the|in|at|year|since|from|with effect|w\.?e\.?f|effective|entered into force|day|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tahun|tanggal|tgl|imza|tarihi?|yılı)\b|(?<!\p{L})(?:ж|жыл\p{L}{0,4}|күні|г|год|года|году|от|с|подписан[оаы]?|дата|около|سن|عیسوی|ء|کو|دستخط|تاریخ|مورخہ|کے|کی|ماہ)(?!\p{L})|签署于|签署|签订于|签订|签于|签字|日期|于/gu

/** What is left when a date is cut out must hold letters or digits to be worth saying. */
/** A date stands near the front of its cell; a page of text is not searched for one. */
const longestRead = 300
const worthSaying = /[\p{L}\p{Nd}]/u

export function readDateText(original: string): DateText {
  const text = plainLower(original.slice(0, longestRead)).replace(time, '')
  if (isAbsent(text)) return nothing
  if (/^\d{5}(\.\d+)?$/.test(text)) return serialOr(Number(text))
  const span = spanOfYears(text) ?? spanOfDates(text)
  if (span) return span
  const from = findDate(text)
  if (!from) return { ...nothing, is: 'unreadable', rest: text }
  return { ...nothing, is: 'date', from, rest: restOf(text, from.start, from.end) }
}

function serialOr(serial: number): DateText {
  return serial >= 7_300 && serial < 80_000 ? { ...nothing, is: 'serial', serial } : { ...nothing, is: 'unreadable', rest: String(serial) }
}

function spanOfYears(text: string): DateText | null {
  const short = shortSpan.exec(text)
  if (short && Number(short[2]) > 12 && Number(short[2]) > Number(short[1]) % 100) {
    return spanOf(Number(short[1]), Math.floor(Number(short[1]) / 100) * 100 + Number(short[2]), '')
  }
  const match = yearSpan.exec(text)
  if (!match || Number(match[2]) < Number(match[1])) return null
  const rest = restOf(text, match.index, match.index + match[0].length)
  return /\d/.test(rest) ? null : spanOf(Number(match[1]), Number(match[2]), rest)
}

const spanOf = (from: number, until: number, rest: string): DateText => ({ ...nothing, is: 'date', from: yearOnly(from), until: yearOnly(until), rest })
const yearOnly = (value: number): Found => ({ year: value, month: null, day: null, sureness: 0.9, start: 0, end: 0 })

function spanOfDates(text: string): DateText | null {
  if (!between.test(text)) return null
  const parts = text.split(between)
  if (parts.length !== 2) return null
  const [from, until] = [findDate(parts[0]!), findDate(parts[1]!)]
  if (!from || !until) return null
  const rest = `${restOf(parts[0]!, from.start, from.end)} ${restOf(parts[1]!, until.start, until.end)}`.trim()
  return { ...nothing, is: 'date', from, until, rest }
}

function restOf(text: string, start: number, end: number): string {
  const rest = `${text.slice(0, start)} ${text.slice(end)}`.replace(labels, ' ').replace(/[^\p{L}\p{M}\p{Nd}]+/gu, ' ').trim()
  return worthSaying.test(rest) ? rest : ''
}
