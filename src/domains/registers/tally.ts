// How much of a run is left to do: rows of each view, offers above each confidence, and where a text comes again.
import { sql } from 'kysely'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { type Tally, views } from './model.ts'
import { alikeKey } from './rules.ts'
import { allRows, conditionOf, findRun } from './store.ts'

/** The steps a person may accept at, surest first; at the last, every offer is. */
const steps = [0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0]

export async function tallyOf(db: Reading, viewer: Viewer, runId: Id): Promise<Tally> {
  await findRun(db, viewer, runId)
  const { moving, ...shows } = await db.selectFrom('registerRow').where('runId', '=', runId)
    .select(views.map((view) => sql<number>`count(*) filter (where ${conditionOf(view)})`.as(view))).select(sql<number>`count(*) filter (where ${moves})`.as('moving')).executeTakeFirstOrThrow()
  const surest = await db.selectFrom(offered(runId).as('offer')).select('confidence').execute()
  return {
    shows: Object.fromEntries(Object.entries(shows).map(([view, rows]) => [view, Number(rows)])),
    offers: steps.map((above) => ({ above, parties: surest.filter(({ confidence }) => Number(confidence) >= above).length })).filter(({ parties }) => parties > 0),
    moving: Number(moving),
  }
}

/** What an import records or changes: the same as in `importRows`. */
const moves = sql<boolean>`not coalesce((decided->>'skip')::boolean, false)
  and (change <> 'same' or coalesce(decided->'parties', '{}') <> '{}' or decided ? 'signedOn')`

/** How surely the first candidate is meant (`surenessOfOffer`), of every party that is offered and that nobody has decided. */
const offered = (runId: Id) => sql<{ confidence: number }>`(
  select least((party.value->>'confidence')::float, (party.value->'candidates'->0->>'confidence')::float) as confidence
  from register_row, jsonb_array_elements(reading->'parties') with ordinality as party(value, place)
  where run_id = ${runId} and party.value->>'decision' = 'offered' and not coalesce(decided->'parties', '{}') ? (party.place - 1)::text
    and jsonb_array_length(party.value->'candidates') > 0)`

/** The rows in which a party came as the same text, this one among them. */
export async function rowsAlike(db: Reading, viewer: Viewer, runId: Id, { row, place }: { row: number; place: number }): Promise<number[]> {
  await findRun(db, viewer, runId)
  const rows = await allRows(db, runId)
  const key = alikeKey(found(found(rows.find((one) => one.row === row)).parties[place]))
  return rows.filter(({ parties }) => parties.some((party) => alikeKey(party) === key)).map((one) => one.row)
}
