// What stands in the fields of a plain form as answers: `q1`, `q2.o3` for one of several options, `q5.0.c2` for a cell of a table.
import type { Reason } from '#platform/refusals.ts'
import { understand } from './cell-rules.ts'
import type { Column, Question, Row, Value, Values } from './model.ts'

type Fields = Readonly<Record<string, string>>
export type Typed = { values: Values; wrong: Record<string, Reason[]> }

export function typedIn(questions: readonly Question[], fields: Fields): Typed {
  const typed: Typed = { values: {}, wrong: {} }
  for (const question of questions) {
    const said = valueIn(question, fields)
    if (said && 'why' in said) typed.wrong[question.id] = [said.why]
    else if (said) typed.values[question.id] = said.value
  }
  return typed
}

type Said = { value: Value } | { why: Reason } | undefined

function valueIn(question: Question, fields: Fields): Said {
  const { id, kind, options, many } = question
  if (kind === 'file') return undefined
  if (kind === 'table') return tableIn(question, fields)
  if (kind === 'choice') {
    const chosen = many ? options.filter((option) => fields[`${id}.${option.id}`] !== undefined).map((option) => option.id) : options.filter((option) => fields[id] === option.id).map((option) => option.id)
    return chosen.length > 0 ? { value: chosen } : undefined
  }
  return cellIn(kind, question, fields[id])
}

const cellIn = (kind: Column['kind'], spec: Pick<Column, 'unit' | 'options'>, text = '') => understand(kind, spec, { text, day: null, error: false })

/** Rows that hold nothing are none. */
function tableIn({ id, columns }: Question, fields: Fields): Said {
  const rows: Row[] = []
  const places = Object.keys(fields).flatMap((name) => { const [, at] = new RegExp(`^${id}\\.(\\d{1,3})\\.c\\d{1,2}$`).exec(name) ?? []; return at ? [Number(at)] : [] })
  for (const at of [...new Set(places)].toSorted((a, b) => a - b)) {
    const row: Row = {}
    for (const column of columns) {
      const said = cellIn(column.kind, column, fields[`${id}.${at}.${column.id}`])
      if (said && 'why' in said) return said
      if (said) row[column.id] = said.value
    }
    if (Object.keys(row).length > 0) rows.push(row)
  }
  return rows.length > 0 ? { value: rows } : undefined
}

/** The fields that hold these answers, to begin with. */
export function fieldsOf(questions: readonly Question[], values: Values): Record<string, string> {
  return Object.fromEntries(questions.flatMap(({ id, kind, many }): [string, string][] => {
    const value = values[id]
    if (value === undefined || kind === 'file') return []
    if (!Array.isArray(value)) return [[id, String(value)]]
    return value.flatMap((one, at): [string, string][] => (typeof one === 'string' ? [many ? [`${id}.${one}`, 'on'] : [id, one]] : Object.entries(one).map(([column, cell]) => [`${id}.${at}.${column}`, String(cell)])))
  }))
}
