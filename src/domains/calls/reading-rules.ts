// What a workbook that came back says: which row is whose, what each cell means, and what taking it would change. Nothing is guessed.
import type { Id } from '#platform/kinds.ts'
import { type ReadCell, understand, understandMany } from './cell-rules.ts'
import type { Question, ReadRow, Row, Unread, Values } from './model.ts'
import { judge } from './rules.ts'

/** A sheet as the adapter read it. */
export type Sheet = { name: string; header: string[]; rows: { row: number; cells: ReadCell[] }[] }
/** One who was asked: by every name it has, what it answered, and the names of its files. */
export type Known = { id: Id; names: string[]; answer: Values | null; files: ReadonlyMap<string, string> }
type Place = { question: Question; column: Question['columns'][number] | null; at: number }

const idHeads = /^pamir id$/i
/** What a cell says where a file is sent on the page. */
const pageNamed = /\/calls\/[\da-f-]{36}\/answers\/[\da-f-]{36}/
const marked = /^(q\d{1,3})(?:\.(c\d{1,2}))?(?=\s|·|$)/
export const soundsLikeHeader = (cells: string[]): number => cells.filter((cell) => idHeads.test(cell.trim()) || marked.test(cell.trim())).length / Math.max(1, cells.length) >= 0.3 ? 1 : 0

export function readSheets(questions: readonly Question[], known: readonly Known[], sheets: readonly Sheet[]): { rows: ReadRow[]; notRead: string[] } {
  const [byKey, notRead] = [new Map<string, Gathered>(), [] as string[]]
  const marks = sheets.some(({ header }) => header.some((head) => idHeads.test(head.trim())))
  for (const sheet of sheets) {
    const places = placesOf(questions, sheet.header)
    const idAt = sheet.header.findIndex((head) => idHeads.test(head.trim()))
    for (const head of sheet.header) if (marked.test(head.trim()) && !placesOf(questions, [head]).length) notRead.push(head)
    // Where one sheet names members, one that names none is no sheet of answers: it holds what may be chosen.
    if (places.length === 0 || (idAt < 0 && marks)) continue
    for (const { row, cells } of sheet.rows) gather(byKey, known, { row, cells, places, idAt: idAt < 0 ? 0 : idAt })
  }
  return { rows: [...byKey.values()].map((one) => settled(questions, one)), notRead: [...new Set(notRead)] }
}

function placesOf(questions: readonly Question[], header: readonly string[]): Place[] {
  return header.flatMap((head, at): Place[] => {
    const [, id, part] = marked.exec(head.trim()) ?? []
    const question = questions.find((one) => one.id === id)
    const column = question?.columns.find((one) => one.id === part) ?? null
    return question && (part ? column : question.kind !== 'table') ? [{ question, column, at }] : []
  })
}

type Gathered = { who: Known | undefined; name: string; values: Values; unread: Unread[]; told: Set<string>; seen: Set<string>; any: boolean }
type Line = { row: number; cells: ReadCell[]; places: Place[]; idAt: number }

function gather(byKey: Map<string, Gathered>, known: readonly Known[], { row, cells, places, idAt }: Line): void {
  const [id, name] = [cells[idAt]?.text.trim() ?? '', cells[idAt + 1]?.text.trim() ?? '']
  const filled = places.filter(({ question, at }) => cells[at] && (cells[at].text.trim() !== '' || cells[at].error) && !(question.kind === 'file' && pageNamed.test(cells[at].text)))
  const who = known.find((one) => one.id === id) ?? known.find(({ names }) => [id, name].some((said) => said !== '' && names.includes(said)))
  if (!who && filled.length === 0) return
  const key = who?.id ?? `row ${id} ${name}`
  const one = byKey.get(key) ?? { who, name: name || id, values: {}, unread: [], told: new Set(), seen: new Set(), any: false }
  byKey.set(key, one)
  if (filled.length > 0) one.any = true
  if (places.some(({ column }) => column)) addTableRow(one, places, cells, row)
  else if (one.seen.has('answers')) one.unread.push(...filled.map(({ question, at }) => ({ question: question.id, column: null, row, text: cells[at]!.text, why: 'calls.row-twice' })))
  else addAnswers(one, places, cells, row)
}

function addAnswers(one: Gathered, places: readonly Place[], cells: readonly ReadCell[], row: number): void {
  one.seen.add('answers')
  for (const { question, at } of places) {
    const cell = cells[at] ?? { text: '', day: null, error: false }
    one.told.add(question.id)
    if (question.kind === 'file') { keepFiles(one, question, cell, row); continue }
    const said = question.kind === 'choice' ? understandMany(question, cell) : understand(question.kind as 'text', question, cell)
    if (said && 'value' in said) one.values[question.id] = said.value
    else if (said) one.unread.push({ question: question.id, column: null, row, text: cell.text, why: said.why })
  }
}

/** A workbook brings no files: those that are here stay, and where there are none the cell names the page on which one is sent. */
function keepFiles({ who, values, unread }: Gathered, { id }: Question, { text }: ReadCell, row: number): void {
  const files = (who?.answer?.[id] ?? []) as string[]
  if (files.length > 0) values[id] = files
  const names = files.map((file) => who!.files.get(file) ?? file).join('; ')
  if (text.trim() !== '' && text.trim() !== names && !pageNamed.test(text)) unread.push({ question: id, column: null, row, text, why: 'calls.no-files-in-workbooks' })
}

function addTableRow(one: Gathered, places: readonly Place[], cells: readonly ReadCell[], row: number): void {
  for (const id of new Set(places.flatMap(({ question, column }) => (column ? [question.id] : [])))) {
    one.told.add(id)
    const given: Row = {}
    for (const { question, column, at } of places) {
      if (question.id !== id || !column) continue
      const cell = cells[at] ?? { text: '', day: null, error: false }
      const said = understand(column.kind, column, cell)
      if (said && 'value' in said) given[column.id] = said.value
      else if (said) one.unread.push({ question: id, column: column.id, row, text: cell.text, why: said.why })
    }
    if (Object.keys(given).length > 0) one.values[id] = [...((one.values[id] ?? []) as Row[]), given]
  }
}

/** What the workbook does not speak of stays as it was answered; what it leaves empty is empty. */
function settled(questions: readonly Question[], { who, name, values: told, unread, told: spoken, any }: Gathered): ReadRow {
  const before = who?.answer ?? {}
  const values = Object.fromEntries(questions.flatMap(({ id }) => { const value = spoken.has(id) ? told[id] : before[id]; return value === undefined ? [] : [[id, value]] }))
  const judged = judge(questions, values)
  const refused = Object.entries(judged.wrong).map(([question, [why]]): Unread => ({ question, column: null, row: 0, text: textOf(values[question]), why: why! }))
  const all = [...unread, ...refused]
  const missing = judged.missing.filter((id) => !all.some(({ question }) => question === id))
  const read = { organisationId: who?.id ?? null, name, values: judged.values, missing, unread: all }
  if (!who) return { ...read, change: 'stranger' }
  if (!any && all.length === 0) return { ...read, change: 'empty' }
  if (all.length > 0 || missing.length > 0) return { ...read, change: 'incomplete' }
  return { ...read, change: !who.answer ? 'new' : same(before, judged.values) ? 'same' : 'changed' }
}

const textOf = (value: Values[string] | undefined): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value ?? ''))
const same = (one: Values, other: Values): boolean => { const sorted = (of: Values) => JSON.stringify(Object.entries(of).toSorted(([a], [b]) => (a < b ? -1 : 1))); return sorted(one) === sorted(other) }
