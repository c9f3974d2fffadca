// An application on real SQL: handed in, asked for more, checked, observed, decided by a council in session, pledged; refused, appealed, withdrawn.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { alliancesApi } from '#domains/alliances/api.ts'
import { presentStanding, standingsOf } from '#domains/alliances/store.ts'
import { bodiesApi, meetingsApi } from '#domains/committees/api.ts'
import { chainOf } from '#platform/audit/journal.ts'
import { house, type Viewer } from '#platform/auth/viewer.ts'
import type { Id } from '#platform/kinds.ts'
import { turnsOf } from '#platform/turns.ts'
import { endObservations } from './admission-actions.ts'
import { admissionApi as api } from './api.ts'
import type { MembershipRules } from './rule-model.ts'
import { proposedRules } from './rule-model.ts'
import { contact, handIn, type Memberships, now, openMemberships } from './fixtures.test-cases.ts'

let w: Memberships
let id: Id
beforeAll(async () => { w = await openMemberships() }, 60_000)
afterAll(() => w.close())

const as = <T>(viewer: Viewer, deed: () => T): T => (w.as(viewer), deed())
const it = (of = id) => ({ params: { id: of } })
const of = () => ({ params: { id: w.alliance } })
const look = async (viewer: Viewer, which = id) => (await as(viewer, () => w.ask(api.application, it(which)))).answer
const turns = async (viewer: Viewer, side: Id) => (await turnsOf(w.db, viewer, { whose: 'yours', sides: [side], today: now.slice(0, 10), now, limit: 20 })).rows.map(({ kind, to }) => `${kind} ${to}`)
const adopt = (change: Partial<MembershipRules>, seen: number) => as(w.li, () => w.ask(api.adopt, { ...of(), body: { seen, rules: { ...proposedRules, ...change } } }))
const applyAs = (viewer: Viewer, organisationId: Id) => as(viewer, () => w.ask(api.apply, { ...of(), body: { organisationId, contact } }))

test('the rules are what Pamir proposes until the secretariat adopts its own, each version kept', async () => {
  expect((await as(w.aisha, () => w.ask(api.admission, of()))).answer).toMatchObject({ rules: { version: 0, rules: { observerMonths: 12 } }, may: { keep: false, applyFor: [{ id: w.places.sargodha }] } })
  expect((await as(w.aisha, () => w.ask(api.adopt, { ...of(), body: { seen: 0, rules: proposedRules } }))).answer.error).toBe('alliances.only-its-secretariat-may')
  expect((await adopt({ pledge: { en: 'We keep the charter.', zh: '我们遵守章程。' }, observerMonths: 6 }, 0)).answer.rules).toMatchObject({ version: 1, rules: { observerMonths: 6 } })
  expect((await adopt({}, 0)).answer.error).toBe('memberships.rules-changed')
})

test('only the office of an organisation applies for it, once, and its standing says so', async () => {
  expect((await applyAs(w.gulnara, w.places.sargodha)).answer.error).toBe('memberships.only-for-own-organisation')
  expect((await applyAs(w.teacher, w.places.sargodha)).answer.error).toBe('memberships.only-for-own-organisation')
  expect((await applyAs(w.wang, w.places.zaozhuang)).answer.error).toBe('memberships.is-member-already')
  const { answer } = await applyAs(w.aisha, w.places.sargodha)
  id = answer.id
  expect(answer).toMatchObject({ step: 'check', owner: 'alliance', dueOn: '2026-04-01', missing: ['letter', 'statutes'], rules: { version: 1 } })
  expect((await applyAs(w.aisha, w.places.sargodha)).answer.error).toBe('memberships.applied-already')
  expect(await presentStanding(w.db, w.alliance, w.places.sargodha)).toMatchObject({ standing: 'applicant' })
  expect(await turns(w.li, w.places.host)).toEqual([`today.membership-check /applications/${id}`])
  expect([(await look(w.gulnara)).error, (await as(w.wang, () => w.ask(api.application, it()))).status]).toEqual(['web.not-found', 404])
})

