// Decisions in writing: proposed with a day, answered by each seat, open to a veto of a side, and settled when all that is over.
import { record } from '#platform/audit/journal.ts'
import { json, type Writing } from '#platform/db/database.ts'
import { overEverywhere } from '#platform/day-zones.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, type Instant, newId } from '#platform/kinds.ts'
import { demand, found, Refused } from '#platform/refusals.ts'
import { classOf } from './ballot-rules.ts'
import { countriesOf, findBody, type Held, holdBody } from './body-store.ts'
import { blocking, whyNotUnder } from './check-rules.ts'
import { takeDecision } from './decision-actions.ts'
import type { Ballot } from './meeting-model.ts'
import { holdBallot, zonesOf } from './meeting-store.ts'
import type { Texts } from './model.ts'
import { showProcedure } from './procedure-store.ts'
import { seatsAt } from './quorum-rules.ts'
import type { Matter } from './rule-model.ts'
import { whyNot, whyNotSpeak } from './rules.ts'
import type { ProcedureFile } from './session-model.ts'
import { deadlineOf, stageOf, versionAt, whyNotVeto, writtenChecks, writtenResult } from './written-rules.ts'

type Proposed = { text: Texts; matter: Matter; days: number | null; aboutKind: string | null; aboutId: Id | null }
export async function propose(at: Doing, bodyId: Id, { text, matter, days, aboutKind, aboutId }: Proposed): Promise<ProcedureFile> {
  const held = await holdBody(at.db, at.viewer, bodyId)
  demand(whyNot('arrange', held, at.viewer) ?? whyNotUnder(matter, aboutKind))
  const { rules, version } = held.rules
  const stop = blocking(writtenChecks({ rules, version, asOf: at.now }, matter, held.sides))
  if (stop) throw new Refused(stop.reason, stop.facts)
  const countries = await countriesOf(at.db, held.sides)
  const where = held.sides.map((side) => ({ ...side, country: countries.get(side.id) ?? null }))
  const seats = seatsAt(held.seats, at.now)
  const deadlineOn = deadlineOf(at.today, Math.max(days ?? rules.written.days, rules.written.days), where)
  const ballot: Ballot = {
    id: newId(), bodyId, meetingId: null, itemId: null, kind: 'written', text, matter, class: classOf(rules, matter), unit: rules.voteUnit, secret: false, openedAt: at.now, openedBy: at.viewer.id,
    entitled: json(seats.flatMap(({ id: seatId, sideId, memberId }) => (memberId ? [{ seatId, sideId, personId: memberId }] : []))) as never, seats: seats.length, ruleVersion: version, closedAt: null, result: null,
    deadlineOn, vetoUntilOn: deadlineOf(deadlineOn, rules.written.vetoDays, where), vetoedBySide: null, vetoBecause: null, settledAt: null, aboutKind, aboutId,
  }
  await at.db.insertInto('ballot').values(ballot).execute()
  return tellProcedure(at, ballot, 'proposed', { matter, deadlineOn })
}

export async function veto(at: Doing, id: Id, { sideId, because }: { sideId: Id; because: string }): Promise<ProcedureFile> {
  const [held, ballot] = await holdProcedure(at, id)
  demand(whyNotSpeak(held, sideId, at.viewer))
  demand(whyNotVeto(ballot, await overNow(at.db, held, at.now)))
  const result = ballot.result ?? writtenResult(rulesOf(held, ballot), ballot, await votesOf(at.db, id), held.sides)
  await at.db.updateTable('ballot').set({ vetoedBySide: sideId, vetoBecause: because, closedAt: ballot.closedAt ?? at.now, settledAt: at.now, result: json({ ...result, carried: false, why: 'vetoed' as const }) as never }).where('id', '=', id).execute()
  return tellProcedure(at, ballot, 'vetoed', { side: sideId, because })
}

/** Goes on as far as the days allow: answers close after their day, and what was carried holds once the window for a veto is over. */
export async function settle(at: Doing, id: Id): Promise<ProcedureFile> {
  const [held, ballot] = await holdProcedure(at, id)
  demand(whyNot('arrange', held, at.viewer))
  demand(await goOn(at, held, ballot) ? undefined : ballot.settledAt ? 'committees.procedure-over' : 'committees.procedure-runs')
  return showProcedure(at.db, at.viewer, id, at.now)
}

export async function goOn(at: Doing, held: Held, ballot: Ballot): Promise<boolean> {
  const stage = stageOf(ballot, await overNow(at.db, held, at.now))
  if (stage === 'to-close') {
    const result = writtenResult(rulesOf(held, ballot), ballot, await votesOf(at.db, ballot.id), held.sides)
    await at.db.updateTable('ballot').set({ closedAt: at.now, result: json(result) as never, ...(result.carried ? {} : { settledAt: at.now }) }).where('id', '=', ballot.id).execute()
    await note(at, ballot, result.carried ? 'answered' : 'not-carried', { why: result.why })
  }
  if (stage === 'to-settle' && ballot.result?.carried) {
    await at.db.updateTable('ballot').set({ settledAt: at.now }).where('id', '=', ballot.id).execute()
    const { matter, class: by, text, ruleVersion, result: tally, aboutKind, aboutId } = ballot
    await takeDecision(at, held, { meetingId: null, itemId: null, ballotId: ballot.id, matter, class: by, how: 'written', text, effect: null, takenOn: at.today, takenAt: at.now, ruleVersion, tally, aboutKind, aboutId })
  }
  return stage === 'to-close' || stage === 'to-settle'
}

/** The clock does the same each day, for all of them. */
export async function settleAll(db: Writing, at: Omit<Doing, 'db'>): Promise<number> {
  const waiting = await db.selectFrom('ballot').selectAll().where('kind', '=', 'written').where('settledAt', 'is', null).orderBy('id').forUpdate().execute()
  let moved = 0
  for (const ballot of waiting) if (await goOn({ ...at, db }, await findBody(db, at.viewer, ballot.bodyId), ballot)) moved += 1
  return moved
}

async function holdProcedure(at: Doing, id: Id): Promise<[Held, Ballot]> {
  const ballot = await holdBallot(at.db, id)
  const held = await findBody(at.db, at.viewer, ballot.bodyId)
  return [held, found(ballot.kind === 'written' ? ballot : null)]
}

const rulesOf = (held: Held, ballot: Ballot) => (held.versions.find(({ version }) => version === ballot.ruleVersion) ?? versionAt(held.versions, ballot.openedAt) ?? held.rules).rules
const votesOf = (db: Writing, id: Id) => db.selectFrom('vote').selectAll().where('ballotId', '=', id).execute()
/** The day that is over only when it is over for every side. */
export const overNow = async (db: Writing, held: Held, now: Instant) => overEverywhere([...(await zonesOf(db, held)).values()], now)

const note = (at: Doing, { id, bodyId }: Ballot, what: string, data: Record<string, unknown>) => record(at, { what: `procedure.${what}`, about: bodyId, data: { ballot: id, ...data } })
async function tellProcedure(at: Doing, ballot: Ballot, what: string, data: Record<string, unknown>): Promise<ProcedureFile> {
  await note(at, ballot, what, data)
  return showProcedure(at.db, at.viewer, ballot.id, at.now)
}
