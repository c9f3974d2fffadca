// Indicators that a room above this one computes from its own records: it says once how, and they stand in plans and reports like the others.
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Value } from './indicator-model.ts'
import type { Span, Within } from './tally-store.ts'

/** A share of nothing has no value. */
export type Figure = Pick<Value, 'code' | 'value' | 'parts'>
type Finder = (db: Reading, viewer: Viewer, scope: Within, span: Span) => Promise<Figure[]>

const brought: Finder[] = []
/** Said once, where the room's routes are. A finder begins at what the viewer sees. */
export function bringFigures(find: Finder): void {
  brought.push(find)
}

export async function figuresOf(db: Reading, viewer: Viewer, scope: Within, span: Span): Promise<Map<string, Value>> {
  const found = await Promise.all(brought.map((find) => find(db, viewer, scope, span)))
  return new Map(found.flat().map((one) => [one.code, { ...one, claimed: null, unknown: one.value === null ? 'nothing-due' : null }]))
}
