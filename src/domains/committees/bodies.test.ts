// A committee comes about: unequal it is refused with the reason, equal it is constituted, and its rules change by its own decision only.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withholdFrom } from '#domains/alliances/member-actions.ts'
import { addAlliances } from '#domains/alliances/store.ts'
import { addOrganisations } from '#domains/organisations/actions.ts'
import { house } from '#platform/auth/viewer.ts'
import { json } from '#platform/db/database.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { writeWorkbook } from '#adapters/spreadsheets/write.ts'
import { world } from '#test/world.ts'
import { bodiesApi as api } from './api.ts'
import { readyMade } from './ready-rules.ts'
import { committeeRoutes } from './routes.ts'
import { committee, home, now, peopleAndPlaces, type Story } from './test-committees.ts'

let w: Awaited<ReturnType<typeof world>>
let story: Story
beforeAll(async () => {
  w = await world(committeeRoutes({ ...home, writeSheets: writeWorkbook }), now)
  story = await peopleAndPlaces(w.db)
})
afterAll(() => w.close())

test('an unequal committee is refused with its seats, and constituted once they are equal', async () => {
  const { id, ours, seats } = await committee(w, story, false)
  w.as(story.ayesha)
  const one = await w.ask(api.addSeat, { params: { id }, body: { sideId: ours, memberId: story.sana.id } })
  const refused = await w.ask(api.constitute, { params: { id } })
  expect([refused.status, refused.answer.error, refused.answer.facts]).toEqual([409, 'committees.fails-g01', { seats: '3 : 2', sides: 2 }])
  expect(one.answer.checks.find((check) => check.id === 'g01')).toMatchObject({ status: 'fail', ruleVersion: 1, messageKey: 'committees.checks.g01' })
  const extra = one.answer.sides[0]!.seats.find(({ memberId }) => memberId === story.sana.id)!
  await w.ask(api.endSeat, { params: { id, seatId: extra.id } })
  expect((await w.ask(api.constitute, { params: { id } })).answer).toMatchObject({ constitutedAt: now, clock: { status: 'good', dueOn: '2027-03-02' }, may: { arrange: true, speaksFor: [ours] } })
  expect((await w.ask(api.constitute, { params: { id } })).answer.error).toBe('committees.is-constituted')
  expect(seats.length).toBe(4)
})

test('each side fills its own seats; one person sits once, for one side', async () => {
  const { id, theirs, seats } = await committee(w, story)
  w.as(story.bilal)
  expect((await w.ask(api.changeSeat, { params: { id, seatId: seats[0]!.id }, body: { memberId: null, alternateId: null, office: 'chair', untilOn: null, terms: 1 } })).answer.error).toBe('committees.only-who-arranges')
  w.as(story.wang)
  const li = seats.find(({ memberId }) => memberId === story.li.id)!
  const put = (memberId: string, alternateId: string | null) => w.ask(api.changeSeat, { params: { id, seatId: li.id }, body: { memberId, alternateId, office: null, untilOn: null, terms: 1 } })
  for (const [member, alternate] of [[story.wang.id, null], [story.li.id, story.li.id], [story.li.id, story.ayesha.id]] as const) expect((await put(member, alternate)).answer.error).toBe('committees.fails-g05')
  expect((await put(story.zhao.id, null)).answer.sides[1]!.seats.at(-1)).toMatchObject({ member: { name: 'Zhao' }, alternateNamedAt: null, place: li.place })
  // Neither director fills a seat of the other side, though both keep the agreement's records.
  w.as(story.ayesha)
  expect((await w.ask(api.changeSeat, { params: { id, seatId: seats.find(({ memberId }) => memberId === story.wang.id)!.id }, body: { memberId: story.sana.id, alternateId: null, office: 'chair', untilOn: null, terms: 1 } })).answer.error).toBe('committees.only-that-side')
  w.as(story.wang)
  expect((await w.ask(api.changeSide, { params: { id, sideId: theirs }, body: { forbidsWritten: true, holidays: ['2026-10-01'] } })).answer.sides[1]).toMatchObject({ forbidsWritten: true, holidays: ['2026-10-01'] })
  w.as(story.niran)
  expect((await w.ask(api.body, { params: { id } })).status).toBe(404)
})

test('rules of a body that sits change by a decision about them, once each, and each version stays', async () => {
  const { id } = await committee(w, story)
  w.as(story.ayesha)
  const adopt = (decisionId: string | null) => w.ask(api.adoptRules, { params: { id }, body: { rules: { ...readyMade['joint-coordination-committee'], amberMonths: 8 }, decisionId } })
  const cast = { ...readyMade['joint-coordination-committee'], castingVote: true }
  expect((await w.ask(api.adoptRules, { params: { id }, body: { rules: cast } })).answer.error).toBe('committees.fails-g20')
  expect((await adopt(null)).answer.error).toBe('committees.rules-by-decision')
  const decision = newId()
  const tally = json({ for: 2, against: 0, abstain: 0, silent: 0, seats: 2, sides: [], carried: true, why: 'every-side' }) as never
  await w.db.insertInto('decision').values({ id: decision, bodyId: id, number: 1, meetingId: null, itemId: null, ballotId: null, matter: 'rules', class: 'every-side', how: 'vote', text: { en: 'Rules' }, effect: null, takenOn: '2026-03-02', takenAt: now, ruleVersion: 1, tally, aboutKind: null, aboutId: null, ratifiedAt: null }).execute()
  expect((await adopt(decision)).answer).toMatchObject({ rules: { version: 2, decisionId: decision, rules: { amberMonths: 8 } }, versions: [{ version: 1 }, { version: 2 }] })
  expect((await adopt(decision)).answer.error).toBe('committees.decision-used')
})

