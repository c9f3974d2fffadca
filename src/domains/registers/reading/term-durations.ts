// The spans of time a text names, in years, and the notice it asks for.
import { duration, halfYear, notice } from './term-words.ts'

export interface Duration {
  years: number
  /** The second number of "3+2 years". */
  option: number | null
  at: number
}

/** `text` in plain lower case, its number words already digits. */
export function durationsOf(text: string): Duration[] {
  const found: Duration[] = []
  if (text === '') return found
  for (const match of text.matchAll(duration)) {
    const isYears = match[3] !== undefined
    const years = span(match[1]!, isYears)
    if (years > 0 && years <= 100) found.push({ years, option: match[2] ? span(match[2], isYears) : null, at: match.index })
  }
  const half = found.length === 0 ? halfYear.exec(text) : null
  return half ? [{ years: 0.5, option: null, at: half.index }] : found
}

function span(number: string, isYears: boolean): number {
  const value = Number(number.replace(',', '.'))
  return isYears ? value : Math.round((value / 12) * 1000) / 1000
}

/** The notice is taken out of the text, so that its months are not taken for the term. */
export function noticeOf(text: string): { without: string; noticeMonths: number | null } {
  const match = notice.exec(text)
  if (!match) return { without: text, noticeMonths: null }
  const [count, unit] = match[1] ? [match[1], match[2]!] : match[3] ? [match[3], match[4]!] : [match[5]!, match[6]!]
  const isDays = /^(days?|дней|دن|gün|hari|天|日)$/.test(unit)
  const months = Number(count.replace(',', '.')) / (isDays ? 30 : 1)
  return { without: text.replace(match[0], ' '), noticeMonths: Math.round(months * 10) / 10 }
}
