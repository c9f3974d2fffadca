// Whose turn it is. Each room says once how what waits in it is found; whoever shows turns asks all of them and knows none.
import * as z from 'zod'
import type { Viewer } from './auth/viewer.ts'
import type { Reading } from './db/database.ts'
import { Day, Id, Instant } from './kinds.ts'

/**
 * One thing that waits for a side. `kind` is `<room>.<what>`: its words are `<room>.turns.<what>`, and the step that settles it,
 * which stands at the address `to`, is `<room>.turns.<what>.do`. `title` names the thing in the languages in which it is known.
 */
export const Turn = z.object({
  kind: z.string(), about: Id, agreementId: Id.nullable(), title: z.record(z.string(), z.string()), sideId: Id.nullable(),
  since: Instant, due: Day.nullable(), to: z.string(), facts: z.record(z.string(), z.string()),
})
export type Turn = z.infer<typeof Turn>

/** `yours`: what waits for one of `sides`, where the viewer keeps the records; `theirs`: what these sides wait for from others. */
export type Asked = { whose: 'yours' | 'theirs'; sides: readonly Id[]; today: Day; now: Instant; limit: number }
/** The longest waiting first, as many as were asked for, and how many there are in all. */
export type Waiting = { rows: Turn[]; count: number }
type Finder = (db: Reading, viewer: Viewer, asked: Asked) => Promise<Waiting>

const brought: { find: Finder; personal: boolean }[] = []

/** Said once, where the room's routes are. A finder begins at what the viewer sees. `personal`: it also finds what waits for the person, who need not keep the records of any side. */
export function bringTurns(find: Finder, { personal = false } = {}): void {
  brought.push({ find, personal })
}

/** Everything that waits, whatever room it waits in, the longest waiting first. */
export async function turnsOf(db: Reading, viewer: Viewer, asked: Asked): Promise<Waiting> {
  const askedFor = asked.sides.length > 0 ? brought : asked.whose === 'yours' ? brought.filter(({ personal }) => personal) : []
  const found = await Promise.all(askedFor.map(({ find }) => find(db, viewer, asked)))
  const rows = found.flatMap(({ rows }) => rows).toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
  return { rows: rows.slice(0, asked.limit), count: found.reduce((sum, { count }) => sum + count, 0) }
}
