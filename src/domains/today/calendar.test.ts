// The calendar: what stands in it and for whom, the secret address, and the file itself by the letter of RFC 5545.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commitmentsApi } from '#domains/commitments/api.ts'
import { CommitmentDraft } from '#domains/commitments/model.ts'
import { ceremoniesApi } from '#domains/signing/api.ts'
import { newId } from '#platform/kinds.ts'
import { person } from '#test/world.ts'
import { todayApi } from './api.ts'
import { calendarOf } from './calendar-feed.ts'
import { addressOf, type CalendarEvent } from './calendar-model.ts'
import { openDay } from './fixtures.test-cases.ts'

let here: Awaited<ReturnType<typeof openDay>>
beforeAll(async () => { here = await openDay() })
afterAll(() => here.close())

const query = { from: '2026-03-01', until: '2027-12-31' }
const fetched = async (address: string) => here.server.inject({ url: new URL(address).pathname })

/** Unfolds and reads the lines as RFC 5545, 3.1 writes them; anything else is an error. */
function read(body: string): { name: string; value: string }[] {
  expect(body.endsWith('\r\n')).toBe(true)
  const lines = body.slice(0, -2).split('\r\n')
  for (const line of lines) {
    expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
    expect(line).not.toMatch(/[\n\r]/)
  }
  return lines.join('\r\n').replaceAll(/\r\n[ \t]/g, '').split('\r\n').map((line) => {
    const [, name, value] = /^([A-Z-]+(?:;[A-Z-]+=[^;:]+)*):(.*)$/s.exec(line) ?? []
    if (name === undefined) throw new Error(`not a content line: ${line}`)
    return { name, value: value!.replaceAll(/\\n/gi, '\n').replaceAll(/\\([\\;,])/g, '$1') }
  })
}
const values = (lines: ReturnType<typeof read>, name: string) => lines.filter((line) => line.name === name).map(({ value }) => value)

test('due dates, ends and last days for notice stand in the calendar of who is a party, and of nobody else', async () => {
  const id = await here.agreement({ signedOn: '2021-06-02', noticeMonths: 3, title: 'Nearly over' })
  here.as(here.people.wang)
  await here.ask(commitmentsApi.record, { params: { id }, body: CommitmentDraft.parse({ kind: 'seminar', what: { en: 'Closing seminar' }, unit: 'events', target: 1, per: 'once', eachWay: false, dueOn: '2026-05-20' }) })
  const { answer } = await here.ask(todayApi.calendar, { query })
  expect(answer.filter(({ agreement }) => agreement?.id === id).map(({ kind, day }) => [kind, day])).toEqual([['notice', '2026-03-02'], ['due', '2026-05-20'], ['ends', '2026-06-01']])
  expect((await here.ask(todayApi.calendar, { query: { ...query, kind: 'due' } })).answer.map(({ kind }) => kind)).toEqual(['due'])
  here.as(here.people.li)
  expect((await here.ask(todayApi.calendar, { query })).answer).toEqual([])
  expect((await here.ask(todayApi.calendar, { query: { from: '2026-01-01', until: '2036-01-01' } })).status).toBe(422)
})

test('an address is told once, opens what its owner sees, and opens nothing once it is renewed or taken back', async () => {
  here.as(here.people.ayesha)
  expect((await here.ask(todayApi.revokeFeed, {})).answer).toMatchObject({ error: 'today.no-calendar-address' })
  const first = (await here.ask(todayApi.makeFeed, {})).answer.address
  const before = await fetched(first)
  expect([before.statusCode, before.headers['content-type'], before.headers['cache-control']]).toEqual([200, 'text/calendar; charset=utf-8', 'private, no-store'])
  const uids = values(read(before.body), 'UID')
  expect(values(read((await fetched(first)).body), 'UID')).toEqual(uids)
  expect((await here.ask(todayApi.feed, {})).answer).toEqual({ madeAt: here.clock })
  expect(await here.db.selectFrom('calendarAddress').selectAll().execute()).not.toContainEqual(expect.objectContaining({ tokenHash: first.split('/')[4] }))
  const second = (await here.ask(todayApi.makeFeed, {})).answer.address
  expect([(await fetched(first)).statusCode, (await fetched(second)).statusCode]).toEqual([404, 200])
  await here.ask(todayApi.revokeFeed, {})
  expect((await fetched(second)).statusCode).toBe(404)
  expect((await here.server.inject({ url: '/ical/x/pamir.ics' })).statusCode).toBe(404)
})

