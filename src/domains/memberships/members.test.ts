// A member on real SQL: notice and its day, a suspension that closes access and ends by itself, a contact confirmed in the app and by a link.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { alliancesApi } from '#domains/alliances/api.ts'
import { addStandings, findAlliance, presentStanding } from '#domains/alliances/store.ts'
import { house, type Viewer } from '#platform/auth/viewer.ts'
import { record } from '#platform/audit/journal.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { turnsOf } from '#platform/turns.ts'
import { admissionApi, membersApi as api } from './api.ts'
import { askByClock, confirmByLink, openContact } from './contact-actions.ts'
import { completeDepartures } from './departure-actions.ts'
import { confirmedOf, earliestLeave, isToAsk } from './member-rules.ts'
import { home, type Memberships, now, openMemberships } from './fixtures.test-cases.ts'
import { proposedRules } from './rule-model.ts'
import { endSuspensions } from './suspension-actions.ts'

let w: Memberships
beforeAll(async () => { w = await openMemberships() }, 60_000)
afterAll(() => w.close())

const as = <T>(viewer: Viewer, deed: () => T): T => (w.as(viewer), deed())
const member = () => ({ params: { id: w.alliance, organisationId: w.places.zaozhuang } })
const night = <T>(today: string, run: (at: { db: never; viewer: Viewer; today: string; now: string }) => Promise<T>) => w.db.transaction().execute((db) => run({ db: db as never, viewer: house, today, now: `${today}T05:00:00.000Z` }))
const standing = () => presentStanding(w.db, w.alliance, w.places.zaozhuang)
const contact = { name: 'Wang Li', officeName: '国际处处长', email: 'wang@example.org', locale: 'zh' as const }
const letters = () => w.db.selectFrom('letter').selectAll().orderBy('id').execute()
const linkIn = (body: string) => /\/contact\/(\S+)/.exec(body)![1]!

test('its own office and the secretariat see a member; everyone else does not', async () => {
  expect((await as(w.wang, () => w.ask(api.member, member()))).answer).toMatchObject({ standing: 'member', hats: { keeps: false, speaks: true }, confirmed: { state: 'never' }, holders: [] })
  expect((await as(w.li, () => w.ask(api.member, member()))).answer.hats).toEqual({ keeps: true, speaks: false })
  expect([(await as(w.aisha, () => w.ask(api.member, member()))).status, (await as(w.li, () => w.ask(api.member, { params: { id: w.alliance, organisationId: w.places.osh } }))).status]).toEqual([404, 404])
})

test('one confirms whom to write to, and the clock asks again after a year, by a letter with a link of its own', async () => {
  expect((await as(w.li, () => w.ask(admissionApi.adopt, { params: { id: w.alliance }, body: { seen: 0, rules: proposedRules } }))).status).toBe(200)
  expect((await as(w.wang, () => w.ask(api.confirm, { ...member(), body: { contact } }))).answer).toMatchObject({ confirmed: { state: 'confirmed', confirmedOn: '2026-03-02' }, contact: { email: 'wang@example.org' } })
  const clock = (today: string) => night(today, (at) => askByClock(at, home))
  expect([await clock('2027-03-01'), await clock('2027-03-02'), await clock('2027-03-03')]).toEqual([{ asked: 0, reminded: 0 }, { asked: 1, reminded: 0 }, { asked: 0, reminded: 0 }])
  const turns = await turnsOf(w.db, w.wang, { whose: 'yours', sides: [w.places.zaozhuang], today: '2027-03-03', now, limit: 9 })
  expect(turns.rows.map(({ kind, to, due }) => [kind, to, due])).toEqual([['today.membership-contact', `/alliances/${w.alliance}/membership/${w.places.zaozhuang}`, '2027-04-01']])
  expect([await clock('2027-03-15'), await clock('2027-03-16'), await clock('2027-03-17')].map(({ reminded }) => reminded)).toEqual([0, 1, 0])
  const [first, second] = await letters()
  expect([first!.kind, second!.kind, first!.locale, first!.toAddress]).toEqual(['memberships.contact', 'memberships.contact-reminder', 'zh', 'wang@example.org'])
  await expect(openContact(w.db, linkIn(first!.body), '2027-03-17')).rejects.toMatchObject({ reason: 'memberships.contact-link-over' })
  const token = linkIn(second!.body)
  expect((await openContact(w.db, token, '2027-03-17')).contact).toMatchObject(contact)
  const say = (name: string) => night('2027-03-17', ({ db, today, now: at }) => confirmByLink({ db, today, now: at }, token, { contact: { ...contact, email: 'office@example.org' }, remarks: 'The president has changed.', byName: name }))
  await say('Li Na')
  await say('Somebody else')
  w.at('2027-03-18T09:00:00.000Z')
  expect((await as(w.li, () => w.ask(api.member, member()))).answer).toMatchObject({ confirmed: { state: 'confirmed', confirmedOn: '2027-03-17', remarks: 'The president has changed.' }, contact: { email: 'office@example.org' }, checks: [{ byName: 'Li Na' }, {}], check: null })
  expect((await as(w.aisha, () => w.ask(api.askContacts, { params: { id: w.alliance }, body: {} }))).answer.error).toBe('alliances.only-its-secretariat-may')
  expect((await as(w.li, () => w.ask(api.askContacts, { params: { id: w.alliance }, body: {} }))).answer).toEqual({ asked: 1, letters: 1 })
  expect((await as(w.li, () => w.ask(api.askContacts, { params: { id: w.alliance }, body: {} }))).answer).toEqual({ asked: 0, letters: 0 })
})

