// The figures of a run as it was decided, and the rows behind each figure: counted and found by the same rule.
import type { Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { type FigureName, figureNames, type Figures, type RowFilter, type RunRow } from './model.ts'
import { choiceOf } from './rules.ts'
import { allRows, findRun, listRows } from './store.ts'

type Place = { id: Id; name: string; country: string | null; latitude: number | null; longitude: number | null }
type Places = Map<Id, Place>

/** What a row counts towards. A row that names two countries counts for both, and for each once. */
const counts: Record<FigureName, (row: RunRow, places: Places) => (string | null | undefined)[]> = {
  states: ({ state }) => [state],
  kinds: ({ kind }) => [kind],
  years: ({ signedOn, decided }) => [(decided.signedOn === undefined ? signedOn : decided.signedOn)?.value.slice(0, 4)],
  problems: ({ problems }) => problems.map(({ key }) => key),
  answers: (row) => partnersOf(row).map(({ party, choice }) => (choice.is === 'organisation' ? 'matched' : choice.is === 'new' ? 'new' : party.decision)),
  partners: (row) => partnersOf(row).map(({ choice }) => (choice.is === 'organisation' ? choice.id : null)),
  countries: (row, places) => partnersOf(row).map(({ party, choice }) => (choice.is === 'organisation' ? places.get(choice.id)?.country : null) ?? party.country),
}

const partnersOf = (row: RunRow) =>
  row.parties.map((party, place) => ({ party, choice: choiceOf(party, place, row.decided) })).filter(({ party }) => !party.owner)

export async function figuresOf(db: Reading, viewer: Viewer, runId: Id): Promise<Figures> {
  const { rows, places } = await readWhole(db, viewer, runId)
  const of = Object.fromEntries(figureNames.map((name) => [name, counted(rows.flatMap((row) => valuesOf(name, row, places)))])) as Figures['of']
  const partners = of.partners.flatMap(({ value, rows: count }) => { const place = places.get(value); return place ? [{ ...place, rows: count }] : [] })
  return { of, partners }
}

/** A page of rows; behind a figure, only those that count towards it. */
export async function rowsBehind(db: Reading, viewer: Viewer, runId: Id, { figure, value, ...filter }: RowFilter) {
  if (!figure || value === undefined) return listRows(db, viewer, runId, filter)
  const { rows, places } = await readWhole(db, viewer, runId)
  const behind = rows.filter((row) => valuesOf(figure, row, places).includes(value)).map(({ row }) => row)
  return listRows(db, viewer, runId, filter, behind)
}

async function readWhole(db: Reading, viewer: Viewer, runId: Id): Promise<{ rows: RunRow[]; places: Places }> {
  await findRun(db, viewer, runId)
  const rows = (await allRows(db, runId)).filter(({ decided }) => !decided.skip)
  const ids = new Set(rows.flatMap((row) => partnersOf(row).flatMap(({ choice }) => (choice.is === 'organisation' ? choice.id : []))))
  const found = await db.selectFrom('organisation').select(['id', 'name', 'country', 'latitude', 'longitude']).where('id', '=', anyOf([...ids])).execute()
  return { rows, places: new Map(found.map((place) => [place.id, place])) }
}

const valuesOf = (name: FigureName, row: RunRow, places: Places): string[] => [...new Set(counts[name](row, places).filter((value) => value != null))]

/** Most frequent first. */
function counted(values: string[]): { value: string; rows: number }[] {
  const byValue = Map.groupBy(values, (value) => value)
  return [...byValue].map(([value, all]) => ({ value, rows: all.length })).sort((a, b) => b.rows - a.rows || a.value.localeCompare(b.value))
}
