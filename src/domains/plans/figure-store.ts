// Indicators that a room above this one computes from its own records: it says once how, and they stand in plans and reports like the others.
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Item, Value } from './indicator-model.ts'
import type { Span, Within } from './tally-store.ts'

/** A share of nothing has no value. `lines` are what the number was counted from. */
export type Figure = Pick<Value, 'code' | 'value' | 'parts'> & { lines: Item[] }
type Finder = (db: Reading, viewer: Viewer, scope: Within, span: Span) => Promise<Figure[]>

const brought: Finder[] = []
/** Said once, where the room's routes are. A finder begins at what the viewer sees. */
export function bringFigures(find: Finder): void {
  brought.push(find)
}

export async function figuresOf(db: Reading, viewer: Viewer, scope: Within, span: Span): Promise<Map<string, Value>> {
  return new Map((await found(db, viewer, scope, span)).map(({ lines: _lines, ...one }) => [one.code, { ...one, claimed: null, unknown: one.value === null ? 'nothing-due' : null }]))
}

/** The lines behind each such number, newest first. */
export async function figureLines(db: Reading, viewer: Viewer, scope: Within, span: Span): Promise<Map<string, Item[]>> {
  return new Map((await found(db, viewer, scope, span)).map(({ code, lines }) => [code, lines.toSorted((one, other) => (other.onDay ?? '').localeCompare(one.onDay ?? '')).slice(0, most)]))
}

const most = 500
const found: (...given: Parameters<Finder>) => Promise<Figure[]> = async (...given) => (await Promise.all(brought.map((find) => find(...given)))).flat()
