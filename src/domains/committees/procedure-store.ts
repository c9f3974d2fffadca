// A decision in writing as its page shows it.
import { overEverywhere } from '#platform/day-zones.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { findBody, shownSeats } from './body-store.ts'
import { zonesOf } from './meeting-store.ts'
import { sidesShown } from './session-file.ts'
import type { ProcedureFile } from './session-model.ts'
import { speaksFor, sitsIn, whyNot } from './rules.ts'
import { stageOf } from './written-rules.ts'

export async function showProcedure(db: Reading, viewer: Viewer, id: Id, now: Instant): Promise<ProcedureFile> {
  const ballot = found(await db.selectFrom('ballot').selectAll().where('id', '=', id).where('kind', '=', 'written').executeTakeFirst())
  const held = await findBody(db, viewer, ballot.bodyId)
  const [votes, zones, seats, decision, sides] = await Promise.all([
    db.selectFrom('vote').selectAll().where('ballotId', '=', id).execute(), zonesOf(db, held), shownSeats(db, held.seats.filter(({ id: seat }) => ballot.entitled.some(({ seatId }) => seatId === seat))),
    db.selectFrom('decision').selectAll().where('ballotId', '=', id).executeTakeFirst(), sidesShown(db, held),
  ])
  const { id: bodyId, name, kind } = held.body
  return {
    ...ballot, votes, voted: votes.length, entitled: ballot.entitled.length, body: { id: bodyId, name, kind }, sides, seats, stage: stageOf(ballot, overEverywhere([...zones.values()], now)), decision: decision ?? null,
    may: { arrange: whyNot('arrange', held, viewer) === undefined, speaksFor: speaksFor(held, viewer), sits: sitsIn(held, viewer) }, mine: ballot.entitled.some(({ personId }) => personId === viewer.id),
  }
}
