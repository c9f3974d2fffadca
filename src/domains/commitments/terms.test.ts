// What becomes of agreements, by way of the doors and of the clock: renewed, lapsed, ended by notice, renewed by itself; and two acts at once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chainOf } from '#platform/audit/journal.ts'
import { confirmationsApi } from '#domains/confirmations/api.ts'
import { findAgreement } from '#domains/agreements/store.ts'
import { house, organisationsOf } from '#platform/auth/viewer.ts'
import { commitmentsApi, termsApi as api } from './api.ts'
import { giveOffice, home, openAlliance, seminar } from './fixtures.test-cases.ts'
import { renewAll, tellLapses, windClocks } from './term-clock.ts'
import { climbLadders } from './term-letters.ts'
import { turnsOf } from '#platform/turns.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
beforeAll(async () => { here = await openAlliance() })
afterAll(() => here.close())

/** The University of Sargodha is in the zone of Karachi, Zaozhuang in that of Shanghai. */
const term = { signedOn: '2024-03-02', termYears: 2.25 }
const renewing = { signedOn: '2024-06-01', signedPrecision: 'day' as const, termKind: 'auto-renew' as const, termYears: 1, noticeMonths: null }
const act = (id: string, body: object) => here.ask(api.act, { params: { id }, body: body as never })
const answer = (id: string, said: 'confirmed' | 'disputed', reason: string | null = null) => here.ask(confirmationsApi.answer, { params: { id }, body: { answer: said, reason } })
const by = <T>(run: (night: { db: never; now: string; today: string }) => Promise<T>, now: string) => here.db.transaction().execute((db) => run({ db: db as never, now, today: now.slice(0, 10) }))
const standing = async (id: string, today = '2026-03-02') => (await findAgreement(here.db, house, id, today)).standing
const told = async (id: string) => (await chainOf(here.db, id)).map(({ what }) => what)
const kinds = async (viewer = here.people.ayesha, today = '2026-03-02') => (await turnsOf(here.db, viewer, { whose: 'yours', sides: organisationsOf(viewer), today, now: `${today}T09:00:00.000Z`, limit: 100 })).rows.map(({ kind, agreementId }) => `${kind.slice('commitments.'.length)} ${agreementId}`)

test('one side proposes to renew, the other confirms, and the next term follows the one that ends', async () => {
  const id = await here.agreement(term)
  expect(await kinds()).toContain(`decide ${id}`)
  here.as(here.people.ayesha)
  const { answer: proposed, status } = await act(id, { act: 'renew' })
  expect([status, proposed.endsOn, proposed.acts[0]]).toMatchObject([200, '2026-06-01', { act: 'renew', state: 'proposed', effectiveOn: '2026-06-02', untilOn: '2028-09-01', claim: { state: 'open' } }])
  expect((await act(id, { act: 'renew' })).answer.error).toBe('commitments.renewal-is-proposed')
  expect(await kinds()).not.toContain(`decide ${id}`)
  here.as(here.people.wang)
  const claim = proposed.acts[0]!.claim!.id
  expect((await kinds(here.people.wang))).toContain(`confirm ${id}`)
  await answer(claim, 'disputed', 'Only if the exchange is doubled')
  expect((await standing(id)).until).toBe('2026-06-01')
  expect((await kinds())).toContain(`answer ${id}`)
  here.as(here.people.ayesha)
  await here.ask(confirmationsApi.claimAgain, { params: { id: claim }, body: { words: 'Let us settle that in a year' } })
  here.as(here.people.wang)
  expect((await answer(claim, 'confirmed')).answer.state).toBe('confirmed')
  expect(await standing(id)).toMatchObject({ state: 'in-force', until: '2028-09-01', because: { key: 'agreements.because.renewed' } })
  expect((await told(id)).slice(-2)).toEqual(['claim.confirmed', 'agreement.renewed'])
})