test('a member that never named a contact is asked through those who keep its records', async () => {
  const [before, here] = [(await letters()).length, { allianceId: w.alliance, organisationId: w.places.osh }]
  await w.db.transaction().execute((db) => addStandings(db, [{ id: newId(), ...here, standing: 'observer', fromOn: '2025-01-01', fromPrecision: 'day', untilOn: null, untilPrecision: null, source: null, example: false, recordedBy: house.id, recordedAt: now }]))
  const ask = () => as(w.li, () => w.ask(api.askContacts, { params: { id: w.alliance }, body: { organisationIds: [w.places.osh] } }))
  await w.db.insertInto('office').values({ id: newId(), personId: w.gulnara.id, organisationId: w.places.osh, role: 'director', title: null, startsOn: '2020-01-01', endsOn: null, givenBy: house.id, source: null, example: false } as never).execute()
  expect((await ask()).answer).toEqual({ asked: 1, letters: 1 })
  const [letter] = (await letters()).slice(before)
  expect([letter!.toAddress, letter!.kind]).toEqual([`${w.gulnara.id}@example.org`, 'memberships.contact'])
  expect((await openContact(w.db, linkIn(letter!.body), '2027-03-18')).contact).toBeFalsy()
  await w.db.deleteFrom('allianceStanding').where('organisationId', '=', w.places.osh).execute()
})

test('notice needs its time, can be taken back, and takes effect on its day', async () => {
  w.at(now)
  const give = (viewer: Viewer, effectiveOn: string) => as(viewer, () => w.ask(api.leave, { ...member(), body: { because: 'Other plans', effectiveOn } }))
  expect((await give(w.wang, '2026-09-01')).answer.fields).toEqual({ effectiveOn: ['memberships.notice-too-short'] })
  expect((await give(w.gulnara, '2026-09-02')).status).toBe(404)
  expect((await give(w.wang, '2026-09-02')).answer.departure).toMatchObject({ effectiveOn: '2026-09-02', rulesVersion: 1 })
  expect((await give(w.li, '2026-10-02')).answer.error).toBe('memberships.notice-given-already')
  expect((await as(w.wang, () => w.ask(api.stay, member()))).answer.departure).toBeNull()
  expect((await as(w.wang, () => w.ask(api.stay, member()))).answer.error).toBe('memberships.no-notice-given')
  await give(w.wang, '2026-12-31')
  expect([await night('2026-12-30', completeDepartures), (await standing())!.standing]).toEqual([0, 'member'])
})

test('what still binds it is listed: posts, the office it hosts, open commitments', async () => {
  const officer = { id: newId(), allianceId: w.alliance, personId: w.wang.id, post: 'vice-chair' as const, country: null, organisationId: w.places.zaozhuang, fromOn: null, fromPrecision: null, untilOn: null, untilPrecision: null, source: null, example: false }
  await w.db.insertInto('allianceOfficer').values(officer).execute()
  expect((await as(w.wang, () => w.ask(api.member, member()))).answer.obligations).toMatchObject([{ key: 'post.vice-chair', values: { name: 'Wang' } }])
})

