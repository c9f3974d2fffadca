// What one has typed as it is sent: a number is typed in the digits of one's own script.
import { numberOf } from '../cell-rules.ts'
import type { Cell, Question, Row, Value, Values } from '../model.ts'

const cell = (kind: string, value: Cell): Cell => (kind === 'number' && typeof value === 'string' ? numberOf(value.trim()) ?? value : value)

/** What is no number stays what was typed, so that it is refused where it stands. */
export function asSent(questions: readonly Question[], values: Values): Values {
  return Object.fromEntries(questions.flatMap((question): [string, Value][] => {
    const value = values[question.id]
    if (value === undefined || value === '') return []
    if (!Array.isArray(value)) return [[question.id, cell(question.kind, value)]]
    if (question.kind !== 'table') return [[question.id, value]]
    const rows = (value as Row[]).map((row) => Object.fromEntries(question.columns.flatMap(({ id, kind }) => (row[id] === undefined || row[id] === '' ? [] : [[id, cell(kind, row[id])]]))))
    return [[question.id, rows.filter((row) => Object.keys(row).length > 0)]]
  }))
}
