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
  const chair = { bodyId: body!, role: 'member' as const, voting: true, office: 'chair' as const, alternateId: null, alternateNamedAt: null, fromOn: '2026-01-01', untilOn: null, terms: 1, startedAt: now, endedAt: null, vacantSince: null }
  const [bodySeat, otherSeat, bodyAction] = [newId(), newId(), newId()]
  await db.insertInto('bodySeat').values([{ ...chair, id: bodySeat, sideId: sides[0]!.id, place: 0, memberId: person }, { ...chair, id: otherSeat, sideId: sides[1]!.id, place: 1, memberId: null }]).execute()
  await db.insertInto('bodyAction').values({ id: bodyAction, bodyId: body!, decisionId: null, meetingId: null, what: 'Walk', ownerId: otherPerson, dueOn: '2026-04-01', doneAt: null, doneWords: null, addedBy: house.id, addedAt: now }).execute()
  return { body: body!, bodySide: bodySide!, draftedBody: draftedBody!, draftedSide: draftedSide!, bodySeat, bodyAction }
}

async function addBody(db: Writing, now: Instant, agreementId: Id, organisations: Id[], constitutedAt: Instant | null): Promise<Id[]> {
  const id = newId()
  await db.insertInto('body').values({ id, kind: 'joint-committee', name: json({ en: 'Walked committee' }) as never, agreementId, allianceId: null, parentId: null, constitutedAt, dissolvedAt: null, changedAt: now, decisions: 0, meetings: 0, madeBy: house.id, madeAt: now }).execute()
  const sides = organisations.map((organisationId, place) => ({ id: newId(), bodyId: id, place, organisationId, country: null, forbidsWritten: false, holidays: json([]) as never }))
  await db.insertInto('bodySide').values(sides).execute()
  await db.insertInto('bodyRules').values({ id: newId(), bodyId: id, version: 1, rules: json(readyMade['joint-coordination-committee']) as never, fromAt: now, decisionId: null, adoptedBy: house.id }).execute()
  return [id, ...sides.map((side) => side.id)]
}
