// The words in which a register's rows are understood: what was read, how surely, and what could not be read.

/** How much of a date is known. */
export type Precision = 'day' | 'month' | 'year'
export interface KnownDate { value: string; precision: Precision }

/** A problem is a key with its facts; the words are in `registers.problems.*`. `text` is the cell as it came. */
export interface Problem {
  key: ProblemKey
  column: number | null
  text: string
  facts: Record<string, string | number>
}
export type ProblemKey = `registers.problems.${ProblemName}`
export type ProblemName = DateProblem | TermProblem | CellProblem
export type DateProblem =
  | 'date-missing' | 'date-unreadable' | 'date-impossible' | 'date-in-future' | 'date-order-unclear' | 'date-month-misspelt' | 'date-two-digit-year'
  | 'date-from-serial' | 'date-perhaps-a-range' | 'date-perhaps-a-year' | 'date-more-than-one' | 'date-with-other-text'
export type TermProblem = 'term-unreadable' | 'term-range' | 'term-unit-assumed' | 'term-ends-before-it-starts' | 'term-disagrees-with-end' | 'term-from-remarks'
export type CellProblem =
  | 'partner-missing' | 'perhaps-a-heading' | 'repeated-header' | 'footer' | 'nothing-said' | 'row-wider-than-header' | 'cell-error' | 'cell-formula' | 'row-hidden' | 'country-unknown'
  | 'country-misspelt' | 'kind-unclear' | 'status-disagrees'

export const problem = (name: ProblemName, text: string, facts: Problem['facts'] = {}, column: number | null = null): Problem =>
  ({ key: `registers.problems.${name}`, column, text, facts })

export type Order = 'day-first' | 'month-first'

export interface DateReading {
  text: string
  value: string | null
  precision: Precision | null
  /** "2017-2020" says both when it began and until when. */
  until: KnownDate | null
  sureness: number
  /** Set where day and month could be told apart only by the column. */
  order: Order | null
  problems: Problem[]
}

export interface ColumnOfDates {
  readings: DateReading[]
  decision: Order | 'mixed' | 'undecided' | 'not-needed'
  /** `registers.dates.because.*` */
  because: { key: `registers.dates.because.${string}`; facts: Record<string, number> }
}

export type TermKind = 'fixed' | 'until' | 'auto-renew' | 'until-ended' | 'not-stated' | 'unclear'

export interface Term {
  kind: TermKind
  /** Months are fractions of a year: 18 months are 1.5. */
  years: number | null
  until: KnownDate | null
  autoRenew: boolean
  renewalYears: number | null
  /** May be prolonged when both sides agree. */
  extendable: boolean
  noticeMonths: number | null
  text: string
  sureness: number
  problems: Problem[]
}

export const agreementKinds = [
  'letter-of-intent', 'memorandum', 'agreement', 'implementing-agreement', 'exchange', 'joint-programme', 'joint-supervision', 'enterprise', 'charter',
] as const
export type AgreementKind = (typeof agreementKinds)[number]

export interface KindReading {
  value: AgreementKind | null
  sureness: number
  /** Where it was said. */
  from: 'cell' | 'header' | 'register' | 'nowhere'
  /** The words that said it. */
  said: string
}

/** A party as the row names it; who that is, the resolver says. */
export interface PartyText {
  text: string
  column: number
  unit: string | null
  city: string | null
  country: { text: string; code: string | null } | null
  acronym: string | null
  identifier: string | null
}

export interface UnderstoodRow {
  row: number
  /** Every cell as it came. */
  cells: string[]
  /** Not an agreement: a header said again, a line over a group of rows, a total or note below, or nothing said of one. */
  skip: 'repeated-header' | 'heading' | 'footer' | 'nothing-said' | null
  pamirId: string | null
  parties: PartyText[]
  kind: KindReading
  title: string | null
  fields: string[]
  signedOn: KnownDate | null
  signedSureness: number
  startsOn: KnownDate | null
  term: Term
  status: { text: string; says: StatusSays | null } | null
  signatories: string[]
  contacts: string[]
  remarks: string[]
  problems: Problem[]
}

export type StatusSays = 'in-force' | 'over' | 'not-yet'
