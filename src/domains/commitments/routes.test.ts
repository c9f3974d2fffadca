// What is promised, done and confirmed, by way of the doors: the happy path as a story, and for each deed three refusals.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenLink, chainOf } from '#platform/audit/journal.ts'
import { newId } from '#platform/kinds.ts'
import { uploadsApi } from '#platform/uploads/api.ts'
import { confirmationsApi } from '#domains/confirmations/api.ts'
import { activitiesApi, commitmentsApi as api } from './api.ts'
import { exchange, openAlliance, seminar } from './fixtures.test-cases.ts'
import { commitmentsOf, pulsesOf } from './store.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
beforeAll(async () => { here = await openAlliance() })
afterAll(() => here.close())

const record = async (id: string, body = seminar()) => (await here.ask(api.record, { params: { id }, body })).answer
const logged = (agreementId: string, more = {}) => ({ id: newId(), what: 'Seminar on cell safety', onDay: '2026-02-20', sideId: here.places.sargodha, serves: [{ agreementId }], ...more })
const answer = (id: string, said: 'confirmed' | 'disputed', reason?: string) => here.ask(confirmationsApi.answer, { params: { id }, body: { answer: said, reason: reason ?? null } })
const promises = async (id: string) => (await here.ask(api.promises, { params: { id } })).answer

test('a seminar is promised, held, claimed by one side, disputed, claimed again and confirmed by the other', async () => {
  const { ayesha, bilal, wang } = here.people
  const id = await here.agreement()
  here.as(ayesha)
  const { commitments: [promised], pulse } = await record(id)
  expect([promised!.startsOn, promised!.standing.status, promised!.claim!.state, pulse.pulse]).toEqual(['2025-03-02', 'red', 'open', 'asleep'])
  here.as(wang)
  expect((await answer(promised!.claim!.id, 'confirmed')).answer.state).toBe('confirmed')

  here.as(bilal)
  const log = logged(id, { serves: [{ agreementId: id, commitmentId: promised!.id }], place: 'Sargodha', online: true, numbers: [{ organisationId: here.places.sargodha, inPerson: 30, online: 0 }, { organisationId: here.places.zaozhuang, inPerson: 2, online: 9 }] })
  const one = await here.ask(activitiesApi.log, { body: log })
  expect([one.status, one.answer.serves[0]!.commitments[0]!.amount]).toEqual([200, 1])
  expect(await promises(id)).toMatchObject({ pulse: { pulse: 'active', claimed: 1, confirmed: 0, lastActivityOn: '2026-02-20' }, commitments: [{ standing: { status: 'red', inputs: { claimed: 1, confirmed: 0, claimedPace: expect.closeTo(0.997, 3) } } }] })

  here.as(wang)
  const claim = one.answer.serves[0]!.claim.id
  expect((await answer(claim, 'disputed', 'Only nine of us were online')).answer.state).toBe('disputed')
  expect((await promises(id)).pulse).toMatchObject({ claimed: 1, confirmed: 0, disputed: 1 })
  here.as(bilal)
  expect((await here.ask(confirmationsApi.claimAgain, { params: { id: claim }, body: { words: 'Two came from elsewhere; nine it is' } })).status).toBe(200)
  here.as(wang)
  expect((await answer(claim, 'confirmed')).answer.shown).toMatchObject({ title: { en: 'Seminar on cell safety' } })
  expect(await promises(id)).toMatchObject({ pulse: { confirmed: 1, disputed: 0, green: 1, lastConfirmedOn: '2026-02-20' }, commitments: [{ standing: { status: 'green' } }] })
  expect([...(await pulsesOf(here.db, wang, [id], '2026-03-02')).values()]).toMatchObject([{ confirmed: 1, pulse: 'active' }])
  expect((await commitmentsOf(here.db, wang, { agreements: [id], status: ['green'] })).rows).toMatchObject([{ confirmed: 1, claimed: 1 }])
  expect((await commitmentsOf(here.db, here.people.li, { agreements: [id] })).rows).toEqual([])
  const chain = await chainOf(here.db, id)
  expect([brokenLink(chain), chain.map(({ what }) => what)]).toEqual([undefined, ['agreement.recorded', 'commitment.recorded', 'claim.confirmed', 'activity.logged', 'claim.disputed', 'claim.made-again', 'claim.confirmed']])
})