test('a proposal is withdrawn by the side that made it, and only while it is open', async () => {
  const id = await here.agreement(term)
  here.as(here.people.ayesha)
  const { answer: { acts: [proposed] } } = await act(id, { act: 'renew' })
  const withdraw = () => here.ask(api.withdrawAct, { params: { id, actId: proposed!.id }, body: { because: 'The rector changed his mind' } })
  here.as(here.people.wang)
  expect((await withdraw()).answer.error).toBe('commitments.only-a-record-keeper')
  here.as(here.people.ayesha)
  expect((await withdraw()).answer.acts[0]).toMatchObject({ state: 'withdrawn', claim: { state: 'withdrawn' } })
  expect((await withdraw()).answer.error).toBe('commitments.act-is-settled')
  expect((await act(id, { act: 'renew' })).status).toBe(200)
})

test('renewed changed, a draft begins under it with the same parties', async () => {
  const id = await here.agreement(term)
  here.as(here.people.wang)
  const { answer: { acts: [begun] } } = await act(id, { act: 'renew-changed' })
  expect(await findAgreement(here.db, here.people.ayesha, begun!.draftId!, '2026-03-02')).toMatchObject({ draft: true, parentId: id, termYears: 2.25, parties: [{ organisationId: here.places.sargodha }, { organisationId: here.places.zaozhuang }] })
})

test('nothing lapses unseen: it is written down once it is over where its days are counted, and waits for both sides', async () => {
  const id = await here.agreement(term)
  expect(await by(tellLapses, '2026-06-01T18:30:00.000Z'), 'over in Shanghai, and not yet in Karachi').toBe(0)
  expect(await by(tellLapses, '2026-06-01T19:00:00.000Z')).toBeGreaterThan(0)
  expect(await by(tellLapses, '2026-06-02T19:00:00.000Z')).toBe(0)
  expect((await chainOf(here.db, id)).at(-1)).toMatchObject({ what: 'agreement.lapsed', data: { until: '2026-06-01', decided: null } })
  for (const viewer of [here.people.ayesha, here.people.wang]) expect(await kinds(viewer, '2026-06-03')).toContain(`lapsed ${id}`)
  here.at('2026-06-03T09:00:00.000Z')
  here.as(here.people.ayesha)
  expect((await act(id, { act: 'renew' })).answer.error).toBe('commitments.has-lapsed')
  expect((await act(id, { act: 'let-lapse' })).status).toBe(200)
  expect([await kinds(here.people.ayesha, '2026-06-03'), await kinds(here.people.wang, '2026-06-03')].map((all) => all.includes(`lapsed ${id}`))).toEqual([false, true])
  here.at('2026-03-02T09:00:00.000Z')
})

test('what lapsed before it was recorded here is no news', async () => {
  const id = await here.agreement({ signedOn: '2010-03-02' })
  await by(tellLapses, '2026-06-05T00:00:00.000Z')
  expect(await told(id)).toEqual(['agreement.recorded'])
})

test('what renews itself does so on its day, also after days of silence, and its past is not invented', async () => {
  const id = await here.agreement(renewing)
  await by(windClocks, '2026-03-02T09:00:00.000Z')
  expect(await by(renewAll, '2026-05-31T18:30:00.000Z'), 'still 31 May in Karachi').toBe(0)
  expect(await by(renewAll, '2026-05-31T19:00:00.000Z')).toBe(1)
  expect(await by(renewAll, '2026-05-31T19:00:01.000Z')).toBe(0)
  expect(await by(renewAll, '2028-06-05T00:00:00.000Z')).toBe(2)
  expect((await chainOf(here.db, id)).slice(1).map(({ what, data }) => [what, data['from'], data['until'], data['automatic']])).toEqual([
    ['agreement.renewed', '2026-06-01', '2027-05-31', true], ['agreement.renewed', '2027-06-01', '2028-05-31', true], ['agreement.renewed', '2028-06-01', '2029-05-31', true]])
})

