// Invitations: a letter with a calendar entry to each who sits, answered without an account by its link, sent anew when the meeting moves,
// cancelled when it is called off or a seat ends, and not answered by programs that only open links.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeWorkbook } from '#adapters/spreadsheets/write.ts'
import * as pages from '#web/public/pages.ts'
import { mountForm } from '#platform/http/forms.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { turnsOf } from '#platform/turns.ts'
import { world } from '#test/world.ts'
import { bodiesApi, meetingsApi as api, proceduresApi } from './api.ts'
import { invitedTo, namedIn, whyNotAnswer } from './invitation-rules.ts'
import { invitationAddress, invitationForm } from './invitation-visit.ts'
import { committeeRoutes } from './routes.ts'
import { committee, home, now, peopleAndPlaces, type Story } from './test-committees.ts'

let w: Awaited<ReturnType<typeof world>>
let story: Story
let body: Awaited<ReturnType<typeof committee>>
let meeting: Id
const startsAt = '2026-06-01T05:00:00.000Z'
beforeAll(async () => {
  w = await world(committeeRoutes({ ...home, writeSheets: writeWorkbook }), now, (server, { db }) => mountForm(server, invitationAddress, invitationForm({ db, pages, instance: 'Pamir', origin: home.publicUrl, clock: () => new Date(now) })))
  story = await peopleAndPlaces(w.db)
  body = await committee(w, story)
  meeting = (await w.ask(api.call, { params: { id: body.id }, body: { startsAt, zone: 'Asia/Karachi', city: 'Sargodha' } })).answer.id
})
afterAll(() => w.close())

const one = () => ({ params: { id: meeting } })
const letters = async (kind: string, to?: Id) => (await w.db.selectFrom('letter').selectAll().where('kind', '=', `committees.${kind}`).orderBy('id').execute()).filter(({ toPerson }) => !to || toPerson === to)
const line = (calendar: string | null, name: string) => calendar!.replaceAll(/\r\n[ \t]/g, '').split('\r\n').filter((each) => each.startsWith(name))
const linkIn = (letter: string, coming: string) => new RegExp(`https://pamir\\.example(/m/[\\w-]+\\?answer=${coming})`).exec(letter)![1]!
const replies = async () => { w.as(story.ayesha); return (await w.ask(api.meeting, one())).answer }

test('each who sits and each alternate gets a letter with an entry of their own, in the name of whoever called it', async () => {
  const all = await letters('invitation')
  expect(all.map(({ toPerson }) => toPerson).toSorted()).toEqual([story.ayesha, story.bilal, story.wang, story.li, story.zhao].map(({ id }) => id).toSorted())
  const { calendar } = (await letters('invitation', story.li.id))[0]!
  expect(calendar).toContain('METHOD:REQUEST')
  expect(line(calendar, 'ATTENDEE')).toEqual([expect.stringMatching(new RegExp(`ROLE=REQ-PARTICIPANT.*RSVP=TRUE.*${story.li.id}@example\\.org`, 'i'))])
  expect(line(calendar, 'ORGANIZER')[0]).toMatch(new RegExp(`SENT-BY="mailto:pamir@example\\.org".*mailto:${story.ayesha.id}@example\\.org`, 'i'))
  expect([line(calendar, 'UID'), line(calendar, 'SEQUENCE'), line(calendar, 'DTSTART')]).toEqual([[`UID:${meeting}@pamir.example`], ['SEQUENCE:0'], ['DTSTART:20260601T050000Z']])
  expect(line((await letters('invitation', story.zhao.id))[0]!.calendar, 'ATTENDEE')[0]).toContain('OPT-PARTICIPANT')
})

test('opening the link answers nothing; sending its form does, without an account, and the meeting shows it', async () => {
  const path = linkIn((await letters('invitation', story.li.id))[0]!.body, 'maybe')
  const shown = await w.server.inject({ url: path })
  expect([shown.statusCode, shown.headers['cache-control'], shown.headers['referrer-policy']]).toEqual([200, 'no-store', 'no-referrer'])
  expect(shown.body).toMatch(/<input[^>]*checked=""[^>]*value="maybe"|<input[^>]*value="maybe"[^>]*checked=""/)
  expect((await replies()).replies).toEqual([])
  const send = (fields: string) => w.server.inject({ method: 'POST', url: path, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: fields })
  expect((await send('')).statusCode).toBe(422)
  expect((await send('coming=online')).statusCode).toBe(303)
  expect((await replies()).replies).toMatchObject([{ personId: story.li.id, coming: 'online', via: 'link', valid: true }])
  expect((await w.server.inject({ url: path })).body).toContain('online')
  expect((await w.server.inject({ url: '/m/unknown' })).statusCode).toBe(404)
})

