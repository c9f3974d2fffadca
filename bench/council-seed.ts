// A council with its members, each with a seat and a session of their own, in a house that is running: for `council.ts`.
import { readyMade } from '#domains/committees/ready-rules.ts'
import '#domains/committees/tables.ts'
import { addOrganisations } from '#domains/organisations/actions.ts'
import { addAlliances } from '#domains/alliances/store.ts'
import { addSession } from '#domains/people/sign-in/sessions.ts'
import { house } from '#platform/auth/viewer.ts'
import { json, type Writing } from '#platform/db/database.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { openHouse } from '#src/house.ts'

export async function seedCouncil(data: string, members: number, online: number) {
  const { db, close } = await openHouse({ databaseUrl: null, data }, { attach: true })
  try { return await db.transaction().execute((tx) => seed(tx, members, online)) } finally { await close() }
}

async function seed(db: Writing, members: number, online: number) {
  const now = new Date().toISOString()
  const [network] = await addOrganisations({ db, viewer: house, now }, [{ kind: 'network', country: 'PK', names: [{ text: 'Alliance of two nations', lang: 'en', kind: 'display' }] }]) as [Id]
  const [allianceId, bodyId, meeting, item] = [newId(), newId(), newId(), newId()]
  await addAlliances(db, [{ id: allianceId, organisationId: network, slug: `council-${bodyId.slice(-6)}`, parentId: null, hostId: null, foundedOn: null, foundedPrecision: null, purpose: {}, charter: {}, public: false, stated: {}, source: null, example: false, changedAt: now }])
  const early = new Date(Date.now() - 90 * 86_400_000).toISOString()
  await db.insertInto('body').values({ id: bodyId, kind: 'council', name: json({ en: 'Council' }) as never, agreementId: null, allianceId, parentId: null, constitutedAt: early, dissolvedAt: null, changedAt: now, decisions: 0, meetings: 1, madeBy: house.id, madeAt: now }).execute()
  const sides = ['PK', 'CN'].map((country, place) => ({ id: newId(), bodyId, place, organisationId: null, country, forbidsWritten: false, holidays: json([]) as never }))
  await db.insertInto('bodySide').values(sides).execute()
  await db.insertInto('bodyRules').values({ id: newId(), bodyId, version: 1, rules: json(readyMade['joint-coordination-committee']) as never, fromAt: early, decisionId: null, adoptedBy: house.id }).execute()
  const people = Array.from({ length: online }, (_, at) => ({ id: newId(), at }))
  await db.insertInto('person').values(people.map(({ id, at }) => ({ id, name: `Member ${at + 1}`, nameNative: null, email: `${id}@example.org`, locale: 'en' as const, passwordHash: null, source: null, example: false, createdAt: now, closedAt: null }))).execute()
  await db.insertInto('bodySeat').values(people.map(({ id, at }) => ({
    id: newId(), bodyId, sideId: sides[at % 2]!.id, place: at, role: at < members ? 'member' as const : 'observer' as const, voting: at < members, office: at < 2 ? 'chair' as const : null, memberId: id, alternateId: null, alternateNamedAt: null,
    fromOn: early.slice(0, 10), untilOn: null, terms: 1, startedAt: early, endedAt: null, withheld: false, vacantSince: null,
  }))).execute()
  const nowhere = { hostSideId: null, venue: null, city: null, link: null, requestId: null, openedAt: null, closedAt: null, heldOn: null, quorate: null, presidingId: null, packFrozenAt: null, packAssembledAt: null, calledBy: null }
  await db.insertInto('meeting').values({ ...nowhere, id: meeting, bodyId, number: 1, kind: 'ordinary', state: 'called', startsAt: now, zone: 'Asia/Karachi', calledAt: early, sequence: 0, changedAt: now }).execute()
  await db.insertInto('meetingItem').values({ id: item, meetingId: meeting, place: 0, title: { en: 'The plan' }, aim: 'decision', matter: 'plan', standing: null, addedAt: early, addedBySide: null, agreed: json(sides.map(({ id }) => id)) as never, notes: {}, aboutKind: null, aboutId: null, consensus: null, removedAt: null }).execute()
  const signedIn: { id: Id; token: string }[] = []
  for (const { id } of people) signedIn.push({ id, token: await addSession(db, now, id, 'link', { address: '127.0.0.1', agent: 'bench' }) })
  return { meeting, item, people: signedIn }
}
