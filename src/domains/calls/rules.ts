// What may happen to a call and if not why not, and what is wrong with an answer: the same for the form, the link and the workbook.
import { holds, recordKeepers, type Viewer } from '#platform/auth/viewer.ts'
import { Day, type Id, type Locale } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import type { Asked, Call, Column, Question, State, Value, Values } from './model.ts'

type Standing = Pick<Call, 'openedAt' | 'closedAt'>

export function whyNotWrite({ openedAt, closedAt }: Standing): Reason | undefined {
  if (closedAt) return 'calls.is-closed'
  return openedAt ? 'calls.is-open' : undefined
}

/** A call is opened once it asks something, for a day that has not passed. */
export function whyNotOpen({ openedAt, closedAt, questions, dueOn }: Pick<Call, 'openedAt' | 'closedAt' | 'questions' | 'dueOn'>, today: Day): Reason | undefined {
  if (openedAt) return whyNotWrite({ openedAt, closedAt })
  if (questions.length === 0) return 'calls.asks-nothing'
  return dueOn < today ? 'calls.day-has-passed' : undefined
}

export const whyNotClose = ({ openedAt, closedAt }: Standing): Reason | undefined => (!openedAt ? 'calls.not-open-yet' : closedAt ? 'calls.is-closed' : undefined)
export const whyNotReopen = ({ closedAt }: Standing): Reason | undefined => (closedAt ? undefined : 'calls.not-closed')

/** Late answers are taken as long as the call is open: what counts is that they come. */
export function whyNotAnswer(call: Standing, organisationId: Id, viewer: Viewer): Reason | undefined {
  if (!answersFor(viewer, organisationId)) return 'calls.only-its-record-keepers'
  return whyNotClose(call)
}
export const answersFor = (viewer: Viewer, organisationId: Id): boolean => holds(viewer, organisationId, ...recordKeepers)

export const stateOf = ({ answeredAt, draft, unread }: Pick<Asked, 'answeredAt' | 'draft' | 'unread'>): State => (answeredAt ? 'answered' : draft || unread.length > 0 ? 'begun' : 'open')

/** What a question lacks before it can be asked. */
export function whyNotAsk({ kind, options, columns }: Pick<Question, 'kind' | 'options' | 'columns'>): Reason | undefined {
  if (kind === 'choice' && options.length < 2) return 'calls.needs-options'
  if (kind === 'table' && columns.length === 0) return 'calls.needs-columns'
  return columns.some((column) => column.kind === 'choice' && column.options.length < 2) ? 'calls.needs-options' : undefined
}

/** Once it is open, the words may be made clearer; what is asked stays what it is, or the answers would no longer fit. */
export function sameQuestions(before: readonly Question[], after: readonly Question[]): boolean {
  const shape = (all: readonly Question[]) => JSON.stringify(all.map(({ id, kind, many, unit, options, columns, least, most, required }) => [id, kind, many, unit, least, most, required, options.map((one) => one.id), columns.map((one) => [one.id, one.kind, one.unit, one.options.map(({ id: option }) => option)])]))
  return shape(before) === shape(after)
}

export type Judged = { values: Values; wrong: Record<string, Reason[]>; missing: string[] }

/** What of an answer can be taken, what is wrong with it, and which required questions have none. What is empty is no answer. */
export function judge(questions: readonly Question[], given: Values): Judged {
  const judged: Judged = { values: {}, wrong: {}, missing: [] }
  for (const question of questions) {
    const value = withoutNothing(question, given[question.id])
    const why = value === undefined ? undefined : whyNotTake(question, value)
    if (why) judged.wrong[question.id] = [why]
    else if (value !== undefined) judged.values[question.id] = value
    else if (question.required) judged.missing.push(question.id)
  }
  return judged
}

const isNothing = (value: unknown): boolean => value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0)

function withoutNothing({ kind, columns }: Question, value: Value | undefined): Value | undefined {
  if (isNothing(value)) return undefined
  if (kind !== 'table' || !Array.isArray(value)) return typeof value === 'string' ? value.trim() : value
  const known = columns.map(({ id }) => id)
  const rows = value.flatMap((row) => (typeof row === 'string' ? [] : [Object.fromEntries(Object.entries(row).filter(([key, cell]) => known.includes(key) && !isNothing(cell)))])).filter((row) => Object.keys(row).length > 0)
  return rows.length > 0 ? rows : undefined
}

function whyNotTake(question: Question, value: Value): Reason | undefined {
  if (question.kind === 'choice' || question.kind === 'file') {
    if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) return 'calls.not-a-choice'
    if (question.kind === 'file') return undefined
    if (!value.every((one) => question.options.some(({ id }) => id === one))) return 'calls.not-a-choice'
    return value.length > 1 && !question.many ? 'calls.only-one-choice' : undefined
  }
  if (question.kind !== 'table') return Array.isArray(value) ? 'calls.not-understood' : whyNotCell(question.kind, question, value)
  if (!Array.isArray(value)) return 'calls.not-understood'
  for (const row of value) {
    if (typeof row === 'string') return 'calls.not-understood'
    for (const column of question.columns) {
      const why = row[column.id] === undefined ? undefined : whyNotCell(column.kind, column, row[column.id]!)
      if (why) return why
    }
  }
  return undefined
}

function whyNotCell(kind: Column['kind'], { least, most, options }: Pick<Column, 'least' | 'most' | 'options'>, value: string | number): Reason | undefined {
  if (kind === 'number') {
    if (typeof value !== 'number' || !Number.isFinite(value)) return 'calls.not-a-number'
    return least !== null && value < least ? 'calls.too-small' : most !== null && value > most ? 'calls.too-large' : undefined
  }
  if (typeof value !== 'string') return 'calls.not-understood'
  if (kind === 'date') return Day.safeParse(value).success ? undefined : 'calls.not-a-day'
  return kind === 'choice' && !options.some(({ id }) => id === value) ? 'calls.not-a-choice' : undefined
}

/** Sums of a number, and how often each option was chosen: what a column says as a whole. */
export function sumOf(question: Question, all: readonly Values[]): { sum: number; given: number; chosen: Record<string, number> } {
  const numbers = question.kind === 'number' ? all.flatMap((values) => (typeof values[question.id] === 'number' ? [values[question.id] as number] : [])) : []
  const chosen = question.kind === 'choice' ? all.flatMap((values) => (Array.isArray(values[question.id]) ? values[question.id] as string[] : [])) : []
  // Added as whole hundredths of thousandths, so that 0.1 and 0.2 make 0.3.
  return { sum: numbers.reduce((sum, one) => sum + Math.round(one * 1e5), 0) / 1e5, given: all.filter((values) => values[question.id] !== undefined).length, chosen: Object.fromEntries(question.options.map(({ id }) => [id, chosen.filter((one) => one === id).length])) }
}

/** The page on which a member answers, and sends its files: a workbook names it where it cannot bring one. */
export const answerPath = (call: Id, organisation: Id): string => `/calls/${call}/answers/${organisation}`

/** Days before (and, below zero, after) the day on which those who have not answered are written to. */
export const remindOn = [14, 3, -3]

export const saidIn = (texts: Partial<Record<string, string>>, locale: Locale): string => texts[locale] ?? texts['en'] ?? Object.values(texts)[0] ?? ''