test('the secretariat asks for more, the applicant completes it, and what is complete observes', async () => {
  expect((await as(w.li, () => w.ask(api.check, { ...it(), body: { outcome: 'complete' } }))).answer.error).toBe('memberships.papers-missing')
  expect((await as(w.aisha, () => w.ask(api.check, { ...it(), body: { outcome: 'complete' } }))).answer.error).toBe('alliances.only-its-secretariat-may')
  expect((await as(w.li, () => w.ask(api.check, { ...it(), body: { outcome: 'asked', asked: ['statutes', 'nothing-of-ours'], said: 'The statutes lack.' } }))).answer).toMatchObject({ step: 'completing', asked: ['statutes'], owner: 'applicant' })
  expect(await turns(w.aisha, w.places.sargodha)).toEqual([`today.membership-completing /applications/${id}`])
  w.as(w.aisha)
  expect((await w.ask(api.answer, { ...it(), body: { said: 'Here' } })).answer.error).toBe('memberships.papers-missing')
  expect((await handIn(w, id, 'nothing-of-ours')).answer.fields).toEqual({ requirement: ['memberships.no-such-requirement'] })
  await handIn(w, id, 'letter')
  await handIn(w, id, 'statutes')
  expect((await handIn(w, id, 'statutes')).answer.papers.map(({ requirement }) => requirement).toSorted()).toEqual(['letter', 'statutes'])
  expect((await w.ask(api.answer, { ...it(), body: { said: 'Here they are' } })).answer.step).toBe('check')
  const done = (await as(w.li, () => w.ask(api.check, { ...it(), body: { outcome: 'complete' } }))).answer
  expect(done).toMatchObject({ step: 'observing', observesUntil: '2026-09-02', owner: 'clock' })
  const paper = await as(w.li, () => w.ask(api.openPaper, { params: { id, paperId: done.papers[0]!.id } }))
  expect(paper.bytes.toString()).toContain('%PDF')
  expect(await presentStanding(w.db, w.alliance, w.places.sargodha)).toMatchObject({ standing: 'observer' })
})

test('the clock ends the time as observer on its day and not before', async () => {
  const night = (today: string) => w.db.transaction().execute((db) => endObservations({ db, viewer: house, today, now: `${today}T00:25:00.000Z` }))
  expect([await night('2026-09-01'), await night('2026-09-02'), await night('2026-09-03')]).toEqual([0, 1, 0])
  w.at('2026-09-03T09:00:00.000Z')
  expect(await look(w.aisha)).toMatchObject({ step: 'council', owner: 'alliance' })
})

