// A body comes about: drafted with its sides, seated, constituted when its rules allow it. Its rules change by a decision of its own.
import { findAlliance } from '#domains/alliances/store.ts'
import { seenBy } from '#domains/agreements/store.ts'
import { findUnit } from '#domains/joint-units/store.ts'
import { record } from '#platform/audit/journal.ts'
import { json } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found, Refused } from '#platform/refusals.ts'
import { checksOf, showBody } from './body-file.ts'
import type { BodyFile } from './body-model.ts'
import { findBody, type Held, holdBody, keepsOf } from './body-store.ts'
import { blocking } from './check-rules.ts'
import { classesFixed, crosses } from './composition-rules.ts'
import type { BodyDraft, Seat, SeatChange, SeatDraft, SideChange } from './model.ts'
import { readyMade } from './ready-rules.ts'
import { RuleSet, type RuleSetName } from './rule-model.ts'
import { arranges, whyNot, whyNotSeat, whyNotSpeak } from './rules.ts'

export async function draftBody(at: Doing, draft: BodyDraft): Promise<BodyFile> {
  const root = await rootOf(at, draft)
  const id = newId()
  const rules = readyMade[draft.rules as RuleSetName] ?? readyMade['joint-coordination-committee']
  const given = draft.sides.length > 0 ? draft.sides : await sidesOfRoot(at, root)
  const sides = given.map(({ organisationId, country }, place) => ({ id: newId(), bodyId: id, place, organisationId: organisationId ?? null, country: country ?? null, forbidsWritten: false, holidays: json([]) as never }))
  await at.db.insertInto('body').values({
    id, kind: draft.kind, name: json(draft.name) as never, ...root, parentId: draft.parentId, constitutedAt: null, dissolvedAt: null, changedAt: at.now, decisions: 0, meetings: 0, madeBy: at.viewer.id, madeAt: at.now,
  }).execute()
  if (sides.length > 0) await at.db.insertInto('bodySide').values(sides).execute()
  await putRules(at, id, 1, rules, null)
  return tell(at, id, 'drafted', { name: draft.name, ...root })
}

/** What it belongs to, which this viewer must keep; for a body of a body, that of the body above. */
type Root = Pick<BodyDraft, 'agreementId' | 'allianceId' | 'unitId'>
async function rootOf(at: Doing, { agreementId, allianceId, parentId, unitId }: Root & Pick<BodyDraft, 'parentId'>): Promise<Root> {
  if (parentId !== null) {
    const parent = await findBody(at.db, at.viewer, parentId)
    demand(arranges(parent, at.viewer) ? undefined : 'committees.only-who-arranges')
    return { agreementId: parent.body.agreementId, allianceId: parent.body.allianceId, unitId: parent.body.unitId }
  }
  // A joint unit's body stands beneath the agreement that founded the unit.
  if (unitId !== null) return { ...await rootOf(at, { agreementId: (await findUnit(at.db, at.viewer, unitId)).agreementId, allianceId, parentId, unitId: null }), unitId }
  if (agreementId !== null) found(await seenBy(at.db, at.viewer).select('agreement.id').where('agreement.id', '=', agreementId).executeTakeFirst())
  else await findAlliance(at.db, at.viewer, allianceId!)
  demand(await keepsOf(at.db, at.viewer, { agreementId, allianceId }) ? undefined : 'committees.only-who-keeps')
  return { agreementId, allianceId, unitId: null }
}

/** The sides of a committee are the parties of its agreement, unless others are named. */
async function sidesOfRoot(at: Doing, { agreementId }: { agreementId: Id | null }) {
  if (agreementId === null) return []
  const parties = await at.db.selectFrom('agreementParty').select('organisationId').where('agreementId', '=', agreementId).where('role', '<>', 'witness').orderBy('place').execute()
  return [...new Set(parties.map(({ organisationId }) => organisationId))].map((organisationId) => ({ organisationId, country: null }))
}

export async function addSeat(at: Doing, id: Id, draft: SeatDraft): Promise<BodyFile> {
  const held = await holdBody(at.db, at.viewer, id)
  demand(whyNotSeat(held, draft.sideId, at.viewer))
  demand(draft.sideId !== null && !held.sides.some((side) => side.id === draft.sideId) ? 'committees.no-such-side' : undefined)
  await demandPeople(at, held, { id: null, ...draft })
  const seat: Seat = {
    id: newId(), bodyId: id, place: (held.seats.at(-1)?.place ?? -1) + 1, ...draft, voting: draft.role === 'member' && draft.voting, alternateNamedAt: draft.alternateId ? at.now : null, fromOn: draft.fromOn ?? at.today,
    startedAt: at.now, endedAt: null, withheld: false, vacantSince: draft.memberId === null ? at.now : null,
  }
  await at.db.insertInto('bodySeat').values(seat).execute()
  return tell(at, id, 'seat-added', { seat: seat.id, side: seat.sideId, member: seat.memberId })
}

