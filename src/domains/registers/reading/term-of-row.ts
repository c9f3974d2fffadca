// A row may say its term twice: in a column of its own, as a last day, or within the date of signing. What it says together.
import { problem, type DateReading, type KnownDate, type Problem, type Term } from './types.ts'

type Dates = Record<'signed' | 'starts' | 'expires', DateReading | null>

/** The term of a row and what does not fit together in it; a stated last day counts before a duration. */
export function termOfRow(term: Term, { signed, starts, expires }: Dates): { term: Term; problems: Problem[] } {
  const until = known(expires) ?? term.until ?? signed?.until ?? null
  const from = known(starts) ?? known(signed)
  const problems = [...term.problems]
  if (until && from && until.value < from.value.slice(0, until.value.length)) {
    problems.push(problem('term-ends-before-it-starts', expires?.text ?? term.text, { from: from.value, until: until.value }))
  }
  const counted = from && term.years ? Number(from.value.slice(0, 4)) + term.years : null
  if (expires && until && counted !== null && Math.abs(Number(until.value.slice(0, 4)) - counted) > 1) {
    problems.push(problem('term-disagrees-with-end', expires.text, { years: term.years!, until: until.value }))
  }
  if (!until || term.autoRenew || term.kind === 'until-ended') return { term, problems }
  return { term: { ...term, kind: 'until', until, text: term.text || (expires?.text ?? signed?.text ?? '') }, problems }
}

const known = (date: DateReading | null): KnownDate | null => (date?.value && date.precision ? { value: date.value, precision: date.precision } : null)