test('a suspension is proposed, decided, closes what it says, and ends after its day or before', async () => {
  await w.db.updateTable('alliance').set({ public: false }).where('id', '=', w.alliance).execute()
  const propose = (what: ('access' | 'vote')[], untilOn: string | null) => as(w.li, () => w.ask(api.proposeSuspension, { ...member(), body: { what, because: 'Dues of two years', untilOn } }))
  expect((await as(w.wang, () => w.ask(api.proposeSuspension, { ...member(), body: { what: ['vote'], because: 'x' } }))).answer.error).toBe('alliances.only-its-secretariat-may')
  expect((await propose(['access'], '2026-03-01')).answer.fields).toEqual({ untilOn: ['memberships.ends-in-the-past'] })
  expect((await propose(['access', 'vote'], '2026-06-30')).answer).toMatchObject({ suspended: [], suspension: { decidedOn: null } })
  expect((await propose(['vote'], null)).answer.error).toBe('memberships.suspension-runs')
  const decide = (outcome: 'suspended' | 'dropped') => as(w.li, () => w.ask(api.decideSuspension, { ...member(), body: { outcome, on: '2026-03-02', said: 'Council, 2 March' } }))
  expect((await as(w.wang, () => w.ask(alliancesApi.read, { params: { id: w.alliance } }))).status).toBe(200)
  expect((await decide('suspended')).answer.suspended).toEqual(['access', 'vote'])
  expect((await decide('dropped')).answer.error).toBe('memberships.suspended-already')
  // It sees the alliance no more, but itself and why.
  expect([(await as(w.wang, () => w.ask(alliancesApi.read, { params: { id: w.alliance } }))).status, (await as(w.wang, () => w.ask(api.member, member()))).answer.suspension?.because]).toEqual([404, 'Dues of two years'])
  expect([await night('2026-06-30', endSuspensions), await night('2026-07-01', endSuspensions)]).toEqual([0, 1])
  expect((await findAlliance(w.db, w.wang, w.alliance)).id).toBe(w.alliance)
  await propose(['vote'], null)
  expect((await decide('suspended')).status).toBe(200)
  expect((await as(w.li, () => w.ask(api.endSuspension, { ...member(), body: { because: 'Paid' } }))).answer).toMatchObject({ suspended: [], suspension: null })
})

test('a body of the alliance decides on a suspension; one of another does not', async () => {
  const { answer: { suspension } } = await as(w.li, () => w.ask(api.proposeSuspension, { ...member(), body: { what: ['vote'], because: 'Again' } }))
  const decided = (alliance: Id) => w.db.transaction().execute((db) => record({ db, viewer: house, now }, { what: 'decision.taken', about: newId(), data: { decision: null, number: 4, takenOn: '2026-03-02', aboutKind: 'suspension', aboutId: suspension!.id, alliance } }))
  await decided(newId())
  expect((await standing())!.suspended).toEqual([])
  await decided(w.alliance)
  expect((await standing())!.suspended).toEqual(['vote'])
})

test('who left has left, and what was suspended goes with it', async () => {
  expect(await night('2026-12-31', completeDepartures)).toBe(1)
  expect(await standing()).toMatchObject({ standing: 'left', suspended: [] })
  expect((await sql<{ n: number }>`select count(*)::int as n from departure where done_at is not null`.execute(w.db)).rows[0]!.n).toBe(1)
})

test('the days of a contact: confirmed until its months are over, then asked, then late', () => {
  const rules = { confirmMonths: 12, answerDays: 30 }
  const last = { confirmedAt: '2026-03-02T09:00:00.000Z', remarks: null }
  expect(['2027-03-01', '2027-03-02'].map((day) => confirmedOf(last, null, rules, day).state)).toEqual(['confirmed', 'overdue'])
  expect(['2027-04-01', '2027-04-02'].map((day) => confirmedOf(last, { askedAt: '2027-03-02T05:00:00.000Z', dueOn: '2027-04-01' }, rules, day).state)).toEqual(['asked', 'overdue'])
  expect([isToAsk(null, '2026-02-15', rules, '2026-03-02'), isToAsk(null, '2026-01-15', rules, '2026-03-02'), isToAsk('2025-03-02', null, rules, '2026-03-01'), isToAsk('2025-03-02', null, rules, '2026-03-02')]).toEqual([false, true, false, true])
  expect(earliestLeave({ noticeMonths: 6 }, '2026-08-31')).toBe('2027-02-28')
})