test('who sits without any office is told on the first page what waits for them, and it goes once it is done', async () => {
  await w.db.transaction().execute((tx) => tx.insertInto('bodyAction').values({ id: newId(), bodyId: body.id, decisionId: null, meetingId: null, what: 'Send the list', ownerId: story.bilal.id, dueOn: '2026-04-01', doneAt: null, doneWords: null, addedBy: story.ayesha.id, addedAt: now }).execute())
  const waits = async (viewer: Viewer, sides: Id[] = [], whose: 'yours' | 'theirs' = 'yours') => (await turnsOf(w.db, viewer, { whose, sides, today: now.slice(0, 10), now, limit: 20 })).rows.map(({ kind, title, to }) => [kind, title.en, to])
  expect(await waits(story.bilal)).toEqual(expect.arrayContaining([['today.body-reply', 'Joint Coordination Committee', `/meetings/${meeting}`], ['today.body-action', 'Send the list', `/bodies/${body.id}`]]))
  expect(await waits(story.li)).toEqual([])
  expect([await waits(story.niran), await waits(story.bilal, [], 'theirs')]).toEqual([[], []])
  w.as(story.ayesha)
  const { answer } = await w.ask(proceduresApi.propose, { params: { id: body.id }, body: { text: { en: 'A summer school' }, matter: 'programme' } })
  // A director who also sits is told once: for the side.
  expect((await waits(story.ayesha, [story.sargodha])).filter(([kind]) => kind === 'today.body-answer')).toHaveLength(1)
  const written = ['today.body-answer', 'Joint Coordination Committee', `/procedures/${answer.id}`]
  expect([await waits(story.li), (await waits(story.zhao)).some(([kind]) => kind === 'today.body-answer')]).toEqual([[written], false])
  w.as(story.li)
  await w.ask(api.vote, { params: { id: answer.id }, body: { choice: 'for' } })
  expect(await waits(story.li)).toEqual([])
})

test('who arranges it notes an answer given by mouth, and nobody else does', async () => {
  const note = (personId: Id) => w.ask(api.reply, { ...one(), body: { coming: 'room', personId } })
  w.as(story.bilal)
  expect((await note(story.li.id)).answer).toMatchObject({ error: 'committees.only-who-arranges' })
  w.as(story.wang)
  expect((await note(story.niran.id)).answer).toMatchObject({ error: 'committees.only-a-member' })
  expect((await note(story.bilal.id)).answer.replies).toContainEqual(expect.objectContaining({ personId: story.bilal.id, coming: 'room', via: 'noted' }))
})

test('when it moves the entry goes out under the next number, and earlier answers are about another day', async () => {
  w.as(story.wang)
  const { answer } = await w.ask(api.change, { ...one(), body: { startsAt: '2026-06-08T05:00:00.000Z', zone: 'Asia/Shanghai', city: 'Zaozhuang' } })
  expect(answer.replies.map(({ valid }) => valid)).toEqual([false, false])
  const changed = (await letters('change', story.li.id))[0]!
  expect([line(changed.calendar, 'SEQUENCE'), line(changed.calendar, 'DTSTART'), line(changed.calendar, 'ORGANIZER')[0]]).toEqual([['SEQUENCE:1'], ['DTSTART:20260608T050000Z'], expect.stringContaining(`${story.ayesha.id}@example.org`)])
  // The link of the first letter still answers, and answers about the new day.
  await w.server.inject({ method: 'POST', url: linkIn((await letters('invitation', story.li.id))[0]!.body, 'room'), headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'coming=room' })
  expect((await replies()).replies.find(({ personId }) => personId === story.li.id)).toMatchObject({ coming: 'room', valid: true })
})

test('a new member is invited; who loses the seat is told and answers no more; all are told when it is called off', async () => {
  w.as(story.ayesha)
  await w.ask(bodiesApi.changeSeat, { params: { id: body.id, seatId: body.seats[1]!.id }, body: { memberId: story.sana.id, alternateId: null, office: null, untilOn: null, terms: 1 } })
  expect([(await letters('invitation', story.sana.id)).length, (await letters('cancellation', story.bilal.id)).length, (await letters('invitation', story.ayesha.id)).length]).toEqual([1, 1, 1])
  const gone = linkIn((await letters('change', story.bilal.id))[0]!.body, 'room')
  expect((await w.server.inject({ method: 'POST', url: gone, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'coming=room' })).statusCode).toBe(404)
  expect((await w.server.inject({ url: gone })).statusCode).toBe(404)
  w.as(story.ayesha)
  await w.ask(api.callOff, one())
  const off = (await letters('cancellation', story.sana.id))[0]!
  expect([off.calendar!.includes('METHOD:CANCEL'), line(off.calendar, 'STATUS'), line(off.calendar, 'SEQUENCE'), (await letters('cancellation', story.bilal.id)).length]).toEqual([true, ['STATUS:CANCELLED'], ['SEQUENCE:2'], 1])
})

test('an alternate who is a member elsewhere is invited once; «perhaps» and an old answer name nobody', () => {
  const seat = (memberId: string | null, alternateId: string | null) => ({ sideId: 's', memberId, alternateId, endedAt: null })
  const invited = invitedTo([seat('a', 'b'), seat('b', null), { ...seat('c', null), endedAt: now }])
  expect(invited).toEqual([{ personId: 'a', sideId: 's', as: 'member' }, { personId: 'b', sideId: 's', as: 'member' }])
  expect(namedIn([{ personId: 'a', coming: 'maybe', sequence: 1 }, { personId: 'b', coming: 'no', sequence: 0 }], invited, { sequence: 1 })).toBe(0)
  expect(namedIn([{ personId: 'a', coming: 'room', sequence: 1 }], invited, { sequence: 1 })).toBe(1)
  expect([whyNotAnswer({ state: 'called' }), whyNotAnswer({ state: 'open' }), whyNotAnswer({ state: 'called-off' })]).toEqual([undefined, 'committees.meeting-begun', 'committees.meeting-off'])
})