/** Who sits there and who sits for them. Another person in a seat begins a term anew; the alternate counts from now. Once the body sits, another seat follows upon the one of before: what was voted with that is counted as it was cast. */
export async function changeSeat(at: Doing, id: Id, seatId: Id, change: SeatChange): Promise<BodyFile> {
  const held = await holdBody(at.db, at.viewer, id)
  const seat = found(held.seats.find((one) => one.id === seatId && one.endedAt === null))
  demand(whyNotSeat(held, seat.sideId, at.viewer))
  await demandPeople(at, held, { ...seat, ...change })
  const vacantSince = change.memberId === null ? seat.vacantSince ?? at.now : null
  const alternateNamedAt = change.alternateId === seat.alternateId ? seat.alternateNamedAt : change.alternateId ? at.now : null
  const changed = { ...change, vacantSince, alternateNamedAt, ...(change.memberId === seat.memberId ? {} : { fromOn: at.today }) }
  const same = change.memberId === seat.memberId && change.alternateId === seat.alternateId
  const now = held.body.constitutedAt === null || same ? seatId : await passOn(at, seat, changed)
  if (now === seatId) await at.db.updateTable('bodySeat').set(changed).where('id', '=', seatId).execute()
  return tell(at, id, 'seat-changed', { seat: now, ...(now === seatId ? {} : { before: seatId }), ...change })
}

/** One seat ends and one like it begins; what it has not answered in writing yet passes on with it. */
async function passOn(at: Doing, seat: Seat, changed: Partial<Seat>): Promise<Id> {
  const next: Seat = { ...seat, ...changed, id: newId(), startedAt: at.now }
  await at.db.updateTable('bodySeat').set({ endedAt: at.now }).where('id', '=', seat.id).execute()
  await at.db.insertInto('bodySeat').values(next).execute()
  const asked = await at.db.selectFrom('ballot').select(['id', 'entitled']).where('bodyId', '=', seat.bodyId).where('kind', '=', 'written').where('closedAt', 'is', null).forUpdate().execute()
  for (const { id, entitled } of asked) {
    const said = await at.db.selectFrom('vote').select('seatId').where('ballotId', '=', id).where('seatId', '=', seat.id).executeTakeFirst()
    if (said || !entitled.some(({ seatId }) => seatId === seat.id)) continue
    const others = entitled.filter(({ seatId }) => seatId !== seat.id)
    await at.db.updateTable('ballot').set({ entitled: json([...others, ...(next.memberId ? [{ seatId: next.id, sideId: next.sideId, personId: next.memberId }] : [])]) as never }).where('id', '=', id).execute()
  }
  return next.id
}

export async function endSeat(at: Doing, id: Id, seatId: Id): Promise<BodyFile> {
  const held = await holdBody(at.db, at.viewer, id)
  const seat = found(held.seats.find((one) => one.id === seatId && one.endedAt === null))
  demand(whyNotSeat(held, seat.sideId, at.viewer))
  await at.db.updateTable('bodySeat').set({ endedAt: at.now }).where('id', '=', seatId).execute()
  return tell(at, id, 'seat-ended', { seat: seatId })
}

async function demandPeople(at: Doing, held: Held, wanted: Pick<Seat, 'sideId' | 'memberId' | 'alternateId'> & { id: Id | null }): Promise<void> {
  demand(crosses(held.seats, wanted) ? 'committees.fails-g05' : undefined)
  demand(wanted.alternateId !== null && !held.rules.rules.alternates ? 'committees.no-alternates' : undefined)
  for (const person of [wanted.memberId, wanted.alternateId]) {
    if (person && !await at.db.selectFrom('person').select('id').where('id', '=', person).where('closedAt', 'is', null).executeTakeFirst()) throw new Refused('committees.person-unknown')
  }
}

export async function changeSide(at: Doing, id: Id, sideId: Id, { forbidsWritten, holidays }: SideChange): Promise<BodyFile> {
  const held = await holdBody(at.db, at.viewer, id)
  found(held.sides.find((side) => side.id === sideId))
  demand(whyNotSpeak(held, sideId, at.viewer))
  await at.db.updateTable('bodySide').set({ forbidsWritten, holidays: json([...new Set(holidays)].toSorted()) as never }).where('id', '=', sideId).execute()
  return tell(at, id, 'side-changed', { side: sideId, forbidsWritten })
}

