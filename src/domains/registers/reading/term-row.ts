// A row's term from all that the row says of it: the term's own cell, the last day's cell, and a span in the date of signing.
import type { Cell } from '#adapters/spreadsheets/table.ts'
import { textOf } from './cells.ts'
import { readTerm, type TermOptions } from './terms.ts'
import { problem, type DateReading, type KnownDate, type Problem, type Term } from './types.ts'

export interface TermSays {
  /** The cell of the term and how it reads as a date, should Excel hold a date there. */
  term: { cell: Cell; column: number; options: TermOptions } | null
  end: { cell: Cell; column: number; reading: DateReading } | null
  remarks: { text: string; column: number }[]
  signed: DateReading | null
  starts: DateReading | null
}

export function termOfRow(says: TermSays): { term: Term; problems: Problem[] } {
  const problems: Problem[] = []
  let term = says.term ? withColumn(readTerm(textOf(says.term.cell), says.term.options), says.term.column, problems) : readTerm('')
  if (says.end) term = withEnd(term, says.end, says, problems)
  if (term.kind === 'not-stated' && says.signed?.until) term = { ...term, kind: 'until', until: says.signed.until, sureness: says.signed.sureness, text: says.signed.text }
  term = withRemarks(term, says.remarks, problems)
  problems.push(...contradictions(term, says))
  return { term: { ...asEnds(term), problems: [] }, problems }
}

/** Remarks such as "renews itself" complete a term, or are all that is said of it; only what is nothing but a term counts. */
function withRemarks(term: Term, remarks: TermSays['remarks'], problems: Problem[]): Term {
  if (term.autoRenew || (term.kind !== 'not-stated' && term.kind !== 'fixed')) return term
  for (const { text, column } of remarks.filter((remark) => remark.text.length <= 80)) {
    const said = readTerm(text)
    const counts = said.autoRenew || (term.kind === 'not-stated' && said.sureness >= 0.9 && ['fixed', 'until-ended'].includes(said.kind) && isAllTerm(text))
    if (!counts || said.problems.length > 0) continue
    problems.push(problem('term-from-remarks', text, {}, column))
    return term.kind === 'not-stated' ? said : { ...term, kind: 'auto-renew', autoRenew: true, renewalYears: said.renewalYears ?? said.years }
  }
  return term
}

/** "5 years" is; "Visit of 5 professors for 2 years" is a remark. */
const isAllTerm = (text: string): boolean => text.trim().split(/\s+/).length <= 4

/** A stated last day counts before a number of years, which stays beside it. */
const asEnds = (term: Term): Term => (term.until && term.kind === 'fixed' ? { ...term, kind: 'until' } : term)

function withColumn(term: Term, column: number, problems: Problem[]): Term {
  problems.push(...term.problems.map((one) => ({ ...one, column })))
  return term
}

function withEnd(term: Term, { cell, column, reading }: NonNullable<TermSays['end']>, says: TermSays, problems: Problem[]): Term {
  if (reading.value !== null) {
    problems.push(...reading.problems.map((one) => ({ ...one, column })))
    return ending(term, reading.until ?? { value: reading.value, precision: reading.precision! }, reading)
  }
  // "5 years" or "indefinite" may stand where the last day is asked for.
  const instead = readTerm(textOf(cell), says.term?.options ?? {})
  if (instead.kind === 'unclear' || instead.kind === 'not-stated') {
    problems.push(...reading.problems.map((one) => ({ ...one, column })))
    return term
  }
  return term.kind === 'not-stated' || term.kind === 'unclear' ? withColumn(instead, column, problems) : term
}

function ending(term: Term, until: KnownDate, reading: DateReading): Term {
  if (term.kind !== 'not-stated' && term.kind !== 'unclear') return { ...term, until }
  return { ...term, kind: 'until', until, sureness: reading.sureness, text: term.text.trim() === '' ? reading.text : term.text }
}

function contradictions(term: Term, { signed, starts }: TermSays): Problem[] {
  const from = starts?.value ?? signed?.value ?? null
  if (!term.until || from === null) return []
  const until = term.until.value
  const length = Math.min(from.length, until.length)
  if (until.slice(0, length) < from.slice(0, length)) return [problem('term-ends-before-it-starts', term.text, { from, until })]
  if (term.years === null || term.autoRenew) return []
  const said = yearsBetween(from, until)
  return Math.abs(said - term.years) > (length === 4 ? 1 : 0.34) ? [problem('term-disagrees-with-end', term.text, { years: term.years, from, until })] : []
}

const yearsBetween = (from: string, until: string): number => yearOf(until) - yearOf(from)
const yearOf = (value: string): number => Number(value.slice(0, 4)) + (Number(value.slice(5, 7) || 6) - 1) / 12 + (Number(value.slice(8, 10) || 1) - 1) / 365