test('a notice on the eve stops it, one on the day itself is for the term that has begun, whether the clock has come round or not', async () => {
  const [eve, day] = [await here.agreement({ ...renewing, signedOn: '2024-03-03' }), await here.agreement({ ...renewing, signedOn: '2024-03-02' })]
  await by(windClocks, '2026-03-01T00:00:00.000Z')
  here.as(here.people.ayesha)
  const notice = { act: 'notice', reason: 'Nobody came' }
  expect((await act(eve, notice)).answer.acts[0]).toMatchObject({ effectiveOn: '2026-03-03', state: 'done' })
  expect(await by(renewAll, '2026-03-03T00:00:00.000Z')).toBeGreaterThanOrEqual(0)
  expect([(await standing(eve, '2026-03-03')).state, (await told(eve)).includes('agreement.renewed')]).toEqual(['ended', false])
  // It is 2 March in Sargodha, and the renewal of that day has not been written yet.
  expect((await act(day, notice)).answer.acts[0]).toMatchObject({ effectiveOn: '2027-03-02', endsOn: '2027-03-01' })
  expect(await told(day)).toEqual(['agreement.recorded', 'agreement.renewed', 'term.notice-given', 'agreement.ended'])
  expect(await standing(day, '2027-03-01')).toMatchObject({ state: 'expiring', until: '2027-03-01' })
})

test('a renewal and a notice at the same instant: one holds, and the other hears why it cannot', async () => {
  const id = await here.agreement({ ...term, noticeMonths: 1 })
  here.as(here.people.ayesha)
  const { answer: { acts: [proposed] } } = await act(id, { act: 'renew' })
  here.as(here.people.wang)
  const [renewed, ended] = await Promise.all([answer(proposed!.claim!.id, 'confirmed'), act(id, { act: 'notice', reason: 'The faculty closes' })])
  const { endedOn, renewedUntil } = await findAgreement(here.db, house, id, '2026-03-02')
  expect([200, 409]).toContain(renewed.status)
  expect(ended.status).toBe(200)
  // A notice may follow a renewal; a renewal never follows a notice.
  expect([endedOn, renewedUntil]).toEqual(['2026-04-02', renewed.status === 200 ? '2028-09-01' : null])
  if (renewed.status === 409) expect(renewed.answer.error).toBe('agreements.has-ended-already')
})

test('where no period of notice is written the other side has to agree', async () => {
  const id = await here.agreement(term)
  here.as(here.people.ayesha)
  const { answer: { acts: [given] } } = await act(id, { act: 'notice', reason: 'No activity', effectiveOn: '2026-04-30' })
  expect([given, (await standing(id)).state]).toMatchObject([{ state: 'proposed', effectiveOn: '2026-04-30' }, 'expiring'])
  here.as(here.people.wang)
  await answer(given!.claim!.id, 'confirmed')
  expect((await findAgreement(here.db, house, id, '2026-03-02')).endedOn).toBe('2026-04-30')
})

test('both sides are reminded at each step, in their language, until somebody decides; an office vacated while its turn is open takes nothing away', async () => {
  const { ayesha, wang, bilal } = here.people
  const id = await here.agreement({ ...term, signedOn: '2024-05-02', title: 'Reminded' })
  await giveOffice(here.db, ayesha.id, 'director', here.places.sargodha, '2020-01-01', '2026-05-31')
  await giveOffice(here.db, bilal.id, 'coordinator', here.places.sargodha)
  await giveOffice(here.db, wang.id, 'director', here.places.zaozhuang)
  await here.db.updateTable('person').set({ locale: 'zh' }).where('id', '=', wang.id).execute()
  const letters = async () => (await here.db.selectFrom('letter').select(['toAddress', 'locale', 'subject']).where('subject', 'like', '%Reminded%').orderBy('id').execute()).map(({ toAddress, locale }) => `${toAddress} ${locale}`)
  await by((night) => climbLadders(night, home), '2026-05-02T05:00:00.000Z')
  await by((night) => climbLadders(night, home), '2026-05-03T05:00:00.000Z')
  expect(await letters()).toEqual(['ayesha@example.org en', 'wang@example.org zh'])
  // The director's office is vacant from 1 June: the turn is the side's, and the next letter goes to who keeps its records.
  await by((night) => climbLadders(night, home), '2026-07-02T05:00:00.000Z')
  expect((await letters()).slice(2).toSorted()).toEqual(['bilal@example.org en', 'wang@example.org zh'])
  expect(await kinds(here.people.ayesha, '2026-07-02')).toContain(`decide ${id}`)
  here.as(ayesha)
  expect((await here.ask(api.changeLadder, { params: { id }, body: { months: [1, 24, 1] } })).answer.ladder.map(({ months }) => months)).toEqual([24, 1])
  await act(id, { act: 'let-lapse' })
  await by((night) => climbLadders(night, home), '2026-07-15T05:00:00.000Z')
  expect(await letters()).toHaveLength(4)
})