export async function constitute(at: Doing, id: Id): Promise<BodyFile> {
  const held = await holdBody(at.db, at.viewer, id)
  demand(whyNot('constitute', held, at.viewer))
  const stop = blocking(await checksOf(at.db, held, at.today, true))
  if (stop) throw new Refused(stop.reason, stop.facts)
  await at.db.updateTable('body').set({ constitutedAt: at.now, changedAt: at.now }).where('id', '=', id).execute()
  return tell(at, id, 'constituted', { name: held.body.name, rules: held.rules.rules.name, version: held.rules.version })
}

/** Before it is constituted, as it is drafted; afterwards by a decision of its own about its rules, each used once. */
export async function adoptRules(at: Doing, id: Id, { rules, decisionId }: { rules: RuleSet; decisionId: Id | null }): Promise<BodyFile> {
  const held = await holdBody(at.db, at.viewer, id)
  demand(whyNot('compose', held, at.viewer) ?? (rules.equalSides && rules.castingVote ? 'committees.fails-g20' : undefined))
  const weak = classesFixed({ rules, version: held.rules.version, asOf: at.now })
  if (weak.status === 'fail') throw new Refused('committees.fails-g17', weak.inputs)
  if (held.body.constitutedAt === null) {
    await at.db.updateTable('bodyRules').set({ rules: json(rules) as never, fromAt: at.now }).where('bodyId', '=', id).where('version', '=', held.rules.version).execute()
  } else {
    const decision = decisionId && await at.db.selectFrom('decision').selectAll().where('id', '=', decisionId).where('bodyId', '=', id).executeTakeFirst()
    demand(decision && ['rules', 'charter'].includes(decision.matter) ? undefined : 'committees.rules-by-decision')
    demand(held.versions.some((one) => one.decisionId === decisionId) ? 'committees.decision-used' : undefined)
    await putRules(at, id, held.rules.version + 1, rules, decisionId)
  }
  return tell(at, id, 'rules-adopted', { name: rules.name, decision: decisionId })
}

async function putRules(at: Doing, bodyId: Id, version: number, rules: RuleSet, decisionId: Id | null): Promise<void> {
  await at.db.insertInto('bodyRules').values({ id: newId(), bodyId, version, rules: json(RuleSet.parse(rules)) as never, fromAt: at.now, decisionId, adoptedBy: at.viewer.id }).execute()
}

export async function dissolve(at: Doing, id: Id): Promise<BodyFile> {
  const held = await holdBody(at.db, at.viewer, id)
  demand(whyNot('dissolve', held, at.viewer))
  demand(await isBusy(at, id) ? 'committees.still-at-work' : undefined)
  demand(held.body.constitutedAt !== null && held.sides.length > 1 && !await closureDecided(at, held) ? 'committees.closure-by-decision' : undefined)
  await at.db.updateTable('body').set({ dissolvedAt: at.now, changedAt: at.now }).where('id', '=', id).execute()
  return tell(at, id, 'dissolved', {})
}

/** It was called, sits, or decides in writing. */
const isBusy = async (at: Doing, id: Id): Promise<boolean> => Boolean(await at.db.selectFrom('meeting').select('id').where('bodyId', '=', id).where('state', 'in', ['called', 'open']).executeTakeFirst()
  ?? await at.db.selectFrom('ballot').select('id').where('bodyId', '=', id).where('kind', '=', 'written').where('settledAt', 'is', null).executeTakeFirst())
/** No side alone closes what is there for several: it decides so itself, or the body above it does. */
const closureDecided = async (at: Doing, { body: { id, parentId } }: Held): Promise<boolean> => Boolean(await at.db.selectFrom('decision').select('id')
  .where((is) => is.or([is.and([is('bodyId', '=', id), is('matter', '=', 'closure')]), ...(parentId ? [is.and([is('bodyId', '=', parentId), is('matter', 'in', ['closure', 'sub-body'])])] : [])])).executeTakeFirst())

/** Into the history of the body, and what it shows now. */
export async function tell(at: Doing, id: Id, what: string, data: Record<string, unknown>): Promise<BodyFile> {
  await record(at, { what: `body.${what}`, about: id, data })
  return showBody(at.db, at.viewer, id, at.now)
}