test('where a body sits only what it carries admits, in its session; then the pledge makes a member', async () => {
  const body = await council()
  await adopt({ bodyId: body }, 1)
  // What has begun goes on by the rules of its day: they named no body.
  expect((await look(w.li)).bodySits).toBe(false)
  await w.db.updateTable('application').set({ rulesVersion: 2 }).where('id', '=', id).execute()
  await w.db.updateTable('membershipRules').set({ rules: JSON.stringify({ ...proposedRules, bodyId: body, pledge: { en: 'We keep the charter.' } }) as never }).where('version', '=', 2).execute()
  expect((await as(w.li, () => w.ask(api.decide, { ...it(), body: { outcome: 'admitted', on: '2026-09-03', said: 'x' } }))).answer.error).toBe('memberships.the-council-decides')
  const meeting = (await as(w.li, () => w.ask(meetingsApi.call, { params: { id: body }, body: { startsAt: '2026-10-01T05:00:00.000Z', zone: 'Asia/Shanghai', city: 'Xi’an' } }))).answer.id
  const laid = (await as(w.li, () => w.ask(api.lay, { ...it(), body: { meetingId: meeting } }))).answer
  expect(laid).toMatchObject({ owner: 'council', council: { kind: 'meeting', state: 'waits' }, step: 'council' })
  expect((await as(w.li, () => w.ask(api.lay, { ...it(), body: { meetingId: meeting } }))).answer.error).toBe('memberships.laid-already')
  // Who sits in it reads what it decides about.
  expect((await look(w.wang)).step).toBe('council')
  const item = (await as(w.li, () => w.ask(meetingsApi.meeting, { params: { id: meeting } }))).answer.items.find(({ aboutId }) => aboutId === id)!
  expect(item).toMatchObject({ matter: 'admission', aim: 'decision', title: { en: 'Admission of University of Sargodha' } })
  w.at('2026-10-01T05:00:00.000Z')
  await as(w.li, () => w.ask(meetingsApi.open, { params: { id: meeting } }))
  for (const one of [w.li, w.wang, w.gulnara]) await as(one, () => w.ask(meetingsApi.presence, { params: { id: meeting }, body: { mode: 'room' } }))
  await as(w.li, () => w.ask(meetingsApi.consensus, { params: { id: meeting, itemId: item.id }, body: { outcome: 'reached' } }))
  const carried = await look(w.aisha)
  expect(carried).toMatchObject({ step: 'pledge', decision: { number: 1, bodyId: body }, council: { state: 'decided' }, owner: 'applicant' })
  expect(await turns(w.aisha, w.places.sargodha)).toEqual([`today.membership-pledge /applications/${id}`])
  const pledging = { name: 'Aisha Khan', officeName: 'Vice-Chancellor', hash: carried.pledgeHash }
  expect((await as(w.li, () => w.ask(api.pledge, { ...it(), body: pledging }))).answer.error).toBe('memberships.only-the-applicant')
  expect((await as(w.aisha, () => w.ask(api.pledge, { ...it(), body: { ...pledging, hash: '0'.repeat(64) } }))).answer.error).toBe('memberships.pledge-changed')
  expect((await as(w.aisha, () => w.ask(api.pledge, { ...it(), body: pledging }))).answer).toMatchObject({ step: 'member', owner: 'nobody' })
  expect((await standingsOf(w.db, w.alliance, w.places.sargodha)).map(({ standing }) => standing)).toEqual(['member', 'observer', 'applicant'])
  expect((await look(w.aisha)).taken.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual(['check asked', 'completing answered', 'check complete', 'observing observed', 'council admitted', 'pledge pledged', 'member null'])
  expect((await chainOf(w.db, id)).map(({ what }) => what)).toEqual(['application.begun', 'application.asked', ...Array<string>(3).fill('application.paper-added'), 'application.answered', 'application.complete', 'application.observed', 'application.laid', 'application.admitted', 'application.pledged'])
})

test('a refusal says why, ends the standing, and is appealed once before the council', async () => {
  const { id: other } = (await applyAs(w.gulnara, w.places.osh)).answer
  expect((await as(w.li, () => w.ask(api.check, { ...it(other), body: { outcome: 'refused', said: '' } }))).status).toBe(422)
  expect((await as(w.li, () => w.ask(api.check, { ...it(other), body: { outcome: 'refused', said: 'The alliance is closed to colleges.' } }))).answer).toMatchObject({ step: 'refused', lapsesOn: '2026-10-31' })
  expect(await presentStanding(w.db, w.alliance, w.places.osh)).toBeUndefined()
  expect((await as(w.gulnara, () => w.ask(api.appeal, { ...it(other), body: { said: 'We are a university.' } }))).answer).toMatchObject({ step: 'council', appealed: true })
  expect((await as(w.li, () => w.ask(api.decide, { ...it(other), body: { outcome: 'refused', on: '2027-01-01', said: 'x' } }))).answer.error).toBe('memberships.the-council-decides')
  expect((await as(w.gulnara, () => w.ask(api.withdraw, { ...it(other), body: { said: 'Another time' } }))).answer.step).toBe('withdrawn')
  expect((await as(w.gulnara, () => w.ask(api.appeal, { ...it(other), body: { said: 'x' } }))).answer.error).toBe('memberships.application-is-over')
})

test('a member by hand, and one that left, may be what they are; the list of members is told', async () => {
  const { rows } = (await as(w.li, () => w.ask(alliancesApi.members, { ...of(), query: {} }))).answer
  expect(rows.map(({ organisation, standing }) => `${organisation.nameEn} ${standing}`).toSorted()).toEqual(['University of Sargodha member', 'Zaozhuang University member'])
})

/** An executive council of three: the secretariat presides. */
async function council(): Promise<Id> {
  w.as(w.li)
  const { id: body } = (await w.ask(bodiesApi.draft, { body: { kind: 'executive-council', name: { en: 'Executive Council' }, allianceId: w.alliance, rules: 'executive-council' } })).answer
  for (const [place, { id: memberId }] of [w.li, w.wang, w.gulnara].entries()) await w.ask(bodiesApi.addSeat, { params: { id: body }, body: { memberId, office: place === 0 ? 'chair' : null } })
  expect((await w.ask(bodiesApi.constitute, { params: { id: body } })).status).toBe(200)
  return body
}
