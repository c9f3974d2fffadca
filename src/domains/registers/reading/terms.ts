// How long an agreement holds, as people write it: a number of years, a day, by itself again and again, or until somebody ends it.
import { isAbsent } from './absent.ts'
import { readDate } from './dates.ts'
import { findDate } from './date-forms.ts'
import { hanToDigits, numeralsToDigits } from './numerals.ts'
import { plainLower, remembering } from './plain.ts'
import { durationsOf, noticeOf, type Duration } from './term-durations.ts'
import { autoRenewal, duration, endless, endlessHan, everyYear, extension, noAutoRenewal, renewalClause, spanOfYears, untilWords } from './term-words.ts'
import { problem, type KnownDate, type Term } from './types.ts'

export interface TermOptions {
  today?: string
  /** What a bare number counts, where the heading says so ("Duration (months)"). */
  unit?: 'years' | 'months'
}

const longestRead = 2_000

/** By the year, which two-digit years turn at, and the unit. */
const known: Record<string, (text: string) => Term> = {}

export function readTerm(original: string, options: TermOptions = {}): Term {
  const said = `${options.today?.slice(0, 4) ?? ''} ${options.unit ?? ''}`
  return (known[said] ??= remembering((text) => understood(text, options)))(original)
}

function understood(original: string, options: TermOptions): Term {
  const text = plainLower(original.slice(0, longestRead))
  if (isAbsent(text)) return term(original, { kind: 'not-stated', sureness: 1 })
  const digits = numeralsToDigits(hanToDigits(text))
  const { without, noticeMonths } = noticeOf(digits)
  const renews = autoRenewal.test(without) && !noAutoRenewal.test(without)
  const said = { ...renewalOf(without, renews), noticeMonths, extendable: !renews && extension.test(without) && !noAutoRenewal.test(without) }
  return bare(original, without, options) ?? range(original, without, said) ?? counted(original, without, said, options) ?? dated(original, text, said, options)
    ?? worded(original, without, said) ?? unclear(original)
}

type Said = Pick<Term, 'autoRenew' | 'noticeMonths' | 'extendable'> & { renewal: Duration | null; yearly: boolean }

function term(text: string, known: Partial<Term>): Term {
  return {
    kind: 'unclear', years: null, until: null, autoRenew: false, renewalYears: null, extendable: false, noticeMonths: null, text, sureness: 0, problems: [], ...known,
  }
}

/** "5" under "Duration". */
function bare(original: string, text: string, { unit }: TermOptions): Term | null {
  const match = /^(\d{1,3}(?:[.,]\d)?)$/.exec(text)
  if (!match) return null
  const number = Number(match[1]!.replace(',', '.'))
  if (number === 0 || number > (unit === 'months' ? 600 : 99)) return null
  const years = unit === 'months' ? inYears(number) : number
  return term(original, { kind: 'fixed', years, sureness: unit ? 0.95 : 0.8, problems: unit ? [] : [problem('term-unit-assumed', original, { years })] })
}

/** "3-5 years" names no term. */
function range(original: string, text: string, said: Said): Term | null {
  const match = spanOfYears.exec(text)
  if (!match || Number(match[1]) >= Number(match[2])) return null
  return term(original, { ...shared(said), kind: 'unclear', sureness: 0.3, problems: [problem('term-range', original, { least: Number(match[1]), most: Number(match[2]) })] })
}

function counted(original: string, text: string, said: Said, options: TermOptions): Term | null {
  const [first, ...others] = durationsOf(text)
  if (!first) return said.autoRenew && said.yearly ? term(original, { ...shared(said), kind: 'auto-renew', renewalYears: 1, sureness: 0.85 }) : null
  const later = said.renewal && others.includes(said.renewal) ? said.renewal : others.at(-1)
  const renewalYears = first.option ?? (said.autoRenew || said.extendable ? (later?.years ?? (said.yearly ? 1 : null)) : null)
  const until = untilWords.test(text) || /\d{4}.*\d{4}/.test(text) ? lastDay(text, options) : null
  return term(original, { ...shared(said), kind: said.autoRenew ? 'auto-renew' : 'fixed', years: first.years, until, renewalYears, sureness: others.length > 1 ? 0.8 : 0.95 })
}

function dated(original: string, text: string, said: Said, { today = '9999-12-31' }: TermOptions): Term | null {
  const found = findDate(text)
  if (!found) return null
  const reading = readDate(original, { today, mayBeFuture: true })
  const until: KnownDate | null = reading.until ?? (reading.value ? { value: reading.value, precision: reading.precision! } : null)
  if (!until) return term(original, { ...shared(said), sureness: 0, problems: reading.problems })
  const kept = reading.problems.filter(({ key }) => !key.endsWith('date-with-other-text'))
  return term(original, { ...shared(said), kind: said.autoRenew ? 'auto-renew' : 'until', until, sureness: untilWords.test(text) || reading.until ? 0.95 : 0.8, problems: kept })
}

/** "5 years (2018-2023)" says both. */
function lastDay(text: string, { today = '9999-12-31' }: TermOptions): KnownDate | null {
  const reading = readDate(text.replace(duration, ' '), { today, mayBeFuture: true })
  if (reading.until) return reading.until
  return reading.value !== null && !/\bfrom\b|(?<!\p{L})с |自|从/u.test(text) ? { value: reading.value, precision: reading.precision! } : null
}

function worded(original: string, text: string, said: Said): Term | null {
  if (said.autoRenew) return term(original, { ...shared(said), kind: 'auto-renew', sureness: 0.8 })
  if (endless.test(text) || endlessHan.test(text)) return term(original, { ...shared(said), kind: 'until-ended', sureness: 0.9 })
  return null
}

const unclear = (original: string): Term => term(original, { problems: [problem('term-unreadable', original)] })

const shared = ({ autoRenew, noticeMonths, extendable }: Said): Partial<Term> => ({ autoRenew, noticeMonths, extendable })

/** What is said of the renewal stands after its word: "renewed for a further 3 years". */
function renewalOf(text: string, renews: boolean): { autoRenew: boolean; renewal: Duration | null; yearly: boolean } {
  const at = text.search(renewalClause)
  const after = at < 0 ? '' : text.slice(at)
  return { autoRenew: renews, renewal: durationsOf(after)[0] ?? null, yearly: everyYear.test(after) }
}

const inYears = (months: number): number => Math.round((months / 12) * 1000) / 1000