test('a ceremony stands in the calendar of its host and of who signs there, with its hour and place', async () => {
  const id = await here.agreement({ title: 'Signed at a ceremony' })
  here.as(here.people.ayesha)
  const { answer: ceremony } = await here.ask(ceremoniesApi.prepare, { body: { title: { en: 'Opening', zh: '开幕' }, heldOn: '2026-05-23', startsAt: '15:00', zone: 'Asia/Shanghai', venue: 'Hall 1', city: 'Xi’an', country: 'CN', hostId: here.people.ayesha.offices[0]!.organisationId!, agreements: [id], people: [] } })
  const asked = async () => (await here.ask(todayApi.calendar, { query: { ...query, kind: 'ceremony' } })).answer
  expect(await asked()).toMatchObject([{ kind: 'ceremony', day: '2026-05-23', agreement: null, ceremony: { id: ceremony.id, place: 'Hall 1, Xi’an, CN', startsAt: '15:00' } }])
  const lines = read((await fetched((await here.ask(todayApi.makeFeed, {})).answer.address)).body)
  expect([values(lines, 'SUMMARY'), values(lines, 'LOCATION')].map((one) => one.some((said) => /Opening|Hall 1/.test(said)))).toEqual([true, true])
  expect(values(lines, 'URL;VALUE=URI').some((to) => to.endsWith(`/ceremonies/${ceremony.id}`))).toBe(true)
  here.as(here.people.wang)
  expect((await asked()).map((one) => one.ceremony?.id)).toEqual([ceremony.id])
  here.as(here.people.li)
  expect(await asked()).toEqual([])
})

test('a session stands in the calendar of who sits in its body, office or not, under the id of its invitation and with its hour', async () => {
  const [sits, bodyId, meeting] = [person('Niran'), newId(), newId()]
  await here.db.insertInto('person').values({ id: sits.id, name: 'Niran', nameNative: null, email: 'niran@example.org', locale: 'en', passwordHash: null, source: null, example: false, createdAt: here.clock, closedAt: null }).execute()
  await here.db.insertInto('body').values({ id: bodyId, kind: 'joint-committee', name: JSON.stringify({ en: 'Joint Committee' }) as never, agreementId: await here.agreement({ title: 'With a committee' }), allianceId: null, parentId: null, constitutedAt: here.clock, dissolvedAt: null, changedAt: here.clock, decisions: 0, meetings: 1, madeBy: sits.id, madeAt: here.clock }).execute()
  await here.db.insertInto('bodySeat').values({ id: newId(), bodyId, sideId: null, place: 0, role: 'member', voting: true, office: null, memberId: sits.id, alternateId: null, alternateNamedAt: null, fromOn: '2026-01-01', untilOn: null, terms: 1, startedAt: here.clock, endedAt: null, vacantSince: null, withheld: false }).execute()
  const nothing = { hostSideId: null, venue: null, link: null, requestId: null, openedAt: null, closedAt: null, heldOn: null, quorate: null, presidingId: null, packFrozenAt: null, packAssembledAt: null, calledBy: null }
  // Late in the evening in Greenwich it is the next day in Shanghai, where it is held.
  await here.db.insertInto('meeting').values({ ...nothing, id: meeting, bodyId, number: 1, kind: 'ordinary', state: 'called', startsAt: '2026-06-01T20:00:00.000Z', zone: 'Asia/Shanghai', city: 'Zaozhuang', calledAt: here.clock, sequence: 2, changedAt: here.clock }).execute()
  here.as(sits)
  expect((await here.ask(todayApi.calendar, { query })).answer).toMatchObject([{ kind: 'meeting', day: '2026-06-02', meeting: { id: meeting, place: 'Zaozhuang', off: false } }])
  const lines = read(calendarOf((await here.ask(todayApi.calendar, { query })).answer, { publicUrl: 'https://pamir.example.org', name: 'Pamir' }, 'en', here.clock))
  expect([values(lines, 'UID'), values(lines, 'DTSTART'), values(lines, 'SEQUENCE'), values(lines, 'SUMMARY')]).toEqual([[`${meeting}@pamir.example.org`], ['20260601T200000Z'], ['2'], ['Joint Committee · Session 1']])
  here.as(here.people.li)
  expect((await here.ask(todayApi.calendar, { query: { ...query, kind: 'meeting' } })).answer).toEqual([])
})