test('a committee of a committee belongs to the same agreement, and actions have one owner', async () => {
  const { id } = await committee(w, story)
  w.as(story.ayesha)
  const child = await w.ask(api.draft, { body: { kind: 'working-group', name: { en: 'Working group' }, parentId: id, rules: 'working-group' } })
  expect(child.answer).toMatchObject({ parent: { id }, agreement: { id: story.agreement }, rules: { rules: { name: 'working-group' } } })
  const added = await w.ask(api.addAction, { params: { id }, body: { what: 'Send the list', ownerId: story.bilal.id, dueOn: '2026-03-01' } })
  expect(added.answer.actions).toMatchObject([{ what: 'Send the list', owner: { name: 'Bilal' } }])
  expect(added.answer.checks.find((check) => check.id === 'g29')).toMatchObject({ status: 'warn', inputs: { late: 1, open: 1 } })
  w.as(story.bilal)
  expect((await w.ask(api.finishAction, { params: { id, actionId: added.answer.actions[0]!.id }, body: { done: true, words: 'Sent' } })).answer.actions[0]).toMatchObject({ doneAt: now, doneWords: 'Sent' })
  w.as(story.ayesha)
  expect((await w.ask(api.bodies, { query: { agreementId: story.agreement } })).answer.length).toBeGreaterThan(1)
})

test('who sits in a body of an alliance sees it, though nobody shows them the alliance', async () => {
  const network = (await w.db.transaction().execute((tx) => addOrganisations({ db: tx, viewer: house, now }, [{ kind: 'network', country: 'PK', names: [{ text: 'Alliance', lang: 'en', kind: 'display' }] }]))) as [string]
  const allianceId = newId()
  await w.db.transaction().execute((tx) => addAlliances(tx, [{ id: allianceId, organisationId: network[0], slug: 'council', parentId: null, hostId: story.sargodha, foundedOn: null, foundedPrecision: null, purpose: {}, charter: {}, public: false, stated: {}, source: null, example: false, changedAt: now }]))
  w.as(story.ayesha)
  const { answer: body } = await w.ask(api.draft, { body: { kind: 'council', name: { en: 'Council' }, allianceId, rules: 'executive-council' } })
  await w.ask(api.addSeat, { params: { id: body.id }, body: { memberId: story.niran.id } })
  w.as(story.niran)
  expect((await w.ask(api.body, { params: { id: body.id } })).answer).toMatchObject({ alliance: null, may: { sits: true, compose: false } })
  w.as(story.li)
  expect((await w.ask(api.body, { params: { id: body.id } })).status).toBe(404)
})

test('a member whose vote its alliance suspends sits without one until it is reinstated; who speaks for others too keeps theirs', async () => {
  const [house_] = (await w.db.transaction().execute((tx) => addOrganisations({ db: tx, viewer: house, now }, [{ kind: 'network', country: 'PK', names: [{ text: 'Network', lang: 'en', kind: 'display' }] }]))) as [Id]
  const allianceId = newId()
  await w.db.transaction().execute((tx) => addAlliances(tx, [{ id: allianceId, organisationId: house_, slug: 'suspends', parentId: null, hostId: story.sargodha, foundedOn: null, foundedPrecision: null, purpose: {}, charter: {}, public: false, stated: {}, source: null, example: false, changedAt: now }]))
  await w.db.insertInto('allianceStanding').values({ id: newId(), allianceId, organisationId: story.zaozhuang, standing: 'member', fromOn: '2026-01-01', fromPrecision: 'day', untilOn: null, untilPrecision: null, source: null, recordedBy: house.id, recordedAt: now } as never).execute()
  for (const [viewer, at] of [[story.wang, story.zaozhuang], [story.zhao, story.zaozhuang], [story.zhao, story.sargodha]] as const) {
    await w.db.insertInto('office').values({ id: newId(), personId: viewer.id, role: 'director', organisationId: at, title: null, startsOn: '2020-01-01', endsOn: null, givenBy: house.id, source: null, example: false } as never).execute()
  }
  w.as(story.ayesha)
  const { answer: { id } } = await w.ask(api.draft, { body: { kind: 'council', name: { en: 'Council' }, allianceId, rules: 'executive-council' } })
  for (const { id: memberId } of [story.wang, story.zhao]) await w.ask(api.addSeat, { params: { id }, body: { memberId } })
  const seats = async () => (await w.db.selectFrom('bodySeat').select(['memberId', 'voting', 'withheld', 'endedAt']).where('bodyId', '=', id).where('endedAt', 'is', null).orderBy('place').execute()).map(({ voting, withheld }) => [voting, withheld])
  const withhold = (what: ('access' | 'vote')[], at: string) => w.db.transaction().execute((tx) => withholdFrom({ db: tx, viewer: house, now: at }, allianceId, story.zaozhuang, what))
  await withhold(['vote'], '2026-03-03T09:00:00.000Z')
  expect(await seats()).toEqual([[false, true], [true, false]])
  await withhold([], '2026-03-04T09:00:00.000Z')
  expect(await seats()).toEqual([[true, false], [true, false]])
  expect(await w.db.selectFrom('bodySeat').select('id').where('bodyId', '=', id).execute()).toHaveLength(4)
})