test('what is decided shows what would remain open', async () => {
  const id = await here.agreement(term)
  here.as(here.people.ayesha)
  await here.ask(commitmentsApi.record, { params: { id }, body: seminar() })
  const { answer: shown } = await here.ask(api.term, { params: { id } })
  expect([shown.remains.commitments.map(({ what }) => what['en']), shown.remains.claims, shown.next, shown.whyNot]).toEqual([['Yearly seminar'], 1, { from: '2026-06-02', until: '2028-09-01' }, { 'renew': null, 'renew-changed': null, 'let-lapse': null, 'notice': null }])
})

test('three refusals: nobody, the wrong office, the wrong moment', async () => {
  const id = await here.agreement(term)
  const deeds = { act: () => act(id, { act: 'let-lapse' }), ladder: () => here.ask(api.changeLadder, { params: { id }, body: { months: [6] } }) }
  for (const deed of Object.values(deeds)) {
    here.as(undefined)
    expect((await deed()).status).toBe(401)
    here.as(here.people.li)
    expect((await deed()).status).toBe(404)
    here.as(here.people.bilal)
    expect((await deed()).answer.error).toBe('commitments.only-a-record-keeper')
  }
  here.as(here.people.ayesha)
  expect((await act(id, { act: 'notice' })).answer.fields).toEqual({ reason: ['commitments.because-missing'] })
  await deeds.act()
  expect((await deeds.act()).answer.error).toBe('commitments.lapse-is-said')
})

test('where an agreement says another zone, it ends, renews itself, takes notice and reminds by the day there', async () => {
  const [ends, renews] = [await here.agreement({ ...term, zone: 'Asia/Shanghai', signedOn: '2024-07-02' }), await here.agreement({ ...renewing, signedOn: '2024-07-02', zone: 'America/New_York', noticeMonths: 1 })]
  await by(windClocks, '2026-03-02T09:00:00.000Z')
  // Its last day is 1 October in Shanghai; a year that it renews begins on 2 July in New York.
  await by(tellLapses, '2026-10-01T15:59:00.000Z')
  expect(await told(ends)).not.toContain('agreement.lapsed')
  await by(tellLapses, '2026-10-01T16:00:00.000Z')
  expect((await told(ends)).at(-1)).toBe('agreement.lapsed')
  here.as(here.people.ayesha)
  here.at('2026-06-03T03:30:00.000Z')
  const { answer: shown } = await here.ask(api.term, { params: { id: renews } })
  expect(shown).toMatchObject({ dayZone: 'America/New_York', notice: { effectiveOn: '2026-07-02', lastDayToStop: '2026-06-02' } })
  here.at('2026-06-03T04:30:00.000Z')
  expect((await here.ask(api.term, { params: { id: renews } })).answer.notice!.effectiveOn).toBe('2027-07-02')
  here.at('2026-03-02T09:00:00.000Z')
  const renewed = async () => (await told(renews)).filter((what) => what === 'agreement.renewed').length
  await by(renewAll, '2026-07-02T03:59:00.000Z')
  expect(await renewed()).toBe(0)
  await by(renewAll, '2026-07-02T04:00:00.000Z')
  expect(await renewed()).toBe(1)
  // Twelve months before 1 October 2026: told when that day has begun in Shanghai.
  const reminded = async () => (await here.db.selectFrom('termReminder').select('months').where('agreementId', '=', ends).execute()).map(({ months }) => months)
  await by((night) => climbLadders(night, home), '2025-09-30T15:59:00.000Z')
  expect(await reminded()).toEqual([])
  await by((night) => climbLadders(night, home), '2025-09-30T16:00:00.000Z')
  expect(await reminded()).toEqual([12])
})