test('a hearing that the sides agreed to stands in their calendars, with the way to its review', async () => {
  const [id, agreementId] = [newId(), await here.agreement({ title: 'To be heard' })]
  await sql`insert into review (id, agreement_id, year, state, outcome, hearing_on, content, hash, laying_id, begun_by, begun_at, changed_at, agreed_at)
    values (${id}, ${agreementId}, 2025, 'agreed', 'hearing', '2026-04-14', '{}', '', ${newId()}, ${here.people.wang.id}, now(), now(), now())`.execute(here.db)
  const seen = async () => (await here.ask(todayApi.calendar, { query: { ...query, kind: 'hearing' } })).answer
  here.as(here.people.wang)
  const [event] = await seen()
  expect([event!.day, event!.agreement!.id, addressOf(event!)]).toEqual(['2026-04-14', agreementId, `/reviews/${id}`])
  await sql`update review set state = 'laid', agreed_at = null where id = ${id}`.execute(here.db)
  expect(await seen()).toEqual([])
  here.as(here.people.li)
  expect(await seen()).toEqual([])
})

test('the address of one who sees nothing any more gives an empty calendar, and that of one who left none', async () => {
  here.as(here.people.wang)
  const { address } = (await here.ask(todayApi.makeFeed, {})).answer
  expect(values(read((await fetched(address)).body), 'UID').length).toBeGreaterThan(0)
  const offices = here.people.wang.offices.splice(0)
  expect(values(read((await fetched(address)).body), 'UID')).toEqual([])
  here.people.wang.offices.push(...offices)
  await here.db.updateTable('person').set({ closedAt: here.clock }).where('id', '=', here.people.wang.id).execute()
  expect((await fetched(address)).statusCode).toBe(404)
})

test.each(['en', 'zh', 'ru', 'ur'] as const)('whole days, commas and long names in %s survive the file, in whatever zone the process runs', (locale) => {
  const title = 'Меморандум, 联合锂电池研究中心; مفاہمتی یادداشت \\ '.repeat(3).trim()
  const event: CalendarEvent = { id: 'a-due', kind: 'due', day: '2028-02-29', what: { en: title, [locale]: title }, agreement: { id: '0', title: 'T', titleLang: null, titles: {}, partners: [] }, ceremony: null, meeting: null }
  const lines = read(calendarOf([event], { publicUrl: 'https://pamir.example.org', name: 'Pamir' }, locale, here.clock))
  expect(values(lines, 'DTSTART;VALUE=DATE')).toEqual(['20280229'])
  expect(values(lines, 'UID')).toEqual(['a-due@pamir.example.org'])
  expect(values(lines, 'SUMMARY')[0]).toContain(title)
  expect(values(lines, 'VERSION')).toEqual(['2.0'])
  expect(lines.filter(({ name }) => name === 'BEGIN').map(({ value }) => value)).toEqual(['VCALENDAR', 'VEVENT'])
})
