// A committee of the walked agreement, for the walk of `access.test.ts`: constituted, with a chair of each side; and one that is drafted.
import { house } from '#platform/auth/viewer.ts'
import { json, type Writing } from '#platform/db/database.ts'
import { type Id, type Instant, newId } from '#platform/kinds.ts'
import { readyMade } from '#domains/committees/ready-rules.ts'
import '#domains/committees/tables.ts'

type Places = Record<'organisation' | 'partner', Id>
type People = { person: Id; otherPerson: Id }

export async function addCommittee(db: Writing, now: Instant, { organisation, partner }: Places, agreementId: Id, { person, otherPerson }: People) {
  const [body, bodySide] = await addBody(db, now, agreementId, [organisation, partner], now)
  const [draftedBody, draftedSide] = await addBody(db, now, agreementId, [organisation, partner], null)
  const sides = await db.selectFrom('bodySide').select('id').where('bodyId', '=', body!).orderBy('place').execute()
  const chair = { bodyId: body!, role: 'member' as const, voting: true, office: 'chair' as const, alternateId: null, alternateNamedAt: null, fromOn: '2026-01-01', untilOn: null, terms: 1, startedAt: now, endedAt: null, vacantSince: null, withheld: false }
  const [bodySeat, otherSeat, bodyAction] = [newId(), newId(), newId()]
  await db.insertInto('bodySeat').values([{ ...chair, id: bodySeat, sideId: sides[0]!.id, place: 0, memberId: person }, { ...chair, id: otherSeat, sideId: sides[1]!.id, place: 1, memberId: null }]).execute()
  await db.insertInto('bodyAction').values({ id: bodyAction, bodyId: body!, decisionId: null, meetingId: null, what: 'Walk', ownerId: otherPerson, dueOn: '2026-04-01', doneAt: null, doneWords: null, addedBy: house.id, addedAt: now }).execute()
  const session = await addSession(db, now, body!, sides[0]!.id, bodySeat, person)
  return { ...session, body: body!, bodySide: bodySide!, draftedBody: draftedBody!, draftedSide: draftedSide!, bodySeat, bodyAction }
}

async function addBody(db: Writing, now: Instant, agreementId: Id, organisations: Id[], constitutedAt: Instant | null): Promise<Id[]> {
  const id = newId()
  await db.insertInto('body').values({ id, kind: 'joint-committee', name: json({ en: 'Walked committee' }) as never, agreementId, allianceId: null, parentId: null, constitutedAt, dissolvedAt: null, changedAt: now, decisions: 0, meetings: 0, madeBy: house.id, madeAt: now }).execute()
  const sides = organisations.map((organisationId, place) => ({ id: newId(), bodyId: id, place, organisationId, country: null, forbidsWritten: false, holidays: json([]) as never }))
  await db.insertInto('bodySide').values(sides).execute()
  await db.insertInto('bodyRules').values({ id: newId(), bodyId: id, version: 1, rules: json(readyMade['joint-coordination-committee']) as never, fromAt: now, decisionId: null, adoptedBy: house.id }).execute()
  return [id, ...sides.map((side) => side.id)]
}

/** A meeting that is called with one item, a decision in writing that waits for its answers, and a special meeting that is asked for. */
async function addSession(db: Writing, now: Instant, bodyId: Id, sideId: Id, seatId: Id, personId: Id) {
  const [meeting, meetingItem, procedure, specialRequest] = [newId(), newId(), newId(), newId()]
  const nowhere = { hostSideId: null, venue: null, city: null, link: null, requestId: null, openedAt: null, closedAt: null, heldOn: null, quorate: null, presidingId: null, packFrozenAt: null, packAssembledAt: null, calledBy: null }
  await db.insertInto('meeting').values({ ...nowhere, id: meeting, bodyId, number: 1, kind: 'ordinary', state: 'called', startsAt: '2026-06-01T05:00:00.000Z', zone: 'Asia/Karachi', calledAt: now, sequence: 0, changedAt: now }).execute()
  await db.updateTable('body').set({ meetings: 1 }).where('id', '=', bodyId).execute()
  await db.insertInto('meetingItem').values({ id: meetingItem, meetingId: meeting, place: 0, title: { en: 'Walked' }, aim: 'decision', matter: 'other', standing: null, addedAt: now, addedBySide: sideId, agreed: json([]) as never, notes: {}, aboutKind: null, aboutId: null, consensus: null, removedAt: null }).execute()
  await db.insertInto('ballot').values({
    id: procedure, bodyId, meetingId: null, itemId: null, kind: 'written', text: { en: 'Walked' }, matter: 'programme', class: 'every-side', unit: 'side', secret: false, openedAt: now, openedBy: house.id, entitled: json([{ seatId, sideId, personId }]) as never, seats: 2,
    ruleVersion: 1, closedAt: null, result: null, deadlineOn: '2026-03-12', vetoUntilOn: '2026-03-27', vetoedBySide: null, vetoBecause: null, settledAt: null, aboutKind: null, aboutId: null,
  }).execute()
  await db.insertInto('bodyRequest').values({ id: specialRequest, bodyId, because: 'Walked', askedBySide: sideId, askedBy: json([personId]) as never, at: now, metAt: null }).execute()
  return { meeting, meetingItem, procedure, specialRequest }
}