test('the same activity sent again is kept once, also when both arrive at the same instant', async () => {
  const id = await here.agreement()
  here.as(here.people.ayesha)
  const body = logged(id)
  const all = await Promise.all([1, 2, 3].map(() => here.ask(activitiesApi.log, { body })))
  expect(all.map(({ status, answer }) => [status, answer.id])).toEqual(Array(3).fill([200, body.id]))
  expect((await promises(id)).pulse.claimed).toBe(1)
  expect((await chainOf(here.db, id)).filter(({ what }) => what === 'activity.logged')).toHaveLength(1)
  here.as(here.people.wang)
  expect((await here.ask(activitiesApi.log, { body: { ...body, sideId: here.places.zaozhuang } })).answer.error).toBe('commitments.id-is-taken')
})

test('an activity that serves two commitments and two agreements counts once for each, and each agreement confirms for itself', async () => {
  const { ayesha, wang, kim } = here.people
  const [two, three] = [await here.agreement(), await here.agreement({ parties: [here.places.sargodha, here.places.zaozhuang, here.places.lge].map((organisationId) => ({ organisationId })) })]
  here.as(ayesha)
  const [first, second] = [(await record(two)).commitments[0]!, (await record(two, exchange())).commitments[1]!]
  const numbers = [{ organisationId: here.places.sargodha, inPerson: 3, online: 0 }, { organisationId: here.places.zaozhuang, inPerson: 1, online: 1 }, { organisationId: here.places.lanzhou, inPerson: 4, online: 0 }]
  const serves = [{ agreementId: two, commitmentId: first.id }, { agreementId: two, commitmentId: second.id }, { agreementId: two, commitmentId: second.id }, { agreementId: three }]
  const { answer: one } = await here.ask(activitiesApi.log, { body: logged(two, { serves, numbers }) })
  const after = await promises(two)
  expect([after.pulse.claimed, after.commitments.map(({ standing: { inputs } }) => inputs.claimed)]).toEqual([1, [1, 5]])
  expect(after.commitments[1]!.standing.inputs.sides.map(({ claimed }) => claimed)).toEqual(after.sides.map(({ id }) => (id === here.places.sargodha ? 3 : 2)))
  const claimOf = (agreement: string) => one.serves.find(({ agreementId }) => agreementId === agreement)!.claim.id
  here.as(wang)
  await answer(claimOf(two), 'confirmed')
  await answer(claimOf(three), 'confirmed')
  expect([(await promises(two)).pulse.confirmed, (await promises(three)).pulse.confirmed]).toEqual([1, 0])
  here.as(kim)
  await answer(claimOf(three), 'confirmed')
  expect((await promises(three)).pulse).toMatchObject({ claimed: 1, confirmed: 1 })
  // Who is party to one of the two does not learn of the other.
  expect((await here.ask(activitiesApi.read, { params: { id: one.id } })).answer.serves.map(({ agreementId }) => agreementId)).toEqual([three])
})

test('what is withdrawn stays to be read with its reason and counts nowhere', async () => {
  const id = await here.agreement()
  here.as(here.people.bilal)
  const { answer: one } = await here.ask(activitiesApi.log, { body: logged(id) })
  here.as(here.people.wang)
  expect((await here.ask(activitiesApi.withdrawActivity, { params: { id: one.id }, body: { because: 'No' } })).answer.error).toBe('commitments.only-who-claims')
  here.as(here.people.ayesha)
  const gone = await here.ask(activitiesApi.withdrawActivity, { params: { id: one.id }, body: { because: 'It was last year’s' } })
  expect([gone.status, gone.answer.withdrawnBecause, gone.answer.serves[0]!.claim.state]).toEqual([200, 'It was last year’s', 'withdrawn'])
  expect((await promises(id)).pulse).toMatchObject({ claimed: 0, lastActivityOn: null })
  expect((await here.ask(activitiesApi.ofAgreement, { params: { id } })).answer.rows.map(({ id }) => id)).toEqual([one.id])
  expect((await here.ask(activitiesApi.withdrawActivity, { params: { id: one.id }, body: { because: 'Twice' } })).answer.error).toBe('commitments.activity-is-withdrawn')
})

test('evidence is kept once, a photograph without its traces, and is withdrawn with a reason', async () => {
  const id = await here.agreement()
  here.as(here.people.bilal)
  const { answer: one } = await here.ask(activitiesApi.log, { body: logged(id, { links: [{ url: 'https://uos.edu.pk/news/1' }] }) })
  const params = { id: one.id }
  const comment = Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, 6, 0x50, 0x4b, 0x31, 0x32, 0xff, 0xda, 0, 2, 1, 0xff, 0xd9])
  const send = () => here.ask(activitiesApi.addEvidence, { params, file: new File([comment], 'seminar.jpg') })
  await send()
  const { answer } = await send()
  expect(answer.evidence.map(({ title, stripped, url }) => [title, stripped, url])).toEqual([['https://uos.edu.pk/news/1', [], 'https://uos.edu.pk/news/1'], ['seminar.jpg', ['text'], null]])
  const evidenceId = answer.evidence[1]!.id
  here.as(here.people.wang)
  expect((await here.ask(activitiesApi.openEvidence, { params: { ...params, evidenceId } })).bytes.includes(Buffer.from('PK12'))).toBe(false)
  here.as(here.people.li)
  expect((await here.ask(activitiesApi.openEvidence, { params: { ...params, evidenceId } })).status).toBe(404)
  here.as(here.people.bilal)
  expect((await here.ask(activitiesApi.withdrawEvidence, { params: { ...params, evidenceId }, body: { because: 'Another day' } })).answer.evidence[1]!.withdrawnBecause).toBe('Another day')
  expect((await here.ask(activitiesApi.openEvidence, { params: { ...params, evidenceId } })).status).toBe(404)
  expect((await here.ask(activitiesApi.withdrawEvidence, { params: { ...params, evidenceId }, body: { because: 'Twice' } })).answer.error).toBe('commitments.evidence-is-withdrawn')
  expect((await chainOf(here.db, id)).map(({ what }) => what).slice(-2)).toEqual(['activity.evidence-added', 'activity.evidence-withdrawn'])
})

test('what came piece by piece becomes evidence once, however often its last word is sent', async () => {
  const id = await here.agreement()
  here.as(here.people.bilal)
  const { answer: one } = await here.ask(activitiesApi.log, { body: logged(id) })
  const bytes = Buffer.from('%PDF-1.7 the list of those who came')
  const upload = newId()
  const keep = () => here.ask(activitiesApi.keepUpload, { params: { id: one.id }, body: { upload } })
  await here.ask(uploadsApi.begin, { body: { id: upload, name: 'list.pdf', size: bytes.length } })
  await here.ask(uploadsApi.piece, { params: { id: upload }, query: { offset: 0 }, file: new Blob([new Uint8Array(bytes.subarray(0, 10))]) })
  expect((await keep()).answer.error).toBe('uploads.not-whole')
  await here.ask(uploadsApi.piece, { params: { id: upload }, query: { offset: 10 }, file: new Blob([new Uint8Array(bytes.subarray(10))]) })
  expect((await keep()).answer.evidence.map(({ title, size }) => [title, size])).toEqual([['list.pdf', bytes.length]])
  expect((await keep()).answer.evidence).toHaveLength(1)
  here.as(here.people.ayesha)
  expect((await keep()).status, 'the upload of another').toBe(404)
})

test('what waits for another begins on the day on which that one is fulfilled', async () => {
  const id = await here.agreement({ termYears: 10 })
  here.as(here.people.ayesha)
  const centre = (await record(id, seminar({ unit: 'milestone', per: 'once', dueOn: '2026-12-31', kind: 'joint-unit', what: { en: 'The centre opens' } }))).commitments[0]!
  const report = (await record(id, seminar({ unit: 'reports', per: 'once', dueMonths: 6, afterId: centre.id }))).commitments[1]!
  expect([report.startsOn, report.standing.reason.key]).toEqual([null, 'commitments.why.waits'])
  expect((await here.ask(api.withdraw, { params: { id: centre.id }, body: { because: 'Not now' } })).answer.error).toBe('commitments.another-waits-for-it')
  expect((await here.ask(api.revise, { params: { id: centre.id }, body: { ...seminar(), afterId: report.id, seen: centre.changedAt } })).answer.fields).toEqual({ afterId: ['commitments.after-is-circular'] })
  const { answer: one } = await here.ask(activitiesApi.log, { body: logged(id, { serves: [{ agreementId: id, commitmentId: centre.id }] }) })
  here.as(here.people.wang)
  await answer(one.serves[0]!.claim.id, 'confirmed')
  const [first, second] = (await promises(id)).commitments
  expect([first!.fulfilledOn, first!.standing.status, second!.startsOn, second!.standing.inputs.dueOn]).toEqual(['2026-02-20', 'green', '2026-02-20', '2026-08-20'])
  await answer(one.serves[0]!.claim.id, 'disputed', 'It was the building, not the centre')
  expect((await promises(id)).commitments.map(({ startsOn, fulfilledOn }) => [startsOn, fulfilledOn])).toEqual([['2025-03-02', null], [null, null]])
})
